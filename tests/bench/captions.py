"""Points of the drafts on captions with answers, by kind: ``python -m tests.bench captions [NAME] [--misses]``."""

from collections import defaultdict
from collections.abc import Callable

from accessnews.alttext import describe
from accessnews.model.alt import AltState, AltText
from tests.fixtures.captions import (
    Entry,
    captions,
    credit_is_right,
    facts_are_told,
    nothing_else_is_told,
    review_is_right,
)

POINTS: dict[str, Callable[[Entry, AltText], bool]] = {
    "credit": credit_is_right,
    "facts": facts_are_told,
    "nothing else": nothing_else_is_told,
    "review": review_is_right,
}


TAKES = "names of files with captions, and --misses"


def main(*words: str) -> None:
    for name in [word for word in words if not word.startswith("-")] or ["corpus", "messy"]:
        entries = [(entry, describe(entry["caption"], entry["lang"])) for entry in captions(name)]
        print(f"{name}: {len(entries)} captions")
        by_kind = defaultdict(list)
        for entry, alt in entries:
            missed = [point for point, is_right in POINTS.items() if not is_right(entry, alt)]
            by_kind[entry["cat"]].append(not missed)
            if missed and "--misses" in words:
                print(f"  {entry['id']} {', '.join(missed)}: {entry['caption']}")
                print(f"      {alt.state}: {alt.alt} | {alt.credit}")
        for kind, rights in sorted(by_kind.items()):
            print(f"  {kind:16} {sum(rights)} of {len(rights)}")
        for point, is_right in POINTS.items():
            right = sum(is_right(*pair) for pair in entries)
            print(f"  {point:16} {right} of {len(entries)}")
        reviews = [(not entry["visual"], alt.state == AltState.NEEDS_REVIEW) for entry, alt in entries]
        _print_review(reviews)


def _print_review(pairs: list[tuple[bool, bool]]) -> None:
    """Precision and recall of asking a person: of (is wanted, is asked)."""
    both = sum(wanted and asked for wanted, asked in pairs)
    asked, wanted = sum(asked for _, asked in pairs), sum(wanted for wanted, _ in pairs)
    print(f"  review: precision {both / max(1, asked):.2f}, recall {both / max(1, wanted):.2f}")
