"""Credits: who made a picture, as captions and picture galleries name them.

``credits.toml`` holds the words, ``shape`` tells names, agencies and labels from prose, and ``endings`` says where a
credit at the end begins. With these ``captions`` says how sure it is that a paragraph ends in a credit, and ``split``
parts a caption from it.
"""
