"""Reading along, in a real browser, from the file: the sound, the light and the hands on it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.editions import edition
from tests.formats.html.conftest import PLACE, Bundle, Open, click_on

STATE = """() => {
  const audio = document.getElementById("audio");
  return {
    now: document.querySelector(".now")?.id ?? null,
    lit: document.querySelectorAll(".now").length,
    time: audio.currentTime,
    paused: audio.paused,
    rate: audio.playbackRate,
    focus: document.activeElement.id || document.activeElement.tagName,
    word: [...(CSS.highlights.get("word") ?? [])].map(String).join("|"),
  };
}"""

WATCH = """(seconds) => new Promise((done) => {
  const audio = document.getElementById("audio"), seen = [];
  const until = performance.now() + seconds * 1000;
  const look = () => {
    const now = document.querySelector(".now")?.id ?? null;
    const word = [...CSS.highlights.get("word")].map(String).join("|");
    seen.push({ now, word, time: audio.currentTime, focus: document.activeElement.id });
    if (performance.now() < until) requestAnimationFrame(look);
    else done(seen);
  };
  requestAnimationFrame(look);
})"""


def state(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(STATE)
    return found


def watch(page: Page, seconds: float) -> list[dict[str, Any]]:
    """What every frame shows for some time."""
    seen: list[dict[str, Any]] = page.evaluate(WATCH, seconds)
    return seen


def is_now(page: Page, utterance: str) -> None:
    """Wait until that sentence is lit."""
    expect(page.locator(f"#{utterance}.now")).to_have_count(1, timeout=15_000)


def until(page: Page, condition: str) -> None:
    """Wait for an expression to be true. Playwright's own way needs eval, which the page's policy forbids."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {condition}")


def starts_at(name: str, utterance: str) -> float:
    """Seconds into the audio."""
    timeline = edition(name).timeline
    return next(cue.start for cue in timeline.cues if cue.utterance.id == utterance) / timeline.rate


def run_order(seen: list[dict[str, Any]], key: str = "now") -> list[str]:
    """What was seen, without repetitions in a row."""
    values = [moment[key] for moment in seen]
    return [value for n, value in enumerate(values) if value and (n == 0 or values[n - 1] != value)]


def test_nothing_sounds_and_nothing_is_loaded_before_it_is_asked_for(visit: Open) -> None:
    page = visit("plain")
    assert page.evaluate("document.getElementById('audio').readyState") == 0
    assert state(page)["paused"]
    assert not page.evaluate("document.getElementById('audio').controls")
    expect(page.locator("#controls")).to_be_visible()


def test_the_lit_sentence_is_the_one_that_sounds(visit: Open) -> None:
    page = visit("plain")
    page.click("#play")
    is_now(page, "b00s1")
    timeline = edition("plain").timeline
    seen = watch(page, 4)
    assert len(run_order(seen)) >= 3
    for moment in seen:
        cue = next(cue for cue in timeline.cues if cue.utterance.id == moment["now"])
        slack = 0.1  # seconds: what is seen is a frame behind what sounds
        assert cue.start / timeline.rate - 0.001 <= moment["time"] < cue.end / timeline.rate + slack


def test_every_word_lights_up_in_order_whatever_stands_before_it(visit: Open) -> None:
    """Offsets count code points: beyond the seal (one code point, two UTF-16 units) they must still fit."""
    page = visit("everything")
    page.evaluate("document.getElementById('audio').playbackRate = 0.5")  # a busy machine shows few frames a second
    click_on(page, "b02s2")
    seen = [moment for moment in watch(page, 6) if moment["now"] == "b02s2"]
    said = next(cue for cue in edition("everything").timeline.cues if cue.utterance.id == "b02s2")
    words = [said.utterance.display[word.start : word.end] for word in said.words]
    assert run_order(seen, "word") == words
    assert "sail\u00admakers" in words
    assert words[-1] == "don’t"


def test_a_word_may_cross_marks_on_text_and_the_text_stays_whole(visit: Open) -> None:
    page = visit("everything")
    before = page.inner_html("#b02s1")
    click_on(page, "b02s1")
    words = run_order([moment for moment in watch(page, 2) if moment["now"] == "b02s1"], "word")
    assert words[:4] == ["See", "the", "printed", "timetable"]
    assert page.inner_html("#b02s1") == before


@pytest.mark.parametrize("utterance", ["b00s1", "b01s2", "b04s1", "b04s4", "b10s2", "b20s1", "b25s3", "b31s0"])
def test_a_click_on_any_kind_of_text_or_photo_reads_from_there(visit: Open, utterance: str) -> None:
    page = visit("everything")
    click_on(page, utterance)
    is_now(page, utterance)
    assert not state(page)["paused"]
    until(page, f"document.getElementById('audio').currentTime > {starts_at('everything', utterance)}")
    is_now(page, utterance)


def test_links_and_selected_text_keep_their_clicks(visit: Open) -> None:
    page = visit("everything")
    page.click("#b01 a")
    assert page.url.endswith("#b31")
    sentence = page.locator("#b01s4")
    sentence.hover(position=sentence.evaluate(PLACE)["element"])  # waits until the page has scrolled
    letter = sentence.evaluate(PLACE)["window"]
    page.mouse.down()
    page.mouse.move(letter["x"] + 18, letter["y"], steps=4)
    page.mouse.up()
    assert page.evaluate("String(getSelection())")
    assert state(page)["paused"]


def test_all_sentences_are_one_tab_stop_and_arrows_go_between_them(visit: Open) -> None:
    page = visit("plain")
    assert page.locator("article [tabindex]").count() == 1
    page.focus("#more")
    page.keyboard.press("Tab")
    assert state(page)["focus"] == "b00s1"
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    assert state(page)["focus"] == "b00s3"
    assert page.locator("article [tabindex]").count() == 1
    page.keyboard.press("Enter")
    is_now(page, "b00s3")
    assert not state(page)["paused"]


def test_in_a_script_from_right_to_left_the_left_arrow_goes_on(visit: Open) -> None:
    page = visit("arabic")
    page.focus("#b00s1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert state(page)["focus"] == "b00s3"  # the date, in English from left to right
    page.keyboard.press("ArrowRight")
    assert state(page)["focus"] == "b01s1"
    page.keyboard.press("ArrowLeft")
    assert state(page)["focus"] == "b01s2"


def test_light_never_moves_focus(visit: Open) -> None:
    page = visit("plain")
    click_on(page, "b01s1")
    page.focus("#b02s1")
    page.click("#faster")
    page.focus("#b01s1")
    seen = watch(page, 4)
    assert len(run_order(seen)) >= 2
    assert {moment["focus"] for moment in seen} == {"b01s1"}


def test_buttons_go_by_sentence_paragraph_and_photo(visit: Open) -> None:
    page = visit("everything")

    def press(*names: str) -> None:
        for name in names:
            page.get_by_role("button", name=name, exact=True).click()

    press("Next sentence", "Next sentence")
    is_now(page, "b01s1")
    press("Previous sentence")
    is_now(page, "b00s2")
    page.click("#more")
    press("Next paragraph", "Next paragraph")
    is_now(page, "b02s1")
    press("Next sentence")
    is_now(page, "b02s2")
    press("Previous paragraph")
    is_now(page, "b02s1")
    press("Previous paragraph")
    is_now(page, "b01s1")
    press("Next photo", "Next photo")
    is_now(page, "b26s1")
    press("Previous photo")
    is_now(page, "b04s1")
    press("Previous photo")
    expect(page.get_by_role("status")).to_have_text("No more photos")


def test_speed_goes_in_quarters_from_half_to_three_and_keeps_the_pitch(visit: Open) -> None:
    page = visit("plain")
    page.click("#faster")
    expect(page.get_by_role("status")).to_have_text("Speed 1.25×")
    page.click("#play")
    until(page, "document.getElementById('audio').currentTime > 0.2")
    assert state(page)["rate"] == 1.25
    for _ in range(12):
        page.click("#slower")
    assert (state(page)["rate"], page.inner_text("#rate")) == (0.5, "0.5×")
    for _ in range(12):
        page.click("#faster")
    assert (state(page)["rate"], page.inner_text("#rate")) == (3, "3×")
    assert page.evaluate("document.getElementById('audio').preservesPitch")


def test_photo_descriptions_and_credits_can_be_skipped(visit: Open) -> None:
    page = visit("everything")
    page.click("#more")
    page.get_by_label("Skip photo descriptions").check()
    page.get_by_label("Skip photo credits").check()
    page.keyboard.press("Escape")
    for _ in range(4):
        page.click("#faster")
    click_on(page, "b03s2")
    seen = run_order(watch(page, 3.5))
    assert seen[:4] == ["b03s2", "b04s2", "b04s3", "b06s1"]


def test_a_longer_description_opens_where_it_is_read_and_by_its_own_label(visit: Open) -> None:
    page = visit("longer")
    assert page.locator("details[open]").count() == 0
    page.focus("#b02s4")
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    page.click("#b03s3")
    assert page.locator("details[open]").count() == 2
    assert state(page)["paused"]
    page.focus("#b04s3")
    page.keyboard.press("ArrowDown")
    assert state(page)["focus"] == "b04s4"
    page.keyboard.press("Enter")
    is_now(page, "b04s4")


def test_longer_descriptions_can_be_skipped(visit: Open) -> None:
    page = visit("longer")
    page.click("#more")
    page.get_by_label("Skip longer descriptions").check()
    page.keyboard.press("Escape")
    click_on(page, "b03s2")
    seen = run_order(watch(page, 2.5))
    assert seen[:2] == ["b03s2", "b04s1"]
    assert page.locator("details[open]").count() == 0


def test_a_skipped_credit_is_read_to_who_asks_for_it(visit: Open) -> None:
    page = visit("everything")
    page.click("#more")
    page.get_by_label("Skip photo credits").check()
    click_on(page, "b04s4")
    assert run_order(watch(page, 0.6)) == ["b04s4"]


def test_at_the_last_photo_skipping_ends_the_story(visit: Open) -> None:
    page = visit("missing_photos")
    page.click("#more")
    page.get_by_label("Skip photo descriptions").check()
    click_on(page, "b03s2")
    expect(page.get_by_role("status")).to_have_text("End of the story")
    assert state(page)["paused"]
    assert state(page)["now"] is None
    page.click("#play")
    is_now(page, "b00s1")


def test_place_and_settings_are_remembered(visit: Open) -> None:
    page = visit("plain")
    click_on(page, "b03s1")
    page.click("#faster")
    page.click("#play")
    page.reload()
    is_now(page, "b03s1")
    assert state(page)["paused"]
    assert page.inner_text("#rate") == "1.25×"
    assert page.inner_text("#elapsed") == f"0:{int(starts_at('plain', 'b03s1')):02d}"
    page.click("#play")
    until(page, "document.getElementById('audio').currentTime > 1")
    assert state(page)["time"] >= starts_at("plain", "b03s1")
    is_now(page, "b03s1")


@pytest.mark.parametrize(
    "storage",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })",
        "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('full'); }",
        'localStorage.setItem(\'accessnews:settings\', \'{"speed":"fast","scroll-along":7}\')',
        "localStorage.setItem('accessnews:settings', '[[[')",
    ],
)
def test_storage_that_refuses_or_holds_nonsense_harms_nothing(visit: Open, storage: str) -> None:
    page = visit("plain", prepare=storage)
    click_on(page, "b02s1")
    is_now(page, "b02s1")
    assert page.inner_text("#rate") == "1×"


def test_an_address_that_names_a_sentence_starts_there(visit: Open) -> None:
    page = visit("plain", "#b03s2")
    is_now(page, "b03s2")
    assert (state(page)["paused"], state(page)["focus"]) == (True, "play")
    page.keyboard.press("Enter")
    until(page, "!document.getElementById('audio').paused && document.getElementById('audio').currentTime")
    assert state(page)["time"] >= starts_at("plain", "b03s2")
    page.evaluate("location.hash = '#b04s1'")
    is_now(page, "b04s1")


def test_an_address_that_names_a_block_starts_with_its_first_sentence(visit: Open) -> None:
    is_now(visit("plain", "#b03"), "b03s1")


def test_an_address_that_names_nothing_is_no_harm(visit: Open) -> None:
    page = visit("plain", "#%E0%A4%A")
    page.click("#play")
    is_now(page, "b00s1")


def test_the_page_scrolls_along_unless_told_not_to(visit: Open) -> None:
    page = visit("gallery")
    page.evaluate("document.getElementById('b04s2').scrollIntoView({ block: 'end' })")
    for _ in range(8):
        page.click("#faster")
    click_on(page, "b04s2")
    is_now(page, "b06s2")
    page.wait_for_timeout(800)
    box = page.locator(".now").bounding_box()
    assert box
    assert 0 < box["y"] < 800
    page.click("#more")
    page.get_by_label("Scroll along").uncheck()
    page.keyboard.press("Escape")
    page.wait_for_timeout(800)  # the scrolling under way may end
    before = page.evaluate("scrollY")
    is_now(page, "b10s2")
    assert page.evaluate("scrollY") == before


def test_who_wants_less_motion_is_not_scrolled(visit: Open) -> None:
    page = visit("gallery", reduced_motion="reduce")
    page.click("#more")
    expect(page.get_by_label("Scroll along")).not_to_be_checked()


def test_the_slider_moves_by_keys_from_where_the_sound_is(visit: Open) -> None:
    page = visit("gallery")
    page.focus("#position")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert page.inner_text("#elapsed") == "0:15"
    assert (page.get_attribute("#position", "aria-valuetext") or "").startswith("0:15 / 3:")  # of its own length
    page.click("#play")
    until(page, "document.getElementById('audio').currentTime > 15.2")
    assert state(page)["time"] < 20


def test_while_it_reads_the_status_says_nothing_and_a_focused_slider_stays_still(visit: Open) -> None:
    page = visit("plain")
    page.click("#play")
    page.focus("#position")
    page.evaluate("""() => {
      window.heard = [];
      const tell = (changes) => window.heard.push(...changes.map((change) => change.target.textContent));
      const options = { childList: true, characterData: true, attributes: true, subtree: true };
      new MutationObserver(tell).observe(document.getElementById("status"), options);
      new MutationObserver(() => window.heard.push("slider")).observe(
        document.getElementById("position"), { attributeFilter: ["value", "aria-valuetext"] });
    }""")
    watch(page, 3)
    assert page.evaluate("window.heard") == []
    page.evaluate("document.getElementById('audio').pause()")
    expect(page.get_by_role("status")).to_have_text("Paused")


def test_the_keys_of_a_phone_or_keyboard_work(visit: Open) -> None:
    handlers = """
      window.handlers = {};
      MediaSession.prototype.setActionHandler = (action, move) => { window.handlers[action] = move; };
    """
    page = visit("plain", prepare=handlers)
    assert page.evaluate("[navigator.mediaSession.metadata.title, navigator.mediaSession.metadata.artist]") == [
        edition("plain").article.title,
        "Ada Gill, Bo Lind",
    ]
    page.click("#play")
    for action, lands in [("nexttrack", "b01s1"), ("seekforward", "b01s2"), ("previoustrack", "b01s1")]:
        page.evaluate("(action) => window.handlers[action]({})", action)
        is_now(page, lands)
    page.evaluate("window.handlers.seekto({ seekTime: 20 })")
    assert state(page)["time"] >= 20
    page.evaluate("window.handlers.pause()")
    assert state(page)["paused"]
    page.evaluate("window.handlers.play()")
    assert not state(page)["paused"]


@pytest.mark.parametrize("lang", ["", ' lang=""', ' lang="no_such-"'])
def test_a_page_whose_language_is_lost_can_be_played(visit: Open, bundle: Bundle, tmp_path: Path, lang: str) -> None:
    """As where a content management system puts it into a page of its own; an error would end its script."""
    home = Path(shutil.copytree(bundle("plain").parent, tmp_path / "without"))
    path = home / "index.html"
    text = path.read_text("utf-8")
    assert '<html lang="en"' in text
    path.write_text(text.replace('<html lang="en"', f"<html{lang}"), "utf-8")
    page = visit("plain", path=path)
    expect(page.locator("#rate")).to_have_text("1×")
    page.click("#play")
    is_now(page, "b00s1")


def test_audio_that_cannot_be_played_is_told_and_may_come_back(visit: Open, bundle: Bundle, tmp_path: Path) -> None:
    home = Path(shutil.copytree(bundle("plain").parent, tmp_path / "broken"))
    sound = (home / "audio" / "ferry.mp3").rename(tmp_path / "ferry.mp3")
    page = visit("plain", path=home / "index.html", expects="ERR_FILE_NOT_FOUND")
    click_on(page, "b02s1")
    expect(page.get_by_role("status")).to_have_text("The audio could not be played.")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    sound.rename(home / "audio" / "ferry.mp3")
    page.click("#play")
    until(page, "document.getElementById('audio').currentTime > 1")
    is_now(page, "b02s1")


def test_without_the_script_there_is_the_browsers_own_control(visit: Open) -> None:
    page = visit("plain", java_script_enabled=False)
    expect(page.locator("audio[controls][preload=none]")).to_be_visible()
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.get_by_text("Audio version of this article (synthetic voice)")).to_be_visible()
    assert page.locator("article span").count() == 11


def test_the_policy_holds(visit: Open) -> None:
    page = visit("plain", expects="Content Security Policy")
    page.evaluate("""() => {
      window.refused = [];
      document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.effectiveDirective));
      const inline = document.createElement("script");
      inline.textContent = "window.bad = true";
      const style = document.createElement("style");
      document.head.append(inline, style);
      style.textContent = "body { display: none }";
      document.body.insertAdjacentHTML("beforeend", "<p onclick='window.bad = true' style='color: red'>x</p>");
      fetch("https://example.org/").catch(() => {});
    }""")
    until(page, "window.refused.includes('connect-src')")
    assert not page.evaluate("window.bad")
    assert set(page.evaluate("window.refused")) >= {"script-src-elem", "style-src-elem", "style-src-attr"}


COUNT = """(seconds) => new Promise((done) => {
  let asked = 0, frames = 0, longest = 0, last = performance.now();
  for (const name of ["getElementById", "querySelector", "querySelectorAll"]) {
    const find = document[name];
    document[name] = function (...given) { asked += 1; return find.apply(this, given); };
  }
  const until = last + seconds * 1000;
  const frame = (now) => {
    longest = Math.max(longest, now - last);
    [last, frames] = [now, frames + 1];
    if (now < until) requestAnimationFrame(frame);
    else done({ asked, frames, longest });
  };
  requestAnimationFrame(frame);
})"""


def test_within_a_sentence_nothing_is_looked_up_but_the_clock_once_a_second(visit: Open) -> None:
    page = visit("plain")
    for _ in range(2):
        page.click("#slower")
    click_on(page, "b01s1")
    is_now(page, "b01s1")
    until(page, "document.getElementById('audio').currentTime > 0")
    work = page.evaluate(COUNT, 1.5)
    assert work["frames"] > 20
    assert work["asked"] <= 3
    assert state(page)["now"] == "b01s1"


def test_five_thousand_sentences_stay_light(visit: Open) -> None:
    page = visit("long_story", "#b1000s2")
    is_now(page, "b1000s2")
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    page.click("#play")
    work = page.evaluate(COUNT, 2)
    print(f"ready after {ready:.0f} ms, longest frame {work['longest']:.0f} ms")
    assert ready < 3000
    assert work["longest"] < 500
