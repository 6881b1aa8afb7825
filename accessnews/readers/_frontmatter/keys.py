"""The top keys of front matter: those that are read here, those of other programs, and those that nobody knows."""

import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._frontmatter.split import FrontMatter

TITLE = ("title", "headline")
AUTHOR = ("author", "authors", "byline", "by")
DATE = (
    *("date", "published", "publishdate", "pubdate", "datepublished"),
    *("published_at", "publish_date", "pub_date", "date_published", "first_published_at", "publication_date"),
    *("created", "created_at", "date_created", "datecreated", "lastmod", "updated", "modified"),
)
LANG = ("lang", "language", "locale")
PLACE = ("dateline", "location", "place")
KICKER = ("kicker", "eyebrow", "overline")
SUMMARY = ("summary", "description", "excerpt")
"""What lists, feeds and search engines show: site generators keep it off the story's own page."""
STANDFIRST = ("standfirst", "subtitle", "subheading", "deck", "dek", "lead", "lede", "strapline")
"""What stands between headline and story, for those who read it."""
PICTURE = (
    *("cover", "image", "featured_image", "feature_image", "lead_image", "hero", "banner", "cover_image"),
    *("hero_image", "main_image", "header_image", "banner_image", "header", "photo", "images", "teaser"),
    *("teaser_image", "thumbnail", "thumb"),
)
"""``_`` may be left out: ``coverImage`` is ``cover_image``."""
LESSER = frozenset({"header", "photo", "images", "teaser", "teaser_image", "thumbnail", "thumb"})
"""Keys that may be no picture, or one for lists."""
OF_PICTURE = ("alt", "alt_text", "caption", "credit", "photo_credit", "photographer", "photo_by")
"""What top keys say of the picture where the story has one."""
EMBARGO = ("embargo", "embargoed_until", "embargo_until", "embargoed", "embargo_date", "hold_until", "not_before")
NESTED = ("extra", "params", "taxonomies", "custom")
"""Tables of other programs that may hold our keys, as Zola and Hugo have them; the headline is not among them."""
_GROUPS = (TITLE, AUTHOR, DATE, LANG, PLACE, KICKER, STANDFIRST, SUMMARY, PICTURE, EMBARGO)
_MOST = 5  # findings for single keys of one story
_COMPARED = 100  # keys of one story that are held against ours
_NEAR = 0.7  # how like two keys must be: "lnag" and "lang" have 0.75


def folded(key: str) -> str:
    """A key whatever its case, with ``-`` and ``_`` as one."""
    return key.strip().lower().replace("-", "_")


def unknown_keys(front: FrontMatter, path: str) -> Iterator[Finding]:
    """A finding for every key that says something and that nobody reads.

    Likely slips of our own keys come first; past a handful there is one finding for all that are left.
    """
    given = {folded(key) for key in front.values}
    missing = [name for group in _GROUPS if not given & set(group) for name in group]
    about = OF_PICTURE if any(map(_begins_picture, given)) else ()
    strange = [
        key for key, value in front.values.items() if value and not (folded(key) in about or _is_known(folded(key)))
    ]
    meant = {key: get_close_matches(folded(key), missing, 1, _NEAR) for key in strange[:_COMPARED]}
    strange.sort(key=lambda key: not meant.get(key))
    for key in strange[:_MOST]:
        near = meant.get(key)
        hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(group[0] for group in _GROUPS)}"
        yield _finding(f"unknown key {_quoted([key])} in the front matter", key, front, path, hint)
    if more := strange[_MOST:]:
        message = f"{len(more)} more unknown keys in the front matter: {_quoted(more)}"
        hint = "put what is meant for another program below params, or begin its name with x-"
        yield _finding(message, more[0], front, path, hint)


def _finding(message: str, key: str, front: FrontMatter, path: str, hint: str) -> Finding:
    return Finding("front-matter-unknown-key", message, Place(path, front.lines.get(key, 1)), hint)


def _quoted(keys: Iterable[str]) -> str:
    """Keys as they stand in a message, on one line of some two hundred characters."""
    shown = ["".join(letter if letter.isprintable() else " " for letter in key[:40]) for key in keys]
    return ", ".join(f"“{key}”" for key in shown[:_MOST]) + (" …" if len(shown) > _MOST else "")


def _is_known(key: str) -> bool:
    ours = any(key in group for group in _GROUPS) or _begins_picture(key)
    names, begins = _foreign()
    return ours or key.startswith(begins) or key.replace("_", "") in names


def _begins_picture(key: str) -> bool:
    """Whether a key is one of ours for a picture, or says something of it: ``coverImage``, ``image_alt``."""
    return key.replace("_", "").startswith(tuple(name.replace("_", "") for name in PICTURE))


@cache
def _foreign() -> tuple[frozenset[str], tuple[str, ...]]:
    """The keys of other programs without ``_``, and how keys begin that are somebody's own."""
    table = tomllib.loads(
        files("accessnews.readers._frontmatter").joinpath("data", "foreign.toml").read_text("utf-8")
    )
    names = (folded(key).replace("_", "") for keys in table["programs"].values() for key in keys)
    return frozenset(names), tuple(map(folded, table["begins"]))
