"""Authors by the names that a site gives them (``jane-roe2``): looked up in the site's own files."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.readers._frontmatter.split import LIMIT, split
from accessnews.readers._frontmatter.values import JsonObject, Value, read_toml, read_yaml
from accessnews.text.sites import folders
from accessnews.text.unicode import line

_SLUG = re.compile(
    r"@?[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*"
    r"|@?[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|@?[A-Za-z]+[0-9]+"  # Jane_Roe, JRoe2
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_MAIL = re.compile(r"\s*[<(]\s*(?:mailto:)?[\w.+-]{1,100}@[\w.-]{1,200}\s*[)>]\s*$")
_HOMES = (
    "",
    "content/",
    "src/content/",
    *(f"{data}data/" for data in ("", "_", "src/", "src/_", "source/_", "content/")),
)
_PEOPLE = ("authors", "author", "people", "team", "staff", "members", "contributors", "writers", "users")
_DATA = (".yml", ".yaml", ".json", ".toml")
_LISTS = (*(f"{home}{people}" for home in _HOMES for people in _PEOPLE), "content/authors/authors", ".authors")
_FOLDERS = (*(f"{home}{people}" for home in _HOMES for people in _PEOPLE), *(f"_{people}" for people in _PEOPLE))
_PAGES = (".md", ".mdx", *_DATA, "/_index.md", "/index.md", "/index.mdx")
_NAMES = ("name", "display_name", "displayname", "full_name", "fullname", "title")
_KEYS = ("id", "slug", "key", "username", "short_name", "shortname", "handle")


def resolved(names: Iterable[str], at: Place) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """``names`` with those of a site replaced by those of people, and a finding for each that nobody knows.

    Such a name is left out, but for a single word, which may be how somebody signs.
    """
    people: list[str] = []
    findings: list[Finding] = []
    for name in (_MAIL.sub("", name) for name in names):
        person = _looked_up(name.lstrip("@"), Path(at.path)) if _SLUG.fullmatch(name) else name
        if not person:
            message = f"the author “{name}” is a name of the site’s own"
            findings.append(Finding("byline-unresolved", message, at, "write the name as readers know it"))
            person = name if name.isalpha() else ""
        if person and person.casefold() not in map(str.casefold, people):
            people.append(person)
    return tuple(people), tuple(findings)


def _looked_up(slug: str, story: Path) -> str:
    return next((name for folder in folders(story) for name in _names_in(folder, slug)), "")


def _names_in(folder: Path, slug: str) -> Iterator[str]:
    places = _subfolders(folder)
    for place in _LISTS:
        if place.rpartition("/")[0] in places:
            for suffix in _DATA:
                yield from _listed(_values(folder / f"{place}{suffix}"), slug)
    for place in filter(places.__contains__, _FOLDERS):
        for suffix in _PAGES:
            if name := _name(_values(folder / f"{place}/{slug}{suffix}")):
                yield name


def _subfolders(folder: Path) -> set[str]:
    """Which of the folders are there that may tell of people; the one they are in is the empty name."""
    names = {place.rpartition("/")[0] for place in _LISTS} | {*_FOLDERS}
    return {"", *(name for name in names if name and (folder / name).is_dir())}


def _values(path: Path) -> Value:
    """What a file of data, or the front matter of a page, holds; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            text = file.read(LIMIT + 1).decode("utf-8-sig")
        at = Place(str(path), 1)
        if len(text) > LIMIT:
            return {}
        if path.suffix == ".md":
            return split(text, path).values
        if path.suffix == ".toml":
            return read_toml(text, at)[0]
        if text.lstrip()[:1] in ("-", "["):
            text = "entries:\n" + "".join(f" {row}\n" for row in text.splitlines() if row != "---")
        return JsonObject(at).read(text)[0] if text[:1] == "{" else read_yaml(text, at)[0]
    except (OSError, ValueError, AccessNewsError):
        return {}


def _listed(values: Value, slug: str) -> Iterator[str]:
    """The name of ``slug`` in a table by slug, or in a list of tables that have it."""
    if isinstance(values, dict):
        yield from filter(None, [_name(values.get(slug))])
        for inner in values.values():
            if isinstance(inner, list):
                yield from _listed(inner, slug)
            elif isinstance(inner, dict) and (slug in inner or slug in _texts(inner, _KEYS)):
                yield from filter(None, [_name(inner.get(slug)) or _name(inner)])
    elif isinstance(values, list):
        yield from (_name(entry) for entry in values if isinstance(entry, dict) and slug in _texts(entry, _KEYS))


def _name(entry: Value) -> str:
    if isinstance(entry, str):
        return line(entry)
    if not isinstance(entry, dict):
        return ""
    first = " ".join(_texts(entry, ("first_name", "firstname", "last_name", "lastname")))
    return line(next(_texts(entry, _NAMES), first))


def _texts(entry: dict[str, Value], keys: tuple[str, ...]) -> Iterator[str]:
    folded = {key.lower(): value for key, value in entry.items()}
    return (value for key in keys if isinstance(value := folded.get(key), str) and value)
