"""The form of the house: which rooms there are, who may import whom, and what a start costs."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

import pytest

import accessnews
from accessnews.formats import Format, load
from accessnews.model import plugins
from accessnews.model.findings import rules
from accessnews.narration.speech import Engine

HOUSE = Path(accessnews.__file__).parent
ROOMS = re.findall(r"^    (\w+) {2,}\S", accessnews.__doc__ or "", re.MULTILINE)
HEAVY = {
    "onnxruntime",
    "piper",
    "av",
    "louis",
    "pyexiv2",
    "tomlkit",
    "jinja2",
    "numpy",
    "PIL",
    "pydub",
    "mutagen",
    "lameenc",
    "trafilatura",
    "lxml",
    "nh3",
    "yaml",
    "markdown_it",
}
LIGHT_ROOMS = ROOMS[: ROOMS.index("narration") + 1]
PLUGIN_ROOMS = ("readers", "tts", "formats")
PLUGINS = [(room, name) for room in PLUGIN_ROOMS for name in plugins.names(room)]
COMMON_WORDS = {"audio", "audiobook", "html", "text", "timeline"}
"""Names of plug-ins that are words for other things as well, but where somebody asks which formats are chosen."""

CONTRACT = {"model/settings.py", "audio/mp3.py"}
"""Where a plug-in may be named from outside: what is made and who speaks where no project chooses."""


def modules() -> Iterator[Path]:
    return (path for path in sorted(HOUSE.rglob("*.py")) if "starter" not in path.parts or path.name == "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Full names of what a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (
                [f"{node.module}.{alias.name}" for alias in node.names]
                if node.module == "accessnews"
                else [node.module]
            )


def test_the_map_names_every_room() -> None:
    assert set(ROOMS) == {room_of(path) for path in modules()} - {"__init__", "__main__"}


def test_the_house_is_small_enough_to_be_seen_at_a_glance() -> None:
    beside = {"__pycache__", "voices", "__init__.py", "__main__.py", "py.typed"}  # of Python and of a package
    assert len({path.name for path in HOUSE.iterdir()} - beside) <= 18


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(HOUSE))) for path in modules()])
def test_imports_point_down(path: Path) -> None:
    own = room_of(path)
    if own in ("__init__", "__main__"):
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "accessnews" or parts[1:2] == ["__version__"]:
            continue
        assert len(parts) > 1, "the package root is a map, not a door"
        assert ROOMS.index(parts[1]) <= ROOMS.index(own), f"{own} imports {parts[1]}, which is above it"


@pytest.mark.parametrize("room", LIGHT_ROOMS)
def test_up_to_the_narration_the_standard_library_is_enough(room: str) -> None:
    for path in modules():
        if room_of(path) == room:
            foreign = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"accessnews"}
            assert not foreign


def modules_after(program: str) -> set[str]:
    """Modules that a fresh interpreter has loaded after ``program``."""
    told = f"{program}\nimport sys; print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True).stdout
    return set(printed.split())


def loaded_by(program: str) -> set[str]:
    """Top-level modules that a fresh interpreter has loaded after ``program``."""
    return {name.split(".")[0] for name in modules_after(program)}


def test_help_loads_nothing_heavy() -> None:
    program = "from accessnews.cli import run\nrun(['render', '--help'])"
    assert not loaded_by(program) & HEAVY


def test_a_text_story_without_photos_loads_only_what_it_needs(tmp_path: Path) -> None:
    """Nothing of photos and their alts, of HTML and of other engines and formats; and no second process."""
    story, out = str(tmp_path / "pier.txt"), str(tmp_path / "out")
    Path(story).write_text("The pier opened\n\nThe pier opened on Tuesday.\n")
    program = f"from accessnews.cli import run\nrun(['render', {story!r}, '-q', '-o', {out!r}])"
    loaded = modules_after(program)
    tops = {name.split(".")[0] for name in loaded}
    assert tops & HEAVY == {"numpy", "pydub", "lameenc", "mutagen", "jinja2"}
    assert not tops & {"multiprocessing", "trafilatura", "mdit_py_plugins"}
    assert not loaded & {"accessnews.alttext.english", "accessnews.alttext.draft"}


def test_numpy_is_loaded_while_the_voice_speaks() -> None:
    """An import of NumPy waits here until a word is spoken, and fails where none is."""
    program = """
import sys, threading
from pathlib import Path
from accessnews.audio import Programme
from accessnews.model.article import Article
from accessnews.model.errors import Place
from accessnews.model.settings import PAUSES, Settings
from accessnews.narration import script
from accessnews.narration.speech import SynthesizedSpeech
spoken = threading.Event()
class Gate:
    def find_spec(self, name, path, target=None):
        assert name != "numpy" or spoken.wait(20)
sys.meta_path.insert(0, Gate())
def say(utterance):
    spoken.set()
    return SynthesizedSpeech(bytes([0, 9]) * 9_000, 22_050)
story = Article("The pier opened", (), Place("pier.txt"), Path(), "", "en")
Programme(Settings()).record(script.write(story, set()), say, PAUSES, 1, lambda *step: None)
"""
    assert "numpy" in loaded_by(program)


def test_version_is_answered_before_anything_is_loaded() -> None:
    program = "import sys; sys.argv[1:] = ['--version']\nfrom accessnews.__main__ import main\nmain()"
    assert "typer" not in loaded_by(program)


def test_plugins_are_found_and_imported_without_their_libraries() -> None:
    program = "\n".join(f"import accessnews.{room}.{name}" for room, name in PLUGINS)
    assert not loaded_by(program) & HEAVY


def home_of(room: str, name: str) -> Path:
    """The file or folder that a plug-in is."""
    folder = HOUSE / room / name
    return folder if folder.is_dir() else folder.with_suffix(".py")


def strings(path: Path) -> set[str]:
    """The texts of a module, whole."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def asks_which_formats(path: Path) -> bool:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return any(isinstance(node, ast.Attribute) and node.attr == "formats" for node in nodes)


@pytest.mark.parametrize(("room", "name"), PLUGINS)
def test_nothing_outside_a_plugin_names_it(room: str, name: str) -> None:
    """Whoever deletes its file or folder has deleted all of it."""
    home, full = home_of(room, name), f"accessnews.{room}.{name}"
    for path in modules():
        if path == home or home in path.parents or path.relative_to(HOUSE).as_posix() in CONTRACT:
            continue
        assert not [other for other in imports(path) if f"{other}.".startswith(f"{full}.")], path
        if name not in COMMON_WORDS or asks_which_formats(path):
            assert name not in strings(path), path


@pytest.mark.parametrize("name", plugins.names("tts"))
@pytest.mark.parametrize("method", ["open_voice", "version", "identity", "missing", "installed_voices"])
def test_every_engine_keeps_its_contract(name: str, method: str) -> None:
    """mypy cannot see modules that are imported by name."""
    wanted = get_type_hints(getattr(Engine, method))
    given = get_type_hints(getattr(plugins.module("tts", name, "engine"), method))
    if method == "open_voice":  # a context manager by any other name
        wanted.pop("return"), given.pop("return")
    assert given == wanted


@pytest.mark.parametrize("name", plugins.names("formats"))
def test_every_format_says_what_it_is_in_one_value(name: str) -> None:
    assert isinstance(load(name), Format)


def test_every_code_in_the_source_has_its_explanation_and_every_explanation_its_code() -> None:
    used = set()
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding" and node.args:
                used |= {leaf.value for leaf in ast.walk(node.args[0]) if isinstance(leaf, ast.Constant)}
    assert used <= set(rules())
    texts = "".join(path.read_text("utf-8") for path in modules())
    assert {code for code in rules() if f'"{code}"' not in texts} == set()


def test_the_wordings_of_all_languages_have_the_same_keys() -> None:
    def keys(table: dict[str, object], prefix: str = "") -> set[str]:
        return {
            deep
            for key, value in table.items()
            for deep in (keys(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key})
        }

    tables = {path.stem: keys(tomllib.loads(path.read_text("utf-8"))) for path in (HOUSE / "wording").glob("*.toml")}
    assert {name: sorted(table ^ tables["en"]) for name, table in tables.items()} == {name: [] for name in tables}


def patterns(path: Path) -> Iterator[str]:
    """The texts of a module that knows ``re``, but for docstrings; ``x`` stands for what is filled in later."""
    tree = ast.parse(path.read_text("utf-8"))
    if "re" not in imports(path):
        return
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value


def test_no_pattern_is_possessive_or_atomic() -> None:
    """Python 3.11.0 to 3.11.4 match such patterns wrongly, and Debian 12 has 3.11.2."""

    def faulty(pattern: str) -> bool:
        plain = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", pattern, flags=re.DOTALL)
        return bool(re.search(r"[*+?}]\+|\(\?>", plain))

    assert faulty(r"[\]*+]*+.")
    assert faulty("(?>a)b")
    assert not faulty(r"\++[*+]")
    assert [pattern for path in modules() for pattern in patterns(path) if faulty(pattern)] == []


def test_files_stay_small_enough_to_know_ones_way_in() -> None:
    long = {
        str(path.relative_to(HOUSE)): count
        for path in modules()
        if (count := path.read_text("utf-8").count("\n")) > 300
    }
    assert long == {}
