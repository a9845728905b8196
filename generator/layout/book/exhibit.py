"""The band of a chart: its message and measure in the narrow column, the picture in the wide one; wide kinds stand under their message.

The picture is made by `charts` for exactly the size that is left, and says itself what height it cannot do without.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from math import ceil
from typing import ClassVar

from generator.charts.faults import ChartError
from generator.charts.inks import chart_inks
from generator.charts.kinds.table import KINDS
from generator.charts.look import ChartLook, page_look
from generator.charts.picture import natural_height
from generator.charts.plan import Plan
from generator.charts.planner import plan
from generator.design.grid import COLUMNS, GUTTER, MAIN, SIDE
from generator.design.palette import ThemeInks
from generator.diagnostics import Diagnostic, said
from generator.document.model import Chart, plain
from generator.drawing import Group, Item, Role
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Compositor, Room, stacked, unseen
from generator.layout.book.ornaments import rule
from generator.layout.overflow import Overflow
from generator.typeset.model import Composed
from generator.units import Length, Point, Size, em

LEVEL_EVENTS = 8
"""More events than these stand on an upright line, which the text's columns hold as well."""
PICTURE_RISE, PICTURE_FOOT = 0.7, 0.5
"""Lines from the baselines of a picture's first line and of the line after its last up to its edges."""
HEAD_GAP = 0.5
"""Lines between the words over a picture and the picture, at least."""
RULE_RISE = 23 / 17
"""Lines from the first baseline of a band up to its rule."""


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
    Stand.BESIDE: Room(5, said("part.chart-message"), said("room.beside-chart")),
    Stand.UNDER: Room(2, said("part.chart-message"), said("room.over-chart")),
    Stand.WIDE: Room(2, said("part.chart-message"), said("room.over-chart")),
}


@dataclass(frozen=True)
class Exhibit(Band):
    """A chart with its words: over it message and measure, under it note and source; `need` is the picture's height in lines."""

    plan: Plan
    look: ChartLook
    above: tuple[Composed, ...]
    below: tuple[Composed, ...]
    need: int
    stand: Stand
    compositor: Compositor
    follows: ClassVar[bool] = False

    @cached_property
    def least(self) -> int:
        """The picture at its lowest and, beside or around it, the words."""
        return self._with_words(ceil(self.need * KINDS[self.plan.chart.kind].sparing))

    @cached_property
    def best(self) -> int:
        """The picture at its natural height."""
        return self._with_words(self.need)

    @cached_property
    def most(self) -> int:
        """What the picture can still make use of."""
        return self._with_words(ceil(self.need * KINDS[self.plan.chart.kind].stretch))

    def _with_words(self, picture: int) -> int:
        return max(picture, self._head + 1 + self._foot) if self.stand is Stand.BESIDE else self._head + picture + self._foot

    @cached_property
    def _head(self) -> int:
        return self.grid.holding(sum(one.height for one in self.above) + em(self.grid.baseline, HEAD_GAP))

    @cached_property
    def _foot(self) -> int:
        return self.grid.holding(sum(one.height for one in self.below))

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return rule, message, measure, picture, note and source."""
        grid, columns = self.grid, self.grid.columns(page)
        beside = self.stand is Stand.BESIDE
        start, span = self.stand.columns
        x, width = columns.x(start), columns.span(span)
        left = columns.left if beside else x
        head, foot = (0, 0) if beside else (self._head, self._foot)
        upper = grid.over(grid.y(line + head), PICTURE_RISE)
        size = Size(width, grid.over(grid.y(line + lines - foot), PICTURE_FOOT) - upper)
        over = grid.over(grid.y(line), RULE_RISE)
        rise = sum(part.height for part in self.below) - self.below[-1].setting.leading if self.below else 0
        return (
            rule(left, over, columns.left + columns.width - left, self.compositor.look.rule),
            *stacked(self.above, left, grid.y(line)),
            self._picture(Point(x, upper), size),
            *stacked(self.below, left, grid.y(line + lines - 1) - rise),
        )

    def _picture(self, at: Point, size: Size) -> Group:
        try:
            items = self.compositor.drawings.picture(self.plan, size, self.look, self.compositor.library).items
        except ChartError as fault:
            return Group((), faults=(fault.told(self.compositor.report.places, self.plan.chart.origin),))
        return Group(items, at=at, role=Role.FIGURE, alt=self.plan.alt, origin=self.plan.chart.origin)


@dataclass(frozen=True, slots=True)
class Refusal(Band):
    """The place of a chart that cannot be drawn: a page of its own, so that any other way to show it comes first."""

    faults: tuple[Diagnostic, ...]

    @property
    def least(self) -> int:
        """All lines of a page."""
        return self.grid.lines

    def draw(self, _page: int, _line: int, _lines: int) -> tuple[Item, ...]:
        """Return nothing to be seen, and why."""
        return unseen(self.faults)


def exhibit(compositor: Compositor, chart: Chart, inks: ThemeInks, stand: Stand = Stand.BESIDE) -> Exhibit | Refusal:
    """Return the band of a chart, or of its refusal when it cannot be drawn at any height; it is wide only where that serves it.

    One that has no room beside its words stands under them over the whole measure.
    """
    stand = Stand.BESIDE if stand is Stand.WIDE and not KINDS[chart.kind].roomy else stand
    stand = Stand.WIDE if KINDS[chart.kind].wide and len(chart.events) <= LEVEL_EVENTS else stand
    made = _standing(compositor, chart, inks, stand)
    if isinstance(made, Refusal) and stand is Stand.BESIDE:
        wide = _standing(compositor, chart, inks, Stand.WIDE)
        return made if isinstance(wide, Refusal) else wide
    return made


def _standing(compositor: Compositor, chart: Chart, inks: ThemeInks, stand: Stand) -> Exhibit | Refusal:
    _, span = stand.columns
    grid, look = compositor.grid, page_look(chart_inks(inks), compositor.look.page, GUTTER)
    try:
        made = plan(chart, look.inks)
        need = natural_height(made, compositor.span(span), look, compositor.library)
    except ChartError as fault:
        return Refusal(grid, (fault.told(compositor.report.places, chart.origin),))
    above, below = _words(compositor, chart, compositor.span(SIDE if stand is Stand.BESIDE else span), ROOMS[stand])
    band = Exhibit(grid, made, look, above, below, grid.holding(need), stand, compositor)
    sizes, cure = (band.least, grid.lines), said("hint.fewer-figures")
    faults = compositor.told(Overflow(said("part.chart"), said("room.page"), *sizes, chart.origin, cure=cure))
    return Refusal(grid, faults) if faults else band


def _words(
    compositor: Compositor, chart: Chart, measure: Length, room: Room
) -> tuple[tuple[Composed, ...], tuple[Composed, ...]]:
    """Return what stands over a picture, and what under it."""
    voices = compositor.voices
    message = compositor.set(chart.message.text, voices.small_heading, measure, chart.message.origin, Role.HEADING_2)
    above, below = (
        tuple(compositor.set(text, voice, measure, chart.origin, Role.CAPTION) for text in texts if plain(text))
        for texts, voice in (((chart.measure,), voices.label), ((chart.note, chart.source), voices.note))
    )
    return (compositor.fitted(message, room, chart.message.origin), *above), below
