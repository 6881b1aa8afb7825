"""Words: abbreviations written out, and initialisms that a voice would take for words."""

import re
from functools import cache

from accessnews.normalize.continental.lists import listed, mapped
from accessnews.normalize.grammar import BLANK, Match, Reading, Scan

_NAME = re.compile(rf"(?:{BLANK}|(?<=\.)|-)(?=[\"„“«‘]?[A-ZÀ-ÖØ-Þ])")
_NUMBER = re.compile(rf"{BLANK}?(?=[0-9]|[IVXL]{{1,6}}(?![\w.]))")
_KINDS = {"always": None, "name": _NAME, "number": _NUMBER}


@cache
def _forms(code: str) -> dict[str, tuple[tuple[re.Pattern[str], re.Pattern[str] | None, str], ...]]:
    """Abbreviations by their first token, the longest first: how they look, what must follow, what is said."""
    out: dict[str, list[tuple[int, re.Pattern[str], re.Pattern[str] | None, str]]] = {}
    for kind, follows in _KINDS.items():
        for shown, spoken in mapped(code, kind).items():
            for form, words in {shown: spoken, shown[0].upper() + shown[1:]: spoken[0].upper() + spoken[1:]}.items():
                head = re.split(r"[\W\d]", form)[0] or form[0]
                out.setdefault(head, []).append((-len(form), _compiled(form), follows, words))
    return {
        head: tuple(entry[1:] for entry in sorted(group, key=lambda e: (e[0], e[2] is None)))
        for head, group in out.items()
    }


def _compiled(form: str) -> re.Pattern[str]:
    """An abbreviation with blanks of any kind, or none, after the full stops within."""
    parts = [re.escape(part) for part in re.split(r"(?<=\.) ?(?=.)", form)]
    body = f"{BLANK}?".join(parts).replace(r"\ ", BLANK)
    return re.compile(body + (r"(?!\w)" if form[-1] not in "°º/" else ""))


def abbreviation(scan: Scan, at: int, lead: str) -> Match | None:
    """The longest abbreviation that stands here and has after it what it needs."""
    before = scan.char(at - 1)
    if before and (before.isalnum() or (before in "@/." and at > 1 and scan.char(at - 2).isalnum())):
        return None
    for form, follows, words in _forms(scan.grammar.code).get(lead, ()):
        match = form.match(scan.text, at)
        if match and (not follows or follows.match(scan.text, match.end())) and not _is_initial(scan, at, match):
            glue = " " if scan.char(match.end()).isalnum() else ""
            return (Reading(at, match.end() - scan.closes(match.end()), words + glue),)
    return None


def _is_initial(scan: Scan, at: int, match: re.Match[str]) -> bool:
    """Whether a capital with a full stop stands within a name: John D. Rockefeller."""
    if match.group()[1:] != "." or not match.group()[0].isupper() or scan.char(match.end() + 1).isdigit():
        return False
    previous = scan.before(at)
    return previous[:1].isupper() and previous[-1:] != "." and previous not in listed(scan.grammar.code, "starters")


@cache
def heads(code: str) -> frozenset[str]:
    return frozenset(_forms(code))


def initialism(scan: Scan, at: int, lead: str) -> Match | None:
    """``EU``: letter by letter, where a voice would say a word; after an elided article too."""
    cut = max(lead.rfind("'"), lead.rfind("’")) + 1
    word = lead[cut:]
    if scan.shouting or scan.char(at + len(lead)).isdigit():
        return None
    spoken = (
        " ".join(word)
        if word in listed(scan.grammar.code, "spelled")
        else mapped(scan.grammar.code, "said").get(word)
    )
    return (Reading(at + cut, at + len(lead), spoken),) if spoken else None


def times(scan: Scan, at: int, lead: str) -> Match | None:
    """``4 x 100``: the letter between two numbers."""
    if (
        lead not in {"x", "X"}
        or not scan.char(at - 1).isspace()
        or not scan.text[at - 2 : at].strip().isdigit()
        or not scan.after(at + 1)[:1].isdigit()
    ):
        return None
    return (Reading(at, at + 1, mapped(scan.grammar.code, "signs")["×"]),)
