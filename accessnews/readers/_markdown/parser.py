"""The Markdown parser as this house uses it: what it understands beyond CommonMark, and how it writes HTML."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

from accessnews.readers._html.lines import LINE, with_lines
from accessnews.readers._markdown.shortcodes import Shortcode, shortcode_at

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

NESTING = 32  # levels that the parser reads; it leaves out what is deeper
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*\{[#.:][^{}\n]*\}[ \t]*$|(?<=\))\{:[^{}\n]*\}", re.MULTILINE)
_SWALLOWS = re.compile(  # elements that take what follows with them where they are not closed
    r"script|style|textarea|title|xmp|iframe|noembed|noframes|template|noscript|object|svg|math|select|option|"
    r"button|video|audio|canvas|map|nav|dialog|datalist"
)
_TAG = re.compile(r"</?[a-zA-Z][\w-]*")


def parser() -> MarkdownIt:
    """CommonMark with tables, footnotes, attributes, spans and shortcodes. Nothing it writes is sanitized yet."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")
    md.use(footnote_plugin).use(attrs_plugin, spans=True)
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]  # as written; links are judged later
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # else they stay in the text as brackets
    md.block.ruler.before("fence", "shortcode", _shortcode_block, {"alt": ["paragraph"]})
    md.inline.ruler.before("link", "shortcode", _shortcode_inline)
    md.core.ruler.after("block", "attributes", _without_attributes)
    for name, rule in _RULES.items():
        md.add_render_rule(name, rule)
    return md


def _shortcode_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that begins with a shortcode, and whatever lines it goes on over."""
    at = state.bMarks[start] + state.tShift[start]
    if state.src[at : at + 1] != "{" or state.is_code_block(start):
        return False
    shortcodes: list[Shortcode] = []
    limit = state.eMarks[end - 1]
    while at < limit and (code := shortcode_at(state.src, at)) and code.end <= limit:
        shortcodes.append(code)
        at = code.end
        while at < limit and state.src[at] in " \t":
            at += 1
        if state.src[at : at + 1] in ("\n", ""):
            break
    if not shortcodes or state.src[at : at + 1] not in ("\n", ""):
        return False
    if not silent:
        last = start + state.src.count("\n", state.bMarks[start], at)
        state.line = last + 1
        token = state.push("shortcode", "div", 0)
        token.map = [start, state.line]
        token.meta = {"codes": shortcodes}
    return True


def _shortcode_inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    code = shortcode_at(state.src, state.pos)
    if not code:
        return False
    if not silent:
        state.push("shortcode", "", 0).meta = {"codes": [code]}
    state.pos = code.end
    return True


def _without_attributes(state: StateCore) -> None:
    """Takes off what is for other programs: ``## Heading {#anchor}``, kramdown's ``{: .class}``."""
    for before, token in zip([None, *state.tokens], state.tokens, strict=False):
        if token.type == "inline" and ("{:" in token.content or (before and before.type == "heading_open")):
            token.content = _ATTRIBUTES.sub("", token.content)


def guard(children: list[Token]) -> None:
    """Tags in a text that would swallow what follows, and are not closed in it, are dropped."""
    raw = [token for token in children if token.type == "html_inline"]
    names = [match[0].lower() if (match := _TAG.match(token.content)) else "" for token in raw]
    count = Counter(names)
    for token, tag in zip(raw, names, strict=True):
        name = tag.lstrip("</ ")
        if name == "plaintext" or (_SWALLOWS.fullmatch(name) and count[f"<{name}"] != count[f"</{name}"]):
            token.content = "" if tag.startswith("</") else f'<span data-embed="an unclosed {name} element"></span>'


def _closed(content: str) -> str:
    """A block of HTML whose comment, script, frame … ends with it, not with the story."""
    if content.rfind("<!--") > content.rfind("-->"):
        content += "-->"
    lower = content.lower()
    for name in _SWALLOWS.pattern.split("|"):
        if lower.count(f"<{name}") > lower.count(f"</{name}"):
            content += f"</{name}>"
    return content


def _html_block(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    return with_lines(_closed(token.content), int(token.attrGet(LINE) or 0))


def _image(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    alt = self.renderInlineAsText(token.children or [], options, env)
    described = {"caption": token.attrGet("title"), "credit": token.attrGet("credit"), "role": token.attrGet("role")}
    given = {key: str(value) for key, value in described.items() if value}
    return _img(str(token.attrGet("src")), alt, str(token.attrGet(LINE) or ""), given)


def _img(src: str, alt: str, line: str, described: dict[str, str]) -> str:
    role = f' role="{escape(described["role"])}"' if "role" in described else ""
    caption, credit = escape(described.get("caption", "")), escape(described.get("credit", ""))
    return (
        f'<img {LINE}="{escape(line)}" src="{escape(src)}" alt="{escape(alt)}"{role}'
        f' data-told-caption="{caption}" data-told-credit="{credit}">'
    )


def _shortcode(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    line = str(token.attrGet(LINE) or "")
    described = [_of_shortcode(*code, line) for code in zip(token.meta["codes"], token.meta["captions"], strict=True)]
    return f'<div {LINE}="{line}">{"".join(described)}</div>' if token.block or line else "".join(described)


def _of_shortcode(code: Shortcode, caption: str, line: str) -> str:
    if code.src or code.alt or code.caption or code.credit:
        picture = _img(code.src, code.alt, line, {"credit": code.credit})
        return f'<figure {LINE}="{line}">{picture}<figcaption>{caption}</figcaption></figure>'
    return f'<span data-embed="the shortcode “{escape(code.name[:40])}”"></span>' if code.name else ""


def _fence(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    language = (token.info.split() or [""])[0]
    line = token.attrGet(LINE) or ""
    return f'<pre {LINE}="{line}" data-language="{escape(language)}">\n{escape(token.content)}</pre>\n'


def _footnote_ref(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    label = str(tokens[index].meta["id"] + 1)
    return f'<sup data-note="{label}">{label}</sup>'


def _nothing(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    return ""


_RULES = {
    "html_block": _html_block,
    "image": _image,
    "shortcode": _shortcode,
    "fence": _fence,
    "code_block": _fence,
    "footnote_ref": _footnote_ref,
    "footnote_anchor": _nothing,
}
