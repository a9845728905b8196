"""The appendix, tables all of it: every figure by theme, the other definitions, sources, and differences between sources."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from generator.document.model import Discrepancy, RichText, Run
from generator.layout.deck import words
from generator.layout.deck.bench import Bench, Part, Turn
from generator.layout.deck.draft import Draft
from generator.layout.deck.figure_table import FEW, TABLE_GAP, alt, defined, figure_tables, sized, table_room
from generator.layout.deck.notes import SILENT, Spare, notes
from generator.layout.deck.slide import Slide
from generator.layout.deck.table import Column, Laid, Row, Table, laid, put, shared

Make: TypeAlias = "Callable[[Turn], Slide]"
"""Makes a slide when its turn comes."""


def appendix(bench: Bench) -> Iterator[Make]:
    """Yield what makes the slides of the appendix."""
    yield from _figures(bench)
    yield from _definitions(bench)
    yield from _sources(bench)
    yield from _discrepancies(bench)


def _slides(bench: Bench, table: Laid, title: RichText, origin: str, part: Part, said: str) -> Iterator[Make]:
    """Yield what makes each slide of a table that may need several."""
    pieces = shared(tuple(table.heights(bench)), table_room(bench, _continued(title, 0)).height)
    for index, (start, end) in enumerate(pieces):
        named = _continued(title, index) if len(pieces) > 1 else title
        yield partial(_slide, bench, table=table.piece(start, end), names=(named, origin, said), part=part)


def _continued(title: RichText, index: int) -> RichText:
    """Return the title of one of a table's slides."""
    return (*title, Run(f"（{words.continued(index + 1)}）"))


def _slide(bench: Bench, turn: Turn, table: Laid, names: tuple[RichText, str, str], part: Part) -> Slide:
    title, origin, said = names
    draft = Draft(bench, turn, part, origin)
    draft.title(title, origin)
    put(draft, table, bench.grid.between(draft.top + TABLE_GAP, bench.grid.source_foot), said)
    return draft.finish(notes(SILENT, Spare(((Run(words.IN_TABLE_SCRIPT),),), aside=True)))


def _figures(bench: Bench) -> Iterator[Make]:
    """Yield the slides of all figures, a table a theme."""
    for listed in bench.report.tables:
        name, part = listed.name, Part(bench.look.theme(listed.color), (Run(words.APPENDIX), Run("　"), *listed.name.text))
        title, tries = (
            (*name.text, Run(words.TABLE_TITLE)),
            figure_tables(bench, listed.rows, part, defined(bench.report, listed.rows)),
        )
        yield from _slides(bench, sized(bench, tries, title), title, name.origin, part, alt(name))


def _definitions(bench: Bench) -> Iterator[Make]:
    """Yield the slides of those definitions that no figure table tells."""
    shown = {datum.figure for listed in bench.report.tables for datum in listed.rows}
    others = [one for one in bench.report.definitions if one.figure not in shown]
    rows = tuple(Row((one.term, one.text), one.origin) for one in others)
    columns = (Column(words.DEFINITION_HEADS[0], 26, strong=True), Column(words.DEFINITION_HEADS[1], 74))
    yield from _listing(bench, columns, rows, words.DEFINITIONS_NAME, words.DEFINITIONS_TITLE)


def _sources(bench: Bench) -> Iterator[Make]:
    """Yield the slides of sources: a few are set large."""
    rows = tuple(Row((one.name, one.text), one.origin) for one in bench.report.sources)
    columns = (Column(words.SOURCE_HEADS[0], 20, strong=True), Column(words.SOURCE_HEADS[1], 80))
    yield from _listing(bench, columns, rows, words.SOURCES, words.SOURCES_TITLE, large=True)


def _discrepancies(bench: Bench) -> Iterator[Make]:
    """Yield the slides of differences between sources."""
    rows = tuple(map(_difference, bench.report.discrepancies))
    widths = zip(words.DISCREPANCY_HEADS, (16, 36, 22, 26), strict=True)
    columns = tuple(Column(head, share, strong=not index) for index, (head, share) in enumerate(widths))
    yield from _listing(bench, columns, rows, words.DISCREPANCIES_NAME, words.DISCREPANCIES_TITLE)


def _difference(one: Discrepancy) -> Row:
    origins = (one.origin, *(f"{one.origin}.{key}" for key in ("found", "decision", "because")))
    return Row((one.about, one.found, one.decision, one.because), one.origin, origins)


def _listing(
    bench: Bench, columns: tuple[Column, ...], rows: tuple[Row, ...], name: str, title: str, *, large: bool = False
) -> Iterator[Make]:
    """Yield the slides of a list: a large one in the sizes of sources, only the least of these where it has many rows."""
    if not rows:
        return
    part = Part(bench.look.plain, (Run(words.APPENDIX), Run("　"), Run(name)))
    steps = bench.ladders.sources if large else bench.ladders.tables
    tries = [Table(columns, rows, step, part.inks) for step in (steps if large and len(rows) <= FEW else steps[-1:])]
    said = f"{name}：依次为{'、'.join(column.head for column in columns)}"
    table = sized(bench, tries, (Run(title),)) if large else laid(tries[-1], bench, bench.grid.measure)
    yield from _slides(bench, table, (Run(title),), rows[0].origin, part, said)
