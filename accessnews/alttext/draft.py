"""Draft: from a caption to an alt, by the rules of the language it is in.

English has a package of its own, four languages have word lists; in any other the caption's first sentence is
proposed to a person.
"""

from dataclasses import replace

from accessnews.alttext import continental, english, foreign, kinds, phrases
from accessnews.alttext.comparison import word_list
from accessnews.alttext.english.boilerplate import tidy
from accessnews.alttext.language import ENGLISH, tongue
from accessnews.alttext.reasons import CREDIT_ONLY, NO_CAPTION, REPEATS
from accessnews.model.alt import AltState, AltText
from accessnews.text.credits.split import Split


def describe(words: str, parts: Split, lang: str, distinct: bool) -> AltText:
    """Draft the alt of a caption's own ``words``; ``parts`` say what else it has."""
    alt = draft(words, lang, distinct, parts.kind, NO_CAPTION if parts.credit is None else CREDIT_ONLY)
    return replace(alt, credit=parts.credit, caption=words)


def draft(caption: str, lang: str, distinct: bool, label_kind: str, unsaid: str = CREDIT_ONLY) -> AltText:
    """Draft an alt from a caption's own words; where there are none, ``unsaid`` is the reason to ask a person."""
    body = tidy(caption)
    spoken = tongue(body, lang)
    if not word_list(body):
        kind = label_kind or kinds.PHOTO
        return AltText(phrases.bare(kind, spoken), None, kind, AltState.NEEDS_REVIEW, (unsaid,))
    if spoken == ENGLISH:
        alt = english.draft(body, label_kind, distinct)
        if distinct and alt.kind == kinds.PHOTO and word_list(alt.alt) == word_list(body):
            # whatever way it was made: beside its caption it would say the same words
            return AltText(phrases.pointer(alt.kind, spoken), None, alt.kind, AltState.NEEDS_REVIEW, (REPEATS,))
        return alt
    if spoken in continental.LANGUAGES:
        return continental.draft(body, spoken, label_kind, distinct)
    return foreign.draft(body, spoken, label_kind, distinct)
