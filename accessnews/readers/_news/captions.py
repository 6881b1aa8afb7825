"""Captions of pictures: the paragraphs below them that end in a credit."""

import re
from collections.abc import Iterable
from dataclasses import replace

from accessnews.model.article import Block, Figure, Paragraph, Text, cut, plain
from accessnews.readers._news.remarks import is_remark
from accessnews.text.credits.captions import Certainty, credit_alone, ends_in_credit
from accessnews.text.unicode import fold

_ITALIC = 500  # characters; a longer paragraph in italics is no caption
_SENTENCES = 3  # before the last one; a caption has fewer
_QUOTES = "\"'“”„«»‘’‹›"
_AUTHOR = re.compile(r"(?:I|We|My|Our|Ich|Wir|Je|Nous|Yo)\b(?!,)(?:['’]|\s)")
_LABEL = re.compile(
    r"(?:caption|photo caption|bildunterschrift|légende|pie de foto|didascalia|bildtext)\s?:\s+(?=\S)", re.I
)
_BRACKET = re.compile(r"[\[(][^()\[\]]{2,80}[)\]]\.?")  # a credit that is not in italics


def captioned(blocks: Iterable[Block], italic: bool = False) -> tuple[Block, ...]:
    """``blocks`` with a paragraph below a picture as its caption, where it ends in a credit and the picture has none.

    ``italic``: one that is in italics throughout is a caption too, but for remarks of the house and for the first of
    several such paragraphs, unless it stands on the line below the picture.
    """
    out: list[Block] = []
    all_blocks = [*blocks]
    for block, below in zip(all_blocks, [*all_blocks[1:], None], strict=False):
        above = out[-1] if out else None
        if isinstance(above, Figure) and not above.caption and isinstance(block, Paragraph):
            text = plain(block.text)
            if label := _LABEL.match(text):
                out[-1] = replace(above, caption=fold(cut(_upright(block.text, False), label.end(), len(text))))
                continue
            slanted = italic and _is_slanted(block)
            is_next = block.at.line <= above.at.line + 1
            if slanted and not is_next:
                slanted = not (_is_slanted(below) or is_remark(text) or _tells_more(text))
            if slanted or ends_in_credit(text) >= Certainty.MAYBE or credit_alone(text):
                out[-1] = replace(above, caption=_upright(block.text, slanted))
                continue
        out.append(block)
    return tuple(out)


def _is_slanted(block: Block | None) -> bool:
    """Whether a block is a short paragraph in italics, or in small letters above or below the line, throughout."""
    if not isinstance(block, Paragraph) or len(plain(block.text)) > _ITALIC:
        return False
    *_, last = block.text or (None,)
    runs = block.text[:-1] if len(block.text) > 1 and last and _BRACKET.fullmatch(last.text.strip()) else block.text
    return all(run.em or run.script or not run.text.strip() for run in runs)


def _tells_more(text: str) -> bool:
    """Whether a paragraph in italics is the story's: words of somebody, a question, the author's own, a beginning."""
    starts = text[:1]
    if starts in _QUOTES or starts.islower() or text.rstrip(_QUOTES + ")")[-1:] in ("?", "…") or _AUTHOR.match(text):
        return True
    return len(re.findall(r"[.!?][\"'”’»)]*\s", text)) >= _SENTENCES


def _upright(text: Text, slanted: bool) -> Text:
    """A paragraph's text as that of a caption: on one line, and with no mark that stands for a caption as such."""
    lined = (replace(run, text=run.text.replace("\n", " ")) for run in text)
    if len({run.script for run in text}) == 1:
        lined = (replace(run, script="") for run in lined)
    return fold(replace(run, em=run.em and not slanted) for run in lined)
