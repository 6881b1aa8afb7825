"""``accessnews cache``: the speech kept on disk, counted, pruned and cleared."""

from typing import TYPE_CHECKING, Annotated

import typer

from accessnews.model.errors import Exit

if TYPE_CHECKING:  # the store is opened when a command asks for it
    from accessnews.tts._cache import Evicted, Store

_LAST = 4_354_819_199  # the last second of 2107

app = typer.Typer(
    name="cache",
    help="Look after the speech that is kept on disk so that it need not be made again.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Cache = Annotated[str | None, typer.Option("--cache", metavar="DIR", help="Folder of kept speech.")]
Limit = Annotated[str | None, typer.Option("--limit", metavar="SIZE", help="What may stay, as 500MB. Default: 1 GB.")]


@app.command()
def stats(cache: Cache = None) -> int:
    """Print where speech is kept, how much, and of which engines."""
    from accessnews.cli import console
    from accessnews.tts._cache import size, store_at

    store = store_at(cache)
    held = store.stats()
    console.say(store.folder)
    console.say(f"entries: {held.entries}")
    console.say(f"size: {size.shown(held.size)}")
    if held.oldest is not None and held.newest is not None:
        console.say(f"longest unused: since {_minute(held.oldest)}")
        console.say(f"last used: {_minute(held.newest)}")
    for maker, entries, total in held.makers:
        console.say(f"{maker or 'unknown'}: {_counted(entries, total)}")
    return Exit.FINE


@app.command()
def prune(limit: Limit = None, cache: Cache = None) -> int:
    """Remove the speech longest unused until the rest is within a limit."""
    from accessnews.tts._cache import size, store_at

    store = store_at(cache)
    _tell(store.prune(size.parsed(limit) if limit is not None else None), store)
    return Exit.FINE


@app.command()
def clear(cache: Cache = None) -> int:
    """Remove all kept speech, and nothing else."""
    from accessnews.tts._cache import store_at

    store = store_at(cache)
    _tell(store.clear(), store)
    return Exit.FINE


def _tell(evicted: "Evicted", store: "Store") -> None:
    from accessnews.cli import console

    left = store.stats()
    console.say(f"removed: {_counted(evicted.entries, evicted.size)}")
    console.say(f"left: {_counted(left.entries, left.size)}")


def _counted(entries: int, total: int) -> str:
    from accessnews.tts._cache import size

    return f"{entries} {'entry' if entries == 1 else 'entries'}, {size.shown(total)}"


def _minute(seconds: float) -> str:
    """A time as the person's clock shows it; a file's may be any number."""
    from datetime import datetime

    return f"{datetime.fromtimestamp(min(max(seconds, 0.0), _LAST)):%Y-%m-%d %H:%M}"
