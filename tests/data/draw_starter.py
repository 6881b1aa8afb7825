"""Draws the starter's three pictures: ``python tests/data/draw_starter.py accessnews/cli/starter/files/images``."""

import math
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SCALE = 2  # drawn larger and scaled down, for smooth edges


def canvas(width: int, height: int, colour: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (width * SCALE, height * SCALE), colour)
    return picture, ImageDraw.Draw(picture)


def scaled(*values: float) -> list[float]:
    return [value * SCALE for value in values]


def umbrella(draw: ImageDraw.ImageDraw, x: float, y: float, size: float, colours: tuple[str, str]) -> None:
    draw.line(scaled(x, y, x, y + size * 1.25), fill="#3b2f2a", width=int(3 * SCALE))
    for stripe in range(6):
        box = scaled(x - size, y - size * 0.55, x + size, y + size * 0.75)
        draw.pieslice(box, 180 + stripe * 30, 210 + stripe * 30, fill=colours[stripe % 2])
    draw.rectangle(scaled(x - size * 0.8, y + size * 0.85, x + size * 0.8, y + size * 1.3), fill="#7a5a3c")


def person(draw: ImageDraw.ImageDraw, x: float, y: float, height: float, coat: str) -> None:
    head = height * 0.12
    draw.ellipse(scaled(x - head, y - height, x + head, y - height + 2 * head), fill="#5b4034")
    draw.rounded_rectangle(
        scaled(x - height * 0.17, y - height * 0.76, x + height * 0.17, y - height * 0.3),
        radius=height * 0.1 * SCALE,
        fill=coat,
    )
    for leg in (-0.09, 0.09):
        foot = x + leg * height
        draw.line(scaled(foot, y - height * 0.32, foot, y), fill="#22252e", width=int(height * 0.1 * SCALE))


def pier() -> Image.Image:
    picture, draw = canvas(1200, 750, "#f6c98f")
    for row in range(420):
        mix = row / 420
        colour = tuple(round(a + (b - a) * mix) for a, b in zip((124, 156, 196), (250, 205, 140), strict=True))
        draw.rectangle(scaled(0, row, 1200, row + 1), fill=colour)
    draw.ellipse(scaled(820, 320, 960, 460), fill="#fff1c9")
    draw.rectangle(scaled(0, 420, 1200, 560), fill="#4d7c93")
    for wave in range(40):
        x, y = (wave * 271) % 1200, 428 + (wave * 53) % 120
        draw.line(scaled(x, y, x + 50 + wave % 30, y), fill="#86aebb" if wave % 3 else "#f3d6a2", width=2 * SCALE)
    draw.polygon(scaled(0, 560, 1200, 520, 1200, 750, 0, 750), fill="#a07c57")
    for plank in range(16):
        x = plank * 80
        draw.line(scaled(x, 559 - x * 0.033, x - 60, 750), fill="#7d5f42", width=2 * SCALE)
    for number, x in enumerate((120, 290, 460, 630)):
        colours = (("#c8382f", "#fff7ea"), ("#1f5f8b", "#fff7ea"))[number % 2]
        umbrella(draw, x, 486 - number * 4, 74, colours)
        person(draw, x + 46, 612 + number * 4, 120, ("#3f6d4e", "#8a3b52", "#d0a13a", "#394b7a")[number])
    draw.line(scaled(760, 590, 1170, 570), fill="#efe6d2", width=5 * SCALE)
    for number, x in enumerate((800, 870, 930, 1010, 1080, 1145)):
        coats = ("#7b3f3f", "#2f4858", "#cfa75b", "#50683f", "#5d4a7a", "#b4574a")
        person(draw, x, 660 - number * 5, 132 - number * 4, coats[number])
    return picture.resize((1200, 750), Image.Resampling.LANCZOS)


def plan() -> Image.Image:
    picture, draw = canvas(1000, 640, "#dcebf2")
    coast = [(0, 640), (0, 300), (160, 270), (300, 330), (380, 440), (330, 520), (420, 640)]
    draw.polygon([(x * SCALE, y * SCALE) for x, y in coast], fill="#e9e2cf", outline="#8d8672")
    draw.rectangle(scaled(60, 400, 220, 500), fill="#c9c2ae", outline="#6f6a5b", width=2 * SCALE)
    path = [(220, 450), (340, 440), (480, 400), (640, 330), (800, 210)]
    draw.line([(x * SCALE, y * SCALE) for x, y in path], fill="#b3261e", width=12 * SCALE, joint="curve")
    draw.ellipse(scaled(780, 170, 850, 240), fill="#ffffff", outline="#30363d", width=4 * SCALE)
    for ray in range(8):
        angle = ray * math.pi / 4
        x, y = 815 + 52 * math.cos(angle), 205 + 52 * math.sin(angle)
        draw.line(
            scaled(815 + 38 * math.cos(angle), 205 + 38 * math.sin(angle), x, y),
            fill="#30363d",
            width=4 * SCALE,
        )
    label(draw, 84, 430, "Car park", 24)
    label(draw, 540, 420, "New walkway", 28, "#8c1d18")
    label(draw, 830, 262, "Lighthouse", 24)
    label(draw, 60, 60, "Saltby harbour", 40)
    return picture.resize((1000, 640), Image.Resampling.LANCZOS).quantize(64)


def water() -> Image.Image:
    picture, draw = canvas(1000, 640, "#ffffff")
    label(draw, 60, 40, "Water above the old deck, in centimetres", 32)
    draw.line(scaled(110, 540, 940, 540), fill="#30363d", width=3 * SCALE)
    for number, (storm, height) in enumerate((("2013", 20), ("2021", 45), ("2025", 110))):
        x = 190 + number * 260
        draw.rectangle(scaled(x, 540 - height * 3.6, x + 150, 540), fill="#1f5f8b")
        label(draw, x + 40, 556, storm, 30)
        label(draw, x + 48, 540 - height * 3.6 - 44, str(height), 32)
    return picture.resize((1000, 640), Image.Resampling.LANCZOS).quantize(32)


def label(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, size: int, colour: str = "#1d2329") -> None:
    draw.text((x * SCALE, y * SCALE), text, fill=colour, font=ImageFont.load_default(size * SCALE))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pier().save(folder / "pier.jpg", quality=82, optimize=True, progressive=True)
    plan().save(folder / "plan.png", optimize=True)
    water().save(folder / "water.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
