"""Slides that are tables: the overview's key figures, and the appendix (all figures by theme, definitions, sources, differences)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.palette import PLAIN, theme_inks
from generator.design.type_scale import DECK
from generator.document.model import Phrase, Run, plain
from generator.layout.slides import styles, words
from generator.layout.slides.notes import SILENT, Spare, cite, notes
from generator.layout.slides.sheet import Livery, Sheet
from generator.layout.slides.table import Column, Row, Table, heights, put, shared
from generator.units import pt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.document.model import Datum, RichText, Section
    from generator.layout.slide import Slide
    from generator.layout.slides.sheet import Desk

Make = Callable[[int], "Slide"] if TYPE_CHECKING else object

COLUMNS = (
    Column(words.TABLE_HEADS[0], 30, styles.BOLD),
    Column(words.TABLE_HEADS[1], 18, number=True),
    Column(words.TABLE_HEADS[2], 20),
    Column(words.TABLE_HEADS[3], 22),
    Column(words.TABLE_HEADS[4], 20),
)
SCOPE = 3
ROOM = grid.between(grid.TITLE_TOP + DECK.heading_1.leading + pt(20), grid.SOURCE_FOOT)
"""What a table has under a title of one line, which the appendix' titles are."""
MOST_DEFINITION_SLIDES = 8
"""More, and a deck is the wrong place for them: the report has them."""


def figure_table(data: Sequence[Datum], livery: Livery, step: int = -1) -> Table:
    """Return a table of figures; the column of scopes is left out where there is none."""
    rows = tuple(Row((datum.label, (datum.number.run,), datum.period, datum.scope, datum.source), datum.origin) for datum in data)
    kept = [index for index in range(len(COLUMNS)) if index != SCOPE or any(plain(row.cells[SCOPE]) for row in rows)]
    narrowed = tuple(replace(row, cells=tuple(row.cells[index] for index in kept)) for row in rows)
    return Table(tuple(COLUMNS[index] for index in kept), narrowed, grid.TABLES[step], livery.inks)


def overview(desk: Desk, number: int, part: Section, livery: Livery) -> Slide:
    """Return the table of key figures, at the largest size that fits."""
    sheet = Sheet(desk, number, livery, part.origin)
    sheet.title(part.message.text, part.message.origin)
    room = grid.between(sheet.top + pt(12), grid.SOURCE_FOOT)
    put(sheet, _sized(desk, [figure_table(part.figures, livery, step) for step in range(len(grid.TABLES))]), room, _alt(part.name))
    return sheet.finish(notes(part.talk, Spare((part.message.text,), cite(part.figures))))


def _alt(name: Phrase) -> str:
    words_ = "".join(run.text for run in name.text if not run.use)
    return f"{words_}：关键数字表，每行一个指标，依次为数值、时期和来源"


def _slides(desk: Desk, table: Table, title: RichText, origin: str, livery: Livery, alt: str) -> Iterator[Make]:  # noqa: PLR0913
    """Yield what makes each slide of a table that may need several."""
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
        spare = Spare((title,), ((Run(words.IN_TABLE),),), words.BACKUP, words.ASK_FIRST, words.TELL_FIRST)
        return sheet.finish(notes(SILENT, spare))

    return make


def _livery(name: RichText, color: str = "") -> Livery:
    return Livery(theme_inks(color) if color else PLAIN, (Run(words.APPENDIX), Run("　"), *name))


def figures(desk: Desk) -> Iterator[Make]:
    """Yield what makes the slides of all figures, a table a theme."""
    for listed in desk.report.tables:
        livery = _livery(listed.name.text, listed.color)
        table = _sized(desk, [figure_table(listed.rows, livery, step) for step in range(len(grid.TABLES))])
        yield from _slides(desk, table, (*listed.name.text, Run(words.TABLE_TITLE)), listed.name.origin, livery, _alt(listed.name))


def _sized(desk: Desk, tries: Sequence[Table]) -> Table:
    """Return a table at the largest size at which one slide holds it, at the least where none does."""
    return next((one for one in tries if sum(heights(one, desk.gauge, ROOM.width)) <= ROOM.height), tries[-1])


def definitions(desk: Desk) -> Iterator[Make]:
    """Yield what makes the slides of definitions, or nothing where they would need too many."""
    livery = _livery((Run(words.DEFINITIONS_NAME),))
    rows = tuple(Row((one.term, one.text), one.origin) for one in desk.report.definitions)
    columns = (Column(words.DEFINITION_HEADS[0], 26, styles.BOLD), Column(words.DEFINITION_HEADS[1], 74))
    made = list(_listing(desk, Table(columns, rows, grid.TABLES[-1], livery.inks), (Run(words.DEFINITIONS_TITLE),), livery))
    yield from made if len(made) <= MOST_DEFINITION_SLIDES else ()


def sources(desk: Desk) -> Iterator[Make]:
    """Yield what makes the slides of sources."""
    livery = _livery((Run(words.SOURCES),))
    rows = tuple(Row((one.name, one.text), one.origin) for one in desk.report.sources)
    columns = (Column(words.SOURCE_HEADS[0], 20, styles.BOLD), Column(words.SOURCE_HEADS[1], 80))
    yield from _listing(desk, Table(columns, rows, grid.TABLES[0], livery.inks), (Run(words.SOURCES_TITLE),), livery)


def discrepancies(desk: Desk) -> Iterator[Make]:
    """Yield what makes the slides of differences between sources."""
    livery = _livery((Run(words.DISCREPANCIES_NAME),))
    rows = tuple(Row((one.about, one.found, one.decision, one.because), one.origin) for one in desk.report.discrepancies)
    shares = (16, 36, 22, 26)
    columns = tuple(Column(head, share, styles.REGULAR if index else styles.BOLD) for index, (head, share) in enumerate(zip(words.DISCREPANCY_HEADS, shares, strict=True)))
    yield from _listing(desk, Table(columns, rows, grid.TABLES[-1], livery.inks), (Run(words.DISCREPANCIES_TITLE),), livery)


def _listing(desk: Desk, table: Table, title: RichText, livery: Livery) -> Iterator[Make]:
    if table.rows:
        alt = f"{plain(livery.kicker[2:])}：依次为{'、'.join(column.head for column in table.columns)}"
        yield from _slides(desk, table, title, table.rows[0].origin, livery, alt)
