"""The words accessnews adds to an edition, one TOML file per language."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from accessnews.model.alt import AltText, DescribedArticle
from accessnews.model.article import Callout, Figure, Run, Text, plain
from accessnews.text.langtag import primary
from accessnews.text.unicode import has_words

FALLBACK = "en"
_PHOTOGRAPHS = ("photo", "portrait", "aerial", "selfie", "booking-photo", "combination")  # kinds
_LISTED = 3  # columns with one cell that are named each


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language. ``lang`` is the language they are in, which may be the fallback."""

    lang: str
    words: dict[str, Any]
    page: dict[str, str]  # labels of the page's controls, and what it says of itself
    downloads: dict[str, str]  # what a reader may take home, by what it is
    book: dict[str, str]  # what an electronic book says of itself
    braille: dict[str, str]  # what is told to readers of braille alone
    sample: dict[str, str]  # a story of a few words, by which a voice is heard

    def __call__(self, key: str, **values: object) -> str:
        """The words for ``key`` with ``{…}`` filled in."""
        text: str = self.words[key]
        return text.format(**values) if values else text

    def kind(self, kind: str) -> str:
        """The name of a kind of picture, as it opens a sentence."""
        name: str = self.words["kinds"][kind]
        return name

    def picture_lead(self, article: DescribedArticle, figure: Figure, form: str = "picture") -> str:
        """What a picture is and which of all, before what it shows: ``Photo 1 of 4. ``.

        In the form ``picture-missing`` it says that the picture is not here; as ``picture-stand-in`` it opens what
        stands in its place.
        """
        kind = self.kind(article.alt(figure).kind)
        return self(form, kind=kind, n=article.numbers[figure.id], total=len(article.numbers))

    def description_label(self, alt: AltText) -> str:
        """What the longer description of a picture is called."""
        return self("description" if alt.kind in _PHOTOGRAPHS else "description-other")

    def credit_label(self, alt: AltText) -> str:
        """What stands before a credit, by the kind of picture: ``Photo: ``."""
        return self("credit", kind=self.kind(alt.kind))

    def credit_line(self, alt: AltText) -> str:
        """The credit as it is shown; empty where there is none."""
        return self.credit_label(alt) + alt.credit if alt.credit else ""

    def callout_label(self, callout: Callout, lang: str) -> Text:
        """The author's label of a callout, or what kind it is, in a text in ``lang``."""
        if has_words(plain(callout.title)):
            return callout.title
        return (Run(self.words["callouts"][callout.kind], lang="" if primary(lang) == self.lang else self.lang),)

    def columns(self, names: Sequence[Text]) -> Text:
        """The names of columns that one cell covers: ``A``, ``A, B and C``, ``A to E``."""
        named = [name for name in names if plain(name).strip()]
        if len(named) > _LISTED:
            return (*named[0], Run(self("to")), *named[-1])
        out: list[Run] = []
        for number, name in enumerate(named):
            out += [Run(self("and") if number + 1 == len(named) else ", ")] * bool(number)
            out += name
        return tuple(out)

    def date(self, iso: str) -> str:
        """A calendar date as a reader of this language writes it out; ``iso`` is CCYY-MM-DD."""
        year, month, day = (int(part) for part in iso.split("-"))
        shown = day if day > 1 else self("first-day")
        return self("date", day=shown, month=self.words["months"][month - 1], year=year)

    def stories(self, count: int) -> str:
        """``1 story``, ``3 stories``."""
        return self.page["story"] if count == 1 else self.page["stories"].format(n=count)

    def duration(self, seconds: float) -> str:
        """A length in whole minutes, below half a minute in seconds: ``5 minutes``."""
        minutes = round(seconds / 60)
        if not minutes:
            return self.page["seconds"].format(n=round(seconds))
        return self.page["minute"] if minutes == 1 else self.page["minutes"].format(n=minutes)

    def size(self, length: int) -> str:
        """A number of bytes as it is written there, in steps of 1000, on one line."""
        if length < 1_000_000:
            return f"{max(1, round(length / 1000))}\u00a0kB"
        return f"{length / 1_000_000:.1f}\u00a0MB".replace(".", self.page["decimal"])

    def names(self, names: tuple[str, ...]) -> str:
        """``A``, ``A and B``, ``A, B and C``."""
        if len(names) < 2:
            return "".join(names)
        return ", ".join(names[:-1]) + self("and") + names[-1]


@cache
def languages() -> tuple[str, ...]:
    """The primary languages that have a wording."""
    names = (source.name for source in files("accessnews.wording").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def wording(lang: str) -> Wording:
    """The wording for a BCP 47 tag: its primary language's, or English where there is none."""
    language = primary(lang)
    source = files("accessnews.wording").joinpath(f"{language}.toml")
    if not language.isalpha() or not source.is_file():
        return wording(FALLBACK)
    words = tomllib.loads(source.read_text("utf-8"))
    return Wording(language, words, *(words[name] for name in ("page", "downloads", "book", "braille", "sample")))
