"""A book as a reading system shows it: in a browser, on three papers, while it is read."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.fixtures.editions import edition
from tests.fixtures.shelf import OnDisk
from tests.fixtures.tools import axe_violations

PAPERS = {  # what is said of the paper, for axe takes it for white where nothing is
    "light": "body { background: Canvas; color: CanvasText }",
    "dark": "body { background: Canvas; color: CanvasText }",
    "sepia": "body { background: #f8f1e3; color: #4f321c }",
    "night": "body { background: #000; color: #d4d4d4 }",
}
LIGHT_UP = """([ids, active, playing]) => {
  document.documentElement.classList.add(playing);
  for (const id of ids) document.getElementById(id).classList.add(active);
}"""


@pytest.fixture
def opened(browser: Browser, on_disk: OnDisk, tmp_path: Path) -> Iterator[Page]:
    """The document of the story with one of everything in it, out of its zip."""
    with zipfile.ZipFile(on_disk("everything")) as archive:
        archive.extractall(tmp_path)
    page = browser.new_page(viewport={"width": 800, "height": 900})
    page.goto((tmp_path / "EPUB" / "article.xhtml").as_uri())
    yield page
    page.close()


def light_up(page: Page, *ids: str) -> None:
    page.evaluate(LIGHT_UP, [ids, "-epub-media-overlay-active", "-epub-media-overlay-playing"])


@pytest.mark.parametrize("paper", PAPERS)
def test_on_every_paper_axe_finds_nothing_while_everything_is_lit(opened: Page, paper: str) -> None:
    opened.emulate_media(color_scheme="dark" if paper in ("dark", "night") else "light")
    opened.add_style_tag(content=PAPERS[paper])
    light_up(opened, *(cue.utterance.id for cue in edition("everything").timeline.cues))
    assert axe_violations(opened) == []


def test_what_is_lit_shows_where_colours_are_taken_away(opened: Page) -> None:
    """Some reading systems set every background at night, and some readers see no colours."""
    light_up(opened, "b01s1", "b04s1", "b20s1")
    shown = opened.evaluate("""() => [...document.querySelectorAll(".-epub-media-overlay-active")].map((it) => {
      const style = getComputedStyle(it);
      return style.textDecorationLine === "underline" || style.outlineStyle === "solid";
    })""")
    assert shown == [True, True, True]


def test_a_photo_keeps_its_shape_in_a_narrow_window(opened: Page) -> None:
    opened.set_viewport_size({"width": 320, "height": 480})
    boxes = opened.evaluate(
        "[...document.images].map((it) => [it.naturalWidth / it.naturalHeight, it.width, it.height])"
    )
    assert len(boxes) == 3
    for ratio, width, height in boxes:
        assert width <= 320
        assert width / height == pytest.approx(ratio, rel=0.02)
