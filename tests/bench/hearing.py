"""What an independent recogniser hears: of the voices alone, of our reading, and of our word times.

Three texts are read to it block by block: the starter story, a page of numbers and names, and every story named
on the command line. A word error rate counts the words that were put in, left out or mistaken, against a gold
transcript in words, both brought to one form by the normaliser published with the recogniser. Every block is
heard three times, with a little more silence in front, for the recogniser does not hear the same sound alike
twice: a gain that is smaller than that is none. It writes as it was taught by people, so a wrong reading may come
back as the right figures: these rates say how well a text is heard, not how well its numbers are read.

It takes twenty minutes an engine on two cores.
"""

import statistics
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from accessnews import tts
from accessnews.cli import starter
from accessnews.model.errors import AccessNewsError
from tests.bench import _passages, _recogniser, _voices
from tests.bench._aligning import errors, matched
from tests.bench._normal import words
from tests.bench._passages import FULL, RULES, WRITTEN, Passage
from tests.bench._voices import RAW, SYSTEMS, Take

TAKES = "STORY"
STARTER = Path(starter.__file__).parent / "files" / "harbour-market.md"
PAGE = "numbers-and-names"
LEADS = (0, 170, 340)  # milliseconds of silence before a passage
Errors = list[list[int]]
"""Words wrong, for each lead, in each passage."""
Position = tuple[int, int]
"""A word of a text: the number of its passage, and of the word in its gold."""


def main(*stories: str) -> None:
    missing = _recogniser.missing()
    if missing:
        print(f"nothing is heard: pip install {' '.join(missing)} (or the extra accessnews[hearing])")
        return
    with tempfile.TemporaryDirectory() as folder:
        paths = [STARTER, _passages.page(PAGE, Path(folder)), *map(Path, stories)]
        texts = {path.stem: _passages.of(path) for path in paths}
    for name, passages in texts.items():
        tell_text(name, passages)
    for engine in _voices.ENGINES:
        if engine not in tts.names():
            print(f"{engine}: not here")
            continue
        try:
            hear(engine, texts)
        except (AccessNewsError, ImportError) as error:  # the voice alone may lack what ours would name
            print(f"{engine}: not here: {error}")


def tell_text(name: str, passages: Sequence[Passage]) -> None:
    known = _passages.gold(name)
    count = sum(len(words(passage.gold)) for passage in passages)
    by = f"{len(known)} gold transcripts in words" if known else "to be heard as shown"
    print(f"{name}: {len(passages)} passages, {count} words, {by}")
    for shown in _passages.unused(passages, known):
        print(f"  gold for what is not in the text: {shown}")


def hear(engine: str, texts: dict[str, list[Passage]]) -> None:
    for name, passages in texts.items():
        takes = {system: _voices.takes(engine, system, passages) for system in SYSTEMS}
        print(f"{engine}, {name}: word error rate (mean of {len(LEADS)}, lowest to highest)", flush=True)
        tell_rates(takes, passages)
        tell_times(f"{engine}, {name}", takes[FULL])


def tell_rates(takes: dict[str, list[Take]], passages: Sequence[Passage]) -> None:
    total = sum(len(words(passage.gold)) for passage in passages)
    wrong: dict[str, Errors] = {}
    often: dict[str, Counter[Position]] = {}
    for system in SYSTEMS:
        heard = [[_recogniser.transcript(take, lead) for take in takes[system]] for lead in LEADS]
        wrong[system] = [mistakes(passages, one) for one in heard]
        often[system] = Counter(position for one in heard for position in right(passages, one))
        rates = [100 * sum(one) / total for one in wrong[system]]
        kind = statistics.mean(sum(mistakes(passages, one, lenient=True)) for one in heard)
        print(
            f"  {system}: {statistics.mean(rates):.1f} % ({min(rates):.1f} to {max(rates):.1f}); "
            f"{100 * kind / total:.1f} % where £2.3m, 5 km and Jan. may stand for words",
            flush=True,
        )
    for line in (*compared(wrong, total), *changed(often, passages)):
        print(f"  {line}", flush=True)


def mistakes(passages: Sequence[Passage], heard: Sequence[str], lenient: bool = False) -> list[int]:
    """Words wrong in each passage. One in which the recogniser goes round in circles is all wrong, once."""
    pairs = [
        (words(passage.gold, lenient), words(text, lenient)) for passage, text in zip(passages, heard, strict=True)
    ]
    return [min(errors(gold, found), len(gold)) for gold, found in pairs]


def compared(wrong: dict[str, Errors], total: int) -> Iterator[str]:
    """What our reading gains, and whether that is more than noise.

    Noise is three standard errors of the gain: of how much it differs, passage by passage, from lead to lead.
    Two would not do: a change of one word may alter what is heard at the other end of its passage, every time.
    """
    for one, other in ((FULL, RAW), (FULL, WRITTEN), (RULES, WRITTEN), (FULL, RULES)):
        gains = [[a - b for a, b in zip(*own, strict=True)] for own in zip(wrong[one], wrong[other], strict=True)]
        gain = 100 * statistics.mean(map(sum, gains)) / total
        spread = sum(statistics.variance(own) for own in zip(*gains, strict=True)) / len(LEADS)
        noise = 100 * 3 * spread**0.5 / total
        verdict = "within the noise" if abs(gain) <= noise else "better" if gain < 0 else "worse"
        yield f"{one}, against {other}: {gain:+.1f} points ± {noise:.1f}, {verdict}"


def right(passages: Sequence[Passage], heard: Sequence[str]) -> Iterator[Position]:
    for number, (passage, text) in enumerate(zip(passages, heard, strict=True)):
        yield from ((number, at) for at, _ in matched(words(passage.gold), words(text)))


def changed(often: dict[str, Counter[Position]], passages: Sequence[Passage]) -> Iterator[str]:
    """Words that are heard every time by the one system, and never by the other."""
    gold = [words(passage.gold) for passage in passages]
    for step, before, after in (("rules", WRITTEN, RULES), ("the lexicon", RULES, FULL)):
        for manner, one, other in (("with", after, before), ("without", before, after)):
            always = (place for place, times in often[one].items() if times == len(LEADS) and not often[other][place])
            found = ", ".join(gold[number][at] for number, at in sorted(always))
            yield f"heard only {manner} {step}: {found or 'nothing'}"


def tell_times(name: str, takes: Sequence[Take]) -> None:
    told = [word for take in takes for word in take.words]
    if not told:
        print(f"{name}: no word times")
        return
    off = sorted(late for take in takes for late in lateness(take))
    bias = statistics.median(off)
    plain, centred = (sorted(abs(late - shift) * 1000 for late in off) for shift in (0.0, bias))
    estimated = sum(word.estimated for word in told)
    print(
        f"{name}: {len(told)} word times, {estimated} of them estimated; {len(off)} words heard alike, by the "
        f"recogniser {bias * 1000:+.0f} ms after ours (median); error {statistics.median(plain):.0f} ms, "
        f"95th percentile {_high(plain):.0f} ms; without the bias {statistics.median(centred):.0f} ms, "
        f"95th percentile {_high(centred):.0f} ms",
        flush=True,
    )


def lateness(take: Take) -> Iterator[float]:
    """By how many seconds the recogniser's onset of a word is after ours, for words that both have."""
    heard = _recogniser.timed(take)
    for ours, theirs in matched([_plain(word.word) for word in take.words], [_plain(word.word) for word in heard]):
        yield heard[theirs].at - take.words[ours].at


def _plain(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _high(ordered: Sequence[float]) -> float:
    return ordered[int(len(ordered) * 0.95)]
