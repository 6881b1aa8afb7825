"""describe_article: every figure of a story, and what is found on the way."""

from pathlib import Path

import pytest

from accessnews.alttext import describe, describe_article
from accessnews.model.alt import AltState, AltText, DescribedArticle
from accessnews.model.article import Article, Figure, ListBlock, Quote, Run, figures, numbered, plain
from accessnews.model.errors import Place
from accessnews.model.review import Review, keyed


def story(*blocks: Figure | Quote | ListBlock) -> Article:
    return numbered(Article("Title", blocks, Place("story.md", 1), Path("story.md"), "00"))


def figure(caption: str, line: int = 3, **more: object) -> Figure:
    return Figure(None, (Run(caption),) if caption else (), Place("story.md", line), **more)  # type: ignore[arg-type]


def described(*blocks: Figure | Quote | ListBlock, mode: str = "full") -> DescribedArticle:
    return describe_article(story(*blocks), mode)


def only(article: DescribedArticle) -> tuple[Figure, AltText]:
    (one,) = figures(article)
    return one, article.alt(one)


def test_a_caption_gives_alt_and_loses_its_credit() -> None:
    one, alt = only(described(figure("A man walks past a shop. [Ann Roe/Reuters]")))
    assert alt.alt == "A man walks past a shop."
    assert alt.credit == "Ann Roe/Reuters"
    assert plain(one.caption) == alt.caption == "A man walks past a shop."


def test_figures_are_found_wherever_they_stand() -> None:
    quoted = Quote((figure("A cat sits on a wall."),), Place("story.md", 5))
    listed = ListBlock(((figure("A dog sits on a wall.", 8),),), Place("story.md", 8))
    assert [alt.state for alt in described(quoted, listed).alts.values()] == [AltState.DRAFT] * 2


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


def test_an_authors_placeholder_stays_and_is_an_error() -> None:
    article = described(figure("A man walks past a shop.", author_alt="Photo"))
    assert (only(article)[1].alt, only(article)[1].state) == ("Photo", AltState.AUTHOR)
    assert [(found.code, found.severity) for found in article.findings] == [("alt-placeholder", "error")]


@pytest.mark.parametrize(
    "alt", ["Photo.", "Photo, described by its caption.", "Foto, in der Bildunterschrift beschrieben"]
)
def test_a_review_that_says_nothing_leaves_the_picture_open(alt: str) -> None:
    article = keyed(story(figure("The law requires shops to close.", 7)))
    at = Place("story.alt.toml", 4)
    key = figures(article)[0].key
    article = describe_article(article, "full", {key: Review(key, alt, at)})
    assert (only(article)[1].alt, only(article)[1].state) == ("Photo.", AltState.NEEDS_REVIEW)
    (found,) = [found for found in article.findings if found.code != "alt-needs-review"]
    assert (found.code, found.severity, found.at) == ("alt-placeholder", "error", at)


def test_where_the_author_has_written_an_alt_no_review_is_missed() -> None:
    article = keyed(story(figure("Shops close.", author_alt="A man pulls a shutter down.")))
    key = figures(article)[0].key
    assert describe_article(article, "full", {key: Review(key, "Photo.", Place("story.alt.toml", 4))}).findings == ()


@pytest.mark.parametrize("trust", [False, True])
def test_a_photo_file_that_says_only_that_it_is_a_photo_says_nothing(trust: bool) -> None:
    article = story(figure("A man walks past a shop.", photo_alt="Foto"))
    _, alt = only(describe_article(article, "full", trust_photo_alt=trust))
    assert (alt.alt, alt.state, alt.origin) == ("A man walks past a shop.", AltState.DRAFT, "caption")


def test_a_blank_alt_is_no_alt() -> None:
    assert only(described(figure("A man walks past a shop.", author_alt=" ")))[1].state == AltState.DRAFT


def test_decorative_pictures_are_silent() -> None:
    article = described(figure("Mary Smith", decorative=True))
    assert (only(article)[1].alt, only(article)[1].state) == ("", AltState.DECORATIVE)
    assert article.findings == ()


def test_a_marked_credit_joins_that_of_the_caption() -> None:
    one, alt = only(described(figure("A man walks past a shop. [AP]", credit="Photograph: Bo Lind/Reuters")))
    assert alt.credit == "AP; Bo Lind/Reuters"
    assert plain(one.caption) == "A man walks past a shop."
    _, alt = only(described(figure("A man walks past a shop. [Lind/Reuters]", credit="Bo Lind/Reuters")))
    assert alt.credit == "Bo Lind/Reuters"


def test_what_needs_review_is_found_with_its_reason() -> None:
    (found,) = described(figure("The law requires shops to close.", 7)).findings
    assert (found.code, found.at.line) == ("alt-needs-review", 7)
    assert "no-visible-clause" in found.message


def test_the_second_of_two_same_captions_is_found() -> None:
    article = described(figure("A man walks past a shop. [AP]", 3), figure("A man walks past a shop [EPA]", 9))
    (found,) = (found for found in article.findings if found.code == "same-caption")
    assert found.at.line == 9
    assert "line 3" in found.message


def test_one_caption_under_two_pictures_leaves_both_to_a_person() -> None:
    article = described(figure("A man walks past a shop. [AP]", 3), figure("A man walks past a shop [EPA]", 9))
    told = [(alt.state, alt.reasons) for alt in article.alts.values()]
    assert told == [(AltState.NEEDS_REVIEW, ("duplicate-caption",))] * 2


def test_one_picture_shown_twice_is_no_doubt() -> None:
    pier = Figure("pier.jpg", (Run("A man walks past a shop."),), Place("story.md", 3))
    assert [alt.state for alt in described(pier, pier).alts.values()] == [AltState.DRAFT] * 2


def reviewed(one: Figure, *, alt: str, mode: str = "full") -> tuple[Figure, AltText]:
    article = keyed(story(one))
    (key,) = (figure.key for figure in figures(article))
    return only(describe_article(article, mode, {key: Review(key, alt, Place("story.alt.toml", 1), "Longer.")}))


def test_a_review_takes_the_place_of_the_draft() -> None:
    _, alt = reviewed(figure("Talks collapsed."), alt="Two men leave a hall.")
    assert (alt.alt, alt.state, alt.origin, alt.reasons) == ("Two men leave a hall.", AltState.REVIEWED, "review", ())
    assert alt.description == "Longer."


def test_a_review_without_an_alt_says_that_the_picture_tells_nothing() -> None:
    assert reviewed(figure("A rule."), alt="")[1].state == AltState.DECORATIVE


def test_what_the_author_wrote_stands_above_a_review() -> None:
    assert reviewed(figure("A man.", author_alt="A man in red."), alt="Nobody.")[1].alt == "A man in red."


@pytest.mark.parametrize(("trust", "state"), [(False, AltState.DRAFT), (True, AltState.AUTHOR)])
def test_the_photo_files_own_alt_stands_above_the_caption(trust: bool, state: AltState) -> None:
    article = story(figure("Talks collapsed.", photo_alt="Two men leave a hall."))
    _, alt = only(describe_article(article, "full", trust_photo_alt=trust))
    assert (alt.alt, alt.state, alt.origin, alt.reasons) == ("Two men leave a hall.", state, "iptc", ())


def test_in_context_mode_the_caption_gives_up_the_sentence_that_the_alt_tells() -> None:
    one, alt = only(described(figure("A man walks past a shop. It closed in May. [AP]"), mode="context-caption"))
    assert (alt.alt, plain(one.caption)) == ("A man walks past a shop.", "It closed in May.")


def test_in_context_mode_nothing_is_lost() -> None:
    """The alt leaves out when: so the caption keeps its sentence, and the alt is the short one."""
    caption = "A man walks past a shop in Lima on Friday, May 3, 2024, during a strike. It closed in May."
    one, alt = only(described(figure(caption), mode="context-caption"))
    assert plain(one.caption) == caption
    assert alt.alt == describe(caption, "en", "distinct").alt


def test_in_context_mode_a_reviewed_alt_leaves_the_caption_whole() -> None:
    one, _ = reviewed(figure("A man walks past a shop. It closed."), alt="A man passes.", mode="context-caption")
    assert plain(one.caption) == "A man walks past a shop. It closed."


def test_pictures_without_a_caption_are_not_the_same() -> None:
    article = described(figure("", 3), figure("", 4))
    assert [found.code for found in article.findings] == ["alt-needs-review"] * 2


def test_an_alt_that_repeats_the_caption_is_found() -> None:
    article = described(figure("A man walks past a shop. [AP]", author_alt="A man walks past a shop"))
    assert [found.code for found in article.findings] == ["alt-same-as-caption"]


def test_the_language_of_the_caption_counts() -> None:
    caption = (Run("Een man wacht op een bus.", lang="nl"),)
    _, alt = only(described(Figure(None, caption, Place("story.md", 3))))
    assert alt.reasons == ("other-language",)
