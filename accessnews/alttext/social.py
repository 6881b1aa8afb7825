"""What social desks write round a description: hashtags, handles, "RT @name:", emoji between two thoughts."""

import re

_RETWEET = re.compile(r"(?:RT|MT|via|by)\s+@[\w.]+\s*:?\s*", re.IGNORECASE)
_LEAD = re.compile(r"(?:#\w+\s*)+[:|–—-]\s*")
_MARK = re.compile(r"(?:#\w+|@[\w.]*\w)[,.!|]*")
_INLINE = re.compile(r"(?<![\w&/])[#@](?=[^\W\d_]\w+)")
_MARKED = re.compile(r"[#@]\w")
_MOST = 40  # marks at the end


def without_marks(text: str) -> str:
    """A description without hashtags and handles round it; one in its middle is a word of it."""
    if not _MARKED.search(text):
        return text
    for lead in (_RETWEET, _LEAD):
        match = lead.match(text)
        text = text[match.end() :] if match else text
    return _INLINE.sub("", _without_trailing(text)).strip()


def _without_trailing(text: str) -> str:
    """Without the hashtags and handles that close a text; they stand behind blanks, one after the other."""
    words = text.split(" ")
    end = len(words)
    while end and len(words) - end < _MOST and (_MARK.fullmatch(words[end - 1]) or not words[end - 1]):
        end -= 1
    return " ".join(words[:end])
