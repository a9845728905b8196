"""How much of a native chart is left to its bars, so that names and labels have room beside them.

In: a ChartBox and the library. Out: the inner plot area in shares of the chart (ECMA-376 Part 1, 21.2.2.95 manualLayout). Left to
itself, PowerPoint lets bars run to the edge and pushes their labels back over them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from generator.document.model import plain
from generator.layout.deck.widths import untrimmed
from generator.typeset.model import Span

if TYPE_CHECKING:
    from generator.fonts.library import Library
    from generator.layout.deck.slide import ChartBox
    from generator.units import Length

_LEADING = 1.5
"""Line pitch of chart text in sizes: the faces' own lines are that high."""
_GAP = 1
"""Between bar and label or name, in sizes: half for the gap that is seen, half for another renderer's measures."""
_MOST_NAMES = 0.38
"""The widest column of names beside lying bars, as on the page; longer names are wrapped."""
_LEAST_BARS = 0.25


@dataclass(frozen=True, slots=True)
class Room:
    """The bars' part of a chart: left, top, width and height in shares of the whole."""

    x: float
    y: float
    width: float
    height: float


def room_of(box: ChartBox, library: Library) -> Room:
    """Return the bars' part of a box's chart: where layout has put them, else where names and labels leave room."""
    if box.plot:
        whole, plot = box.rect, box.plot
        return Room(plot.x / whole.width, plot.y / whole.height, plot.width / whole.width, plot.height / whole.height)
    lying = box.plan.native is not None and box.plan.native.lying
    return (lying_room if lying else standing_room)(box, library)


def _longest(full: Length, beyond: list[Length]) -> Length:
    """Return the axis' length at which a bar that reaches its end leaves what lies beyond within the full length.

    Where the axis ends is the program's choice, at the longest bar or after it, and again when a longer one is typed in.
    """
    return round(max(full * _LEAST_BARS, full - max(beyond)))


def lying_room(box: ChartBox, library: Library) -> Room:
    """Return the room of lying bars: names to the left, labels to the right."""
    width = box.rect.width
    names = max(untrimmed((Span(plain(point.category), box.axis),), library) for point in box.plan.points) + _GAP * box.axis.size
    left = min(names, round(_MOST_NAMES * width))
    beyond = [untrimmed((Span(str(point.number), box.label),), library) + _GAP * box.label.size for point in box.plan.points]
    return Room(left / width, 0, _longest(width - left, beyond) / width, 1)


def standing_room(box: ChartBox, library: Library) -> Room:
    """Return the room of standing columns: names below, labels above."""
    width, height = box.rect.width, box.rect.height
    pitch = box.plan.every * width / len(box.plan.points) - _GAP * box.axis.size
    lines = max(ceil(untrimmed((Span(plain(point.category), box.axis),), library) / pitch) for point in box.plan.points)
    foot = min(height // 2, round(lines * _LEADING * box.axis.size) + _GAP * box.axis.size // 2)
    beyond = [round(_LEADING * box.label.size) + _GAP * box.label.size // 2] * len(box.plan.points)
    columns = _longest(height - foot, beyond)
    return Room(0, (height - foot - columns) / height, 1, columns / height)
