"""Numbers as heroes and as cards: data and a rectangle in, text boxes and short rules on a sheet out.

A hero is its digits large, qualifier and unit at a third on the same baseline, the label under a short rule, the period below. All
of a row share one size: the largest at which the widest fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.palette import GREY, INK, RULE
from generator.design.type_scale import DECK
from generator.layout.deck import styles
from generator.layout.deck.slide import Anchor
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Datum
    from generator.layout.deck.sheet import Sheet
    from generator.layout.deck.slide import SlideParagraph
    from generator.units import Length

AIR = pt(8)
BETWEEN_ROWS = pt(20)
MOST_ACROSS, MOST_IN_TWO_ROWS = 4, 10
HERO_PARTS = (DECK.hero_part, 0.28, 0.22)
"""Qualifier and unit of a hero, in parts of its digits: the least where they would else press the digits small."""
SMALL = 3
"""Four heroes in a row smaller than this step stand in two rows instead."""
OPTICAL = 0.4
"""Where a block stands that does not fill its height: a little above the middle."""


def label(datum: Datum, step: Step) -> tuple[SlideParagraph, ...]:
    """Return what stands under a number: its label, and the period to which it belongs."""
    small = DECK.caption if step == grid.LABELS[0] else DECK.note
    period = (styles.paragraph(datum.period, styles.REGULAR, small, GREY),) if datum.period else ()
    return (styles.paragraph(datum.label, styles.BOLD, step), *period)


def label_height(sheet: Sheet, data: Sequence[Datum], width: Length, step: Step) -> Length:
    """Return the height of the tallest label of a row."""
    return max(sheet.desk.gauge.height(label(datum, step), width) for datum in data)


def hero_size(sheet: Sheet, data: Sequence[Datum], room: Rect, step: Step = grid.LABELS[-1]) -> Length:
    """Return the largest hero size at which every number of a row fits its column and the block its height.

    Rather than go under a size that is still a hero's, qualifier and unit become smaller beside the digits.
    """
    below = label_height(sheet, data, room.width, step) + grid.SHORT_RULE.height + 2 * AIR
    whole = _largest(sheet, data, (room.width, room.height - below), grid.HEROES, DECK.hero_part)
    if whole and whole >= grid.HERO_WHOLE:
        return whole
    return _largest(sheet, data, (room.width, room.height - below), grid.HEROES, HERO_PARTS[-1]) or grid.HEROES[-1]


def _largest(
    sheet: Sheet, data: Sequence[Datum], room: tuple[Length, Length], steps: tuple[Length, ...], part: float
) -> Length | None:
    """Return the largest of the sizes at which every number stands on one line of a room, width and height."""
    width, height = room

    def fits(digits: Length) -> bool:
        return round(digits * styles.LINE) <= height and _on_a_line(sheet, data, digits, width, part)

    return next((digits for digits in steps if fits(digits)), None)


def _on_a_line(sheet: Sheet, data: Sequence[Datum], digits: Length, width: Length, part: float) -> bool:
    gauge = sheet.desk.gauge
    return all(gauge.width(styles.figure(datum.number, digits, INK, part).runs) <= width for datum in data)


def part_of(sheet: Sheet, data: Sequence[Datum], digits: Length, width: Length) -> float:
    """Return how large qualifier and unit of all numbers of a row are, in parts of their digits."""
    return next((part for part in HERO_PARTS if _on_a_line(sheet, data, digits, width, part)), HERO_PARTS[-1])


def hero(sheet: Sheet, datum: Datum, at: Rect, size: tuple[Length, float, Step], tall: Length = 0) -> Length:
    """Set one hero from the top of a rectangle, its number as high as the `tall`est of its row, and return where it ends."""
    (digits, part, step), ink = size, sheet.livery.inks.main
    number = styles.figure(datum.number, digits, ink, part)
    box = Rect(at.x, at.y, at.width, max(tall, sheet.desk.gauge.height((number,), at.width)))
    sheet.text("关键数字", box, (number,), datum.valued_at, Anchor.TOP if box.height > number.leading else Anchor.BOTTOM)
    rule = Rect(at.x, box.bottom + AIR, grid.SHORT_RULE.width, grid.SHORT_RULE.height)
    sheet.rule("短线", rule, ink)
    said = label(datum, step)
    below = Rect(at.x, rule.bottom + AIR, at.width, sheet.desk.gauge.height(said, at.width))
    sheet.text("数字说明", below, said, datum.named_at)
    if below.bottom > at.bottom:
        _refuse(sheet, datum, "number with its label")
    return below.bottom


def cells(data: Sequence[Datum], room: Rect) -> tuple[Rect, ...]:
    """Return the columns of a row of heroes."""
    width = (room.width + grid.GUTTER) // len(data) - grid.GUTTER
    return tuple(Rect(room.x + index * (width + grid.GUTTER), room.y, width, room.height) for index in range(len(data)))


def row_height(sheet: Sheet, data: Sequence[Datum], room: Rect, step: Step = grid.LABELS[-1]) -> Length:
    """Return the height that a row of heroes takes in a rectangle."""
    cell = cells(data, room)[0]
    below = grid.SHORT_RULE.height + 2 * AIR + label_height(sheet, data, cell.width, step)
    return _tallest(sheet, data, _size(sheet, data, cell, step), cell.width) + below


def _size(sheet: Sheet, data: Sequence[Datum], cell: Rect, step: Step) -> tuple[Length, float, Step]:
    """Return the sizes of a row: its digits, what stands beside them, its labels."""
    digits = hero_size(sheet, data, cell, step)
    return digits, part_of(sheet, data, digits, cell.width), step


def _tallest(sheet: Sheet, data: Sequence[Datum], size: tuple[Length, float, Step], width: Length) -> Length:
    """Return the height of a row's numbers: one that is wider than its column even at the least size goes on in a second line."""
    numbers = (styles.figure(datum.number, size[0], INK, size[1]) for datum in data)
    return max(sheet.desk.gauge.height((one,), width) for one in numbers)


def hero_row(sheet: Sheet, data: Sequence[Datum], room: Rect, step: Step = grid.LABELS[-1]) -> Length:
    """Set heroes side by side in equal columns from the top of a rectangle, and return where the tallest ends."""
    parted = cells(data, room)
    size = _size(sheet, data, parted[0], step)
    tall = _tallest(sheet, data, size, parted[0].width)
    return max(hero(sheet, datum, cell, size, tall) for datum, cell in zip(data, parted, strict=True))


def heroes_alone(sheet: Sheet, large: Sequence[Datum], room: Rect) -> None:
    """Set heroes with no cards a little above the middle of the slide; they take the room that they have, four of them in two rows."""
    if not large:
        return
    if len(large) == MOST_ACROSS and hero_size(sheet, large, cells(large, room)[0]) < grid.HEROES[SMALL]:
        _in_pairs(sheet, large, room)
        return
    step = label_step(sheet, large, cells(large, room)[0])
    height = row_height(sheet, large, room, step)
    hero_row(sheet, large, room.moved(0, round(max(0, room.height - height) * OPTICAL)), step)


def _in_pairs(sheet: Sheet, large: Sequence[Datum], room: Rect) -> None:
    """Set four heroes in two rows of one size."""
    pairs = (large[:2], large[2:])
    half = Rect(room.x, room.y, room.width, (room.height - BETWEEN_ROWS) // 2)
    cell = cells(pairs[0], half)[0]
    size = _size(sheet, large, cell, grid.LABELS[-1])
    for row, pair in enumerate(pairs):
        for datum, at in zip(pair, cells(pair, half.moved(0, row * (half.height + BETWEEN_ROWS))), strict=True):
            hero(sheet, datum, at, size)


def hero_column(sheet: Sheet, data: Sequence[Datum], room: Rect) -> None:
    """Set heroes under one another over the height of a rectangle."""
    height = room.height // len(data)
    cell = Rect(room.x, room.y, room.width, height - BETWEEN_ROWS)
    step = label_step(sheet, data, cell)
    size = _size(sheet, data, cell, step)
    for index, datum in enumerate(data):
        hero(sheet, datum, cell.moved(0, index * height), size)


def label_step(sheet: Sheet, data: Sequence[Datum], cell: Rect) -> Step:
    """Return the largest size at which labels take one line each and make no hero smaller."""
    gauge, most = sheet.desk.gauge, hero_size(sheet, data, cell)

    def fits(step: Step) -> bool:
        single = all(len(gauge.lines(line, cell.width)) == 1 for datum in data for line in label(datum, step))
        return single and hero_size(sheet, data, cell, step) == most

    return next((step for step in grid.LABELS if fits(step)), grid.LABELS[-1])


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


def card_sizes() -> tuple[tuple[Length, Step], ...]:
    """Return every size of a small number with the size of its label, the largest first."""
    return tuple((digits, step) for digits in grid.CARDS for step in grid.CARD_LABELS)


def cards_height(sheet: Sheet, data: Sequence[Datum], room: Rect, size: tuple[Length, Step] | None = None) -> Length:
    """Return the height that a grid of cards takes at a size, the least where none is given."""
    digits, step = size or card_sizes()[-1]
    rows, width = card_rows(len(data)), card_width(room, len(data))
    row = AIR + _numbers_height(sheet, data, digits, width) + label_height(sheet, data, width, step)
    return rows * row + (rows - 1) * BETWEEN_ROWS


def _numbers_height(sheet: Sheet, data: Sequence[Datum], digits: Length, width: Length) -> Length:
    """Return the height of the tallest small number of a row: one wider than its card goes on in a second line."""
    return max(sheet.desk.gauge.height((styles.figure(datum.number, digits, INK, styles.CARD_PART),), width) for datum in data)


def cards_fit(sheet: Sheet, data: Sequence[Datum], room: Rect, size: tuple[Length, Step]) -> bool:
    """Tell whether cards of a size fit a rectangle: every number and every label on one line, and all in the height."""
    width, gauge = card_width(room, len(data)), sheet.desk.gauge
    single = _on_a_line(sheet, data, size[0], width, styles.CARD_PART)
    if not single or cards_height(sheet, data, room, size) > room.height:
        return False
    return all(len(gauge.lines(line, width)) == 1 for datum in data for line in label(datum, size[1]))


def card_grid(sheet: Sheet, data: Sequence[Datum], room: Rect) -> None:
    """Set small numbers in a grid, each under a hairline, over a rectangle."""
    many, rows, width = across(len(data)), card_rows(len(data)), card_width(room, len(data))
    height = (room.height + BETWEEN_ROWS) // rows - BETWEEN_ROWS
    size = next((one for one in card_sizes() if cards_fit(sheet, data, room, one)), None) or _squeezed(sheet, data, width, height)
    for index, datum in enumerate(data):
        row, column = divmod(index, many)
        cell = Rect(room.x + column * (width + grid.GUTTER), room.y + row * (height + BETWEEN_ROWS), width, height)
        _card(sheet, datum, cell, size)


def _squeezed(sheet: Sheet, data: Sequence[Datum], width: Length, height: Length) -> tuple[Length, Step]:
    """Return the size of cards whose labels take more than a line."""
    step = grid.CARD_LABELS[-1]
    spare = height - AIR - label_height(sheet, data, width, step)
    return _largest(sheet, data, (width, spare), grid.CARDS, styles.CARD_PART) or grid.CARDS[-1], step


def _card(sheet: Sheet, datum: Datum, cell: Rect, size: tuple[Length, Step]) -> None:
    digits, step = size
    sheet.rule("细线", Rect(cell.x, cell.y, cell.width, grid.HAIRLINE), RULE)
    number = styles.figure(datum.number, digits, sheet.livery.inks.main, styles.CARD_PART)
    said = (number, *label(datum, step))
    box = Rect(cell.x, cell.y + AIR, cell.width, sheet.desk.gauge.height(said, cell.width))
    sheet.text("数字卡", box, said, datum.origin)
    if box.bottom > cell.bottom:
        _refuse(sheet, datum, "card")


def _refuse(sheet: Sheet, datum: Datum, what: str) -> None:
    said = f"the {what} takes more height than slide {sheet.number} has for it"
    sheet.refuse(said, datum.named_at, "shorten its label, or list fewer figures")
