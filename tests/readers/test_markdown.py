"""Markdown: every kind of block, the figures of several site makers, and raw HTML that stays harmless."""

import pytest

from accessnews.model.article import Heading, figures, plain
from accessnews.model.errors import AccessNewsError
from tests.readers.conftest import Story
from tests.readers.printing import body, codes


def test_the_first_heading_is_the_title(story: Story) -> None:
    article = story("a.md", "Evening edition.\n\n# Lamps *go* out[^1]\n\nWords.\n\n[^1]: Not all.\n")
    assert (article.title, article.at.line) == ("Lamps go out", 3)
    assert body(article) == ["1 p: Evening edition.", "5 p: Words."]


def test_a_title_in_front_matter_is_not_told_twice(story: Story) -> None:
    article = story("a.md", "---\ntitle: Lamps go out\n---\n# Lamps Go Out\n\nWords.\n")
    assert body(article) == ["6 p: Words."]


def test_levels_are_never_skipped(story: Story) -> None:
    article = story("a.md", "# T\n\nWords.\n\n### a\n\n#### b\n\n### c\n\n# d\n\n## e\n\n###### f\n\n## g\n")
    levels = [(plain(block.text), block.level) for block in article.body if isinstance(block, Heading)]
    assert levels == [("a", 2), ("b", 3), ("c", 2), ("d", 2), ("e", 3), ("f", 4), ("g", 3)]
    assert codes(article) == ["heading-skipped", "heading-skipped"]


def test_marks(story: Story) -> None:
    text = "A *b* ***c*** `d  e` [f](https://a.example/x?y=1&z) <g@a.example>\n[*h*](http://a.example) \\*i\\*\\\nj"
    assert body(story("a.md", text)) == [
        "1 p: A *b* ***c*** `d e` [f](https://a.example/x?y=1&z) [g@a.example](mailto:g@a.example)"
        " [*h*](http://a.example) *i* / j"
    ]


def test_languages_of_phrases(story: Story) -> None:
    text = "---\nlang: en\n---\n[mot]{lang=fr} <span lang='de-at'>Wort</span> [word]{lang=en} [x]{lang=nonsense}\n"
    article = story("a.md", text)
    assert body(article) == ["4 p: {fr: mot} {de-AT: Wort} word x"]
    assert "lang-unreadable" in codes(article)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("[a](/lists/7)", "a"),
        ("[a](lists.html)", "a"),
        ("[a](javascript:alert(1))", "a"),
        ("[a](<JAVA\tSCRIPT:alert(1)>)", "a"),
        ("[a](data:text/html,x)", "a"),
        ("[a](ftp://a.example)", "a"),
        ("[a][r]\n\n[r]: vbscript:x", "a"),
        ("<a href='&#106;avascript:x'>a</a>", "a"),
    ],
)
def test_links_that_are_dropped_leave_their_words(story: Story, link: str, told: str) -> None:
    article = story("a.md", f"# T\n\n{link}")
    assert (body(article), codes(article)) == ([f"3 p: {told}"], ["link-dropped"])


@pytest.mark.parametrize(
    "text",
    [
        '![A lamp](lamp.jpg "A lamp is lit. [HP]")',
        "![A lamp](lamp.jpg)\n\nA lamp is lit. [HP]",
        "![A lamp](lamp.jpg)\n\n*A lamp is lit. [HP]*",
        "![A lamp](lamp.jpg)\n*A lamp is lit. [HP]*",
        "![A lamp](lamp.jpg)\\\nA lamp is lit. [HP]",
        '[![A lamp](lamp.jpg "A lamp is lit. [HP]")](https://a.example)',
        '{{< figure src="lamp.jpg" alt="A lamp" caption="A lamp is lit. [HP]" >}}',
        '{{< figure\n  src="lamp.jpg"\n  alt="A lamp"\n  caption="A lamp is lit. [HP]"\n/>}}',
        "{{% figure src='lamp.jpg' alt='A lamp' caption='A lamp is lit. [HP]' %}}",
        '{% include figure.html src="lamp.jpg" alt="A lamp" caption="A lamp is lit. [HP]" %}',
        '{% include figure image_path="{{ site.baseurl }}/lamp.jpg" alt="A lamp" caption="A lamp is lit. [HP]" %}',
        '{% include components/image.html url="lamp.jpg" alt="A lamp" description="A lamp is lit. [HP]" %}',
        '{% picture lamp.jpg alt="A lamp" caption="A lamp is lit. [HP]" %}',
        '<figure><img src="lamp.jpg" alt="A lamp"><figcaption>A lamp is lit. [HP]</figcaption></figure>',
        '<figure>\n\n![A lamp](lamp.jpg)\n\n<figcaption>A lamp is lit. [HP]</figcaption>\n</figure>',
        '![A lamp](lamp.jpg){: .wide}\n{: .box}\n*A lamp is lit. [HP]*',
    ],
)  # fmt: skip
def test_ways_to_write_a_figure(story: Story, text: str) -> None:
    article = story("a.md", f"# T\n\nWords.\n\n{text}\n\nMore words follow here.\n")
    assert body(article) == [
        "3 p: Words.",
        "5 figure lamp.jpg alt='A lamp' credit=None: A lamp is lit. [HP]",
        f"{text.count(chr(10)) + 7} p: More words follow here.",
    ]
    assert [code for code in codes(article) if code != "link-dropped"] == []


def test_credits_marked_apart(story: Story) -> None:
    texts = [
        '{{< figure src="a.jpg" caption="A." attr="Ana Lind" attrlink="https://a.example" >}}',
        '![](b.jpg "B."){credit="Ana Lind"}',
        '<figure><img src="c.jpg"><figcaption>C. <cite class="photo-credit">Ana Lind</cite></figcaption></figure>',
    ]
    article = story("a.md", "# T\n\n" + "\n\n".join(texts))
    assert [(plain(figure.caption), figure.credit) for figure in figures(article)] == [
        ("A.", "Ana Lind"),
        ("B.", "Ana Lind"),
        ("C.", "Ana Lind"),
    ]


def test_no_alt_is_not_decorative_and_a_role_is(story: Story) -> None:
    article = story(
        "a.md", 'Words.\n\n![](a.jpg)\n\n![](b.jpg){role=presentation}\n\n<img src="c.jpg" alt="" role="none">'
    )
    told = [(figure.src, figure.author_alt, figure.decorative) for figure in figures(article)]
    assert told == [("a.jpg", None, False), ("b.jpg", None, True), ("c.jpg", None, True)]


def test_pictures_in_a_text_come_after_it(story: Story) -> None:
    article = story("a.md", "# T\n\nOne\n![A lamp](lamp.jpg) two.\n")
    assert body(article) == ["3 p: One two.", "4 figure lamp.jpg alt='A lamp' credit=None: "]


def test_a_paragraph_in_italics_below_a_captioned_picture_is_text(story: Story) -> None:
    article = story("a.md", '# T\n\n![](a.jpg "A.")\n\n*This story was corrected.*\n')
    assert body(article)[1] == "5 p: *This story was corrected.*"


def test_lists_quotes_code_rules(story: Story) -> None:
    text = "# T\n\n2. one\n   > two\n3. three\n\n   - four\n\n***\n\n    five\n    six\n\n~~~sh\n$ seven\n~~~\n"
    assert body(story("a.md", text)) == [
        *("3 list from 2", "  item", "    3 p: one", "    4 quote", "      4 p: two"),
        *("  item", "    5 p: three", "    7 list", "      item", "        7 p: four"),
        *("9 rule", "11 code : 'five\\nsix'", "14 code sh: '$ seven'"),
    ]


def test_tables_keep_to_their_header(story: Story) -> None:
    article = story("a.md", "# T\n\n> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |\n> | *x* |\n> | \\| | – |\n")
    assert body(article)[1:] == ["  3 table", "    a | b", "    5 1 | 2", "    6 *x* | ", "    7 | | –"]
    assert [finding.at.line for finding in article.findings if finding.code == "table-uneven"] == [5]


def test_footnotes(story: Story) -> None:
    notes = "[^y]: Why.\n\n[^x]: Ex[^y].\n\n    > More.\n\n[^z]: Unused.\n"
    article = story("a.md", f"# T\n\nA[^x] b[^y] c[^x] d^[in *line*] e[^none].\n\n{notes}")
    assert body(article) == ["3 p: A[^1] b[^2] c[^1] d[^3] e."]
    assert [(note.label, note.at.line, len(note.blocks)) for note in article.notes] == [
        ("1", 7, 2),
        ("2", 5, 1),
        ("3", 3, 1),
    ]
    assert [(finding.code, finding.at.line) for finding in article.findings] == [
        ("footnote-undefined", 3),
        ("footnote-unused", 11),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{< youtube abc >}}", "embed-dropped"),
        ("{% include video.html id=1 %}", "embed-dropped"),
        ("<iframe src='https://a.example'></iframe>", "embed-dropped"),
        ("<video src=a.mp4>\n\n</video>", "embed-dropped"),
        ("<object data=a.swf></object>", "embed-dropped"),
    ],
)
def test_embedded_things_are_dropped_with_a_finding(story: Story, text: str, told: str) -> None:
    article = story("a.md", f"# T\n\nWords.\n\n{text}\n\nMore.\n")
    assert (body(article)[0], codes(article)) == ("3 p: Words.", [told])
    assert body(article)[-1].endswith("p: More.")
    assert article.findings[0].at.line == 5


@pytest.mark.parametrize("tag", ["title", "iframe", "svg", "plaintext", "noscript", "template", "video"])
def test_what_is_never_closed_swallows_no_story(story: Story, tag: str) -> None:
    for text in (f"<{tag}>", f"A word <{tag}> and more.", f"<div><{tag} a=b>\n<!-- </div>"):
        assert body(story("a.md", f"# T\n\n{text}\n\nThe last words.\n"))[-1].endswith("p: The last words.")


@pytest.mark.parametrize("text", ["<script>", "<!-- later", "<textarea>", "<STYLE type=x>\n\n</div>"])
def test_what_markdown_lets_last_to_the_end_of_the_file_is_refused(story: Story, text: str) -> None:
    with pytest.raises(AccessNewsError, match="never closed") as caught:
        story("a.md", f"# T\n\nWords.\n\n{text}\n\nThe last words.\n")
    assert caught.value.at is not None
    assert caught.value.at.line == 5


def test_other_programs_marks_are_taken_off(story: Story) -> None:
    text = "# T {#top}\n\n## A heading {#a .b}\n\nText {{ x.y }} and {% link z %} more.\n{: .class}\n\n`{: code }`\n"
    article = story("a.md", text)
    assert (article.title, body(article)) == (
        "T",
        ["3 h2: A heading", "5 p: Text and more.", "8 p: `{: code }`"],
    )


def test_quotes_without_end_are_refused(story: Story) -> None:
    with pytest.raises(AccessNewsError, match="nested too deep"):
        story("a.md", "> " * 10_000 + "words")


def test_many_levels_are_flattened(story: Story) -> None:
    article = story("a.md", "# T\n\n" + "> " * 12 + "words\n")
    assert codes(article) == ["nesting-flattened"]
    assert body(article)[-1].strip() == "3 p: words"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('![alt](javascript:x "Cap. [EPA]")', "alt='alt' credit=None: Cap. [EPA]"),
        ('![](blob:x "Cap. [EPA]")', "alt=None credit=None: Cap. [EPA]"),
        ('{{< figure caption="Cap" attr="EPA" >}}', "alt=None credit='EPA': Cap"),
        ('<figure><img alt="a"><figcaption>Cap. [EPA]</figcaption></figure>', "alt='a' credit=None: Cap. [EPA]"),
    ],
)
def test_a_figure_without_a_usable_address_keeps_its_words(story: Story, written: str, told: str) -> None:
    assert body(story("a.md", f"# T\n\nWords.\n\n{written}\n"))[1:] == [f"5 figure photo {told}"]


@pytest.mark.parametrize(
    ("below", "caption"),
    [
        ("\n*The boat on its side.*", "The boat on its side."),
        ("*The boat on its side.*\n\nIt lay there.", "The boat on its side."),
        ("*Note how the boat lies.*", "Note how the boat lies."),
        ("^The boat on its side^", "The boat on its side"),
        ("<sub>The boat on its side.</sub>", "The boat on its side."),
        ("*What now? he thought.*\n\n*He ran.*", ""),
        ("*Update, 5 May: The boat is afloat.*", ""),
        ("*This story was first told in* The Quay*.*", ""),
        ("*Ann Roe is a reporter in Wick.*", ""),
        ("*Translated from the Danish by Bo Lind.*", ""),
        ("_Anmerkung der Redaktion: Das Boot schwimmt._", ""),
    ],
)
def test_italics_below_a_picture(story: Story, below: str, caption: str) -> None:
    start = "" if below.startswith("\n") else "\n"
    article = story("a.md", f"# T\n\nText.\n\n![A boat](a.jpg)\n{start}{below.lstrip()}\n")
    (figure,) = figures(article)
    assert plain(figure.caption) == caption
