"""What a saved page says about its article in its head: JSON-LD, Open Graph, plain HTML, in this order."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from accessnews.readers._html.headline import heading_texts, headings, is_elsewhere, page_title, shown_byline, words
from accessnews.readers._html.sanitize import line_of
from accessnews.readers._news.links import link
from accessnews.readers._news.masthead import calendar_date, names
from accessnews.text.unicode import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report)")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
_MOST = 5_000  # values of a page's data that are looked at
_SIZE = 2_000_000  # characters of one script
_DATES = (
    "article:published_time",
    "datepublished",
    "publisheddate",
    "date",
    "dc.date",
    "parsely-pub-date",
    "pubdate",
)
_SEPARATORS = re.compile(r" (?:\||-|–|—|»|«|·|•|::|›) ")
_HEADLINE = 2  # blanks in a headline that no other title shares a word with
_TIMES = 500  # of a page
_LETTERS = 4  # of a site's name, of which a part is enough
_NO_DAY = re.compile(r"0000|0001-01-01|1970-01-01(?:T0\d|$| 0\d)|\d{10,13}$")
_UNIX_DATE = re.compile(
    r"^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) [\d:]{5,8} (?:[A-Z]{2,5} )?(\d{4})$"
)  # date(1)
_WORDS = re.compile(r"[^\W_]{4,}")  # but for articles and the like
_COMPANY = re.compile(r"^([^,]{2,60}\b(?:GmbH|AG|KG|Ltd|Inc|LLC|S\.A|SAS|B\.V)\b\.?),.*$")  # and where it sits
_ADDRESS = re.compile(r"https?://|www\.|@")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty where the page does not say. ``date`` and ``lang`` are as written."""

    title: str = ""
    title_line: int = 0
    byline: tuple[str, ...] = ()
    date: str = ""
    lang: str = ""
    summary: str = ""
    base: str = ""  # the page's own address


def metadata(tree: HtmlElement) -> Metadata:
    """What the page says of its article. ``tree`` still has its head and scripts."""
    metas = _metas(tree)
    heads = headings(tree)
    data = _article_data(tree, {text.casefold() for text, _ in heads})
    title = _title(tree, data, metas, [text for text, _ in heads])
    near = next((at for text, at in heads if text.casefold() == title.casefold()), 0)
    return Metadata(
        title,
        near or next((line_of(element) for element in tree.iter("title")), 1),
        _authors(data.get("author")) or _meta_authors(metas) or shown_byline(tree),
        _date(tree, metas, _text(data.get("datePublished"))),
        _lang(tree) or _text(data.get("inLanguage")),
        _text(data.get("description")) or metas.get("og:description", "") or metas.get("description", ""),
        _base(tree, metas),
    )


def _lang(tree: HtmlElement) -> str:
    """The language of the document, its body, or the one element of which a fragment consists."""
    body = tree.find("body")
    places = [tree, *([] if body is None else [body, *(body if len(body) == 1 else [])])]
    tags = (place.get("lang") or place.get("xml:lang") or "" for place in places)
    return next(filter(None, map(str.strip, tags)), "")


def _metas(tree: HtmlElement) -> dict[str, str]:
    """``content`` by ``property`` or ``name``; the first of each."""
    contents: dict[str, str] = {}
    for meta in islice(tree.iter("meta"), 500):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = line(meta.get("content") or "")
        if key and content:
            contents.setdefault(key, content)
    return contents


def _title(tree: HtmlElement, data: dict[str, Any], metas: dict[str, str], heads: list[str]) -> str:
    """The headline: the one that the page shows, where it is that of the story and not of a section or the site."""
    site = metas.get("og:site_name", "")
    social, window = metas.get("og:title", ""), page_title(tree)
    headlines = [_text(data.get("headline")), without_site(social, site), without_site(window, site)]
    shown = [head for head in heads if head.casefold() != site.casefold()]
    if exact := _part_shown(tree, (_text(data.get("headline")), social, window), site):
        return exact
    if any(headlines[:2]):
        return _same_story(headlines, shown) or _in_article(tree, shown, window) or next(filter(None, headlines))
    return next(iter(shown), headlines[2])


def _part_shown(tree: HtmlElement, titles: tuple[str, ...], site: str) -> str:
    """The part of a title that is a heading of the page as well, and neither its section nor its site."""
    headings_by_key = {text.casefold(): text for text in heading_texts(tree)}
    for title in titles:
        parts = [title, *_SEPARATORS.split(title), *(title.partition(": ")[::2] if ": " in title else ())]
        same = [headings_by_key[part.casefold()] for part in parts if part.casefold() in headings_by_key]
        longest = max((part for part in same if part.casefold() != site.casefold()), key=len, default="")
        if " " in longest and len(longest) * 3 > len(title):
            return longest
    return ""


def _in_article(tree: HtmlElement, heads: list[str], window: str) -> str:
    """The only heading of the first level in an article: its own headline, whatever social sites are told."""
    inside = [
        h1 for h1 in islice(tree.iter("h1"), 20) if any(a.tag in ("article", "main") for a in h1.iterancestors())
    ]
    text = words(inside[0]) if len(inside) == 1 else ""
    is_section = text.casefold() in map(str.casefold, _SEPARATORS.split(window)[1:])
    return text if text in heads and text.count(" ") >= _HEADLINE and not is_section else ""


def _same_story(headlines: list[str], heads: list[str]) -> str:
    """The heading that tells of what the headlines for search engines tell of; empty where none does."""
    cut = [headline.rstrip("….").strip() for headline in headlines if headline != headline.rstrip("….").strip()]
    words = {word for headline in headlines for word in _WORDS.findall(headline.casefold())}
    common = {head: len(words & set(_WORDS.findall(head.casefold()))) for head in heads if " " in head}
    best = max(common, key=lambda head: common[head], default="")
    whole = next((head for head in heads if cut and head.startswith(cut[0])), "")
    same = next((head for head in heads if head in headlines), "")
    is_near = common.get(best, 0) > 1 or 2 * common.get(best, 0) > len(_WORDS.findall(best))
    return same or whole or (best if is_near else "")


def without_site(title: str, site: str) -> str:
    """``Storm hits coast | The Post`` without the name of the site, wherever it stands."""
    parts = _SEPARATORS.split(title)
    if len(parts) < 2:
        return title.partition(": ")[2] if site and title.casefold().startswith(f"{site.casefold()}: ") else title
    if site:
        others = [part for part in parts if not _is_site(part, site)]
        if len(others) < len(parts):
            return (
                title[: title.rindex(parts[-1])].rstrip(" |-–—·•»:›")
                if others == parts[:-1]
                else max(others, key=len)
            )
        return title
    *head, tail = parts
    return title[: title.rindex(tail)].rstrip(" |-–—·•»:›") if len("".join(head)) > len(tail) else title


def _is_site(part: str, site: str) -> bool:
    part, site = (re.sub(r"^the |\W", "", name.casefold()) for name in (part, site))
    return part == site or (len(part) > _LETTERS and (part.startswith(site) or site.startswith(part)))


def _article_data(tree: HtmlElement, heads: set[str]) -> dict[str, Any]:
    """The JSON-LD of the article: the one with the page's headline, else the first."""
    articles = [node for node in _nodes(tree) if any(map(_ARTICLE.fullmatch, _types(node)))]
    same = (node for node in articles if _text(node.get("headline")).casefold() in heads)
    return next(same, articles[0] if articles else {})


def _types(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [kind_name.rsplit("/", 1)[-1] for kind_name in kinds if isinstance(kind_name, str)]


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD, outer ones first."""
    queue: list[Any] = [_loaded(script.text or "") for script in tree.iter("script") if _is_data(script)]
    for count, value in enumerate(queue):
        if count > _MOST:
            return
        if isinstance(value, dict):
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            queue.extend(inner for inner in value[:_MOST] if isinstance(inner, dict | list))


def _is_data(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower() and len(script.text or "") <= _SIZE


def _loaded(text: str) -> Any:
    try:
        return json.loads(_WRAPPING.sub("", text).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None  # other people's mistakes; the page has its text all the same


def _text(value: Any) -> str:
    """A string, or the first in a list; sites escape HTML in it once more."""
    if isinstance(value, list):
        value = next(iter(value), "")
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    return line(re.sub(r"<[^<>]*>", "", unescape(value[:5_000]))) if isinstance(value, str) else ""


def _authors(value: Any) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value]
    houses = [_text(entry) for entry in entries[:50] if isinstance(entry, dict) and "Organization" in _types(entry)]
    people = [entry for entry in entries[:50] if not (isinstance(entry, dict) and "Organization" in _types(entry))]
    given_names = [entry.get("name") if isinstance(entry, dict) else entry for entry in people]
    flat = [name for given in given_names for name in (given[:50] if isinstance(given, list) else [given])]
    texts = [_text(name) for name in flat]
    split = [name for text in texts if text and not _ADDRESS.search(text) for name in names(text)]
    return tuple(dict.fromkeys((*split, *filter(None, houses))))


def _meta_authors(metas: dict[str, str]) -> tuple[str, ...]:
    keys = ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author")
    texts = (_COMPANY.sub(r"\1", metas.get(key, "")) for key in keys)
    return next((authors for text in texts if (authors := _authors(text))), ())


def _date(tree: HtmlElement, metas: dict[str, str], published: str) -> str:
    """The first day that can be read, of those that the page calls its own; else the first as it is written."""
    times = [time for time in islice(tree.iter("time"), _TIMES) if time.get("datetime")]
    called = [time for time in times if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None]
    shown = next(
        (time.get("datetime") or "" for time in (*called, *times) if time in called or not is_elsewhere(time)), ""
    )
    written = [day for day in (published, *(metas.get(key, "") for key in _DATES), shown) if day]
    days = [_UNIX_DATE.sub(r"\2 \1 \3", day) for day in written if not _NO_DAY.match(day)]
    return next(filter(calendar_date, days), next(iter(days), ""))


def _base(tree: HtmlElement, metas: dict[str, str]) -> str:
    canonical = (
        element.get("href")
        for element in islice(tree.iter("link"), 500)
        if (element.get("rel") or "").lower() == "canonical"
    )
    for address in (next(canonical, ""), metas.get("og:url", "")):
        if (absolute := link(address or "")).startswith("http"):
            return absolute
    return ""
