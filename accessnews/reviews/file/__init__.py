"""The review file: what people decided about a story's pictures, in ``<story>.alt.toml`` beside the story.

One TOML table a picture, under the picture's key, in the order of the story. People edit it, comment it and merge
it in git, so a new review touches the lines of its own picture and nothing else; only a person deletes a table.
"""

from accessnews.reviews.file.loading import load, path_of
from accessnews.reviews.file.outdated import former, stale
from accessnews.reviews.file.saving import save
from accessnews.reviews.file.words import many_lines, one_line

__all__ = ["former", "load", "many_lines", "one_line", "path_of", "save", "stale"]
