"""A site of an output folder, top to bottom."""

from dataclasses import dataclass
from pathlib import Path

from accessnews.model.findings import Finding, levelled
from accessnews.model.settings import Settings
from accessnews.site import index, lists, rss, texts
from accessnews.site.editions import listed
from accessnews.site.publication import publication
from accessnews.site.publish import publish


@dataclass(frozen=True, slots=True)
class Site:
    """What a site is made of: its files, how many editions it lists, and what was left out."""

    files: tuple[Path, ...]
    editions: int
    findings: tuple[Finding, ...]


def make_site(output: Path, settings: Settings) -> Site:
    """Make and publish the site of an output folder from its manifests. Raises AccessNewsError."""
    paper = publication(settings)
    editions, findings = listed(output)
    stories = {edition.name: texts.story(edition, output, paper) for edition in editions}
    artifacts = [
        *index.pages(editions, paper),
        *rss.feed(editions, paper, stories),
        lists.json_feed(editions, paper, stories),
        lists.catalogue(editions, paper),
        lists.sitemap(editions, paper),
    ]
    return Site(tuple(publish(artifacts, output)), len(editions), levelled(findings, settings.levels))
