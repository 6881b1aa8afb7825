"""What front matter says about an article: headline, names, date, language, a picture for the top."""

from collections.abc import Iterator
from dataclasses import replace

from accessnews.article import Article, Figure, figures
from accessnews.errors import AccessNewsError, Place
from accessnews.findings import Finding
from accessnews.frontmatter.split import FrontMatter
from accessnews.frontmatter.values import Value
from accessnews.prose.letters import language, line, said
from accessnews.prose.links import picture
from accessnews.prose.masthead import calendar_date, names
from accessnews.prose.outline import dated

_TITLE = ("title", "headline")
_AUTHOR = ("author", "authors", "byline", "by")
_DATE = ("date", "published", "publishdate", "pubdate", "datepublished", "lastmod", "updated", "modified")
_LANG = ("lang", "language", "locale")
_PLACE = ("dateline", "location", "place")
_KICKER = ("kicker", "eyebrow", "overline")
_SUMMARY = ("summary", "description", "excerpt", "standfirst", "deck")
_PICTURE = ("cover", "image", "featured_image", "hero", "banner")
_NAME = ("name", "title", "display_name")
_SRC = ("src", "url", "image", "file", "path", "feature", "filename")
_CREDIT = ("credit", "attribution", "attr", "photographer", "source")


def headed(article: Article, front: FrontMatter) -> Article:
    """``article`` with what its front matter says. Raises AccessNewsError for a headline that is no text."""
    top = _Top(front, str(article.path))
    title = top.text(_TITLE)
    article = replace(
        article,
        title=title or article.title,
        at=top.at(_TITLE) if title else article.at,
        byline=tuple(top.names()) or article.byline,
        dateline=top.text(_PLACE) or article.dateline,
        kicker=top.text(_KICKER) or article.kicker,
        summary=top.text(_SUMMARY) or article.summary,
    )
    article = _in_language(article, top)
    if day := top.text(_DATE):
        article = dated(article, day, top.at(_DATE), calendar_date(day))
    return article


def covered(article: Article, front: FrontMatter) -> Article:
    """``article`` with the picture that its front matter names, unless it is in the story itself."""
    cover = _Top(front, str(article.path)).picture()
    if cover and cover.src not in {figure.src for figure in figures(article)}:
        return replace(article, body=(cover, *article.body))
    return article


def _in_language(article: Article, top: "_Top") -> Article:
    written = top.text(_LANG)
    tag = language(written)
    if not written or tag:
        return replace(article, lang=tag or article.lang)
    found = Finding(
        "lang-unreadable", f"“{written[:40]}” is no language tag", top.at(_LANG), "write en, pt-BR, zh-Hant"
    )
    return replace(article, findings=(*article.findings, found))


class _Top:
    """The top keys, whatever their case, with ``-`` and ``_`` as one."""

    def __init__(self, front: FrontMatter, path: str) -> None:
        self._values = {_folded(key): value for key, value in front.values.items()}
        self._lines = {_folded(key): number for key, number in front.lines.items()}
        self._path = path

    def _key(self, keys: tuple[str, ...]) -> str:
        """The first of ``keys`` that says something."""
        return next((key for key in keys if self._values.get(key)), keys[0])

    def at(self, keys: tuple[str, ...]) -> Place:
        return Place(self._path, self._lines.get(self._key(keys), 1))

    def text(self, keys: tuple[str, ...]) -> str:
        """The text of the first of ``keys`` that has one. A list or table there is text that was not quoted."""
        key = self._key(keys)
        value = self._values.get(key, "")
        if not isinstance(value, str):
            hint = f'quote the {"headline" if keys is _TITLE else "text"}: {key}: "…"'
            raise AccessNewsError(f"front matter: {key} is not text", self.at(keys), hint)
        return line(value)

    def names(self) -> Iterator[str]:
        """Author names out of a string, a list of them, a table, a list of tables."""
        value = self._values.get(self._key(_AUTHOR), "")
        if isinstance(value, str):
            yield from names(value)
            return
        for entry in value if isinstance(value, list) else [value]:
            name = _of(entry, _NAME) if isinstance(entry, dict) else entry
            if isinstance(name, str) and line(name):
                yield line(name)

    def picture(self) -> Figure | None:
        """The picture for the top: a path, or a table with its path, text alternative, caption and credit."""
        for key in _PICTURE:
            value = self._values.get(key)
            if isinstance(value, list):
                value = value[0] if value else None
            entry = value if isinstance(value, dict) else {"src": value, **self._beside(key)}
            src = picture(_of(entry, _SRC))
            if src and src.lower() not in ("true", "false"):
                credit = line(_of(entry, _CREDIT))
                alt = line(_of(entry, ("alt", "alt_text")))
                caption = said(_of(entry, ("caption", "title")))
                return Figure(src, caption, self.at((key,)), credit or None, alt or None)
        return None

    def _beside(self, key: str) -> dict[str, Value]:
        """``image_alt``, ``image_caption`` … as if they stood in a table ``image``."""
        begin = f"{key}_"
        return {name[len(begin) :]: value for name, value in self._values.items() if name.startswith(begin)}


def _folded(key: str) -> str:
    return key.strip().lower().replace("-", "_")


def _of(entry: dict[str, Value], keys: tuple[str, ...]) -> str:
    """The first of ``keys`` that has text."""
    folded = {_folded(key): value for key, value in entry.items()}
    return next((value for key in keys if isinstance(value := folded.get(key), str) and value), "")
