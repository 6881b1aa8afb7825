"""The podcast feed: RSS 2.0 with the elements of podcast apps.

Sources: the RSS 2.0 specification; Apple's requirements for podcast feeds (``itunes``); the Podcasting 2.0 namespace
(``podcast``); Atom for ``atom:link``; RSS 1.0's content module.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from accessnews.bundle.artifact import Artifact
from accessnews.site.editions import ListedEdition
from accessnews.site.publication import Publication
from accessnews.text.unicode import for_xml

PATH = "feed.xml"
_CHAPTERS = "application/json+chapters"
_NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
_GUIDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # the podcast namespace's own, for feeds


def feed(editions: Sequence[ListedEdition], publication: Publication, texts: Mapping[str, str]) -> list[Artifact]:
    """``feed.xml``, and the chapters of each edition as JSON; ``texts`` are editions as HTML, by name."""
    for prefix, name in _NAMESPACES.items():
        register_namespace(prefix, name)
    rss = Element("rss", version="2.0")
    channel = SubElement(rss, "channel")
    _add(channel, "title", publication.title)
    _add(channel, "link", publication.url)
    _add(channel, "description", publication.description)
    _add(channel, "language", publication.lang)
    _add(channel, "generator", "accessnews")
    _add(channel, "atom:link", href=publication.at(PATH), rel="self", type="application/rss+xml")
    _add(channel, "podcast:guid", str(uuid5(_GUIDS, publication.at(PATH).split("://", 1)[1].rstrip("/"))))
    _add(channel, "podcast:medium", "podcast")
    _add(channel, "itunes:author", publication.title)
    _add(channel, "itunes:explicit", "false")
    _add(channel, "itunes:type", "episodic")
    for category in publication.categories or ("News",):
        _category(channel, category)
    owner = _add(channel, "itunes:owner")
    _add(owner, "itunes:name", publication.owner)
    if publication.mail:
        _add(owner, "itunes:email", publication.mail)
    if publication.image:
        _add(channel, "itunes:image", href=publication.image)
        image = _add(channel, "image")
        for name, text in (("url", publication.image), ("title", publication.title), ("link", publication.url)):
            _add(image, name, text)
    artifacts = []
    for edition in editions:
        _item(channel, edition, publication, texts.get(edition.name, ""))
        if edition.audio and edition.chapters:
            artifacts.append(Artifact(chapters_path(edition), _CHAPTERS, _chapters(edition)))
    text = tostring(rss, encoding="unicode")
    return [
        Artifact(PATH, "application/rss+xml", f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()),
        *artifacts,
    ]


def chapters_path(edition: ListedEdition) -> str:
    return f"chapters/{edition.name}.json"


def _item(channel: Element, edition: ListedEdition, publication: Publication, text: str) -> None:
    item, address = _add(channel, "item"), publication.at(edition.address)
    _add(item, "title", edition.title)
    _add(item, "link", address)
    _add(item, "guid", address, isPermaLink="true")
    if edition.date:
        moment = datetime.fromisoformat(edition.date).replace(tzinfo=UTC)
        _add(item, "pubDate", format_datetime(moment, usegmt=True))
    if edition.kicker:
        _add(item, "category", edition.kicker)
    if text:
        _add(item, "content:encoded", text)
    if edition.picture:
        _add(item, "podcast:image", href=publication.at(edition.picture.file.address), alt=edition.picture.alt)
    if not edition.audio:
        return
    audio = edition.audio
    _add(item, "enclosure", url=publication.at(audio.address), length=str(audio.size), type=audio.media_type)
    _add(item, "itunes:duration", str(round(edition.seconds)))
    _add(item, "itunes:episodeType", "full")
    _add(item, "itunes:explicit", "false")
    _add(item, "itunes:author", ", ".join(edition.byline) or publication.title)
    _add(item, "podcast:person", f"{edition.narrator}, synthetic voice", role="narrator", group="cast")
    if edition.chapters:
        _add(item, "podcast:chapters", url=publication.at(chapters_path(edition)), type=_CHAPTERS)
    if transcript := edition.file("text/vtt"):
        url = publication.at(transcript.address)
        _add(item, "podcast:transcript", url=url, type="text/vtt", language=edition.lang, rel="captions")


def _category(channel: Element, category: str) -> None:
    """A category of Apple's list, one inside another as ``News > Daily News``."""
    at = channel
    for name in filter(None, (part.strip() for part in category.split(">"))):
        at = _add(at, "itunes:category", text=name)


def _add(parent: Element, name: str, content: str = "", **attributes: str) -> Element:
    prefix, _, local = name.rpartition(":")
    tag = f"{{{_NAMESPACES[prefix]}}}{local}" if prefix else local
    element = SubElement(parent, tag, {key: for_xml(value) for key, value in attributes.items()})
    if content:
        element.text = for_xml(content)
    return element


def _chapters(edition: ListedEdition) -> bytes:
    """JSON chapters, version 1.2.0 of the podcast namespace's format."""
    chapters = [{"startTime": start, "title": title} for start, title in edition.chapters]
    return json.dumps({"version": "1.2.0", "chapters": chapters}, ensure_ascii=False, indent=1).encode() + b"\n"
