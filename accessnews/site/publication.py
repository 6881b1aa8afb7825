"""The publication that a site is of, as a project's configuration or a command says it."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from accessnews.model.errors import UsageError
from accessnews.model.settings import Settings

_MAIL = re.compile(r"(?P<name>[^<>]{1,200}?)\s*<(?P<mail>[^<>@\s]{1,100}@[^<>@\s]{1,200})>")


@dataclass(frozen=True, slots=True)
class Publication:
    """``url`` ends in a slash; ``owner`` and ``mail`` are those of whom a podcast directory writes to."""

    url: str
    title: str
    description: str
    lang: str
    owner: str
    mail: str
    image: str  # absolute address, or empty
    categories: tuple[str, ...]

    def at(self, address: str) -> str:
        """The absolute address of a file of the site."""
        return self.url + address


def publication(settings: Settings) -> Publication:
    """Raises UsageError where no address is known, or what is said is none."""
    url = settings.site_url
    if not url:
        raise UsageError("where will the site be?", hint="--url https://…, or url in [site] of accessnews.toml")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise UsageError(f"not the address of a site: {url[:200]}", hint="such as https://news.example/listen/")
    url = url if url.endswith("/") else f"{url}/"
    title = settings.site_title or str(parts.hostname)
    owner = _MAIL.fullmatch(settings.site_owner)
    name, mail = (owner["name"], owner["mail"]) if owner else (settings.site_owner, "")
    image = settings.site_image
    if image and not urlsplit(image).scheme:
        image = url + image
    description = settings.site_description or title
    return Publication(url, title, description, settings.lang, name or title, mail, image, settings.site_categories)
