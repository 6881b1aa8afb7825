"""The text of an edition for feed readers: its own page's story, as plain markup with whole addresses."""

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from accessnews.site.editions import ListedEdition
from accessnews.site.publication import Publication
from accessnews.text.files import content

_LARGEST = 64_000_000  # bytes of a page
_BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "figure", "figcaption", "pre", "hr"}
_TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
_PHRASES = {"img", "code", "em", "strong", "a", "sup", "sub", "del", "mark", "ruby", "rt", "rp", "br", "abbr", "span"}
_TAGS = _BLOCKS | _TABLES | _PHRASES
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan"},
    "td": {"colspan"},
    "ol": {"start", "type", "reversed"},
    "span": {"lang", "dir"},
    "abbr": {"title", "lang"},
}


def story(edition: ListedEdition, output: Path, publication: Publication) -> str:
    """The story as HTML below its headline; empty where the edition has no page."""
    import nh3
    from lxml import html

    page = output / edition.name / "index.html"
    if not any(file.path == f"{edition.name}/index.html" for file in edition.files):
        return ""
    article: Any = html.document_fromstring(content(page, _LARGEST)).find(".//article")
    if article is None:
        return ""
    for gone in article.xpath(".//header | .//nav | .//*[@role='doc-backlink']"):
        gone.drop_tree()
    for span in article.xpath(".//span[not(@lang)]"):
        span.drop_tag()
    base = publication.at(edition.address)
    article.rewrite_links(lambda link: urljoin(base, link))
    markup = html.tostring(article, encoding="unicode", with_tail=False)
    allowed = nh3.clean(
        markup, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto"}
    )
    return allowed.strip()
