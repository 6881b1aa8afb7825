"""English verb forms: which words are forms of which verb."""

from dataclasses import dataclass
from functools import cache

from accessnews.alttext.lexicon import table, words

_LISTS = (
    *("speech", "mind", "abstract", "visible-present", "visible-past", "intransitive", "action"),
    *("seen-state", "passive-hidden", "hidden-progressive", "noun-too", "posture", "making"),
)


@dataclass(frozen=True, slots=True)
class Forms:
    """What one word can be, by base form; empty where it cannot."""

    base: str = ""
    present: str = ""  # third person singular
    past: str = ""  # finite only: "wrote"
    participle: str = ""  # "written"
    both: str = ""  # past or participle: "walked", "held"


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """Past and participle of the irregular verbs, by base form."""
    rows = (row.split() for row in table("verbs")["irregular"])
    return {base: (past, participle) for base, past, participle in rows}


@cache
def bases() -> frozenset[str]:
    """Every verb of the lists, in its base form."""
    return frozenset({phrase.split()[0] for name in _LISTS for phrase in table("verbs")[name]} | set(irregular()))


@cache
def forms() -> dict[str, Forms]:
    """Every form of every verb."""
    out: dict[str, dict[str, str]] = {}

    def put(form: str, slot: str, base: str) -> None:
        out.setdefault(form, {}).setdefault(slot, base)

    for base in sorted(bases()):
        put(base, "base", base)
        put(third_person(base), "present", base)
        past, participle = irregular().get(base, ("", ""))
        if past != participle:
            put(past, "past", base)
            put(participle, "participle", base)
        regular = not past or base in words("verbs", "regular-too")
        both = ((past,) if past == participle != "" else ()) + (_regular_past(base) if regular else ())
        for form in both:
            put(form, "both", base)
    return {form: Forms(**slots) for form, slots in out.items()}


def third_person(base: str) -> str:
    """The present tense after one person: "watches"."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if _ends_in_consonant_and_y(base) else base + "s"


def _regular_past(base: str) -> tuple[str, ...]:
    """The past with and without a doubled consonant."""
    if base.endswith("e"):
        return (base + "d",)
    return (base[:-1] + "ied",) if _ends_in_consonant_and_y(base) else (base + "ed", base + base[-1] + "ed")


def _ends_in_consonant_and_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeiou"


def participle_base(low: str) -> str:
    """The base form of an -ing word, or "" where it is not one of a listed verb."""
    if not low.endswith("ing") or len(low) < 5:
        return ""
    stem = low[:-3]
    return next((base for base in (stem, stem + "e", stem[:-1], stem[:-1] + "ie") if base in bases()), "")


def past_base(low: str) -> str:
    """The base form of a past participle, as far as it can be told; "" where the word is none."""
    form = forms().get(low)
    if form:
        return form.participle or form.both
    return low if looks_past(low) else ""


def looks_past(low: str) -> bool:
    """Whether an unlisted word looks like a regular past."""
    return len(low) > 4 and low.endswith("ed") and "-" not in low and low not in words("verbs", "not-past")
