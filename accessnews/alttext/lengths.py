"""How long an alt may be, in characters."""

from collections.abc import Mapping

AIM = 125  # what an alt should not exceed
WARN = 150  # beyond this a reader waits too long
CAP = 250  # IPTC: never more


def over(alt: str, limits: Mapping[str, int]) -> tuple[str, ...]:
    """A reason for each channel that takes no text as long as this: ``longer-than-web``."""
    return tuple(f"longer-than-{channel}" for channel, limit in limits.items() if len(alt) > limit)
