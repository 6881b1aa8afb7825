"""From Markdown to HTML: the parser, what it understands beyond CommonMark, and the lines of the source."""
