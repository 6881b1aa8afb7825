"""Bundles on disk and a real browser to open them in."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from accessnews.formats import audio, html, vtt
from tests.fixtures.editions import edition

Bundle = Callable[[str], Path]
Open = Callable[..., Page]

# A point on the first letter that is no link's, or on a picture: in the window, and from the corner of the element's
# box. Where a sentence begins in the middle of a line and goes on in the next, that corner is not its own. It is not
# the middle of the letter: from there Chromium lets nobody drag a selection.
PLACE = """(it) => {
  const letters = document.createTreeWalker(it, NodeFilter.SHOW_TEXT), range = new Range();
  let [found] = it.getClientRects();
  while (letters.nextNode()) {
    const text = letters.currentNode, first = text.data.search(/\\S/);
    if (first < 0 || text.parentElement.closest("a")) continue;
    range.setStart(text, first);
    range.setEnd(text, first + 1);
    [found] = range.getClientRects();
    break;
  }
  const box = it.getBoundingClientRect(), x = found.x + found.width / 4, y = found.y + found.height / 2;
  return { window: { x, y }, element: { x: x - box.x - it.clientLeft, y: y - box.y - it.clientTop } };
}"""


def click_on(page: Page, utterance: str) -> None:
    """Click as a person does, on the words or on the picture, in whatever font and wherever the lines break."""
    element = page.locator(f"#{utterance}")
    element.click(position=element.evaluate(PLACE)["element"])


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
