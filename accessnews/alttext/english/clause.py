"""A clause: a text with its tokens and its main verb, parsed once and handed from rule to rule."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from accessnews.alttext.english.main_verb import has_plural_subject, main_verb
from accessnews.alttext.english.tense import Tense, Verb
from accessnews.alttext.english.tokens import NOTHING, Phrases, Token, tokenize
from accessnews.alttext.english.verbs import bases, third_person

Range = tuple[int, int]
"""A half-open range of token indices."""

HIDDEN = ("speech", "mind", "abstract")
"""Verbs of speech, of mind and of law: no picture shows them, whatever their tense."""

_PLACED = ("in", "at", "near", "outside")
_IN_PLACES = (*_PLACED, "the", "of", "de", "la", "el", "and")  # and what words.toml lists as regions
_NEVER_NOUNS = ("able", "ready", "likely", "due", "set", "free", "eager", "about")
_NO_NOUNS = ("preposition", "adverb", "determiner", "conjunctions", "relatives", "auxiliary")


@dataclass(frozen=True)
class Clause:
    """A text with its tokens; what is said of them is found when it is asked for first."""

    text: str
    tokens: tuple[Token, ...]

    def __getitem__(self, at: int) -> Token:
        """The token at an index, NOTHING beyond either end."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else NOTHING

    @cached_property
    def lows(self) -> tuple[str, ...]:
        return tuple([token.low for token in self.tokens])

    @cached_property
    def words(self) -> list[Token]:
        return [token for token in self.tokens if token.is_word]

    @cached_property
    def verb(self) -> Verb | None:
        return main_verb(self.tokens)

    @cached_property
    def end(self) -> int:
        """The index behind the last token that is not a full stop."""
        end = len(self.tokens)
        while end and self.tokens[end - 1].text in ".!?":
            end -= 1
        return end

    @cached_property
    def verb_end(self) -> int:
        """The index behind the main verb, or behind what stands for it: a participle, else the first two words."""
        if self.verb:
            return self.verb.core + 1
        for at in range(1, len(self.tokens) - 1):
            token, before = self.tokens[at], self.tokens[at - 1]
            if token.has("ing-form") and not token.has("preposition") and not before.has("determiner", "preposition"):
                return at + 1
        return 2

    @cached_property
    def subject(self) -> tuple[Token, ...]:
        """The tokens before the verb, without an opening phrase up to its comma."""
        before = self.tokens[: self.verb.at] if self.verb else ()
        if before and before[0].has("preposition", "subordinators"):
            comma = next((index for index, token in enumerate(before) if token.text == ","), -1)
            return before[comma + 1 :]
        return before

    @cached_property
    def commas(self) -> tuple[int, ...]:
        return tuple([index for index, token in enumerate(self.tokens) if token.text == ","])

    def comma_after(self, at: int) -> int:
        """The index of the next comma from ``at`` on, or the number of tokens."""
        place = bisect_left(self.commas, at)
        return self.commas[place] if place < len(self.commas) else len(self.tokens)

    def match(self, at: int, phrases: Phrases) -> int:
        """The number of tokens that the longest of these phrases takes at ``at``, or 0."""
        fitting = (words for words in phrases.get(self[at].low, ()) if self.lows[at : at + len(words)] == words)
        return len(next(fitting, ()))

    def without(self, cut: Range) -> str:
        """The text without the tokens of a range; commas and blanks mended."""
        start, end = cut
        if start >= end or not self.tokens:
            return self.text
        left = self.text[: self.tokens[start].start].rstrip()
        right = self.text[self.tokens[end].start :] if end < len(self.tokens) else ""
        joined = f"{left} {right}".strip() if right[:1].isalnum() else (left + right).strip()
        joined = re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r",\s*(?=[,.;:!?]|$)", "", joined))
        return joined[:1].upper() + joined[1:] if start == 0 else joined

    def in_present(self) -> str:
        """The text with the main verb in the present tense, if that was in the simple past."""
        verb = self.verb
        if verb is None or verb.tense != Tense.PAST or verb.base not in bases():
            return self.text
        present = verb.base if has_plural_subject(self.tokens, verb.at) else third_person(verb.base)
        return self.text[: self.tokens[verb.at].start] + present + self.text[self.tokens[verb.at].end :]

    def place_tail(self, at: int) -> int:
        """Where a closing place between commas (", in Baghdad, Iraq") begins behind ``at``, or the end."""
        for comma in range(at + 1, self.end - 1):
            if self.tokens[comma].text != "," or self[comma + 1].low not in _PLACED:
                continue
            names = [token for token in self.tokens[comma + 2 : self.end] if token.text != ","]
            if any(token.is_capital for token in names) and all(map(_may_name_a_place, names)):
                return comma
        return self.end

    def with_comma(self, at: int) -> int:
        """Where the phrase at ``at`` begins, with a comma before it."""
        return at - 1 if self[at - 1].text == "," else at

    def is_noun(self, at: int) -> bool:
        """Whether the word is likely a noun here."""
        token = self.tokens[at]
        if not token.is_word or token.has(*_NO_NOUNS) or token.low in ("be", "been", "being"):
            return False
        if token.is_capital:
            return True
        if token.has("ing") or token.low in _NEVER_NOUNS or (token.low.endswith("ed") and token.has("past-form")):
            return False
        return not token.has("verb") or not self._acts_here(at)

    def _acts_here(self, at: int) -> bool:
        """Whether a word that may be a verb is one: the main verb, or what a name, plural or "to" stands before."""
        if self.verb is not None and at == self.verb.core:
            return True
        before = self[at - 1]
        if not before.is_word or before.has("determiner", "preposition"):
            return before.low == "to"
        return before.is_capital or before.has("plural", "pronouns")

    def stretches(self) -> Iterator[tuple[Token, ...]]:
        """What stands between commas, semicolons, brackets and dashes, without full stops at either end."""
        tokens = list(self.tokens)
        while tokens and tokens[0].text == ".":
            tokens.pop(0)
        while tokens and tokens[-1].text == ".":
            tokens.pop()
        stretch: list[Token] = []
        for token in tokens:
            if token.text in (",", ";", "(", ")") or self._is_dash(token):
                yield tuple(stretch)
                stretch = []
            else:
                stretch.append(token)
        yield tuple(stretch)

    def _is_dash(self, token: Token) -> bool:
        around = self.text[max(0, token.start - 1) : token.end + 1]
        return token.text in "-–—" and around[0].isspace() and around[-1].isspace()


@lru_cache(maxsize=64)  # the rounds of cutting meet the same text again
def parse(text: str) -> Clause:
    """Take a text apart."""
    return Clause(text, tokenize(text))


def _may_name_a_place(token: Token) -> bool:
    return token.is_capital or token.low in _IN_PLACES or token.has("regions")
