"""Quotation marks said aloud: which of them open, and what is said so that a voice pauses there."""

from accessnews.normalize.grammar import Match, Reading, Scan

_PAUSES = frozenset(",;:!?…")  # what a voice pauses at, whatever comes next
_BEFORE_OPENING = frozenset("([{/—–¡¿:")
_AFTER_CLOSING = frozenset(")]}/,.;:!?…")


def reading(scan: Scan, at: int, opening: str, closing: str, words: tuple[str, str]) -> Match | None:
    """The reading of the mark at ``at``; nothing where it could be either, for a wrong word is worse than none.

    ``opening`` and ``closing`` are marks that open and close a quotation; what is in both, or in neither, is
    told by what it touches. ``words`` open a quotation and close it.
    """
    mark, left, right = scan.text[at], scan.char(at - 1), scan.char(at + 1)
    opens = mark in opening
    if opens == (mark in closing):
        if left.isspace() and right.isspace():
            return None
        opens = (left.isspace() or left in _BEFORE_OPENING) and not (right.isspace() or right in _AFTER_CLOSING)
    if opens:
        return (Reading(at, at + 1, f"{'' if left.isspace() or left in '([{' else ' '}{words[0]}"),)
    return (Reading(at, at + 1, _closed(scan, at, words[1])),)


def _closed(scan: Scan, at: int, words: str) -> str:
    """The words that close a quotation.

    After a full stop eSpeak pauses only before a capital, and what was written as one may not be said as one.
    """
    left, right = scan.char(at - 1), scan.char(at + 1)
    lead = " " if left in _PAUSES else ", "
    closing = words[:1].upper() + words[1:] if left == "." else words
    if right.isalnum():
        return f"{lead}{closing} "
    goes_on = right.isspace() and bool(scan.after(at + 1))
    return f"{lead}{closing}," if goes_on else f"{lead}{closing}"
