"""A comparison from two editions to the page that is signed: what changed in, its record as a PDF out.

The comparison itself is `edition.compare`'s; here it is worded, set as a sheet like every record, and written.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.diagnostics import Speech, Words, said
from generator.edition.compare.model import Aspect, Ink
from generator.edition.compare.told import aspect, counts, shortened
from generator.layout.record.model import Entry, Mood, Part, Piece, Sheet
from generator.units import mm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.edition.compare.model import Change, Comparison, Edition, Rewording
    from generator.edition.compare.model import Words as Text
    from generator.layout.record.model import Cell

    Tell = Callable[[Words], None]
    Word = Callable[[Words], str]


FIGURES = (mm(30), mm(40), mm(50))
TEXTS = (mm(30), mm(72))
"""What changed, of which figure and period, what it was; what it is takes the rest. Of a text: what changed and what it was."""
QUIET = frozenset({Aspect.SOURCE, Aspect.STATUS, Aspect.OWNER, Aspect.THEME, Aspect.WRITING, Aspect.FORMULA})
"""What changes no number and no meaning."""
SET_OFF = frozenset({Aspect.VALUE, Aspect.UNIT, Aspect.QUALIFIER, Aspect.GONE, Aspect.LOST_PERIOD})
"""What nobody who approves may pass over: a number that is told otherwise, or no more."""
MOODS = {Aspect.ADDED: Mood.GOOD, Aspect.NEW_PERIOD: Mood.GOOD, Aspect.GONE: Mood.BAD, Aspect.LOST_PERIOD: Mood.BAD}
LONGEST = 420
"""Characters of one cell: a longer text goes on in the next row."""
NOTHING = Piece("—", grey=True)
QUOTED = re.compile("`([^`]*)`")
DIGEST = 16
"""Digits of a content's digest that tell it from others."""


def compare(editions: tuple[Path, Path], target: Path | None, tell: Tell, catalog: Speech) -> Comparison:
    """Compare the old edition with the new; with a target, write what changed there as a page to sign.

    Raises BuildError: Exit.CONTENT for an edition that cannot be read, Exit.WRITE when the page cannot be written.
    """
    from generator.edition.compare.run import compared  # noqa: PLC0415 - each stage is loaded when it is reached

    found = compared(*editions, tell)
    if target:
        tell(said("stage.writing", file=target.name))
        write(found, target, catalog)
    return found


def write(found: Comparison, target: Path, catalog: Speech) -> None:
    """Write the record of a comparison in the words of a catalog. Raises BuildError (Exit.WRITE) when it cannot be written."""
    from generator.fonts.library import Library  # noqa: PLC0415 - as above
    from generator.layout.record import sheets  # noqa: PLC0415
    from generator.publication.staging import publish, staging  # noqa: PLC0415
    from generator.writers.pdf import document  # noqa: PLC0415

    library = Library.open().with_supplements()
    book = sheets.book(sheet(found, catalog), library)
    with staging(target.parent) as stage:
        document.write(book, library, stage.new / target.name)
        publish(stage, target.parent)


def sheet(found: Comparison, catalog: Speech) -> Sheet:
    """Return what the page of a comparison says."""

    def bare(words: Words) -> str:
        return QUOTED.sub(r"“\1”", catalog.word(words)).strip()

    facts = ((bare(said("compare.old")), _named(found.old)), (bare(said("compare.new")), _named(found.new)))
    fields = (said("compare.approver"), said("audit.date"), said("audit.signature"))
    return Sheet(
        bare(said("compare.title")), bare(said("compare.same" if found.same else "compare.differs")),
        Mood.GOOD if found.same else Mood.DOUBT, bare(counts(found)), facts,
        tuple(_parts(found, bare)), tuple(map(bare, fields)), catalog.language,
    )  # fmt: skip


def _named(edition: Edition) -> str:
    return f"{edition.file}　SHA-256 {edition.digest[:DIGEST]}"


def _parts(found: Comparison, bare: Word) -> Iterator[Part]:
    what, old, new = (bare(said(key)) for key in ("compare.head-what", "compare.head-old", "compare.head-new"))
    figures = bare(said("compare.figures"))
    entries = tuple(_change(one, bare) for one in found.changes)
    yield Part(figures, (what, figures, old, new), FIGURES, entries)
    for name, group in groupby(found.rewordings, key=lambda one: one.part):
        rows = tuple(row for one in group for row in _reworded(one, bare))
        called = name or bare(said("compare.cover"))
        yield Part(called, (called, old, new), TEXTS, rows)


def _change(one: Change, bare: Word) -> Entry:
    mood = MOODS.get(one.aspect, Mood.IDLE if one.aspect in QUIET else Mood.DOUBT)
    loud = one.aspect not in QUIET
    name = (Piece(one.figure, bold=loud), Piece(f"　{one.period}" if one.period else "", grey=True))
    when, _, last = one.old.partition(" ") if one.aspect is Aspect.NEW_PERIOD else ("", "", one.old)
    old, new = _said(last, when, bold=loud), _said(one.new, "", bold=loud)
    return Entry(mood, ((Piece(bare(aspect(one)), bold=loud, mood=mood),), name, old, new), one.aspect in SET_OFF)


def _said(text: str, when: str, *, bold: bool) -> Cell:
    """Return what stood or stands, after the period that it is of where that is another."""
    told = (Piece(f"{when}　", grey=True), Piece(text, bold=bold)) if when else (Piece(text, bold=bold),)
    return told if text else (NOTHING,)


def _reworded(one: Rewording, bare: Word) -> Iterator[Entry]:
    """Yield the rows of a paragraph: as many as its text needs."""
    what = "added" if not one.old else "gone" if not one.new else "reworded"
    mood = {"added": Mood.GOOD, "gone": Mood.BAD, "reworded": Mood.DOUBT}[what]
    old, new = _rows(one.old, Mood.BAD), _rows(one.new, Mood.GOOD)
    for at in range(max(len(old), len(new))):
        word = Piece(bare(said(f"reworded.{what}")) if at == 0 else "", bold=True, mood=mood)
        yield Entry(mood, ((word,), *(rows[at] if at < len(rows) else (NOTHING,) for rows in (old, new))))


def _rows(text: Text, mood: Mood) -> list[Cell]:
    """Return a text in cells of no more characters than one holds, what differs bold in its colour."""
    cells: list[list[Piece]] = [[]]
    room = LONGEST
    for words, ink in shortened(text):
        rest = words
        while rest:
            if not room:
                cells.append([])
                room = LONGEST
            piece, rest = rest[:room], rest[room:]
            changed = ink is Ink.CHANGED
            cells[-1].append(Piece(piece, bold=changed, mood=mood if changed else None))
            room -= len(piece)
    return [tuple(one) for one in cells if one]
