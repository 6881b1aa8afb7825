"""What a file of decisions was before each of them, for the person who made it to take it back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from accessnews.model.errors import AccessNewsError, Place
from accessnews.text.files import content, write

_LIMIT = 64_000_000  # bytes


@dataclass(slots=True)
class Snapshots:
    """The file of decisions ``path``, and what it was before and after each."""

    path: Path
    taken: list[tuple[str, bytes | None, bytes | None]] = field(default_factory=list)  # key, before, after

    def around(self, key: str, save: Callable[[], object]) -> None:
        """Save the decision about the picture with that key."""
        before = self._bytes()
        save()
        self.taken.append((key, before, self._bytes()))

    def undo(self) -> str:
        """Take the last decision back; gives its picture's key, empty where there is none.

        Raises AccessNewsError where somebody else has written into the file since.
        """
        if not self.taken:
            return ""
        key, before, after = self.taken[-1]
        if self._bytes() != after:
            hint = "change it there"
            raise AccessNewsError("somebody else has changed this file in the meantime", Place(str(self.path)), hint)
        if before is None:
            self.path.unlink(missing_ok=True)
        else:
            write(self.path, before)
        self.taken.pop()
        return key

    def _bytes(self) -> bytes | None:
        try:
            return content(self.path, _LIMIT)
        except FileNotFoundError:
            return None
