"""The opened cover is one picture: the rings of the back go on over the spine into those of the front."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.design.format import A4, A5, DALIU, Format
from generator.document.model import Phrase, Run
from generator.drawing import CurveTo, Group, MoveTo, Path
from generator.layout.book.placements import placed_runs
from generator.layout.motifs.tree_rings import RINGS
from generator.units import mm
from tests.document.sample import sample_report
from tests.layout.book.book_making import LIBRARY, book_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.drawing import Item
    from generator.units import Length

TITLES = ("十五年", "十五年，从一棵树到一片林", "让每一笔订单都轻一点，让每一个人都能被看见，把公益做成日常，也把日常做成公益")
PARTS = 50


def strokes(items: Iterable[Item]) -> Iterator[Path]:
    for item in items:
        if isinstance(item, Group):
            yield from strokes(item.items)
        elif isinstance(item, Path) and item.stroke:
            yield item


def crossings(path: Path, x: Length) -> Iterator[Length]:
    """Where a curve crosses an upright line."""
    at = None
    for segment in path.segments:
        if isinstance(segment, CurveTo):
            assert at
            knots = (at, segment.control_1, segment.control_2, segment.to)
            ways = [bezier(knots, part / PARTS) for part in range(PARTS + 1)]
            yield from (here[1] for here, there in pairwise(ways) if (here[0] <= x) != (there[0] <= x))
        if isinstance(segment, MoveTo | CurveTo):
            at = segment.to


def bezier(knots: tuple, t: float) -> tuple[Length, Length]:  # type: ignore[type-arg]
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return tuple(round(sum(w * getattr(k, axis) for w, k in zip(weights, knots, strict=True))) for axis in "xy")  # type: ignore[return-value]


@pytest.mark.parametrize("page", [A4, DALIU, A5])
@pytest.mark.parametrize("title", TITLES)
def test_rings_meet_at_the_spine(page: Format, title: str) -> None:
    report = sample_report()
    imprint = replace(report.imprint, title=Phrase((Run(title),), report.imprint.title.origin))
    pages = book_of(replace(report, imprint=imprint), page).pages
    front, back = (
        sorted(y for path in strokes(one.items) for y in crossings(path, x))
        for one, x in ((pages[0], 0), (pages[-1], page.size.width))
    )
    assert len(front) == len(back) >= RINGS
    assert max(abs(here - there) for here, there in zip(front, back, strict=True)) <= mm(0.1)


def test_the_documents_name_is_larger_than_the_masthead() -> None:
    imprint = sample_report().imprint
    sizes = {run.origin: run.size for run, _ in placed_runs(book_of().pages[0].items)}
    title, name = sizes.pop(imprint.title.origin), sizes.pop(imprint.subtitle.origin)
    assert title > name > max(sizes.values())


def test_a_dash_between_bold_digits_is_not_a_hairline() -> None:
    report = sample_report()
    imprint = replace(report.imprint, edition=(Run("2020—2021"),))
    runs = [run for run, _ in placed_runs(book_of(replace(report, imprint=imprint)).pages[0].items)]
    dashes = [(run, glyph) for run in runs for glyph in run.glyphs if glyph.text == "—"]
    assert dashes
    for run, glyph in dashes:
        _, low, _, high = LIBRARY.face(run.face).box(glyph.id)
        assert (high - low) * run.size / 1000 >= mm(0.35)


@pytest.mark.parametrize("page", [A4, DALIU, A5], ids=lambda one: one.name)
def test_a_title_with_a_stop_is_broken_there_on_any_page(page: Format) -> None:
    first = book_of(page=page).pages[0]
    by_line: dict[int, str] = {}
    for run, at in placed_runs(first.items):
        by_line[at.y] = by_line.get(at.y, "") + run.text
    assert "十五年，" in by_line.values()
    assert "从一棵树到一片林" in by_line.values()
