"""Numbers as other countries write them, signs between them, and names in capitals."""

import pytest

from accessnews.normalize import normalize


def said(text: str, lang: str = "en") -> str:
    return "".join(span.spoken for span in normalize(text, lang))


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\u2008"])
def test_any_blank_parts_thousands(blank: str) -> None:
    text = "Some 10 000 saw it, then 12 500 people, and 1 234 567 in all.".replace(" 0", f"{blank}0")
    text = text.replace("12 5", f"12{blank}5").replace("1 234 567", f"1{blank}234{blank}567")
    assert said(text) == (
        "Some ten thousand saw it, then twelve thousand five hundred people, and "
        "one million two hundred thirty-four thousand five hundred sixty-seven in all."
    )


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("rose from 10 000 to 12 000", "rose from ten thousand to twelve thousand"),
        ("10 000–12 000 people", "ten thousand to twelve thousand people"),
        ("€10 000", "ten thousand euros"),
        ("25 300 USD", "twenty-five thousand three hundred U S dollars"),
        ("1’250.50", "one thousand two hundred fifty point five zero"),
        ("1'200 people", "one thousand two hundred people"),
        ("CHF 1’250.50", "one thousand two hundred fifty Swiss francs fifty centimes"),
        (
            "1'234'444.50 francs",
            "one million two hundred thirty-four thousand four hundred forty-four point five zero francs",
        ),
        ("1_234_444 rows", "one million two hundred thirty-four thousand four hundred forty-four rows"),
        ("€1.234,50", "one thousand two hundred thirty-four euros fifty cents"),
        ("€ 1 234,50", "one thousand two hundred thirty-four euros fifty cents"),
        ("€12,50", "twelve euros fifty cents"),
        ("£1.234.567", "one million two hundred thirty-four thousand five hundred sixty-seven pounds"),
        ("12.000 people", "twelve thousand people"),
        ("1,5 million", "one point five million"),
        ("a rise of 2,5%", "a rise of two point five percent"),
    ],
)
def test_english_reads_numbers_of_other_countries(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Boeing 737 800", "Boeing seven thirty-seven eight hundred"),
        ("in 2019 200 people", "in twenty nineteen two hundred people"),
        ("In May 24 300 people came", "In May twenty-fourth three hundred people came"),
        ("on page 12 345 people", "on page twelve three hundred forty-five people"),
        ("Version 2.4.1", "Version two point four point one"),
        ("12.5 miles", "twelve point five miles"),
        ("pages 12,14", "pages twelve,fourteen"),
        ("5'11\" tall", "five foot eleven tall"),
    ],
)
def test_two_numbers_stay_two(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("lang", "written", "spoken"),
    [
        ("de", "1,234.50 Euro", "eintausend\u200bzweihundert\u200bvierunddreißig Euro fünfzig"),
        ("fr", "1,234.50 €", "mille deux cent trente-quatre euros cinquante"),
        ("es", "1,234.50 €", "mil doscientos treinta y cuatro euros con cincuenta céntimos"),
    ],
)
def test_both_signs_in_one_number_tell_which_is_the_decimal_one(lang: str, written: str, spoken: str) -> None:
    assert said(written, lang) == spoken


@pytest.mark.parametrize(
    ("lang", "written", "spoken"),
    [
        ("en", "2*8", "two times eight"),
        ("en", "2 * 8 = 16", "two times eight equals sixteen"),
        ("en", "Five* stars", "Five stars"),
        ("de", "2*8", "zwei mal acht"),
        ("fr", "2 * 8", "deux fois huit"),
        ("es", "2*8", "dos por ocho"),
    ],
)
def test_an_asterisk_between_numbers_multiplies(lang: str, written: str, spoken: str) -> None:
    assert said(written, lang) == spoken


@pytest.mark.parametrize(
    ("lang", "written", "spoken"),
    [
        ("en", "It costs $$", "It costs dollars"),
        ("en", "££££ a head", "pounds a head"),
        ("en", "§§ 3 and 4", "sections three and four"),
        ("de", "Es kostet $$$", "Es kostet Dollar"),
    ],
)
def test_a_sign_in_a_row_is_said_once(lang: str, written: str, spoken: str) -> None:
    assert said(written, lang) == spoken


@pytest.mark.parametrize(
    ("lang", "written", "spoken"),
    [
        ("en", "£15.21for each", "fifteen pounds twenty-one pence for each"),
        ("de", "£15für", "fünfzehn Pfund für"),
    ],
)
def test_nothing_said_runs_into_the_word_behind_it(lang: str, written: str, spoken: str) -> None:
    assert said(written, lang) == spoken


@pytest.mark.parametrize(
    ("lang", "written", "spoken"),
    [
        ("en", "£4 per m²", "four pounds per square meter"),
        ("en", "the km² it covers", "the square kilometers it covers"),
        ("de", "der Preis je m²", "der Preis je Quadratmeter"),
        ("fr", "le prix au m²", "le prix au mètre carré"),
        ("es", "el precio por m³", "el precio por metro cúbico"),
    ],
)
def test_a_unit_that_no_number_stands_before_is_said_in_full(lang: str, written: str, spoken: str) -> None:
    assert said(written, lang) == spoken


def test_a_books_number_is_read_figure_by_figure() -> None:
    assert said("ISBN 978-0-00-8410-0.") == ("I S B N nine seven eight, zero, zero zero, eight four one zero, zero.")


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("By BETH KERR", "By Beth Kerr"),
        ("By RUTH MAST and JOHN VLK, Associated Press", "By Ruth Mast and John Vlk, Associated Press"),
        ("By HANNE LINDEN and J.P. OTT", "By Hanne Linden and J P Ott"),
        ("By JO NG of the BBC", "By Jo Ng of the B B C"),
        ("By JJ ABRAMS and T.J. MCDONALD", "By J J Abrams and T J Mcdonald"),
        ("BETH KERR wins in Wick", "Beth Kerr wins in Wick"),
        ("Photo: RUTH MAST/AP", "Photo: Ruth Mast, A P"),
        ("MARK and JOHN", "Mark and John"),
        ("RAIN hits the NHS", "Rain hits the N H S"),
    ],
)
def test_a_name_in_capitals_is_a_name(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize("word", ["UCLA", "USC", "LVMH", "NTSB", "IRGC", "USDA"])
def test_what_is_no_word_is_spelt(word: str) -> None:
    assert said(f"It was {word} there") == f"It was {' '.join(word)} there"
