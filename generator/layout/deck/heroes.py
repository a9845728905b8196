"""Numbers as heroes: data and a rectangle in, text boxes and short rules on a slide out.

A hero is its digits and magnitude large, qualifier and unit at a third on the same baseline, the label under a short rule, the
period below. All of a row share one size: the largest at which the widest fits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from generator.design.slide_grid import SHORT_RULE
from generator.document.pieces import caption
from generator.layout.deck import letters
from generator.layout.deck.slide import Anchor, SlideParagraph
from generator.units import EMU_PER_POINT, Length, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Datum
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.draft import Draft

Paragraphs: TypeAlias = tuple[SlideParagraph, ...]

AIR = pt(8)
BETWEEN_ROWS = pt(20)
MOST_ACROSS = 4
SMALL = 3
"""Four heroes in a row smaller than this step stand in two rows instead."""
OPTICAL = 0.4
"""Where a block stands that does not fill its height: a little above the middle."""


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """Numbers that stand together in one size: set once for each size, and measured once for each width, that is tried."""

    bench: Bench
    data: Sequence[Datum]
    _labels: dict[Step, tuple[Paragraphs, ...]] = field(default_factory=dict, repr=False)
    _figures: dict[tuple[Length, int], Paragraphs] = field(default_factory=dict, repr=False)
    _heights: dict[tuple[Step, Length], Length] = field(default_factory=dict, repr=False)

    def labels(self, step: Step) -> tuple[Paragraphs, ...]:
        """Return the label of each with its period, in a size."""
        if step not in self._labels:
            self._labels[step] = tuple(label(self.bench, datum, step) for datum in self.data)
        return self._labels[step]

    def label_height(self, width: Length, step: Step) -> Length:
        """Return the height of the tallest label."""
        if (step, width) not in self._heights:
            self._heights[step, width] = max(self.bench.gauge.height(one, width) for one in self.labels(step))
        return self._heights[step, width]

    def one_line_each(self, width: Length, step: Step) -> bool:
        """Tell whether each label and each period takes one line."""
        return all(len(self.bench.gauge.lines(line, width)) == 1 for lines in self.labels(step) for line in lines)

    def figures(self, digits: Length, drop: int) -> Paragraphs:
        """Return the numbers themselves, qualifier and unit so many steps under their digits."""
        if (digits, drop) not in self._figures:
            made = (self.bench.letters.figure(datum.number, digits, self.bench.look.ink, drop) for datum in self.data)
            self._figures[digits, drop] = tuple(made)
        return self._figures[digits, drop]

    def on_a_line(self, digits: Length, width: Length, drop: int) -> bool:
        """Tell whether every number stands on one line of a width."""
        return all(self.bench.gauge.width(one.runs) <= width for one in self.figures(digits, drop))

    def tallest(self, digits: Length, drop: int, width: Length) -> Length:
        """Return the height of the tallest number: one that is wider than its place even at the least size goes on in a second line."""
        return max(self.bench.gauge.height((one,), width) for one in self.figures(digits, drop))


def label(bench: Bench, datum: Datum, step: Step) -> Paragraphs:
    """Return what stands under a number: its label, and the period to which it belongs."""
    period = (bench.letters.words(datum.period, bench.scale.caption, bench.look.grey),) if datum.period else ()
    return (bench.letters.strong(caption(datum), step), *period)


def _below(row: Numbers, width: Length, step: Step) -> Length:
    """Return the height of what stands under the numbers of a row."""
    return SHORT_RULE.height + 2 * AIR + row.label_height(width, step)


def hero_size(row: Numbers, room: Rect, step: Step) -> Length:
    """Return the largest hero size at which every number of a row fits its column and the block its height."""
    return bare_size(row, Rect(room.x, room.y, room.width, max(0, room.height - _below(row, room.width, step))))


def bare_size(row: Numbers, inside: Rect) -> Length:
    """Return the largest hero size at which every number fits a room that holds nothing else.

    Rather than go under a size that is still a hero's, qualifier and unit become smaller beside the digits.
    """
    ladders = row.bench.ladders
    whole = largest(row, inside, ladders.heroes, ladders.hero_drops[0])
    if whole and whole >= ladders.hero_whole:
        return whole
    return largest(row, inside, ladders.heroes, ladders.hero_drops[-1]) or ladders.heroes[-1]


def single_size(row: Numbers, room: Rect) -> Length:
    """Return the size of heroes that stand alone in a room."""
    return hero_size(row, cells(row, room)[0], row.bench.ladders.labels[-1])


def largest(row: Numbers, room: Rect, steps: tuple[Length, ...], drop: int) -> Length | None:
    """Return the largest of the sizes at which every number stands on one line of a room."""
    high = (digits for digits in steps if round(digits * letters.LINE) <= room.height)
    return next((digits for digits in high if row.on_a_line(digits, room.width, drop)), None)


def hero(draft: Draft, datum: Datum, at: Rect, size: tuple[Length, int, Step], tall: Length = 0) -> Length:
    """Set one hero from the top of a rectangle, its number as high as the `tall`est of its row, and return where it ends."""
    (digits, drop, step), ink, gauge = size, draft.part.inks.main, draft.bench.gauge
    number = draft.bench.letters.figure(datum.number, digits, ink, drop)
    box = Rect(at.x, at.y, at.width, max(tall, gauge.height((number,), at.width)))
    single = box.height <= number.leading
    draft.text("关键数字", box, (number,), datum.valued_at, Anchor.BOTTOM if single else Anchor.TOP, wrap=not single)
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


def cells(row: Numbers, room: Rect) -> tuple[Rect, ...]:
    """Return the columns of a row of heroes."""
    gutter, count = row.bench.grid.gutter, len(row.data)
    width = (room.width + gutter) // count - gutter
    return tuple(Rect(room.x + index * (width + gutter), room.y, width, room.height) for index in range(count))


def row_height(row: Numbers, room: Rect, step: Step | None = None) -> Length:
    """Return the height that a row of heroes takes in a rectangle, its labels in the least size where none is given."""
    cell, under = cells(row, room)[0], step or row.bench.ladders.labels[-1]
    digits, drop, _ = _size(row, cell, under)
    return row.tallest(digits, drop, cell.width) + _below(row, cell.width, under)


def _size(row: Numbers, cell: Rect, step: Step) -> tuple[Length, int, Step]:
    """Return the sizes of a row: its digits, what stands beside them in drops of these, its labels."""
    digits = hero_size(row, cell, step)
    return digits, drop_beside(row, digits, cell.width), step


def drop_beside(row: Numbers, digits: Length, width: Length) -> int:
    """Return how many steps under their digits qualifier and unit stand, so that every number has its line."""
    drops = row.bench.ladders.hero_drops
    return next((drop for drop in drops if row.on_a_line(digits, width, drop)), drops[-1])


def hero_row(draft: Draft, row: Numbers, room: Rect, step: Step) -> Length:
    """Set heroes side by side in equal columns from the top of a rectangle, and return where the tallest ends."""
    parted = cells(row, room)
    size = _size(row, parted[0], step)
    tall = row.tallest(size[0], size[1], parted[0].width)
    return max(hero(draft, datum, cell, size, tall) for datum, cell in zip(row.data, parted, strict=True))


def heroes_alone(draft: Draft, row: Numbers, room: Rect) -> None:
    """Set heroes with no cards a little above the middle of the slide; they take the room that they have, four of them in two rows."""
    if not row.data:
        return
    cell, sizes = cells(row, room)[0], draft.bench.ladders
    if len(row.data) == MOST_ACROSS and hero_size(row, cell, sizes.labels[-1]) < sizes.heroes[SMALL]:
        _in_pairs(draft, row, room)
        return
    step = label_step(row, cell)
    height = row_height(row, room, step)
    hero_row(draft, row, room.moved(0, round(max(0, room.height - height) * OPTICAL)), step)


def _in_pairs(draft: Draft, row: Numbers, room: Rect) -> None:
    """Set four heroes in two rows of one size."""
    bench = draft.bench
    pairs = Numbers(bench, row.data[:2]), Numbers(bench, row.data[2:])
    half = Rect(room.x, room.y, room.width, (room.height - BETWEEN_ROWS) // 2)
    size = _size(row, cells(pairs[0], half)[0], bench.ladders.labels[-1])
    for place, pair in enumerate(pairs):
        for datum, at in zip(pair.data, cells(pair, half.moved(0, place * (half.height + BETWEEN_ROWS))), strict=True):
            hero(draft, datum, at, size)


def label_step(row: Numbers, cell: Rect) -> Step:
    """Return the largest size at which labels take one line each and make no hero smaller."""
    steps = row.bench.ladders.labels
    most = hero_size(row, cell, steps[-1])

    def fits(step: Step) -> bool:
        return row.one_line_each(cell.width, step) and hero_size(row, cell, step) == most

    return next((step for step in steps if fits(step)), steps[-1])
