"""Inverted captions: "Pictured with the cup are Ann and Bo", "Seen here in 1978, the cinema …"."""

import re

from accessnews.alttext.english.boilerplate import ordered
from accessnews.alttext.english.clause import parse
from accessnews.alttext.english.tense import Tense

_SEEN = r"(?:pictured|seen|shown|photographed)"
_ORDER = r"(?P<order>,?[ ](?:from[ ])?(?:left[ ]to[ ]right|l-r|l[ ]to[ ]r|left)\b)?"
_HERE = rf"(?:[ ](?:here|above|below))?{_ORDER}"
_YEAR = r"(?:1[89]|20)\d\d"
_PLACES = (
    "with|at|in|on|near|outside|inside|during|beside|among|behind|by|holding|wearing|receiving|celebrating|after|ahead|"
    "before"
)
_WHERE = rf"(?P<where>(?:,?[ ](?:{_PLACES})\b[^:.]{{1,120}}?)?)"
_ARE = re.compile(
    rf"(?:Also[ ])?{_SEEN}{_HERE}{_WHERE},?[ ](?:are|is)\b[,:]?\s*(?P<who>\S.*)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"{_SEEN}(?P<here>[ ](?:here|above|below)\b)?(?P<when>[ ]in[ ](?:[a-z]+[ ])?{_YEAR})?,\s+(?P<who>\S.*)$",
    re.IGNORECASE,
)
_WITH = re.compile(
    rf"(?P<who>[^,:]{{2,80}}(?:,[^,:]{{1,60}})?),?[ ]\(?{_SEEN}(?:[ ]here)?[ ](?=(?:{_PLACES})\b)", re.IGNORECASE
)
_BE = re.compile(r"\b(?:is|are|was|were|be|being|been|not)\s*$", re.IGNORECASE)
_ORIGIN = re.compile(
    r"(?:Posted|Taken|Shot|Filmed|Released|Shared|Captured|Issued|Published|Recorded|Uploaded|Tweeted)\b[^,.]{1,90},\s+"
    r"(?=(?:the|this|an?|these)\s+(?:[\w-]+\s+){0,2}(?:picture|photo|photograph|image|video|footage|clip|still)s?\b)"
)


def without_origin(sentence: str) -> str:
    """ "Posted by a passenger, the picture shows smoke" from "the picture" on."""
    match = _ORIGIN.match(sentence)
    return sentence[match.end() :] if match else sentence


def turned(sentence: str) -> str:
    """A sentence that says "pictured" before or behind whom it shows, with them in front; "" for any other."""
    return _from_are(sentence) or _from_before(sentence) or _from_with(sentence)


def _from_are(sentence: str) -> str:
    """ "Pictured with their results are, from left: Ann and Bo." as "From left, Ann and Bo, with their results"."""
    match = _ARE.match(sentence)
    if not match:
        return ""
    who = f"from left: {match['who']}" if match["order"] else match["who"]
    who = ordered(who).rstrip(" .")
    where = match["where"].strip(" ,")
    return f"{who}, {where}." if where else f"{who}."


def _from_before(sentence: str) -> str:
    """ "Seen here in 1978, the cinema had a neon sign." as "The cinema in 1978 with a neon sign."."""
    match = _BEFORE.match(sentence)
    if not match or not (match["when"] or match["here"]):
        return ""
    clause, when = parse(match["who"]), match["when"] or ""
    if clause.verb is None:
        return f"{match['who'].rstrip(' .')}{when}."
    subject = clause.text[: clause[clause.verb.at].start].rstrip(" ,")
    owns = clause.verb.tense in (Tense.HAS, Tense.PERFECT) and clause.verb.core == clause.verb.at
    rest = "with" + clause.text[clause[clause.verb.at].end :] if owns else clause.text[clause[clause.verb.at].start :]
    return f"{subject}{when} {rest}"


def _from_with(sentence: str) -> str:
    """ "Ann Roe, pictured with her dog at a station, has died." as "Ann Roe with her dog at a station"."""
    match = _WITH.match(sentence)
    if not match or _BE.search(match["who"]) or parse(match["who"]).verb:
        return ""
    rest = sentence[match.end() :].replace(")", "", 1)
    verb = parse(sentence).verb
    told = sentence[match.end() : parse(sentence)[verb.at].start] if verb else ""
    if told.rstrip().endswith(","):
        rest = told.rstrip(" ,") + "."
    return f"{match['who'].rstrip(' ,')} {rest}"
