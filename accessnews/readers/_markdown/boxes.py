"""Boxes that a line opens: ``:::note`` … ``:::`` of Docusaurus, Quarto and pandoc, ``!!! note "title"`` of MkDocs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accessnews.readers._markdown.attributes import attributes_at
from accessnews.readers._markdown.callouts import kind_of, opened, title_tokens

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock

_FENCE = re.compile(r":{3,}[ \t]*(.*?)[ \t:]*$")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)((?:[ \t]+[\w-]+){0,5})(?:[ \t]+\"(.*)\")?[ \t]*$")


def boxes(md: MarkdownIt) -> None:
    """A plug-in: each box is a ``div_open``, with the kind of callout in its ``meta``, to its ``div_close``."""
    around: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "div", _div, around)
    md.block.ruler.before("fence", "admonition", _admonition, around)


def _div(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``:::name`` to ``:::``; boxes in boxes are counted, whatever the number of their colons."""
    first = _line(state, start)
    match = _FENCE.match(first) if first.startswith(":::") and not state.is_code_block(start) else None
    if not match or not match[1]:
        return not silent and bool(match) and _stray(state, start)
    if silent:
        return True
    last, depth = start + 1, 1
    while last < end:
        if _line(state, last).startswith(":::") and (mark := _FENCE.match(_line(state, last))):
            depth += 1 if mark[1] else -1
            if not depth:
                break
        last += 1
    name, title, values = _info(match[1])
    kind = next((kind for word in (name, *values.get("class", "").split()) if (kind := kind_of(word))), "")
    title = values.get("title") or values.get("name") or title
    opening = opened(state.push("div_open", "div", 1), kind, start, last)
    opening.meta["figure"] = not kind and _is_figure(values)
    state.tokens += title_tokens(title if kind else "", start, state.level)
    _parse_inside(state, start + 1, last)
    state.push("div_close", "div", -1).meta = opening.meta
    state.line = min(last + 1, end)
    return True


def _stray(state: StateBlock, start: int) -> bool:
    """A closing line that closes nothing, left by boxes that are nested wrongly."""
    state.line = start + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _parse_inside(state: StateBlock, start: int, end: int) -> None:
    outer, parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = end, "div"
    state.md.block.tokenize(state, start, end)
    state.lineMax, state.parentType = outer, parent


def _info(info: str) -> tuple[str, str, dict[str, str]]:
    """``note[title]{key=value}``, ``tip title``, ``{.callout-tip title="…"}`` and ``{note} title`` in parts."""
    at = info.find("{")
    match = attributes_at(info, at, len(info)) if at >= 0 else None
    if match:
        values, info = match[1], info[:at] + info[match[0] :]
    else:
        values, info = {}, re.sub(r"^\{([\w-]+)\}", r"\1", info)
    parts = re.match(r"\s*([\w.-]*)\s*(?:\[(.*)\])?\s*(.*)", info)
    return (parts[1], (parts[2] or parts[3]).strip(), values) if parts else ("", "", values)


def _is_figure(values: dict[str, str]) -> bool:
    return values.get("id", "").startswith("fig-") or "figure" in values.get("class", "").split()


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``!!! note "title"`` with the lines that are indented below it."""
    from mdit_py_plugins.admon.index import admonition

    match = _ADMONITION.match(_line(state, start)) if _line(state, start)[:1] in ("!", "?") else None
    below = next((line for line in range(start + 1, end) if not state.isEmpty(line)), end)
    if not match or below == end or state.sCount[below] < state.blkIndent + 4 or state.is_code_block(start):
        return False
    begin = len(state.tokens)
    if not admonition(state, start, end, silent):
        return False
    if not silent:
        kind = kind_of(match[1]) or "note"
        title = match[3] if match[3] is not None else "" if kind_of(match[1]) else match[1].capitalize()
        _retitle(state, begin, kind, title)
    return True


def _retitle(state: StateBlock, begin: int, kind: str, title: str) -> None:
    """The plug-in's tokens as ours: it makes a title of the kind where the author gave none."""
    opening, *inside = state.tokens[begin:]
    start, end = opening.map or [0, 0]
    opening.type = "div_open"
    inside = inside[3:] if inside[0].type == "admonition_title_open" else inside
    inside[-1].type, inside[-1].meta = "div_close", opened(opening, kind, start, end).meta
    state.tokens[begin:] = [opening, *title_tokens(title, start, state.level), *inside]
