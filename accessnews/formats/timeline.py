"""The timeline as JSON: utterances, roles, frames and word times, for whatever is built on top."""

import json
from collections.abc import Iterator

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.narration.script import Utterance
from accessnews.narration.timeline import Cue


def write(edition: Edition) -> Iterator[Artifact]:
    timeline = edition.timeline
    head = {
        "schema": 1,
        "rate": timeline.rate,
        "frames": timeline.frames,
        "chapters": [
            {"id": chapter.id, "title": chapter.title, "start": chapter.start, "end": chapter.end}
            for chapter in timeline.chapters
        ],
    }
    # One at a time: as values they would take ten times the memory of their text.
    utterances = b",".join(_compact(_utterance(cue)) for cue in timeline.cues)
    data = b"".join((_compact(head)[:-1], b',"utterances":[', utterances, b"]}\n"))
    yield Artifact("timeline.json", "application/json", data)


def _utterance(cue: Cue) -> dict[str, object]:
    """An utterance. Frames count from the programme's start, a word's characters (code points) from the text's."""
    utterance, places = cue.utterance, list(_places(cue.utterance))
    return {
        "id": utterance.id,
        "role": utterance.role,
        "lang": utterance.lang,
        "line": utterance.at.line,
        "text": _text(utterance).strip() if utterance.display else "",
        "spoken": utterance.spoken,
        "start": cue.start,
        "stop": cue.stop,
        "end": cue.end,
        "words": [
            {"start": places[word.start][0], "end": places[word.end - 1][1], "frame": word.frame}
            | ({"estimated": True} if word.estimated else {})
            for word in cue.words
        ],
    }


def _text(utterance: Utterance) -> str:
    """An utterance in plain characters, which lose no meaning: 20³, and a sign between the cells of a table."""
    return "".join(span.transcribed for span in utterance.spans)


def _places(utterance: Utterance) -> Iterator[tuple[int, int]]:
    """For every character that is shown, where in the text it or what stands for it begins and ends."""
    at = -(len(_text(utterance)) - len(_text(utterance).lstrip()))
    for span in utterance.spans:
        size = len(span.transcribed)
        same = size == len(span.written)
        for place in range(len(span.written)):
            yield (at + place, at + place + 1) if same else (at, at + size)
        at += size


def _compact(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


FORMAT = Format(write)
