"""The picture of a theme on its sheet: chosen by its figures, drawn in its inks, its own three strands marked.

In: the themes of a report, which of them, and the room that is left on its page or slide. Out: items that only decorate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.design.palette import standing_out
from generator.layout.motifs.nature import falls, pictures, share_of
from generator.layout.motifs.pictures import PICTURES
from generator.layout.motifs.stage import Stage, own_strands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.palette import ThemeInks
    from generator.document.model import Theme
    from generator.drawing import Item
    from generator.units import Length, Rect


class Sheet(NamedTuple):
    """Where a picture stands, where its sheet ends, the inks of its theme, and the strokes of quiet and of bright strands."""

    room: Rect
    edge: Rect
    inks: ThemeInks
    weights: tuple[Length, Length]


LEAST = 1 / 12
"""A room whose shorter side is under this part of the sheet's height has no picture."""


def is_small(room: Rect, edge: Rect) -> bool:
    """Tell whether a room is too small for a picture to be seen in it."""
    return min(room.width, room.height) < edge.height * LEAST


def picture(themes: Sequence[Theme], age: int, sheet: Sheet) -> tuple[Item, ...]:
    """Return the picture of the theme of this age, from 1; nothing where it would be too small to be seen."""
    if is_small(sheet.room, sheet.edge):
        return ()
    theme, own = themes[age - 1], own_strands(age, len(themes))
    inks = (standing_out(sheet.inks), sheet.inks.pale)
    stage = Stage(sheet.room, sheet.edge, inks, sheet.weights, own, share_of(theme), falls(theme))
    return tuple(PICTURES[pictures(themes)[age - 1]](stage))
