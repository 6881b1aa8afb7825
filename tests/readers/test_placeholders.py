"""What was to be filled in before a story goes out is told; what only looks like it is not."""

import pytest

from tests.fixtures.growth import assert_grows_with_its_length
from tests.readers.conftest import Story
from tests.readers.printing import codes


@pytest.mark.parametrize(
    "text",
    [
        "The mayor is TK years old.",
        "The vote was TK.",
        "She said: “TK”",
        "The pier, in TK, opened.",
        "Boats TKTK and nets.",
        "tktk",
        "(TK)",
        "The [TK NUMBER] boats left.",
        "Name to come",
        "Photo to come.",
        "NAME TO COME, who built it, is away.",
        "The mayor, (quote to come), left.",
        "Lorem ipsum dolor sit amet, consectetur.",
        "Dear {{first_name}},",
        "The pier opens on [INSERT DATE].",
        "Call [your name] at the desk.",
        "It was <insert age> old.",
        "It opens on XX/XX/2026.",
        "It opens on 12.XX.2026.",
        "It cost $XX in all, and XX percent more.",
        "Headline goes here",
        "He left [check spelling] early.",
        "It rose [TBC].",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_placeholders_are_told(story: Story, name: str, text: str) -> None:
    start, end = (
        ("<h1>The pier</h1><p>Words.</p><p>", "</p>") if name == "a.html" else ("The pier\n\nWords.\n\n", "\n")
    )
    shown = text.replace("<insert", "&lt;insert") if name == "a.html" else text
    article = story(name, f"{start}{shown}{end}")
    assert set(codes(article)) == {"placeholder-left"}


@pytest.mark.parametrize(
    "text",
    [
        "Flight TK 1980 and TK1980 landed.",
        "Turkish Airlines (TK) flies there.",
        "Shares of TK Maxx and TK Elevator rose; TK Rajan spoke.",
        "The best is yet to come, with more names to come this week.",
        "“I lost [my] way [sic],” he said. [Laughter]",
        "Super Bowl XX and XXX, Louis XX, page xx.",
        "She wrote {so} and (insert) the key.",
        "The ATKINS diet, the HTK file, T.K. Jones.",
        "Check here, or see [the list] there.",
        "On 12/10/2026 it cost $20.",
    ],
)
def test_what_only_looks_like_a_placeholder(story: Story, text: str) -> None:
    assert codes(story("a.txt", f"The pier\n\nWords.\n\n{text}\n")) == []


def test_tk_is_a_word_in_other_languages(story: Story) -> None:
    head = "---\ntitle: Die Kasse\nlang: de\n---\n\n"
    assert codes(story("a.md", f"{head}Die TK zahlt. TK, AOK und andere.\n")) == []
    assert codes(story("a.md", f"{head}Der Kurs [TK] fiel auf TKTK.\n")) == ["placeholder-left", "placeholder-left"]


def test_fields_of_a_template_in_markdown(story: Story) -> None:
    article = story("a.md", "# T\n\nDear {{ first_name }}, `{{ code }}`.\n")
    assert [(finding.code, finding.at.line) for finding in article.findings] == [("placeholder-left", 3)]


def test_head_captions_and_tables_are_looked_at(story: Story) -> None:
    head = "---\ntitle: HED TK\nauthor: Name to come\n---\n\n"
    article = story("a.md", f"{head}![A](a.jpg 'Caption to come')\n\n| a | b |\n|---|---|\n| TK | c |\n")
    assert [finding.at.line for finding in article.findings] == [2, 2, 6, 10]


@pytest.mark.parametrize("unit", ["TK", "[insert ", "{{a", "(a b c ", "name ", "x/", "tk"])
def test_placeholders_that_never_end(story: Story, unit: str) -> None:
    def read(length: int) -> None:
        story("a.txt", f"The pier\n\nWords. {unit * (length // len(unit))}\n")

    assert_grows_with_its_length(read, 40_000)
