"""An article as lines of text, to compare and to look at."""

from collections.abc import Iterator

from accessnews.model.article import (
    Article,
    Block,
    Callout,
    Code,
    Divider,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
    Text,
)


def printed(article: Article) -> str:
    """Line in the source, kind, words with their marks; findings last."""
    return "\n".join(_article(article)) + "\n"


def body(article: Article) -> list[str]:
    """The printed blocks of an article."""
    return list(_blocks(article.body))


def codes(article: Article) -> list[str]:
    return [finding.code for finding in article.findings]


def _article(article: Article) -> Iterator[str]:
    yield f"{article.at.line} title: {article.title}"
    for name in ("kicker", "byline", "date", "lang", "dateline", "summary"):
        value = getattr(article, name)
        if value:
            yield f"- {name}: {'; '.join(value) if name == 'byline' else value}"
    yield from _blocks(article.body)
    for note in article.notes:
        yield f"{note.at.line} note {note.label}"
        yield from _blocks(note.blocks, "  ")
    for finding in article.findings:
        yield f"! {finding.at.line} {finding.code}: {finding.message}"


def _blocks(blocks: tuple[Block, ...], indent: str = "") -> Iterator[str]:
    for block in blocks:
        yield from (f"{indent}{line}" for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    line = block.at.line
    match block:
        case Heading():
            yield f"{line} h{block.level}: {marked(block.text)}"
        case Paragraph():
            yield f"{line} p: {marked(block.text)}"
        case Code():
            yield f"{line} code {block.language}: {block.text!r}"
        case Divider():
            yield f"{line} rule"
        case Figure():
            alt = "decorative" if block.decorative else f"alt={block.author_alt!r}"
            yield f"{line} figure {block.src} {alt} credit={block.credit!r}: {marked(block.caption)}"
        case Quote():
            yield f"{line} quote"
            yield from _blocks(block.blocks, "  ")
        case Callout():
            yield f"{line} {block.kind}: {marked(block.title)}".rstrip()
            yield from _blocks(block.blocks, "  ")
        case ListBlock():
            yield f"{line} list{f' from {block.numbers[0]}' if block.numbers else ''}"
            for item in block.items:
                yield "  item"
                yield from _blocks(item, "    ")
        case Table():
            yield f"{line} table {marked(block.caption)}".rstrip()
            yield "  " + " | ".join(map(marked, block.header))
            yield from (f"  {row.at.line} " + " | ".join(map(marked, row.cells)) for row in block.rows)


def marked(text: Text) -> str:
    """A text with its marks, as nearly like Markdown as it goes."""
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    text = run.text.replace("\n", " / ")
    text = f"`{text}`" if run.code else text
    text = {"sup": f"^{text}^", "sub": f"~{text}~"}.get(run.script, text)
    text = f"{{{text} read {run.ruby}}}" if run.ruby else text
    text = f"~~{text}~~" if run.deleted else text
    text = f"=={text}==" if run.highlighted else text
    text = f"${text}$" if run.formula else text
    text = f"*{text}*" if run.em else text
    text = f"**{text}**" if run.strong else text
    text = f"[{text}]({run.href})" if run.href else text
    text = f"{{{run.lang}: {text}}}" if run.lang else text
    text = f"{{{text} = {run.title}}}" if run.title else text
    return f"[^{run.note}]" if run.note else text
