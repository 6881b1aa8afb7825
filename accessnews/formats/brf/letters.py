"""Letters: what a table of liblouis can write, and what stands in the place of what it cannot."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from accessnews.formats.brf.codes import all_stand_ins, stand_ins
from accessnews.normalize import normalize
from accessnews.text.unicode import has_words

Louis = Callable[[str, Sequence[str]], list[str]]
"""A table of liblouis and lines of print; the same lines in Unicode cells."""

JOINERS = re.compile("[\u200d\ufe0f\U000e0020-\U000e007f]")
"""Inside an emoji they are a part of it; elsewhere no reader of print sees them."""

BLANK = "\u2800"
"""The cell without dots. Alone it is no sign: the German tables have it for ¹."""

_LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")
_DEEPEST = 4  # stand-ins for stand-ins
_LAST_SHORT = "\uffff"  # some builds of liblouis have no character beyond it


def clean(text: str) -> str:
    """Text on one line, composed (NFC), without what cannot be seen: soft hyphens, direction marks, controls."""
    return " ".join("".join(map(_seen, unicodedata.normalize("NFC", text))).split())


def _seen(sign: str) -> str:
    if sign in _LIGATURES:  # UEB 4.3.6: only where they mean something
        return unicodedata.normalize("NFKC", sign)
    category = unicodedata.category(sign)
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    return "" if category == "Cs" or (category == "Cf" and not JOINERS.match(sign)) else sign


def script(sign: str) -> str:
    """The script of a letter, ``LATIN``; empty for what is none."""
    return unicodedata.name(sign, "").split(" ")[0] if sign.isalpha() else ""


def runs(text: str) -> Iterator[tuple[str, str]]:
    """The text in runs of letters of one script and of what is between them."""
    for name, signs in groupby(text, script):
        yield name, "".join(signs)


def name(signs: str) -> str:
    """Emoji and signs in English words: what Unicode calls them, or people do."""
    spoken = "".join(span.spoken for span in normalize(signs, "en")).strip(" ,")
    if has_words(spoken) and not set(spoken) & set(signs):
        return spoken
    names = (unicodedata.name(sign, f"U+{ord(sign):04X}").lower() for sign in JOINERS.sub("", signs))
    return ", ".join(dict.fromkeys(names))


class Letters:
    """What each table can write of the signs met so far: asked of the table once, a sign a line."""

    def __init__(self, louis: Louis) -> None:
        self._louis = louis
        self._met = {chr(code) for code in range(0x21, 0x7F)} | set(all_stand_ins())
        self._answers: dict[str, dict[str, bool]] = defaultdict(dict)

    def meet(self, text: str) -> None:
        """Signs that are to be written, and those they are made of."""
        for sign in set(text) - {" "}:
            self._met.update(sign, *_kin(sign))

    def know(self, table: str, text: str) -> bool:
        """Whether a table has every sign of ``text``."""
        answers = self._answers[table]
        if not self._met.issuperset(text):
            self.meet(text)
        if len(answers) < len(self._met):
            self._ask(table, answers)
        return all(sign == " " or answers[sign] for sign in text)

    def _ask(self, table: str, answers: dict[str, bool]) -> None:
        new = sorted(self._met - answers.keys())
        short = [sign for sign in new if sign <= _LAST_SHORT]
        answers.update(dict.fromkeys(new, False))
        for sign, cells in zip(short, self._louis(table, short), strict=True):
            answers[sign] = cells.strip(BLANK) != "" and all(BLANK <= cell <= "\u283f" for cell in cells)

    def nearest(self, sign: str, table: str, depth: int = _DEEPEST) -> str | None:
        """A sign as the table can write it; None where nothing is near it."""
        if self.know(table, sign):
            return sign
        for near_sign in (*stand_ins(sign), *_kin(sign)) if depth else ():
            near = [self.nearest(part, table, depth - 1) for part in near_sign]
            if None not in near:
                return "".join(part for part in near if part)
        return None


def _kin(sign: str) -> Iterable[str]:
    """The same sign of another width, with other digits, without its accents."""
    digit = unicodedata.decimal(sign, None)
    bare = "".join(part for part in unicodedata.normalize("NFD", sign) if unicodedata.category(part) != "Mn")
    every = (unicodedata.normalize("NFKC", sign), "" if digit is None else str(digit), bare)
    return [variant for n, variant in enumerate(every) if variant != sign and (variant or n == 2)]
