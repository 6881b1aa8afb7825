"""MDX: the story without its program. What only a program could show is told; the rest is read as Markdown."""

import pytest

from accessnews.model.article import figures, plain
from tests.readers.conftest import Story
from tests.readers.printing import body, codes

HEAD = "---\ntitle: The lock opens\n---\n\n"
PROGRAM = """import { Chart, Tabs } from '../components/chart'
import Boat from './boat.jpg'

export const meta = {
  by: 'Ann',

  size: [1, 2],
}

export default ({ children }) => (
  <Layout>{children}</Layout>
)

import duties rose.
"""


def test_imports_and_exports_are_left_out(story: Story) -> None:
    article = story("a.mdx", HEAD + PROGRAM)
    assert body(article) == ["18 p: import duties rose."]
    (finding,) = article.findings
    assert (finding.code, finding.at.line) == ("component-dropped", 5)
    assert "“import { Chart, Tabs } from '../components/chart'”" in finding.message
    assert "“export const meta = {" in finding.message


@pytest.mark.parametrize(
    ("source", "src"),
    [
        ('<Image src={Boat} alt="A boat" caption="The *Alma*. Photo: Ann Roe" />', "./boat.jpg"),
        ('<Image src={Boat.src} alt={"A boat"} caption={`The *Alma*. Photo: Ann Roe`} />', "./boat.jpg"),
        ("<Figure src={require('./b.jpg').default}\n alt='A boat' caption='The Alma. Photo: Ann Roe'/>", "./b.jpg"),
        ('<ThemedImage alt="A boat" caption="The Alma. Photo: Ann Roe" src="@site/static/b.jpg"/>', "/static/b.jpg"),
        ('<Figure caption="The *Alma*. Photo: Ann Roe">\n  ![A boat](b.jpg)\n</Figure>', "b.jpg"),
        ("<Frame>\n\n![A boat](b.jpg)\n\n<Caption>\nThe *Alma*. Photo: Ann Roe\n</Caption>\n</Frame>", "b.jpg"),
        (
            '<figure>\n<img src={useBaseUrl("/b.jpg")} style={{ width: "9em" }} alt="A boat" />\n'
            "<figcaption>The *Alma*. Photo: Ann Roe</figcaption>\n</figure>",
            "/b.jpg",
        ),
    ],
)
def test_pictures(story: Story, source: str, src: str) -> None:
    article = story("a.mdx", f"{HEAD}import Boat from './boat.jpg?w=3'\n\nIt is open.\n\n{source}\n\nIt is wide.\n")
    (figure,) = figures(article)
    assert (figure.src, figure.author_alt) == (src, "A boat")
    assert plain(figure.caption).replace("*", "") == "The Alma. Photo: Ann Roe"
    assert [block.split(": ", 1)[1] for block in body(article) if " p:" in block] == ["It is open.", "It is wide."]
    assert not codes(article)


LINES = ["p: It is open.", "warning: Mind", "p: Keep *off*.", "list", "item", "p: Boats", "p: End."]


@pytest.mark.parametrize(
    "source",
    [
        '<Callout type="warning" title="Mind">\n  Keep *off*.\n\n  - Boats\n</Callout>',
        '<Warning title="Mind">\nKeep *off*.\n\n- Boats\n</Warning>',
        "<Alert severity={'warning'} title={'Mind'}>\n\n        Keep *off*.\n\n        - Boats\n\n</Alert>",
        ":::warning[Mind]\n\nKeep *off*.\n\n- Boats\n\n:::",
    ],
)
def test_callouts(story: Story, source: str) -> None:
    lines = body(story("a.mdx", f"{HEAD}It is open.\n\n{source}\n\nEnd.\n"))
    assert [line.lstrip(" 0123456789") for line in lines] == LINES


def test_what_is_in_other_components_stays(story: Story) -> None:
    source = """<Tabs>
  <TabItem value="a" label="By day">
    It is [open](https://a.example).

    ```js
    let a = {}
    ```
  </TabItem>
</Tabs>

<Grid><Card>One</Card> and <b style={{ color: 'red' }}>two</b></Grid>
"""
    article = story("a.mdx", HEAD + source)
    assert body(article) == [
        "6 p: **By day**",
        "7 p: It is [open](https://a.example).",
        "9 code js: 'let a = {}'",
        "15 p: One and **two**",
    ]
    assert [finding.message for finding in article.findings] == [
        "left out of the MDX: <Tabs>, <TabItem>, <Grid>, <Card>"
    ]


def test_what_only_a_program_shows_is_told(story: Story) -> None:
    source = """It cost {price} crowns{' '}and {"two"} days.{/* ask the mayor */}

<Chart data={[{ a: '}' }, 2]} title="Boats by month" />

{boats.map((boat) => (
  <li>{boat}</li>
))}

<TOC />
"""
    article = story("a.mdx", HEAD + source)
    assert body(article) == ["5 p: It cost crowns and two days."]
    assert [(finding.code, finding.at.line) for finding in article.findings] == [
        ("desk-matter", 5),
        ("embed-dropped", 5),
        ("embed-dropped", 7),
        ("embed-dropped", 9),
    ]
    told = " ".join(finding.message for finding in article.findings)
    assert all(words in told for words in ("ask the mayor", "{price}", "“Boats by month”", "{boats.map("))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"Sets \{1, 2\} are small, and 1 < 2 too.", "Sets {1, 2} are small, and 1 < 2 too."),
        ("Code `{a} <B/>` is code.", "Code `{a} <B/>` is code."),
        ("A brace { that is never closed.", "A brace { that is never closed."),
        ("It is <Unclosed now.", "It is <Unclosed now."),
        ("The sum is $x^{2}$ here.", "The sum is x^{2} here."),
        ("## A heading {#with-id}\n\nText.", "A heading"),
    ],
)
def test_signs_that_are_text(story: Story, source: str, shown: str) -> None:
    (line, *_) = body(story("a.mdx", f"{HEAD}Lamps.\n\n{source}\n"))[1:]
    assert shown in line.replace("$", "")


def test_headings_and_code_in_markdown_are_as_they_were(story: Story) -> None:
    assert body(story("a.md", f"{HEAD}Lamps.\n\n    <Chart />\n"))[1] == "7 code : '<Chart />'"
