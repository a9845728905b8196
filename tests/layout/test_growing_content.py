"""Layout is linear in its content: twice as many themes draw and measure about twice as much, whatever stands on each page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.drawing import Group, Path
from generator.layout.book.compositor import compositor_at
from generator.layout.book.opener import opener
from tests.document.sample import sample_report
from tests.layout.book.book_making import desk
from tests.layout.deck.deck_making import deck_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document.model import ResolvedReport
    from generator.drawing import Item


def with_themes(count: int) -> ResolvedReport:
    """The sample with so many themes: the first ones again and again."""
    report = sample_report()
    again = (replace(report.themes[index % 5], id=f"theme-{index + 1}") for index in range(count))
    return replace(report, themes=tuple(again))


def paths(items: Iterable[Item]) -> Iterator[Path]:
    for item in items:
        if isinstance(item, Group):
            yield from paths(item.items)
        elif isinstance(item, Path):
            yield item


@pytest.mark.parametrize("count", [20, 100])
def test_an_opener_draws_as_much_however_many_themes_there_are(count: int) -> None:
    """A theme's picture is of its own figure: the number of themes adds nothing to it."""
    few, many = (compositor_at(desk(with_themes(themes))) for themes in (5, count))
    for age in (1, 3):
        drawn = [len(list(paths(opener(one, one.report.themes[age - 1], 4, age).items))) for one in (few, many)]
        assert drawn[1] <= 2 * drawn[0]


def test_twice_as_many_themes_have_about_twice_as_many_things_on_their_slides() -> None:
    things = {count: sum(len(slide.items) for slide in deck_of(with_themes(count)).slides) for count in (20, 40)}
    assert things[40] < 2.1 * things[20]
