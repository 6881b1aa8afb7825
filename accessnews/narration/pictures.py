"""What is said of a picture, and what stands where it is not here."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from accessnews.alttext.spoken_alt import spoken_alt, stand_in
from accessnews.model.alt import AltText, DescribedArticle
from accessnews.model.article import Figure
from accessnews.normalize import Span
from accessnews.wording import Wording

Say = Callable[[str, str], Iterable[Span]]
"""Text and its language; the spans that say it."""


@dataclass(frozen=True, slots=True)
class PictureWords:
    """Kind and place of a picture, and its description."""

    lead: str  # ends in a blank where a description follows
    written: str  # of the description; empty where the caption says as much, or nobody knows
    heard: str  # lead and description as far as they are said, as a transcript has them
    spoken: str
    label: str  # what contents call it


def told(
    article: DescribedArticle, figure: Figure, here: bool, words: Wording, say: Say = lambda text, lang: ()
) -> PictureWords:
    """What is told of a picture, the alt only where the caption that follows says less.

    Where the picture is not here, the alt is written in its place all the same.
    """
    alt = article.alt(figure)
    text = spoken_alt(figure, alt)
    shown = text if here else stand_in(alt)

    def lead(following: str) -> str:
        form = "picture" if here else "picture-stand-in" if following else "picture-missing"
        opening = words.picture_lead(article, figure, form)
        return opening if following else opening.strip()

    spoken = lead(text) + "".join(span.spoken for span in say(text, article.lang))
    heard = (lead(text) + text).strip()
    return PictureWords(lead(shown), shown.strip(), heard, spoken.strip(), lead("").rstrip(" ."))


def credit(alt: AltText, words: Wording, say: Say) -> Iterator[Span]:
    """A credit after its label, with a pause between agencies: "Name/Agency"."""
    label = words.credit_label(alt)
    yield Span(label, label)
    for part in filter(None, re.split(r"(\s*/\s*)", alt.credit or "")):
        if part.strip() == "/":
            yield Span(part, ", ")
        else:
            yield from say(part, words.lang)
