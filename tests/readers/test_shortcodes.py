"""Shortcodes of WordPress, its page builders, Hugo and Jekyll: none is published, and none is lost silently."""

import pytest

from accessnews.model.article import figures
from accessnews.readers._html.bracketcodes import without_shortcodes
from accessnews.readers._markdown.templates import without_templates
from tests.fixtures.growth import assert_grows_with_its_length
from tests.readers.conftest import Story
from tests.readers.printing import body, codes

_FIGURE = "a.jpg alt='A stall' credit=None: Herring. (Photo: R. Mast)"


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize(
    "text",
    [
        '[caption id="attachment_17"]<img alt="A stall" src="a.jpg" /> Herring. (Photo: R. Mast)[/caption]',
        '[caption id=”a”]<a href="b.jpg"><img alt="A stall" src="a.jpg"></a>Herring. (Photo: R. Mast)[/caption]',
        '[caption caption="Herring. (Photo: R. Mast)"]<img alt="A stall" src="a.jpg" />[/caption]',
        '[wp_caption]\n<img alt="A stall" src="a.jpg" />\n\nHerring.\n\n(Photo: R. Mast)[/wp_caption]',
    ],
)  # fmt: skip
def test_a_caption_of_wordpress_is_a_figure(story: Story, name: str, text: str) -> None:
    heading = "# T" if name == "a.md" else "<h1>T</h1>"
    article = story(name, f"{heading}\n\n<p>Words.</p>\n\n{text}\n\n<p>More.</p>\n")
    assert [line.partition(" ")[2] for line in body(article)] == ["p: Words.", f"figure {_FIGURE}", "p: More."]
    assert body(article)[1].startswith("5 ")


def test_markdown_in_a_caption_of_wordpress(story: Story) -> None:
    article = story("a.md", "# T\n\nWords.\n\n[caption]![A stall](a.jpg) *Herring*.[^1][/caption]\n\n[^1]: Note.\n")
    assert body(article)[1] == "5 figure a.jpg alt='A stall' credit=None: *Herring*.[^1]"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[gallery ids="21,22"]', "a gallery (21,22) is left out"),
        ("[embed]https://a.example/v[/embed]", "an embedded page (https://a.example/v) is left out"),
        ('[video src="a.mp4"][/video]', "a video (a.mp4) is left out"),
        ('[contact-form-7 id="3" title="Contact"]', "a form (3) is left out"),
        ("[related_posts]", "the shortcode [related_posts] is left out"),
        ('[poll number="3"]', "the shortcode [poll] is left out"),
        ('[vc_single_image image="12"]', "the shortcode [vc_single_image] is left out"),
    ],
)
def test_what_a_shortcode_shows_is_told(story: Story, text: str, told: str) -> None:
    article = story("a.md", f"# T\n\nWords.\n\n{text}\n")
    assert body(article) == ["3 p: Words."]
    assert [(finding.message, finding.at.line) for finding in article.findings] == [(told, 5)]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[vc_row][vc_column w='1/2'][vc_column_text]A.[/vc_column_text][/vc_column][/vc_row]", "A."),
        ("[et_pb_section fb_built='1'][et_pb_text]A.[/et_pb_text][/et_pb_section]", "A."),
        ("[dropcap]A[/dropcap]nd so", "And so"),
        ("[foo]A.[/foo]", "A."),
        ('[toggle title="Hours"]A.[/toggle]', "<p><strong>Hours</strong></p>A."),
        ("A.[footnote]In the log.[/footnote]", "A. (In the log.)"),
        ('[et_pb_image src="a.jpg" alt="A lamp" /]', '<img src="a.jpg" alt="A lamp">'),
    ],
)
def test_a_pair_gives_its_inside(text: str, html: str) -> None:
    assert without_shortcodes(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "We lost [our] way [sic]. [Laughter] [left] [Mr. Smith] [x] [laughs and says “no”] [it's]",
        "[a](b.jpg) [a][b] [toc](x) ![caption](a.jpg) [^1]\n\n[b]: c",
        '`[gallery ids="1"]` <pre>[gallery ids="1"]</pre> <a title="[gallery ids=1]">b</a>',
        "```\n[vc_row]\n```",
        "[[gallery]] \\[gallery]",
    ],
)
def test_brackets_that_are_no_shortcodes_stay(text: str) -> None:
    assert without_shortcodes(text) == text


def test_no_line_changes_its_number() -> None:
    text = '[gallery\n ids=1\n]\n[caption]<img src="a.jpg">\n\nA.\n[/caption]\n{% comment %}\nno\n{% endcomment %}\nB'
    shown, _ = without_templates(without_shortcodes(text))
    assert shown.split("\n").index("B") == text.split("\n").index("B")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('[school]({{< ref "old.md" >}})', "[school](old.md)"),
        ("[home]({{ site.url }})", "[home](template)"),
        ("[it]({{ site.baseurl }}/a/b)", "[it](/a/b)"),
        ("[it]({% post_url 2016-07-18-launch %})", "[it](2016-07-18-launch)"),
        ('![A]({{ "/images/a.jpg" | relative_url }} "B")', '![A](/images/a.jpg "B")'),
        ("![A]({{ site.baseurl }}/images/a.jpg)", "![A](/images/a.jpg)"),
        ("![A]({% link images/a.jpg %})", "![A](images/a.jpg)"),
        ("<img src=\"{{ '/images/a.jpg' | absolute_url }}\">", '<img src="/images/a.jpg">'),
        ('<img src="{{ "/a.jpg" | url }}" alt="B">', '<img src="/a.jpg" alt="B">'),
        ("![A]({% static 'a.jpg' %})", "![A](a.jpg)"),
        ("[r]: {{ site.url }}/x", "[r]: /x"),
        ("`[a]({{ site.url }})`", "`[a]({{ site.url }})`"),
        ("{% highlight ruby %}\nputs\n{% endhighlight %}", "```ruby\nputs\n```"),
        ('{{</* figure src="x.jpg" */>}}', '`{{< figure src="x.jpg" >}}`'),
    ],
)
def test_templates_in_addresses_leave_the_file(text: str, shown: str) -> None:
    assert without_templates(text) == (shown, [])


@pytest.mark.parametrize(
    "text",
    [
        "{% comment %}ask legal{% endcomment %}",
        "{%- comment -%}\nask\n\nlegal\n{%- endcomment -%}",
        "{{/* ask legal */}}",
        "{{- /* ask legal */ -}}",
        "{# ask legal #}",
        "{{< comment >}}ask legal{{< /comment >}}",
    ],
)
def test_comments_of_templates_stay_in(story: Story, text: str) -> None:
    article = story("a.md", f"# T\n\nWords.\n\n{text}\n\nMore.\n")
    assert [line.partition(" ")[2] for line in body(article)] == ["p: Words.", "p: More."]
    assert [finding.message for finding in article.findings] == ["a comment is left out: “ask legal”"]


def test_links_with_templates_are_told(story: Story) -> None:
    article = story("a.md", '# T\n\nSee the [school]({{< ref "old.md" >}}) and [home]({{ site.url }}).\n')
    assert body(article) == ["3 p: See the school and home."]
    assert codes(article) == ["link-dropped", "link-dropped"]


@pytest.mark.parametrize(
    "unit",
    ["[a b=", "[caption]", "[vc_row]", "[/vc_row]", "{% comment %}", "{{/*", "](", "]({{", "`", "[a '", "<pre>"],
)
def test_what_never_ends_takes_its_time_once(unit: str) -> None:
    def work(length: int) -> None:
        without_templates(without_shortcodes(unit * (length // len(unit))))

    assert_grows_with_its_length(work, 80_000)


def test_a_credit_may_have_markdown_in_it(story: Story) -> None:
    code = '{{< figure src="b.jpg" caption="The hall." attr="Picture by [Ann Roe][0]" >}}'
    article = story("a.md", f"# T\n\nText.\n\n{code}\n\n[0]: https://a.example\n")
    assert [figure.credit for figure in figures(article)] == ["Picture by Ann Roe"]
