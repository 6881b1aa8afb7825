"""Where a story's photos lie: beside it, in the folder that is named for them, or among those of its site."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from accessnews.model.article import Article, Figure, figures
from accessnews.model.errors import AccessNewsError
from accessnews.model.findings import Finding
from accessnews.photos.unwrapping import HEAD, is_animated
from accessnews.text.sites import shared, site_of
from accessnews.text.storypath import split_number, stem

_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_PICTURES = frozenset(
    {"images", "image", "img", "photos", "pictures", "pics", "figures", "assets", "media", "static", "uploads"}
)


def locate(article: Article, folder: str) -> tuple[dict[str, Path], list[Finding]]:
    """The article's picture files by figure id, and what is to be said of those that are not there or lose something.

    ``folder`` is the one the user names for photos, or empty. Raises AccessNewsError for a picture that lies outside
    the story's folder and ``folder``.
    """
    files: dict[str, Path] = {}
    findings: list[Finding] = []
    home = article.pictures.folder if article.pictures else article.path.parent
    roots = _roots(article, home, folder)
    for number, figure in enumerate(figures(article), 1):
        file = _rendition(figure, roots, home / article.path.name) if figure.src else _numbered(number, roots)
        if file is None:
            findings.append(_not_found(figure, number, [article.path] if article.pictures else roots))
            continue
        files[figure.id] = file
        if file.suffix.lower() == ".gif" or is_animated(_head(file)):
            findings.append(_reduced(figure, file))
    return files, findings if files else list(_at_once(findings))


def _at_once(findings: list[Finding]) -> Iterator[Finding]:
    """One finding of a kind for a story of which no photo is there."""
    for code in dict.fromkeys(finding.code for finding in findings):
        first, *others = [finding for finding in findings if finding.code == code]
        several = "others" if len(others) > 1 else "other"
        more = f", nor {len(others)} {several}: none of the story's photos is there" if others else ""
        yield replace(first, message=first.message + more)


def _roots(article: Article, home: Path, folder: str) -> list[Path]:
    """Where photos may lie, first choice first: what the source itself holds before all others."""
    named = [Path(folder)] if folder else []
    named_for_it = dict.fromkeys((stem(article.path), split_number(article.path)[0].stem))
    beside = [home, *(home / f"{name}.images" for name in named_for_it), home / "images"]
    return [*beside, *named] if article.pictures else [*named, *beside]


def _numbered(number: int, roots: list[Path]) -> Path | None:
    """The file of a gallery that names none: 01.jpg for the first picture."""
    return _first(roots, [f"{number:02d}{suffix}" for suffix in _SUFFIXES])


def _rendition(figure: Figure, roots: list[Path], story: Path) -> Path | None:
    """The picture's file, or the widest of its other sizes that is here."""
    sizes = (figure, *(replace(figure, src=src) for src in figure.renditions))
    return next(filter(None, (_named(size, roots, story) for size in sizes)), None)


def _named(figure: Figure, roots: list[Path], story: Path) -> Path | None:
    src = figure.src or ""
    if _is_remote(src):
        name = _last_name(src)
        return _first(roots, [name]) if name and _is_harmless(name) else None
    if src.startswith("data:"):
        return None
    as_written = _first(roots, [src]) if _is_harmless(src) else None
    if as_written:
        return as_written
    path = unquote(re.split(r"[?#]", src)[0])
    # "/assets/pier.jpg" is how site generators name a file of the site: looked for below our roots, never outside.
    below = path.removeprefix("/")
    if not _is_harmless(below):
        raise _outside(figure, src)
    if file := _shared(path, story):
        return file
    names = [below, below.rsplit("/", 1)[-1]]
    file = _first(roots, names, figure) or _first(roots, _with_suffixes(names))
    if file is None and path.startswith("/") and Path(path).suffix.lower() not in _SUFFIXES:
        raise _outside(figure, src)
    return file


def _with_suffixes(names: list[str]) -> list[str]:
    """The files that a name without a suffix may mean."""
    return [f"{name}{suffix}" for name in names if "." not in name for suffix in _SUFFIXES]


def _shared(path: str, story: Path) -> Path | None:
    """A picture that others of the site may show, too, or one in a folder of pictures beside the story's own."""
    if path.startswith("/"):
        site = site_of(story)
        return _first(shared(site), [path.removeprefix("/")], inside=[site]) if site else None
    begin = re.match(r"(?:\./)?\.\./(\w+)/", path)
    if begin and begin[1].lower() in _PICTURES:
        file = _first([story.parent], [path], inside=[story.parent.parent / begin[1]])
        if file:
            return file
    site = site_of(story) if ".." in Path(path).parts else None
    return _first([story.parent], [path], inside=[site]) if site else None


def _last_name(address: str) -> str:
    """The file name at the end of a web address."""
    return unquote(re.split(r"[?#]", address)[0]).rstrip("/").rsplit("/", 1)[-1]


def _is_remote(src: str) -> bool:
    return re.match(r"(?i)(https?:)?//", src) is not None


def _is_harmless(path: str) -> bool:
    """A relative path in plain characters: no scheme, no drive, no root, no backslash, no control character."""
    if path.startswith("/") or "\\" in path or not path.isprintable():
        return False
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", path) is None


def _outside(figure: Figure, src: str) -> AccessNewsError:
    hint = "copy the photo beside the story, or name its folder with --images"
    return AccessNewsError(f"photo outside the story's folder: {src}", figure.at, hint)


def _first(
    roots: list[Path], names: list[str], figure: Figure | None = None, inside: list[Path] | None = None
) -> Path | None:
    """The first of ``names`` in the first of ``roots`` that has it, links followed but not out of ``inside``.

    ``inside``: the roots, where it is not given.
    """
    homes = [os.path.realpath(root) for root in inside or roots]
    for name in names:
        for root in roots:
            path = root / name
            if not _is_file(path):
                continue
            if any(Path(os.path.realpath(path)).is_relative_to(home) for home in homes):
                return path
            if figure:
                raise _outside(figure, name)
    if figure and ".." in Path(names[0]).parts:
        raise _outside(figure, names[0])
    return None


def _is_file(path: Path) -> bool:
    """Whether there is a file of that name; no file system has one whose name is too long or cannot be encoded."""
    try:
        return path.is_file()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return False
        raise
    except ValueError:
        return False


def _head(file: Path) -> bytes:
    """What a file begins with; nothing where it cannot be read, which is told when its picture is made."""
    with suppress(OSError), file.open("rb") as stream:
        return stream.read(HEAD)
    return b""


def _not_found(figure: Figure, number: int, roots: list[Path]) -> Finding:
    src = figure.src or ""
    if _is_remote(src):
        name = _last_name(src) or "the photo"
        return Finding(
            "photo-remote", f"photo not on this machine: {src}", figure.at, f"save {name} beside the story"
        )
    name = "the embedded picture" if src.startswith("data:") else src or f"{number:02d}.jpg"
    places = ", ".join(dict.fromkeys(str(root) for root in roots))
    return Finding("photo-missing", f"photo not found: {name}", figure.at, f"looked in {places}")


def _reduced(figure: Figure, file: Path) -> Finding:
    return Finding("photo-reduced", f"only the first frame of {file.name} is shown", figure.at)
