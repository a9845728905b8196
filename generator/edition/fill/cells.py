"""Cells of a sheet as they were filled in: their text, and what they are beside it, which tells a date from a number.

A package in; sheets out (ECMA-376 Part 1, 18.3.1.4 for cells, 18.8.30 for number formats).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.edition.collect.form import plain
from generator.edition.workbooks import MAIN
from generator.inspection.package import RELATIONSHIP_ID, spelt
from generator.inspection.workbook.cells import STYLES, cell_text, shared_strings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree import ElementTree as ET

    from generator.inspection.package import Package


class Nature(Enum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERCENT = "percent"
    FORMULA = "formula"
    ERROR = "error"
    TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: where it stands (H6), its text in one line and in NFC, and what it is."""

    address: str
    text: str = ""
    nature: Nature = Nature.TEXT


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet that came back: its name, and its cells by row and column, both from 0."""

    name: str
    cells: Mapping[tuple[int, int], Cell]

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; an empty one where nothing was written."""
        return self.cells.get((row, column)) or Cell(f"{_letters(column)}{row + 1}")

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that have anything in them."""
        return tuple(sorted({row for (row, _), cell in self.cells.items() if cell.text}))


_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Number formats that need no code; some of them are dates in Chinese alone (18.8.30)."""
_BUILT_IN_PERCENT = frozenset((9, 10))
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATED = re.compile("[ymdhs]", re.IGNORECASE)
_DIGITS = 15
"""Significant digits of a cell's number (IEEE 754): what comes after them is of the machine's making."""
_ERROR_TYPES = {"e": Nature.ERROR, "b": Nature.TRUTH}


def sheets(package: Package) -> tuple[Filled, ...]:
    """Return all sheets in order; raises UnreadableError, or one of DAMAGE, for a workbook that is none."""
    shared, formats, relations = shared_strings(package), _formats(package), package.relations(MAIN)
    found = []
    for one in package.part(MAIN).findall(spelt("s:sheets/s:sheet")):
        root = package.part(relations[one.get(RELATIONSHIP_ID, "")][1])
        cells = {}
        for cell in root.iter(spelt("s:c")):
            if address := _ADDRESS.fullmatch(cell.get("r", "")):
                cells[int(address[2]) - 1, _column(address[1])] = _cell(cell, shared, formats)
        found.append(Filled(one.get("name", ""), cells))
    return tuple(found)


def _cell(cell: ET.Element, shared: Sequence[str], formats: Sequence[Nature]) -> Cell:
    kind, text = cell.get("t", "n"), plain(normalize("NFC", cell_text(cell, shared)))
    address = cell.get("r", "")
    if cell.find(spelt("s:f")) is not None:
        return Cell(address, text or "=", Nature.FORMULA)
    if kind in _ERROR_TYPES:
        return Cell(address, text, _ERROR_TYPES[kind])
    if kind != "n" or not text:
        return Cell(address, text)
    style = int(cell.get("s", "0"))
    return Cell(address, _number(text), formats[style] if style < len(formats) else Nature.NUMBER)


def _number(text: str) -> str:
    """Return a number without exponent and without the digits of the machine's making."""
    try:
        amount = Decimal(f"{float(text):.{_DIGITS}g}")
    except (ValueError, InvalidOperation):
        return text
    return f"{amount.normalize():f}" if amount.is_finite() else text


def percent(text: str) -> str:
    """Return a number shown in per cent as it is shown."""
    try:
        return f"{(Decimal(text) * 100).normalize():f}%"
    except InvalidOperation:
        return text


def _formats(package: Package) -> tuple[Nature, ...]:
    """Return what the number format of each cell format makes of a number."""
    if not package.has(STYLES):
        return ()
    root = package.part(STYLES)
    codes = {int(one.get("numFmtId", "0")): one.get("formatCode", "") for one in root.iter(spelt("s:numFmt"))}
    used = (int(one.get("numFmtId", "0")) for one in root.findall(spelt("s:cellXfs/s:xf")))
    return tuple(_nature(number, _LITERALS.sub("", codes.get(number, ""))) for number in used)


def _nature(number: int, code: str) -> Nature:
    if (number in _BUILT_IN_DATES and not code) or (_DATED.search(code) and "General" not in code):
        return Nature.DATE
    return Nature.PERCENT if "%" in code or (number in _BUILT_IN_PERCENT and not code) else Nature.NUMBER


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _letters(column: int) -> str:
    more, last = divmod(column, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)
