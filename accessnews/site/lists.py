"""The site for programs: JSON Feed 1.1, an OPDS 2.0 catalogue and a sitemap."""

import json
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from accessnews.bundle.artifact import Artifact
from accessnews.site.editions import ListedEdition
from accessnews.site.publication import Publication
from accessnews.text.unicode import for_xml

FEED, CATALOGUE, SITEMAP = "feed.json", "opds.json", "sitemap.xml"
OPDS = "application/opds+json"
_BOOKS = ("application/epub+zip", "application/audiobook+zip", "application/lpf+zip")
_COVERS = ("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif")


def json_feed(editions: Sequence[ListedEdition], publication: Publication, texts: Mapping[str, str]) -> Artifact:
    """https://www.jsonfeed.org/version/1.1/; ``texts`` are editions as HTML, by name."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": publication.title,
        "home_page_url": publication.url,
        "feed_url": publication.at(FEED),
        "description": publication.description,
        "language": publication.lang,
        **({"icon": publication.image} if publication.image else {}),
        "items": [_item(edition, publication, texts.get(edition.name, "")) for edition in editions],
    }
    return Artifact(FEED, "application/feed+json", _json(document))


def _item(edition: ListedEdition, publication: Publication, text: str) -> dict[str, object]:
    address, audio = publication.at(edition.address), edition.audio
    item: dict[str, object] = {
        "id": address,
        "url": address,
        "title": edition.title,
        **({"content_html": text} if text else {"content_text": edition.title}),
        "language": edition.lang,
    }
    if edition.date:
        item["date_published"] = f"{edition.date}T00:00:00Z"
    if edition.byline:
        item["authors"] = [{"name": name} for name in edition.byline]
    if edition.kicker:
        item["tags"] = [edition.kicker]
    if edition.picture:
        item["image"] = publication.at(edition.picture.file.address)
    if audio:
        item["attachments"] = [
            {
                "url": publication.at(audio.address),
                "mime_type": audio.media_type,
                "size_in_bytes": audio.size,
                "duration_in_seconds": round(edition.seconds),
            }
        ]
    return item


def catalogue(editions: Sequence[ListedEdition], publication: Publication) -> Artifact:
    """https://drafts.opds.io/opds-2.0: the editions that have a book."""
    document = {
        "metadata": {"title": publication.title, "numberOfItems": sum(map(_is_book, editions))},
        "links": [{"rel": "self", "href": publication.at(CATALOGUE), "type": OPDS}],
        "publications": [_publication(edition, publication) for edition in editions if _is_book(edition)],
    }
    return Artifact(CATALOGUE, OPDS, _json(document))


def _is_book(edition: ListedEdition) -> bool:
    return any(map(edition.file, _BOOKS))


def _publication(edition: ListedEdition, publication: Publication) -> dict[str, object]:
    metadata: dict[str, object] = {
        "@type": "http://schema.org/NewsArticle",
        "identifier": publication.at(edition.address),
        "title": edition.title,
        "language": edition.lang,
        **({"author": list(edition.byline)} if edition.byline else {}),
        **({"published": f"{edition.date}T00:00:00Z"} if edition.date else {}),
        **({"duration": round(edition.seconds)} if edition.seconds else {}),
        **({"subject": edition.kicker} if edition.kicker else {}),
        "publisher": publication.title,
    }
    links = [
        {
            "rel": "http://opds-spec.org/acquisition/open-access",
            "href": publication.at(file.address),
            "type": file.media_type,
            "title": edition.title,
        }
        for file in filter(None, map(edition.file, _BOOKS))
    ]
    picture = edition.picture
    images = (
        [{"href": publication.at(picture.file.address), "type": picture.file.media_type}]
        if picture and picture.file.media_type in _COVERS
        else [{"href": publication.image}]
        if publication.image
        else []
    )
    return {"metadata": metadata, "links": links, **({"images": images} if images else {})}


def sitemap(editions: Sequence[ListedEdition], publication: Publication) -> Artifact:
    """https://www.sitemaps.org/protocol.html"""
    lines = [_place(publication.url, "")]
    lines += [
        _place(publication.at(edition.address), edition.date) for edition in editions if edition.file("text/html")
    ]
    text = "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        )
    )
    return Artifact(SITEMAP, "application/xml", text.encode())


def _place(address: str, date: str) -> str:
    modified = f"<lastmod>{date}</lastmod>" if date else ""
    return f"<url><loc>{escape(for_xml(address))}</loc>{modified}</url>"


def _json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
