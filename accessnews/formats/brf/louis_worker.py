"""A program that stands in for ``lou_translate``: the same lines in, the same cells out, by liblouis' Python binding.

It needs nothing of accessnews, and is run as a file. Without tables it only says whether the binding is there.
"""

import sys


def main(tables: str = "") -> None:
    """Translate lines of standard input, in which a backslash stands twice for one, into cells on standard output."""
    from louis import translateString  # PyPI's package of that name has none

    lines = sys.stdin.buffer.read().decode().split("\n")[:-1] if tables else []
    try:
        cells = [translateString([tables], line.replace("\\\\", "\\")) for line in lines]
    except RuntimeError:  # liblouis has said why; the message is as long as the line
        sys.exit("liblouis gave up")
    sys.stdout.buffer.write("".join(f"{line}\n" for line in cells).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
