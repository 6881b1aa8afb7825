"""MDX as Markdown: components, imports and expressions are taken out or become what they show.

A picture is a picture, a note or warning is a callout, of other pairs what is in them stays. What only a program can
show leaves a mark that becomes a finding. No line changes its number.
"""

import re
from collections import deque
from dataclasses import dataclass, field
from html import escape

from accessnews.readers._html.code import outside
from accessnews.readers._markdown.callouts import kind_of
from accessnews.readers._markdown.javascript import Scanner, Tag
from accessnews.text.unicode import has_words, line, shortened

_START = re.compile(r"(?<!\\)(?:\{(?![#:.])|</?(?=[A-Za-z>]))")
_FORMULA = re.compile(
    r"\$\$(?:[^$\\]|\\.){1,2000}\$\$|\$(?![\s$])(?:[^$\\\n]|\\.){1,1000}(?<!\s)\$(?![\w$])", re.DOTALL
)
_IMPORT = re.compile(r"import\s*(?:[\"'{*]|type\b|\w+\s*(?:,|from\b))")
_EXPORT = re.compile(r"export\s*(?:[{*]|(?:default|const|let|var|async|function|class|type|interface)\b)")
_STATEMENT_END = re.compile(r"[\"'`];?\s*$|;\s*$")
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`")
_IMPORTED = re.compile(
    r"import\s+(\w+)\s+from\s+[\"']([^\"'\n]+\.(?:jpe?g|png|webp|gif|avif|svg|tiff?))(?:\?[^\"'\n]*)?[\"']",
    re.IGNORECASE,
)
_PICTURES = re.compile(r"(?:.*[a-z])?(?:Image|Img|Picture|Photo|Figure)s?(?:Block|Card|Box|WithCaption|Zoom)?|img")
_FIGURES = re.compile(r"(?:.*[a-z])?(?:Figure|Frame|ImageWithCaption|CaptionedImage)")
_CAPTIONS = frozenset({"Caption", "FigCaption", "Figcaption", "FigureCaption", "ImageCaption"})
_BOXES = frozenset(
    {"Callout", "Admonition", "Alert", "Notice", "Aside", "Box", "Panel", "Message", "Banner", "Callout.Root"}
)
_PLAIN_BOXES = frozenset(
    {"Quote", "Details", "Example", "Check", "Key", "Secondary", "Primary", "Light", "Dark", "Plain"}
)
_QUIET = frozenset({"TOC", "Toc", "TableOfContents", "TOCInline", "Spacer", "Separator", "Divider", "Break", "Br"})
_PLACED = frozenset({"div", "section", "span", "center", "main", "article"})
_STYLES = ("type", "variant", "kind", "level", "status", "severity", "intent", "color", "icon")
_TITLES = ("title", "label", "heading", "header", "summary", "question", "name")
_TOLD = ("title", "caption", "alt", "label", "text", "description", "name", "id", "videoid", "url", "href", "src")
_SHOWN = 5  # names in one finding


@dataclass(slots=True)
class _Edits:
    """What stands in place of what, in the order of the text."""

    text: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    def instead(self, start: int, end: int, written: str) -> None:
        lines = self.text.count("\n", start, end) - written.count("\n")
        self.edits.append((start, end, written + "\n" * max(0, lines)))

    def done(self) -> str:
        parts, at = [], 0
        for start, end, written in self.edits:
            parts += [self.text[at:start], written]
            at = end
        return "".join((*parts, self.text[at:]))


@dataclass(slots=True)
class MdxLosses:
    """What is left out, each with its line, counted from 0."""

    comments: list[tuple[int, str]] = field(default_factory=list)
    program: list[tuple[int, str]] = field(default_factory=list)  # imports and exports
    frames: list[tuple[int, str]] = field(default_factory=list)  # components of which the inside stays

    @property
    def line(self) -> int:
        return min((line for line, _ in (*self.program, *self.frames)), default=-1)

    def message(self) -> str:
        """What was left out, in words; empty for nothing."""
        parts = [f"“{shortened(line(words), 60)}”" for _, words in self.program[:_SHOWN]]
        parts += [f"<{name}>" for name in dict.fromkeys(name for _, name in self.frames)][:_SHOWN]
        more = len(self.program) + len({name for _, name in self.frames}) - len(parts)
        told = ", ".join(parts) + (f" and {more} more" if more else "")
        return f"left out of the MDX: {told}" if parts else ""


def without_components(text: str) -> tuple[str, MdxLosses]:
    """MDX as Markdown with HTML in it, and what was left out."""
    losses = MdxLosses()
    text, imported = _without_program(text, losses)
    return _ComponentPage(text, imported, losses).read(), losses


def _without_program(text: str, losses: MdxLosses) -> tuple[str, dict[str, str]]:
    """``text`` without imports and exports, and the pictures among them by their names."""
    imported: dict[str, str] = {}
    lines = text.split("\n")
    at, in_code = 0, False
    while at < len(lines):
        in_code ^= lines[at].lstrip().startswith(("```", "~~~"))
        is_first = at == 0 or not lines[at - 1].strip()
        if in_code or not is_first or not (_IMPORT.match(lines[at]) or _EXPORT.match(lines[at])):
            at += 1
            continue
        end = _statement_end(lines, at)
        words = "\n".join(lines[at:end])
        pictures = dict(_IMPORTED.findall(words))
        imported |= pictures
        if not pictures:
            losses.program.append((at, words))
        lines[at:end] = [""] * (end - at)
        at = end
    return "\n".join(lines), imported


def _statement_end(lines: list[str], at: int) -> int:
    """The line behind a statement: a blank one outside all brackets, or whatever follows an import."""
    is_import = lines[at].startswith("import")
    depth, start = 0, at
    while at < len(lines) and (depth > 0 or lines[at].strip()):
        bare = _QUOTED.sub("''", lines[at])
        depth += sum(map(bare.count, "{([")) - sum(map(bare.count, "})]"))
        at += 1
        if depth <= 0 and is_import and _STATEMENT_END.search(lines[at - 1]):
            return at
    return at if depth <= 0 else start + 1


class _ComponentPage:
    def __init__(self, text: str, imported: dict[str, str], losses: MdxLosses) -> None:
        self._text = text
        self._scanner = Scanner(text, imported)
        self._losses = losses
        self._edits = _Edits(text)
        self._lines = self._counted = 0
        self._captions: list[str] = []  # of the open figures that have them in an attribute

    def read(self) -> str:
        formulas = deque(match.span() for match in outside(_FORMULA, self._text))
        done = 0
        for start in (match.start() for match in outside(_START, self._text)):
            while formulas and formulas[0][1] <= start:
                formulas.popleft()
            if start >= done and not (formulas and formulas[0][0] < start):
                done = self._take(start) or done
        return self._edits.done()

    def _line(self, at: int) -> int:
        """The line of a place, counted from 0; places are asked for in their order."""
        self._lines += self._text.count("\n", self._counted, at)
        self._counted = at
        return self._lines

    def _take(self, start: int) -> int:
        """What begins at ``start`` taken out or written anew, and where it ends; 0 for a sign in a text."""
        if self._text[start] == "{":
            end = self._scanner.expression(start)
            if end:
                self._edits.instead(start, end, self._said(start, end))
            return end
        tag = self._scanner.tag(start)
        if tag and (written := self._written(tag)) is not None:
            self._edits.instead(tag.start, tag.end, written)
        return tag.end if tag else 0

    def _said(self, start: int, end: int) -> str:
        inside = self._text[start + 1 : end - 1].strip()
        if inside.startswith("/*"):
            comment = inside.removeprefix("/*").removesuffix("*/")
            if has_words(comment):
                self._losses.comments.append((self._line(start), comment))
            return ""
        value = self._scanner.value(inside)
        if value or not inside or inside in ('" "', "' '"):
            return escape(value, quote=False) or " "
        return _mark(f"the expression {{{shortened(line(inside), 60)}}}")

    def _written(self, tag: Tag) -> str | None:
        """What stands in place of a tag; None for one of HTML that stays as it is."""
        if not tag.is_component and tag.name != "img":
            return "" if tag.name in _PLACED and self._is_alone(tag) else _html(tag, self._text)
        name = tag.name.rpartition(".")[2] if tag.name.startswith(("motion.", "chakra.")) else tag.name
        if tag.name == "img" or (_PICTURES.fullmatch(name) and "src" in tag.values and not tag.closes):
            return _picture(tag.values)
        if _FIGURES.fullmatch(name) and not tag.is_closed:
            return self._figure(tag)
        if name in _CAPTIONS and not tag.is_closed:
            return "</figcaption>" if tag.closes else "<figcaption>"
        if kind := _callout(name, tag.values):
            return self._box(kind, tag)
        return self._other(tag)

    def _is_alone(self, tag: Tag) -> bool:
        """Whether there is nothing else on the lines of a tag."""
        before = self._text.rfind("\n", 0, tag.start) + 1
        after = self._text.find("\n", tag.end)
        rest = self._text[tag.end : after if after >= 0 else len(self._text)]
        return not self._text[before : tag.start].strip(" \t>") and not rest.strip()

    def _figure(self, tag: Tag) -> str:
        if not tag.closes:
            self._captions.append(tag.values.get("caption", ""))
            return "<figure>"
        caption = self._captions.pop() if self._captions else ""
        return f"<figcaption>{escape(caption)}</figcaption></figure>" if caption else "</figure>"

    def _box(self, kind: str, tag: Tag) -> str:
        title = next((tag.values[key] for key in _TITLES if key in tag.values), "")
        if tag.is_closed:
            words = next(
                (tag.values[key] for key in ("text", "description", "message", "children") if key in tag.values), ""
            )
            head = f"<p data-callout-title>{escape(title)}</p>" if title else ""
            return f'<aside data-callout="{kind}">{head}<p>{escape(words)}</p></aside>'
        if self._is_alone(tag):
            return (
                ":::"
                if tag.closes
                else f":::{kind}[{title.replace('[', '(').replace(']', ')')}]"
                if title
                else f":::{kind}"
            )
        if tag.closes:
            return "</aside>"
        return f'<aside data-callout="{kind}">' + (f"<p data-callout-title>{escape(title)}</p>" if title else "")

    def _other(self, tag: Tag) -> str:
        """Of a pair what is in it stays, below its title; one that stands alone is told."""
        if tag.is_closed:
            told = next((tag.values[key] for key in _TOLD if key in tag.values), "")
            words = f" “{shortened(line(told), 60)}”" if told else ""
            return "" if tag.name in _QUIET else _mark(f"the component <{tag.name}>{words}")
        if tag.closes:
            return ""
        if tag.name:
            self._losses.frames.append((self._line(tag.start), tag.name))
        title = next((tag.values[key] for key in _TITLES if key in tag.values), "")
        return f"<strong>{escape(title)}</strong><br><br>" if title and self._is_alone(tag) else ""


def _callout(name: str, values: dict[str, str]) -> str:
    if name not in _BOXES:
        return kind_of(name) if name not in _PLAIN_BOXES else ""
    return next((kind for key in _STYLES if (kind := kind_of(values.get(key, "")))), "note")


def _picture(values: dict[str, str]) -> str:
    src = re.sub(r"^(?:@\w*|~)/", "/", values.get("src", ""))
    caption, credit = escape(escape(values.get("caption", ""), quote=False)), escape(values.get("credit", ""))
    told = f' data-told-caption="{caption}" data-told-credit="{credit}"' if caption or credit else ""
    return f'<img src="{escape(src)}" alt="{escape(values.get("alt", ""))}"{told}>'


def _html(tag: Tag, text: str) -> str | None:
    """A tag of HTML without the attributes that only a program could tell."""
    if "{" not in text[tag.start : tag.end]:
        return None
    kept = "".join(f' {key.replace("classname", "class")}="{escape(value)}"' for key, value in tag.values.items())
    return f"<{tag.name}{kept}{'/' if tag.is_closed else ''}>"


def _mark(what: str) -> str:
    return f'<span data-embed="{escape(what)}"></span>'
