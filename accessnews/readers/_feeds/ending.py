"""Marks that an agency puts behind a story: its own name, initials of those who worked on it, the word end."""

import re
from dataclasses import replace

from accessnews.model.article import Article, Paragraph, plain
from accessnews.model.findings import Finding
from accessnews.text.unicode import line

_MARKS = 2  # paragraphs at the end that may be marks
_MARK = re.compile(
    r"""
      /[^\W\d_][\w .-]{0,20}/                                   # /ritzau/
    | \([A-Z]\w{1,20}\)                                        # (BusinessDesk)
    | [A-Z]{2,6}(?:[ ][A-Z]{2,6}){0,2}                          # AAP RTV
      (?:[ ][a-z]{1,4}(?:/[a-z]{1,4}){0,3})?                    # jd/ab
    | [a-z]{1,5}(?:-[a-z]{1,5})?(?:/[a-z]{1,5}(?:-[a-z]{1,5})?){1,4}   # ab-cd/ef
    | (?i:[-–—*\s]{0,4}(?:ends?|fin|ende|slutt?|eind)[-–—*.\s]{0,4})
    """,
    re.VERBOSE,
)


def without_marks(article: Article) -> Article:
    """``article`` without the marks that end it, each with a finding. What is alone is no mark."""
    for _ in range(_MARKS):
        last = article.body[-1] if len(article.body) > 1 else None
        if not isinstance(last, Paragraph) or not _MARK.fullmatch(line(plain(last.text))):
            break
        message = f"a mark of the end is left out: “{line(plain(last.text))}”"
        found = Finding("desk-matter", message, last.at, "if it is the story's, make a sentence of it")
        article = replace(article, body=article.body[:-1], findings=(*article.findings, found))
    return article
