"""Which way a language is written."""

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
_RIGHT_TO_LEFT_SCRIPTS = {"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"}


def direction(lang: str) -> str:
    """``rtl`` or ``ltr``: by the script where the BCP 47 tag names one, else by the language."""
    language, *rest = lang.lower().split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    leftward = scripts[0] in _RIGHT_TO_LEFT_SCRIPTS if scripts else language in _RIGHT_TO_LEFT
    return "rtl" if leftward else "ltr"
