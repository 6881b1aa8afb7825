"""Alt text: from a caption to a text alternative, its credit, and whether a person should look.

caption ─credit→ own words ─wire, brackets, frames, dates→ sentences ─visible→ one sentence ─cuts, trim→ alt
"""

from dataclasses import replace

from accessnews.alttext import compose, kinds
from accessnews.alttext.choose import Choice, choose, choose_foreign
from accessnews.alttext.credit import Split, split
from accessnews.alttext.credit_shape import clean
from accessnews.alttext.language import ENGLISH, tongue
from accessnews.alttext.phrase import word_list
from accessnews.alttext.wire import tidy
from accessnews.article import AltState, AltText, Article, Figure, cut, language, map_figures, plain
from accessnews.errors import Place
from accessnews.findings import Finding

CREDIT_ONLY = "credit-only"
NO_CAPTION = "no-caption"


def describe(caption: str, lang: str = ENGLISH, mode: str = "full") -> AltText:
    """What a caption gives for its picture's alt.

    ``lang`` is a BCP 47 tag; ``mode`` "full" (the whole visible clause) or "distinct" (its core, and never the
    caption's own words, for use beside the caption). Never raises, and never gives an empty alt.
    """
    return _alt(caption, split(caption), lang, mode)


def _alt(caption: str, parts: Split, lang: str, mode: str) -> AltText:
    own = "".join(caption[start:end] for start, end in parts.kept)
    choice = _choice(tidy(own), lang, parts.kind, parts.credit is not None, mode)
    return AltText(
        alt=choice.alt,
        credit=parts.credit,
        kind=choice.kind,
        state=AltState.DRAFT if choice.drafted else AltState.NEEDS_REVIEW,
        reasons=choice.reasons,
        caption=own,
    )


def _choice(body: str, lang: str, label_kind: str, credited: bool, mode: str) -> Choice:
    spoken = tongue(body, lang)
    if not word_list(body):
        kind = label_kind or kinds.PHOTO
        return Choice(compose.bare(kind, spoken), kind, (CREDIT_ONLY if credited else NO_CAPTION,), drafted=False)
    if spoken != ENGLISH:
        return choose_foreign(body, spoken, label_kind, mode)
    return choose(body, label_kind, mode)


def describe_article(article: Article, mode: str) -> Article:
    """The article with every figure described, its caption without the credit, and what was found on the way."""
    found: list[Finding] = []
    seen: dict[tuple[str, ...], Place] = {}

    def change(figure: Figure) -> Figure:
        described = _described(figure, article.lang or ENGLISH, mode)
        found.extend(_findings(described, seen))
        return described

    article = map_figures(article, change)
    return replace(article, findings=(*article.findings, *found))


def _described(figure: Figure, lang: str, mode: str) -> Figure:
    caption = plain(figure.caption)
    parts = split(caption)
    alt = _alt(caption, parts, language(figure.caption) or lang, mode)
    if figure.credit and figure.credit.strip():
        alt = replace(alt, credit=clean(figure.credit).credit or figure.credit.strip())
    if figure.decorative:
        alt = replace(alt, alt="", state=AltState.DECORATIVE, reasons=(), origin="author")
    elif figure.author_alt and figure.author_alt.strip():
        alt = replace(alt, alt=figure.author_alt, state=AltState.AUTHOR, reasons=(), origin="author")
    kept = tuple(run for start, end in parts.kept for run in cut(figure.caption, start, end))
    return replace(figure, caption=kept, alt=alt)


def _findings(figure: Figure, seen: dict[tuple[str, ...], Place]) -> list[Finding]:
    """What a person should know about one described figure; ``seen`` holds the captions before it."""
    assert figure.alt is not None
    found = []
    caption = tuple(word_list(plain(figure.caption)))
    if figure.alt.state == AltState.NEEDS_REVIEW:
        reasons = ", ".join(figure.alt.reasons)
        found.append(
            Finding(
                "alt-needs-review",
                f"the caption does not say what the picture shows ({reasons}): “{figure.alt.alt}”",
                figure.at,
                "write what is to be seen into the story as the picture's alt text",
            )
        )
    if figure.alt.state == AltState.AUTHOR and caption == tuple(word_list(figure.alt.alt)):
        found.append(Finding("alt-same-as-caption", "the alt repeats the caption: it is read twice", figure.at))
    if caption and caption in seen:
        found.append(
            Finding("same-caption", f"the same caption as the picture in line {seen[caption].line}", figure.at)
        )
    seen.setdefault(caption, figure.at)
    return found
