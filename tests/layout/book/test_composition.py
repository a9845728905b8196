"""How pages are composed: nothing is lost, no line stands alone, exhibits keep near their words, and white is no hole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.model import Paragraph, Run
from generator.layout.book import bands, costs
from generator.layout.book.bands import Band, Layer
from generator.layout.book.composition import Composition, Float, Way, composed
from generator.layout.book.costs import HOLE, Reason
from generator.layout.book.flow import LEAST_LINES
from generator.layout.book.text_band import TextBand
from tests.layout.book.book_making import GRID, LOOK, book_of, told
from tests.layout.book.holes import gaping
from tests.layout.book.test_flow import passage
from tests.layout.book.test_pages import with_themes

if TYPE_CHECKING:
    from generator.document.model import ResolvedReport, Theme
    from generator.drawing import Item
    from generator.pipeline import Outcome

LINES = GRID.lines
REFUSED = "column"
"""A chart of the sample that cannot be drawn stands on a page of its own, which nobody gets to see."""


@dataclass(frozen=True, slots=True)
class Exhibit(Band):
    """A band of so many lines that stays whole."""

    tall: int
    name: str = ""

    @property
    def least(self) -> int:
        return self.tall

    def draw(self, _page: int, _line: int, _lines: int) -> tuple[Item, ...]:
        return ()


def text(*paragraphs: int) -> TextBand:
    return TextBand(GRID, tuple(passage(lines) for lines in paragraphs), (), None, LOOK.ink)


def gone(*ways: Way, number: int = 5, odd: bool | None = None) -> Composition:
    found = composed(ways, number, odd=odd)
    assert found
    return found


def running(layer: Layer) -> int:
    return sum(one.band.running for one in layer)


def page_of(found: Composition, band: Band) -> int:
    return next(at for at, layer in enumerate(found.layers) if any(one.band == band for one in layer))


def test_what_fits_stands_on_one_page() -> None:
    found = gone(Way((text(10),), (Float(Exhibit(GRID, 20)),)))
    assert [len(layer) for layer in found.layers] == [2]


def test_a_text_of_more_than_a_page_is_shared_and_not_only_spilt() -> None:
    found = gone(Way((text(*[6] * 8),)), number=6)
    assert sum(map(running, found.layers)) == 48
    assert [costs.foot(layer) <= LINES // 2 for layer in found.layers].count(True) >= 1


def test_an_odd_number_of_pages_is_composed_where_it_is_asked_for() -> None:
    way = Way((text(*[10] * 8),))
    assert len(gone(way, odd=False).layers) == 2
    assert len(gone(way, odd=True).layers) == 3


def test_pages_that_follow_are_counted() -> None:
    way = Way((text(*[10] * 8),), after=("story",), pages=1)
    assert len(gone(way, odd=True).layers) == 2


@pytest.mark.parametrize("cited", [95, 60, 30])
def test_an_exhibit_stands_on_the_page_of_its_words_or_the_next(cited: int) -> None:
    chart, words = Exhibit(GRID, 15), text(*[10] * 10)
    found = gone(Way((words,), (Float(chart, cited),)))
    left, led = words.running, 0
    for at, layer in enumerate(found.layers):
        left -= running(layer)
        if left < cited:
            led = at
            break
    assert page_of(found, chart) in (led, led + 1)


def test_exhibits_keep_their_order() -> None:
    charts = [Exhibit(GRID, 12, name) for name in "abcde"]
    found = gone(Way((text(*[10] * 6),), tuple(map(Float, charts))))
    stood = [one.band for layer in found.layers for one in layer if isinstance(one.band, Exhibit)]
    assert stood == charts


def test_what_closes_stands_on_the_last_page() -> None:
    tail = Exhibit(GRID, 10, "story")
    found = gone(Way((text(*[10] * 5),), (), (tail,)))
    assert found.layers[-1][-1].band == tail


def test_the_way_that_costs_less_is_taken_whatever_its_place() -> None:
    gaping_way, whole = Way((text(8),), toll=1), Way((text(8), Exhibit(GRID, 26)), toll=2)
    assert gone(gaping_way, whole).way is whole


def test_a_way_that_gives_up_more_than_the_best_costs_is_not_gone() -> None:
    def ways():
        yield Way((text(38),))
        yield Way((text(38),), toll=1)
        raise AssertionError

    assert gone(*[next(iter(ways()))])
    assert composed(ways(), 5)


FLOWS = st.lists(st.integers(1, 14), min_size=1, max_size=30)


@settings(max_examples=40, deadline=None)
@given(FLOWS, st.lists(st.tuples(st.integers(3, 20), st.none() | st.integers(0, 200)), max_size=4), st.sampled_from((4, 5)))
def test_nothing_is_lost_no_page_too_full_and_no_line_alone(
    flow: list[int], charts: list[tuple[int, int | None]], number: int
) -> None:
    floats = tuple(Float(Exhibit(GRID, tall, str(at)), cited) for at, (tall, cited) in enumerate(charts))
    found = gone(Way((text(*flow),), floats), number=number)
    assert sum(map(running, found.layers)) == text(*flow).running
    assert [one.band for layer in found.layers for one in layer if isinstance(one.band, Exhibit)] == [one.band for one in floats]
    for layer in found.layers:
        assert layer[0].line >= GRID.first
        assert layer[-1].line + layer[-1].lines - 1 <= GRID.last
        assert all(one.line + one.lines <= after.line for one, after in pairwise(layer))
        for one in layer:
            for part in one.band.flow if isinstance(one.band, TextBand) else ():
                assert part.lines == len(part.composed.lines) or part.lines >= LEAST_LINES


@given(FLOWS)
@settings(max_examples=10, deadline=None)
def test_the_same_is_composed_in_the_same_way(flow: list[int]) -> None:
    ways = [Way((text(*flow),), (Float(Exhibit(GRID, 9), 20),)), Way((text(*flow),), toll=3)]
    assert gone(*ways) == gone(*ways)


@pytest.mark.parametrize(
    ("layer", "reason"),
    [
        (bands.settled([Exhibit(GRID, 10)], GRID.first), Reason.HOLE),
        (bands.settled([Exhibit(GRID, 10), Exhibit(GRID, 10)], GRID.first, GRID.first + 40), Reason.HOLE),
    ],
)
def test_a_page_is_told_what_speaks_against_it(layer: Layer, reason: Reason) -> None:
    assert costs.of_page(layer)[reason] > costs.of_page(bands.settled([Exhibit(GRID, LINES)], GRID.first))[reason]


def test_a_hole_costs_more_than_any_page() -> None:
    assert costs.white(HOLE + 1) > 5 * costs.POINTS[Reason.PAGE]
    assert costs.white(costs.FREE) == 0


def changed(count: int = 5, **changes: object) -> ResolvedReport:
    """The sample with so many themes, each with these changes; a function is given the theme."""
    report = with_themes(count)
    whole = [replace(one, charts=tuple(chart for chart in one.charts if chart.kind != REFUSED)) for one in report.themes]
    themes = tuple(
        replace(theme, **{name: value(theme) if callable(value) else value for name, value in changes.items()})  # type: ignore[arg-type]
        for theme in whole
    )
    return replace(report, themes=themes, history=replace(report.history, charts=()) if report.history else None)


def words(count: int):
    """So many characters of plain paragraphs, eighty or less each, some under headings."""

    def made(theme: Theme) -> tuple[Paragraph, ...]:
        origin, parts = theme.text[0].origin, []
        for start in range(0, count, 80):
            if start and start % 400 == 0:
                parts.append(Paragraph("heading", (Run("换一个角度再看"),), origin))
            parts.append(Paragraph("text", (Run(("把每一件小事做到底，" * 10)[: min(80, count - start)]),), origin))
        return tuple(parts)

    return made


MANY_CHARTS = {"charts": lambda theme: theme.charts * 3}
REPORTS = {
    **{f"{count} themes": (count, {}) for count in (1, 3, 6, 7, 13, 30)},
    **{f"{count} characters": (3, {"blocks": words(count)}) for count in (3, 60, 200, 600, 1200, 3000)},
    **{
        f"{count} characters alone": (3, {"blocks": words(count), "charts": (), "story": None})
        for count in (3, 60, 200, 600, 1200, 3000)
    },
    "no stories": (5, {"story": None}),
    "no charts": (5, {"charts": ()}),
    "neither": (5, {"charts": (), "story": None}),
    "no figures": (5, {"figures": ()}),
    "many charts": (3, MANY_CHARTS),
    "many charts in a long text": (3, MANY_CHARTS | {"blocks": words(3000)}),
}


@pytest.mark.parametrize("name", REPORTS)
def test_no_page_has_a_hole_but_those_named_quiet(name: str) -> None:
    count, changes = REPORTS[name]
    report = changed(count, **changes)
    book = book_of(report)
    assert told(report) == ()
    assert gaping(book) == []
    assert len(book.pages) % 4 == 0
    assert {one.page % 2 for one in book.destinations if one.name.startswith("theme-")} == {0}
    assert sum(page.quiet for page in book.pages) < len(book.pages)


def test_the_report_of_the_repository_has_no_hole(sample: Outcome) -> None:
    assert gaping(sample.layouts.book) == []
