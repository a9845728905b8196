"""Years as columns on pages: where values stand, which of them stands out, and that a note's mark is never read with another year."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.content.figures import quantity
from generator.content.figures.units import STANDARD
from generator.document.resolve import resolve
from generator.layout.book.compositor import compositor_at
from generator.layout.book.figure_cells import COLUMN_GAP
from generator.layout.book.year_tables import with_room, year_table
from tests.document import author
from tests.layout.book import book_making

if TYPE_CHECKING:
    from generator.document.model import FigureTable
    from generator.layout.book.tables import Row

YEARS = range(2018, 2022)


def rows(figures: FigureTable) -> tuple[Row, ...]:
    compositor = compositor_at(book_making.desk())
    (held,), frames = with_room(compositor, [figures])
    (table,) = year_table(compositor, held, frames, ())
    return table.rows


def table(*, marked: bool = False, **figures: dict[str, str]) -> FigureTable:
    """The only table of a report that has these figures, each value restated if they are marked."""
    written = {name: {"kind": "flow", "values": values} for name, values in figures.items()}
    report = author.report({"figures": written, "overview": {"message": "【甲】"}})
    was = quantity.read("13个", STANDARD)
    assert isinstance(was, quantity.Quantity)
    if marked:
        changed = (
            replace(one, values=tuple(replace(value, was=was, because="更正") for value in one.values)) for one in report.figures
        )
        report = replace(report, figures=tuple(changed))
    return resolve(report).value.tables[0]


@pytest.mark.parametrize("value", ["123,234,567.85元", "5.25亿千瓦时", "17万位乡村教师和学生", "约123,234.85亿千瓦时"])
def test_after_the_mark_of_a_note_there_is_twice_the_gap(value: str) -> None:
    (row,) = rows(table(marked=True, 甲=dict.fromkeys((f"{year}年" for year in YEARS), value)))
    years = row.cells[1:-2]
    for one, after in pairwise(years):
        marked, x, _ = one.parts[-1]
        (_, start, _), *_ = after.parts
        assert start - (x + marked.width) >= 2 * COLUMN_GAP - 1


def test_a_row_shows_its_own_newest_value_and_under_its_change_the_year_that_the_head_does_not_mean() -> None:
    usual, early = {"2020年": "10个", "2021年": "15个"}, {"2019年": "4个", "2020年": "5个"}
    faces = [
        [cell.parts[0][0].lines[0].runs[0].face for cell in row.cells[1:4]] for row in rows(table(甲=usual, 乙=usual, 丙=early))
    ]
    assert faces[0][:2] == [faces[0][0]] * 2
    assert faces[0][2] != faces[0][0]
    assert faces[2] == [faces[0][0], faces[0][2], faces[2][2]]
    parts = [len(row.cells[4].parts) for row in rows(table(甲=usual, 乙=usual, 丙=early))]
    assert parts == [1, 1, 2]


@pytest.mark.parametrize("value", ["0.296千瓦时/立方米", "48万立方米/日", "120.5例/10万人"])
def test_a_unit_over_a_unit_breaks_nowhere(value: str) -> None:
    (row,) = rows(table(甲=dict.fromkeys((f"{year}年" for year in range(2017, 2022)), value)))
    assert {len(one.lines) for cell in row.cells[1:-2] for one, _, _ in cell.parts} == {1}
