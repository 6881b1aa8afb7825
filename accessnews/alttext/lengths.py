"""How long an alt may be, in characters."""

AIM = 125  # what an alt should not exceed
WARN = 150  # beyond this a reader waits too long
CAP = 250  # IPTC: never more
