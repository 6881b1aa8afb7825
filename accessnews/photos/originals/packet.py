"""An XMP packet with other text alternatives; everything else in it stays as it is to the byte.

A packet is found its way through by Expat, which tells at which byte each element begins, and is cut and joined as
bytes. Names and forms are those of the XMP Specification, part 1, and of the IPTC Photo Metadata Standard.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from accessnews.photos.originals.splices import Splice, UnsuitableError, spliced
from accessnews.text.langtag import canonical, primary

ALT = "AltTextAccessibility"
DESCRIPTION = "ExtDescrAccessibility"

_IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DESCRIPTION_TAG = f"{_RDF} Description"
_LANG = "http://www.w3.org/XML/1998/namespace lang"
_DEFAULT = "x-default"
_PROPERTIES = {f"{_IPTC} {name}": name for name in (ALT, DESCRIPTION)}
_PADDING = 2_000  # bytes in a new packet, so that what is written next need not move what stands behind it
_LINE = 100
_LONGEST = 1_000_000  # bytes

_BEGIN = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_NEW = (
    _BEGIN
    + b'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n <rdf:RDF xmlns:rdf="%b">\n' % _RDF.encode()
    + b" </rdf:RDF>\n</x:xmpmeta>\n"
    + (b" " * (_LINE - 1) + b"\n") * (_PADDING // _LINE)
    + b'<?xpacket end="w"?>'
)
_END = re.compile(rb"<\?xpacket end")
_TAG_PART = re.compile(rb"\"[^\"]*\"|'[^']*'|>")
_ATTRIBUTE = rb"\s[\w.-]+:%b\s*=\s*(?:\"[^\"]*\"|'[^']*')"

Alternatives = Mapping[str, str]
"""Texts by BCP 47 tag; ``x-default`` is that for all other languages."""


def edited(packet: bytes, texts: Mapping[str, str], lang: str) -> bytes:
    """The packet, or a new one for none, that has ``texts`` in ``lang``, by the name of their property.

    What it has of these properties in other languages stays. Raises UnsuitableError for what is no packet.
    """
    if len(packet) > _LONGEST:
        raise UnsuitableError("its XMP is longer than any program makes it")
    before = packet or _NEW
    there = _read(before)
    told = {name: alternatives(there.told.get(name, {}), text, lang) for name, text in texts.items() if text}
    if not told or all(there.told.get(name) == texts for name, texts in told.items()):
        return packet
    is_bound = before.startswith(b"</rdf:", there.end)
    block = Splice(there.end, b"", _block(told, there.about, is_bound))
    after = spliced(before, [*there.removed(before, told), block])
    return _fitted(after, len(before))


def values(packet: bytes) -> Mapping[str, Alternatives]:
    """What a packet says of its picture, by property and language. Raises UnsuitableError."""
    return _read(packet).told if packet else {}


def alternatives(there: Alternatives, text: str, lang: str) -> dict[str, str]:
    """``text`` for ``lang`` and by default, beside what is there in other languages.

    A default that is known to be in another language stays what it is.
    """
    default = there.get(_DEFAULT, "")
    twins = [tag for tag, other in there.items() if tag != _DEFAULT and other == default]
    is_foreign = bool(twins) and all(primary(tag) != primary(lang) for tag in twins)
    own = canonical(lang)
    others = {tag: other for tag, other in there.items() if tag != _DEFAULT and canonical(tag) != own}
    return {_DEFAULT: default if is_foreign else text, **({own: text} if own else {}), **others}


def _block(told: Mapping[str, Alternatives], about: str, is_bound: bool) -> bytes:
    """A description of the same thing with these properties, in a packet in which ``rdf:`` is bound or is not."""
    lines = [f"<rdf:Description rdf:about={quoteattr(about)}", f'    xmlns:Iptc4xmpCore="{_IPTC}">']
    if not is_bound:
        lines.insert(1, f'    xmlns:rdf="{_RDF}"')
    for name, texts in told.items():
        lines += [f" <Iptc4xmpCore:{name}>", "  <rdf:Alt>"]
        lines += [f"   <rdf:li xml:lang={quoteattr(tag)}>{escape(text)}</rdf:li>" for tag, text in texts.items()]
        lines += ["  </rdf:Alt>", f" </Iptc4xmpCore:{name}>"]
    lines.append("</rdf:Description>")
    return "".join(f" {line}\n" for line in lines).encode()


@dataclass(slots=True)
class _Description:
    """An ``rdf:Description`` at the top."""

    start: int
    is_bare: bool  # nothing stands in its tag but what it is about
    end: int = 0
    children: list[str] = field(default_factory=list)  # names of properties, as Expat has them
    spans: list[tuple[str, int, int]] = field(default_factory=list)  # of those that are ours: name, start, end


@dataclass(slots=True)
class _Packet:
    """What is known of a packet."""

    about: str = ""
    end: int = -1  # where the end tag of rdf:RDF begins
    told: dict[str, dict[str, str]] = field(default_factory=dict)  # of our properties, by language
    descriptions: list[_Description] = field(default_factory=list)

    def removed(self, data: bytes, names: Iterable[str]) -> Iterator[Splice]:
        """What takes properties away, with the descriptions around them where nothing else stands in those."""
        gone = {f"{_IPTC} {name}" for name in names}
        for around in self.descriptions:
            if around.is_bare and around.children and gone.issuperset(around.children):
                yield Splice(around.start, data[around.start : around.end], b"")
                continue
            for name, start, end in around.spans:
                if name in gone:
                    yield Splice(start, data[start:end], b"")


def _read(data: bytes) -> _Packet:
    """Raises UnsuitableError for what is no XMP in UTF-8."""
    scan = _PacketScan(data)
    try:
        scan.parser.Parse(data.rstrip(b"\0"), True)
    except (expat.ExpatError, ValueError) as error:
        raise UnsuitableError(f"its XMP cannot be read ({error})") from None
    if scan.packet.end < 0:
        raise UnsuitableError("its XMP has no place for it")
    return scan.packet


class _PacketScan:
    """Walks through a packet; ``path`` are the names of the elements that are open."""

    def __init__(self, data: bytes) -> None:
        self.data, self.packet = data, _Packet()
        self.path: list[str] = []
        self.tag, self.text = "", ""  # of the alternative that is open
        self.begins = 0  # where the property does that is open
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.opened
        self.parser.EndElementHandler = self.closed
        self.parser.CharacterDataHandler = self.met
        self.parser.StartDoctypeDeclHandler = self.refused

    def refused(self, *_: object) -> None:
        raise UnsuitableError("its XMP has a DOCTYPE, which no XMP has")

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        inside, at = self.path[-1:], self.parser.CurrentByteIndex
        if name == _DESCRIPTION_TAG and inside == [f"{_RDF} RDF"]:
            self.describe(at, attributes)
        elif inside == [_DESCRIPTION_TAG] and len(self.path) == self.depth:
            self.packet.descriptions[-1].children.append(name)
            self.begins, self.tag, self.text = at, _DEFAULT, ""
        elif name == f"{_RDF} li":
            self.tag, self.text = attributes.get(_LANG) or _DEFAULT, ""
        self.path.append(name)

    @property
    def depth(self) -> int:
        """How many elements are open around a property."""
        return self.path.index(_DESCRIPTION_TAG) + 1

    def describe(self, at: int, attributes: dict[str, str]) -> None:
        """Take a description down, with those of our properties that are written as attributes of its tag."""
        others = [name for name in attributes if name != f"{_RDF} about"]
        description = _Description(at, not others)
        self.packet.descriptions.append(description)
        self.packet.about = self.packet.about or attributes.get(f"{_RDF} about", "")
        tag = self.data[at : _tag_end(self.data, at)]
        for name in others:
            if name in _PROPERTIES:
                self.packet.told.setdefault(_PROPERTIES[name], {}).setdefault(_DEFAULT, attributes[name])
                found = re.search(_ATTRIBUTE % _PROPERTIES[name].encode(), tag)
                if found:
                    description.spans.append((name, at + found.start(), at + found.end()))

    def met(self, text: str) -> None:
        self.text += text

    def closed(self, name: str) -> None:
        self.path.pop()
        at = self.parser.CurrentByteIndex
        end = _tag_end(self.data, at) if self.data[at : at + 2] == b"</" else at  # behind a tag that closes itself
        if name == f"{_RDF} RDF" and self.data[at : at + 2] == b"</":
            self.packet.end = at
        elif name == _DESCRIPTION_TAG and self.path[-1:] == [f"{_RDF} RDF"]:
            self.packet.descriptions[-1].end = end
        elif name in _PROPERTIES and self.path[-1:] == [_DESCRIPTION_TAG]:
            self.packet.descriptions[-1].spans.append((name, self.begins, end))
            self.told(name)
        elif name == f"{_RDF} li":
            self.told(next((each for each in self.path if each in _PROPERTIES), ""))

    def told(self, name: str) -> None:
        """Keep the text that has just been read, if it is an alternative of one of our properties."""
        text = " ".join(self.text.split())
        if name in _PROPERTIES and text:
            self.packet.told.setdefault(_PROPERTIES[name], {}).setdefault(self.tag, text)
        self.tag, self.text = _DEFAULT, ""


def _tag_end(data: bytes, at: int) -> int:
    """Behind the tag that begins at ``at``."""
    return next((part.end() for part in _TAG_PART.finditer(data, at) if part[0] == b">"), len(data))


def _fitted(packet: bytes, length: int) -> bytes:
    """A packet of ``length`` bytes, if there is padding to take away or to add for that."""
    found = _END.search(packet)
    if not found:
        return packet
    end = found.start()
    padding = end - len(packet[:end].rstrip(b" \t\r\n"))
    wanted = padding + length - len(packet)
    if wanted >= padding:
        return packet[:end] + b" " * (wanted - padding) + packet[end:]
    return packet[: end - padding + max(wanted, 1)] + packet[end:] if padding else packet


def without_padding(packet: bytes) -> bytes:
    """A packet that is as short as it can be."""
    return _fitted(packet, 0)
