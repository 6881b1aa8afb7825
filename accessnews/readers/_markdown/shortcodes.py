"""Shortcodes and includes: Hugo's ``{{< figure … >}}``, Jekyll's ``{% include figure.html … %}``, Zola's calls."""

import re
from dataclasses import dataclass

_OPENINGS = {"{{<": ">}}", "{{%": "%}}", "{%": "%}", "{{": "}}"}
_ATTRIBUTE = re.compile(
    r"(?<![\w.-])(?P<key>[\w.-]+)\s*=\s*"
    r"(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^'\\]|\\.)*)'|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"'>%]+))"
)
_LIQUID = re.compile(r"\{\{.*?\}\}/?|\{%.*?%\}")
_PICTURE_NAME = re.compile(
    r"(?:.*[/_-])?(?:fig(?:ure)?|im(?:age|g)|pic(?:ture)?|photo|responsive-image)s?(?:[_.-].*)?", re.IGNORECASE
)
_FILE = re.compile(r"(?<![^\s\"'=])[^\s\"'=]+\.(?:jpe?g|png|webp|gif|avif|svg|tiff?)", re.IGNORECASE)
_QUIET = re.compile(
    r"(?:end\w*|raw|highlight|comment|capture|assign|if|unless|for|else|elsif|more)\b"
)  # tell nothing
_SRC = ("src", "url", "image_path", "image", "file", "path", "filename", "img", "name", "link")
_CAPTION = ("caption", "description", "legend")
_CREDIT = ("attr", "credit", "attribution", "photographer", "source", "copyright")
_CALL = re.compile(r"(?P<name>[\w-]{1,60})\((?P<values>.*)\)", re.DOTALL)  # as Zola has them
_LONGEST = 2_000  # characters


@dataclass(frozen=True, slots=True)
class Shortcode:
    """One shortcode. ``src`` is empty for one that is no picture; ``name`` is empty for one that tells nothing."""

    end: int  # where it ends in the text it was found in
    name: str = ""
    src: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    field: str = ""  # of a template that was to be filled in: ``{{ first name }}``


def shortcode_at(text: str, start: int) -> Shortcode | None:
    """The shortcode that begins at ``start``, if one does and ends before the next blank line."""
    opening = next((mark for mark in _OPENINGS if text.startswith(mark, start)), "")
    if not opening:
        return None
    end = text.find(_OPENINGS[opening], start + len(opening), start + _LONGEST)
    inside = text[start + len(opening) : end] if end >= 0 else "\n\n"
    if re.search(r"\n[ \t]*\n", inside):
        return None
    return _read(inside.strip().strip("-").strip().removesuffix("/"), end + len(_OPENINGS[opening]), opening)


def _read(inside: str, end: int, opening: str) -> Shortcode:
    call = _CALL.fullmatch(inside)
    if call:
        inside = f"{call['name']} {call['values']}"
    words = inside.split(maxsplit=2)
    name = words[0] if words else ""
    if opening == "{{" and not (call and _PICTURE_NAME.fullmatch(name)):
        field = inside if re.fullmatch(r"[\w -]{1,60}", inside) else ""
        return Shortcode(end, name or "{{}}", field=field)
    if name.startswith(("/", "#")) or _QUIET.match(name):
        return Shortcode(end)
    if name in ("include", "include_relative", "include_cached") and len(words) > 1:
        name = words[1]
    if not _PICTURE_NAME.fullmatch(name):
        return Shortcode(end, name)
    values = {match["key"].lower().replace("-", "_"): _value(match) for match in _ATTRIBUTE.finditer(inside)}
    src = _first(values, _SRC) or _file(inside[len(words[0]) :])
    caption, title = _first(values, _CAPTION), values.get("title", "")
    if title and title != caption:
        caption = f"{title}{'' if title[-1] in '.!?:' else '.'} {caption}" if caption else title
    return Shortcode(end, name, src, _first(values, ("alt", "alt_text")), caption, _first(values, _CREDIT))


def _value(match: re.Match[str]) -> str:
    quoted = match["double"] if match["double"] is not None else match["single"]
    if quoted is not None:
        return _LIQUID.sub("", re.sub(r"\\(.)", r"\1", quoted)).strip()
    if match["raw"] is not None:
        return match["raw"].strip()
    return match["bare"] if _FILE.fullmatch(match["bare"]) else ""  # else the name of a variable


def _file(inside: str) -> str:
    match = _FILE.search(_ATTRIBUTE.sub("", inside).replace('"', " ").replace("'", " "))
    return match[0] if match else ""


def _first(values: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((values[key] for key in keys if values.get(key)), "")
