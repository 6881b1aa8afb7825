"""Voice files: where Piper's voices lie, and what their configuration says of them.

A voice is ``NAME.onnx`` with ``NAME.onnx.json`` beside it: in a project's ``voices/``, in the one that comes with
accessnews, or in an installed package whose name has ``piper_voice`` in it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from accessnews.model.errors import Place, UsageError, did_you_mean
from accessnews.model.settings import Voice
from accessnews.text.langtag import primary

_SUFFIX = ".onnx"
_PACKAGES = "piper_voice"
_LIMIT = 1_000_000  # bytes of a configuration; the largest has 8,000
_GET = "pip install 'accessnews[neural]' brings an English voice; others are a .onnx and a .onnx.json in voices/"


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """A voice on disk: its model, and what the file beside it says."""

    model: Path
    lang: str  # BCP 47
    accent: str  # eSpeak's voice, whose phonemes it has learnt
    rate: int  # frames a second
    config: dict[str, Any]

    @property
    def name(self) -> str:
        return self.model.stem

    @property
    def digest(self) -> str:
        """SHA-256 of the model's bytes."""
        with self.model.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()


def wanted(voice: Voice) -> VoiceFile:
    """The voice that a profile names: a name or a path; where it names none, the first one of its language.

    Raises UsageError where there is none, or where its files do not hold together.
    """
    folders = [Path(voice.folder)] if voice.folder else []
    if voice.voice.endswith(_SUFFIX):
        return read(Path(voice.folder) / voice.voice)
    known = {path.stem: path for path in paths(folders)}
    if voice.voice:
        if voice.voice not in known:
            hint = did_you_mean(voice.voice, list(known)) if known else _GET
            raise UsageError(f"no Piper voice {voice.voice} here", hint=hint)
        return read(known[voice.voice])
    own = speaking(voice.lang, folders)
    if own is None:
        raise UsageError(f"no Piper voice here speaks the language {voice.lang}", hint=_GET)
    return own


def speaking(lang: str, folders: Sequence[Path]) -> VoiceFile | None:
    """The first voice for a BCP 47 tag: of just that tag, else of its primary language."""
    files = [read(path) for path in paths(folders)]
    same = [file for file in files if primary(file.lang) == primary(lang)]
    return next((file for file in same if file.lang.casefold() == lang.casefold()), same[0] if same else None)


def paths(folders: Sequence[Path]) -> Iterator[Path]:
    """Every model, those in ``folders`` first, each folder's by name."""
    for folder in (*folders, *_packages()):
        models = sorted(folder.glob(f"*{_SUFFIX}"))
        yield from (model for model in models if _beside(model).is_file())


@cache
def _packages() -> tuple[Path, ...]:
    """Folders of installed packages that hold models; none of them is imported."""
    names = sorted(module.name for module in iter_modules() if _PACKAGES in module.name)
    roots = [
        Path(root) for spec in filter(None, map(find_spec, names)) for root in spec.submodule_search_locations or ()
    ]
    return tuple(sorted({model.parent for root in roots for model in root.rglob(f"*{_SUFFIX}")}))


def read(model: Path) -> VoiceFile:
    """A voice by the path of its model."""
    beside = _beside(model)
    for path in (model, beside):
        if not path.is_file():
            raise UsageError(f"no such file: {path}", hint="a Piper voice is a .onnx with its .onnx.json beside it")
    try:
        with beside.open("rb") as stream:
            config = json.loads(stream.read(_LIMIT))
        accent, rate = str(config["espeak"]["voice"]), int(config["audio"]["sample_rate"])
        if not 8_000 <= rate <= 48_000:
            raise ValueError(f"{rate} frames a second")
        code = str(config.get("language", {}).get("code") or accent)
        return VoiceFile(model, code.replace("_", "-"), accent, rate, config)
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError, OSError) as error:
        hint = "it comes with the model; download both again"
        raise UsageError("not the configuration of a Piper voice", Place(str(beside)), hint) from error


def _beside(model: Path) -> Path:
    return model.with_name(f"{model.name}.json")
