"""The history as one spread: its years unrolled over two facing pages, then and now under them, and the outlook as a band at the foot.

In: the sections history and outlook, and the page to begin on, a left one. Out: the drafts of the spread, what flows on after it, and
whether the outlook stands in it; None where the history has no timeline that comes to stand on one axis: it then flows like any.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.charts.faults import ChartError
from generator.charts.inks import chart_inks
from generator.charts.planner import alternative, plan
from generator.drawing import Group, Role
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.figure_rows import figure_rows
from generator.layout.book.history_parts import head, opening, outlook_band
from generator.layout.book.pair_rows import pair_row
from generator.layout.book.picture_band import picture_bands
from generator.layout.book.section import exhibits
from generator.layout.book.unrolled import unrolled
from generator.layout.homes import home_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Chart, Datum, Pair, Section
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.bands import Band
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.history_parts import Head, Opening, Outlook
    from generator.layout.book.pair_rows import PairRow
    from generator.layout.book.unrolled import Unrolled

AXIS = 80 / 297
"""Where on the page's height the axis stands, or lower where the words over it need more."""
OVER_AXIS = 1
"""Lines between the words at the head and what the axis needs over it."""
OVER_PAIRS, UNDER_HEAD = 2, 2
"""Lines from the timeline to the words over the pairs, and from the first of these to the first row."""
OVER_OUTLOOK = 2
SHORT_ROOT = 1.6
"""Lines from the arcs to the words where there is little room."""
TALLEST = 8
"""A row of pairs takes no more lines than these."""


class Told(NamedTuple):
    """The pages that tell the history, what has no room there, and whether the outlook has."""

    pages: tuple[PageDraft, ...]
    rest: tuple[Band, ...]
    outlook: bool


class Loose(NamedTuple):
    """Lines of the grid that axis, roots and pairs give way by where there is room to spare."""

    axis: int = 0
    root: float = 0
    pairs: int = 0


FIRM = Loose()


@dataclass(frozen=True, slots=True)
class Spread:
    """What stands on both pages, set; `low` puts the text beside a pair that is alone rather than over the axis."""

    section: Section
    number: int
    opening: Opening
    heads: tuple[Head, ...]
    timeline: Unrolled
    pairs: Chart | None
    rows: tuple[PairRow, ...]
    outlook: Outlook | None
    low: bool = False
    loose: Loose = FIRM

    @property
    def axis(self) -> int:
        """The line of the axis."""
        grid = self.opening.compositor.grid
        text = 0 if self.low else grid.first + self.opening.text.least
        over = max(self.opening.end + self.heads[0].lines, text) + OVER_AXIS + self.timeline.over
        return max(grid.line(AXIS), over) + self.loose.axis

    @property
    def _under(self) -> int:
        """The line under the timeline."""
        return self.axis + self.timeline.under + self.loose.pairs

    @property
    def first_row(self) -> int:
        """The line of the first row of pairs."""
        return self._under + OVER_PAIRS + UNDER_HEAD

    @property
    def each(self) -> int:
        """Rows on the left page, and at most as many on the right."""
        return -(-len(self.rows) // 2)

    @property
    def last(self) -> int:
        """The last line over the outlook, or of the page."""
        return self.outlook.first - OVER_OUTLOOK if self.outlook else self.opening.compositor.grid.last

    @property
    def least(self) -> int:
        """The last line that is needed."""
        rows = self.first_row + self.each * max(row.least for row in self.rows) if self.rows else self._under
        return max(rows, self._text_line + self.opening.text.least) if self.low else rows

    @property
    def fits(self) -> bool:
        """Tell whether all of it has room."""
        return self.least <= self.last

    @property
    def _text_line(self) -> int:
        return self._under + OVER_PAIRS if self.low else self.opening.compositor.grid.first

    def settled(self) -> Spread:
        """Return it with the room that is to spare given away: most of it to the axis and its roots where no pairs stand under them."""
        spare = self.last - self.least
        loose = Loose(min(3, spare // 4), min(1.5, spare / 8), min(4, spare // 4)) if self.rows else Loose(spare // 2, spare / 6)
        root = self.timeline.root + loose.root
        made = replace(self, loose=loose, timeline=replace(self.timeline, root=root))
        return made if made.fits else self

    def pages(self) -> tuple[PageDraft, PageDraft]:
        """Return the two pages."""
        marks = [Mark(self.section.id, str(self.section.name))]
        if self.outlook:
            top = self.opening.compositor.grid.y(self.outlook.first)
            marks.append(Mark(self.outlook.section.id, str(self.outlook.section.name), top))
        left = PageDraft(self.number, tuple(self._left()), tuple(marks))
        return left, PageDraft(self.number + 1, tuple(self._right()), head=self.section.name.text)

    def _left(self) -> Iterator[Item]:
        page, timeline = self.number, self.timeline
        yield from self.opening.draw(page)
        yield self._read_here()
        head = self.heads[0].draw(page, self.axis - timeline.over - OVER_AXIS)
        yield _one(timeline.chart.origin, *head, *timeline.drawn(page, self.axis))
        if self.pairs:
            over = self.heads[1].draw(page, self.first_row - 1)
            yield _one(self.pairs.origin, *over, self._pairs(page, slice(self.each)))
        yield from self.outlook.draw(page) if self.outlook else ()

    def _right(self) -> Iterator[Item]:
        page, text = self.number + 1, self.opening.text
        yield self._read_here(*text.draw(page, self._text_line, text.least))
        yield _one(self.timeline.chart.origin, *self.timeline.drawn(page, self.axis))
        if self.pairs and self.rows[self.each :]:
            yield _one(self.pairs.origin, self._pairs(page, slice(self.each, None)))
        yield from self.outlook.draw(page) if self.outlook else ()

    def _read_here(self, *items: Item) -> Group:
        """Return the text as it is read: after the message, before the pictures, though it stands on the right page."""
        return _one(f"{self.section.origin}.text", *items)

    def _pairs(self, page: int, part: slice) -> Group:
        """Return pairs as one figure that says what it shows; the chart's message stands with those on the left."""
        assert self.pairs
        pitch = min(TALLEST, (self.last - self.first_row) // self.each)
        lines = range(self.first_row, self.first_row + self.each * pitch, pitch)
        items = tuple(item for row, line in zip(self.rows[part], lines, strict=False) for item in row.draw(page, line))
        alt = alternative(replace(self.pairs, pairs=self.pairs.pairs[part]), first=page == self.number)
        return Group(items, role=Role.FIGURE, alt=alt, origin=self.pairs.origin)


def _one(name: str, *items: Item) -> Group:
    """Return what is read as one section, on both pages."""
    return Group(items, role=Role.SECTION, origin=name)


def history_spread(compositor: Compositor, history: Section, outlook: Section | None, number: int) -> Told | None:
    """Return history, and where it has room there the outlook, as a spread from a left page on."""
    timelines, pairs, rest = _parted(history.charts)
    if number % 2 or len(timelines) != 1:
        return None
    try:
        timeline = unrolled(compositor, timelines[0])
        for chart in pairs:
            plan(chart, chart_inks(compositor.look.plain))
    except ChartError:  # as an exhibit it tells what is wrong with it
        return None
    if timeline is None:
        return None
    rows = tuple(pair_row(compositor, pair, _ink(compositor, pair)) for chart in pairs for pair in chart.pairs)
    heads = tuple(head(compositor, chart) for chart in (*timelines, *pairs))
    band = outlook_band(compositor, outlook) if outlook else None
    told = opening(compositor, history)
    tight = replace(timeline, root=SHORT_ROOT)
    for closing, shown, drawn in (
        (band, rows, timeline),
        (band, rows, tight),
        (None, rows, timeline),
        (None, rows, tight),
        (None, (), tight),
    ):
        beside = pairs[0] if shown else None
        made = Spread(history, number, told, heads, drawn, beside, shown, closing, low=len(shown) == 1)
        if made.fits:
            more = _rest(compositor, history.figures, rest if shown else (*pairs, *rest))
            after = (*more, *picture_bands(compositor, history.blocks))
            return Told(made.settled().pages(), after, outlook=closing is not None)
    return None


def _rest(compositor: Compositor, figures: Sequence[Datum], charts: Sequence[Chart]) -> Iterator[Band]:
    """Yield figures and charts that flow on after the spread."""
    if figures:
        yield figure_rows(compositor, figures, compositor.look.ink)
    yield from exhibits(compositor, charts)


def _parted(charts: Sequence[Chart]) -> tuple[list[Chart], list[Chart], tuple[Chart, ...]]:
    """Return the timelines of a section, the first of its charts of pairs, and all else."""
    timelines = [chart for chart in charts if chart.kind == "timeline"]
    pairs = [chart for chart in charts if chart.kind == "then-and-now"][:1]
    return timelines, pairs, tuple(chart for chart in charts if chart not in (*timelines, *pairs))


def _ink(compositor: Compositor, pair: Pair) -> Ink:
    """Return the ink of a pair: that of its theme."""
    theme = home_of(pair, compositor.report.themes)
    return compositor.inks(theme).main if theme else compositor.look.ink
