"""Footnotes of a page: a mark that leads to a text, which leads back to it or stands in a list of notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.model.article import Article, Block, Note, Text, map_texts
from accessnews.model.errors import Place
from accessnews.readers._html.lines import LINE
from accessnews.readers._html.sanitize import line_of
from accessnews.text.unicode import has_words, line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

    from accessnews.model.findings import Finding

    Reading = tuple[tuple[Block, ...], tuple[Finding, ...]]

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,4})[\])]?\.?", re.IGNORECASE)
_NUMBER = re.compile(r"\A\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)](?!\d)|[*†‡§]{1,4})\s*")
_BACK = re.compile(r"[↩↑↲⏎⬆^\ufe0e\ufe0f\s]+|\[?(?:back|return|zurück|retour|volver)\]?", re.IGNORECASE)
_NAMED = re.compile(r"(?:foot|end)?note|(?:^|[-_])(?:ftn|fn|edn|cite)", re.IGNORECASE)
_BODIES = ("li", "p", "div", "aside", "dd", "section")
_CLIMB = 6
_LOOK = 2_000  # elements looked at in one note


@dataclass(frozen=True, slots=True)
class PageNote:
    """One note: the label that its marks carry in ``data-note``, and its text, out of the page."""

    label: str
    body: HtmlElement


def take_notes(page: HtmlElement) -> list[PageNote]:
    """Take the notes out of ``page`` and give their marks the note's label; in the order of their first marks."""
    places = _places(page)
    marks = [mark for mark in page.iter("a") if (mark.get("href") or "")[:1] == "#" and _is_mark(mark)]
    targets = {mark.get("href", "")[1:] for mark in marks}
    notes: dict[HtmlElement, PageNote] = {}
    for mark in marks:
        target = places.get(mark.get("href", "")[1:])
        body = None if target is None else _body_of(target, mark, targets)
        if target is None or body is None or mark in set(islice(body.iter("a"), _LOOK)):
            continue
        if body not in notes and _is_note(body, target, mark):
            notes[body] = PageNote(str(len(notes) + 1), body)
        if body in notes:
            _label(mark, notes[body].label)
    for note in notes.values():
        _cleaned(note.body)
    return [note for note in notes.values() if has_words("".join(note.body.itertext()))]


def _places(page: HtmlElement) -> dict[str, HtmlElement]:
    """What addresses within the page lead to (HTML Living Standard, 7.4.6.4)."""
    places: dict[str, HtmlElement] = {}
    for element in page.iter():
        if isinstance(element.tag, str) and (
            name := element.get("id") or (element.tag == "a" and element.get("name"))
        ):
            places.setdefault(name, element)
    return places


def _name(element: HtmlElement) -> str:
    return element.get("id") or (element.get("name") or "" if element.tag == "a" else "")


def _is_mark(link: HtmlElement) -> bool:
    return bool(_MARK.fullmatch(line("".join(islice(link.itertext(), 10)))))


def _body_of(target: HtmlElement, mark: HtmlElement, targets: set[str]) -> HtmlElement | None:
    """The block that a note's anchor stands in; a box that is named as a note, where it holds no other note."""
    body = next((above for above in _around(target) if above.tag in _BODIES), None)
    if body is None or body.tag == "section":
        return None
    for above in islice(body.iterancestors(), 2):
        names = f"{above.get('class') or ''} {above.get('id') or ''}"
        inside = list(islice(above.iter(), _LOOK))
        held = sum((element.get("id") or element.get("name") or "") in targets for element in inside)
        opens = _NAMED.search(target.get("id") or "") and above[0] is body and {child.tag for child in above} == {"p"}
        if above.tag not in ("div", "aside", "li") or held > 1 or mark in inside:
            break
        if not (opens or _NAMED.search(names)):
            break
        body = above
    return body


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    return islice(element.iterancestors(), _CLIMB) if element.tag not in _BODIES else iter((element,))


def _is_note(body: HtmlElement, target: HtmlElement, mark: HtmlElement) -> bool:
    """Whether the text leads back to its mark; or the mark is raised, and the text is an item or named as a note."""
    near = (mark, *islice(mark.iterancestors(), 2))
    sources = {f"#{name}" for name in map(_name, near) if name}
    if any(link.get("href") in sources for link in islice(body.iter("a"), _LOOK)):
        return True
    is_raised = any(element.tag == "sup" for element in near) or mark.find("sup") is not None
    named = f"{target.get('id') or ''} {body.get('class') or ''}"
    return is_raised and (body.tag == "li" or bool(_NAMED.search(named)))


def _label(mark: HtmlElement, label: str) -> None:
    """Make ``mark``, with what raises it, a mark of the note."""
    outer = next(
        (above for above in islice(mark.iterancestors(), 2) if above.tag == "sup" and _holds_only(above, mark)), mark
    )
    raised = outer.makeelement("sup", {"data-note": label, LINE: mark.get(LINE, "")})
    raised.text, raised.tail = label, outer.tail
    above = outer.getparent()
    if above is not None:
        above.replace(outer, raised)


def _holds_only(above: HtmlElement, mark: HtmlElement) -> bool:
    return line("".join(above.itertext())) == line("".join(mark.itertext()))


def _cleaned(body: HtmlElement) -> None:
    """Take the note out of the page, without its own mark and the links that lead back."""
    for link in [link for link in islice(body.iter("a"), _LOOK) if (link.get("href") or "")[:1] == "#"]:
        text = line("".join(islice(link.itertext(), 10)))
        outer = link.getparent()
        if link is body or outer is None:
            continue
        if _BACK.fullmatch(text) or _MARK.fullmatch(text):
            whole = outer if outer.tag in ("sup", "b") and outer is not body and _holds_only(outer, link) else link
            whole.drop_tree()
    _without_number(body)
    above = body.getparent()
    body.drop_tree()
    body.tag, body.tail = "div", None
    while above is not None and above.tag in ("ol", "ul", "div", "section", "aside") and not _has_content(above):
        emptied, above = above, above.getparent()
        heading = emptied.getprevious()
        if heading is not None and heading.tag in ("h2", "h3", "h4", "h5", "h6", "hr"):
            heading.drop_tree()
        emptied.drop_tree()


def _has_content(element: HtmlElement) -> bool:
    return (
        bool("".join(islice(element.itertext(), _LOOK)).strip())
        or next(element.iter("img", "figure"), None) is not None
    )


def _without_number(body: HtmlElement) -> None:
    """Take off a number that is typed before the text."""
    for element in islice(body.iter(), 4):
        if element.text and element.text.strip():
            element.text = _NUMBER.sub("", element.text, count=1)
            return


def with_notes(article: Article, taken: list[PageNote], read: Callable[[HtmlElement], Reading]) -> Article:
    """``article`` with its notes, as far as its body, or a note of it, refers to them. ``read`` gives blocks."""
    notes: list[Note] = []
    waiting, labels = taken, _labels(article)
    while ready := [note for note in waiting if note.label in labels]:
        waiting = [note for note in waiting if note.label not in labels]
        for note in ready:
            blocks, findings = read(note.body)
            at = Place(article.at.path, line_of(note.body) or article.at.line)
            notes.append(Note(note.label, blocks, at))
            article = replace(article, findings=(*article.findings, *findings))
        labels = _labels(replace(article, body=(), notes=tuple(notes)))
    return replace(article, notes=tuple(sorted(notes, key=lambda note: int(note.label))))


def _labels(article: Article) -> set[str]:
    labels: set[str] = set()

    def gather(text: Text) -> Text:
        labels.update(run.note for run in text if run.note)
        return text

    map_texts(article, gather)
    return labels
