"""A briefing: stories read, measured and fitted, then made as one edition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from accessnews import formats
from accessnews.audio import RATE
from accessnews.audio.music import Soundtrack
from accessnews.briefing.composition import Composition, compose
from accessnews.briefing.excerpt import opening
from accessnews.briefing.programme import BriefingItem, BriefingProgramme
from accessnews.briefing.story import BriefingStory
from accessnews.bundle.edition import RunningOrder, ToldStory, slug
from accessnews.model.article import figures
from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.model.findings import Finding, by_place, levelled
from accessnews.model.progress import Each, Listener, Stopwatch, silent
from accessnews.model.settings import Settings, Voice
from accessnews.narration.script import Script
from accessnews.narration.speech import Say
from accessnews.narration.timeline import Timeline, running_time
from accessnews.normalize.pls import Lexicons
from accessnews.pipeline.embargo import held
from accessnews.pipeline.measuring import Measuring
from accessnews.pipeline.production import Bundle, Described, Directions, Studio, produce
from accessnews.pipeline.recipe import describe
from accessnews.pipeline.soundtrack import soundtrack
from accessnews.pipeline.to_length import fit, tolerance
from accessnews.tts import _profiles


@dataclass(frozen=True, slots=True)
class BriefingPlan:
    """A briefing before it is made: what of its stories is told, and by whom."""

    programme: BriefingProgramme
    stories: tuple[BriefingStory, ...]
    described: tuple[Described, ...]
    composition: Composition
    measuring: Measuring


def plan(
    programme: BriefingProgramme, settings: Settings, voice: Voice, project: Path | None, now: datetime | None = None
) -> BriefingPlan:
    """Read the stories and choose what of them is told; the voice speaks what has to be measured for that.

    Raises AccessNewsError with the line of the story that cannot be read. ``project`` and ``now`` are as in
    ``recipe.render``.
    """
    skipped: list[Finding] = []
    items = list(_read(programme, settings, now, skipped))
    if not items:
        raise AccessNewsError("no story of the programme can be read", programme.at, skipped[0].message)
    lang = programme.lang or items[0][1].article.lang
    stories = tuple(_story(item, described, lang) for item, described in items)
    programme = replace(programme, date=programme.date or max(story.article.date for story in stories))
    _check_dates(programme)
    readers = {story.item.voice: _reader(story.item, project) for story in stories if story.item.voice}
    measuring = Measuring(settings, replace(voice, readers=readers), Lexicons(project, programme.path), lang)
    counts: Sequence[int] = [story.usual_length for story in stories]
    if programme.minutes:
        counts = fit(programme, stories, measuring)
    parts = [story.part(count) for story, count in zip(stories, counts, strict=True)]
    composition = compose(programme, parts, lang)
    findings = (*skipped, *_told(stories, composition))
    composition = replace(composition, article=replace(composition.article, findings=by_place(findings)))
    return BriefingPlan(programme, stories, tuple(described for _, described in items), composition, measuring)


def _told(stories: Sequence[BriefingStory], composition: Composition) -> Iterator[Finding]:
    """The findings of the stories, those of their pictures where they are told."""
    pictured = {number for number, _ in composition.figures.values()}
    for number, story in enumerate(stories):
        left_out = set() if number in pictured else {figure.at for figure in figures(story.article)}
        yield from (finding for finding in story.article.findings if finding.at not in left_out)


def running_order(made: BriefingPlan) -> list[tuple[str, int, int]]:
    """Title, sentences and frames of each story as it would be told; the last entry is the whole programme."""
    composition, measuring = made.composition, made.measuring
    with measuring.voices() as say:
        lines, music = _rehearsed(made, say)
        told = [[line for line in lines.utterances if line.block in blocks] for blocks in composition.blocks]
        entries = [
            (story.article.title, len(utterances), measuring.frames(utterances, say))
            for story, utterances in zip(made.stories, told, strict=True)
        ]
        whole = measuring.frames(lines.utterances, say) + music.frames
    return [*entries, (composition.article.title, len(lines.utterances), whole)]


def _rehearsed(made: BriefingPlan, say: Say) -> tuple[Script, Soundtrack]:
    """What will be said, and the music at the level of the voice."""
    lines = made.measuring.script(made.composition, made.stories)
    music = soundtrack(made.programme, made.composition, lines, lambda: made.measuring.loudness(lines, say))
    return lines, music


def brief(
    programme: BriefingProgramme,
    settings: Settings,
    voice: Voice,
    listener: Listener = silent,
    each: Each = map,
    project: Path | None = None,
    now: datetime | None = None,
) -> Bundle:
    """Make and publish the bundle of a briefing. Raises AccessNewsError; then nothing in the output has changed."""
    clock = Stopwatch()
    chosen = formats.load_all(settings.formats)
    made = plan(programme, settings, voice, project, now)
    composition, measuring = made.composition, made.measuring
    formats.check_ready(chosen, composition.article)
    clock.note("read")
    length: list[Finding] = []
    with measuring.voices() as say:
        lines, music = _rehearsed(made, say)
        if programme.minutes:
            length += _off_target(made.programme, measuring.frames(lines.utterances, say) + music.frames)
    findings = by_place((*composition.article.findings, *levelled(length, settings.levels)))
    directions = Directions(
        composition.cast,
        music,
        measuring.spoken,
        lambda times: _order(times, made, Path(settings.output)),
    )
    studio = Studio(settings, measuring.voice, listener, each, clock)
    described = Described(replace(composition.article, findings=findings), _files(made), _missing(made))
    return produce(described, slug(programme.path), chosen, measuring.lexicons, studio, directions)


def _off_target(programme: BriefingProgramme, frames: int) -> Iterator[Finding]:
    target = programme.minutes * 60 * RATE
    if abs(frames - target) > tolerance(programme):
        why = "the stories have no more to tell" if frames < target else "no shorter choice of sentences was found"
        message = f"{running_time(frames / RATE)} long, not {running_time(target / RATE)}: {why}"
        hint = "add stories, or tell more of them" if frames < target else "leave a story out"
        yield Finding("briefing-length", message, programme.place("minutes"), hint)


def _files(made: BriefingPlan) -> dict[str, Path]:
    """The photos of a briefing, by figure id."""
    places = made.composition.figures.items()
    found = {place: made.described[number].files.get(figure) for place, (number, figure) in places}
    return {place: file for place, file in found.items() if file}


def _missing(made: BriefingPlan) -> tuple[Finding, ...]:
    """What is to be said of photos that are not there, of the stories whose pictures are told."""
    shown_of = {number for number, _ in made.composition.figures.values()}
    return tuple(finding for number in sorted(shown_of) for finding in made.described[number].missing)


def _order(times: Timeline, made: BriefingPlan, output: Path) -> RunningOrder:
    frames = dict[str, int]()
    for cue in times.cues:
        frames[cue.utterance.block] = frames.get(cue.utterance.block, 0) + cue.end - cue.start
    order = []
    for story, heading, blocks in zip(made.stories, made.composition.headings, made.composition.blocks, strict=True):
        article, name = story.article, slug(story.article.path)
        whole = f"../{name}/index.html" if (output / name / "index.html").is_file() else ""
        length = sum(frames.get(block, 0) for block in blocks)
        source = article.path.name
        order.append(ToldStory(heading, article.title, length, source, article.sha256, story.item.tell, whole))
    return tuple(order)


def _story(item: BriefingItem, described: Described, lang: str) -> BriefingStory:
    beginning = opening(described.article, lang, item.pictures)
    return BriefingStory(item, described.article, beginning, described.files.keys())


def _read(
    programme: BriefingProgramme, settings: Settings, now: datetime | None, skipped: list[Finding]
) -> Iterator[tuple[BriefingItem, Described]]:
    """The stories that can be read, each with what is asked for it; what is skipped becomes a finding."""
    for item in programme.items:
        stories: list[Described] = []
        for file in item.files:
            try:
                described = describe(file, settings)
                article = held(described.article, settings.ignore_embargo, now)
                stories.append(replace(described, article=article))
            except AccessNewsError as error:
                named = error.at and error.at.path == str(file)
                message = str(error) if named else f"{file}: {error.message}"
                if not programme.skip_broken:
                    is_command = item.at == Place(str(file))
                    raise error if is_command else type(error)(message, item.at, error.hint) from error
                skipped += levelled([Finding("story-skipped", message, item.at, error.hint)], settings.levels)
        if len(item.files) > 1:
            stories.sort(key=lambda described: described.article.path.name)
            stories.sort(key=lambda described: described.article.date, reverse=True)
        for number, described in enumerate(stories[: item.limit or None]):
            yield (replace(item, heading="", link="") if number else item), described


def _check_dates(programme: BriefingProgramme) -> None:
    """Raises UsageError where a date is to be said and none is known."""
    keys = ("title", "intro", "outro")
    texts = [(key, getattr(programme, key), programme.place(key)) for key in keys]
    texts += [("link", item.link, item.at) for item in programme.items]
    for key, text, at in texts:
        if not programme.date and ("{date}" in text or "{weekday}" in text):
            raise UsageError(f"{key} says a date, and none is known", at, "date = 2026-11-30")


def _reader(item: BriefingItem, project: Path | None) -> Voice:
    """The voice of a story. Raises UsageError where it is not one voice."""
    try:
        voice = _profiles.load(item.voice, project)
    except UsageError as error:
        raise UsageError(error.message, error.at or item.at, error.hint) from error
    if voice.speakers:
        raise UsageError(f"{item.voice} has speakers of its own", item.at, "a story is read by one voice")
    return voice
