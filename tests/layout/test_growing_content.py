"""Layout is linear in its content: twice as many themes draw and measure about twice as much, whatever stands on each page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.drawing import Group, Path
from generator.layout.book.compositor import compositor_at
from generator.layout.book.opener import MARKED_RING, MOST_RINGS, opener
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


@pytest.mark.parametrize("count", [1, 5, 20, 21, 100])
def test_each_theme_marks_its_share_of_no_more_rings_than_can_be_told_apart(count: int) -> None:
    compositor = compositor_at(desk(with_themes(count)))
    for age in {1, 2, count // 2 + 1, count} & set(range(1, count + 1)):
        drawn = list(paths(opener(compositor, compositor.report.themes[age - 1], 4, age).items))
        rings = [path for path in drawn if len(path.segments) > 2]
        assert len(rings) <= 2 * MOST_RINGS
        marked = [ring for ring in rings if ring.stroke_width == MARKED_RING]
        assert marked or age > count // 2  # the outermost rings may lie beside the page


def test_twice_as_many_themes_have_about_twice_as_many_things_on_their_slides() -> None:
    things = {count: sum(len(slide.items) for slide in deck_of(with_themes(count)).slides) for count in (20, 40)}
    assert things[40] < 2.1 * things[20]
