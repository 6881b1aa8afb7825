"""A clause: its tokens and main verb, and what can be said of the words in it."""

from dataclasses import dataclass
from functools import lru_cache

from accessnews.alttext.english.finite import Tense, Verb, auxiliaries
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.tokens import Token, is_adverb, is_determiner, is_plural, is_preposition, tokens
from accessnews.alttext.english.verbs import hidden, is_verb_form, participle_base, past_base
from accessnews.alttext.english.visibility import LOW_CONFIDENCE, judge
from accessnews.alttext.lexicon import words

Range = tuple[int, int]
"""A half-open range of token indices."""

_PLACED = ("in", "at", "near", "outside")
_IN_PLACES = (*_PLACED, "the", "of", "de", "la", "el", "and")  # and what words.toml lists as regions
_NEVER_NOUNS = ("able", "ready", "likely", "due", "set", "free", "eager", "about")
_TOLD = (Tense.PAST, Tense.WAS, Tense.PERFECT, Tense.MODAL, Tense.DO, Tense.HAS)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its tokens and its main verb."""

    text: str
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]  # of the tokens
    verb: Verb | None

    @property
    def verb_end(self) -> int:
        """The index behind the main verb, or behind what stands for it: a participle, else the first two words."""
        return self.verb.core + 1 if self.verb else self._participle_end()

    def _participle_end(self) -> int:
        for at in range(1, len(self.tokens) - 1):
            token, before = self.tokens[at], self.tokens[at - 1]
            attributive = is_determiner(before.low) or is_preposition(before.low)
            if participle_base(token.low) and not attributive and not is_preposition(token.low):
                return at + 1
        return 2

    def low(self, at: int) -> str:
        """The word or mark at ``at`` in lower case; empty beyond either end."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def comma_after(self, at: int) -> int:
        """The index of the next comma from ``at`` on, or the number of tokens."""
        return next((i for i in range(at, len(self.tokens)) if self.tokens[i].text == ","), len(self.tokens))

    def end(self) -> int:
        """The index behind the last token that is not a full stop."""
        end = len(self.tokens)
        while end and self.tokens[end - 1].text in ".!?":
            end -= 1
        return end


@lru_cache(maxsize=64)  # the rounds of trimming ask about the same text in turn
def parse(text: str) -> Clause:
    parts = tokens(text)
    return Clause(text, parts, tuple([token.low for token in parts]), main_verb(parts))


def place_tail(clause: Clause, at: int) -> int:
    """Where a closing place between commas (", in Baghdad, Iraq") begins behind ``at``, or the end."""
    for comma in range(at + 1, clause.end() - 1):
        if clause.tokens[comma].text != "," or clause.low(comma + 1) not in _PLACED:
            continue
        named = [token for token in clause.tokens[comma + 2 : clause.end()] if token.text != ","]
        if named and any(token.is_capital for token in named) and all(map(_may_name_a_place, named)):
            return comma
    return clause.end()


def _may_name_a_place(token: Token) -> bool:
    return token.is_capital or token.low in _IN_PLACES or token.low in words("words", "regions")


def with_comma(clause: Clause, at: int) -> int:
    """Where the phrase at ``at`` begins, with a comma before it."""
    return at - 1 if clause.low(at - 1) == "," else at


def is_noun(clause: Clause, at: int) -> bool:
    """Whether the word is likely a noun here."""
    token = clause.tokens[at]
    if not token.is_word or is_preposition(token.low) or is_adverb(token.low) or is_determiner(token.low):
        return False
    if token.low in words("words", "conjunctions") or token.low in words("words", "relatives"):
        return False
    if token.low in auxiliaries() or token.low in ("be", "been", "being"):
        return False
    if token.is_capital:
        return True
    if token.low.endswith("ing") or token.low in _NEVER_NOUNS or (token.low.endswith("ed") and past_base(token.low)):
        return False
    return not is_verb_form(token.low) or not _acts_here(clause, at)


def _acts_here(clause: Clause, at: int) -> bool:
    """Whether a word that may be a verb is one: the main verb, or what a name, plural or "to" stands before."""
    if clause.verb is not None and at == clause.verb.core:
        return True
    before = clause.tokens[at - 1] if at else None
    if before is None or not before.is_word or is_determiner(before.low) or is_preposition(before.low):
        return before is not None and before.low == "to"
    return is_plural(before) or before.is_capital or before.low in words("words", "pronouns")


def is_told(clause: Clause, at: int) -> bool:
    """Whether the clause that the word at ``at`` opens ("who", "as") has a verb, and one that no picture shows."""
    inside = clause.tokens[at + 1 : place_tail(clause, at)]
    relative = clause.low(at) in ("who", "which", "that")
    verb = main_verb((clause.tokens[at - 1], *inside) if relative else inside)
    if verb is None:
        return False
    if relative:
        return verb.tense in _TOLD or verb.base in hidden() - words("verbs", "visible-present")
    judgement = judge(clause.text[inside[0].start : inside[-1].end])
    return not judgement.visible and judgement.reason != LOW_CONFIDENCE
