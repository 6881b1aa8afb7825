"""What people install: the example of the door, run and type-checked from a wheel instead of this checkout."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import textwrap
import venv
from importlib.util import find_spec
from pathlib import Path

import pytest

from accessnews.pipeline import library
from tests.fixtures.command import ROOT
from tests.test_pipeline import STARTER

pytestmark = [
    pytest.mark.skipif(not find_spec("hatchling"), reason="no hatchling to build the wheel with"),
    pytest.mark.skipif(not find_spec("pip"), reason="no pip to install the wheel with"),
]
EXAMPLE = textwrap.dedent(re.findall(r"^::\n\n((?:    .*\n|\n)+)", library.__doc__ or "", re.MULTILINE)[0])


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that has the wheel itself and sees what this one has besides."""
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from hatchling.build import build_wheel; build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", build], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    venv.create(folder / "venv", symlinks=os.name != "nt")
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", *map(str, folder.glob("*.whl"))], check=True)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([str(python), "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(packages, "besides.pth").write_text("\n".join(sorted(ours)), "utf-8")
    return python


def alone() -> dict[str, str]:
    """The environment without what leads to this checkout."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def test_the_example_runs_from_an_installed_wheel(python: Path, tmp_path: Path) -> None:
    shutil.copy(STARTER / "images" / "pier.jpg", tmp_path)
    program = f"{EXAMPLE}\nimport accessnews; print(accessnews.__file__)"
    command = [str(python), "-c", program]
    done = subprocess.run(command, check=True, cwd=tmp_path, env=alone(), capture_output=True, text=True)
    drafted, rendered, home = done.stdout.splitlines()
    assert drafted == "Stallholders open umbrellas on the pier. Ada Gill/AP draft ()"
    assert rendered == "public/harbour public/harbour.zip ['alt-needs-review']"
    assert Path(home).is_relative_to(python.parents[1])
    assert (tmp_path / "public" / "harbour" / "index.html").is_file()
    assert done.stderr == ""


def test_the_installed_wheel_is_typed(python: Path, tmp_path: Path) -> None:
    wrong = "\nreveal_type(picture.state)\nreveal_type(bundle)\nrender(story, outputs='public')\nbundle.folders\n"
    (tmp_path / "example.py").write_text(EXAMPLE + wrong, "utf-8")
    lines = EXAMPLE.count("\n") + 1
    command = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(python), "example.py"]
    done = subprocess.run(command, check=False, cwd=tmp_path, env=alone(), capture_output=True, text=True)
    notes = dict(re.findall(r"example\.py:(\d+): (?:error|note: Revealed)(.*)", done.stdout))
    assert [int(line) - lines for line in notes] == [1, 2, 3, 4], done.stdout
    state, bundle, outputs, folders = notes.values()
    assert "accessnews.model.alt.AltState" in state
    assert "accessnews.pipeline.production.Bundle" in bundle
    assert 'Unexpected keyword argument "outputs"' in outputs
    assert 'no attribute "folders"' in folders
