"""DOCX: what Word, Google Docs and LibreOffice save (ECMA-376, ISO/IEC 29500), by way of mammoth's HTML.

Accepted text is the story: what a tracked change deletes, what is hidden and what the desk's comments say stays in
the file, and a finding tells it.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from accessnews.model.article import Article, Block, Note
from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._news.captions import captioned
from accessnews.readers._news.outline import finish

SUFFIXES = (".docx",)


def read(source: Path) -> Article:
    """The story in the word processor's file ``source``, its pictures unpacked.

    Raises AccessNewsError where the file is damaged, protected by a password, or holds more than a story can.
    """
    from accessnews.readers.docx.conversion import converted
    from accessnews.readers.docx.package import opened
    from accessnews.readers.docx.preparing import prepared

    package = opened(source)
    document = prepared(package)
    page = converted(package, document)
    labels = [note.label for note in page.notes]
    body, losses = _blocks(page.html, source, document.lang, labels)
    findings = [*document.findings, *page.findings, *losses]
    notes = []
    for note in page.notes:
        blocks, losses = _blocks(note.html, source, document.lang, labels)
        notes.append(Note(note.label, blocks, Place(str(source))))
        findings += losses
    article = Article(
        page.title,
        captioned(body),
        Place(str(source)),
        source,
        package.sha256,
        document.lang,
        notes=tuple(notes),
        findings=tuple(findings),
        pictures=page.pictures,
    )
    return finish(replace(article, findings=tuple(dict.fromkeys(article.findings))))


def _blocks(
    html: str, source: Path, lang: str, labels: Collection[str]
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    from accessnews.readers._html.blocks import blocks_of
    from accessnews.readers._html.sanitize import body_of, sanitize, tree_of

    tree = body_of(tree_of(html, source))
    return blocks_of(sanitize(tree, source, made_here=True), str(source), lang, labels, 0)
