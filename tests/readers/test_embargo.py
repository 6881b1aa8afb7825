"""Lines that hold a story back, and those that are only about an embargo."""

import pytest

from accessnews.readers._news.embargo import Embargo, embargo
from tests.readers.conftest import Story
from tests.readers.printing import body, codes


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("EMBARGOED UNTIL 00.01 HRS, FRIDAY 3 JANUARY 2098", "2098-01-03T00:01:00-12:00"),
        ("EMBARGO: 3 January 2098", "2098-01-03"),
        ("Embargoed to 0001hrs Friday 3rd January 2098", "2098-01-03T00:01:00-12:00"),
        ("STRICT EMBARGO: 6 a.m. EST, Jan. 3, 2098", "2098-01-03T06:00:00-05:00"),
        ("Strictly embargoed until 3 January 2098", "2098-01-03"),
        ("(Under embargo until 2098-01-03T00:01Z)", "2098-01-03T00:01:00+00:00"),
        ("STRICTLY CONFIDENTIAL - EMBARGO: 3 January 2098, 10:00", "2098-01-03T10:00:00-12:00"),
        ("STRENG VERTRAULICH | SPERRFRIST: 3. Januar 2098, 10.00 Uhr", "2098-01-03T10:00:00-12:00"),
        ("EMBARGOED UNTIL 00:01 on 3 January 2098 - Ann Roe is ready for interviews", "2098-01-03T00:01:00-12:00"),
        ("Not for publication before 0600 GMT, 3 January 2098", "2098-01-03T06:00:00+00:00"),
        ("Not for use or broadcast until noon on 3 January 2098", "2098-01-03T12:00:00-12:00"),
        ("Hold until midnight 3 January 2098", "2098-01-03T23:59:59-12:00"),
        ("FOR RELEASE: 10 a.m. ET, Friday, January 3, 2098", "2098-01-03T10:00:00-05:00"),
        ("Exclusive to subscribers until 0001 Friday 3 January 2098", "2098-01-03T00:01:00-12:00"),
        ("Sperrfrist: 3. Januar 2098, 10.00 Uhr", "2098-01-03T10:00:00-12:00"),
        ("SPERRFRIST bis Freitag, 3.1.2098, 11 Uhr MEZ", "2098-01-03T11:00:00+01:00"),
        ("Frei ab 3. Januar 2098, 10 Uhr", "2098-01-03T10:00:00-12:00"),
        ("Nicht zur Veröffentlichung vor dem 3. Januar 2098", "2098-01-03"),
        ("Sous embargo jusqu’au vendredi 3 janvier 2098 à 6h00", "2098-01-03T06:00:00-12:00"),
        ("Ne pas publier avant le 3 janvier 2098, 18 h", "2098-01-03T18:00:00-12:00"),
        ("EMBARGADO HASTA EL 3 DE ENERO DE 2098 A LAS 06:00", "2098-01-03T06:00:00-12:00"),
        ("Bajo embargo hasta el 3 de enero de 2098", "2098-01-03"),
        ("Embargo tot 3 januari 2098, 10.00 uur", "2098-01-03T10:00:00-12:00"),
        ("Sotto embargo fino al 3 gennaio 2098", "2098-01-03"),
        ("Embargado até 3 de janeiro de 2098", "2098-01-03"),
    ],
)
def test_until_when_a_story_is_held_back(line: str, moment: str) -> None:
    assert embargo(line) == Embargo(moment)


@pytest.mark.parametrize(
    "line",
    [
        *("EMBARGOED", "STRICT EMBARGO", "EMBARGOED UNTIL DELIVERY", "Embargoed until further notice", "Sperrfrist!"),
        *("(EMBARGOED UNTIL TUESDAY 9AM GMT)", "Not for publication before the speech is given", "Sous embargo"),
        *("Embargo: 3/4/2098", "Sperrfrist: Redebeginn"),
    ],
)
def test_an_embargo_that_cannot_be_read(line: str) -> None:
    held = embargo(line)
    assert held
    assert (held.moment, held.is_over) == ("", False)


@pytest.mark.parametrize(
    "line",
    [
        "Embargo on Larn ends on 1 May 2099",
        "The embargo on arms ends on 1 May 2099",
        "Embargoed books go back to the library",
        "Embargo until 2099 hurts farmers",
        "Embargo lifted, ships sail",
        "Until 1 May 2099, nothing moves",
        "For release of the whale, Larn waits",
        "Not for everyone",
        "Frei für alle",
    ],
)
def test_what_is_about_an_embargo_holds_nothing_back(line: str) -> None:
    assert embargo(line) is None


STORY = "Quay of Larn opens\n\nThe quay of Larn was opened on Monday.\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"EMBARGOED UNTIL 06:00 GMT, 3 January 2098\n\n{STORY}"),
        ("b.txt", f"FOR IMMEDIATE RELEASE\nSTRICT EMBARGO: 06:00 GMT 3 January 2098\n\n{STORY}"),
        ("c.txt", STORY.replace("\n\n", "\n\nEmbargo: 3 January 2098, 06:00 GMT\n\n", 1)),
        ("a.md", f"**EMBARGOED UNTIL 06:00 GMT, 3 January 2098**\n\n# {STORY}"),
        ("b.md", f"# {STORY}".replace("\n\n", "\n\n*Not for publication before 06:00 GMT, 3 January 2098*\n\n", 1)),
        (
            "a.html",
            "<p>EMBARGO: 06:00 GMT, 3 January 2098</p><h1>Quay of Larn opens</h1>"
            "<p>The quay of Larn was opened on Monday.</p>",
        ),
    ],
)
def test_an_embargo_above_a_story(story: Story, name: str, text: str) -> None:
    article = story(name, text)
    assert (article.embargo, article.title) == ("2098-01-03T06:00:00+00:00", "Quay of Larn opens")
    assert [line.partition(": ")[2] for line in body(article)] == ["The quay of Larn was opened on Monday."]
    assert set(codes(article)) == {"desk-matter"}


def test_front_matter_wins(story: Story) -> None:
    article = story("a.txt", f"---\nembargo: 2098-01-01\n---\nEMBARGO: 3 January 2098\n\n{STORY}")
    assert article.embargo == "2098-01-01"


def test_an_embargo_without_a_date_is_told(story: Story) -> None:
    assert codes(story("a.txt", f"EMBARGOED UNTIL DELIVERY\n\n{STORY}")) == ["desk-matter", "embargo-unreadable"]


def test_a_line_that_may_be_an_embargo_stays_with_a_warning(story: Story) -> None:
    article = story("a.txt", "EMBARGO: HOW LARN LIVES WITHOUT OIL\n\nThe quay of Larn is empty.\n\nNobody comes.\n")
    assert (article.title, codes(article)) == ("EMBARGO: HOW LARN LIVES WITHOUT OIL", ["desk-doubt"])


def test_an_embargo_that_is_lifted(story: Story) -> None:
    article = story("a.txt", f"EMBARGO LIFTED\n\n{STORY}")
    assert (article.embargo, codes(article)) == ("", ["desk-matter"])
