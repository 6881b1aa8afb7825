"""What is to be said of lines that are for the desk, whether they were left out or may have to be."""

from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._news.embargo import Embargo
from accessnews.text.unicode import line, shortened

_HINT = "if it is the story's, word it so that it does not look like a mark of the desk"


def left_out(text: str, more: int, at: Place, unit: str = "line") -> Finding:
    """The finding that a part is for the desk: its first words, and how many lines it has beside the first."""
    rest = f", and {more} more {unit}{'s' if more > 1 else ''}" if more > 0 else ""
    message = f"left out, for the desk and not for readers: “{shortened(line(text), 60)}”{rest}"
    return Finding("desk-matter", message, at, _HINT)


def unclear_embargo(text: str, held: Embargo, at: Place) -> Finding:
    """The finding that nobody can read until when a story is held back, or whether it is."""
    words = shortened(line(text), 60)
    if held.is_sure:
        hint = "write the moment with its date: EMBARGOED UNTIL 06:00 GMT, 31 December 2026"
        return Finding("embargo-unreadable", f"cannot read the embargo “{words}”", at, hint)
    return Finding("desk-doubt", f"kept, but it may be an embargo: “{words}”", at, "delete the line if it is one")


def kept_below(mark: str, at: Place) -> Finding:
    """The finding that what stands below an end mark is more than the story above it."""
    message = f"kept what stands below the end mark “{line(mark)}”: it is more than the story"
    return Finding("desk-doubt", message, at, "one story a file; or take the mark out")
