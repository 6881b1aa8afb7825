"""The head of a story file: YAML, TOML or JSON before the text, its values kept as the author wrote them."""

from accessnews.readers._frontmatter.head import covered, day_in_name, headed, opened
from accessnews.readers._frontmatter.split import FrontMatter, split

__all__ = ["FrontMatter", "covered", "day_in_name", "headed", "opened", "split"]
