"""Editions to set as pages: made from the values themselves, with drawn pictures and a tone for a voice."""

import math
import random
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

from accessnews import pipeline
from accessnews.audio.mp3 import Encoder
from accessnews.audio.recording import Recording
from accessnews.bundle.edition import Edition
from accessnews.formats import load
from accessnews.model.article import (
    AltState,
    AltText,
    Article,
    Block,
    Code,
    Divider,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Quote,
    Row,
    Run,
    Table,
    Text,
    figures,
    numbered,
)
from accessnews.model.errors import Place
from accessnews.model.settings import Settings, Voice
from accessnews.narration import script, timeline
from accessnews.narration.script import Utterance
from accessnews.narration.speech import Word
from accessnews.narration.timeline import Take
from accessnews.photos import Photo
from accessnews.text.files import Blob

RATE = 22_050
BITRATE = 56  # kbit/s
LETTERS_A_SECOND = 25  # a brisk reader: tests wait for sentences to end
HURRY = {"long_story": 1000}  # letters a second: what matters of five thousand sentences is how many they are
AT = Place("story.md", 1)


def text(*parts: str | Run) -> Text:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Run) -> Paragraph:
    return Paragraph(text(*parts), AT)


def photo(
    caption: str,
    alt: str,
    credit: str | None = "Mara Holm/Coast Press",
    state: AltState = AltState.DRAFT,
    kind: str = "photo",
    src: str = "a.jpg",
) -> Figure:
    origin = "author" if state in (AltState.AUTHOR, AltState.DECORATIVE) else "caption"
    described = AltText(alt, credit, kind, state, origin=origin, caption=caption)
    return Figure(src, text(caption) if caption else (), AT, alt=described)


def plain() -> Article:
    return Article(
        "Ferry returns to Harrow Sound after eleven years",
        (
            paragraph(
                "The ferry Alder made its first crossing of Harrow Sound since 2015 on Saturday morning. ",
                "Some 240 people stood on the pier at Wick to see it come in. A brass band played.",
            ),
            paragraph(
                "“My daughter has never seen the island,” said Ines Calder, a teacher who grew up there. ",
                "“She asked me whether it was real.”",
            ),
            paragraph(
                "The council closed the line when the old engine failed and money for a new one ran out. ",
                "Islanders then crossed in fishing boats, or drove 90 minutes round by the bridge.",
            ),
            paragraph("The new boat runs on batteries. It charges for 20 minutes at either pier."),
            paragraph("A single ticket costs £3.20. Children travel free until the end of June."),
        ),
        AT,
        Path("ferry.txt"),
        "3f" * 32,
        lang="en",
        byline=("Ada Gill", "Bo Lind"),
        date="2026-05-09",
        dateline="Wick",
        kicker="Islands",
        summary="Eleven years after it stopped, the boat to Harrow runs again, on batteries.",
    )


def everything() -> Article:
    """Every kind of block, every mark on text, and the awkward places where they meet."""
    link = "https://example.org/timetable"
    return Article(
        "What the tide tables say, and what the harbour hears",
        (
            paragraph(
                "The harbour office publishes ",
                Run("two", em=True),
                " tables a year",
                Run("1", note="1"),
                ". ",
                Run("Both are wrong. Nobody minds", strong=True),
                ", says the ",
                Run("RNLI", title="Royal National Lifeboat Institution"),
                ". They call the spring tide ",
                Run("la grande marée", lang="fr"),
                " here.",
            ),
            paragraph(
                "See the ",
                Run("printed ", href=link),
                Run("timetable", href=link, em=True),
                Run(" or ask", href=link),
                " at ",
                Run("tide.example", code=True),
                Run("2", note="2"),
                ". Seals 🦭 sleep on the quay, 40 of them; sail­makers don’t. ✈ ",
            ),
            Heading(text("A quiet quay. A loud sea"), 2, AT),
            photo(
                "The quay at Wick at low water, seen from the light. The Alder lies on its keel.",
                "A ferry lies on its keel in mud beside a stone quay.",
            ),
            Quote((paragraph("We wait for water. It always comes."), paragraph("— a pilot")), AT),
            Heading(text("Four levels down"), 4, AT),
            ListBlock(
                (
                    (paragraph("Low water at six. High water at noon."),),
                    (
                        paragraph("Moorings:"),
                        ListBlock(
                            ((paragraph("north pier"),), (paragraph("south pier"),)), AT, ordered=True, start=3
                        ),
                    ),
                    (Quote((paragraph("Nothing floats for free."),), AT),),
                ),
                AT,
            ),
            Divider(AT),
            paragraph("* * *"),
            Table(
                text_cells("", "Low water", "High water"),
                (
                    Row(text_cells("Friday", "05:50", "11:58"), AT),
                    Row(text_cells("Saturday", "06:31", "12:40"), AT),
                    Row(text_cells("Sunday", "", "13:24"), AT),
                ),
                AT,
                text("Tides at Wick. Times are local."),
            ),
            Table(text_cells("Boat", "Built"), (Row(text_cells("Alder", "2024"), AT),), AT),
            Code("tide --port wick\n\n    06:31  low <0.4 m>\n---\n    12:40  high & rising", AT),
            photo(
                "Keeper Tom Ash.", "A man in a blue coat on a stair.", None, AltState.AUTHOR, "portrait", "tall.jpg"
            ),
            photo("", "", None, AltState.DECORATIVE),
            photo("The light from the sea.", "A white lighthouse.", src="gone.jpg"),
            Heading(text("After the notes"), 2, AT),
            paragraph("Marks again", Run("1", note="1"), " and one without a note", Run("9", note="9"), "."),
        ),
        AT,
        Path("tides.md"),
        "a7" * 32,
        lang="en-GB",
        byline=("Ada Gill",),
        notes=(
            Note("1", (paragraph("In March and in October. The second is a reprint."),), AT),
            Note("2", (paragraph("The office is shut on Mondays."), Code("open 9-5", AT)), AT),
            Note("*", (paragraph("Nobody refers to this one."),), AT),
        ),
    )


def text_cells(*cells: str) -> tuple[Text, ...]:
    return tuple(text(cell) if cell else () for cell in cells)


def arabic() -> Article:
    return Article(
        "العبّارة تعود إلى الجزيرة",
        (
            paragraph(
                "عادت العبّارة إلى الميناء صباح السبت. وقف الناس على الرصيف. واسمها ", Run("Alder", lang="en"), " باق."
            ),
            photo("عبّارة بيضاء عند رصيف حجري.", "عبّارة عند رصيف.", "وكالة الساحل"),
            photo("الميناء عند الغروب.", "ميناء.", None, src="gone.jpg"),
            ListBlock(((paragraph("رحلة الصباح"),), (paragraph("رحلة المساء"),)), AT),
            Table(
                text_cells("اليوم", "الوقت"),
                (Row(text_cells("السبت", "٨:٠٠"), AT), Row(text_cells("الأحد", "٩:٠٠"), AT)),
                AT,
            ),
        ),
        AT,
        Path("abbara.md"),
        "c2" * 32,
        lang="ar",
        byline=("مراسل",),
        date="2026-05-09",
    )


def missing_photos() -> Article:
    captions = ("A crowd on the pier at Wick.", "The band plays.", "")
    figures_ = [
        photo(caption, "People on a pier.", "Jo Pike" if caption else None, src="gone.jpg") for caption in captions
    ]
    return replace(plain(), body=(plain().body[0], *figures_))


def gallery() -> Article:
    """Thirty photos with their captions, as in an “In Pictures”."""
    places = ("the north pier", "the slipway", "the fish market", "the light", "the school", "the bridge")
    doing = (
        "Fishers mend nets at",
        "Children wave from",
        "A cyclist waits at",
        "Gulls circle over",
        "Dancers meet at",
    )
    every = [(f"{what} {where}", what, where) for what in doing for where in places]
    pictures = tuple(
        photo(
            f"{title} on the first day of the new crossing. The boat left on time.",
            f"{title}.",
            ("Mara Holm/Coast Press", "Jo Pike", "Handout via Reuters")[n % 3],
            src="tall.jpg" if n % 7 == 3 else "a.jpg",
        )
        for n, (title, _, _) in enumerate(every)
    )
    return replace(
        plain(), title="In pictures: the day the ferry came back", body=(plain().body[0], *pictures), byline=()
    )


def hostile() -> Article:
    """Text that would be markup, script, style or a template, were it not escaped wherever it lands."""
    bad = "</script><script>alert(1)</script>"
    worse = "\"><img src=x onerror=alert(2)> 'onload=alert(3)' {{ 7 * 7 }} {% raw %} <!-- ]]> &amp; \u2028 end"
    return Article(
        f"Title {bad} {worse}",
        (
            paragraph(f"Said {bad}. Then {worse}.", Run("link", href='https://example.org/"><b>', title='t"><i>')),
            Heading(text(f"Heading {worse}"), 2, AT),
            photo(f"Caption {bad} {worse}", f"Alt {bad} {worse}", f"Credit {worse}"),
            photo(f"Gone {worse}", f"Alt {worse}", f"Credit {bad}", AltState.AUTHOR, src="gone.jpg"),
            Code(f"<script>{worse}\n</code></pre>{bad}", AT),
            Table((text(f"Head {worse}"), text("b")), (Row((text(bad), text(worse)), AT),), AT, text(f"Table {bad}")),
            ListBlock(((paragraph(f"Item {worse}"),),), AT),
            paragraph("Note", Run('"><x>', note='"><x>'), "."),
        ),
        AT,
        Path("hostile.md"),
        "</script>",
        lang="en",
        byline=(f"By {worse}",),
        date="2026-05-09",
        kicker=f"Kicker {bad}",
        summary=f"Summary {worse}",
        notes=(Note('"><x>', (paragraph(f"Note {worse}"),), AT),),
    )


def german() -> Article:
    return Article(
        "Die Fähre fährt wieder",
        (
            paragraph("Am Samstag legte die Fähre zum ersten Mal wieder an. Am Kai spielte eine Kapelle."),
            photo("Die Fähre am Kai.", "Eine Fähre am Kai.", "Küstenpresse"),
        ),
        AT,
        Path("faehre.txt"),
        "d1" * 32,
        lang="de",
        byline=("Ada Gill",),
        date="2026-05-09",
    )


def long_story() -> Article:
    """Five thousand sentences."""
    body: list[Block] = []
    for n in range(1250):
        body.append(paragraph(f"This is line {n} of a long log. It was calm. A boat passed. The light turned."))
    return replace(plain(), title="The log of the light", body=tuple(body))


ARTICLES: dict[str, Callable[[], Article]] = {
    story.__name__: story for story in (plain, everything, arabic, missing_photos, gallery, hostile, german)
}


@cache
def edition(name: str, settings: Settings | None = None) -> Edition:
    """The edition of one of the articles above, as the stages before the page would leave it."""
    return edition_of({**ARTICLES, "long_story": long_story}[name](), settings, HURRY.get(name, LETTERS_A_SECOND))


def edition_of(article: Article, settings: Settings | None = None, speed: int = LETTERS_A_SECOND) -> Edition:
    """The edition of an article that is described; ``speed`` is in letters a second."""
    settings, article = settings or Settings(), numbered(article)
    photos = {
        figure.id: picture(figure, n) for n, figure in enumerate(figures(article), 1) if figure.src != "gone.jpg"
    }
    lines = script.write(article, photos.keys(), settings.aloud)
    times = timeline.arrange(lines, (take(said, speed) for said in lines.utterances), RATE)
    voice = Voice("newsreader")
    name, said, engine = article.path.stem, recorded(times.frames), {"newsreader": "eSpeak NG 1.52"}
    made = Edition(name, article, photos, times, said, voice, engine, settings, ())
    others = [load(name) for name in ("audio", "vtt") if name in settings.formats]
    return replace(made, made=pipeline.write(made, others))


def recorded(frames: int) -> Recording:
    """A tone for a programme."""
    encoded = Blob(BytesIO(tone(frames)))
    return Recording(encoded, "audio/mpeg", RATE, frames, BITRATE, -19.0, -3.0, lambda: iter((samples(frames),)))


def take(said: Utterance, letters_a_second: int) -> Take:
    """A reader who takes the same time for every letter; every fourth word is not told."""
    a_letter = RATE // letters_a_second
    words = [Word(start, end, start * a_letter) for start, end in tokens(said.spoken)]
    frames = max(len(said.spoken), 5) * a_letter
    return Take(frames, 5 * a_letter, tuple(word for n, word in enumerate(words) if n % 4 != 3))


def tokens(spoken: str) -> Iterator[tuple[int, int]]:
    at = 0
    for word in spoken.split():
        start = spoken.index(word, at)
        at = start + len(word)
        yield start, at


def samples(frames: int) -> bytes:
    """That many frames of a soft 220 Hz tone, 16-bit mono."""
    period = array("h", (round(2000 * math.sin(2 * math.pi * n / 100)) for n in range(100)))
    return (period * (frames // 100 + 1)).tobytes()[: 2 * frames]


@cache
def tone(frames: int) -> bytes:
    """The same as MP3, as every programme is encoded."""
    out = BytesIO()
    encoder = Encoder(RATE, BITRATE, out)
    encoder.feed(samples(frames))
    encoder.finish()
    return out.getvalue()


def picture(figure: Figure, number: int) -> Photo:
    width, height = (600, 800) if figure.src == "tall.jpg" else (1200, 750)
    return Photo(f"images/{number:02d}.jpg", "image/jpeg", width, height, coast(width, height, number))


@cache
def coast(width: int, height: int, seed: int) -> bytes:
    """A drawn coast: sky, hills, water, a boat; no two seeds alike."""
    from PIL import Image, ImageDraw

    dice = random.Random(seed)  # noqa: S311
    image = Image.new("RGB", (width, height))
    brush = ImageDraw.Draw(image)
    horizon = height * (0.5 + dice.random() * 0.15)
    warm = dice.randrange(60)
    for line in range(height):
        share = line / height
        sky = (int(120 + warm + 90 * share), int(150 + 60 * share), int(190 - warm + 40 * share))
        water = (int(30 + 40 * share), int(90 - 30 * share), int(120 - 50 * share))
        brush.line((0, line, width, line), fill=sky if line < horizon else water)
    for layer in range(3):
        phase, rise = dice.random() * 6, (3 - layer) * height * 0.07
        ridge = [
            (x, horizon - rise * (1.2 + math.sin(phase + x / width * (4 + 3 * layer))))
            for x in range(0, width + 20, 20)
        ]
        shade = 110 - layer * 30
        brush.polygon([(0, horizon), *ridge, (width, horizon)], fill=(shade - 20, shade, shade - 10))
    left, y, length = width * (0.25 + dice.random() * 0.4), horizon + height * 0.12, width * 0.18
    brush.polygon(
        [
            (left, y),
            (left + length, y),
            (left + length * 0.85, y + length * 0.2),
            (left + length * 0.15, y + length * 0.2),
        ],
        fill=(245, 240, 230),
    )
    brush.rectangle((left + length * 0.3, y - length * 0.22, left + length * 0.7, y), fill=(138, 21, 24))
    data = BytesIO()
    image.save(data, "JPEG", quality=80)
    return data.getvalue()
