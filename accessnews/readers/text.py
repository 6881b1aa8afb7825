"""Plain text: wire copy and picture galleries. Captions are the paragraphs that end in a credit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from accessnews.model.article import Article, Block, Divider, Figure, Heading, ListBlock, Paragraph
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.readers._frontmatter import covered, headed, opened, split
from accessnews.readers._news.agate import agate
from accessnews.readers._news.desk import without_desk_matter
from accessnews.readers._news.deskfindings import left_out
from accessnews.readers._news.loosehtml import without_html
from accessnews.readers._news.masthead import byline, calendar_date, date_line, parted_date_line
from accessnews.readers._news.outline import dated, finish
from accessnews.readers._news.paragraphs import BULLET, DATELINE, Piece, pieces
from accessnews.readers._news.wire import KICKERS, is_end, is_slug, typeset, unmarked
from accessnews.text.credits.captions import Certainty, credit_alone, ends_in_credit
from accessnews.text.decode import open_source
from accessnews.text.unicode import as_text, has_words, line

SUFFIXES = (".txt",)

_DATED = re.compile(
    r"(?:date[:\s]\s*(?P<date>\d{4}-\d{1,2}-\d{1,2}|\S+)|(?P<iso>\d{4}-\d\d-\d\d))[\s|:–—-]+(?=\S)", re.IGNORECASE
)
_DATE_ALONE = re.compile(r"date[:\s]\s*\d[\w./-]*", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
_STOPPED = re.compile(r"[.:;,…][\"'”’»]?$")
_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body)\b", re.IGNORECASE)
_LONGEST_TITLE = 200  # characters
_GALLERY = 3  # captions beside which a paragraph that an agency has signed is one, too
_LONGEST_HEADING = 80  # characters


def read(source: Path) -> Article:
    """The story in the text file ``source``. Raises AccessNewsError for what is no story in plain text."""
    story = open_source(source)
    if _HTML.match(story.text):
        raise AccessNewsError("this is HTML, not plain text", story.at(1), "name the file .html")
    front = split(story.text, source)
    article = headed(Article("", (), story.at(0), source, story.sha256, findings=story.findings), front)
    text, markup = without_html(front.body, front.first, str(source))
    copy = without_desk_matter(text, front.first, str(source))
    findings = (*article.findings, *markup, *copy.findings)
    article = replace(article, embargo=article.embargo or copy.embargo, findings=findings)
    head = _head(pieces(copy.text, front.first), bool(article.title))
    article = _titled(article, head)
    captions = _captions(head.rest, is_opened=bool(article.title))
    body = tuple(_blocks(head.rest, captions, str(source)))
    findings = article.findings if any(captions) else (*article.findings, *_uncredited(head.rest, str(source)))
    return opened(finish(covered(replace(article, body=body, findings=findings), front)), front)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the story. ``date`` is as written."""

    rest: list[Piece]
    title: Piece | None = None
    kicker: str = ""
    date: Piece | None = None
    slugs: tuple[Piece, ...] = ()


def _head(all_pieces: list[Piece], is_titled: bool) -> _Head:
    """The head lines, taken from the first pieces; at least one piece is left for the story."""
    slugs = tuple(takewhile(lambda piece: is_slug(unmarked(piece.text)), all_pieces[:-1]))
    if all_pieces and not is_titled and not _is_title(all_pieces[len(slugs)]):
        slugs = slugs[:-1]  # a headline of one word: "Re-entry"
    rest = all_pieces[len(slugs) :]
    head = _Head(rest, slugs=slugs)
    if len(rest) > 1 and (_DATE_ALONE.fullmatch(rest[0].text) or _is_date_above_title(rest)):
        head = replace(head, date=rest[0], rest=rest[1:])
    if not is_titled and len(head.rest) > 1 and (written := _DATED.match(head.rest[0].text)):
        first = head.rest[0]
        day = replace(first, text=written["date"] or written["iso"])
        title = replace(first, text=first.text[written.end() :])
        return replace(head, date=day, title=title, rest=head.rest[1:])
    if len(head.rest) > 2 and line(head.rest[0].text).casefold().rstrip(":") in KICKERS:
        head = replace(head, kicker=line(head.rest[0].text).rstrip(":"), rest=head.rest[1:])
    if not is_titled and len(head.rest) > 1 and _is_title(head.rest[0]):
        head = replace(head, title=head.rest[0], rest=head.rest[1:])
    return head


def _is_date_above_title(rest: list[Piece]) -> bool:
    return bool(date_line(rest[0].text)) and len(rest) > 2 and _is_title(rest[1])


def _is_title(piece: Piece) -> bool:
    text = unmarked(piece.text)
    if not has_words(text) or len(text) > _LONGEST_TITLE or BULLET.match(text):
        return False
    if piece.underlined:
        return True
    told = (
        _STOPPED.search(text)
        or DATELINE.match(text)
        or (_is_bracketed(text) and ends_in_credit(text) >= Certainty.MAYBE)
        or byline(text)
        or date_line(text) is not None
    )
    return not told


def _is_bracketed(text: str) -> bool:
    """Whether ``text`` ends in brackets. "In Pictures: Rome" ends in no credit where it opens a file."""
    return text.rstrip(" .")[-1:] in ("]", ")")


def _titled(article: Article, head: _Head) -> Article:
    path = str(article.path)
    if head.title:
        title = line(typeset(unmarked(head.title.text)))
        article = replace(article, title=title, at=Place(path, head.title.line))
    article = replace(article, kicker=article.kicker or head.kicker)
    if head.date:
        day = re.sub(r"(?i)^date[:\s]\s*", "", head.date.text)
        place, day = parted_date_line(day)
        article = dated(article, day, Place(path, head.date.line), calendar_date(day))
        article = replace(article, dateline=article.dateline or place)
    slugs = tuple(left_out(piece.text, 0, Place(path, piece.line)) for piece in head.slugs)
    return replace(article, findings=(*article.findings, *slugs))


def _captions(all_pieces: list[Piece], is_opened: bool) -> list[bool]:
    """Which of the pieces are captions; in a gallery the less certain ones, too.

    ``is_opened``: a headline stands above them.
    """
    certainties = [ends_in_credit(piece.text) for piece in all_pieces]
    if certainties and not is_opened and not _is_bracketed(all_pieces[0].text):
        certainties[0] = Certainty.NO
    credited = sum(map(bool, certainties))
    is_signed = bool(certainties) and certainties[-1] < min(filter(None, certainties[:-1]), default=Certainty.NO)
    sure = certainties.count(Certainty.SURE)
    is_gallery = credited > 1 and 2 * credited > len(all_pieces) and not (is_signed and sure < _GALLERY)
    return [certainty >= (Certainty.WEAK if is_gallery else Certainty.SURE) for certainty in certainties]


def _uncredited(all_pieces: list[Piece], path: str) -> list[Finding]:
    """The finding that a story looks like a gallery whose credits nobody knows."""
    bracketed = [piece for piece in all_pieces if _is_bracketed(piece.text)]
    if len(bracketed) < 2 or 2 * len(bracketed) <= len(all_pieces):
        return []
    message = f"{len(bracketed)} of {len(all_pieces)} paragraphs end in brackets, and none in a credit known here"
    hint = "name the agency in brackets as “[Reuters]” or “(Ann Roe/Reuters)”, or write “(Photo: Ann Roe)”"
    return [Finding("credit-unknown", message, Place(path, bracketed[0].line), hint)]


def _blocks(all_pieces: list[Piece], captions: list[bool], path: str) -> Iterator[Block]:
    """The story's blocks, in order; ``captions`` says which pieces are captions."""
    index, begun = 0, False
    while index < len(all_pieces):
        piece = all_pieces[index]
        below = all_pieces[index + 1] if index + 1 < len(all_pieces) else None
        at = Place(path, piece.line)
        index += 1
        if items := _items(all_pieces, index - 1):
            index += len(items) - 1
            yield _list(items, path)
        elif table := agate(all_pieces, index - 1, path):
            index += table[1] - 1
            yield table[0]
        elif captions[index - 1]:
            yield Figure(None, as_text(typeset(piece.text)), at)
        elif below and not piece.alone and below.line == piece.line + 1 and credit_alone(below.text):
            index += 1
            yield Figure(None, as_text(typeset(f"{piece.text} {below.text}")), at)
        elif not has_words(piece.text) or is_end(piece.text):
            if begun and below and not is_end(piece.text):
                yield Divider(at)
        elif begun and _is_heading(piece, below):
            yield Heading(as_text(typeset(piece.text)), 2, at)
        else:
            yield Paragraph(as_text(typeset(unmarked(piece.text))), at)
        begun = True


def _is_heading(piece: Piece, below: Piece | None) -> bool:
    """A short line without a full stop, on its own, above a paragraph; or one that is underlined or all capitals."""
    text = piece.text
    if not below or not has_words(text) or len(text) > _LONGEST_HEADING or len(text.split()) > 12:
        return False
    if piece.underlined:
        return True
    if byline(text) or date_line(text) is not None or re.search(r"[.!?:;,…][\"'”’»)]?$|[\"”»]$", text):
        return False
    if text.isupper() and sum(map(str.isalpha, text)) > 3:
        return not credit_alone(text)
    starts = next((letter for letter in text if letter.isalnum()), "")
    return piece.alone and not starts.islower() and (len(below.text) > _LONGEST_HEADING or _is_said(below.text))


def _is_said(text: str) -> bool:
    return bool(re.search(r"[.!?…。！？؟][\"'”’»)\]]*$", text))


def _items(all_pieces: list[Piece], start: int) -> list[tuple[Piece, str]]:
    """The list that begins at ``start``: pieces with their text behind bullet or number; two at least make a list."""
    for mark in (BULLET, _NUMBERED):
        items: list[tuple[Piece, str]] = []
        for piece in (all_pieces[index] for index in range(start, len(all_pieces))):
            match = mark.match(piece.text)
            if not match or ends_in_credit(piece.text) >= Certainty.MAYBE:
                break
            items.append((piece, piece.text[match.end() :]))
        if len(items) > 1:
            return items
    return []


def _list(items: list[tuple[Piece, str]], path: str) -> ListBlock:
    number = _NUMBERED.match(items[0][0].text)
    blocks = tuple((Paragraph(as_text(typeset(text)), Place(path, piece.line)),) for piece, text in items)
    numbers = tuple(range(int(number[1]), int(number[1]) + len(blocks))) if number else ()
    return ListBlock(blocks, Place(path, items[0][0].line), numbers)
