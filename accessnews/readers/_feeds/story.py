"""From an item of a feed to the article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from accessnews.model.article import Article, Block, Figure, Note, Paragraph, map_figures, placed, plain
from accessnews.model.errors import AccessNewsError
from accessnews.model.findings import Finding
from accessnews.readers._feeds.codes import without_codes
from accessnews.readers._feeds.ending import without_marks
from accessnews.readers._feeds.words import (
    day_in,
    is_initials,
    is_sentence,
    language_in,
    moment_in,
    names_in,
    place_in,
    words_of,
)
from accessnews.readers._news.captions import captioned
from accessnews.readers._news.embargo import not_before
from accessnews.readers._news.outline import dated, finish
from accessnews.text.langtag import canonical
from accessnews.text.unicode import as_text, has_words, line, shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from lxml.html import HtmlElement

    from accessnews.readers._feeds.item import FeedPicture, Item, Markup
    from accessnews.text.decode import Source

_OVER = ("cancel", "withdrawn", "kill", "retracted", "deleted", "stornier")
_HELD = ("withheld", "embargo", "hold")
_NEAR = 3  # paragraphs at the top in which a standfirst may stand once more
_FIRST_WORDS = 60  # characters of what is told


def article_of(item: Item, source: Source, story: Path) -> Article:
    """The article that an item of ``source`` is, which ``story`` names.

    Raises AccessNewsError where it was withdrawn, or has nothing to be told.
    """
    from accessnews.readers._feeds.markup import lifted

    _refuse_withdrawn(item, source)
    body = lifted(item, source) if item.body else None
    article = _headed(item, source, story)
    if body is not None and item.body:
        labels = {label for label, _ in item.notes}
        blocks, losses = _blocks(body, item.body, source, article.lang, labels)
        article = replace(article, body=blocks, findings=(*article.findings, *losses))
        article = _with_notes(article, item, source)
    else:
        article = _summed_up(article, item, source)
    article = without_marks(finish(without_codes(replace(article, body=captioned(article.body)))))
    return _opened(_illustrated(article, item, source), item, source)


def _refuse_withdrawn(item: Item, source: Source) -> None:
    status = line(item.status)
    if any(word in status.lower() for word in _OVER):
        at = source.at(item.line)
        hint = "do not publish it; ask the agency for what stands instead"
        raise AccessNewsError(f"the agency has withdrawn this story: its status is {shortened(status, 40)}", at, hint)


def _headed(item: Item, source: Source, story: Path) -> Article:
    """The article without its body."""
    names = tuple(dict.fromkeys(name for byline in item.bylines for name in names_in(byline)))
    lang = language_in(item.lang)
    article = Article(
        words_of(item.title),
        (),
        source.at(item.title_line or item.line),
        story,
        source.sha256,
        lang,
        names,
        kicker=words_of(item.kicker),
        summary=next(filter(None, map(words_of, (item.summary, *item.decks))), ""),
        dateline=place_in(item.dateline),
        findings=(*source.findings, *item.findings, *_desk_findings(item, source)),
    )
    if item.lang.strip() and not lang and not canonical(item.lang):
        message = f"“{line(item.lang)[:40]}” is no language tag"
        unreadable = Finding("lang-unreadable", message, source.at(item.line), "write en, pt-BR, zh-Hant")
        article = replace(article, findings=(*article.findings, unreadable))
    article = _held(article, item, source)
    if not words_of(item.date):
        return article
    return dated(article, item.date, source.at(item.date_line or item.line), day_in(item.date))


def _desk_findings(item: Item, source: Source) -> Iterable[Finding]:
    """What is for editors, and bylines that name nobody."""
    hint = "it is not for readers; act on it"
    for note in item.desk:
        if words := words_of(note.words):
            message = f"{note.what} is left out: “{shortened(words, _FIRST_WORDS)}”"
            yield Finding("desk-matter", message, source.at(note.line), hint)
    for byline in item.bylines:
        words = words_of(byline)
        if is_initials(words):
            yield Finding("desk-matter", f"initials of editors are left out: “{words}”", source.at(item.line), hint)


def _held(article: Article, item: Item, source: Source) -> Article:
    status = line(item.status)
    is_held = item.is_held or any(word in status.lower() for word in _HELD)
    written = line(item.embargo)
    moment = not_before(moment_in(written))
    if moment:
        return replace(article, embargo=moment)
    if not written and not is_held:
        return article
    message = (
        f"cannot read the embargo “{shortened(written, 60)}”"
        if written
        else f"the story is held ({status or 'embargo'}), and until when is not said"
    )
    hint = "ask the agency when it may go out"
    unreadable = Finding("embargo-unreadable", message, source.at(item.line), hint)
    return replace(article, findings=(*article.findings, unreadable))


def _blocks(
    tree: HtmlElement, markup: Markup, source: Source, lang: str, labels: Collection[str]
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    from accessnews.readers._feeds.markup import blocks_in

    blocks, losses = blocks_in(tree, markup, source.path, lang, labels)
    if not markup.line:
        return blocks, losses
    bare = Article("", blocks, source.at(markup.line), source.path, "", findings=losses)
    here = placed(bare, lambda at: replace(at, line=markup.line))
    return here.body, tuple(dict.fromkeys(here.findings))


def _with_notes(article: Article, item: Item, source: Source) -> Article:
    from accessnews.readers._feeds.markup import tree_in

    notes, findings = [], list(article.findings)
    labels = {label for label, _ in item.notes}
    for label, markup in item.notes:
        blocks, losses = _blocks(tree_in(markup, source.path), markup, source, article.lang, labels)
        notes.append(Note(label, blocks, blocks[0].at if blocks else article.at))
        findings += losses
    return replace(article, notes=tuple(notes), findings=tuple(findings))


def _summed_up(article: Article, item: Item, source: Source) -> Article:
    """A story that is nothing but its summary."""
    at = source.at(item.line)
    message = "the item has no text: its summary stands in for it"
    found = Finding("text-missing", message, at, "ask the agency for the whole text")
    return replace(
        article, body=(Paragraph(as_text(words_of(item.summary)), at),), findings=(*article.findings, found)
    )


def _illustrated(article: Article, item: Item, source: Source) -> Article:
    """``article`` with its pictures: the first above the text, the others behind it, or where the text has them."""
    by_file = {_file_name(file): picture for picture in reversed(item.pictures) for file in picture.files}
    shown: set[FeedPicture] = set()

    def completed(figure: Figure) -> Figure:
        picture = by_file.get(_file_name(figure.src or ""))
        if not picture or picture in shown:
            return _without_echo(figure)
        shown.add(picture)
        told = _figure(picture, source)
        figure = replace(
            figure,
            src=told.src or figure.src,
            renditions=told.renditions,
            caption=figure.caption or told.caption,
            credit=figure.credit or told.credit,
            author_alt=figure.author_alt or told.author_alt,
        )
        return _without_echo(figure)

    article = map_figures(article, completed)
    made = [_figure(picture, source) for picture in item.pictures if picture not in shown]
    has_lead = isinstance(next(iter(article.body), None), Figure) or not made
    return replace(article, body=(*([] if has_lead else made[:1]), *article.body, *made[0 if has_lead else 1 :]))


def _without_echo(figure: Figure) -> Figure:
    """A figure without an alt that a program made of the caption."""
    is_echo = bool(figure.author_alt) and _bare(figure.author_alt or "") == _bare(plain(figure.caption))
    return replace(figure, author_alt=None) if is_echo else figure


def _file_name(address: str) -> str:
    from accessnews.readers._feeds.pictures import file_name

    return file_name(address) or address


def _figure(picture: FeedPicture, source: Source) -> Figure:
    caption = as_text(words_of(picture.caption))
    credit, alt = words_of(picture.credit), words_of(picture.alt)
    src = picture.files[0] if picture.files else "photo"
    figure = Figure(src, caption, source.at(picture.line), credit or None, alt or None, renditions=picture.files[1:])
    return _without_echo(figure)


def _opened(article: Article, item: Item, source: Source) -> Article:
    """``article`` with its standfirst above the story, unless that or the headline says the same already."""
    told = [*item.decks, *(byline for byline in item.bylines if is_sentence(byline))]
    shown = [_bare(article.title), *_top(article)]
    paragraphs = []
    for text in (words_of(each).removeprefix("* ") for each in told):
        if has_words(text) and not any(_says(above, _bare(text)) for above in (*shown, " ".join(shown[1:]))):
            paragraphs.append(Paragraph(as_text(text), source.at(item.line)))
            shown.append(_bare(text))
    return replace(article, body=(*paragraphs, *article.body))


def _says(above: str, text: str) -> bool:
    """Whether words stand in ``above`` already, if need be cut off at their end."""
    return text in above or (len(text) > 80 and text[: len(text) * 4 // 5] in above)


def _top(article: Article) -> list[str]:
    paragraphs = [block for block in article.body if isinstance(block, Paragraph)]
    return [_bare(plain(block.text)) for block in paragraphs[:_NEAR]]


def _bare(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())
