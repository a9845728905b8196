"""Read a spreadsheet as a stranger: sheets, and the text of every cell (ECMA-376 Part 1, 18).

In: a file or its bytes. Out: cells by address. A number is returned as it is written: `same_number` tells whether two
writings are one cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Words, said
from generator.inspection.package import NS, RELATIONSHIP_ID, Package
from generator.inspection.workbook.cells import KNOWN_PARTS, MAIN, STYLES, cell_text, shared_strings
from generator.inspection.workbook.statement import read_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal
    from pathlib import Path
    from xml.etree import ElementTree as ET

    from generator.statement.model import Statement


_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_CELL = re.compile(r"([A-Z]+)(\d+)")
_S = f"{{{NS['s']}}}"
_HIDING = {"row": "r", "col": "min"}
"""What may be hidden, and the attribute that counts it."""


class Sheet(NamedTuple):
    """A sheet: its name, the text of every cell by its address, and what of it is hidden: the whole, a row, a column."""

    name: str
    cells: Mapping[str, str]
    hidden: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as read: sheets in order, the content's digest, what it says of itself, and the parts that are not read here.

    `statement` is the ledger's own, in the words that it is compared in; a chart's workbook has none.
    """

    sheets: tuple[Sheet, ...]
    digest: str
    sayings: tuple[tuple[Words, str], ...]
    unread: tuple[Words, ...]
    statement: Statement | None = None


def read_ledger(source: Path) -> Book:
    """Read the ledger's workbook, with its statement. Raises as `read_book` does."""
    package = Package.open(source)
    return replace(_book(package), statement=read_statement(package))


def read_book(source: Path | bytes) -> Book:
    """Read a workbook. Raises UnreadableError, or one of DAMAGE for a file that is none."""
    return _book(Package.open(source))


def _book(package: Package) -> Book:
    sayings = (*package.sayings(), *((said("saying.number-format"), words) for words in _format_literals(package)))
    unread = tuple(said("unread.part", name=name) for name in package.names if not name.startswith(KNOWN_PARTS))
    return Book(tuple(_sheets(package)), package.custom_property("ContentDigest"), sayings, unread)


def _sheets(package: Package) -> Iterator[Sheet]:
    relations, shared = package.relations(MAIN), shared_strings(package)
    for one in package.part(MAIN).findall("s:sheets/s:sheet", NS):
        root = package.part(relations[one.get(RELATIONSHIP_ID, "")][1])
        cells = {cell.get("r", ""): cell_text(cell, shared) for cell in root.iter(_S + "c")}
        name = one.get("name", "")
        whole = (said("not-visible.sheet", sheet=name),) if one.get("state", "visible") != "visible" else ()
        yield Sheet(name, cells, (*whole, *_hidden(root, name)))


def _hidden(root: ET.Element, sheet: str) -> Iterator[Words]:
    for tag, key in _HIDING.items():
        for one in root.iter(_S + tag):
            if one.get("hidden") in {"1", "true"}:
                yield said(f"not-visible.{tag}", sheet=sheet, number=one.get(key, ""))


def _format_literals(package: Package) -> tuple[str, ...]:
    """Return what number formats print beside the number itself: a literal may say another number than the cell."""
    if not package.has(STYLES):
        return ()
    codes = (one.get("formatCode", "") for one in package.part(STYLES).iter(_S + "numFmt"))
    return tuple("".join(words) for code in codes for words in _LITERAL.findall(code))


def rows(cells: Mapping[str, str]) -> dict[int, dict[str, str]]:
    """Return cells by row number and column letters."""
    found: dict[int, dict[str, str]] = {}
    for address, text in cells.items():
        if match := _CELL.fullmatch(address):
            found.setdefault(int(match[2]), {})[match[1]] = text
    return found


def same_number(text: str, amount: Decimal) -> bool:
    """Tell whether a cell holds an amount: a cell is a double, whichever of its decimal writings a program chose (18.18.11)."""
    try:
        return float(text) == float(amount)
    except ValueError:
        return False
