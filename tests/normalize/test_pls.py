"""Pronunciations: found in a text, read from PLS files, said by eSpeak; and the lexicon that is shipped."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.model.errors import AccessNewsError
from accessnews.normalize import pls as lexiconfile
from accessnews.normalize.lexicon import EMPTY, Lexicon, Pronunciation
from accessnews.text.files import shipped_voices
from accessnews.tts._espeak import mnemonics, synthesiser

Write = Callable[[str, str], Path]

NAMES = Lexicon(
    {
        entry.grapheme: entry
        for entry in (
            Pronunciation("Kyiv", ipa="ˈkiːɪv"),
            Pronunciation("Xi", ipa="ʃiː"),
            Pronunciation("Xi Jinping", ipa="ˌʃiː dʒɪnˈpɪŋ"),
            Pronunciation("São Paulo", ipa="saʊ ˈpaʊloʊ"),
            Pronunciation("L'Oréal", ipa="ˌlɔːriˈæl"),
            Pronunciation("SHO", alias="harbour office"),
            Pronunciation(".gov", alias="dot gov"),
            Pronunciation("北京", alias="Beijing"),
        )
    }
)


def found(text: str, lexicon: Lexicon = NAMES) -> list[str]:
    return [text[start:end] for start, end, _ in lexicon.find(text)]


def pls(body: str, head: str = 'alphabet="ipa" xml:lang="en"') -> str:
    return f'<lexicon version="1.0" xmlns="{lexiconfile.NAMESPACE}" {head}>\n{body}\n</lexicon>\n'


def lexeme(word: str, ipa: str) -> str:
    return f"<lexeme><grapheme>{word}</grapheme><phoneme>{ipa}</phoneme></lexeme>"


# ---- in a text


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Kyiv, and then Kyiv.", ["Kyiv", "Kyiv"]),
        ("Xi Jinping met Xi.", ["Xi Jinping", "Xi"]),  # the longest first
        ("Xi\u00a0Jinping", ["Xi\u00a0Jinping"]),
        ("(Kyiv) “Kyiv”, ‘Kyiv’ — Kyiv-based, pro-Kyiv, Moscow/Kyiv", ["Kyiv"] * 6),
        ("Kyivan, preKyiv, Kyiv2, _Kyiv_", []),  # whole words only
        ("kyiv, kYIV", []),  # case as written …
        ("MAYOR OF KYIV MEETS XI JINPING", ["KYIV", "XI JINPING"]),  # … or a headline's
        ("Pius XI", []),  # a Roman numeral is no name
        ("Kyiv's, Kyiv’s, KYIV'S", ["Kyiv's", "Kyiv’s", "KYIV'S"]),
        ("Kyiv'll, Kyiv'sche", []),
        ("L’Oréal, L'Oréal", ["L’Oréal", "L'Oréal"]),
        ("Sao Paulo, Sa\u0303o Paulo, São  Paulo", ["Sa\u0303o Paulo", "São  Paulo"]),
        ("@Kyiv #Kyiv mayor@Kyiv Kyiv.example https://a.example/Kyiv www.a.example/x/Kyiv", []),
        ("irs.gov and the .gov sites", [".gov", ".gov"]),
        ("在北京的会议", ["北京"]),  # where no blank stands between words
        ("", []),
    ],
)
def test_what_is_found(text: str, hits: list[str]) -> None:
    assert found(text) == hits


def test_a_possessive_is_said_with_its_word() -> None:
    said = {text: entry for text in ("Kyiv's", "Xi's", "SHO's") for _, _, entry in NAMES.find(text)}
    assert said["Kyiv's"].ipa == "ˈkiːɪvz"
    assert said["Xi's"].ipa == "ʃiːz"
    assert said["SHO's"].alias == "harbour office's"
    sounds = Lexicon({word: Pronunciation(word, ipa=ipa) for word, ipa in [("Bush", "bʊʃ"), ("Rabat", "rəˈbɑːt")]})
    assert [entry.ipa for _, _, entry in sounds.find("Bush's Rabat's")] == ["bʊʃɪz", "rəˈbɑːts"]


def test_an_empty_lexicon_finds_nothing() -> None:
    assert found("Kyiv", EMPTY) == []


@given(st.lists(st.sampled_from(["Kyiv", "Xi", "Jinping", " ", "'s", "’", "@", "x", ".", "SHO", "\u0301", "北京"])))
def test_finds_are_in_order_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    spans = [(start, end) for start, end, _ in NAMES.find(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


# ---- on disk


def test_the_nearest_to_the_story_wins_word_by_word(write: Write, tmp_path: Path) -> None:
    shipped = lexiconfile.load("en").entries
    write("voices/lexicon/en.pls", pls(lexeme("Kyiv", "ˈkiːjɪv") + lexeme("Brux", "brʌks")))
    write("voices/lexicon/en-GB.pls", pls(lexeme("Brux", "bruː")))
    story = write("news/harbour.md", "# Harbour")
    write("news/harbour.pls", pls(lexeme("Kyiv", "kiːv")))
    write("news/harbour.de.pls", pls(lexeme("Kyiv", "ˈkyːɪf"), 'alphabet="ipa" xml:lang="de"'))

    entries = lexiconfile.load("en", tmp_path, story).entries
    assert entries["Kyiv"].ipa == "kiːv"
    assert entries["Brux"].ipa == "brʌks"
    assert entries["Lviv"] == shipped["Lviv"]
    assert lexiconfile.load("en-GB", tmp_path, story).entries["Brux"].ipa == "bruː"
    assert lexiconfile.load("en", tmp_path).entries["Kyiv"].ipa == "ˈkiːjɪv"
    assert lexiconfile.load("de", tmp_path, story).entries["Kyiv"].ipa == "ˈkyːɪf"  # not the English one
    assert lexiconfile.load("fr", tmp_path, story) == EMPTY
    assert lexiconfile.load("../../en", tmp_path, story) == EMPTY


def test_all_that_the_standard_allows(write: Write, tmp_path: Path) -> None:
    body = """
      <meta name="author" content="The desk"/>
      <metadata><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Names</dc:title></metadata>
      <lexeme xml:id="colour"><grapheme>colour</grapheme><grapheme>color</grapheme>
        <alias>paint</alias><phoneme>ˈkʌlə</phoneme><phoneme prefer="true">ˈkʌlər</phoneme>
        <example>The <x:b xmlns:x="urn:x">colour</x:b> of the sea</example></lexeme>
      <lexeme role="a:noun" xmlns:a="urn:a"><grapheme>lead</grapheme><phoneme>lɛd</phoneme></lexeme>
      <lexeme role="a:verb" xmlns:a="urn:a"><grapheme>lead</grapheme><phoneme>liːd</phoneme></lexeme>
      <lexeme><grapheme>  St.
         Ives </grapheme><alias>Saint <!-- the town --> Ives &amp; bay</alias></lexeme>"""
    write(
        "voices/lexicon/cy.pls", '<?xml version="1.0" encoding="utf-8"?>' + pls(body, 'alphabet="ipa" xml:lang="cy"')
    )
    entries = lexiconfile.load("cy", tmp_path).entries
    assert entries["colour"] == Pronunciation("colour", "paint", "ˈkʌlər")
    assert entries["color"] == Pronunciation("color", "paint", "ˈkʌlər")
    assert entries["lead"].ipa == "lɛd"  # of homographs the first
    assert entries["St. Ives"].alias == "Saint Ives & bay"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (pls("<lexeme><grapheme>A</grapheme></lexeme>"), 2, "neither <phoneme> nor <alias>"),
        (pls("<lexeme><phoneme>a</phoneme></lexeme>"), 2, "without <grapheme>"),
        (pls("\n<lexeme><grapheme> </grapheme></lexeme>"), 3, "empty"),
        (pls("<lexeme><grapheme>…</grapheme></lexeme>"), 2, "no letter"),
        (pls(lexeme("A", "a") + "\n" + lexeme("A", "e")), 3, "second time"),
        (pls("<lexeme><graphem>A</graphem></lexeme>"), 2, "<graphem> inside <lexeme>"),
        (pls("<grapheme>A</grapheme>"), 2, "<grapheme> inside <lexicon>"),
        (pls("<lexeme><grapheme>A<b/></grapheme></lexeme>"), 2, "<b> inside <grapheme>"),
        (pls(lexeme("A", "'a")), 2, "' is not a letter of the IPA"),
        (pls(lexeme("A", "/ˈa/")), 2, "/ is not a letter of the IPA"),
        (pls(lexeme("A", "k@n")), 2, "@ is not a letter of the IPA"),
        (pls(lexeme("A", "а")), 2, "not a letter of the IPA"),  # a Cyrillic one
        (pls(lexeme("A", "a" * 201)), 2, "more than 200"),
        (pls(lexeme("A", "a"), 'alphabet="x-sampa" xml:lang="en"'), 2, "x-sampa"),
        (pls(lexeme("A", "a"), 'xml:lang="en"'), 2, "alphabet"),
        (pls('<lexeme><grapheme>A</grapheme>\n<phoneme alphabet="x-arpabet">A</phoneme></lexeme>'), 3, "x-arpabet"),
        (pls("", 'alphabet="ipa"'), 1, "language"),
        (pls("", 'alphabet="ipa" xml:lang="!"'), 1, "language"),
        (pls("", 'alphabet="ipa" xml:lang="fr"'), 1, "of fr, not of en"),
        ("<lexicon/>", 1, "not a pronunciation lexicon"),
        ("<html></html>", 1, "not a pronunciation lexicon"),
        (pls("<lexeme>\n<grapheme>A & B</grapheme></lexeme>"), 3, "not XML"),
        (pls("<!-- a -- b -->"), 2, "not XML"),
        ("", 1, "not XML"),
        ("Kyiv", 1, "not XML"),
        ('<?xml version="1.0" encoding="utf-7"?>' + pls(""), 1, "not XML"),
        ('<!DOCTYPE lexicon [<!ENTITY a "b">]>\n' + pls(lexeme("A", "&a;")), 1, "document type"),
        ('\n<!DOCTYPE lexicon SYSTEM "http://127.0.0.1/x.dtd">' + pls(""), 2, "document type"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, words: str, write: Write, tmp_path: Path) -> None:
    path = write("voices/lexicon/en.pls", text)
    with pytest.raises(AccessNewsError, match=re.escape(words)) as caught:
        lexiconfile.load("en", tmp_path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert "\n" not in caught.value.hint


def test_a_lexicon_too_large_or_no_file_is_refused(write: Write, tmp_path: Path) -> None:
    (tmp_path / "voices" / "lexicon" / "de.pls").mkdir(parents=True)
    with pytest.raises(AccessNewsError, match="folder"):
        lexiconfile.load("de", tmp_path)
    write("voices/lexicon/fr.pls", pls(" " * lexiconfile.LIMIT))
    with pytest.raises(AccessNewsError, match="1 MB"):
        lexiconfile.load("fr", tmp_path)


@given(st.binary(max_size=200))
def test_no_bytes_are_more_than_an_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    path = folder / "voices" / "lexicon" / "en.pls"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b'<lexicon version="1.0">' + data)
    with pytest.raises(AccessNewsError):
        lexiconfile.load("en", folder)


# ---- in eSpeak's notation


@pytest.mark.parametrize(
    ("ipa", "american", "british"),
    [
        ("ˈkiːɪv", "kˈiːɪv", "kˈiːɪv"),
        ("ʃiː dʒɪnˈpɪŋ", "ʃˈiː dʒɪnpˈɪŋ", "ʃˈiː dʒɪnpˈɪŋ"),  # a word of one syllable needs no mark
        ("ˈkɑːtɑːr", "kˈɑːɾɑːɹ", "kˈɑːtɑː"),  # an r as the voice has it
        ("ˈbɛərə", "bˈɛɹə", "bˈeəɹɐ"),  # and said by both before a vowel
        ("ˈmɜːrkəl", "mˈɜːkəl", "mˈɜːkəl"),
        ("ˈlɒt", "lˈɑːt", "lˈɒt"),
        ("ˈt͡ʃɛk.i", "tʃˈɛki", "tʃˈɛkɪ"),  # ties and syllable breaks are not heard
        ("makʁɔ̃", "mˈækɹɔ̃", "mˈækɹɔ̃"),
    ],
)
def test_ipa_is_said_with_the_accent_of_the_voice(ipa: str, american: str, british: str) -> None:
    said = {}
    for voice in ("gmw/en-US", "gmw/en-GB-x-rp"):
        said[voice] = synthesiser().ipa("name", voice, [(0, 4, mnemonics(ipa))])
    assert said == {"gmw/en-US": american, "gmw/en-GB-x-rp": british}


@pytest.mark.parametrize("ipa", ["", "ab3", "k'a", "[[a]]", "a]]b", "a|", "ɑ˥", "_^_fr", "ɪŋ" * 40])
def test_what_is_not_known_has_no_mnemonics_that_could_steer(ipa: str) -> None:
    assert re.fullmatch(r"[^\[\]_^\s]*", mnemonics(ipa))


def test_every_symbol_is_one_of_the_english_voices() -> None:
    """An unknown mnemonic would end the word there."""
    english = [
        voice.file
        for voice in synthesiser().voices()
        if any(tag.startswith("en") for _, tag in voice.languages) and not voice.file.startswith("mb/")
    ]
    symbols = [*"pbtdkɡmnŋlrfvθðszʃʒhwjxʔçɲʎɣq", "tʃ", "dʒ", *"iɪeɛæaɑɒɔʌəɚoʊuɐᵻyøœɯɨɤ"]
    symbols += [
        "iː",
        "eɪ",
        "ɛə",
        "ɑː",
        "ɔː",
        "ɔɪ",
        "oʊ",
        "əʊ",
        "ʊə",
        "uː",
        "aɪ",
        "aʊ",
        "ɜː",
        "ɪə",
        "ɑ̃",
        "ɔ̃",
        "l̩",
        "n̩",
    ]
    symbols += ["ɑːr", "ɔːr", "ɜːr", "ər", "ɛər", "ɪər", "ʊər", "aɪər", "aʊər"]
    for voice in english:
        for symbol in symbols:
            told = synthesiser().ipa("name", voice, [(0, 4, mnemonics(f"ˈf{symbol}fæs"))])
            assert told.endswith("s"), (voice, symbol, told)


# ---- the one that comes with accessnews

_ROW = re.compile(r"\| (?P<words>[^|]+) \| (?P<was>[^|]+) \| (?P<now>[^|]+) \| (?P<why>[^|]+) \|(?P<agree>[^|]*)\|")
_AMERICAN = "gmw/en-US"
TABLE = shipped_voices() / "lexicon" / "en.md"


def lexemes() -> dict[str, Pronunciation]:
    """The entries of the shipped lexicon, by their graphemes as the table has them."""
    by_ipa: dict[str, list[str]] = {}
    for entry in lexiconfile.load("en").entries.values():
        by_ipa.setdefault(entry.ipa, []).append(entry.grapheme)
    return {", ".join(words): Pronunciation(words[0], ipa=ipa) for ipa, words in by_ipa.items()}


def heard(words: str, entry: Pronunciation) -> tuple[str, str]:
    """What eSpeak says of the letters, and what of the IPA."""
    was = dict.fromkeys(synthesiser().ipa(word, _AMERICAN) for word in words.split(", "))
    now = synthesiser().ipa(entry.grapheme, _AMERICAN, [(0, len(entry.grapheme), mnemonics(entry.ipa))])
    return ", ".join(was), now


def test_every_entry_can_be_said_and_changes_what_is_heard() -> None:
    for words, entry in lexemes().items():
        was, now = heard(words, entry)
        assert mnemonics(entry.ipa), words
        assert now not in was.split(", "), words


def test_the_table_of_evidence_is_that_of_the_lexicon(request: pytest.FixtureRequest) -> None:
    if synthesiser().version() != "eSpeak NG 1.52.0":
        pytest.skip(f"the table was heard with eSpeak NG 1.52.0, this is {synthesiser().version()}")
    text = TABLE.read_text("utf-8")
    known = lexemes()
    rows = {row["words"]: row for row in _ROW.finditer(text) if row["words"] not in ("Word", "---")}

    def anew(row: re.Match[str]) -> str:
        if row["words"] not in known:
            return row[0]
        was, now = heard(row["words"], known[row["words"]])
        return f"| {row['words']} | {was} | {now} | {row['why']} |{row['agree']}|"

    if request.config.getoption("--save-golden"):
        TABLE.write_text(_ROW.sub(anew, text), "utf-8")
    assert set(rows) == set(known)
    assert {words: (row["was"], row["now"]) for words, row in rows.items()} == {
        words: heard(words, entry) for words, entry in known.items()
    }
