"""A site of an output folder: an index, feeds for podcast apps and readers, a sitemap; from the manifests alone.

``editions`` reads what is there, ``index``, ``rss`` and ``lists`` make files of it, ``publish`` writes them.
"""
