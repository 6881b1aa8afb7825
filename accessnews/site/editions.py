"""The editions in an output folder, as their manifests tell of them."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.text.files import content, is_plain_name

_LARGEST = 64_000_000  # bytes of a manifest
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class EditionFile:
    """A file of an edition; ``path`` is relative to the output folder."""

    path: str
    media_type: str
    size: int  # bytes

    @property
    def address(self) -> str:
        return quote(self.path)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an edition with its text alternative."""

    file: EditionFile
    alt: str


@dataclass(frozen=True, slots=True)
class ListedEdition:
    """An edition of the output folder: what a list of editions tells of it."""

    name: str  # of its folder
    title: str
    kicker: str
    byline: tuple[str, ...]
    date: str  # ISO 8601, or empty
    lang: str
    seconds: float  # of its audio; 0 where it has none
    narrator: str
    stories: int  # of a briefing; 0 for a story
    files: tuple[EditionFile, ...]
    audio: EditionFile | None
    chapters: tuple[tuple[float, str], ...]  # start in seconds, and title
    picture: Picture | None

    @property
    def address(self) -> str:
        """Where its page lies, relative to the site; where it has none, its first file."""
        page = next((file for file in self.files if file.path == f"{self.name}/index.html"), None)
        return f"{quote(self.name)}/" if page else self.files[0].address

    def file(self, media_type: str) -> EditionFile | None:
        """Its first file of a media type."""
        return next((file for file in self.files if file.media_type == media_type), None)


def listed(output: Path) -> tuple[tuple[ListedEdition, ...], tuple[Finding, ...]]:
    """The editions in ``output``, newest first, and findings for those that are not whole and are left out.

    Raises AccessNewsError where there is no such folder.
    """
    if not output.is_dir():
        raise AccessNewsError(f"no such folder: {output}", hint="the folder into which accessnews render writes")
    editions, findings = list[ListedEdition](), list[Finding]()
    for folder in sorted(path for path in output.iterdir() if path.is_dir() and not path.name.startswith(".")):
        manifest = folder / "manifest.json"
        if not manifest.is_file():
            continue
        try:
            editions.append(_edition(folder, json.loads(content(manifest, _LARGEST))))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError, AccessNewsError) as error:
            reason = error.message if isinstance(error, AccessNewsError) else "its manifest cannot be read"
            hint = "render the story again, or remove the folder"
            findings.append(Finding("edition-not-listed", f"{folder.name}: {reason}", Place(str(manifest)), hint))
    editions.sort(key=lambda edition: edition.name)
    editions.sort(key=lambda edition: edition.date, reverse=True)
    return tuple(editions), tuple(findings)


def _edition(folder: Path, manifest: Mapping[str, Any]) -> ListedEdition:
    """The edition of a manifest. Raises AccessNewsError where a file of it is not there as it was made."""
    if manifest["schema"] != _SCHEMA:
        raise AccessNewsError(f"its manifest is of another form: {manifest['schema']}")
    files = tuple(_files(folder, manifest["files"]))
    if not files:
        raise AccessNewsError("it has no files")
    article, audio, voice = manifest["article"], manifest["audio"], manifest["voice"]
    recording = next((file for file in files if file.path == f"{folder.name}/{audio['file']}"), None)
    return ListedEdition(
        folder.name,
        str(article["title"]) or folder.name,
        str(article["kicker"] or ""),
        tuple(map(str, article["byline"])),
        article["date"] if _DATE.fullmatch(article["date"] or "") else "",
        str(article["lang"]),
        float(audio["duration"]) if recording else 0.0,
        f"{voice['profile']} ({voice['engine_version']})",
        len(manifest.get("stories", ())),
        files,
        recording,
        tuple((float(chapter["start"]), str(chapter["title"])) for chapter in audio["chapters"]),
        _picture(folder.name, manifest["images"], files),
    )


def _files(folder: Path, entries: list[Mapping[str, Any]]) -> Iterator[EditionFile]:
    for entry in entries:
        if not is_plain_name(entry["path"]):
            raise AccessNewsError("its manifest names a file elsewhere")
        file = folder / entry["path"]
        if not file.is_file() or file.stat().st_size != entry["bytes"]:
            raise AccessNewsError(f"{entry['path']} is not there as it was made")
        yield EditionFile(f"{folder.name}/{entry['path']}", str(entry["media_type"]), int(entry["bytes"]))


def _picture(name: str, images: list[Mapping[str, Any]], files: tuple[EditionFile, ...]) -> Picture | None:
    """The first picture that is there and tells something."""
    by_path = {file.path: file for file in files}
    for image in images:
        file = by_path.get(f"{name}/{image['file']}") if image["file"] else None
        if file and image["alt"]:
            return Picture(file, str(image["alt"]))
    return None
