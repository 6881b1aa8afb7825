"""What a document says that its converter would lose or let out: settled in its XML, and told.

Clauses are those of ECMA-376, part 1.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accessnews.model.findings import Finding
from accessnews.readers.docx.elements import attribute, child, local, named, words_in
from accessnews.readers.docx.lists import ListRun, with_list_styles
from accessnews.text.langtag import canonical
from accessnews.text.unicode import has_words, line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from accessnews.model.errors import Place
    from accessnews.readers.docx.package import Package

FORMULA = "AccessnewsFormula"
DECORATIVE = "\ue000decorative"
_FIRST_WORDS = 60
_GENERATED = (  # by the word processor, of pixels: no author's alt
    "description automatically generated",
    "ai-generated content may be incorrect",
    "automatisch generierte beschreibung",
    "ki-generierte inhalte können fehlerhaft sein",
    "description générée automatiquement",
    "le contenu généré par l’ia peut être incorrect",
    "descripción generada automáticamente",
    "el contenido generado por ia puede ser incorrecto",
)
_OBJECTS = {
    "chart": "a chart",
    "relIds": "a diagram",
    "OLEObject": "an embedded object",
    "oleObj": "an embedded object",
}


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """What was found in a document while it was made ready."""

    lang: str  # BCP 47; that of most of its letters, or empty
    lists: tuple[ListRun, ...]
    paragraphs: tuple[str, ...]  # the words of each
    findings: tuple[Finding, ...]


def prepared(package: Package) -> PreparedDocument:
    """Make a document ready for its converter. Changes the trees of ``package``."""
    texts = package.parts("document", "footnotes", "endnotes")
    findings = [finding for root in texts for finding in _settled(root, package.at)]
    lang = _language(package, texts)
    lists = with_list_styles(texts, package)
    for root in package.parts("comments"):
        findings += _comments(root, package.at)
    return PreparedDocument(lang, lists, tuple(_paragraphs(texts)), tuple(findings))


def _paragraphs(texts: list[_Element]) -> Iterator[str]:
    """The words of each paragraph, but for those in text boxes in it, which are paragraphs of their own."""
    for root in texts:
        for paragraph in named(root, "p"):
            words = [text.text or "" for text in named(paragraph, "t") if _nearest(text, "p") is paragraph]
            if has_words("".join(words)) and _nearest(paragraph, "Choice") is None:
                yield line("".join(words))


def _nearest(element: _Element, name: str) -> _Element | None:
    return next((above for above in element.iterancestors() if local(above) == name), None)


def _settled(root: _Element, at: Place) -> Iterator[Finding]:
    """One part of the document without what is not the story's."""
    deleted = named(root, "del", "moveFrom")
    inserted = named(root, "ins", "moveTo")
    if words_in([*deleted, *inserted]):
        first = words_in(deleted) or words_in(inserted)
        message = f"tracked changes are taken as accepted: “{shortened(first, _FIRST_WORDS)}”"
        yield Finding("desk-matter", message, at, "accept or reject them in the document")
    hidden = [run for run in named(root, "r") if _is_on(child(run, "rPr", "vanish"))]
    if words := words_in(hidden):
        message = f"hidden text is left out: “{shortened(words, _FIRST_WORDS)}”"
        yield Finding("desk-matter", message, at, "show it in the document, or delete it")
    for element in (*deleted, *hidden):
        _remove(element)
    for placeholder in named(root, "showingPlcHdr"):  # "Click here to enter text."
        form = _nearest(placeholder, "sdt")
        if form is not None:
            _remove(form)
    for field in named(root, "fldSimple"):
        _unwrap(field)
    for formula in named(root, "oMath"):
        _as_run(formula)
    for properties in named(root, "docPr", "shape"):
        yield from _settled_alt(properties, at)
    for drawing in named(root, *_OBJECTS):
        message = f"{_OBJECTS[local(drawing)]} is left out"
        yield Finding("embed-dropped", message, at, "tell in the text what it shows, or paste it as a picture")
    for blip in named(root, "blip"):
        if attribute(blip, "link") and not attribute(blip, "embed"):
            message = "a picture that the document only links to is left out"
            yield Finding("embed-dropped", message, at, "embed it in the document")
            _remove(blip)


def _is_on(toggle: _Element | None) -> bool:
    """Whether a toggle property is there and not switched off (17.7.3)."""
    return toggle is not None and attribute(toggle, "val") not in ("0", "false", "off")


def _remove(element: _Element) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _unwrap(element: _Element) -> None:
    """Put what is in an element in its place."""
    above = element.getparent()
    if above is not None:
        at = above.index(element)
        above[at : at + 1] = list(element)


def _as_run(formula: _Element) -> None:
    """A formula as a run of text in the style FORMULA."""
    text = line(_linear(formula))
    space = formula.getroottree().getroot().tag.partition("}")[0].strip("{")
    run = formula.makeelement(f"{{{space}}}r")
    properties = run.makeelement(f"{{{space}}}rPr")
    properties.append(run.makeelement(f"{{{space}}}rStyle", {f"{{{space}}}val": FORMULA}))
    words = run.makeelement(f"{{{space}}}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text, run.tail = text, None
    run.extend([properties, words])
    above = formula.getparent()
    assert above is not None  # a formula is no document
    above.replace(formula, run)
    if local(above) == "oMathPara" and (paragraph := above.getparent()) is not None:
        paragraph.replace(above, run)


def _linear(element: _Element) -> str:
    """A formula in one line, as people type it (22.1.2)."""
    parts = {local(inner): _linear(inner) for inner in element}
    match local(element):
        case "t":
            return element.text or ""
        case "f":
            return f"({parts.get('num', '')})/({parts.get('den', '')})"
        case "sSup" | "sSub" | "sSubSup":
            return parts.get("e", "") + "".join(
                f"{sign}({parts[n]})" for n, sign in (("sub", "_"), ("sup", "^")) if n in parts
            )
        case "rad":
            return f"√({parts.get('e', '')})" if not parts.get("deg") else f"{parts['deg']}√({parts.get('e', '')})"
        case "d":
            return f"({', '.join(_linear(inner) for inner in element if local(inner) == 'e')})"
        case "nary":
            sign = attribute(child(element, "naryPr", "chr"), "val") or "∫"
            return (
                sign
                + "".join(f"{mark}({parts[n]})" for n, mark in (("sub", "_"), ("sup", "^")) if parts.get(n))
                + parts.get("e", "")
            )
    return "".join(map(_linear, element))


def _settled_alt(properties: _Element, at: Place) -> Iterator[Finding]:
    """A picture's alt: none where the word processor made it, a mark where the author calls it decorative."""
    name = next((name for name in ("descr", "alt") if properties.get(name)), "descr")
    alt = properties.get(name) or ""
    if any(sentence in alt.casefold() for sentence in _GENERATED):
        message = f"an alt that the word processor made is left out: “{shortened(line(alt), _FIRST_WORDS)}”"
        yield Finding("alt-generated", message, at, "write what the picture shows, or leave it to its caption")
        properties.set(name, "")
    if any(attribute(mark, "val") in ("1", "true") for mark in named(properties, "decorative")):
        properties.set("descr", DECORATIVE)


def _comments(root: _Element, at: Place) -> Iterator[Finding]:
    comments = [words for comment in named(root, "comment") if has_words(words := words_in([comment]))]
    if comments:
        more = f" and {len(comments) - 1} more" if len(comments) > 1 else ""
        message = f"a comment of the desk is left out: “{shortened(comments[0], _FIRST_WORDS)}”{more}"
        yield Finding("desk-matter", message, at, "none of them is published")


def _language(package: Package, texts: list[_Element]) -> str:
    """The language of most letters, by what runs say and what the document says for the others (17.3.2.20)."""
    styles = package.part("styles")
    usual = "" if styles is None else attribute(child(styles, "docDefaults", "rPrDefault", "rPr", "lang"), "val")
    letters: Counter[str] = Counter()
    for root in texts:
        for run in named(root, "r"):
            lang = attribute(child(run, "rPr", "lang"), "val") or usual
            letters[canonical(lang) if lang else ""] += len(words_in([run]))
    return max(letters, key=lambda lang: (letters[lang], lang)) if letters else ""
