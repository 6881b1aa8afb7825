"""Telephone numbers: figure by figure, or in pairs where that is how people say them."""

import re

from accessnews.normalize.continental.grammar import Grammar, listed
from accessnews.normalize.continental.numbers import digits
from accessnews.normalize.scan import Hit, Said, Scan

_PHONE = re.compile(
    r"(?P<plus>\+|00)?(?P<body>\(?[0-9]{1,5}\)?(?:[ \u00a0\u202f./-]{1,3}\(?[0-9]{1,8}\)?){1,6})(?![\w%€])"
)
_DATE = re.compile(r"[0-9]{2}[./-][0-9]{2}[./-][0-9]{2,4}")
_PAIRS = re.compile(r"[0-9]{1,2}")


def phone(grammar: Grammar, scan: Scan, at: int, lead: str) -> Hit | None:
    """A number with an international prefix, with a leading nought, or after a word for a telephone."""
    if scan.char(at - 1).isalnum():
        return None
    found = _PHONE.match(scan.text, at)
    figures = sum(sign.isdigit() for sign in found.group()) if found else 0
    if not found or not 7 <= figures <= 16 or not _is_phone(grammar, scan, at, found):
        return None
    groups = re.findall(r"[0-9]+", found["body"])
    spoken = ", ".join(_group(grammar, group) for group in groups)
    if found["plus"]:
        spoken = f"{grammar.plus} {spoken}" if found["plus"] == "+" else f"{digits(grammar, '00')}, {spoken}"
    return (Said(at, found.end(), spoken),)


def _is_phone(grammar: Grammar, scan: Scan, at: int, found: re.Match[str]) -> bool:
    if found["plus"] == "+":
        return True
    if found["body"].lstrip("(")[0] == "0" or found["plus"]:
        return scan.text[at + 1 : at + 2] not in {",", "."} and not _DATE.fullmatch(found.group())
    before = scan.text[max(0, at - 24) : at].lower().rstrip(": \u00a0")
    return "." not in found["body"] and before.endswith(tuple(listed(grammar.code, "telephone")))


def _group(grammar: Grammar, group: str) -> str:
    if not grammar.pairs or len(group) > 3:
        return digits(grammar, group)
    return " ".join(
        digits(grammar, pair) if pair[0] == "0" else grammar.cardinal(pair, "")
        for pair in ([group] if len(group) == 3 and group[0] != "0" else _PAIRS.findall(group))
    )
