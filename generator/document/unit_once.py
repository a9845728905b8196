"""Charts of many values whose one unit is said once, over the picture, instead of behind every number (11, 9, 12; 单位：万元).

In: the values of a chart as it is meant. Out: its unit where it stands once, and the values with their numbers without it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.document.model import Datum, Series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document.register import Register

ROW_OF_MANY = 8
"""A row of more values than these says their unit once."""
COLUMNS = "column"
NARROW = {"column": 1, "bar": 1, "line": 2, "dot": 1}
"""Kinds whose numbers stand close, with the most rows whose numbers keep their units, however few values they have."""
SIDE_BY_SIDE, SIGNS = frozenset({"column", "line", "dot"}), frozenset({"%", "‰", "°", "℃", "¥", "$"})
"""Kinds whose numbers stand side by side; units so narrow that they stay where they are."""


def unit_of(kind: str, data: tuple[Datum, ...], series: tuple[Series, ...], target: Datum | None = None) -> str:
    """Return the unit that a chart says once; "" where each number has its own, or the chart has room for all.

    A target runs over columns whose values had better stand in them: they are narrow.
    """
    rows = [row.data for row in series] or [data]
    many = kind in SIDE_BY_SIDE and any(len(row) > ROW_OF_MANY for row in rows)
    if not data or kind not in NARROW or not (many or len(rows) > NARROW[kind] or (target and kind == COLUMNS)):
        return ""
    tails = {datum.number.tail if datum.number.value is not None else "" for datum in data}
    tail = tails.pop()
    return "" if tails or tail in SIGNS or tail != _unit(data[0]) else tail


def _unit(datum: Datum) -> str:
    """Return what may stand once: scale and unit with their noun, but no 多 or 余, which belong to the digits."""
    return datum.number.tail.lstrip("多余几来")


def without_unit(
    register: Register, data: tuple[Datum, ...], series: tuple[Series, ...]
) -> tuple[tuple[Datum, ...], tuple[Series, ...]]:
    """Return the values of a chart with numbers without their unit beside the whole ones."""
    made = {datum.origin: replace(datum, short=register.without_unit(datum.number)) for datum in data}

    def of(found: Iterable[Datum]) -> tuple[Datum, ...]:
        return tuple(made[datum.origin] for datum in found)

    return of(data), tuple(replace(row, data=of(row.data)) for row in series)
