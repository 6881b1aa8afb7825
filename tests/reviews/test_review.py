"""A review finds its picture again by the picture's key: the image and what its caption says."""

import unicodedata
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from accessnews.alttext import describe_article
from accessnews.model.article import Article, Figure, Quote, Run, figures, numbered
from accessnews.model.errors import Place
from accessnews.model.review import Review, keyed


def story(*pictures: tuple[str | None, str]) -> Article:
    """A story of nothing but pictures: image and caption."""
    at = Place("harbour.md", 1)
    body = tuple(
        Figure(image, (Run(caption),), replace(at, line=line)) for line, (image, caption) in enumerate(pictures, 2)
    )
    return Article("Harbour", body, at, Path("harbour.md"), "")


def keys(*pictures: tuple[str | None, str]) -> list[str]:
    return [figure.key for figure in figures(keyed(story(*pictures)))]


def test_a_key_is_the_image_and_eight_digits_of_the_captions_hash() -> None:
    assert keys(("pier.jpg", "Boats at the pier.")) == ["pier.jpg#ef30c5e5"]


def test_a_gallery_that_names_no_files_is_keyed_by_its_captions() -> None:
    one, two = keys((None, "Boats."), (None, "Nets."))
    assert one.startswith("#")
    assert two.startswith("#")
    assert one != two


def test_the_same_picture_with_the_same_caption_takes_turns() -> None:
    first, other, second = keys(("pier.jpg", "Boats."), ("net.jpg", "Boats."), ("pier.jpg", "Boats."))
    assert second == f"{first}-2"
    assert other == first.replace("pier", "net")


def test_twins_of_a_gallery_are_keyed_by_their_number_too() -> None:
    """Nothing but their order tells them apart: when one goes, none of the others may take its review."""
    one, other, net = keys((None, "Boats."), (None, "Boats."), (None, "Nets."))
    assert (one[-5:], other[-5:]) == ("-1of2", "-2of2")
    assert "-" not in net
    assert keys((None, "Boats.")) == [one.removesuffix("-1of2")]


def test_a_key_does_not_depend_on_where_the_picture_stands() -> None:
    assert keys(("a.jpg", "A."), ("b.jpg", "B.")) == keys(("b.jpg", "B."), ("a.jpg", "A."))[::-1]


def test_pictures_inside_other_blocks_have_keys_too() -> None:
    article = story(("pier.jpg", "Boats."))
    quoted = replace(article, body=(Quote(article.body, article.at),))
    assert [figure.key for figure in figures(keyed(quoted))] == keys(("pier.jpg", "Boats."))


def test_another_caption_is_another_key() -> None:
    assert keys(("pier.jpg", "Boats.")) != keys(("pier.jpg", "Boats!"))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_white_space_and_unicode_form_do_not_change_a_key(caption: str) -> None:
    spaced = f"  {caption.replace(' ', '   ')}\n"
    assert keys(("a.jpg", caption)) == keys(("a.jpg", spaced))
    assert keys(("a.jpg", caption)) == keys(("a.jpg", unicodedata.normalize("NFD", caption)))


def test_reading_the_credit_out_of_a_caption_leaves_the_key_alone() -> None:
    article = keyed(story(("pier.jpg", "Boats lie at the pier. [Ann Lee/Reuters]")))
    described = describe_article(numbered(article), "distinct")
    assert [figure.key for figure in figures(described)] == [figure.key for figure in figures(article)]


def test_a_review_without_an_alt_says_that_the_picture_is_decorative() -> None:
    assert Review("pier.jpg#ef30c5e5", "", Place("harbour.alt.toml", 4)).decorative
    assert not Review("pier.jpg#ef30c5e5", "Boats.", Place("harbour.alt.toml", 4)).decorative
