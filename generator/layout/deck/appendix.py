"""The appendix, tables all of it: every figure by theme, the other definitions, sources, and differences between sources."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from generator.document.model import Discrepancy, RichText, Run, listed
from generator.layout.deck import words
from generator.layout.deck.bench import Bench, Part, Turn
from generator.layout.deck.draft import OVER_SOURCE, SOURCE_LINES, Draft
from generator.layout.deck.figure_table import SMALL, TABLE_GAP, alt, group_name, grouped, grouped_table, table_room
from generator.layout.deck.notes import SILENT, Spare, notes
from generator.layout.deck.slide import Slide
from generator.layout.deck.table import Column, Laid, Row, Table, laid, put, shared
from generator.units import Length

Make: TypeAlias = "Callable[[Turn], Slide]"
"""Makes a slide when its turn comes."""


def appendix(bench: Bench) -> Iterator[Make]:
    """Yield what makes the slides of the appendix."""
    yield from _figures(bench)
    yield from _definitions(bench)
    yield from _sources(bench)
    yield from _discrepancies(bench)


def _slides(
    bench: Bench, table: Laid, title: RichText, origin: str, part: Part, said: str, foot: RichText = ()
) -> Iterator[Make]:
    """Yield what makes each slide of a table that may need several; the first has sources at its foot where they are given."""
    room = table_room(bench, _continued(title, 0)).height - _foot_height(bench, foot)
    pieces = shared(tuple(table.heights(bench)), room)
    for index, (start, end) in enumerate(pieces):
        named = _continued(title, index) if len(pieces) > 1 else title
        made = partial(_slide, bench, table=table.piece(start, end), names=(named, origin, said), part=part)
        yield partial(made, foot=() if index else foot)


def _foot_height(bench: Bench, foot: RichText) -> Length:
    return bench.gauge.height((bench.letters.note(foot),), bench.grid.measure) + OVER_SOURCE if foot else 0


def _continued(title: RichText, index: int) -> RichText:
    """Return the title of one of a table's slides."""
    return (*title, Run(f"（{words.continued(index + 1)}）"))


def _slide(bench: Bench, turn: Turn, table: Laid, names: tuple[RichText, str, str], part: Part, foot: RichText) -> Slide:
    title, origin, said = names
    draft = Draft(bench, turn, part, origin)
    draft.title(title, origin)
    put(draft, table, bench.grid.between(draft.top + TABLE_GAP, draft.source(foot, (), origin)), said)
    script, sources = (title, (Run(words.IN_TABLE_SCRIPT),)), ((Run(words.IN_TABLE),),)
    return draft.finish(notes(bench, SILENT, Spare(script, sources, words.BACKUP, words.ASK_FIRST, words.TELL_FIRST)))


def _figures(bench: Bench) -> Iterator[Make]:
    """Yield the slides of all figures: a table a theme, very small ones put with those beside them."""
    foot = _few_sources(bench)
    for group in grouped(bench.report.tables):
        first = group[0]
        inks = bench.look.theme(first.color) if len(group) == 1 else bench.look.plain
        names = group_name(group)
        part = Part(inks, (Run(words.APPENDIX), Run("　"), *names) if len(group) == 1 else (Run(words.APPENDIX),))
        table = laid(grouped_table(bench, group, part), bench, bench.grid.measure)
        title = (*names, Run(words.TABLE_TITLE))
        yield from _slides(bench, table, title, first.name.origin, part, alt(names), foot)
        foot = ()


def _few_sources(bench: Bench) -> RichText:
    """Return the sources as a line at the foot of the first table, where they are so few that their own would be nearly empty."""
    told = listed(((*one.name, Run("，"), *one.text) for one in bench.report.sources), "；")
    few = bench.report.tables and 0 < len(bench.report.sources) <= SMALL
    foot = (Run(words.SOURCE), *told)
    fits = few and len(bench.gauge.lines(bench.letters.note(foot), bench.grid.measure)) <= SOURCE_LINES
    return foot if fits else ()


def _definitions(bench: Bench) -> Iterator[Make]:
    """Yield the slides of those definitions that no figure table tells."""
    shown = {datum.figure for listed in bench.report.tables for datum in listed.rows}
    others = [one for one in bench.report.definitions if one.figure not in shown]
    rows = tuple(Row((one.term, one.text), one.origin) for one in others)
    columns = (Column(words.DEFINITION_HEADS[0], 26, strong=True), Column(words.DEFINITION_HEADS[1], 74))
    yield from _listing(bench, columns, rows, words.DEFINITIONS_NAME, words.DEFINITIONS_TITLE)


def _sources(bench: Bench) -> Iterator[Make]:
    """Yield the slides of sources that do not stand at the foot of a table."""
    if _few_sources(bench):
        return
    rows = tuple(Row((one.name, one.text), one.origin) for one in bench.report.sources)
    columns = (Column(words.SOURCE_HEADS[0], 20, strong=True), Column(words.SOURCE_HEADS[1], 80))
    yield from _listing(bench, columns, rows, words.SOURCES, words.SOURCES_TITLE)


def _discrepancies(bench: Bench) -> Iterator[Make]:
    """Yield the slides of differences between sources."""
    rows = tuple(map(_difference, bench.report.discrepancies))
    widths = zip(words.DISCREPANCY_HEADS, (16, 36, 22, 26), strict=True)
    columns = tuple(Column(head, share, strong=not index) for index, (head, share) in enumerate(widths))
    yield from _listing(bench, columns, rows, words.DISCREPANCIES_NAME, words.DISCREPANCIES_TITLE)


def _difference(one: Discrepancy) -> Row:
    origins = (one.origin, *(f"{one.origin}.{key}" for key in ("found", "decision", "because")))
    return Row((one.about, one.found, one.decision, one.because), one.origin, origins)


def _listing(bench: Bench, columns: tuple[Column, ...], rows: tuple[Row, ...], name: str, title: str) -> Iterator[Make]:
    """Yield the slides of a list."""
    if not rows:
        return
    part = Part(bench.look.plain, (Run(words.APPENDIX), Run("　"), Run(name)))
    said = f"{name}：依次为{'、'.join(column.head for column in columns)}"
    table = laid(Table(columns, rows, bench.scale.table, part.inks), bench, bench.grid.measure)
    yield from _slides(bench, table, (Run(title),), rows[0].origin, part, said)
