"""The time that an edition carries, so that the same story gives the same bytes: year, month, day to second, UTC."""

import os
import time

from accessnews.model.article import Article
from accessnews.model.errors import UsageError

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can say."""

_LATEST = (2107, 12, 31, 23, 59, 58)
_LAST_SECOND = 4_354_819_199  # of 2107, since 1970


def source_date_epoch() -> int | None:
    """The seconds since 1970 in SOURCE_DATE_EPOCH, None where it is not set. Raises UsageError for another value.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return None
    if not (epoch.isascii() and epoch.isdigit()) or len(epoch) > 4_000:
        hint = "whole seconds since 1970, such as 1767225600; or leave it unset"
        raise UsageError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch[:40]}", hint=hint)
    return int(epoch)


def of(article: Article, epoch: int | None) -> tuple[int, ...]:
    """The time of an epoch, else of the story's date; a zip knows 1980 to 2107."""
    stamp = (*(int(part) for part in article.date.split("-")), 0, 0, 0) if article.date else EARLIEST
    if epoch is not None:
        stamp = tuple(time.gmtime(min(epoch, _LAST_SECOND))[:6])
    return min(max(stamp, EARLIEST), _LATEST)
