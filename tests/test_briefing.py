"""From a programme to a bundle: what is told, by whom, for how long, in every format."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from accessnews import formats
from accessnews.audio import RATE
from accessnews.briefing import programme as programmes
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.model.settings import Settings, Voice
from accessnews.pipeline.briefing import brief, plan, running_order
from accessnews.pipeline.recipe import render
from tests.audio.test_music import written
from tests.fixtures.tools import epubcheck_messages

Write = Callable[[str, str], Path]
TONE = Voice("tone", "silence", rate=170)
HARBOUR = "# Harbour opens\n\nBoats left at dawn. Nets were dry by noon.\n\n" + "Rain came over the hill. " * 60
FERRY = "# Ferry held\n\nThe ferry stays.[^1] Ada Kerr said so.\n\n[^1]: At the pier.\n\n" + "It is wet there. " * 120
MARKET = '---\nlang: fr\ndate: 2026-11-29\n---\n# Le marché\n\nIl ouvre.\n\n![](pier.jpg "Un marché. [AP]")\n'
PROGRAMME = """title = "Saltby on {weekday}"
date = 2026-11-30
intro = "Good morning. {count} stories."
minutes = 2
[[story]]
file = "harbour.md"
link = "First, the harbour."
[[story]]
file = "ferry.md"
heading = "Travel"
weight = 2
[[story]]
file = "market.md"
tell = "full"
"""


@pytest.fixture
def programme(write: Write) -> Path:
    for name, text in (("harbour.md", HARBOUR), ("ferry.md", FERRY), ("market.md", MARKET)):
        write(name, text)
    return write("saltby.toml", PROGRAMME)


def settings(output: Path, *names: str) -> Settings:
    return Settings(output=str(output), formats=names or ("html", "audio", "timeline"))


def manifest(folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return document


def utterances(folder: Path) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = json.loads((folder / "timeline.json").read_text("utf-8"))["utterances"]
    return said


def test_a_briefing_is_told_in_order_and_to_the_minute(programme: Path, tmp_path: Path) -> None:
    folder = brief(programmes.load(programme), settings(tmp_path / "out"), TONE).folder
    said = [utterance["text"] for utterance in utterances(folder)]
    assert said[:5] == ["Saltby on Monday", "30 November 2026", "Good morning.", "3 stories.", "First, the harbour."]
    order = [
        "Harbour opens",
        "Boats left at dawn.",
        "Travel",
        "Ferry held",
        "The ferry stays.",
        "Le marché",
        "Il ouvre.",
    ]
    assert [text for text in said if text in order] == order
    assert "You have been listening to Saltby on Monday." in said
    assert said[-1] == "At the pier."
    written_down = manifest(folder)
    assert written_down["audio"]["duration"] == pytest.approx(120, abs=3)
    assert [(story["file"], story["tell"]) for story in written_down["stories"]] == [
        ("harbour.md", "lead"),
        ("ferry.md", "lead"),
        ("market.md", "full"),
    ]
    harbour, ferry, _ = (story["duration"] for story in written_down["stories"])
    assert ferry / harbour == pytest.approx(2, rel=0.4)


def test_two_renders_are_the_same_bytes(programme: Path, tmp_path: Path) -> None:
    made = [
        brief(
            programmes.load(programme), settings(tmp_path / name, "html", "audio", "epub"), TONE
        ).archive.read_bytes()
        for name in ("a", "b")
    ]
    assert made[0] == made[1]


def test_headings_are_sections_and_stories(programme: Path, tmp_path: Path) -> None:
    page = (brief(programmes.load(programme), settings(tmp_path / "out"), TONE).folder / "index.html").read_text()
    for heading in ("<h2", "Harbour opens", "<h2", "Travel", "<h3", "Ferry held", "<h3", "Le marché"):
        assert heading in page
        page = page[page.index(heading) + len(heading) :]


def test_the_page_opens_with_the_running_order(programme: Path, tmp_path: Path) -> None:
    render(programme.with_name("harbour.md"), settings(tmp_path / "out"), TONE)
    folder = brief(programmes.load(programme), settings(tmp_path / "out"), TONE).folder
    order = (folder / "index.html").read_text().split('<nav class="order"')[1].split("</nav>")[0]
    assert "3 stories, 2 minutes" in order
    assert order.count("<li>") == 3
    assert order.count("Read the whole story: Harbour opens") == order.count("Read the whole story") == 1


def test_the_plan_says_what_the_render_makes(programme: Path, tmp_path: Path) -> None:
    loaded = programmes.load(programme)
    order = running_order(plan(loaded, settings(tmp_path / "out"), TONE, None))
    folder = brief(loaded, settings(tmp_path / "out"), TONE).folder
    assert [title for title, _, _ in order[:-1]] == ["Harbour opens", "Ferry held", "Le marché"]
    assert order[-1][2] / RATE == pytest.approx(manifest(folder)["audio"]["duration"], abs=0.3)  # the last pause
    assert not (tmp_path / "out" / "saltby" / "nothing").exists()


def test_every_story_can_have_its_voice(programme: Path, tmp_path: Path, write: Write) -> None:
    write("voices/second.toml", 'engine = "silence"\nrate = 300\n')
    loaded = programmes.load(programme)
    first, *others = loaded.items
    loaded = replace(loaded, minutes=0.0, items=(replace(first, voice="second"), *others))
    folder = brief(loaded, settings(tmp_path / "out"), TONE, project=tmp_path).folder
    assert [reader["profile"] for reader in manifest(folder)["voice"]["readers"]] == ["second"]
    lengths = {said["text"]: said["end"] - said["start"] for said in utterances(folder)}
    assert lengths["Boats left at dawn."] < lengths["The ferry stays."] * 1.2


def test_music_takes_time_and_leaves_cues_contiguous(programme: Path, tmp_path: Path) -> None:
    jingle, sting = written(tmp_path / "jingle.wav", 3), written(tmp_path / "sting.wav", 1)
    loaded = programmes.load(programme)
    bed = programmes.Bed(jingle, -20.0)
    loaded = replace(loaded, opening=jingle, closing=jingle, between=sting, bed=bed, credit="Bells by A. Gill")
    folder = brief(loaded, settings(tmp_path / "out"), TONE).folder
    said = utterances(folder)
    assert manifest(folder)["audio"]["duration"] == pytest.approx(120, abs=4)
    assert [cue["start"] for cue in said[1:]] == [cue["end"] for cue in said[:-1]]
    assert said[0]["end"] > 4 * RATE
    assert "Music: Bells by A. Gill." in [cue["text"] for cue in said]


def test_the_newest_of_many_are_told(write: Write, tmp_path: Path) -> None:
    for day in (3, 5, 4):
        write(f"sport/{day}.md", f"---\ndate: 2026-11-0{day}\n---\n# Game {day}\n\nThey won.\n")
    path = write("s.toml", 'intro = "{date}"\n[[story]]\nfiles = "sport/*.md"\nlimit = 2\nheading = "Sport"\n')
    made = plan(programmes.load(path), settings(tmp_path / "out"), TONE, None)
    assert [story.article.title for story in made.stories] == ["Game 5", "Game 4"]
    assert made.programme.date == "2026-11-05"


def test_a_broken_story_stops_the_programme_unless_it_may_be_skipped(programme: Path, tmp_path: Path) -> None:
    programme.with_name("ferry.md").unlink()
    with pytest.raises(AccessNewsError, match=r"saltby\.toml:8: .*ferry\.md"):
        plan(programmes.load(programme), settings(tmp_path / "out"), TONE, None)
    loaded = replace(programmes.load(programme), skip_broken=True, minutes=0.0)
    bundle = brief(loaded, settings(tmp_path / "out"), TONE)
    assert [finding.at.line for finding in bundle.findings if finding.code == "story-skipped"] == [8]


def test_what_does_not_fit_says_what_would_have_to_go(programme: Path, tmp_path: Path) -> None:
    loaded = replace(programmes.load(programme), minutes=0.5, intro="Good morning to all of you. " * 20)
    with pytest.raises(AccessNewsError, match="too short for a sentence of each story") as caught:
        plan(loaded, settings(tmp_path / "out"), TONE, None)
    assert "“Harbour opens”" in caught.value.hint


def test_a_programme_with_less_to_tell_than_time_says_so(programme: Path, tmp_path: Path) -> None:
    bundle = brief(replace(programmes.load(programme), minutes=30.0), settings(tmp_path / "out"), TONE)
    assert [finding.at.line for finding in bundle.findings if finding.code == "briefing-length"] == [4]


def test_a_date_that_nobody_knows_is_asked_for(write: Write, tmp_path: Path) -> None:
    write("a.md", "# A\n\nWe wait.\n")
    path = write("s.toml", 'intro = "It is {weekday}."\n[[story]]\nfile = "a.md"\n')
    with pytest.raises(UsageError, match="intro says a date, and none is known"):
        plan(programmes.load(path), settings(tmp_path / "out"), TONE, None)


def test_a_date_in_a_link_is_asked_for_at_its_story(write: Write, tmp_path: Path) -> None:
    write("a.md", "# A\n\nWe wait.\n")
    path = write("s.toml", 'title = "S"\n[[story]]\nfile = "a.md"\nlink = "This {weekday}, the harbour."\n')
    with pytest.raises(UsageError, match=r"s\.toml:2: link says a date, and none is known"):
        plan(programmes.load(path), settings(tmp_path / "out"), TONE, None)


def test_what_is_to_be_said_of_pictures_that_are_not_told_is_not_said(write: Write, tmp_path: Path) -> None:
    twice = '![](a.jpg "Rain falls on the pier. [AP]")\n\n![](b.jpg "Rain falls on the pier. [AP]")\n'
    story = write("a.md", f"# A\n\nWe wait.\n\n{twice}")
    for tell, is_told in (("headline", False), ("full", True)):
        bundle = brief(programmes.of_stories([story], "S", tell), settings(tmp_path / "out"), TONE)
        assert ("same-caption" in {finding.code for finding in bundle.findings}) == is_told


def everything() -> Iterator[str]:
    return (name for name in formats.names() if name not in ("m4b", "opus", "brf"))


def test_every_format_takes_a_briefing(programme: Path, tmp_path: Path, draw: Callable[..., Path]) -> None:
    shutil.copy(draw("photo.jpg"), programme.with_name("pier.jpg"))
    loaded = replace(programmes.load(programme), between=written(tmp_path / "sting.wav", 1))
    folder = brief(loaded, settings(tmp_path / "out", *everything()), TONE).folder
    assert epubcheck_messages(folder / "saltby.epub") == []
