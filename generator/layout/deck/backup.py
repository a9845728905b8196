"""Slides that are tables: the overview's key figures, and the appendix (all figures by theme, definitions, sources, differences)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from generator.design import slide_grid as grid
from generator.design.palette import PLAIN, theme_inks
from generator.design.type_scale import DECK
from generator.document.model import Phrase, Run, plain
from generator.layout.deck import heroes, styles, words
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.sheet import Livery, Sheet
from generator.layout.deck.table import TIGHT, Column, Row, Table, heights, put, shared
from generator.units import pt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.document.model import Datum, ResolvedReport, RichText, Section
    from generator.ink import Colour
    from generator.layout.deck.sheet import Desk
    from generator.layout.deck.slide import Slide

Make: TypeAlias = "Callable[[int], Slide]"
"""Makes a slide of its number."""

COLUMNS = (
    Column(words.TABLE_HEADS[0], 0, styles.BOLD, snug=0.19),
    Column(words.TABLE_HEADS[1], 0, number=True, snug=0.24),
    Column(words.TABLE_HEADS[2], 0, snug=0.17),
    Column(words.TABLE_HEADS[3], 1),
    Column(words.TABLE_HEADS[4], 0, snug=0.17),
)
FEW = 4
"""A table of no more rows is set large, though its words then take two lines."""
TOLD = 3
"""The column of definitions."""
ROOM = grid.between(grid.TITLE_TOP + DECK.heading_1.leading + pt(20), grid.SOURCE_FOOT)
"""What a table has under a title of one line, which the appendix' titles are."""


def figure_table(data: Sequence[Datum], livery: Livery, step: int, told: Sequence[RichText] = ()) -> Table:
    """Return a table of figures; what is told of each stands in a column of its own, left out where nothing is."""
    said = told or ((),) * len(data)
    cells = [(one.label, (one.number.run,), one.period, text, one.source) for one, text in zip(data, said, strict=True)]
    kept = [index for index in range(len(COLUMNS)) if index != TOLD or any(map(plain, said))]
    rows = tuple(Row(tuple(row[index] for index in kept), one.origin) for row, one in zip(cells, data, strict=True))
    return Table(tuple(COLUMNS[index] for index in kept), rows, grid.TABLES[step], livery.inks)


def defined(report: ResolvedReport, data: Sequence[Datum]) -> tuple[RichText, ...]:
    """Return what defines each figure; a figure's later periods refer to its first."""
    known = {one.figure: one.text for one in report.definitions}
    first = {datum.figure: index for index, datum in reversed(list(enumerate(data)))}
    return tuple(
        known.get(datum.figure, datum.means) if first[datum.figure] == index else (Run(words.SAME),)
        for index, datum in enumerate(data)
    )


def overview(desk: Desk, number: int, part: Section, livery: Livery) -> Slide:
    """Return the table of key figures, at the largest size that fits; a few figures stand large instead."""
    sheet = Sheet(desk, number, livery, part.origin)
    sheet.title(part.message.text, part.message.origin)
    said = notes(part.talk, Spare((part.message.text,), cite(part.figures)))
    if len(part.figures) <= heroes.MOST_ACROSS:
        heroes.heroes_alone(sheet, part.figures, grid.between(sheet.top + pt(24), sheet.source(part.source, (), part.origin)))
        return sheet.finish(said)
    room = grid.between(sheet.top + pt(12), grid.SOURCE_FOOT)
    put(
        sheet, _sized(desk, [figure_table(part.figures, livery, step) for step in range(len(grid.TABLES))]), room, _alt(part.name)
    )
    return sheet.finish(said)


def _alt(name: Phrase) -> str:
    words_ = "".join(run.text for run in name.text if not run.use)
    return f"{words_}：关键数字表，每行一个指标，依次为数值、时期和来源"


def _slides(desk: Desk, table: Table, title: RichText, origin: str, livery: Livery, alt: str) -> Iterator[Make]:
    """Yield what makes each slide of a table that may need several."""
    table = replace(table, fixed=table.widths(ROOM.width, desk.gauge))
    parts = shared(heights(table, desk.gauge, ROOM.width), ROOM.height)
    for index, (start, end) in enumerate(parts):
        piece = replace(table, rows=table.rows[start:end])
        named = (*title, Run(f"（{words.CONTINUED[index]}）")) if len(parts) > 1 else title
        yield _maker(desk, piece, (named, origin, alt), livery)


def _maker(desk: Desk, table: Table, names: tuple[RichText, str, str], livery: Livery) -> Make:
    title, origin, alt = names

    def make(number: int) -> Slide:
        sheet = Sheet(desk, number, livery, origin)
        sheet.title(title, origin)
        put(sheet, table, grid.between(sheet.top + pt(12), grid.SOURCE_FOOT), alt)
        spare = Spare(
            (title, (Run(words.IN_TABLE_SCRIPT),)), ((Run(words.IN_TABLE),),), words.BACKUP, words.ASK_FIRST, words.TELL_FIRST
        )
        return sheet.finish(notes(SILENT, spare))

    return make


def _livery(name: RichText, color: str | Colour = "") -> Livery:
    return Livery(theme_inks(color) if color else PLAIN, (Run(words.APPENDIX), Run("　"), *name))


def figures(desk: Desk) -> Iterator[Make]:
    """Yield what makes the slides of all figures, a table a theme."""
    for listed in desk.report.tables:
        livery = _livery(listed.name.text, listed.color)
        told = defined(desk.report, listed.rows)
        table = _sized(desk, [figure_table(listed.rows, livery, step, told) for step in range(len(grid.TABLES))])
        yield from _slides(
            desk, table, (*listed.name.text, Run(words.TABLE_TITLE)), listed.name.origin, livery, _alt(listed.name)
        )


def _sized(desk: Desk, tries: Sequence[Table]) -> Table:
    """Return a table at the largest size at which one slide holds it and no number breaks; else the one of the fewest slides."""
    gauge, width = desk.gauge, ROOM.width
    low = len(tries[-1].rows) <= FEW
    roomy = (one for one in tries if not one.cramped(width, gauge, words=not low))  # asked first: widths are cheaper than heights
    whole = next((one for one in roomy if sum(heights(one, gauge, width)) <= ROOM.height), None)
    return whole or min((tries[-1], tightened(tries[-1])), key=lambda one: len(shared(heights(one, gauge, width), ROOM.height)))


def tightened(table: Table) -> Table:
    """Return a table with less air in its cells."""
    return replace(table, step=grid.TIGHT_TABLE, air=TIGHT)


def definitions(desk: Desk) -> Iterator[Make]:
    """Yield what makes the slides of those definitions that no figure table tells."""
    livery = _livery((Run(words.DEFINITIONS_NAME),))
    shown = {datum.figure for listed in desk.report.tables for datum in listed.rows}
    others = [one for one in desk.report.definitions if one.figure not in shown]
    rows = tuple(Row((one.term, one.text), one.origin) for one in others)
    columns = (Column(words.DEFINITION_HEADS[0], 26, styles.BOLD), Column(words.DEFINITION_HEADS[1], 74))
    yield from _listing(desk, Table(columns, rows, grid.TABLES[-1], livery.inks), (Run(words.DEFINITIONS_TITLE),), livery)


def sources(desk: Desk) -> Iterator[Make]:
    """Yield what makes the slides of sources."""
    livery = _livery((Run(words.SOURCES),))
    rows = tuple(Row((one.name, one.text), one.origin) for one in desk.report.sources)
    columns = (Column(words.SOURCE_HEADS[0], 20, styles.BOLD), Column(words.SOURCE_HEADS[1], 80))
    steps = grid.SOURCES[-1:] if len(rows) > FEW else grid.SOURCES
    tables = [Table(columns, rows, step, livery.inks) for step in steps]
    yield from _listing(desk, _sized(desk, tables) if rows else tables[-1], (Run(words.SOURCES_TITLE),), livery)


def discrepancies(desk: Desk) -> Iterator[Make]:
    """Yield what makes the slides of differences between sources."""
    livery = _livery((Run(words.DISCREPANCIES_NAME),))
    rows = tuple(
        Row(
            (one.about, one.found, one.decision, one.because),
            one.origin,
            (one.origin, *(f"{one.origin}.{key}" for key in ("found", "decision", "because"))),
        )
        for one in desk.report.discrepancies
    )
    shares = (16, 36, 22, 26)
    columns = tuple(
        Column(head, share, styles.REGULAR if index else styles.BOLD)
        for index, (head, share) in enumerate(zip(words.DISCREPANCY_HEADS, shares, strict=True))
    )
    yield from _listing(desk, Table(columns, rows, grid.TABLES[-1], livery.inks), (Run(words.DISCREPANCIES_TITLE),), livery)


def _listing(desk: Desk, table: Table, title: RichText, livery: Livery) -> Iterator[Make]:
    if table.rows:
        alt = f"{plain(livery.kicker[2:])}：依次为{'、'.join(column.head for column in table.columns)}"
        yield from _slides(desk, table, title, table.rows[0].origin, livery, alt)
