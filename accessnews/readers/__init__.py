"""One file, one input format; what readers share has a name that begins with an underscore."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from accessnews.model.article import Article
from accessnews.model.errors import UsageError
from accessnews.model.findings import Finding
from accessnews.model.plugins import module, names
from accessnews.model.settings import Settings

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


def suffix_of(reader: str) -> str:
    """The first suffix of a reader's files. Raises UsageError where there is no such reader."""
    return cast("str", module("readers", reader, "format").SUFFIXES[0])


def read(story: Path) -> Article:
    """The story by the reader for its suffix. Raises UsageError where there is none."""
    if not str(story).isprintable():
        raise UsageError(f"{str(story)!a}: a name with letters that cannot be shown", hint="rename the file")
    known, suffix = suffixes(), story.suffix.lower()
    if suffix not in known:
        hint = _SAVE_AS.get(suffix) or "stories end in " + ", ".join(sorted(known))
        raise UsageError(f"{story}: no reader for {suffix or 'a file without a suffix'}", hint=hint)
    return cast("Article", module("readers", known[suffix], "reader").read(story))


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
