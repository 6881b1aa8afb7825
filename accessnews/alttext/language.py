"""Which language a caption is in: by its script and its small words."""

import re
from collections import Counter
from functools import cache

from accessnews.alttext.lexicon import table
from accessnews.text.langtag import primary

ENGLISH = "en"
_WORDS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def tongue(text: str, lang: str) -> str:
    """The primary language of ``text``: ``lang``'s, unless its words plainly are another's; "" if not known."""
    language = primary(lang) or ENGLISH
    if not text[:600].isascii() and len(_LATIN.findall(text[:600])) * 2 < sum(map(len, _WORDS.findall(text[:600]))):
        return language if language not in table("languages") else ""
    # Names tell nothing about a language, and no listed word has a capital.
    found = [known for word in _split(text[:600]) if (known := _languages_of().get(word))]
    theirs = Counter(name for known in found if language not in known for name in known)
    if not theirs:
        return language
    margins = {
        name: count - sum(language in known and name not in known for known in found)
        for name, count in theirs.items()
    }
    best = max(margins, key=lambda name: margins[name])
    return best if theirs[best] > 1 and margins[best] > 0 else language


def _split(text: str) -> list[str]:
    return text.split() if text.isascii() else _WORDS.findall(text)


@cache
def _languages_of() -> dict[str, list[str]]:
    """The languages each small word belongs to, in one order: of two that fit alike the first counts."""
    out: dict[str, list[str]] = {}
    for name, small in table("languages").items():
        for word in small:
            out.setdefault(word, []).append(name)
    return out
