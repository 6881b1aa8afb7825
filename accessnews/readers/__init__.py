"""One file, one input format; what readers share has a name that begins with an underscore.

A reader says which ``SUFFIXES`` it reads and has a function ``read``. Where a file can hold several stories it reads
the path of one of them, as ``text.storypath`` writes it, and has a function ``stories`` that gives them all.
"""

from dataclasses import replace
from pathlib import Path
from typing import cast

from accessnews.model.article import Article
from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.model.findings import Finding
from accessnews.model.plugins import module, names
from accessnews.model.settings import Settings
from accessnews.readers._archive import SUFFIX, read_archive, the_story
from accessnews.text.storypath import split_number

_WORD = "save it as .docx"
_SAVE_AS = {  # what other programs save, and what to ask them for
    ".doc": _WORD,
    ".odt": _WORD,
    ".pages": "export it as .docx",
    ".rtf": "save it as .docx, or its text as .txt",
    ".pdf": "ask for the text that it was made of: a PDF keeps no order of reading; or save its text as .txt",
    ".eml": "save the story that it holds as .txt or .html",
    ".msg": "save the story that it holds as .txt or .html",
}


def suffixes() -> dict[str, str]:
    """The name of the reader for each suffix."""
    return {suffix: name for name in names("readers") for suffix in module("readers", name, "reader").SUFFIXES}


def suffix_of(kind: str) -> str:
    """The suffix of files of a kind, which is a reader's name or a suffix of its files, with or without its dot.

    Raises UsageError where there is no such reader.
    """
    suffix = "." + kind.removeprefix(".").lower()
    if suffix in suffixes() and kind not in names("readers"):
        return suffix
    return cast("str", module("readers", kind, "format").SUFFIXES[0])


def story_at(path: Path) -> Path:
    """The story's file: ``path``, or what a folder holds. Raises UsageError where that is none or several."""
    return the_story(path, suffixes(), Place(str(path))) if path.is_dir() else path


def stories_at(path: Path) -> list[Path]:
    """The stories in a file or folder: one, or all that a feed holds, each with its number.

    A feed that cannot be read counts as one. Raises UsageError for a folder that holds none, or several.
    """
    story = story_at(path)
    known, suffix = suffixes(), story.suffix.lower()
    reader = module("readers", known[suffix], "reader") if suffix in known else None
    if not hasattr(reader, "stories"):
        return [story]
    try:
        return cast("list[Path]", reader.stories(story))  # type: ignore[union-attr]  # it has been asked for
    except AccessNewsError:
        return [story]


def read(story: Path) -> Article:
    """The story by the reader for its suffix. Raises UsageError where there is none."""
    if not str(story).isprintable():
        raise UsageError(f"{str(story)!a}: a name with letters that cannot be shown", hint="rename the file")
    file, number = split_number(story)
    known, suffix = suffixes(), file.suffix.lower()
    if suffix == SUFFIX and not number:
        return read_archive(story, known, read)
    if suffix not in known:
        hint = _SAVE_AS.get(suffix) or "stories end in " + ", ".join(sorted(known))
        raise UsageError(f"{story}: no reader for {suffix or 'a file without a suffix'}", hint=hint)
    reader = module("readers", known[suffix], "reader")
    if number and not hasattr(reader, "stories"):
        raise UsageError("this file holds one story", Place(str(file)), f"leave out #{number}")
    return cast("Article", reader.read(story))


def in_language(article: Article, lang: str) -> Article:
    """The article in ``lang``, a BCP 47 tag, where it names no language of its own.

    A finding says so where nobody has chosen that language and the title is not in Latin letters.
    """
    if article.lang:
        return article
    letters = [letter for letter in article.title if letter.isalpha()]
    findings = article.findings
    if lang == Settings().lang and sum(letter > "\u036f" for letter in letters) > len(letters) / 2:
        message = f"no language given and not in Latin letters: read as {lang}"
        hint = "name it with --lang, or lang in the story"
        findings = (*findings, Finding("lang-missing", message, article.at, hint))
    return replace(article, lang=lang, findings=findings)
