"""Marks that an agency puts behind a story: its own name, initials of those who worked on it, the word end."""

import re
from dataclasses import replace

from accessnews.model.article import Article, Figure, Paragraph, Table, cut, plain
from accessnews.model.findings import Finding
from accessnews.readers._news import deskwords
from accessnews.text.unicode import line, shortened

_MARKS = 4  # paragraphs at the end that may be marks
_INDEX = 120  # characters of a list of companies
_MARK = re.compile(
    r"""
      /[^\W\d_][\w .-]{0,20}/                                   # /ritzau/
    | \([A-Z]\w{1,20}\)                                        # (BusinessDesk)
    | \(?(?:©|\([cC]\))\s?[\w .&-]{2,40}\)?                     # (©NTB)
    | [A-Z]{2,6}(?:[ ][A-Z]{2,6}){0,2}                          # AAP RTV
      (?:[ ][a-z]{1,4}(?:/[a-z]{1,4}){0,3})?                    # jd/ab
    | [a-z]{1,5}(?:-[a-z]{1,5})?(?:/[a-z]{1,5}(?:-[a-z]{1,5})?){1,4}   # ab-cd/ef
    | [A-Z]{2,4}(?:[-/][A-Z]{2,4}){1,4}/?(?:[ ][A-Z0-9]{2,6}){0,4}     # YAB-CD/ S0A QBXB
    | [A-Z]{2,6}\d{2,6}[ ]\d{4}-\d\d-\d\d(?:/[\d:.]{4,8})?         # APA0123 2026-03-09/10:11
    | \d{6,10}                                                  # a number by which it is indexed
    | (?i:[-–—*\s]{0,4}(?:ends?|fin|ende|slutt?|eind)[-–—*.\s]{0,4})
    """,
    re.VERBOSE,
)


def without_marks(article: Article) -> Article:
    """``article`` without the marks that end it, each with a finding. What is alone is no mark."""
    for _ in range(_MARKS):
        last = article.body[-1] if len(article.body) > 1 else None
        if not isinstance(last, Paragraph) or not (_is_mark(_line(last)) or _lists_companies(article, last)):
            break
        article = replace(article, body=article.body[:-1], findings=(*article.findings, _left_out(last, 0)))
    return _unsigned(article)


def _lists_companies(article: Article, last: Paragraph) -> bool:
    """Whether a last line in capitals, below the initials of editors, only says which companies are named."""
    above = article.body[-2]
    return (
        _line(last).isupper()
        and len(_line(last)) <= _INDEX
        and isinstance(above, Paragraph)
        and _is_mark(_line(above))
    )


def _unsigned(article: Article) -> Article:
    """``article`` without initials behind its last sentence; tables and pictures may stand below it."""
    number = next(
        (n for n in range(len(article.body) - 1, -1, -1) if not isinstance(article.body[n], Table | Figure)), 0
    )
    last = article.body[number] if article.body else None
    start = deskwords.signature_start(plain(last.text)) if isinstance(last, Paragraph) else -1
    if start < 0 or not isinstance(last, Paragraph):
        return article
    shorter = replace(last, text=cut(last.text, 0, start))
    body = (*article.body[:number], shorter, *article.body[number + 1 :])
    return replace(article, body=body, findings=(*article.findings, _left_out(last, start)))


def _line(block: Paragraph) -> str:
    return line(plain(block.text))


def _is_mark(text: str) -> bool:
    return bool(_MARK.fullmatch(text)) or any(form.fullmatch(text) for form in deskwords.FOOT)


def _left_out(block: Paragraph, start: int) -> Finding:
    words = shortened(line(plain(block.text)[start:]), 60)
    message = f"a mark of the end is left out: “{words}”"
    return Finding("desk-matter", message, block.at, "if it is the story's, make a sentence of it")
