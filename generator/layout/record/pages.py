"""The record of an audit as a sheet: its rules in one table. A record and the library in; a book out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.layout.record import sheets
from generator.layout.record.model import Entry, Mood, Part, Piece, Sheet
from generator.units import mm

if TYPE_CHECKING:
    from generator.fonts.library import Library
    from generator.layout.book.page import Book
    from generator.layout.record.model import Line, Record

COLUMNS = (mm(16), mm(56), mm(42), mm(12))
"""Verdict, rule, found, pages; the clause takes the rest."""


def book(record: Record, library: Library) -> Book:
    """Return a record as a book."""
    part = Part(record.title, record.heads, COLUMNS, tuple(map(_entry, record.lines)))
    facts, fields = record.facts, record.fields
    sheet = Sheet(record.title, record.verdict, record.mood, record.counts, facts, (part,), fields, record.language)
    return sheets.book(sheet, library)


def _entry(line: Line) -> Entry:
    """Return a rule as a row: what is not kept is bold and set off, what was not asked is grey."""
    bad, idle = line.mood in {Mood.BAD, Mood.DOUBT}, line.mood is Mood.IDLE
    texts = (
        Piece(line.verdict, bold=bad, mood=line.mood),
        Piece(line.rule, bold=bad, grey=idle),
        Piece(line.found, grey=idle),
        Piece(line.pages, grey=idle),
        Piece(line.clause, grey=True),
    )
    return Entry(line.mood, tuple((one,) for one in texts), set_off=bad)
