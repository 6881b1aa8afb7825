"""Lints: what a person should know about the text alternatives of an article, a small function for each code."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from accessnews.alttext import checks, kinds, lengths
from accessnews.alttext.comparison import says_the_same, word_list
from accessnews.alttext.file_names import file_name
from accessnews.alttext.language import ENGLISH, tongue
from accessnews.alttext.lexicon import table
from accessnews.alttext.loose_dates import loose_dates
from accessnews.alttext.placeholders import is_placeholder
from accessnews.model.alt import AltState, AltText, DescribedArticle
from accessnews.model.article import Figure, figures, language
from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.model.review import Review
from accessnews.text.unicode import shortened

_FIRST_WORDS = 60
_LOOK = 2_000  # characters of a text that are looked at; 250 are too many already
_FEW = 4  # words in which a language cannot be told: "Ursula von der Leyen"
_DATED = ("chart", "map")
_SAY = "write who or what is seen, doing what"
_PAIRED = ("satellite", "aerial", "combination")


@dataclass(frozen=True, slots=True)
class _Text:
    """One picture's text alternative, with what the rules need to know of the picture."""

    alt: str  # single blanks, at most _LOOK characters
    length: int
    lang: str  # primary language that the alt is in; "" if not known
    kind: str
    caption: str  # without its credit
    credit: str
    src: str
    at: Place


_Rule = Callable[[_Text], Iterator[Finding]]


def lint_article(article: DescribedArticle) -> Iterator[Finding]:
    """What is found on the figures of an article, in their order."""
    lang = article.lang or ENGLISH
    alts: dict[str, Figure] = {}
    captions: dict[tuple[str, ...], Place] = {}
    for figure in figures(article):
        alt = article.alt(figure)
        yield from _state(figure, alt, article.path)
        yield from _text(figure, alt, lang)
        yield from _same_alt(figure, alt, alts)
        yield from _same_caption(figure, alt, captions)


def check(figure: Figure, alt: AltText, lang: str = ENGLISH) -> list[Finding]:
    """What is found on the text for one picture, whoever wrote it. ``lang`` is the story's BCP 47 tag."""
    seen = _seen(figure, alt, lang)
    if not seen.alt:
        return []
    # There is nothing more to say of a file name, nor of "Photo.".
    return [*_file_name(seen), *_placeholder(seen)][:1] or [finding for rule in _RULES for finding in rule(seen)]


def over_limits(article: DescribedArticle, limits: Mapping[str, int]) -> Iterator[Finding]:
    """What is too long for a channel that the project has named."""
    for figure in figures(article):
        yield from over_limit(figure, article.alt(figure).alt, limits)


def over_limit(figure: Figure, alt: str, limits: Mapping[str, int]) -> Iterator[Finding]:
    for channel, limit in limits.items():
        if len(alt) > limit:
            message = f"{len(alt)} characters, {len(alt) - limit} more than {channel} takes"
            yield Finding("alt-over-limit", message, figure.at, f"keep it to {limit} characters")


def _text(figure: Figure, alt: AltText, lang: str) -> Iterator[Finding]:
    """The rules for texts: not for decorative pictures, nor for the minimum that awaits review."""
    if alt.state in (AltState.DECORATIVE, AltState.NEEDS_REVIEW):
        return
    # A draft's words may be the caption's, or point to it: the engine knows the mode and sees to it.
    granted = ("alt-same-as-caption", "alt-placeholder") if alt.origin == "caption" else ()
    yield from (finding for finding in check(figure, alt, lang) if finding.code not in granted)


def _seen(figure: Figure, alt: AltText, lang: str) -> _Text:
    text = " ".join(alt.alt[: 2 * _LOOK].split())[:_LOOK]
    return _Text(
        alt=text,
        length=len(alt.alt.strip()),
        lang=tongue(text if len(text.split()) > _FEW else "", language(figure.caption) or lang),
        kind=alt.kind,
        caption=alt.caption,
        credit=alt.credit or "",
        src=figure.src or "",
        at=figure.at,
    )


def _state(figure: Figure, alt: AltText, story: Path) -> Iterator[Finding]:
    command = f"accessnews alt review {shlex.quote(str(story))}"
    if alt.state == AltState.NEEDS_REVIEW:
        reasons = ", ".join(alt.reasons)
        told = next(filter(None, map(table("lints")["reasons"].get, alt.reasons)), "a person should look")
        hint = f"write what is seen as its alt text in the story, or review it with: {command}"
        yield Finding("alt-needs-review", f"{told} ({reasons}): “{alt.alt}”", figure.at, hint)
    if alt.state == AltState.DRAFT:
        source = "the photo file" if alt.origin == "iptc" else "the caption"
        message = f"drafted from {source}, and nobody has looked: “{shortened(alt.alt, _FIRST_WORDS)}”"
        hint = f"look at the picture, then accept or better the text: {command}"
        yield Finding("alt-draft", message, figure.at, hint)


def _same_alt(figure: Figure, alt: AltText, seen: dict[str, Figure]) -> Iterator[Finding]:
    """Two pictures with one text; not where there is none, or where it comes of one caption."""
    words = " ".join(word_list(alt.alt))
    if alt.state in (AltState.DECORATIVE, AltState.NEEDS_REVIEW) or not words or is_placeholder(alt.alt):
        return
    first = seen.setdefault(words, figure)
    if first is figure or (first.src and first.src == figure.src):
        return
    message = f"the same alt as {_earlier(first.at)}: “{shortened(alt.alt, _FIRST_WORDS)}”"
    yield Finding("same-alt", message, figure.at, "say what tells the two pictures apart")


def _same_caption(figure: Figure, alt: AltText, seen: dict[tuple[str, ...], Place]) -> Iterator[Finding]:
    caption = tuple(word_list(alt.caption))
    if caption and caption in seen:
        hint = "give each picture its own caption, or take one of the two out"
        yield Finding("same-caption", f"the same caption as {_earlier(seen[caption])}", figure.at, hint)
    seen.setdefault(caption, figure.at)


def _earlier(place: Place) -> str:
    return f"the picture in line {place.line}" if place.line else "an earlier picture"


def _same_as_caption(text: _Text) -> Iterator[Finding]:
    if text.alt and says_the_same(text.alt, text.caption):
        hint = "say what is seen, and leave what it means to the caption"
        yield Finding("alt-same-as-caption", "the alt repeats the caption: it is read twice", text.at, hint)


def _credit(text: _Text) -> Iterator[Finding]:
    if found := checks.credit_in(text.alt, text.credit):
        hint = "take it out: the credit stands and is read after the caption"
        yield Finding("alt-credit", f"the alt carries a credit: “{shortened(found, _FIRST_WORDS)}”", text.at, hint)


def _date(text: _Text) -> Iterator[Finding]:
    dates = list(loose_dates(text.alt, text.lang))
    if dates and not _tells_time(text, len(dates)):
        hint = "leave when it was to the caption"
        yield Finding("alt-date", f"the alt tells a date: “{shortened(dates[0], _FIRST_WORDS)}”", text.at, hint)


def _tells_time(text: _Text, dates: int) -> bool:
    """Whether dates are what the picture shows: on a chart or map, or of the two halves of a pair."""
    told = {text.kind, *(kind for kind in (*_DATED, *_PAIRED) if checks.tells(text.alt[:60], kind))}
    return bool(told & set(_DATED)) or (dates > 1 and bool(told & set(_PAIRED)))


def _image_of(text: _Text) -> Iterator[Finding]:
    if (found := checks.opener(text.alt)) and not checks.credit_in(text.alt, text.credit):
        hint = "begin with what is seen: screen readers say that it is an image"
        yield Finding("alt-image-of", f"the alt opens with “{found}”", text.at, hint)


def refused(review: Review) -> Finding:
    """What is found on a review that is not taken for one: its alt says nothing."""
    message = f"the alt says nothing of the picture: “{review.alt}” is not taken as reviewed"
    return Finding("alt-placeholder", message, review.at, _SAY)


def _placeholder(text: _Text) -> Iterator[Finding]:
    if is_placeholder(text.alt):
        yield Finding("alt-placeholder", f"the alt says nothing of the picture: “{text.alt}”", text.at, _SAY)


def _file_name(text: _Text) -> Iterator[Finding]:
    if found := file_name(text.alt, text.src):
        message = f"the alt is no description: “{shortened(found, _FIRST_WORDS)}”"
        yield Finding("alt-file-name", message, text.at, _SAY)


def _long(text: _Text) -> Iterator[Finding]:
    hint = f"keep to about {lengths.AIM} characters; more belongs into the caption or a longer description"
    message = f"the alt has {text.length} characters"
    if text.length > lengths.CAP:
        yield Finding("alt-too-long", message, text.at, hint)
    elif text.length > lengths.WARN:
        yield Finding("alt-long", message, text.at, hint)


def _mid_phrase(text: _Text) -> Iterator[Finding]:
    if text.length <= _LOOK and (found := checks.unfinished(text.alt, text.lang)):
        message = f"the alt ends in the middle of a phrase: “… {found}”"
        yield Finding("alt-mid-phrase", message, text.at, "finish the sentence, or cut it where a phrase ends")


def _unbalanced(text: _Text) -> Iterator[Finding]:
    if text.length <= _LOOK and (found := checks.unbalanced(text.alt)):
        hint = "close it, or take it out: words in the picture need quotes, names need none"
        yield Finding("alt-unbalanced", f"a bracket or quotation mark stands alone: {found}", text.at, hint)


def _name_only(text: _Text) -> Iterator[Finding]:
    if text.kind == kinds.PHOTO and (found := checks.lone_name(text.alt, text.caption, text.lang)):
        message = f"the alt is nothing but a name: “{found}”"
        yield Finding("alt-name-only", message, text.at, "add what is seen: doing what, where, how dressed")


def _kind_lost(text: _Text) -> Iterator[Finding]:
    if found := checks.lost_kind(text.alt, text.kind):
        message = f"the caption calls it {found}, the alt does not: “{shortened(text.alt, _FIRST_WORDS)}”"
        yield Finding("alt-kind-lost", message, text.at, f"say what it is: “{found[:1].upper()}{found[1:]} of …”")


def _all_caps(text: _Text) -> Iterator[Finding]:
    if checks.shouted(text.alt):
        message = f"the alt is in capitals: “{shortened(text.alt, _FIRST_WORDS)}”"
        yield Finding("alt-all-caps", message, text.at, "write it in small letters")


def _emoji(text: _Text) -> Iterator[Finding]:
    if found := checks.emoji(text.alt):
        yield Finding("alt-emoji", f"the alt has an emoji: {found}", text.at, "say it in words, or take it out")


_RULES: tuple[_Rule, ...] = (
    _same_as_caption, _credit, _date, _image_of, _long, _mid_phrase,
    _unbalanced, _name_only, _kind_lost, _all_caps, _emoji,
)  # fmt: skip
