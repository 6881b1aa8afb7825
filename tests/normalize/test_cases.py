"""How English is read: written and spoken forms out of style guides, written before the rules and apart from them.

``cases.jsonl`` was used while the rules were mended; ``blind.jsonl`` never was, so its floor tells what to expect.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from accessnews.normalize import normalize

HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()]


def words(text: str) -> list[str]:
    """What counts: words without case, hyphens as blanks, no punctuation."""
    return re.findall(r"[^\W_]+", text.lower().replace("-", " ").replace("’", "'").replace("'", ""))


def is_right(case: dict[str, Any]) -> bool:
    said = "".join(span.spoken for span in normalize(case["text"], case["locale"] or "en"))
    return words(said) in [words(spoken) for spoken in case["spoken"]]


@pytest.mark.parametrize(("name", "floor"), [("cases", 402), ("blind", 264)])
def test_readings(name: str, floor: int) -> None:
    wrong = [case["id"] for case in cases(name) if not is_right(case)]
    assert len(cases(name)) - len(wrong) >= floor, f"wrong: {', '.join(wrong)}"


@pytest.mark.parametrize("name", ["cases", "blind"])
def test_what_is_shown_stays_whole(name: str) -> None:
    for case in cases(name):
        assert "".join(span.written for span in normalize(case["text"], "en")) == case["text"]
