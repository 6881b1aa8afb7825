"""A model: phonemes in, sound out, and how long each phoneme lasts."""

import re
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from accessnews.model.errors import AccessNewsError, Place
from accessnews.tts._piper.voicefiles import VoiceFile

_QUIETER = 0.7  # of full scale: loud syllables would pass it by a little; the programme gets one gain later
_CEIL = b'"\x04Ceil'  # the kind of a node; before it stand its output and its name
_OUTPUT = re.compile(rb"\x12([\x01-\x7f])([ -~]+)\x1a[\x01-\x7f][ -~]*$")


@dataclass(frozen=True, slots=True)
class Breath:
    """What one run of the model gave: 16-bit little-endian PCM, and the frame at which each phoneme begins."""

    pcm: bytes
    starts: tuple[int, ...]  # one a phoneme; empty where the model does not tell


class Model:
    """A voice of Piper. It is loaded when it first speaks; threads may share it.

    Noise is off: the same phonemes give the same bytes, and a recogniser understands more of them.
    """

    def __init__(self, file: VoiceFile, length_scale: float) -> None:
        self.file = file
        self.length_scale = length_scale
        self._loading = threading.Lock()
        self._loaded: Any = None

    def phonemes(self, text: str) -> list[list[str]]:
        """A text's phonemes, a list for each stretch that Piper takes for a sentence."""
        sentences: list[list[str]] = self._voice().phonemize(text)
        return sentences

    def speak(self, phonemes: Sequence[str]) -> Breath:
        """The sound of phonemes; those that the voice has not are passed over."""
        import numpy as np
        from piper import SynthesisConfig

        voice = self._voice()
        known = voice.config.phoneme_id_map
        ids = voice.phonemes_to_ids([phoneme for phoneme in phonemes if phoneme in known])
        manner = SynthesisConfig(length_scale=self.length_scale or None, noise_scale=0.0, noise_w_scale=0.0)
        sound, lasting = voice.phoneme_ids_to_audio(ids, manner, include_alignments=True)
        pcm = np.clip(np.rint(sound * (_QUIETER * 32_767)), -32_768, 32_767).astype("<i2").tobytes()
        return Breath(pcm, () if lasting is None else _starts(phonemes, known, lasting.tolist()))

    def _voice(self) -> Any:
        with self._loading:
            if self._loaded is None:
                self._loaded = _load(self.file)
        return self._loaded


def _starts(phonemes: Sequence[str], ids: dict[str, list[int]], lasting: list[int]) -> tuple[int, ...]:
    """Where each phoneme begins. ``lasting`` are frames by id: an opening one, then every phoneme's own and a pad.

    Empty where the numbers do not add up.
    """
    from piper.const import BOS, EOS, PAD

    pad = len(ids[PAD])
    number = len(ids[BOS]) + pad
    at, starts = sum(lasting[:number]), []
    for phoneme in phonemes:
        starts.append(at)
        count = len(ids[phoneme]) + pad if phoneme in ids else 0
        at += sum(lasting[number : number + count])
        number += count
    return tuple(starts) if number + len(ids[EOS]) == len(lasting) else ()


def _load(file: VoiceFile) -> Any:
    """Raises AccessNewsError for a model that cannot be loaded."""
    import onnxruntime
    from piper import PiperVoice
    from piper.config import PiperConfig

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # sentences are said side by side: two threads in one gain less, and wait busily
    options.inter_op_num_threads = 1
    # To be rewritten further takes the model half a second, and makes it no faster.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.enable_mem_pattern = False  # patterns of sentences, no two of which are of one length, only fill memory
    try:
        with _telling(file.model) as path:
            session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        return PiperVoice(session=session, config=PiperConfig.from_dict(file.config))
    except Exception as error:  # onnxruntime's own kinds, and whatever is missing from a configuration
        reason = str(error).splitlines()[0][:200]
        raise AccessNewsError(f"not a Piper voice: {reason}", Place(str(file.model)), "download it again") from error


def _ceilings(model: mmap) -> Iterator[bytes]:
    """The outputs of the nodes that round up."""
    at = model.find(_CEIL)
    while at >= 0:
        output = _OUTPUT.search(model[max(at - 300, 0) : at])
        if output and output[1][0] == len(output[2]):
            yield output[2]
        at = model.find(_CEIL, at + 1)


@contextmanager
def _telling(model: Path) -> Iterator[str]:
    """A copy of a model that also gives the frames of its phonemes, rounded up by its one ``Ceil`` node.

    ONNX is protobuf, in which a message that comes twice is merged: what is appended is one more output of the
    graph (field 7 of a model, 12 of a graph, 1 of an output). A model with another number of such nodes stays as
    it is. It is a file because a session keeps bytes that it is given.
    """
    with model.open("rb") as stream, tempfile.TemporaryDirectory(prefix="accessnews-") as folder:
        with mmap(stream.fileno(), 0, access=ACCESS_READ) as data:
            outputs = list(_ceilings(data))
        if len(outputs) != 1:
            yield str(model)
            return
        name = b"\x0a" + bytes([len(outputs[0])]) + outputs[0]
        output = b"\x62" + bytes([len(name)]) + name
        with (Path(folder) / model.name).open("wb") as copy:
            copyfileobj(stream, copy)
            copy.write(b"\x3a" + bytes([len(output)]) + output)
        yield copy.name
