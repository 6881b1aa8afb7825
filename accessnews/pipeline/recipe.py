"""The pipeline: the recipe from a story to a published bundle, top to bottom."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from accessnews import formats, readers
from accessnews.alttext import describe_article
from accessnews.bundle.edition import slug
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import numbered
from accessnews.model.findings import Finding, levelled
from accessnews.model.progress import Each, Listener, Stopwatch, silent
from accessnews.model.review import keyed
from accessnews.model.settings import Settings, Voice
from accessnews.normalize.pls import Lexicons
from accessnews.photos import iptc
from accessnews.photos.locate import locate
from accessnews.pipeline.embargo import held
from accessnews.pipeline.production import Bundle, Described, Studio, produce
from accessnews.pipeline.second_look import measured, proposals
from accessnews.reviews import file as reviewfile


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
    studio = Studio(settings, voice, listener, each, Stopwatch())
    chosen = formats.load_all(settings.formats)
    described = describe(story, settings)
    described = replace(described, article=held(described.article, settings.ignore_embargo, now))
    formats.check_ready(chosen, described.article)
    studio.clock.note("read")
    bundle = produce(described, slug(story), chosen, Lexicons(project, story), studio)
    return replace(bundle, story=story)


def describe(story: Path, settings: Settings) -> Described:
    """Read a story and give every picture a text alternative: the author's, a review's, its file's or a draft."""
    article = numbered(readers.in_language(readers.read(story), settings.lang))
    files, missing = locate(article, settings.images)
    article = keyed(iptc.fill(article, files))
    reviews = reviewfile.load(story)
    described = describe_article(article, settings.alt_mode, reviews, settings.trust_photo_alt)
    if settings.describe_endpoint:
        proposed, told = proposals(described, files, settings)
        described = describe_article(article, settings.alt_mode, reviews, settings.trust_photo_alt, proposed)
        described = replace(described, findings=(*described.findings, *told))
    if settings.look_at_photos:
        described = replace(described, findings=(*described.findings, *measured(described, files)))
    findings = (*described.findings, *reviewfile.stale(reviews, described), *_too_long(described, settings))
    described = replace(described, findings=levelled(findings, settings.levels))
    return Described(described, files, levelled(missing, settings.levels))


def _too_long(article: DescribedArticle, settings: Settings) -> Iterator[Finding]:
    """The alts that are too long for a channel; where none is named, no rules are loaded."""
    if settings.alt_limits:
        from accessnews.alttext import lint

        yield from lint.over_limits(article, settings.alt_limits)
