"""Dots that count: one size and one meaning in a picture, which its key says, on page and slide alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.charts.inks import chart_inks
from generator.charts.lettering import Easel
from generator.charts.look import page_look, slide_look
from generator.charts.picture import picture
from generator.charts.planner import plan
from generator.charts.shapes.unit_dots import MOST_ROWS, counted, side
from generator.design.grid import GUTTER
from generator.design.palette import PLAIN
from generator.design.type_scale import DECK, REPORT
from generator.drawing import Group, Path, TextRun
from generator.units import Size, mm
from tests.charts.chart_making import chart, datum, library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document.model import Chart
    from generator.drawing import Item

LIBRARY = library()
INKS = chart_inks(PLAIN)
WIDEST_STEP = 2.5
"""From a round number to the next, at most: 20 to 50."""
PAGE = Easel(Size(mm(170), mm(100)), page_look(INKS, REPORT, GUTTER), LIBRARY)
OUTPUTS = [(page_look(INKS, REPORT, GUTTER), Size(mm(170), mm(90))), (slide_look(INKS, DECK), Size(mm(300), mm(120)))]


def coverage(*counts: str) -> Chart:
    return chart("coverage", *(datum(count, f"甲{place}") for place, count in enumerate(counts)))


def growth(before: str, after: str) -> Chart:
    return chart("before-after", datum(before, "村", period="2013年"), datum(after, "村"))


def flat(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        else:
            yield item


def fields_and_words(made: Chart, output: int) -> tuple[list[Path], str]:
    look, size = OUTPUTS[output]
    items = list(flat(picture(plan(made, INKS), size, look, LIBRARY).items))
    fields = [item for item in items if isinstance(item, Path) and item.fill and len(item.segments) % 6 == 0]
    return fields, "".join(item.text for item in items if isinstance(item, TextRun))


def dots(field: Path) -> int:
    return len(field.segments) // 6


def sizes(field: Path) -> set[int]:
    """Return the diameters of a field's dots."""
    return {2 * (start.to.x - top.to.x) for start, top in zip(field.segments[::6], field.segments[1::6], strict=True)}


@pytest.mark.parametrize("output", [0, 1], ids=["page", "slide"])
@pytest.mark.parametrize(
    ("made", "counts", "key"),
    [
        (coverage("28个", "150个", "229个"), [28, 150, 229], "1点＝1个"),
        (coverage("28个省", "150个国家"), [28, 150], "1点＝1个"),
        (coverage("16个", "42家"), [16, 42], "1点＝1个或1家"),
        (coverage("300个", "500个", "1200个"), [60, 100, 240], "1点＝5个"),
        (coverage("301个", "1200个"), [60, 240], "1点约5个"),
        (growth("20个", "5425个"), [1, 271], "1点＝20个"),
    ],
    ids=["counts", "unlike nouns", "unlike units", "five a dot", "rounded", "before and after"],
)
def test_a_dot_has_one_meaning_and_the_key_tells_it(made: Chart, counts: list[int], key: str, output: int) -> None:
    fields, words = fields_and_words(made, output)
    assert [dots(field) for field in fields] == counts
    assert key in words


@pytest.mark.parametrize(
    "made", [coverage("3个", "150个", "229个"), coverage("1个", "40个"), growth("20个", "60个"), growth("20个", "5425个")]
)
def test_a_dot_of_a_page_has_one_size_however_many_there_are(made: Chart) -> None:
    fields, _ = fields_and_words(made, 0)
    widths = {abs(size - mm(2.2)) <= 2 for field in fields for size in sizes(field)}
    assert widths == {True}


@pytest.mark.parametrize("made", [coverage("28个", "150个", "229个"), growth("20个", "5425个")])
def test_fields_stand_on_one_foot(made: Chart) -> None:
    fields, _ = fields_and_words(made, 0)
    feet = {max(segment.to.y for segment in field.segments if hasattr(segment, "to")) for field in fields}
    assert len(feet) == 1


@pytest.mark.parametrize(
    "made", [coverage("近28个", "150个"), coverage("28万个", "150个"), coverage("2个", "9000个"), growth("20个", "9000个")]
)
def test_what_cannot_be_counted_has_no_dots(made: Chart) -> None:
    fields, words = fields_and_words(made, 0)
    assert not fields
    assert not re.search("1点", words)


@given(st.lists(st.integers(1, 20_000), min_size=1, max_size=4))
@example([41, 2801])
def test_dots_are_in_proportion_and_none_is_lost(counts: list[int]) -> None:
    made = counted(counts, mm(36), PAGE)
    if made is None:
        dots = MOST_ROWS * 10
        assert min(counts) * dots < max(counts) * WIDEST_STEP
        return
    assert made.height <= mm(2.2) * MOST_ROWS * 1.2
    assert all(abs(dot * made.each - one) * 2 <= made.each and dot for dot, one in zip(made.dots, counts, strict=True))


def test_a_low_room_has_longer_rows_of_larger_dots_and_the_same_meaning() -> None:
    slide = Easel(Size(mm(300), mm(150)), slide_look(INKS, DECK), LIBRARY)
    high, low = (counted((28, 150, 229), mm(98), slide, mm(room)) for room in (60, 31))
    assert high
    assert low
    assert (low.each, low.dots) == (high.each, high.dots)
    assert low.across > high.across
    assert low.size > max(size for size in slide.look.dots if side(size, 12) <= mm(31))
