"""What word processors save: kept with its marks, and the desk's matter left in."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from accessnews.model.article import Article, Figure, ListBlock, Paragraph, Table, plain
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.photos.locate import locate
from accessnews.readers import read
from tests.fixtures.docx import document, item, paragraph, picture, run
from tests.readers.printing import body, codes

TITLE = paragraph("The ferry is back", style="Title")
LEAD = paragraph("The ferry sailed at dawn.")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return tmp_path / "ferry.docx"


def photo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 6), "navy").save(file, "JPEG")
    return file.getvalue()


def messages(article: Article, code: str) -> list[str]:
    return [finding.message for finding in article.findings if finding.code == code]


def test_the_style_of_titles_makes_the_headline_and_headings_stay(story: Path) -> None:
    article = read(document(story, TITLE, LEAD, paragraph("Tickets", style="Heading1"), paragraph("Three pounds.")))
    assert article.title == "The ferry is back"
    assert body(article) == ["0 p: The ferry sailed at dawn.", "0 h2: Tickets", "0 p: Three pounds."]


def test_a_tracked_change_is_accepted_and_told(story: Path) -> None:
    changed = (
        '<w:del w:id="1"><w:r><w:delText>sank</w:delText></w:r></w:del><w:ins w:id="2">' + run("sailed") + "</w:ins>"
    )
    article = read(document(story, TITLE, paragraph("The ferry ", changed, " at dawn.")))
    assert body(article) == ["0 p: The ferry sailed at dawn."]
    assert messages(article, "desk-matter") == ["tracked changes are taken as accepted: “sank”"]


def test_comments_and_hidden_words_stay_in_the_file_and_are_told(story: Path) -> None:
    comments = f'<w:comment w:id="0" w:author="Ed">{paragraph("check with legal")}</w:comment>'
    marked = '<w:r><w:commentReference w:id="0"/></w:r>'
    hidden = run(" The source is Jo.", "<w:vanish/>")
    article = read(document(story, TITLE, paragraph("It sailed.", marked, hidden), comments=comments))
    assert body(article) == ["0 p: It sailed."]
    assert messages(article, "desk-matter") == [
        "hidden text is left out: “The source is Jo.”",
        "a comment of the desk is left out: “check with legal”",
    ]


def test_pictures_come_with_their_alt_and_the_caption_below_them(story: Path) -> None:
    caption = paragraph("The ferry at the pier. [Ada Gill/AP]", style="Caption")
    article = read(document(story, TITLE, LEAD, picture("A white ferry"), caption, photo=photo()))
    figure = article.body[-1]
    assert isinstance(figure, Figure)
    assert (figure.author_alt, plain(figure.caption)) == ("A white ferry", "The ferry at the pier. [Ada Gill/AP]")
    assert figure.src
    assert article.pictures
    assert (article.pictures.folder / figure.src).read_bytes() == photo()
    folder = article.pictures.folder
    del article
    assert not folder.exists()


def test_a_photo_beside_the_document_does_not_stand_for_one_inside(story: Path, tmp_path: Path) -> None:
    (tmp_path / "picture-1.jpg").write_bytes(b"another")
    article = read(document(story, TITLE, LEAD, picture(), photo=photo()))
    files, missing = locate(article, "")
    assert [file.read_bytes() for file in files.values()] == [photo()]
    assert missing == []


def test_an_alt_that_the_word_processor_made_is_no_authors(story: Path) -> None:
    made = "A boat on water&#10;&#10;AI-generated content may be incorrect."
    article = read(document(story, TITLE, LEAD, picture(made), photo=photo()))
    figure = article.body[-1]
    assert isinstance(figure, Figure)
    assert figure.author_alt is None
    assert "alt-generated" in codes(article)


def test_a_picture_of_a_kind_that_no_page_shows_is_told(story: Path) -> None:
    article = read(document(story, TITLE, LEAD, picture("A chart of fares", target="drawing")))
    assert messages(article, "embed-dropped") == ["a picture of the kind image/x-emf is left out: “A chart of fares”"]


def test_a_list_that_text_parts_counts_on(story: Path) -> None:
    items = (item("Wick"), item("Ness"), LEAD, item("Saltby"))
    lists = [block for block in read(document(story, TITLE, *items)).body if isinstance(block, ListBlock)]
    assert [block.numbers for block in lists] == [(1, 2), (3,)]


def test_lists_lie_in_lists_with_their_numerals(story: Path) -> None:
    items = (item("Wick"), item("north pier", level=1), item("south pier", level=1), item("Ness"), item("oars", 2))
    article = read(document(story, TITLE, LEAD, *items))
    outer, bullets = article.body[1:]
    assert isinstance(outer, ListBlock)
    assert isinstance(bullets, ListBlock)
    inner = outer.items[0][1]
    assert isinstance(inner, ListBlock)
    assert (outer.numbers, inner.numbers, bullets.numbers) == ((1, 2), (1, 2), ())


def test_a_list_may_be_one_by_its_style(story: Path) -> None:
    article = read(
        document(story, TITLE, paragraph("Wick", style="ListNumber"), paragraph("Ness", style="ListNumber"))
    )
    (block,) = article.body
    assert isinstance(block, ListBlock)
    assert block.numbers == (1, 2)


def test_notes_are_notes(story: Path) -> None:
    notes = f'<w:footnote w:id="2">{paragraph("So the harbour master.")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    article = read(document(story, TITLE, paragraph("It sailed.", mark), notes=notes))
    (text,) = (block.text for block in article.body if isinstance(block, Paragraph))
    assert [(each.text, each.note) for each in text] == [("It sailed.", ""), ("1", "1")]
    assert [(note.label, body_of_note(note.blocks)) for note in article.notes] == [("1", "So the harbour master.")]


def body_of_note(blocks: tuple[object, ...]) -> str:
    return " ".join(plain(block.text) for block in blocks if isinstance(block, Paragraph))


def test_a_table_has_its_header_and_caption(story: Path) -> None:
    def row(*cells: str, head: str = "") -> str:
        return f"<w:tr><w:trPr>{head}</w:trPr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"

    table = f"<w:tbl>{row('Town', 'Boats', head='<w:tblHeader/>')}{row('Wick', '3')}</w:tbl>"
    article = read(document(story, TITLE, LEAD, paragraph("Boats by town", style="Caption"), table))
    read_table = article.body[-1]
    assert isinstance(read_table, Table)
    assert [plain(cell) for cell in read_table.header] == ["Town", "Boats"]
    assert plain(read_table.caption) == "Boats by town"


def test_words_that_the_converter_does_not_read_are_told(story: Path) -> None:
    strange = f"<w:strange>{run('Lost words.')}</w:strange>"
    article = read(document(story, TITLE, LEAD, paragraph(strange)))
    assert messages(article, "text-left-out") == ["a paragraph could not be read: “Lost words.”"]


def test_what_a_field_shows_is_text(story: Path) -> None:
    field = f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>'
    assert body(read(document(story, TITLE, paragraph("See page ", field, ".")))) == ["0 p: See page 7."]


def test_a_formula_is_told(story: Path) -> None:
    power = (
        "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
    )
    article = read(document(story, TITLE, paragraph("So ", power, " it is.")))
    assert "x^(2)" in body(article)[0]
    assert codes(article) == ["formula-unread"]


def test_a_chart_is_told(story: Path) -> None:
    drawing = '<a:graphic><a:graphicData><c:chart r:id="x"/></a:graphicData></a:graphic>'
    chart = f"<w:r><w:drawing><wp:inline>{drawing}</wp:inline></w:drawing></w:r>"
    assert messages(read(document(story, TITLE, LEAD, paragraph(chart))), "embed-dropped") == ["a chart is left out"]


def test_the_language_is_that_of_most_words(story: Path) -> None:
    german = run("Die Fähre fuhr am Morgen wieder.", '<w:lang w:val="de-DE"/>')
    article = read(document(story, TITLE, paragraph(german), defaults='<w:lang w:val="en-US"/>'))
    assert article.lang == "de-DE"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an old or a password-protected Word file"),
        (b"PK\x03\x04 and no more", "the file is damaged"),
        (b"no archive at all", "the file is damaged"),
    ],
)
def test_what_is_no_document_is_refused_in_words(story: Path, data: bytes, message: str) -> None:
    story.write_bytes(data)
    with pytest.raises(AccessNewsError, match=message):
        read(story)


def test_entities_and_bombs_are_refused(story: Path) -> None:
    with zipfile.ZipFile(story, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>')
    with pytest.raises(AccessNewsError, match="document type"):
        read(story)
    with zipfile.ZipFile(story, "w") as archive:
        for number in range(5_001):
            archive.writestr(f"word/{number}.xml", "")
    with pytest.raises(AccessNewsError, match="more in this file than 200 MB or 5000 parts"):
        read(story)
    document(story, "<w:sdt>" * 300 + "</w:sdt>" * 300)
    with pytest.raises(AccessNewsError, match="nested"):
        read(story)


@pytest.mark.parametrize("suffix", [".odt", ".doc", ".rtf", ".pdf", ".eml"])
def test_what_other_programs_save_is_refused_with_what_to_save(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(UsageError, match=f"no reader for {suffix}") as caught:
        read(tmp_path / f"ferry{suffix}")
    assert "save" in caught.value.hint
