"""Voice segments: the stretches of an utterance that one voice says."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from accessnews.narration.script import Utterance
from accessnews.text.unicode import has_words

# What closes a phrase is said, as a pause, by the voice of the phrase.
_CLOSERS = re.compile(r"[\s.,;:!?…”’\"')\]»—–]*")


@dataclass(slots=True)
class VoiceSegment:
    """Characters of an utterance's spoken text, from ``start`` on, that ``voice`` says."""

    voice: str
    start: int
    text: str = ""
    ipa: list[tuple[int, int, str]] = field(default_factory=list)  # start and end in ``text``, and their sounds


def voice_segments(utterance: Utterance, voice_for: Callable[[str], str]) -> Iterator[VoiceSegment]:
    """The segments of an utterance, at least one. ``voice_for`` names the voice for a BCP 47 tag; never empty."""
    segment, at = VoiceSegment("", 0), 0
    for text, lang, ipa in _parts(utterance):
        voice = voice_for(lang) if lang else segment.voice
        if segment.voice and voice != segment.voice:
            yield segment
            segment = VoiceSegment(voice, at)
        segment.voice = voice
        if ipa:
            segment.ipa.append((len(segment.text), len(segment.text) + len(text), ipa))
        segment.text += text
        at += len(text)
    segment.voice = segment.voice or voice_for(utterance.lang)
    yield segment


def foreign(utterances: Iterable[Utterance], speaks: Callable[[str], bool]) -> list[tuple[Utterance, str]]:
    """The utterances with words in a language of which ``speaks`` is false, and that language."""
    return [
        (utterance, lang)
        for utterance in utterances
        for lang in dict.fromkeys(span.lang or utterance.lang for span in utterance.spans if has_words(span.spoken))
        if not speaks(lang)
    ]


def _parts(utterance: Utterance) -> Iterator[tuple[str, str, str]]:
    """The spoken text as (text, language, IPA); what has no word of its own has no language."""
    for span in utterance.spans:
        closers = _CLOSERS.match(span.spoken)
        cut = closers.end() if closers and not span.ipa else 0
        lang = (span.lang or utterance.lang) if has_words(span.spoken) else ""
        yield span.spoken[:cut], "", ""
        yield span.spoken[cut:], lang, span.ipa
