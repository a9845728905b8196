"""Very small tables of figures go together; the others keep a slide of their own."""

from __future__ import annotations

import pytest

from generator.document.model import Datum, FigureTable, Number, Phrase, Run, plain
from generator.layout.deck.figure_table import group_name, grouped

ONE = Datum("甲", (), (), Number("", "", "1", "个", None, None, "", "个"), (), (), "", (), computed=False, origin="")


def table(name: str, rows: int) -> FigureTable:
    return FigureTable(Phrase((Run(name),), ""), "", (ONE,) * rows)


@pytest.mark.parametrize(
    ("rows", "groups"),
    [
        ([8, 14, 15, 2, 11, 6], [[8], [14], [15], [2, 11], [6]]),
        ([8, 2], [[8, 2]]),
        ([1, 9, 9], [[1, 9], [9]]),
        ([2, 2, 2, 2, 2, 2], [[2, 2, 2, 2], [2, 2]]),
        ([5, 1, 12], [[5, 1], [12]]),
        ([3, 3], [[3], [3]]),
        ([1], [[1]]),
        ([], []),
    ],
)
def test_one_row_and_two_row_tables_go_with_the_smaller_neighbour(rows: list[int], groups: list[list[int]]) -> None:
    made = grouped([table("表", count) for count in rows])
    assert [[len(one.rows) for one in group] for group in made] == groups


def test_two_are_named_in_the_title_and_of_more_the_first() -> None:
    names = [plain(group_name([table(name, 1) for name in names])) for names in (("甲",), ("甲", "乙"), ("甲", "乙", "丙"))]
    assert names == ["甲", "甲、乙", "甲等主题"]
