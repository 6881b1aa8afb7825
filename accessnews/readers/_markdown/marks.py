"""Marks inside a line beyond CommonMark: what GitHub, Obsidian, pandoc and CriticMarkup write.

Text that is struck out, highlighted, raised or lowered; links of a wiki, emoji by name, comments, ticked boxes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from accessnews.readers._markdown.emoji import EMOJI
from accessnews.text.unicode import has_words, line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_ELEMENTS = {"+": "ins", "-": "del", "=": "mark"}  # by the sign that stands twice around the text
_IN_BRACES = {f"{{{sign}{sign}": (f"{sign}{sign}}}", element) for sign, element in _ELEMENTS.items()}
_PAIRS = _IN_BRACES | {sign * 2: (sign * 2, _ELEMENTS[sign]) for sign in "=+"}  # opening → closing, element
_COMMENTS = {"{>>": "<<}", "%%": "%%"}
_LOWERED = re.compile(r"~([^\s~]{1,40})~(?!~)")
_STRUCK = re.compile(r"~([^\s~](?:[^~\n]{0,200}[^\s~])?)~(?![~\w])")
_RAISED = re.compile(r"\^(?!\[)((?:[^\s^\\]|\\.){0,40}(?:[^\W_]|[*†‡§°])(?:[^\s^\\]|\\.){0,40})\^")
_EMOJI = re.compile(r":([a-z0-9_+-]{2,40}):(?!\w)")
_WIKI = re.compile(
    r"!?\[\[(?P<target>[^\[\]\n|]{1,500})(?:\\?\|(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,1000}))?\]\](?![(\[])"
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|svg|tiff?|bmp)(?:[#?].*)?$", re.IGNORECASE)
_SIZE = re.compile(r"\s*(?:\d{1,5}(?:x\d{1,5})?|left|right|center|centre)?\s*")
_OF_PROGRAMS = re.compile(
    r"/?(?:wp:|more\b|excerpt|summary|toc\b|doctoc|table of contents|start\b|end\b|begin\b|(?:end)?region\b|#|<"
    r"|\[if|\[endif"
    r"|markdownlint|prettier|eslint|textlint|vale\b|cspell|spell|lint\b|nextpage|truncate|break|noindex|no-?toc|embed|kg-card"
    r"|google|ad\b|ads\b|markdown|vim:|-\*-)",
    re.IGNORECASE,
)
_LONGEST = 2_000  # characters between two marks
_BLOCK_ID = re.compile(r"(?:^|\s)\^(?=[a-z0-9-]*[a-z])[a-z0-9-]{4,40}\s*$")
_WHO = r"(?:\*\*|__)?(?:[A-Z]|[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,3}):(?:\*\*|__)?\s"
_SPEAKER = re.compile(rf"^[ \t]*{_WHO}", re.MULTILINE)
_SPEAKER_LINE = re.compile(rf"(?<!\\)(?<!  )\n(?=[ \t]*{_WHO})")
_TASK = re.compile(r"\[([ xX])\]\s+(?=\S)")


def marks(md: MarkdownIt) -> None:
    """A plug-in: every mark of this module."""
    md.enable("strikethrough")
    for before, name, rule in (
        ("strikethrough", "pairs", _pair),
        ("strikethrough", "substitution", _substitution),
        ("strikethrough", "comments", _comment),
        ("strikethrough", "tilde", _tilde),
        ("link", "wiki", _wiki),
        ("link", "raised", _raised),
        ("link", "emoji", _emoji),
    ):
        md.inline.ruler.before(before, name, rule)
    md.core.ruler.after("block", "tasks", _tasks)


def tokens_of(text: str, state: StateInline) -> list[Token]:
    """The tokens of a caption that stands in a picture's mark. Its footnotes are counted where it stands."""
    tokens: list[Token] = []
    if text:
        state.md.inline.parse(text, state.md, state.env, tokens)
    return tokens


def _enclose(state: StateInline, element: str, begin: int, end: int, after: int, silent: bool) -> bool:
    """``src[begin:end]`` as the inside of an element; the parser goes on at ``after``."""
    if not silent:
        outer = state.posMax
        state.pos, state.posMax = begin, end
        state.push(f"{element}_open", element, 1)
        state.md.inline.tokenize(state)
        state.push(f"{element}_close", element, -1)
        state.posMax = outer
    state.pos = after
    return True


def _pair(state: StateInline, silent: bool) -> bool:
    opening = next((mark for mark in _PAIRS if state.src.startswith(mark, state.pos)), "")
    if not opening:
        return False
    closing, element = _PAIRS[opening]
    begin = state.pos + len(opening)
    end = state.src.find(closing, begin + 1, min(state.posMax, begin + _LONGEST))
    if end < 0:
        return False
    if opening == closing:
        text, before = state.src[begin:end], state.src[state.pos - 1 : state.pos]
        if text != text.strip() or text[0] == opening[0] or (before.isascii() and before.isalnum()):
            return False
    return _enclose(state, element, begin, end, end + len(closing), silent)


def _substitution(state: StateInline, silent: bool) -> bool:
    """``{~~old~>new~~}``."""
    if not state.src.startswith("{~~", state.pos):
        return False
    begin = state.pos + 3
    end = state.src.find("~~}", begin, min(state.posMax, begin + _LONGEST))
    middle = state.src.find("~>", begin, end) if end >= 0 else -1
    if middle < 0:
        return False
    if not silent:
        _enclose(state, "del", begin, middle, middle + 2, silent)
        state.push("text", "", 0).content = " "
        _enclose(state, "ins", middle + 2, end, end + 3, silent)
    state.pos = end + 3
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    opening = next((mark for mark in _COMMENTS if state.src.startswith(mark, state.pos)), "")
    if not opening:
        return False
    begin = state.pos + len(opening)
    end = state.src.find(_COMMENTS[opening], begin, min(state.posMax, begin + _LONGEST))
    if end < 0:
        return False
    if not silent:
        state.push("comment", "", 0).content = state.src[begin:end]
    state.pos = end + len(_COMMENTS[opening])
    return True


def comments_of_people(html: str) -> Iterator[str]:
    """The comments of HTML that somebody wrote for others to read; those of programs tell nobody anything."""
    start = html.find("<!--")
    while start >= 0:
        end = html.find("-->", start + 4)
        if end < 0:
            return
        inside = html[start + 4 : end].strip(" -\n")
        if len(inside.split()) > 1 and has_words(inside) and not _OF_PROGRAMS.match(inside):
            yield inside
        start = html.find("<!--", end)


def comment_message(text: str) -> str:
    return f"a comment is left out: “{shortened(line(text), 60)}”"


def _tilde(state: StateInline, silent: bool) -> bool:
    """``H~2~O`` is lowered, ``~gone~`` between words is struck out."""
    at = state.pos
    before = state.src[at - 1] if at else " "
    if state.src[at] != "~" or before == "~":
        return False
    is_glued = before.isalnum() or before in ")]}’'"
    lowered = _LOWERED.match(state.src, at, state.posMax)
    if lowered and (is_glued or lowered[1].isdecimal()):
        return _enclose(state, "sub", at + 1, lowered.end() - 1, lowered.end(), silent)
    struck = None if is_glued else _STRUCK.match(state.src, at, state.posMax)
    return (
        bool(struck) and _enclose(state, "del", at + 1, struck.end() - 1, struck.end(), silent) if struck else False
    )


def _raised(state: StateInline, silent: bool) -> bool:
    """``10^6^``; a paragraph that stands between two carets is raised whole."""
    if state.src[state.pos] != "^":
        return False
    match = _RAISED.match(state.src, state.pos, state.posMax)
    end = match.end() if match else 0
    if not match and state.pos == 0 and state.src.find("^", 1) == state.posMax - 1 > 1:
        end = state.posMax
    return bool(end) and _enclose(state, "sup", state.pos + 1, end - 1, end, silent)


def _emoji(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != ":" or state.src[state.pos - 1 : state.pos].isalnum():
        return False
    match = _EMOJI.match(state.src, state.pos, state.posMax)
    sign = _sign(match[1]) if match else ""
    if not match or not sign:
        return False
    if not silent:
        state.pending += sign
    state.pos = match.end()
    return True


def _sign(name: str) -> str:
    """The emoji of a GitHub name; of others the sign that has it as its Unicode name."""
    if name in EMOJI:
        return EMOJI[name]
    try:
        sign = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return sign if ord(sign[0]) >= 0x2190 and unicodedata.category(sign[0]) == "So" else ""


def _wiki(state: StateInline, silent: bool) -> bool:
    """``[[page|text]]`` leaves its text; ``![[a.jpg|caption]]`` is a picture."""
    if state.src[state.pos] not in "![":
        return False
    match = _WIKI.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        texts = [text.strip() for text in (match["text"] or "").split("|") if not _SIZE.fullmatch(text)]
        if match[0][0] != "!":
            _push_link(state, match["target"], texts)
        elif _PICTURE.search(match["target"]):
            _push_picture(state, match["target"].strip(), " ".join(texts))
        else:
            state.push("embed", "", 0).content = match["target"].strip()
    state.pos = match.end()
    return True


def _push_link(state: StateInline, target: str, texts: list[str]) -> None:
    state.push("link_open", "a", 1).attrs = {"href": target.strip().replace(" ", "%20")}
    shown = texts[-1] if texts else target.rstrip("\\").strip().lstrip("#").replace("#", " > ")
    state.push("text", "", 0).content = shown
    state.push("link_close", "a", -1)


def _push_picture(state: StateInline, src: str, caption: str) -> None:
    token = state.push("image", "img", 0)
    token.attrs, token.children = {"src": src, "alt": ""}, []
    token.meta["caption"] = tokens_of(caption, state)


def _tasks(state: StateCore) -> None:
    """``[x]`` at the start of a list item is a box that is ticked; a block's name of Obsidian (``^name``) goes.

    Who speaks in an interview (``Q:``) begins a line.
    """
    for at, token in enumerate(state.tokens):
        if token.type != "inline":
            continue
        if "^" in token.content:
            token.content = _BLOCK_ID.sub("", token.content)
        if "\n" in token.content and len(_SPEAKER.findall(token.content)) > 1:
            token.content = _SPEAKER_LINE.sub("  \n", token.content)
        if at > 1 and state.tokens[at - 2].type == "list_item_open" and (task := _TASK.match(token.content)):
            token.content = ("☐ " if task[1] == " " else "☑ ") + token.content[task.end() :]
