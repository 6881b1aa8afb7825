"""The review file: decisions survive beside comments, other pictures and merges, and every mistake has its line."""

import os
import shlex
import stat
import tomllib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accessnews import readers
from accessnews.model.alt import AltState, AltText, DescribedArticle
from accessnews.model.article import Article, Run, figures, plain
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.review import Review, keyed
from accessnews.reviews.file import former, load, path_of, save, stale
from accessnews.reviews.file.outdated import STORIES
from tests.fixtures.pictures import Picture, described

PIER, NETS, MAP = "pier.jpg#a7cbf224", "nets.jpg#a768299f", "map.png#cb5b636d"
CAPTIONS = {"pier.jpg": "Boats at Östra pier.", "nets.jpg": "Nets dry.", "map.png": "Where the harbour is."}


def story(folder: Path, captions: dict[str, str] | None = None) -> DescribedArticle:
    """A described story with one picture for each file name."""
    at = Place("harbour.md", 1)
    body = tuple(
        Picture(image or None, (Run(caption),), at, alt=AltText("Photo.", None, "photo", AltState.NEEDS_REVIEW))
        for image, caption in (CAPTIONS if captions is None else captions).items()
    )
    return described(keyed(Article("Harbour", body, at, folder / "harbour.md", "")))


def review(key: str, alt: str = "", description: str = "") -> Review:
    return Review(key, alt, Place("harbour.alt.toml"), description)


def decided(folder: Path) -> dict[str, tuple[str, str]]:
    return {key: (found.alt, found.description) for key, found in load(folder / "harbour.md").items()}


def written(folder: Path, *lines: str) -> Path:
    path = folder / "harbour.alt.toml"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="")
    return path


# Where it is, and what it looks like


@pytest.mark.parametrize(
    ("name", "file"),
    [("a/harbour.md", "a/harbour.alt.toml"), ("v1.2.html", "v1.2.alt.toml"), ("notes", "notes.alt.toml")],
)
def test_the_file_stands_beside_the_story(name: str, file: str) -> None:
    assert path_of(Path(name)) == Path(file)


def test_without_a_file_there_are_no_reviews(tmp_path: Path) -> None:
    assert load(tmp_path / "harbour.md") == {}


def test_a_new_file_reads_well(tmp_path: Path) -> None:
    article = story(tmp_path)
    path = save(article, [review(MAP, "Map of the “old” harbour.", "North is up.\n\nThe pier is red."), review(PIER)])
    head, tables = path.read_text("utf-8").split("\n\n", 1)
    assert all(line.startswith("# ") for line in head.splitlines())
    assert tables == (
        f'["{PIER}"]\n'
        'state = "decorative"\n'
        'alt = ""\n'
        'caption = "Boats at Östra pier."\n'
        "\n"
        f'["{MAP}"]\n'
        'state = "reviewed"\n'
        'alt = "Map of the “old” harbour."\n'
        'caption = "Where the harbour is."\n'
        'description = """North is up.\n'
        "\n"
        'The pier is red."""\n'
    )


def test_what_is_saved_is_loaded_with_its_line(tmp_path: Path) -> None:
    path = save(story(tmp_path), [review(NETS, "Nets on a quay."), review(PIER, "Two boats.", "A long one.")])
    pier, nets = load(tmp_path / "harbour.md").values()
    lines = path.read_text("utf-8").splitlines()
    assert (pier.alt, pier.description, nets.alt) == ("Two boats.", "A long one.", "Nets on a quay.")
    assert pier.at.path == str(path)
    assert [lines[found.at.line - 1] for found in (pier, nets)] == [f'["{PIER}"]', f'["{NETS}"]']


# What an edit leaves alone

EDITED = f"""\
# Our desk's own notes
# on two lines.

# asked Ann about the name of the boat
[ "{PIER}" ]  # checked twice
state = 'reviewed'
alt = 'Two boats.'   # was: boats
caption = "Boats at Östra pier."
# no more to say

# still to be asked
["gone.jpg#00000000"]
alt = "A crane."
state = "reviewed"
description = \"\"\"
["not.jpg#a-table"]
# nor a comment\"\"\"

# the end
"""


def test_an_edit_touches_the_lines_of_its_own_picture_only(tmp_path: Path) -> None:
    path = written(tmp_path, EDITED[:-1])
    save(story(tmp_path), [review(PIER, "Three boats.")])
    assert path.read_text("utf-8") == EDITED.replace("'Two boats.'", '"Three boats."')


def test_a_description_comes_and_goes(tmp_path: Path) -> None:
    path = written(tmp_path, EDITED[:-1])
    save(story(tmp_path), [review(PIER, "Two boats.", "Both are blue.")])
    caption = 'caption = "Boats at Östra pier."\n'
    assert path.read_text("utf-8") == EDITED.replace(caption, f'{caption}description = "Both are blue."\n')
    save(story(tmp_path), [review(PIER, "Two boats.")])
    assert path.read_text("utf-8") == EDITED


def test_a_new_table_goes_where_the_story_has_its_picture(tmp_path: Path) -> None:
    path = written(tmp_path, EDITED[:-1])
    save(story(tmp_path), [review(MAP, "Map of the harbour.")])
    save(story(tmp_path), [review(NETS, "Nets on a quay.")])
    begin, end = EDITED.split("# still to be asked\n")
    new = [
        f'["{NETS}"]\nstate = "reviewed"\nalt = "Nets on a quay."\ncaption = "Nets dry."\n\n',
        f'["{MAP}"]\nstate = "reviewed"\nalt = "Map of the harbour."\ncaption = "Where the harbour is."\n\n',
    ]
    assert path.read_text("utf-8") == f"{begin}{''.join(new)}# still to be asked\n{end}"


def test_in_whatever_order_pictures_are_reviewed_the_file_is_the_same(tmp_path: Path) -> None:
    files = set()
    for turn, keys in enumerate(permutations((PIER, NETS, MAP))):
        folder = tmp_path / str(turn)
        folder.mkdir()
        for key in keys:
            save(story(folder), [review(key, f"Seen: {key}.")])
        files.add((folder / "harbour.alt.toml").read_text("utf-8"))
    assert len(files) == 1


def test_a_file_without_a_last_line_end_is_carried_on(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(f'["{PIER}"]\nalt = "Two boats."\nstate = "reviewed"', "utf-8")
    save(story(tmp_path), [review(NETS, "Nets.")])
    assert path.read_text("utf-8").startswith(f'["{PIER}"]\nalt = "Two boats."\nstate = "reviewed"\n\n["{NETS}"]\n')


def test_what_is_there_already_changes_no_byte(tmp_path: Path) -> None:
    path = written(tmp_path, EDITED[:-1])
    before = path.stat()
    save(story(tmp_path), [review(PIER, "Two boats.")])
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_no_reviews_make_no_file(tmp_path: Path) -> None:
    save(story(tmp_path), [])
    assert list(tmp_path.iterdir()) == []


def test_windows_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "harbour.alt.toml"
    path.write_bytes(b"\xef\xbb\xbf" + EDITED.replace("\n", "\r\n").encode())
    save(story(tmp_path), [review(PIER, "Three boats.", "One.\nTwo.")])
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Our desk")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert decided(tmp_path)[PIER] == ("Three boats.", "One.\nTwo.")


# A changed caption


def gallery(folder: Path, *captions: str) -> DescribedArticle:
    at = Place("harbour.md", 1)
    alt = AltText("Photo.", None, "photo", AltState.NEEDS_REVIEW)
    body = tuple(Picture(None, (Run(caption),), at, alt=alt) for caption in captions)
    return described(keyed(Article("Harbour", body, at, folder / "harbour.md", "")))


TABLE = 'state = "reviewed"\nalt = "Seen."'


def test_a_new_review_leaves_the_stale_one_alone(tmp_path: Path) -> None:
    path = written(tmp_path, EDITED[:-1])
    changed = story(tmp_path, {"pier.jpg": "Boats at the new pier.", "nets.jpg": "Nets dry."})
    key = figures(changed)[0].key
    save(changed, [review(key, "Four boats.")])
    new = f'["{key}"]\nstate = "reviewed"\nalt = "Four boats."\ncaption = "Boats at the new pier."\n\n'
    assert path.read_text("utf-8").replace(new, "") == EDITED
    assert decided(tmp_path)[key] == ("Four boats.", "")
    assert found(changed)[0][0] == "gone.jpg is not in the story any more"
    assert len(found(changed)) == 1


def test_what_is_decided_about_a_new_picture_never_costs_another_its_review(tmp_path: Path) -> None:
    """Three pictures of one file: the caption of the first is changed, the third is new and reviewed first."""
    old = pictures(tmp_path, ("p.jpg", "Boats lie at the pier."), ("p.jpg", "A crane unloads a ship."))
    save(old, [review(figures(old)[0].key, "Three boats."), review(figures(old)[1].key, "A crane.")])
    new = pictures(
        tmp_path,
        ("p.jpg", "Two boats lie at the pier."),
        ("p.jpg", "A crane unloads a ship."),
        ("p.jpg", "Children paint a wall."),
    )
    first, _, third = figures(new)
    assert {key: was.alt for key, was in former(load(new.path), new).items()} == {first.key: "Three boats."}
    save(new, [review(third.key, "A wall.")])
    assert decided(tmp_path)[figures(old)[0].key] == ("Three boats.", "")
    assert [message for message, _, _ in found(new)] == ["the caption of p.jpg has changed since its review"]
    save(new, [review(first.key, "Two boats.")])
    assert found(new) == []
    four = pictures(tmp_path, *((f.src, plain(f.caption)) for f in figures(new)), ("p.jpg", "The mayor speaks."))
    assert former(load(new.path), four) == {}


def pictures(folder: Path, *told: tuple[str | None, str], name: str = "harbour.md") -> DescribedArticle:
    at = Place(name, 1)
    alt = AltText("Photo.", None, "photo", AltState.NEEDS_REVIEW)
    body = tuple(Picture(image, (Run(caption),), at, alt=alt) for image, caption in told)
    return described(keyed(Article("Harbour", body, at, folder / name, "")))


def test_of_two_stale_reviews_of_an_image_the_one_with_the_likest_caption_is_offered(tmp_path: Path) -> None:
    votes, dawn = '["a.jpg#00000001"]', '["a.jpg#00000002"]'
    captions = ['caption = "The council votes."', "", dawn, TABLE, 'caption = "Boats at the pier, dawn."']
    written(tmp_path, votes, TABLE, *captions)
    new = story(tmp_path, {"a.jpg": "Boats at the pier, dusk."})
    [offered] = former(load(new.path), new).values()
    assert (offered.key, offered.caption) == ("a.jpg#00000002", "Boats at the pier, dawn.")


def test_pictures_of_a_gallery_without_names_are_told_apart_by_their_captions(tmp_path: Path) -> None:
    boats, crane = "Boats lie at the pier after a stormy night.", "A crane unloads a ship."
    old = gallery(tmp_path, boats, crane)
    save(old, [review(figure.key, plain(figure.caption)[:5]) for figure in figures(old)])
    new = gallery(tmp_path, "Children paint a wall.", "Boats lie at the pier after a stormy week.")
    assert {key: was.alt for key, was in former(load(new.path), new).items()} == {figures(new)[1].key: "Boats"}
    assert len(found(new)) == 2
    save(new, [review(figure.key, "Seen again.") for figure in figures(new)])
    assert found(new) == []


def test_a_picture_that_goes_from_a_gallery_makes_the_reviews_of_its_twins_stale(tmp_path: Path) -> None:
    """Nothing but their order tells them apart, so nobody knows which of them has gone."""
    two = gallery(tmp_path, "Boats.", "Boats.", "Nets.")
    save(two, [review(figure.key, f"Seen {n}.") for n, figure in enumerate(figures(two))])
    one = gallery(tmp_path, "Boats.", "Nets.")
    assert figures(one)[0].key not in decided(tmp_path)
    assert [message for message, _, _ in found(one)] == ["another number of pictures has this caption now"] * 2


def test_two_stories_of_one_name_share_a_file_and_leave_each_other_alone(tmp_path: Path) -> None:
    one = pictures(tmp_path, ("p.jpg", "Boats."), name="harbour.md")
    two = pictures(tmp_path, ("q.jpg", "Nets."), (None, "A crane."), name="harbour.html")
    for each in (one, two):
        each.path.write_text("", "utf-8")
        save(each, [review(figure.key, "Seen.") for figure in figures(each)])
    assert len(decided(tmp_path)) == 3
    assert found(one) == found(two) == []
    two.path.unlink()
    assert len(found(one)) == 2


def test_a_review_file_is_shared_by_stories_of_every_reader() -> None:
    assert set(STORIES) == set(readers.suffixes())


def found(article: DescribedArticle) -> list[tuple[str, str, int]]:
    findings = list(stale(load(article.path), article))
    assert {finding.code for finding in findings} <= {"review-stale"}
    return [(finding.message, finding.hint, finding.at.line) for finding in findings]


def test_reviews_that_fit_the_story_are_not_stale(tmp_path: Path) -> None:
    save(story(tmp_path), [review(PIER, "Two boats."), review(NETS)])
    assert found(story(tmp_path)) == []


def test_a_changed_caption_is_told_with_the_line_of_the_review(tmp_path: Path) -> None:
    written(tmp_path, "", "", f'["{PIER}"]', 'state = "reviewed"', 'alt = "Two boats."')
    changed = story(tmp_path, {"pier.jpg": "Boats at the new pier."})
    again = f"review it again: accessnews alt review {tmp_path / 'harbour.md'}"
    assert found(changed) == [("the caption of pier.jpg has changed since its review", again, 3)]


def test_a_picture_that_has_gone_is_told(tmp_path: Path) -> None:
    save(story(tmp_path), [review(PIER, "Two boats.")])
    [(message, hint, _)] = found(story(tmp_path, {"nets.jpg": "Nets dry."}))
    assert message == "pier.jpg is not in the story any more"
    assert "delete this table" in hint


def test_a_picture_under_another_name_is_told_with_its_new_key(tmp_path: Path) -> None:
    save(story(tmp_path), [review(PIER, "Two boats.")])
    [(message, hint, _)] = found(story(tmp_path, {"pier-1.jpg": CAPTIONS["pier.jpg"]}))
    assert message == "pier.jpg is not in the story any more, but its caption is"
    assert f'["{PIER.replace("pier", "pier-1")}"]' in hint


def test_a_picture_that_was_reviewed_again_is_no_longer_told(tmp_path: Path) -> None:
    """Its old table waits for the old caption, and harms nobody."""
    written(tmp_path, '["pier.jpg#00000000"]', TABLE, "", f'["{PIER}"]', TABLE)
    assert found(story(tmp_path)) == []


def test_a_command_in_a_hint_can_be_pasted(tmp_path: Path) -> None:
    written(tmp_path, '["pier.jpg#00000000"]', TABLE)
    (tmp_path / "old town").mkdir()
    named = replace(story(tmp_path), path=tmp_path / "old town; ls" / "harbour.md")
    [finding] = stale(load(tmp_path / "harbour.md"), named)
    assert shlex.split(finding.hint.partition(": ")[2])[3:] == [str(named.path)]


def test_a_caption_that_has_gone_from_a_gallery_is_told(tmp_path: Path) -> None:
    save(gallery(tmp_path, "Boats."), [review(figures(gallery(tmp_path, "Boats."))[0].key, "Two boats.")])
    [(message, _, _)] = found(gallery(tmp_path, "Nets."))
    assert message == "no picture has this caption any more"


# Mistakes


@pytest.mark.parametrize(
    ("lines", "line", "message", "hint"),
    [
        (["alt = 'x'"], 1, "alt is not the table of a picture", "quotes and brackets"),
        ([f'"{PIER}" = {{ state = "reviewed", alt = "x" }}'], 1, "is not the table of a picture", "brackets"),
        ([f'[["{PIER}"]]', 'alt = "x"'], 1, "is not the table of a picture", "brackets"),
        (["", "[pier.jpg]", "alt = 'x'"], 2, "pier is not the table of a picture", "in quotes"),
        ([f'["{PIER}"]', 'state = "reviewed"'], 1, "this picture has no alt", "who or what is seen"),
        ([f'["{PIER}"]', 'state = "reviewed"', 'alt = "  "'], 3, "the alt is empty", "decorative"),
        ([f'["{PIER}"]', 'state = "reviewed"', "alt = 3"], 3, "alt must be text in quotes", "alt = "),
        ([f'["{PIER}"]', 'alt = "x"'], 1, "this picture has no state", 'state = "reviewed"'),
        ([f'["{PIER}"]', 'alt = "x"', 'state = "done"'], 3, "unknown state done", 'state = "reviewed"'),
        ([f'["{PIER}"]', 'alt = "x"', 'state = "decorative"'], 3, "a decorative picture has no words", "reviewed"),
        ([f'["{PIER}"]', 'state = "reviewed"', 'atl = "x"'], 3, "unknown key atl", "did you mean alt?"),
        ([f'["{PIER}"]', 'state = "reviewed"', r'alt = "a\u0007"'], 3, "cannot be shown: U+0007", "without it"),
        ([f'["{PIER}"]', 'state = "reviewed"', r'alt = "a\u202eb"'], 3, "cannot be shown: U+202E", "without it"),
        ([f'["{PIER}"]', 'state = "reviewed"', "alt = x"], 3, "not valid TOML", "quotes"),
        ([f'["{PIER}"]', 'alt = "She said "no"."'], 2, "not valid TOML", r"\""),
        ([f'["{PIER}"]', "alt = 'x'", f'["{PIER}"]'], 3, "this stands in the file twice", "keep one"),
        ([f'["{PIER}"]', "<<<<<<< HEAD", 'alt = "a"', "=======", 'alt = "b"'], 2, "a merge was left", "keep one"),
        ([f'["{PIER}"]', 'alt = "x"', 'description = """', "<<<<<<< ours", '"""'], 4, "a merge was left", "keep"),
    ],
)
def test_a_mistake_has_its_line_and_a_hint(
    tmp_path: Path, lines: list[str], line: int, message: str, hint: str
) -> None:
    path = written(tmp_path, *lines)
    before = path.read_bytes()
    for attempt in (lambda: load(tmp_path / "harbour.md"), lambda: save(story(tmp_path), [review(PIER, "x")])):
        with pytest.raises(AccessNewsError) as caught:
            attempt()
        assert message in caught.value.message
        assert hint in caught.value.hint
        assert caught.value.at == Place(str(path), line)
    assert path.read_bytes() == before


def test_bytes_that_are_not_utf_8_have_their_line(tmp_path: Path) -> None:
    (tmp_path / "harbour.alt.toml").write_bytes(b'["a"]\nalt = "caf\xe9"\n')
    with pytest.raises(AccessNewsError, match=r"harbour\.alt\.toml:2: this line is not UTF-8"):
        load(tmp_path / "harbour.md")


def test_a_folder_a_giant_and_an_endless_name_are_errors(tmp_path: Path) -> None:
    (tmp_path / "a.alt.toml").mkdir()
    (tmp_path / "b.alt.toml").write_bytes(b"#" * 4_000_001)
    for name, message in (("a.md", "a folder"), ("b.md", "more than 4 MB"), ("c" * 250 + ".md", "cannot read")):
        with pytest.raises(AccessNewsError, match=message):
            load(tmp_path / name)


@given(st.binary())
@example(b"[[[[[")
@example(b'a."b".c = [[{}]]')
@example(b"\xff\xfe[")
def test_no_bytes_make_it_raise_anything_else(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    (folder / "harbour.alt.toml").write_bytes(data)
    with suppress(AccessNewsError):
        load(folder / "harbour.md")


# Writing


def test_of_many_who_save_at_once_no_review_is_lost(tmp_path: Path) -> None:
    article = story(tmp_path, {f"{n}.jpg": f"Picture {n}." for n in range(40)})
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda figure: save(article, [review(figure.key, "Seen.")]), figures(article)))
    assert len(decided(tmp_path)) == 40
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.alt.toml"]


def test_what_somebody_else_has_decided_since_is_not_written_over(tmp_path: Path) -> None:
    article = story(tmp_path)
    seen = load(article.path)
    path = save(article, [review(PIER, "Boats of the night fishers.")])
    with pytest.raises(AccessNewsError, match=r"somebody else .*: “Boats of the night fishers.”") as caught:
        save(article, [review(NETS, "Nets."), review(PIER, "Two boats.")], seen)
    assert caught.value.at == Place(str(path), 6)
    assert decided(tmp_path) == {PIER: ("Boats of the night fishers.", "")}
    save(article, [review(PIER, "Boats of the night fishers."), review(NETS, "Nets.")], seen)
    save(article, [review(PIER, "Two boats.")], load(article.path))
    assert decided(tmp_path)[PIER] == ("Two boats.", "")


def test_a_wrong_review_among_right_ones_writes_nothing(tmp_path: Path) -> None:
    for wrong, message in (("a\x1bb", r"U\+001B"), (" \n ", "the alt is empty"), ("\ud800", r"U\+D800")):
        with pytest.raises(AccessNewsError, match=message):
            save(story(tmp_path), [review(PIER, "Two boats."), review(NETS, wrong)])
    assert list(tmp_path.iterdir()) == []


def test_more_than_can_be_loaded_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(AccessNewsError, match="would have more than 4 MB"):
        save(story(tmp_path), [review(PIER, "Two boats.", "x" * 4_000_000)])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AccessNewsError, match="cannot write this file") as caught:
        save(story(tmp_path / "gone"), [review(PIER, "Two boats.")])
    assert caught.value.hint


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_mode_and_link_stay(tmp_path: Path) -> None:
    real = tmp_path / "shared.toml"
    real.write_text("")
    real.chmod(0o640)
    (tmp_path / "harbour.alt.toml").symlink_to(real)
    path = save(story(tmp_path), [review(PIER, "Two boats.")])
    assert path.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(file.name for file in tmp_path.iterdir()) == ["harbour.alt.toml", "shared.toml"]


# Any text

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NO_CONTROLS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=TURNING)
ALTS = st.text(NO_CONTROLS, min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
DESCRIPTIONS = st.text(st.one_of(NO_CONTROLS, st.sampled_from("\n\t\"'\\#[]="))).map(str.strip)


@given(ALTS, DESCRIPTIONS, DESCRIPTIONS)
@example('"""', 'a\n"""', '""""')
@example("\\", "\\\n\\", "'''")
@example("\u2028\x85.", "a\u2028b\nc", "#\n[x]\n\n# y")
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, alt: str, description: str, other: str
) -> None:
    folder = tmp_path_factory.mktemp("round")
    article = story(folder)
    alt = " ".join(alt.split())
    save(article, [review(PIER, alt, other), review(MAP, "Map.", other)])
    path = save(article, [review(NETS, alt, other), review(PIER, alt, description)])
    assert decided(folder) == {PIER: (alt, description), NETS: (alt, other), MAP: ("Map.", other)}
    assert tomllib.loads(path.read_text("utf-8"))[PIER]["caption"] == CAPTIONS["pier.jpg"]
    before = path.read_bytes()
    save(article, load(article.path).values())
    assert path.read_bytes() == before


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_file_name_and_caption_make_a_table(
    tmp_path_factory: pytest.TempPathFactory, image: str, caption: str
) -> None:
    folder = tmp_path_factory.mktemp("names")
    article = story(folder, {image: caption, "nets.jpg": "Nets dry."})
    [figure, _] = figures(article)
    save(article, [review(figure.key, "Seen.")])
    save(article, [review(figure.key, "Seen again.")])
    assert decided(folder) == {figure.key: ("Seen again.", "")}
