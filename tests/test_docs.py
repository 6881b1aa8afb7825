"""The docs say what the program does: parts made of the code are current, commands and settings exist."""

import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from accessnews.briefing import programme
from accessnews.model.errors import Exit
from accessnews.model.plugins import names
from accessnews.model.settings import Settings
from accessnews.pipeline import configuration
from accessnews.tts import _profiles
from tests.fixtures.command import accessnews
from tests.fixtures.tools import axe_violations, extra
from tests.test_pipeline import STARTER

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
OURS = {"voices/lexicon/en.pls", "docs/_build/html"}
"""Files that pages name and that are a reader's, or made."""

GROUPS = ("alt", "voices", "cache")


def read(name: str) -> str:
    return (DOCS / f"{name}.md").read_text("utf-8")


def blocks(page: Path, *languages: str) -> Iterator[str]:
    return (match["text"] for match in _BLOCK.finditer(page.read_text("utf-8")) if match["language"] in languages)


def first_cells(page: str, heading: str = "") -> list[str]:
    """The first cell of every row of a page's tables, from a heading on, without back-ticks."""
    below = page[page.index(heading) :]
    return [cell.strip().strip("`") for cell in re.findall(r"^\| ([^|]+) \|", below, re.MULTILINE)]


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.stem)
def test_what_follows_from_the_code_is_current(page: Path) -> None:
    """``python docs/generated.py`` writes it anew."""
    renewed: Callable[[str], str] = runpy.run_path(str(DOCS / "generated.py"))["renewed"]
    assert page.read_text("utf-8") == renewed(page.read_text("utf-8"))


def test_every_setting_stands_in_the_table_with_its_default() -> None:
    config = accessnews("config", cwd=str(DOCS.parent)).stdout
    defaults = dict(re.findall(r"^([\w-]+) = (.*)  # default$", config, re.MULTILINE))
    table = read("configuration").partition("## Options")[0]
    shown = dict(re.findall(r"^\| `([\w-]+)` \| `([^`]*)` \|", table, re.MULTILINE))
    assert shown == defaults


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_example_of_toml_is_accepted(page: Path, tmp_path: Path, quiet_project: Path) -> None:
    for number, text in enumerate(blocks(page, "toml")):
        if "story" in tomllib.loads(text):
            (quiet_project / "stories" / "sport").mkdir(parents=True)
            (quiet_project / "stories" / "sport" / "game.md").write_text("# Game\n", "utf-8")
            (quiet_project / "programme.toml").write_text(text, "utf-8")
            assert programme.load(quiet_project / "programme.toml").items
        elif "engine" in tomllib.loads(text):
            (quiet_project / "voices" / f"shown{number}.toml").write_text(text, "utf-8")
            assert _profiles.load(f"shown{number}", quiet_project)
        else:
            (quiet_project / "accessnews.toml").write_text(text, "utf-8")
            assert configuration.load({}).settings != Settings()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_example_of_python_prints_what_its_comments_say(
    page: Path, quiet_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(STARTER / "images" / "pier.jpg", quiet_project)
    for text in blocks(page, "python"):
        exec(compile(text, str(page), "exec"), {})  # noqa: S102 (our own pages)
        printed = capsys.readouterr().out
        assert re.findall(r"print\(.*?\)  # (.*)", text) == printed.splitlines()[: text.count(")  # ")], printed


def test_every_format_and_every_profile_has_a_row() -> None:
    assert set(first_cells(read("formats"))) >= set(names("formats"))
    assert set(first_cells(read("voices"))) >= set(_profiles.profile_files())


def test_every_exit_code_has_a_row() -> None:
    assert {int(cell) for cell in first_cells(read("ci"), "## Exit codes") if cell.isdigit()} == set(Exit)


def commands() -> Iterator[tuple[str, ...]]:
    """Every call of accessnews in the pages: in blocks of a shell, and between back-ticks."""
    for page in PAGES:
        lines = [line for block in blocks(page, "sh", "console", "yaml") for line in block.splitlines()]
        inline = re.findall(r"`(accessnews [^`]+)`", page.read_text("utf-8"))
        for line in [*lines, *inline]:
            call = re.search(r"(?:^|[ |/])accessnews (?P<words>[a-z-].*)", line)
            if call and "://" not in line:
                yield tuple(shlex.split(call["words"], comments=True))


@pytest.mark.parametrize("words", sorted(set(commands())), ids=" ".join)
def test_every_command_and_option_exists(words: tuple[str, ...], quiet_project: Path) -> None:
    if words[0].startswith("-"):
        assert words[0] in accessnews("--help").stdout
        return
    command = list(words[:1])
    if command[0] in GROUPS and words[1:2] and re.search(rf"^  {words[1]} ", helped(command), re.MULTILINE):
        command = list(words[:2])
    elif command == ["alt"]:
        command = ["alt", "show"]
    options = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
    listed = set(re.findall(r"(?<!\S)--?[a-z-]+(?=[\s,]|$)", helped(command)))
    assert options <= listed


def helped(command: list[str]) -> str:
    done = accessnews(*command, "--help")
    assert done.returncode == 0, f"no command {' '.join(command)}"
    return done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_to_files_that_are_here(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s#]+)[^)]*\)", re.sub(_BLOCK, "", page.read_text("utf-8")))
    files = [link for link in links if "://" not in link and not link.startswith("{") and "." in link]
    own = [link for link in files if Path(link).suffix not in (".jpg", ".onnx") and "`" not in link]
    assert [link for link in own if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [*PAGES, ROOT / ".github" / "SECURITY.md"], ids=lambda page: page.stem)
def test_files_that_a_page_names_are_here(page: Path) -> None:
    named = re.findall(r"`((?:accessnews|tests|docs|voices|\.ci|\.github)/[\w./<>-]*)`", page.read_text("utf-8"))
    patterns = {re.sub(r"<\w+>", "*", name) for name in named} - OURS
    assert [pattern for pattern in patterns if not list(ROOT.glob(pattern.rstrip("/")))] == []


class Loads(HTMLParser):
    """Addresses of what a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        loaded = [value or "" for name, value in attrs if name in ("src", "srcset", "data", "poster")]
        loaded += [value or "" for name, value in attrs if name == "href" and tag in ("link", "image", "use")]
        self.addresses += loaded


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as ``make docs`` builds them."""
    extra("sphinx", "docs")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-n", "-q", str(DOCS), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_site_loads_nothing_from_another_host(site: Path) -> None:
    for page in site.glob("*.html"):
        loads = Loads()
        loads.feed(page.read_text("utf-8"))
        assert loads.addresses, page
        assert [address for address in loads.addresses if re.match(r"(?:\w+:)?//", address)] == []
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(?:url\(\s*[\"']?|@import\s+[\"'])(?:https?:)?//", sheet.read_text("utf-8")), sheet


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_site(site: Path, scheme: Any, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800}, color_scheme=scheme)
    for path in sorted(site.glob("*.html")):
        page.goto(path.as_uri())
        assert axe_violations(page) == [], path.name
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path.name
    page.close()
