"""BCP 47 language tags: how they are written, their subtags, and the direction of the writing."""

import re

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")
_LONGEST = 35  # the length RFC 5646, 4.4.1 asks to allow for
_REGION = re.compile(r"[a-z]{2}|[0-9]{3}")
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
_RIGHT_TO_LEFT_SCRIPTS = {"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"}


def canonical(tag: str) -> str:
    """``tag`` as BCP 47 writes it (``pt-BR``, ``zh-Hant``), or nothing where it is no language tag."""
    tag = tag.strip().replace("_", "-").split(".")[0].lower()
    if not _TAG.fullmatch(tag) or len(tag) > _LONGEST:
        return ""
    first, *following = tag.split("-")
    return "-".join([first, *map(_cased, following)])


def _cased(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == 2 else subtag


def primary(tag: str) -> str:
    """The primary language subtag, in small letters: ``en`` of ``en-GB``; a locale's ``en_GB`` is read, too."""
    return _subtags(tag)[0]


def region(tag: str) -> str:
    """The region subtag, in small letters: ``gb`` of ``en-GB``, ``419`` of ``es-419``; empty where none is named."""
    return next((subtag for subtag in _subtags(tag)[1:] if _REGION.fullmatch(subtag)), "")


def direction(tag: str) -> str:
    """``rtl`` or ``ltr``: by the script where the tag names one, else by the language."""
    language, *following = _subtags(tag)
    script = next((subtag for subtag in following if len(subtag) == 4 and subtag.isalpha()), "")
    leftward = script in _RIGHT_TO_LEFT_SCRIPTS if script else language in _RIGHT_TO_LEFT
    return "rtl" if leftward else "ltr"


def _subtags(tag: str) -> list[str]:
    return tag.lower().replace("_", "-").split("-")
