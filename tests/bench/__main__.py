"""Runs the measurements named, or all: ``python -m tests.bench start render memory words``."""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

known = sorted(module.name for module in iter_modules([str(Path(__file__).parent)]) if module.name[0] != "_")
for name in sys.argv[1:] or known:
    if name not in known:
        sys.exit(f"no measurement {name}; known: {', '.join(known)}")
    print(f"== {name}", flush=True)
    import_module(f"tests.bench.{name}").main()
