"""Voice segments: the stretches of an utterance that one voice says."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from accessnews.narration.script import Utterance
from accessnews.text.scripts import ScriptRun, script_runs
from accessnews.text.unicode import has_words

LanguageFor = Callable[[str, str], str]
"""For a BCP 47 tag and a script: the language whose voice says a word; empty where no voice here reads it."""

# What closes a phrase is said, as a pause, by the voice of the phrase.
_CLOSERS = re.compile(r"[\s.,;:!?…”’\"')\]»—–]*")


@dataclass(slots=True)
class VoiceSegment:
    """Characters of an utterance's spoken text, from ``start`` on, that ``voice`` says."""

    voice: str
    start: int
    text: str = ""
    ipa: list[tuple[int, int, str]] = field(default_factory=list)  # start and end in ``text``, and their sounds


def voice_segments(
    utterance: Utterance, voice_for: Callable[[str], str], language_for: LanguageFor
) -> Iterator[VoiceSegment]:
    """The segments of an utterance, at least one. ``voice_for`` names the voice for a BCP 47 tag; never empty."""
    segment, at = VoiceSegment("", 0), 0
    for text, lang, ipa in _parts(utterance, language_for):
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


def unread_words(
    utterances: Iterable[Utterance], speaks: Callable[[str], bool], language_for: LanguageFor
) -> list[tuple[Utterance, str, ScriptRun]]:
    """The words in a script that no voice here reads, each with its utterance and the language that it stands in.

    What is in a language of which ``speaks`` is false is told as that.
    """
    return [
        (utterance, lang, run)
        for utterance in utterances
        for span in utterance.spans
        if not span.ipa and speaks(lang := span.lang or utterance.lang)
        for run in _foreign_runs(span.spoken, lang, language_for)
        if not language_for(lang, run.script)
    ]


def _foreign_runs(text: str, lang: str, language_for: LanguageFor) -> Iterator[ScriptRun]:
    """Words in a script that the voice of the language they stand in does not read."""
    if text.isascii() and language_for(lang, "Latin") == lang:
        return
    yield from (run for run in script_runs(text) if run.is_word and language_for(lang, run.script) != lang)


def _parts(utterance: Utterance, language_for: LanguageFor) -> Iterator[tuple[str, str, str]]:
    """The spoken text as (text, language, IPA); what has no word of its own has no language."""
    for span in utterance.spans:
        lang = span.lang or utterance.lang
        if span.ipa:
            yield span.spoken, lang if has_words(span.spoken) else "", span.ipa
            continue
        for text, spoken_in in _by_script(span.spoken, lang, language_for):
            closers = _CLOSERS.match(text)
            cut = closers.end() if closers else 0
            yield text[:cut], "", ""
            yield text[cut:], spoken_in if has_words(text) else "", ""


def _by_script(text: str, lang: str, language_for: LanguageFor) -> Iterator[tuple[str, str]]:
    """A text in parts, each with the language whose voice reads its script."""
    at = 0
    for run in _foreign_runs(text, lang, language_for):
        yield text[at : run.start], lang
        yield run.letters, language_for(lang, run.script) or lang
        at = run.end
    yield text[at:], lang
