"""The tables of key figures: one a theme, years as columns where figures have several, and notes to what has been restated.

A figure belongs to the first theme that lists or mentions it; what no theme has goes to a last table of its own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from generator.document import model, yearly
from generator.document.copydesk import CopyDesk, defined
from generator.document.footnotes import NOTE, sign
from generator.document.ledger import UseKind
from generator.document.references import Reading
from generator.document.register import Piece, elements
from generator.document.years import Columns, Line, columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.content import model as content
    from generator.document.model import Datum, RichText

OVERVIEW, HISTORY = "总览", "历史"
PRINTED_BEFORE = "重述前印过的数与原因"
WAS = "此前印作"


def elsewhere(report: content.Report) -> str:
    """Return the name of the table of the figures that no theme has."""
    return f"{OVERVIEW}与{HISTORY}" if report.history else OVERVIEW


def tables(desk: CopyDesk, report: content.Report, homes: Mapping[str, int]) -> tuple[model.FigureTable, ...]:
    """Return a table for each theme that has figures, and one for the others; `homes` says which theme a figure is of."""
    paths = elements("tables", [*(theme.name for theme in report.themes), OVERVIEW])
    made = [_table(desk, report, homes, index, path) for index, path in enumerate(paths)]
    return tuple(table for table in made if table.data)


def _table(desk: CopyDesk, report: content.Report, homes: Mapping[str, int], index: int, path: str) -> model.FigureTable:
    theme = report.themes[index] if index < len(report.themes) else None
    words, span = (theme.name, theme.span) if theme else (elsewhere(report), report.overview.span)
    name = desk.plain_phrase(words, f"{path}.name", span)
    own = [figure for figure in desk.catalogue.spans if homes.get(figure, len(report.themes)) == index]
    figures = [tuple(desk.catalogue.readings(figure)) for figure in own]
    cast = columns(figures)
    maker = _Maker(desk, path)
    years = maker.years(cast, Piece(path, span)) if cast else None
    shown = {id(one) for line in (cast.lines if cast else ()) for one in line.readings}
    rows = tuple(maker.datum(one) for readings in figures for one in readings if id(one) not in shown)
    return model.FigureTable(name, theme.color if theme else "", rows, years, tuple(maker.notes))


class _Maker:
    """Makes the values of one table, and gathers the notes to them as it goes."""

    def __init__(self, desk: CopyDesk, path: str) -> None:
        self._desk, self._path = desk, path
        self._marks = count(1)
        self.notes: list[model.Footnote] = []

    def datum(self, reading: Reading) -> Datum:
        """Return a value of the table, with the mark of its note where it is restated."""
        made = self._desk.of_reading(reading, _home(reading))
        return replace(made, mark=self._noted(reading, made)) if reading.restated else made

    def years(self, cast: Columns, piece: Piece) -> model.Years:
        """Return the part of the table with years as columns."""
        heads = tuple(self._desk.dated(head, piece.part(f"years[{head}]")) for head in cast.heads)
        return model.Years(heads, tuple(self._row(line, said=line.wording == cast.wording) for line in cast.lines))

    def _row(self, line: Line, *, said: bool) -> model.YearRow:
        desk, held = self._desk, [one for one in line.readings if one]
        last = held[-1]
        cells = tuple(self.datum(one) if one else None for one in line.readings)
        datum = next(cell for cell in reversed(cells) if cell)
        change = desk.catalogue.compare(last, yearly.RELATIVE) if line.readings[-1] else None
        number = desk.register.number(change, _home(last).part("change")) if isinstance(change, Reading) else None
        when = () if said else desk.dated(line.wording, _home(last).part("wording"))
        since = desk.since(last.starts, _home(last).part("since"))
        remark = model.listed((when, since, datum.scope), "，")
        cited = desk.citations.of_readings(*held), desk.citations.place(*held)
        return model.YearRow(datum.label, remark, cells, number, *cited, datum.origin)

    def _noted(self, reading: Reading, datum: Datum) -> RichText:
        """Add the note to a restated value, and return its mark."""
        was, because = reading.restated or ("", "")
        piece, number = _home(reading).part("was"), next(self._marks)
        mark = (self._desk.register.label(sign(number), NOTE, piece.part(f"mark[{self._path}]")),)
        printed = self._desk.register.numeral(UseKind.QUOTE, was, PRINTED_BEFORE, piece)
        reason = self._desk.accounted(because, piece.part("because"), PRINTED_BEFORE, UseKind.QUOTE)
        named = (*datum.label, model.Run("（"), *datum.period, model.Run(f"）{WAS}"), printed, model.Run("："), *reason)
        self.notes.append(model.Footnote(mark, named, datum.origin))
        return mark


def _home(reading: Reading) -> Piece:
    return Piece(f"{defined(reading)}.values[{reading.period}]", reading.span)
