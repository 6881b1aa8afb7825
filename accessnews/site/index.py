"""The site for people: a page of the newest editions, and pages by month and section where there are many."""

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

from accessnews.bundle.artifact import Artifact
from accessnews.formats._templates import THEME, asset, from_source
from accessnews.site.editions import EditionFile, ListedEdition
from accessnews.site.publication import Publication
from accessnews.text.unicode import hyphenated
from accessnews.wording import Wording, wording

MOST = 50  # editions on a page
STYLE = "assets/site.css"
_FORMS: dict[str, Callable[[EditionFile], bool]] = {
    "MP3": lambda file: file.media_type == "audio/mpeg",
    "EPUB": lambda file: file.media_type == "application/epub+zip",
    "DAISY": lambda file: file.path.endswith("-daisy.zip"),
    "Audiobook": lambda file: file.media_type == "application/audiobook+zip",
    "M4B": lambda file: file.media_type == "audio/mp4",
    "BRF": lambda file: file.media_type == "application/x-brf",
}
_Pages = list[tuple[str, str]]


def pages(editions: Sequence[ListedEdition], publication: Publication) -> Iterator[Artifact]:
    """``index.html``, its stylesheet, and beyond ``MOST`` editions a page a month and a section."""
    words = wording(publication.lang)
    own = files("accessnews.site").joinpath("site.css").read_bytes()
    yield Artifact(STYLE, "text/css", asset(THEME) + own)
    months, sections = _months(editions, words), _sections(editions)
    groups = {**months, **sections} if len(editions) > MOST else {}
    site = words.words["site"]
    others = [
        (label, [(name, path) for path, (name, _) in group.items()])
        for label, group in ((site["months"], months), (site["sections"], sections))
        if group and groups
    ]
    yield _page("index.html", publication.title, editions[:MOST], publication, words, others)
    for path, (name, inside) in groups.items():
        yield _page(path, name, inside, publication, words, [])


def _months(editions: Sequence[ListedEdition], words: Wording) -> dict[str, tuple[str, list[ListedEdition]]]:
    groups = dict[str, tuple[str, list[ListedEdition]]]()
    for edition in editions:
        if edition.date:
            year, month, _ = edition.date.split("-")
            name = f"{words.words['months'][int(month) - 1]} {year}"
            groups.setdefault(f"months/{year}-{month}.html", (name, []))[1].append(edition)
    return groups


def _sections(editions: Sequence[ListedEdition]) -> dict[str, tuple[str, list[ListedEdition]]]:
    groups = dict[str, tuple[str, list[ListedEdition]]]()
    for edition in editions:
        if name := hyphenated(edition.kicker):
            groups.setdefault(f"sections/{name}.html", (edition.kicker, []))[1].append(edition)
    return groups


def _page(
    path: str,
    heading: str,
    editions: Sequence[ListedEdition],
    publication: Publication,
    words: Wording,
    others: list[tuple[str, _Pages]],
) -> Artifact:
    template = from_source(files("accessnews.site").joinpath("index.html.j2").read_text("utf-8"))
    text = template.render(
        publication=publication,
        words=words,
        site=words.words["site"],
        heading=heading,
        editions=editions,
        path="" if path == "index.html" else path,
        up="../" * path.count("/"),
        others=others,
        facts=lambda edition: list(_facts(edition, words)),
        files=lambda edition: list(_files(edition, words)),
    )
    return Artifact(path, "text/html", text.encode())


def _facts(edition: ListedEdition, words: Wording) -> Iterator[str]:
    """Date, length, number of stories."""
    if edition.date:
        yield words.date(edition.date)
    if edition.stories:
        yield words.stories(edition.stories)
    if edition.seconds:
        yield words.duration(edition.seconds)


def _files(edition: ListedEdition, words: Wording) -> Iterator[tuple[str, EditionFile]]:
    """What can be taken home, each with its format and size."""
    for form, is_that in _FORMS.items():
        for file in edition.files:
            if is_that(file):
                yield f"{form}, {words.size(file.size)}", file
