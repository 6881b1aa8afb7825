"""Production: from a described story to a published bundle, the same for a story and for a briefing."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from accessnews import formats
from accessnews.audio import RATE, Programme, tags
from accessnews.audio.music import SILENT, Soundtrack
from accessnews.bundle import stamp
from accessnews.bundle.edition import Edition, RunningOrder, narrators
from accessnews.bundle.manifest import manifest
from accessnews.bundle.publish import publish
from accessnews.formats import Format
from accessnews.model.alt import DescribedArticle
from accessnews.model.errors import AccessNewsError
from accessnews.model.findings import Finding, by_place, levelled
from accessnews.model.progress import Each, Listener, Stopwatch
from accessnews.model.settings import Settings, Voice
from accessnews.narration import script, timeline
from accessnews.narration.script import Script
from accessnews.narration.speech import Say
from accessnews.narration.timeline import Timeline
from accessnews.normalize.pls import Lexicons
from accessnews.photos import iptc
from accessnews.photos.resize import gather
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


@dataclass(frozen=True, slots=True)
class Directions:
    """What a briefing adds to the way of a story: who reads what, music, what has been spoken, its running order."""

    cast: Callable[[Script], Script] = lambda lines: lines
    music: Soundtrack = SILENT
    spoken: Callable[[Say], Say] = lambda say: say
    order: Callable[[Timeline], RunningOrder] = lambda times: ()


NONE = Directions()


@dataclass(frozen=True, slots=True)
class Studio:
    """What every production of a run shares."""

    settings: Settings
    voice: Voice
    listener: Listener
    each: Each
    clock: Stopwatch


def produce(
    described: Described,
    name: str,
    chosen: Mapping[str, Format],
    lexicons: Lexicons,
    studio: Studio,
    directions: Directions = NONE,
) -> Bundle:
    """Make and publish the bundle ``name`` in the formats ``chosen``.

    Raises AccessNewsError; then nothing in the output has changed.
    """
    article, settings, voice, listener = described.article, studio.settings, studio.voice, studio.listener
    epoch, clock = stamp.source_date_epoch(), studio.clock
    photos = iptc.with_alts(gather(article, described.files, studio.each), article, described.files)
    clock.note("photos")
    lines = directions.cast(script.write(article, photos.keys(), settings.aloud, lexicons.__getitem__))
    if not lines.utterances:
        raise AccessNewsError("the story has no words", article.at, "a story needs at least a headline")

    with closing(Programme(settings)) as programme:
        store = store_of(settings)
        with _voiceset.open_voices(voice, store) as voices:
            say = directions.spoken(voices.say)
            programme.record(lines, say, voice.pauses, voices.workers, listener, directions.music)
        clock.note("speak")
        times = timeline.arrange(lines, programme.clips, RATE)
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
            running_order=directions.order(times),
        )
        listener("write", 0, 0)
        artifacts = formats.write(edition, chosen.values(), studio.each)
        clock.note("write")
        artifacts = (*artifacts, manifest(edition, artifacts))
        folder, archive = publish(artifacts, Path(settings.output), name, edition.stamp)
        clock.note("publish")
    not_kept = levelled(store.findings(article.at) if store else (), settings.levels)
    return Bundle(article.path, folder, archive, (*edition.findings, *not_kept), clock.seconds)
