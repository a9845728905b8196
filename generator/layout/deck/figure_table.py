"""Key figures as a table: one row a figure, with what defines it where that is told; the overview's slide is one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.document.model import Datum, FigureTable, ResolvedReport, RichText, Run, Section, listed, plain
from generator.layout.deck import heroes, words
from generator.layout.deck.draft import UNDER_TITLE, Draft
from generator.layout.deck.notes import Spare, cite, notes
from generator.layout.deck.table import TIGHT, Column, Laid, Row, Table, laid, put, shared
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.design.type_scale import Step
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide

LABEL = Column(words.TABLE_HEADS[0], 0, strong=True, snug=0.22)
NUMBER = Column(words.TABLE_HEADS[1], 0, number=True, snug=0.24)
PERIOD = Column(words.TABLE_HEADS[2], 0, snug=0.17)
TOLD = Column(words.TABLE_HEADS[3], 1)
SOURCE = Column(words.TABLE_HEADS[4], 0, snug=0.17)
THEME = Column(words.TABLE_HEADS[5], 0, snug=0.16)
"""The theme of each row, where a table has figures of several."""
FEW = 4
"""A table of no more rows is set large, though its words then take two lines."""
SMALL = 2
"""A table of so few rows goes with the smaller of its neighbours."""
FULL = 8
"""So many rows fill a slide."""
NAMED = 2
"""So many are named in the title."""
TABLE_GAP, HEROES_GAP = pt(12), pt(24)


def table_room(bench: Bench, title: RichText) -> Rect:
    """Return what a table has under a title."""
    step = bench.scale.heading_1
    lines = len(bench.gauge.lines(bench.letters.title(title, step), bench.grid.measure))
    return bench.grid.between(bench.grid.title + lines * step.leading + UNDER_TITLE + TABLE_GAP, bench.grid.source_foot)


def figure_tables(bench: Bench, data: Sequence[Datum], part: Part) -> list[Table]:
    """Return a table of figures in each size."""
    return [_table(bench, data, (), part, step) for step in bench.ladders.tables]


def grouped(tables: Sequence[FigureTable]) -> tuple[tuple[FigureTable, ...], ...]:
    """Return the tables by what stands together: one that is very small with the smaller of its neighbours, or with many such."""
    groups: list[tuple[FigureTable, ...]] = []
    for index, one in enumerate(tables):
        last = groups[-1] if groups else ()
        if last and _joins(last, one, _rows(tables[index + 1 : index + 2])):
            groups[-1] = (*last, one)
        else:
            groups.append((one,))
    return tuple(groups)


def _joins(group: Sequence[FigureTable], one: FigureTable, after: int) -> bool:
    """Tell whether a table goes with those before it, rather than with one of so many rows after it."""
    before, own = _rows(group), len(one.rows)
    if own <= SMALL and all(len(other.rows) <= SMALL for other in group):
        return before + own <= FULL
    return before <= SMALL or (own <= SMALL and not 0 < after < before)


def _rows(group: Sequence[FigureTable]) -> int:
    return sum(len(one.rows) for one in group)


def group_name(group: Sequence[FigureTable]) -> RichText:
    """Return the name of tables that stand together: that of each, or of the first and what it stands for."""
    if len(group) > NAMED:
        return (*group[0].name.text, Run(words.AND_OTHERS))
    return listed((one.name.text for one in group), "、")


def grouped_table(bench: Bench, group: Sequence[FigureTable], part: Part) -> Table:
    """Return the table of a group, with what defines each figure; several say in a column of its own which theme a row is of."""
    data = tuple(datum for one in group for datum in one.rows)
    themes = tuple(one.name.text for one in group for _ in one.rows) if len(group) > 1 else ((),) * len(data)
    said = tuple(zip(themes, defined(bench.report, data), strict=True))
    return _table(bench, data, said, part, bench.scale.table)


def _table(bench: Bench, data: Sequence[Datum], said: Sequence[tuple[RichText, RichText]], part: Part, step: Step) -> Table:
    """Return a table of figures with theme and definition of each, without the columns in which nothing would stand."""
    sole = bench.report.sole_source
    heads = (THEME, LABEL, NUMBER, PERIOD, TOLD, replace(SOURCE, head=f"{SOURCE.head}：{plain(sole)}") if sole else SOURCE)
    cells = [
        (theme, one.label, (one.number.run,), one.period, text, one.place if sole else one.source)
        for one, (theme, text) in zip(data, said or (((), ()),) * len(data), strict=True)
    ]
    kept = [index for index in range(len(heads)) if any(plain(row[index]) for row in cells)]
    rows = tuple(Row(tuple(row[index] for index in kept), one.origin) for row, one in zip(cells, data, strict=True))
    return Table(tuple(heads[index] for index in kept), rows, step, part.inks)


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


def overviews(bench: Bench, section: Section, part: Part) -> Iterator[Callable[[Turn], Slide]]:
    """Yield what makes the slides of key figures: a few stand large, more in a table at the largest size that fits, or over slides."""
    if len(section.figures) <= heroes.MOST_ACROSS:
        yield partial(_few, bench, section=section, part=part)
        return
    title = section.message.text
    table, room = sized(bench, figure_tables(bench, section.figures, part), title), table_room(bench, title)
    for start, end in shared(tuple(table.heights(bench)), room.height):
        data = section.figures[start:end]
        yield partial(_many, bench, section=section, part=part, table=table.piece(start, end), data=data)


def _few(bench: Bench, turn: Turn, section: Section, part: Part) -> Slide:
    draft = Draft(bench, turn, part, section.origin)
    draft.title(section.message.text, section.message.origin)
    foot = draft.source(section.source, (), section.origin)
    heroes.heroes_alone(draft, heroes.Numbers(bench, section.figures), bench.grid.between(draft.top + HEROES_GAP, foot))
    return draft.finish(notes(bench, section.talk, Spare((section.message.text,), cite(section.figures))))


def _many(bench: Bench, turn: Turn, section: Section, part: Part, table: Laid, data: Sequence[Datum]) -> Slide:
    draft = Draft(bench, turn, part, section.origin)
    draft.title(section.message.text, section.message.origin)
    put(draft, table, bench.grid.between(draft.top + TABLE_GAP, bench.grid.source_foot), alt(section.name.text))
    return draft.finish(notes(bench, section.talk, Spare((section.message.text,), cite(data))))


def alt(name: RichText) -> str:
    """Return what a table of figures says to a reader who cannot see it."""
    said = "".join(run.text for run in name if not run.use)
    return f"{said}：关键数字表，每行一个指标，依次为数值、时期和来源"
