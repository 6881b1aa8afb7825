"""Footnotes of pages become notes of the story, whoever wrote the page."""

from collections.abc import Callable

import pytest

from accessnews.model.article import Article, Paragraph
from tests.readers.printing import body, marked

Story = Callable[[str, str], Article]


def notes(article: Article) -> list[tuple[str, str]]:
    texts = [[block.text for block in note.blocks if isinstance(block, Paragraph)] for note in article.notes]
    return [(note.label, " / ".join(map(marked, text))) for note, text in zip(article.notes, texts, strict=True)]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup id=r1><a href='#n1'>1</a></sup>", "<ol><li id=n1>A sailor. <a href='#r1'>↩</a></li></ol>"),
        ("<sup><a href='#n1'>1</a></sup>", "<h2>Notes</h2><ol><li id=n1>A sailor.</li></ol>"),
        (
            "<sup><a href='#ftnt1' id=ftnt_ref1>[1]</a></sup>",
            "<div><p><a href='#ftnt_ref1' id=ftnt1>[1]</a> A sailor.</p></div>",
        ),
        (
            "<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
            "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> A sailor.</p></div>",
        ),
        (
            "<a class=footnote-anchor id=a-1 href='#f-1'>1</a>",
            "<div class=footnote><a id=f-1 href='#a-1'>1</a><div><p>A sailor.</p></div></div>",
        ),
        ("<a href='#note-1'><sup>*</sup></a>", "<p id=note-1>* A sailor.</p>"),
        (
            "<sup id=cite_ref-1><a href='#cite_note-1'>[1]</a></sup>",
            "<ol><li id=cite_note-1><b><a href='#cite_ref-1'>^</a></b> <span>A sailor.</span></li></ol>",
        ),
    ],
)
def test_notes_are_known_by_their_links(story: Story, mark: str, note: str) -> None:
    article = story("a.html", f"<h1>Harbour</h1><p>It sank{mark}.</p>{note}<p>It was raised.</p>")
    assert [line.split(": ", 1)[1] for line in body(article)] == ["It sank[^1].", "It was raised."]
    assert notes(article) == [("1", "A sailor.")]


def test_a_note_that_is_referred_to_twice_is_told_once(story: Story) -> None:
    mark = "<sup><a href='#n1'>1</a></sup>"
    article = story("a.html", f"<h1>Harbour</h1><p>One{mark} and two{mark}.</p><ol><li id=n1>Leaf 4.</li></ol>")
    assert body(article) == ["1 p: One[^1] and two[^1]."]
    assert notes(article) == [("1", "Leaf 4.")]


def test_a_note_may_refer_to_another(story: Story) -> None:
    text = "<p>One<sup><a href='#n1'>1</a></sup>.</p>"
    text += "<ol><li id=n1>See<sup><a href='#n2'>2</a></sup>.</li><li id=n2>Here.</li></ol>"
    assert notes(story("a.html", f"<h1>Harbour</h1>{text}")) == [("1", "See[^2]."), ("2", "Here.")]


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Go to <a href='#top'>a</a> or <a href='#2'>2</a>.</p><p id=2>The second.</p>",  # not raised, no way back
        "<p>Back to<sup><a href='#n1'>1</a></sup>.</p>",  # leads nowhere
    ],
)
def test_other_links_within_a_page_are_no_notes(story: Story, inside: str) -> None:
    article = story("a.html", f"<h1>Harbour</h1>{inside}")
    assert not article.notes
    assert len(article.body) == inside.count("<p")
