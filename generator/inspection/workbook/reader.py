"""Read a spreadsheet as a stranger: sheets, and the text of every cell (ECMA-376 Part 1, 18).

In: a package. Out: cells by address. A number is returned as it is written: `same_number` tells whether two writings are one cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.package import NS, RELATIONSHIP_ID, Package

if TYPE_CHECKING:
    from decimal import Decimal
    from xml.etree import ElementTree as ET

MAIN = "xl/workbook.xml"
SHARED = "xl/sharedStrings.xml"

STYLES = "xl/styles.xml"
KNOWN_PARTS = (
    "[Content_Types].xml", "_rels/", "docProps/", "xl/_rels/", "xl/worksheets/", "xl/workbook.xml", "xl/theme/", SHARED, STYLES,
)  # fmt: skip

_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_CELL = re.compile(r"([A-Z]+)(\d+)")
_S = f"{{{NS['s']}}}"
_HIDING = (("row", "row"), ("col", "column"))


class Sheet(NamedTuple):
    """A sheet's name, its part, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


def sheet_parts(workbook: Package) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook in order. Raises UnreadableError."""
    relations = workbook.relations(MAIN)
    return tuple(
        Sheet(one.get("name", ""), relations[one.get(RELATIONSHIP_ID, "")][1], one.get("state", "visible") != "visible")
        for one in workbook.part(MAIN).findall("s:sheets/s:sheet", NS)
    )


def read_cells(workbook: Package, sheet: str) -> dict[str, str]:
    """Return the text of every cell of a sheet by its address."""
    shared = _shared(workbook)
    return {cell.get("r", ""): _cell_text(cell, shared) for cell in workbook.part(sheet).iter(_S + "c")}


def hidden_parts(workbook: Package, sheet: str) -> tuple[str, ...]:
    """Return what of a sheet is hidden: `row 5`, `column 3`."""
    root = workbook.part(sheet)
    return tuple(
        f"{words} {one.get('r') or one.get('min')}"
        for tag, words in _HIDING
        for one in root.iter(_S + tag)
        if one.get("hidden") in {"1", "true"}
    )


def format_literals(workbook: Package) -> tuple[str, ...]:
    """Return what number formats print beside the number itself: a literal may say another number than the cell."""
    if not workbook.has(STYLES):
        return ()
    codes = (one.get("formatCode", "") for one in workbook.part(STYLES).iter(_S + "numFmt"))
    return tuple("".join(words) for code in codes for words in _LITERAL.findall(code))


def unknown_parts(workbook: Package) -> tuple[str, ...]:
    """Return the parts that are not read here and may show something: comments, drawings, macros."""
    return tuple(name for name in workbook.names if not name.startswith(KNOWN_PARTS))


def rows(cells: dict[str, str]) -> dict[int, dict[str, str]]:
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


def _shared(workbook: Package) -> list[str]:
    if not workbook.has(SHARED):
        return []
    return ["".join(one.text or "" for one in item.iter(_S + "t")) for item in workbook.part(SHARED).findall("s:si", NS)]


def _cell_text(cell: ET.Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(one.text or "" for one in cell.iter(_S + "t"))
    value = cell.find("s:v", NS)
    text = (value.text or "") if value is not None else ""
    return shared[int(text)] if cell.get("t") == "s" and text else text
