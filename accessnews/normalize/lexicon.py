"""A lexicon: how words are said that a voice gets wrong."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

# Scripts that put no blank between words: there a word may begin and end anywhere.
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_SPACELESS}]|(?:(?![{_SPACELESS}_])\w)+")
_FREE = re.compile(f"[{_SPACELESS}]")
_POSSESSIVE = re.compile(r"['’][sS](?!\w)")
_ELISION = re.compile(r"['’]\w")
_ROMAN = re.compile("[IVXLCDM]+")
# A handle, a hashtag or a path before a word; what makes an address of it behind.
_ADDRESS_BEFORE = re.compile(r"(?:[@#]|[.:/@]\S{0,60}[/\\])$")
_ADDRESS_GOES_ON = re.compile(r"@|\.\w|://")
_LOOK = 64  # characters looked at before a word


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How one word or phrase is said: as other words (``alias``), in IPA, or both; one is never empty."""

    grapheme: str  # as it is written in a story, with its capitals
    alias: str = ""
    ipa: str = ""  # without slashes or brackets


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A way an entry may be written; ``lead`` is what of it stands before its first word."""

    lead: str
    written: str
    entry: Pronunciation


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries of one language."""

    entries: Mapping[str, Pronunciation] = field(default_factory=dict)  # by grapheme
    _by_word: Mapping[str, tuple[_Spelling, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_word", _index(self.entries))

    def find(self, text: str) -> Iterator[tuple[int, int, Pronunciation]]:
        """Where entries stand in ``text``, from left to right, the longest first, none over another.

        They are whole words, written as in the lexicon or, in a headline, all in capitals. A possessive *'s*
        belongs to the find; its entry then says it too. Handles, hashtags and addresses are left alone.
        """
        if not self._by_word:
            return
        done = 0
        for token in _TOKEN.finditer(text):
            for candidate in self._by_word.get(token[0], ()):
                start = token.start() - len(candidate.lead)
                match = _pattern(candidate.written).match(text, start) if start >= done else None
                if match and _is_whole(text, start, match.end()):
                    done, entry = _with_possessive(text, match.end(), candidate.entry)
                    yield start, done, entry
                    break


def first_word(grapheme: str) -> str:
    """The first word of a grapheme; empty where it has none and nothing can find it."""
    token = _TOKEN.search(unicodedata.normalize("NFC", grapheme))
    return token[0] if token else ""


def _index(entries: Mapping[str, Pronunciation]) -> dict[str, tuple[_Spelling, ...]]:
    """The candidates by the first word of each, the longest first."""
    forms = {form: entry for entry in entries.values() for form in _forms(entry.grapheme)}
    forms |= {form: entry for entry in entries.values() for form in _normal_forms(entry.grapheme)}
    by_word: dict[str, list[_Spelling]] = {}
    for form, entry in forms.items():
        token = _TOKEN.search(form)
        if token:
            by_word.setdefault(token[0], []).append(_Spelling(form[: token.start()], form, entry))
    return {word: tuple(sorted(group, key=lambda form: -len(form.written))) for word, group in by_word.items()}


def _forms(grapheme: str) -> Iterator[str]:
    """The forms of a grapheme in a headline of capitals; a Roman numeral is none."""
    capitals = grapheme.upper()
    if grapheme[:1].isupper() and len(grapheme) > 2 and not _ROMAN.fullmatch(capitals):
        yield from _normal_forms(capitals)


def _normal_forms(text: str) -> Iterator[str]:
    """A text with its accents as letters of their own and with its accents in its letters."""
    yield unicodedata.normalize("NFC", text)
    yield unicodedata.normalize("NFD", text)


@lru_cache(4_096)  # compiled where its first word is met: most of a large lexicon never is
def _pattern(form: str) -> re.Pattern[str]:
    """Blanks and apostrophes of any kind are as good as those in the lexicon."""
    words = [re.sub("['’]", "['’]", re.escape(word)) for word in form.split()]
    return re.compile(r"\s{1,3}".join(words))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether ``start`` to ``end`` are whole words, and not part of a handle, a hashtag or an address."""
    before, after = text[max(start - _LOOK, 0) : start], text[end : end + 1]
    if before and _in_word(before[-1]) and _in_word(text[start]):
        return False
    if after and _in_word(after) and _in_word(text[end - 1]):
        return False
    if _ELISION.match(text, end) and not _POSSESSIVE.match(text, end):
        return False
    return not (_ADDRESS_BEFORE.search(before) or _ADDRESS_GOES_ON.match(text, end))


def _in_word(character: str) -> bool:
    letter = character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
    return letter and not _FREE.match(character)


def _with_possessive(text: str, end: int, entry: Pronunciation) -> tuple[int, Pronunciation]:
    """The end of a find and its entry, with the *'s* that may follow."""
    possessive = _POSSESSIVE.match(text, end)
    if not possessive:
        return end, entry
    alias = entry.alias and f"{entry.alias}'s"
    return possessive.end(), replace(entry, alias=alias, ipa=entry.ipa and entry.ipa + _sibilant(entry.ipa))


def _sibilant(ipa: str) -> str:
    """English *'s* after a word, by its last sound."""
    last = ipa.rstrip(".ˈˌː ʰ\u0361")[-1:]
    if last in "szʃʒɕʑʂʐ":
        return "ɪz"
    return "s" if last in "ptkfθxχçqʔ" else "z"


EMPTY = Lexicon()
