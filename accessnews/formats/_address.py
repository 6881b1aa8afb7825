"""Addresses of links, as a page can have them."""

import re
from urllib.parse import quote

_NOT_IN_URLS = re.compile(r'[\s"<>\\^`{|}]|(?<!/)\[|\](?![:/])|%(?![\dA-Fa-f]{2})')


def address(href: str) -> str:
    """A link's address with what no URL may hold percent-encoded (WHATWG URL, URL code points)."""
    return _NOT_IN_URLS.sub(lambda bad: quote(bad.group()), href)
