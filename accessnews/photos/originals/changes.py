"""What a person's words change in the file of a photo, or in the sidecar beside it."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from accessnews.alttext.placeholders import shows
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import figures
from accessnews.model.errors import AccessNewsError, Place
from accessnews.photos.originals import containers, packet
from accessnews.photos.originals.splices import Splice, UnsuitableError, spliced
from accessnews.text.files import content, write
from accessnews.text.unicode import line

LIMIT = 512_000_000  # bytes of a file
_SIDECAR = "with --sidecar the words go into {name} beside it"

Texts = Mapping[str, Mapping[str, str]]
"""A person's words by language, that of the story first, and by the property that they belong in."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of one file. ``before`` and ``after`` are SHA-256; before is empty for a new file."""

    file: Path
    before: str
    after: str
    splices: tuple[Splice, ...]

    def make(self) -> None:
        """Raises AccessNewsError where it cannot be written or is another by now; it is left as it is then."""
        data = _data(self.file) if self.before else b""
        if digest(data) != self.before if self.before else self.file.exists():
            raise AccessNewsError("the file has changed in the meantime", Place(str(self.file)), "call this again")
        after = spliced(data, self.splices)
        assert digest(after) == self.after
        write(self.file, after, keep_times=True)


def wanted(article: DescribedArticle, files: Mapping[str, Path]) -> tuple[dict[Path, Texts], list[AccessNewsError]]:
    """The words that people wrote or accepted, by file; and an error for each file that is to have two alt texts."""
    taken: dict[Path, Texts] = {}
    errors: dict[Path, AccessNewsError] = {}
    for figure in figures(article):
        alt, file = article.alt(figure), files.get(figure.id)
        if file is None or not shows(alt):
            continue
        own = {packet.ALT: line(alt.alt), packet.DESCRIPTION: line(" ".join(alt.long_description))}
        texts = {article.lang: own} | {tag: {packet.ALT: line(text)} for tag, text in alt.others}
        real = Path(os.path.realpath(file))
        if taken.get(real, texts) != texts:
            hint = "give both pictures the same alt text, or each a file of its own"
            errors[real] = AccessNewsError(f"two alt texts for one file: {file.name}", figure.at, hint)
        taken.setdefault(real, texts)
    return {file: texts for file, texts in taken.items() if file not in errors}, list(errors.values())


def into_photo(file: Path, texts: Texts) -> Change | None:
    """What writes a person's words into a photo; nothing where it has them. Raises AccessNewsError."""
    hint = _SIDECAR.format(name=sidecar(file).name)
    _check_writable(file, hint)
    data = _data(file, hint)
    edit = partial(_edited, texts=texts)
    try:
        splices = containers.splices(data, file.suffix.lower(), edit)
        after = spliced(data, splices)
        again = containers.splices(after, file.suffix.lower(), edit)
    except UnsuitableError as error:
        raise AccessNewsError(f"cannot write into this photo: {error}", Place(str(file)), hint) from None
    if again:
        raise AccessNewsError("cannot write into this photo: its XMP stands in two places", Place(str(file)), hint)
    return _change(file, data, splices)


def into_sidecar(photo: Path, texts: Texts) -> Change | None:
    """What writes a person's words into the sidecar of a photo, which is made where there is none."""
    file = sidecar(photo)
    try:
        data = content(file, LIMIT)
        _check_writable(file, "")
    except FileNotFoundError:
        data = b""
    try:
        new = _edited(data, texts)
    except UnsuitableError as error:
        raise AccessNewsError(f"cannot write into this sidecar: {error}", Place(str(file))) from None
    return _change(file, data, [Splice(0, data, new)] if new != data else [])


def _edited(data: bytes, texts: Texts) -> bytes:
    """The packet with the words of every language."""
    for lang, told in texts.items():
        data = packet.edited(data, told, lang)
    return data


def sidecar(photo: Path) -> Path:
    """Where Lightroom, Bridge and Photo Mechanic look for what is told of a photo: ``pier.xmp`` for ``pier.nef``."""
    return photo.with_suffix(".xmp")


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _change(file: Path, data: bytes, splices: list[Splice]) -> Change | None:
    before = digest(data) if data else ""
    return Change(file, before, digest(spliced(data, splices)), tuple(splices)) if splices else None


def _data(file: Path, hint: str = "") -> bytes:
    try:
        return content(file, LIMIT)
    except FileNotFoundError as error:
        raise AccessNewsError("there is no such file", Place(str(file))) from error
    except AccessNewsError as error:
        error.hint = hint or error.hint
        raise


def _check_writable(file: Path, hint: str) -> None:
    """A file that is marked as read-only is meant to stay as it is, whoever asks."""
    if not (os.access(file, os.W_OK) and file.stat().st_mode & 0o222):
        raise AccessNewsError("this file is marked as read-only", Place(str(file)), hint)
