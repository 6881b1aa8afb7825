"""What front matter says about an article: headline, names, date, language, a picture for the top."""

import re
from collections.abc import Iterator
from dataclasses import replace

from accessnews.model.article import Article, Figure, Heading, Paragraph, figures, plain
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.readers._frontmatter.keys import (
    AUTHOR,
    DATE,
    KICKER,
    LANG,
    PICTURE,
    PLACE,
    STANDFIRST,
    SUMMARY,
    TITLE,
    folded,
    unknown_keys,
)
from accessnews.readers._frontmatter.split import FrontMatter
from accessnews.readers._frontmatter.values import Value
from accessnews.readers._news.links import picture
from accessnews.readers._news.masthead import calendar_date, names
from accessnews.readers._news.outline import dated
from accessnews.text.langtag import canonical
from accessnews.text.unicode import as_text, has_words, line

_SWITCHES = ("true", "false")  # "published: true" is no date, "excerpt: false" no text
_SWITCHED = frozenset((*DATE, *SUMMARY, *STANDFIRST))
_NEAR = 4  # blocks at the top in which a standfirst may stand once more
_WORDED = (Paragraph, Heading)
_NAME = ("name", "title", "display_name")
_SRC = ("src", "url", "image", "file", "path", "feature", "filename")
_CREDIT = ("credit", "attribution", "attr", "photographer", "source")


def headed(article: Article, front: FrontMatter) -> Article:
    """``article`` with what its front matter says. Raises AccessNewsError for a headline that is no text."""
    top = _Top(front, str(article.path))
    title = top.text(TITLE)
    article = replace(
        article,
        title=title or article.title,
        at=top.at(TITLE) if title else article.at,
        byline=tuple(top.names()) or article.byline,
        dateline=top.text(PLACE) or article.dateline,
        kicker=top.text(KICKER) or article.kicker,
        summary=top.text(SUMMARY) or top.text(STANDFIRST) or article.summary,
        findings=(*article.findings, *unknown_keys(front, str(article.path))),
    )
    article = _in_language(article, top)
    if day := top.text(DATE):
        article = dated(article, day, top.at(DATE), calendar_date(day))
    return article


def covered(article: Article, front: FrontMatter) -> Article:
    """``article`` with the picture that its front matter names, unless it is in the story itself."""
    cover = _Top(front, str(article.path)).picture()
    if cover and cover.src not in {figure.src for figure in figures(article)}:
        return replace(article, body=(cover, *article.body))
    return article


def opened(article: Article, front: FrontMatter) -> Article:
    """``article`` with its standfirst above the story, unless that or the headline says the same already."""
    near = [article.title, *(plain(block.text) for block in article.body[:_NEAR] if isinstance(block, _WORDED))]
    shown = {_words(text) for text in near}
    paragraphs = []
    for text, at in _Top(front, str(article.path)).texts(STANDFIRST):
        if has_words(text) and _words(text) not in shown:
            shown.add(_words(text))
            paragraphs.append(Paragraph(as_text(text), at))
    return replace(article, body=(*paragraphs, *article.body))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _in_language(article: Article, top: "_Top") -> Article:
    written = top.text(LANG)
    tag = canonical(written)
    if not written or tag:
        return replace(article, lang=tag or article.lang)
    unreadable = Finding(
        "lang-unreadable", f"“{written[:40]}” is no language tag", top.at(LANG), "write en, pt-BR, zh-Hant"
    )
    return replace(article, findings=(*article.findings, unreadable))


class _Top:
    """The top keys, whatever their case, with ``-`` and ``_`` as one."""

    def __init__(self, front: FrontMatter, path: str) -> None:
        self._values = {folded(key): value for key, value in front.values.items()}
        self._lines = {folded(key): number for key, number in front.lines.items()}
        self._path = path

    def _key(self, keys: tuple[str, ...]) -> str:
        """The first of ``keys`` that says something."""
        return next((key for key in keys if self._says(key)), keys[0])

    def _says(self, key: str) -> bool:
        value = self._values.get(key)
        return bool(value) and not (key in _SWITCHED and value in _SWITCHES)

    def at(self, keys: tuple[str, ...]) -> Place:
        return Place(self._path, self._lines.get(self._key(keys), 1))

    def text(self, keys: tuple[str, ...]) -> str:
        """The text of the first of ``keys`` that has one. A list or table there is text that was not quoted."""
        return self._text(self._key(keys), keys)

    def texts(self, keys: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
        """The texts of all of ``keys`` that have one, in the order of ``keys``."""
        for key in filter(self._says, keys):
            yield self._text(key, keys), self.at((key,))

    def _text(self, key: str, keys: tuple[str, ...]) -> str:
        value = self._values.get(key, "") if self._says(key) else ""
        if not isinstance(value, str):
            hint = f'quote the {"headline" if keys is TITLE else "text"}: {key}: "…"'
            raise AccessNewsError(f"front matter: {key} is not text", self.at(keys), hint)
        return line(value)

    def names(self) -> Iterator[str]:
        """Author names out of a string, a list of them, a table, a list of tables."""
        value = self._values.get(self._key(AUTHOR), "")
        if isinstance(value, str):
            yield from names(value)
            return
        for entry in value if isinstance(value, list) else [value]:
            name = _of(entry, _NAME) if isinstance(entry, dict) else entry
            if isinstance(name, str) and line(name):
                yield line(name)

    def picture(self) -> Figure | None:
        """The picture for the top: a path, or a table with its path, text alternative, caption and credit."""
        for key in PICTURE:
            value = self._values.get(key)
            if isinstance(value, list):
                value = value[0] if value else None
            entry = value if isinstance(value, dict) else {"src": value, **self._beside(key)}
            src = picture(_of(entry, _SRC))
            if src and src.lower() not in ("true", "false"):
                credit = line(_of(entry, _CREDIT))
                alt = line(_of(entry, ("alt", "alt_text")))
                caption = as_text(_of(entry, ("caption", "title")))
                return Figure(src, caption, self.at((key,)), credit or None, alt or None)
        return None

    def _beside(self, key: str) -> dict[str, Value]:
        """``image_alt``, ``image_caption`` … as if they stood in a table ``image``."""
        begin = f"{key}_"
        return {name[len(begin) :]: value for name, value in self._values.items() if name.startswith(begin)}


def _of(entry: dict[str, Value], keys: tuple[str, ...]) -> str:
    """The first of ``keys`` that has text."""
    values = {folded(key): value for key, value in entry.items()}
    return next((value for key in keys if isinstance(value := values.get(key), str) and value), "")
