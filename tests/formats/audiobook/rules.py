"""What an audiobook's manifest must be, as its standard says it: a rule a function, each gives what is wrong.

W3C's JSON schema lets much of this pass: a manifest without a type, without lengths, with two lengths that differ.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.formats.audiobook.audiobooks import duration

Rule = Callable[[Any], Iterator[str]]

_MODES = {"auditory", "tactile", "textual", "visual"}


def context(manifest: Any) -> Iterator[str]:
    """Publication Manifest, 4.3 and 4.4.1."""
    first, second, *others = manifest.get("@context", [None, None])
    if (first, second) != ("https://schema.org", "https://www.w3.org/ns/pub-context"):
        yield "not the context of publications"
    if others != [{"language": manifest.get("inLanguage"), "direction": manifest.get("readingProgression")}]:
        yield f"words are said to be in {others}"


def profile(manifest: Any) -> Iterator[str]:
    """Audiobooks, 3.4 and 3.5."""
    if manifest.get("conformsTo") != "https://www.w3.org/TR/audiobooks/":
        yield "conforms to something else"
    if manifest.get("type") != "Audiobook":
        yield "is something else"


def lengths(manifest: Any) -> Iterator[str]:
    """Audiobooks, 3.6.2 and 4: every recording has its length, and they make up the whole, to the millisecond."""
    parts = [item.get("duration") for item in manifest["readingOrder"]]
    if None in (*parts, manifest.get("duration")):
        yield "a length is missing"
    elif sum(map(duration, parts)) != duration(manifest["duration"]):
        yield f"{parts} are not {manifest['duration']}"


def reading_order(manifest: Any) -> Iterator[str]:
    """Audiobooks, 3.7: at least one recording, and nothing else; Publication Manifest, 4.7.2.1: no fragments."""
    if not manifest["readingOrder"]:
        yield "nothing to hear"
    for item in manifest["readingOrder"]:
        if not item.get("encodingFormat", "").startswith("audio/"):
            yield f"{item['url']} is no recording"
        if "#" in item["url"]:
            yield f"{item['url']} is a part of something"


def resources(manifest: Any) -> Iterator[str]:
    """Publication Manifest, 4.7.2: no address twice, none of the manifest; 4.8.1: one contents, at most one cover."""
    every = [*manifest["readingOrder"], *manifest["resources"]]
    names = [item["url"] for item in every]
    if len(set(names)) != len(names) or "publication.json" in names:
        yield f"a list that is not one: {names}"
    if any("encodingFormat" not in item or item.get("type") != "LinkedResource" for item in every):
        yield "something that nobody knows what it is"
    relations = [item.get("rel") for item in every]
    if relations.count("contents") != 1 or relations.count("cover") > 1:
        yield f"contents and cover: {relations}"
    if any("name" not in item for item in every if item.get("rel") == "cover"):
        yield "a cover without an alt"
    alternates = [it["url"] for item in every for it in item.get("alternate", [])]
    if not set(alternates) <= set(names):
        yield f"an alternate that is no resource: {alternates}"


RECOMMENDED = {  # Audiobooks, 3.2, without those that a story need not have
    "accessMode",
    "accessModeSufficient",
    "accessibilityFeature",
    "accessibilityHazard",
    "accessibilitySummary",
    "dateModified",
    "id",
    "inLanguage",
    "name",
    "readBy",
    "readingProgression",
}


def recommended(manifest: Any) -> Iterator[str]:
    missing = RECOMMENDED - set(manifest)
    if missing:
        yield f"missing: {sorted(missing)}"
    empty = [name for name, value in manifest.items() if value in ("", [], None)]
    if empty:
        yield f"empty: {empty}"


def dates(manifest: Any) -> Iterator[str]:
    for name, form in {
        "dateModified": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
        "datePublished": r"\d{4}-\d\d-\d\d",
    }.items():
        if name in manifest and not re.fullmatch(form, manifest[name]):
            yield f"{name}: {manifest[name]}"


def access(manifest: Any) -> Iterator[str]:
    """Publication Manifest, 4.7.1.2: lists of modes, as ItemList."""
    if not {"auditory"} <= set(manifest.get("accessMode", [])) <= _MODES:
        yield f"accessMode: {manifest.get('accessMode')}"
    for enough in manifest.get("accessModeSufficient", []):
        if enough.get("type") != "ItemList" or not set(enough["itemListElement"]) <= _MODES:
            yield f"accessModeSufficient: {enough}"


RULES: tuple[Rule, ...] = (context, profile, lengths, reading_order, resources, recommended, dates, access)


def broken(manifest: Any) -> list[str]:
    """All that is wrong with a manifest of W3C Audiobooks."""
    return [f"{rule.__name__}: {wrong}" for rule in RULES for wrong in rule(manifest)]
