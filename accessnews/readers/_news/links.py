"""Addresses: which of a story's links and pictures may be followed."""

import re
from urllib.parse import parse_qs, quote, urljoin, urlsplit

from accessnews.text.unicode import clean

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_HIDDEN = re.compile(r"^[\x00-\x20]+|[\x00-\x20]+$|[\t\n\r]+")  # what browsers drop (WHATWG URL, 4.4)
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_UNSAFE = re.compile(r"[\s\"<>`{}|^]")
_LONGEST = 2_000  # characters; longer ones carry data, not an address


def link(href: str, base: str = "") -> str:
    """``href`` as an absolute http(s) or mailto address, or nothing where it is none.

    ``base`` is the address of the page the link stands on, where that is known.
    """
    href = _behind_redirect(clean(_HIDDEN.sub("", href))) if len(href) <= 2 * _LONGEST else "#"
    if scheme(href) not in ("", "http", "https", "mailto") or href.startswith("#") or "\\" in href:
        return ""
    try:
        address = urljoin(base, href) if base else href
        parts = urlsplit("https:" + address if address.startswith("//") else address)
        known = bool(parts.hostname) if parts.scheme in ("http", "https") else parts.scheme == "mailto"
        told = parts.geturl()
    except ValueError:  # brackets that hold no IPv6 address
        return ""
    return _UNSAFE.sub(lambda match: quote(match[0]), told) if known and len(told) <= _LONGEST else ""


_REDIRECT = re.compile(
    r"https?://(?:www\.google\.[a-z.]{2,6}/url|l\.facebook\.com/l\.php|lm\.facebook\.com/l\.php|out\.reddit\.com/[\w/]*"
    r"|[\w.-]+\.safelinks\.protection\.outlook\.com/|slack-redir\.net/link|vk\.com/away\.php)\?"
)


def _behind_redirect(href: str) -> str:
    """The address that a tracking redirect leads to; ``href`` itself where it is none."""
    if not _REDIRECT.match(href):
        return href
    query = parse_qs(urlsplit(href).query)
    goals = (query[name][0] for name in ("q", "url", "u", "to") if name in query)
    return next((goal for goal in goals if goal.startswith(("http://", "https://"))), href)


def scheme(address: str) -> str:
    """The scheme of an address in small letters, blanks and controls left out; empty for a relative one."""
    match = _SCHEME.match(_BLANKS.sub("", clean(address[:300])))
    return match[0].lower() if match else ""


def picture(src: str) -> str | None:
    """``src`` on one line; of a picture inside the text (``data:``) only its type; None where it names no picture."""
    kind = scheme(src)
    if kind == "data":
        return re.split("[;,]", _BLANKS.sub("", src[:200]), maxsplit=1)[0][:60]
    is_file = len(kind) < 2 or kind in ("http", "https", "file")  # one letter is a Windows drive
    if len(src) > 2 * _LONGEST or not is_file:
        return None
    src = clean(_HIDDEN.sub("", src))
    return src if src and len(src) <= _LONGEST else None
