"""Then and now: pairs of numbers years apart, each with its own period and scope, and a multiple only where the author gives one.

In: a chart's pairs. Out: a row a pair: name, then (grey), now (the theme's colour), multiple; periods and scopes under the numbers,
a remark under both, or at the right where a wide picture is too low for that. On a narrow page the name stands over its row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.charts.alt_text import datum_text
from generator.charts.arithmetic import multiples_follow
from generator.charts.faults import ChartError, too_narrow
from generator.charts.kind import Drawn, Kind
from generator.charts.lettering import Block, Easel, empty
from generator.charts.plan import Plan
from generator.charts.shapes.marks import arrow, rule
from generator.diagnostics import said
from generator.document.model import Chart, plain
from generator.document.model import Pair as Content
from generator.drawing import Item
from generator.typeset.model import Style
from generator.units import Length

NAME_PART = 0.17
"""The width of the column of names, in widths of the picture; then, now and the multiple share the rest."""

WIDE = 36
"""From this width on, in label sizes, names have a column of their own."""

PAD, BELOW_NUMBER, ABOVE_REMARK, BELOW_NAME, ARROW = 1.0, 0.5, 0.7, 0.7, 2.6
"""In label sizes: rule to row, number to period, period to remark, name to number, the arrow's length."""

FEWER = -2
"""The steps from the digits of a picture with a single number to the largest of a list."""

MULTIPLE = -2
"""The steps from the digits of then and now to the multiple's."""

ASIDE_PART = 0.22
"""The width of a column of remarks, in widths of the picture."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and the measure of then and now, whether names have a column, and the style of all numbers.

    `aside` is the left edge of a column of multiples and remarks, 0 where remarks stand under their numbers.
    """

    wide: bool
    then: Length
    now: Length
    measure: Length
    digits: Style
    aside: Length = 0


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of a pair, set."""

    name: Block
    numbers: tuple[Block, Block]
    under: tuple[Block, Block]
    multiple: Block | None
    remark: Block | None

    def ascent(self) -> Length:
        """Return the height of the numbers above their baseline."""
        return max(number.ascent for number in self.numbers)

    def descent(self) -> Length:
        """Return the depth of the numbers under their baseline."""
        return max(number.descent for number in self.numbers)


def has_pairs(chart: Chart) -> Iterator[ChartError]:
    """Refuse a chart without pairs."""
    if not chart.pairs:
        yield ChartError(said("bad-chart.no-pairs"), said("hint.name-pairs"), chart.origin)


def describe(chart: Chart) -> tuple[str, ...]:
    """Return every pair: both values, the multiple, the remark."""
    return tuple(_describe(pair) for pair in chart.pairs)


def _describe(pair: Content) -> str:
    parts = [f"{plain(pair.name)}，从前{datum_text(pair.then)}，现在{datum_text(pair.now)}"]
    parts += [f"为从前的{pair.multiple}"] if pair.multiple else []
    parts += [plain(pair.remark)] if not empty(pair.remark) else []
    return "，".join(parts)


def _set(chart: Chart, easel: Easel) -> tuple[Columns, tuple[Row, ...]]:
    """Return columns and rows; a wide picture has a column of remarks where these do not fit under their numbers."""
    stacked = _columns_beside(chart, 0, easel)
    rows = _rows(chart, stacked, easel)
    low = 0 < easel.size.height < _rows_height(rows, stacked, easel)
    if not stacked.wide or not low or all(empty(pair.remark) for pair in chart.pairs):
        return stacked, rows
    parted = _columns_beside(chart, round(ASIDE_PART * easel.size.width), easel)
    return parted, _rows(chart, parted, easel)


def _columns_beside(chart: Chart, aside: Length, easel: Easel) -> Columns:
    """Return the columns with the largest digits that fit; the multiple is flush right, over the row when names are."""
    look, width = easel.look, easel.size.width
    wide = width >= WIDE * look.label
    name = round(NAME_PART * width) if wide else 0
    numbers = [datum.number for pair in chart.pairs for datum in (pair.then, pair.now)]
    most = easel.digits_that_fit(numbers, width, FEWER)
    for digits in easel.digits(most.size if most else 0):
        last = max(_multiples_width(chart, digits, easel), aside) if wide else 0
        measure = (width - name - last) // 2
        if max(easel.number_width(number, digits) for number in numbers) <= measure - _gap(easel):
            return Columns(wide, name, name + measure, measure, digits, width - last + look.label if aside else 0)
    raise too_narrow(chart.origin, said("does-not-fit.column"))


def _multiple_style(digits: Style, easel: Easel) -> Style:
    return Style(digits.face, max(easel.look.stepped(digits.size, MULTIPLE), easel.look.label), easel.look.inks.ink)


def _multiples_width(chart: Chart, digits: Style, easel: Easel) -> Length:
    style = _multiple_style(digits, easel)
    widths = [easel.number_width(pair.multiple, style) + easel.look.label for pair in chart.pairs if pair.multiple]
    return max(widths, default=0)


def _gap(easel: Easel) -> Length:
    """Return the room between then and now, which holds the arrow."""
    return easel.em(ARROW + 1.6)


def _rows(chart: Chart, columns: Columns, easel: Easel) -> tuple[Row, ...]:
    return tuple(_row(pair, columns, easel) for pair in chart.pairs)


def _row(pair: Content, columns: Columns, easel: Easel) -> Row:
    look, digits = easel.look, columns.digits
    quiet = replace(digits, ink=look.inks.grey)
    multiple = easel.number(pair.multiple, _multiple_style(digits, easel), origin=pair.origin) if pair.multiple else None
    beside = multiple.width if multiple and not columns.wide else 0
    name = (columns.then if columns.wide else easel.size.width - beside) - look.label
    return Row(
        easel.words(pair.name, look.strong(look.inks.ink), name, origin=pair.origin),
        (
            easel.number(pair.then.number, quiet, origin=pair.then.origin),
            easel.number(pair.now.number, digits, origin=pair.now.origin),
        ),
        (easel.when(pair.then, columns.measure), easel.when(pair.now, columns.measure)),
        multiple,
        None if empty(pair.remark) else _remark(pair, columns, easel),
    )


def _remark(pair: Content, columns: Columns, easel: Easel) -> Block:
    if columns.aside:
        return easel.words(pair.remark, easel.look.small(), easel.size.width - columns.aside, origin=pair.origin)
    return easel.small(pair.remark, 2 * columns.measure - easel.look.label, origin=pair.origin)


def _row_height(row: Row, columns: Columns, easel: Easel) -> Length:
    numbers = row.ascent() + row.descent() + easel.em(BELOW_NUMBER) + max(block.height for block in row.under)
    name = 0 if columns.wide else _name_height(row) + easel.em(BELOW_NAME)
    remark = row.remark.height + easel.em(ABOVE_REMARK) if row.remark else 0
    if columns.aside:
        side = row.remark.height + _above_aside(row, easel) if row.remark else 0
        return max(numbers, side, row.name.height) + easel.em(2 * PAD)
    return max(name + numbers + remark, row.name.height) + easel.em(2 * PAD)


def _above_aside(row: Row, easel: Easel) -> Length:
    """Return where a remark at the right begins, under the row's top: with the digits, or under the multiple."""
    below = row.ascent() + row.descent() + easel.em(BELOW_NUMBER)
    return below if row.multiple or not row.remark else max(0, row.ascent() - row.remark.ascent)


def _name_height(row: Row) -> Length:
    """Return the height of a name over its row, with the multiple at its right."""
    return max(row.name.height, row.multiple.height if row.multiple else 0)


def _height(plan: Plan, easel: Easel) -> Length:
    columns, rows = _set(plan.chart, easel)
    return _rows_height(rows, columns, easel)


def _rows_height(rows: Sequence[Row], columns: Columns, easel: Easel) -> Length:
    return sum(_row_height(row, columns, easel) for row in rows)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    look, (columns, rows) = easel.look, _set(plan.chart, easel)
    heights = [_row_height(row, columns, easel) for row in rows]
    spare = easel.size.height - sum(heights)
    more = min(spare // len(rows), easel.em(2 * PAD))
    top = round((spare - more * len(rows)) * look.above)
    items: list[Item] = []
    for row, tall in zip(rows, heights, strict=True):
        items.append(rule(0, top, easel.size.width, look.hairline, look.inks.rule))
        items.extend(_draw_row(row, columns, top + easel.em(PAD) + more // 2, easel))
        top += tall + more
    return tuple(items)


def _draw_row(row: Row, columns: Columns, top: Length, easel: Easel) -> tuple[Item, ...]:
    look, label = easel.look, easel.look.label
    above = 0 if columns.wide else _name_height(row) + easel.em(BELOW_NAME)
    baseline = top + above + row.ascent()
    under = baseline + row.descent() + easel.em(BELOW_NUMBER)
    single = len(row.name.composed.lines) == 1
    items: list[Item] = [row.name.on(0, baseline) if columns.wide and single else row.name.at(0, top)]
    items += [row.numbers[0].on(columns.then, baseline), row.under[0].at(columns.then, under)]
    tip = columns.now - label
    items += arrow(tip - easel.em(ARROW), tip, baseline - row.ascent() // 3, look.hairline, look.inks.grey)
    items += [row.numbers[1].on(columns.now, baseline), row.under[1].at(columns.now, under)]
    if row.multiple:
        level = baseline if columns.wide else top + row.multiple.ascent
        items.append(row.multiple.on(columns.aside or easel.size.width - row.multiple.width, level))
    if row.remark and columns.aside:
        items.append(row.remark.at(columns.aside, top + _above_aside(row, easel)))
    elif row.remark:
        after = under + max(block.height for block in row.under) + easel.em(ABOVE_REMARK)
        items.append(row.remark.at(columns.then, after))
    return tuple(items)


KIND = Kind("今昔对照", (has_pairs, multiples_follow), Drawn(_height, _height, _draw), describe=describe, wide=True, stretch=1.25)
