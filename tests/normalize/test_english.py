"""English: what is shown and what is said.

``cases.jsonl`` holds sentences of news and the ways in which they may be read aloud. It was written from style
guides by someone who had not seen the rules. Compared are words alone: capitals, hyphens and other signs count
for nothing.
"""

import json
import re
from pathlib import Path

import pytest

from accessnews.model.errors import Place
from accessnews.narration.script import Role, Script, Utterance
from accessnews.narration.speech import WordBoundary
from accessnews.narration.timeline import SpokenClip, arrange
from accessnews.normalize import normalize
from accessnews.normalize.en import read
from accessnews.normalize.lexicon import Lexicon, Pronunciation

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()]


def said(text: str, lang: str = "en", quotes: bool = False) -> str:
    return "".join(span.spoken for span in normalize(text, lang, quotes=quotes))


def words(text: str) -> list[str]:
    return re.sub(r"[^\w\s]", "", re.sub("[-‐–—]", " ", text.lower())).split()


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_the_table_is_read_as_people_read_it(case: dict[str, str]) -> None:
    heard = said(case["text"], case["locale"] or "en")
    assert words(heard) in [words(way) for way in case["spoken"]], heard


@pytest.mark.parametrize(
    ("text", "american", "british"),
    [
        ("105 votes", "one hundred five votes", "one hundred and five votes"),
        (
            "due on 03/04/2021",
            "due on March fourth, twenty twenty-one",
            "due on the third of April twenty twenty-one",
        ),
        ("June 5", "June fifth", "June the fifth"),
        ("40 km", "forty kilometers", "forty kilometres"),
        ("a rate of 0.5", "a rate of zero point five", "a rate of nought point five"),
        ("in 2005", "in two thousand five", "in two thousand and five"),
        ("It starts at 7.30", "It starts at seven point three zero", "It starts at seven thirty"),
    ],
)
def test_americans_and_britons_say_it_their_way(text: str, american: str, british: str) -> None:
    assert (said(text, "en-US"), said(text, "en")) == (american, american)
    assert (said(text, "en-GB"), said(text, "en-AU")) == (british, british)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("a £20m stadium", "a twenty million pound stadium"),
        ("it cost £20m on Friday", "it cost twenty million pounds on Friday"),
        ("Kenya's $3 million fund", "Kenya's three million dollar fund"),
        ("from $50-$60 million", "from fifty to sixty million dollars"),
        ("US$50m-US$60m", "fifty million U S dollars to sixty million U S dollars"),
        ("$20.5 a head", "twenty dollars fifty cents a head"),
        ("$.01", "one cent"),
        ("$5/month", "five dollars per month"),
        ("₹2 lakh crore", "two lakh crore rupees"),
        ("1.5m people on 1.5m of rope", "one point five million people on one point five meters of rope"),
        ("a 747 with 747 people", "a seven forty-seven with seven hundred forty-seven people"),
        ("about 1500 homes in 1500", "about one thousand five hundred homes in fifteen hundred"),
        ("2024's best", "twenty twenty-four's best"),
        ("between 10-20%", "between ten and twenty percent"),
        ("In May 20 people fell ill", "In May twenty people fell ill"),
        ("On May 20 people fell ill", "On May twentieth people fell ill"),
        ("30 April–2 May", "the thirtieth of April to the second of May"),
        ("the 3 March attack", "the third of March attack"),
        ("Gate 30C at 30C", "Gate thirty C at thirty degrees Celsius"),
        ("He is 6ft 2in.", "He is six foot two."),
        ("a 3,000 sq ft flat", "a three thousand square foot flat"),
        ("15 g/m²", "fifteen grams per square meter"),
        ("12kg–15kg", "twelve kilograms to fifteen kilograms"),
        ("a 5-4 vote after a 5-4 win", "a five to four vote after a five four win"),
        ("an 11st man", "an eleven st man"),
        ("an 11th man who weighs 11st", "an eleventh man who weighs eleven stone"),
        ("1428 Elm St. is near St. Louis", "fourteen twenty-eight Elm Street is near Saint Louis"),
        ("Rodeo Dr. is where Dr. Lee lives", "Rodeo Drive is where Doctor Lee lives"),
        ("No. 10 said no.", "Number ten said no."),
        ("Elizabeth I was crowned; Elizabeth I think", "Elizabeth the First was crowned; Elizabeth I think"),
        ("WORLD WAR II ENDS IN EUROPE", "World War Two Ends In Europe"),
        ("WHO SAYS US TROOPS WILL LEAVE", "Who Says U S Troops Will Leave"),
        ("The WHO did NOT agree", "The W H O did NOT agree"),
        ("U.S. forces. He left the U.S.", "U S forces. He left the U S."),
        ("at 5 p.m. He left at 5 p.m.", "at five P M He left at five P M."),
        ("John F. Kennedy", "John F Kennedy"),
        ("NEW YORK (AP) — It rained", "New York (A P) — It rained"),
        ("ST. PAUL, Minn. (AP) — It rained", "Saint Paul, Minnesota (A P) — It rained"),
        ("Rep. Lee, R-Ohio, agreed", "Representative Lee, Republican of Ohio, agreed"),
        ("see https://www.example.com/a", "see W W W dot example dot com slash a"),
        ("It ended.It began", "It ended.It began"),
        ("H₂O and CO₂", "H two O and C O two"),
        ("𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴 news", "Breaking news"),
        ("10² and 10⁶", "ten squared and ten to the sixth"),
    ],
)
def test_what_stands_around_decides(text: str, spoken: str) -> None:
    assert said(text) == spoken


@pytest.mark.parametrize(
    "text",
    [
        "May I come in? I may march in March.",
        "No, the sun sat on the dock. Jan said no.",
        "It was a T-shirt, an X-ray and a U-turn.",
        "McDonald's, eBay and O'Brien; mother-in-law; the A's.",
        "The so-called ‘real’ thing – “quoted” (left) …",
        "Covid, WhatsApp, YouTube: a, b, c.",
        "",
        " \n\t",
    ],
)
def test_prose_is_left_alone(text: str) -> None:
    assert said(text) == text


@pytest.mark.parametrize("text", ["a <b>bold</b> word", "[[eɪ]] sounds", "<speak>hi</speak>", "x [[ y ]] z"])
def test_markup_is_text_and_cannot_steer_a_voice(text: str) -> None:
    assert not set("<>") & set(said(text))
    assert "[[" not in said(text)
    assert re.findall(r"\w+", said(text)) == re.findall(r"\w+", text)


def test_marks_of_notes_are_shown_and_not_said() -> None:
    assert said("It grew.[1] It fell.² Prices* rose.[citation needed]") == "It grew. It fell. Prices rose."


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("“We won,” she said. “Well, nearly.", "quote, We won, end quote, she said. quote, Well, nearly."),
        ('"Was it?" he asked.', "quote, Was it? end quote, he asked."),
        ('He said, "We won."', "He said, quote, We won., End quote"),  # a capital, or eSpeak makes no pause
        ('It was ("Yes") said:"no"', "It was (quote, Yes, end quote) said: quote, no, end quote"),
        ('It was "going—" he said', "It was quote, going—, end quote, he said"),
        ('"Jaws", "Alien"', "quote, Jaws, end quote, quote, Alien, end quote"),
        ('A 6" pipe, " so', 'A six inch pipe, " so'),  # an inch is none, and a mark on its own opens nothing
        ("“He said ‘go’ and left”", "quote, He said ‘go’ and left, end quote"),  # one within another is not said
    ],
)
def test_quotation_marks_are_said_where_asked_for(text: str, heard: str) -> None:
    assert not {"quote", "Quote"} & set(said(text).split())
    assert said(text, quotes=True) == heard


def test_each_word_shown_keeps_its_own_span() -> None:
    text = "On Jan. 3, 2020, they paid $1.2 billion to No. 10."
    changed = [(span.written, span.spoken) for span in normalize(text, "en") if span.written != span.spoken]
    assert changed == [
        ("Jan.", "January"),
        ("3", "third"),
        ("2020", "twenty twenty"),
        ("$1.2", "one point two"),
        ("billion", "billion dollars"),
        ("No.", "Number"),
        ("10", "ten"),
    ]


def test_the_words_of_a_page_light_up_one_by_one() -> None:
    """Spoken words lead back to the words shown, several to one."""
    text = "Call 555-0143 at 5 p.m. about £2.5m."
    shown = Utterance("b01s1", Role.BODY, "en", Place("story.md", 1), normalize(text, "en"))
    words = [
        WordBoundary(word.start(), word.end(), 100 * n) for n, word in enumerate(re.finditer(r"\w+", shown.spoken))
    ]
    cue = arrange(Script((shown,), "en"), [SpokenClip(2000, 0, tuple(words))], 1000).cues[0]
    assert [(text[word.start : word.end], word.frame) for word in cue.words] == [
        ("Call", 0),
        ("555-0143", 100),  # five five five, zero one four three
        ("at", 800),
        ("5", 900),
        ("p.m", 1000),  # P M
        ("about", 1200),
        ("2.5m", 1300),  # two point five million pounds
    ]


def test_what_the_lexicon_says_is_left_alone_and_still_seen() -> None:
    lexicon = Lexicon({"IRGC": Pronunciation("IRGC", "the Guards"), "Gen": Pronunciation("Gen", "Jen")})
    spoken = "".join(span.spoken for span in normalize("IRGC's Gen. Amir met 3 MPs.", "en", lexicon))
    assert spoken == "the Guards's Jen. Amir met three M P's."


def test_held_spans_are_context_and_never_touched() -> None:
    text = "King Charles III paid £5 million on Jan. 3."
    held = [(5, 12), (36, 40)]  # "Charles", "Jan."
    match = [(text[part.start : part.end], part.spoken) for part in read(text, "en", held)]
    assert match == [("III", "the Third"), ("£5", "five"), ("million", "million pounds"), ("3", "three")]
