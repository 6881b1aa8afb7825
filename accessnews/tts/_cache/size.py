"""Sizes as people say them: ``500MB``, ``1.5 GB``. Decimal units, as disks are sold."""

import re

from accessnews.model.errors import UsageError

_UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_SIZE = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)\s*([A-Za-z]*)", re.ASCII)


def parsed(text: str) -> int:
    """Bytes of a size. Raises UsageError where it is none."""
    match = _SIZE.fullmatch(text.strip())
    if match is None or match[2].upper() not in _UNITS:
        raise UsageError(f"not a size: {text}", hint="a number with kB, MB, GB or TB, such as 500MB")
    return int(float(match[1]) * _UNITS[match[2].upper()])


def shown(count: int) -> str:
    """A size to read, such as ``103.2 MB``."""
    for unit, name in ((10**12, "TB"), (10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if round(count / unit, 1) >= 1:
            return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{count} bytes" if count != 1 else "1 byte"
