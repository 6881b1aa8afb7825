"""What audiobook and Opus have in common: their time, their bytes, what they say when their library is missing."""

import errno
import hashlib
import importlib
import io
import os
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from accessnews import formats
from accessnews.audio.encode import OLDEST, Form, check_installed, encode
from accessnews.model.errors import UsageError
from tests.fixtures.editions import RATE, edition, plain
from tests.fixtures.programmes import chaptered, clicking, cut_up, data, decoded, onsets
from tests.fixtures.tools import extra

ROOT = Path(__file__).parents[2]
CODEC_FRAME = {"m4b": 1024, "opus": RATE // 50}
both = pytest.mark.parametrize("name", ["m4b", "opus"])


@pytest.fixture
def codecs() -> None:
    extra("av", "codecs")


@both
@pytest.mark.usefixtures("codecs")
def test_a_player_is_on_time_from_the_first_frame_to_the_last(name: str, tmp_path: Path) -> None:
    made = clicking(chaptered(["click"] * 9))
    samples = decoded(data(formats.load(name), made), tmp_path)
    assert abs(len(samples) - made.timeline.frames) < CODEC_FRAME[name]
    assert max(abs(late) for late in onsets(samples, made.timeline.chapters)) < 5


@both
@pytest.mark.usefixtures("codecs")
def test_another_process_makes_the_same_bytes(name: str) -> None:
    program = (
        "import hashlib\nfrom accessnews import formats\nfrom tests.fixtures.editions import edition\n"
        f"from tests.fixtures.programmes import data\nmade = data(formats.load({name!r}), edition('arabic'))\n"
        "print(hashlib.sha256(made).hexdigest())"
    )
    there = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert there.strip() == hashlib.sha256(data(formats.load(name), edition("arabic"))).hexdigest()


@both
@pytest.mark.usefixtures("codecs")
def test_how_the_sound_is_cut_into_pieces_does_not_matter(name: str) -> None:
    made, writer = edition("arabic"), formats.load(name)
    assert data(writer, cut_up(made, 4_410)) == data(writer, cut_up(made, 1_000_002)) == data(writer, made)


@pytest.mark.usefixtures("codecs")
def test_both_are_made_at_once_as_they_are_one_after_the_other() -> None:
    made, writers = edition("arabic"), [formats.load(name) for name in ("m4b", "opus", "m4b", "opus")]
    alone = [data(writer, made) for writer in writers]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda writer: data(writer, made), writers)) == alone


@both
@pytest.mark.usefixtures("codecs")
def test_a_page_can_offer_it(name: str) -> None:
    (file,) = formats.load(name).write(edition("plain"))
    assert (file.path, file.media_type, file.offer, file.form) == {
        "m4b": ("ferry.m4b", "audio/mp4", "audiobook", "M4B"),
        "opus": ("audio/ferry.opus", "audio/ogg; codecs=opus", "audio", "Opus"),
    }[name]


@both
def test_without_the_library_it_says_what_to_install(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)  # as if it were not installed
    with pytest.raises(UsageError) as caught:
        importlib.import_module(f"accessnews.formats.{name}").ready(plain())
    assert caught.value.hint == "pip install 'accessnews[codecs]'"


@pytest.mark.parametrize(
    ("version", "is_enough"), [("9.2.0", False), ("17.0.1", False), ("17.1.0", True), ("18", True)]
)
def test_what_is_installed_is_as_new_as_the_extra_asks(
    version: str, is_enough: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = tmp_path / f"av-{version}.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: av\nVersion: {version}\n", "utf-8")
    (tmp_path / "av.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    if is_enough:
        check_installed()
        return
    with pytest.raises(UsageError, match=f"too old here: PyAV {version}") as caught:
        check_installed()
    assert caught.value.hint == "pip install 'accessnews[codecs]'"


def test_a_folder_of_that_name_is_not_the_library(tmp_path: Path) -> None:
    (tmp_path / "av").mkdir()
    program = "from accessnews.audio.encode import check_installed\ncheck_installed()"
    alone = [sys.executable, "-S", "-c", program]  # without any package
    done = subprocess.run(alone, cwd=tmp_path, env=here(), capture_output=True, text=True)
    assert "UsageError: what encodes AAC and Opus is not installed here" in done.stderr


def test_the_version_is_that_of_the_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    oldest = ".".join(map(str, OLDEST))
    assert project["project"]["optional-dependencies"]["codecs"] == [f"av>={oldest}"]


def test_a_library_that_does_not_load_is_told_as_one_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "av.py").write_text('raise ImportError("libavcodec.so.0: cannot open")', "utf-8")
    program = (
        "from io import BytesIO\nfrom accessnews.audio.encode import Form, encode\n"
        "from tests.fixtures.editions import edition\n"
        "encode(edition('plain').recording, Form('ogg', 'libopus', 24_000, 40_000, {}, {}), {}, BytesIO())"
    )
    done = subprocess.run([sys.executable, "-c", program], env=here(tmp_path), capture_output=True, text=True)
    assert done.stderr.splitlines()[-1].endswith(
        "UsageError: what encodes AAC and Opus does not load here: libavcodec.so.0: cannot open"
    )


def here(*first: Path) -> dict[str, str]:
    """An environment in which the house is found, and before it what lies in other folders."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (*first, ROOT)))}


class FullDisk(io.BytesIO):
    """What did not fit is tried again whenever the place in the file is changed."""

    is_full = False

    def write(self, data: Any) -> int:
        self.is_full = self.tell() > 10_000
        self.flush()
        return super().write(data)

    def seek(self, *place: int) -> int:
        self.flush()
        return super().seek(*place)

    def flush(self) -> None:
        if self.is_full:
            raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(("container", "codec"), [("mp4", "aac"), ("ogg", "libopus")])
@pytest.mark.usefixtures("codecs")
def test_a_full_disk_is_said_to_be_one(container: str, codec: str, capfd: pytest.CaptureFixture[str]) -> None:
    options = {"movflags": "+faststart"} if container == "mp4" else {}
    form = Form(container, codec, 24_000, 64_000, options, {})
    with pytest.raises(OSError, match="No space left"):
        encode(edition("arabic").recording, form, {}, FullDisk())
    assert capfd.readouterr().err == ""  # where PyAV says what it does with an exception
