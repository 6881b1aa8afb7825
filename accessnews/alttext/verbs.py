"""English verbs: their forms, and which one is the main verb of a clause."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from accessnews.alttext.lexicon import words
from accessnews.alttext.phrase import Token, is_adverb, is_determiner, is_plural, is_preposition, tokens
from accessnews.alttext.verb_forms import bases, forms, looks_past, participle_base, past_base, third_person


class Tense(StrEnum):
    """How a main verb speaks of time; only some of these tell what a picture shows."""

    PRESENT = "present"
    PROGRESSIVE = "progressive"  # is/are …ing
    PASSIVE = "passive"  # is/are …ed
    COPULA = "copula"  # is/are and no participle
    PAST = "past"
    WAS = "was"  # was/were with anything
    PERFECT = "perfect"
    HAS = "has"  # has/have and no participle
    DO = "do"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class Verb:
    """A main verb: its token index, the index of the word that carries its meaning, base form and tense."""

    at: int
    core: int
    base: str
    tense: Tense


@lru_cache(maxsize=256)  # the stages ask about the same clause in turn
def main_verb(clause: tuple[Token, ...]) -> Verb | None:
    """The finite verb of the main clause, or None for a phrase without one."""
    return _Finder(clause).find()


def in_present(text: str) -> str:
    """The clause with its main verb in the present tense, if that was in the simple past."""
    clause = tokens(text)
    finder = _Finder(clause)
    verb = finder.find()
    if verb is None or verb.tense != Tense.PAST or verb.base not in bases():
        return text
    old = clause[verb.at]
    new = verb.base if finder.has_plural_subject(verb.at) else third_person(verb.base)
    return text[: old.start] + new + text[old.end :]


_OBJECTS = ("him", "her", "them", "it", "us", "me", "that")


class _Finder:
    """Walks one clause from its start to its main verb, round the clauses inside it."""

    def __init__(self, clause: tuple[Token, ...]) -> None:
        self.clause = clause
        self.start = self._after_opening()
        self.relative = False  # inside "who lost his home", whose verb is not the main one

    def find(self) -> Verb | None:
        at = self.start
        while at < len(self.clause):
            token = self.clause[at]
            if not token.is_word:
                at += 1
                continue
            after = self._after_inner_clause(at)
            if after != at:
                at = after
                continue
            verb = self._verb(at)
            if verb and self.relative:
                self.relative, at = False, max(verb.core, at) + 1
                continue
            if verb:
                return verb
            at += 1
        return None

    def _after_opening(self) -> int:
        """Where the main clause starts: behind "As the sun sets," or "In the hills,"."""
        if not self.clause:
            return 0
        low = self.clause[0].low
        if low in words("words", "subordinators") or is_preposition(low):
            return self._next_comma(0) + 1 if self._next_comma(0) < min(len(self.clause), 30) else 0
        return 0

    def _next_comma(self, at: int) -> int:
        return next((i for i in range(at, len(self.clause)) if self.clause[i].text == ","), len(self.clause))

    def _after_inner_clause(self, at: int) -> int:
        """Where to go on if a relative or other subordinate clause begins at ``at``, else ``at``."""
        low = self.clause[at].low
        if at <= self.start:
            return at
        before = self.clause[at - 1]
        if low in words("words", "relatives"):
            if before.text == ",":
                return self._next_comma(at) + 1
            self.relative = True
            return at + 1
        if low in words("words", "subordinators") and before.low not in words("cuts", "never-after"):
            after = self._after(at)
            if low != "as" and after is not None and after.low.endswith("ing"):
                return at + 2  # "phone use while driving is banned"
            return self._next_comma(at) + 1
        return at

    def _verb(self, at: int) -> Verb | None:
        token = self.clause[at]
        low = token.low
        checks: tuple[Callable[[int, str], Verb | None], ...] = (self._auxiliary, self._lexical)
        if (token.is_capital and at > self.start) or self._is_held(at):
            return None
        return next((verb for check in checks if (verb := check(at, low))), None)

    def _is_held(self, at: int) -> bool:
        """Whether the word before makes a noun or an infinitive of this one."""
        low = self._before(at)
        if low in words("words", "quantities"):
            return False
        return low == "to" or is_determiner(low) or (is_preposition(low) and low not in ("up", "down", "out", "off"))

    def _before(self, at: int) -> str:
        return self.clause[at - 1].low if at else ""

    def _after(self, at: int) -> Token | None:
        return self.clause[at + 1] if at + 1 < len(self.clause) else None

    def _auxiliary(self, at: int, low: str) -> Verb | None:
        if low in words("words", "modals"):
            return Verb(at, self._core(at), "", Tense.MODAL)
        if low in words("words", "be-present") or low in words("words", "contracted"):
            return self._be(at)
        if low in words("words", "be-past"):
            return Verb(at, self._core(at), "", Tense.WAS)
        if low in words("words", "had"):
            return Verb(at, self._core(at), "", Tense.PERFECT)
        if low in words("words", "have"):
            return self._have(at)
        if low in words("words", "do"):
            return Verb(at, self._core(at), "", Tense.DO)
        return None

    def _core(self, at: int) -> int:
        """The index of the word an auxiliary belongs to, adverbs passed over; ``at`` where there is none."""
        core = at + 1
        while core < len(self.clause) and (
            is_adverb(self.clause[core].low) or self.clause[core].low in ("being", "been", "be")
        ):
            core += 1
        return core if core < len(self.clause) and self.clause[core].is_word else at

    def _be(self, at: int) -> Verb:
        core = self._core(at)
        low = self.clause[core].low
        if core == at or low in words("words", "determiners"):
            return Verb(at, at, "", Tense.COPULA)
        if low.endswith("ing"):
            return Verb(at, core, participle_base(low) or low, Tense.PROGRESSIVE)
        base = past_base(low)
        return Verb(at, core, base, Tense.PASSIVE) if base else Verb(at, core, "", Tense.COPULA)

    def _have(self, at: int) -> Verb:
        core = self._core(at)
        low = self.clause[core].low
        done = core > at and (
            past_base(low) or low in ("been", "had", "gone", "come", "become", "run", "hit", "put", "set")
        )
        return Verb(at, core if done else at, "", Tense.PERFECT if done else Tense.HAS)

    def _lexical(self, at: int, low: str) -> Verb | None:
        known = forms().get(low)
        if low == "left" and not self._is_departure(at):
            return None
        if known is None:
            return Verb(at, at, low, Tense.PAST) if looks_past(low) and self._is_past(at, low, low) else None
        if known.present and self._is_third_person(at, known.present):
            return Verb(at, at, known.present, Tense.PRESENT)
        if known.past and at > self.start and known.past != known.base:
            return Verb(at, at, known.past, Tense.PAST)
        if known.base and self._is_plural_present(at, known.base):
            return Verb(at, at, known.base, Tense.PRESENT)
        if known.both and self._is_past(at, low, known.both):
            return Verb(at, at, known.both, Tense.PAST)
        return None

    def _is_departure(self, at: int) -> bool:
        """Whether "left" is a verb and not a position."""
        after = self._after(at)
        whole = self._before(at) not in (",", "(", "far", "top", "bottom", "front", "back", "and")
        return whole and after is not None and (is_determiner(after.low) or after.is_capital or after.low == "for")

    def _subject(self, at: int) -> list[Token]:
        return [token for token in self.clause[self.start : at] if token.is_word]

    def has_plural_subject(self, at: int) -> bool:
        """Whether the subject before ``at`` is plural."""
        subject = self._subject(at)
        while subject and is_adverb(subject[-1].low):
            subject.pop()
        if not subject:
            return False
        head = subject
        for index, token in enumerate(subject):
            if index and (is_preposition(token.low) or token.low in words("words", "relatives")):
                head = subject[:index]
                break
        together = any(token.low in ("and", "&") for token in subject[1:-1])
        return is_plural(head[-1]) or is_plural(subject[-1]) or together

    def _is_third_person(self, at: int, base: str) -> bool:
        subject = self._subject(at)
        if not subject:
            return False
        plural_before = is_plural(subject[-1]) and not subject[-1].is_capital and not is_adverb(subject[-1].low)
        if plural_before and self.clause[at - 1].is_word:
            return False
        if base not in words("verbs", "noun-too"):
            return True
        whole = any(token.low in words("words", "singular-determiners") for token in subject)
        named = subject[-1].is_capital and (len(subject) > 1 or self._has_object(at))
        bare = len(subject) == 1 and (not subject[0].is_capital or subject[0].low in words("words", "pronouns"))
        return (whole or named or bare or not self.clause[at - 1].is_word) and self._goes_on_like_a_verb(at)

    def _is_plural_present(self, at: int, base: str) -> bool:
        if base == "like" or not self.has_plural_subject(at):
            return False
        if base not in words("verbs", "noun-too"):
            return True
        if not self._ends_a_subject(at - 1):
            return False
        return self._before(at) not in words("words", "compounding") or self._goes_on_like_a_verb(at)

    def _ends_a_subject(self, at: int) -> bool:
        """Whether a plural subject may end here: not in "mountain and river force"."""
        token = self.clause[at]
        if not token.is_word or token.is_capital or is_plural(token) or is_adverb(token.low):
            return True
        pairs = zip(self.clause[self.start : at], self.clause[self.start + 1 : at], strict=False)
        return any(one.low == "and" and is_determiner(two.low) for one, two in pairs)

    def _has_object(self, at: int) -> bool:
        after = self._after(at)
        return after is not None and (is_determiner(after.low) or after.is_capital)

    def _goes_on_like_a_verb(self, at: int) -> bool:
        """Whether what follows can follow a verb: an object, a place, an adverb, or the end."""
        after = self._after(at)
        if after is None or not after.is_word:
            return True
        low = after.low
        return (
            is_determiner(low)
            or is_preposition(low)
            or is_adverb(low)
            or low in words("words", "pronouns")
            or low
            in ("them", "him", "her", "us", "me", "as", "while", "after", "before", "guard", "hands", "and", "that")
            or after.is_capital
            or low.endswith("ing")
            or is_plural(after)
        )

    def _is_past(self, at: int, low: str, base: str) -> bool:
        """Whether a form that may be past or participle is the past of this clause."""
        before, after = self._before(at), self._after(at)
        index = at - 1
        while index >= self.start and is_adverb(self.clause[index].low):
            index -= 1
        commas = sum(token.text == "," for token in self.clause[self.start : at])
        held = index < self.start or self._is_held(index + 1) or (not self.clause[index].is_word and commas < 2)
        if at <= self.start or held or before in ("and", "or", "be", "been", "being"):
            return False
        if low in words("verbs", "naming") or (after is not None and after.low == "by"):
            return False
        if base in words("verbs", "intransitive") or (after is not None and after.text in "$£€"):
            return True
        if after is None or not after.is_word:
            return False
        if after.low in ("off", "up", "out", "down", "away", "back") and at + 2 < len(self.clause):
            after = self.clause[at + 2]  # "cordoned off the area"
        if is_determiner(after.low) or after.low in _OBJECTS or after.is_capital:
            return True
        return is_plural(after) and self._may_act_on_many(at)

    def _may_act_on_many(self, at: int) -> bool:
        """Whether a bare plural after this form can be its object: "sent tanks", "Soldiers destroyed houses"."""
        before = self.clause[at - 1]
        named = before.is_capital and at - 1 > self.start
        return not self.clause[at].low.endswith("ed") or is_plural(before) or named
