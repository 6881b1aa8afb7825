"""The head of a story file: YAML, TOML or JSON before the text, its values kept as the author wrote them."""

from accessnews.frontmatter.head import covered, headed, opened
from accessnews.frontmatter.split import FrontMatter, split

__all__ = ["FrontMatter", "covered", "headed", "opened", "split"]
