"""Text alternatives: what they are, how far they can be trusted, and an article whose pictures all have one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property

from accessnews.model.article import Article, Figure, figures, plain


class AltState(StrEnum):
    """How far a picture's text alternative can be trusted."""

    AUTHOR = "author"  # written by whoever wrote the story
    REVIEWED = "reviewed"  # accepted or written by a person who reviewed the pictures
    DRAFT = "draft"  # from the caption, which says what is visible, or from the photo file; nobody has looked
    NEEDS_REVIEW = "needs-review"  # the caption does not say what is visible
    DECORATIVE = "decorative"  # the author says the picture tells nothing


OPEN = (AltState.NEEDS_REVIEW, AltState.DRAFT)
"""The states of a text that no person wrote or read."""


@dataclass(frozen=True, slots=True)
class AltText:
    """A picture's text alternative and how it came about."""

    alt: str  # never empty, except for a decorative picture
    credit: str | None  # as written, without brackets and label words; None where the caption has none
    kind: str  # photo, map, chart, satellite …: a key of the wording's kinds
    state: AltState
    reasons: tuple[str, ...] = ()  # machine-readable; why a person should look
    origin: str = "caption"  # author, review, iptc (the photo file's own), caption
    caption: str = ""  # the caption without its credit
    description: str = ""  # a longer description that a reviewer wrote, else empty
    others: tuple[tuple[str, str], ...] = ()  # what a reviewer wrote in other languages, by BCP 47 tag

    @property
    def long_description(self) -> tuple[str, ...]:
        """The paragraphs of the longer description where a person wrote or read it; none elsewhere."""
        is_reviewed = self.state in (AltState.AUTHOR, AltState.REVIEWED)
        return tuple(line.strip() for line in self.description.splitlines() if line.strip()) if is_reviewed else ()


@dataclass(frozen=True, kw_only=True)
class DescribedArticle(Article):
    """A numbered article with a text alternative for every figure; captions have lost their credits."""

    alts: Mapping[str, AltText]  # by figure id

    def alt(self, figure: Figure) -> AltText:
        return self.alts[figure.id]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Which of the pictures each is, counted from 1, by figure id."""
        return {figure.id: number for number, figure in enumerate(figures(self), 1)}

    def whole_caption(self, figure: Figure) -> str:
        """A figure's caption without its credit, whatever of it the page shows."""
        return self.alt(figure).caption or plain(figure.caption)


def with_alts(article: Article, alts: Mapping[str, AltText]) -> DescribedArticle:
    """The article with the text alternatives of its figures, by figure id."""
    return DescribedArticle(**{field.name: getattr(article, field.name) for field in fields(Article)}, alts=alts)
