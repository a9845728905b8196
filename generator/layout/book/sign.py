"""The organization's sign on the cover, on a white label that runs off the fore edge: itself on whatever colour the cover has.

In: the compositor. Out: the label and the sign, as large as its columns or its height let it be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.model import plain
from generator.drawing import Box, Group
from generator.layout.book.compositor import unseen
from generator.layout.book.ornaments import artifact
from generator.layout.coarse import coarse
from generator.layout.signed import signed
from generator.pictures.model import ratio
from generator.pictures.placing import figure
from generator.units import Rect, Size, mm

if TYPE_CHECKING:
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor

COLUMNS, TALLEST, AIR = 4, mm(18), mm(7)
"""The sign's columns at most, its height at most, and the white round it."""


def sign(compositor: Compositor, page: int) -> tuple[Item, ...]:
    """Return the sign at the foot of a page, where the report has one."""
    logo = compositor.report.imprint.logo
    shown = signed(logo, compositor.pictures, compositor.look)
    if logo is None or shown is None:
        return ()
    grid, columns, shape = compositor.grid, compositor.grid.columns(page), ratio(shown)
    width = min(columns.span(COLUMNS), round(TALLEST * shape))
    size = Size(width, round(width / shape))
    at = Rect(columns.left + columns.width - width, grid.y(grid.last) - size.height, size.width, size.height)
    edge = grid.bleed.right
    label = Box(Rect(at.x - AIR, at.y - AIR, edge - at.x + AIR, size.height + 2 * AIR), fill=compositor.look.paper)
    told = coarse(logo, shown, size, compositor.report.places)
    return artifact(label), Group((figure(shown, at, plain(logo.alt), logo.origin),), origin=logo.origin), *unseen(told)
