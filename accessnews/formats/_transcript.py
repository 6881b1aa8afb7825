"""The transcript: what plain text has of an utterance, and where in it each character that is shown stands."""

from collections.abc import Iterator

from accessnews.narration.script import Utterance


def text(utterance: Utterance) -> str:
    """An utterance in plain characters, which lose no meaning: 20³, and a sign between the cells of a table."""
    return "".join(span.transcribed for span in utterance.spans)


def places(utterance: Utterance) -> Iterator[tuple[int, int]]:
    """For every character that is shown, where in the text it or what stands for it begins and ends."""
    at = 0
    for span in utterance.spans:
        size = len(span.transcribed)
        same = size == len(span.written)
        for place in range(len(span.written)):
            yield (at + place, at + place + 1) if same else (at, at + size)
        at += size
