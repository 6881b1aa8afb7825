"""A site tells of the editions that are there, for people and for apps."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import Browser

from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.model.settings import Settings, Voice
from accessnews.pipeline.recipe import render
from accessnews.pipeline.site import make_site
from tests.fixtures.tools import axe_violations, node_module, nu_messages, run_node

URL = "https://news.example/listen/"
SPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
TONE = Voice("tone", "silence", rate=400)
HARBOUR = """---
date: 2026-05-09
author: Ada Gill
---
# Boats & nets

Boats *left* at [dawn](https://tide.example/?a=1&b=2).

![](pier.jpg "Boats lie at the pier. [AP]")
"""
FERRY = "---\ndate: 2026-05-10\n---\n# Ferry held\n\nThe ferry stays.\n"


@pytest.fixture
def output(tmp_path: Path, write: Callable[[str, str], Path], draw: Callable[..., Path]) -> Path:
    shutil.copy(draw("photo.jpg"), tmp_path / "pier.jpg")
    for name, text in (("harbour.md", HARBOUR), ("ferry.md", FERRY)):
        render(write(name, text), settings(tmp_path / "out"), TONE)
    return tmp_path / "out"


def settings(output: Path, **site: Any) -> Settings:
    given = {"site_url": URL, "site_title": "Saltby Courier", **site}
    return Settings(output=str(output), formats=("html", "audio", "vtt", "epub"), **given)


def feed(output: Path) -> Any:
    return etree.parse(str(output / "feed.xml")).getroot().find("channel")


def test_editions_stand_newest_first_and_the_same_bytes_come_twice(output: Path) -> None:
    made = make_site(output, settings(output))
    first = {file: file.read_bytes() for file in made.files}
    assert (made.editions, made.findings) == (2, ())
    assert feed(output).xpath("item/title/text()") == ["Ferry held", "Boats & nets"]
    page = (output / "index.html").read_text("utf-8")
    assert page.index("Ferry held") < page.index("Boats &amp; nets")
    make_site(output, settings(output))
    assert {file: file.read_bytes() for file in made.files} == first


def test_the_podcast_feed_has_what_apps_ask_for(output: Path) -> None:
    """RSS 2.0, Apple's required tags, and the podcast namespace."""
    make_site(output, settings(output, site_owner="Ada Gill <ada@news.example>", site_image="logo.png"))
    channel = feed(output)
    required = ("title", "link", "description", "language", "itunes:author", "itunes:explicit", "podcast:guid")
    assert all(channel.findtext(name, namespaces=SPACES) for name in required)
    assert channel.find("itunes:image", SPACES).get("href") == f"{URL}logo.png"
    assert channel.findtext("itunes:owner/itunes:email", namespaces=SPACES) == "ada@news.example"
    assert channel.find("atom:link", SPACES).get("href") == f"{URL}feed.xml"
    item = channel.findall("item")[1]
    enclosure, audio = item.find("enclosure"), output / "harbour" / "audio" / "harbour.mp3"
    assert enclosure.get("url") == f"{URL}harbour/audio/harbour.mp3"
    assert (enclosure.get("length"), enclosure.get("type")) == (str(audio.stat().st_size), "audio/mpeg")
    assert item.findtext("guid") == item.findtext("link") == f"{URL}harbour/"
    assert item.findtext("pubDate") == "Sat, 09 May 2026 00:00:00 GMT"
    assert item.findtext("itunes:author", namespaces=SPACES) == "Ada Gill"
    assert item.find("podcast:transcript", SPACES).get("url") == f"{URL}harbour/audio/harbour.vtt"
    assert item.find("podcast:image", SPACES).get("alt")
    assert item.findtext("podcast:person", namespaces=SPACES).endswith("synthetic voice")


def test_links_of_a_feed_lead_to_files_that_are_there(output: Path) -> None:
    make_site(output, settings(output))
    addresses = [
        value for value in feed(output).xpath(".//@url | .//@href | .//link/text()") if value.startswith(URL)
    ]
    assert len(addresses) > 8
    for address in addresses:
        assert (output / address.removeprefix(URL)).exists(), address


def test_the_text_of_a_story_comes_along_without_what_only_its_page_needs(output: Path) -> None:
    make_site(output, settings(output))
    text = feed(output).findall("item")[1].findtext("content:encoded", namespaces=SPACES)
    assert text.startswith('<p>Boats <em>left</em> at <a href="https://tide.example/?a=1&amp;b=2">dawn</a>.</p>')
    assert f'src="{URL}harbour/images/' in text
    assert not any(word in text for word in ("id=", "class=", "<h1", "<script", "<nav"))


def test_chapters_are_json(output: Path) -> None:
    make_site(output, settings(output))
    document = json.loads((output / "chapters" / "harbour.json").read_text("utf-8"))
    assert document["version"] == "1.2.0"
    assert [chapter["title"] for chapter in document["chapters"]] == ["Boats & nets", "Photo 1 of 1"]
    assert document["chapters"][0]["startTime"] == 0


def test_the_json_feed_is_one(output: Path) -> None:
    make_site(output, settings(output))
    document = json.loads((output / "feed.json").read_text("utf-8"))
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["feed_url"] == f"{URL}feed.json"
    for item in document["items"]:
        assert item["id"] == item["url"]
        assert item["content_html"]
        (attachment,) = item["attachments"]
        assert {type(attachment[key]) for key in ("size_in_bytes", "duration_in_seconds")} == {int}


def test_the_catalogue_lists_the_books(output: Path) -> None:
    make_site(output, settings(output))
    document = json.loads((output / "opds.json").read_text("utf-8"))
    assert {link["rel"] for link in document["links"]} == {"self"}
    assert [entry["metadata"]["title"] for entry in document["publications"]] == ["Ferry held", "Boats & nets"]
    for entry in document["publications"]:
        (link,) = entry["links"]
        assert (link["type"], link["rel"]) == ("application/epub+zip", "http://opds-spec.org/acquisition/open-access")


def test_the_sitemap_names_every_page(output: Path) -> None:
    make_site(output, settings(output))
    root = etree.parse(str(output / "sitemap.xml")).getroot()
    assert root.xpath("//*[local-name()='loc']/text()") == [URL, f"{URL}ferry/", f"{URL}harbour/"]


def test_an_edition_that_is_gone_is_gone_from_all_of_it(output: Path) -> None:
    make_site(output, settings(output))
    shutil.rmtree(output / "harbour")
    made = make_site(output, settings(output))
    assert made.editions == 1
    assert not (output / "chapters" / "harbour.json").exists()
    for file in made.files:
        assert b"harbour" not in file.read_bytes(), file


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("audio/harbour.mp3", b"short", "audio/harbour.mp3 is not there as it was made"),
        ("manifest.json", b"{", "its manifest cannot be read"),
        ("manifest.json", b'{"schema": 2}', "its manifest is of another form: 2"),
        ("manifest.json", b"[]", "its manifest cannot be read"),
        ("manifest.json", b'{"schema": 1, "files": [{"path": "../x"}]}', "its manifest names a file elsewhere"),
    ],
)
def test_a_broken_edition_is_not_listed_and_told(output: Path, name: str, content: bytes, reason: str) -> None:
    (output / "harbour" / name).write_bytes(content)
    made = make_site(output, settings(output))
    assert [finding.message for finding in made.findings] == [f"harbour: {reason}"]
    assert made.editions == 1


def test_what_is_somebody_elses_stays(output: Path) -> None:
    (output / "index.html").write_text("mine")
    with pytest.raises(AccessNewsError, match="is no file of a site of accessnews"):
        make_site(output, settings(output))
    assert (output / "index.html").read_text() == "mine"
    assert not (output / "feed.xml").exists()


def test_a_site_that_cannot_be_written_leaves_nothing_half_done(output: Path) -> None:
    make_site(output, settings(output))
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    (output / "sitemap.xml").unlink()
    (output / "sitemap.xml").mkdir()
    (output / "sitemap.xml" / "mine").touch()
    with pytest.raises(AccessNewsError, match="cannot write the site"):
        make_site(output, settings(output))
    assert not [path for path in output.rglob(".accessnews-*") if path.is_file()]
    assert (output / "index.html").read_bytes() == before[output / "index.html"]


@pytest.mark.parametrize("url", ["", "news.example", "ftp://news.example/", "https://news.example/?a=1"])
def test_a_site_needs_an_address(output: Path, url: str) -> None:
    with pytest.raises(UsageError):
        make_site(output, settings(output, site_url=url))


def test_beyond_fifty_editions_there_are_pages_by_month_and_section(tmp_path: Path, write: Any) -> None:
    story = render(write("a.md", FERRY), settings(tmp_path / "out"), TONE).folder
    for number in range(60):
        folder = tmp_path / "out" / f"copy{number:02}"
        shutil.copytree(story, folder)
        text = (folder / "manifest.json").read_text("utf-8")
        text = text.replace("2026-05-10", f"2026-{number % 3 + 1:02}-10").replace(
            '"kicker": null', '"kicker": "Sport"'
        )
        (folder / "manifest.json").write_text(text, "utf-8")
    make_site(tmp_path / "out", settings(tmp_path / "out"))
    index = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert index.count("<article") == 50
    assert all(f'href="months/2026-0{month}.html"' in index for month in (1, 2, 3, 5))
    assert (tmp_path / "out" / "sections" / "sport.html").read_text("utf-8").count('href="../copy') >= 60


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_on_the_index(output: Path, browser: Browser, scheme: Any, width: int) -> None:
    make_site(output, settings(output))
    page = browser.new_page(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 640})
    page.goto((output / "index.html").as_uri())
    assert axe_violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_validators_find_nothing_on_the_index(output: Path) -> None:
    make_site(output, settings(output))
    assert nu_messages(output / "index.html") == []
    program = node_module("html-validate") / "bin" / "html-validate.mjs"
    checked = run_node(program, "--preset", "standard,a11y", "--formatter", "text", str(output / "index.html"))
    assert checked.strip() == ""


@pytest.fixture
def served(output: Path) -> Iterator[str]:
    """The output folder on this machine's own address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_a_client_plays_what_the_feed_says(output: Path, served: str) -> None:
    if not shutil.which("ffprobe"):
        pytest.skip("no ffprobe")
    make_site(output, settings(output, site_url=served))
    enclosure = feed(output).find("item/enclosure").get("url")
    command = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", enclosure]
    seconds = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert round(seconds) == int(feed(output).findtext("item/itunes:duration", namespaces=SPACES))


def test_the_command_prints_what_it_made(output: Path) -> None:
    command = [sys.executable, "-m", "accessnews", "site", str(output), "--url", URL]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        "index.html",
        "feed.xml",
        "feed.json",
        "opds.json",
        "sitemap.xml",
    ]
