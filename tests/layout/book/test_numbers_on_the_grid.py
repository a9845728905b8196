"""Numbers that are seen before they are read stand on the lines of the grid, those side by side at one size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.drawing import Group, Role, TextRun
from generator.layout.book.compositor import compositor_at
from generator.layout.book.numerals import Tone, alike
from generator.units import Point
from tests.document.sample import sample_report
from tests.layout.book.book_making import GRID, LOOK, book_of, desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.drawing import Item

ORIGIN = Point(0, 0)
SEEN = LOOK.page.figures[-2]
"""From this size on numbers are figures of a page, not of its text."""


def runs(items: Sequence[Item], at: Point) -> Iterator[tuple[TextRun, Point]]:
    """Every run outside pictures of charts with its place on the page."""
    for item in items:
        if isinstance(item, Group) and item.role is not Role.FIGURE:
            yield from runs(item.items, at.moved(item.at.x, item.at.y))
        elif isinstance(item, TextRun):
            yield item, at.moved(item.origin_point.x, item.origin_point.y)


def test_digits_of_figures_stand_on_lines_of_the_grid() -> None:
    found = [
        (page.number, run.text, at.y % GRID.baseline)
        for page in book_of().pages
        for run, at in runs(page.items, ORIGIN)
        if run.face == LOOK.faces.strong and run.size >= SEEN and run.text[0].isdigit()
    ]
    assert len(found) > 20
    assert not [one for one in found if one[2]]


def test_numbers_side_by_side_have_one_size() -> None:
    heroes = sample_report().themes[0].heroes
    made = alike(
        compositor_at(desk()), heroes, LOOK.page.heroes + LOOK.page.figures, GRID.columns(2).span(4), Tone(LOOK.ink, LOOK.ink)
    )
    assert len(made) > 1
    assert len({one.size for one in made}) == 1
