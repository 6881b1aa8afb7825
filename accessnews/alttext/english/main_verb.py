"""The main verb of an English clause, and how it speaks of time."""

from functools import lru_cache

from accessnews.alttext.english.tense import Tense, Verb
from accessnews.alttext.english.tokens import NOTHING, Token, tags_of
from accessnews.alttext.english.verbs import forms, looks_past, participle_base, past_base

_BEFORE_OBJECTS = ("a", "an", "the", "his", "her", "its", "their", "both")
_OBJECTS = ("him", "her", "them", "it", "us", "me", "that")
_GO_ON = ("them", "him", "her", "us", "me", "as", "while", "after", "before", "guard", "hands", "and", "that")
_NO_SUBJECTS = (",", "(", "far", "top", "bottom", "front", "back", "and")  # before "left", where it is a position
_SHORT_PARTICIPLES = ("been", "had", "gone", "come", "become", "run", "hit", "put", "set")
_QUOTES = {"“": "”", '"': '"'}
_AFTER_SPEECH = ("preposition", "conjunctions", "relatives", "adverb", "pronouns")
_LONGEST_OPENING = 30  # tokens


_AUXILIARIES = {"modals": Tense.MODAL, "be-past": Tense.WAS, "had": Tense.PERFECT, "do": Tense.DO}


@lru_cache(maxsize=256)  # several rules ask about the same stretch
def main_verb(tokens: tuple[Token, ...]) -> Verb | None:
    """The finite verb of the main clause, or None for a phrase without one."""
    return _Finder(tokens).find()


def has_plural_subject(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the subject of the verb at ``at`` is plural."""
    return _Finder(tokens).has_plural_subject(at)


class _Finder:
    """Walks one clause from its start to its main verb, round the clauses inside it."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.size = len(tokens)
        self.tokens = (*tokens, NOTHING, NOTHING)  # so that one may look beyond either end
        self.start = 0  # of the main clause: behind "As the sun sets," or "In the hills,"
        if self.tokens[0].has("subordinators", "preposition"):
            comma = self._next_comma(0)
            self.start = comma + 1 if comma < min(self.size, _LONGEST_OPENING) else 0
        self.in_relative = False  # inside "who lost his home", whose verb is not the main one

    def find(self) -> Verb | None:
        at = self.start
        while at < self.size:
            if self.tokens[at].text in _QUOTES:
                at = self._after_quotation(at)
                continue
            after = self._after_inner_clause(at) if self.tokens[at].is_word else at + 1
            if after != at:
                at = after
                continue
            verb = self._verb(at)
            if verb and not self.in_relative:
                return verb
            at = max(verb.core, at) + 1 if verb else at + 1
            if verb:  # "the place where he was born [and grew up]"
                self.in_relative = self.tokens[at].low == "and" and "verb" in self.tokens[at + 1].tags
        return self._report()

    def _after_quotation(self, at: int) -> int:
        """The index behind a quotation that opens at ``at``; behind the mark alone where it is not closed."""
        close = _QUOTES[self.tokens[at].text]
        closes = (index for index in range(at + 1, self.size) if self.tokens[index].text == close)
        return next(closes, at) + 1

    def _report(self) -> Verb | None:
        """A past that only what follows tells from a participle: "The board promised to pay", "Profits doubled"."""
        for at in range(self.start + 1, self.size):
            token, after = self.tokens[at], self.tokens[at + 1]
            if token.has("relatives", "subordinators", "preposition") and token.low != "of":
                return None
            base = past_base(token.low) if token.has("past-form") and not token.is_capital else ""
            if not base or token.low == "left" or token.has("naming") or self._cannot_be_past(at):
                continue
            further = self.tokens[at + 2]
            ends = not after.text or after.text == "." or (after.low in ("by", "to") and further.low[:1].isdigit())
            goes_on = after.low == "to" and further.has("base-form")
            said = "speech" in tags_of(base) and after.has(*_AFTER_SPEECH)
            if (ends and self.tokens[at - 1].is_word) or goes_on or said or after.low[:1].isdigit():
                return Verb(at, at, base, Tense.PAST)
        return None

    def _next_comma(self, at: int) -> int:
        return next((i for i in range(at, self.size) if self.tokens[i].text == ","), self.size)

    def _after_inner_clause(self, at: int) -> int:
        """Where to go on if a relative or other subordinate clause begins at ``at``, else ``at``."""
        token, before, after = self.tokens[at], self.tokens[at - 1], self.tokens[at + 1]
        if at <= self.start:
            return at
        if "relatives" in token.tags:
            if before.text == ",":
                return self._next_comma(at) + 1
            self.in_relative = True
            return at + 1
        if "subordinators" in token.tags and not before.has("never-after", "relatives"):  # "that once guarded"
            # "phone use while driving is banned"
            return at + 2 if token.low != "as" and "ing" in after.tags else self._next_comma(at) + 1
        return at

    def _verb(self, at: int) -> Verb | None:
        """The finite verb that the word at ``at`` is, or None."""
        token = self.tokens[at]
        if (token.is_capital and at > self.start) or "may-be-finite" not in token.tags or self._is_held(at):
            return None
        verb = self._auxiliary(at) if "auxiliary" in token.tags else None
        if verb:
            return verb
        verb = self._lexical(at)
        return None if verb and self._is_overtaken(at) else verb

    def _is_held(self, at: int) -> bool:
        """Whether the word before makes a noun or an infinitive of this one."""
        before = self.tokens[at - 1]
        stands_alone = "quantities" in before.tags and not self._sums_up(at)
        if stands_alone or (before.low == "one" and "auxiliary" in self.tokens[at].tags):
            return False  # "Many gathered", "No one was hurt"
        particle = before.low in ("up", "down", "out", "off")
        return before.low == "to" or "determiner" in before.tags or ("preposition" in before.tags and not particle)

    def _sums_up(self, at: int) -> bool:
        """Whether a participle is said of all that was named: "an axe and a pot, all found in a field"."""
        before, earlier = self.tokens[at - 1], self.tokens[at - 2]
        return before.low in ("all", "both", "each") and earlier.text == "," and self.tokens[at].has("past-form")

    def _is_overtaken(self, at: int) -> bool:
        """Whether a plainer verb follows, to which this word is but a noun or participle: "Consumer prices rose"."""
        if self.tokens[at + 1].has("determiner", "pronouns"):
            return False
        for index in range(at + 1, self.size):
            token = self.tokens[index]
            opens_another = token.has("relatives", "subordinators", "conjunctions", "pronouns", "ing")
            if not token.is_word or token.low == "to" or opens_another:
                return False
            form = forms().get(token.low)
            plain = "auxiliary" in token.tags or (form and form.past and form.past != form.base)
            if plain and not self._is_held(index):
                return True
        return False

    def _auxiliary(self, at: int) -> Verb | None:
        token = self.tokens[at]
        if token.has("be-present", "contracted"):
            return self._be(at)
        if "have" in token.tags:
            core = self._core(at)
            low = self.tokens[core].low
            done = core > at and (past_base(low.rsplit("-", 1)[-1]) or low in _SHORT_PARTICIPLES)
            return Verb(at, core, "", Tense.PERFECT) if done else Verb(at, at, "", Tense.HAS)
        tense = next((tense for tag, tense in _AUXILIARIES.items() if tag in token.tags), None)
        return Verb(at, self._core(at), "", tense) if tense else None

    def _core(self, at: int) -> int:
        """The index of the word an auxiliary belongs to, adverbs passed over; ``at`` where there is none."""
        core = at + 1
        while "adverb" in self.tokens[core].tags or self.tokens[core].low in ("being", "been", "be"):
            core += 1
        return core if self.tokens[core].is_word else at

    def _be(self, at: int) -> Verb:
        core = self._core(at)
        token = self.tokens[core]
        if core == at or "determiners" in token.tags:
            return Verb(at, at, "", Tense.COPULA)
        if "ing" in token.tags:
            return Verb(at, core, participle_base(token.low) or token.low, Tense.PROGRESSIVE)
        base = past_base(token.low)
        return Verb(at, core, base, Tense.PASSIVE if base else Tense.COPULA)

    def _lexical(self, at: int) -> Verb | None:
        low = self.tokens[at].low
        form = forms().get(low)
        if low == "left" and not self._is_departure(at):
            return None
        if form is None:
            return self._unlisted(at)
        if form.present and self._is_third_person(at, form.present):
            return Verb(at, at, form.present, Tense.PRESENT)
        if form.past and at > self.start and form.past != form.base:
            return Verb(at, at, form.past, Tense.PAST)
        if form.base and self._is_plural_present(at, form.base):
            return Verb(at, at, form.base, Tense.PRESENT)
        return Verb(at, at, form.both, Tense.PAST) if form.both and self._is_past(at, form.both) else None

    def _unlisted(self, at: int) -> Verb | None:
        """A verb that no list has, by its ending and what follows: "preps a room", "ousted the"."""
        low, before, after = self.tokens[at].low, self.tokens[at - 1], self.tokens[at + 1]
        if looks_past(low) and self._is_past(at, low):
            return Verb(at, at, low, Tense.PAST)
        acts = low.endswith("s") and not low.endswith(("ss", "'s", "us", "is")) and len(low) > 3
        subject = before.is_word and not before.has("plural", "determiner")
        return Verb(at, at, low[:-1], Tense.PRESENT) if acts and subject and after.low in _BEFORE_OBJECTS else None

    def _is_departure(self, at: int) -> bool:
        """Whether "left" is a verb and not a position."""
        after = self.tokens[at + 1]
        return self.tokens[at - 1].low not in _NO_SUBJECTS and (self._has_object(at) or after.low == "for")

    def _has_object(self, at: int) -> bool:
        after = self.tokens[at + 1]
        return "determiner" in after.tags or after.is_capital

    def _subject(self, at: int) -> list[Token]:
        return [token for token in self.tokens[self.start : at] if token.is_word]

    def has_plural_subject(self, at: int) -> bool:
        """Whether the subject before ``at`` is plural."""
        subject = self._subject(at)
        while subject and "adverb" in subject[-1].tags:
            subject.pop()
        if not subject:
            return False
        ends = (index for index, token in enumerate(subject) if index and token.has("preposition", "relatives"))
        head = subject[next(ends, len(subject)) - 1]
        together = any(token.low in ("and", "&") for token in subject[1:-1])
        return "plural" in head.tags or "plural" in subject[-1].tags or together

    def _is_third_person(self, at: int, base: str) -> bool:
        subject, adjacent = self._subject(at), self.tokens[at - 1].is_word
        if not subject:
            return False
        last = subject[-1]
        if "plural" in last.tags and "adverb" not in last.tags and not last.is_capital and adjacent:
            return False
        if "noun-too" not in tags_of(base):
            return True
        if self.tokens[at + 1].low == "to" and "base-form" in self.tokens[at + 2].tags:
            return True  # "hopes to win", "plans to open"
        whole = any("singular-determiners" in token.tags for token in subject)
        named = last.is_capital and (len(subject) > 1 or self._has_object(at))
        bare = len(subject) == 1  # "Smoke rises"; a capital at the start of a sentence tells nothing
        return (whole or named or bare or not adjacent) and self._goes_on_like_a_verb(at)

    def _is_plural_present(self, at: int, base: str) -> bool:
        if base == "like" or not self.has_plural_subject(at):
            return False
        if "noun-too" not in tags_of(base):
            return True
        if not self._ends_a_subject(at - 1):
            return False
        return "compounding" not in self.tokens[at - 1].tags or self._goes_on_like_a_verb(at)

    def _ends_a_subject(self, at: int) -> bool:
        """Whether a plural subject may end here: not in "mountain and river force"."""
        token = self.tokens[at]
        if not token.is_word or token.is_capital or token.has("plural", "adverb"):
            return True
        pairs = zip(self.tokens[self.start : at], self.tokens[self.start + 1 : at], strict=False)
        return any(word.low == "and" and "determiner" in follower.tags for word, follower in pairs)

    def _goes_on_like_a_verb(self, at: int) -> bool:
        """Whether what follows can follow a verb: an object, a place, an adverb, or the end."""
        after = self.tokens[at + 1]
        if not after.is_word or after.is_capital or after.low in _GO_ON:
            return True
        return after.has("determiner", "preposition", "adverb", "pronouns", "ing", "plural")

    def _is_past(self, at: int, base: str) -> bool:
        """Whether a form that may be past or participle is the past of this clause."""
        after, further = self.tokens[at + 1], self.tokens[at + 2]
        if self._cannot_be_past(at):
            return False
        if after.low in _OBJECTS:
            return True
        if "naming" in self.tokens[at].tags or after.low == "by":
            return False
        if "intransitive" in tags_of(base) or (after.text and after.text in "$£€"):
            return True
        if not after.is_word:
            return False
        far = "adverb" in further.tags or further.low in ("by", "to", "from") or further.low.isdigit()
        if far and after.low in ("up", "down", "higher", "lower"):
            return True
        if after.low in ("off", "up", "out", "down", "away", "back") and at + 2 < self.size:
            after = further  # "cordoned off the area"
        if "determiner" in after.tags or after.is_capital or after.low[0].isdigit():
            return True
        idea = further.has("abstract-nouns") and not after.has("preposition", "relatives")  # "raised interest rates"
        return idea or ("plural" in after.tags and self._may_act_on_many(at))

    def _cannot_be_past(self, at: int) -> bool:
        """Whether there is no subject, or what stands before it makes a participle of the word."""
        index = at - 1
        while index >= self.start and "adverb" in self.tokens[index].tags:
            index -= 1
        if at <= self.start or index < self.start or self.tokens[at - 1].low in ("and", "or", "be", "been", "being"):
            return True
        before = self.tokens[index]
        commas = sum(token.text == "," for token in self.tokens[self.start : at])
        held = self._is_held(index + 1) and "relatives" not in before.tags
        return held or (not before.is_word and commas < 2)

    def _may_act_on_many(self, at: int) -> bool:
        """Whether a bare plural after this form can be its object: "sent tanks", "Soldiers destroyed houses"."""
        before = self.tokens[at - 1]
        named = before.is_capital and at - 1 > self.start
        return not self.tokens[at].low.endswith("ed") or "plural" in before.tags or named
