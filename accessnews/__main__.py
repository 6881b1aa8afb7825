"""The way in: ``accessnews`` and ``python -m accessnews``."""

import sys


def main() -> int:
    """Run the command line and give its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # answered before anything is imported
        from accessnews import __version__

        sys.stdout.write(f"accessnews {__version__}\n")
        return 0
    try:
        from accessnews.cli import run

        return run()
    except KeyboardInterrupt:  # before there was anything to stop
        return 130


if __name__ == "__main__":
    sys.exit(main())
