"""Finite: whether a word of an English clause is its finite verb, and how that speaks of time."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from accessnews.alttext.english.tokens import Token, is_adverb, is_determiner, is_plural, is_preposition
from accessnews.alttext.english.verbs import forms, is_base_form, looks_past, participle_base, past_base
from accessnews.alttext.lexicon import words


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


@cache
def auxiliaries() -> frozenset[str]:
    """The forms of be, have and do, and the modals."""
    kinds = ("modals", "be-present", "be-past", "have", "had", "do", "contracted")
    return frozenset().union(*(words("words", kind) for kind in kinds))


def may_be_finite(low: str) -> bool:
    """Whether a word can be a finite verb at all; most cannot."""
    return low in forms() or low in auxiliaries() or low.endswith(("s", "ed"))


_BEFORE_OBJECTS = ("a", "an", "the", "his", "her", "its", "their", "both")
_OBJECTS = ("him", "her", "them", "it", "us", "me", "that")


class Finite:
    """Reads the words of one clause, whose main part begins at ``start``."""

    def __init__(self, clause: tuple[Token, ...], start: int) -> None:
        self.clause, self.start = clause, start

    def verb(self, at: int) -> Verb | None:
        """The finite verb that the word at ``at`` is, or None."""
        token = self.clause[at]
        low = token.low
        if (token.is_capital and at > self.start) or not may_be_finite(low) or self._is_held(at):
            return None
        verb = self._auxiliary(at, low) if low in auxiliaries() else None
        if verb:
            return verb
        verb = self._lexical(at, low)
        return None if verb and self._is_overtaken(at) else verb

    def _is_overtaken(self, at: int) -> bool:
        """Whether a plainer verb follows, to which this word is but a noun or participle: "Consumer prices rose"."""
        after = self._after(at)
        if after is None or is_determiner(after.low) or after.low in words("words", "pronouns"):
            return False
        for index in range(at + 1, len(self.clause)):
            token = self.clause[index]
            low = token.low
            if not token.is_word or self._opens_another(low):
                return False
            if low in auxiliaries() and low != "'s" and not self._is_held(index):
                return True
            known = forms().get(low)
            if known and known.past and known.past != known.base and not self._is_held(index):
                return True
        return False

    def _opens_another(self, low: str) -> bool:
        """Whether a clause of its own may begin here."""
        kinds = ("relatives", "subordinators", "conjunctions", "pronouns")
        return low == "to" or low.endswith("ing") or any(low in words("words", kind) for kind in kinds)

    def _is_held(self, at: int) -> bool:
        """Whether the word before makes a noun or an infinitive of this one."""
        low = self._before(at)
        if low in words("words", "quantities") or (low == "one" and self.clause[at].low in auxiliaries()):
            return False  # "Many gathered", "No one was hurt"
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
            past_base(low.rsplit("-", 1)[-1])
            or low in ("been", "had", "gone", "come", "become", "run", "hit", "put", "set")
        )
        return Verb(at, core if done else at, "", Tense.PERFECT if done else Tense.HAS)

    def _lexical(self, at: int, low: str) -> Verb | None:
        known = forms().get(low)
        if low == "left" and not self._is_departure(at):
            return None
        if known is None:
            return self._unlisted(at, low)
        if known.present and self._is_third_person(at, known.present):
            return Verb(at, at, known.present, Tense.PRESENT)
        if known.past and at > self.start and known.past != known.base:
            return Verb(at, at, known.past, Tense.PAST)
        if known.base and self._is_plural_present(at, known.base):
            return Verb(at, at, known.base, Tense.PRESENT)
        if known.both and self._is_past(at, low, known.both):
            return Verb(at, at, known.both, Tense.PAST)
        return None

    def _unlisted(self, at: int, low: str) -> Verb | None:
        """A verb that no list has, by its ending and what follows: "preps a room", "ousted the"."""
        if looks_past(low) and self._is_past(at, low, low):
            return Verb(at, at, low, Tense.PAST)
        after, before = self._after(at), self.clause[at - 1] if at else None
        acts = low.endswith("s") and not low.endswith(("ss", "'s", "us", "is")) and len(low) > 3
        object_follows = after is not None and after.low in _BEFORE_OBJECTS
        subject = before is not None and before.is_word and not is_plural(before) and not is_determiner(before.low)
        return Verb(at, at, low[:-1], Tense.PRESENT) if acts and object_follows and subject else None

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
        bare = len(subject) == 1  # "Smoke rises"; a capital at the start of a sentence tells nothing
        infinitive = self._takes_infinitive(at)
        return infinitive or (
            (whole or named or bare or not self.clause[at - 1].is_word) and self._goes_on_like_a_verb(at)
        )

    def _takes_infinitive(self, at: int) -> bool:
        """ "hopes to win", "plans to open"."""
        rest = [token.low for token in self.clause[at + 1 : at + 3]]
        return len(rest) == 2 and rest[0] == "to" and is_base_form(rest[1])

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
        held_by_word = self._is_held(index + 1) and self.clause[index].low not in words("words", "relatives")
        held = index < self.start or held_by_word or (not self.clause[index].is_word and commas < 2)
        if at <= self.start or held or before in ("and", "or", "be", "been", "being"):
            return False
        if after is not None and after.low in _OBJECTS:
            return True
        if low in words("verbs", "naming") or (after is not None and after.low == "by"):
            return False
        if base in words("verbs", "intransitive") or (after is not None and after.text in "$£€"):
            return True
        if after is None or not after.is_word:
            return False
        if after.low in ("up", "down", "higher", "lower") and at + 2 < len(self.clause):
            further = self.clause[at + 2]
            if is_adverb(further.low) or further.low in ("by", "to", "from") or further.low.isdigit():
                return True
        if after.low in ("off", "up", "out", "down", "away", "back") and at + 2 < len(self.clause):
            after = self.clause[at + 2]  # "cordoned off the area"
        if is_determiner(after.low) or after.is_capital or after.low[0].isdigit():
            return True
        return is_plural(after) and self._may_act_on_many(at)

    def _may_act_on_many(self, at: int) -> bool:
        """Whether a bare plural after this form can be its object: "sent tanks", "Soldiers destroyed houses"."""
        before = self.clause[at - 1]
        named = before.is_capital and at - 1 > self.start
        return not self.clause[at].low.endswith("ed") or is_plural(before) or named
