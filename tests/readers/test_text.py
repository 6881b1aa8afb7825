"""Plain text: where a headline, a paragraph, a caption, a heading begins and where none does."""

import pytest

from accessnews.model.article import Heading, Paragraph, figures, plain
from tests.readers.conftest import Story
from tests.readers.printing import body, codes


def test_date_and_title_share_the_first_line(story: Story) -> None:
    article = story("a.txt", "date 2020-01-03 Lamps: the keeper's story\n\nThe lamp burned all night.\n")
    assert (article.title, article.date, article.at.line) == ("Lamps: the keeper's story", "2020-01-03", 1)
    assert article.kicker == ""


@pytest.mark.parametrize("first", ["date: 2020-01-03", "2020-01-03 |"])
def test_other_ways_to_date_a_story(story: Story, first: str) -> None:
    article = story("a.txt", f"{first} Lamps go out\n\nThe lamp burned all night.\n")
    assert (article.title, article.date) == ("Lamps go out", "2020-01-03")


def test_a_date_that_is_none_is_told(story: Story) -> None:
    article = story("a.txt", "date 2020-13-45 Lamps go out\n\nThe lamp burned all night.\n")
    assert (article.title, article.date, codes(article)) == ("Lamps go out", "", ["date-unreadable"])


def test_a_kicker_on_its_own_line(story: Story) -> None:
    article = story("a.txt", "ANALYSIS\n\nWhy lamps go out\n\nOil is dear. Wind is free.\n")
    assert (article.kicker, article.title) == ("ANALYSIS", "Why lamps go out")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The lamp burned all night. Nobody saw it.\n\nMore.", "The lamp burned all night"),
        (
            "OSLO, Norland (HP) - The lamp burned all night.\n\nMore.",
            "OSLO, Norland (HP) - The lamp burned all night",
        ),
        ("Only one line without an end", "Only one line without an end"),
        ("A boat. [AP Photo]\n\nA second boat. [AP Photo]", "A"),
    ],
)
def test_without_a_headline_the_first_sentence_or_the_file_stands_in(story: Story, text: str, title: str) -> None:
    article = story("a.txt", text)
    assert (article.title, "title-missing" in codes(article)) == (title, True)
    assert len(article.body) >= 1


def test_one_line_a_paragraph(story: Story) -> None:
    lines = ["Lamps", *(f"The {n} lamp burned all night and was seen from the mainland, they said." for n in "abcd")]
    assert [block.at.line for block in story("a.txt", "\n".join(lines)).body] == [2, 3, 4, 5]


HARD_WRAPPED = """\
Lamps go out on the coast of Norland for the
first time since the war

The lamp on the tower of Vik went out on Monday, and the keeper, who is
seventy and has not slept through a night since he was nine, slept. He
says it was the silence that woke him, not the dark.

Boats that come from the mainland were told on Monday to wait out-
side the sound. Two of them did; the third, a barge with a load of salt
for the fish market, has not been seen since. It may be in Denmark.

What now?

They will burn oil again, the county said.
"""


def test_hard_wrapped_lines_are_joined(story: Story) -> None:
    article = story("a.txt", HARD_WRAPPED)
    assert article.title == "Lamps go out on the coast of Norland for the first time since the war"
    assert [(block.at.line, plain(block.text)[-12:]) for block in article.body if isinstance(block, Paragraph)] == [
        (4, "ot the dark."),
        (8, " in Denmark."),
        (12, "What now?"),
        (14, "county said."),
    ]
    assert "outside the sound" in " ".join(body(article))


def test_hard_wrapped_paragraphs_parted_by_an_indent(story: Story) -> None:
    indented = "Lamps\n\n" + "\n".join(
        [
            "   The lamp on the tower of Vik went out on Monday, and the keeper who",
            "is seventy and has not slept through a night since then, slept long.",
            "   Boats were told to wait outside the sound until the light is back, a",
            "spokeswoman of the county said. Two of them did.",
        ]
    )
    assert [block.at.line for block in story("a.txt", indented).body] == [3, 5]


def test_chinese_lines_are_joined_without_a_blank(story: Story) -> None:
    text = "灯\n\n" + "\n".join(
        ["灯塔管理员昨晚没有点灯因为海上没有船只经过他说这是七十年来的第一次也许是最后一次了"] * 2
    )
    assert " " not in body(story("a.txt", text))[0].removeprefix("3 p: ")


@pytest.mark.parametrize(
    "caption",
    [
        "A boat at dusk. [AP Photo]",
        "A boat at dusk. [File: EPA]",
        "A boat at dusk. [Left: Ana Lind/HP; Right: Jon Hadi/HP]",
        "A boat at dusk. [Khalid al-Hadi/Reuters]",
        "A boat at dusk in the old port [Ana Lind/AFP]",
        "A boat at dusk. [Provincial Office (POD) via Reuters]",
        "A boat at dusk. (AP Photo/Ana Lind, File)",
        "A boat at dusk (Photo by Ana Lind)",
        "A boat at dusk. (Ana Lind/Reuters).",
        "Ein Boot am Abend. (Foto: dpa)",
        "A boat at dusk. REUTERS/Ana Lind/File Photo",
        "A boat at dusk. Ana Lind/Pool via REUTERS",
        "A boat at dusk. EPA-EFE/ANA LIND",
        "A boat at dusk. Photograph: Ana Lind/The Harbour Post",
        "A boat at dusk. © Ana Lind / AFP",
    ],
)
def test_captions_end_in_a_credit(story: Story, caption: str) -> None:
    article = story("a.txt", f"Lamps\n\n{caption}\n\nThe lamp burned all night.\n")
    assert [plain(figure.caption) for figure in figures(article)] == [caption]
    assert figures(article)[0].src is None


@pytest.mark.parametrize(
    "copy",
    [
        "He leads the elite corps (IRGC).",
        "He leads the elite corps (IRGC)",
        "“We seen it [sic]”",
        "“They took [our] boats.” [Applause]",
        "He met the boss of the firm (pictured)",
        "She came second (2nd R)",
        "They live in the south (Val-de-Marne)",
        "It was the worst year on record (2019)",
        "A spokesman told The Associated Press (AP)",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "He said no (with inputs from AFP)",
        "The report says more. [See also: page 4]",
        "Papers are kept here (National Archives)",
        "Read it at https://harbourpost.example/AP",
        "The talks collapsed on Tuesday. (Reuters)",
    ],
)
def test_ordinary_copy_is_no_caption(story: Story, copy: str) -> None:
    assert figures(story("a.txt", f"Lamps\n\nThe lamp burned all night.\n\n{copy}\n")) == []


def test_an_agency_alone_in_round_brackets_counts_in_a_gallery(story: Story) -> None:
    article = story("a.txt", "Lamps\nA boat is seen at dusk. (Reuters)\nA lamp is lit. (Reuters)\n")
    assert len(figures(article)) == 2


@pytest.mark.parametrize("form", ["[Bernama]", "(Bernama)", "(Ana Lind/Bernama)", "[Kyodo News]", "(رويترز)"])
@pytest.mark.parametrize("stop", [".", ""])
def test_captions_with_the_same_agency_are_a_gallery(story: Story, form: str, stop: str) -> None:
    texts = [f"A boat is seen at dusk{stop} {form}", f"A lamp is lit{stop} {form}", f"Rain falls{stop} {form}"]
    article = story("a.txt", "Lamps\n\n" + "\n\n".join(texts))
    assert [plain(figure.caption) for figure in figures(article)] == texts


@pytest.mark.parametrize("signature", ["(Reuters)", "(Bernama)", "(AFP/Reuters)", "(Tim)"])
def test_a_signature_below_a_report_with_a_photo_is_none(story: Story, signature: str) -> None:
    report = "The lamp burned all night.\n\nNobody saw it.\n\nThe keeper slept."
    article = story("a.txt", f"Lamps\n\nA boat. [Ana Lind/AP]\n\n{report} {signature}\n")
    assert [plain(figure.caption) for figure in figures(article)] == ["A boat. [Ana Lind/AP]"]


def test_a_gallery_without_a_known_credit_is_told(story: Story) -> None:
    article = story("a.txt", "Lamps\n\nA boat at dusk. (Tim)\n\nA lamp is lit. (Tim)\n\nIt rained.\n")
    assert figures(article) == []
    assert [(finding.code, finding.at.line) for finding in article.findings] == [("credit-unknown", 3)]
    assert "“[Reuters]”" in article.findings[0].hint


@pytest.mark.parametrize(
    "text",
    [
        "A boat at dusk. [AP]\n\nA lamp is lit. (Tim)\n\nA pier. (Tim)",
        "A boat at dusk (right).\n\nA lamp is lit.\n\nIt rained.",
    ],
)
def test_nothing_is_told_where_credits_are_known_or_brackets_few(story: Story, text: str) -> None:
    assert codes(story("a.txt", f"Lamps\n\n{text}\n")) == []


def test_a_credit_on_the_next_line_belongs_to_the_caption(story: Story) -> None:
    article = story("a.txt", "Lamps\n\nA boat at dusk.\n(Photo by Ana Lind)\n\nThe lamp burned all night.\n")
    assert [plain(figure.caption) for figure in figures(article)] == ["A boat at dusk. (Photo by Ana Lind)"]


@pytest.mark.parametrize("heading", ["What the sea took", "WHAT IT TOOK", "What the sea took\n-----------------"])
def test_sub_headings(story: Story, heading: str) -> None:
    article = story("a.txt", f"Lamps\n\nThe lamp burned all night.\n\n{heading}\n\nIt took the pier.\n")
    assert [block.at.line for block in article.body if isinstance(block, Heading)] == [5]


@pytest.mark.parametrize("line", ["It was over.", "Who pays?", "“Never again”", "and so on", "Jane Doe"])
def test_short_lines_that_head_nothing(story: Story, line: str) -> None:
    below = "" if line == "Jane Doe" else "It took the pier.\n"
    article = story("a.txt", f"Lamps\n\nThe lamp burned all night.\n\n{line}\n\n{below}")
    assert not any(isinstance(block, Heading) for block in article.body)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe, Harbour Press", ("Jane Doe", "John Roe")),
        ("BY JANE DOE", ("Jane Doe",)),
        ("By Ana de la Cruz in Vik", ("Ana de la Cruz",)),
        ("By Jane Doe, Staff Writer", ("Jane Doe",)),
        ("By Monday evening the sea had gone", ()),
    ],
)
def test_bylines(story: Story, line: str, names: tuple[str, ...]) -> None:
    article = story("a.txt", f"Lamps\n{line}\n\nThe lamp burned all night, they said.\n")
    assert article.byline == names
    assert len(article.body) == (1 if names else 2)


def test_a_dateline_stays_in_the_text(story: Story) -> None:
    article = story("a.txt", "Lamps\n\nVIK, Norland, Nov 20 (HP) - The lamp burned.\n")
    assert body(article) == ["3 p: VIK, Norland, Nov 20 (HP) - The lamp burned."]


def test_old_quotes_and_dashes(story: Story) -> None:
    article = story("a.txt", "Lamps\n\n``Out,'' she said _ and `in' again -- it's a_b, ``quite.''\n")
    assert body(article) == ["3 p: “Out,” she said — and ‘in' again — it's a_b, “quite.”"]


def test_numbered_and_bulleted_lines_are_lists(story: Story) -> None:
    article = story("a.txt", "Lamps\n\nThe lamp.\n\n3. Oil\n4. Wick\n\n• Glass\n• Brass\n\nThe end.\n\n* no list\n")
    assert body(article)[1:] == [
        *("5 list from 3", "  item", "    5 p: Oil", "  item", "    6 p: Wick"),
        *("8 list", "  item", "    8 p: Glass", "  item", "    9 p: Brass"),
        *("11 p: The end.", "13 p: * no list"),
    ]


@pytest.mark.parametrize("key", ["title", "Headline"])
def test_front_matter_works_in_text_too(story: Story, key: str) -> None:
    article = story("a.txt", f"---\n{key}: Lamps\nlang: nb\n---\nLampen brant hele natten.\n\nDet var mørkt.\n")
    assert (article.title, article.lang, [block.at.line for block in article.body]) == ("Lamps", "nb", [5, 7])


@pytest.mark.parametrize(
    "title", ["In Pictures: A day in Rome", "Photos: Floods hit Vik", "The Big Picture: Floods Hit Vik"]
)
def test_a_headline_about_pictures_is_no_caption(story: Story, title: str) -> None:
    article = story("a.txt", f"{title}\n\nIntro here is text.\n\nA boy plays [AP Photo]\n")
    assert article.title == title
    assert body(article)[0] == "3 p: Intro here is text."
    assert [plain(figure.caption) for figure in figures(article)] == ["A boy plays [AP Photo]"]


def test_a_first_line_of_underscores_is_read_at_once(story: Story) -> None:
    """A pattern for slugs that can match them in two ways each would take years."""
    article = story("a.txt", "_" * 150 + "!\n\nThe lamp burned all night.\n")
    assert body(article)[-1] == "3 p: The lamp burned all night."


HYPHENS = """The quiet carriage

The carriage of the night train has been so popu-
lar that a second one is added, with twenty-
four beds, a well-known cook and a well-
known conductor. He sells pre-
and post-war maps, and re-
opens the bar at night for who-
ever asks; and then, late, a page of the UN-
Resolution is read."""


def test_words_that_a_line_end_parts(story: Story) -> None:
    (paragraph,) = body(story("a.txt", HYPHENS))
    assert paragraph == (
        "3 p: The carriage of the night train has been so popular that a second one is added, with twenty-four beds, "
        "a well-known cook and a well-known conductor. He sells pre- and post-war maps, and reopens the bar at night "
        "for whoever asks; and then, late, a page of the UN-Resolution is read."
    )
    marked = body(story("a.md", "# T\n\n" + HYPHENS.partition("\n\n")[2]))
    assert "so popular that a second" in marked[0]
    assert "twenty-four beds" in marked[0]
    assert "and reopens the bar" in marked[0]


def test_who_speaks_begins_a_line(story: Story) -> None:
    talk = "Q: How many clocks are there in the house of a man?\nA: Thirty-one.\nQ: And at night?\nA: I stop them."
    long = "She has mended clocks for forty years, and so did her father before her in the\nhouse by the old quay.\n"
    lines = body(story("a.txt", f"Clocks\n\n{long}\n{talk}\n"))
    assert [line.split(": ", 1)[1] for line in lines[1:]] == talk.split("\n")
    (paragraph,) = body(story("a.md", f"# T\n\n{talk}\n"))
    assert paragraph == "3 p: " + talk.replace("\n", " / ")
    (paragraph,) = body(story("a.md", "# T\n\n**Gazette:** Nearly?\n**Ms Klein:** My mother's goes on.\n"))
    assert " / " in paragraph
    (paragraph,) = body(story("a.md", "# T\n\nIt was late. He said:\nWait: it is not over.\n"))
    assert " / " not in paragraph
