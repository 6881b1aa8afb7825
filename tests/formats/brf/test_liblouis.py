"""With liblouis: stories in the braille of their languages, read back."""

import re
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from accessnews.formats.brf import MEDIA_TYPE, brf, codes, louis, ready, write
from accessnews.formats.brf.layout import layout
from accessnews.formats.brf.letters import Letters
from accessnews.formats.brf.translate import LanguageRun, PrintText, Translator, print_text
from accessnews.model.errors import AccessNewsError, Exit, UsageError
from accessnews.model.settings import Settings, Voice
from accessnews.pipeline import recipe
from accessnews.pipeline.recipe import render
from tests.fixtures import tools
from tests.fixtures.editions import ARTICLES, edition, paragraph
from tests.formats.brf.plain import opened, story

STARTER = Path(recipe.__file__).parents[1] / "cli" / "starter" / "files" / "harbour-market.md"


@pytest.fixture(scope="module", autouse=True)
def program() -> str:
    return tools.lou_translate()


def written(*texts: str, lang: str = "en") -> list[str]:
    return Translator(lang, louis.translate).cells([print_text(text) for text in texts])


def one(text: str, lang: str = "en") -> str:
    (cells,) = written(text, lang=lang)
    return cells


def read_back(*lines: str) -> list[str]:
    """Braille ASCII of English, as liblouis reads it; it takes a backslash for the start of a code."""
    command = ["lou_translate", "--backward", "en-us-brf.dis,en-ueb-g2.ctb"]
    text = "".join(line.replace("\\", "\\\\") + "\n" for line in lines)
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("print_", "cells"),
    [
        ("The ferry Alder made its first crossing.", ",! F]RY ,ALD] MADE XS F/ CROSS+4"),
        ("It costs £2.50, or €3.", ",X CO/S @L#B4EJ1 OR @E#C4"),
        ("20°C, 5%, 12 km², ½", "#BJ^J,C1 #E.01 #AB KM;9#B1 #A/B"),
        ("“We waited,” he said – “and ‘no’ came.”", "8,WE WAIT$10 HE SD ,- 8& ,8NO,0 CAME40"),
        ("NATO and THE WHOLE OF IT HERE today", ",,NATO & ,,,! :OLE ( X \"H,' TD"),
        ("1,234.56 on 2026-05-09 at 5:30am", "#A1BCD4EF ON #BJBF-#JE-#JI AT #E3#CJ;AM"),
        ("Wait… #hashtag (L) a.b@example.org", ',WAIT444 _?HA%TAG "<;,L"> A4B@AEXAMPLE4ORG'),
        ("al-Muhandis, naïve façade", ";AL-,MUH&IS1 NA^3IVE FA^&CADE"),
    ],
)
def test_unified_english_braille(print_: str, cells: str) -> None:
    assert one(print_) == cells


def test_initials_that_look_like_a_word_are_not_contracted_as_one() -> None:
    assert one("US troops told us. IT staff, the US's.") == ",,US TROOPS TOLD U4 ,,IT /AFF1 ! ,,US'S4"
    assert one("Now TELL US ALL of it") == ",N[ ,,,TELL U ALL,' ( X"


def test_raised_digits_are_not_part_of_the_number_before_them() -> None:
    assert one("In 1998¹² and a³") == ",9 #AIIH;9#AB & A;9#C"
    assert one("99¹", "hu") == one("99(1)", "hu")
    assert one("Satz.¹", "de") == one("Satz.(1)", "de")  # the table has a blank for it


def test_several_raised_signs_are_grouped_and_lowered_ones_have_their_own_sign() -> None:
    assert one("10⁻³ and 2ⁿ and CO₂") == "#AJ;9<-#C> & #B;9N & ,,CO;5#B"
    assert one("10⁻³", "de") == one("10(-3)", "de")
    assert one("CO₂", "de") == one("CO2", "de")


def test_what_no_one_sees_is_not_set() -> None:
    assert one("sail\u00admakers zero\u200bwidth \ufeffx\u2028y\x00z\x1b") == one("sailmakers zerowidth x y z")


def test_emoji_and_signs_without_a_cell_are_named_in_a_note() -> None:
    assert one("Seals 🦭 sleep. ✈") == ",S1LS @.<S1L@.> SLEEP4 @.<AIRPLANE@.>"
    assert one("👩‍🚀 🇬🇧") == "@.<WOMAN1 ROCKET@.> @.<FLAG ( ! ,UNIT$ ,K+DOM@.>"
    assert one("🦭", "de") == one("[Zeichen: seal]", "de")


def test_words_in_other_letters_are_set_in_their_own_code() -> None:
    assert written("Москва", "Київ", "Ελλάδα") == [one("Москва", "ru"), one("Київ", "uk"), '.ELL"ADA']
    assert one("π and Ω") == ".P & ,.W"


def test_a_phrase_in_another_language_is_not_contracted() -> None:
    (cells,) = Translator("en", louis.translate).cells(
        [PrintText((LanguageRun("the "), LanguageRun("enfant", "fr"), LanguageRun(".")))]
    )
    assert cells == "! ENFANT4"
    assert one("enfant.") == "5FANT4"


def test_a_backslash_in_a_story_steers_nothing() -> None:
    assert written("C:\\temp", "a \\x0041 \\", "next") == [",C3_*TEMP", "A _*X#JJDA _*", "NEXT"]


def test_a_long_paragraph_loses_nothing() -> None:
    sentence = "The ferry stood off the pier at Wick, and É½É½ of it was seen by 240 people there."
    assert one(" ".join([sentence] * 100)) == " ".join([one(sentence)] * 100)
    assert one("é½" * 2000).count("^/E") == 2000


VOCABULARY = sorted({word for word in re.findall(r"\b[a-z]+\b", STARTER.read_text("utf-8")) if len(word) > 1})


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@example(["the", "people", "knew", "their", "friend", "said", "nothing"])
@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12))
def test_braille_read_back_gives_the_words_back(words: list[str]) -> None:
    sentence = " ".join(words).capitalize() + "."
    assert read_back(one(sentence))[0].lower() == sentence.lower()


def word_counts(text: str) -> Counter[str]:
    return Counter(re.findall(r"[a-z]{2,}", text.lower()))


def test_every_word_of_the_starter_is_there_once() -> None:
    described = recipe.describe(STARTER, Settings())
    pages = opened(brf(described.article, set(described.files)))
    # Without the signs of notes and of raised digits, and without a.m., which it takes for words.
    read = read_back(*(re.sub(r"@\.[<>]|;9|[AP]4M4", " ", line) for page in pages for line in page[:-1]))
    items = layout(described.article, set(described.files))
    told = " ".join(run.text for item in items for run in item.printed.runs)
    lost = word_counts(told) - word_counts(" ".join(read))
    more = word_counts(" ".join(read)) - word_counts(told)
    assert (lost, more) == (Counter(), Counter())


@pytest.mark.parametrize("name", ARTICLES)
def test_every_edition_is_a_sound_file_and_the_same_every_time(name: str) -> None:
    (artifact,) = write(edition(name))
    assert (artifact.path, artifact.media_type) == (f"{edition(name).slug}.brf", MEDIA_TYPE)
    assert isinstance(artifact.data, bytes)
    pages = opened(artifact.data)
    assert "'\\X" not in artifact.data.decode()  # how liblouis would write what it does not know
    assert any(line for line in pages[0])
    assert [again.data for again in write(edition(name))] == [artifact.data]


@pytest.mark.parametrize("lang", codes.languages())
def test_every_code_has_the_letters_and_the_signs_of_print(lang: str) -> None:
    letters, code = Letters(louis.translate), codes.code(lang)
    signs = "abcxyzABC0123456789.,;:!?'\"()-/“”‘’–—… €%&+=@"
    for table in {code.text, code.spelt}:
        assert "".join(sign for sign in signs if letters.nearest(sign, table) is None) == ""


SENTENCES = {
    "de": "Die Fähre fährt wieder, für 3,50 € über die Straße: „schön“.",
    "fr": "L’œuvre déjà prête coûte 12 € — « voilà ».",
    "es": "¿Dónde está el niño? «Mañana», dijo Íñigo.",
    "it": "La città è più bella; perché no?",
    "pt": "Não há coração sem “ação”, às vezes.",
    "pl": "Żółty prom wrócił – ćma, łódź, ąę.",
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "hu": "Árvíztűrő tükörfúrógép",
    "sv": "Färjan går på ön.",
    "da": "Færgen sejler på søen.",
    "tr": "Feribot döndü, İstanbul’da ığşç.",
    "ru": "Паром вернулся – «да», ещё объём.",
    "uk": "Паром повернувся: їжак, ґанок, є, Київ.",
    "bg": "Фериботът се върна – „да“.",
    "sr": "Брод се вратио: џљњћђ.",
    "ar": "عادت العبّارة إلى الميناء ٨:٠٠، نعم؟",
    "he": "המעבורת חזרה – “כן”.",
    "hi": "नौका लौट आई – “हाँ”।",
    "ko": "여객선이 돌아왔다.",
}


@pytest.mark.parametrize("lang", SENTENCES)
def test_no_letter_of_a_language_is_described_instead_of_set(lang: str) -> None:
    hand = Translator(lang, louis.translate)
    (cells,) = hand.cells([print_text(SENTENCES[lang])])
    parts = hand.parts(print_text(SENTENCES[lang]))
    assert [text for _, text in parts if re.search("letter|mark|sign", text)] == []
    assert cells.strip()


def test_a_language_without_a_code_is_an_error_that_lists_the_others() -> None:
    with pytest.raises(UsageError, match="no braille code for the language tlh") as error:
        Translator("tlh", louis.translate)
    assert "en" in error.value.hint


def test_a_table_that_an_old_liblouis_lacks_is_named() -> None:
    with pytest.raises(AccessNewsError, match=r"its table nowhere\.ctb"):
        louis.translate("nowhere.ctb", ["a"])


def test_where_liblouis_is_not_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="braille needs liblouis") as error:
        ready(story())
    assert error.value.exit_code is Exit.USAGE
    assert "apt install liblouis-bin" in error.value.hint


def test_a_language_without_a_code_is_told_with_its_story_before_a_word_is_spoken(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("---\nlang: zh\n---\n\n# 渡轮\n\n渡轮回来了。\n", "utf-8")
    stages: list[str] = []

    def listen(stage: str, done: int, total: int) -> None:
        stages.append(stage)

    chosen = Settings(output=str(tmp_path / "out"), formats=("html", "audio", "brf"))
    with pytest.raises(AccessNewsError, match="no braille code for the language zh") as error:
        render(tmp_path / "story.md", chosen, Voice("tone", "silence"), listen)
    assert (error.value.exit_code, stages) == (Exit.FAILED, [])
    assert str(error.value.at).startswith(f"{tmp_path / 'story.md'}:")
    assert "all else is made without brf" in error.value.hint


def test_a_story_starts_liblouis_three_times() -> None:
    """Once to ask what a table has, once for the text, once for the numbers of the pages."""
    calls: list[int] = []

    def counted(table: str, lines: Sequence[str]) -> list[str]:
        calls.append(len(lines))
        return louis.translate(table, lines)

    article = story(*(paragraph(f"Line {number} of a log.") for number in range(200)))
    brf(article, set(), counted)
    assert len(calls) == 3
