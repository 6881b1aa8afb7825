"""How a main verb speaks of time, and what is known of it."""

from dataclasses import dataclass
from enum import StrEnum

from accessnews.alttext.english.tokens import tags_of


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

    @property
    def tags(self) -> frozenset[str]:
        """What is known of its base form: "action", "speech" …"""
        return tags_of(self.base)
