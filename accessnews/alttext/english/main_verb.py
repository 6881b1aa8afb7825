"""English verbs: which one is the main verb of a clause, and its present tense."""

from functools import lru_cache

from accessnews.alttext.english.finite import Finite, Tense, Verb
from accessnews.alttext.english.tokens import Token, is_preposition, tokens
from accessnews.alttext.english.verbs import bases, is_verb_form, third_person
from accessnews.alttext.lexicon import words


@lru_cache(maxsize=256)  # the stages ask about the same clause in turn
def main_verb(clause: tuple[Token, ...]) -> Verb | None:
    """The finite verb of the main clause, or None for a phrase without one."""
    return _Finder(clause).find()


def in_present(text: str) -> str:
    """The clause with its main verb in the present tense, if that was in the simple past."""
    clause = tokens(text)
    verb = main_verb(clause)
    if verb is None or verb.tense != Tense.PAST or verb.base not in bases():
        return text
    old = clause[verb.at]
    new = verb.base if _Finder(clause).finite.has_plural_subject(verb.at) else third_person(verb.base)
    return text[: old.start] + new + text[old.end :]


class _Finder:
    """Walks one clause from its start to its main verb, round the clauses inside it."""

    def __init__(self, clause: tuple[Token, ...]) -> None:
        self.clause = clause
        self.start = self._after_opening()
        self.finite = Finite(clause, self.start)
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
            verb = self.finite.verb(at)
            if verb and self.relative:
                at = max(verb.core, at) + 1
                self.relative = self._goes_on_with_and(at)
                continue
            if verb:
                return verb
            at += 1
        return None

    def _goes_on_with_and(self, at: int) -> bool:
        """Whether a second verb is joined to one before ``at``: "the place where he was born [and grew up]"."""
        after = self.clause[at + 1] if at + 1 < len(self.clause) else None
        return after is not None and self.clause[at].low == "and" and is_verb_form(after.low)

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
        held = before.low in words("cuts", "never-after") or before.low in words("words", "relatives")
        if low in words("words", "subordinators") and not held:  # "that once guarded"
            after = self.clause[at + 1] if at + 1 < len(self.clause) else None
            if low != "as" and after is not None and after.low.endswith("ing"):
                return at + 2  # "phone use while driving is banned"
            return self._next_comma(at) + 1
        return at
