"""Capitals: initialisms letter by letter, acronyms as words, shouted words as words, and their "s"."""

import re

from accessnews.normalize.en import shapes
from accessnews.normalize.grammar import Match, Reading, Scan

_DOTTED = re.compile(r"(?:[A-Z]\.[ \u00a0]?){1,5}[A-Z]\.(?!\w)|(?:[A-Z]\.){1,5}[A-Z](?![\w.])")
_INITIAL = re.compile(r"[A-Z]\.(?=[ \u00a0][A-Z]|[A-Z][a-z]|-[A-Z])")
_RANGE = re.compile(r"[A-Z](?P<to>[-–])(?P<last>[A-Z])(?![\w-])")
_TAILS = ("'s", "’s", "'S", "’S", "s", "'", "’")
_WORD = re.compile(r"[^\W\d_]{2,}")
_READ = 2000  # characters from which it is judged whether a text shouts


def dotted(scan: Scan, at: int, lead: str) -> Match | None:
    """``U.S.``, ``J.K. Rowling``, ``John F. Kennedy``: letters without the pauses of their full stops."""
    if len(lead) != 1 or scan.char(at + 1) != "." or scan.char(at - 1).isalnum() or not lead.isupper():
        return None
    match = _DOTTED.match(scan.text, at)
    if match:
        end = at + len(match.group().rstrip())
        return (Reading(at, end - scan.closes(end), " ".join(filter(str.isalpha, match.group()))),)
    return (Reading(at, at + 2, lead),) if at and _INITIAL.match(scan.text, at) else None


def span(scan: Scan, at: int, lead: str) -> Match | None:
    """``an A-Z``."""
    match = _RANGE.match(scan.text, at)
    if not match or lead >= match["last"] or scan.char(at - 1) in "-–&":
        return None
    return (Reading(*match.span("to"), " to "),)


def capitals(scan: Scan, at: int, lead: str) -> Match | None:
    """A word in capitals, with its possessive or plural "s"."""
    head, tail = _split(lead)
    end = at + len(lead)
    stressed = scan.shouting and head in shapes.listed("stress", "words")
    spoken = shapes.said_otherwise().get(head)
    if spoken and not stressed:
        return (Reading(at, end, _suffixed(spoken, tail)),)
    if len(head) < 2 or not head.isupper() or not head.isascii() or scan.char(end).isdecimal():
        return None
    if _is_spelled(scan, at, head, end):
        return (Reading(at, end, _suffixed(" ".join(head), tail)),)
    if head in shapes.listed("stress", "words") and not scan.shouting and at >= scan.placed:
        return None
    return (Reading(at, at + len(head), head.capitalize()),)


def _split(word: str) -> tuple[str, str]:
    """A word in capitals and what hangs on it: MPs, IRGC's, NGOS'."""
    for tail in _TAILS:
        head = word.removesuffix(tail)
        if head != word and (
            (len(head) > 1 and head.isalpha() and head.isupper()) or head in shapes.said_otherwise()
        ):
            return head, tail
    return word, ""


def _suffixed(words: str, tail: str) -> str:
    """A single capital takes an apostrophe before its plural "s", or it would be read as a word."""
    if tail == "s":
        return words + ("'s" if words[-2:-1] == " " else "s")
    return words + tail.lower().replace("’", "'")


def _is_spelled(scan: Scan, at: int, head: str, end: int) -> bool:
    if scan.char(end) == "&" or scan.char(at - 1) == "&":
        return len(head) < 4
    if scan.named:
        return head in shapes.listed("letters") or (len(head) == 2 and not _is_surname(scan, at, head))
    if at < scan.placed:
        return len(head) == 2 and head in shapes.listed("letters")
    if scan.shouting or (head not in shapes.listed("letters") and _beside_shouting(scan, at, head, end)):
        is_initialism = head in shapes.listed("letters") or not shapes.has_vowel(head)
        return is_initialism and head not in shapes.listed("stress", "words") and head not in shapes.listed("words")
    stressed = head in shapes.listed("stress", "words") and head not in shapes.listed("letters")
    return not stressed and shapes.spelled(head)


def _is_surname(scan: Scan, at: int, head: str) -> bool:
    """Whether two letters are a name, and no initials: they have a vowel, or stand behind a name."""
    return shapes.has_vowel(head) or (len(scan.before(at)) > 1 and scan.before(at).isupper())


def _beside_shouting(scan: Scan, at: int, head: str, end: int) -> bool:
    """Whether a neighbour is a long word in capitals: then this is a heading within the text, no initialism."""
    for word in (scan.before(at), scan.after(end)):
        plain = word.strip(".'’")
        if len(plain) > 1 and len(head) > 3 and plain in shapes.listed("stress", "words"):
            return True
        if len(plain) > 3 and plain.isalpha() and plain.isupper() and plain not in shapes.listed("letters"):
            return shapes.pronounceable(plain) and plain not in shapes.listed("words")
    return False


def is_shouting(text: str) -> bool:
    """Whether a text is all but wholly in capitals, as headlines of wires are."""
    words = _WORD.findall(text, 0, _READ)
    loud = [word for word in words if word.isupper()]
    return sum(len(word) > 3 for word in loud) > 1 and len(loud) > 0.7 * len(words)
