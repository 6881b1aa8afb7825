"""A folder of what an archive held."""

import shutil
import tempfile
import weakref
from pathlib import Path


class Unpacked:
    """A temporary folder that is gone with the last value that knows it, or with the program."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="accessnews-"))
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
