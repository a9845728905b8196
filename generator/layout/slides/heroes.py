"""Numbers as heroes and as cards: data and a rectangle in, text boxes and short rules on a sheet out.

A hero is its digits large, qualifier and unit at a third on the same baseline, the label under a short rule, the period below. All
of a row share one size: the largest at which the widest fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.palette import INK, RULE
from generator.design.type_scale import DECK
from generator.layout.slide import Anchor
from generator.layout.slides import styles
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Datum
    from generator.ink import Ink
    from generator.layout.slide import SlideParagraph
    from generator.layout.slides.sheet import Sheet
    from generator.units import Length

AIR = pt(8)
BETWEEN_ROWS = pt(20)
MOST_ACROSS, MOST_IN_TWO_ROWS = 4, 10
OPTICAL = 0.4
"""Where a block stands that does not fill its height: a little above the middle."""


def label(datum: Datum, step: Step = grid.LABEL) -> tuple[SlideParagraph, ...]:
    """Return what stands under a number: its label, and the period to which it belongs."""
    return (styles.paragraph(datum.label, styles.BOLD, step), *((styles.note(datum.period),) if datum.period else ()))


def label_height(sheet: Sheet, data: Sequence[Datum], width: Length, step: Step = grid.LABEL) -> Length:
    """Return the height of the tallest label of a row."""
    return max(sheet.desk.gauge.height(label(datum, step), width) for datum in data)


def hero_size(sheet: Sheet, data: Sequence[Datum], room: Rect) -> Length:
    """Return the largest hero size at which every number of a row fits its column and the block its height."""
    below = label_height(sheet, data, room.width) + grid.SHORT_RULE.height + 2 * AIR
    return _largest(sheet, data, room.width, room.height - below, grid.HEROES, DECK.hero_part)


def _largest(
    sheet: Sheet, data: Sequence[Datum], width: Length, height: Length, steps: tuple[Length, ...], part: float
) -> Length:
    def fits(digits: Length) -> bool:
        numbers = [styles.figure(datum.number, digits, INK, part) for datum in data]
        return all(one.leading <= height and sheet.desk.gauge.width(one.runs) <= width for one in numbers)

    return next((digits for digits in steps if fits(digits)), steps[-1])


def hero(sheet: Sheet, datum: Datum, at: Rect, digits: Length, ink: Ink) -> Length:
    """Set one hero from the top of a rectangle, and return where it ends."""
    number = styles.figure(datum.number, digits, ink)
    box = Rect(at.x, at.y, at.width, number.leading)
    sheet.text("关键数字", box, (number,), datum.origin, Anchor.BOTTOM)
    rule = Rect(at.x, box.bottom + AIR, grid.SHORT_RULE.width, grid.SHORT_RULE.height)
    sheet.rule("短线", rule, ink)
    said = label(datum)
    below = Rect(at.x, rule.bottom + AIR, at.width, sheet.desk.gauge.height(said, at.width))
    sheet.text("数字说明", below, said, datum.origin)
    return below.bottom


def _cells(data: Sequence[Datum], room: Rect) -> tuple[Rect, ...]:
    width = (room.width + grid.GUTTER) // len(data) - grid.GUTTER
    return tuple(Rect(room.x + index * (width + grid.GUTTER), room.y, width, room.height) for index in range(len(data)))


def row_height(sheet: Sheet, data: Sequence[Datum], room: Rect) -> Length:
    """Return the height that a row of heroes takes in a rectangle."""
    cell = _cells(data, room)[0]
    below = grid.SHORT_RULE.height + 2 * AIR + label_height(sheet, data, cell.width)
    return round(hero_size(sheet, data, cell) * styles.LINE) + below


def hero_row(sheet: Sheet, data: Sequence[Datum], room: Rect) -> Length:
    """Set heroes side by side in equal columns from the top of a rectangle, and return where the tallest ends."""
    cells = _cells(data, room)
    digits = hero_size(sheet, data, cells[0])
    return max(hero(sheet, datum, cell, digits, sheet.livery.inks.main) for datum, cell in zip(data, cells, strict=True))


def hero_column(sheet: Sheet, data: Sequence[Datum], room: Rect) -> None:
    """Set heroes under one another over the height of a rectangle."""
    height = room.height // len(data)
    cell = Rect(room.x, room.y, room.width, height - BETWEEN_ROWS)
    digits = hero_size(sheet, data, cell)
    for index, datum in enumerate(data):
        hero(sheet, datum, cell.moved(0, index * height), digits, sheet.livery.inks.main)


def across(count: int) -> int:
    """Return how many cards stand side by side: one row up to four, two rows up to ten, then rows of four."""
    if count <= MOST_ACROSS:
        return max(count, 2)
    return -(-count // 2) if count <= MOST_IN_TWO_ROWS else MOST_ACROSS


def card_rows(count: int) -> int:
    """Return how many rows so many cards take."""
    return -(-count // across(count))


def card_width(room: Rect, count: int) -> Length:
    """Return the width of a card in a grid of so many."""
    return (room.width + grid.GUTTER) // across(count) - grid.GUTTER


def cards_height(sheet: Sheet, data: Sequence[Datum], room: Rect) -> Length:
    """Return the height that a grid of cards takes at its least size."""
    rows = card_rows(len(data))
    row = _card_height(sheet, data, card_width(room, len(data)), grid.CARDS[-1])
    return rows * row + (rows - 1) * BETWEEN_ROWS


def _card_height(sheet: Sheet, data: Sequence[Datum], width: Length, digits: Length) -> Length:
    return AIR + round(digits * styles.LINE) + label_height(sheet, data, width, grid.CARD_LABEL)


def card_grid(sheet: Sheet, data: Sequence[Datum], room: Rect) -> None:
    """Set small numbers in a grid, each under a hairline, over a rectangle."""
    many, rows, width = across(len(data)), card_rows(len(data)), card_width(room, len(data))
    height = (room.height + BETWEEN_ROWS) // rows - BETWEEN_ROWS
    spare = height - AIR - label_height(sheet, data, width, grid.CARD_LABEL)
    digits = _largest(sheet, data, width, spare, grid.CARDS, styles.CARD_PART)
    for index, datum in enumerate(data):
        row, column = divmod(index, many)
        cell = Rect(room.x + column * (width + grid.GUTTER), room.y + row * (height + BETWEEN_ROWS), width, height)
        _card(sheet, datum, cell, digits)


def _card(sheet: Sheet, datum: Datum, cell: Rect, digits: Length) -> None:
    sheet.rule("细线", Rect(cell.x, cell.y, cell.width, grid.HAIRLINE), RULE)
    number = styles.figure(datum.number, digits, sheet.livery.inks.main, styles.CARD_PART)
    said = (number, *label(datum, grid.CARD_LABEL))
    box = Rect(cell.x, cell.y + AIR, cell.width, sheet.desk.gauge.height(said, cell.width))
    sheet.text("数字卡", box, said, datum.origin)
    if box.bottom > cell.bottom:
        sheet.refuse(
            f"the card takes more height than slide {sheet.number} has for it",
            datum.origin,
            "shorten its label, or list fewer figures",
        )
