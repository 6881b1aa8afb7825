"""What agencies' feeds share: an item of any of them as one value, and the article that becomes of it.

``jsontree`` and ``xmltree`` parse within bounds, ``nitf`` makes HTML of NITF, ``markup`` gets any body ready,
``choice`` finds the story among the items of a file, ``story`` makes the article.
"""
