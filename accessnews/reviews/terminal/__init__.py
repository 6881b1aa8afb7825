"""A walk through a story's open pictures with a person at a terminal, in plain lines of text."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from accessnews.model.alt import OPEN, DescribedArticle
from accessnews.model.article import Figure, figures
from accessnews.model.errors import AccessNewsError
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
    undo: Callable[[], str] | None = None,
    written: Path | None = None,
) -> Tally:
    """Walk through the open pictures of a keyed article, in its order.

    ``photos`` are files by figure id, ``check`` gives what is wrong with an alt, ``save`` keeps a decision and is
    called for each at once; an AccessNewsError of it is told. ``former`` are reviews to start from, by figure key.
    ``undo`` takes back what was saved last and gives that picture's key, empty where there is nothing; decisions
    are in the file ``written``. Ctrl-C and the end of the input stop the walk.
    """
    todo = [figure for figure in figures(article) if article.alt(figure).state in OPEN]
    if not todo:
        prompter.tell(f"{article.path}: no pictures are open")
        return Tally(0, 0, 0, 0)
    walk = _Walk(article, todo, photos, prompter, check, save, former or {}, undo or (lambda: ""))
    interrupted = False
    try:
        walk.go()
    except EOFError:
        prompter.tell("")
    except KeyboardInterrupt:
        prompter.tell("")
        interrupted = True
    finally:
        tally = walk.tally(interrupted)
        _conclude(prompter.tell, tally, written or path_of(article.path))
    return tally


@dataclass(slots=True)
class _Walk:
    """A way through pictures, on which the person may turn back."""

    article: DescribedArticle
    todo: list[Figure]
    photos: Mapping[str, Path]
    prompter: Prompter
    check: Callable[[Figure, str], list[str]]
    save: Callable[[Review], None]
    former: Mapping[str, Review]
    undo: Callable[[], str]
    answers: dict[str, Answer] = field(default_factory=dict)  # by figure key
    decided: dict[str, Review] = field(default_factory=dict)
    unsaved: set[str] = field(default_factory=set)

    def go(self) -> None:
        at = 0
        while at < len(self.todo):
            answer = self.ask(at)
            if answer == Answer.QUIT:
                return
            if answer == Answer.BACK:
                at = max(at - 1, 0)
            elif answer == Answer.UNDO:
                at = self.taken_back(at)
            else:
                self.answers[self.todo[at].key] = answer
                at += 1

    def ask(self, at: int) -> Answer:
        """What the person says to a picture in the end."""
        figure = self.todo[at]

        def keep(review: Review) -> None:
            self.save(review)
            self.decided[figure.key] = review

        photo, now = self.photos.get(figure.id), self.decided.get(figure.key)
        old = None if now else self.former.get(figure.key)
        picture = PictureReview(self.article, figure, photo, self.prompter, self.check, keep, old, now)
        self.unsaved.discard(figure.key)
        picture.introduce(f"Picture {at + 1} of {len(self.todo)}")
        try:
            return picture.decide()
        finally:
            if picture.failed:
                self.unsaved.add(figure.key)

    def taken_back(self, at: int) -> int:
        """Where to go on once the last decision is taken back."""
        try:
            key = self.undo()
        except AccessNewsError as error:
            self.prompter.tell(str(error))
            return at
        places = [place for place, figure in enumerate(self.todo) if figure.key == key]
        self.answers.pop(key, None)
        self.decided.pop(key, None)
        self.prompter.tell("Taken back." if places else "There is nothing to take back.")
        return places[0] if places else at

    def tally(self, interrupted: bool) -> Tally:
        answers = Counter(self.answers.values())
        decorative, skipped = answers[Answer.DECORATIVE], answers[Answer.SKIP]
        reviewed = answers[Answer.ACCEPT] + decorative
        return Tally(reviewed, decorative, skipped, len(self.todo) - reviewed, interrupted, len(self.unsaved))


def _conclude(tell: Callable[[str], None], tally: Tally, path: Path) -> None:
    tell("")
    decorative = f" ({tally.decorative} as decorative)" if tally.decorative else ""
    unsaved = f" Could not be saved: {tally.unsaved}." if tally.unsaved else ""
    tell(f"Reviewed: {tally.reviewed}{decorative}. Skipped: {tally.skipped}. Still open: {tally.left}.{unsaved}")
    tell(f"Written to {path}." if tally.reviewed else "Nothing was written.")
