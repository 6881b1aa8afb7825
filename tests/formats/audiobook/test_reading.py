"""The documents of an audiobook, out of their zip: what a validator and a browser make of them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.fixtures.editions import ARTICLES
from tests.fixtures.shelf import OnDisk
from tests.fixtures.tools import axe_violations, nu_messages
from tests.formats.audiobook.audiobooks import Package
from tests.formats.html.test_access import SIDEWAYS

DOCUMENTS = ("index.html", "article.xhtml")


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory, on_disk: OnDisk) -> OnDisk:
    """Extract the W3C package of an edition (once) and give the folder."""
    folder = tmp_path_factory.mktemp("opened")

    def opener(name: str) -> Path:
        home = folder / name
        if not home.exists():
            (path,) = on_disk(name).glob("*.lpf")
            Package(".lpf", path.read_bytes()).zip.extractall(home)
        return home

    return opener


def test_the_nu_checker_finds_nothing(opened: OnDisk) -> None:
    found = nu_messages(*(opened(name) / document for name in ARTICLES for document in DOCUMENTS))
    assert [(it.get("url"), it.get("lastLine"), it["message"]) for it in found] == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ARTICLES)
def test_axe_finds_nothing_on_the_entry_page_and_nothing_is_cut_off(
    opened: OnDisk, browser: Browser, name: str, scheme: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto((opened(name) / "index.html").as_uri())
    assert axe_violations(page) == []
    assert page.evaluate(SIDEWAYS) == []
    page.close()


def test_a_line_of_the_contents_opens_the_recording_where_it_says(opened: OnDisk, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((opened("everything") / "index.html").as_uri())
    page.get_by_role("link", name="Four levels down").click()
    page.wait_for_function("document.querySelector('video, audio')?.currentTime >= 23.4")
    assert page.evaluate("document.querySelector('video, audio').currentTime") < 26
    page.close()


def test_targets_are_44_pixels_high(opened: OnDisk, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((opened("everything") / "index.html").as_uri())
    heights = page.evaluate("[...document.links].map((it) => it.getBoundingClientRect().height)")
    assert len(heights) == 9
    assert min(heights) >= 44
    page.close()
