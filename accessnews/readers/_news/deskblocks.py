"""Desk matter among the blocks of a story: what press releases and feeds have around it, in any format."""

from collections.abc import Iterator
from dataclasses import replace

from accessnews.model.article import Article, Block, Heading, Paragraph, plain, walk
from accessnews.model.findings import Finding
from accessnews.readers._news import deskwords as words
from accessnews.readers._news.deskfindings import kept_below, left_out, unclear_embargo
from accessnews.readers._news.embargo import embargo
from accessnews.text.unicode import line

_HEAD = 5  # blocks above which nothing of the story stands in between
_NEAR = 4  # blocks below a contact's label in which somebody can be reached


def without_desk_matter(article: Article) -> Article:
    """``article`` without what press offices and agencies put around it, as far as it stands in blocks of its own."""
    sheet = _MarkedBlocks(article.body)
    _take_head(sheet)
    _take_end(sheet)
    if not (sheet.runs or sheet.findings):
        return article
    body = tuple(block for number, block in enumerate(article.body) if number not in sheet.taken)
    findings = (*article.findings, *sheet.parts(), *sheet.findings)
    return replace(article, body=body, findings=findings, embargo=article.embargo or sheet.embargo)


class _MarkedBlocks:
    """The blocks of a story, and which are taken off."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        self.texts = [_text(block) for block in blocks]
        self.taken: set[int] = set()
        self.runs: list[range] = []
        self.findings: list[Finding] = []
        self.is_release = False
        self.is_over = False  # an end mark has been met
        self.embargo = ""

    def take(self, start: int, stop: int = 0) -> None:
        run = range(start, stop or start + 1)
        self.runs.append(run)
        self.taken.update(run)

    def parts(self) -> Iterator[Finding]:
        for run in self.runs:
            worded = [number for number in run if self.texts[number]]
            yield left_out(self.texts[run[0]], len(worded) - 1, self.blocks[run[0]].at, "paragraph")

    def section(self, start: int) -> int:
        """Where what ``start`` opens ends: for a heading the next one that is no smaller, else the story's end."""
        heading = self.blocks[start]
        if not isinstance(heading, Heading):
            return len(self.blocks)
        below = enumerate(self.blocks[start + 1 :], start + 1)
        ends = (n for n, block in below if isinstance(block, Heading) and block.level <= heading.level)
        return next(ends, len(self.blocks))


def _text(block: Block) -> str:
    """The words of a block, and of what is in it."""
    return line(" ".join(plain(part.text) for part in walk((block,)) if isinstance(part, Heading | Paragraph)))


def _take_head(sheet: _MarkedBlocks) -> None:
    worded = [number for number, text in enumerate(sheet.texts) if text]
    for number in worded[: min(_HEAD, len(worded) - 1)]:
        text = words.bare(sheet.texts[number])
        held = embargo(text)
        if held and not (held.moment or held.is_over):
            sheet.findings.append(unclear_embargo(text, held, sheet.blocks[number].at))
        if held and held.is_sure:
            sheet.embargo = sheet.embargo or held.moment
            sheet.take(number)
        elif words.form("release").fullmatch(text):
            sheet.is_release = True
            sheet.take(number)
        elif words.is_of_form("advisory", sheet.texts[number]):
            sheet.take(number)


def _take_end(sheet: _MarkedBlocks) -> None:
    """The end mark and all below it, notes to editors, contacts, and lines that promise more."""
    opened = 0  # blocks with words that are the story's
    for number, text in enumerate(sheet.texts):
        if number in sheet.taken or not text:
            continue
        if opened and _opens_tail(sheet, number):
            sheet.take(number, sheet.section(number))
        elif opened and (words.is_of_form("more", text) or words.form("offer").fullmatch(text)):
            sheet.take(number)
        elif opened and words.is_end(text):
            _end(sheet, number)
        elif opened and _is_contact(sheet, number):
            sheet.take(number, _contact_end(sheet, number))
        else:
            opened += isinstance(sheet.blocks[number], Paragraph)


def _opens_tail(sheet: _MarkedBlocks, number: int) -> bool:
    return isinstance(sheet.blocks[number], Paragraph | Heading) and words.is_tail(words.bare(sheet.texts[number]))


def _end(sheet: _MarkedBlocks, number: int) -> None:
    """Take an end mark and what stands below the first, unless that is more than the story."""
    mark, is_first = sheet.texts[number], not sheet.is_over
    sheet.take(number)
    sheet.is_release = True  # whom to ring up is told below it
    if not is_first or words.HASHES.fullmatch(mark):
        return
    sheet.is_over = True
    above, below = (sum(map(len, texts)) for texts in (sheet.texts[:number], sheet.texts[number + 1 :]))
    if below > above:
        sheet.findings.append(kept_below(mark, sheet.blocks[number].at))
    elif below:
        sheet.take(number + 1, len(sheet.texts))


def _is_contact(sheet: _MarkedBlocks, number: int) -> bool:
    """Whether a block says whom newsrooms may ring up, and it or the next ones how."""
    text = words.bare(sheet.texts[number])
    named = words.form("contact").fullmatch(text) or (sheet.is_release and words.form("in-release").fullmatch(text))
    near = sheet.texts[number : min(number + _NEAR, sheet.section(number))]
    return bool(named) and any(map(words.DETAIL.search, near))


def _contact_end(sheet: _MarkedBlocks, number: int) -> int:
    if isinstance(sheet.blocks[number], Heading):
        return sheet.section(number)
    end = number + 1
    while end < len(sheet.texts) and not isinstance(sheet.blocks[end], Heading) and words.is_detail(sheet.texts[end]):
        end += 1
    return end
