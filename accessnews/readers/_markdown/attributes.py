"""Attributes in braces, as pandoc, Quarto and kramdown have them: ``{#id .class key="value" width=50%}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_ITEM = re.compile(
    r"""
      [#.](?P<name>[\w:.@/-]+)
    | (?P<key>[\w:.@-]+)=(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|“(?P<curly>[^”]*)”
        |(?P<bare>[^\s"'{}“”]*))
    | =\w+ | [\w-]+                                       # raw formats of pandoc, names of kramdown
    """,
    re.VERBOSE,
)
_LONGEST = 4_000  # characters
_DESCRIBES = frozenset({"alt", "fig-alt", "caption", "fig-cap", "credit", "attr", "title"})
_CARRIERS = ("image", "link_close", "code_inline", "span_close")
_SIZE = re.compile(r"(\]\((?:<[^<>\n]{1,2000}>|[^\s()<>]{1,2000}))[ ]+=\d{0,5}%?x?\d{0,5}%?(?=[ )])")


def attributes_at(text: str, start: int, end: int) -> tuple[int, dict[str, str]] | None:
    """The attributes that begin at ``text[start]`` and where they end; None where there are none.

    Classes are in ``class``, with blanks between. Bare words are attributes only behind ``{:`` or beside others.
    """
    if text[start : start + 1] != "{":
        return None
    at = start + 1 + (text[start + 1 : start + 2] == ":")
    end = min(end, start + _LONGEST, len(text))
    values: dict[str, str] = {}
    is_sure = at == start + 2
    while at < end:
        while at < end and text[at].isspace():
            at += 1
        if text[at : at + 1] == "}":
            return (at + 1, values) if is_sure else None
        item = _ITEM.match(text, at, end)
        if not item:
            return None
        is_sure = is_sure or bool(item["name"] or item["key"])
        _take(item, values)
        at = item.end()
    return None


def _take(item: re.Match[str], values: dict[str, str]) -> None:
    if item["key"]:
        value = next(value for value in item.group("double", "single", "curly", "bare") if value is not None)
        values.setdefault(item["key"].lower(), re.sub(r"\\([\"'\\])", r"\1", value))
    elif item["name"] and item[0][0] == "#":
        values["id"] = item["name"]
    elif item["name"]:
        values["class"] = f"{values.get('class', '')} {item['name'].replace('.', ' ')}".strip()


def attributes(md: MarkdownIt) -> None:
    """A plug-in: attributes go onto pictures, links, code and spans; those of other blocks are taken off."""
    md.inline.ruler.after("link", "span", _span)
    md.inline.ruler.after("span", "attributes", _inline)
    md.core.ruler.after("block", "attributes", _of_blocks)


def _inline(state: StateInline, silent: bool) -> bool:
    """Attributes right behind what they belong to; behind a picture, blanks may stand between."""
    if state.src[state.pos] != "{":
        return False
    match = attributes_at(state.src, state.pos, state.posMax)
    if not match:
        return False
    end, values = match
    before = [token for token in state.tokens[-2:] if token.type != "softbreak"]
    token = before[-1] if before and not state.pending.strip(" ") else None
    is_glued = state.pos > 0 and not state.src[state.pos - 1].isspace()
    carries = token is not None and token.type in _CARRIERS and (is_glued or token.type == "image")
    if not carries and not (is_glued and state.src[state.pos + 1] in ":.#"):
        return False
    if not silent and token is not None and carries:
        state.pending = state.pending.strip(" ")
        _give(state.tokens, token, values)
    state.pos = end
    return True


def _give(tokens: list[Token], token: Token, values: dict[str, str]) -> None:
    while token.nesting < 0:
        level = token.level
        token = next(opening for opening in reversed(tokens) if opening.nesting > 0 and opening.level == level)
    for key, value in values.items():
        token.meta.setdefault("attributes", {})[key] = value
        if key == "lang" and token.type != "image":
            token.attrSet(key, value)


def _span(state: StateInline, silent: bool) -> bool:
    """``[text]{.class lang=fr}``, and ``[text]{.mark}``, which is highlighted."""
    if state.src[state.pos] != "[":
        return False
    begin = state.pos + 1
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    match = attributes_at(state.src, end + 1, state.posMax) if end >= 0 else None
    if not match:
        return False
    if not silent:
        outer = state.posMax
        state.pos, state.posMax = begin, end
        tag = "mark" if {"mark", "highlight"} & set(match[1].get("class", "").split()) else "span"
        state.push("span_open", tag, 1)
        state.md.inline.tokenize(state)
        state.push("span_close", tag, -1)
        _give(state.tokens, state.tokens[-1], match[1])
        state.posMax = outer
    state.pos = match[0]
    return True


def _of_blocks(state: StateCore) -> None:
    """Takes off the attributes of headings and of whole blocks, and the sizes behind addresses of pictures."""
    for before, token in zip([None, *state.tokens], state.tokens, strict=False):
        if token.type != "inline":
            continue
        if before and before.type == "heading_open":
            token.content = _without_end(token.content)
        if "{" in token.content:
            token.content = "\n".join(map(_without_line, token.content.split("\n")))
        if "](" in token.content and " =" in token.content:
            token.content = _SIZE.sub(r"\1", token.content)


def _without_end(text: str) -> str:
    at = text.rfind("{") if text.rstrip().endswith("}") else -1
    match = attributes_at(text, at, len(text)) if at > 0 else None
    return text[:at].rstrip() if match and match[0] == len(text.rstrip()) else text


def _without_line(line: str) -> str:
    """A line that is nothing but attributes, as a blank one; pictures above get what it says of them."""
    match = attributes_at(line.strip(), 0, len(line))
    return "" if match and match[0] == len(line.strip()) and not _DESCRIBES & match[1].keys() else line
