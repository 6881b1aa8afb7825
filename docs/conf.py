"""Sphinx's configuration: Markdown by MyST, pages by Furo, nothing from another host."""

import re
from pathlib import Path
from typing import Any

project = "accessnews"
author = "The accessnews authors"
copyright = "The accessnews authors, GPL-3.0-or-later"  # noqa: A001 (Sphinx's name for it)
language = "en"

extensions = ["myst_parser"]
myst_heading_anchors = 3  # links to a heading work here as they do on GitHub
exclude_patterns = ["_build"]
nitpicky = True

html_theme = "furo"
html_title = "accessnews"
html_static_path = ["_static"]
html_css_files = ["page.css"]
html_theme_options = {  # contrast of 7:1, as on the pages that accessnews makes
    "light_css_variables": {
        "color-brand-primary": "#1a3f9e",
        "color-brand-content": "#1a3f9e",
        "color-brand-visited": "#5b2a86",
        "color-foreground-secondary": "#3f434a",
        "color-foreground-muted": "#4a4e55",
    },
    "dark_css_variables": {
        "color-brand-primary": "#a9c4ff",
        "color-brand-content": "#a9c4ff",
        "color-brand-visited": "#d9b3ff",
        "color-foreground-secondary": "#c8ccd2",
        "color-foreground-muted": "#b9bdc4",
    },
}
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"

MENDED = {  # what Furo's pages lack, by what stands there
    r'<aside class="sidebar-drawer"': r'\g<0> aria-label="Pages"',
    r'<aside class="toc-drawer[^"]*"': r'\g<0> aria-label="This page"',
    r'<div class="table-wrapper[^"]*"': r'\g<0> tabindex="0" role="group" aria-label="Table"',
    r'<div id="search-results"': r"<h1>Search</h1>\n\g<0>",
}


def mend(app: Any, fault: Exception | None) -> None:
    """Name landmarks, let the keyboard scroll wide tables, and give the page of the search a heading."""
    if fault or app.builder.name != "html":
        return
    pages = {path: path.read_text("utf-8") for path in Path(app.outdir).glob("*.html")}
    for pattern, better in MENDED.items():
        if not any(re.search(pattern, page) for page in pages.values()):
            raise ValueError(f"no page has {pattern} any more")
        pages = {path: re.sub(pattern, better, page) for path, page in pages.items()}
    for path, page in pages.items():
        path.write_text(page, "utf-8")


def setup(app: Any) -> None:
    app.connect("build-finished", mend)
