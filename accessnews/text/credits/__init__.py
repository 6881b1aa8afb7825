"""Credits: who made a picture, as captions and picture galleries name them.

``credits.toml`` holds the words, ``shape`` tells names, agencies and labels from prose, ``endings`` says where a
credit at the end begins, and ``split`` parts a caption from its credits.
"""
