"""describe_article: every figure of a story, and what is found on the way."""

from pathlib import Path

from accessnews.alttext import describe_article
from accessnews.article import AltState, AltText, Article, Figure, ListBlock, Quote, Run, figures, plain
from accessnews.errors import Place


def story(*blocks: Figure | Quote | ListBlock) -> Article:
    return Article("Title", blocks, Place("story.md", 1), Path("story.md"), "00")


def figure(caption: str, line: int = 3, **more: object) -> Figure:
    return Figure(None, (Run(caption),) if caption else (), Place("story.md", line), **more)  # type: ignore[arg-type]


def described(*blocks: Figure | Quote | ListBlock, mode: str = "full") -> Article:
    return describe_article(story(*blocks), mode)


def only(article: Article) -> tuple[Figure, AltText]:
    (one,) = figures(article)
    assert one.alt is not None
    return one, one.alt


def test_a_caption_gives_alt_and_loses_its_credit() -> None:
    one, alt = only(described(figure("A man walks past a shop. [Ann Roe/Reuters]")))
    assert alt.alt == "A man walks past a shop."
    assert alt.credit == "Ann Roe/Reuters"
    assert plain(one.caption) == alt.caption == "A man walks past a shop."


def test_figures_are_found_wherever_they_stand() -> None:
    quoted = Quote((figure("A cat sits on a wall."),), Place("story.md", 5))
    listed = ListBlock(((figure("A dog sits on a wall.", 8),),), Place("story.md", 8))
    assert [one.alt and one.alt.state for one in figures(described(quoted, listed))] == [AltState.DRAFT] * 2


def test_marks_of_the_caption_survive_the_cut() -> None:
    caption = (Run("A man in "), Run("Lima", em=True), Run(". (AP Photo/"), Run("Ann Roe", strong=True), Run(")"))
    one, alt = only(described(Figure(None, caption, Place("story.md", 3))))
    assert one.caption == (Run("A man in "), Run("Lima", em=True), Run("."))
    assert alt.credit == "AP Photo/Ann Roe"


def test_an_authors_alt_is_never_rewritten() -> None:
    written = "image of a man , walking"
    _, alt = only(described(figure("The law requires shops to close. [AP]", author_alt=written)))
    assert (alt.alt, alt.state, alt.origin, alt.reasons) == (written, AltState.AUTHOR, "author", ())
    assert alt.credit == "AP"


def test_a_blank_alt_is_no_alt() -> None:
    assert only(described(figure("A man walks past a shop.", author_alt=" ")))[1].state == AltState.DRAFT


def test_decorative_pictures_are_silent() -> None:
    article = described(figure("Mary Smith", decorative=True))
    assert (only(article)[1].alt, only(article)[1].state) == ("", AltState.DECORATIVE)
    assert article.findings == ()


def test_a_marked_credit_wins() -> None:
    one, alt = only(described(figure("A man walks past a shop. [AP]", credit="Photograph: Bo Lind/Reuters")))
    assert alt.credit == "Bo Lind/Reuters"
    assert plain(one.caption) == "A man walks past a shop."


def test_what_needs_review_is_found_with_its_reason() -> None:
    (found,) = described(figure("The law requires shops to close.", 7)).findings
    assert (found.code, found.at.line) == ("alt-needs-review", 7)
    assert "no-visible-clause" in found.message


def test_the_second_of_two_same_captions_is_found() -> None:
    article = described(figure("A man walks past a shop. [AP]", 3), figure("A man walks past a shop [EPA]", 9))
    (found,) = article.findings
    assert (found.code, found.at.line) == ("same-caption", 9)
    assert "line 3" in found.message


def test_pictures_without_a_caption_are_not_the_same() -> None:
    article = described(figure("", 3), figure("", 4))
    assert [found.code for found in article.findings] == ["alt-needs-review"] * 2


def test_an_alt_that_repeats_the_caption_is_found() -> None:
    article = described(figure("A man walks past a shop. [AP]", author_alt="A man walks past a shop"))
    assert [found.code for found in article.findings] == ["alt-same-as-caption"]


def test_the_language_of_the_caption_counts() -> None:
    caption = (Run("Ein Mann wartet.", lang="de"),)
    _, alt = only(described(Figure(None, caption, Place("story.md", 3))))
    assert alt.reasons == ("other-language",)
