"""The timeline as JSON: utterances, roles, frames and word times, for whatever is built on top."""

import json
from collections.abc import Iterator

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format, _transcript
from accessnews.narration.script import Utterance
from accessnews.narration.timeline import Cue
from accessnews.text.unicode import has_words


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
    utterance, places = cue.utterance, list(_transcript.places(cue.utterance))
    text = _transcript.text(utterance)
    lead = len(text) - len(text.lstrip())
    return {
        "id": utterance.id,
        "role": utterance.role,
        "lang": utterance.lang,
        **({"langs": langs} if (langs := _phrases(utterance)) else {}),
        "line": utterance.at.line,
        "text": text.strip() if utterance.display else "",
        "spoken": utterance.spoken,
        "start": cue.start,
        "stop": cue.stop,
        "end": cue.end,
        "words": [
            {"start": places[word.start][0] - lead, "end": places[word.end - 1][1] - lead, "frame": word.frame}
            | ({"estimated": True} if word.estimated else {})
            for word in cue.words
        ],
    }


def _phrases(utterance: Utterance) -> list[str]:
    """The languages of the phrases in an utterance that are in another than its own."""
    return sorted({span.lang for span in utterance.spans if span.lang and has_words(span.spoken)} - {utterance.lang})


def _compact(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


FORMAT = Format(write)
