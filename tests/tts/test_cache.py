"""Speech comes back from the store as it was put there, or not at all, whatever happens to its folder."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.narration.script import Role, Utterance
from accessnews.narration.speech import SynthesizedSpeech, WordBoundary
from accessnews.normalize import Span
from accessnews.tts._cache import Store, cached, key
from accessnews.tts._cache.size import parsed, shown
from tests.tts.cache_writers import holds, name, speech

ROOT = Path(__file__).parents[2]
SPEECH = SynthesizedSpeech(
    bytes(range(200)), 22_050, (WordBoundary(0, 3, 0), WordBoundary(4, 11, 40, estimated=True))
)
HELLO = key("tone 1", Utterance("b01s1", Role.BODY, "en", Place("a.md", 1), (Span("Hello.", "Hello."),)))
HOUR = 3_600


def utterance(*spans: Span, lang: str = "en") -> Utterance:
    return Utterance("b01s1", Role.BODY, lang, Place("harbour.md", 3), spans)


def files(store: Store) -> list[Path]:
    return sorted(path for path in store.folder.rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG")


def entry_of(store: Store) -> Path:
    (path,) = files(store)
    return path


def set_used(store: Store, number: int, seconds_ago: float) -> Path:
    path = next(path for path in files(store) if path.parent.name + path.stem == name(number))
    os.utime(path, (time.time() - seconds_ago,) * 2)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "speech")


# Keys


def test_a_key_is_64_hexadecimal_digits_and_the_same_tomorrow() -> None:
    """A change here makes every store on earth start anew: then VERSION in entry.py has one more."""
    assert HELLO == "e2a339aaeb24e915aa4237c13ab739de5bb6748bd075fcb3a7cb36db23b9c3b5"


def test_where_a_sentence_stands_and_how_it_is_shown_is_not_in_its_sound() -> None:
    here = utterance(Span("£2m", "two million pounds"))
    there = Utterance("n02s7", Role.NOTE, "en", Place("other.md", 90), (Span("£2 million", "two million pounds"),))
    assert key("tone 1", here) == key("tone 1", there)


@pytest.mark.parametrize(
    "other",
    [
        utterance(Span("Leith", "Leeth", "en-GB", "liːθ"), lang="de"),
        utterance(Span("Leith", "Leith", "en-GB", "liːθ")),
        utterance(Span("Leith", "Leeth", "en", "liːθ")),
        utterance(Span("Leith", "Leeth", "en-GB")),
        utterance(Span("Leith", "Leeth", "en-GB", "liːθ"), Span("", "")),
    ],
)
def test_whatever_shapes_the_sound_is_in_the_key(other: Utterance) -> None:
    told = utterance(Span("Leith", "Leeth", "en-GB", "liːθ"))
    assert key("tone 1", told) != key("tone 1", other)
    assert key("tone 1", told) != key("tone 2", told)


parts = st.lists(st.text(max_size=4) | st.text("\ud83d\ude00😀,\0", max_size=3), min_size=5, max_size=5)


@given(parts, parts)
def test_no_two_utterances_share_a_key(one: list[str], other: list[str]) -> None:
    """Not even where text moves from one part to the next, or is half of a letter."""
    keys = [key(made[0], utterance(Span("", made[2], made[3], made[4]), lang=made[1])) for made in (one, other)]
    assert (keys[0] == keys[1]) == (one == other)


# Round trips

frames = st.integers(-(2**63), 2**63 - 1)
words = st.lists(st.builds(WordBoundary, frames, frames, frames, st.booleans()), max_size=20).map(tuple)
speeches = st.builds(SynthesizedSpeech, st.binary(max_size=3_000), st.integers(0, 2**32 - 1), words)


@given(speeches, st.text())
@settings(max_examples=200)
def test_any_speech_comes_back_equal(told: SynthesizedSpeech, maker: str) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.put(HELLO, told, maker)
        assert store.get(HELLO) == told
        assert Store(Path(folder)).get(HELLO) == told
        assert store.disabled_reason == ""


def test_a_number_that_no_entry_can_hold_is_not_kept_and_no_trouble(store: Store) -> None:
    store.put(HELLO, SynthesizedSpeech(b"", 22_050, (WordBoundary(0, 1, 2**63),)))
    assert store.get(HELLO) is None
    assert store.disabled_reason == ""


def test_a_second_speech_under_a_key_takes_the_place_of_the_first(store: Store) -> None:
    store.put(HELLO, speech(1))
    store.put(HELLO, SPEECH)
    assert store.get(HELLO) == SPEECH


# Damage


def test_cut_anywhere_an_entry_is_a_miss_and_goes(store: Store) -> None:
    store.put(HELLO, SPEECH, "tone 1")
    path = entry_of(store)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert store.get(HELLO) is None
        assert not path.exists()
    assert store.disabled_reason == ""


def test_with_any_bit_flipped_an_entry_is_a_miss_and_goes(store: Store) -> None:
    store.put(HELLO, SPEECH, "tone 1")
    path = entry_of(store)
    whole = path.read_bytes()
    for bit in range(8 * len(whole)):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(damaged)
        assert store.get(HELLO) is None
        assert not path.exists()


@given(st.binary(max_size=400))
def test_any_bytes_in_the_place_of_an_entry_are_a_miss(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.put(HELLO, SPEECH)
        entry_of(store).write_bytes(data)
        assert store.get(HELLO) is None
        assert files(store) == []


def test_an_entry_under_the_name_of_another_is_a_miss(store: Store) -> None:
    store.put(name(1), speech(1))
    one = entry_of(store)
    store.put(name(2), speech(2))
    other = next(path for path in files(store) if path != one)
    other.write_bytes(one.read_bytes())
    assert store.get(name(2)) is None
    assert store.get(name(1)) == speech(1)


def test_an_entry_of_a_later_version_is_a_miss_even_where_it_is_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accessnews.tts._cache.entry.VERSION", 2)
    store.put(HELLO, SPEECH)
    assert store.get(HELLO) == SPEECH
    monkeypatch.undo()
    assert store.get(HELLO) is None
    assert files(store) == []


def test_more_bytes_than_a_store_may_hold_are_not_read(store: Store) -> None:
    store.put(HELLO, SPEECH)
    os.truncate(entry_of(store), 10**12)  # a hole: it takes no room on the disk
    assert store.get(HELLO) is None
    assert files(store) == []


# A folder that is not what it should be


def test_a_store_is_tagged_for_backups_to_leave_out(store: Store) -> None:
    store.put(HELLO, SPEECH)
    assert (store.folder / "CACHEDIR.TAG").read_bytes()[:43] == b"Signature: 8a477f597d28d172789f06886806bc55"


def test_asking_makes_no_folder(store: Store) -> None:
    assert store.get(HELLO) is None
    assert store.stats().entries == 0
    assert store.clear().entries == 0
    assert not store.folder.exists()


@pytest.mark.parametrize("stranger", ["notes.txt", "CACHEDIR.TAG", "ab/notes.txt"])
def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path, stranger: str) -> None:
    theirs = tmp_path / stranger
    theirs.parent.mkdir(exist_ok=True)
    theirs.write_text("Signature: 8a477f597d28d172789f06886806bc55\n# of another program")
    store = Store(tmp_path)
    store.put(HELLO, SPEECH)
    assert store.disabled_reason == f"{tmp_path} is not a store of speech"
    assert files(store) == ([] if stranger == "CACHEDIR.TAG" else [theirs])
    for refused in (store.clear, store.prune, store.stats):
        with pytest.raises(UsageError, match="is not a store of speech"):
            refused()
    assert theirs.exists()


def test_a_link_is_no_tag(tmp_path: Path, store: Store) -> None:
    """The specification wants an ordinary file."""
    store.put(HELLO, SPEECH)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/CACHEDIR.TAG").symlink_to(store.folder / "CACHEDIR.TAG")
    with pytest.raises(UsageError):
        Store(tmp_path / "other").clear()


def test_clearing_removes_entries_and_nothing_else(store: Store, tmp_path: Path) -> None:
    for number in range(5):
        store.put(name(number), speech(number))
    shard = files(store)[0].parent
    outside = tmp_path / "outside" / files(store)[0].name
    outside.parent.mkdir()
    outside.write_text("linked to")
    theirs = [
        store.folder / "notes.txt",
        shard / "notes.txt",
        shard / ("0" * 62),
        store.folder / ("0" * 62 + ".speech"),
    ]
    for path in theirs:
        path.write_text("mine")
    (shard / ("1" * 62 + ".speech")).mkdir()
    (store.folder / "0f0f").mkdir()
    (shard / ("2" * 62 + ".speech")).symlink_to(outside)
    linked = next(f"{n:02x}" for n in range(256) if not (store.folder / f"{n:02x}").exists())
    (store.folder / linked).symlink_to(outside.parent, target_is_directory=True)
    assert store.clear().entries == 5
    assert all(path.read_text() == "mine" for path in theirs)
    assert outside.read_text() == "linked to"
    assert (shard / ("2" * 62 + ".speech")).is_symlink()
    assert (store.folder / linked).is_symlink()
    store.put(HELLO, SPEECH)
    assert store.get(HELLO) == SPEECH


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_in_the_place_of_an_entry_keeps_nobody_waiting(store: Store) -> None:
    store.put(HELLO, SPEECH)
    entry = entry_of(store)
    entry.unlink()
    os.mkfifo(entry)
    assert store.get(HELLO) is None
    assert store.disabled_reason == f"cannot read speech kept in {store.folder}: this is no regular file"
    store.put(HELLO, SPEECH)
    assert entry.is_fifo()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_no_tag(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "CACHEDIR.TAG")
    with pytest.raises(UsageError, match="is not a store of speech"):
        Store(tmp_path).clear()


def test_clearing_takes_damaged_entries_and_empty_folders_along(store: Store) -> None:
    store.put(HELLO, SPEECH)
    entry_of(store).write_bytes(b"")
    assert store.clear().entries == 1
    assert [path.name for path in store.folder.iterdir()] == ["CACHEDIR.TAG"]


def test_a_folder_that_is_a_file_is_trouble_told_once(tmp_path: Path) -> None:
    (tmp_path / "speech").write_text("in the way")
    store = Store(tmp_path / "speech")
    assert store.get(HELLO) is None
    store.put(HELLO, SPEECH)
    assert store.disabled_reason.startswith(f"cannot keep speech in {tmp_path / 'speech'}: ")
    with pytest.raises(AccessNewsError):
        store.clear()
    assert (tmp_path / "speech").read_text() == "in the way"


def test_a_folder_that_vanishes_stays_away_and_the_store_goes_quiet(store: Store, tmp_path: Path) -> None:
    store.put(name(1), speech(1))
    store.folder.rename(tmp_path / "elsewhere")
    assert store.get(name(1)) is None
    store.put(name(2), speech(2))
    assert store.disabled_reason == f"cannot keep speech in {store.folder}: No such file or directory"
    assert not store.folder.exists()
    (tmp_path / "elsewhere").rename(store.folder)
    store.put(name(3), speech(3))
    assert holds(store, 1, 2, 3) == [1]


def start(job: str, *arguments: object) -> subprocess.Popen[str]:
    """A process at one of the jobs in ``store_writers``."""
    command = [sys.executable, "-m", "tests.tts.cache_writers", job, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def end(process: subprocess.Popen[str]) -> str:
    """What a process has printed that went well."""
    printed, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return printed


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="no users as Unix has them")
def test_a_folder_that_can_only_be_read_is_still_read() -> None:
    """In a folder of its own: others may not look into pytest's."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        store = Store(Path(folder) / "speech")
        store.put(name(1), speech(1))
        path = set_used(store, 1, 5 * HOUR)
        for made in (path, path.parent, store.folder):
            made.chmod(0o555)
        printed = end(start("as_nobody", store.folder))
        assert printed == f"[1]\ncannot keep speech in {store.folder}: Permission denied\n"
        path.chmod(0)
        printed = end(start("as_nobody", store.folder))
        assert printed == f"[]\ncannot read speech kept in {store.folder}: Permission denied\n"
        for made in (store.folder, path.parent):
            made.chmod(0o755)


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no limit on the size of files")
def test_a_full_disk_only_makes_it_slower(store: Store) -> None:
    told = f"[1] cannot keep speech in {store.folder}: File too large\n"
    assert end(start("on_a_full_disk", store.folder)) == told
    assert len(files(store)) == 1


# What stays


def test_past_the_limit_the_least_recently_used_go(tmp_path: Path) -> None:
    store = Store(tmp_path / "speech", limit=32_000)  # an entry takes 1,057 bytes
    for number in range(30):
        store.put(name(number), speech(number))
        set_used(store, number, (100 - number) * HOUR)
    assert store.get(name(0)) == speech(0)  # and with that, it is the last one used
    store.put(name(30), speech(30))
    assert holds(store, *range(31)) == [0, *range(4, 31)]


def test_the_limit_holds_whatever_is_put(tmp_path: Path) -> None:
    store = Store(tmp_path / "speech", limit=50_000)
    for number in range(300):
        store.put(name(number), speech(number, frames=number % 7 * 300))
        assert store.stats().size <= 50_000
    assert store.stats().entries > 10


def test_what_is_larger_than_the_limit_is_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "speech", limit=1_000)
    store.put(name(1), speech(1))
    assert not store.folder.exists()
    assert store.disabled_reason == ""


def test_a_store_takes_over_what_earlier_ones_have_left(tmp_path: Path) -> None:
    for number in range(100):  # one process after the other, each putting one
        Store(tmp_path / "speech", limit=20_000).put(name(number), speech(number))
    assert Store(tmp_path / "speech").stats().size <= 20_000


def test_an_entry_is_marked_as_used_at_most_once_an_hour(store: Store) -> None:
    store.put(name(1), speech(1))
    path = set_used(store, 1, 0.9 * HOUR)
    before = path.stat().st_mtime
    assert holds(store, 1)
    assert path.stat().st_mtime == before
    set_used(store, 1, 1.1 * HOUR)
    assert holds(store, 1)
    assert path.stat().st_mtime > before
    set_used(store, 1, -50 * HOUR)  # a clock that was wrong
    assert holds(store, 1)
    assert path.stat().st_mtime < before + 2 * HOUR


def test_what_is_being_written_is_left_alone_and_what_a_killed_run_left_is_not(store: Store) -> None:
    store.put(name(1), speech(1))
    path = entry_of(store)
    writing, abandoned, tag = (
        path.with_name(f"{path.stem}.0123456789abcdef.part"),
        path.with_name(f"{path.stem}.fedcba9876543210.part"),
        store.folder / "CACHEDIR.TAG.fedcba9876543210.part",
    )
    for draft in (writing, abandoned, tag):
        draft.write_bytes(b"half")
    for draft in (abandoned, tag):
        os.utime(draft, (time.time() - 2 * HOUR,) * 2)
    store.prune()
    assert files(store) == sorted([path, writing])


def test_prune_leaves_what_fits_into_another_limit(store: Store) -> None:
    for number in range(10):
        store.put(name(number), speech(number))
        set_used(store, number, (20 - number) * HOUR)
    evicted = store.prune(3_500)
    assert (evicted.entries, evicted.size) == (7, store.stats().size // 3 * 7)
    assert holds(store, *range(10)) == [7, 8, 9]


def test_stats_tell_what_is_there_and_of_whom(store: Store) -> None:
    for number, maker in enumerate(["tone 1", "tone 1", "horn 2"]):
        store.put(name(number), speech(number), maker)
    set_used(store, 2, 30 * HOUR)
    stats = store.stats()
    assert stats.size == sum(path.stat().st_size for path in files(store))
    assert [(maker, entries) for maker, entries, _ in stats.makers] == [("tone 1", 2), ("horn 2", 1)]
    assert stats.oldest == pytest.approx(time.time() - 30 * HOUR, abs=60)
    assert stats.newest == pytest.approx(time.time(), abs=60)


# Many at once


@pytest.mark.parametrize("limit", [10**9, 100_000], ids=["all fit", "few fit"])
def test_eight_processes_at_once_some_killed_in_the_middle(tmp_path: Path, limit: int) -> None:
    folder = tmp_path / "speech"
    doomed = [start("hammer", folder, limit, seed, 10**9) for seed in range(3)]
    living = [start("hammer", folder, limit, seed, 300) for seed in range(3, 8)]
    while not folder.exists() and any(process.poll() is None for process in living):
        time.sleep(0.01)
    for process in doomed:
        time.sleep(0.2)
        process.kill()
        process.communicate()
    assert sum(int(end(process)) for process in living) > 0
    store = Store(folder, limit)
    for number in range(40):
        assert store.get(name(number)) in (None, speech(number, frames=3_000))
    for draft in folder.rglob("*.part"):  # of the killed
        os.utime(draft, (0, 0))
    store.clear()
    assert [path.name for path in folder.iterdir()] == ["CACHEDIR.TAG"]


def test_eight_processes_pass_the_limit_by_no_more_than_a_64th_each(tmp_path: Path) -> None:
    limit, entry = 500_000, 3_100
    writers = [start("fill", tmp_path / "speech", limit, seed, 60) for seed in range(8)]
    while any(writer.poll() is None for writer in writers):
        assert Store(tmp_path / "speech").stats().size <= limit + 8 * (limit // 64 + entry)
        time.sleep(0.01)
    assert [end(writer) for writer in writers] == ["\n"] * 8
    assert Store(tmp_path / "speech").stats().entries > 100


# Around a voice


def test_a_sentence_is_spoken_once_and_fetched_from_then_on(store: Store) -> None:
    spoken = []

    def say(told: Utterance) -> SynthesizedSpeech:
        spoken.append(told.spoken)
        return speech(len(told.spoken))

    greet = cached(say, "tone 1, en, 165", store)
    story = [utterance(Span(text, text)) for text in ("Hello.", "The harbour opened.", "Hello.")]
    first = [greet(told) for told in story]
    assert spoken == ["Hello.", "The harbour opened."]
    again = cached(say, "tone 1, en, 165", Store(store.folder))
    assert [again(told) for told in story] == first
    assert len(spoken) == 2
    cached(say, "tone 1, en, 190", store)(story[0])
    assert len(spoken) == 3
    assert [maker for maker, *_ in store.stats().makers] == ["tone 1"]


def test_without_a_folder_the_voice_speaks_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "speech")
    greet = cached(lambda told: SPEECH, "tone 1", store)
    assert [greet(utterance(Span("Hello.", "Hello."))) for _ in range(3)] == [SPEECH] * 3
    assert "Not a directory" in store.disabled_reason


def test_what_the_voice_cannot_say_is_not_kept(store: Store) -> None:
    def say(told: Utterance) -> SynthesizedSpeech:
        raise AccessNewsError("the voice said nothing", told.at)

    with pytest.raises(AccessNewsError):
        cached(say, "tone 1", store)(utterance(Span("Hello.", "Hello.")))
    assert not store.folder.exists()


def test_threads_share_a_store(tmp_path: Path) -> None:
    store = Store(tmp_path / "speech", limit=100_000)
    failures: list[object] = []

    def say(told: Utterance) -> SynthesizedSpeech:
        return speech(int(told.spoken), frames=2_000)

    fetch = cached(say, "tone 1", store)

    def many(seed: int) -> None:
        dice = random.Random(seed)  # noqa: S311 (nothing here is a secret)
        for _ in range(150):
            number = dice.randrange(40)
            if fetch(utterance(Span("", str(number)))) != speech(number, frames=2_000):
                failures.append(number)

    threads = [threading.Thread(target=many, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert store.stats().size <= 100_000
    assert store.disabled_reason == ""


# Sizes


@pytest.mark.parametrize(
    ("text", "count"),
    [("500MB", 500_000_000), ("1.5 GB", 1_500_000_000), ("20 kb", 20_000), ("7", 7), ("0", 0), (" 2TB ", 2 * 10**12)],
)
def test_sizes_are_read_as_people_write_them(text: str, count: int) -> None:
    assert parsed(text) == count


@pytest.mark.parametrize("text", ["", "MB", "-1", "1e9", "1,5 GB", "5 parsecs", "٥MB", "1.", "9" * 5_000])
def test_what_is_no_size_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parsed(text)
    assert "500MB" in caught.value.hint


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (940, "940 bytes"),
        (999_960, "1 MB"),
        (103_240_000, "103.2 MB"),
        (10**9, "1 GB"),
    ],
)
def test_sizes_are_shown_as_people_read_them(count: int, text: str) -> None:
    assert shown(count) == text


def test_a_longer_name_of_a_maker_is_cut_between_letters(store: Store) -> None:
    store.put(HELLO, SPEECH, "é" * 79)
    assert store.stats().makers[0][0] == "é" * 40
    assert replace(store.stats(), makers=()).entries == 1
