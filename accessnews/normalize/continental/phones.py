"""Telephone numbers: figure by figure, or in pairs where that is how people say them."""

import re

from accessnews.normalize.continental.lists import listed
from accessnews.normalize.grammar import Match, Reading, Scan
from accessnews.normalize.numbers import digits

_PHONE = re.compile(
    r"(?P<plus>\+|00)?(?P<body>\(?[0-9]{1,5}\)?(?:[ \u00a0\u202f./-]{1,3}\(?[0-9]{1,8}\)?){1,6})(?![\w%€])"
)
_DATE = re.compile(r"[0-9]{2}[./-][0-9]{2}[./-][0-9]{2,4}")
_PAIRS = re.compile(r"[0-9]{1,2}")


def phone(scan: Scan, at: int, lead: str) -> Match | None:
    """A number with an international prefix, with a leading nought, or after a word for a telephone."""
    if scan.char(at - 1).isalnum():
        return None
    match = _PHONE.match(scan.text, at)
    figures = sum(sign.isdigit() for sign in match.group()) if match else 0
    if not match or not 7 <= figures <= 16 or not _is_phone(scan, at, match):
        return None
    groups = re.findall(r"[0-9]+", match["body"])
    spoken = ", ".join(_group(scan, group) for group in groups)
    if match["plus"]:
        spoken = f"{scan.grammar.plus} {spoken}" if match["plus"] == "+" else f"{digits(scan, '00')}, {spoken}"
    return (Reading(at, match.end(), spoken),)


def _is_phone(scan: Scan, at: int, match: re.Match[str]) -> bool:
    if match["plus"] == "+":
        return True
    if match["body"].lstrip("(")[0] == "0" or match["plus"]:
        return scan.text[at + 1 : at + 2] not in {",", "."} and not _DATE.fullmatch(match.group())
    before = scan.text[max(0, at - 24) : at].lower().rstrip(": \u00a0")
    return "." not in match["body"] and before.endswith(tuple(listed(scan.grammar.code, "telephone")))


def _group(scan: Scan, group: str) -> str:
    if not scan.grammar.pairs or len(group) > 3:
        return digits(scan, group)
    return " ".join(
        digits(scan, pair) if pair[0] == "0" else scan.grammar.cardinal(pair, "")
        for pair in ([group] if len(group) == 3 and group[0] != "0" else _PAIRS.findall(group))
    )
