"""Braille: an article as braille pages. The one outside thing is liblouis.

``outline`` says what is set and where, after Braille Formats 2016 (BANA); ``scribe`` puts print into cells, by the
tables that ``codes`` names; ``sheets`` sets cells in lines and pages. Emphasis, links and the expansions of
abbreviations are not shown: the program takes plain text.
"""

from collections.abc import Set

from accessnews.formats.brf import louis, sheets
from accessnews.formats.brf.letters import Louis
from accessnews.formats.brf.outline import outline
from accessnews.formats.brf.scribe import Scribe, passage
from accessnews.model.alt import DescribedArticle


def brf(article: DescribedArticle, present: Set[str], translate: Louis = louis.translate) -> bytes:
    """An article as a Braille Ready Format file.

    ``present`` holds the ids of the figures whose pictures are in the edition; ``translate`` is liblouis. Raises
    UsageError where the article's language has no code or liblouis is not there.
    """
    scribe = Scribe(article.lang, translate)
    items = list(outline(article, present))
    cells = scribe.cells([item.passage for item in items])
    pages = list(sheets.pages(zip((item.shape for item in items), cells, strict=True)))
    numbers = scribe.cells([passage(str(number)) for number in range(1, len(pages) + 1)])
    return sheets.file(pages, numbers)
