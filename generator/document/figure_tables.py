"""The tables of key figures: one a theme, years as columns where figures have several, and notes to what has been restated.

A figure belongs to the first theme that lists or mentions it; what no theme has goes to a last table of its own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from generator.document import model, yearly
from generator.document.footnotes import NOTE, sign
from generator.document.references import Reading
from generator.document.register import Piece, elements
from generator.document.restatements import home, told
from generator.document.years import Columns, Line, columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.content import model as content
    from generator.document.copydesk import CopyDesk
    from generator.document.model import Datum, RichText

OVERVIEW, HISTORY = "总览", "历史"


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
        made = self._desk.of_reading(reading, home(reading))
        return replace(made, mark=self._noted(reading, made)) if reading.restated else made

    def years(self, cast: Columns, piece: Piece) -> model.Years:
        """Return the part of the table with years as columns."""
        heads = tuple(self._desk.dated(head, piece.part(f"years[{head}]")) for head in cast.heads)
        moved = cast.latest < len(heads) - 1
        named = self._desk.dated(cast.heads[cast.latest], piece.part("years")) if moved else ()
        changes = (*named, model.Run(yearly.RELATIVE))
        return model.Years(heads, tuple(self._row(line, cast) for line in cast.lines), cast.latest, changes)

    def _row(self, line: Line, cast: Columns) -> model.YearRow:
        desk, last, own = self._desk, line.last, home(line.last)
        cells = tuple(self.datum(one) if one else None for one in line.readings)
        datum = next(cell for cell in reversed(cells) if cell)
        change = desk.catalogue.compare(last, yearly.RELATIVE)
        number = desk.register.number(change, own.part("change")) if isinstance(change, Reading) else None
        since = desk.dated(cast.heads[line.latest], own.part("year")) if number and line.latest != cast.latest else ()
        when = () if line.wording == cast.wording else desk.dated(line.wording, own.part("wording"))
        remark = model.listed((when, desk.since(last.starts, own.part("since")), datum.scope), "，")
        cited = desk.citations.of_readings(*line.held), desk.citations.place(*line.held)
        return model.YearRow(datum.label, remark, cells, number, since, *cited, datum.origin)

    def _noted(self, reading: Reading, datum: Datum) -> RichText:
        """Add the note to a restated value, and return its mark."""
        piece, number = home(reading).part("was"), next(self._marks)
        mark = (self._desk.register.label(sign(number), NOTE, piece.part(f"mark[{self._path}]")),)
        self.notes.append(model.Footnote(mark, told(self._desk, reading, datum.label, datum.period), datum.origin))
        return mark
