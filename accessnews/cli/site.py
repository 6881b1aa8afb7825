"""``accessnews site``: an index and feeds of an output folder."""

from typing import Annotated

import typer

from accessnews.cli.options import Debug, FailOn, Format, Quiet, check_format


def site(
    output: Annotated[str | None, typer.Argument(metavar="OUTPUT", help="A folder of bundles.")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where the site will be.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Name of the publication.")] = None,
    style: Format = "text",
    fail_on: FailOn = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    """Make the site of a folder of bundles: an index, a podcast feed, JSON Feed, an OPDS catalogue, a sitemap.

    It tells of what is there: an edition whose folder is gone is gone from it when it is made again.
    """
    from pathlib import Path

    from accessnews.cli import console
    from accessnews.pipeline import configuration
    from accessnews.pipeline.site import make_site

    if debug:
        console.show_details(True)
    check_format(style)
    options = {"output": output, "site_url": url, "site_title": title, "fail_on": fail_on}
    settings = configuration.load(options).settings
    made = make_site(Path(settings.output), settings)
    if style == "json":
        findings = [console.finding_record(finding) for finding in made.findings]
        document = {"files": list(map(str, made.files)), "editions": made.editions, "findings": findings}
        console.say(console.as_json(document), several=True)
    else:
        if not quiet:
            console.tell_findings(made.findings, style)
        for file in made.files:
            if file.parent == Path(settings.output):
                console.say(file)
    return console.exit_code(made.findings, settings.fail_on)
