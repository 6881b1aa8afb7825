"""A programme file, and what is said of one that does not hold together."""

from collections.abc import Callable
from pathlib import Path

import pytest

from accessnews.briefing.programme import Bed, load, of_stories
from accessnews.model.errors import UsageError

Write = Callable[[str, str], Path]

WHOLE = """title = "Saltby this morning"
date = 2026-11-30
minutes = 5
opening = "jingle.wav"
bed = { file = "bed.mp3", level = -18 }
tell = "lead"

[[story]]
file = "harbour.md"
link = "First, the harbour."
voice = "newsreader-second"
weight = 2

[[story]]
files = "sport/*.md"
tell = "headline"
limit = 1
heading = "Sport"
"""


def test_a_programme_says_what_is_told(write: Write, tmp_path: Path) -> None:
    write("sport/a.md", "# A\n")
    write("sport/b.md", "# B\n")
    programme = load(write("saltby.toml", WHOLE))
    assert (programme.title, programme.date, programme.minutes) == ("Saltby this morning", "2026-11-30", 5.0)
    assert (programme.opening, programme.bed) == (tmp_path / "jingle.wav", Bed(tmp_path / "bed.mp3", -18.0))
    harbour, sport = programme.items
    assert (harbour.files, harbour.tell, harbour.weight, harbour.at.line) == (
        (tmp_path / "harbour.md",),
        "lead",
        2,
        8,
    )
    assert [file.name for file in sport.files] == ["a.md", "b.md"]
    assert (sport.tell, sport.limit, sport.heading, sport.at.line) == ("headline", 1, "Sport", 14)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('titel = "A"\n[[story]]\nfile = "a.md"\n', 1, "unknown key titel"),
        ('title = "A"\nintro = "It is {wekday}."\n[[story]]\nfile = "a.md"\n', 2, "unknown placeholder {wekday}"),
        ('title = "A"\nintro = "It is {"\n[[story]]\nfile = "a.md"\n', 2, "Single '{' encountered"),
        ('title = "A"\n', 0, "a programme without stories"),
        ('[[story]]\nlink = "First"\n', 1, "a story needs a file"),
        ('[[story]]\nfile = "a.md"\nfiles = "*.md"\n', 1, "a story needs a file"),
        ('[[story]]\nfile = "none/*.md"\n', 1, "no story matches none/*.md"),
        ('[[story]]\nfile = "a.md"\n\n[[story]]\nfile = "b.md"\ntell = "leed"\n', 4, "tell: no leed"),
        ('[[story]]\nfile = "a.md"\nweight = 0\n', 1, "weight is 0.0, not within 0.1 to 100.0"),
        ('minutes = "five"\n[[story]]\nfile = "a.md"\n', 1, "minutes must be a number"),
        ('date = "30 Nov"\n[[story]]\nfile = "a.md"\n', 1, "not a date: 30 Nov"),
        ('bed = { level = -20 }\n[[story]]\nfile = "a.md"\n', 1, "a bed needs a file"),
        ("story = 5\n", 0, "story must be tables"),
    ],
)
def test_what_does_not_hold_together_has_its_line(write: Write, text: str, line: int, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        load(write("saltby.toml", text))
    assert caught.value.at
    assert (caught.value.at.line, caught.value.message.startswith(message)) == (line, True), caught.value.message


def test_stories_of_a_command_are_a_programme() -> None:
    programme = of_stories([Path("a.md"), Path("b.md")], "Saltby, this morning", "full")
    assert (programme.path.stem, [item.tell for item in programme.items]) == ("saltby-this-morning", ["full", "full"])
