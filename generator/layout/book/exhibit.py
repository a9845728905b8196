"""The band of a chart: its message and measure in the narrow column, the picture in the wide one; wide kinds stand under their message.

The picture is made by `charts` for exactly the size that is left, and says itself what height it cannot do without.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from math import ceil
from typing import ClassVar

from generator.charts.data_table import table_of
from generator.charts.faults import ChartError
from generator.charts.inks import chart_inks
from generator.charts.kind import Labels
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
from generator.layout.book.text_table import COLUMN_GAP, TablePiece, needs_of, table_piece
from generator.layout.overflow import Overflow
from generator.typeset.model import Composed
from generator.units import Length, Point, Size, em

LEVEL_EVENTS = 8
"""More events than these stand on an upright line, which the text's columns hold as well."""
PICTURE_RISE, PICTURE_FOOT = 0.7, 0.5
"""Lines from the baselines of a picture's first line and of the line after its last up to its edges."""
TABLE_GAP = 1
"""Lines between a picture and the table under it."""
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
    """A chart with its words: over it message and measure, under it note and source; `need` is the picture's height in lines.

    Its values may stand as a `table` right under the picture.
    """

    plan: Plan
    look: ChartLook
    above: tuple[Composed, ...]
    below: tuple[Composed, ...]
    need: int
    stand: Stand
    compositor: Compositor
    table: TablePiece | None = None
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
        taken, words = picture + self._tabled, self._head + self._foot
        return max(taken, words + 1) if self.stand is Stand.BESIDE else words + taken

    @property
    def _tabled(self) -> int:
        return self.table.lines + TABLE_GAP if self.table else 0

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
        size = Size(width, grid.over(grid.y(line + lines - foot - self._tabled), PICTURE_FOOT) - upper)
        table = self.table.draw(grid, x, line + lines - foot - self.table.lines) if self.table else ()
        over = grid.over(grid.y(line), RULE_RISE)
        rise = sum(part.height for part in self.below) - self.below[-1].setting.leading if self.below else 0
        return (
            rule(left, over, columns.left + columns.width - left, self.compositor.look.rule),
            *stacked(self.above, left, grid.y(line)),
            self._picture(Point(x, upper), size),
            *table,
            *stacked(self.below, left, grid.y(line + lines - 1) - rise),
        )

    def _picture(self, at: Point, size: Size) -> Group:
        try:
            made = self.compositor.drawings.picture(self.plan, size, self.look, self.compositor.library)
        except ChartError as fault:
            return Group((), faults=(fault.told(self.compositor.report.places, self.plan.chart.origin),))
        return Group(made.items, at=at, role=Role.FIGURE, alt=made.alt, origin=made.origin, spoken=made.spoken)


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

    One whose labels have not all room beside its words stands under them over the whole measure; where that does not help, some are
    left out.
    """
    stand = Stand.BESIDE if stand is Stand.WIDE and not KINDS[chart.kind].roomy else stand
    stand = Stand.WIDE if KINDS[chart.kind].wide and len(chart.events) <= LEVEL_EVENTS else stand
    stands = (stand, Stand.WIDE) if stand is Stand.BESIDE else (stand,)
    refusals = list[Refusal]()
    for labels in Labels:
        for one in stands:
            made = _standing(compositor, chart, inks, one, labels)
            if isinstance(made, Exhibit):
                return made
            refusals.append(made)
    return refusals[0]


def _standing(compositor: Compositor, chart: Chart, inks: ThemeInks, stand: Stand, labels: Labels) -> Exhibit | Refusal:
    _, span = stand.columns
    grid, look = compositor.grid, page_look(chart_inks(inks), compositor.look.page, GUTTER)
    try:
        made = plan(chart, look.inks)
        need = natural_height(made, compositor.span(span), look, compositor.library, labels)
    except ChartError as fault:
        return Refusal(grid, (fault.told(compositor.report.places, chart.origin),))
    above, below = _words(compositor, chart, compositor.span(SIDE if stand is Stand.BESIDE else span), ROOMS[stand])
    table = _table(compositor, chart, compositor.span(span), inks)
    band = Exhibit(grid, made, look, above, below, grid.holding(need), stand, compositor, table)
    sizes, cure = (band.least, grid.lines), said("hint.fewer-figures")
    faults = compositor.told(Overflow(said("part.chart"), said("room.page"), *sizes, chart.origin, cure=cure))
    return Refusal(grid, faults) if faults else band


def _table(compositor: Compositor, chart: Chart, measure: Length, inks: ThemeInks) -> TablePiece | None:
    """Return the values of a chart as a table under it: its names side by side, or under one another where they have no room so."""
    kind = KINDS[chart.kind]
    table = table_of(chart, kind)
    if table and sum(need.whole for need in needs_of(compositor, table)) > measure + COLUMN_GAP:
        table = table_of(chart, kind, upright=True)
    return table_piece(compositor, table, measure, inks.main) if table else None


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
