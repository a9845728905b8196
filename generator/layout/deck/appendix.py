"""The backup's tables: every figure by theme, the other definitions, sources, and differences between sources.

A list of a row or two has no slide of its own: it stands under the nearest table that leaves it room.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from generator.document.model import Discrepancy, RichText, Run, plain
from generator.layout.deck import words
from generator.layout.deck.bench import Bench, Part, Turn
from generator.layout.deck.draft import Draft
from generator.layout.deck.figure_table import TABLE_GAP, alt, defined, figure_tables, sized, table_room, with_room, years_alt
from generator.layout.deck.notes import SILENT, Spare, notes
from generator.layout.deck.slide import Slide
from generator.layout.deck.table import Column, Laid, Row, Table, filled, laid, put, shared
from generator.units import Point, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.document.model import Datum, FigureTable
    from generator.layout.deck.slide import SlideParagraph
    from generator.units import Length

Make: TypeAlias = "Callable[[Turn], Slide]"
"""Makes a slide when its turn comes."""

TINY = 2
"""A list of no more rows stands under another."""
BETWEEN = pt(20)
NAME_GAP = pt(6)
NOTES_GAP = pt(8)


@dataclass(frozen=True, slots=True)
class Listing:
    """A table to be: the key by which links find it, its name and title, where it comes from, its part, its alternative text.

    `notes` stand under it, each on the slide that has its mark; it begins with that.
    """

    key: str
    name: RichText
    title: RichText
    origin: str
    part: Part
    said: str
    table: Laid
    notes: tuple[SlideParagraph, ...] = ()

    @property
    def tiny(self) -> bool:
        """Whether it stands under another."""
        return len(self.table.table.rows) <= TINY


@dataclass(slots=True)
class Leaf:
    """A slide to be: a listing's title with a mark where it goes on, its rows, and the tiny listings under them."""

    listing: Listing
    title: RichText
    table: Laid
    last: bool
    under: list[Listing] = field(default_factory=list)


def appendix(bench: Bench) -> tuple[tuple[Make, ...], tuple[tuple[str, int], ...]]:
    """Return what makes the slides of the backup's tables, and the places at which each list begins, by its key."""
    listings = (*_figures(bench), *_definitions(bench), *_sources(bench), *_discrepancies(bench))
    leaves = _leaves(bench, listings)
    marks = [(one.key, place) for place, leaf in enumerate(leaves) for one in (leaf.listing, *leaf.under)]
    first = dict(reversed(marks))
    return tuple(partial(_slide, bench, leaf=leaf) for leaf in leaves), tuple(first.items())


def _leaves(bench: Bench, listings: Sequence[Listing]) -> list[Leaf]:
    """Return the slides: large lists over as many as they take, tiny ones under the nearest slide that has room."""
    made: list[Leaf] = []
    waiting: list[tuple[int, Listing]] = []
    for listing in listings:
        if listing.tiny:
            waiting.append((len(made), listing))
        else:
            made += _pieces(bench, listing, loose=any(one.tiny for one in listings))
    for place, listing in reversed(waiting):
        near = sorted((leaf for leaf in made if leaf.last), key=lambda leaf: _distance(made, leaf, place))
        host = next((leaf for leaf in near if _room_left(bench, leaf) >= _tall(bench, listing)), None)
        if host:
            host.under.insert(0, listing)
        else:
            made.insert(place, Leaf(listing, listing.title, listing.table, last=True))
    return made


def _distance(made: Sequence[Leaf], leaf: Leaf, place: int) -> float:
    """Return how far a slide is from a place between slides: the one before it is nearer than the one after."""
    at = next(index for index, one in enumerate(made) if one is leaf)
    return place - 1 - at if at < place else at - place + 0.5


def _pieces(bench: Bench, listing: Listing, *, loose: bool) -> list[Leaf]:
    """Return the slides of a list, evenly filled, or `loose`: with the room that is left over on the last."""
    tall = tuple(listing.table.heights(bench))
    room = table_room(bench, _continued(listing.title, 0)).height - _noted_height(bench, listing)
    pieces = filled(tall, room) if loose else shared(tall, room)
    titles = [_continued(listing.title, at) if len(pieces) > 1 else listing.title for at in range(len(pieces))]
    return [
        Leaf(listing, title, listing.table.piece(start, end), last=end == len(tall) - 1)
        for title, (start, end) in zip(titles, pieces, strict=True)
    ]


def _tall(bench: Bench, listing: Listing) -> Length:
    """Return what a tiny list takes under another, its name over it."""
    return BETWEEN + bench.scale.body.leading + NAME_GAP + sum(listing.table.heights(bench)) + _noted_height(bench, listing)


def _noted_height(bench: Bench, listing: Listing) -> Length:
    """Return what the notes of a list take under it."""
    return NOTES_GAP + bench.gauge.height(listing.notes, bench.grid.measure) if listing.notes else 0


def _room_left(bench: Bench, leaf: Leaf) -> Length:
    taken = sum(leaf.table.heights(bench)) + _noted_height(bench, leaf.listing) + sum(_tall(bench, one) for one in leaf.under)
    return table_room(bench, leaf.title).height - taken


def _continued(title: RichText, index: int) -> RichText:
    """Return the title of one of a table's slides."""
    return (*title, Run(f"（{words.continued(index + 1)}）"))


def _slide(bench: Bench, turn: Turn, leaf: Leaf) -> Slide:
    listing = leaf.listing
    draft = Draft(bench, turn, listing.part, listing.origin, words.ANNEX)
    draft.title(leaf.title, listing.origin)
    room = bench.grid.between(draft.top + TABLE_GAP, bench.grid.source_foot)
    below = sum(_tall(bench, one) for one in leaf.under) + _noted_height(bench, listing)
    y = put(draft, leaf.table, Rect(room.x, room.y, room.width, room.height - below), listing.said).bottom
    y = _notes_under(draft, listing, leaf.table, Point(room.x, y), room.width)
    for one in leaf.under:
        y = _under(draft, one, Rect(room.x, y + BETWEEN, room.width, room.bottom - y - BETWEEN))
    return draft.finish(notes(SILENT, Spare(((Run(words.IN_TABLE_SCRIPT),),), aside=True)))


def _under(draft: Draft, one: Listing, room: Rect) -> Length:
    """Set a tiny list with its name over it, and return where it ends."""
    name = draft.bench.letters.strong(one.name, draft.bench.scale.body, one.part.inks.main)
    draft.text("表名", Rect(room.x, room.y, room.width, name.leading), (name,), one.origin)
    top = room.y + name.leading + NAME_GAP
    foot = put(draft, one.table, Rect(room.x, top, room.width, sum(one.table.heights(draft.bench))), one.said).bottom
    return _notes_under(draft, one, one.table, Point(room.x, foot), room.width)


def _notes_under(draft: Draft, one: Listing, shown: Laid, at: Point, width: Length) -> Length:
    """Set the notes to which the marks of the rows that are shown lead under their foot, and return where they end."""
    marks = {run.use for row in shown.table.rows for cell in row.cells for run in cell if run.use}
    noted = tuple(note for note in one.notes if note.runs[0].use in marks)
    if not noted:
        return at.y
    tall = draft.bench.gauge.height(noted, width)
    draft.text("表注", Rect(at.x, at.y + NOTES_GAP, width, tall), noted, one.origin)
    return at.y + NOTES_GAP + tall


def _back(bench: Bench) -> str:
    """Return where what belongs to no theme leads back to: the questions, or the beginning."""
    closing = bench.report.closing
    return closing.name.origin if closing else words.OPENING


def _figures(bench: Bench) -> Iterator[Listing]:
    """Yield the lists of all figures, one a theme."""
    homes = {str(theme.name): theme.id for theme in bench.report.themes}
    for listed in bench.report.tables:
        name, back = listed.name, homes.get(str(listed.name), _back(bench))
        kicker = (Run(words.BACKUP_NAME), Run("　"), *name.text)
        part = Part(bench.look.theme(listed.color), kicker, back=back)
        yield from _of_part(bench, listed, part)


def _of_part(bench: Bench, whole: FigureTable, part: Part) -> Iterator[Listing]:
    """Yield the lists of a part's figures: those with years as columns, under whose key source lines lead, then the others."""
    name, key = whole.name, words.TABLE_KEY + plain(whole.name.text)
    title, short = words.TABLE_TITLE, words.TABLE_NAME
    listed, made = with_room(bench, whole, part, (*name.text, Run(words.YEARS_TITLE)))
    if listed.years and made:
        cells = [cell for row in listed.years.rows for cell in row.cells if cell]
        noted, said = _noted(bench, listed, cells), years_alt(name, listed.years)
        yield Listing(key, (*name.text, Run(short)), (*name.text, Run(words.YEARS_TITLE)), name.origin, part, said, made, noted)
        key, title, short = key + short, words.OTHERS_TITLE, words.OTHERS_NAME
    if listed.rows:
        heading = (*name.text, Run(title))
        tries = figure_tables(bench, listed.rows, part, defined(bench.report, listed.rows))
        made, noted = sized(bench, tries[-1:], heading), _noted(bench, listed, listed.rows)
        yield Listing(key, (*name.text, Run(short)), heading, name.origin, part, alt(name), made, noted)


def _noted(bench: Bench, listed: FigureTable, data: Sequence[Datum]) -> tuple[SlideParagraph, ...]:
    """Return the notes to which the marks of some values lead."""
    marks = {one.mark for one in data}
    return tuple(
        bench.letters.words((*one.mark, Run(" "), *one.text), bench.scale.table) for one in listed.notes if one.mark in marks
    )


def _definitions(bench: Bench) -> Iterator[Listing]:
    """Yield the list of those definitions that no figure table tells."""
    shown = {datum.figure for listed in bench.report.tables for datum in listed.rows}
    others = [one for one in bench.report.definitions if one.figure not in shown]
    rows = tuple(Row((one.term, one.text), one.origin) for one in others)
    columns = (Column(words.DEFINITION_HEADS[0], 26, strong=True), Column(words.DEFINITION_HEADS[1], 74))
    yield from _listing(bench, columns, rows, words.DEFINITIONS_NAME, words.DEFINITIONS_TITLE)


def _sources(bench: Bench) -> Iterator[Listing]:
    """Yield the list of sources: a few are set large."""
    rows = tuple(Row((one.name, one.text), one.origin) for one in bench.report.sources)
    columns = (Column(words.SOURCE_HEADS[0], 20, strong=True), Column(words.SOURCE_HEADS[1], 80))
    yield from _listing(bench, columns, rows, words.SOURCES, words.SOURCES_TITLE)


def _discrepancies(bench: Bench) -> Iterator[Listing]:
    """Yield the list of differences between sources."""
    rows = tuple(map(_difference, bench.report.discrepancies))
    widths = zip(words.DISCREPANCY_HEADS, (16, 36, 22, 26), strict=True)
    columns = tuple(Column(head, share, strong=not index) for index, (head, share) in enumerate(widths))
    yield from _listing(bench, columns, rows, words.DISCREPANCIES_NAME, words.DISCREPANCIES_TITLE)


def _difference(one: Discrepancy) -> Row:
    origins = (one.origin, *(f"{one.origin}.{key}" for key in ("found", "decision", "because")))
    return Row((one.about, one.found, one.decision, one.because), one.origin, origins)


def _listing(bench: Bench, columns: tuple[Column, ...], rows: tuple[Row, ...], name: str, title: str) -> Iterator[Listing]:
    """Yield a list."""
    if not rows:
        return
    part = Part(bench.look.plain, (Run(words.BACKUP_NAME), Run("　"), Run(name)), back=_back(bench))
    said = f"{name}：依次为{'、'.join(column.head for column in columns)}"
    table = laid(Table(columns, rows, bench.scale.table, part.inks), bench, bench.grid.measure)
    yield Listing(name, (Run(name),), (Run(title),), rows[0].origin, part, said, table)
