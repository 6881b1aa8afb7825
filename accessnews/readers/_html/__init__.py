"""HTML, sanitized and walked: from marked-up text to the blocks of an article.

``parse`` numbers the lines and builds a tree, ``sanitize`` keeps of it what is text, picture or structure,
``blocks`` makes values of that. Nothing of the markup itself goes any further.
"""
