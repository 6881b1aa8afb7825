"""A walk through a story's open pictures with a person at a terminal, in plain lines of text."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from accessnews.model.alt import OPEN, DescribedArticle
from accessnews.model.article import Figure, figures
from accessnews.model.review import Review
from accessnews.reviews.file import path_of
from accessnews.reviews.terminal.editor import edit_text
from accessnews.reviews.terminal.picture_review import Answer, PictureReview, Prompter

__all__ = ["Prompter", "Tally", "edit_text", "review"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How a walk went, in pictures."""

    reviewed: int
    decorative: int
    skipped: int
    left: int  # still open, those skipped among them
    interrupted: bool = False  # by Ctrl-C
    unsaved: int = 0  # where saving was tried last, and failed


def review(
    article: DescribedArticle,
    photos: Mapping[str, Path],
    prompter: Prompter,
    check: Callable[[Figure, str], list[str]],
    save: Callable[[Review], None],
    former: Mapping[str, Review] | None = None,
) -> Tally:
    """Walk through the open pictures of a keyed article, in its order.

    ``photos`` are files by figure id, ``check`` gives what is wrong with an alt, ``save`` keeps a decision and is
    called for each at once; an AccessNewsError of it is told. ``former`` are reviews to start from, by figure key.
    Ctrl-C and the end of the input stop the walk.
    """
    todo = [figure for figure in figures(article) if article.alt(figure).state in OPEN]
    if not todo:
        prompter.tell(f"{article.path}: no pictures are open")
        return Tally(0, 0, 0, 0)
    answers: Counter[Answer] = Counter()
    reviews: list[PictureReview] = []
    interrupted = False
    try:
        for number, figure in enumerate(todo, 1):
            photo, old = photos.get(figure.id), (former or {}).get(figure.key)
            picture = PictureReview(article, figure, photo, prompter, check, save, old)
            reviews.append(picture)
            picture.introduce(f"Picture {number} of {len(todo)}")
            answer = picture.decide()
            answers[answer] += 1
            if answer == Answer.QUIT:
                break
    except EOFError:
        prompter.tell("")
    except KeyboardInterrupt:
        prompter.tell("")
        interrupted = True
    finally:
        decorative, skipped = answers[Answer.DECORATIVE], answers[Answer.SKIP]
        decided = answers[Answer.ACCEPT] + decorative
        unsaved = sum(picture.failed for picture in reviews)
        tally = Tally(decided, decorative, skipped, len(todo) - decided, interrupted, unsaved)
        _conclude(prompter.tell, tally, path_of(article.path))
    return tally


def _conclude(tell: Callable[[str], None], tally: Tally, path: Path) -> None:
    tell("")
    decorative = f" ({tally.decorative} as decorative)" if tally.decorative else ""
    unsaved = f" Could not be saved: {tally.unsaved}." if tally.unsaved else ""
    tell(f"Reviewed: {tally.reviewed}{decorative}. Skipped: {tally.skipped}. Still open: {tally.left}.{unsaved}")
    tell(f"Written to {path}." if tally.reviewed else "Nothing was written.")
