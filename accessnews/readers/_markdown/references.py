"""References to what has a name: ``@fig-pier``, ``[see @fig:pier]`` and ``\\autoref{fig:pier}`` become "Figure 2"."""

import re
from collections import Counter

from accessnews.readers._html.code import outside, outside_code
from accessnews.text.langtag import primary

_KINDS = {"fig": 0, "tbl": 1, "tab": 1, "eq": 2, "sec": 3, "lst": 4}
_WORDS = {
    "en": ("Figure", "Table", "Equation", "Section", "Listing"),
    "de": ("Abbildung", "Tabelle", "Gleichung", "Abschnitt", "Listing"),
    "fr": ("Figure", "Tableau", "Équation", "Section", "Listing"),
    "es": ("Figura", "Tabla", "Ecuación", "Sección", "Listado"),
}
_NAMED = re.compile(
    r"(?:\{[^{}\n]{0,500}?#|\bid=[\"']|\\label\{)(?P<name>(?P<kind>fig|tbl|tab|eq|sec|lst)[-:][\w-]{1,80})"
)
_REFERENCE = r"-?@(?P<{0}>(?:fig|tbl|tab|eq|sec|lst)[-:][\w-]{{0,79}}\w)"
_ALONE = re.compile(r"(?<![\w\\@.])" + _REFERENCE.format("name"))
_BRACKETS = re.compile(
    r"\[(?P<inside>[^\[\]\n]{0,200}" + _REFERENCE.format("first") + r"[^\[\]\n]{0,200})\](?![(\[{:])"
)
_LATEX = re.compile(r"\\(?P<command>ref|autoref|[cC]ref)\{(?P<name>(?:fig|tbl|tab|eq|sec|lst)[-:][\w-]{1,80})\}")
_WITHOUT_PREFIX = re.compile(r"(?P<word>\w+)[ \u00a0]$")


def with_references(text: str, lang: str) -> str:
    """``text`` with its references as words and numbers; what refers to nothing stays as it is."""
    if "@" not in text and "ref{" not in text:
        return text
    labels = _labels(text, _WORDS.get(primary(lang), _WORDS["en"]))
    if not labels:
        return text

    def bracketed(match: re.Match[str]) -> str:
        names = [reference["name"] for reference in _ALONE.finditer(match["inside"])]
        return alone_in(match["inside"]) if all(name in labels for name in names) else match[0]

    def alone(match: re.Match[str]) -> str:
        label = labels.get(match["name"], "")
        return label.rpartition(" ")[2] if label and _is_told(match, label) else label or match[0]

    def alone_in(inside: str) -> str:
        return _ALONE.sub(alone, inside)

    def latex(match: re.Match[str]) -> str:
        label = labels.get(match["name"], "")
        return label.rpartition(" ")[2] if label and match["command"] == "ref" else label or match[0]

    text = outside_code(_ALONE, alone, outside_code(_BRACKETS, bracketed, text))
    return outside_code(_LATEX, latex, text)


def _is_told(match: re.Match[str], label: str) -> bool:
    """Whether the word stands before the reference already, or is not wanted (``-@fig-pier``)."""
    before = _WITHOUT_PREFIX.search(match.string, max(0, match.start() - 40), match.start())
    word = label.partition(" ")[0]
    return match[0][0] == "-" or (before is not None and before["word"].casefold() in (word.casefold(), "fig"))


def _labels(text: str, words: tuple[str, ...]) -> dict[str, str]:
    """The word and number of everything that has such a name, counted by kind."""
    labels: dict[str, str] = {}
    count = Counter[str]()
    for match in outside(_NAMED, text):
        if match["name"] not in labels:
            count[match["kind"]] += 1
            labels[match["name"]] = f"{words[_KINDS[match['kind']]]} {count[match['kind']]}"
    return labels
