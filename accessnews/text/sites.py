"""The site that a story's file is part of: its folder, and where generators keep what its stories share."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

_HIGHEST = 8  # folders above the story
_SETTINGS = (
    *("_config.yml", "_config.yaml", "_config.toml"),  # Jekyll, Hexo
    *("hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "config.yaml", "config.yml", "zola.toml"),
    *("gatsby-config.js", "gatsby-config.ts", "gatsby-config.mjs", "next.config.js", "next.config.mjs"),
    *("next.config.ts", "astro.config.mjs", "astro.config.js", "astro.config.ts", "nuxt.config.ts"),
    *(".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"),
    *("docusaurus.config.js", "docusaurus.config.ts", "mkdocs.yml", "_quarto.yml", "pelicanconf.py", "conf.py"),
    *("package.json", ".obsidian", ".git"),
)
_SHARED = ("static", "public", "assets", "src/assets", "src", "source", "content", "src/content", "_media", "")


def folders(story: Path) -> Iterator[Path]:
    """The story's folder and those above it, up to the site's own; the user's home is no site."""
    home = _home()
    for folder in islice(story.absolute().parents, _HIGHEST):
        if folder == home:
            return
        yield folder
        if _is_site(folder):
            return


def site_of(story: Path) -> Path | None:
    """The folder of the site that a story is part of; None where it is part of none."""
    highest = [*folders(story)][-1:]
    return next(filter(_is_site, highest), None)


def shared(site: Path) -> list[Path]:
    """Folders that stand for the root of the site's addresses: ``/images/a.jpg`` is a file in one of them."""
    return [site / name for name in _SHARED]


def _is_site(folder: Path) -> bool:
    return any((folder / name).exists() for name in _SETTINGS)


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # a user without one, as in some containers
        return None
