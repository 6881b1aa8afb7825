"""A person walks through the open pictures at a terminal: plain lines, nothing by accident, nothing lost."""

import os
import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.model.alt import AltState, AltText, DescribedArticle
from accessnews.model.article import Article, Figure, Run, figures
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.model.review import Review, keyed
from accessnews.reviews.file import load, save
from accessnews.reviews.terminal import Prompter, Tally, edit_text, review
from tests.fixtures.pictures import Picture, described


def picture(alt: str, state: AltState, *reasons: str, line: int = 1, kind: str = "photo") -> Picture:
    told = AltText(alt, "Ann Lee/AFP", kind, state, reasons)
    place = Place("harbour.md", line)
    return Picture(f"{line}.jpg", (Run(f"Caption of line {line}."),), place, alt=told)


def article(*pictures: Picture, path: Path = Path("harbour.md")) -> DescribedArticle:
    return described(keyed(Article("Harbour", pictures, Place("harbour.md", 1), path, "")))


PICTURES = (
    picture("A crane.", AltState.AUTHOR, line=3),
    picture("Boats lie at a pier.", AltState.DRAFT, line=5),
    picture("Court sketch.", AltState.NEEDS_REVIEW, "quote-only", "too-long", line=14, kind="court-sketch"),
    picture("Two children.", AltState.REVIEWED, line=20),
    picture("A net dries.", AltState.DRAFT, line=30),
)
STORY = article(*PICTURES)
BOATS, SKETCH, NET = [figures(STORY)[place].key for place in (1, 2, 4)]


def no_faults(figure: Figure, alt: str) -> list[str]:
    return []


@dataclass
class Desk:
    """A person who answers from a list and then is gone; ``texts`` are what the editor gives back."""

    answers: list[str]
    texts: list[str | None] = field(default_factory=list)
    story: DescribedArticle = STORY
    heard: list[str] = field(default_factory=list)
    edited: list[tuple[str, str]] = field(default_factory=list)
    kept: list[tuple[str, str, str]] = field(default_factory=list)

    def ask(self, prompt: str) -> str:
        self.heard.append(prompt)
        if not self.answers:
            raise EOFError
        answer = self.answers.pop(0)
        if answer == "^C":
            raise KeyboardInterrupt
        return answer

    def edit(self, text: str, header: str) -> str | None:
        self.edited.append((text, header))
        if not self.texts:
            raise AccessNewsError("there is no editor here", hint="set EDITOR")
        return self.texts.pop(0)

    def save(self, made: Review) -> None:
        self.kept.append((made.key, made.alt, made.description))

    def walk(self, former: Mapping[str, Review] | None = None) -> Tally:
        prompter = Prompter(self.ask, self.heard.append, self.edit)
        return review(self.story, {"b02": Path("images/5.jpg")}, prompter, no_faults, self.save, former)


def kept(*answers: str) -> list[tuple[str, str, str]]:
    desk = Desk(list(answers))
    desk.walk()
    return desk.kept


# What the person hears


def test_a_picture_is_told_in_plain_lines() -> None:
    desk = Desk(["s"])
    desk.walk()
    assert desk.heard[:7] == [
        "",
        "Picture 1 of 3, line 5, photo: draft",
        "File: images/5.jpg",
        "Caption: Caption of line 5.",
        "Credit: Ann Lee/AFP",
        "Alt text: Boats lie at a pier.",
        "Accept (a), edit (e), decorative (d), skip (s), quit (q)? Type ? for help: ",
    ]
    assert desk.heard[8:10] == [
        "Picture 2 of 3, line 14, court sketch: needs review (quote-only, too-long)",
        "File: 14.jpg (not found)",
    ]


def test_what_the_pixels_say_and_who_proposed_it_is_told() -> None:
    at = Place("harbour.md", 5)
    alt = AltText("Boats.", None, "map", AltState.NEEDS_REVIEW, ("model-proposed",), origin="model:llava")
    found = (Finding("picture-kind", "the file looks like a photo", at), Finding("alt-draft", "not this", at))
    desk = Desk(["q"], story=replace(article(Picture("5.jpg", (), at, alt=alt)), findings=found))
    desk.walk()
    assert {"Proposed by: the model llava", "Look: the file looks like a photo"} <= set(desk.heard)
    assert not any("not this" in line for line in desk.heard)


def test_a_picture_without_a_file_name_a_caption_and_a_credit() -> None:
    bare = Picture(None, (), Place("harbour.md", 9), alt=AltText("Photo.", None, "photo", AltState.NEEDS_REVIEW))
    desk = Desk([], story=article(bare))
    desk.walk()
    assert desk.heard[1:5] == [
        "Picture 1 of 1, line 9, photo: needs review",
        "Caption: none",
        "Credit: none",
        "Alt text: Photo.",
    ]


def test_a_story_without_open_pictures() -> None:
    desk = Desk([], story=article(PICTURES[0]))
    assert desk.walk() == Tally(0, 0, 0, 0)
    assert desk.heard == ["harbour.md: no pictures are open"]


def test_the_end_says_what_was_done_and_where_it_is() -> None:
    desk = Desk(["a", "d", "s"])
    assert desk.walk() == Tally(reviewed=2, decorative=1, skipped=1, left=1)
    assert desk.heard[-2:] == [
        "Reviewed: 2 (1 as decorative). Skipped: 1. Still open: 1.",
        "Written to harbour.alt.toml.",
    ]


def test_the_end_of_a_walk_without_a_decision() -> None:
    desk = Desk(["q"])
    assert desk.walk() == Tally(0, 0, 0, left=3)
    assert desk.heard[-2:] == ["Reviewed: 0. Skipped: 0. Still open: 3.", "Nothing was written."]


def test_help_names_every_answer() -> None:
    desk = Desk(["?", "q"])
    desk.walk()
    said = " ".join(desk.heard[7:16])
    assert all(
        word in said for word in ("a, accept, 1", "e, edit, 2", "d, decorative, 3", "s, skip, 4", "q, quit, 5")
    )


# What the person answers


@pytest.mark.parametrize("answer", ["a", "A", "  accept", "Accept ", "1"])
def test_accepting(answer: str) -> None:
    assert kept(answer) == [(BOATS, "Boats lie at a pier.", "")]


@pytest.mark.parametrize("answer", ["d", "DECORATIVE", "3"])
def test_marking_as_decorative(answer: str) -> None:
    assert kept(answer) == [(BOATS, "", "")]


def test_skipping_goes_on_and_quitting_stops() -> None:
    assert kept("s", "4", "a") == [(NET, "A net dries.", "")]
    assert kept("q", "a") == kept("5", "a") == []


@pytest.mark.parametrize("answer", ["", "   ", "yes", "aa", "0", "ok", "\x1b[A", "é"])
def test_anything_else_asks_again_and_accepts_nothing(answer: str) -> None:
    desk = Desk([answer, "q"])
    desk.walk()
    assert desk.kept == []
    assert sum(line.startswith("Accept (a)") for line in desk.heard) == 2


def test_what_is_not_understood_is_said() -> None:
    desk = Desk(["yes", "q"])
    desk.walk()
    assert "“yes” is none of the answers. Type ? for help." in desk.heard


@given(
    st.lists(st.sampled_from(["a", "e", "d", "s", "q", "l", "?", "y", "n", "", "^C"]) | st.text()),
    st.lists(st.none() | st.text()),
)
def test_no_answers_can_break_the_walk(answers: list[str], texts: list[str | None]) -> None:
    desk = Desk(list(answers), list(texts))
    tally = desk.walk()
    assert tally.reviewed + tally.left == 3
    assert len({key for key, _, _ in desk.kept}) == len(desk.kept) == tally.reviewed


# The alt text


def test_an_edited_alt_is_shown_again_and_waits_to_be_accepted() -> None:
    desk = Desk(["e", "a", "q"], texts=["Two  boats\nlie at a pier."])
    desk.walk()
    assert desk.kept == [(BOATS, "Two boats lie at a pier.", "")]
    assert desk.heard[7] == "Alt text: Two boats lie at a pier."
    assert desk.edited == [
        (
            "Boats lie at a pier.",
            "Write the alt text above: who or what is seen, doing what, in about 125 characters.\n"
            "File: images/5.jpg\nCaption: Caption of line 5.\nCredit: Ann Lee/AFP",
        )
    ]


def test_an_edited_alt_can_be_edited_again() -> None:
    desk = Desk(["e", "2", "a", "q"], texts=["Two boats.", "Three boats."])
    desk.walk()
    assert [text for text, _ in desk.edited] == ["Boats lie at a pier.", "Two boats."]
    assert desk.kept == [(BOATS, "Three boats.", "")]


def test_what_is_wrong_with_an_alt_is_said_each_time() -> None:
    def long(figure: Figure, alt: str) -> list[str]:
        return [f"{len(alt)} characters: line {figure.at.line}"] if len(alt) > 10 else []

    desk = Desk(["e", "q", "y"], texts=["Short."])
    review(STORY, {}, Prompter(desk.ask, desk.heard.append, desk.edit), long, desk.save)
    assert [line for line in desk.heard if line.startswith("  Check")] == ["  Check: 20 characters: line 5"]


@pytest.mark.parametrize("text", [None, "", " \n", "Boats lie at a pier."])
def test_an_editor_that_gives_nothing_new_changes_nothing(text: str | None) -> None:
    desk = Desk(["e", "q"], texts=[text])
    desk.walk()
    assert "Nothing has changed." in desk.heard
    assert desk.kept == []


def test_a_character_that_cannot_be_shown_is_refused() -> None:
    desk = Desk(["e", "q"], texts=["a\x1b[2Jb"])
    desk.walk()
    assert "the text has a character that cannot be shown: U+001B" in desk.heard
    assert "Nothing has changed." in desk.heard


def test_a_picture_that_has_no_words_yet_begins_with_an_empty_page() -> None:
    desk = Desk(["s", "e", "a", "q"], texts=["A judge listens."])
    desk.walk()
    assert [text for text, _ in desk.edited] == [""]
    assert desk.kept == [(SKETCH, "A judge listens.", "")]


@pytest.mark.parametrize(
    "written", [None, "Court sketch", "court sketch.", "Bild", "Court sketch, described by its caption.", "A photo"]
)
def test_an_alt_that_says_nothing_of_the_picture_is_not_accepted(written: str | None) -> None:
    desk = Desk(["s", "e", "a", "s", "y", "q"], texts=[written])
    desk.walk()
    assert any("says nothing of the picture. Write what is to be seen (e), or skip (s)." in it for it in desk.heard)
    assert desk.kept == []


def test_without_an_editor_the_text_is_typed() -> None:
    desk = Desk(["e", "  Two boats. ", "a", "e", "", "q"])
    desk.walk()
    assert desk.heard[7:10] == [
        "there is no editor here",
        "  hint: set EDITOR",
        "Type the new text on one line, or nothing to leave it as it is: ",
    ]
    assert desk.kept == [(BOATS, "Two boats.", "")]


def test_where_there_is_no_terminal_for_an_editor_the_text_is_typed_at_once() -> None:
    desk = Desk(["e", "Two boats.", "a", "q"])
    review(STORY, {}, Prompter(desk.ask, desk.heard.append, None), no_faults, desk.save)
    assert desk.heard[7] == "Type the new text on one line, or nothing to leave it as it is: "
    assert desk.kept == [(BOATS, "Two boats.", "")]


@pytest.mark.parametrize("leave", ["s", "q"])
def test_what_was_written_is_not_dropped_without_a_question(leave: str) -> None:
    desk = Desk(["e", leave, "", "n", "a", "q"], texts=["Two boats."])
    desk.walk()
    assert desk.kept == [(BOATS, "Two boats.", "")]
    desk = Desk(["e", leave, "yes", "q"], texts=["Two boats."])
    desk.walk()
    assert desk.kept == []


@pytest.mark.parametrize("answer", ["l", "long", "long description", "6"])
def test_a_long_description_is_kept_with_its_lines(answer: str) -> None:
    desk = Desk([answer, "a", "q"], texts=["One is red.\r\n\r\nOne is blue.\n"])
    desk.walk()
    assert desk.heard[8:11] == [
        "Long description: One is red.",
        "Long description: ",
        "Long description: One is blue.",
    ]
    assert desk.kept == [(BOATS, "Boats lie at a pier.", "One is red.\n\nOne is blue.")]


# What was reviewed before


def test_a_review_from_before_a_changed_caption_is_shown_and_is_where_to_start() -> None:
    was = Review(BOATS, "Two boats.", Place("harbour.alt.toml", 4), "One is red.", "Boats at the old pier.")
    desk = Desk(["a", "q"])
    desk.walk({BOATS: was})
    assert desk.heard[5:9] == [
        "Reviewed before, when the caption was: Boats at the old pier.",
        "Draft now: Boats lie at a pier.",
        "Alt text: Two boats.",
        "Long description: One is red.",
    ]
    assert desk.kept == [(BOATS, "Two boats.", "One is red.")]


def test_a_picture_that_was_decorative_before_starts_from_its_draft() -> None:
    desk = Desk(["a", "q"])
    desk.walk({BOATS: Review(BOATS, "", Place("harbour.alt.toml", 4))})
    assert "Marked as decorative before, when the caption was: not written down" in desk.heard
    assert desk.kept == [(BOATS, "Boats lie at a pier.", "")]


# Nothing is lost


def test_a_decision_that_was_not_saved_in_the_end_is_counted() -> None:
    def fail(made: Review) -> None:
        raise AccessNewsError("no room")

    for answers in (["a", "s", "q"], ["a", "s"], ["a", "^C"], ["a"]):
        desk = Desk(answers)
        tally = review(STORY, {}, Prompter(desk.ask, desk.heard.append, desk.edit), no_faults, fail)
        assert (tally.reviewed, tally.unsaved) == (0, 1)
        assert desk.heard[-2].endswith(" Could not be saved: 1.")


def test_ctrl_c_and_a_closed_terminal_end_the_walk_with_what_was_decided() -> None:
    desk = Desk(["a", "^C"])
    assert desk.walk() == Tally(1, 0, 0, left=2, interrupted=True)
    assert desk.heard[-1] == "Written to harbour.alt.toml."
    desk = Desk(["a"])
    assert desk.walk() == Tally(1, 0, 0, left=2)


def test_every_decision_is_on_disk_before_the_next_question(tmp_path: Path) -> None:
    story = article(*PICTURES, path=tmp_path / "harbour.md")
    counts: list[int] = []

    def ask(prompt: str) -> str:
        counts.append(len(load(story.path)))
        return "s" if len(counts) == 2 else "a"

    def keep(made: Review) -> None:
        save(story, [made])

    review(story, {}, Prompter(ask, print, lambda text, header: None), no_faults, keep)
    assert counts == [0, 1, 1]
    assert [made.alt for made in load(story.path).values()] == ["Boats lie at a pier.", "A net dries."]


def test_a_decision_that_cannot_be_saved_can_be_tried_again() -> None:
    desk = Desk(["a", "a", "q"])
    broken = iter([True, False])

    def save_second_time(made: Review) -> None:
        if next(broken):
            raise AccessNewsError("not valid TOML", Place("harbour.alt.toml", 3), "check the quotes")
        desk.save(made)

    tally = review(STORY, {}, Prompter(desk.ask, desk.heard.append, desk.edit), no_faults, save_second_time)
    assert desk.heard[7:10] == [
        "This is not saved.",
        "harbour.alt.toml:3: not valid TOML",
        "  hint: check the quotes",
    ]
    assert (tally.reviewed, desk.kept) == (1, [(BOATS, "Boats lie at a pier.", "")])


# The editor


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file for a small program that is then $EDITOR; ``file`` in it is what it is to edit."""
    program = tmp_path / "an editor.py"
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{shlex.quote(sys.executable)} {shlex.quote(str(program))} --wait")
    return program


def does(program: Path, body: str) -> None:
    program.write_text(f"import os, sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n{body}\n", "utf-8")


def test_the_editor_shows_the_text_above_and_what_to_know_below(editor: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    does(editor, f"pathlib.Path({str(copy)!r}).write_bytes(file.read_bytes())")
    assert edit_text("Ein Mädchen.", "Write above.\nCaption: A\x1b[2Jgirl.") == "Ein Mädchen."
    assert copy.read_text("utf-8").splitlines() == [
        "Ein Mädchen.",
        "",
        "# Below this line nothing is kept.",
        "# Write above.",
        "# Caption: A [2Jgirl.",
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("file.write_text('A boy.')", "A boy."),
        ("file.write_bytes(b'\\xef\\xbb\\xbfA boy.\\r\\n\\r\\n# Below this line nothing is kept.\\r\\nx')", "A boy."),
        ("file.write_text(file.read_text().replace('A girl.', '#MeToo on a sign.\\n# 2'))", "#MeToo on a sign.\n# 2"),
        ("file.write_text(file.read_text().replace('# Below this line nothing is kept.\\n', ''))", "A girl."),
        ("file.write_text(file.read_text().replace('A girl.', ''))", None),
        ("file.write_text('')", None),
        ("file.unlink()", None),
        ("file.write_text('A boy.'); sys.exit(1)", None),
        ("os.kill(os.getpid(), 9)", None),
    ],
)
def test_what_comes_back_from_the_editor(editor: Path, body: str, text: str | None) -> None:
    does(editor, body)
    assert edit_text("A girl.", "Write above.") == text


def test_ctrl_c_in_the_editor_is_the_editors(editor: Path) -> None:
    """The terminal sends it to both."""
    does(editor, "os.kill(os.getppid(), 2); file.write_text('A boy.')")
    assert edit_text("A girl.", "") == "A boy."
    does(editor, "import signal; file.write_text(str(signal.getsignal(2) is signal.default_int_handler))")
    assert edit_text("A girl.", "") == "True"


def test_visual_goes_before_editor(editor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    does(editor, "file.write_text('A boy.')")
    monkeypatch.setenv("VISUAL", os.environ["EDITOR"])
    monkeypatch.setenv("EDITOR", "false")
    assert edit_text("A girl.", "") == "A boy."


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("no-such-editor --wait", "no editor no-such-editor"),
        ("'unfinished", "cannot be read"),
        ("/", "no editor /"),
    ],
)
def test_an_editor_that_is_not_there_is_an_error_with_a_hint(
    monkeypatch: pytest.MonkeyPatch, command: str, message: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(AccessNewsError, match=message) as caught:
        edit_text("A girl.", "")
    assert "set EDITOR" in caught.value.hint


def test_a_system_without_any_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "  ")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AccessNewsError, match="there is no editor here"):
        edit_text("A girl.", "")


@pytest.mark.skipif(os.name == "nt", reason="shell scripts are not for Windows")
def test_the_systems_editor_is_taken_where_none_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nano = tmp_path / "nano"
    nano.write_text('#!/bin/sh\necho "A boy." > "$1"\n')
    nano.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert edit_text("A girl.", "") == "A boy."


def test_an_editor_that_cannot_be_run_or_saves_other_letters(editor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    does(editor, "file.write_bytes(b'caf\\xe9')")
    with pytest.raises(AccessNewsError, match="did not save UTF-8"):
        edit_text("A girl.", "")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", shlex.quote(str(editor)))  # no program: it names nothing to run it with
    with pytest.raises(AccessNewsError, match="cannot start the editor"):
        edit_text("A girl.", "")
