"""What front matter says about an article: headline, names, date, language, a picture for the top."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from accessnews.model.article import Article, Figure, Heading, Paragraph, figures, map_figures, plain
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.readers._frontmatter.authors import resolved
from accessnews.readers._frontmatter.keys import (
    AUTHOR,
    DATE,
    EMBARGO,
    KICKER,
    LANG,
    LESSER,
    NESTED,
    PLACE,
    STANDFIRST,
    SUMMARY,
    TITLE,
    folded,
    unknown_keys,
)
from accessnews.readers._frontmatter.markup import readable
from accessnews.readers._frontmatter.pictures import pictures, resources
from accessnews.readers._frontmatter.split import FrontMatter
from accessnews.readers._frontmatter.values import Value
from accessnews.readers._news.embargo import not_before
from accessnews.readers._news.masthead import calendar_date, names
from accessnews.readers._news.outline import dated
from accessnews.text.langtag import canonical
from accessnews.text.unicode import as_text, has_words, line, shortened

_NO_EMBARGO = ("false", "no", "none", "off", "0")
_SWITCHES = ("true", "false")  # "published: true" is no date, "excerpt: false" no text
_SWITCHED = frozenset((*DATE, *SUMMARY, *STANDFIRST))
_NEAR = 4  # blocks at the top in which a standfirst may stand once more
_WORDED = (Paragraph, Heading)
_NAME = ("name", "display_name", "full_name", "fullname", "title", "id", "slug", "key")


def headed(article: Article, front: FrontMatter) -> Article:
    """``article`` with what its front matter says. Raises AccessNewsError for a headline that is no text."""
    top = _Top(front, str(article.path))
    title = top.text(TITLE)
    authors, unresolved = resolved(top.names(), top.at(AUTHOR))
    article = replace(
        article,
        title=title or article.title,
        at=top.at(TITLE) if title else article.at,
        byline=authors or article.byline,
        dateline=top.text(PLACE) or article.dateline,
        kicker=top.text(KICKER) or article.kicker,
        summary=top.text(SUMMARY) or top.text(STANDFIRST) or article.summary,
        findings=(*article.findings, *unknown_keys(front, str(article.path)), *unresolved),
    )
    article = _held(_in_language(article, top), top)
    if day := top.text(DATE):
        article = dated(article, day, top.at(DATE), calendar_date(day))
    return article


def covered(article: Article, front: FrontMatter) -> Article:
    """``article`` with the picture that its front matter names, unless it is in the story itself.

    A second picture that is no smaller copy for lists is told.
    """
    files = resources(front.values)
    article = map_figures(article, lambda figure: replace(figure, src=files.get(figure.src or "", figure.src)))
    named = _Top(front, str(article.path)).pictures()
    shown = {_file(figure) for figure in figures(article)}
    if not named:
        return article
    cover = named[0][1]
    if _file(cover) in shown:
        article = _described(article, cover)
    body = article.body if _file(cover) in shown else (cover, *article.body)
    shown.add(_file(cover))
    dropped = [_dropped(key, figure) for key, figure in named[1:] if key not in LESSER and _file(figure) not in shown]
    return replace(article, body=body, findings=(*article.findings, *dropped))


def _described(article: Article, cover: Figure) -> Article:
    """``article`` with what its front matter says of a picture that the story shows; what cannot be used is told."""
    figure = next(figure for figure in figures(article) if _file(figure) == _file(cover))
    whole = replace(
        figure,
        caption=figure.caption or cover.caption,
        credit=figure.credit or cover.credit,
        author_alt=figure.author_alt or cover.author_alt,
    )
    article = map_figures(article, lambda each: whole if each == figure else each)
    caption = plain(cover.caption)
    if not caption or _words(caption) in _words(f"{plain(whole.caption)} {whole.credit or ''}"):
        return article
    message = f"the caption “{shortened(caption, 60)}” is left out: the story has another below the picture"
    found = Finding("embed-dropped", message, cover.at, "put it into the story")
    return replace(article, findings=(*article.findings, found))


def _file(figure: Figure) -> str:
    return re.split(r"[?#]", figure.src or "")[0].rsplit("/", 1)[-1]


def _dropped(key: str, figure: Figure) -> Finding:
    message = f"the picture “{shortened(figure.src or '', 60)}” ({key}) is left out: there is another for the top"
    return Finding("embed-dropped", message, figure.at, "put it into the story")


def day_in_name(path: Path) -> str:
    """The day in the name of a story's file, or of its folder: ``2016-07-18-launch.md``; empty for none."""
    name = path.parent.name if path.stem.lower() in ("index", "_index", "readme") else path.stem
    match = re.match(r"(\d{4})[-_](\d\d)[-_](\d\d)(?!\d)", name)
    return calendar_date("-".join(match.groups())) if match else ""


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


def _held(article: Article, top: "_Top") -> Article:
    written = top.text(EMBARGO)
    if not written or written.lower() in _NO_EMBARGO:
        return article
    if moment := not_before(written):
        return replace(article, embargo=moment)
    message = f"cannot read the embargo “{shortened(written, 60)}”"
    unreadable = Finding("embargo-unreadable", message, top.at(EMBARGO), "write it as 2026-12-31T06:00+01:00")
    return replace(article, findings=(*article.findings, unreadable))


class _Top:
    """The top keys, whatever their case, with ``-`` and ``_`` as one."""

    def __init__(self, front: FrontMatter, path: str) -> None:
        self._values = {folded(key): value for key, value in front.values.items()}
        self._lines = {folded(key): number for key, number in front.lines.items()}
        self._path = path
        for table in filter(self._values.__contains__, NESTED):
            self._take_in(table)

    def _take_in(self, table: str) -> None:
        """What a table says that the top keys do not."""
        inner = self._values[table]
        for key, value in inner.items() if isinstance(inner, dict) else ():
            if folded(key) in TITLE:
                continue
            known = self._values.setdefault(folded(key), value)
            if folded(key) in AUTHOR and known is not value:
                self._values[folded(key)] = [*_listed(known), *_listed(value)]
            self._lines.setdefault(folded(key), self._lines.get(table, 1))

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
        return line(readable(value))

    def names(self) -> Iterator[str]:
        """Author names out of a string, a list of them, a table, a list of tables, each once."""
        known: set[str] = set()
        for name in (name for key in AUTHOR for name in self._names(self._values.get(key, ""))):
            if name.casefold() not in known:
                known.add(name.casefold())
                yield name

    def _names(self, value: Value) -> Iterator[str]:
        if isinstance(value, str):
            yield from names(readable(value))
            return
        for entry in _listed(value):
            name = _of(entry, _NAME) if isinstance(entry, dict) else entry
            if isinstance(name, str) and line(name):
                yield line(readable(name))

    def pictures(self) -> list[tuple[str, Figure]]:
        """Every picture that is named, with its key, the likeliest for the top first."""
        return pictures(self._values, {key: self.at((key,)) for key in self._values})


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]


def _of(entry: dict[str, Value], keys: tuple[str, ...]) -> str:
    """The first of ``keys`` that has text."""
    values = {folded(key): value for key, value in entry.items()}
    return next((value for key in keys if isinstance(value := values.get(key), str) and value), "")
