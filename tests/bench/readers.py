"""What each reader costs: its import, and a story of 5,000 words of every kind, against the parser alone.

The parser is that of the standard library for JSON, lxml's for XML and HTML, and for text the decoding of its bytes.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path

from accessnews import readers
from accessnews.model.plugins import names
from tests.bench._stories import story
from tests.fixtures import docx

ROUNDS = 7
WORDS = 5_000
_IMPORT = """
import time, accessnews.readers
started = time.perf_counter()
import accessnews.readers.{name}
print(time.perf_counter() - started)
"""
_HEADLINE = "The pier, the storm and the town"
_G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
<contentMeta><headline>{title}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html></inlineXML></contentSet></newsItem>"""
_NEWSML = """<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>{title}</HeadLine></NewsLines><ContentItem>
<DataContent><html><body>{body}</body></html></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
_NITF = """<nitf><body><body.head><hedline><hl1>{title}</hl1></hedline></body.head>
<body.content>{body}</body.content></body></nitf>"""
_PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>{title}</h1>{body}</article><footer><p>About us</p></footer></body></html>"""


def main() -> None:
    print(f"import of a reader, median of {ROUNDS} fresh interpreters")
    for name in names("readers"):
        print(f"  {name:<10}{statistics.median(_imports(name)) * 1000:7.1f} ms")
    print(f"a story of {WORDS:,} words, median of {ROUNDS} reads, the first one left out")
    with tempfile.TemporaryDirectory() as folder:
        for kind, path, parse in _stories(Path(folder)):
            reading = _median(partial(readers.read, path))
            floor = _median(partial(_parsed, path, parse))
            print(
                f"  {kind:<12}{reading * 1000:7.1f} ms, {reading / floor:6.1f} × the parser ({floor * 1000:.2f} ms)"
            )


def _parsed(path: Path, parse: Callable[[bytes], object]) -> object:
    return parse(path.read_bytes())


def _imports(name: str) -> Iterator[float]:
    for _ in range(ROUNDS):
        command = [sys.executable, "-c", _IMPORT.format(name=name)]
        yield float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _median(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS + 1):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken[1:])


def _stories(folder: Path) -> Iterator[tuple[str, Path, Callable[[bytes], object]]]:
    """The same story in every form, and what parses it."""
    from lxml import etree
    from lxml import html as lxml_html

    markdown = story(WORDS)
    _, *blocks = markdown.strip().split("\n\n")
    body = "\n".join(
        f"<h2>{escape(text[3:])}</h2>" if text[:2] == "##" else f"<p>{escape(text)}</p>" for text in blocks
    )
    ninjs = {"uri": "urn:pier:1", "type": "text", "headline": _HEADLINE, "body_html": body}
    forms: list[tuple[str, str, str, Callable[[bytes], object]]] = [
        ("text", ".txt", markdown.replace("# ", ""), bytes.decode),
        ("Markdown", ".md", markdown, bytes.decode),
        ("HTML", ".html", _PAGE.format(title=_HEADLINE, body=body), lxml_html.document_fromstring),
        ("ninjs", ".json", json.dumps(ninjs), json.loads),
        ("NITF", ".xml", _NITF.format(title=_HEADLINE, body=body.replace("h2>", "hl2>")), etree.fromstring),
        ("NewsML 1", ".xml", _NEWSML.format(title=_HEADLINE, body=body), etree.fromstring),
        ("NewsML-G2", ".xml", _G2.format(title=_HEADLINE, body=body), etree.fromstring),
    ]
    for kind, suffix, text, parse in forms:
        path = folder / f"{kind.replace(' ', '-')}{suffix}"
        path.write_text(text, "utf-8")
        yield kind, path, parse
    document = [docx.paragraph(text.removeprefix("## "), style="Heading1" * text.startswith("##")) for text in blocks]
    title = docx.paragraph(_HEADLINE, style="Title")
    yield "Word", docx.document(folder / "word.docx", title, *document), _parsed_document


def _parsed_document(data: bytes) -> object:
    """The document's own XML, parsed."""
    import io
    import zipfile

    from lxml import etree

    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
