"""Measurements: ratios against a reference run in the same minute, never absolute promises.

``make bench`` or ``python -m tests.bench [NAME …]`` runs them; each module in here has a ``main``.
"""
