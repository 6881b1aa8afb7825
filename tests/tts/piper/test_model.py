"""What a model is made to tell, without a model."""

from pathlib import Path

import pytest

from accessnews.model.errors import UsageError
from accessnews.model.settings import Voice
from accessnews.tts._piper import model, voicefiles

NODE = b'\n\x0f/Mul_1_output_0\x12\x0e/Ceil_output_0\x1a\x05/Ceil"\x04Ceil'


def test_a_model_is_read_with_one_more_output_behind_it(tmp_path: Path) -> None:
    file = tmp_path / "a.onnx"
    file.write_bytes(b"head" + NODE + b"tail")
    with model._telling(file) as path:
        data = Path(path).read_bytes()
    assert data == file.read_bytes() + b"\x3a\x12\x62\x10\x0a\x0e/Ceil_output_0"
    assert not Path(path).exists()


@pytest.mark.parametrize("content", [b"no node", NODE + NODE, NODE.replace(b"\x0e", b"\x0d")])
def test_a_model_that_rounds_nothing_or_twice_is_read_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.onnx"
    file.write_bytes(content)
    with model._telling(file) as path:
        assert path == str(file)


AUDIO = '"audio": {"sample_rate": 22050}'


def voice(folder: Path, name: str, config: str) -> Path:
    (folder / f"{name}.onnx").write_bytes(b"model")
    (folder / f"{name}.onnx.json").write_text(config, "utf-8")
    return folder / f"{name}.onnx"


def test_a_voice_is_found_by_name_by_path_and_by_language(tmp_path: Path) -> None:
    german = voice(tmp_path, "hafen", f'{{"language": {{"code": "de_DE"}}, "espeak": {{"voice": "de"}}, {AUDIO}}}')
    older = voice(tmp_path, "pier", f'{{"espeak": {{"voice": "it"}}, {AUDIO}}}')
    profile = Voice("test", "piper", folder=str(tmp_path))
    assert voicefiles.speaking("de-AT", [tmp_path]) == voicefiles.read(german)
    for lang, named in (("de", ""), ("en", "hafen"), ("en", "hafen.onnx")):
        found = voicefiles.wanted(Voice("test", "piper", named, lang, folder=profile.folder))
        assert (found.name, found.lang) == ("hafen", "de-DE")
    assert voicefiles.wanted(Voice("test", "piper", "", "it", folder=profile.folder)).model == older


@pytest.mark.parametrize(
    "config", ["", "[]", "{}", "{" * 5_000, '{"language": 1}', '{"espeak": {"voice": "en"}}', f"{{{AUDIO}}}"]
)
def test_a_broken_configuration_is_an_error_that_names_it(tmp_path: Path, config: str) -> None:
    broken = voice(tmp_path, "broken", config)
    with pytest.raises(UsageError, match="not the configuration") as caught:
        voicefiles.read(broken)
    assert caught.value.at
    assert caught.value.at.path.endswith("broken.onnx.json")


def test_what_is_not_there_is_told_with_what_is(tmp_path: Path) -> None:
    voice(tmp_path, "hafen", f'{{"espeak": {{"voice": "de"}}, {AUDIO}}}')
    with pytest.raises(UsageError, match="no Piper voice haven") as caught:
        voicefiles.wanted(Voice("test", "piper", "haven", folder=str(tmp_path)))
    assert "hafen" in caught.value.hint
    with pytest.raises(UsageError, match="no such file"):
        voicefiles.wanted(Voice("test", "piper", "gone.onnx", folder=str(tmp_path)))
    with pytest.raises(UsageError, match="speaks the language ja"):
        voicefiles.wanted(Voice("test", "piper", "", "ja", folder=str(tmp_path)))
