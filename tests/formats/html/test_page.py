"""The page without a browser: what it promises about ids and text, and what it never lets through."""

import json
import re
from dataclasses import replace
from importlib.resources import files
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError
from lxml import html as parser
from lxml.html import HtmlElement

from accessnews import formats
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format, _templates, load
from accessnews.formats._address import address
from accessnews.formats._view import GUIDE
from accessnews.formats.html import render, stylesheet
from accessnews.formats.html.data import inert
from accessnews.formats.html.page import WebPage
from accessnews.model.alt import AltState
from accessnews.model.article import Heading, Note, Run, Table, figures, walk
from accessnews.model.settings import Settings
from tests.fixtures.editions import ARTICLES, AT, RATE, edition, edition_of, paragraph, photo, plain, text

AUDIO, AUDIOBOOK, EPUB, HTML, VTT = map(load, ("audio", "audiobook", "epub", "html", "vtt"))
TERSE = Settings(speak_photos=False, speak_credits=False)
every_edition = pytest.mark.parametrize("name", ARTICLES)
spoken_and_terse = pytest.mark.parametrize("settings", [Settings(), TERSE], ids=["all", "terse"])


def parsed(made: Edition, *others: Format) -> HtmlElement:
    """The page of an edition; of ``others`` it has been told."""
    told = replace(made, other_artifacts=formats.write(made, others)) if others else made
    return parser.document_fromstring(render(told))


def text_of(element: HtmlElement) -> str:
    """What a browser calls ``textContent``, without the readings above it."""
    return "".join(element.xpath(".//text()[not(ancestor::rt or ancestor::rp)]"))


def data(document: HtmlElement, kind: str) -> Any:
    (block,) = document.xpath(f"//script[@type='{kind}']")
    return json.loads(block.text)


@every_edition
@spoken_and_terse
def test_every_utterance_is_one_element_with_its_id_and_its_text(name: str, settings: Settings) -> None:
    made = edition(name, settings)
    document = parsed(made)
    utterances = [cue.utterance for cue in made.timeline.cues]
    shown = {
        said.id: [text_of(element) for element in document.xpath(f"//*[@id='{said.id}']")] for said in utterances
    }
    assert shown == {said.id: [said.display] for said in utterances}


@every_edition
def test_the_reading_order_is_the_order_of_the_script(name: str) -> None:
    made = edition(name)
    ids = [cue.utterance.id for cue in made.timeline.cues]
    assert [found for found in parsed(made).xpath("//*/@id") if found in set(ids)] == ids


@every_edition
def test_every_id_is_there_once_and_every_link_inside_the_page_arrives(name: str) -> None:
    document = parsed(edition(name))
    ids = document.xpath("//*/@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in document.xpath("//a/@href") if href.startswith("#")} <= set(ids)


@every_edition
def test_every_block_but_a_row_and_a_heading_has_its_id(name: str) -> None:
    """The element of a row or a heading has the id of its utterance: it can have only one."""
    article = edition(name).article
    blocks = chain(walk(article.body), *(walk(note.blocks) for note in article.notes), article.notes)
    named = {block.id for block in blocks if not isinstance(block, Heading)}
    assert named <= set(parsed(edition(name)).xpath("//*/@id"))


@every_edition
def test_a_photo_is_its_image_with_the_alt_and_the_size(name: str) -> None:
    made = edition(name)
    document = parsed(made)
    for figure in figures(made.article):
        images = document.xpath(f"//figure[@id='{figure.id}']/img")
        photo = made.photos.get(figure.id)
        if photo is None:
            assert not images
            assert document.xpath(f"//figure[@id='{figure.id}']/p[@class='photo-missing']")
        else:
            (image,) = images
            assert (image.get("alt"), image.get("src")) == (made.article.alt(figure).alt, photo.path)
            assert (image.get("width"), image.get("height")) == (str(photo.width), str(photo.height))
    assert not document.xpath("//figure[@aria-labelledby or @aria-label or @aria-describedby]")


@spoken_and_terse
def test_credits_and_missing_photos_are_shown_whether_they_are_read_or_not(settings: Settings) -> None:
    document = parsed(edition("missing_photos", settings))
    assert [text_of(p) for p in document.xpath("//p[@class='photo-missing']")] == [
        "Photo 1 of 3, not included: People on a pier.",
        "Photo 2 of 3, not included: People on a pier.",
        "Photo 3 of 3, not included: People on a pier.",
    ]
    assert [text_of(small) for small in document.xpath("//small[@class='credit']")] == ["Photo: Jo Pike"] * 2


@spoken_and_terse
def test_a_longer_description_is_a_disclosure_behind_its_figure(settings: Settings) -> None:
    document = parsed(edition("longer", settings))
    told = {details.get("id"): details for details in document.xpath("//details")}
    assert list(told) == ["b02d", "b03d", "b04d", "b07d"]  # not of a picture whose description nobody has read
    assert list(told) == [each.get("aria-details") for each in document.xpath("//figure/*[@aria-details]")]
    assert document.xpath("//figure[@class='described']/following-sibling::*[1]/@id") == list(told)
    assert [text_of(summary) for summary in document.xpath("//summary")] == [
        "Description of the photo",
        "Description of the picture",
        "Description of the photo",
        "Description of the photo",
    ]
    assert [text_of(p) for p in told["b02d"].xpath("p")] == ["The band plays on the pier."] * 2 + ["***"]
    assert not document.xpath("//details[@open]")


@every_edition
def test_what_the_page_loads_lies_beside_it(name: str) -> None:
    made, others = edition(name), (AUDIO, VTT, EPUB)
    there = {file.path for file in formats.write(made, (HTML, *others))}
    document = parsed(made, *others)
    loaded = set(document.xpath("//@src | //link/@href | //footer//a/@href"))
    assert loaded == there - {"index.html"}
    styles = stylesheet().decode()
    assert "url(" not in styles
    assert "@import" not in styles
    assert not document.xpath("//@srcset | //@style | //style | //iframe | //object | //base")


def test_the_page_leads_to_its_guide_where_there_is_one() -> None:
    def links(*chosen: Format) -> list[Any]:
        files = {file.path: file for file in formats.write(edition("plain"), (HTML, *chosen))}
        page: HtmlElement = parser.document_fromstring(b"".join(files["index.html"].pieces()).decode())
        hrefs = list(page.xpath(f"//link[@rel='related'][@type='{GUIDE}']/@href"))
        assert set(hrefs) <= files.keys()
        return hrefs

    assert links(AUDIO, AUDIOBOOK) == ["guided-navigation.json"]
    assert links(AUDIOBOOK) == links(AUDIO) == []


@every_edition
def test_nothing_in_the_page_runs_but_its_one_script(name: str) -> None:
    document = parsed(edition(name))
    scripts = document.xpath("//script")
    assert [(script.get("src"), script.get("type")) for script in scripts] == [
        ("assets/page.js", None),
        (None, "application/json"),
        (None, "application/ld+json"),
    ]
    assert not [name for element in document.iter() for name, _ in element.items() if name.startswith("on")]
    (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy


def test_hostile_text_is_text() -> None:
    made = edition("hostile")
    document = parsed(made)
    assert document.xpath("//title")[0].text == made.article.title
    assert len(document.xpath("//img")) == len(made.photos) == 1
    assert [a.get("href") for a in document.xpath("//p/span/a") if not a.get("role")] == [
        "https://example.org/%22%3E%3Cb%3E"
    ]
    assert data(document, "application/ld+json")["headline"] == made.article.title
    assert data(document, "application/json")["story"] == "hostile:</script>"
    assert "49" not in render(made).split("<body>")[1].split("<footer")[0]


def test_the_templates_escape_everything_and_miss_nothing() -> None:
    templates = _templates._environment()
    folder = Path(str(files("accessnews.formats")))
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.j2")]
    assert "_templates/body.html.j2" in names
    for name in (*names, "page.css", "any other"):
        assert templates.from_string("{{ text }}").render(text="<b>") == "&lt;b&gt;", name
    assert templates.autoescape is True
    with pytest.raises(UndefinedError):
        templates.from_string("{{ nothing }}").render()
    unescaped = re.findall(r"{{[^}]*safe[^}]*}}", "".join(_templates.asset(name).decode() for name in names))
    assert unescaped == ["{{ timeline | safe }}", "{{ metadata | safe }}"], "both are inert(): see its test"


def test_data_is_inert_and_unchanged() -> None:
    bad = {"text": "</script><!-- <script> & ]]> \u2028"}
    assert not set("<>&") & set(inert(bad))
    assert json.loads(inert(bad)) == bad


@every_edition
def test_the_timeline_says_where_each_word_is_and_when_it_sounds(name: str) -> None:
    made = edition(name)
    timeline = data(parsed(made), "application/json")
    assert (timeline["rate"], timeline["end"]) == (made.timeline.rate, made.timeline.frames)
    for cue, (own, role, start, stop, words) in zip(made.timeline.cues, timeline["cues"], strict=True):
        assert (own, timeline["roles"][role], start, stop) == (
            cue.utterance.id,
            cue.utterance.role,
            cue.start,
            cue.stop,
        )
        assert [(first, after, start + frame) for first, after, frame in words] == [
            (word.start, word.end, word.frame) for word in cue.words
        ]


def test_the_metadata_claims_what_is_there() -> None:
    made = edition("gallery")
    facts = data(parsed(made), "application/ld+json")
    assert (facts["@type"], facts["headline"], facts["datePublished"]) == (
        "NewsArticle",
        made.article.title,
        "2026-05-09",
    )
    assert len(facts["image"]) == 30
    assert facts["image"][0] == {
        "@type": "ImageObject",
        "contentUrl": "images/01.jpg",
        "encodingFormat": "image/jpeg",
        "width": 1200,
        "height": 750,
        "caption": "Fishers mend nets at the north pier on the first day of the new crossing. The boat left on time.",
        "creditText": "Mara Holm/Coast Press",
    }
    assert facts["audio"]["contentUrl"] == "audio/ferry.mp3"
    assert facts["audio"]["duration"] == f"PT{made.timeline.frames / made.timeline.rate:.3f}S"


def test_the_place_of_a_missing_photo_keeps_its_language_where_the_alt_has_another() -> None:
    body = (photo("", "عبّارة بيضاء.", None, AltState.AUTHOR, src="gone.jpg"),)
    (missing,) = parsed(edition_of(replace(ARTICLES["arabic"](), body=body))).xpath("//p[@class='photo-missing']")
    assert text_of(missing) == "Photo 1 of 1, not included: عبّارة بيضاء."
    assert [(e.text, e.get("lang"), e.get("dir")) for e in missing] == [("Photo 1 of 1, not included:", "en", "ltr")]


@every_edition
def test_headings_start_at_one_and_skip_no_level(name: str) -> None:
    levels = [int(heading.tag[1]) for heading in parsed(edition(name)).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_table_names_its_columns_and_where_it_can_its_rows() -> None:
    document = parsed(edition("everything"))
    tides = document.xpath("//table")[0]
    assert [text_of(th) for th in tides.xpath(".//th[@scope='col']")] == ["Low water", "High water"]
    assert [text_of(th) for th in tides.xpath(".//th[@scope='row']")] == ["Friday", "Saturday", "Sunday"]
    times = next(block for block in walk(edition("everything").article.body) if isinstance(block, Table))
    assert text_of(tides.xpath("caption")[0]) == "Tides at Wick. Times are local."
    assert len(tides.xpath(".//tbody/tr")) == len(times.rows)


def test_a_table_of_a_header_only_has_no_part_without_a_row() -> None:
    body = (Table((text("Boat"), text("Built")), (), AT),)
    (table,) = parsed(edition_of(replace(plain(), body=body))).xpath("//table")
    assert [part.tag for part in table] == ["tbody"]
    assert [text_of(th) for th in table.xpath("tbody/tr/th[@scope='col']")] == ["Boat", "Built"]


def test_marks_become_elements_and_one_link_stays_one_link() -> None:
    first, second = parsed(edition("everything")).xpath("//*[@id='b01' or @id='b02']")
    assert [(e.tag, text_of(e)) for e in first.iter("em", "strong", "abbr")] == [
        ("em", "two"),
        ("strong", "Both are wrong."),
        ("strong", "Nobody minds"),
        ("abbr", "RNLI"),
    ]
    assert [(e.get("lang"), text_of(e)) for e in first.xpath(".//*[@lang]")] == [("fr", "la grande marée")]
    assert [text_of(a) for a in second.xpath(".//a[not(@role)]")] == ["printed timetable or ask"]


def test_notes_link_there_and_back() -> None:
    document = parsed(edition("everything"))
    marks = document.xpath("//a[@role='doc-noteref']")
    backs = document.xpath("//a[@role='doc-backlink']")
    assert [(text_of(mark), mark.get("href"), mark.get("id")) for mark in marks] == [
        ("1", "#b31", "b31r"),
        ("2", "#b33", "b33r"),
        ("1", "#b31", None),
    ]
    assert [(back.get("href"), back.get("aria-label")) for back in backs] == [
        ("#b31r", "Back to note 1 in the text"),
        ("#b33r", "Back to note 2 in the text"),
    ]


def test_a_note_that_only_a_later_one_refers_to_leads_back_to_it() -> None:
    notes = (Note("1", (paragraph("First."),), AT), Note("2", (paragraph("See ", Run("1", note="1"), "."),), AT))
    document = parsed(edition_of(replace(plain(), notes=notes)))
    (mark,) = document.xpath("//a[@role='doc-noteref']")
    (back,) = document.xpath("//a[@role='doc-backlink']")
    assert back.get("href") == f"#{mark.get('id')}"


def test_words_that_are_not_in_the_articles_language_say_so() -> None:
    document = parsed(edition("arabic"))
    assert (document.get("lang"), document.get("dir")) == ("ar", "rtl")
    for part in ("/html/body/header", "/html/body/footer", "//*[@id='b00s2']", "//small", "//div[@role='group']"):
        element = document.xpath(part)[0]
        assert (element.get("lang"), element.get("dir")) == ("en", "ltr"), part
    assert (document.xpath("//table")[0].get("lang"), document.xpath("//table")[0].get("dir")) == ("ar", "rtl")
    assert parsed(edition("german")).xpath("//header/@lang | //footer/@lang | //p/@lang") == []


@pytest.mark.parametrize(
    ("href", "set_as"),
    [
        ("https://example.org/a?b=c&d#e%20f", "https://example.org/a?b=c&d#e%20f"),
        ("https://example.org/?ids[]=1|2&share=100%", "https://example.org/?ids%5B%5D=1%7C2&share=100%25"),
        ("https://[::1]:80/é {x}", "https://[::1]:80/é%20%7Bx%7D"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
    ],
)
def test_addresses_hold_only_what_a_url_may_hold(href: str, set_as: str) -> None:
    assert address(href) == set_as


def test_the_footer_says_who_reads_and_how_many_descriptions_nobody_has_reviewed() -> None:
    footer = text_of(parsed(edition("everything")).xpath("//footer")[0])
    assert "synthetic voice: newsreader (eSpeak NG 1.52)" in footer
    assert "not yet reviewed by a person: 2 of 4" in footer
    assert re.search(r"Download audio \(MP3, 1:\d\d, \d+\u00a0kB\)", footer)
    terse = text_of(parsed(edition("everything", TERSE)).xpath("//footer")[0])
    assert "leaves out photo descriptions" in terse
    assert "leaves out photo credits" in terse


@pytest.mark.parametrize(("name", "said"), [("everything", "Download file"), ("german", "Datei herunterladen")])
def test_a_file_of_a_kind_without_words_is_offered_as_a_file(name: str, said: str) -> None:
    new = Artifact("relief.brl", "application/octet-stream", b"." * 2000, "relief", "BRL")
    (link,) = parsed(replace(edition(name), other_artifacts=(new,))).xpath("//footer//a[@download]")
    assert text_of(link) == f"{said} (BRL, 2\u00a0kB)"


@pytest.mark.parametrize(
    ("length", "said"), [(400, "1\u00a0kB"), (285_400, "285\u00a0kB"), (12_340_000, "12.3\u00a0MB")]
)
def test_sizes_are_in_steps_of_a_thousand(length: int, said: str) -> None:
    assert WebPage(edition("plain")).words.size(length) == said


def test_without_audio_in_the_bundle_there_is_no_player() -> None:
    document = parsed(edition("plain", Settings(formats=("html",))))
    assert not document.xpath("//audio | //button | //script[@src] | //footer//a")
    assert document.xpath("//h1")


@every_edition
def test_the_page_is_the_same_every_time(name: str) -> None:
    assert render(edition(name)) == render(edition(name))


def test_the_footer_offers_what_else_is_there_with_format_length_and_size() -> None:
    made = edition("everything")
    size = {file.path: f"{len(file.data) / 1000:.0f}\u00a0kB" for file in formats.write(made, (EPUB, AUDIO, VTT))}
    links = parsed(made, EPUB, AUDIO, VTT).xpath("//footer//a[@download]")
    offers = {link.get("href"): (link.get("type"), text_of(link)) for link in links}
    length = f"{made.timeline.frames // RATE // 60}:{-(-made.timeline.frames // RATE) % 60:02d}"
    assert offers == {
        "tides.epub": ("application/epub+zip", f"Download as a book with audio (EPUB, {size['tides.epub']})"),
        "audio/tides.mp3": ("audio/mpeg", f"Download audio (MP3, {length}, {size['audio/tides.mp3']})"),
        "audio/tides.vtt": ("text/vtt", f"Download transcript with times (WebVTT, {size['audio/tides.vtt']})"),
    }
    assert list(offers) == ["tides.epub", "audio/tides.mp3", "audio/tides.vtt"], "in the order asked for"


def test_a_page_of_a_known_site_names_its_address_its_feeds_and_what_a_shared_link_shows() -> None:
    chosen = Settings(site_url="https://news.example/listen", site_title="Saltby Courier")
    document = parsed(edition("everything", chosen), AUDIO)
    (canonical,) = document.xpath("//link[@rel='canonical']/@href")
    assert canonical.startswith("https://news.example/listen/")
    assert document.xpath("//link[@rel='alternate']/@href") == [
        f"https://news.example/listen/{name}" for name in ("feed.xml", "feed.json", "opds.json")
    ]
    shown = {meta.get("property"): meta.get("content") for meta in document.xpath("//meta[@property]")}
    assert (shown["og:url"], shown["og:site_name"]) == (canonical, "Saltby Courier")
    assert shown["og:image"].startswith(f"{canonical}images/")
    assert shown["og:image:alt"] in document.xpath("//img/@alt")
    assert shown["og:audio"].startswith(f"{canonical}audio/")


def test_a_page_of_no_site_names_none() -> None:
    assert parsed(edition("everything")).xpath("//link[@rel='canonical'] | //meta[@property]") == []
