"""liblouis by its Python binding, where its program is not: cell for cell the same, the same errors."""

import ast
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from accessnews.formats.brf import brf, louis
from accessnews.formats.brf.letters import Louis
from accessnews.formats.brf.translate import Translator, print_text
from accessnews.model.errors import AccessNewsError, Exit, UsageError
from accessnews.model.settings import Settings
from accessnews.pipeline import recipe
from tests.fixtures import tools
from tests.fixtures.editions import ARTICLES, edition
from tests.formats.brf.test_liblouis import SENTENCES, STARTER
from tests.test_pipeline import cases

STORIES_ON_DISK = [STARTER, *(next(case.glob("story.*")) for case in cases())]


@pytest.fixture
def bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is out of reach, the binding is in that of other processes."""
    monkeypatch.setenv("PYTHONPATH", str(tools.louis_binding()))
    monkeypatch.setenv("PATH", "")


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> Louis:
    """By the program, once it is clear that the binding gives the same."""
    tools.lou_translate()
    folder = str(tools.louis_binding())

    def translate(table: str, lines: Sequence[str]) -> list[str]:
        cells = louis.translate(table, lines)
        with monkeypatch.context() as without:
            without.setenv("PYTHONPATH", folder)
            without.setenv("PATH", "")
            assert louis.translate(table, lines) == cells
        return cells

    return translate


def strings() -> list[str]:
    """Every string of the tests of braille, whatever it is there for."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("test_*.py"))]
    every = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return sorted(text for text in every if isinstance(text, str) and text.strip())


def test_whatever_the_tests_write_is_the_same(both: Louis) -> None:
    texts = strings()
    assert "C:\\temp" in texts
    assert all(Translator("en", both).cells([print_text(text) for text in texts]))


@pytest.mark.parametrize("lang", SENTENCES)
def test_sentences_in_every_language_are_the_same(lang: str, both: Louis) -> None:
    assert all(Translator(lang, both).cells([print_text(SENTENCES[lang])]))


@pytest.mark.parametrize("path", STORIES_ON_DISK, ids=lambda path: path.parent.name)
def test_stories_are_the_same(path: Path, both: Louis) -> None:
    described = recipe.describe(path, Settings())
    assert brf(described.article, described.files.keys(), both)


@pytest.mark.parametrize("name", ARTICLES)
def test_drawn_editions_are_the_same(name: str, both: Louis) -> None:
    assert brf(edition(name).article, edition(name).photos.keys(), both)


@pytest.mark.usefixtures("bound")
def test_a_comma_in_the_path_parts_no_list_of_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = shutil.copytree(Path(louis.__file__).parent, tmp_path / "a, b" / "braille")
    monkeypatch.setattr(louis, "_DATA", there / "data")
    monkeypatch.setattr(louis, "_STAND_IN", there / "louis_worker.py")
    assert louis.translate("en-ueb-g2.ctb", ["The people 🦭"]) == ["⠠⠮⠀⠏⠀⣿"]


@pytest.mark.usefixtures("bound")
def test_a_table_that_an_old_liblouis_lacks_is_named() -> None:
    with pytest.raises(AccessNewsError, match=r"its table nowhere\.ctb: .*nowhere\.ctb") as error:
        louis.translate("nowhere.ctb", ["a"])
    assert error.value.exit_code is Exit.FAILED


def test_another_package_of_that_name_is_not_taken_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "louis.py").write_text('"""Has to do with a mail server."""\n', "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="nor its Python binding is here") as error:
        louis.program()
    assert "apt install liblouis-bin" in error.value.hint


def test_nor_is_one_whose_library_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "louis.py").write_text('import ctypes\nctypes.CDLL("liblouis.so.0")\n', "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="nor its Python binding is here"):
        louis.program()
