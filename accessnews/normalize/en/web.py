"""The web: e-mail, addresses of pages, hashtags and handles."""

import re
from functools import cache, partial

from accessnews.normalize.en import numerals, shapes
from accessnews.normalize.grammar import Match, Reading, Scan
from accessnews.normalize.tables import listed, table

_MAIL = re.compile(r"[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?!\w)")
_LABEL = r"[A-Za-z0-9-]{1,63}"
_PATH = r"(?P<path>[/?#][\w\-./?=&%#~+,:;@]{0,300}(?<![.,:;?]))?(?!\w)"
_SCHEME = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_TAG = re.compile(r"#(?P<name>[^\W_]\w{0,80})")
_HANDLE = re.compile(r"@(?P<name>\w[\w.]{0,40}(?<!\.))(?!@)")
_PARTS = re.compile(r"[^\W_]+|[^\w\s]|_")
_WORDS = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z])|[A-Z]?[a-z'’]+|[A-Z]+|[0-9]+|[^\W\d_a-zA-Z]+")
_LONGEST_PATH = 40
_GOES_ON = frozenset("@.:/_-+0123456789")


_listed = partial(listed, "en", "web")


@cache
def _page() -> re.Pattern[str]:
    """The address of a page: any name with a scheme or "www", without one only where it ends as addresses do."""
    ends = "|".join(sorted(_listed("ends"), key=len, reverse=True))
    sure = rf"(?:{_SCHEME.pattern}|www\.)(?:{_LABEL}\.){{0,5}}{_LABEL}(?::[0-9]{{1,5}})?"
    return re.compile(rf"(?:{sure}|(?:{_LABEL}\.){{1,5}}(?-i:{ends})(?![\w-]|\.\w)){_PATH}", re.IGNORECASE)


def address(scan: Scan, at: int, lead: str) -> Match | None:
    """An e-mail or a page where a word goes on as one; without its scheme, and of a long one only the site."""
    end = at + len(lead)
    if scan.char(end) not in _GOES_ON or scan.char(end + 1).isspace() or scan.char(at - 1) == ".":
        return None
    if scan.char(at - 1).isalnum():
        return None
    mail = _MAIL.match(scan.text, at)
    if mail:
        return (Reading(at, mail.end(), _spelled(mail.group())),)
    match = _page().match(scan.text, at)
    if not match:
        return None
    path = (match["path"] or "").rstrip("/")
    site = _SCHEME.sub("", scan.text[at : match.start("path") if match["path"] else match.end()])
    return (Reading(at, match.end(), _spelled(site + (path if len(path) <= _LONGEST_PATH else ""))),)


def _spelled(shown: str) -> str:
    signs = table("en", "web")["signs"]
    parts = (signs.get(part) or _part(part) for part in _PARTS.findall(shown))
    return " ".join(part for part in parts if part)


def _part(part: str) -> str:
    return " ".join(_word(word) for word in _WORDS.findall(part))


def _word(word: str) -> str:
    """A word of an address or tag: spelled where nobody can say it."""
    capitals = word.upper()
    spoken: str | None = table("en", "web")["said"].get(word.lower())
    if spoken:
        return spoken
    if word.isdecimal():
        return numerals.cardinal(word) if len(word) < 3 else numerals.digits(word)
    if word.lower() in _listed("letters"):
        return " ".join(capitals)
    if len(word) > 1 and word.isascii() and (word.isupper() or not shapes.has_vowel(word)):
        return shapes.spoken(capitals)
    return word


def ending(scan: Scan, at: int, lead: str) -> Match | None:
    """``the .com boom``."""
    word = scan.after(at + 1)
    if not scan.char(at - 1).isspace() or scan.char(at + 1).isspace() or word not in _listed("ends"):
        return None
    return (Reading(at, at + 1 + len(word), f"dot {_word(word)}"),)


def hashtag(scan: Scan, at: int, lead: str) -> Match | None:
    """``#BlackLivesMatter``: hashtag Black Lives Matter."""
    match = _TAG.match(scan.text, at)
    if not match or scan.char(at - 1).isalnum() or match["name"].isdecimal():
        return None
    name = re.sub(r"(?<![0-9])([12][09][0-9]{2})\Z", lambda year: f" {numerals.year(year[1])}", match["name"])
    return (Reading(at, match.end(), f"hashtag {_part(name)}"),)


def handle(scan: Scan, at: int, lead: str) -> Match | None:
    """``@BBCNews``: at B B C News."""
    match = _HANDLE.match(scan.text, at)
    if not match or scan.char(at - 1).isalnum():
        return None
    return (Reading(at, match.end(), f"at {_spelled(match['name'])}"),)
