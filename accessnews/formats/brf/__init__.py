"""The edition as one Braille Ready Format file, for embossers, notetakers and braille displays.

``layout`` says what is set and where, after Braille Formats 2016 (BANA); ``translate`` puts print into cells, by the
tables that ``codes`` names; ``pages`` sets cells in lines and pages. The one outside thing is liblouis. Emphasis,
links and the expansions of abbreviations are not shown: the program takes plain text.
"""

from collections.abc import Iterator, Set

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.formats.brf import louis, pages
from accessnews.formats.brf.codes import code
from accessnews.formats.brf.layout import layout
from accessnews.formats.brf.letters import Louis
from accessnews.formats.brf.translate import Translator, print_text
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import Article
from accessnews.model.errors import AccessNewsError, UsageError

# IANA has no type for braille. This one is what download sites and converters use; text/plain would have browsers
# show the file as the gibberish that braille ASCII is to the eye, and screen readers read it out.
MEDIA_TYPE = "application/x-brf"


def ready(article: Article) -> None:
    """Raises UsageError where liblouis is not there, AccessNewsError where the language has no code."""
    louis.program()
    try:
        code(article.lang)
    except UsageError as error:
        raise AccessNewsError(error.message, article.at, f"{error.hint}; all else is made without brf") from error


def write(edition: Edition) -> Iterator[Artifact]:
    data = brf(edition.article, edition.photos.keys())
    yield Artifact(f"{edition.slug}.brf", MEDIA_TYPE, data, offer="braille", form="BRF")


def brf(article: DescribedArticle, present: Set[str], translate: Louis = louis.translate) -> bytes:
    """An article as a Braille Ready Format file.

    ``present`` holds the ids of the figures whose pictures are in the edition; ``translate`` is liblouis. Raises
    UsageError where the article's language has no code or liblouis is not there.
    """
    translator = Translator(article.lang, translate)
    paragraphs = list(layout(article, present))
    cells = translator.cells([paragraph.printed for paragraph in paragraphs])
    shapes = (paragraph.shape for paragraph in paragraphs)
    sheets = list(pages.pages(zip(shapes, cells, strict=True)))
    numbers = translator.cells([print_text(str(number)) for number in range(1, len(sheets) + 1)])
    return pages.file(sheets, numbers)


FORMAT = Format(write, ready=ready)
