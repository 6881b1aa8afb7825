"""Whether everyone can use the page: axe in a real browser, sizes, reflow, contrast, focus."""

import re
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page

from accessnews.formats.html import stylesheet
from tests.fixtures.editions import ARTICLES
from tests.fixtures.tools import axe_violations
from tests.formats.html.conftest import Open, click_on

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""  # WCAG 2.2, 1.4.12


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [pytest.param(*case, id="-".join(map(str, case))) for case in product(ARTICLES, ("light", "dark"), (320, 1280))],
)
def test_axe_finds_nothing(visit: Open, name: str, scheme: str, width: int) -> None:
    page = visit(name, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 640})
    assert axe_violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_a_sentence_is_lit_and_the_panel_is_open(visit: Open, scheme: str) -> None:
    page = visit("everything", bypass_csp=True, color_scheme=scheme)
    for utterance in ("b00s1", "b02s1", "b04s2", "b04s4", "b28s1", "b20s1", "b35s1"):
        click_on(page, utterance)
        page.click("#play")
        page.click("#more")
        assert axe_violations(page) == []


@pytest.mark.parametrize("name", ["plain", "everything", "arabic"])
def test_axe_finds_nothing_without_the_pages_script(visit: Open, name: str) -> None:
    page = visit(name, bypass_csp=True, prepare="window.matchMedia = undefined", expects="matchMedia")
    assert page.locator("#controls").is_hidden()
    assert axe_violations(page) == []


def targets(page: Page) -> list[dict[str, Any]]:
    """Everything that can be pressed, but links in the run of a sentence; a box has its label's size."""
    found: list[dict[str, Any]] = page.evaluate("""() => {
      const all = [...document.querySelectorAll("a, button, input, label")];
      return all.filter((it) => !it.closest("article [id*=s]") && it.checkVisibility())
        .filter((it) => it.type !== "checkbox")
        .map((it) => ({ html: it.outerHTML.slice(0, 90), box: it.getBoundingClientRect().toJSON() }));
    }""")
    return found


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_44_pixels_wide_and_high(visit: Open, width: int) -> None:
    page = visit("everything", viewport={"width": width, "height": 800})
    page.click("#more")
    found = targets(page)
    assert len(found) >= 16
    assert [it["html"] for it in found if it["box"]["width"] < 44 or it["box"]["height"] < 44] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_do_not_overlap(visit: Open, width: int) -> None:
    page = visit("everything", viewport={"width": width, "height": 800})
    boxes = [it["box"] for it in targets(page) if "skip" not in it["html"]]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = (
                one["right"] <= other["left"] + 0.5
                or other["right"] <= one["left"] + 0.5
                or one["bottom"] <= other["top"] + 0.5
                or other["bottom"] <= one["top"] + 0.5
            )
            assert apart


SIDEWAYS = """() => {
  const wide = [...document.querySelectorAll("body *")].filter((it) => {
    const box = it.getBoundingClientRect();
    const clipped = it.closest(".table, svg") || getComputedStyle(it).clipPath !== "none";
    return it.checkVisibility() && !clipped && (box.right > innerWidth + 1 || box.left < -1);
  });
  const scrolls = document.scrollingElement.scrollWidth > innerWidth;
  return [scrolls ? "scrolls" : "", ...wide.map((it) => it.outerHTML.slice(0, 90))].filter(Boolean);
}"""


@pytest.mark.parametrize("name", ARTICLES)
def test_at_320_pixels_nothing_scrolls_sideways(visit: Open, name: str) -> None:
    page = visit(name, viewport={"width": 320, "height": 256})
    page.click("#more")
    assert page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["everything", "arabic", "german"])
def test_with_more_space_in_the_text_nothing_scrolls_sideways_or_is_cut_off(
    visit: Open, name: str, width: int
) -> None:
    page = visit(name, bypass_csp=True, viewport={"width": width, "height": 800})
    page.add_style_tag(content=SPACED)
    page.click("#more")
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(CUT_OFF) == []


CUT_OFF = """() => [...document.querySelectorAll("button, label, .clock, #rate, th, td, p")]
  .filter((it) => it.checkVisibility() && it.scrollWidth > it.clientWidth + 1)
  .map((it) => it.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("width", [640, 1280])
@pytest.mark.parametrize("name", ["everything", "arabic", "german"])
def test_at_twice_the_text_size_nothing_scrolls_sideways_or_is_cut_off(visit: Open, name: str, width: int) -> None:
    page = visit(name, viewport={"width": width, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.click("#more")
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(CUT_OFF) == []


LONGEST_LINE = """() => {
  let longest = 0;
  const range = new Range();
  for (const block of document.querySelectorAll("article p, figcaption, footer p, .hint, article li")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let line = 0, top = -Infinity;
    while (walker.nextNode()) {
      for (let i = 0; i < walker.currentNode.length; i += 1) {
        range.setStart(walker.currentNode, i);
        range.setEnd(walker.currentNode, i + 1);
        const box = range.getBoundingClientRect();
        if (!box.height) continue;
        if (box.top > top + box.height * 0.7) [line, top] = [0, box.top];
        longest = Math.max(longest, ++line);
      }
    }
  }
  return longest;
}"""


@pytest.mark.parametrize("width", [1280, 2560])
def test_no_line_is_longer_than_80_characters(visit: Open, width: int) -> None:
    page = visit("gallery", viewport={"width": width, "height": 800})
    assert 40 < page.evaluate(LONGEST_LINE) <= 80


def test_lines_are_one_and_a_half_times_as_high_as_letters_and_text_is_not_justified(visit: Open) -> None:
    page = visit("everything")
    found = page.evaluate("""() => [...document.querySelectorAll("p, li, td, pre, figcaption")].map((it) => {
      const style = getComputedStyle(it);
      return [parseFloat(style.lineHeight) / parseFloat(style.fontSize), style.textAlign];
    })""")
    assert min(ratio for ratio, _ in found) >= 1.5
    assert {align for _, align in found} <= {"start", "center", "left", "right"}


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("viewport", [(1280, 600), (320, 568), (320, 256)], ids=str)
def test_focus_is_seen_wherever_it_goes(visit: Open, viewport: tuple[int, int], key: str) -> None:
    """Nothing with focus ends up under the bar (2.4.11, 2.4.12), and its outline is 2 pixels or more."""
    page = visit("everything", viewport=dict(zip(("width", "height"), viewport, strict=True)))
    click_on(page, "b30s1")
    page.click("#play")
    page.focus(".skip" if key == "Tab" else ".downloads li:last-child a")
    visited = set()
    for _ in range(40):
        page.keyboard.press(key)
        focus = page.evaluate("""() => {
          const it = document.activeElement, bar = document.querySelector(".bar");
          if (it === document.body) return null;
          const box = it.getBoundingClientRect(), edge = bar.getBoundingClientRect().bottom;
          return {
            name: it.id || it.outerHTML.slice(0, 80),
            hidden: !bar.contains(it) && box.top < edge - 1 && box.bottom > 0,
            away: box.bottom < 0 || box.top > innerHeight,
            outline: parseFloat(getComputedStyle(it).outlineWidth), style: getComputedStyle(it).outlineStyle,
          };
        }""")
        if focus is None:
            break
        visited.add(focus["name"])
        assert not focus["hidden"], focus["name"]
        assert not focus["away"], focus["name"]
        assert focus["outline"] >= 2, focus["name"]
        assert focus["style"] != "none", focus["name"]
    assert len(visited) > 12
    assert "b30s1" in visited


def test_the_first_tab_stop_skips_to_the_story(visit: Open) -> None:
    page = visit("plain")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "b00s1"


def test_the_bar_sticks_but_not_where_there_is_no_room(visit: Open) -> None:
    for height, position in ((800, "sticky"), (400, "static")):
        page = visit("plain", viewport={"width": 320, "height": height})
        assert page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == position


def test_the_panel_closes_with_escape_and_gives_focus_back(visit: Open) -> None:
    page = visit("plain")
    page.click("#more")
    page.get_by_label("Scroll along").focus()
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.get_attribute("#more", "aria-expanded") == "false"
    assert page.evaluate("document.activeElement.id") == "more"


def test_no_key_does_anything_by_itself(visit: Open) -> None:
    """2.1.4: letters belong to screen readers and to people who dictate."""
    page = visit("plain")
    for key in "abcdefghijklmnopqrstuvwxyz0123456789 ":
        page.keyboard.press(key)
    assert page.evaluate("document.getElementById('audio').paused")
    assert page.locator(".now").count() == 0


@pytest.mark.parametrize("colours", ["active", "none"])
def test_what_is_lit_shows_without_colours_of_our_own(visit: Open, colours: str) -> None:
    page = visit("everything", forced_colors=colours)
    click_on(page, "b02s1")
    outline = page.evaluate("getComputedStyle(document.querySelector('.now')).outlineStyle")
    assert outline == ("solid" if colours == "active" else "none")


def test_on_paper_there_is_the_story_and_nothing_to_press(visit: Open) -> None:
    page = visit("everything")
    page.emulate_media(media="print")
    assert page.locator(".bar").is_hidden()
    assert page.locator(".back").first.is_hidden()
    assert page.locator("h1").is_visible()
    after = page.evaluate("getComputedStyle(document.querySelector('article a[href^=http]'), '::after').content")
    assert "https://example.org/timetable" in after


# Contrast of colours that axe cannot see: highlights, lines, the focus outline


def colours(scheme: str) -> dict[str, str]:
    """The stylesheet's custom colours, light or dark."""
    styles = stylesheet().decode()
    light, dark = re.findall(r":root {([^}]*)}", styles)[:2]
    found = dict(re.findall(r"--([\w-]+): (#\w+);", light))
    return found if scheme == "light" else found | dict(re.findall(r"--([\w-]+): (#\w+);", dark))


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio of two ``#rgb`` or ``#rrggbb``."""

    def luminance(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
        parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_a_contrast_of_seven_on_the_paper_and_on_what_is_lit(scheme: str) -> None:
    palette = colours(scheme)
    pairs = [(text, ground) for text in ("ink", "soft", "link", "accent") for ground in ("paper", "lit")]
    pairs += [("on-word", "word"), ("on-accent", "accent")]
    assert {pair: contrast(palette[pair[0]], palette[pair[1]]) >= 7 for pair in pairs} == dict.fromkeys(pairs, True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_have_a_contrast_of_three(scheme: str) -> None:
    palette = colours(scheme)
    pairs = [("link", "paper"), ("link", "lit"), ("accent", "paper"), ("edge", "paper"), ("on-word", "word")]
    assert {pair: contrast(palette[pair[0]], palette[pair[1]]) >= 3 for pair in pairs} == dict.fromkeys(pairs, True)
