"""Blocks beyond CommonMark: verse line by line, comments over several lines, what abbreviations mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accessnews.text.unicode import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_ABBREVIATION = re.compile(r"\*\[([^\]\n]{1,80})\]:[ \t]*(.*)")
_ENDED = re.compile(r"[.!…:;,][\"'”’»)\]*_]*$")
_LONGEST_HEADING = 140  # characters
_LONGEST = 200  # lines of one comment
_MOST = 200  # abbreviations of one story


def blocks(md: MarkdownIt) -> None:
    """A plug-in: line blocks of pandoc, comments of Obsidian, abbreviations of PHP Markdown Extra and kramdown."""
    md.block.ruler.before("fence", "line_block", _line_block)
    md.block.ruler.before("fence", "comment_block", _comment_block, {"alt": ["paragraph", "blockquote"]})
    md.core.ruler.after("block", "rule_below", _rules_below)
    md.block.ruler.before("reference", "abbreviation", _abbreviation, {"alt": ["paragraph"]})
    md.core.ruler.after("inline", "abbreviations", _expand)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _line_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that begin with ``| ``: each stays a line; one with nothing more parts the stanzas."""
    if not _is_verse(_line(state, start)) or _line(state, start).count("|") > 1 or state.is_code_block(start):
        return False
    last, stanza = start, [""]
    begin = start
    while last < end and not state.isEmpty(last) and state.sCount[last] >= state.blkIndent:
        written = _line(state, last)
        if written == "|":
            _push_lines(state, stanza, begin, last)
            stanza, begin = [""], last + 1
        elif _is_verse(written):
            stanza.append(written[2:].strip())
        else:
            stanza[-1] += f" {written.strip()}"
        last += 1
    _push_lines(state, stanza, begin, last)
    state.line = last
    return True


def _is_verse(written: str) -> bool:
    return written.startswith(("| ", "|\t")) or written == "|"


def _push_lines(state: StateBlock, stanza: list[str], start: int, end: int) -> None:
    lines = [verse for verse in stanza if verse]
    if not lines:
        return
    state.push("paragraph_open", "p", 1).map = [start, end]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = "  \n".join(lines), [start, end], []
    state.push("paragraph_close", "p", -1)


def _comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``%%`` at the start of a line to ``%%`` at the end of another, whatever stands between."""
    if not _line(state, start).startswith("%%") or "%%" in _line(state, start)[2:]:
        return False
    end = min(end, start + _LONGEST)
    last = next((line for line in range(start + 1, end) if _line(state, line).rstrip().endswith("%%")), None)
    if last is None:
        return False
    if not silent:
        state.push("paragraph_open", "p", 1).map = [start, last + 1]
        inline = state.push("inline", "", 0)
        inline.map, inline.children = [start, last + 1], []
        inline.content = " ".join(_line(state, line) for line in range(start, last + 1))
        state.push("paragraph_close", "p", -1)
        state.line = last + 1
    return True


def _abbreviation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``*[GDP]: gross domestic product``."""
    match = _ABBREVIATION.fullmatch(_line(state, start).strip())
    if not match or state.is_code_block(start):
        return False
    if not silent:
        expansions = state.env.setdefault("abbreviations", {})
        if len(expansions) < _MOST:
            expansions.setdefault(match[1].strip(), match[2].strip())
        state.line = start + 1
    return True


def _expand(state: StateCore) -> None:
    expansions: dict[str, str] = state.env.get("abbreviations", {})
    if not expansions:
        return
    longest = sorted(expansions, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    for token in state.tokens:
        if token.children and any(map(pattern.search, _texts(token.children))):
            token.children = [part for child in token.children for part in _parts(child, pattern, expansions)]


def _texts(children: list[Token]) -> Iterator[str]:
    return (child.content for child in children if child.type == "text")


def _parts(child: Token, pattern: re.Pattern[str], expansions: dict[str, str]) -> Iterator[Token]:
    from markdown_it.token import Token

    if child.type != "text":
        yield child
        return
    at = 0
    for match in pattern.finditer(child.content):
        yield Token("text", "", 0, content=child.content[at : match.start()])
        yield Token("abbr_open", "abbr", 1, attrs={"title": expansions[match[0]]})
        yield Token("text", "", 0, content=match[0])
        yield Token("abbr_close", "abbr", -1)
        at = match.end()
    yield Token("text", "", 0, content=child.content[at:])


def _rules_below(state: StateCore) -> None:
    """A paragraph with ``---`` right below it: a heading to Markdown, a paragraph and a rule to its author."""
    from markdown_it.token import Token

    tokens: list[Token] = []
    for number, token in enumerate(state.tokens):
        tokens.append(token)
        if token.type != "heading_close" or token.markup != "-":
            continue
        opening, inline = state.tokens[number - 2 : number]
        text = inline.content.strip()
        if "\n" not in text and len(text) <= _LONGEST_HEADING and not _ENDED.search(text):
            continue
        opening.type, opening.tag, token.type, token.tag = "paragraph_open", "p", "paragraph_close", "p"
        end = opening.map[1] if opening.map else 1
        rule = Token("hr", "hr", 0, map=[end - 1, end], block=True, markup="---", level=opening.level)
        rule.meta["below"] = line(text)[:40]
        tokens.append(rule)
    state.tokens = tokens
