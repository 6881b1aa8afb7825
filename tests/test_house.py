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
from accessnews.bundle import edition
from accessnews.model import plugins
from accessnews.model.article import Article
from accessnews.model.findings import rules
from accessnews.narration import speech

HOUSE = Path(accessnews.__file__).parent
ROOMS = re.findall(r"^    (\w+)  +\S", accessnews.__doc__ or "", re.MULTILINE)
ROOMS.remove("story") if "story" in ROOMS else None
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
FLAGS = {"FIRST", "LAST"}
ASKED = {"write", "ready", *FLAGS}
"""What a writer is asked for by name."""

LIGHT_ROOMS = ROOMS[: ROOMS.index("edition") + 1]


def modules() -> Iterator[Path]:
    return (path for path in sorted(HOUSE.rglob("*.py")) if path.parent != HOUSE / "starter" / "files")


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


def names(kind: str) -> list[str]:
    return list(plugins.names(kind))


def test_the_map_names_every_room() -> None:
    there = {room_of(path) for path in modules()} - {"__init__", "__main__"}
    there |= {folder.name for folder in HOUSE.iterdir() if folder.is_dir() and any(folder.glob("*.toml"))} - {
        "voices"
    }
    assert set(ROOMS) == there


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
        if own in ("readers", "engines", "writers"):
            assert parts[1] != own, "siblings never import each other"
        assert ROOMS.index(parts[1]) <= ROOMS.index(own), f"{own} imports {parts[1]}, which is above it"


@pytest.mark.parametrize("room", LIGHT_ROOMS)
def test_up_to_the_edition_the_standard_library_is_enough(room: str) -> None:
    for path in modules():
        if room_of(path) == room:
            foreign = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"accessnews"}
            assert not foreign


def loaded_by(program: str) -> set[str]:
    """Top-level modules that a fresh interpreter has loaded after ``program``."""
    told = f"{program}\nimport sys; print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True).stdout
    return {name.split(".")[0] for name in printed.split()}


def test_help_loads_nothing_heavy() -> None:
    program = "from accessnews.cli import run\nrun(['render', '--help'])"
    assert not loaded_by(program) & HEAVY


def test_version_is_answered_before_anything_is_loaded() -> None:
    program = "import sys; sys.argv[1:] = ['--version']\nfrom accessnews.__main__ import main\nmain()"
    assert "typer" not in loaded_by(program)


def test_plugins_are_found_and_imported_without_their_libraries() -> None:
    every = [f"accessnews.{kind}.{name}" for kind in ("readers", "engines", "writers") for name in names(kind)]
    assert not loaded_by("\n".join(f"import {name}" for name in every)) & HEAVY


@pytest.mark.parametrize(
    ("kind", "name", "contract", "method"),
    [
        *(("writers", name, edition.Writer, "write") for name in names("writers")),
        *(
            ("engines", name, speech.Engine, method)
            for name in names("engines")
            for method in ("open_voice", "version", "offers")
        ),
    ],
)
def test_every_plugin_keeps_its_contract(kind: str, name: str, contract: type, method: str) -> None:
    """mypy cannot see modules that are imported by name."""
    plugin = plugins._module(kind, name)
    wanted = get_type_hints(getattr(contract, method))
    given = get_type_hints(getattr(plugin, method))
    if method == "open_voice":  # a context manager by any other name
        wanted.pop("return"), given.pop("return")
    assert given == wanted


def defined(path: Path) -> dict[str, ast.expr | None]:
    """The public names that a module defines itself, each with what it is set to."""
    found: dict[str, ast.expr | None] = {}
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = None
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {name.id: node.value for name in targets if isinstance(name, ast.Name)}
    return {name: value for name, value in found.items() if not name.startswith("_")}


def is_constant(name: str, value: ast.expr | None) -> bool:
    """Whether a name is of something written down; a flag is none, for nobody would ask for it."""
    return name.isupper() and isinstance(value, ast.Constant) and not isinstance(value.value, bool)


@pytest.mark.parametrize("name", names("writers"))
def test_a_writer_has_no_name_that_nobody_asks_for(name: str) -> None:
    """One that is misspelt would be passed over in silence."""
    own = defined(HOUSE / "writers" / f"{name}.py")
    assert [other for other, value in own.items() if other not in ASKED and not is_constant(other, value)] == []


@pytest.mark.parametrize("name", names("writers"))
def test_what_a_writer_may_have_is_what_it_is_taken_for(name: str) -> None:
    writer = plugins._module("writers", name)
    for flag in FLAGS & vars(writer).keys():
        assert getattr(writer, flag) is True, flag
    if hasattr(writer, "ready"):
        assert get_type_hints(writer.ready) == {"article": Article, "return": type(None)}


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
