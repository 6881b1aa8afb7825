"""From a prepared document to HTML, by mammoth; then what mammoth has no word for: captions, notes, numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from accessnews.model.errors import AccessNewsError
from accessnews.model.findings import Finding
from accessnews.model.unpacked import Unpacked
from accessnews.readers.docx.lists import LIST, ListRun
from accessnews.readers.docx.preparing import DECORATIVE, FORMULA, PreparedDocument
from accessnews.text.unicode import line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from accessnews.readers.docx.package import Package

_STYLES = (
    "p[style-name='Title'] => p.title:fresh",
    "p[style-name='caption'] => p.caption:fresh",
    "p[style-name='Caption'] => p.caption:fresh",
    "p[style-name='Quote'] => blockquote > p:fresh",
    "p[style-name='Intense Quote'] => blockquote > p:fresh",
    "highlight => mark",
    f"r.{FORMULA} => span.formula",
)
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}


@dataclass(frozen=True, slots=True)
class NoteHtml:
    label: str
    html: str


@dataclass(frozen=True, slots=True)
class DocumentHtml:
    """A document as HTML that is not sanitized yet, its notes, and the pictures that it held."""

    title: str
    html: str
    notes: tuple[NoteHtml, ...]
    pictures: Unpacked | None
    findings: tuple[Finding, ...]


def converted(package: Package, document: PreparedDocument) -> DocumentHtml:
    """The HTML of a prepared document. Raises AccessNewsError where the converter cannot read it."""
    import mammoth
    from lxml import html as lxml_html

    pictures = _Pictures()
    styles = "\n".join((*_STYLES, *map(_list_style, document.lists)))
    try:
        result = mammoth.convert_to_html(
            package.archive(),
            style_map=styles,
            convert_image=mammoth.images.img_element(pictures.kept),
            include_embedded_style_map=False,
        )
    except Exception as error:
        hint = "open it in a word processor and save it again as .docx"
        raise AccessNewsError("this document cannot be read", package.at, hint) from error
    root = lxml_html.fragment_fromstring(result.value, create_parent="body")
    _number_lists(root, document.lists)
    findings = [*_unshown(root, package), *_unread(root, document, package)]
    _set_captions(root)
    notes = tuple(_notes(root))
    title = _lift_title(root)
    html = lxml_html.tostring(root, encoding="unicode")
    return DocumentHtml(title, html, notes, pictures.unpacked, tuple(findings))


class _Pictures:
    """The pictures of a document, as files."""

    def __init__(self) -> None:
        self.unpacked: Unpacked | None = None
        self._count = 0

    def kept(self, picture: Any) -> dict[str, str]:
        """The attributes of an ``img`` for one of them."""
        suffix = _SUFFIXES.get(picture.content_type)
        if not suffix:
            return {"src": "", "data-unshown": picture.content_type or "unknown"}
        self.unpacked = self.unpacked or Unpacked()
        self._count += 1
        name = f"picture-{self._count}{suffix}"
        with picture.open() as stream:
            (self.unpacked.folder / name).write_bytes(stream.read())
        return {"src": name}


def _list_style(run: ListRun) -> str:
    """What the converter makes of the items of a list: they join the last list of their style."""
    around = "".join(f"ol.{style} > li > " for style in run.around)
    return f"p.{run.style} => {around}ol.{run.style} > li:fresh"


def _number_lists(root: HtmlElement, lists: tuple[ListRun, ...]) -> None:
    by_style = {run.style: run for run in lists}
    for element in root.iter("ol"):
        style = element.attrib.pop("class", "")
        if not style.startswith(LIST):
            continue
        run = by_style[style]
        if not run.ordered:
            element.tag = "ul"
            continue
        element.set("start", str(run.start))
        element.set("type", run.numerals)


def _unshown(root: HtmlElement, package: Package) -> Iterator[Finding]:
    for picture in list(root.iter("img")):
        alt = picture.get("alt") or ""
        if alt == DECORATIVE:
            picture.set("alt", "")
            picture.set("data-decorative", "")
        if kind := picture.get("data-unshown"):
            words = f": “{line(alt)[:60]}”" if line(alt) else ""
            message = f"a picture of the kind {line(kind)[:40]} is left out{words}"
            yield Finding("embed-dropped", message, package.at, "paste it as a JPEG or PNG")
            picture.drop_tree()
    for formula in root.iter("span"):
        if formula.attrib.pop("class", "") == "formula":
            formula.set("data-formula", "")


def _unread(root: HtmlElement, document: PreparedDocument, package: Package) -> Iterator[Finding]:
    """Paragraphs of the document whose words are not in the HTML."""
    read, at = _letters("".join(_words(root))), 0
    for words in document.paragraphs:
        letters = _letters(words)
        behind = read.find(letters, at)
        at = behind + len(letters) if behind >= 0 else at
        if behind < 0 and letters not in read:
            message = f"a paragraph could not be read: “{shortened(words, 60)}”"
            yield Finding("text-left-out", message, package.at, "write it in a plain paragraph")


def _words(root: HtmlElement) -> Iterator[str]:
    """All text but the marks of notes, which stand in the middle of paragraphs."""
    for text in root.xpath("//text()[not(parent::a[contains(@id, 'note-ref-')])]"):
        yield str(text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _set_captions(root: HtmlElement) -> None:
    """Put a paragraph in the style of captions with the picture above it, the table or the picture below it."""
    for caption in root.findall(".//p[@class='caption']"):
        del caption.attrib["class"]
        above, below = caption.getprevious(), caption.getnext()
        if above is not None and _is_picture(above):
            _as_figure(above, caption)
        elif below is not None and below.tag == "table":
            caption.tag = "caption"
            below.insert(0, caption)
        elif below is not None and _is_picture(below):
            _as_figure(below, caption)


def _is_picture(element: HtmlElement) -> bool:
    is_empty = not element.text_content().strip()
    return element.tag == "p" and is_empty and next(element.iter("img"), None) is not None


def _as_figure(picture: HtmlElement, caption: HtmlElement) -> None:
    picture.tag, caption.tag = "figure", "figcaption"
    picture.append(caption)


def _notes(root: HtmlElement) -> Iterator[NoteHtml]:
    """The notes, taken out of ``root``; what refers to them says so."""
    from lxml import html as lxml_html

    for reference in root.findall(".//sup/a[@href]"):
        mark, label = reference.getparent(), (reference.text or "").strip("[]")
        if mark is not None and (reference.get("id") or "").startswith(("footnote-ref-", "endnote-ref-")):
            mark.set("data-note", label)
            reference.drop_tag()
            mark.text = label
    items = [item for item in root.iter("li") if (item.get("id") or "").startswith(("footnote-", "endnote-"))]
    for number, item in enumerate(items, 1):
        for back in item.findall(".//a[@href]"):
            if "note-ref-" in back.get("href", ""):
                back.drop_tree()
        above = item.getparent()
        item.tag, item.tail = "div", None
        yield NoteHtml(str(number), lxml_html.tostring(item, encoding="unicode"))
        if above is not None:
            above.remove(item)
            if not len(above):
                above.drop_tree()


def _lift_title(root: HtmlElement) -> str:
    """The words in the style of titles; a second such paragraph stays one."""
    title = next(iter(root.findall(".//p[@class='title']")), None)
    if title is None:
        return ""
    words = line(title.text_content())
    title.drop_tree()
    return words
