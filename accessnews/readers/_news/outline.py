"""The outline of a story: a title, headings that skip no level, and words below them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from accessnews.model.article import Article, Block, Code, Divider, Figure, Heading, Paragraph, Table, plain, walk
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.readers._news.deskblocks import without_desk_matter
from accessnews.readers._news.masthead import (
    byline,
    date_line,
    masthead_parts,
    parted_byline,
    parted_date_line,
    role_line,
)
from accessnews.readers._news.placeholders import unfinished
from accessnews.text.sentences import sentences
from accessnews.text.unicode import has_words, line, shortened

_MASTHEAD = 4  # paragraphs at the top among which a byline and a date may stand
_TITLE = 110  # characters of a sentence that has to do for a headline


def finish(article: Article) -> Article:
    """``article`` with its title, byline and date found in the body where they are nowhere else, and in good order.

    Every reader's last step. Raises AccessNewsError where nothing in the story can be told.
    """
    article = _lift_masthead(_with_title(without_desk_matter(article)))
    if not any(has_words(words) for words in _words(article)):
        raise _wordless(article)
    body, skipped = _in_order(_without_loose_rules(article.body))
    article = replace(article, body=body)
    findings = (*article.findings, *skipped, *unfinished(article))
    return replace(article, findings=tuple(sorted(findings, key=lambda finding: finding.at.line)))


def _wordless(article: Article) -> AccessNewsError:
    if article.title and article.at.line:
        hint = "write the story below the headline"
        return AccessNewsError("the story has a headline and no words below it", article.at, hint)
    return AccessNewsError("the story has no words", Place(str(article.path)), "it needs a headline and a text")


def _words(article: Article) -> Iterable[str]:
    blocks = (*article.body, *(block for note in article.notes for block in note.blocks))
    for block in walk(blocks):
        match block:
            case Heading() | Paragraph():
                yield plain(block.text)
            case Code():
                yield block.text
            case Figure():
                yield f"{plain(block.caption)} {block.author_alt or ''} {block.credit or ''}"
            case Table():
                rows = (block.caption, *block.header, *(cell for row in block.rows for cell in row.cells))
                yield " ".join(map(plain, rows))
            case _:
                pass


def _with_title(article: Article) -> Article:
    if article.title:
        return _without_echo(article)
    heading = next((block for block in article.body if isinstance(block, Heading) and block.level == 1), None)
    if heading:
        return replace(article, title=_headline(heading), at=heading.at, body=_without(article.body, heading))
    return _makeshift(article)


def _headline(heading: Heading) -> str:
    """A heading's words, without the mark of a footnote."""
    return line("".join(run.text for run in heading.text if not run.note)) or plain(heading.text)


def _without(body: tuple[Block, ...], gone: Block) -> tuple[Block, ...]:
    return tuple(block for block in body if block is not gone)


def _without_echo(article: Article) -> Article:
    """A first-level heading that repeats the title is the title."""
    for block in article.body:
        if isinstance(block, Heading) and block.level == 1 and _same(plain(block.text), article.title):
            return replace(article, body=_without(article.body, block))
    return article


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", " ", one).casefold().strip() == re.sub(r"\W+", " ", other).casefold().strip()


def _makeshift(article: Article) -> Article:
    """A title from the heading that opens the story, its first sentence, or the name of its file."""
    body = article.body
    texts = (block for block in body if isinstance(block, Heading | Paragraph) and block.text)
    opening = next((block for block in texts if isinstance(block, Heading) or not byline(plain(block.text))), None)
    if isinstance(opening, Heading):
        title, at, body = _headline(opening), opening.at, _without(body, opening)
    elif opening and has_words(plain(opening.text)):
        title, at = _sentence(line(plain(opening.text))), opening.at
    else:
        title, at = _named(article.path), Place(str(article.path))
    hint = f"“{title}” stands in for it"
    found = Finding("title-missing", "the story has no headline", at, hint)
    return replace(article, title=title, at=at, body=body, findings=(*article.findings, found))


def _sentence(text: str) -> str:
    """The first sentence of ``text``, as a headline: without its full stop, and not too long."""
    spans = sentences(text[:1000], "")
    first = next((text[start:end] for start, end in spans if has_words(text[start:end])), text).rstrip(" .。")
    return first if len(first) <= _TITLE else first[:_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _named(path: Path) -> str:
    name = line(re.sub(r"[-_\s]+", " ", path.stem))
    return name[:1].upper() + name[1:] or "Story"


def _lift_masthead(article: Article) -> Article:
    """Byline and date out of the first paragraphs, where the story gives them nowhere else or there again."""
    at_top = [block for block in article.body[: _MASTHEAD * 2] if isinstance(block, Paragraph)][:_MASTHEAD]
    named = False
    for block in at_top:
        text = plain(block.text)
        if len(text) > 160:
            break
        for part in masthead_parts(line(text)):
            if names := byline(part):
                article, named = replace(article, byline=article.byline or names), True
                part = parted_byline(part)[1]
            if part and (day := date_line(part)) is not None:
                place, part = parted_date_line(part)
                article = replace(dated(article, part, block.at, day), dateline=article.dateline or place)
            elif part and not (named and role_line(part)):
                break
        else:
            article = replace(article, body=_without(article.body, block))
    return article


def dated(article: Article, text: str, at: Place, day: str) -> Article:
    """``article`` with the date that ``text`` gave, or the finding that nobody can read it."""
    if day:
        return replace(article, date=article.date or day)
    found = Finding(
        "date-unreadable",
        f"cannot read the date “{shortened(line(text), 60)}”",
        at,
        "write it as CCYY-MM-DD, 2020-01-03",
    )
    return replace(article, findings=(*article.findings, found))


def _without_loose_rules(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Rules that part something from something: not the first, the last, or a second one in a row."""
    kept: list[Block] = []
    for block in body:
        if not isinstance(block, Divider) or (kept and not isinstance(kept[-1], Divider)):
            kept.append(block)
    return tuple(kept[:-1] if kept and isinstance(kept[-1], Divider) else kept)


def _in_order(body: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Finding]]:
    """Headings of the body from level 2 down, none deeper than one below the last."""
    above: list[int] = []  # levels, as written, of the headings that the current one stands under
    blocks: list[Block] = []
    found = []
    for block in body:
        if isinstance(block, Heading):
            is_sibling = False  # of a heading that skipped the same levels, and was told
            while above and above[-1] >= block.level:
                is_sibling = above.pop() == block.level
            if block.level > (above[-1] if above else 1) + 1 and not is_sibling:
                found.append(_skipped(block, above))
            above.append(block.level)
            block = replace(block, level=min(6, len(above) + 1))
        blocks.append(block)
    return tuple(blocks), found


def _skipped(block: Heading, above: list[int]) -> Finding:
    parent = above[-1] if above else 1
    message = f"heading of level {block.level} under one of level {parent}: “{shortened(plain(block.text), 60)}”"
    return Finding("heading-skipped", message, block.at, f"make it level {parent + 1}")
