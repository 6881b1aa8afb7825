"""What programs that make sites leave in Markdown, taken out before it is parsed; no line changes its number.

Comments of Liquid, Hugo, Nunjucks and MDX stay in. An address in braces becomes the file that it names. Code between
two tags becomes a block of code. What stands in code is left alone.
"""

import re

from accessnews.readers._html.code import outside, outside_code
from accessnews.text.unicode import has_words

_COMMENTS = tuple(  # what opens each kind, and what closes it
    (re.compile(opening), re.compile(closing))
    for opening, closing in (
        (r"\{%-?\s*comment\b[^%\n]*%\}", r"\{%-?\s*endcomment\s*-?%\}"),
        (r"\{\{<\s*comment\s*>\}\}", r"\{\{<\s*/\s*comment\s*>\}\}"),
        (r"\{\{-?\s*/\*", r"\*/\s*-?\}\}"),
        (r"\{#-?\s", r"#\}"),
    )
)
_HIGHLIGHT = re.compile(
    r"^([ \t]*)\{(?:%-?|\{<)\s*(?P<end>end|/\s*)?highlight\b[ \t]*(?P<language>[\w+-]*)[^}\n]*\}\}?[ \t]*$", re.M
)
_CONTENTS = re.compile(  # kramdown's list that becomes the table of contents
    r"^ {0,3}(?:[*+-]|1\.)[ \t]+[^\n]{1,80}\n {0,3}\{:[ \t]*(?:[^}\n]{0,80}[ \t])?\.?toc\b[^}\n]{0,80}\}[ \t]*$", re.M
)
_ESCAPED = re.compile(r"\{\{(?P<open>[<%])/\*(?P<inside>[^\n]{0,2000}?)\*/(?P<close>[>%])\}\}")
_TAG = r"(?:\{\{(?:[^}\n]|\}(?!\})){0,500}\}\}|\{%[^%\n]{0,500}%\}|<%[^%\n]{0,500}%>)"
_PLAIN = r"[^\s\"'<>(){}]{0,500}"
_ADDRESSES = re.compile(
    rf"""(?P<before>
        \]\([\ \t]*<?  # a link in a line
      | ^\ {{0,3}}\[[^\]\n]{{1,200}}\]:[\ \t]*  # a definition
      | \b(?:src|href|srcset|data-src)=["']?  # HTML
    )
    (?P<address>(?:{_PLAIN}{_TAG}){{1,5}}{_PLAIN})""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
_TAGS = re.compile(_TAG)
_FILE = re.compile(r"[\"']([^\"'\n]*[\w/][^\"'\n]*)[\"']|(?:link|post_url|static|asset\w*)\s+([^\s%}|\"']+)")


def without_templates(text: str) -> tuple[str, list[tuple[int, str]]]:
    """``text`` as its author means it, and the comments that were left out, each with its line, counted from 0."""
    if "{" not in text and "<%" not in text:
        return text, []
    comments: list[tuple[int, str]] = []
    for opening, closing in _COMMENTS:
        text = _without(opening, closing, text, comments)
    text = outside_code(_CONTENTS, lambda match: "\n", text) if "toc" in text else text
    text = outside_code(_ADDRESSES, _address, text)
    return outside_code(_ESCAPED, _shown, _HIGHLIGHT.sub(_fenced, text)), comments


def _without(opening: re.Pattern[str], closing: re.Pattern[str], text: str, comments: list[tuple[int, str]]) -> str:
    """``text`` without one kind of comment; what is never closed is none."""
    parts, done = [], 0
    for begin in outside(opening, text):
        if begin.start() < done:
            continue
        end = closing.search(text, begin.end())
        if not end:
            break
        if has_words(inside := text[begin.end() : end.start()]):
            comments.append((text.count("\n", 0, begin.start()), inside))
        parts += [text[done : begin.start()], "\n" * text.count("\n", begin.start(), end.end())]
        done = end.end()
    return "".join((*parts, text[done:]))


def _address(match: re.Match[str]) -> str:
    return match["before"] + (_TAGS.sub(_named, match["address"]) or "template")


def _named(tag: re.Match[str]) -> str:
    """The file or path that a template's tag names, nothing for one that stands for the site's own address."""
    match = _FILE.search(tag[0])
    return (match[1] or match[2]).replace(" ", "%20") if match else "" if _is_base(tag[0]) else "template"


def _is_base(tag: str) -> bool:
    return re.search(r"\b(?:url|baseurl|base_url|root|path_prefix|pathprefix|rel|prefix)\b", tag, re.I) is not None


def _fenced(match: re.Match[str]) -> str:
    return f"{match[1]}```{'' if match['end'] else match['language']}"


def _shown(match: re.Match[str]) -> str:
    """A shortcode of Hugo that is shown, not run."""
    return f"`{{{{{match['open']}{match['inside']}{match['close']}}}}}`"
