"""Pronunciation: what of the lexicons a book needs, for voices that read it without our sound."""

from collections.abc import Iterator
from itertools import groupby

from accessnews.bundle.edition import Edition
from accessnews.narration.script import Utterance
from accessnews.normalize.lexicon import EMPTY, Pronunciation


def used(edition: Edition) -> dict[str, list[Pronunciation]]:
    """The entries that an edition's words and alt texts have met, by BCP 47 tag, sorted by grapheme."""
    met: dict[str, dict[str, Pronunciation]] = {}
    for lang, text in _texts(edition):
        lexicon = edition.lexicons.get(lang, EMPTY)
        for _, _, entry in lexicon.find(text):
            met.setdefault(lang, {})[entry.grapheme] = lexicon.entries[entry.grapheme]
    return {lang: [entries[word] for word in sorted(entries)] for lang, entries in sorted(met.items())}


def _texts(edition: Edition) -> Iterator[tuple[str, str]]:
    """All that is shown and said, cut where the language changes, and what is shown of no picture but read in it."""
    for cue in edition.timeline.cues:
        yield from _runs(cue.utterance)
    for alt in edition.article.alts.values():
        yield edition.article.lang, alt.alt


def _runs(utterance: Utterance) -> Iterator[tuple[str, str]]:
    """Text by language; what is not said, such as the mark of a footnote, parts words."""
    for lang, spans in groupby(utterance.spans, lambda span: span.lang or utterance.lang):
        yield lang, "".join(span.written if span.spoken else " " for span in spans)
