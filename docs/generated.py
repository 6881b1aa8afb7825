"""The parts of these pages that follow from the code: ``python docs/generated.py`` writes them anew.

In a page such a part stands between ``<!-- generated: NAME -->`` and ``<!-- end -->``.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import accessnews
from accessnews.model.settings import PAUSES
from accessnews.readers._frontmatter import keys

PAGES = Path(__file__).parent
TOPICS = {
    "alt": "Text alternatives",
    "review": "Reviews",
    "photos": "Photos",
    "reading": "The story as it is read",
    "language": "Language",
    "speech": "Speech",
}
FRONT_MATTER = {
    "The headline": keys.TITLE,
    "Who wrote it: a name, a list of names, or a list of tables with `name`": keys.AUTHOR,
    "The date; `2020-01-03` is understood by everyone": keys.DATE,
    "The language, a BCP 47 tag": keys.LANG,
    "Where it was written": keys.PLACE,
    "What stands above the headline": keys.KICKER,
    "What stands between headline and story, for readers": keys.STANDFIRST,
    "What lists, feeds and books show of it": keys.SUMMARY,
    "A picture above the story: a file, or a table with `src`, `alt`, `caption` and `credit`": keys.PICTURE,
    "Not before: a date, or a date and time with its zone": keys.EMBARGO,
}
_PART = re.compile(r"(<!-- generated: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def findings() -> str:
    """Every code with its level, its reason and what to do, by topic."""
    return "\n".join(line for topic, title in _topics().items() for line in _topic(topic, title))


def _topics() -> Mapping[str, str]:
    names = [file.name for file in files("accessnews.model.rules").iterdir()]
    there = {name.removesuffix(".toml") for name in names if name.endswith(".toml")}
    named = {topic: title for topic, title in TOPICS.items() if topic in there}
    return named | {topic: topic.capitalize() for topic in sorted(there - set(TOPICS))}


def _topic(topic: str, title: str) -> Iterator[str]:
    yield f"\n## {title}\n"
    text = files("accessnews.model.rules").joinpath(f"{topic}.toml").read_text("utf-8")
    for code, rule in tomllib.loads(text).items():
        summary, why, fix = (_escaped(rule[part]) for part in ("summary", "why", "fix"))
        yield f"### {code}\n\n**{rule['severity'].capitalize()}.** {summary}\n\nWhy: {why}\n\nWhat to do: {fix}\n"


def _escaped(text: str) -> str:
    """Text as Markdown shows it: ``<story>`` and ``[levels]`` stay as they are; code in back-ticks is code."""
    parts = text.split("`")
    parts[::2] = (re.sub(r"([<\[*])", r"\\\1", part) for part in parts[::2])
    return "`".join(parts)


def front_matter() -> str:
    """The keys that accessnews reads, the first of a row being the one to choose."""
    rows = (f"| {', '.join(f'`{name}`' for name in names)} | {what} |\n" for what, names in FRONT_MATTER.items())
    return "\n| Key, and its other names | What it says |\n| --- | --- |\n" + "".join(rows) + "\n"


def roles() -> str:
    """The roles of utterances, and how long the silence after each is where no profile says."""
    rows = "".join(f"| `{role}` | {pause} |\n" for role, pause in PAUSES.items())
    head = "The roles, and the silence after each where no profile says otherwise, in milliseconds:"
    return f"\n{head}\n\n| Role | Silence |\n| --- | --- |\n{rows}\n"


def house() -> str:
    """The way of the data and the map of the rooms, as the package says them."""
    text = (accessnews.__doc__ or "").partition("\n\n")[2].strip("\n").replace("``", "`")
    blocks = re.sub(r"::\n\n((?:    .*\n?)+)", lambda match: f":\n\n```text\n{_dedented(match[1])}\n```\n", text)
    return f"\n{blocks}\n"


def _dedented(block: str) -> str:
    return re.sub(r"(?m)^    ", "", block).rstrip("\n")


PARTS: Mapping[str, Callable[[], str]] = {
    "findings": findings,
    "front-matter": front_matter,
    "roles": roles,
    "house": house,
}


def renewed(page: str) -> str:
    """A page with its generated parts as the code has them now."""
    return _PART.sub(lambda match: match[1] + PARTS[match[2]]() + match[3], page)


if __name__ == "__main__":
    for path in sorted(PAGES.glob("*.md")):
        text = path.read_text("utf-8")
        if renewed(text) != text:
            path.write_text(renewed(text), "utf-8")
