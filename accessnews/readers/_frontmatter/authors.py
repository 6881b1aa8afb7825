"""Authors by the names that a site gives them (``jane-roe2``): looked up in the site's own files."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.readers._frontmatter.split import LIMIT, split
from accessnews.readers._frontmatter.values import JsonObject, Value, read_toml, read_yaml
from accessnews.text.unicode import line

_SLUG = re.compile(r"@?[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*")
_HIGHEST = 8  # folders above the story
_ROOT = (
    *("_config.yml", "_config.yaml", "hugo.toml", "hugo.yaml", "config.toml", "config.yaml", "zola.toml", ".git"),
    *("package.json", "mkdocs.yml", "_quarto.yml", "pelicanconf.py"),
)
_HOMES = ("_data/", "data/", "src/_data/", "src/data/", "", "content/", "src/content/")
_LISTS = (
    *(f"{home}authors.{suffix}" for home in _HOMES for suffix in ("yml", "yaml", "json", "toml")),
    ".authors.yml",
)
_FOLDERS = ("_authors", *(f"{home}authors" for home in _HOMES))
_PAGES = (".md", ".yml", ".yaml", ".json", ".toml", "/_index.md", "/index.md")
_NAMES = ("name", "display_name", "displayname", "full_name", "fullname", "title")
_KEYS = ("id", "slug", "key", "username", "short_name", "shortname", "handle")


def resolved(names: Iterable[str], at: Place) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """``names`` with those of a site replaced by those of people, and a finding for each that nobody knows.

    Such a name is left out, but for a single word, which may be how somebody signs.
    """
    people: list[str] = []
    findings: list[Finding] = []
    for name in names:
        person = _looked_up(name.lstrip("@"), Path(at.path)) if _SLUG.fullmatch(name) else name
        if not person:
            message = f"the author “{name}” is a name of the site’s own"
            findings.append(Finding("byline-unresolved", message, at, "write the name as readers know it"))
            person = name if name.isalpha() else ""
        if person and person.casefold() not in map(str.casefold, people):
            people.append(person)
    return tuple(people), tuple(findings)


def _looked_up(slug: str, story: Path) -> str:
    return next((name for folder in _site(story) for name in _names_in(folder, slug)), "")


def _site(story: Path) -> Iterator[Path]:
    """The story's folder and those above it, up to the root of the site."""
    for folder in islice(story.absolute().parents, _HIGHEST):
        yield folder
        if any((folder / mark).exists() for mark in _ROOT):
            return


def _names_in(folder: Path, slug: str) -> Iterator[str]:
    for name in _LISTS:
        yield from _listed(_values(folder / name), slug)
    for place in _FOLDERS:
        for suffix in _PAGES:
            if name := _name(_values(folder / f"{place}/{slug}{suffix}")):
                yield name


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
