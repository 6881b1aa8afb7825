"""Markdown as HTML with line numbers: CommonMark, tables, footnotes, spans with a language, shortcodes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.readers._html.bracketcodes import without_shortcodes
from accessnews.readers._html.code import outside_code
from accessnews.readers._html.lines import LINE
from accessnews.readers._markdown.components import MdxLosses, without_components
from accessnews.readers._markdown.marks import comment_message, comments_of_people
from accessnews.readers._markdown.parser import NESTING, guard, parser
from accessnews.readers._markdown.references import with_references
from accessnews.readers._markdown.templates import without_templates
from accessnews.text.hyphens import PARTED, rejoined, words_of
from accessnews.text.unicode import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = NESTING - 2  # quotations and lists in one another; a list is two levels
_UNDEFINED = re.compile(r"\[\^([^\]\s]{1,80})\]")
_OPEN_END = re.compile(  # HTML that lasts to the end of the file, as Markdown has it
    r"\s*(?:(<!--)(?!.*-->)|(<(?:script|style|textarea))(?![\w-])(?!.*</(?:script|style|textarea)>))",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class FootnoteHtml:
    label: str
    line: int
    html: str


@dataclass(frozen=True, slots=True)
class MarkdownHtml:
    """The story as HTML, not sanitized yet, and its footnotes in the order in which it refers to them."""

    html: str
    notes: tuple[FootnoteHtml, ...]
    findings: tuple[Finding, ...]


def html_of(text: str, path: str, first: int = 1, is_mdx: bool = False, lang: str = "") -> MarkdownHtml:
    """``text``, whose first line is line ``first`` of the file ``path``, as HTML. ``lang`` is its language, if known.

    Raises AccessNewsError where quotations or lists are nested beyond reason.
    """
    return _Page(with_references(text, lang), path, first, is_mdx).read()


class _Page:
    def __init__(self, text: str, path: str, first: int, is_mdx: bool) -> None:
        self._md = parser(is_mdx)
        text, self._losses = without_components(text) if is_mdx else (text, MdxLosses())
        text, self._comments = without_templates(without_shortcodes(text))
        words = words_of(text)
        text = outside_code(PARTED, lambda parted: rejoined(parted, words), text)
        self._lines = text.split("\n")
        self._path = path
        self._first = first
        self._last = first  # the line of the block before
        self._env: dict[str, Any] = {}
        self._referred: dict[int, int] = {}  # line of the first reference to each footnote
        self.findings: list[Finding] = []

    def read(self) -> MarkdownHtml:
        md = self._md
        for line, comment in (*self._losses.comments, *self._comments):
            self._tell_comment(comment, self._first + line)
        if message := self._losses.message():
            hint = "nothing to do if it only sets the page; else tell in the text what it shows"
            self.findings.append(
                Finding("component-dropped", message, self._at(self._first + self._losses.line), hint)
            )
        tokens = md.parse("\n".join(self._lines), self._env)
        for token in tokens:
            self._settle(token)
        self._check_tables(tokens)
        self._tell_unused()
        start = next((at for at, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
        main = md.renderer.render(tokens[:start], md.options, self._env)
        notes = tuple(self._notes(md, tokens[start:]))
        return MarkdownHtml(main, notes, tuple(self.findings))

    def _at(self, line: int) -> Place:
        return Place(self._path, line)

    def _line(self, token: Token) -> int:
        return self._first + token.map[0] if token.map else 0

    def _settle(self, token: Token) -> None:
        """A block's line onto it, and onto the pictures in it."""
        line = self._last = self._line(token) or self._last
        if token.level >= _DEEPEST and token.nesting > 0:
            hint = "use fewer > signs or a smaller indent"
            raise AccessNewsError("quotations or lists are nested too deep to read", self._at(line), hint)
        if token.map and token.nesting >= 0 and token.type != "inline":
            token.attrSet(LINE, str(line))
        if token.type == "html_block" and (open_end := _OPEN_END.match(token.content)):
            hint = "close it, or the rest of the story is lost in it"
            raise AccessNewsError(f"{open_end[1] or open_end[2]} is never closed", self._at(line), hint)
        if "below" in token.meta:
            message = f"a paragraph right above --- is no heading: “{shortened(token.meta['below'], 30)}”"
            hint = "put a blank line above the ---; if it is a heading, write ## before it"
            self.findings.append(Finding("rule-below-text", message, self._at(line), hint))
        if token.type == "html_block" or token.meta.get("html"):
            for comment in comments_of_people(token.content):
                self._tell_comment(comment, line)
        self._settle_inline(token.children or [], line)

    def _settle_inline(self, children: list[Token], line: int) -> None:
        guard(children)
        for child in children:
            match child.type:
                case "softbreak" | "hardbreak":
                    line += 1
                case "shortcode" if child.meta["code"].field:
                    self._tell_field(child.meta["code"].field, line)
                case "image" | "shortcode":
                    child.attrSet(LINE, str(line))
                    self._settle_inline(child.meta.get("caption") or [], line)
                case "html_inline":
                    child.attrSet(LINE, str(line))
                    for comment in comments_of_people(child.content):
                        self._tell_comment(comment, line)
                    line += child.content.count("\n")
                case "comment":
                    self._tell_comment(child.content, line)
                case "formula":
                    line += child.content.count("\n")
                case "footnote_ref":
                    self._referred.setdefault(child.meta["id"], line)
                case "text" if "[^" in child.content:
                    child.content = _UNDEFINED.sub(partial(self._undefined, line), child.content)

    def _tell_comment(self, text: str, line: int) -> None:
        hint = "nothing to do if it is not for readers"
        self.findings.append(Finding("desk-matter", comment_message(text), self._at(line), hint))

    def _tell_field(self, name: str, line: int) -> None:
        message = f"a placeholder was never filled in: “{{{{{name}}}}}”"
        self.findings.append(Finding("placeholder-left", message, self._at(line), "fill it in, or take it out"))

    def _undefined(self, line: int, mark: re.Match[str]) -> str:
        message = f"there is no footnote “{mark[1]}”"
        hint = f"write it, in a line of its own: [^{mark[1]}]: …"
        self.findings.append(Finding("footnote-undefined", message, self._at(line), hint))
        return ""

    def _refs(self) -> dict[str, int]:
        """Numbers of the footnotes by ``:label``; -1 for one that nothing refers to."""
        refs: dict[str, int] = self._env.get("footnotes", {}).get("refs", {})
        return refs

    def _tell_unused(self) -> None:
        unused = {key[1:] for key, number in self._refs().items() if number < 0}
        for line, text in enumerate(self._lines, self._first):
            match = re.match(r" {0,3}\[\^([^\]]+)\]:", text)
            if match and match[1] in unused:
                unused.discard(match[1])
                message = f"nothing refers to the footnote “{match[1]}”"
                hint = f"put [^{match[1]}] where it belongs"
                self.findings.append(Finding("footnote-unused", message, self._at(line), hint))

    def _check_tables(self, tokens: list[Token]) -> None:
        """Rows with more cells than the header: the parser leaves the rest out."""
        from markdown_it.rules_block.table import escapedSplit

        columns = 0
        for token in tokens:
            if token.type == "table_open":
                columns = 0
            elif token.type == "th_open":
                columns += 1
            elif token.type == "tr_open" and columns and token.map:
                row = self._lines[token.map[0]].strip(" \t>").removeprefix("|").removesuffix("|")
                if len(escapedSplit(row)) > columns:
                    message = f"a row has more cells than the table’s {columns} columns"
                    self.findings.append(
                        Finding("table-uneven", message, self._at(self._line(token)), "add a column")
                    )

    def _notes(self, md: MarkdownIt, tokens: list[Token]) -> Iterator[FootnoteHtml]:
        number = 0
        inside: list[Token] = []
        for token in tokens:
            if token.type == "footnote_open":
                number, inside = token.meta["id"], []
            elif token.type == "footnote_close":
                lines = (self._line(part) for part in inside if part.map)
                line = next(lines, self._referred.get(number, 0))
                yield FootnoteHtml(str(number + 1), line, md.renderer.render(inside, md.options, self._env))
            else:
                inside.append(token)
