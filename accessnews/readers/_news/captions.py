"""Where a caption shows: the credit a picture editor puts at its end."""

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum

from accessnews.model.article import Block, Figure, Paragraph, Text, plain
from accessnews.text.unicode import fold

_AGENCIES = (
    r"AAP|ABACA|AFP|Agence France[- ]Presse|Al Jazeera|Alamy|Anadolu|ANA|ANI|ANP|ANSA|AP|APA|Associated Press|"
    r"BBC|Belga|Bloomberg|Canadian Press|CANADIAN PRESS|CNN|Corbis|CTK|DPA|dpa|EFE|EPA|ESA|Europa Press|EUROPA PRESS|"
    r"Facebook|Flickr|Getty|GETTY|Handout|HANDOUT|IANS|Imago|IMAGO|Instagram|IRNA|iStock|Jiji|Keystone|KEYSTONE|Kyodo|"
    r"Lehtikuva|Lusa|LUSA|Magnum|Maxar|MTI|NASA|NOAA|NTB|NurPhoto|PA|PA Wire|PAP|Planet Labs|Pool|POOL|"
    r"Press Association|PTI|Reuters|REUTERS|Rex|REX|Ritzau|SANA|Scanpix|SCANPIX|Shutterstock|Sipa|SIPA|Stringer|"
    r"STRINGER|TASS|Telegram|TikTok|TT|Twitter|UN Photo|UNHCR|UNICEF|Unsplash|UPI|USGS|WAM|Wikimedia|Wikipedia|"
    r"Xinhua|XINHUA|Yonhap|YouTube|ZUMA"
)
_PICTURE = (
    r"(?:photo(?:graph)?|picture|pic|image|foto|illustration|graphic|composite|cartoon|screengrab|screenshot)s?"
)
_AGENCY = re.compile(rf"(?<![\w@])(?:{_AGENCIES})(?!\w)")
_LABEL = re.compile(  # counts where the sentence before it is over
    rf"\b(?:{_PICTURE}|courtesy|credit|copyright|handout|file|archives?)\b|\bsource:|©|@\w", re.IGNORECASE
)
_CLEAR = re.compile(  # counts anywhere
    rf"\b{_PICTURE}(?: by\b|\s*[:/]| courtesy\b)|\b(?:AP|AFP|EPA|PA|Reuters|file|handout|staff) {_PICTURE}\b"
    r"|\bcourtesy of\b|\b(?:credit|file):|©",
    re.IGNORECASE,
)
_SMALL = re.compile(  # words of a credit that may begin small
    r"an?|and|by|of|for|from|in|the|via|de|del|di|da|dos?|du|la|le|van|von|der|den|bin|al|el|y|e|und|et|zu|on|at|"
    rf"{_PICTURE}|courtesy|credit|copyright|file|handout|archives?|source|pool|stringer|supplied|"
    r"left|right|top|bottom|cent(?:re|er)"
)
_SIGNED = re.compile(  # who wrote the words, not who took the picture
    r"(?:reporting|additional|writing|editing|written|edited|compiled|produced|translat\w+|with)\b", re.IGNORECASE
)
_SAID = re.compile(  # told in brackets, by whoever edits a quotation
    r"(?:sic|applause|laughter|laughs|music|inaudible|crosstalk|read|see|watch|listen|more|updated?|"
    r"correct\w*|clarification|editor\w*|ed|notes?|emphasis|citation|this|that|these|figure|map|table|click|"
    r"subscribe|advertisement|continue\w*|also)\b",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")  # a sentence is over
_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}"
_BARE = re.compile(  # credits without brackets, after a full stop
    rf"(?:{_NAME}/)?(?:REUTERS|EPA(?:-EFE)?|AP|AFP|THE CANADIAN PRESS|Getty Images|Pool via \w+)"
    r"(?:/[\w.'’ -]{1,60})*"
    rf"|{_NAME}/[\w.'’ /-]{{0,40}}(?:Reuters|REUTERS|AP|AP Photo|AFP|EPA|Getty Images)"
    r"|©\s*\S.{0,80}"
)
_LABELLED = re.compile(
    r"(?:^|\s)(?:Photograph|Photo|Picture|Foto|Image|Illustration|Composite|Credit|Graphic)s?(?: by|:) ?"
    r"[A-Z©@][^.!?]{0,100}$|\s(?:REUTERS|EPA-EFE|AFP|AP)/[A-Z][^.!?]{0,80}$|\s©\s?[A-Z][^.!?]{0,80}$"
)
_DASHED = re.compile(r"\s[—–-]\s(?:Foto|Photo|Pic): ?[A-Z@][^.!?]{0,80}$")
_LONGEST = 1200  # characters; no caption is longer
_ITALIC = 500  # characters; a longer paragraph in italics is no caption
_CREDIT = 160  # characters; no credit is longer


class Caption(IntEnum):
    """How sure it is that a paragraph is a caption."""

    NO = 0
    MAYBE = 1  # "… said. (Reuters)": a caption among captions, else the agency's signature under a report
    SURE = 2


def caption(text: str) -> Caption:
    """Whether ``text``, one paragraph, ends as only captions do: in a credit."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return Caption.NO
    tail = text[:-1] if text[-2:] in ("].", ").") else text
    if tail[-1:] not in ("]", ")"):
        return _bare(text)
    before, inside = _bracket(tail)
    if not _credible(inside) or (tail != text and not _AGENCY.search(inside)):
        return Caption.NO
    return _square(before, inside) if tail[-1] == "]" else _round(before, inside)


def captioned(blocks: Iterable[Block], italic: bool = False) -> tuple[Block, ...]:
    """``blocks`` with a paragraph below a picture as its caption, where it ends in a credit and the picture has none.

    ``italic``: one that is in italics throughout is a caption too.
    """
    out: list[Block] = []
    for block in blocks:
        above = out[-1] if out else None
        if isinstance(above, Figure) and not above.caption and isinstance(block, Paragraph):
            text = plain(block.text)
            slanted = italic and len(text) <= _ITALIC and all(run.em or not run.text.strip() for run in block.text)
            if slanted or caption(text) or credit_alone(text):
                out[-1] = replace(above, caption=_upright(block.text) if slanted else block.text)
                continue
        out.append(block)
    return tuple(out)


def _upright(text: Text) -> Text:
    return fold(replace(run, em=False) for run in text)


def credit_alone(text: str) -> bool:
    """Whether ``text``, a line of its own, is nothing but a credit for the line above."""
    text = text.strip()
    if text[-1:] in ("]", ")"):
        before, inside = _bracket(text)
        return not before and _credible(inside) and bool(_CLEAR.search(inside) or "/" in inside)
    labelled = _LABELLED.match(text) and _credible(text)
    return len(text) <= _CREDIT and bool(labelled or ("/" in text and _BARE.fullmatch(text)))


def _bracket(text: str) -> tuple[str, str]:
    """What stands before the bracket that closes ``text``, and what stands in it; nested ones belong to it."""
    close = text[-1]
    opening = "[" if close == "]" else "("
    depth = 0
    for index in range(len(text) - 1, max(-1, len(text) - _CREDIT - 3), -1):
        depth += (text[index] == close) - (text[index] == opening)
        if not depth:
            return text[:index].rstrip(), text[index + 1 : -1].strip()
    return text, ""


def _square(before: str, inside: str) -> Caption:
    named = _AGENCY.search(inside) or _LABEL.search(inside) or "/" in inside
    return Caption.SURE if named or _STOPPED.search(before) else Caption.NO


def _round(before: str, inside: str) -> Caption:
    """In round brackets much else is told: these have to name a label, or two sources, or an agency."""
    if _CLEAR.search(inside):
        return Caption.SURE
    if not _STOPPED.search(before):
        return Caption.NO
    agency = _AGENCY.search(inside)
    if _LABEL.search(inside) or (agency and "/" in inside):
        return Caption.SURE
    return Caption.MAYBE if agency or "/" in inside else Caption.NO


def _credible(inside: str) -> bool:
    """Whether ``inside`` is made of names: every word begins large, but for the few that join them."""
    words = re.findall(r"[^\W\d_][\w.'’-]*", inside)
    if not words or len(words) > 16 or inside[-1] in "!?:;" or _SIGNED.match(inside):
        return False
    if _SAID.match(inside) and "/" not in inside and not _AGENCY.search(inside):
        return False
    if re.search(r"\d", re.sub(r"@\S+|\b(?:19|20)\d\d\b", "", inside)):
        return False
    return "@" in inside or all(_large(word) for word in words)


def _large(word: str) -> bool:
    parts = re.split("[-'’]", word)  # al-Mousily, d'Arc
    return any(part and not part[0].islower() for part in parts) or bool(
        _SMALL.fullmatch(word) or _AGENCY.fullmatch(word)
    )


def _is_credit(before: str, label: str) -> bool:
    """Whether ``label`` follows a sentence or names somebody; "Photos: Floods hit Rome" is a headline."""
    return bool(before) and bool(_STOPPED.search(before) or _credible(label.strip()))


def _bare(text: str) -> Caption:
    labelled = _LABELLED.search(text)
    if _DASHED.search(text) or (labelled and _is_credit(text[: labelled.start()], labelled[0])):
        return Caption.SURE
    end = text[-_CREDIT:]
    stops = [stop.end() for stop in re.finditer(r"[.!?…][\"'”’)]*\s+", end)]
    tail = end[stops[-1] :] if stops else ""
    if not tail or "://" in tail or not _BARE.fullmatch(tail):
        return Caption.NO
    return Caption.SURE if "/" in tail or "©" in tail else Caption.MAYBE
