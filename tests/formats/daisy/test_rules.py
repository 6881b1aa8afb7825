"""The rules of DAISY 2.02, one after the other, over every book: there is no validator that can be installed."""

import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.fixtures.tools import ffmpeg
from tests.formats.daisy.books import XHTML, TalkingBook, clock

MANDATORY = {  # DAISY 2.02, appendix 2, and what players ask for
    "dc:creator",
    "dc:date",
    "dc:format",
    "dc:identifier",
    "dc:language",
    "dc:publisher",
    "dc:title",
    "ncc:charset",
    "ncc:depth",
    "ncc:files",
    "ncc:footnotes",
    "ncc:generator",
    "ncc:kByteSize",
    "ncc:multimediaType",
    "ncc:narrator",
    "ncc:pageFront",
    "ncc:pageNormal",
    "ncc:pageSpecial",
    "ncc:prodNotes",
    "ncc:setInfo",
    "ncc:tocItems",
    "ncc:totalTime",
}
HEADINGS = re.compile(r"h[1-6]")


# Files


def test_files_lie_side_by_side_under_names_that_every_system_can_read(book: TalkingBook) -> None:
    assert [name for name in book.zip.namelist() if not re.fullmatch(r"[a-z0-9]{1,8}\.[a-z0-9]{3,4}", name)] == []
    assert {name.rpartition(".")[2] for name in book.zip.namelist()} <= {"html", "smil", "mp3", "jpg", "png", "css"}


def references(book: TalkingBook) -> Iterator[str]:
    """Every file that one of the book's files refers to."""
    for name in book.zip.namelist():
        if name.endswith((".html", ".smil")):
            for element in book.xml(name).iter():
                for target in (element.get("src", ""), element.get("href", "")):
                    if target and not target.startswith("#") and ":" not in target:
                        yield target.partition("#")[0]


def test_what_is_referred_to_is_there_and_all_that_is_there_is_referred_to(book: TalkingBook) -> None:
    assert set(references(book)) == set(book.zip.namelist()) - {"ncc.html", "master.smil"}


def test_the_sound_is_mono_at_a_constant_bit_rate_without_a_tag_before_it(book: TalkingBook) -> None:
    assert book.zip.read("audio.mp3")[:2] == b"\xff\xf3"


# Metadata


def test_everything_that_is_asked_for_is_said_once(book: TalkingBook) -> None:
    names = [name for name, _ in book.meta()]
    assert sorted(names) == sorted(MANDATORY)
    assert [name for name, content in book.meta() if not content.strip()] == []


def test_what_never_differs(book: TalkingBook) -> None:
    said = dict(book.meta())
    assert said["dc:format"] == "Daisy 2.02"
    assert said["ncc:charset"] == "utf-8"
    assert said["ncc:multimediaType"] == "audioFullText"
    assert said["ncc:setInfo"] == "1 of 1"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", said["dc:date"])


def test_numbers_are_those_of_what_is_there(book: TalkingBook) -> None:
    said = dict(book.meta())
    sizes = [entry.file_size for entry in book.zip.infolist()]
    assert int(said["ncc:files"]) == len(sizes)
    assert int(said["ncc:kByteSize"]) == -(-sum(sizes) // 1024)
    assert int(said["ncc:tocItems"]) == len(book.lines)
    assert int(said["ncc:depth"]) == max(int(line.tag[1]) for line in book.headings)
    assert int(said["ncc:prodNotes"]) == sum(line.kind == "optional-prodnote" for line in book.lines)
    assert int(said["ncc:footnotes"]) == sum(line.kind == "noteref" for line in book.lines)
    assert {said[f"ncc:page{kind}"] for kind in ("Front", "Normal", "Special")} == {"0"}


def test_all_files_are_of_the_same_book(book: TalkingBook) -> None:
    said = dict(book.meta())
    for name in ["master.smil", *book.smils]:
        own = dict(book.meta(name))
        assert len(own) == len(book.meta(name)), "something is said twice"
        assert {key: own[key] for key in ("dc:identifier", "dc:title", "dc:format")} == {
            key: said[key] for key in ("dc:identifier", "dc:title", "dc:format")
        }


# The navigation control centre


def test_the_first_line_is_the_title_and_no_other_is(book: TalkingBook) -> None:
    assert (book.lines[0].tag, book.lines[0].kind) == ("h1", "title")
    assert [line for line in book.lines[1:] if line.kind == "title"] == []


def test_lines_are_of_kinds_that_players_know_and_have_words_and_ids(book: TalkingBook) -> None:
    kinds = {("div", "group"), ("span", "optional-prodnote"), ("span", "noteref"), ("h1", "title")}
    others = [line for line in book.lines if (line.tag, line.kind) not in kinds]
    assert [line for line in others if not HEADINGS.fullmatch(line.tag) or line.kind] == []
    assert all(line.label.strip() for line in book.lines)
    assert len({line.id for line in book.lines}) == len(book.lines)


def test_lines_have_no_attribute_that_the_schema_of_daisy_has_not(book: TalkingBook) -> None:
    """d202ncc.rng in DAISY Pipeline 1."""
    (body,) = book.ncc.iterfind(f"{XHTML}body")
    assert {attribute for line in body for attribute in line.keys()} <= {"class", "id"}  # noqa: SIM118 (no mapping)
    assert {attribute for link in body.iterfind("*/*") for attribute in link.keys()} == {"href"}  # noqa: SIM118


def test_no_level_is_skipped(book: TalkingBook) -> None:
    levels = [int(line.tag[1]) for line in book.headings]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_every_line_leads_to_a_par_or_its_text_and_lines_keep_the_order(book: TalkingBook) -> None:
    places = {key: n for n, par in enumerate(book.pars) for key in ((par.smil, par.id), (par.smil, par.text_id))}
    order = [places[line.file, line.target] for line in book.lines]
    assert order == sorted(order)


def test_every_smil_file_opens_with_a_heading(book: TalkingBook) -> None:
    """The first has what stands above the headline before it."""
    openings = {next(book.pars_of(name)).id for name in book.smils[1:]}
    assert [line.file for line in book.headings] == book.smils
    assert {line.target for line in book.headings[1:]} == openings


def test_its_headings_are_those_of_the_text(book: TalkingBook) -> None:
    """EasyReader 10 shows no text where a heading leads to none, and no heading that has no line."""
    in_text = [element for element in book.content.iter() if HEADINGS.fullmatch(element.tag.removeprefix(XHTML))]
    assert [element.tag.removeprefix(XHTML) for element in in_text] == [line.tag for line in book.headings]
    for line, heading in zip(book.headings, in_text, strict=True):
        assert book.leads_to(line) in list(heading.iter())


# SMIL


def test_the_master_lists_every_smil_file_in_order(book: TalkingBook) -> None:
    refs = list(book.xml("master.smil").iterfind("body/ref"))
    assert [ref.get("src") for ref in refs] == book.smils
    assert [ref.get("title") for ref in refs] == [line.label for line in book.headings]


def test_every_par_lights_up_an_element_and_ends_with_its_sound(book: TalkingBook) -> None:
    for name in book.smils:
        pars = list(book.xml(name).iterfind("body/seq/par"))
        ids = [element.get("id") for par in pars for element in par.iter()]
        assert len(set(ids)) == len(ids)
        assert None not in ids
        assert {par.get("endsync") for par in pars} == {"last"}
        assert {tuple(child.tag for child in par) for par in pars} == {("text", "audio")}
    assert [par.text for par in book.pars] == [f"content.html#{par.id}" for par in book.pars]
    assert {par.id for par in book.pars} <= set(book.elements)


def test_clips_cover_the_programme_and_no_more_of_the_sound_than_there_is(book: TalkingBook, tmp_path: Path) -> None:
    sound = tmp_path / "audio.mp3"
    sound.write_bytes(book.zip.read("audio.mp3"))
    command = [ffmpeg(), "-v", "error", "-i", str(sound), "-f", "s16le", "-"]
    decoded = subprocess.run(command, check=True, capture_output=True)
    assert decoded.stderr == b""
    assert book.pars[0].start == 0
    assert [one.end for one in book.pars[:-1]] == [other.start for other in book.pars[1:]]
    assert all(par.start < par.end for par in book.pars)
    assert {par.audio for par in book.pars} == {"audio.mp3"}
    assert book.pars[-1].end <= len(decoded.stdout) / 2 / 22.05 + 1


def test_every_file_says_how_long_it_is_and_what_came_before(book: TalkingBook) -> None:
    elapsed = 0
    for name in book.smils:
        said, (sequence,) = dict(book.meta(name)), book.xml(name).iterfind("body/seq")
        lasts = sum(par.end - par.start for par in book.pars_of(name))
        assert clock(said["ncc:totalElapsedTime"]) == elapsed
        assert clock(said["ncc:timeInThisSmil"]) == lasts
        assert sequence.get("dur") == f"{lasts // 1000}.{lasts % 1000:03d}s"
        elapsed += lasts
    assert clock(dict(book.meta())["ncc:totalTime"]) == elapsed
    assert clock(dict(book.meta("master.smil"))["ncc:timeInThisSmil"]) == elapsed


# Text and notes


def words(element: Element, said: set[str], inside: str = "") -> Iterator[str]:
    """For every stretch of text with a letter or digit the id of the par around it; empty where there is none."""
    own = element.get("id", "")
    assert not (inside and own in said), "an utterance inside another"
    inside = own if own in said else inside
    if any(map(str.isalnum, element.text or "")):
        yield inside
    for child in element:
        yield from words(child, said, inside)
        if any(map(str.isalnum, child.tail or "")):
            yield inside


def test_every_word_is_read_once_and_in_order(book: TalkingBook) -> None:
    """The label of a note is not: it is said before the note's first words."""
    (body,) = book.content.iter(f"{XHTML}body")
    for label in [element for element in body.iter() if element.get("class") == "label"]:
        label.text = ""
    read = list(dict.fromkeys(words(body, {par.id for par in book.pars})))
    assert read == [par.id for par in book.pars]


def test_footnotes_can_be_left_out(book: TalkingBook) -> None:
    required = {par.id: par.required for par in book.pars}
    listed = [line.id for line in book.lines if line.kind == "noteref"]
    bodies = [element for element in book.elements.values() if "notebody" in (element.get("class") or "").split()]
    inside = [each.get("id") for body in bodies for each in body.iter() if each.get("id") in required]
    assert [own for own, what in required.items() if what == "footnote-on"] == inside
    assert len(listed) == len(bodies)
    assert set(listed) <= set(inside)


def test_what_is_said_of_a_picture_can_be_left_out_and_nothing_else(book: TalkingBook) -> None:
    notes = [par.id for par in book.pars if par.required == "prodnote-on"]
    assert {par.required for par in book.pars} <= {None, "prodnote-on", "footnote-on"}
    assert [own for own, element in book.elements.items() if element.get("class") == "optional-prodnote"] == notes
    assert [line.id for line in book.lines if line.kind == "optional-prodnote"] == notes
