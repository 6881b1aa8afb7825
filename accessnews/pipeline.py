"""The pipeline: the recipe from a story to a published bundle, top to bottom."""

import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from accessnews import formats, readers
from accessnews.alttext import describe_article
from accessnews.alttext.placeholders import shows
from accessnews.audio import RATE, Programme, tags
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import EARLIEST, Edition, narrators
from accessnews.bundle.manifest import manifest
from accessnews.bundle.publish import publish
from accessnews.formats import Format
from accessnews.model.article import Article, figures, numbered
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.model.findings import Finding, levelled
from accessnews.model.progress import Each, Listener, silent
from accessnews.model.review import keyed
from accessnews.model.settings import Settings, Voice
from accessnews.narration import script, timeline
from accessnews.normalize import pls
from accessnews.normalize.lexicon import Lexicon
from accessnews.photos import Photo, iptc
from accessnews.photos.locate import locate
from accessnews.photos.resize import gather
from accessnews.reviews import file as reviewfile
from accessnews.tts import _voiceset
from accessnews.tts._cache import Store, default_folder

_LAST_EPOCH = 4_354_819_199  # the last second of 2107


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a render leaves behind. ``seconds`` are wall time by stage."""

    story: Path
    folder: Path
    archive: Path
    findings: tuple[Finding, ...]
    seconds: dict[str, float]


def render(
    story: Path,
    settings: Settings,
    voice: Voice,
    listener: Listener = silent,
    each: Each = map,
    project: Path | None = None,
) -> Bundle:
    """Make and publish the bundle of one story. Raises AccessNewsError; then nothing in the output has changed.

    ``project`` is the folder whose own lexicons count.
    """
    clock = _Stopwatch()
    _check_epoch()
    chosen = {name: formats.load(name) for name in settings.formats}

    described = describe(story, settings)
    article = described.article
    _check_ready(chosen, article)
    clock.note("read")
    photos = _with_alts(gather(article, described.files, each), article)
    clock.note("photos")
    lexicons = _Lexicons(project, story)
    lines = script.write(article, photos.keys(), settings.aloud, lexicons.__getitem__)
    if not lines.utterances:
        raise AccessNewsError("the story has no words", article.at, "a story needs at least a headline")

    programme = Programme(settings)
    try:
        with _voiceset.opened(voice, _keeper(settings)) as reading:
            programme.record(lines, reading.say, voice.pauses, reading.workers, listener)
        clock.note("speak")
        times = timeline.arrange(lines, programme.takes, RATE)
        recording = programme.master(
            tags.of(article, slug(story), narrators(voice, reading.engines)), times, listener
        )
        clock.note("encode")

        unspoken = list(_voiceset.unspoken(lines.utterances, voice))
        silences = list(programme.silences(lines))
        of_speech = levelled((finding for _, finding in (*unspoken, *silences)), settings.levels)
        edition = Edition(
            slug(story),
            article,
            photos,
            times,
            recording,
            voice,
            reading.engines,
            settings,
            _sorted((*article.findings, *described.missing, *of_speech)),
            _stamp(article),
            lexicons,
            frozenset(utterance.id for utterance, _ in unspoken),
            frozenset(utterance.id for utterance, _ in silences),
        )
        listener("write", 0, 0)
        artifacts = write(edition, tuple(chosen.values()), each)
        clock.note("write")
        artifacts = (*artifacts, manifest(edition, artifacts, generator()))
        folder, archive = publish(artifacts, Path(settings.output), edition.slug, edition.stamp)
        clock.note("publish")
    finally:
        programme.close()
    return Bundle(story, folder, archive, edition.findings, clock.seconds)


def write(edition: Edition, chosen: Sequence[Format], each: Each = map) -> tuple[Artifact, ...]:
    """The files of an edition in the formats ``chosen``, in their order; what two of them have is there once."""
    last = [form for form in chosen if form.runs_last]
    first = [form for form in chosen if not form.runs_last]
    artifacts = _written(edition, first, each)
    edition = replace(edition, made=tuple(artifacts.values()))
    return tuple((artifacts | _written(edition, last, each)).values())


def _written(edition: Edition, chosen: Sequence[Format], each: Each) -> dict[str, Artifact]:
    """The files of formats in their order, by path; those that take long are begun first."""
    begun = sorted(chosen, key=lambda form: not form.slow)
    files = dict(zip(begun, each(lambda form: tuple(form.write(edition)), begun), strict=True))
    return {file.path: file for form in chosen for file in files[form]}


def _check_ready(chosen: Mapping[str, Format], article: Article) -> None:
    """Raises UsageError that tells of all formats that cannot be made here."""
    lacking: dict[tuple[str, str], list[str]] = {}
    for name, form in chosen.items():
        try:
            form.ready(article)
        except UsageError as error:
            lacking.setdefault((error.message, error.hint), []).append(name)
    if lacking:
        told = (f"{', '.join(names)}: {message}" for (message, _), names in lacking.items())
        raise UsageError("; ".join(told), hint="; ".join(hint for _, hint in lacking))


def _keeper(settings: Settings) -> Store | None:
    """Where costly speech is kept, if the project wants that."""
    if not settings.keep_speech:
        return None
    return Store(Path(settings.cache) if settings.cache else default_folder())


@dataclass(frozen=True, slots=True)
class Described:
    """A story with a text alternative for every picture."""

    article: Article
    files: Mapping[str, Path]  # its photos, by figure id
    missing: tuple[Finding, ...]  # what is to be said of photos that are not there


def describe(story: Path, settings: Settings) -> Described:
    """Read a story and give every picture a text alternative: the author's, a review's, its file's or a draft."""
    article = readers.read(story)
    if not article.lang:
        article = replace(article, lang=settings.lang, findings=(*article.findings, *_foreign(article, settings)))
    article = numbered(article)
    files, missing = locate(article, settings.images)
    article = keyed(iptc.fill(article, files))
    reviews = reviewfile.load(story)
    article = describe_article(article, settings.alt_mode, reviews, settings.trust_photo_alt)
    findings = (*article.findings, *reviewfile.stale(reviews, article))
    article = replace(article, findings=levelled(findings, settings.levels))
    return Described(article, files, levelled(missing, settings.levels))


def _with_alts(photos: dict[str, Photo], article: Article) -> dict[str, Photo]:
    """The photos with the alts that people wrote, in the fields where other programs look for them."""
    out = dict(photos)
    for figure in figures(article):
        alt, photo = figure.alt, photos.get(figure.id)
        if photo and alt and shows(alt):
            data = iptc.embed(photo.data, alt.alt, alt.description, article.lang)
            out[figure.id] = replace(photo, data=data)
    return out


def _foreign(article: Article, settings: Settings) -> Iterator[Finding]:
    letters = [letter for letter in article.title if letter.isalpha()]
    if settings.lang == Settings().lang and sum(letter > "\u036f" for letter in letters) > len(letters) / 2:
        message = f"no language given and not in Latin letters: read as {settings.lang}"
        yield Finding("lang-missing", message, article.at, "name it with --lang, or lang in the story")


def slug(story: Path) -> str:
    """The bundle's name: the story's, in plain letters; for ``index.html`` the name of its folder."""
    stem = story.stem if story.stem.lower() != "index" else story.absolute().parent.name
    name = re.sub(r"[^\w]+", "-", stem.casefold()).strip("-_")
    return name or "story"


def generator() -> str:
    """Name and version of this program, for what it makes."""
    from accessnews import __version__

    return f"accessnews {__version__}"


def _sorted(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.at.line, finding.code, finding.message)))


def _stamp(article: Article) -> tuple[int, ...]:
    """The time that an edition carries: SOURCE_DATE_EPOCH, else the story's date; a zip knows 1980 to 2107."""
    stamp = (*(int(part) for part in article.date.split("-")), 0, 0, 0) if article.date else EARLIEST
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        stamp = tuple(time.gmtime(min(int(epoch), _LAST_EPOCH))[:6])
    return min(max(stamp, EARLIEST), (2107, 12, 31, 23, 59, 58))


def _check_epoch() -> None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "0")
    if not (epoch.isascii() and epoch.isdigit()) or len(epoch) > 4_000:
        hint = "whole seconds since 1970, such as 1767225600; or leave it unset"
        raise UsageError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch[:40]}", hint=hint)


class _Lexicons(dict[str, Lexicon]):
    """The lexicons of a story by BCP 47 tag, read when they are first asked for."""

    def __init__(self, project: Path | None, story: Path) -> None:
        self._project, self._story = project, story

    def __missing__(self, lang: str) -> Lexicon:
        self[lang] = pls.load(lang, self._project, self._story)
        return self[lang]


class _Stopwatch:
    """Wall time by stage, in seconds, for who asks where a render's time goes."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def note(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._last
        self._last = now
