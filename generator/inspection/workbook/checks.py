"""The proof of figures.xlsx: what will be signed off is what the ledger lists, row by row, and no other number stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from itertools import chain
from typing import TYPE_CHECKING

from generator.diagnostics import Words, said
from generator.inspection.differences import prove_statement
from generator.inspection.explained import tell_unread
from generator.inspection.numerals import mask, unexplained
from generator.inspection.verdict import whole
from generator.inspection.workbook.reader import Sheet, read_ledger, rows
from generator.inspection.workbook.rows import (
    NUMBER,
    PLACE,
    PLACE_LISTS,
    PRINTED,
    TEXT,
    WORDS,
    prove_explained,
    prove_rows,
    prove_uses,
)
from generator.outputs import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.document.ledger import Entry, Line, Use
    from generator.inspection.charge import Charge
    from generator.inspection.workbook.rows import Row

MAXIMUM_TITLE = 2
"""Titles stand alone in their rows; a row with more cells than this is the header."""

_WHERE = re.compile(r"第\d+行第\d+列")
_PLACES = re.compile(r"[\d、]+")
_COLUMN = re.compile(r"\d+\Z")


def prove_ledger(charge: Charge) -> int:
    """Prove the workbook; return the rows that stand as the ledger has them. Faults go to the charge's sink."""
    book = charge.opened(FIGURES, read_ledger)
    if book is None:
        return 0
    known = _Known.of(charge)
    if book.statement is not None:
        prove_statement(FIGURES, book.statement, charge)
    for what, words in book.sayings:
        _tell_numerals(words, what, known, charge)
    tell_unread(book.unread, whole(FIGURES), None, charge)
    for sheet in book.sheets:
        for says in sheet.hidden:
            charge.fault(says, whole(FIGURES), None, charge.edited)
        _prove_numerals(sheet, known, charge)
    tables = [row for sheet in book.sheets for row in _table(sheet.cells)]
    found = sum(prove_rows([row for row in tables if PRINTED in row], charge))
    prove_uses([row for row in tables if TEXT in row or NUMBER in row], charge)
    prove_explained([row for row in tables if WORDS in row], charge)
    return found


def examine_ledger(charge: Charge) -> int:
    """Compare a workbook that somebody may have edited with what was stated of it; return its sheets."""
    book = charge.opened(FIGURES, read_ledger)
    if book is None:
        return 0
    if book.statement is not None:
        prove_statement(FIGURES, book.statement, charge)
    return len(book.sheets)


def _table(cells: Mapping[str, str]) -> Iterator[Row]:
    """Yield the rows below the header, each by the header's words."""
    header: dict[str, str] = {}
    for _number, line in sorted(rows(cells).items()):
        if not header and len([one for one in line.values() if one]) > MAXIMUM_TITLE:
            header = line
        elif header:
            yield {header[column]: text for column, text in line.items() if column in header}


@dataclass(frozen=True, slots=True)
class _Known:
    """What a cell may say: all words of the ledger, its amounts, and its digest."""

    words: frozenset[str]
    amounts: frozenset[float]
    own: tuple[str, str]

    @classmethod
    def of(cls, charge: Charge) -> _Known:
        ledger = charge.ledger
        lines = [line for entry in ledger.entries for line in entry.lines]
        pieces: list[Entry | Line | Use] = [*ledger.entries, *lines, *ledger.uses]
        words = [word for one in pieces for field in fields(one) if isinstance(word := getattr(one, field.name), str)]
        words += [*ledger.numbers().values(), *chain(*ledger.names), *(one.item for one in charge.placements)]
        amounts = frozenset(float(line.amount) for line in lines if line.amount is not None)
        return cls(frozenset(words), amounts, (ledger.digest, "SHA-256"))

    def explains(self, text: str) -> bool:
        return text in self.words or bool(_WHERE.fullmatch(text)) or self._is_amount(text)

    def _is_amount(self, text: str) -> bool:
        try:
            return float(text) in self.amounts
        except ValueError:
            return False


def _tell_numerals(text: str, what: Words, known: _Known, charge: Charge) -> bool:
    """Tell the numerals of a text that neither a name nor the file's own digest explains, and whether there is one."""
    strays = unexplained(mask(text, known.own), charge.names)
    for numeral in strays:
        charge.fault(said("unexplained-numeral.in", numeral=numeral.text, what=what), whole(FIGURES), None, charge.edited)
    return bool(strays)


def _prove_numerals(sheet: Sheet, known: _Known, charge: Charge) -> None:
    """Explain every numeral of every cell: numbers of the ledger's own, places, and words that the ledger holds."""
    headers = {*PLACE_LISTS, PLACE}
    columns = {_COLUMN.sub("", address) for address, text in sheet.cells.items() if text in headers}
    explained = set[str]()
    for address, text in sheet.cells.items():
        if text in explained or (_COLUMN.sub("", address) in columns and _PLACES.fullmatch(text)):
            continue
        if known.explains(text) or not _tell_numerals(text, said("saying.cell", sheet=sheet.name, cell=address), known, charge):
            explained.add(text)
