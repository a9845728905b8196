"""The band of a chart: its message and measure in the narrow column, the picture in the wide one; wide kinds stand under their message.

The picture is made by `charts` for exactly the size that is left, and says itself what height it cannot do without.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil
from typing import TYPE_CHECKING

from generator.charts.faults import ChartError
from generator.charts.inks import chart_inks
from generator.charts.look import page_look
from generator.charts.picture import natural_height
from generator.charts.planner import plan
from generator.design.grid import A4, COLUMNS, GUTTER
from generator.design.palette import RULE
from generator.design.type_scale import REPORT
from generator.document.model import plain
from generator.drawing import Group, Role
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Room, placed
from generator.layout.book.sheet import over, rule
from generator.layout.book.text_band import MAIN, SIDE
from generator.layout.desk import LABEL, NOTE, SMALL_HEADING
from generator.units import Point, Size, pt

if TYPE_CHECKING:
    from generator.charts.look import ChartLook
    from generator.charts.plan import Plan
    from generator.design.palette import ThemeInks
    from generator.document.model import Chart
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed
    from generator.units import Length

WIDE_KINDS = frozenset({"then-and-now", "timeline"})
"""Kinds that need the whole type area."""
ROOMY_KINDS = frozenset({"bar", "change", "coverage"})
"""Kinds whose marks gain by the whole type area, where the page has the room."""
LEVEL_EVENTS = 8
"""More events than these stand on an upright line, which the text's columns hold as well."""

STRETCH = {"bar": 1.25, "column": 1.5, "line": 1.5, "dot": 1.5, "then-and-now": 1.25, "timeline": 1.3}
"""Kinds that can make use of more than their natural height, and of how much; the others only grow white."""
SPARING = {"before-after": 0.8}
"""Kinds whose picture may be lower than natural where the page is full, and by how much."""
PICTURE_RISE, PICTURE_FOOT = 0.7, 0.5
"""Lines from the baselines of a picture's first line and of the line after its last up to its edges."""
HEAD_GAP = 0.5
"""Lines between the words over a picture and the picture, at least."""
RULE_RISE = pt(23)
"""From the first baseline of a band up to its rule."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands round a picture: above it message and measure, below it note and source."""

    message: Composed
    above: tuple[Composed, ...]
    below: tuple[Composed, ...]

    @property
    def head(self) -> int:
        """Lines of message and measure."""
        return ceil((self.message.height + sum(one.height for one in self.above)) / A4.baseline + HEAD_GAP)

    @property
    def foot(self) -> int:
        """Lines of note and source."""
        return ceil(sum(one.height for one in self.below) / A4.baseline)


class Stand(Enum):
    """Where a picture stands: beside its words, under them in the text's columns, or under them over the whole measure."""

    BESIDE = "beside"
    UNDER = "under"
    WIDE = "wide"

    @property
    def columns(self) -> tuple[int, int]:
        """The picture's first column and how many it takes."""
        return (0, COLUMNS) if self is Stand.WIDE else (SIDE, MAIN)


ROOMS = {
    Stand.BESIDE: Room(5, "the chart's message", "the column beside a chart"),
    Stand.UNDER: Room(2, "the chart's message", "the head of a chart"),
    Stand.WIDE: Room(2, "the chart's message", "the head of a chart"),
}


@dataclass(frozen=True, slots=True)
class Exhibit(Band):
    """A chart with its words; `need` is the height of the picture in lines."""

    plan: Plan
    look: ChartLook
    words: Words
    need: int
    stand: Stand
    compositor: Compositor

    @property
    def least(self) -> int:
        """The picture at its lowest and, beside or around it, the words."""
        return self._with_words(ceil(self.need * SPARING.get(self.plan.chart.kind, 1)))

    @property
    def best(self) -> int:
        """The picture at its natural height."""
        return self._with_words(self.need)

    @property
    def most(self) -> int:
        """What the picture can still make use of."""
        return self._with_words(ceil(self.need * STRETCH.get(self.plan.chart.kind, 1)))

    def _with_words(self, picture: int) -> int:
        head, foot = self.words.head, self.words.foot
        return max(picture, head + 1 + foot) if self.stand is Stand.BESIDE else head + picture + foot

    @property
    def follows(self) -> bool:
        """A chart takes white where there is some."""
        return False

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return rule, message, measure, picture, note and source."""
        columns = A4.columns(page)
        beside = self.stand is Stand.BESIDE
        start, span = self.stand.columns
        x, width = columns.x(start), columns.span(span)
        left = columns.left if beside else x
        head, foot = (0, 0) if beside else (self.words.head, self.words.foot)
        upper = over(A4.y(line + head), PICTURE_RISE)
        shown = self._picture(Size(width, over(A4.y(line + lines - foot), PICTURE_FOOT) - upper))
        return (
            rule(left, A4.y(line) - RULE_RISE, columns.left + columns.width - left, RULE),
            *_downwards((self.words.message, *self.words.above), left, A4.y(line)),
            Group(shown, at=Point(x, upper), role=Role.FIGURE, alt=self.plan.alt, origin=self.plan.chart.origin),
            *_upwards(self.words.below, left, A4.y(line + lines - 1)),
        )

    def _picture(self, size: Size) -> tuple[Item, ...]:
        try:
            return self.compositor.drawings.picture(self.plan, size, self.look, self.compositor.library).items
        except ChartError as fault:
            refused(self.compositor, fault)
            return ()


def exhibit(compositor: Compositor, chart: Chart, inks: ThemeInks, stand: Stand = Stand.BESIDE) -> Exhibit | None:
    """Return the band of a chart; None, and an error in the sink, when it cannot be drawn at any height."""
    columns = A4.columns(1)
    stand = Stand.WIDE if chart.kind in WIDE_KINDS and len(chart.events) <= LEVEL_EVENTS else stand
    _, span = stand.columns
    look = page_look(chart_inks(inks), REPORT, GUTTER)
    try:
        made = plan(chart, look.inks)
        need = natural_height(made, columns.span(span), look, compositor.library)
    except ChartError as fault:
        refused(compositor, fault)
        return None
    words = _words(compositor, chart, columns.span(SIDE if stand is Stand.BESIDE else span), ROOMS[stand])
    band = Exhibit(made, look, words, ceil(need / A4.baseline), stand, compositor)
    if band.least > A4.lines:
        message = f"the chart takes {band.least} lines of the grid, a page has {A4.lines}"
        refused(compositor, ChartError(message, "show fewer figures, or make two charts of it", chart.origin, "does-not-fit"))
        return None
    return band


def refused(compositor: Compositor, fault: ChartError) -> None:
    """Tell the sink why a chart was refused; a fault is told once, however often the chart was tried."""
    place = compositor.places.get(fault.origin)
    if all((one.span, one.message) != (place, fault.message) for one in compositor.sink.found):
        compositor.sink.error(fault.code, fault.message, place, fault.hint)


def _words(compositor: Compositor, chart: Chart, measure: Length, room: Room) -> Words:
    message = compositor.phrased(chart.message.text, SMALL_HEADING, measure, chart.message.origin, Role.HEADING_3)
    above = tuple(compositor.set(text, LABEL, measure, chart.origin, Role.CAPTION) for text in (chart.measure,) if plain(text))
    below = tuple(
        compositor.set(text, NOTE, measure, chart.origin, Role.CAPTION) for text in (chart.note, chart.source) if plain(text)
    )
    return Words(compositor.fitted(message, room, chart.message.origin), above, below)


def _downwards(parts: tuple[Composed, ...], x: Length, baseline: Length) -> tuple[Group, ...]:
    made = []
    for part in parts:
        made.append(placed(part, x, baseline))
        baseline += part.height
    return tuple(made)


def _upwards(parts: tuple[Composed, ...], x: Length, last: Length) -> tuple[Group, ...]:
    made: list[Group] = []
    for part in reversed(parts):
        made.insert(0, placed(part, x, last - part.height + part.setting.leading))
        last -= part.height
    return tuple(made)
