"""A story of a briefing: what is asked for it, and how much of it can be told."""

from collections.abc import Set
from dataclasses import dataclass

from accessnews.briefing.composition import Part
from accessnews.briefing.excerpt import Opening
from accessnews.briefing.programme import FULL, HEADLINE, LEAD, BriefingItem
from accessnews.model.alt import DescribedArticle

_SENTENCES = 3  # of a lead where no length is asked for


@dataclass(frozen=True, slots=True)
class BriefingStory:
    """A story, with its beginning cut into sentences; ``present`` are the ids of figures whose photos are there."""

    item: BriefingItem
    article: DescribedArticle
    opening: Opening
    present: Set[str]

    @property
    def lengths(self) -> tuple[int, ...]:
        """The numbers of sentences that can be told of it; one where there is no choice."""
        return self.opening.lengths if self.item.tell == LEAD and self.opening.sentences else (0,)

    @property
    def usual_length(self) -> int:
        """The number of sentences that are told of it where nobody asks for a length."""
        return next((length for length in self.lengths if length >= _SENTENCES), self.lengths[-1])

    def part(self, sentences: int) -> Part:
        """The story as it is told in so many sentences, where it is told by its lead."""
        if self.item.tell == FULL:
            return Part(self.item, self.article, self.article.body, True)
        blocks = () if self.item.tell == HEADLINE or not sentences else self.opening.first(sentences)
        return Part(self.item, self.article, blocks, False)
