"""Quotation marks said aloud: which of them open, and what is said so that a voice pauses there."""

from accessnews.normalize.grammar import Match, Reading, Scan

_PAUSES = frozenset(",;:!?…")  # what a voice pauses at, whatever comes next
_BEFORE_OPENING = frozenset("([{/—–¡¿:")
_AFTER_CLOSING = frozenset(")]}/,.;:!?…")


def told(scan: Scan, at: int, opening: str, closing: str, words: tuple[str, str]) -> Match | None:
    """What the mark at ``at`` is said as; nothing where it could be either, for a wrong word is worse than none.

    ``opening`` and ``closing`` are marks that open and close a quotation; what is in both, or in neither, is
    told by what it touches. ``words`` open a quotation and close it.
    """
    mark = scan.text[at]
    opens = mark in opening
    if opens == (mark in closing):
        if _parted(scan, at - 1) and _parted(scan, at + 1):
            return None
        opens = _touches_opening(scan, at)
    return (Reading(at, at + 1, _opened(scan, at, words[0]) if opens else _closed(scan, at, words[1])),)


def _parted(scan: Scan, at: int) -> bool:
    return scan.char(at).isspace()


def _touches_opening(scan: Scan, at: int) -> bool:
    left, right = scan.char(at - 1), scan.char(at + 1)
    return (left.isspace() or left in _BEFORE_OPENING) and not (right.isspace() or right in _AFTER_CLOSING)


def _opened(scan: Scan, at: int, words: str) -> str:
    left = scan.char(at - 1)
    return f"{'' if left.isspace() or left in '([{' else ' '}{words}"


def _closed(scan: Scan, at: int, words: str) -> str:
    """After a full stop eSpeak pauses only before a capital, and what was written as one may not be said as one."""
    left, right = scan.char(at - 1), scan.char(at + 1)
    lead = " " if left in _PAUSES else ", "
    said = words[:1].upper() + words[1:] if left == "." else words
    if right.isalnum():
        return f"{lead}{said} "
    goes_on = right.isspace() and bool(scan.after(at + 1))
    return f"{lead}{said}," if goes_on else f"{lead}{said}"
