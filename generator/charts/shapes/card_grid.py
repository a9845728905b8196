"""A grid of cards: figures that share nothing but their theme, each a big number over its name.

In: a chart's data. Out: number, short rule, label, and in grey the period and scope that the chart's measure does not tell already.
"""

from dataclasses import dataclass
from math import ceil

from generator.charts.faults import too_narrow
from generator.charts.lettering import Block, Easel, empty, joined
from generator.charts.plan import Plan
from generator.charts.shapes.marks import rule
from generator.diagnostics import said
from generator.document.model import Chart, Datum, RichText, plain
from generator.document.pieces import caption
from generator.drawing import Item
from generator.typeset.model import Style
from generator.units import Length

MOST_COLUMNS = 4
"""More cards than these go into rows."""

GENEROUS = 0.6
"""A grid has fewer columns rather than digits under this part of the look's."""

ABOVE_RULE, BELOW_RULE, ABOVE_SMALL, ROW_GAP = 0.7, 0.75, 0.4, 2.6
"""Distances in label sizes: number to rule, rule to label, label to period, row to row."""

FEW_CARDS = {1: 2, 2: 1}
"""How many steps larger the digits of few cards may be."""

RULE_LENGTH = 2.4
"""The short rule, in label sizes."""


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of a card, set."""

    number: Block
    label: Block
    small: Block | None

    def text_height(self, easel: Easel) -> Length:
        """Return the height below the rule."""
        small = self.small.height + easel.em(ABOVE_SMALL) if self.small else 0
        return self.label.height + small


@dataclass(frozen=True, slots=True)
class CardGrid:
    """Cards on a grid: rows of cards, and the width of a column."""

    rows: tuple[tuple[Card, ...], ...]
    measure: Length

    def row_height(self, row: tuple[Card, ...], easel: Easel) -> Length:
        """Return the height of a row of cards."""
        look = easel.look
        gaps = easel.em(ABOVE_RULE + BELOW_RULE) + look.stroke
        return self.number_height(row) + gaps + max(card.text_height(easel) for card in row)

    @staticmethod
    def number_height(row: tuple[Card, ...]) -> Length:
        """Return the height that a row's numbers take."""
        return max(card.number.ascent for card in row) + max(card.number.descent for card in row)

    def height(self, easel: Easel) -> Length:
        """Return the height of all rows."""
        gaps = (len(self.rows) - 1) * easel.em(ROW_GAP)
        return sum(self.row_height(row, easel) for row in self.rows) + gaps

    def x(self, column: int, easel: Easel) -> Length:
        """Return the left edge of a column."""
        return column * (self.measure + easel.look.gutter)


def card_grid(chart: Chart, easel: Easel) -> CardGrid:
    """Return a chart's figures as cards on the widest grid that still lets the digits be big; ChartError when nothing fits."""
    columns, style = _grid(chart, easel)
    measure = _measure(columns, easel)
    cards = tuple(_card(datum, chart, style, measure, easel) for datum in chart.data)
    return CardGrid(tuple(cards[start : start + columns] for start in range(0, len(cards), columns)), measure)


def _measure(columns: int, easel: Easel) -> Length:
    return (easel.size.width - (columns - 1) * easel.look.gutter) // columns


def _grid(chart: Chart, easel: Easel) -> tuple[int, Style]:
    count, found = len(chart.data), None
    for most in range(min(count, MOST_COLUMNS), 0, -1):
        columns = ceil(count / ceil(count / most))
        steps = FEW_CARDS.get(count, 0)
        style = easel.digits_that_fit((datum.number for datum in chart.data), _measure(columns, easel), steps)
        if style and (found is None or style.size > found[1].size):
            found = (columns, style)
        if found and found[1].size >= GENEROUS * easel.look.number:
            return found
    if found is None:
        raise too_narrow(chart.origin, said("does-not-fit.card"))
    return found


def _card(datum: Datum, chart: Chart, style: Style, measure: Length, easel: Easel) -> Card:
    look, small = easel.look, untold(datum, chart)
    return Card(
        easel.number(datum.number, style, origin=datum.origin),
        easel.words(caption(datum), look.name(), measure, origin=datum.origin),
        None if empty(small) else easel.small(small, measure, origin=datum.origin),
    )


def untold(datum: Datum, chart: Chart) -> RichText:
    """Return the period and scope of a figure that the chart's measure does not print already.

    Where there are several periods the measure names them all, and does not say which is whose.
    """
    told, several = plain(chart.measure), len({one.when for one in chart.data}) > 1
    period = datum.period if several or plain(datum.period) not in told else ()
    return joined(period, datum.scope if plain(datum.scope) not in told else ())


def draw_row(row: tuple[Card, ...], top: Length, grid: CardGrid, easel: Easel) -> tuple[Item, ...]:
    """Return the items of a row of cards whose numbers begin at this height."""
    return tuple(item for column, card in enumerate(row) for item in _draw_card(card, grid.x(column, easel), (top, row), easel))


def _draw_card(card: Card, x: Length, place: tuple[Length, tuple[Card, ...]], easel: Easel) -> tuple[Item, ...]:
    look, (top, row) = easel.look, place
    baseline = top + max(one.number.ascent for one in row)
    rule_top = top + CardGrid.number_height(row) + easel.em(ABOVE_RULE)
    label_top = rule_top + look.stroke + easel.em(BELOW_RULE)
    small_top = label_top + card.label.height + easel.em(ABOVE_SMALL)
    small = (card.small.at(x, small_top),) if card.small else ()
    mark = rule(x, rule_top, easel.em(RULE_LENGTH), look.stroke, look.inks.main)
    return (card.number.on(x, baseline), mark, card.label.at(x, label_top), *small)


def height(plan: Plan, easel: Easel) -> Length:
    """Return the height of all cards."""
    return card_grid(plan.chart, easel).height(easel)


def draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return the cards, row by row; spare height goes between the rows and above them."""
    cards = card_grid(plan.chart, easel)
    spare = easel.size.height - cards.height(easel)
    between = min(spare // (len(cards.rows) + 1), easel.em(ROW_GAP)) if len(cards.rows) > 1 else 0
    top = round((spare - between * (len(cards.rows) - 1)) * easel.look.above)
    items: list[Item] = []
    for row in cards.rows:
        items.extend(draw_row(row, top, cards, easel))
        top += cards.row_height(row, easel) + easel.em(ROW_GAP) + between
    return tuple(items)
