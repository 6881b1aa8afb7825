"""Reviews that no longer fit their story: what has become of the picture, and whose they may have been."""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

from accessnews.model.alt import OPEN, DescribedArticle
from accessnews.model.article import Figure, figures
from accessnews.model.findings import Finding
from accessnews.model.review import Review
from accessnews.text.storypath import stem

STORIES = (  # what shares one review file if named alike
    *(".txt", ".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml"),
    *(".docx", ".json", ".xml"),
)
_ALIKE = 0.5  # how like two captions must be to be one before and after a change


def stale(reviews: Mapping[str, Review], article: DescribedArticle) -> Iterator[Finding]:
    """What to tell about each review whose picture, with that caption, is not in the keyed article.

    Nothing where its picture has been decided again: the old table then only waits for its caption to come back.
    Nor of a picture that may be in another story with the same review file.
    """
    there = figures(article)
    waiting = [figure for figure in there if _open(figure, reviews, article)]
    images = {figure.src or "" for figure in there}
    open_images = {figure.src or "" for figure in waiting}
    captions = {_caption_hash(figure.key): figure.key for figure in waiting}
    again = f"review it again: accessnews alt review {shlex.quote(str(article.path))}"
    for review, heir, _ in _heirs(reviews, article):
        image = _image(review.key)
        if (heir and not _open(heir, reviews, article)) or (image in images and image not in open_images):
            continue
        if image in open_images:
            yield Finding("review-stale", _change(review.key, captions), review.at, again)
        elif new := captions.get(_caption_hash(review.key)):
            hint = f'if the picture is the same, put ["{new}"] in the place of this name; or {again}'
            yield Finding("review-stale", f"{_gone(image)}, but its caption is", review.at, hint)
        elif not _shared(article.path):
            yield Finding("review-stale", _gone(image), review.at, "delete this table, or put the picture back")


def former(reviews: Mapping[str, Review], article: DescribedArticle) -> dict[str, Review]:
    """By the key of an open picture, what somebody decided about it, most likely, when it had another caption."""
    likest: dict[str, tuple[float, Review]] = {}
    for review, heir, likeness in _heirs(reviews, article):
        if heir and _open(heir, reviews, article) and likeness > likest.get(heir.key, (-1.0, review))[0]:
            likest[heir.key] = likeness, review
    return {key: review for key, (_, review) in likest.items()}


def _heirs(reviews: Mapping[str, Review], article: DescribedArticle) -> Iterator[tuple[Review, Figure | None, float]]:
    """Every stale review, its picture of now, if that can be told, and how like the two captions are."""
    keys = {figure.key for figure in figures(article)}
    images: dict[str, list[Figure]] = {}
    for figure in figures(article):
        images.setdefault(figure.src or "", []).append(figure)
    for review in reviews.values():
        if review.key not in keys:
            image = _image(review.key)
            there = images.get(image, [])
            candidates = [(_likeness(review.caption, article.whole_caption(figure)), figure) for figure in there]
            likeness, heir = max(candidates, key=lambda pair: pair[0], default=(0.0, None))
            sure = likeness >= _ALIKE or (image and len(candidates) == 1)
            yield review, heir if sure else None, likeness


def _open(figure: Figure, reviews: Mapping[str, Review], article: DescribedArticle) -> bool:
    return figure.key not in reviews and article.alt(figure).state in OPEN


def _image(key: str) -> str:
    return key.rpartition("#")[0]


def _caption_hash(key: str) -> str:
    return key.rpartition("#")[2].partition("-")[0]


def _change(key: str, captions: Mapping[str, str]) -> str:
    if image := _image(key):
        return f"the caption of {image} has changed since its review"
    if _caption_hash(key) in captions:
        return "another number of pictures has this caption now"
    return "no picture has this caption any more"


def _gone(image: str) -> str:
    return f"{image or 'this picture'} is not in the story any more"


def _shared(story: Path) -> bool:
    """Whether another story beside this one has the same review file."""
    others = (story.with_name(f"{stem(story)}{suffix}") for suffix in STORIES if suffix != story.suffix.lower())
    return any(other.exists() for other in others)


def _likeness(first: str, second: str) -> float:
    """How many pairs of letters two texts share, 0 to 1 (Dice's coefficient)."""
    pairs = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (first.casefold(), second.casefold())]
    total = sum(map(len, pairs))
    return 2 * len(pairs[0] & pairs[1]) / total if total else 0.0
