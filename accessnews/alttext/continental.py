"""Drafts in German, French, Spanish and Portuguese: the stages of English by word lists alone.

Boilerplate and date go, the first sentence that tells what is seen is chosen, a clause of time or cause behind it
goes. No word is inflected anew and none added. What the lists do not vouch for is proposed to a person.
"""

import re
from functools import cache
from itertools import pairwise

from accessnews.alttext import foreign, kinds, phrases
from accessnews.alttext.brackets import spell_out
from accessnews.alttext.comparison import says_the_same, word_list
from accessnews.alttext.file_names import file_name
from accessnews.alttext.lengths import AIM, CAP, WARN
from accessnews.alttext.lexicon import longest_first, table
from accessnews.alttext.punctuation import punctuate
from accessnews.alttext.reasons import NAME_ONLY, NO_VISIBLE_CLAUSE, OTHER_LANGUAGE, REPEATS, TOO_LONG
from accessnews.model.alt import AltState, AltText
from accessnews.text.sentences import sentences

LANGUAGES = ("de", "fr", "es", "pt")

_SENTENCES = 3  # of a caption that are looked at
_NAME = 5  # words of a caption that may be nothing but a name
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|%")
_TITLED = ("map", "chart")


def draft(body: str, lang: str, label_kind: str, distinct: bool) -> AltText:
    """Draft an alt from a tidied caption in one of ``LANGUAGES``."""
    text = _without_boilerplate(body, lang)
    kind, title = _titled(text, lang)
    if kind:
        return _finished(f"{title[:1].upper()}{title[1:]}", kind, lang, body, distinct)
    kind = label_kind or kinds.PHOTO
    if file_name(text, ""):
        return _asked(kind, lang, NO_VISIBLE_CLAUSE)
    if _is_pair(text, lang):
        return _finished(foreign.without_dates(text, lang), kind, lang, body, distinct)
    reason = ""
    for start, end in sentences(text, lang)[:_SENTENCES]:
        sentence = spell_out(_placed(foreign.without_dates(text[start:end], lang), lang))
        doubt = _doubt(sentence, lang)
        if not doubt:
            return _finished(_shortened(sentence, lang), kind, lang, body, distinct)
        reason = reason or doubt
    first = foreign.draft(text, lang, label_kind, distinct)
    reasons = (reason,) if reason in (NO_VISIBLE_CLAUSE, NAME_ONLY) else ()
    return AltText(first.alt, None, kind, AltState.NEEDS_REVIEW, (*reasons, OTHER_LANGUAGE))


def _finished(text: str, kind: str, lang: str, body: str, distinct: bool) -> AltText:
    alt = punctuate(text)
    if len(alt) > CAP or not word_list(alt):
        return _asked(kind, lang, TOO_LONG)
    if distinct and kind == kinds.PHOTO and says_the_same(alt, body):
        return AltText(phrases.pointer(kind, lang), None, kind, AltState.NEEDS_REVIEW, (REPEATS,))
    if len(alt) > WARN:
        return AltText(alt, None, kind, AltState.NEEDS_REVIEW, (TOO_LONG,))
    return AltText(alt, None, kind, AltState.DRAFT)


def _asked(kind: str, lang: str, reason: str) -> AltText:
    return AltText(phrases.bare(kind, lang), None, kind, AltState.NEEDS_REVIEW, (reason,))


@cache
def _words(lang: str, key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in table("continental")[lang][key])


@cache
def _phrases(lang: str, key: str) -> str:
    """One list as alternatives in a pattern."""
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first("continental", lang, key))


@cache
def _boilerplate(lang: str) -> tuple[re.Pattern[str], ...]:
    tags = _phrases(lang, "tags")
    return (
        re.compile(rf"^\W*(?:{tags})\s?(?:[:–—|.]|\s-)\s*"),
        re.compile(rf"\s?[(\[](?:{tags})[)\]]"),
        re.compile(rf"\s*[-–—(]?\s?\b(?:{_phrases(lang, 'notices')})\b.*$", re.DOTALL),
    )


def _without_boilerplate(body: str, lang: str) -> str:
    lead, bracketed, notice = _boilerplate(lang)
    text = bracketed.sub("", notice.sub("", body))
    for _ in range(3):
        text = lead.sub("", text)
    return text[:1].upper() + text[1:]


@cache
def _title_lead(lang: str) -> re.Pattern[str]:
    names = (f"(?P<{kind}>{_phrases(lang, f'{kind}s')})" for kind in _TITLED)
    return re.compile(rf"(?:{'|'.join(names)})\s?[:|]\s?(?=\S)")


def _titled(text: str, lang: str) -> tuple[str, str]:
    """The kind and the whole text of a map or chart whose caption is its title; empty where it is none."""
    match = _title_lead(lang).match(text)
    if not match:
        return "", ""
    return match.lastgroup or "", f"{match[match.lastgroup or 0]}, {text[match.end() :]}"


def _is_pair(text: str, lang: str) -> bool:
    """Whether a caption tells of two pictures, one after the other: "Links: … Rechts: …"."""
    low = text.lower()
    return any(
        low.startswith(f"{first}:") and f"{second}:" in low for first, second in table("continental")[lang]["pairs"]
    )


@cache
def _positions(lang: str) -> re.Pattern[str]:
    names = sorted(table("continental")[lang]["positions"], key=len, reverse=True)
    return re.compile(rf"\s?\(({'|'.join(map(re.escape, names))})\)\s?(?=(.?))", re.IGNORECASE)


def _placed(text: str, lang: str) -> str:
    """Positions in brackets spelt out: "Ilse Ott (l.) und" is "Ilse Ott, links, und"."""
    spelt = table("continental")[lang]["positions"]
    by_name = {name.lower(): words for name, words in spelt.items()}

    def spell(match: re.Match[str]) -> str:
        closes = match[2] in (",", ".", ";", "")
        return f", {by_name[match[1].lower()]}" + ("" if closes else ", ")

    return _positions(lang).sub(spell, text)


def _doubt(sentence: str, lang: str) -> str:
    """Why a sentence may not be what the picture shows; empty where the lists vouch for it."""
    tokens = [word.lower() for word in _WORD.findall(sentence)]
    low = " ".join(tokens)
    main = [word.lower() for word in _WORD.findall(_main_clause(sentence, lang))]
    if not tokens:
        return NO_VISIBLE_CLAUSE
    if _quotes(sentence):
        return NO_VISIBLE_CLAUSE
    if any(low.startswith(order.lower().replace(".", "")) for order in table("continental")[lang]["orders"]):
        return ""
    unseen = _words(lang, "unseen")
    if any(word in unseen for word in main) or any(" " in phrase and phrase in low for phrase in unseen):
        return NO_VISIBLE_CLAUSE
    if any(word in _words(lang, "passives") for word in main):
        return NO_VISIBLE_CLAUSE
    if _has_visible_verb(main, low, lang):
        return ""
    near, has_verb = _words(lang, "near"), _has_other_verb(main, lang)
    if _takes_part(sentence, lang) and not has_verb:
        return ""
    is_opener = tokens[0] in _words(lang, "openers")
    if (is_opener or tokens[0] in _words(lang, "articles")) and len(tokens) > _NAME and not has_verb:
        return "" if is_opener or any(word in near for word in tokens[1:]) else "unsure"
    if is_opener and len(tokens) > 2:
        return ""
    return NAME_ONLY if len(tokens) <= _NAME else "unsure"


def _has_visible_verb(main: list[str], low: str, lang: str) -> bool:
    """Whether a clause has a verb of what can be seen; behind an article it is a noun ("la porte")."""
    visible, before = _words(lang, "visible"), _words(lang, "articles") | _words(lang, "near")
    pairs = pairwise(["", *main])
    if any(word in visible and previous not in before for previous, word in pairs):
        return True
    return any(" " in form and f" {form} " in f" {low} " for form in visible)


def _has_other_verb(main: list[str], lang: str) -> bool:
    """Whether a clause has a verb of which nobody knows whether it can be seen."""
    endings = tuple(table("continental")[lang]["endings"])
    return any(word in _words(lang, "finite") or (endings and word.endswith(endings)) for word in main)


@cache
def _named_at(lang: str) -> re.Pattern[str]:
    capital = r"[A-ZÀ-ÖØ-Þ][\w.’'-]*"
    return re.compile(rf"(?:{capital}\s){{2,5}}(?:{_phrases(lang, 'events')})\b")


def _takes_part(sentence: str, lang: str) -> bool:
    """Whether somebody named is where something goes on: "Kerstin Pohl während ihrer Rede"."""
    return bool(_named_at(lang).match(sentence))


def _quotes(sentence: str) -> bool:
    """Whether a sentence opens with what somebody says."""
    return sentence.lstrip()[:1] in '„“"«»' and bool(re.match(r"\W[^”“\"»]{1,300}[”“\"»]\s?,", sentence.lstrip()))


@cache
def _asides(lang: str) -> re.Pattern[str]:
    return re.compile(rf",\s(?:{_phrases(lang, 'asides')})\b.*$", re.IGNORECASE | re.DOTALL)


def _main_clause(sentence: str, lang: str) -> str:
    return _asides(lang).sub("", sentence)


def _shortened(sentence: str, lang: str) -> str:
    """The sentence without a clause of time or cause at its end, and where it is long, without what a comma parts."""
    short = _main_clause(sentence, lang).rstrip(" .")
    while len(short) > AIM and ", " in short[AIM // 2 :]:
        short = short[: short.rindex(", ")]
    return short
