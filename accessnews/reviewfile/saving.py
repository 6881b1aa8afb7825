"""Writing reviews down: whole or not at all, and beside whatever else stands in the file."""

import contextlib
import difflib
import errno
import os
import secrets
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from accessnews.article import Article, Figure, figures, plain
from accessnews.errors import AccessNewsError, Place
from accessnews.review import Review
from accessnews.reviewfile.loading import DECORATIVE, LIMIT, REVIEWED, even, parse, path_of, raw
from accessnews.reviewfile.sections import Section, renamed, split
from accessnews.reviewfile.words import many_lines, one_line

_ABOUT = """\
# Alt texts that people have reviewed. Commit this file together with the story beside it.
# One table a picture. Change alt and description as you like. The letters after the # in a picture's name
# stand for its caption: with another caption the picture has to be reviewed again.

"""
_ALIKE = 0.6  # how like two captions must be to be one before and after a change, where no file name tells


def save(article: Article, reviews: Iterable[Review]) -> Path:
    """Write reviews of an article's pictures into its review file and give the file's path.

    The article is described and keyed. A new review takes the place of one of the same picture whose caption has
    changed since; everything else in the file stays, and a review that is there already changes no byte. Raises
    AccessNewsError; the file is then as it was.
    """
    path = path_of(article.path)
    before = raw(path)
    there = parse(even(before), path)
    edit = _Edit({figure.key: figure for figure in figures(article)}, *split(even(before)))
    for review in reviews:
        review = _settled(review)
        old = there.get(review.key)
        if not old or (old.alt, old.description) != (review.alt, review.description):
            edit.put(review)
    if edit.text != even(before):
        _write(path, _uneven(edit.text, before))
    return path


def _settled(review: Review) -> Review:
    alt, description = one_line(review.alt, review.at), many_lines(review.description, review.at)
    if (review.alt or description) and not alt:
        raise AccessNewsError("the alt is empty", review.at, "write who or what is seen, doing what")
    return replace(review, alt=alt, description=description)


@dataclass(slots=True)
class _Edit:
    """A review file while it is changed."""

    pictures: dict[str, Figure]  # of the story, in its order
    head: str
    sections: list[Section]
    order: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.order = {key: place for place, key in enumerate(self.pictures)}

    @property
    def text(self) -> str:
        return self.head + "".join(section.text for section in self.sections)

    def put(self, review: Review) -> None:
        caption = " ".join(plain(self.pictures[review.key].caption).split())
        keys = [section.key for section in self.sections]
        place = keys.index(review.key) if review.key in keys else self._outdated(review.key, caption)
        if place is None:
            self._insert(review, caption)
        else:
            old = self.sections[place]
            self.sections[place] = replace(old, key=review.key, table=_table(review, caption, old.table))

    def _outdated(self, key: str, caption: str) -> int | None:
        """Where the review stands that the same picture had with another caption."""
        image = key.rpartition("#")[0]
        likeness = {
            place: difflib.SequenceMatcher(None, _caption(section), caption).ratio()
            for place, section in enumerate(self.sections)
            if section.key not in self.order and section.key.rpartition("#")[0] == image
        }
        best = max(likeness, key=lambda place: likeness[place], default=None)
        return None if best is None or (not image and likeness[best] < _ALIKE) else best

    def _insert(self, review: Review, caption: str) -> None:
        """A new table, after that of the nearest picture before it in the story."""
        turn = self.order[review.key]
        turns = [self.order.get(section.key, turn) for section in self.sections]
        earlier = [place for place, other in enumerate(turns) if other < turn]
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


def _caption(section: Section) -> str:
    return str(tomllib.loads(section.table)[section.key].get("caption", ""))


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
    document = tomlkit.parse(renamed(old, name) if old else f"[{name}]\n")
    table = document[review.key]
    assert isinstance(table, dict)
    for key, value in values.items():
        if key == "description" and not value:
            table.pop(key, None)
        elif table.get(key) != value:
            table[key] = tomlkit.string(value, multiline="\n" in value)
    return document.as_string()


def _uneven(text: str, before: str) -> str:
    """Text with the byte order mark and the line ends that the file had before."""
    mark = "\ufeff" if before.startswith("\ufeff") else ""
    windows = before.count("\r\n") * 2 > before.count("\n")
    return mark + (text.replace("\n", "\r\n") if windows else text)


def _write(path: Path, text: str) -> None:
    """Replace a file in one step; it keeps its mode, and a link to it stays one."""
    data = text.encode("utf-8")
    if len(data) > LIMIT:
        hint = "nothing was written; the alts or descriptions are too long"
        raise AccessNewsError(f"the review file would have more than {LIMIT / 1e6:.0f} MB", Place(str(path)), hint)
    try:
        target = path.resolve()
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "it is marked as read-only")
        new = target.with_name(f".accessnews-{secrets.token_hex(8)}")
        try:
            with new.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())  # a rename must not overtake what it names
            if target.exists():
                new.chmod(target.stat().st_mode & 0o7777)
            new.replace(target)
        finally:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
    except OSError as error:
        hint = "the reviews written before are safe; make room, or make the folder writable for you"
        raise AccessNewsError(f"cannot write this file: {error.strerror or error}", Place(str(path)), hint) from error
