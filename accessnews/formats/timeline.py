"""The timeline as JSON: utterances, roles, frames and word times, for whatever is built on top."""

import json
from collections.abc import Iterator

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
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
    utterance = cue.utterance
    return {
        "id": utterance.id,
        "role": utterance.role,
        "lang": utterance.lang,
        "line": utterance.at.line,
        "text": utterance.display,
        "spoken": utterance.spoken,
        "start": cue.start,
        "stop": cue.stop,
        "end": cue.end,
        "words": [
            {"start": word.start, "end": word.end, "frame": word.frame}
            | ({"estimated": True} if word.estimated else {})
            for word in cue.words
        ],
    }


def _compact(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


FORMAT = Format(write)
