"""Where an opener's picture stands: the largest room at the page's or slide's right edge that no text stands in.

In: the sheet, and the boxes of its texts. Out: a room that a picture fills, and what it is drawn with.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator.units import Length, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.ink import Ink

STRANDS, FEW_THEMES = 15, 5
"""Every picture has fifteen strands, three of them each theme's own; where there are more than five themes, its share of these."""
UPPER = 0.7
"""What a room in the sheet's upper half is worth beside one that reaches the lower, where its siblings stand."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A picture's room at the right edge of its sheet, cut at the sheet's `edge`; a quiet and a bright ink, and their strokes.

    Of its strands (rings, rows, lines) those in `own` are bright. `part` is the share of its field that is
    bright, for a picture of a share, and `falls` the way of one of a change.
    """

    room: Rect
    edge: Rect
    inks: tuple[Ink, Ink]
    weights: tuple[Length, Length]
    own: range
    part: float | None = None
    falls: bool = False

    def ink(self, strand: int) -> Ink:
        """Return the ink of a strand."""
        return self.inks[strand in self.own]

    def weight(self, strand: int) -> Length:
        """Return the stroke of a strand."""
        return self.weights[strand in self.own]


def own_strands(age: int, themes: int) -> range:
    """Return which strands are those of the theme of this age, from 1, in a report of so many themes; one at the least."""
    parts = max(themes, FEW_THEMES)
    start = STRANDS * (age - 1) // parts
    return range(start, max(start + 1, STRANDS * age // parts))


def room_at_right(sheet: Rect, taken: Iterable[Rect], air: Length, left: Length) -> Rect:
    """Return the free room at the right edge of a sheet whose shorter side is longest, rather a low one; it begins at `left` or after it.

    Texts keep `air` from it on all sides.
    """
    boxes = [Rect(box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air) for box in taken]
    heights = sorted({sheet.y, sheet.bottom, *(y for box in boxes for y in (box.y, box.bottom) if sheet.y < y < sheet.bottom)})
    rooms = (_between(top, foot, boxes, sheet, left) for top, foot in combinations(heights, 2))
    return max(rooms, key=lambda room: (min(room.width, room.height) * _weight(room, sheet), room.width * room.height))


def _weight(room: Rect, sheet: Rect) -> float:
    """Return how much a room is worth: one over the texts, in the upper half, less than one beside the numbers."""
    return 1 if room.bottom > sheet.y + sheet.height // 2 else UPPER


def _between(top: Length, foot: Length, boxes: Sequence[Rect], sheet: Rect, left: Length) -> Rect:
    x = max((box.right for box in boxes if box.y < foot and box.bottom > top), default=left)
    x = min(max(x, left), sheet.right)
    return Rect(x, top, sheet.right - x, foot - top)
