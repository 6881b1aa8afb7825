"""Wire copy of many agencies: the desk's lines, rows in columns, line ends within words, tags of HTML."""

import pytest

from accessnews.model.errors import AccessNewsError
from tests.readers.conftest import Story
from tests.readers.printing import body, codes
from tests.readers.test_desk import LEAD, SECOND, assert_bare, wire


@pytest.mark.parametrize(
    "head",
    [
        "VPA0412 5 CI 0312 II/XC                                 09.Mär 26\n\nVerkehr/Häfen/Larn\n\n",
        "ZCZC0412/SXB\nR CRO S0B QBXB\n",
        "(Zusammenfassung 1430 - neu: Zitat)\n",
        "(ACTUALISATION - ajoute citation)\n",
        "(Amplía con declaraciones)\n",
        "(Mit Bild - Archiv)\n",
        "PRESS RELEASE – FOR IMMEDIATE USE\n\n",
    ],
)
def test_more_lines_above_the_headline(story: Story, head: str) -> None:
    assert_bare(story("a.txt", wire(head)))


@pytest.mark.parametrize(
    "foot",
    [
        "\n(Schluss) ol/pe\nVPA0412    2026-03-09/10:11\n",
        "\nVAP ol/pe\n",
        "\nYOL-PE\n09-MAR-26 10:11 NNNN\n",
        "\n==Vyodo\n",
        "\nINDEX: TRANSPORT ATLANTIC\n",
        "\noli-per/kd/dv\n\nLARN QUAYS LTD\n",
        "\n((olive.per@example.org;\n+00 00 0001; Messaging: olive@example.org))\n",
        "\n(GRAFIK 0412-26, 88 x 72 mm)\n",
        "\nENDS\n\nFor further information, images or interviews please contact:\nPer Lind\nE: per@example.org\n",
    ],
)
def test_more_lines_below_the_story(story: Story, foot: str) -> None:
    assert_bare(story("a.txt", wire(foot=foot)))


@pytest.mark.parametrize(
    "text",
    [
        f"TRANSPORT NATIONAL\nQuay of Larn opens again\nBy Olive Per\n{LEAD}\n{SECOND}\n",
        f"URGENT: Quay of Larn opens again\n\n{LEAD}\n\n{SECOND}\n",
        f"Quay of Larn opens again\n\n{LEAD.replace('— ', '— (EDS: ADDING INFO) ')}\n\n{SECOND}\n",
    ],
)
def test_words_of_the_desk_in_and_above_the_headline(story: Story, text: str) -> None:
    assert_bare(story("a.txt", text))


def test_a_kill_that_is_all_there_is(story: Story) -> None:
    assert "story-killed" in codes(
        story("a.txt", "BC-Larn-Quay\nEDITORS: KILL BC-Larn-Quay moved at 1011. It is closed.\n")
    )


@pytest.mark.parametrize(
    "head", ["OPINION MATTERS\nWhat the quay means to us\nIt was closed for a year.\n", "LARN SHUTS QUAY\n"]
)
def test_a_headline_in_capitals_stays(story: Story, head: str) -> None:
    assert story("a.txt", f"{head}\n{LEAD}\n\n{SECOND}\n").title == head.split("\n")[0]


ROWS = "                2025      2026\nBoats           12.1      10.4\nTrams           4,000     3,900\n"


def test_rows_set_with_blanks_are_a_table(story: Story) -> None:
    lines = body(story("a.txt", f"Quay opens\n\nFigures of the quay are out.\n\n{ROWS}\nThat was all.\n"))
    assert lines[1:4] == ["5 table", "   | 2025 | 2026", "  6 Boats | 12.1 | 10.4"]


@pytest.mark.parametrize(
    "text", ["He sailed.   He came back.   He slept.", "the island   of Ord   on Monday in a statement to   all."]
)
def test_wide_blanks_of_typists_make_no_table(story: Story, text: str) -> None:
    assert not any("table" in line for line in body(story("a.txt", f"Quay opens\n\n{text}\n\n{text}\n")))


FRENCH = "Le bac de la Loire a repris le service, et les habitants sont là, a-t-\nelle dit. {}\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Peut-\nêtre", "Peut-être"),
        ("Rouvrira-\nt-on l'après-\nmidi", "Rouvrira-t-on l'après-midi"),
        ("Ce n'est pas, dit-\nil, la fin", "Ce n'est pas, dit-il, la fin"),
        ("C'est-\nà-dire lui-\nmême", "C'est-à-dire lui-même"),
        ("La nou-\nvelle rue", "La nouvelle rue"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_hyphens_at_line_ends_in_french(story: Story, name: str, written: str, read: str) -> None:
    title = "---\ntitle: Le bac\n---\n" if name.endswith("md") else "Le bac\n\n"
    (line,) = body(story(name, title + FRENCH.format(written)))
    assert line.endswith(f"a-t-elle dit. {read}")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_soft_hyphens_at_line_ends(story: Story, name: str) -> None:
    title = "---\ntitle: The lamp\n---\n" if name.endswith("md") else "The lamp\n\n"
    (line,) = body(story(name, f"{title}The old light\u00ad\nhouse was lit on Mon\u00ad\nday.\n"))
    assert line.endswith("The old lighthouse was lit on Monday.")


def test_tags_and_entities_in_plain_text_are_told(story: Story) -> None:
    text = "Quay &amp; tram\n\n<p>It is <b>open</b>.</p><p>Again.<br>Well.</p>\n<ul><li>One</li><li>Two</li></ul>\n"
    article = story("a.txt", text)
    assert article.title == "Quay & tram"
    assert [line.strip() for line in body(article)] == [
        "3 p: It is open.",
        "3 p: Again.",
        "3 p: Well.",
        "4 list",
        "item",
        "4 p: One",
        "item",
        "4 p: Two",
    ]
    assert codes(article) == ["markup-left-out"] * 2


def test_what_is_told_of_tags_has_no_control_characters(story: Story) -> None:
    (found,) = (
        it for it in story("a.txt", "Title\n\n</i>\x1f0 boats left.\n").findings if it.code == "markup-left-out"
    )
    assert "“</i>0 boats left.”" in found.message


def test_what_only_looks_like_a_tag_stays(story: Story) -> None:
    article = story("a.txt", "Quay opens\n\nA tag such as <b> and R&D; 5 < 6 > 3, said A&T.\n")
    assert body(article) == ["3 p: A tag such as <b> and R&D; 5 < 6 > 3, said A&T."]
    assert not codes(article)


def test_a_signed_report_below_one_caption_is_text(story: Story) -> None:
    caption = "Boats at the quay of Larn on Monday. (Olive Per/Reuters)"
    lines = body(story("a.txt", f"Quay opens\n\n{caption}\n\nIt opened.\n\n“It holds,” she said. (Reuters)\n"))
    assert ["figure" in line for line in lines] == [True, False, False]


@pytest.mark.parametrize(
    ("byline", "name"), [("Par Olive PERRIN", "Olive Perrin"), ("Par Olive D'ARC", "Olive D'Arc")]
)
def test_surnames_in_capitals(story: Story, byline: str, name: str) -> None:
    assert story("a.txt", f"Le quai\n{byline}\n\n{LEAD}\n").byline == (name,)


@pytest.mark.parametrize(
    "head",
    [
        "LARN0004 4 ECO 312\n",
        "VTB 0912 - Innenriks\n",
        "*** Serviço áudio disponível em www.example.org ***\n",
        "(ATTN: Travel editors) (Includes optional trims)\n",
        "- Es gilt das gesprochene Wort -\n",
        "2026-03-09 10:11:12.1 GMT\n",
    ],
)
def test_lines_of_agencies_of_other_countries(story: Story, head: str) -> None:
    assert_bare(story("a.txt", wire(head)))


@pytest.mark.parametrize(
    "foot",
    [
        "\n/vitzau/\n\nKontakt: Per Lind, tlf. 00 00 00 00\n",
        "\n(©VTB)\n",
        "\nOLP (JWE) // KLD\n\nVusa/Fim\n",
        "\nPTI OLP JWE\n",
        "\n---0---\n",
        "\nCopyright 2026 by United Vress.\nAll rights reserved.\n",
        "\n(c)2026 The Courier\n\nVisit The Courier at www.example.org\n\nDistributed by Larn Content, LLC.\n",
        "\nTo contact the reporter on this story:\nOlive Per at olive@example.org\n",
        "\nNOOT VOOR DE REDACTIE (niet voor publicatie)\nPer Lind, 020-0000000\n",
        "\n(STORY CAN END HERE)\n",
    ],
)
def test_ends_of_agencies_of_other_countries(story: Story, foot: str) -> None:
    assert_bare(story("a.txt", wire(foot=foot)))


@pytest.mark.parametrize("mark", ["Enditem", "(Schluss) ol/pe", "PTI OLP JWE", "(OLP/JWE/)"])
def test_marks_behind_the_last_sentence(story: Story, mark: str) -> None:
    assert_bare(story("a.txt", f"Quay of Larn opens again\n\n{LEAD}\n\n{SECOND} {mark}\n"))


@pytest.mark.parametrize("headline", ["AMP.- Quay of Larn opens again", "Quay of Larn opens again (2)"])
def test_marks_of_versions_in_a_headline(story: Story, headline: str) -> None:
    assert_bare(story("a.txt", f"{headline}\n\n{LEAD}\n\n{SECOND}\n"))


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        ("Larn, 9. März 2026", "2026-03-09", "Larn"),
        ("PORT LARN, Norland, March 9, 2026", "2026-03-09", "PORT LARN, Norland"),
        ("Monday, March 9, 2026", "2026-03-09", ""),
        ("Olive Per, March 9, 2026", "", ""),
        ("Opinion, March 9, 2026", "", ""),
    ],
)
def test_a_place_beside_a_date(story: Story, line: str, date: str, place: str) -> None:
    article = story("a.txt", f"Quay of Larn opens again\n{line}\n\n{LEAD}\n\n{SECOND}\n")
    assert (article.date, article.dateline) == (date, place)


def test_a_text_of_tags_alone_is_refused(story: Story) -> None:
    with pytest.raises(AccessNewsError, match="no words"):
        story("a.txt", "<br/>")


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Olive Per | March 9, 2026", ("Olive Per",)),
        ("By Olive Per, 9 March 2026", ("Olive Per",)),
        ("By Olive Per and Kim Lo • March 9, 2026 10:00 GMT", ("Olive Per", "Kim Lo")),
        ("March 9, 2026 | By Olive Per", ("Olive Per",)),
        ("By Olive Per | The Larn Post | 9 March 2026", ("Olive Per",)),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_names_and_dates_on_one_line(story: Story, name: str, line: str, byline: tuple[str, ...]) -> None:
    title = "# Quay of Larn opens again" if name == "a.md" else "Quay of Larn opens again"
    article = story(name, f"{title}\n\n{line}\n\n{LEAD}\n\n{SECOND}\n")
    assert (article.byline, article.date, len(article.body)) == (byline, "2026-03-09", 2)


@pytest.mark.parametrize("line", ["News | Sport", "Olive Per | Larn", "By Monday, 9 March 2026 will be near"])
def test_other_lines_stay(story: Story, line: str) -> None:
    article = story("a.md", f"# Quay of Larn opens again\n\n{line}\n\n{LEAD}\n")
    assert (article.byline, article.date, len(article.body)) == ((), "", 2)


@pytest.mark.parametrize(
    "last", ["PHOTO: OLIVE PER", "Foto 1994: Larn", "Photos of all rooms hang here", "Bild 2026"]
)
def test_credits_are_no_offers(story: Story, last: str) -> None:
    article = story("a.txt", wire(foot=f"\n{last}\n"))
    assert last in str(article.body)
    assert not codes(article)


def test_a_credit_in_capitals_is_no_heading(story: Story) -> None:
    lines = body(story("a.txt", f"Quay opens\n\n{LEAD}\n\nPHOTO: OLIVE PER\n\nWHAT COMES NEXT\n\n{SECOND}\n"))
    assert [line.split()[1] for line in lines] == ["p:", "p:", "h2:", "p:"]
