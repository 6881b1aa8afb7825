"""Text that was encoded twice is mended and told; what only looks like it is left alone."""

import pytest

from accessnews.text.mojibake import mended


def twice(text: str) -> str:
    return text.encode("utf-8").decode("latin-1").translate(
        {code: letter for code in range(0x80, 0xA0) if (letter := bytes([code]).decode("cp1252", "ignore"))}
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "It’s the café of René: “open” – 5 €, 20 °C.",
        "Die Brücke über den Fluß ist geöffnet, sagt Jürgen Groß.",
        "Мост открыт в понедельник, сообщает город.",
        "Η γέφυρα άνοιξε.",
        "港の橋が開通した。",
        "Smile 🙂 and “go”.",
    ],
)
def test_what_was_encoded_twice(text: str) -> None:
    assert mended(twice(text))[0] == text
    assert mended(twice(twice(text)))[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "Auf der Karte steht „MENÜ“, im Fenster „CAFÉ”… und „À LA CARTE“.",
        "A MAÇÃ” e a IRMÃ” dizem NÃO.",
        "«É», disse. «CAFÉ»",
        "Il a dit : « J’ai vu l’été ».",
        "The letters Ã© stand there instead of é.",
        "Plain text.",
        "Þór á Íslandi – Ð og ð.",
    ],
)
def test_what_was_not(text: str) -> None:
    assert mended(text) == (text, [])
