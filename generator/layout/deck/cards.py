"""Small numbers as a grid of cards, each under a hairline: data and a rectangle in, text boxes on a slide out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.slide_grid import HAIRLINE
from generator.design.type_scale import BESIDE
from generator.layout.deck.heroes import AIR, BETWEEN_ROWS, MOST_ACROSS, label, largest, refuse
from generator.units import Length, Rect

if TYPE_CHECKING:
    from generator.design.type_scale import Step
    from generator.document.model import Datum
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.draft import Draft
    from generator.layout.deck.heroes import Numbers

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


def cards_height(row: Numbers, room: Rect, size: tuple[Length, Step] | None = None) -> Length:
    """Return the height that a grid of cards takes at a size, the least where none is given."""
    digits, step = size or card_sizes(row.bench)[-1]
    rows, width = card_rows(len(row.data)), _width(row.bench, room, len(row.data))
    one = AIR + row.tallest(digits, BESIDE, width) + row.label_height(width, step)
    return rows * one + (rows - 1) * BETWEEN_ROWS


def cards_fit(row: Numbers, room: Rect, size: tuple[Length, Step]) -> bool:
    """Tell whether cards of a size fit a rectangle: every number and every label on one line, and all in the height."""
    (digits, step), width = size, _width(row.bench, room, len(row.data))
    single = row.on_a_line(digits, width, BESIDE) and row.one_line_each(width, step)
    return single and cards_height(row, room, size) <= room.height


def card_grid(draft: Draft, cards: Numbers, room: Rect) -> None:
    """Set small numbers in a grid over a rectangle."""
    bench, count = draft.bench, len(cards.data)
    many, rows, width = across(count), card_rows(count), _width(bench, room, count)
    height = (room.height + BETWEEN_ROWS) // rows - BETWEEN_ROWS
    fitting = (one for one in card_sizes(bench) if cards_fit(cards, room, one))
    size = next(fitting, None) or _squeezed(cards, width, height)
    for index, datum in enumerate(cards.data):
        row, column = divmod(index, many)
        x, y = room.x + column * (width + bench.grid.gutter), room.y + row * (height + BETWEEN_ROWS)
        _card(draft, datum, Rect(x, y, width, height), size)


def _squeezed(row: Numbers, width: Length, height: Length) -> tuple[Length, Step]:
    """Return the size of cards whose labels take more than a line."""
    step, steps = row.bench.ladders.card_labels[-1], row.bench.ladders.cards
    spare = Rect(0, 0, width, max(0, height - AIR - row.label_height(width, step)))
    return largest(row, spare, steps, BESIDE) or steps[-1], step


def _card(draft: Draft, datum: Datum, cell: Rect, size: tuple[Length, Step]) -> None:
    (digits, step), bench = size, draft.bench
    draft.rule("细线", Rect(cell.x, cell.y, cell.width, HAIRLINE), bench.look.rule)
    number = bench.letters.figure(datum.number, digits, draft.part.inks.main)
    said = (number, *label(bench, datum, step))
    box = Rect(cell.x, cell.y + AIR, cell.width, bench.gauge.height(said, cell.width))
    draft.text("数字卡", box, said, datum.origin)
    if box.bottom > cell.bottom:
        refuse(draft, datum, "card", box.bottom - cell.y, cell.height)
