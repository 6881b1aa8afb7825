"""Ordinals, which bend to their article and noun: am 3. Mai, der 19. Präsident, Ludwig XIV., im 20. Jh."""

import re

from accessnews.normalize.continental.lists import endings, listed, mapped, month_names, months
from accessnews.normalize.de import numerals
from accessnews.normalize.grammar import BLANK, LOOK, Match, Reading, Scan
from accessnews.normalize.roman import value

_CHAIN = re.compile(
    rf"(?P<figures>[0-9]{{1,3}})\."
    rf"(?P<gap>{BLANK}(?:und|bis|oder|sowie|auf)(?: (?:de[rmns]|zu[mr]|am|im))?{BLANK}|[–-]|/)"
)
_ORDINAL = re.compile(rf"(?P<figures>[0-9]{{1,3}}|[IVXL]{{1,6}})\.{BLANK}?(?=[\"„]?(?P<noun>[A-ZÄÖÜ][\w.-]*))")
_PLACED = re.compile(rf"(?P<figures>[0-9]{{1,2}})\.(?={BLANK}[a-zäöü]{{2}})")
_NOUN = re.compile(rf"\.{BLANK}(?P<noun>[A-ZÄÖÜ][\w-]*)")
_SHORT_DATE = re.compile(r"(?P<day>[0-3]?[0-9])\.(?P<month>[01]?[0-9])\.(?![0-9])")
_WORDS = re.compile(r"[\w-]+")
_WEEKDAY = re.compile(r"(?:(\w+) )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag),? \Z")
_LINKED = re.compile(r"(?:[0-9]\.|[0-9])(?: (?:und|bis|oder|sowie) |[–-]|/)\Z")
_ENDING_OF_LAST = re.compile(r"(\w+) [0-9]{1,3}\.(?:[0-9]{1,2}\.)?(?:[^.,;]{0,12})\Z")


def ordinal(scan: Scan, at: int, lead: str) -> Match | None:
    """A number with a full stop before a noun, or before another one that stands before a noun."""
    if scan.char(at + len(lead)) != "." or scan.char(at - 1).isalnum():
        return None
    chain = _CHAIN.match(scan.text, at)
    if chain:
        return _chain(scan, at, chain)
    loose = _PLACED.match(scan.text, at)
    if loose and loose["figures"].strip("0"):
        return (Reading(at, loose.end(), numerals.ordinal(int(loose["figures"]), ending(scan, at, ""))),)
    match = _ORDINAL.match(scan.text, at)
    figures = match["figures"] if match else ""
    number = int(figures) if figures.isdigit() else value(figures)
    if not match or not number or match["noun"].rstrip(".") in listed("de", "starters") or _is_initial(match):
        return None
    words = numerals.ordinal(number, ending(scan, at, match["noun"]))
    glue = "" if scan.char(match.end() - 1) in " \u00a0\u202f\u2009" else " "
    return (Reading(at, at + len(match["figures"]) + 1, words + glue),)


def _is_initial(match: re.Match[str]) -> bool:
    """Whether one Roman letter is rather the first of a name: V. Orban, but not I. Weltkrieg."""
    figures = match["figures"]
    return len(figures) == 1 and figures.isalpha() and match["noun"] not in listed("de", "numbered")


def _chain(scan: Scan, at: int, chain: re.Match[str]) -> Match | None:
    """``3. und 4. Mai``: the first of the two, where the second is an ordinal too."""
    second = _ORDINAL.match(scan.text, chain.end()) or _CHAIN.match(scan.text, chain.end())
    if not second or not chain["figures"].strip("0"):
        return None
    noun = second.groupdict().get("noun") or ""
    if noun.rstrip(".") in listed("de", "starters"):
        return None
    end = chain.start("gap")
    out = [Reading(at, end, numerals.ordinal(int(chain["figures"]), ending(scan, at, noun)))]
    if chain["gap"] in "–-/":
        out.append(Reading(end, chain.end(), " bis " if chain["gap"] != "/" else " "))
    return out


def ending(scan: Scan, at: int, noun: str) -> str:
    """How an ordinal at ``at`` ends, by the words before it and the gender of its noun."""
    gender = gender_of(noun)
    if _LINKED.search(scan.text[max(0, at - 8) : at]):
        opening = _ENDING_OF_LAST.search(scan.text[max(0, at - LOOK) : at])
        return _after(opening[1].lower() if opening else "", "", gender, noun)
    weekday = _WEEKDAY.search(scan.text[max(0, at - 40) : at])
    if weekday:
        return "en" if (weekday[1] or "").lower() in listed("de", "weak") else "er"
    previous = scan.before(at)
    return _after(previous.lower(), scan.before(at - len(previous) - 1).lower() if previous else "", gender, noun)


def _after(word: str, earlier: str, gender: str, noun: str) -> str:
    if word == "der":
        return "en" if gender == "f" or earlier in listed("de", "dative") else "e"
    if word in listed("de", "weak"):
        return "en"
    if word in listed("de", "weak-e"):
        return "e"
    if word in listed("de", "dative"):
        return "en" if noun.rstrip(".") in months("de") else "er" if gender == "f" else "em"
    return {"f": "e", "n": "es"}.get(gender, "er")


def gender_of(noun: str) -> str:
    """The likely gender of a noun: "m", "f" or "n"."""
    last = noun.rstrip(".").rsplit("-", 1)[-1].lower()
    for gender, name in (("m", "masculine"), ("n", "neuter"), ("f", "feminine")):
        if last.endswith(endings("de", name)):
            return gender
    return "m"


def date(scan: Scan, at: int, day: int, month: int, year: str) -> str:
    """``03.05.2024``: dritter Mai zweitausendvierundzwanzig."""
    first = numerals.ordinal(day, ending(scan, at, "Mai"))
    return f"{first} {month_names('de')[month - 1]} {numerals.year(year)}"


def short_date(scan: Scan, at: int, lead: str) -> Match | None:
    """``am 3.5.``: am dritten Mai."""
    match = _SHORT_DATE.match(scan.text, at)
    if not match or not 1 <= int(match["month"]) <= 12 or not 1 <= int(match["day"]) <= 31:
        return None
    first = numerals.ordinal(int(match["day"]), ending(scan, at, "Mai"))
    month = month_names("de")[int(match["month"]) - 1]
    ends = not scan.text[match.end() : match.end() + 2].strip()
    return (Reading(at, match.end() - ends, f"{first} {month}"),)


def ruler(scan: Scan, at: int, lead: str) -> Match | None:
    """``Ludwig XIV.``: Ludwig der Vierzehnte; ``Teil IV``: Teil vier."""
    number = value(lead) if lead[0] in "IVX" else 0
    if not number or scan.char(at - 1) not in {" ", "\u00a0"}:
        return ordinal(scan, at, lead) if number else None
    name = scan.before(at)
    if name in listed("de", "counted"):
        return (Reading(at, at + len(lead), numerals.cardinal(str(number))),)
    female = name.removesuffix("s") in listed("de", "queens") or name in listed("de", "queens")
    if not female and name not in listed("de", "kings") and name.removesuffix("s") not in listed("de", "kings"):
        return ordinal(scan, at, lead)
    if len(lead) == 1 and scan.char(at + 1) != ".":
        return None
    article, tail = _case(scan, at - len(name) - 1, name, female)
    words = numerals.ordinal(number, tail)
    return (Reading(at, _stop(scan, at + len(lead)), f"{article} {words[0].upper()}{words[1:]}"),)


def _stop(scan: Scan, end: int) -> int:
    """The full stop of a numeral is not said, but stays where it ends the text too."""
    ends = scan.closes(end + 1) or scan.after(end + 1) in listed("de", "starters")
    return end + (scan.char(end) == "." and not ends)


def _case(scan: Scan, at: int, name: str, female: bool) -> tuple[str, str]:
    """The article of a ruler and the ending of the number, by what stands before the name."""
    words = [word.lower() for word in _WORDS.findall(scan.text[max(0, at - 40) : at])][-3:]
    while words and words[-1] in listed("de", "thrones"):
        words.pop()
    word = words[-1] if words else ""
    kings = listed("de", "kings") | listed("de", "queens")
    if word == "des" or (name not in kings and name.endswith("s")):
        return ("der" if female else "des"), "en"
    if word in listed("de", "dative") or word in {"dem", "vom", "zum", "zur", "beim", "im"}:
        return ("der" if female else "dem"), "en"
    if word in {"der", "unter"} and female:
        return "der", "en"
    if word in {"für", "gegen", "durch", "ohne", "um", "über", "den"}:
        return ("die", "e") if female else ("den", "en")
    return ("die", "e") if female else ("der", "e")


def adjective(scan: Scan, at: int, lead: str) -> Match | None:
    """``die sog. Wende``, ``des ehem. Chefs``: adjectives cut short, which bend as ordinals do."""
    stem = mapped("de", "adjectives").get(lead)
    match = _NOUN.match(scan.text, at + len(lead)) if stem else None
    if not stem or not match:
        return None
    return (Reading(at, match.start("noun") - 1, stem + ending(scan, at, match["noun"])),)
