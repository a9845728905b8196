"""Small numbers as a grid of cards, each under a hairline: data and a rectangle in, text boxes on a slide out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.slide_grid import HAIRLINE
from generator.layout.deck.heroes import (
    AIR,
    BETWEEN_ROWS,
    MOST_ACROSS,
    label,
    label_height,
    largest,
    on_a_line,
    one_line_each,
    refuse,
)
from generator.layout.deck.letters import CARD_PART
from generator.units import Length, Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Datum
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.draft import Draft

MOST_IN_TWO_ROWS = 10


def across(count: int) -> int:
    """Return how many cards stand side by side: one row up to four, two rows up to ten, then rows of four."""
    if count <= MOST_ACROSS:
        return max(count, 2)
    return -(-count // 2) if count <= MOST_IN_TWO_ROWS else MOST_ACROSS


def card_rows(count: int) -> int:
    """Return how many rows so many cards take."""
    return -(-count // across(count))


def _width(bench: Bench, room: Rect, count: int) -> Length:
    """Return the width of a card in a grid of so many."""
    return (room.width + bench.grid.gutter) // across(count) - bench.grid.gutter


def card_sizes(bench: Bench) -> tuple[tuple[Length, Step], ...]:
    """Return every size of a small number with the size of its label, the largest first."""
    return tuple((digits, step) for digits in bench.ladders.cards for step in bench.ladders.card_labels)


def cards_height(bench: Bench, data: Sequence[Datum], room: Rect, size: tuple[Length, Step] | None = None) -> Length:
    """Return the height that a grid of cards takes at a size, the least where none is given."""
    digits, step = size or card_sizes(bench)[-1]
    rows, width = card_rows(len(data)), _width(bench, room, len(data))
    row = AIR + _numbers_height(bench, data, digits, width) + label_height(bench, data, width, step)
    return rows * row + (rows - 1) * BETWEEN_ROWS


def _numbers_height(bench: Bench, data: Sequence[Datum], digits: Length, width: Length) -> Length:
    """Return the height of the tallest small number of a row: one wider than its card goes on in a second line."""
    made = (bench.letters.figure(datum.number, digits, bench.look.ink, CARD_PART) for datum in data)
    return max(bench.gauge.height((one,), width) for one in made)


def cards_fit(bench: Bench, data: Sequence[Datum], room: Rect, size: tuple[Length, Step]) -> bool:
    """Tell whether cards of a size fit a rectangle: every number and every label on one line, and all in the height."""
    width = _width(bench, room, len(data))
    single = on_a_line(bench, data, size[0], width, CARD_PART) and one_line_each(bench, data, width, size[1])
    return single and cards_height(bench, data, room, size) <= room.height


def card_grid(draft: Draft, data: Sequence[Datum], room: Rect) -> None:
    """Set small numbers in a grid over a rectangle."""
    bench, many, rows, width = draft.bench, across(len(data)), card_rows(len(data)), _width(draft.bench, room, len(data))
    height = (room.height + BETWEEN_ROWS) // rows - BETWEEN_ROWS
    fitting = (one for one in card_sizes(bench) if cards_fit(bench, data, room, one))
    size = next(fitting, None) or _squeezed(bench, data, width, height)
    for index, datum in enumerate(data):
        row, column = divmod(index, many)
        x, y = room.x + column * (width + bench.grid.gutter), room.y + row * (height + BETWEEN_ROWS)
        _card(draft, datum, Rect(x, y, width, height), size)


def _squeezed(bench: Bench, data: Sequence[Datum], width: Length, height: Length) -> tuple[Length, Step]:
    """Return the size of cards whose labels take more than a line."""
    step, steps = bench.ladders.card_labels[-1], bench.ladders.cards
    spare = Rect(0, 0, width, max(0, height - AIR - label_height(bench, data, width, step)))
    return largest(bench, data, spare, steps, CARD_PART) or steps[-1], step


def _card(draft: Draft, datum: Datum, cell: Rect, size: tuple[Length, Step]) -> None:
    (digits, step), bench = size, draft.bench
    draft.rule("细线", Rect(cell.x, cell.y, cell.width, HAIRLINE), bench.look.rule)
    number = bench.letters.figure(datum.number, digits, draft.part.inks.main, CARD_PART)
    said = (number, *label(bench, datum, step))
    box = Rect(cell.x, cell.y + AIR, cell.width, bench.gauge.height(said, cell.width))
    draft.text("数字卡", box, said, datum.origin)
    if box.bottom > cell.bottom:
        refuse(draft, datum, "card", box.bottom - cell.y, cell.height)
