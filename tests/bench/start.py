"""How long ``accessnews --help`` takes, against importing Typer alone."""

import statistics
import subprocess
import sys
import time

ROUNDS = 15


def seconds(*command: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    commands = {
        "import typer": ("-c", "import typer"),
        "accessnews --help": ("-m", "accessnews", "--help"),
        "accessnews render --help": ("-m", "accessnews", "render", "--help"),
        "accessnews --version": ("-m", "accessnews", "--version"),
    }
    runs: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):  # taken in turn, so that a busy moment falls on all
        for name, command in commands.items():
            runs[name].append(seconds(*command))
    floor = statistics.median(runs["import typer"])
    for name, taken in runs.items():
        median = statistics.median(taken)
        print(f"{name}: {median * 1000:.0f} ms, {median / floor:.2f} × import typer")
