"""Notes, tips and warnings that stand out: what they are called, and those that are told by marks or shortcodes.

``> [!WARNING] title`` of GitHub and Obsidian, ``{: .notice--warning}``, ``{{% notice tip %}}`` … ``{{% /notice %}}``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accessnews.readers._markdown.shortcodes import shortcode_at

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_NAMES = {
    "note": "note info information abstract summary tldr todo question help faq example quote cite seealso details "
    "secondary primary light dark plain aside sidebar",
    "tip": "tip hint success check done good",
    "important": "important key",
    "warning": "warning attention warn",
    "caution": "caution danger error failure fail missing bug critical alert stop",
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_PREFIX = re.compile(r"(?:callout|admonition|alert|notice|note|box)-+")
_GITHUB = re.compile(r"\[!([\w -]{1,40})(?:\|[^\]\n]{0,40})?\][+-]?[ \t]*(.*)")
_OLD_GITHUB = re.compile(r"(?:\*\*|__)(note|tip|important|warning|caution)(?::(?:\*\*|__)|(?:\*\*|__):?)\s*", re.I)
_CLASS = re.compile(
    r"\n?[ \t]{0,9}\{:?[^{}\n]*\.((?:callout|admonition|alert|notice)(?:-+\w+)?)(?=[ }])[^{}\n]*\}[ \t]*$"
)
_BOXES = frozenset({"callout", "notice", "admonition", "hint", "alert", "message", "panel", "box", *_KINDS})
_VALUE = re.compile(r"(?P<key>[\w-]+)=(?P<value>\"[^\"]*\"|'[^']*'|\S+)")
_WORD = re.compile(r"\"[^\"]*\"|[^\s\"]+")
_STYLES = ("type", "style", "class", "color", "level", "kind", "status", "icon")


def callouts(md: MarkdownIt) -> None:
    """A plug-in: each callout is a ``div_open`` with its kind in ``meta``, to its ``div_close``."""
    md.core.ruler.after("block", "callouts", _settle)


def kind_of(name: str) -> str:
    """The kind of callout that a name, a class or a style means; empty where it means none."""
    return _KINDS.get(_PREFIX.sub("", name.strip().lower(), count=1), "")


def opened(token: Token, kind: str, start: int, end: int) -> Token:
    """A token as the opening of a box between two lines, with no kind where it is no callout."""
    token.type, token.block, token.map = "div_open", True, [start, end]
    token.meta["callout"] = kind
    return token


def title_tokens(title: str, line: int, level: int) -> list[Token]:
    """A callout's title, nothing where it has none."""
    from markdown_it.token import Token

    if not title:
        return []
    opening = Token("callout_title_open", "p", 1, map=[line, line + 1], level=level, block=True)
    inline = Token("inline", "", 0, map=[line, line + 1], level=level + 1, content=title, children=[], block=True)
    return [opening, inline, Token("callout_title_close", "p", -1, level=level, block=True)]


def _settle(state: StateCore) -> None:
    """Quotations, paragraphs and paired shortcodes that are callouts, and headings that are titles of boxes."""
    state.tokens = _of_shortcodes(_of_classes(_of_quotations(state.tokens)))
    _entitle(state.tokens)


def _of_quotations(tokens: list[Token]) -> list[Token]:
    settled: list[Token] = []
    openings: list[Token] = []
    for at, token in enumerate(tokens):
        settled.append(token)
        if token.type == "blockquote_open":
            kind, title = _kind_and_title(tokens[at + 1 : at + 3])
            start, end = token.map or [0, 0]
            openings.append(opened(token, kind, start, end) if kind else token)
            settled += title_tokens(title, start, token.level + 1)
        elif token.type == "blockquote_close" and openings.pop().type == "div_open":
            token.type, token.meta = "div_close", {"callout": "note"}
    return settled


def _kind_and_title(paragraph: list[Token]) -> tuple[str, str]:
    """Of a quotation's first paragraph, which loses the mark."""
    if len(paragraph) < 2 or paragraph[0].type != "paragraph_open":
        return "", ""
    first, _, following = paragraph[1].content.partition("\n")
    match, old = _GITHUB.match(first), _OLD_GITHUB.fullmatch(first)
    if not match and not old:
        return "", ""
    paragraph[1].content = following
    for token in paragraph:
        token.map = [token.map[0] + 1, token.map[1]] if token.map else None
    if not match:
        return (old[1].lower() if old else ""), ""
    kind = kind_of(match[1])
    return kind or "note", match[2].strip() or ("" if kind else match[1].capitalize())


def _of_classes(tokens: list[Token]) -> list[Token]:
    """A paragraph with a class of kramdown such as ``{: .notice--warning}``."""
    from markdown_it.token import Token

    settled: list[Token] = []
    for at, token in enumerate(tokens):
        content = tokens[at + 1].content if token.type == "paragraph_open" else ""
        match = _CLASS.search(content) if content.endswith("}") else None
        if match:
            kind = kind_of(match[1]) if "-" in match[1] else ""
            start, end = token.map or [0, 0]
            settled.append(opened(Token("", "div", 1, level=token.level), kind or "note", start, end))
            tokens[at + 1].content = content[: match.start()]
            tokens[at + 2].meta["ends_box"] = True
        settled.append(token)
        if "ends_box" in token.meta:
            settled.append(Token("div_close", "div", -1, level=token.level, meta={"callout": "note"}))
    return settled


def _of_shortcodes(tokens: list[Token]) -> list[Token]:
    """Boxes between two shortcodes of one name, each on a line of its own."""
    instead = _pairs(tokens)
    return [settled for at, token in enumerate(tokens) for settled in instead.get(at, [token])]


def _pairs(tokens: list[Token]) -> dict[int, list[Token]]:
    """What stands in place of the tokens of paired shortcodes, by their numbers."""
    instead: dict[int, list[Token]] = {}
    waiting: list[tuple[str, int]] = []  # names and numbers of the openings
    for at, token in enumerate(tokens):
        if token.type != "inline" or tokens[at - 1].type != "shortcodes_open":
            continue
        name = _named(token.content)[0]
        if name in _BOXES:
            waiting.append((name, at))
        elif name.startswith(("/", "end")):
            name = name.lstrip("/").removeprefix("end")
            begin = next((number for opening, number in reversed(waiting) if opening == name), None)
            if begin is not None and tokens[begin].level == token.level:
                waiting = [opening for opening in waiting if opening[1] < begin]
                instead |= _boxed(tokens, begin, at)
    return instead


def _boxed(tokens: list[Token], begin: int, end: int) -> dict[int, list[Token]]:
    from markdown_it.token import Token

    kind, title = _style(*_named(tokens[begin].content))
    start, last, level = (tokens[begin].map or [0])[0], (tokens[end].map or [0])[0], tokens[begin].level - 1
    opening = opened(Token("", "div", 1, level=level), kind, start, last)
    return {
        **{number: [] for number in (begin - 1, begin + 1, end - 1, end + 1)},
        begin: [opening, *title_tokens(title, start, level + 1)],
        end: [Token("div_close", "div", -1, level=level, meta={"callout": kind})],
    }


def _named(content: str) -> tuple[str, str]:
    """The name of the only shortcode in ``content`` and what stands in it behind the name."""
    code = shortcode_at(content, 0)
    if not code or code.end != len(content.rstrip()):
        return "", ""
    name, _, behind = content.strip("{}<>% \t\n-").partition(" ")
    return name.lower(), behind.strip()


def _style(name: str, inside: str) -> tuple[str, str]:
    """Kind and title out of ``type="warning" title="…"`` and of ``tip "title"``."""
    values = {match["key"].lower(): match["value"].strip("\"'`") for match in _VALUE.finditer(inside)}
    words = [word.strip('"') for word in _WORD.findall(_VALUE.sub("", inside))]
    given = [*(values[key] for key in _STYLES if key in values), *words[:1], name]
    kind = next((kind for word in given if (kind := kind_of(word))), "note")
    title = next((word for word in words if not kind_of(word) and (" " in word or word is not words[0])), "")
    return kind, values.get("title") or title


def _entitle(tokens: list[Token]) -> None:
    """Quarto has the title of a callout as a heading in it."""
    for opening, heading, end in zip(tokens, tokens[1:], tokens[3:], strict=False):
        if heading.type == "heading_open" and opening.type == "div_open" and opening.meta.get("callout"):
            heading.type, heading.tag = "callout_title_open", "p"
            end.type, end.tag = "callout_title_close", "p"
