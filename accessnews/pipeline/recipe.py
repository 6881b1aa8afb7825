"""The pipeline: the recipe from a story to a published bundle, top to bottom."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from accessnews import formats, readers
from accessnews.alttext import describe_article
from accessnews.audio import RATE, Programme, tags
from accessnews.bundle import stamp
from accessnews.bundle.edition import Edition, narrators, slug
from accessnews.bundle.manifest import manifest
from accessnews.bundle.publish import publish
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import numbered
from accessnews.model.errors import AccessNewsError
from accessnews.model.findings import Finding, by_place, levelled
from accessnews.model.progress import Each, Listener, Stopwatch, silent
from accessnews.model.review import keyed
from accessnews.model.settings import Settings, Voice
from accessnews.narration import script, timeline
from accessnews.normalize import pls
from accessnews.photos import iptc
from accessnews.photos.locate import locate
from accessnews.photos.resize import gather
from accessnews.pipeline.embargo import held
from accessnews.reviews import file as reviewfile
from accessnews.tts import _voiceset
from accessnews.tts._cache import store_of


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a render leaves behind. ``seconds`` are wall time by stage."""

    story: Path
    folder: Path
    archive: Path
    findings: tuple[Finding, ...]
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Described:
    """A story with a text alternative for every picture."""

    article: DescribedArticle
    files: Mapping[str, Path]  # its photos, by figure id
    missing: tuple[Finding, ...]  # what is to be said of photos that are not there


def render(
    story: Path,
    settings: Settings,
    voice: Voice,
    listener: Listener = silent,
    each: Each = map,
    project: Path | None = None,
    now: datetime | None = None,
) -> Bundle:
    """Make and publish the bundle of one story. Raises AccessNewsError; then nothing in the output has changed.

    ``project`` is the folder whose own lexicons count, ``now`` the moment against which embargoes are held, the
    present one by default.
    """
    clock = Stopwatch()
    epoch = stamp.source_date_epoch()
    chosen = formats.load_all(settings.formats)

    described = describe(story, settings)
    article = held(described.article, settings.ignore_embargo, now)
    formats.check_ready(chosen, article)
    clock.note("read")
    photos = iptc.with_alts(gather(article, described.files, each), article, described.files)
    clock.note("photos")
    lexicons = pls.Lexicons(project, story)
    lines = script.write(article, photos.keys(), settings.aloud, lexicons.__getitem__)
    if not lines.utterances:
        raise AccessNewsError("the story has no words", article.at, "a story needs at least a headline")

    with closing(Programme(settings)) as programme:
        store = store_of(settings)
        with _voiceset.open_voices(voice, store) as voices:
            programme.record(lines, voices.say, voice.pauses, voices.workers, listener)
        clock.note("speak")
        times = timeline.arrange(lines, programme.clips, RATE)
        name = slug(story)
        recording = programme.master(tags.of(article, name, narrators(voice, voices.engines)), times, listener)
        clock.note("encode")

        unspoken = list(_voiceset.unsupported_languages(lines.utterances, voice))
        silences = list(programme.silences(lines))
        of_speech = levelled(dict.fromkeys(finding for _, finding in (*unspoken, *silences)), settings.levels)
        edition = Edition(
            name,
            article,
            photos,
            times,
            recording,
            voice,
            voices.engines,
            settings,
            by_place((*article.findings, *described.missing, *of_speech)),
            stamp.of(article, epoch),
            lexicons,
            frozenset(utterance.id for utterance, _ in unspoken),
            frozenset(utterance.id for utterance, _ in silences),
        )
        listener("write", 0, 0)
        artifacts = formats.write(edition, chosen.values(), each)
        clock.note("write")
        artifacts = (*artifacts, manifest(edition, artifacts))
        folder, archive = publish(artifacts, Path(settings.output), name, edition.stamp)
        clock.note("publish")
    not_kept = levelled(store.findings(article.at) if store else (), settings.levels)
    return Bundle(story, folder, archive, (*edition.findings, *not_kept), clock.seconds)


def describe(story: Path, settings: Settings) -> Described:
    """Read a story and give every picture a text alternative: the author's, a review's, its file's or a draft."""
    article = numbered(readers.in_language(readers.read(story), settings.lang))
    files, missing = locate(article, settings.images)
    article = keyed(iptc.fill(article, files))
    reviews = reviewfile.load(story)
    described = describe_article(article, settings.alt_mode, reviews, settings.trust_photo_alt)
    findings = (*described.findings, *reviewfile.stale(reviews, described), *_too_long(described, settings))
    described = replace(described, findings=levelled(findings, settings.levels))
    return Described(described, files, levelled(missing, settings.levels))


def _too_long(article: DescribedArticle, settings: Settings) -> Iterator[Finding]:
    """The alts that are too long for a channel; where none is named, no rules are loaded."""
    if settings.alt_limits:
        from accessnews.alttext import lint

        yield from lint.over_limits(article, settings.alt_limits)
