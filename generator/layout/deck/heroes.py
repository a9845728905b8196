"""Numbers as heroes: data and a rectangle in, text boxes and short rules on a slide out.

A hero is its digits large, qualifier and unit at a third on the same baseline, the label under a short rule, the period below. All
of a row share one size: the largest at which the widest fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.slide_grid import SHORT_RULE
from generator.layout.deck import letters
from generator.layout.deck.slide import Anchor, SlideParagraph
from generator.units import EMU_PER_POINT, Length, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Datum
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.draft import Draft

AIR = pt(8)
BETWEEN_ROWS = pt(20)
MOST_ACROSS = 4
SMALL = 3
"""Four heroes in a row smaller than this step stand in two rows instead."""
OPTICAL = 0.4
"""Where a block stands that does not fill its height: a little above the middle."""


def label(bench: Bench, datum: Datum, step: Step) -> tuple[SlideParagraph, ...]:
    """Return what stands under a number: its label, and the period to which it belongs."""
    small = bench.scale.caption if step == bench.ladders.labels[0] else bench.scale.note
    period = (bench.letters.words(datum.period, small, bench.look.grey),) if datum.period else ()
    return (bench.letters.strong(datum.label, step), *period)


def label_height(bench: Bench, data: Sequence[Datum], width: Length, step: Step) -> Length:
    """Return the height of the tallest label of a row."""
    return max(bench.gauge.height(label(bench, datum, step), width) for datum in data)


def _below(bench: Bench, data: Sequence[Datum], width: Length, step: Step) -> Length:
    """Return the height of what stands under the numbers of a row."""
    return SHORT_RULE.height + 2 * AIR + label_height(bench, data, width, step)


def hero_size(bench: Bench, data: Sequence[Datum], room: Rect, step: Step) -> Length:
    """Return the largest hero size at which every number of a row fits its column and the block its height.

    Rather than go under a size that is still a hero's, qualifier and unit become smaller beside the digits.
    """
    steps, parts = bench.ladders.heroes, bench.ladders.hero_parts
    inside = Rect(room.x, room.y, room.width, max(0, room.height - _below(bench, data, room.width, step)))
    whole = largest(bench, data, inside, steps, parts[0])
    if whole and whole >= bench.ladders.hero_whole:
        return whole
    return largest(bench, data, inside, steps, parts[-1]) or steps[-1]


def largest(bench: Bench, data: Sequence[Datum], room: Rect, steps: tuple[Length, ...], part: float) -> Length | None:
    """Return the largest of the sizes at which every number stands on one line of a room."""
    high = (digits for digits in steps if round(digits * letters.LINE) <= room.height)
    return next((digits for digits in high if on_a_line(bench, data, digits, room.width, part)), None)


def on_a_line(bench: Bench, data: Sequence[Datum], digits: Length, width: Length, part: float) -> bool:
    """Tell whether every number of a row stands on one line of a width, qualifier and unit at a part of its digits."""
    return all(bench.gauge.width(_number(bench, datum, digits, part).runs) <= width for datum in data)


def _number(bench: Bench, datum: Datum, digits: Length, part: float) -> SlideParagraph:
    return bench.letters.figure(datum.number, digits, bench.look.ink, part)


def hero(draft: Draft, datum: Datum, at: Rect, size: tuple[Length, float, Step], tall: Length = 0) -> Length:
    """Set one hero from the top of a rectangle, its number as high as the `tall`est of its row, and return where it ends."""
    (digits, part, step), ink, gauge = size, draft.part.inks.main, draft.bench.gauge
    number = draft.bench.letters.figure(datum.number, digits, ink, part)
    box = Rect(at.x, at.y, at.width, max(tall, gauge.height((number,), at.width)))
    draft.text("关键数字", box, (number,), datum.valued_at, Anchor.TOP if box.height > number.leading else Anchor.BOTTOM)
    rule = Rect(at.x, box.bottom + AIR, SHORT_RULE.width, SHORT_RULE.height)
    draft.rule("短线", rule, ink)
    said = label(draft.bench, datum, step)
    below = Rect(at.x, rule.bottom + AIR, at.width, gauge.height(said, at.width))
    draft.text("数字说明", below, said, datum.named_at)
    if below.bottom > at.bottom:
        refuse(draft, datum, "hero", below.bottom - at.y, at.height)
    refuse_wide(draft, datum, number, at.width)
    return below.bottom


def refuse_wide(draft: Draft, datum: Datum, number: SlideParagraph, room: Length) -> None:
    """Record digits that are wider than their column: they stand on one line."""
    wide = max((draft.bench.gauge.natural((run,)) for run in number.runs if run.text == datum.number.digits), default=0)
    if wide > room:
        sizes = (-(-wide // EMU_PER_POINT), room // EMU_PER_POINT)
        draft.refuse("hero", *sizes, datum.valued_at, unit="points", cure="number-shorter")


def refuse(draft: Draft, datum: Datum, what: str, taken: Length, room: Length) -> None:
    """Record that a number takes more height than there is for it."""
    sizes = (-(-taken // EMU_PER_POINT), room // EMU_PER_POINT)
    draft.refuse(what, *sizes, datum.named_at, unit="points", cure="shorten-label")


def cells(bench: Bench, data: Sequence[Datum], room: Rect) -> tuple[Rect, ...]:
    """Return the columns of a row of heroes."""
    gutter = bench.grid.gutter
    width = (room.width + gutter) // len(data) - gutter
    return tuple(Rect(room.x + index * (width + gutter), room.y, width, room.height) for index in range(len(data)))


def row_height(bench: Bench, data: Sequence[Datum], room: Rect, step: Step | None = None) -> Length:
    """Return the height that a row of heroes takes in a rectangle, its labels in the least size where none is given."""
    cell, under = cells(bench, data, room)[0], step or bench.ladders.labels[-1]
    return _tallest(bench, data, _size(bench, data, cell, under), cell.width) + _below(bench, data, cell.width, under)


def _size(bench: Bench, data: Sequence[Datum], cell: Rect, step: Step) -> tuple[Length, float, Step]:
    """Return the sizes of a row: its digits, what stands beside them in parts of these, its labels."""
    digits, parts = hero_size(bench, data, cell, step), bench.ladders.hero_parts
    return digits, next((part for part in parts if on_a_line(bench, data, digits, cell.width, part)), parts[-1]), step


def _tallest(bench: Bench, data: Sequence[Datum], size: tuple[Length, float, Step], width: Length) -> Length:
    """Return the height of a row's numbers: one that is wider than its column even at the least size goes on in a second line."""
    return max(bench.gauge.height((_number(bench, datum, size[0], size[1]),), width) for datum in data)


def hero_row(draft: Draft, data: Sequence[Datum], room: Rect, step: Step) -> Length:
    """Set heroes side by side in equal columns from the top of a rectangle, and return where the tallest ends."""
    parted = cells(draft.bench, data, room)
    size = _size(draft.bench, data, parted[0], step)
    tall = _tallest(draft.bench, data, size, parted[0].width)
    return max(hero(draft, datum, cell, size, tall) for datum, cell in zip(data, parted, strict=True))


def heroes_alone(draft: Draft, large: Sequence[Datum], room: Rect) -> None:
    """Set heroes with no cards a little above the middle of the slide; they take the room that they have, four of them in two rows."""
    if not large:
        return
    bench, cell = draft.bench, cells(draft.bench, large, room)[0]
    sizes = bench.ladders
    if len(large) == MOST_ACROSS and hero_size(bench, large, cell, sizes.labels[-1]) < sizes.heroes[SMALL]:
        _in_pairs(draft, large, room)
        return
    step = label_step(bench, large, cell)
    height = row_height(bench, large, room, step)
    hero_row(draft, large, room.moved(0, round(max(0, room.height - height) * OPTICAL)), step)


def _in_pairs(draft: Draft, large: Sequence[Datum], room: Rect) -> None:
    """Set four heroes in two rows of one size."""
    pairs, bench = (large[:2], large[2:]), draft.bench
    half = Rect(room.x, room.y, room.width, (room.height - BETWEEN_ROWS) // 2)
    size = _size(bench, large, cells(bench, pairs[0], half)[0], bench.ladders.labels[-1])
    for row, pair in enumerate(pairs):
        for datum, at in zip(pair, cells(bench, pair, half.moved(0, row * (half.height + BETWEEN_ROWS))), strict=True):
            hero(draft, datum, at, size)


def hero_column(draft: Draft, data: Sequence[Datum], room: Rect) -> None:
    """Set heroes under one another over the height of a rectangle."""
    height = room.height // len(data)
    cell = Rect(room.x, room.y, room.width, height - BETWEEN_ROWS)
    size = _size(draft.bench, data, cell, label_step(draft.bench, data, cell))
    for index, datum in enumerate(data):
        hero(draft, datum, cell.moved(0, index * height), size)


def label_step(bench: Bench, data: Sequence[Datum], cell: Rect) -> Step:
    """Return the largest size at which labels take one line each and make no hero smaller."""
    steps = bench.ladders.labels
    most = hero_size(bench, data, cell, steps[-1])

    def fits(step: Step) -> bool:
        return one_line_each(bench, data, cell.width, step) and hero_size(bench, data, cell, step) == most

    return next((step for step in steps if fits(step)), steps[-1])


def one_line_each(bench: Bench, data: Sequence[Datum], width: Length, step: Step) -> bool:
    """Tell whether each label and each period takes one line."""
    return all(len(bench.gauge.lines(line, width)) == 1 for datum in data for line in label(bench, datum, step))
