"""Preview: a short story of a few words, by which a voice profile is heard."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from accessnews.model.alt import AltState, AltText, DescribedArticle, with_alts
from accessnews.model.article import Article, Figure, Paragraph, Quote, Run, Text, figures, numbered
from accessnews.model.errors import Place
from accessnews.model.settings import Aloud, Voice
from accessnews.narration import script
from accessnews.narration.script import Role, Utterance
from accessnews.normalize.lexicon import EMPTY, Lexicon
from accessnews.text.langtag import primary
from accessnews.wording import wording


def utterances(voice: Voice, lexicon: Lexicon = EMPTY, quotes: bool = False) -> list[Utterance]:
    """What a profile reads: headline, body, quotation, picture, caption and credit, as in any edition.

    All is in the profile's language, so that no other voice helps out; the words may be English, see ``is_foreign``.
    """
    article = _story(voice)
    lines = script.write(article, article.alts.keys(), Aloud(quotes=quotes), lambda lang: lexicon)
    said = [replace(utterance, lang=voice.lang) for utterance in lines.utterances]
    return [*said, *_unheard(voice, said)]


def is_foreign(voice: Voice) -> bool:
    """Whether the words are English for want of any in the profile's language."""
    return wording(voice.lang).lang != primary(voice.lang)


def _story(voice: Voice) -> DescribedArticle:
    words, at = wording(voice.lang).sample, Place(voice.name)
    alt = AltText(words["caption"], words["credit"], "photo", AltState.DRAFT, caption=words["caption"])
    body = (
        Paragraph(_text(words["body"]), at),
        Quote((Paragraph(_text(words["quote"]), at),), at),
        Figure(None, _text(words["caption"]), at),
    )
    article = numbered(Article(words["headline"], body, at, Path(), "", voice.lang))
    return with_alts(article, {figure.id: alt for figure in figures(article)})


def _text(words: str) -> Text:
    return (Run(words),)


def _unheard(voice: Voice, said: Sequence[Utterance]) -> Iterator[Utterance]:
    """The sentence of the body once more for every speaker whose roles the story has not."""
    heard = {voice.speakers.get(utterance.role, voice).name for utterance in said}
    sentence = next(utterance for utterance in said if utterance.role == Role.BODY)
    for role, other in voice.speakers.items():
        if other.name not in heard:
            heard.add(other.name)
            yield replace(sentence, role=Role(role))
