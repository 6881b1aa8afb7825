"""Bundles on disk and a real browser to open them in."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from accessnews.writers import audio, html, vtt
from tests.page.editions import edition
from tests.tools import chromium

Bundle = Callable[[str], Path]
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Write the bundle of an edition (once) and give its ``index.html``."""
    folder = tmp_path_factory.mktemp("bundles")

    def writer(name: str) -> Path:
        home = folder / name
        if not home.exists():
            made = edition(name)
            for artifact in chain(html.write(made), audio.write(made), vtt.write(made)):
                path = home / artifact.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(b"".join(artifact.pieces()))
        return home / "index.html"

    return writer


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, bundle: Bundle) -> Iterator[Open]:
    """Open an edition's page from its file. At the end of the test no page may have logged an error."""
    contexts = []
    errors: list[str] = []

    def opener(
        name: str, fragment: str = "", prepare: str = "", path: Path | None = None, expects: str = "", **options: Any
    ) -> Page:
        """``prepare`` is script that runs before the page's own, ``expects`` part of an error that is no surprise."""

        def note(text: str) -> None:
            if not expects or expects not in text:
                errors.append(text)

        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        contexts.append(context)
        if prepare:
            context.add_init_script(prepare)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: note(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: note(str(error)))
        page.goto((path or bundle(name)).as_uri() + fragment)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert errors == []
