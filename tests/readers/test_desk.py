"""What agencies and press offices write for the desk is not published, and every part of it is told."""

import pytest

from accessnews.model.article import Article
from tests.readers.conftest import Story
from tests.readers.printing import body, codes, printed

LEAD = "LARN, Norland (HP) — The quay of Larn was opened again on Monday, a week late."
SECOND = "“It holds,” the harbour master said."


def wire(head: str = "", foot: str = "") -> str:
    return f"{head}Quay of Larn opens again\n\n{LEAD}\n\n{SECOND}\n{foot}"


def left_out(article: Article) -> list[tuple[int, str]]:
    """Line and first words of the parts that were left out."""
    parts = [finding for finding in article.findings if finding.code == "desk-matter"]
    return [(part.at.line, part.message.partition("“")[2].partition("”")[0]) for part in parts]


def assert_bare(article: Article) -> None:
    """The story is headline, lead and one paragraph, and something was told."""
    assert (article.title, [line.partition(": ")[2] for line in body(article)]) == (
        "Quay of Larn opens again",
        [LEAD, SECOND],
    )
    assert {"desk-matter"} <= set(codes(article))


@pytest.mark.parametrize(
    "head",
    [
        "a0812-----\nr i BC-EU--Larn-Quay   03-02 0211\n^BC-EU--Larn-Quay,211<\n",
        "W1204euro\n",
        "BC-Larn-Quay, 1st Ld-Writethru\n\n",
        "AM-Larn-Quay,312\n",
        "^AP Photo LAR101, LAR102<\n",
        "hpd0412 3 vm 231  hpd 0788\n\nHäfen/Norland/\n",
        "lsw7 4 pl 90 lsw 0012\n",
        "Verkehr/Häfen/Norland/Wirtschaft/\n",
        "FRA0456 4 I 0312 NOR /AFP-QX12\n",
        "larn-quay-2ndld\n\n",
        "Eds: ADDS quote from harbour master. Will be updated.\n",
        "EDITORS: Pictures LAR1 to LAR4 on the wire\n\n",
        "Attention editors: the map moves at noon\n\n",
        "Achtung Redaktionen: Neufassung mit Zitat\n\n",
        "(Recasts, adds quotes and\nbackground)\n",
        "(Eds: corrects spelling of Larn)\n\n",
        "Slug: LARN-QUAY\nKeywords: harbour, quay\n\n",
        "With AP Photos.\n\n",
        "URGENT\n\n",
        "Exclusive to subscribers until 0001 Thursday\n\n",
        "((EDITORS: PHOTOS AVAILABLE))\n\n",
        "Slug: LARN-QUAY\nWord count: 240\nDesk: News\nStatus: DRAFT\n\n",
        "PRESS RELEASE\nNo. 12/2026\n\n",
        "FOR IMMEDIATE RELEASE\n3 March 2026\n\nMedia contact: Ann Roe, press@example.org\n\n",
        "Embargoed until after the speech\n\n",
    ],
)
def test_lines_above_the_headline(story: Story, head: str) -> None:
    assert_bare(story("a.txt", wire(head)))


@pytest.mark.parametrize(
    "head",
    [
        "FOR IMMEDIATE RELEASE\n\n",
        "For immediate release: 2 March 2026\n\n",
        "PRESS RELEASE\n\n",
        "News release\n",
        "Press Release 14/2026\n\n",
        "PRESSEMITTEILUNG\n\n",
        "Pressemitteilung Nr. 14/2026\n\n",
        "COMMUNIQUÉ DE PRESSE\n\n",
        "Nota de prensa\n\n",
        "Persbericht\n\n",
        "Comunicato stampa\n\n",
        "FOR IMMEDIATE RELEASE\nContact: Per Lind\nper@example.org\n0100 200300\n\n",
        "*** PRESS RELEASE ***\n\n",
    ],
)
def test_that_it_is_a_press_release(story: Story, head: str) -> None:
    assert_bare(story("a.txt", wire(head)))


@pytest.mark.parametrize(
    "foot",
    [
        "\nbur-jl/ab/cd\n© Agence France-Presse\n",
        "\nabc/def\n(foto)(vídeo)\n",
        "\n-ENDS-\n",
        "\nENDS\n",
        "\n- Ends -\n",
        "\n-30-\n",
        "\n###\n",
        "\n# # #\n",
        "\nend\n",
        "\nenditem\n",
        "\n--ENDE--\n",
        "\nMORE TO COME\n",
        "\nMORE\n",
        "\n-more-\n",
        "\n(more)\n",
        "\nMehr folgt\n",
        "\nÀ suivre\n",
        "\n(PICK UP 3rd graf: The quay of Larn)\n",
        "\nPickup 4th graf pvs\n",
        "\nNotes to editors:\n1. Larn has 900 people.\n",
        "\nNote to Editors\n\nLarn has 900 people.\n\nPhotos on request.\n",
        "\nEditors' notes for editors only\n\nLarn has 900 people.\n",
        "\nNOTES FOR EDITORS: Larn has 900 people.\n",
        "\n# Notizblock\n\n## Orte\n- [Hafen](Kai 1, Larn)\n",
        "\n# Notebook\n\n## Note to editors\n- Adds quote\n",
        "\nRedaktionelle Hinweise:\n- Neufassung\n",
        "\nHinweis an die Redaktionen: Fotos liegen bereit.\n",
        "\nNote aux rédactions :\nLarn compte 900 habitants.\n",
        "\nNota a los editores\n\nLarn tiene 900 habitantes.\n",
        "\nNoot voor de redactie:\nLarn telt 900 inwoners.\n",
        "\n* * * *\nThe following information is not intended for publication\n\n## Contacts\n- Ann Roe\n",
        "\nNot for publication:\nThe harbour master is ill.\n",
        "\nNicht zur Veröffentlichung bestimmt\n\nKern, +49 30 000000\n",
        "\nMedia contact:\nPer Lind\nper@example.org\n",
        "\nPress enquiries\n\nPer Lind\n\nTel. 0100 200300\n",
        "\nFor media enquiries contact Per Lind on 0100 200300 or per@example.org.\n",
        "\nPressekontakt:\nPer Lind, Telefon 0100 200300\n",
        "\nContact presse : Per Lind, per@example.org\n",
        "\nContacto de prensa\nPer Lind\nper@example.org\n",
        "\nENDS\n\nAbout Larn\nLarn has 900 people.\n\nContact: Per Lind, 0100 200300\n",
        "\n###\n\nContact:\nPer Lind\n0100 200300\n",
        "\nKeywords: LARN QUAY/\n",
        "\n((per@example.org; +00 0 000 0001;))\nKeywords: LARN QUAY/ (UPDATE 1)\n",
        "\nAP-WF-03-02-26 1402GMT<\n",
        "\nab/cde/fg\nAFP 021130 GMT MAR 26\n",
        "\nhpd\n\nend\n",
        "\ndpa/lno pl n1 yy\n\n021455 Mrz 26\n",
    ],
)
def test_lines_below_the_story(story: Story, foot: str) -> None:
    assert_bare(story("a.txt", wire(foot=foot)))


def test_every_part_is_told_with_its_line_and_first_words(story: Story) -> None:
    foot = "\n-ENDS-\n\nNotes to editors:\n1. Larn has 900 people.\n2. Photos on request.\n"
    article = story("a.txt", wire("BC-Larn-Quay\nEds: adds quote\n\n", foot))
    assert left_out(article) == [(1, "BC-Larn-Quay"), (10, "-ENDS-"), (12, "Notes to editors:")]
    assert article.findings[-1].message.endswith("and 2 more lines")


@pytest.mark.parametrize(
    ("headline", "cut"),
    [
        ("UPDATE 2-Quay of Larn opens again", "UPDATE 2-"),
        ("WRAPUP 1-Quay of Larn opens again", "WRAPUP 1-"),
        ("CORRECTED-UPDATE 3-Quay of Larn opens again", "CORRECTED-UPDATE 3-"),
        ("Quay of Larn opens again (Adds quote)", "(Adds quote)"),
    ],
)
def test_a_headline_without_the_number_of_its_update(story: Story, headline: str, cut: str) -> None:
    article = story("a.txt", f"{headline}\n\n{LEAD}\n")
    assert (article.title, left_out(article)) == ("Quay of Larn opens again", [(1, cut)])


def test_codes_of_shares_are_cut(story: Story) -> None:
    article = story("a.txt", f"Shares rise\n\n{LEAD}\n\nShares of Quaybuild <QAY.LN>, up 4%, led <.LNX>.\n")
    assert body(article)[-1].endswith("Shares of Quaybuild, up 4%, led.")
    assert left_out(article) == [(5, "<QAY.LN>")]


@pytest.mark.parametrize("end", ["SHE SAID IT. ", "“It holds.” "])
def test_initials_before_the_end(story: Story, end: str) -> None:
    article = story("a.txt", f"QUAY OPENS\nBy Ann Roe, PA Reporter\nThe quay opened on Monday.\n{end}te/kl\nend\n")
    assert body(article)[-1] == f"4 p: {end.strip()}"
    assert left_out(article) == [(4, "te/kl"), (5, "end")]


def test_a_kill_is_an_error(story: Story) -> None:
    article = story("a.txt", f"MANDATORY KILL\n\nAttention editors: kill Larn-Quay\n\n{wire()}")
    assert article.title == "Quay of Larn opens again"
    assert "story-killed" in codes(article)


def test_what_is_more_than_the_story_stays_below_its_end(story: Story) -> None:
    article = story("a.txt", f"{wire()}\nENDS\n\nPool of Larn opens\n\n{LEAD}\n\n{SECOND}\n\n{LEAD}\n")
    assert len(body(article)) > 4
    assert "desk-doubt" in codes(article)


INNOCENT = [
    "Notes to editors of the Gazette were his art; he wrote forty a week.",
    "Notes for editors were pinned to the wall.",
    "“Not for publication,” he said, and smiled.",
    "The word END stands on the last page.",
    "Contact the council on 0100 200300 or write to quay@example.org to book a berth.",
    "For more information visit the harbour office, Quay 3, 0100 200300.",
    "Press contact with the crew was short, the captain said.",
    "Media coverage was wide.",
    "Larn/Vik/Dun",
    "The ferry calls at Larn/Vik/Dun.",
    "More to come was all he wrote.",
    "Pick up your tickets at the quay.",
    "(Reporting by Ann Roe; editing by Per Lind)",
    "With files from Ole Lind.",
    "AP writer Carl Dorn in Dune contributed to this report.",
    "Editor's note: names in this story have been changed.",
    "Keywords of the night were rain and rain.",
    "An embargo on salt was lifted.",
    "Urgent talks went on all night.",
    "A press release told of it; it was for immediate release.",
]


@pytest.mark.parametrize("paragraph", INNOCENT)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_what_is_the_storys_stays(story: Story, suffix: str, paragraph: str) -> None:
    """As its second paragraph, and as its last."""
    paragraphs = [LEAD, paragraph, SECOND, paragraph]
    if suffix == ".html":
        text = "<h1>Quay of Larn opens again</h1>" + "".join(f"<p>{words}</p>" for words in paragraphs)
    else:
        text = "# " * (suffix == ".md") + "Quay of Larn opens again\n\n" + "\n\n".join(paragraphs)
    article = story(f"a{suffix}", text)
    assert [line.partition(": ")[2].replace("_", "") for line in body(article)] == paragraphs
    assert codes(article) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Larn/Vik ferry sails again",
        "Ex-mayor of Larn dies",
        "TV-Debatte endet im Streit",
        "UPDATE of the law takes a year",
        "Update-Pause bis Mai",
        "Embargo on Larn ends on 1 May 2099",
        "Embargoed books go back to the library",
        "With love: how a town says farewell",
        "Editors: a dying trade",
        "Press release of the year",
        "Killing time on the quay",
        "Notes to editors, and other jokes",
        "3 DEAD in Larn fire",
        "Re-entry",
        "For release of the whale, Larn waits",
        "End of the line",
        "Media contacts with Mars",
        "Flash flood hits Larn",
    ],
)
def test_a_headline_that_looks_like_the_desks(story: Story, headline: str) -> None:
    article = story("a.txt", f"{headline}\n\n{LEAD}\n\n{SECOND}\n")
    assert (article.title, codes(article)) == (headline, [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.md",
            f"# Quay of Larn opens again\n\n**FOR IMMEDIATE RELEASE**\n\n{LEAD}\n\n{SECOND}\n\n-ENDS-\n\n"
            "## Notes to editors\n\n1. Larn has 900 people.\n\n## Media contact\n\nPer Lind, per@example.org\n",
        ),
        (
            "b.md",
            f"FOR IMMEDIATE RELEASE\n\n# Quay of Larn opens again\n\n{LEAD}\n\n{SECOND}\n\n"
            "**Media contact:** Per Lind, per@example.org\n",
        ),
        (
            "a.html",
            f"<p>PRESS RELEASE</p><h1>Quay of Larn opens again</h1><p>{LEAD}</p><p>{SECOND}</p>"
            "<p>###</p><p>Contact:<br>Per Lind<br>0100 200300</p>",
        ),
        (
            "b.html",
            f"<h1>Quay of Larn opens again</h1><p>{LEAD}</p><p>{SECOND}</p><p>Notes to editors:</p>"
            "<ul><li>Larn has 900 people.</li></ul><p>Photos on request.</p>",
        ),
        (
            "c.html",
            f"<h1>Quay of Larn opens again</h1><p>{LEAD}</p><p>{SECOND}</p><h2>Press contact</h2>"
            "<p>Per Lind</p><p>per@example.org</p>",
        ),
    ],
)
def test_press_releases_in_other_formats(story: Story, name: str, text: str) -> None:
    assert_bare(story(name, text))


def test_a_section_of_notes_ends_where_the_next_one_begins(story: Story) -> None:
    text = f"# Quay\n\n{LEAD}\n\n## Notes to editors\n\nLarn is small.\n\n## What now?\n\nBoats come back.\n"
    article = story("a.md", text)
    assert body(article)[1:] == ["9 h2: What now?", "11 p: Boats come back."]


def test_semicolons_between_cells_are_a_table(story: Story) -> None:
    head = "a0812-----\n^BC-HOC--Coast League Glance<\n^Coast League=\n"
    article = story(
        "a.txt", f"{head}^;W;L;GB\nLarn;20;4;_\nVik;11;13;8{{\n\t   ___=\n^Monday's Games=\n\t   Larn 4, Vik 1<\n"
    )
    assert printed(article).splitlines()[1:5] == [
        "4 table",
        "   | W | L | GB",
        "  5 Larn | 20 | 4 | –",
        "  6 Vik | 11 | 13 | 8½",
    ]
    assert [line.partition(": ")[2] for line in body(article)[-2:]] == ["Monday's Games", "Larn 4, Vik 1"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("^By HANNE LIND=\n^Associated Press=", ("Hanne Lind",)),
        ("By HANNE LIND and J.P. OTT", ("Hanne Lind", "J.P. Ott")),
        ("By RUTH O'BRIEN AND OLE MCKAY", ("Ruth O'Brien", "Ole McKay")),
        ("BY ANNE-MARIE VAN DER BERG", ("Anne-Marie van der Berg",)),
        ("By BBC NEWS", ("BBC NEWS",)),
        ("By AFP", ("AFP",)),
        ("Von Jette Brahms, dpa =", ("Jette Brahms",)),
        ("Par Anne Le Goff et Jean Roux", ("Anne Le Goff", "Jean Roux")),
        ("Por Ana de la Cruz", ("Ana de la Cruz",)),
        ("Von Angst und Hoffnung", ()),
        ("Von der Küste", ()),
    ],
)
def test_bylines(story: Story, line: str, names: tuple[str, ...]) -> None:
    article = story("a.txt", f"Quay of Larn opens again\n{line}\n\n{LEAD}\n\n{SECOND}\n")
    assert (article.byline, len(article.body)) == (names, 2 if names else 3)


def test_a_dateline_alone_opens_the_paragraph_below(story: Story) -> None:
    article = story("a.txt", "Loup\n\n   Larn, 12 mars 2026 (AFP) -\n   Un loup a été vu jeudi.\n   Il est parti.\n")
    assert body(article) == ["3 p: Larn, 12 mars 2026 (AFP) - Un loup a été vu jeudi.", "5 p: Il est parti."]


def test_a_promise_behind_the_last_sentence_goes(story: Story) -> None:
    article = story("a.txt", wire().rstrip() + " More to come.\n")
    assert_bare(article)
