"""English verb forms: which words are forms of which verb."""

from dataclasses import dataclass
from functools import cache

from accessnews.alttext.lexicon import table, words


@dataclass(frozen=True, slots=True)
class Forms:
    """What one word can be, by base form; empty where it cannot."""

    base: str = ""
    present: str = ""  # third person singular
    past: str = ""  # finite only: "wrote"
    participle: str = ""  # "written"
    both: str = ""  # past or participle: "walked", "held"


_LISTS = (
    *("speech", "mind", "abstract", "visible-present", "visible-past", "intransitive", "action"),
    *("seen-state", "passive-hidden", "hidden-progressive", "noun-too"),
)


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows = (row.split() for row in table("verbs")["irregular"])
    return {base: (past, participle) for base, past, participle in rows}


@cache
def bases() -> frozenset[str]:
    """Every verb of the lists, in its base form."""
    listed = {word.split()[0] for name in _LISTS for word in table("verbs")[name]}
    return frozenset(listed | set(_irregular()))


@cache
def forms() -> dict[str, Forms]:
    """Every form of every verb."""
    out: dict[str, dict[str, str]] = {}

    def put(form: str, slot: str, base: str) -> None:
        out.setdefault(form, {}).setdefault(slot, base)

    for base in sorted(bases()):
        put(base, "base", base)
        put(third_person(base), "present", base)
        if base in _irregular():
            past, participle = _irregular()[base]
            if past == participle:
                put(past, "both", base)
            else:
                put(past, "past", base)
                put(participle, "participle", base)
        else:
            for form in past_forms(base):
                put(form, "both", base)
    return {form: Forms(**slots) for form, slots in out.items()}


@cache
def past_forms_alike() -> frozenset[str]:
    """Verbs whose past looks like their base form: "hit"."""
    return frozenset(base for base, (past, _) in _irregular().items() if past == base)


@cache
def hidden() -> frozenset[str]:
    """Verbs of speech, of mind and of law: no picture shows them, whatever their tense."""
    return words("verbs", "speech") | words("verbs", "mind") | words("verbs", "abstract")


def third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def past_forms(base: str) -> tuple[str, ...]:
    """The regular past, with and without a doubled consonant."""
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base[:-1] + "ied",)
    return (base + "ed", base + base[-1] + "ed")


def participle_base(low: str) -> str:
    """The base form of an -ing word, or "" where it is not one of a listed verb."""
    if not low.endswith("ing") or len(low) < 5:
        return ""
    stem = low[:-3]
    for base in (stem, stem + "e", stem[:-1], stem[:-1] + "ie"):
        if base in bases():
            return base
    return ""


def is_base_form(low: str) -> bool:
    return low in bases()


def past_base(low: str) -> str:
    """The base form of a past participle, as far as it can be told; "" where the word is none."""
    known = forms().get(low)
    if known:
        return known.participle or known.both
    return low if looks_past(low) else ""


def looks_past(low: str) -> bool:
    """Whether an unlisted word looks like a regular past."""
    return len(low) > 4 and low.endswith("ed") and "-" not in low and low not in words("verbs", "not-past")


def is_verb_form(low: str) -> bool:
    """Whether the word is a form of a listed verb, whatever else it may be."""
    return low in forms()
