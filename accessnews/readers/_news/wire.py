"""Habits of wire copy: slugs, end marks, quotes and dashes from before Unicode."""

import re

KICKERS = frozenset(
    {
        *("in pictures", "in photos", "photo gallery", "gallery", "photos", "video", "podcast", "watch", "long read"),
        *("analysis", "opinion", "explainer", "comment", "editorial", "column", "letters", "review", "interview"),
        *(
            "feature",
            "features",
            "profile",
            "obituary",
            "factbox",
            "fact check",
            "timeline",
            "background",
            "special report",
        ),
        *(
            "breaking",
            "breaking news",
            "exclusive",
            "live",
            "live blog",
            "update",
            "news",
            "sport",
            "business",
            "world",
        ),
    }
)
_SLUG = re.compile(r"\^?[\w&](?:[^\W_]|&)*[-/_][\w&/-]*")  # storm-coast-2ndld
_END = re.compile(
    r"[\s(\[*-]*(?:#{1,5}|-?30-?|ends?|mf|end of (?:text|story)"
    r"|[A-Z]{2,4}-[A-Z]{2}-[\d-]{8,10} \d{4}[A-Z]{3})[\s)\]*.-]*",  # AP-WS-03-04-98 1203EST
    re.IGNORECASE,
)
_OPEN = re.compile(r"``\s*")
_CLOSE = re.compile(r"(?<=\S)''(?!')")
_SINGLE = re.compile(r"(?<![\w`])`(?=\w)(?![^`]*`)")
_DASH = re.compile(r"(?<=\S) (?:_{1,2}|--|---) (?=\S)")


def is_slug(text: str) -> bool:
    """Whether a line above a headline is a slug: one word of several."""
    return len(text) <= 160 and bool(_SLUG.fullmatch(text.strip()))


def is_end(text: str) -> bool:
    """Whether a line only says that the story is over ("###", "-30-", "ENDS")."""
    return bool(_END.fullmatch(text.strip()))


def unmarked(text: str) -> str:
    """A line without the marks that set off head lines for the wire ("^By JANE DOE=")."""
    return text.strip().removeprefix("^").rstrip("=").strip() if text.strip(" =^") else text.strip()


def typeset(text: str) -> str:
    """Quotation marks for pairs of back-ticks and apostrophes, dashes for ``_`` and ``--``."""
    if "``" in text:
        text = _CLOSE.sub("”", _OPEN.sub("“", text))
    text = _SINGLE.sub("‘", text) if "`" in text else text
    return _DASH.sub(" — ", text) if "_" in text or "--" in text else text
