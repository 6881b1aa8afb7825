"""Writing a site into its output folder: each file whole or not at all, and none that is not ours touched."""

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from accessnews.bundle.artifact import Artifact
from accessnews.model.errors import AccessNewsError
from accessnews.text.files import content, is_plain_name, locked

LIST = "site.json"
"""What of the folder is the site's: a file of ours that lists the others."""

_LARGEST = 16_000_000  # bytes


def publish(artifacts: Sequence[Artifact], output: Path) -> list[Path]:
    """Write the files of a site, remove those of an earlier one that are no more, and give their paths.

    Raises AccessNewsError for a file that somebody else put there, and where the folder cannot be written to; what
    was there stays then.
    """
    names = [artifact.path for artifact in artifacts]
    with locked(output):
        before = _listed(output)
        for name in names:
            if name not in before and os.path.lexists(output / name):
                hint = "nothing was changed; move it, or make the site in another folder"
                raise AccessNewsError(f"{output / name} is there and is no file of a site of accessnews", hint=hint)
        listing = json.dumps({"generator": "accessnews", "files": sorted(names)}, indent=1).encode() + b"\n"
        staged: list[tuple[Path, Path]] = []
        try:
            for artifact in (*artifacts, Artifact(LIST, "application/json", listing)):
                staged.append(_staged(artifact.path, b"".join(artifact.pieces()), output))
            for temporary, path in staged:
                temporary.replace(path)
        except OSError as error:
            raise AccessNewsError(f"cannot write the site to {output}: {error.strerror or error}") from error
        finally:
            for temporary, _ in staged:
                temporary.unlink(missing_ok=True)
        for name in before - set(names):
            (output / name).unlink(missing_ok=True)
    return [output / name for name in names]


def _staged(name: str, data: bytes, output: Path) -> tuple[Path, Path]:
    """A file beside its place, with its bytes on the disk."""
    path = output / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".accessnews-", delete=False) as stream:
        try:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            Path(stream.name).chmod(0o644)
        except OSError:
            Path(stream.name).unlink()
            raise
    return Path(stream.name), path


def _listed(output: Path) -> set[str]:
    """The files of the site that is there."""
    try:
        files = json.loads(content(output / LIST, _LARGEST))["files"]
        return {name for name in files if isinstance(name, str) and is_plain_name(name)}
    except (ValueError, TypeError, KeyError, OSError, RecursionError, AccessNewsError):
        return set()
