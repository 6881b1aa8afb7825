"""What stands beside a number, and how that tells what the number means."""

import re
from functools import cache, partial
from itertools import zip_longest

from accessnews.normalize import tables
from accessnews.normalize.grammar import LOOK, Scan

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEXT = re.compile(r"[ \u00a0\u202f\u2009]([^\W\d_]+(?:['’-][^\W\d_]+)*)")


listed = partial(tables.listed, "en", "context")
"""One list of ``context.toml``."""


def noun_after(scan: Scan, at: int) -> str:
    """The word of small letters that follows over one blank, where it may be a noun; else nothing."""
    match = _NEXT.match(scan.text, at, at + LOOK)
    word = match[1] if match else ""
    return word if word.islower() and word not in listed("function") else ""


def counts(scan: Scan, at: int) -> bool:
    """Whether things in the plural follow: people, new homes, "-strong"."""
    if scan.text.startswith("-strong", at):
        return True
    return any(_is_plural(word) for word in _following(scan, at, 2))


def _following(scan: Scan, at: int, most: int) -> list[str]:
    """Up to ``most`` words of small letters that follow, as long as none of them is a small word."""
    out: list[str] = []
    while len(out) < most and (word := noun_after(scan, at)):
        out.append(word)
        at += 1 + len(word)
        if _is_plural(word):
            break
    return out


def _is_plural(word: str) -> bool:
    if word in listed("counted"):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "'s", "’s"))
        and not (word in listed("uncounted") or word in listed("function"))
    )


def attributive(scan: Scan, start: int, end: int) -> bool:
    """Whether what stands from ``start`` to ``end`` comes before a noun: a £20m stadium, a 10km run."""
    if scan.char(end) == "-" and scan.char(end + 1).islower():
        return scan.after(end + 1) not in ("plus", "odd")
    noun = noun_after(scan, end)
    if not noun or _is_plural(noun):
        return False
    if (start == 0 and not noun.endswith("ed")) or scan.before(start).endswith(("'s", "’s", "s'", "s’")):
        return True
    words = words_before(scan, start, 2)
    for distance, word in enumerate(words):
        if word in (("a", "an", "another", "every", "each") if distance else listed("determiners")):
            return True
        if word in listed("function"):
            return False
    return False


def street_follows(scan: Scan, at: int) -> bool:
    """Whether a street's name comes after a blank: ``Elm St.``, ``N. 1st Street``."""
    return bool(_street().match(scan.text, at, at + LOOK))


@cache
def _street() -> re.Pattern[str]:
    names = r"(?:[NSEW]\.?|[A-Z][\w'’]{1,20}|[0-9]{1,3}(?:st|nd|rd|th))[ \u00a0]"
    return re.compile(rf"[ \u00a0](?:{names}){{1,4}}(?:{'|'.join(sorted(listed('streets')))})\b")


def words_before(scan: Scan, at: int, most: int) -> list[str]:
    """Up to ``most`` words before ``at`` in small letters, the nearest first; a stop or comma ends them."""
    stretch = scan.text[max(0, at - LOOK // 2) : at]
    for cut in range(len(stretch) - 1, -1, -1):
        if stretch[cut] in ".,;:!?()\n\u2013\u2014":
            stretch = stretch[cut + 1 :]
            break
    return [word.lower() for word in reversed(_WORDS.findall(stretch)[-most:])]


def around(scan: Scan, start: int, end: int, look: int = LOOK) -> set[str]:
    """Every word within sight on both sides, in small letters."""
    text = scan.text[max(0, start - look) : start] + " " + scan.text[end : end + look]
    return {word.lower() for word in _WORDS.findall(text)}


def nearest(scan: Scan, start: int, end: int, *kinds: frozenset[str]) -> frozenset[str] | None:
    """The kind of the word that is nearest to what stands from ``start`` to ``end``, of those that have one."""
    before = reversed(_WORDS.findall(scan.text, max(0, start - LOOK), start))
    after = _WORDS.findall(scan.text, end, end + LOOK)
    for pair in zip_longest(after, before):
        for word in filter(None, pair):
            for kind in kinds:
                if word.lower() in kind:
                    return kind
    return None


def goes_on(scan: Scan, end: int) -> bool:
    """Whether figures that end at ``end`` are only the beginning of a number or code."""
    return scan.char(end).isalnum() or (scan.char(end) in ".,:/%-" and scan.char(end + 1).isdecimal())


def touches_word(scan: Scan, at: int) -> bool:
    """Whether the character before ``at`` belongs to a word or number."""
    return scan.char(at - 1).isalnum()
