"""From somebody's HTML to a tree that holds text, pictures and structure and nothing else."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from accessnews.model.errors import AccessNewsError, Place
from accessnews.readers._html.formulas import mark_latex, settle_formula, settle_formula_picture
from accessnews.readers._html.framing import is_named_caption, words_in
from accessnews.readers._html.lines import LINE, MOST_ATTRIBUTES, crowded, line_in, with_lines
from accessnews.readers._html.office import settle_office
from accessnews.readers._html.pictures import settle_pictures
from accessnews.readers._html.styles import MARKS, class_styles, marks_of, style_of
from accessnews.readers._news.links import link, scheme
from accessnews.text.unicode import clean, has_words, line, shortened

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DEEPEST = 500  # elements in elements; the sanitiser's time grows with the square of it


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _tags(
    "p div section article main header footer aside address center h1 h2 h3 h4 h5 h6 hgroup ul ol li dl dt dd "
    "blockquote pre hr figure figcaption table caption thead tbody tfoot tr th td details summary"
)
_INLINE = _tags(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q ruby s samp small span strike strong sub sup "
    "time u var wbr"
)
_GONE = _tags(  # with what is in them
    "script style iframe svg template noscript object nav button select textarea audio video canvas applet "
    "title dialog frameset noframes noembed xmp map datalist meter progress"
)
_EMBEDS = {
    "iframe": "a frame",
    "video": "a video",
    "audio": "an audio player",
    "object": "an embedded object",
    "embed": "an embedded object",
    "applet": "an embedded object",
    "canvas": "a drawing",
    "amp-youtube": "a video",
    "amp-video": "a video",
    "amp-iframe": "a frame",
}
_TOLD = ("data-told-caption", "data-told-credit")  # of a picture, by whoever made HTML of another format
_ATTRIBUTES = {
    "*": {"lang", LINE, "data-credit", MARKS},
    "a": {"href", "data-dropped"},
    "aside": {"data-callout"},
    "abbr": {"title"},
    "dfn": {"title"},
    "img": {"data-src", "alt", "data-decorative", *_TOLD},
    "li": {"value"},
    "ol": {"start", "type", "reversed"},
    "p": {"data-callout-title"},
    "pre": {"data-language"},
    "ruby": {"data-ruby"},
    "span": {"data-embed", "data-desk", "data-formula"},
    "sup": {"data-note"},
    "table": {"role"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_OURS = {"data-note", "data-desk", "data-formula", "data-callout", "data-callout-title", MARKS, *_TOLD}
_NUMERALS = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_FIRST_WORDS = 60
_EARLY_END = re.compile(r"</(?:body|html)[ \t]*>", re.IGNORECASE)  # libxml2 leaves out what comes after
_PLAINTEXT = re.compile(r"<plaintext(?=[\s/>])", re.IGNORECASE)  # has no end: shows all that follows as source
_REFERENCE = re.compile(r"&#(?:[xX]0*([1-9a-fA-F][0-9a-fA-F]{0,7})|0*([1-9][0-9]{0,8}));?")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def parse(html: str, path: Path) -> HtmlElement:
    """The tree of a file's HTML, every element with its line. Raises AccessNewsError as ``tree_of`` does."""
    return tree_of(with_lines(html), path)


def tree_of(html: str, path: Path) -> HtmlElement:
    """The tree of HTML whose lines are marked. Raises AccessNewsError where it is nested beyond reason."""
    from lxml import etree
    from lxml import html as lxml_html

    if tag := crowded(html):
        message = f"a tag has more than {MOST_ATTRIBUTES} attributes"
        raise AccessNewsError(message, Place(str(path), line_in(html, tag)), "take them out, or close the tag")
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(_readable(html).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing but comments, or nothing at all
        return lxml_html.document_fromstring("<html><body></body></html>")
    depth = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            message = f"the markup is nested more than {DEEPEST} deep"
            raise AccessNewsError(message, Place(str(path), line_of(element)), "take out tags that are never closed")
    return tree


def _readable(html: str) -> str:
    """``html`` without what libxml2 trips over: an early end, an element without one, characters that XML lacks."""
    html = _PLAINTEXT.sub("<p", _EARLY_END.sub("", html.translate({0x0B: " ", 0x0C: " "})))
    return _REFERENCE.sub(_valid, html) if "&#" in html else html


def _valid(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    allowed = code <= 0x10FFFF and code not in (0x0B, 0x0C) and clean(chr(code))
    return reference[0] if allowed else " "


def line_of(element: HtmlElement) -> int:
    """The line an element's tag begins on; 0 for one the parser made up."""
    written = element.get(LINE) or ""
    return int(written) if written.isdecimal() and len(written) < 9 else 0


def sanitize(root: HtmlElement, path: Path, base: str = "", made_here: bool = False) -> HtmlElement:
    """Keep what may stay of ``root`` and what is in it, as the body of a new document. Changes ``root``.

    ``base`` is the page's address, for links that are relative to it. What is dropped leaves a mark that ``blocks``
    turns into a finding. ``made_here``: the HTML was made of another format, and marks in it can be trusted.
    """
    import nh3
    from lxml import etree

    if not made_here:
        disown(root)
    styles = class_styles(root.getroottree().getroot())
    for element in list(root.iter()):
        if isinstance(element.tag, str) and element is not root:
            _settle(element, base, styles)
    settle_pictures(root, base)
    for element in root.iter(etree.Element):
        _keep_attributes(element)
    clean = nh3.clean(
        as_html(root),
        tags=set(_BLOCKS | _INLINE),
        clean_content_tags=set(_GONE),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return body_of(tree_of(clean, path))


def disown(root: HtmlElement) -> None:
    """Make HTML of others ready for ``sanitize``, as if it were made here. Changes ``root``."""
    for element in root.iter():
        for name in _OURS & set(element.attrib):
            del element.attrib[name]
    settle_office(root)
    mark_latex(root)


def as_html(tree: HtmlElement) -> str:
    """A tree as HTML again."""
    from lxml import html as lxml_html

    return str(lxml_html.tostring(tree, encoding="unicode", method="html"))


def body_of(tree: HtmlElement) -> HtmlElement:
    body = tree.find("body")
    return tree if body is None else body


def _settle(element: HtmlElement, base: str, styles: dict[str, dict[str, str]]) -> None:
    """Writes onto an element what the sanitiser would not tell apart, and takes out what nobody is to see."""
    if _is_hidden(element):
        element.drop_tree()
    elif element.tag in _EMBEDS or (element.tag == "svg" and element.get("role") == "img"):
        _mark_embed(element)
    elif element.tag == "a" and element.get("href") is not None:
        _settle_link(element, base)
    elif element.tag == "math":
        settle_formula(element)
    elif element.tag == "img":
        settle_formula_picture(element)
    elif element.tag == "ruby":
        _settle_ruby(element)
    style = style_of(element, styles)
    if marks := marks_of(element, style):
        element.set(MARKS, " ".join(marks))
    if element.tag == "ol" and (numerals := _NUMERALS.get(style.get("list-style-type", ""))):
        element.set("type", numerals)
    if lang := element.get("lang") or element.get(_XML_LANG) or element.get("xml:lang"):
        element.set("lang", lang)


def _settle_ruby(ruby: HtmlElement) -> None:
    """Make one ruby of each base and its reading, which it notes (HTML Living Standard, 4.5.10)."""
    for part in list(ruby.iter("rp")):
        part.drop_tree()
    bases: list[HtmlElement] = []
    new = ruby.makeelement("ruby", dict(ruby.attrib))
    new.text = ruby.text
    for part in list(ruby):
        if part.tag in ("rt", "rtc"):
            new.set("data-ruby", line(part.text_content()))
            bases.append(new)
            new = ruby.makeelement("ruby", dict(ruby.attrib))
            new.text = part.tail
        else:
            new.append(part)
    if len(new) or has_words(new.text or ""):
        new.tag = "span"
        bases.append(new)
    for base in bases:
        ruby.addprevious(base)
    ruby.drop_tree()


def _keep_attributes(element: HtmlElement) -> None:
    """Takes off what the sanitiser would, and comments out of the rest: libxml2 looks for the end of each of them."""
    kept = _ATTRIBUTES["*"] | _ATTRIBUTES.get(element.tag, set())
    for name, value in element.attrib.items():
        if name not in kept:
            del element.attrib[name]
        elif "<!--" in value:
            element.set(name, value.replace("<!--", "<! --"))


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "")[:500].replace(" ", "").lower()
    if "hidden" in element.attrib or "display:none" in style:
        return True
    if element.get("aria-hidden") != "true" or is_named_caption(element):  # sites spare listeners the caption
        return False
    if next(element.iter("img", "figure", "p"), None) is not None:
        return False
    figure = next((above for above in islice(element.iterancestors(), 6) if above.tag == "figure"), None)
    words = words_in(element)
    return figure is None or words.count(" ") < 2 or words_in(figure, 400).count(words) > 1


def _mark_embed(element: HtmlElement) -> None:
    if element.getparent() is None:
        return
    kind = _EMBEDS.get(element.tag, "a drawing")
    if name := line(element.get("title") or element.get("aria-label") or ""):
        kind = f"{kind} (“{shortened(name, _FIRST_WORDS)}”)"
    element.addprevious(element.makeelement("span", {"data-embed": kind, LINE: element.get(LINE, "")}))
    if element.tag == "embed":  # libxml2 does not know that it is empty
        element.drop_tag()
    else:
        element.drop_tree()


def _settle_link(element: HtmlElement, base: str) -> None:
    href = element.get("href", "")
    address = link(href, base)
    element.attrib.pop("href")
    if address:
        element.set("href", address)
    elif href.strip() and not href.strip().startswith("#") and any(map(str.strip, islice(element.itertext(), 20))):
        element.set("data-dropped", scheme(href) or "relative")
