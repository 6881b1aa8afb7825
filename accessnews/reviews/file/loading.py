"""Reading a review file: every mistake in it has a line and a hint."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from accessnews.model.errors import AccessNewsError, Place, did_you_mean
from accessnews.model.review import Review
from accessnews.reviews.file.sections import Section, line_of, split
from accessnews.reviews.file.words import CONFLICT, many_lines, one_line, unmerged
from accessnews.text.decode import line_at
from accessnews.text.files import content
from accessnews.text.storypath import stem

LIMIT = 4_000_000  # bytes; a picture takes about 500
KEYS = ["state", "alt", "caption", "description"]  # in the order in which they are written
OTHER = re.compile(r"alt-[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")  # an alt in another language: alt-de
REVIEWED = "reviewed"
DECORATIVE = "decorative"


def path_of(story: Path) -> Path:
    """Where the reviews of a story are: ``harbour.alt.toml`` of harbour.md, ``feed-2.alt.toml`` of feed.xml#2."""
    return story.with_name(f"{stem(story)}.alt.toml")


def load(story: Path) -> dict[str, Review]:
    """The reviews of a story by key, in the order of the file; none where there is no file.

    Raises AccessNewsError, with the line, for a file that does not hold together.
    """
    path = path_of(story)
    return parse(even(raw(path)), path)


def raw(path: Path) -> str:
    """The text of a review file as it is; empty where there is none."""
    try:
        data = content(path, LIMIT)
    except FileNotFoundError:
        return ""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(str(path), line_at(data, error.start))
        raise AccessNewsError("this line is not UTF-8", place, "save the file as UTF-8") from error


def even(text: str) -> str:
    """Without a byte order mark, and with ``\\n`` for every line end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def parse(text: str, path: Path) -> dict[str, Review]:
    """The reviews in the even text of a review file."""
    tables = _tables(text, path)
    _, sections = split(text)
    names = {section.key for section in sections}
    for key, table in tables.items():
        if key not in names or not isinstance(table, dict):
            hint = 'begin each picture with its name in quotes and brackets: ["pier.jpg#3f9a2c41"]'
            raise AccessNewsError(f"{key} is not the table of a picture", Place(str(path), line_of(key, text)), hint)
    return {section.key: _review(section, tables[section.key], str(path)) for section in sections}


def _tables(text: str, path: Path) -> dict[str, Any]:
    if conflict := CONFLICT.search(text):
        raise unmerged(Place(str(path), text.count("\n", 0, conflict.start()) + 1))
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        at_line = re.search(r"\(at line (\d+)", str(error))
        place = Place(str(path), int(at_line[1]) if at_line else text.count("\n") + 1)
        problem = re.sub(r"\s*\(at .*", "", str(error), flags=re.DOTALL)[:200]
        hint = r'text stands in quotes on one line: alt = "…"; a quote in it is written \", a backslash \\'
        if re.search(r"twice|overwrite|already", problem):
            problem, hint = "this stands in the file twice", "keep one of the two: the one that was decided last"
        raise AccessNewsError(f"not valid TOML: {problem}", place, hint) from error


def _review(section: Section, table: dict[str, Any], path: str) -> Review:
    for name, value in table.items():
        here = Place(path, section.line_of(name))
        if name not in KEYS and not OTHER.fullmatch(name):
            quoted = 'put the whole name of a picture in quotes: ["pier.jpg#3f9a2c41"]'
            raise AccessNewsError(
                f"unknown key {name}", here, quoted if isinstance(value, dict) else did_you_mean(name, KEYS)
            )
        if not isinstance(value, str):
            raise AccessNewsError(f"{name} must be text in quotes", here, f'write {name} = "…"')
    at = Place(path, section.line)
    alt = one_line(table.get("alt", ""), replace(at, line=section.line_of("alt")))
    description = many_lines(table.get("description", ""), replace(at, line=section.line_of("description")))
    _check_state(section, table, at, alt, description)
    others = ((name.removeprefix("alt-"), value, name) for name, value in table.items() if OTHER.fullmatch(name))
    told = tuple((tag, one_line(text, replace(at, line=section.line_of(name)))) for tag, text, name in others)
    return Review(section.key, alt, at, description, table.get("caption", ""), tuple(filter(all, told)))


def _check_state(section: Section, table: dict[str, Any], at: Place, alt: str, description: str) -> None:
    """State, alt and description of one picture fit together."""
    state = table.get("state", "")
    here = replace(at, line=section.line_of("state"))
    words = f'write alt = "…": who or what is seen, doing what; or, for a picture that tells nothing, {DECORATIVE}'
    if state not in (REVIEWED, DECORATIVE):
        hint = f'write state = "{REVIEWED}" or state = "{DECORATIVE}"'
        raise AccessNewsError(f"unknown state {state}" if state else "this picture has no state", here, hint)
    if state == REVIEWED and "alt" not in table:
        raise AccessNewsError("this picture has no alt", at, words)
    if state == REVIEWED and not alt:
        raise AccessNewsError("the alt is empty", replace(at, line=section.line_of("alt")), words)
    if state == DECORATIVE and (alt or description):
        hint = f'empty alt and description, or write state = "{REVIEWED}"'
        raise AccessNewsError("a decorative picture has no words", here, hint)
