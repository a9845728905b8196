"""No number stands three times on a page: what a chart shows, and what text and story both tell, no margin and no ribbon repeats."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.document.model import Paragraph
from generator.layout.book.placements import in_book
from generator.layout.book.stands import MOST, told_enough
from tests.document.sample import sample_report
from tests.layout.book.book_making import book_of

if TYPE_CHECKING:
    from generator.document.model import Datum, ResolvedReport, Theme

PART = re.compile(r"themes[.\[][^.\]]+\]?\.(text|story|charts|figures)")


@cache
def report() -> ResolvedReport:
    return sample_report()


def stands(made: ResolvedReport) -> dict[tuple[int, str, str], set[str]]:
    """Return in which parts each value stands on each page."""
    uses, found = {use.id: use for use in made.ledger.uses}, defaultdict(set)
    for one in in_book(book_of(made), made.ledger):
        use, part = uses.get(one.use), PART.match(one.origin)
        if use and use.figure and part:
            found[one.place, use.figure, use.period].add(part[1])
    return found


def test_a_margin_repeats_no_number_that_stands_twice_on_its_page() -> None:
    found = stands(report())
    assert any("figures" in parts for parts in found.values())
    for value, parts in found.items():
        if "figures" in parts:
            assert len(parts) <= MOST, value
            assert "charts" not in parts, value


def told(theme: Theme, datum: Datum, *parts: str) -> Theme:
    """Return the theme with nothing but one figure, told in these parts."""
    says = (Paragraph("text", (datum.number.run,), "words"),)
    assert theme.story
    return replace(
        theme,
        figures=(datum,),
        blocks=says if "text" in parts else (),
        charts=(replace(theme.charts[0], data=(datum,)),) if "chart" in parts else (),
        story=replace(theme.story, blocks=says) if "story" in parts else None,
    )


@pytest.mark.parametrize(
    ("parts", "left_out"),
    [
        ((), False),
        (("text",), False),
        (("story",), False),
        (("text", "story"), True),
        (("chart",), True),
        (("text", "chart"), True),
    ],
)
def test_a_figure_is_left_out_where_a_chart_shows_it_or_two_others_tell_it(parts: tuple[str, ...], *, left_out: bool) -> None:
    theme = next(one for one in report().themes if one.story and one.charts and one.figures)
    datum = theme.figures[0]
    assert (datum.origin in told_enough(report(), told(theme, datum, *parts))) is left_out
