"""One story of this repository with faults in it: bytes cut, moved and written over, or a tree's parts exchanged."""

import io
import json
import random
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from tests.fixtures.samples import samples

_MOST_FAULTS = 4  # of one input
_WHOLE = 0.7  # of the inputs of formats that are refused wherever a sign is wrong: they stay well-formed
_TOKENS = (
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"&",
        b"&#0;",
        b"&#x110000;",
        b"&amp;",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b"<?xml",
    ),
    *(
        b'"',
        b"'",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\\",
        b"\\u0000",
        b"\\ud800",
        b"null",
        b"1e999",
        b"-",
        b"true",
    ),
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xae",
        b"\r",
        b"\n\n",
        b"\t",
        b" " * 40,
        b"9" * 40,
        b"#",
        b"|",
    ),
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"<p>",
        b"</p>",
        b"<table>",
        b"<td>",
        b"<img src=a>",
        b"***",
        b"```",
        b"---\n",
    ),
    *(
        b"<nitf>",
        b"<body>",
        b"<media>",
        b"<NewsItem>",
        b"<newsItem>",
        b"<inlineXML>",
        b"<fn>",
        b'"associations":',
        b"<br/>",
    ),
)
_SCALARS: tuple[Any, ...] = (
    None,
    True,
    0,
    -1.5,
    "",
    " ",
    "x",
    [],
    {},
    [[]],
    [None],
    {"": ""},
    "\x00",
    "<p>",
    "\ud800",
)


def varied(reader: str, seed: int, number: int) -> tuple[str, bytes]:
    """One input: the suffix of its file, and its bytes."""
    chance = random.Random(f"{reader} {seed} {number}")  # noqa: S311 (no secret)
    suffix, data = chance.choice(samples(reader))
    other = chance.choice(samples(reader))[1]
    if zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.9:
        return suffix, _varied_archive(data, chance)
    return suffix, _varied(data, other, chance)


def _varied_archive(data: bytes, chance: random.Random) -> bytes:
    """An archive one of whose files is varied, since one that is damaged as a whole says nothing of the reader."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(files))
    files[name] = _varied(files[name], chance.choice(list(files.values())), chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, content in files.items():
            archive.writestr(each, content)
    return out.getvalue()


def _varied(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start = data.lstrip()[:1]
    if start in (b"{", b"[", b"<") and chance.random() < _WHOLE:
        try:
            return _varied_json(data, other, chance) if start != b"<" else _varied_xml(data, other, chance)
        except (ValueError, etree.LxmlError):  # HTML, or a sample that is broken itself
            pass
    for _ in range(chance.randint(1, _MOST_FAULTS)):
        data = chance.choice(_WAYS)(data, other, chance)
    return data


def _varied_json(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A JSON text with values exchanged, dropped, repeated and called otherwise."""
    value = json.loads(data)
    values = [*_SCALARS, *(inner for _, _, inner in _entries(json.loads(other)))]
    for _ in range(chance.randint(1, 2 * _MOST_FAULTS)):
        entries = list(_entries(value))
        if not entries:
            break
        container, key, inner = chance.choice(entries)
        match chance.randrange(5):
            case 0:
                del container[key]
            case 1 if isinstance(container, list):
                container.append(inner)
            case 1 | 2:
                container[key] = deepcopy(chance.choice(values))
            case 3:
                container[key] = [inner]
            case _ if isinstance(container, dict):
                container[chance.choice(entries)[1]] = inner
    return json.dumps(value).encode("utf-8", "surrogatepass")


def _entries(value: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Every value in a table or list, with what it is in and by which key."""
    waiting = [value]
    while waiting:
        container = waiting.pop()
        if not isinstance(container, dict | list) or len(waiting) > 10_000:
            continue
        pairs = list(container.items() if isinstance(container, dict) else enumerate(container))
        yield from ((container, key, inner) for key, inner in pairs)
        waiting += (inner for _, inner in pairs)


def _varied_xml(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """An XML text with elements exchanged, dropped, repeated and called otherwise."""
    root, donor = (etree.fromstring(text, etree.XMLParser(resolve_entities=False)) for text in (data, other))
    donors = [element for element in donor.iter() if isinstance(element.tag, str)]
    for _ in range(chance.randint(1, 2 * _MOST_FAULTS)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        element, given = chance.choice(elements), chance.choice(donors)
        above = element.getparent()
        match chance.randrange(7):
            case 0 if above is not None:
                above.remove(element)
            case 1:
                element.append(etree.fromstring(etree.tostring(given, with_tail=False)))
            case 2:
                element.tag = given.tag
            case 3:
                element.text = chance.choice((given.text, "", "x", "9" * 30, "<p>a</p>", None))
            case 4 if element.attrib:
                element.set(chance.choice(list(element.attrib)), chance.choice((*given.attrib.values(), "", "x")))
            case 5:
                element.tail = given.text
            case _ if above is not None:
                above.insert(0, element)
    return etree.tostring(root)


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Where a stretch of ``data`` begins and ends, most often a short one."""
    start = chance.randint(0, len(data))
    return start, min(len(data), start + int(chance.expovariate(1 / 60)) + 1)


def _without(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _moved(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _marked(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_TOKENS) + data[at:]


def _overwritten(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + bytes(chance.randrange(256) for _ in range(min(4, end - start))) + data[start + 4 :]


def _joined(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = _span(other, chance)
    at = chance.randint(0, len(data))
    return data[:at] + other[start : end + 400] + data[at:]


def _cut_off(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


_WAYS = (_without, _without, _repeated, _moved, _marked, _marked, _overwritten, _joined, _cut_off)
