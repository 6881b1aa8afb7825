"""Frames: "This photograph released by X shows …", "In this image taken from video, …", "X is seen in …".

A frame says how the picture came; what it frames is the description. The kind of picture is kept.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from accessnews.alttext import kinds
from accessnews.alttext.english.clause import parse
from accessnews.alttext.english.dates import full_date
from accessnews.alttext.english.inverted import turned, without_origin
from accessnews.alttext.english.tokens import NOTHING
from accessnews.alttext.lexicon import alternatives, words

_LONGEST_FRAME = 220


@dataclass(frozen=True, slots=True)
class Framed:
    """A sentence without its frame, and what that said."""

    text: str
    kind: str = kinds.PHOTO
    kind_words: str = ""  # the caption's own for the kind, where it is worth telling
    explicit: bool = True  # a frame said that this is what the picture shows
    first_word: str = ""  # as it was written inside its sentence
    of: bool = False  # it named what it is "of": "Line chart of rents"


_HERE = re.compile(r"\AHere(?:,\s*|\s+(?=(?:an?|the|our|his|her|their|one|two|three|some|children|people)\s))")


def unframe(sentence: str) -> Framed:
    """Take the frame off a sentence."""
    sentence = _upper(_HERE.sub("", sentence, count=1))
    framings = (_from_inverted, _from_head, _from_view, _from_figure, _from_statement, _from_quote)
    framed = next(filter(None, (framing(sentence) for framing in framings)), Framed(sentence, explicit=False))
    text = _without_trailing(framed.text)
    kind = framed.kind if text == framed.text or framed.kind != kinds.PHOTO else _trailing_kind(framed.text)
    bare = _without_seen(text)
    return replace(framed, text=bare, kind=kind, explicit=framed.explicit or bare != text)


def _from_inverted(sentence: str) -> Framed | None:
    told = turned(sentence)
    return Framed(_upper(told)) if told else None


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _head() -> re.Pattern[str]:
    """Determiners, junk and dates up to the word for the picture."""
    junk = rf"(?i:{alternatives('frames', 'frame-words')})|{full_date().pattern}|\d{{4}}"
    return re.compile(
        rf"(?P<into>(?:In|On|From|Seen in|As seen in)\s+)?(?:(?:{junk}),?\s+){{0,8}}?"
        rf"(?P<noun>(?i:{kinds.pattern()}))(?![-'’])"
    )


@cache
def _provenance() -> re.Pattern[str]:
    """What follows the noun if it tells where the picture came from."""
    return re.compile(rf"\s*(?:$|,|\((?!\w+\)$)|(?:{alternatives('frames', 'provenance')})\b|{full_date().pattern})")


@cache
def _shows() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives('frames', 'shows')})\s*,?\s+(?=\S)|\s*:\s+(?=\S)")


def _from_head(sentence: str) -> Framed | None:
    """What follows "In this image taken from video, ", "Photo of ", "This photograph released by X shows "."""
    sentence = without_origin(sentence)
    match = _head().match(sentence)
    if not match:
        return None
    noun, tail = match["noun"], sentence[match.end() :]
    kind = kinds.kind_of(noun)
    if match["into"]:
        inside = _after_comma(tail)
        return _framed(inside, _kind_from(kind, noun, tail[: len(tail) - len(inside)]), noun) if inside else None
    about = re.match(r"\s+of\s+(?=\S)", tail)
    if about and not parse(tail[about.end() :].split(";")[0]).verb:
        return replace(_framed(tail[about.end() :], kind, noun), of=True)
    shows = _shows_at(tail)
    if shows and _CLAUSE.match(tail, shows.end()) and kind != kinds.PHOTO:
        return Framed(_upper(sentence[match.start("noun") :]), kind, noun)  # "Graph showing that rents rise"
    if shows:
        between = tail[: shows.start()]
        footage = _FOOTAGE.match(between) if kind == "combination" else None
        told = noun + footage.group() if footage else noun
        return _framed(_with_maker(tail[shows.end() :], between), _kind_from(kind, noun, between), told)
    return _own_subject(sentence, match, kind) or _issued_of(tail, kind, noun)


def _shows_at(tail: str) -> re.Match[str] | None:
    """Where "shows" stands behind a noun, with nothing before it but where the picture came from."""
    shows = _shows().search(tail, 0, _LONGEST_FRAME)
    return shows if shows and (shows.start() == 0 or _provenance().match(tail)) else None


def _own_subject(sentence: str, match: re.Match[str], kind: str) -> Framed | None:
    """ "A map of the region shows areas under water": the kind is what the sentence is about, and stays."""
    if kind == kinds.PHOTO or not re.match(r"\s+(?:of|from|by|on)\s", sentence[match.end() :]):
        return None
    verb = parse(sentence).verb
    if verb is None or verb.base not in words("frames", "own-verbs"):
        return None
    return Framed(_upper(sentence[match.start("noun") :]), kind, match["noun"])


_CLAUSE = re.compile(r"(?:that|how|where|why|when|what|which|who)\b")
_FOOTAGE = re.compile(r"\s+(?:from|of)\s+(?:[\w-]+\s+){0,3}?(?:video|footage)\b")
_PRONOUN = re.compile(r"(?:him|her|them|himself|herself|themselves)\b(?!\s+[a-z]+ing\s+his)")
_MAKER = re.compile(r"\bby\s+(?!the\b)((?:[^\W_]+\s+){0,4}[^\W\d_a-z][^,]{1,60})$")


def _with_maker(shown: str, between: str) -> str:
    """ "A selfie posted by Ann Roe shows her on a summit": Ann Roe on a summit."""
    pronoun, maker = _PRONOUN.match(shown), _MAKER.search(between)
    return maker[1].strip() + shown[pronoun.end() :] if pronoun and maker else shown


def _kind_from(kind: str, noun: str, between: str) -> str:
    """The kind, where what stands between says more: "image made from video", "image taken by a drone"."""
    if kind != kinds.PHOTO:
        return kind
    low = f"{noun} {between}".lower()
    return next((other for sign, other in kinds.signs().items() if sign in low), kind)


def _framed(text: str, kind: str, noun: str) -> Framed:
    """What a frame shows, with the noun where that says the kind well."""
    text = text.strip()
    footage = kind == "combination" and noun.lower().endswith(("video", "footage"))
    worth_telling = kind != kinds.PHOTO and (footage or (kinds.kind_of(noun) == kind and len(noun.split()) < 4))
    kind_words = noun if worth_telling and not kinds.is_vague(noun) else ""
    return Framed(_upper(text), kind, kind_words, first_word=text.split(" ", 1)[0])


def _issued_of(tail: str, kind: str, noun: str) -> Framed | None:
    """ "handout photo issued by X of Y", "File photo dated 12/03/19 of Y"."""
    if not _provenance().match(tail) or not tail.strip():
        return None
    ways = "dated|issued|released|provided|made|taken|supplied|obtained"
    match = re.match(rf"\s*(?:{ways})\b.{{0,110}}?\s(?:of|showing)\s+(?=\S)", tail)
    return _framed(tail[match.end() :], kind, noun) if match else None


def _after_comma(tail: str) -> str:
    """What follows the comma that ends "In this photo taken Friday, Jan. 3, 2020, and provided by X, …"."""
    for comma in re.finditer(r",\s+", tail[:_LONGEST_FRAME]):
        inside = tail[comma.end() :]
        first = inside.split(" ", 1)[0].strip(",").lower()
        dated = re.match(rf"(?:{full_date().pattern}|\d{{4}})\b", inside)
        if not dated and first not in words("frames", "provenance") and first not in ("of", "file", "which"):
            return inside
    undivided = re.match(rf"\s+(?:taken|dated|released|made)\b[^,]{{0,60}}?{full_date().pattern}\s+(?=\S)", tail)
    return tail[undivided.end() :] if undivided else ""


@cache
def _view() -> re.Pattern[str]:
    views = alternatives("frames", "views")
    return re.compile(rf"(?:(?:An?|The|This)\s+)?(?i:{views})\s+(?:shows|depicts|showing)\s+(?=\S)")


def _from_view(sentence: str) -> Framed | None:
    """ "A general view shows empty seats": empty seats."""
    match = _view().match(sentence)
    return Framed(_upper(sentence[match.end() :])) if match else None


@cache
def _figure() -> re.Pattern[str]:
    """A kind with words before it that no list has: "Radar image", "This 2014 electron microscope image"."""
    before = r"(?P<det>(?:An?|The|This|These)\s+)?(?P<more>(?:[^\W_][\w'’-]*\s+){0,4}?)"
    return re.compile(rf"{before}(?P<noun>(?i:{kinds.pattern()}))(?=\s)")


def _from_figure(sentence: str) -> Framed | None:
    """What such a figure shows; one without an article is kept whole: "Line graph shows rents rising"."""
    match = _figure().match(sentence)
    if not match:
        return None
    kind, tail = kinds.kind_of(match["noun"]), sentence[match.end() :]
    shows = _shows_at(tail)
    if kind == "logo" or not shows:  # a thing in a picture as often as the picture
        return None
    if not match["det"]:
        return Framed(sentence, kind, match["noun"]) if kind != kinds.PHOTO else None
    junk, text = words("frames", "frame-words"), tail[shows.end() :]
    more = [word for word in match["more"].split() if word.lower() not in junk and not word.isdigit()]
    return Framed(_upper(text), kind, " ".join([*more, match["noun"]]), first_word=text.split(" ", 1)[0])


_STATEMENT = re.compile(r"(?:This|Here) is (?=(?:an?|the|one|part|what|how)\b)")
_SAYS_WHO = re.compile(r"[“\"‘].{3,300}?[,.!?][”\"’]\s+(?:says?|said)\s+(?=[^\W\d_a-z][^,.]{2,60},\s+\w+ing\b)")


def _from_statement(sentence: str) -> Framed | None:
    """ "This is the old harbour of Lima": the old harbour of Lima."""
    match = _STATEMENT.match(sentence)
    return Framed(_upper(sentence[match.end() :])) if match else None


def _from_quote(sentence: str) -> Framed | None:
    """ "“It is all gone,” says Ann Roe, standing in her kitchen": Ann Roe, standing in her kitchen."""
    match = _SAYS_WHO.match(sentence)
    return Framed(sentence[match.end() :]) if match else None


@cache
def _trailing() -> re.Pattern[str]:
    seen = r"(?:as\s+)?(?:(?:is\s+|are\s+)?seen\s+|shown\s+|pictured\s+)?"
    origin = r"(?:taken|released|provided|made|issued|obtained|from|by|dated|posted|supplied|on)\b[^.]*"
    picture = rf"in\s+(?:this|an?|these|the)\s+[^,.]{{0,50}}?\b(?P<noun>{kinds.pattern()})"
    return re.compile(rf",?\s+{seen}{picture}(?P<origin>\s*(?:{origin})?)(?=\.|$)", re.IGNORECASE)


def _without_trailing(text: str) -> str:
    """Without "…, in this picture taken on January 3"."""
    cut = _trailing().sub("", text)
    return cut if len(cut.split()) > 1 else text


def _trailing_kind(text: str) -> str:
    match = _trailing().search(text)
    if not match or match["noun"].lower() == "illustration":
        return kinds.PHOTO  # agencies call a photo so whose things were laid out for it
    return _kind_from(kinds.kind_of(match["noun"]), match.group(), match["origin"])


@cache
def _seen() -> re.Pattern[str]:
    be = r"(?:(?:is|are|was|were)\s+(?:being\s+)?|can\s+be\s+|could\s+be\s+)(?:(?:\w+ly|also|here)\s+)?"
    where = r"(?:\s+(?:here|above|below|left|right|centre|center)(?!\s+(?:an?|the|his|her|their|its)\b))?"
    return re.compile(rf"\s+{be}(?:{alternatives('frames', 'seen')})\b{where}")


def _without_seen(text: str) -> str:
    """ "X is seen in Y" as "X in Y", where a whole phrase remains."""
    match = _seen().search(text)
    if not match:
        return _without_pictured(text)
    tail = text[match.end() :]
    first = next(iter(parse(tail[:40]).tokens), NOTHING)
    keeps = not first.is_word or first.low in words("frames", "after-seen")
    if keeps or first.has("ing", "past-form") or first.low in ("left", "right", "centre", "center"):
        return text[: match.start()] + tail
    return text


_PICTURED = re.compile(
    r"""(?<!\bnot),?\s+\(?
    (?:pictured|seen\ here|shown\ here|seen|photographed)\b
    (?:\s+(?:here|above|below|left|right|centre|center))?
    (?:\s+(?:in|on)\s+(?:[A-Z]\w+\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d)?  # "in May 2019"
    \)?(?=[,.)]|$)""",
    re.VERBOSE,
)


def _without_pictured(text: str) -> str:
    """ "Ann Roe, pictured in 2019, walks" as "Ann Roe walks"."""
    cut = _PICTURED.sub("", text)
    return re.sub(r"^([^,]+),(\s)", r"\1\2", cut, count=1) if cut != text else text
