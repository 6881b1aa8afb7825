"""From the text that is written to the text that is spoken, span by span.

Behind ``normalize`` stands one module per language with one function, ``read``. A language without one is said
as it is written.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module

from accessnews.normalize.grammar import Reading
from accessnews.normalize.lexicon import EMPTY, Lexicon
from accessnews.normalize.numbersigns import number_signs
from accessnews.normalize.spans import Span
from accessnews.text.langtag import primary
from accessnews.text.unicode import INVISIBLE

__all__ = ["Span", "normalize"]

LANGUAGES = ("en", "de", "fr", "es")
"""The primary language subtags with a module of their own beside this one."""

Read = Callable[[str, str, Sequence[tuple[int, int]], bool], Iterable[Reading]]
"""Text, language tag, spans to leave alone, whether quotation marks are said."""

# Characters that a voice would name or stumble over: shown, never said. Those that hold an emoji together
# are left to the language.
_QUIET = re.compile(f"[{INVISIBLE}]+|(?<![\u2190-\u2bff\U0001f000-\U0001faff\ufe0f])[\u200d\ufe0f]+")


def normalize(text: str, lang: str, lexicon: Lexicon = EMPTY, quotes: bool = False) -> tuple[Span, ...]:
    """Spans whose written sides join to ``text`` and whose spoken sides are what a voice of ``lang`` says.

    ``lexicon`` holds the pronunciations of ``lang`` that a project knows better. Invisible characters (soft
    hyphens, joiners, direction marks) are shown and not said. ``quotes`` says where a quotation opens and ends,
    in the languages with a module of their own; single quotation marks are never said.
    """
    names = list(lexicon.find(text))
    held = [(start, end) for start, end, _ in names]
    spoken = [*_read(lang)(text, lang, held, quotes)]
    spoken += [Reading(start, end, entry.alias or text[start:end]) for start, end, entry in names]
    ipa = {start: entry.ipa for start, _, entry in names}
    return tuple(_woven(text, sorted(spoken, key=lambda part: part.start), ipa))


@cache
def _read(lang: str) -> Read:
    language = primary(lang)
    if language not in LANGUAGES:
        return lambda text, lang, held, quotes: ()
    read: Read = import_module(f"accessnews.normalize.{language}").read
    return read


def _woven(text: str, spoken: Iterable[Reading], ipa: Mapping[int, str]) -> Iterator[Span]:
    """The spans of a text: what is said otherwise, and between it what is said as it is written.

    ``ipa`` holds the sounds of words of the lexicon, by where they start.
    """
    at = 0
    for part in spoken:
        if part.start > at:
            yield from _written(text, at, part.start)
        yield Span(text[part.start : part.end], part.spoken, ipa=ipa.get(part.start, ""))
        at = part.end
    if at < len(text):
        yield from _written(text, at, len(text))


def _written(text: str, at: int, stop: int) -> Iterator[Span]:
    """Text from ``at`` to ``stop`` that is said as it is, but for what no one can see and signs that are numbers."""
    otherwise = [(*quiet.span(), "") for quiet in _QUIET.finditer(text, at, stop)]
    for start, end, spoken in sorted((*otherwise, *number_signs(text, at, stop))):
        if start > at:
            yield Span(text[at:start], text[at:start])
        yield Span(text[start:end], spoken)
        at = end
    if at < stop:
        yield Span(text[at:stop], text[at:stop])
