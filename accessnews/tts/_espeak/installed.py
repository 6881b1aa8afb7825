"""Where eSpeak NG's library and data are, and its data with a voice of ours among them."""

import ctypes
import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from accessnews.model.errors import AccessNewsError
from accessnews.text.files import cache_folder, shipped_voices

# A voice that flutters does not say the same sentence twice alike, for its counter runs on from call to
# call. This variant, laid over any voice, stops it: speech becomes a function of the text.
STEADY = "steady"

REINSTALL = "reinstall with: pip install --force-reinstall espeakng-loader"

DONT_EXIT = 0x8000
"""espeakINITIALIZE_DONT_EXIT: report missing data instead of ending the interpreter."""

_LONGEST_PATH = 150  # eSpeak refuses data paths over 160 characters


def bundled() -> tuple[Path, Path] | None:
    """Library and data folder of the wheel, where it fits this machine."""
    if not sys.platform.startswith("linux"):
        return None  # the binding looks at fixed paths elsewhere
    try:
        import espeakng_loader
    except ImportError:
        return None
    folder = Path(espeakng_loader.__file__).parent
    library = folder / "libespeak-ng.so.1"
    return (library, folder / "espeak-ng-data") if library.is_file() else None


def system_data(binding: Any) -> Path:
    """Where the system's library has its data: asked of itself, without starting it."""
    path = ctypes.c_char_p()
    binding.dll.espeak_Info.restype = ctypes.c_char_p
    if binding.Initialize(binding.AUDIO_OUTPUT_SYNCHRONOUS, 0, None, DONT_EXIT) > 0:
        binding.dll.espeak_Info(ctypes.byref(path))
        binding.Terminate()
    return Path(os.fsdecode(path.value)) if path.value else Path()


def with_variant(data: Path) -> Path:
    """A folder that shows eSpeak's data with our variant among its own, behind a path short enough for it.

    It is made once a user and installation, out of links (or copies, where links are not allowed), and
    appears by one rename.
    """
    variant = shipped_voices() / "espeak" / STEADY
    name = hashlib.sha256(f"{data.resolve()}\0{data.stat().st_mtime_ns}\0{variant.read_text()}".encode())
    for base in _cache_folders():
        target = base / f"espeak-{name.hexdigest()[:12]}"
        if (target / "phontab").is_file() and (target / "voices" / "!v" / STEADY).is_file():
            return target
        try:
            base.mkdir(parents=True, exist_ok=True)
            staging = Path(tempfile.mkdtemp(prefix="making-", dir=base))
            _lay_out(data.resolve(), variant, staging)
            try:
                staging.rename(target)
            except OSError:  # another process was first, or a cleaner left half of it
                shutil.rmtree(target if not (target / "phontab").is_file() else staging, ignore_errors=True)
                if staging.is_dir():
                    staging.rename(target)
            return target
        except OSError:
            continue
    raise AccessNewsError("no folder to write to for the voice's data", hint="set TMPDIR to a folder with space")


def _cache_folders() -> list[Path]:
    folders = [
        cache_folder(),
        Path(tempfile.gettempdir()) / f"accessnews-{getattr(os, 'getuid', lambda: 0)()}",
    ]
    return [folder for folder in folders if len(str(folder)) < _LONGEST_PATH]


def _lay_out(data: Path, variant: Path, target: Path) -> None:
    for entry in data.iterdir():
        if entry.name != "voices":
            _link(entry, target / entry.name)
    variants = target / "voices" / "!v"
    variants.mkdir(parents=True)
    for entry in (data / "voices").iterdir():
        if entry.name != "!v":
            _link(entry, target / "voices" / entry.name)
    for entry in (data / "voices" / "!v").iterdir():
        _link(entry, variants / entry.name)
    shutil.copyfile(variant, variants / STEADY)


def _link(source: Path, target: Path) -> None:
    try:
        target.symlink_to(source)
    except OSError:  # Windows without the privilege
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
