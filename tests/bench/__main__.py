"""Runs the measurements named, or all: ``python -m tests.bench start render hearing story.txt``.

One that takes arguments stands last, and all that follows is for it.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules


def runs(words: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Measurements and their arguments."""
    known = sorted(module.name for module in iter_modules([str(Path(__file__).parent)]) if module.name[0] != "_")
    found: list[tuple[str, list[str]]] = []
    for word in words or known:
        if words and found and hasattr(import_module(f"tests.bench.{found[-1][0]}"), "TAKES"):
            found[-1][1].append(word)
        elif word in known:
            found.append((word, []))
        else:
            sys.exit(f"no measurement {word}; known: {', '.join(known)}")
    return found


if __name__ == "__main__":  # a process that a measurement starts comes by here, too
    for name, arguments in runs(sys.argv[1:]):
        print(f"== {name}", flush=True)
        import_module(f"tests.bench.{name}").main(*arguments)
