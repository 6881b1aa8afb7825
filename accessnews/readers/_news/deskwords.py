"""The desk's own lines in wire copy and press releases: how each kind begins, in the languages newsrooms write."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from accessnews.text.credits.agencies import is_agency

DETAIL = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}|\+?\(?\d[\d()/ .–-]{6,24}\d|\b(?:tel|phone|mobile|fax)\b", re.I
)
"""An address or a number to reach somebody by."""


TRANSMISSION = (  # above the headline, as the agencies' systems write it; upper and lower case count
    re.compile(r"[a-zA-Z]\d{4}(?:-{2,}|[a-z]{0,10})"),  # a0417-----, W2870asian
    re.compile(r"(?:[a-z] ){1,3}\^?[A-Z]{2}-.{1,120}"),  # r i BC-EU--Vessa-Glacier   02-11 0418
    re.compile(r"[a-zA-Z]{2,4}\d{1,5} \d [a-zA-Z]{1,4} \d{2,4}\b.{0,40}"),  # dpa1234 4 pl 180  dpa 0455
    re.compile(r"\^?(?:AP )?(?:Photos?|Graphics?|Video)s? [A-Z]{2,5}\d{2,5}\b.{0,120}"),  # ^AP Photo VSA101<
    re.compile(r"\^?(?:AM|BC|PM|AP)-{1,2}[A-Z][\w&'’-]*(?:[-, ].{0,120})?"),  # ^BC-EU--Vessa-Glacier,418<
    re.compile(r"\^[A-Z]{2}-{1,2}[A-Z][\w&'’-]*(?:[-, ].{0,120})?"),
    re.compile(r"[A-ZÄÖÜ][\w.-]{1,30}(?:/[\w. -]{1,30}){0,5}/"),  # Wahlen/Kommunen/Nordmark/
    re.compile(r"[A-ZÄÖÜ][\w.-]{1,30}(?:/[A-ZÄÖÜ][\w.-]{1,30}){2,5}"),  # Verkehr/Fähren/Linz
    re.compile(r"[A-Z]{3,6}\d{4} \d [A-Z]{1,4} \d{2,4}\b.{0,80}"),  # APA0234 5 CI 0312 II/XC  09.Mär 26
    re.compile(r"[A-Z]{2,5} \d{3,4} - \w{3,20}"),  # NTB 0912 - Innenriks
    re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d{1,3})?)? [A-Z]{3,4}"),  # 2026-03-09 10:11:12.1 GMT
    re.compile(r"ZCZC\w{0,12}(?:[ /][\w/]{1,12})?|[A-Z] [A-Z]{3} S\dB [A-Z]{3,5}"),  # ZCZC0412/SXB, R CRO S0B QBXB
)
NUMBERED_SLUG = re.compile(r"\d{1,2} [A-Z]{3,20}(?: [A-Z][\w'’-]{1,20}){0,3}")  # 2 COURTS Beekeeper
END = (  # the story is over; capitals or dashes say that this is a mark, and no word of the story
    re.compile(r"\W{1,8}(?i:ends?|ende|fine?|einde|slut|30|xxx)\W{0,8}"),
    re.compile(r"(?:ENDS?|ENDE|ENDIT|ENDITEM|FIN)\W{0,8}|30 ?-+|-{2,4}0-{2,4}|xxx|\w{2,8}/Fim|/[^\W\d_]{2,20}/"),
    re.compile(r"ends?\.?|[Ee]nd(?:it|item)\.?|[Ee]nd of (?:release|story|text|copy|item)\.?|[Ii]tem ends\.?"),
)
HASHES = re.compile(r"\W{0,3}#(?: ?#){1,4}\W{0,3}")
EDITORS = re.compile(r"[a-z]{2,4}(?:-[a-z]{2,4}){0,3}(?:/[a-z]{2,4}(?:-[a-z]{2,4})?){1,5}")  # am/bv/cg, bur-jl/ab
FOOT = (  # the last lines of a transmission; upper and lower case count
    re.compile(r"[A-Z]{2,4}-[A-Z]{2}-[\d-]{8,10} \d{4}[A-Z]{3}"),  # AP-WF-02-11-26 1402GMT
    re.compile(r"(?:AFP|[A-Z]{3,6}) \d{6}\b.{0,24}"),  # AFP 121130 GMT MAR 26
    EDITORS,
    re.compile(r"(?i:(?:\((?:fotos?|vídeos?|videos?|audios?|infografías?|photos?|son)\)\s?){1,5})"),
    re.compile(
        r"(?i:(?:©|\(c\)|copyright)\s?(?:(?:19|20)\d\d,?\s)?(?:by\s)?[\w .&-]{2,50}(?:\. all rights reserved\.?)?)"
    ),
    re.compile(r"dpa(?:[/-]\w{1,8})*(?: [a-z0-9]{1,5}){1,8}"),  # dpa jb yyno n1 ok
    re.compile(r"\d{6} [A-Z][a-zä]{2} \d\d"),  # 101455 Feb 26
    re.compile(r"\((?:Schluss|Forts\.?|Fortsetzung)\)(?: [a-z]{1,4}(?:/[a-z*]{1,5}){0,3})?"),  # (Schluss) ml/kd
    re.compile(r"[A-Z]{3}\d{4} {1,9}\d{4}-\d\d-\d\d/\d\d:\d\d"),  # APA0234    2026-03-09/10:11
    re.compile(r"[A-Z]{2,5}(?: [A-Z]{2,4})?(?: [a-z]{1,4}(?:/[a-z]{1,4}){1,3})"),  # AAP ml/kd
    re.compile(r"[A-Z]{2,4}-[A-Z]{2,4}(?:/.{0,20})?|={2,3}\w{2,12}"),  # YML-KD, ==Kyodo
    re.compile(r"/[^\W\d_]\w{1,20}/|\(©\s?[\w .&-]{2,40}\)"),  # /ritzau/, (©NTB)
    re.compile(
        r"(?:[A-Z]{2,4} ){1,3}[A-Z]{2,4}|[A-Z]{2,4} \([A-Z]{2,4}\)(?: //? ?[A-Z]{2,4})?"
    ),  # PTI MLI, MLI (JWE) // KLD
    re.compile(
        r"(?i:all rights reserved\.?|distributed by [^.!?]{2,60}\.?|visit [^.!?]{2,60} at (?:www\.|https?://)\S{3,80})"
    ),
    re.compile(r"(?i:view original content[^:]{0,60}: \S{3,200})"),
    re.compile(r"\d\d-[A-Z]{3}-\d\d \d\d:\d\d(?: N{4})?|N{4}"),  # 09-MAR-26 10:11 NNNN
    re.compile(r"INDEX: [A-Z][A-Z &,/-]{2,80}"),
    re.compile(r"\(\(.{3,300}\)\)"),  # ((ann.roe@example.org; +00 0 000 0001;))
    re.compile(r"(?i:keywords?):.{0,160}"),
)
UPDATE = re.compile(
    r"(?:AMP|AV|ACT|RESUMEN|AMPLIACIÓN)\.-\s?"
    r"|(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|CORRECTION|REPEAT)(?:[- ]?\d{1,2})?-){1,3}(?=[A-Z\"“‘'\d])"
)
URGENCY = re.compile(r"(?:URGENT|EIL|EILMELDUNG|FLASH|NEWSALERT)(?::| ?[-–—]{1,2}) ?(?=[A-ZÄÖÜ\"“‘'„«])")
VERSION = re.compile(r" \((?:\d|(?i:atualizada|actualizada|aggiornata|aktualisiert|lyd|foto|video|vídeo|update))\)$")
SUBTITLE = re.compile(r"(?:Utl|Untertitel)\.?: ?")  # Utl.: A year late =
NOTE_INSIDE = re.compile(r"\((?:EDS|Eds|EDITORS|Editors)[:.] ?[^()]{1,200}\) ?")
WIRE_DATELINE = re.compile(r"\([A-Z][\w/ ]{1,15}\) ?\.?[-–—_=:]|\b\d{1,2} \([A-Z]{2,6}\) |\b[A-Z]{2,6} ?[-–—] ")
"""A dateline's end: ``(EFE).-``, ``AAP -``."""
REVISION = re.compile(
    r"\s?\((?:adds|recasts|updates|rewrites|corrects|refiles|repeats|fixes)\b[^()]{0,200}\)$", re.IGNORECASE
)
SECURITY = re.compile(
    r" <\.?[A-Z0-9]{1,8}(?:[.=][A-Z]{1,4})?(?:, ?\.?[A-Z0-9]{1,8}(?:[.=][A-Z]{1,4})?){0,5}>"
)  # <KRB.AR>
_NAME = 60  # characters of a line in a contact that is no sentence
_SENTENCE = re.compile(r"[.!?…]['\"”’»)\]]*$")
MORE = re.compile(
    r"(?<=[.!?\"”’)])\s{1,4}\(?(?i:more (?:to (?:come|follow)|follows(?: soon)?|coming)|mehr (?:in kürze|folgt)"
    r"|à suivre|seguirá ampliación)\)?[.…]{0,3}$"
)
INITIALS = re.compile(r"(?<=[.!?\"”’)]) {1,4}[a-z]{2,3}(?:/[a-z]{2,3}){0,3}$")
_SIGNATURE = re.compile(
    r"""
    (?<=[.!?…"”’»)\]])\s{1,4}
    (?:
      \((?:Schluss|Forts(?:etzung|\.)?|FIN|Fin|FINE|SEGUE)\)(?:\s[a-zäöü*]{1,5}(?:[/,][a-zäöü*]{1,5}){0,3})?
    | \(?[a-z]{1,4}(?:-[a-z]{2,4})?(?:/[a-z]{1,4}(?:-[a-z]{2,4})?){1,4}\)?
    | \((?P<capitals>[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}/?|[A-Z]{2,4}/)\)
    | \(\([^()]{3,300}\)\)
    | Enditem | (?:PTI|ANI|IANS|UNI)(?:\s[A-Z]{2,4}){1,3}
    )
    \s*$
    """,
    re.VERBOSE,
)
_LONGEST_SIGNATURE = 320


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("accessnews.readers._news").joinpath("desk.toml").read_text("utf-8"))


@cache
def form(key: str) -> re.Pattern[str]:
    """The forms of one list in ``desk.toml`` as a pattern."""
    return re.compile("|".join(f"(?:{alternative})" for alternative in _table()[key]), re.IGNORECASE)


def is_of_form(key: str, text: str) -> bool:
    """Whether a line is of one of the forms of ``desk.toml``, with what stands around it or without."""
    return bool(form(key).fullmatch(text.strip(" \t^<=")) or form(key).fullmatch(bare(text)))


@cache
def listed(key: str) -> frozenset[str]:
    """The words of one list in ``desk.toml``."""
    return frozenset(_table()[key])


def zones() -> dict[str, int]:
    """Zones of time by name, in hours."""
    return dict(_table()["zones"])


def bare(text: str) -> str:
    """A line without the marks around it that make it stand out, ANPA's among them."""
    return text.strip(" \t^*_[](){}=~<>").strip() if text.strip(" \t^*_[](){}=~<>-#") else text.strip()


def signature_start(text: str) -> int:
    """Where initials of who wrote and edited a story begin, behind its last sentence; -1 where there are none."""
    skipped = max(len(text) - _LONGEST_SIGNATURE, 0)
    match = _SIGNATURE.search(text, skipped)
    named = match["capitals"].strip("/").split("/") if match and match["capitals"] else ()
    is_agencies = bool(named) and any(map(is_agency, named))
    return match.start() if match and not is_agencies else -1


def is_transmission(text: str) -> bool:
    """Whether a line was written by an agency's system: a number, a slug, a list of photos."""
    text = text.rstrip(" <=")
    return any(form.fullmatch(text) for form in TRANSMISSION)


def is_end(text: str) -> bool:
    """Whether a line only says that the story is over: ``-ENDS-``, ``-30-``, ``###``, ``end``."""
    return bool(HASHES.fullmatch(text)) or any(form.fullmatch(text) for form in END)


def is_tail(text: str) -> bool:
    """Whether a line says that nothing below it is for readers: ``Notes to editors:``."""
    match = form("tail").match(text)
    if not match or text[0].islower():
        return False
    rest = re.sub(r"^ ?\([^()]{0,60}\)?", "", text[match.end() :]).strip(" .–—-*_)]")
    return not rest or rest[0] == ":"


def is_detail(text: str) -> bool:
    """Whether a line below the name of a contact belongs to it: a number, an address, or too short for a sentence."""
    return bool(DETAIL.search(text)) or (len(text) <= _NAME and not _SENTENCE.search(text.rstrip(": ")))
