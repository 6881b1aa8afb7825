"""Formulas in LaTeX: ``$…$``, ``$$…$$``, ``\\(…\\)``, environments. A price is no formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_SPAN = re.compile(
    r"\$`(?P<quoted>[^`\n]{1,1000})`\$"  # GitHub
    r"|\$\$(?P<display>(?:[^$\\]|\\.){1,2000})\$\$"
    r"|\$(?![\s$])(?P<inline>(?:[^$\\]|\\.){1,1000})(?<!\s)\$(?![\w$])",
    re.DOTALL,
)
_SURE = re.compile(r"\\[a-zA-Z]+|[\^_={}]")
_SHORT = re.compile(r"[A-Za-z](?:['0-9]|[ ]?[-+*/<>,|()][ ]?\w?){0,12}|\d+[a-zA-Z]")
_BRACKETS = {r"\(": r"\)", r"\[": r"\]"}
_LONGEST = 2_000  # characters
_BLOCKS = ("math_block", "math_block_label", "amsmath")


def formulas(md: MarkdownIt) -> None:
    """A plug-in: formulas as tokens ``formula``, whose content is their source."""
    from mdit_py_plugins.amsmath import amsmath_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    md.use(dollarmath_plugin, allow_blank_lines=False).use(amsmath_plugin)
    md.inline.ruler.at("math_inline", _formula)
    md.core.ruler.after("block", "formulas", _blocks)


def _formula(state: StateInline, silent: bool) -> bool:
    sign = state.src[state.pos]
    if sign not in "$\\" or (sign == "$" and state.src[state.pos - 1 : state.pos].isalnum() and state.pos):
        return False
    source, end = _of_dollars(state) if sign == "$" else _of_brackets(state)
    if not source:
        return False
    if not silent:
        state.push("formula", "", 0).content = source
    state.pos = end
    return True


def _of_dollars(state: StateInline) -> tuple[str, int]:
    """The source and where it ends; no source where a price or nothing begins."""
    match = _SPAN.match(state.src, state.pos, state.posMax)
    source = match[match.lastgroup or 0].strip() if match else ""
    if not match or (match.lastgroup == "inline" and not (_SURE.search(source) or _SHORT.fullmatch(source))):
        return "", 0
    return source, match.end()


def _of_brackets(state: StateInline) -> tuple[str, int]:
    """As above: brackets behind a backslash are mostly brackets that are meant to be seen."""
    closing = _BRACKETS.get(state.src[state.pos : state.pos + 2])
    end = state.src.find(closing, state.pos + 2, min(state.posMax, state.pos + _LONGEST)) if closing else -1
    source = state.src[state.pos + 2 : end].strip() if end >= 0 else ""
    return (source, end + 2) if _SURE.search(source) else ("", 0)


def _blocks(state: StateCore) -> None:
    """Formulas that stand alone, and GitHub's blocks of code in the language ``math``."""
    for token in state.tokens:
        if token.type in _BLOCKS or (token.type == "fence" and token.info.strip("{} ") == "math"):
            token.type = "formula_block"
            token.content = token.content.strip()
