"""Sentences: where they begin and end. Word lists live in ``abbreviations/``, one file per language.

A full stop is a weak sign: titles, initials, numbers and abbreviations have one too. What stands before it
and after it decides; question marks, exclamation marks and the stops of other scripts are strong signs.
No pattern can match in two ways and every look sideways is bounded, so that time grows with the text only.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from accessnews.text.langtag import primary

LONGEST = 600
"""Characters; a longer sentence is cut, at clause punctuation where it has some."""

_SHORTEST_CUT = 200
_LOOK = 80  # characters looked at on either side of a stop
_DEFAULT = "default"

# A blank line; a Latin stop (dots may be spaced: ". . ."); a full-width stop, which no blank follows;
# the stops of Arabic, Urdu, Devanagari, Armenian, Ethiopic, Burmese, Khmer and Greek.
_STOP = re.compile(
    r"(?P<gap>\n[^\S\n]*\n)"
    r"|(?P<latin>[.…!?‼⁇⁈⁉]+(?:[ \u00a0][.…]+)*)"
    r"|(?P<wide>[。｡．！？]+)"
    r"|(?P<mark>[؟۔।॥։።፧။។\u037e]+)"
)
_GREEK_STOP = re.compile(_STOP.pattern.replace(r"\u037e", r"\u037e;"))
# Closing quotes and brackets and note marks stay with their sentence; French closes with a blank before ».
_CLOSERS = re.compile(r"(?:[\"'”’»«›‹“‘)\]}」』】》〉）¹²³⁰⁴-⁹*†‡]|[ \u00a0\u202f]»(?![^\W_])|\[[^\W_]{1,3}\])*")
_WIDE_CLOSERS = re.compile(r"[\"'”’)\]」』】》〉）]*")
_QUOTES = frozenset("\"'”’»«›‹“‘")
_BLANK = re.compile(r"\s*")
_OPENERS = re.compile(r"[\"'“”‘’„‚«»‹›(\[{¿¡—–\-\s]*")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NOTE_NUMBER = re.compile(r"\d{1,2}(?=\s)")
_LETTERS_AND_DOTS = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_ROMAN = re.compile(r"[IVXLC]{1,6}")
_VOWEL = re.compile(r"[aeiouyäöüáàâãéèêëíìîïóòôõúùû]", re.IGNORECASE)
_CLAUSE_END = re.compile(r"(?:[,;:—–،؛]|\s[-/|])(?=\s)|[、，；：]")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists of one language, as ``abbreviations/default.toml`` explains them."""

    never: frozenset[str]
    before_number: frozenset[str]
    before_starter: frozenset[str]
    before_capital: frozenset[str]
    places: frozenset[str]
    continues: frozenset[str]
    starters: frozenset[str]
    said: frozenset[str]
    ordinals: bool


@dataclass(frozen=True, slots=True)
class _After:
    """What follows a stop: the openers, the first word, and the index where it stands."""

    openers: str
    word: str
    at: int
    initial: bool  # the word is one letter with a full stop of its own


def sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """Half-open character spans of the sentences of ``text``, in order, without the white space around them.

    Every character that is not white space is in exactly one span. A single line break is white space, a
    blank line ends a sentence. ``lang`` is a BCP 47 tag; a language without word lists gets the common rules.
    """
    language = primary(lang)
    words = _words(language)
    out: list[tuple[int, int]] = []
    start = _skip(text, 0)
    for end in _ends(text, words, _GREEK_STOP if language == "el" else _STOP):
        if end > start:
            out.extend(_pieces(text, start, end))
            start = _skip(text, end)
    if start < len(text):
        out.extend(_pieces(text, start, len(text)))
    return out


@lru_cache(maxsize=64)
def _words(language: str) -> _Words:
    """The lists for a primary language subtag, or the empty ones."""
    folder = files("accessnews.text.abbreviations")
    listed = language.isascii() and language.isalpha() and folder.joinpath(f"{language}.toml").is_file()
    table = tomllib.loads(folder.joinpath(f"{language if listed else _DEFAULT}.toml").read_text("utf-8"))
    lists = {key.replace("-", "_"): frozenset(value) for key, value in table.items() if key != "ordinals"}
    return _Words(**lists, ordinals=table["ordinals"])


def _skip(text: str, at: int) -> int:
    """The index of the first character from ``at`` on that is not white space."""
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _ends(text: str, words: _Words, stops: re.Pattern[str]) -> Iterator[int]:
    """Where sentences end, in order."""
    begin = 0
    for stop in stops.finditer(text):
        end = _end(text, begin, stop, words)
        if end:
            yield end
            begin = end


def _end(text: str, begin: int, stop: re.Match[str], words: _Words) -> int:
    """Where the sentence that began at ``begin`` ends if ``stop`` ends it, else 0."""
    if stop.lastgroup == "gap":
        return stop.start()
    closers = (_WIDE_CLOSERS if stop.lastgroup == "wide" else _CLOSERS).match(text, stop.end())
    end = closers.end() if closers else stop.end()
    if end >= len(text):
        return len(text)
    if stop.lastgroup == "mark":
        return end
    if stop.lastgroup == "wide" or (_is_wide(text[end]) and stop.group()[-1] in "!?"):
        return 0 if _wide_goes_on(text, stop, end) else end
    if not text[end].isspace():
        end = _after_note_number(text, begin, stop, end, words)
    return end if end and _latin_ends(text, begin, stop, end, words) else 0


def _is_wide(character: str) -> bool:
    """Whether it is of a script written without blanks between words (CJK)."""
    return "\u2e80" <= character <= "\uffef"


def _wide_goes_on(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a full-width stop is a decimal point or ends a quotation that its sentence goes on after."""
    decimal = stop.group() == "．" and text[end].isdigit()
    return decimal or (end > stop.end() and text[end] in "、，,とっ")


def _after_note_number(text: str, begin: int, stop: re.Match[str], end: int, words: _Words) -> int:
    """The end after a footnote number that is glued to the stop ("word.1 Next"), else 0."""
    number = _NOTE_NUMBER.match(text, end)
    token = _token(text, begin, stop.start())
    plain_word = len(token) > 3 and token.isalpha() and token.islower() and not _listed(token, words.before_number)
    return number.end() if number and plain_word and stop.group() == "." else 0


def _latin_ends(text: str, begin: int, stop: re.Match[str], end: int, words: _Words) -> bool:
    """Whether ``stop`` ends a sentence, judged by what stands around it."""
    after = _after(text, end)
    sign, first = stop.group(), after.word[:1]
    if not first:
        # Nothing but punctuation follows: a money sign or bullet may open a sentence, a comma may not.
        return after.at < len(text) and text[after.at] not in ",;:.!?…)]}%/&=|"
    if first.islower():
        return sign == "." and end == stop.end() and _long_plain(_token(text, begin, stop.start()))
    if sign == ".":
        return _dot_ends(text, begin, stop.start(), after, words)
    if "!" not in sign and "?" not in sign and ("." in sign or "…" in sign):
        return not first.isdigit() and re.split("['’]", after.word, maxsplit=1)[0] != "I"
    quoted = any(character in _QUOTES for character in text[stop.end() : end][:8])
    return not (quoted and _is_speaker(text, after, words))


def _after(text: str, end: int) -> _After:
    at = _skip(text, end)
    openers = _OPENERS.match(text, at, at + _LOOK)
    start = openers.end() if openers else at
    word = _WORD.match(text, start, start + _LOOK)
    if not word:
        return _After(text[at:start], "", start, initial=False)
    initial = len(word.group()) == 1 and text[word.end() : word.end() + 1] == "."
    return _After(text[at:start], word.group(), start, initial)


def _token(text: str, begin: int, stop: int) -> str:
    """The word before a full stop, with the dots inside it ("U.S", "p.m") and without its hyphenated head."""
    window = text[max(begin, stop - _LOOK // 2) : stop]
    for cut in range(len(window) - 1, -1, -1):
        if not (window[cut].isalnum() or window[cut] in ".&'’"):
            window = window[cut + 1 :]
            break
    return window.lstrip(".&'’")


def _long_plain(token: str) -> bool:
    """Whether a word is too long and plain to be an abbreviation: a lower-case sentence may follow."""
    return len(token) > 6 and token.isalpha() and token.islower()


def _dot_ends(text: str, begin: int, stop: int, after: _After, words: _Words) -> bool:
    """Whether the full stop at ``stop``, before a capital, a digit or a caseless letter, ends a sentence."""
    token, first = _token(text, begin, stop), after.word[0]
    starts = not after.initial and re.split("['’]", after.word, maxsplit=1)[0] in words.starters
    if _listed(token, words.never) or _is_list_number(text, begin, stop, token):
        return False
    if first.isdigit() and (_listed(token, words.before_number) or _listed(token, words.before_starter)):
        return False
    if _listed(token, words.before_capital):
        return not first.isdigit() and after.word not in words.continues
    if _listed(token, words.places) and _follows_comma(text, begin, stop, token):
        return True
    if len(token) == 1 and token.isalpha():
        return starts
    if words.ordinals and (_ROMAN.fullmatch(token) or (token.isdigit() and len(token) < 3)):
        return starts
    if _listed(token, words.before_starter) or _is_abbreviated(token):
        return starts or any(opener in '"“„«' for opener in after.openers)
    return True


def _listed(token: str, listed: frozenset[str]) -> bool:
    """Whether a list holds the word as it is, or as it would be without the capitals of its place."""
    if token in listed or token[:1].lower() + token[1:] in listed:
        return True
    return len(token) > 1 and token.isupper() and token.capitalize() in listed


def _follows_comma(text: str, begin: int, stop: int, token: str) -> bool:
    """Whether the token closes a place of two parts: ``Lincoln, Neb.``"""
    return text[max(begin, stop - len(token) - 2) : stop - len(token)] == ", "


def _is_list_number(text: str, begin: int, stop: int, token: str) -> bool:
    """Whether the sentence so far is nothing but a short number: ``1. Wash the rice.``"""
    return token.isdigit() and len(token) < 4 and text[begin:stop][: _LOOK * 2].strip() == token


def _is_abbreviated(token: str) -> bool:
    """Whether a word looks cut short: dots between its letters ("U.S"), or a few consonants ("Mgr")."""
    if _LETTERS_AND_DOTS.fullmatch(token):
        return True
    return (
        1 < len(token) < 5 and token.isascii() and token.isalpha() and not (token.isupper() or _VOWEL.search(token))
    )


def _is_speaker(text: str, after: _After, words: _Words) -> bool:
    """Whether a speaker follows a quotation: ``“Go!” John Smith said.``"""
    if not words.said or after.word in words.starters:
        return False
    clause = re.split(r"[.,;:!?\"“”]", text[after.at : after.at + _LOOK], maxsplit=1)[0]
    return any(word in words.said for word in clause.split()[1:5])


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without trailing white space, in parts of at most ``LONGEST`` characters."""
    end = start + len(text[start:end].rstrip())
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        yield start, start + len(text[start:cut].rstrip())
        start = _skip(text, cut)
    if end > start:
        yield start, end


def _cut(text: str, start: int, limit: int) -> int:
    """Where to cut a sentence that goes on beyond ``limit``: after a clause, at a blank, or in a word."""
    for pattern in (_CLAUSE_END, _BLANKS):
        places = [place.end() for place in pattern.finditer(text, start + _SHORTEST_CUT, limit)]
        if places:
            return places[-1]
    blank = _BLANKS.search(text, start, limit)
    return blank.start() if blank else _letter_start(text, start, limit)


def _letter_start(text: str, start: int, limit: int) -> int:
    """The nearest index up to ``limit`` that does not part a letter from its combining marks."""
    for at in range(limit, max(start + 1, limit - 32), -1):
        if not unicodedata.combining(text[at]) and text[at] not in "\u200d\ufe0e\ufe0f" and text[at - 1] != "\u200d":
            return at
    return limit
