"""Folios stand on the grid: on its last line but one, at the outer edge of the columns, the same on every page that has one."""

from __future__ import annotations

import pytest

from generator.design.format import A4, A5, DALIU, Format
from generator.document.ledger import FOLIO
from generator.layout.book.placements import placed_runs
from tests.layout.book.book_making import book_of, desk

ROUNDING = 1


@pytest.mark.parametrize("page", [A4, DALIU, A5], ids=lambda one: one.name)
def test_folios_stand_on_the_grid_at_the_outer_edge(page: Format) -> None:
    grid, found = desk(page=page).page, 0
    for one in book_of(page=page).pages:
        columns = grid.columns(one.number)
        for run, at in placed_runs(one.items[-1:]):
            if run.use != FOLIO:
                continue
            found += 1
            assert at.y == grid.y(grid.foot)
            edge = at.x + run.width - columns.left - columns.width if one.number % 2 else at.x - columns.left
            assert abs(edge) <= ROUNDING
    assert found > 1
