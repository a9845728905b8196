"""The history as one spread: its years unrolled over two facing pages, then and now under them, and the outlook as a band at the foot.

In: the sections history and outlook, and the page to begin on, a left one. Out: the drafts of the spread and of what flows on after it,
and whether the outlook stands in it; None where the history has no timeline that comes to stand on one axis: it then flows like any.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.charts.faults import ChartError
from generator.charts.inks import chart_inks
from generator.charts.planner import alternative, plan
from generator.diagnostics import said
from generator.document.model import plain
from generator.drawing import Group, Role
from generator.layout.book.compositor import Room, flush_right, placed, stacked
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.ornaments import OVER_LARGE, OVER_SMALL, accent, foot_field
from generator.layout.book.pair_rows import pair_row
from generator.layout.book.text_band import text_band
from generator.layout.book.unrolled import unrolled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Chart, Pair, Section
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.pair_rows import PairRow
    from generator.layout.book.text_band import TextBand
    from generator.layout.book.unrolled import Unrolled
    from generator.typeset.model import Composed
    from generator.units import Length

AXIS = 80 / 297
"""Where on the page's height the axis stands, or lower where the words over it need more."""
MESSAGE_DROP = 2
"""Lines from a section's name to its message."""
OVER_AXIS = 1
"""Lines between the words at the head and what the axis needs over it."""
OVER_PAIRS, HEAD = 2, 2
"""Lines from the timeline to the message of the pairs, and from that to the first of their rules."""
TALLEST = 8
"""A row of pairs takes no more lines than these, and no room is left over by it."""
BAND_PAD, BAND_DROP, BAND_COLUMNS = 2, 3, 9
"""Lines of ground over the first line of the outlook, from its name to its message, and the columns of that."""
MOST_BAND = 1 / 3
"""The outlook takes no more of the page's lines than this as a band."""
LOOSE = (3, 2.0, 4)
"""Lines by which axis, roots and what stands under them give way where there is room to spare."""
MESSAGE_COLUMNS = 10
MESSAGE_ROOM = Room(2, said("part.message"), said("room.section-head"))
CHART_ROOM = Room(2, said("part.chart-message"), said("room.over-chart"))
BAND_ROOM = Room(3, said("part.message"), said("room.section-head"))


class Told(NamedTuple):
    """The pages that tell history and outlook, the latter where it stands with it."""

    pages: tuple[PageDraft, ...]
    rest: tuple[Chart, ...]
    outlook: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The outlook at the foot of both pages: name and message on the left, text on the right."""

    section: Section
    name: Composed
    message: Composed
    text: TextBand

    @property
    def lines(self) -> int:
        """Lines of the grid with the ground over it."""
        head = BAND_DROP + self.text.grid.holding(self.message.height)
        return BAND_PAD + max(head, self.text.least)


@dataclass(frozen=True, slots=True)
class Spread:
    """What stands on both pages, set and with its lines given."""

    compositor: Compositor
    section: Section
    number: int
    timeline: Unrolled
    pairs: Chart | None
    rows: tuple[PairRow, ...]
    band: Band | None
    loose: tuple[int, float, int] = (0, 0, 0)
    """Lines given to what stands over the axis, to the roots, and to what stands under them."""

    # Where things stand, in lines of the grid

    @property
    def axis(self) -> int:
        """The line of the axis."""
        grid = self.compositor.grid
        head = max(self._head_end, grid.first + self.text.least)
        return max(grid.line(AXIS), head + OVER_AXIS + self.timeline.over) + self.loose[0]

    @property
    def text(self) -> TextBand:
        """The section's text, on the right page."""
        return text_band(self.compositor, self.section, self.compositor.look.ink)

    @property
    def _head_end(self) -> int:
        grid, (_, message) = self.compositor.grid, self.heads
        return (
            grid.first
            + 1
            + MESSAGE_DROP
            + grid.holding(message.height)
            + grid.holding(_head(self.compositor, self.timeline.chart).height)
        )

    @property
    def heads(self) -> tuple[Composed, Composed]:
        """The section's name and message."""
        compositor, section = self.compositor, self.section
        name = compositor.line(section.name.text, compositor.voices.large_heading, section.name.origin, Role.HEADING_1)
        measure = compositor.span(MESSAGE_COLUMNS)
        message = compositor.set(section.message.text, compositor.voices.heading, measure, section.message.origin)
        return name, compositor.fitted(message, MESSAGE_ROOM, section.message.origin)

    @property
    def first_rule(self) -> int:
        """The line of the first rule of the pairs."""
        return self.axis + self.timeline.under + OVER_PAIRS + HEAD + self.loose[2]

    @property
    def last(self) -> int:
        """The last line over the outlook, or of the page."""
        grid = self.compositor.grid
        return grid.last + 1 - self.band.lines - 2 if self.band else grid.last

    @property
    def each(self) -> int:
        """Rows of pairs on the left page, and at most as many on the right."""
        return -(-len(self.rows) // 2)

    @property
    def least(self) -> int:
        """The last line that is needed over the outlook."""
        if not self.rows:
            return self.axis + self.timeline.under
        return self.first_rule + self.each * max(row.least for row in self.rows)

    @property
    def fits(self) -> bool:
        """Tell whether all of it has room."""
        return self.least <= self.last

    def settled(self) -> Spread:
        """Return it with the room that is to spare given to the axis, the roots and the pairs."""
        over, root, under = LOOSE
        spare, made = self.last - self.least, self
        if not self.rows:
            over, root = spare // 3, 2.0 * (spare > 2 * root)
        made = replace(self, loose=(min(over, spare // 4), 0, min(under, spare // 4) if self.rows else 0))
        return made if made.fits else self

    # What is drawn

    def pages(self) -> tuple[PageDraft, PageDraft]:
        """Return the two pages."""
        left, right = self._left(), self._right()
        marks = [Mark(self.section.id, str(self.section.name))]
        if self.band:
            top = self.compositor.grid.y(self.compositor.grid.last + 1 - self.band.lines)
            marks.append(Mark(self.band.section.id, str(self.band.section.name), top))
        head = self.section.name.text
        return PageDraft(self.number, left, tuple(marks)), PageDraft(self.number + 1, right, head=head)

    def _left(self) -> tuple[Item, ...]:
        grid, (name, message) = self.compositor.grid, self.heads
        left, line = grid.columns(self.number).left, grid.first + 1
        return (
            *self._ground(),
            accent(left, grid.over(grid.y(line), OVER_LARGE), self.compositor.look.brand),
            placed(name, left, grid.y(line)),
            placed(message, left, grid.y(line + MESSAGE_DROP)),
            *self._chart_head(self.timeline.chart, self.axis - self.timeline.over - OVER_AXIS),
            *self.timeline.drawn(self.number, self.axis),
            *self._pairs(self.number, self.rows[: self.each]),
            *self._band_head(),
        )

    def _chart_head(self, chart: Chart, last: int) -> Iterator[Item]:
        """Yield the words over a picture, the last of them on a line, its source at the right."""
        grid, columns, head = self.compositor.grid, self.compositor.grid.columns(self.number), _head(self.compositor, chart)
        yield from stacked(head.words, columns.left, grid.y(last) - head.height + head.words[-1].setting.leading)
        if head.source:
            yield flush_right(head.source, columns.left + columns.width, grid.y(last))

    def _right(self) -> tuple[Item, ...]:
        grid, page, text = self.compositor.grid, self.number + 1, self.text
        items: list[Item] = [*self._ground(), *text.draw(page, grid.first, text.least)]
        items += self.timeline.drawn(page, self.axis)
        items += [*self._pairs(page, self.rows[self.each :])]
        if self.band:
            items += self.band.text.draw(page, grid.last + 1 - self.band.lines + BAND_PAD, self.band.text.least)
        return tuple(items)

    def _ground(self) -> tuple[Item, ...]:
        grid = self.compositor.grid
        return (foot_field(grid, grid.y(grid.last + 1 - self.band.lines), self.compositor.look.ground),) if self.band else ()

    def _band_head(self) -> tuple[Item, ...]:
        if not self.band:
            return ()
        grid, left = self.compositor.grid, self.compositor.grid.columns(self.number).left
        line = grid.last + 1 - self.band.lines + BAND_PAD
        return (
            accent(left, grid.over(grid.y(line), OVER_SMALL), self.compositor.look.brand),
            placed(self.band.name, left, grid.y(line)),
            placed(self.band.message, left, grid.y(line + BAND_DROP)),
        )

    def _pairs(self, page: int, rows: Sequence[PairRow]) -> Iterator[Item]:
        """Yield the pairs of a page as one figure that says what it shows, with their message over those on the left."""
        if not rows or self.pairs is None:
            return
        left = page == self.number
        if left:
            yield from self._chart_head(self.pairs, self.first_rule - 1)
        pitch = min(TALLEST, (self.last - self.first_rule) // self.each)
        items = [item for index, row in enumerate(rows) for item in row.draw(page, self.first_rule + index * pitch)]
        part = self.pairs.pairs[: self.each] if left else self.pairs.pairs[self.each :]
        alt = alternative(replace(self.pairs, pairs=part), first=left)
        yield Group(tuple(items), role=Role.FIGURE, alt=alt, origin=self.pairs.origin)


class Head(NamedTuple):
    """The words over a picture: message, measure and note, and its source."""

    words: tuple[Composed, ...]
    source: Composed | None

    @property
    def height(self) -> Length:
        """Of the words, one under another."""
        return sum(one.height for one in self.words)


def _head(compositor: Compositor, chart: Chart) -> Head:
    voices, measure = compositor.voices, compositor.grid.measure
    message = compositor.set(chart.message.text, voices.small_heading, measure, chart.message.origin, Role.HEADING_3)
    below = [
        compositor.set(text, voice, measure * 3 // 4, chart.origin, Role.CAPTION)
        for text, voice in ((chart.measure, voices.label), (chart.note, voices.note))
        if plain(text)
    ]
    source = compositor.line(chart.source, voices.note, chart.origin, Role.CAPTION) if plain(chart.source) else None
    return Head((compositor.fitted(message, CHART_ROOM, chart.message.origin), *below), source)


def history_spread(compositor: Compositor, history: Section, outlook: Section | None, number: int) -> Told | None:
    """Return history, and where it has room there the outlook, as a spread from a left page on."""
    timelines, pairs, rest = _parted(history.charts)
    if number % 2 or len(timelines) != 1 or history.figures:
        return None
    try:
        timeline = unrolled(compositor, timelines[0])
        for chart in pairs:
            plan(chart, chart_inks(compositor.look.plain))
    except ChartError:
        return None
    if timeline is None:
        return None
    chart = pairs[0] if pairs else None
    rows = tuple(pair_row(compositor, pair, _ink(compositor, pair)) for pair in chart.pairs) if chart else ()
    band = _band(compositor, outlook) if outlook else None
    ways = [(band, rows), (None, rows), (band, ()), (None, ())]
    for closing, shown in ways:
        made = Spread(compositor, history, number, timeline, chart if shown else None, shown, closing)
        if made.fits:
            left = (*(() if shown or chart is None else (chart,)), *rest)
            return Told(made.settled().pages(), left, outlook=closing is not None)
    return None


def _parted(charts: Sequence[Chart]) -> tuple[list[Chart], list[Chart], tuple[Chart, ...]]:
    """Return the timelines of a section, the first of its pairs, and all else."""
    timelines = [chart for chart in charts if chart.kind == "timeline"]
    pairs = [chart for chart in charts if chart.kind == "then-and-now"][:1]
    return timelines, pairs, tuple(chart for chart in charts if chart not in (*timelines, *pairs))


def _ink(compositor: Compositor, pair: Pair) -> Ink:
    """Return the ink of a pair: that of the theme which it names, or else of the first that tells one of its figures."""
    themes, figures = compositor.report.themes, {pair.now.figure, pair.then.figure}
    named = (theme for theme in themes if str(theme.name) == pair.theme)
    telling = (theme for theme in themes if not figures.isdisjoint(datum.figure for datum in (*theme.heroes, *theme.figures)))
    theme = next(named, None) or next(telling, None)
    return compositor.inks(theme).main if theme else compositor.look.ink


def _band(compositor: Compositor, section: Section) -> Band | None:
    """Return the outlook as a band, or None where it has more than words, or more of them than a band takes."""
    if section.figures or section.charts:
        return None
    voices, span = compositor.voices, compositor.span(BAND_COLUMNS)
    name = compositor.line(section.name.text, voices.heading, section.name.origin, Role.HEADING_1)
    message = compositor.set(section.message.text, voices.large_heading, span, section.message.origin)
    message = compositor.fitted(message, BAND_ROOM, section.message.origin)
    band = Band(section, name, message, text_band(compositor, section, compositor.look.ink))
    return band if band.lines <= compositor.grid.lines * MOST_BAND else None
