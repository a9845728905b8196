"""The pictures of the water utility, drawn: a plant at dawn, a laboratory at night, a wall of screens, a process and a sign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

Colour = tuple[int, int, int]

SIGN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60">
<path fill="#0F6E84" d="M30 4c8 11 13 17 13 24a13 13 0 0 1-26 0c0-7 5-13 13-24z"/>
<g fill="none" stroke="#0F6E84" stroke-width="3">
<path d="M6 46c4-4 8-4 12 0s8 4 12 0 8-4 12 0 8 4 12 0"/>
<path d="M12 54c3-3 6-3 9 0s6 3 9 0 6-3 9 0 6 3 9 0"/></g></svg>"""
"""Waves under a drop, in the brand's colour."""

_TANK = (
    '<path fill="#EAF3F5" stroke="#0F6E84" stroke-width="2" d="M{x} 30h60v50h-60z"/>'
    '<path fill="{water}" d="M{x} {top}h60v{deep}h-60z"/>'
)
_ARROW = '<path fill="#0F6E84" d="M{x} 52h16v-5l10 8-10 8v-5h-16z"/>'


def process() -> str:
    """Return the four steps of making water: each tank clearer than the one before."""
    waters = ("#8A7A4A", "#7FA08A", "#6FB4C0", "#A9DCE8")
    tanks = "".join(_TANK.format(x=10 + 95 * at, top=42, deep=38, water=water) for at, water in enumerate(waters))
    arrows = "".join(_ARROW.format(x=74 + 95 * at) for at in range(3))
    grains = "".join(f'<circle cx="{18 + 9 * at}" cy="{52 + 7 * (at % 3)}" r="2.4" fill="#4A3F22"/>' for at in range(6))
    flocs = "".join(f'<circle cx="{115 + 12 * at}" cy="74" r="4" fill="#4F6B58"/>' for at in range(4))
    sand = '<path fill="#C9B071" d="M200 66h60v14h-60z"/>'
    drop = '<path fill="#0F6E84" d="M325 48c6 8 9 12 9 17a9 9 0 0 1-18 0c0-5 3-9 9-17z"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 24 365 62">{tanks}{arrows}{grains}{flocs}{sand}{drop}</svg>'


def plant() -> Image.Image:
    """Return round basins under a morning sky, 2400 × 1800 dots."""
    picture = _sky((2400, 1800), (238, 214, 178), (120, 172, 190), 0.55)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(0, 1000), (600, 820), (1150, 960), (1750, 790), (2400, 940), (2400, 1100), (0, 1100)], fill=(72, 112, 118))
    draw.rectangle((0, 1080, 2400, 1800), fill=(62, 92, 84))
    for across, down, wide in ((520, 1330, 420), (1400, 1280, 380), (2080, 1420, 330), (1020, 1610, 470)):
        _basin(draw, across, down, wide)
    draw.rectangle((1620, 860, 2060, 1090), fill=(214, 206, 190))
    for at in range(6):
        draw.rectangle((1660 + 64 * at, 910, 1696 + 64 * at, 960), fill=(86, 120, 130))
    return picture.filter(ImageFilter.GaussianBlur(1.2))


def laboratory() -> Image.Image:
    """Return flasks in a row under a lamp, 1600 × 1200 dots."""
    picture = _sky((1600, 1200), (30, 46, 58), (18, 28, 38), 1)
    lamp = Image.new("L", picture.size, 0)
    ImageDraw.Draw(lamp).polygon([(700, 120), (900, 120), (1500, 960), (100, 960)], fill=120)
    picture.paste((250, 226, 170), mask=lamp.filter(ImageFilter.GaussianBlur(60)))
    draw = ImageDraw.Draw(picture)
    draw.polygon([(640, 150), (960, 150), (900, 70), (700, 70)], fill=(206, 190, 150))
    draw.rectangle((0, 940, 1600, 1200), fill=(92, 74, 58))
    waters = ((168, 206, 210), (150, 198, 190), (196, 186, 140), (168, 206, 210), (140, 190, 204))
    for at, water in enumerate(waters):
        _flask(draw, 280 + 260 * at, 940, water)
    return picture.filter(ImageFilter.GaussianBlur(0.8))


def screens() -> Image.Image:
    """Return a wall of screens with a web of pipes, 1500 × 1000 dots, its corners clear."""
    picture = Image.new("RGBA", (1500, 1000), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((10, 10, 1490, 990), 70, fill=(12, 44, 66, 255))
    nodes = [(160 + 236 * (at % 6), 190 + 300 * (at // 6) + 60 * (at % 2)) for at in range(18)]
    for at, node in enumerate(nodes):
        for other in (at + 1 if at % 6 < 5 else at, at + 6):
            if other < len(nodes) and other != at:
                draw.line((*node, *nodes[other]), fill=(88, 190, 206, 255), width=9)
    for at, (across, down) in enumerate(nodes):
        size = 26 if at % 4 else 40
        fill = (240, 190, 90, 255) if at in (7, 15) else (190, 236, 240, 255)
        draw.ellipse((across - size, down - size, across + size, down + size), fill=fill)
    return picture


def draw_all(folder: Path) -> None:
    """Draw all pictures into a content's folder."""
    home = folder / "图片"
    home.mkdir(parents=True, exist_ok=True)
    (home / "标志.svg").write_text(SIGN, "utf-8")
    (home / "工艺.svg").write_text(process(), "utf-8")
    plant().save(home / "水厂.jpg", quality=90)
    laboratory().save(home / "化验室.jpg", quality=90)
    screens().save(home / "大屏.png")


def _sky(size: tuple[int, int], low: Colour, high: Colour, horizon: float) -> Image.Image:
    across, down = size
    strip = Image.new("RGB", (1, down))
    for at in range(down):
        share = min(1.0, at / (down * horizon))
        strip.putpixel((0, at), tuple(round(top + (foot - top) * share) for top, foot in zip(high, low, strict=True)))
    return strip.resize((across, down))


def _basin(draw: ImageDraw.ImageDraw, across: int, down: int, wide: int) -> None:
    for share, fill in ((1.0, (190, 184, 170)), (0.93, (96, 140, 148)), (0.9, (142, 190, 196)), (0.12, (120, 110, 98))):
        half = wide * share
        draw.ellipse((across - half, down - half * 0.32, across + half, down + half * 0.32), fill=fill)
    draw.line((across, down, across + wide * 0.92, down - wide * 0.06), fill=(120, 110, 98), width=16)


def _flask(draw: ImageDraw.ImageDraw, across: int, foot: int, water: Sequence[int]) -> None:
    glass = (214, 226, 226)
    draw.polygon([(across - 28, foot - 330), (across + 28, foot - 330), (across + 95, foot), (across - 95, foot)], fill=glass)
    draw.polygon(
        [(across - 55, foot - 190), (across + 55, foot - 190), (across + 88, foot - 10), (across - 88, foot - 10)],
        fill=tuple(water),
    )
    draw.rectangle((across - 38, foot - 350, across + 38, foot - 328), fill=glass)
