"""The review file: what people decided about a story's pictures, in ``<story>.alt.toml`` beside the story.

One TOML table a picture, under the picture's key, in the order of the story. People edit it, comment it and merge
it in git, so a new review touches the lines of its own picture and nothing else.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from accessnews.article import Article, figures
from accessnews.findings import Finding
from accessnews.review import Review
from accessnews.reviewfile.loading import content, load, path_of
from accessnews.reviewfile.saving import save
from accessnews.reviewfile.words import many_lines, one_line, says_nothing

__all__ = ["content", "load", "many_lines", "one_line", "path_of", "save", "says_nothing", "stale"]


def stale(reviews: Mapping[str, Review], article: Article) -> Iterator[Finding]:
    """What to tell about each review whose picture, with that caption, is not in the keyed article."""
    keys = [figure.key for figure in figures(article)]
    for review in reviews.values():
        if review.key not in keys:
            problem, hint = _change(review.key, keys, reviews, article.path)
            yield Finding("review-stale", problem, review.at, hint)


def _change(key: str, keys: list[str], reviews: Mapping[str, Review], story: Path) -> tuple[str, str]:
    """What has become of a review's picture, and what to do."""
    image, _, caption = key.rpartition("#")
    again = f"review it again: accessnews alt review {story}"
    same = [other for other in keys if other.rpartition("#")[0] == image]
    moved = [other for other in keys if other.rpartition("#")[2] == caption]
    if same and all(other in reviews for other in same):
        return f"{image or 'this picture'} has been reviewed again with another caption", "delete this table"
    if image and same:
        return f"the caption of {image} has changed since its review", again
    if not image:
        return "no picture has this caption any more", f"{again}; or delete this table"
    if moved:
        hint = f'if the picture is the same, put ["{moved[0]}"] in the place of this name; or {again}'
        return f"{image} is not in the story any more, but its caption is", hint
    return f"{image} is not in the story any more", "delete this table, or put the picture back"
