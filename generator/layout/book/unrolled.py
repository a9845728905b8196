"""The rings of a tree unrolled: a timeline over two facing pages, each year an arc about the first, each event a root to its words.

In: a timeline's chart and the grid. Out: its half on either page, drawn at a line of the grid. The arcs are cut from circles about
the first year, as from a tree's trunk: the younger a ring, the longer. They measure nothing but when.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import asin, ceil, cos, sin, tan
from typing import TYPE_CHECKING

from generator.charts.inks import chart_inks
from generator.charts.planner import alternative, plan
from generator.drawing import Box, CurveTo, Disc, Group, Item, MoveTo, Path, Role
from generator.layout.book.compositor import placed
from generator.layout.book.ornaments import artifact
from generator.layout.book.time_axis import Moment, TimeAxis, time_axis
from generator.units import Length, Point, Rect, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.model import Chart, RichText
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed

OLDEST, YOUNGEST, ROOT = 0.7, 1.6, 2.6
"""Half of an arc's height for the first year and the last, and from the latter to the words of events, in lines of the grid."""
WIDEST = 0.85
"""The sine of the angle from the axis at which an arc ends at the most: the first years are small rings."""
HEART = mm(3)
YEAR_RING, EVENT_RING, AXIS, ROOT_LINE = pt(0.75), pt(2.25), pt(0.75), pt(0.75)
YEAR_DROP, WORDS_DROP, FOOT = 1.15, 1.1, 0.4
"""Lines from a root's end to the year, from the year to the words, and under the last of them."""
WORDS_PITCH = 0.75
APART = mm(3)
"""Words keep so much off the next column, beside its gutter."""
BEND = 0.5
"""How far a root goes straight on at its ends, in parts of its height."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event's year and words, set."""

    moment: Moment
    year: Composed
    words: Composed

    @property
    def lines(self) -> float:
        """Lines of the grid from its root's end to its foot."""
        years = len(self.year.lines) - 1
        return YEAR_DROP + years + WORDS_DROP + (len(self.words.lines) - 1) * WORDS_PITCH + FOOT


@dataclass(frozen=True, slots=True)
class Unrolled:
    """A timeline with its events set; `root` in lines of the grid."""

    compositor: Compositor
    chart: Chart
    axis: TimeAxis
    told: tuple[Told, ...]
    root: float = ROOT

    @property
    def over(self) -> int:
        """Lines over the axis that it takes."""
        return self._taken(over=True)

    @property
    def under(self) -> int:
        """Lines under the axis that it takes."""
        return self._taken(over=False)

    def _taken(self, *, over: bool) -> int:
        told = [one.lines for one in self.told if one.moment.over is over]
        return ceil(YOUNGEST + (self.root + max(told) if told else 0))

    def drawn(self, page: int, line: int) -> tuple[Group, ...]:
        """Return the half of a page, the axis on this line: the page's events as one figure that says what it shows."""
        grid = self.compositor.grid
        width, spine = grid.size.width, 0 if page % 2 == 0 else grid.size.width
        here = [one for one in self.told if (one.moment.at > width) is (spine > 0)]
        years = [at for at in self.axis.years if (at > width) is (spine > 0)]
        items = (
            self._line(page, grid.y(line)),
            *(self._ring(at, spine, grid.y(line), event=False) for at in years),
            *(item for one in here for item in self._event(one, spine, grid.y(line))),
        )
        if not here:
            return (artifact(*items),)
        events = tuple(one.moment.event for one in here)
        alt = alternative(replace(self.chart, events=events), first=spine == 0)
        return (Group(items, role=Role.FIGURE, alt=alt, origin=self.chart.origin),)

    def _line(self, page: int, y: Length) -> Item:
        """Return the axis on a page: over the spine it goes on."""
        width, edge = self.compositor.grid.size.width, self.compositor.grid.bleed
        left, right = (self.axis.start, edge.right) if page % 2 == 0 else (edge.x, self.axis.end - width)
        return Box(Rect(left, y - AXIS // 2, right - left, AXIS), fill=self.compositor.look.grey)

    def _ring(self, at: Length, spine: Length, y: Length, *, event: bool) -> Item:
        """Return the arc of a year; the first year's is the heart."""
        look, radius = self.compositor.look, at - self.axis.start
        ink, weight = (look.marks.accent, EVENT_RING) if event else (look.rule, YEAR_RING)
        if not radius:
            return Disc(Rect(at - spine - HEART // 2, y - HEART // 2, HEART, HEART), fill=look.marks.accent)
        angle = self._angle(radius)
        reach = 4 / 3 * tan(angle / 2) * radius
        across, down = round(reach * sin(angle)), round(reach * cos(angle))
        top, foot = (self._end(at, spine, y, way) for way in (-1, 1))
        curve = CurveTo(top.moved(across, down), foot.moved(across, -down), foot)
        return Path((MoveTo(top), curve), stroke=ink, stroke_width=weight)

    def _angle(self, radius: Length) -> float:
        """Return the angle from the axis at which an arc ends."""
        half = OLDEST + (YOUNGEST - OLDEST) * radius / (self.axis.end - self.axis.start)
        return asin(min(half * self.compositor.grid.baseline / radius, WIDEST))

    def _end(self, at: Length, spine: Length, y: Length, way: int) -> Point:
        """Return the upper (-1) or the lower end (1) of an arc, or of the heart."""
        radius = at - self.axis.start
        if not radius:
            return Point(at - spine, y + way * HEART // 2)
        angle = self._angle(radius)
        return Point(self.axis.start + round(radius * cos(angle)) - spine, y + way * round(radius * sin(angle)))

    def _event(self, one: Told, spine: Length, y: Length) -> Iterator[Item]:
        """Yield an event's ring, its root, its year and its words."""
        grid, moment = self.compositor.grid, one.moment
        way = -1 if moment.over else 1
        x, end = moment.words - spine, y + way * round((YOUNGEST + self.root) * grid.baseline)
        yield self._root(self._end(moment.at, spine, y, way), Point(x + ROOT_LINE // 2, end))
        yield self._ring(moment.at, spine, y, event=True)
        top = end - round(one.lines * grid.baseline) if moment.over else end
        year = top + round(YEAR_DROP * grid.baseline)
        yield placed(one.year, x, year)
        yield placed(one.words, x, year + round((len(one.year.lines) - 1 + WORDS_DROP) * grid.baseline))

    def _root(self, start: Point, end: Point) -> Path:
        bend = round((end.y - start.y) * BEND)
        curve = CurveTo(start.moved(0, bend), end.moved(0, -bend), end)
        return Path((MoveTo(start), curve), stroke=self.compositor.look.grey, stroke_width=ROOT_LINE)


def unrolled(compositor: Compositor, chart: Chart) -> Unrolled | None:
    """Return a timeline unrolled, or None where its events do not come to stand on one axis.

    Raises ChartError where a rule forbids the chart.
    """
    plan(chart, chart_inks(compositor.look.plain))
    axis = time_axis(chart.events, compositor.grid)
    return (
        Unrolled(compositor, chart, axis, tuple(_told(compositor, one, axis.measure) for one in axis.moments)) if axis else None
    )


def _told(compositor: Compositor, moment: Moment, measure: Length) -> Told:
    voices, event, measure = compositor.voices, moment.event, measure - APART
    year = compositor.set(event.period, voices.heading, measure, event.origin)
    words = compositor.set(
        _loud(event.text), replace(voices.label.inked(compositor.look.ink), balanced=True), measure, event.origin
    )
    return Told(moment, year, words)


def _loud(text: RichText) -> RichText:
    """Return what happened, its numbers in bold."""
    return tuple(replace(run, emphasis=run.emphasis or bool(run.use)) for run in text)
