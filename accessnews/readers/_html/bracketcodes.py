"""Shortcodes of WordPress and its page builders in the source of a story, as the HTML that they mean.

``[caption]`` is a figure; galleries, players and embedded pages are told; what others enclose stays. A word that an
editor put into brackets (``[sic]``, ``[our]``, ``[Laughter]``) is none. No line changes its number.
"""

import re
from dataclasses import dataclass
from html import escape, unescape

from accessnews.readers._html.code import outside

_TAG = re.compile(
    r"(?<![!\[\\])\[(?P<close>/)?(?P<name>[a-zA-Z][\w-]{0,60})"
    r"(?P<inside>(?:[ \t\n=](?:[^\[\]\"'<>]|\"[^\"]*\"|'[^'\n]*'|<[^<>]*>){0,4000})?)(?P<self>/)?\](?![(:])"
)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|[”“″]([^”“″]*)[”“″]|([^\s\"'\]]+))")
_MEDIA = re.compile(
    r"\s*(?:<a\b[^<>]*>\s*)?(?:<img\b[^<>]*>|\[?!\[[^\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)(?:\]\([^()\s]*\))?)(?:\s*</a>)?\s*"
)
_BUILDERS = (
    *("vc_", "et_pb_", "fusion_", "av_", "fl_", "mk_", "nectar_", "wpb_", "ux_", "tatsu_", "qode_", "mkdf_"),
    *("edgtf_", "su_", "ultimate_", "elementor", "kc_", "cmsmasters_", "themify_", "tie_", "td_"),
)
_LAYOUT = frozenset(
    {"button", "dropcap", "highlight", "center", "left", "right", "p", "div", "span", "row", "column"}
)
_TOLD = {  # what is left out, with what is in it
    "gallery": "a gallery",
    "playlist": "a list of videos or sounds",
    "embed": "an embedded page",
    "video": "a video",
    "audio": "an audio player",
    "youtube": "a video",
    "vimeo": "a video",
    "dailymotion": "a video",
    "soundcloud": "an audio player",
    "spotify": "an audio player",
    "tweet": "a post",
    "twitter": "a post",
    "instagram": "a post",
    "facebook": "a post",
    "tiktok": "a video",
    "googlemaps": "a map",
    "slideshow": "a gallery",
    "ngg": "a gallery",
    "nggallery": "a gallery",
    "iframe": "a frame",
    "contact-form-7": "a form",
    "contact-form": "a form",
    "wpforms": "a form",
    "gravityform": "a form",
    "mc4wp_form": "a form",
    "vc_raw_html": "a block of code",
    "vc_raw_js": "a program",
    "et_pb_code": "a block of code",
}
_QUIET = frozenset({"more", "nextpage", "toc", "divider", "clear", "spacer", "space", "hr", "br", "vc_empty_space"})
_NOTES = frozenset({"footnote", "footnotes", "ref", "fn", "efn_note", "mfn"})
_CAPTIONS = frozenset({"caption", "wp_caption"})
_TITLES = ("title", "heading", "text", "content", "header", "label")
_WORDED = (*_BUILDERS, "toggle", "tab", "accordion", "spoiler", "section", "box")
_FRAME = re.compile(r"(?:row|column|section|inner|separator|space|divider|text|tab|accordion|fullwidth)s?$")
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif)$", re.IGNORECASE)
_LONGEST_TAG = 2_000  # characters of an element's tag
_KEYED = re.compile(r"\s[\w-]+=\S")


@dataclass(slots=True)
class _BracketCode:
    """A tag, and where it closes."""

    match: re.Match[str]
    end: re.Match[str] | None = None

    @property
    def name(self) -> str:
        return self.match["name"].lower()

    @property
    def values(self) -> dict[str, str]:
        pairs = _ATTRIBUTE.finditer(self.match["inside"] or "")
        return {pair[1].lower(): unescape(next(filter(None, pair.groups()[1:]), "")) for pair in pairs}


def without_shortcodes(text: str) -> str:
    """``text`` with its shortcodes as HTML. What is left out leaves a mark that becomes a finding."""
    if "[" not in text:
        return text
    tags = [match for match in outside(_TAG, text) if not _is_in_tag(text, match.start())]
    edits = sorted((edit for code in _paired(tags) for edit in _edits(code, text)), key=lambda edit: edit[:2])
    parts, at = [], 0
    for start, end, instead in edits:
        if start >= at:  # else it stands in what another has left out
            lines = text.count("\n", start, end) - instead.count("\n")
            parts += [text[at:start], instead, "\n" * max(0, lines)]
            at = end
    return "".join((*parts, text[at:]))


def _is_in_tag(text: str, at: int) -> bool:
    start = max(0, at - _LONGEST_TAG)
    return text.rfind("<", start, at) > text.rfind(">", start, at)


def _paired(tags: list[re.Match[str]]) -> list[_BracketCode]:
    """Tags that open, each with the next that closes it; one that closes alone is kept where its name is known."""
    codes: list[_BracketCode] = []
    waiting: dict[str, list[_BracketCode]] = {}
    for tag in tags:
        name = tag["name"].lower()
        if not tag["close"]:
            codes.append(_BracketCode(tag))
            if not tag["self"]:
                waiting.setdefault(name, []).append(codes[-1])
        elif waiting.get(name):
            waiting[name].pop().end = tag
        elif _is_known(name):
            codes.append(_BracketCode(tag))
    return codes


def _is_known(name: str) -> bool:
    return name in _TOLD or name in _CAPTIONS or name in _QUIET or name.startswith(_BUILDERS)


def _is_shortcode(code: _BracketCode) -> bool:
    if code.match["close"] or code.end or _is_known(code.name) or code.match["self"]:
        return True
    return "_" in code.name or bool(_KEYED.search(code.match["inside"] or ""))


def _edits(code: _BracketCode, text: str) -> list[tuple[int, int, str]]:
    """Stretches of the text and what stands in their place."""
    if not _is_shortcode(code):
        return []
    start, after = code.match.span()
    end = code.end.end() if code.end else after
    if code.match["close"]:
        return [(start, after, "")]
    if code.name in _CAPTIONS and code.end:
        return _figure(code, text)
    if code.name in _TOLD:
        return [(start, end, _left_out(_TOLD[code.name], code, text))]
    opening, closing = _around(code)
    edits = [(start, after, opening)]
    return [*edits, (code.end.start(), code.end.end(), closing)] if code.end else edits


def _around(code: _BracketCode) -> tuple[str, str]:
    """What stands for a tag and for the one that closes it."""
    values = code.values
    if code.name in _NOTES and code.end:
        return " (", ")"
    src = values.get("src") or values.get("url") or ""
    if _PICTURE.search(src):
        return f'<img src="{escape(src)}" alt="{escape(values.get("alt", ""))}">', ""
    words = next((values[key] for key in _TITLES if values.get(key)), "") if code.name.startswith(_WORDED) else ""
    if words:
        return f"<p><strong>{escape(words)}</strong></p>", ""
    is_told = not code.end and code.name not in _QUIET and code.name not in _LAYOUT and not _is_frame(code.name)
    return (_mark(f"the shortcode [{code.name}]") if is_told else ""), ""


def _is_frame(name: str) -> bool:
    """Whether a tag of a page builder only places what is in it."""
    return (
        re.search(r"(?:row|column|section|inner|separator|space|divider|text|tabs?|accordion)s?$", name) is not None
    )


def _left_out(kind: str, code: _BracketCode, text: str) -> str:
    inside = text[code.match.end() : code.end.start()].strip() if code.end else ""
    values = code.values
    what = inside or values.get("src") or values.get("url") or values.get("id") or values.get("ids") or ""
    return _mark(f"{kind} ({what[:80]})" if what else kind)


def _mark(what: str) -> str:
    return f'<span data-embed="{escape(" ".join(what.split()))}"></span>'


def _figure(code: _BracketCode, text: str) -> list[tuple[int, int, str]]:
    """A picture with its caption: between the tags, or in the opening one as WordPress had it before 3.4."""
    assert code.end
    media = _MEDIA.match(text, code.match.end(), code.end.start())
    if not media:
        return [(*code.match.span(), ""), (*code.end.span(), "")]
    caption = text[media.end() : code.end.start()].strip() or escape(code.values.get("caption", ""))
    joined = re.sub(r"\n(?=[ \t]*\n)", "\n<!-- -->", caption)  # a blank line would end the figure
    figure = f'<figure class="wp-caption">{" ".join(media[0].split())}<figcaption>{joined}</figcaption></figure>'
    return [(code.match.start(), code.end.end(), figure)]
