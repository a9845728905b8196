"""Then and now as a native table: a row a pair, its name, then in grey, now in the theme's colour, and what holds of both.

Outside the themes each pair has the colour of its own theme, as on the page.

In: a chart's pairs and a rectangle. Out: a table on a draft, its digits as large as width and height allow. Each number stands over its
own period and scope; a multiple only where the author gives one, a remark where the two are not of one measure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.document.model import Run, plain
from generator.layout.deck import words
from generator.layout.deck.slide import Anchor, Cell, SlideParagraph, TableBox
from generator.layout.deck.table import CELL, TIGHT
from generator.layout.homes import home_of
from generator.units import EMU_PER_POINT, Insets, Length, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.design.type_scale import Step
    from generator.document.model import Chart, Datum, Pair, RichText
    from generator.ink import Ink
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.draft import Draft

Cells: TypeAlias = "tuple[tuple[SlideParagraph, ...], ...]"

WITH_NOTES, WITHOUT = (0.17, 0.27, 0.29, 0.27), (0.24, 0.36, 0.40)
"""The columns in parts of the width, with a column for what holds of both and without."""
THEN, NOW = 1, 2
"""The columns of numbers."""
MOST_AIR = pt(16)
"""How much a row may grow at the most above and below to fill a slide."""


@dataclass(frozen=True, slots=True)
class Form:
    """The sizes of a table of pairs: its digits, its small print, and the air in its cells."""

    digits: Length
    small: Step
    air: Insets


@dataclass(frozen=True, slots=True)
class Made:
    """A table of pairs in a width: its form, its columns' widths and its rows' cells, header first."""

    form: Form
    columns: tuple[Length, ...]
    rows: tuple[Cells, ...]

    def inner(self, column: int) -> Length:
        """Return the width of what stands in a column's cells."""
        return self.columns[column] - self.form.air.left - self.form.air.right

    def heights(self, bench: Bench) -> tuple[Length, ...]:
        """Return the least height of each row."""
        air = self.form.air.top + self.form.air.bottom
        return tuple(
            max(bench.gauge.height(cell, self.inner(column)) for column, cell in enumerate(row)) + air for row in self.rows
        )

    def on_a_line(self, bench: Bench) -> bool:
        """Tell whether every number stands on one line."""
        told = ((column, row[column][0]) for row in self.rows[1:] for column in (THEN, NOW))
        return all(len(bench.gauge.lines(number, self.inner(column))) == 1 for column, number in told)


def fits(draft: Draft, shown: Chart, room: Rect) -> bool:
    """Tell whether a table of pairs fits a rectangle in legible sizes."""
    return _fitting(draft, shown, room) is not None


def put(draft: Draft, shown: Chart, room: Rect, alt: str) -> None:
    """Set a table of pairs in a rectangle, its rows growing a little to fill it; one that is too high is a fault."""
    bench, made = draft.bench, _fitting(draft, shown, room)
    if made is None:
        made = list(_tries(draft, shown, room))[-1]
        _refuse(draft, shown, sum(made.heights(bench)), room.height)
    tall = made.heights(bench)
    spare = max(0, room.height - sum(tall))
    more = min(spare // (2 * len(tall)), MOST_AIR)
    air = replace(made.form.air, top=made.form.air.top + more, bottom=made.form.air.bottom + more)
    heights = tuple(height + 2 * more for height in tall)
    tint = draft.part.inks.tint
    rows = tuple(
        tuple(_cell(cell, column, None if at else tint) for column, cell in enumerate(row)) for at, row in enumerate(made.rows)
    )
    rect = Rect(room.x, room.y, room.width, sum(heights))
    draft.put(TableBox("表格", rect, made.columns, heights, rows, alt, air, bench.look.rule, shown.origin))


def _cell(paragraphs: tuple[SlideParagraph, ...], column: int, fill: Ink | None) -> Cell:
    """Return a cell: numbers begin at the top, so that then and now stand on one line; what tells of them lies in the middle."""
    return Cell(paragraphs, Anchor.TOP if column in {THEN, NOW} else Anchor.MIDDLE, fill)


def _refuse(draft: Draft, shown: Chart, taken: Length, room: Length) -> None:
    sizes = (-(-taken // EMU_PER_POINT), room // EMU_PER_POINT)
    draft.refuse("table", *sizes, shown.origin, unit="points", cure="tallest-row")


def _fitting(draft: Draft, shown: Chart, room: Rect) -> Made | None:
    """Return the table in the largest sizes at which it fits, None where it does in none."""
    bench = draft.bench
    return next(
        (made for made in _tries(draft, shown, room) if made.on_a_line(bench) and sum(made.heights(bench)) <= room.height), None
    )


def _tries(draft: Draft, shown: Chart, room: Rect) -> Iterator[Made]:
    scale = draft.bench.scale
    noted = any(pair.multiple or plain(pair.remark) for pair in shown.pairs)
    parts = WITH_NOTES if noted else WITHOUT
    widths = [round(part * room.width) for part in parts[:-1]]
    columns = (*widths, room.width - sum(widths))
    for small, air in ((scale.caption, CELL), (scale.caption, TIGHT), (scale.note, TIGHT)):
        for digits in scale.figures[1:]:
            form = Form(digits, small, air)
            rows = (_heads(draft, len(parts)), *(_row(draft, pair, form, noted=noted) for pair in shown.pairs))
            yield Made(form, columns, rows)


def _heads(draft: Draft, count: int) -> Cells:
    letters, scale, main = draft.bench.letters, draft.bench.scale, draft.part.inks.main
    return tuple((letters.strong((Run(head),), scale.caption, main),) for head in words.PAIR_HEADS[:count])


def _row(draft: Draft, pair: Pair, form: Form, *, noted: bool) -> Cells:
    bench, main = draft.bench, _ink(draft, pair)
    then, now = _told(bench, pair.then, form, bench.look.grey), _told(bench, pair.now, form, main)
    name = bench.letters.strong(pair.name, bench.scale.body, main)
    return ((name,), then, now, _of_both(bench, pair, form)) if noted else ((name,), then, now)


def _ink(draft: Draft, pair: Pair) -> Ink:
    """Return the ink of a pair: its part's, in a part of no theme that of its own theme."""
    theme = None if draft.part.name else home_of(pair, draft.bench.report.themes)
    return draft.bench.look.theme(theme.color).main if theme else draft.part.inks.main


def _told(bench: Bench, datum: Datum, form: Form, ink: Ink) -> tuple[SlideParagraph, ...]:
    """Return a number over its period and scope."""
    number = bench.letters.figure(datum.number, form.digits, ink)
    where = _joined(datum.period, datum.scope)
    return (number, bench.letters.words(where, form.small, bench.look.grey)) if where else (number,)


def _of_both(bench: Bench, pair: Pair, form: Form) -> tuple[SlideParagraph, ...]:
    """Return the multiple and the remark."""
    remark = bench.letters.words(pair.remark, form.small, bench.look.ink)
    if not pair.multiple:
        return (remark,)
    smaller = next((size for size in bench.scale.figures if size < form.digits), form.digits)
    multiple = bench.letters.figure(pair.multiple, smaller, bench.look.ink)
    return (multiple, *((remark,) if plain(pair.remark) else ()))


def _joined(*texts: RichText) -> RichText:
    """Return those of the texts that say something, with commas between."""
    told = [text for text in texts if plain(text)]
    return tuple(run for place, text in enumerate(told) for run in ((Run("，"),) if place else ()) + tuple(text))
