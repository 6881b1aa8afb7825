"""Frames: "This photograph released by X shows …", "In this image taken from video, …", "X is seen in …".

A frame says how the picture came; what it frames is the description. The kind of picture is kept.
"""

import re
from dataclasses import dataclass
from functools import cache

from accessnews.alttext import kinds
from accessnews.alttext.english.dates import full_date
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.tokens import tokens
from accessnews.alttext.english.verbs import past_base
from accessnews.alttext.lexicon import longest_first, words

_LONGEST_FRAME = 220


@dataclass(frozen=True, slots=True)
class Framed:
    """A sentence without its frame: ``said`` are the caption's words for the kind, where it is worth telling."""

    text: str
    kind: str
    said: str = ""
    explicit: bool = False  # a frame said that this is what the picture shows
    inside: str = ""  # the first word, as it was written inside its sentence


def unframe(sentence: str) -> Framed:
    """Take the frame off a sentence."""
    match = _head().match(sentence)
    framed = _from_head(sentence, match) if match else None
    others = (_from_view, _from_figure, _from_statement, _from_quote)
    framed = framed or next((it for other in others if (it := other(sentence))), Framed(sentence, kinds.PHOTO))
    text = _without_trailing(framed.text)
    kind = framed.kind if text == framed.text or framed.kind != kinds.PHOTO else _trailing_kind(framed.text)
    bare = _without_seen(text)
    explicit = framed.explicit or bare != framed.text
    return Framed(bare, kind, framed.said, explicit, framed.inside)


@cache
def _head() -> re.Pattern[str]:
    """Determiners, junk and dates up to the word for the picture."""
    junk = "|".join(map(re.escape, longest_first("frames", "frame-words")))
    date = full_date().pattern
    return re.compile(
        rf"(?P<into>(?:In|On|From|Seen in|As seen in)\s+)?(?P<lead>(?:(?:(?i:{junk})|{date}|\d{{4}}),?\s+){{0,8}}?)"
        rf"(?P<noun>(?i:{kinds.pattern()}))(?![-'’])"
    )


@cache
def _provenance() -> re.Pattern[str]:
    """What follows the noun if it tells where the picture came from."""
    starts = "|".join(map(re.escape, longest_first("frames", "provenance")))
    return re.compile(rf"\s*(?:$|,|\((?!\w+\)$)|(?:{starts})\b|{full_date().pattern})")


@cache
def _shows() -> re.Pattern[str]:
    shows = "|".join(map(re.escape, longest_first("frames", "shows")))
    return re.compile(rf"\s(?:{shows})\s*,?\s+(?=\S)|\s*:\s+(?=\S)")


def _from_head(sentence: str, match: re.Match[str]) -> Framed | None:
    kind = kinds.kind_of(match["noun"])
    rest = sentence[match.end() :]
    if match["into"]:
        inside = _after_comma(rest)
        return (
            _framed(inside, _told_kind(kind, match["noun"], rest[: len(rest) - len(inside)]), match["noun"])
            if inside
            else None
        )
    about = re.match(r"\s+of\s+(?=\S)", rest)
    if about and not main_verb(tokens(rest[about.end() :])):
        return _framed(rest[about.end() :], kind, match["noun"])
    shows = _shows().search(rest, 0, _LONGEST_FRAME)
    if shows and (shows.start() == 0 or _provenance().match(rest)):
        return _framed(
            _named(rest[shows.end() :], rest[: shows.start()]),
            _told_kind(kind, match["noun"], rest[: shows.start()]),
            match["noun"],
        )
    return _own_subject(sentence, match, kind) or _issued_of(rest, kind, match["noun"])


def _own_subject(sentence: str, match: re.Match[str], kind: str) -> Framed | None:
    """ "A map of the region shows areas under water": the kind is what the sentence is about, and stays."""
    if kind == kinds.PHOTO or not re.match(r"\s+(?:of|from|by|on)\s", sentence[match.end() :]):
        return None
    verb = main_verb(tokens(sentence))
    shown = verb is not None and verb.base in words("frames", "own-verbs")
    return Framed(_upper(sentence[match.start("noun") :]), kind, match["noun"], explicit=True) if shown else None


_PRONOUN = re.compile(r"(?:him|her|them|himself|herself|themselves)\b(?!\s+[a-z]+ing\s+his)")
_MAKER = re.compile(r"\bby\s+(?!the\b)((?:[^\W_]+\s+){0,4}[^\W\d_a-z][^,]{1,60})$")


def _named(shown: str, between: str) -> str:
    """ "A selfie posted by Ann Roe shows her on a summit": Ann Roe on a summit."""
    pronoun, maker = _PRONOUN.match(shown), _MAKER.search(between)
    return maker[1].strip() + shown[pronoun.end() :] if pronoun and maker else shown


def _told_kind(kind: str, noun: str, between: str) -> str:
    """The kind, where what stands between says more: "image made from video", "image taken by a drone"."""
    if kind != kinds.PHOTO:
        return kind
    low = f"{noun} {between}".lower()
    return next((told for sign, told in kinds.signs().items() if sign in low), kind)


def _framed(text: str, kind: str, noun: str) -> Framed:
    text = text.strip()
    worth_telling = kind != kinds.PHOTO and kinds.kind_of(noun) == kind and len(noun.split()) < 4
    worth_telling = worth_telling and not kinds.is_vague(noun)
    inside = text.split(" ", 1)[0]
    return Framed(_upper(text), kind, noun if worth_telling else "", explicit=True, inside=inside)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _issued_of(rest: str, kind: str, noun: str) -> Framed | None:
    """ "handout photo issued by X of Y", "File photo dated 12/03/19 of Y"."""
    if not _provenance().match(rest) or not rest.strip():
        return None
    match = re.match(
        r"\s*(?:dated|issued|released|provided|made|taken|supplied|obtained)\b.{0,110}?\s(?:of|showing)\s+(?=\S)",
        rest,
    )
    return _framed(rest[match.end() :], kind, noun) if match else None


def _after_comma(rest: str) -> str:
    """What follows the comma that ends "In this photo taken Friday, Jan. 3, 2020, and provided by X, …"."""
    for comma in re.finditer(r",\s+", rest[:_LONGEST_FRAME]):
        inside = rest[comma.end() :]
        first = inside.split(" ", 1)[0].strip(",").lower()
        dated = re.match(rf"(?:{full_date().pattern}|\d{{4}})\b", inside)
        if not dated and first not in words("frames", "provenance") and first not in ("of", "file", "which"):
            return inside
    undivided = re.match(rf"\s+(?:taken|dated|released|made)\b[^,]{{0,60}}?{full_date().pattern}\s+(?=\S)", rest)
    return rest[undivided.end() :] if undivided else ""


@cache
def _view() -> re.Pattern[str]:
    views = "|".join(map(re.escape, longest_first("frames", "views")))
    return re.compile(rf"(?:(?:An?|The|This)\s+)?(?i:{views})\s+(?:shows|depicts|showing)\s+(?=\S)")


def _from_view(sentence: str) -> Framed | None:
    match = _view().match(sentence)
    if not match:
        return None
    text = sentence[match.end() :]
    return Framed(_upper(text), kinds.PHOTO, explicit=True)


@cache
def _figure() -> re.Pattern[str]:
    """A kind with words before it that no list has: "Radar image", "This 2014 electron microscope image"."""
    words_before = r"(?:[^\W_][\w'’-]*\s+){0,4}?"
    return re.compile(
        rf"(?P<det>(?:An?|The|This|These)\s+)?(?P<more>{words_before})(?P<noun>(?i:{kinds.pattern()}))(?=\s)"
    )


def _from_figure(sentence: str) -> Framed | None:
    """What such a figure shows; one without an article is kept whole: "Line graph shows rents rising"."""
    match = _figure().match(sentence)
    if not match:
        return None
    kind, rest = kinds.kind_of(match["noun"]), sentence[match.end() :]
    if kind == "logo":
        return None  # a thing in a picture as often as the picture
    shows = _shows().search(rest, 0, _LONGEST_FRAME)
    if not shows or not (shows.start() == 0 or _provenance().match(rest)):
        return None
    if not match["det"]:
        return Framed(sentence, kind, match["noun"], explicit=True) if kind != kinds.PHOTO else None
    junk = words("frames", "frame-words")
    more = [word for word in match["more"].split() if word.lower() not in junk and not word.isdigit()]
    text = rest[shows.end() :]
    told = " ".join([*more, match["noun"]])
    return Framed(_upper(text), kind, told, explicit=True, inside=text.split(" ", 1)[0])


_STATEMENT = re.compile(r"(?:This|Here) is (?=(?:an?|the|one|part|what|how)\b)")
_SAYS_WHO = re.compile(r"[“\"‘].{3,300}?[,.!?][”\"’]\s+(?:says?|said)\s+(?=[^\W\d_a-z][^,.]{2,60},\s+\w+ing\b)")


def _from_statement(sentence: str) -> Framed | None:
    """ "This is the old harbour of Lima": the old harbour of Lima."""
    match = _STATEMENT.match(sentence)
    return Framed(_upper(sentence[match.end() :]), kinds.PHOTO, explicit=True) if match else None


def _from_quote(sentence: str) -> Framed | None:
    """ "“It is all gone,” says Ann Roe, standing in her kitchen": Ann Roe, standing in her kitchen."""
    match = _SAYS_WHO.match(sentence)
    return Framed(sentence[match.end() :], kinds.PHOTO, explicit=True) if match else None


@cache
def _trailing() -> re.Pattern[str]:
    seen = r"(?:as\s+)?(?:(?:is\s+|are\s+)?seen\s+|shown\s+|pictured\s+)?"
    origin = r"(?:taken|released|provided|made|issued|obtained|from|by|dated|posted|supplied|on)\b[^.]*"
    return re.compile(
        rf",?\s+{seen}in\s+(?:this|an?|these|the)\s+[^,.]{{0,50}}?\b"
        rf"(?P<noun>{kinds.pattern()})(?P<rest>\s*(?:{origin})?)(?=\.|$)",
        re.IGNORECASE,
    )


def _without_trailing(text: str) -> str:
    """Without "…, in this picture taken on January 3"."""
    cut = _trailing().sub("", text)
    return cut if len(cut.split()) > 1 else text


def _trailing_kind(text: str) -> str:
    match = _trailing().search(text)
    if match and match["noun"].lower() == "illustration":
        return kinds.PHOTO  # agencies call a photo so whose things were laid out for it
    return _told_kind(kinds.kind_of(match["noun"]), match.group(), match["rest"]) if match else kinds.PHOTO


@cache
def _seen() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, longest_first("frames", "seen")))
    be = r"(?:(?:is|are|was|were)\s+(?:being\s+)?|can\s+be\s+|could\s+be\s+)(?:(?:\w+ly|also|here)\s+)?"
    where = r"(?:\s+(?:here|above|below|left|right|centre|center)(?!\s+(?:an?|the|his|her|their|its)\b))?"
    return re.compile(rf"\s+{be}(?:{verbs})\b{where}")


def _without_seen(text: str) -> str:
    """ "X is seen in Y" as "X in Y", where a whole phrase remains."""
    match = _seen().search(text)
    if not match:
        return _without_pictured(text)
    rest = text[match.end() :]
    first = tokens(rest[:40])[:1]
    low = first[0].low if first else ""
    keeps = not low or not first[0].is_word or low in words("frames", "after-seen")
    if keeps or low.endswith("ing") or past_base(low) or low in ("left", "right", "centre", "center"):
        return text[: match.start()] + rest
    return text


@cache
def _pictured() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\bnot),?\s+\(?(?:pictured|seen here|shown here|seen|photographed)\b"
        r"(?:\s+(?:here|above|below|left|right|centre|center))?"
        r"(?:\s+(?:in|on)\s+(?:[A-Z]\w+\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d)?\)?(?=[,.)]|$)"
    )


def _without_pictured(text: str) -> str:
    """ "Ann Roe, pictured in 2019, walks" as "Ann Roe walks"."""
    cut = _pictured().sub("", text)
    return re.sub(r"^([^,]+),(\s)", r"\1\2", cut, count=1) if cut != text else text
