"""Faults of a text alternative: each function gives the words that show one, or "" where there is none.

All of them would rather miss a fault than call a good text one. What they take is one line, or nearly so.
"""

import re
from functools import cache

from accessnews.alttext import kinds
from accessnews.alttext.comparison import word_list
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.tokens import Token, tokenize
from accessnews.alttext.language import ENGLISH
from accessnews.alttext.lexicon import table, words
from accessnews.alttext.punctuation import is_shouting
from accessnews.text.credits.lists import phrases
from accessnews.text.credits.shape import label_at, names_a_source
from accessnews.text.credits.split import Split, split

_CUT_OFF = 40  # characters from which a text may be what is left of a longer one

_SAYS_WHO = re.compile(r"©|\b(?:by|credit|copyright|courtesy of)\b", re.IGNORECASE)

_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a"
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c"
    "\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"  # emoji without being asked
    "|[\u203c-\u3299](?<!\u2122)\ufe0f"  # asked to be one
    "|[0-9#*]\ufe0f?\u20e3"  # keycaps
)

_QUOTED = re.compile(r"[“„\"«][^“”„\"«»]*[”“\"»]")
_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【", "」": "「", "』": "『", "》": "《"}
_LIST_MARK = re.compile(r"(?:(?<!\S)\w{1,2}|[:;]-?)$")  # "a)", and a face
_NO_QUOTE = re.compile(r'(?<=\w)"(?=\w)|(?<=\d)"(?=[^"]*$)')  # צה"ל, 12"
_LOW_QUOTE = re.compile(r"‚[^‚‘’]*[‘’]")

_UNFINISHED = re.compile(r"(?:[,;:،؛、，；：…&/–—-]|\.{2,})$")
_LAST_WORD = re.compile(r"([^\W\d_]+)(\.?)$")


def credit_in(alt: str, credit: str) -> str:
    """The credit that a text carries. ``credit`` is the picture's own, or empty."""
    named = map(_padded, re.split(r"[/|;,&]|\bvia\b|\band\b", credit))
    parts = [part for part in named if part.strip() and part.strip() not in phrases("nameless")]
    found = split(alt)
    if found.credit and _is_evident(found, alt, parts):
        return found.credit
    if len(parts) > 1 and _padded(credit) in _padded(alt):
        return credit
    closing = re.split(r"[.!?)\]|]\s+|\s[-–—]\s+|\s[(\[]", alt.rstrip(" .)]"))
    return closing[-1] if len(closing) > 1 and _padded(closing[-1]) in parts else ""


def _is_evident(found: Split, alt: str, parts: list[str]) -> bool:
    """Whether what looks like a credit is one: the picture's own, behind a label, by a wire service or joined."""
    credit, line = found.credit or "", _padded(found.credit or "")
    if any(part in line for part in parts):
        return True
    if found.kind:  # "Map: Nova Scotia"
        return False
    ends = [0, *(end for _, end in found.kept)]
    starts = [*(start for start, _ in found.kept), len(alt)]
    cut = "".join(alt[end:start] for end, start in zip(ends, starts, strict=True)).lstrip("[( ")
    wired = any(_padded(name) in line for name in phrases("never-seen"))
    joined = re.search(r"[/|]| via |\bImages\b|\bPhoto\b", credit) and names_a_source(credit)
    apart = found.kept or (cut and label_at(cut, 0, len(cut)))
    return bool(_SAYS_WHO.search(cut) or (apart and (wired or joined)))


def _padded(text: str) -> str:
    """Its words, so that whole words are found in it."""
    return f" {' '.join(word_list(text))} " if text.strip() else ""


def opener(alt: str) -> str:
    """Opening words that only say that it is a picture ("A photo of"), where no picture is in the picture."""
    match = _opener().match(alt)
    if not match:
        return ""
    rest = alt[match.end() :]
    told = any(match.groups()) and (_is_worth_telling(rest) or main_verb(_before_aside(rest)))
    if told or alt.casefold().startswith(_kind_names()):  # "A photo of the king hangs in a hall"
        return ""
    return match.group().strip()


def _before_aside(rest: str) -> tuple[Token, ...]:
    """What stands before what is only said of the subject: "a man holding a sign", "Ann Roe as she walks"."""
    parts = tokenize(rest[:300])
    for at, part in enumerate(parts):
        acts = part.has("ing-form") and at and not parts[at - 1].has("determiner")
        if acts or part.has("relatives", "subordinators") or not part.is_word:
            return parts[:at]
    return parts


@cache
def _opener() -> re.Pattern[str]:
    """An opener in any language; a group takes part in the match where it is "photo of"."""
    forms = []
    for entry in table("lints")["opener"].values():
        lead, nouns, plurals, of, shows, within = (
            "|".join(map(re.escape, sorted(entry[key], key=len, reverse=True)))
            for key in ("lead", "nouns", "plurals", "of", "shows", "in")
        )
        joined = rf"(?:{nouns})\s+((?:{of})(?:(?<=')|\b))|(?:{nouns}|{plurals})\s+(?:{shows})\b"
        forms.append(
            rf"(?:(?:{lead})(?:\s+|(?<='))){{0,3}}(?:{joined})|(?:{within})\s+(?:{nouns})\b|(?:{nouns}):(?=\s)"
        )
    return re.compile(rf"\W*(?:{'|'.join(forms)})".replace("'", "['’]"), re.IGNORECASE)


def _is_worth_telling(rest: str) -> bool:
    """Whether "photo of" goes on as a kind of photo ("… de famille"), or a picture is in the picture."""
    near = _padded(" ".join(rest.split()[:3]))
    named = any(_padded(word) in near for word in table("lints")["pictures"]["kinds"])
    return named or bool(_inside().search(rest))


@cache
def _inside() -> re.Pattern[str]:
    """Where a picture is that is in the picture: "… on a wall", "… among flowers", "… pinned to a door"."""
    lists = table("lints")["pictures"]
    ways, leads, places = ("|".join(map(re.escape, lists[key])) for key in ("ways", "at", "places"))
    return re.compile(rf"\b(?:(?:{ways})\b|(?:{leads})\s+(?:[^\W\d_]+\s+){{0,2}}(?:{places}))", re.IGNORECASE)


@cache
def _kind_names() -> tuple[str, ...]:
    """What kinds other than photos are called in any language: "imagen de satélite"."""
    names = (entry["kinds"] for entry in table("phrases").values())
    return tuple(
        dict.fromkeys(told.casefold() for each in names for kind, told in each.items() if kind != kinds.PHOTO)
    )


def unfinished(alt: str, lang: str) -> str:
    """The end of a text that stops in the middle of a phrase. ``lang`` is a primary language."""
    text = alt.rstrip()
    if _UNFINISHED.search(text) or _ends_in_small_word(text, lang):
        return " ".join(text.split()[-3:])
    return ""


def _ends_in_small_word(text: str, lang: str) -> bool:
    ends, match = table("lints")["ends"].get(lang), _LAST_WORD.search(text)
    if not ends or not match:
        return False
    said = re.findall(r"[\w'’]+", text[-400:].lower())
    if " ".join(said[-2:]) in ends.get("pairs", ()):
        return False
    open_ = (
        match[2] or len(text) < _CUT_OFF or set(said[:-1]) & set(ends.get("open", ()))
    )  # "the house they fled from"
    return match[1] in ends["last"] or (match[1] in ends.get("unstopped", ()) and not open_)


def unbalanced(alt: str) -> str:
    """A bracket or quotation mark that has no partner. Apostrophes and inches need none."""
    opened: list[str] = []
    for match in re.finditer(r"[()\[\]{}（）【】「」『』《》]", alt):
        mark = match.group()
        if mark in _BRACKETS.values():
            opened.append(mark)
        elif opened and opened[-1] == _BRACKETS[mark]:
            opened.pop()
        elif not _LIST_MARK.search(alt, max(0, match.start() - 4), match.start()):
            return mark
    if opened:
        return opened[-1]
    quotes = _NO_QUOTE.sub("", alt) if alt.count('"') % 2 else alt
    families = ('“”„‟"＂', "«»", "‹›")
    odd = [family for family in families if sum(map(quotes.count, family)) % 2]
    return next((mark for family in odd for mark in family if mark in quotes), "") or _lone_single(alt)


def _lone_single(alt: str) -> str:
    """An opening single quotation mark that nothing closes; one that stands for letters is an apostrophe."""
    text = _LOW_QUOTE.sub(" ", alt)
    elided = "|".join(words("lints", "elisions"))
    for mark, close in (("‘", "’"), ("'", "'"), ("‚", "‘")):
        opened = re.search(rf"(?<![\w’'\d]){mark}(?=\w)(?!(?:\d\ds?|{elided})\b)", text, re.IGNORECASE)
        if opened and not re.search(rf"{close}(?!\w)", text[opened.end() :]):
            return mark
    return ""


def lone_name(alt: str, caption: str, lang: str) -> str:
    """A text that is nothing but one name, as the caption knows it or by its look (English)."""
    name = alt.strip(" .")
    parts = tokenize(name[:80])
    capitals = sum(part.is_capital for part in parts)
    if not 0 < capitals < 5 or len(name) > 80 or not all(map(_is_part_of_name, parts)):
        return ""
    # Inside a sentence only names have a capital; in German every noun has one.
    known = lang != "de" and re.search(rf"[\w,]\s+{re.escape(name)}\b", caption)
    looks = lang == ENGLISH and capitals > 1 and not all(map(_is_common, parts))
    return name if known or looks else ""


def _is_part_of_name(part: Token) -> bool:
    if not part.is_word or any(character.isdigit() for character in part.text):
        return part.text == "."
    if not part.text[0].isupper():
        return part.low in words("lints", "particles")
    return not (part.has("roles", "preposition", "determiner") or part.low in words("lints", "things"))


def _is_common(part: Token) -> bool:
    """Whether a word with a capital is none but for it: "Firefighters Escape"."""
    return part.has("verb", "plural", "ing-form")


def emoji(alt: str) -> str:
    """The first emoji, flag or keycap."""
    match = _EMOJI.search(alt)
    return match.group() if match else ""


def shouted(alt: str) -> str:
    """A text in capitals, without what it quotes; names made of capitals ("NATO, UNESCO, WHO") shout not."""
    text = _QUOTED.sub(" ", alt)
    said = [token for token in tokenize(text) if token.is_word and token.text.isupper()]
    initials = all(len(token.text) < 6 and not _is_small(token) for token in said)
    return alt if is_shouting(text) and not initials else ""


def _is_small(token: Token) -> bool:
    return token.has("preposition", "determiner", "conjunctions")


def lost_kind(alt: str, kind: str) -> str:
    """What the kind is called, where an alt no longer tells that it is one."""
    keeps = table("lints")["keeps"].get(kind)
    if not keeps or tells(alt, kind) or any(word in alt.casefold() for word in keeps):
        return ""
    return kinds.name(kind) or kind.replace("-", " ")


def tells(alt: str, kind: str) -> bool:
    """Whether a text calls the picture a kind, in any language."""
    named = (entry["kinds"][kind] for entry in table("phrases").values())
    said = f" {' '.join(word_list(alt))}"
    return any(f" {' '.join(word_list(name))}" in said for name in [*table("kinds")[kind].get("says", ()), *named])
