"""The plot of a native chart on the page: values in, plain vectors out, by matplotlib's paths and transforms.

In: an easel, the plot's rectangle and the values at its corners. Out: items in EMU, y down, in the order in which they are painted.
Nothing is rasterized, no text is matplotlib's, and no global of it is touched (no pyplot).
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from generator.charts.artists import artists
from generator.charts.shapes.marks import circle, line
from generator.drawing import Box, Close, CurveTo, Item, LineTo, MoveTo, Path, Segment
from generator.typeset.model import Align
from generator.units import Length, Point, Rect, pt, to_pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.charts.lettering import Block, Easel
    from generator.ink import Ink

Pair = tuple[float, float]

ASIDE, CLEAR, SAMPLES = (0, -1, 1), 0.12, 60
"""Where a label may stand, in halves of its width from its value; what it keeps from a line, in label sizes; the looks at a stretch."""
HALF = 0.5
"""The anchor in the middle."""
QUARTER = 90
"""matplotlib counts degrees from three o'clock, against the clock."""


class Canvas:
    """The plot's rectangle; `first` and `last` are the values at its lower left and upper right corners."""

    def __init__(self, easel: Easel, plot: Rect, first: Pair, last: Pair) -> None:
        self.items: list[Item] = []
        self._grounds: list[Rect] = []
        self._awaited: list[Rect] = []
        self._width = easel.size.width
        self._look, self._height, self._artists = easel.look, easel.size.height, artists()
        corners = (to_pt(plot.x), to_pt(self._height - plot.bottom)), (to_pt(plot.right), to_pt(self._height - plot.y))
        self._places = self._artists.mapping(self._artists.box((first, last)), self._artists.box(corners))

    def point(self, at: Pair) -> Point:
        """Return where a value lies on the picture."""
        return self._point(*self._places.transform(at))

    def _point(self, x: float, y: float) -> Point:
        """Return a place given in points with y upwards."""
        return Point(pt(float(x)), self._height - pt(float(y)))

    def bar(self, corner: Pair, size: Pair, ink: Ink) -> None:
        """Paint a bar from a corner, its width and height in values."""
        place = self._artists.box.from_bounds(*corner, *size)
        path = (self._artists.onto(place) + self._places).transform_path(self._artists.path.unit_rectangle())
        first, *rest = (self._point(*place) for place, code in path.iter_segments(simplify=False) if code != path.CLOSEPOLY)
        self.items.append(Path((MoveTo(first), *map(LineTo, rest), Close()), fill=ink))

    def stroke(self, places: Iterable[Pair], ink: Ink, weight: Length, dash: tuple[Length, ...] = ()) -> None:
        """Draw a line through values."""
        self.items.append(line(tuple(self.point(place) for place in places), weight, ink, dash))

    def ground(self, start: Pair, end: Pair) -> None:
        """Draw the thin line on which bars stand."""
        self.stroke((start, end), self._look.inks.grey, self._look.hairline)

    def disc(self, at: Pair, radius: Length, ink: Ink) -> None:
        """Paint a disc at a value."""
        self.items.append(Path(circle(self.point(at), radius), fill=ink))

    def slice(self, edges: Pair, hole: float, ink: Ink) -> None:
        """Paint a part of a disc about nought between two edges, in degrees clockwise from twelve o'clock; `hole` is its inner radius."""
        outline = tuple(self._slice(edges, hole))
        self.items.append(Path(outline, fill=ink, stroke=self._look.inks.paper, stroke_width=2 * self._look.hairline))

    def _slice(self, edges: Pair, hole: float) -> Iterator[Segment]:
        """Yield the outline of a part: out along its first edge, round, and in along its last; round the hole where there is one."""
        outer = self._artists.path.arc(QUARTER - edges[1], QUARTER - edges[0]).vertices
        first, *round_disc = (self.point((float(x), float(y))) for x, y in outer)
        inwards, *round_hole = (self.point((float(x), float(y))) for x, y in (hole * outer[::-1] if hole else [(0, 0)]))
        yield MoveTo(first)
        yield from _curves(round_disc)
        yield LineTo(inwards)
        yield from _curves(round_hole)
        yield Close()

    def head(self, start: Pair, tip: Pair, size: tuple[Length, Length], ink: Ink) -> None:
        """Paint the head of an arrow that comes from a value to another; `size` is its length and half its width."""
        from_, to, (length, half) = self.point(start), self.point(tip), size
        whole = hypot(to.x - from_.x, to.y - from_.y) or 1
        x, y = (to.x - from_.x) / whole, (to.y - from_.y) / whole
        foot = to.moved(-round(length * x), -round(length * y))
        wings = foot.moved(round(-half * y), round(half * x)), foot.moved(round(half * y), -round(half * x))
        self.items.append(Path((MoveTo(to), *map(LineTo, wings), Close()), fill=ink))

    def label(self, block: Block, at: Pair, shift: tuple[Length, Length], anchor: Pair) -> None:
        """Put a block's anchor, in parts of its width and height from its top left, at a value, moved so far right and down.

        What is centred on its value keeps within the picture.
        """
        composed, place = block.composed, self.point(at).moved(*shift)
        width = block.width if composed.setting.align is Align.LEFT else composed.setting.measure
        x = place.x - round(anchor[0] * width)
        if anchor[0] == HALF:
            side = (width - block.width) // 2
            x = max(-side, min(x, self._width - block.width - side))
        self.items.append(block.at(x, place.y - round(anchor[1] * block.height)))

    def tag(self, block: Block, at: Pair, shift: tuple[Length, Length], anchor: Pair) -> None:
        """Put a block as `label` does, on a ground of paper, so that what runs there stops at it."""
        place, air = self.point(at).moved(*shift), round(CLEAR * self._look.label)
        left, top = place.x - round(anchor[0] * block.width), place.y - round(anchor[1] * block.height)
        start, end = max(0, left - air), min(max(self._width, left + block.width), left + block.width + air)
        self.items += [Box(Rect(start, top, end - start, block.height), fill=self._look.inks.paper), block.at(left, top)]

    def await_label(self, block: Block, at: Pair, down: Length, anchor: float) -> None:
        """Keep the usual place of a label free that `over_lines` will put down: none that goes aside before it may take it."""
        self._awaited.append(self._usual(block, at, down, anchor))

    def _usual(self, block: Block, at: Pair, down: Length, anchor: float) -> Rect:
        corner = self.point(at).moved(-block.width // 2, down - round(anchor * block.height))
        return Rect(max(0, min(corner.x, self._width - block.width)), corner.y, block.width, block.height)

    def over_lines(
        self,
        block: Block,
        at: Pair,
        down: Length,
        anchor: float,
        lines: Sequence[Sequence[Pair]] = (),
        floor: float | None = None,
    ) -> None:
        """Put a block over or under a value, on a ground of paper, so that no line runs through it.

        Where a line would touch it it goes aside, else from over its value to under it where that is above the `floor`, if one is given.
        """
        drawn = [[self.point(place) for place in line] for line in lines]
        usual = self._usual(block, at, down, anchor)
        if usual in self._awaited:
            self._awaited.remove(usual)
        air, taken = round(CLEAR * self._look.label), (*self._grounds, *self._awaited)
        under = self._usual(block, at, -down, 0)
        turns = floor is not None and down < 0 and under.bottom + air < self.point((at[0], floor)).y
        sides = (usual, under) if turns else (usual,)
        places = [one.moved(aside * (block.width // 2), 0) for one in sides for aside in ASIDE]
        clear = [one for one in places if one.x >= 0 and one.right <= self._width and not any(_meet(one, box) for box in taken)]
        free = (one for one in clear if not any(_crosses(line, one, air) for line in drawn))
        place = next(free, clear[0] if clear else usual)
        self._grounds.append(place)
        self.items += [Box(place, fill=self._look.inks.paper), block.at(place.x, place.y)]


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _crosses(line: Sequence[Point], box: Rect, air: Length) -> bool:
    """Tell whether a line comes into a box with some air round it."""
    wide = range(box.x - air, box.right + air + 1)
    return any(
        left.x + (right.x - left.x) * step // SAMPLES in wide
        and box.y - air <= left.y + (right.y - left.y) * step // SAMPLES <= box.bottom + air
        for left, right in pairwise(line)
        for step in range(SAMPLES + 1)
    )


def _curves(points: Sequence[Point]) -> Iterator[CurveTo]:
    """Yield cubic curves: three points for each."""
    return (CurveTo(*points[at : at + 3]) for at in range(0, len(points), 3))
