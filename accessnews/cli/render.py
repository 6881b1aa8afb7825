"""``accessnews render``: a bundle of each story."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from accessnews.cli.options import (
    Cache,
    Debug,
    FailOn,
    Format,
    IgnoreEmbargo,
    Images,
    Jobs,
    Lang,
    NoCache,
    Output,
    Quiet,
    Stories,
    To,
    Type,
    VoiceName,
    check_format,
    making,
    stories_at,
)
from accessnews.model.errors import AccessNewsError, UsageError

if TYPE_CHECKING:  # the pipeline is loaded when something is rendered
    from accessnews.pipeline.production import Bundle


def render(
    stories: Stories,
    output: Output = None,
    voice: VoiceName = None,
    images: Images = None,
    to: To = None,
    type: Type = None,
    lang: Lang = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    ignore_embargo: IgnoreEmbargo = False,
    style: Format = "text",
    fail_on: FailOn = None,
    jobs: Jobs = 0,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    """Make a bundle of each story.

    A bundle is a folder and a zip with page, audio, transcript, book and manifest, or what --to names. Prints the
    folder and the zip of every bundle. Findings go to stderr.
    """
    from accessnews.cli import batch, console
    from accessnews.pipeline import configuration

    if debug:
        console.show_details(True)
    check_format(style)
    options = making(output, voice, images, to, lang, cache, no_cache, ignore_embargo, fail_on)
    chosen = configuration.load(options)
    outcomes: Sequence[Bundle | AccessNewsError]
    if "-" in stories:
        if len(stories) > 1:
            raise UsageError("- beside other stories", hint="one story can come by standard input")
        given = {key: value for key, value in options.items() if value is not None}
        outcomes = [batch.render_input(type, images, given)]
    else:
        files = [file for story in stories for file in stories_at(story)]
        outcomes = batch.render_all(files, chosen, jobs or os.cpu_count() or 1, quiet or style == "json")
    return report(outcomes, style, chosen.settings.fail_on, quiet)


def report(outcomes: Sequence["Bundle | AccessNewsError"], style: str, fail_on: str, quiet: bool) -> int:
    """Print bundles, findings and errors, and give the exit code."""
    from accessnews.cli import console

    bundles = [outcome for outcome in outcomes if not isinstance(outcome, AccessNewsError)]
    errors = [outcome for outcome in outcomes if isinstance(outcome, AccessNewsError)]
    findings = [finding for bundle in bundles for finding in bundle.findings]
    if style == "json":
        document = {
            "bundles": [_record(bundle) for bundle in bundles],
            "errors": [console.error_record(error) for error in errors],
        }
        console.say(console.as_json(document), several=True)
    else:
        if not quiet:
            console.tell_findings(findings, style)
        for bundle in bundles:
            console.say(bundle.folder)
            console.say(bundle.archive)
    return console.tell_errors(errors, style) or console.exit_code(findings, fail_on)


def _record(bundle: "Bundle") -> dict[str, object]:
    from accessnews.cli import console

    return {
        "story": str(bundle.story),
        "folder": str(bundle.folder),
        "zip": str(bundle.archive),
        "findings": [console.finding_record(finding) for finding in bundle.findings],
        "seconds": {stage: round(seconds, 3) for stage, seconds in bundle.seconds.items()},
    }
