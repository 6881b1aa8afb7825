"""Changes of a file as what is cut out and put in where: they can be made and taken back."""

from collections.abc import Iterable
from dataclasses import dataclass


class UnsuitableError(ValueError):
    """A file that cannot take what is to be written into it, and why."""


@dataclass(frozen=True, slots=True)
class Splice:
    """At byte ``at`` of a file, ``new`` in the place of ``old``."""

    at: int
    old: bytes
    new: bytes


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes with all splices made; their places are those before the first of them, in any order."""
    kept, at = [], 0
    for splice in sorted(splices, key=lambda each: each.at):
        assert data[splice.at : splice.at + len(splice.old)] == splice.old
        assert splice.at >= at
        kept += [data[at : splice.at], splice.new]
        at = splice.at + len(splice.old)
    return b"".join([*kept, data[at:]])


def reversed_splices(splices: Iterable[Splice]) -> list[Splice]:
    """What takes splices back."""
    out, grown = [], 0
    for splice in sorted(splices, key=lambda each: each.at):
        out.append(Splice(splice.at + grown, splice.new, splice.old))
        grown += len(splice.new) - len(splice.old)
    return out
