"""Key figures as a table: one row a figure, with what defines it where that is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.document.model import Datum, FigureTable, Phrase, ResolvedReport, RichText, Run, YearRow, Years, plain
from generator.layout.deck import words
from generator.layout.deck.draft import UNDER_TITLE
from generator.layout.deck.table import TIGHT, Column, Laid, Row, Table, laid, shared
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.deck.bench import Bench, Part

COLUMNS = (
    Column(words.TABLE_HEADS[0], 0, strong=True, snug=0.19),
    Column(words.TABLE_HEADS[1], 0, number=True, snug=0.24),
    Column(words.TABLE_HEADS[2], 0, snug=0.17),
    Column(words.TABLE_HEADS[3], 1),
    Column(words.TABLE_HEADS[4], 0, snug=0.17),
)
FEW = 4
"""A table of no more rows is set large, though its words then take two lines."""
TABLE_GAP = pt(12)


def table_room(bench: Bench, title: RichText) -> Rect:
    """Return what a table has under a title."""
    step = bench.scale.heading_1
    lines = len(bench.gauge.lines(bench.letters.title(title, step), bench.grid.measure))
    return bench.grid.between(bench.grid.title + lines * step.leading + UNDER_TITLE + TABLE_GAP, bench.grid.source_foot)


def figure_tables(bench: Bench, data: Sequence[Datum], part: Part, told: Sequence[RichText] = ()) -> list[Table]:
    """Return a table of figures in each size, what is told of each in a column of its own; a column with nothing in it is left out."""
    said = told or ((),) * len(data)
    sole = bench.report.sole_source
    *first, last = COLUMNS
    heads = (*first, replace(last, head=f"{last.head}：{plain(sole)}") if sole else last)
    cells = [
        (one.label, _valued(one), one.period, text, one.place if sole else one.source)
        for one, text in zip(data, said, strict=True)
    ]
    kept = [index for index in range(len(heads)) if any(plain(row[index]) for row in cells)]
    rows = tuple(Row(tuple(row[index] for index in kept), one.origin) for row, one in zip(cells, data, strict=True))
    return [Table(tuple(heads[index] for index in kept), rows, step, part.inks) for step in bench.ladders.tables]


def with_room(bench: Bench, figures: FigureTable, part: Part, title: RichText) -> tuple[FigureTable, Laid | None]:
    """Return a part's figures with as many of their newest years as columns as break no number, and the table of these."""
    while figures.years:
        made = sized(bench, [year_table(bench, figures.years, part)], title)
        if not made.cramped(words=False):
            return figures, made
        figures = figures.lately(len(figures.years.heads) - 1)
    return figures, None


def year_table(bench: Bench, years: Years, part: Part) -> Table:
    """Return a table with years as columns at the least size, each row's newest value in the theme's ink, and any changes."""
    sole = bench.report.sole_source
    source = f"{words.TABLE_HEADS[4]}：{plain(sole)}" if sole else words.TABLE_HEADS[4]
    heads = (
        Column(words.TABLE_HEADS[0], 0, strong=True, snug=LABEL_PART),
        *(Column(plain(head), 0, number=True, snug=YEAR_PART, quiet=True) for head in years.heads),
        *((Column(plain(years.changes), 0, number=True, snug=YEAR_PART, quiet=True),) if years.compared else ()),
        Column(source, 0, snug=SOURCE_PART),
    )
    rows = tuple(
        Row(
            (
                _named(row),
                *map(_valued, row.cells),
                *((_changed(row),) if years.compared else ()),
                row.place if sole else row.source,
            ),
            row.origin,
            loud=1 + row.latest,
        )
        for row in years.rows
    )
    return Table(heads, rows, bench.ladders.tables[-1], part.inks)


LABEL_PART, YEAR_PART, SOURCE_PART = 0.24, 0.2, 0.2
_NONE = Run(words.NO_VALUE)


def _named(row: YearRow) -> RichText:
    return (*row.label, Run("（"), *row.remark, Run("）")) if row.remark else row.label


def _changed(row: YearRow) -> RichText:
    """Return the change of a row's newest value, with its year where the head means another."""
    told = row.change.run if row.change else _NONE
    return (told, Run("（"), *row.since, Run("）")) if row.since else (told,)


def _valued(datum: Datum | None) -> RichText:
    return (datum.number.run, *datum.mark) if datum else (_NONE,)


def defined(report: ResolvedReport, data: Sequence[Datum]) -> tuple[RichText, ...]:
    """Return what defines each figure; a figure's later periods refer to its first."""
    known = {one.figure: one.text for one in report.definitions}
    first = {datum.figure: index for index, datum in reversed(list(enumerate(data)))}
    return tuple(
        () if datum.figure not in known else known[datum.figure] if first[datum.figure] == index else (Run(words.SAME),)
        for index, datum in enumerate(data)
    )


def sized(bench: Bench, tries: Sequence[Table], title: RichText) -> Laid:
    """Return a table at the largest size at which one slide holds it and no number breaks; else the one of the fewest slides."""
    room = table_room(bench, title)
    words_too = len(tries[-1].rows) > FEW
    for one in tries:
        made = laid(one, bench, room.width)
        if not made.cramped(words=words_too) and made.fits(bench, room.height):  # widths are cheaper than heights
            return made
    tight = laid(replace(tries[-1], step=bench.ladders.tight_table, air=TIGHT), bench, room.width)
    return min((made, tight), key=lambda one: len(shared(tuple(one.heights(bench)), room.height)))


def alt(name: Phrase) -> str:
    """Return what a table of figures says to a reader who cannot see it."""
    said = "".join(run.text for run in name.text if not run.use)
    return f"{said}：关键数字表，每行一个指标，依次为数值、时期和来源"


def years_alt(name: Phrase, years: Years) -> str:
    """Return what a table with years as columns says to a reader who cannot see it."""
    said = "".join(run.text for run in name.text if not run.use)
    more = "、同比" if years.compared else ""
    return f"{said}：关键数字表，每行一个指标，依次为各年的值{more}和来源"
