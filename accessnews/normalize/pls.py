"""Lexicons on disk: W3C Pronunciation Lexicon Specification 1.0, ``<language>.pls``.

One comes with accessnews, a project has its own in ``voices/lexicon/``, a story may have one beside it. The
nearest to the story wins, grapheme by grapheme; in one place ``en-GB.pls`` wins over ``en.pls``.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from accessnews.model.errors import AccessNewsError, Place, did_you_mean
from accessnews.normalize.lexicon import EMPTY, Lexicon, Pronunciation, first_word
from accessnews.text.files import content, shipped_voices
from accessnews.text.langtag import primary

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
LIMIT = 1_000_000  # bytes; an entry takes about 100
_LONGEST = {"grapheme": 200, "phoneme": 200, "alias": 1_000}  # characters
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_LANG = "http://www.w3.org/XML/1998/namespace lang"
_ROOT_HINT = f'it begins <lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="en">'
_XML_HINT = "write &amp; for & and &lt; for <, close every element, and put no -- into a comment"
_LEXEME_HINT = "<lexeme><grapheme>Kyiv</grapheme><phoneme>ˈkiːɪv</phoneme></lexeme>"
_IPA_HINT = "IPA has no slashes, digits or capitals; the stress mark is ˈ, the length mark ː"
_PARTS = ("grapheme", "phoneme", "alias")
_INSIDE = {"lexicon": ("lexeme", "meta", "metadata"), "lexeme": (*_PARTS, "example")}
_NO_IPA = re.compile(r"[^a-zæçðøħŋœβθχɸʔǀ-ǃ\u0250-\u02ff\u0300-\u036f\u1d00-\u1dbfꜛꜜ. |‖‿()↗↘-]")


def load(lang: str, project: Path | None = None, story: Path | None = None) -> Lexicon:
    """How words of a language are said: as accessnews has it, as a project has it, as a story has it.

    A story's lexicons are ``<story>.pls``, for the language that it is in, and ``<story>.<lang>.pls``. Raises
    AccessNewsError, with the line, for a file that is no lexicon of its language.
    """
    if not _TAG.fullmatch(lang):
        return EMPTY
    folders = [shipped_voices(), *([project / "voices"] if project else [])]
    names = [folder / "lexicon" / f"{tag}.pls" for folder in folders for tag in _tags(lang)]
    if story:
        names += [story.with_name(f"{story.stem}{tag}.pls") for tag in ("", *(f".{tag}" for tag in _tags(lang)))]
    entries: dict[str, Pronunciation] = {}
    for path in names:
        entries |= _read(path, lang, needed=not story or path.stem != story.stem)
    return Lexicon(entries) if entries else EMPTY


class Lexicons(dict[str, Lexicon]):
    """The lexicons of a story by BCP 47 tag, read when they are first asked for; see ``load``."""

    def __init__(self, project: Path | None, story: Path) -> None:
        self._project, self._story = project, story

    def __missing__(self, lang: str) -> Lexicon:
        self[lang] = load(lang, self._project, self._story)
        return self[lang]


def _tags(lang: str) -> list[str]:
    """The language and its narrower forms: ``en``, ``en-GB``."""
    parts = [primary(lang), *lang.split("-")[1:]]
    return ["-".join(parts[: number + 1]) for number in range(len(parts))]


def _read(path: Path, lang: str, needed: bool) -> Mapping[str, Pronunciation]:
    """The entries of a file, by grapheme; none where there is no file, or one of another language not ``needed``."""
    try:
        data = content(path, LIMIT)
    except FileNotFoundError:
        return {}
    file = _LexiconFile(path)
    file.read(data)
    if primary(file.lang) == primary(lang):
        return file.entries
    if not needed:
        return {}
    message = f"this is a lexicon of {file.lang}, not of {lang}"
    raise AccessNewsError(message, file.root, "name the file after the language in its xml:lang")


@dataclass(slots=True)
class _Lexeme:
    at: Place
    role: str
    graphemes: list[str] = field(default_factory=list)
    forms: dict[str, list[tuple[bool, str]]] = field(default_factory=lambda: {"phoneme": [], "alias": []})

    def best(self, part: str) -> str:
        """The preferred one, else the first (PLS 1.0); empty where there is none."""
        return max(self.forms[part], key=lambda form: form[0], default=(False, ""))[1]


class _LexiconFile:
    """The reader of one file: expat tells the line of everything; a document type is refused, so nothing can grow."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lang = ""
        self.root = Place(str(path), 1)
        self.entries: dict[str, Pronunciation] = {}
        self._alphabet = ""
        self._open: list[str] = []  # names of open elements; empty for those to pass over
        self._lexeme = _Lexeme(self.root, "")
        self._text: list[str] = []
        self._attributes: dict[str, str] = {}
        self._lines: dict[str, int] = {}  # of graphemes, by role and grapheme
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append

    def read(self, data: bytes) -> None:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            at = Place(str(self.path), error.lineno)
            raise AccessNewsError(f"not XML: {expat.ErrorString(error.code)}", at, _XML_HINT) from error
        except (LookupError, ValueError) as error:  # an encoding that Python lacks, or has not by letters
            raise AccessNewsError(f"not XML: {error}", self.root, "save the lexicon as UTF-8") from error

    def _at(self) -> Place:
        return Place(str(self.path), self._parser.CurrentLineNumber)

    def _refuse(self, *declaration: object) -> None:
        raise AccessNewsError("a lexicon has no document type", self._at(), "delete <!DOCTYPE …>")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if not self._open:
            self._begin(namespace, name, attributes)
            return
        parent = self._open[-1]
        inside = _INSIDE.get(parent, ())
        if parent in _PARTS or (namespace == NAMESPACE and inside and name not in inside):
            hint = did_you_mean(name, list(inside)) if inside else _LEXEME_HINT
            raise AccessNewsError(f"<{name}> inside <{parent}>", self._at(), hint)
        self._open.append(name if namespace == NAMESPACE and name in inside else "")
        if self._open[-1] == "lexeme":
            self._lexeme = _Lexeme(self._at(), attributes.get("role", ""))
        self._text.clear()
        self._attributes = attributes

    def _begin(self, namespace: str, name: str, attributes: dict[str, str]) -> None:
        self.root = self._at()
        if (namespace, name) != (NAMESPACE, "lexicon"):
            raise AccessNewsError("not a pronunciation lexicon (PLS 1.0)", self.root, _ROOT_HINT)
        self.lang = attributes.get(_LANG, "")
        if not _TAG.fullmatch(self.lang):
            problem = (
                f"not a language tag: {self.lang[:40]}" if self.lang else "the lexicon does not say its language"
            )
            raise AccessNewsError(problem, self.root, _ROOT_HINT)
        self._alphabet = attributes.get("alphabet", "")
        self._open.append(name)

    def _end(self, tag: str) -> None:
        name = self._open.pop()
        if name in _PARTS:
            self._take(name, unicodedata.normalize("NFC", " ".join("".join(self._text).split())))
        elif name == "lexeme":
            self._close(self._lexeme)

    def _take(self, name: str, text: str) -> None:
        """The text of a grapheme, a phoneme or an alias."""
        if not text:
            raise AccessNewsError(f"<{name}> is empty", self._at(), _LEXEME_HINT)
        if len(text) > _LONGEST[name]:
            raise AccessNewsError(f"<{name}> has more than {_LONGEST[name]} characters", self._at())
        if name == "grapheme":
            self._take_grapheme(text)
            return
        if name == "phoneme":
            self._check_ipa(text)
        self._lexeme.forms[name].append((self._attributes.get("prefer") == "true", text))

    def _take_grapheme(self, text: str) -> None:
        if not first_word(text):
            raise AccessNewsError(f"no letter or digit in <grapheme>{text}</grapheme>", self._at())
        key = f"{self._lexeme.role} {text}"
        if key in self._lines:
            hint = f"the first is on line {self._lines[key]}"
            raise AccessNewsError(f"{text} stands here a second time", self._at(), hint)
        self._lines[key] = self._at().line
        self._lexeme.graphemes.append(text)

    def _check_ipa(self, text: str) -> None:
        alphabet = self._attributes.get("alphabet", self._alphabet)
        if alphabet != "ipa":
            problem = f"the alphabet {alphabet[:40]} is not known" if alphabet else "the alphabet is not said"
            raise AccessNewsError(problem, self._at(), 'write the phoneme in IPA and say alphabet="ipa"')
        wrong = _NO_IPA.search(text)
        if wrong:
            raise AccessNewsError(f"{wrong[0]} is not a letter of the IPA, in {text}", self._at(), _IPA_HINT)

    def _close(self, lexeme: _Lexeme) -> None:
        ipa, alias = lexeme.best("phoneme"), lexeme.best("alias")
        if not lexeme.graphemes:
            raise AccessNewsError("a lexeme without <grapheme>", lexeme.at, _LEXEME_HINT)
        if not ipa and not alias:
            message = f"{lexeme.graphemes[0]} has neither <phoneme> nor <alias>"
            raise AccessNewsError(message, lexeme.at, _LEXEME_HINT)
        for grapheme in lexeme.graphemes:  # of homographs, told apart by role, the first counts
            self.entries.setdefault(grapheme, Pronunciation(grapheme, alias, ipa))
