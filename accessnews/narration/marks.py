"""What marks on text are to the ear: raised, struck out, read otherwise, a formula, a note's mark, a new line."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from accessnews.model.article import Run, Text, plain
from accessnews.normalize import Span
from accessnews.text.raised import pieces
from accessnews.text.unicode import has_words
from accessnews.wording import Wording

Say = Callable[[str, str], Iterable[Span]]
"""Text and its language; the spans that say it."""

_MARK = r"(?:[*†‡§#]{0,3}[0-9]{1,3}|[a-z]|[*†‡§#]{1,4})"
_NOTE_MARK = re.compile(rf"[\[(]?{_MARK}(?: ?[,;–-] ?{_MARK}){{0,9}}[\])]?|\[[^\[\]]{{1,60}}\]")
_WORD = re.compile(r"[^\W\d_]{3}")
_TAKES_A_MARK = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?…”’\"'»]|(?<!\d)(?:1[5-9]|20)[0-9]{2})\Z")
_LONGEST_LINK = 4  # characters of a link that is the mark of a note
_KANA = re.compile("[\u3040-\u30ff]")
_STOPS = frozenset(".,;:!?…")
_PAUSE = ", "


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of text that is read in one way: what is shown of it, and the same in plain characters."""

    run: Run
    written: str
    form: str
    is_mark: bool = False  # of a note: shown, not said

    @property
    def is_running(self) -> bool:
        """Whether it is read together with what stands beside it."""
        text = self.written.strip()
        whole = len(self.form) in (1, len(self.written)) and not (self.is_mark or self.run.ruby or self.run.formula)
        is_word = self.run.script and text.isalpha() and self.form != self.written
        return whole and not (is_word and (len(text) > 1 or self.run.script == "sub"))


def for_sentences(text: Text) -> str:
    """The characters of ``text`` with marks of notes and formulas in stand-ins, for sentences to be told apart."""
    return "".join(_stand_in(piece) for piece in _pieces(text))


def spans(text: Text, lang: str, say: Say, words: Wording) -> Iterator[Span]:
    """The spans of text in ``lang``, each phrase read in its own language, with words around what is struck out."""
    groups = [(deleted, list(group)) for deleted, group in groupby(_pieces(text), lambda piece: piece.run.deleted)]
    for number, (deleted, group) in enumerate(groups):
        if not deleted:
            yield from _spans(group, lang, say, words)
            continue
        before, after = words("deleted").split("{text}")
        yield _added(words("deletion"), before, lang, words)
        yield from _spans(group, lang, say, words)
        following = groups[number + 1][1][0].form if number + 1 < len(groups) else ""
        yield _added(_closing(words("deletion-end"), group[-1].form, following), after, lang, words)


def _added(spoken: str, transcript: str, lang: str, words: Wording) -> Span:
    """Words of accessnews, that the page shows by other means."""
    return Span("", spoken, "" if words.lang == lang.split("-")[0] else words.lang, transcript=transcript)


def _closing(words: str, before: str, after: str) -> str:
    """The words that end a deletion, with pauses around them where the text has none."""
    opening = " " if before[-1:] in _STOPS else _PAUSE
    return opening + words + ("." if not after else "" if after[0] in _STOPS else "," if after[0] == " " else _PAUSE)


def _pieces(text: Text) -> Iterator[_Stretch]:
    before = ""
    for runs, form in pieces(text):
        run, written = runs[0], plain(runs)
        is_mark = bool(run.note) or (len(runs) == 1 and run.script == "sup" and _is_note_mark(run, before))
        yield _Stretch(run, written, form, is_mark)
        before = (before + form)[-8:]


def _is_note_mark(run: Run, before: str) -> bool:
    """Whether raised text behind a word or a sentence is the mark of a note; a link is one behind a number, too."""
    text = run.text.strip()
    if run.href and len(text) <= _LONGEST_LINK:
        return True
    if not has_words(text):
        return text not in ("+", "-", "−")
    return bool(_NOTE_MARK.fullmatch(text) and _TAKES_A_MARK.search(before)) and not text.isalpha()


def _stand_in(piece: _Stretch) -> str:
    if piece.is_mark:
        return "¹" * len(piece.written)
    if piece.run.formula:
        return "x" * len(piece.written)
    return piece.form if len(piece.form) == len(piece.written) else piece.written


def _spans(group: list[_Stretch], lang: str, say: Say, words: Wording) -> Iterator[Span]:
    def kind(piece: _Stretch) -> tuple[bool, str]:
        return piece.is_running, piece.run.lang or lang

    for (running, own), each in groupby(group, kind):
        foreign = own if own != lang else ""
        for span in _running(list(each), own, say) if running else _apart(each, own, say, words):
            yield replace(span, lang=span.lang or foreign) if foreign else span


def _running(group: list[_Stretch], lang: str, say: Say) -> Iterator[Span]:
    """Text that is read in one go, line by line, its plain characters laid back on what is shown."""
    form, written = "".join(piece.form for piece in group), "".join(piece.written for piece in group)
    widths = (width for piece in group for width in _widths(piece))
    shown = list(accumulate(widths, initial=0))
    at = 0
    for line in form.splitlines(keepends=True):
        body = line.rstrip("\n")
        for span in say(body, lang) if body else ():
            end = at + len(span.written)
            yield from _laid_back(span, [written[shown[n] : shown[n + 1]] for n in range(at, end)])
            at = end
        for _ in line[len(body) :]:
            yield Span("\n", " " if not body.strip() or body.rstrip()[-1] in _STOPS else _PAUSE)
            at += 1


def _widths(piece: _Stretch) -> list[int]:
    """How many characters are shown for each in plain text."""
    return [1] * len(piece.form) if len(piece.form) == len(piece.written) else [len(piece.written)]


def _laid_back(span: Span, shown: list[str]) -> Iterator[Span]:
    """A span of plain characters with those that are shown; in parts where it is said as it is written."""
    written = "".join(shown)
    if written == span.written:
        yield span
    elif span.written != span.spoken or span.ipa:
        yield replace(span, written=written, transcript=span.written)
    else:
        for same, group in groupby(zip(shown, span.written, strict=True), lambda pair: pair[0] == pair[1]):
            left, right = ("".join(part) for part in zip(*group, strict=True))
            yield replace(span, written=left, spoken=right, transcript=None if same else right)


def _apart(group: Iterable[_Stretch], lang: str, say: Say, words: Wording) -> Iterator[Span]:
    """What is not read as it is written."""
    for piece in group:
        run, text = piece.run, piece.written
        if piece.is_mark:
            yield Span(text, "")
        elif run.formula:
            yield Span(text, f" {words('formula')} ", "" if words.lang == lang.split("-")[0] else words.lang)
        elif run.ruby:
            reading = run.ruby if _KANA.search(run.ruby) else text
            yield Span(text, _spoken(say(reading, lang)), transcript=piece.form + f" ({run.ruby})")
        else:
            spoken = _spoken(say(text, lang))
            is_word = run.script == "sub" or text.strip().isalpha() or _WORD.search(text)
            yield Span(text, f" {spoken} " if is_word else words("power", n=spoken), transcript=piece.form)


def _spoken(said: Iterable[Span]) -> str:
    return "".join(span.spoken for span in said)
