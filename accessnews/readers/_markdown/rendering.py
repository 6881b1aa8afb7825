"""How the Markdown parser's tokens are written as HTML."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from accessnews.readers._html.lines import LINE, with_lines
from accessnews.readers._markdown.shortcodes import Shortcode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

SWALLOWS = re.compile(  # elements that take what follows with them where they are not closed
    r"script|style|textarea|title|xmp|iframe|noembed|noframes|template|noscript|object|svg|math|select|option|"
    r"button|video|audio|canvas|map|nav|dialog|datalist"
)


def _html_block(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    return with_lines(_closed(token.content), int(token.attrGet(LINE) or 0))


def _closed(content: str) -> str:
    """A block of HTML whose comment, script, frame … ends with it, not with the story."""
    if content.rfind("<!--") > content.rfind("-->"):
        content += "-->"
    lower = content.lower()
    for name in SWALLOWS.pattern.split("|"):
        if lower.count(f"<{name}") > lower.count(f"</{name}"):
            content += f"</{name}>"
    return content


def _image(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    """A picture. An alt among its attributes is the author's; what stands in the brackets is then its caption."""
    token = tokens[index]
    given = token.meta.get("attributes", {})
    label = self.renderInlineAsText(token.children or [], options, env)
    caption = self.renderInline(token.meta.get("caption") or [], options, env)
    alt = given.get("fig-alt") or given.get("alt")
    caption = caption or escape(given.get("fig-cap") or given.get("caption") or given.get("title") or "")
    if alt and not caption:
        caption = self.renderInline(token.children or [], options, env)
    described = {
        "caption": caption,
        "credit": given.get("credit") or given.get("attr") or "",
        "role": given.get("role") or "",
    }
    return _img(str(token.attrGet("src")), alt or label, str(token.attrGet(LINE) or ""), described)


def _img(src: str, alt: str, line: str, described: dict[str, str]) -> str:
    """``caption`` of ``described`` is HTML, all else is text."""
    role = f' role="{escape(described["role"])}"' if described.get("role") else ""
    caption, credit = escape(described.get("caption", "")), escape(described.get("credit", ""))
    return (
        f'<img {LINE}="{escape(line)}" src="{escape(src)}" alt="{escape(alt)}"{role}'
        f' data-told-caption="{caption}" data-told-credit="{credit}">'
    )


def _shortcode(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    code: Shortcode = token.meta["code"]
    caption = self.renderInline(token.meta["caption"], options, env)
    line = str(token.attrGet(LINE) or "")
    if code.src or code.alt or code.caption or code.credit:
        credit = self.renderInlineAsText(token.meta["credit"], options, env)
        return _img(code.src, code.alt, line, {"caption": caption, "credit": credit})
    is_told = code.name and not code.field
    return f'<span data-embed="the shortcode “{escape(code.name[:40])}”"></span>' if is_told else ""


def _embed(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return f'<span data-embed="“{escape(tokens[index].content[:60])}”"></span>'


def _html_inline(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    line = tokens[index].attrGet(LINE)
    return with_lines(tokens[index].content, int(line)) if line else tokens[index].content


def _div_open(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    line = f'{LINE}="{token.attrGet(LINE) or ""}"'
    if kind := token.meta.get("callout"):
        return f'<aside {line} data-callout="{kind}">'
    return f"<figure {line}>" if token.meta.get("figure") else f"<div {line}>"


def _div_close(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    meta = tokens[index].meta
    return "</aside>" if meta.get("callout") else "</figure>" if meta.get("figure") else "</div>"


def _callout_title_open(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return f'<p {LINE}="{tokens[index].attrGet(LINE) or ""}" data-callout-title="">'


def _formula(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return f'<span data-formula="">{escape(tokens[index].content)}</span>'


def _formula_block(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    return f'<p {LINE}="{token.attrGet(LINE) or ""}"><span data-formula="">{escape(token.content)}</span></p>'


def _fence(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    language = (token.info.strip("{}. ").split() or [""])[0]
    line = token.attrGet(LINE) or ""
    return f'<pre {LINE}="{line}" data-language="{escape(language)}">\n{escape(token.content)}</pre>\n'


def _footnote_ref(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    label = str(tokens[index].meta["id"] + 1)
    return f'<sup data-note="{label}">{label}</sup>'


def _nothing(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    return ""


RULES = {
    "html_block": _html_block,
    "html_inline": _html_inline,
    "image": _image,
    "shortcode": _shortcode,
    "embed": _embed,
    "comment": _nothing,
    "div_open": _div_open,
    "div_close": _div_close,
    "callout_title_open": _callout_title_open,
    "formula": _formula,
    "formula_block": _formula_block,
    "fence": _fence,
    "code_block": _fence,
    "footnote_ref": _footnote_ref,
    "footnote_anchor": _nothing,
}
