"""What an author has a chart point at: values by figure, period or name, and the change from the first of a figure's values to the last.

In: the author's chart and its values. Out: uses to be looked at, and a computed change; what cannot be is told at its line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document import model
from generator.document.register import Piece
from generator.document.timing import moment
from generator.document.yearly import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content import model as content
    from generator.document.copydesk import CopyDesk
    from generator.document.model import Datum, Number, Series


@dataclass(frozen=True, slots=True)
class Growth:
    """A change as a use of its own, and how it was computed."""

    number: Number
    formula: str


def growth(desk: CopyDesk, chart: content.Chart, data: tuple[Datum, ...], path: str) -> Growth | None:
    """Return the change from the first to the last value of the one figure that a chart shows; None, and told, where there is none."""
    names, ordered = {datum.figure for datum in data}, sorted(data, key=moment)
    dated = [datum.when[0] for datum in ordered if len(datum.when) == 1]
    if len(names) != 1 or len(dated) != len(ordered) or len(set(dated)) == 1 or ordered[0].computed:
        desk.sink.error(said("no-change.one-figure"), chart.span, said("hint.one-figure-in-time"))
        return None
    found = desk.catalogue.growth(ordered[0].figure, dated[0], dated[-1])
    if isinstance(found, Refused):
        desk.sink.error(found.says, chart.span, *found.hints)
        return None
    return Growth(desk.register.number(found, Piece(path, chart.span)), found.formula)


def stressed(desk: CopyDesk, chart: content.Chart, data: tuple[Datum, ...], rows: tuple[Series, ...]) -> tuple[str, ...]:
    """Return the uses of the values that an author names: a figure, one of its values, a period, a label or a series."""
    named = {datum.origin: model.plain(row.name) for row in rows for datum in row.data}
    found: dict[str, None] = {}
    for one in chart.emphasis:
        meant = [datum.number.use for datum in data if _is_meant(one, datum, named.get(datum.origin, ""))]
        if not meant and data:
            known = tuple(dict.fromkeys(name for datum in data for name in _names(datum, named.get(datum.origin, ""))))
            desk.sink.error(said("unknown-emphasis.name", name=_worded(one)), one.span, said("hint.it-has", names=known))
        found.update(dict.fromkeys(meant))
    return tuple(found)


def _is_meant(one: content.FigureName, datum: Datum, row: str) -> bool:
    if one.period:
        return one.name == datum.figure and one.period in datum.when
    return one.name in _names(datum, row)


def _names(datum: Datum, row: str) -> Iterator[str]:
    """Yield what a value may be called by."""
    yield from (name for name in (row, model.plain(datum.label), model.plain(datum.period), datum.figure) if name)
    yield from map(str, datum.when)


def _worded(one: content.FigureName) -> str:
    return f"{one.name}@{one.period}" if one.period else one.name
