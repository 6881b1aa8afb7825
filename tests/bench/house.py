"""The form of the code in numbers: rooms and what they lean on, sizes, names, patterns, what stands twice.

Nothing is timed. Lines are those of files, blank ones and comments among them; a function's are from its ``def`` to
its end. A room is an entry of the package that holds code; a floor is one more than the highest room it imports.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from statistics import median, quantiles

import accessnews

HOUSE = Path(accessnews.__file__).parent
VAGUE = frozenset({"found", "said", "told", "made", "one", "own", "rest", "other", "known"})
LONG = 200  # characters of a pattern
RUN = 6  # lines that stand in two places
_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)

Trees = dict[Path, ast.Module]


def main() -> None:
    paths = [path for path in sorted(HOUSE.rglob("*.py")) if path.parent.name != "files"]
    trees = {path: ast.parse(path.read_text("utf-8")) for path in paths}
    entries = [path for path in HOUSE.iterdir() if path.name not in ("__pycache__", "voices")]
    arrows = _arrows(trees)
    lengths = sorted(node.end_lineno - node.lineno + 1 for node in _functions(trees) if node.end_lineno)
    patterns = sorted(map(len, _patterns(paths)))
    lines, tests = _lines(paths), _lines(Path(__file__).parents[1].rglob("*.py"))
    twice = {name: count for name, count in Counter(_classes(trees)).items() if count > 1}
    print(f"entries of the package: {len(entries)}")
    print(f"rooms {len(_rooms(trees))}, floors {_floors(arrows)}, arrows {sum(map(len, arrows.values()))}")
    print(f"files {len(paths)}, lines {lines}, lines of tests ÷ lines {tests / lines:.2f}")
    print(f"functions {len(lengths)}: median {median(lengths):.0f} lines, p90 {quantiles(lengths, n=10)[-1]:.0f}")
    once, private = _called_once(trees)
    print(f"private functions called once: {_share(once, private)}; of all functions {once / len(lengths):.1%}")
    print(f"vague bindings: {_share(*_vague(trees))}")
    print(f"class names used twice: {len(twice)} ({', '.join(sorted(twice))})")
    print(f"patterns {len(patterns)}: longest {patterns[-1]}, over {LONG}: {sum(n > LONG for n in patterns)}")
    print(f"runs of {RUN} lines that stand twice: {_twice(paths)}")


def _rooms(trees: Trees) -> set[str]:
    return {_room(path) for path in trees} - {"__init__", "__main__"}


def _room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def _arrows(trees: Trees) -> dict[str, set[str]]:
    """By room the other rooms that it imports from."""
    arrows: dict[str, set[str]] = {room: set() for room in _rooms(trees)}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.ImportFrom) or _room(path) not in arrows:
                continue
            if (node.module or "").split(".")[0] == "accessnews":
                parts = (node.module or "").split(".")[1:2] or [alias.name for alias in node.names]
                arrows[_room(path)] |= set(parts) & arrows.keys() - {_room(path)}
    return arrows


def _floors(arrows: dict[str, set[str]]) -> int:
    """Floors of a house without circles."""

    def floor(room: str) -> int:
        return 1 + max(map(floor, arrows[room]), default=0)

    return max(map(floor, arrows))


def _functions(trees: Trees) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, _FUNCTION))


def _classes(trees: Trees) -> Iterator[str]:
    return (
        node.name.lstrip("_") for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    )


def _called_once(trees: Trees) -> tuple[int, int]:
    """Private functions of modules that are named in one place, and all of them."""
    once = every = 0
    for tree in trees.values():
        uses = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
        names = [node.name for node in tree.body if isinstance(node, _FUNCTION) and node.name.startswith("_")]
        every += len(names)
        once += sum(uses[name] == 1 for name in names)
    return once, every


def _vague(trees: Trees) -> tuple[int, int]:
    """Bindings whose name says nothing of the thing, and all: arguments and names that are assigned."""
    names = [name for tree in trees.values() for name in _bindings(tree)]
    return sum(name.strip("_") in VAGUE for name in names), len(names)


def _bindings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _patterns(paths: list[Path]) -> Iterator[str]:
    """Every regular expression that a module keeps."""
    for path in paths:
        name = ".".join(("accessnews", *path.relative_to(HOUSE).with_suffix("").parts)).removesuffix(".__init__")
        if not name.endswith("__main__"):
            kept = vars(import_module(name)).values()
            yield from {value.pattern for value in kept if isinstance(value, re.Pattern)}


def _twice(paths: list[Path]) -> int:
    """Runs of lines, as long as they get, that stand in two files or twice in one; imports and blanks aside."""
    windows: dict[tuple[str, ...], list[tuple[Path, int]]] = defaultdict(list)
    for path in paths:
        lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
        lines = [line for line in lines if len(line) > 3 and not line.startswith(("#", "import ", "from "))]
        for start in range(len(lines) - RUN + 1):
            windows[tuple(lines[start : start + RUN])].append((path, start))
    places = {place for pair in windows.values() if len(pair) > 1 for place in chain(pair)}
    return sum((path, start - 1) not in places for path, start in places) // 2


def _lines(paths: Iterator[Path] | list[Path]) -> int:
    return sum(path.read_text("utf-8").count("\n") for path in paths)


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}, {part / whole:.1%}"


if __name__ == "__main__":
    main()
