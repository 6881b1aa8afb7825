"""Writing reviews down: whole or not at all, and beside whatever else stands in the file."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from accessnews.model.alt import DescribedArticle
from accessnews.model.article import figures
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.review import Review
from accessnews.reviews.file.loading import DECORATIVE, LIMIT, OTHER, REVIEWED, even, parse, path_of, raw
from accessnews.reviews.file.sections import Section, split
from accessnews.reviews.file.words import many_lines, one_line
from accessnews.text.files import locked, unwritable, write

_ABOUT = """\
# Alt texts that people have reviewed. Commit this file together with the story beside it.
# One table a picture. Change alt and description as you like. The letters after the # in a picture's name
# stand for its caption: with another caption the picture has to be reviewed again. What was decided before
# stays here until you delete it.

"""


def save(article: DescribedArticle, reviews: Iterable[Review], seen: Mapping[str, Review] | None = None) -> Path:
    """Write reviews of an article's pictures into its review file and give the file's path.

    The article is keyed. Everything else in the file stays, and a review that is there already changes
    no byte. ``seen`` is what was in the file when these were decided. Raises AccessNewsError, also where somebody
    else has decided otherwise since; the file is then as it was.
    """
    path = path_of(article.path)
    captions = {figure.key: " ".join(article.whole_caption(figure).split()) for figure in figures(article)}
    settled = [_settled(review) for review in reviews]
    with _locked(path):
        before = raw(path)
        there = parse(even(before), path)
        edit = _Edit(captions, *split(even(before)))
        for review in settled:
            old = there.get(review.key)
            if old and old.says_what(review):
                continue
            if old and seen is not None:
                _check_same(old, seen.get(review.key))
            edit.put(review)
        if edit.text != even(before):
            _write(path, _uneven(edit.text, before))
    return path


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """While it lasts, nobody else writes reviews into the folder of a file."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(path.resolve().parent))
        except (OSError, RuntimeError) as error:  # links that go round are a RuntimeError in Python 3.12
            raise unwritable(path, error) from error
        yield


def _check_same(now: Review, seen: Review | None) -> None:
    if not seen or seen.words != now.words:
        decision = f"“{now.alt}”" if now.alt else DECORATIVE
        hint = "theirs stays; if you know better, change it there"
        raise AccessNewsError(f"somebody else has reviewed this picture in the meantime: {decision}", now.at, hint)


def _settled(review: Review) -> Review:
    alt, description = one_line(review.alt, review.at), many_lines(review.description, review.at)
    if (review.alt or description) and not alt:
        raise AccessNewsError("the alt is empty", review.at, "write who or what is seen, doing what")
    others = review.others and tuple((tag, one_line(text, review.at)) for tag, text in review.others)
    return replace(review, alt=alt, description=description, others=others)


@dataclass(slots=True)
class _Edit:
    """A review file while it is changed."""

    captions: dict[str, str]  # of the story's pictures by key, in its order
    head: str
    sections: list[Section]
    order: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.order = {key: place for place, key in enumerate(self.captions)}

    @property
    def text(self) -> str:
        return self.head + "".join(section.text for section in self.sections)

    def put(self, review: Review) -> None:
        caption = self.captions[review.key]
        place = next((n for n, section in enumerate(self.sections) if section.key == review.key), None)
        if place is None:
            self._insert(review, caption)
        else:
            old = self.sections[place]
            self.sections[place] = replace(old, table=_table(review, caption, old.table))

    def _insert(self, review: Review, caption: str) -> None:
        """A new table, after that of the nearest picture before it in the story."""
        turn = self.order[review.key]
        turns = [self.order.get(section.key, turn) for section in self.sections]
        earlier = [place for place, before in enumerate(turns) if before < turn]
        place = max(earlier, key=lambda place: turns[place]) + 1 if earlier else 0
        if place:
            above = self.sections[place - 1]
            self.sections[place - 1] = replace(above, below=above.below + _gap(above.text))
        elif self.head.strip():
            self.head += _gap(self.head)
        else:
            self.head = _ABOUT
        below = "\n" if place < len(self.sections) else ""
        self.sections.insert(place, Section(review.key, 0, "", _table(review, caption), below))


def _gap(text: str) -> str:
    """What lacks at the end of ``text`` to make a blank line."""
    return "\n" * (2 - min(len(text) - len(text.rstrip("\n")), 2))


def _table(review: Review, caption: str, old: str = "") -> str:
    """The lines of a table; those of ``old`` that need no change stay as they are, with their comments."""
    import tomlkit

    values = {
        "state": DECORATIVE if review.decorative else REVIEWED,
        "alt": review.alt,
        "caption": caption,
        "description": review.description,
    }
    name = tomlkit.string(review.key).as_string()
    document = tomlkit.parse(old or f"[{name}]\n")
    table = document[review.key]
    assert isinstance(table, dict)
    for key, value in values.items():
        if key == "description" and not value:
            table.pop(key, None)
        elif table.get(key) != value:
            table[key] = tomlkit.string(value, multiline="\n" in value)
    if review.others is not None:
        told = {f"alt-{tag}": text for tag, text in review.others}
        for key in [key for key in table if OTHER.fullmatch(key) and key not in told]:
            table.pop(key)
        for key, text in told.items():
            if table.get(key) != text:
                table[key] = tomlkit.string(text)
    return document.as_string()


def _uneven(text: str, before: str) -> str:
    """Text with the byte order mark and the line ends that the file had before."""
    mark = "\ufeff" if before.startswith("\ufeff") else ""
    windows = before.count("\r\n") * 2 > before.count("\n")
    return mark + (text.replace("\n", "\r\n") if windows else text)


def _write(path: Path, text: str) -> None:
    data = text.encode("utf-8")
    if len(data) > LIMIT:
        hint = "nothing was written; the alts or descriptions are too long"
        raise AccessNewsError(f"the review file would have more than {LIMIT / 1e6:g} MB", Place(str(path)), hint)
    write(path, data)
