"""The reviewer: a walk through a story's open pictures with a person at a terminal, in plain lines of text."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from accessnews.model.alt import OPEN, DescribedArticle
from accessnews.model.article import Figure, figures
from accessnews.model.review import Review
from accessnews.reviews.file import path_of
from accessnews.reviews.terminal.editor import edit_text
from accessnews.reviews.terminal.sitting import Answer, Person, Sitting

__all__ = ["Person", "Tally", "edit_text", "review"]


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
    person: Person,
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
        person.tell(f"{article.path}: no pictures are open")
        return Tally(0, 0, 0, 0)
    told: Counter[Answer] = Counter()
    sittings: list[Sitting] = []
    interrupted = False
    try:
        for number, figure in enumerate(todo, 1):
            photo, old = photos.get(figure.id), (former or {}).get(figure.key)
            sitting = Sitting(article, figure, photo, person, check, save, old)
            sittings.append(sitting)
            sitting.introduce(f"Picture {number} of {len(todo)}")
            answer = sitting.decide()
            told[answer] += 1
            if answer == Answer.QUIT:
                break
    except EOFError:
        person.tell("")
    except KeyboardInterrupt:
        person.tell("")
        interrupted = True
    finally:
        done = told[Answer.ACCEPT] + told[Answer.DECORATIVE]
        unsaved = sum(sitting.failed for sitting in sittings)
        tally = Tally(done, told[Answer.DECORATIVE], told[Answer.SKIP], len(todo) - done, interrupted, unsaved)
        _conclude(person.tell, tally, path_of(article.path))
    return tally


def _conclude(tell: Callable[[str], None], tally: Tally, path: Path) -> None:
    tell("")
    decorative = f" ({tally.decorative} as decorative)" if tally.decorative else ""
    unsaved = f" Could not be saved: {tally.unsaved}." if tally.unsaved else ""
    tell(f"Reviewed: {tally.reviewed}{decorative}. Skipped: {tally.skipped}. Still open: {tally.left}.{unsaved}")
    tell(f"Written to {path}." if tally.reviewed else "Nothing was written.")
