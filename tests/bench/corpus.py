"""How many small stories with answers come out right, by kind: ``python -m tests.bench corpus [--misses] [KIND …]``.

A case that is wrong with nothing told to the person at the desk is counted as silent, the worst fault.
"""

import tempfile
from collections import Counter
from pathlib import Path

from tests.fixtures.corpus import cases, judge, known_misses

TAKES = "[--misses] [KIND …]"


def main(*arguments: str) -> None:
    kinds = [argument for argument in arguments if argument != "--misses"]
    known = known_misses()
    total, right, silent = Counter[str](), Counter[str](), Counter[str]()
    mended: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(case for kind in kinds or [""] for case in cases(kind)):
            misses, outcome = judge(case, Path(folder, str(number)))
            total[case.kind] += 1
            right[case.kind] += not misses
            silent[case.kind] += bool(misses) and not outcome.is_told
            if not misses and case.name in known:
                mended.append(case.name)
            if "--misses" in arguments:
                for miss in misses:
                    print(f"{case.name}: {miss}")
    for kind in total:
        print(f"{kind:<14}{right[kind]:>3} of {total[kind]:<3}" + (f" {silent[kind]} silent" if silent[kind] else ""))
    wrong = total.total() - right.total()
    share = right.total() / total.total() if total else 0
    print(f"{'all':<14}{right.total():>3} of {total.total()}, {share:.1%}; of {wrong} wrong, {silent.total()} silent")
    for name in mended:
        print(f"right, and still in known.txt: {name}")
