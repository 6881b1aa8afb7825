"""The Markdown parser as this house uses it: what it understands beyond CommonMark."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from accessnews.readers._markdown.attributes import attributes
from accessnews.readers._markdown.blocks import blocks
from accessnews.readers._markdown.boxes import boxes
from accessnews.readers._markdown.callouts import callouts
from accessnews.readers._markdown.formulas import formulas
from accessnews.readers._markdown.marks import marks, tokens_of
from accessnews.readers._markdown.rendering import RULES, SWALLOWS
from accessnews.readers._markdown.shortcodes import shortcode_at

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

NESTING = 32  # levels that the parser reads; it leaves out what is deeper
_TAG = re.compile(r"</?[a-zA-Z][\w-]*")
_MARKED = re.compile(r"!\[[^\]\n]{0,500}\]\(|\]\(\S|\[\^|\*\*\S|\[\[|\{\{[<%]|\{%|~~\S")  # Markdown in HTML
_VERBATIM = re.compile(r"<(?:pre|script|style|textarea|svg|math)\b", re.IGNORECASE)


def parser(is_mdx: bool = False) -> MarkdownIt:
    """CommonMark with what news is written with beside it. Nothing it writes is sanitized yet.

    In MDX, lines that are indented are no code, and there is Markdown in every block of HTML.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")
    md.use(footnote_plugin).use(deflist_plugin).use(attributes).use(marks)
    md.use(blocks).use(boxes).use(callouts).use(formulas)
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]  # as written; links are judged later
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # else they stay in the text as brackets
    md.block.ruler.before("fence", "shortcode", _shortcode_block, {"alt": ["paragraph"]})
    md.inline.ruler.before("link", "shortcode", _shortcode_inline)
    md.inline.ruler.at("image", _image)
    md.core.ruler.after("block", "html", partial(_html_with_markdown, always=is_mdx))
    if is_mdx:
        md.disable("code")
    for name, rule in RULES.items():
        md.add_render_rule(name, rule)
    return md


def _shortcode_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that begins with a shortcode, and whatever lines it goes on over."""
    begin = at = state.bMarks[start] + state.tShift[start]
    if state.src[at : at + 1] != "{" or state.is_code_block(start):
        return False
    limit = state.eMarks[end - 1]
    while at < limit and (code := shortcode_at(state.src, at)) and code.end <= limit:
        at = code.end
        while at < limit and state.src[at] in " \t":
            at += 1
        if state.src[at : at + 1] in ("\n", ""):
            break
    if at == begin or state.src[at : at + 1] not in ("\n", ""):
        return False
    if not silent:
        state.line = start + state.src.count("\n", state.bMarks[start], at) + 1
        state.push("shortcodes_open", "div", 1).map = [start, state.line]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = state.src[begin:at].rstrip(), [start, state.line], []
        state.push("shortcodes_close", "div", -1)
    return True


def _shortcode_inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    code = shortcode_at(state.src, state.pos)
    if not code:
        return False
    if not silent:
        token = state.push("shortcode", "", 0)
        token.meta = {name: tokens_of(getattr(code, name), state) for name in ("caption", "credit")}
        token.meta["code"] = code
    state.pos = code.end
    return True


def _image(state: StateInline, silent: bool) -> bool:
    """A picture, the Markdown in its title read as its caption."""
    from markdown_it.rules_inline import image

    if not image(state, silent):
        return False
    if not silent:
        caption = str(state.tokens[-1].attrGet("title") or "")
        state.tokens[-1].meta["caption"] = tokens_of(caption, state)
    return True


def _html_with_markdown(state: StateCore, always: bool) -> None:
    """A block of HTML with Markdown in it: as its author meant it, not as CommonMark has it."""
    for token in state.tokens:
        if token.type != "html_block" or _VERBATIM.search(token.content):
            continue
        if always or _MARKED.search(token.content):
            token.type, token.children = "inline", []
            token.meta["html"] = True


def guard(children: list[Token]) -> None:
    """Tags in a text that would swallow what follows, and are not closed in it, are dropped."""
    raw = [token for token in children if token.type == "html_inline"]
    names = [match[0].lower() if (match := _TAG.match(token.content)) else "" for token in raw]
    count = Counter(names)
    for token, tag in zip(raw, names, strict=True):
        name = tag.lstrip("</ ")
        if name == "plaintext" or (SWALLOWS.fullmatch(name) and count[f"<{name}"] != count[f"</{name}"]):
            token.content = "" if tag.startswith("</") else f'<span data-embed="an unclosed {name} element"></span>'
