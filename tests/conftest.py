"""What every test may use, and what none may: the network."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.fixtures.tools import chromium

# Whatever else the machine does, and the first example that reads the word lists, are no fault of what is under test.
settings.register_profile("accessnews", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("accessnews")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is under test must not connect anywhere."""

    def refuse(self: socket.socket, address: Any) -> None:
        raise AssertionError(f"the network was used: {address}")

    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> None:
        (connect if self.family == socket.AF_UNIX else refuse)(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a story (or any text) into the test's folder and give its path."""

    def writer(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return writer


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Path]:
    """Draw a picture into the test's folder: two halves, so that turning it shows."""

    def drawer(name: str, width: int = 320, height: int = 200, **options: Any) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        picture = Image.new("RGB", (width, height), "#20507a")
        picture.paste("#e8c468", (0, 0, width, height // 2))
        picture.save(path, **options)
        return path

    return drawer


@pytest.fixture
def quiet_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder, the current one, whose voice is the silent engine."""
    voices = tmp_path / "voices"
    voices.mkdir()
    (voices / "tone.toml").write_text('engine = "silence"\nrate = 400\n', "utf-8")
    (tmp_path / "accessnews.toml").write_text('voice = "tone"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all: Playwright is there once a process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Where every tool is meant to be there, a skipped test is a hole in the proof."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("ACCESSNEWS_REQUIRE_TOOLS") == "1":
        for report in skipped:
            terminalreporter.write_line(f"SKIPPED {report.nodeid}: {report.longrepr}")
        terminalreporter._session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--save-golden", action="store_true", help="write what is made now over the expected files")
