"""The organization's sign in the deck: on a white label at the cover's edge, and small beside the number of every slide on paper.

In: the sign as it was read, the grid. Out: items of the cover, pictures of a layout. On the layouts it is decoration: the cover says it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.model import plain
from generator.layout.deck.pictured import pictured
from generator.layout.deck.slide import Shape
from generator.layout.signed import signed
from generator.pictures.model import ratio
from generator.units import Length, Rect, pt

if TYPE_CHECKING:
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.slide import DrawingBox, PictureBox, SlideItem
    from generator.layout.desk import Desk
    from generator.pictures.model import Picture

NAME, LABEL = "标志", "标志底"
COLUMNS, TALLEST, AIR = 3, pt(54), pt(18)
"""On the cover: columns and height at most, and the white round it."""
FOOT = 480
"""Where the cover's sign ends, in 540ths of the slide's height."""
BESIDE, BESIDE_COLUMNS, SMALL = 9, 2, pt(22)
"""Beside a slide's number: the first column, how many there are, and the height at most."""


def on_cover(bench: Bench) -> tuple[SlideItem, ...]:
    """Return the sign on its label, which runs off the right edge, where the report has one."""
    logo, grid = bench.report.imprint.logo, bench.grid
    shown = signed(logo, bench.pictures, bench.look)
    if logo is None or shown is None:
        return ()
    left, width = grid.columns(12 - COLUMNS, COLUMNS)
    at = _at_right(shown, left + width, grid.y(FOOT), (width, TALLEST))
    label = Rect(at.x - AIR, at.y - AIR, grid.size.width - at.x + AIR, at.height + 2 * AIR)
    return Shape(LABEL, label, fill=bench.look.paper), pictured(shown, NAME, at, plain(logo.alt), logo.origin)


def on_paper(desk: Desk) -> tuple[PictureBox | DrawingBox, ...]:
    """Return the sign beside the number of a slide."""
    grid, logo = desk.slide, desk.report.imprint.logo
    shown = signed(logo, desk.pictures, desk.look)
    if shown is None or logo is None or desk.template:
        return ()
    left, width = grid.columns(BESIDE, BESIDE_COLUMNS)
    foot = grid.footer + desk.look.slide.note.leading
    return (pictured(shown, NAME, _at_right(shown, left + width, foot, (width, SMALL)), "", logo.origin),)


def _at_right(shown: Picture, right: Length, foot: Length, most: tuple[Length, Length]) -> Rect:
    """Return where a picture stands that ends at a right edge and a foot, no wider and no higher than that."""
    shape = ratio(shown)
    width = min(most[0], round(most[1] * shape))
    height = round(width / shape)
    return Rect(right - width, foot - height, width, height)
