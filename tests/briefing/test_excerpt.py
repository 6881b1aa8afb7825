"""A story's beginning ends behind a whole thought."""

from collections.abc import Callable
from pathlib import Path

import pytest

from accessnews.alttext import describe_article
from accessnews.briefing.excerpt import Opening, opening
from accessnews.model.article import Paragraph, numbered, plain, walk
from accessnews.model.settings import DISTINCT
from accessnews.readers import in_language, read

Write = Callable[[str, str], Path]


@pytest.fixture
def beginning(write: Write) -> Callable[..., Opening]:
    """The opening of a Markdown story with a text below its headline."""

    def opener(text: str, pictures: bool = False) -> Opening:
        article = numbered(in_language(read(write("story.md", f"# Harbour\n\n{text}\n")), "en"))
        return opening(describe_article(article, DISTINCT, None, False), "en", pictures)

    return opener


def words(cut: Opening, sentences: int) -> list[str]:
    return [plain(block.text) for block in walk(cut.first(sentences)) if isinstance(block, Paragraph)]


def test_sentences_are_told_from_the_top(beginning: Callable[..., Opening]) -> None:
    cut = beginning("Boats left. Nets were dry.\n\nRain came.")
    assert cut.lengths == (1, 2, 3)
    assert words(cut, 1) == ["Boats left."]
    assert words(cut, 2) == ["Boats left. Nets were dry."]
    assert words(cut, 3) == ["Boats left. Nets were dry.", "Rain came."]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("“It is late. We wait,” said Ada Kerr. Rain fell.", (2, 3)),  # not inside a quotation
        ("“We will wait for the boats.” Ada Kerr, the pilot, said so twice.", (2,)),  # nor before its speaker
        ("Ada Kerr spoke first. “We wait.” Rain fell.", (1, 2, 3)),  # who said it stands before
        ('"We wait," said Ada Kerr. "It is late. Nobody came." Rain fell.', (1, 3, 4)),
        ("The order is this: boats first.\n\nThree things changed:\n\n- nets\n- ropes\n\nRain fell.", (1, 3, 4)),
        ("“It is late.\n\n“We wait,” said Ada Kerr.\n\nRain fell.", (2, 3)),  # a quotation of two paragraphs
        ("„Wir warten“, sagte Ada Kerr. Es regnet.", (1, 2)),
        ("« Nous attendons. Il pleut », dit Ada Kerr. Rien.", (2, 3)),
    ],
)
def test_no_excerpt_ends_in_half_a_thought(
    beginning: Callable[..., Opening], text: str, lengths: tuple[int, ...]
) -> None:
    assert beginning(text).lengths == lengths


def test_a_beginning_ends_at_the_first_heading_or_table(beginning: Callable[..., Opening]) -> None:
    assert words(beginning("Boats left.\n\n## Later\n\nRain came."), 9) == ["Boats left."]
    assert words(beginning("Boats left.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nRain came."), 9) == ["Boats left."]


def test_pictures_are_told_where_they_are_asked_for(beginning: Callable[..., Opening]) -> None:
    text = '![](pier.jpg "Boats lie at the pier. [AP]")\n\nBoats left. Rain came.\n\n![](b.jpg "A gull.")'
    assert [type(block).__name__ for block in beginning(text).first(1)] == ["Paragraph"]
    assert [type(block).__name__ for block in beginning(text, True).first(1)] == ["Figure", "Paragraph"]
    assert [type(block).__name__ for block in beginning(text, True).first(2)] == ["Figure", "Paragraph", "Figure"]


def test_a_story_of_pictures_is_told_by_its_captions(beginning: Callable[..., Opening]) -> None:
    text = '![](a.jpg "Boats lie at the pier. [AP]")\n\n![](b.jpg "A gull sits on a mast. [AP]")'
    assert words(beginning(text), 1) == ["Boats lie at the pier."]


def test_a_list_is_told_whole(beginning: Callable[..., Opening]) -> None:
    cut = beginning("Boats left.\n\n- nets. All of them\n- ropes\n\nRain came.")
    assert cut.lengths == (1, 2, 3)
    assert words(cut, 2) == ["Boats left.", "nets. All of them", "ropes"]
