"""What is read to the recogniser: the blocks of a story, as each system gets them, and what is to be heard."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path

from accessnews.model.alt import DescribedArticle
from accessnews.model.article import figures
from accessnews.model.settings import Settings
from accessnews.narration import script
from accessnews.narration.script import Utterance
from accessnews.normalize import Span, pls
from accessnews.normalize.lexicon import EMPTY
from accessnews.pipeline import recipe
from tests.bench._normal import GOLD

WRITTEN, RULES, FULL = "ours, as written", "ours, rules", "ours, rules and lexicon"


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a story: a paragraph, a picture with its caption, a row of a table."""

    id: str
    text: str  # as shown, a line for each role in it
    gold: str  # what is to be heard, in words
    said: dict[str, tuple[Utterance, ...]]  # by system


def of(story: Path) -> list[Passage]:
    """The passages of a story. Gold is ``gold/<story>.jsonl``; what has none there is to be heard as it is shown."""
    article = recipe.describe(story, Settings()).article
    full = _blocks(article, pls.load)
    rules = _blocks(article, lambda lang: EMPTY)
    known = gold(story.stem)
    passages = []
    for block, said in full.items():
        written = tuple(_as_written(utterance) for utterance in said)
        text = "\n".join(_lines(written))
        said_by = {WRITTEN: written, RULES: rules[block], FULL: said}
        passages.append(Passage(block, text, _heard(text, known), said_by))
    return passages


def unused(passages: Iterable[Passage], known: dict[str, str]) -> list[str]:
    """Sentences with a gold transcript that the story does not have, or no longer."""
    whole = "\n".join(passage.text for passage in passages)
    return [shown for shown in known if shown not in whole]


@cache
def gold(name: str) -> dict[str, str]:
    """Sentences as shown, and what is to be heard; empty where nobody has written it."""
    file = GOLD / f"{name}.jsonl"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return {entry["display"]: entry["gold"] for entry in map(json.loads, lines)}


def page(name: str, folder: Path) -> Path:
    """A story made of the sentences of a gold file, four a paragraph."""
    shown = list(gold(name))
    paragraphs = [" ".join(shown[at : at + 4]) for at in range(0, len(shown), 4)]
    path = folder / f"{name}.md"
    path.write_text("\n\n".join(["# Numbers and names", *paragraphs]) + "\n", "utf-8")
    return path


def _blocks(article: DescribedArticle, lexicons: script.Lexicons) -> dict[str, tuple[Utterance, ...]]:
    present = {figure.id for figure in figures(article)}
    said = script.write(article, present, lexicons=lexicons).utterances
    return {block: tuple(group) for block, group in groupby(said, lambda utterance: utterance.block)}


def _as_written(utterance: Utterance) -> Utterance:
    """Its text with no rule and no lexicon. Words that a page does not show, such as "Photo 1 of 3", stay.

    Footnote marks go, for nobody would paste them into a voice.
    """
    shown = "".join(_shown(span) for span in utterance.spans)
    return replace(utterance, spans=(Span(shown, shown),))


def _shown(span: Span) -> str:
    if not span.spoken and any(map(str.isalnum, span.written)):
        return ""
    return span.written or span.spoken


def _lines(said: Iterable[Utterance]) -> Iterator[str]:
    for _, group in groupby(said, lambda utterance: utterance.role):
        yield " ".join(utterance.display.strip() for utterance in group)


def _heard(text: str, known: dict[str, str]) -> str:
    for shown, words in known.items():
        text = text.replace(shown, words)
    return text
