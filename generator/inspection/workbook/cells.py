"""The text of cells: shared strings, inline strings, numbers as they are written (ECMA-376 Part 1, 18.3.1.4 and 18.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.package import NS, Package
from generator.inspection.xstring import decoded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree import ElementTree as ET

MAIN, STYLES = "xl/workbook.xml", "xl/styles.xml"
SHARED = "xl/sharedStrings.xml"
KNOWN_PARTS = (
    "[Content_Types].xml", "_rels/", "docProps/", "xl/_rels/", "xl/worksheets/", "xl/workbook.xml", "xl/theme/", SHARED, STYLES,
)  # fmt: skip
"""Where a part may lie that is read, or that shows nothing."""
_S = f"{{{NS['s']}}}"
_V = _S + "v"


def shared_strings(package: Package) -> list[str]:
    """Return the strings that cells share, by their number (18.4)."""
    if not package.has(SHARED):
        return []
    return [decoded("".join(one.text or "" for one in item.iter(_S + "t"))) for item in package.part(SHARED).findall("s:si", NS)]


def cell_text(cell: ET.Element, shared: Sequence[str]) -> str:
    """Return the text of a cell (18.3.1.4); a number as it is written."""
    if not len(cell):
        return ""
    if cell.get("t") == "inlineStr":
        return decoded("".join(one.text or "" for one in cell.iter(_S + "t")))
    text = cell.findtext(_V, "")
    return shared[int(text)] if cell.get("t") == "s" and text else text
