"""Tags: what a player shows of a programme, the same in every format."""

from collections.abc import Sequence
from dataclasses import dataclass

from accessnews.model.article import Article
from accessnews.wording import wording


@dataclass(frozen=True, slots=True)
class Tags:
    """``date`` is CCYY-MM-DD or empty, ``lang`` the BCP 47 tag of the comment."""

    title: str
    artist: str
    date: str
    comment: str
    lang: str = "en"


def of(article: Article, slug: str, readers: Sequence[str]) -> Tags:
    """What is known of a programme before it is one; it has a title and an artist, come what may."""
    words = wording(article.lang)
    comment = words.page["voice"].format(voice=", ".join(readers))
    artist = ", ".join(article.byline) or "accessnews"
    return Tags(article.title.strip() or slug, artist, article.date, comment, words.lang)
