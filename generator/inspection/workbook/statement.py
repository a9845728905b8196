"""What a workbook's file says and shows, sheet by sheet: read by its own means, to stand beside what was stated of it.

In: a package. Out: its statement: every cell with its number format and look, whatever hides, merges, filters or computes, and what is
printed (ECMA-376 Part 1, 18).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.package import NS, RELATIONSHIP_ID, Package, attribute
from generator.inspection.workbook.cells import MAIN, STYLES, cell_text, shared_strings
from generator.statement.model import FIGURES, Facts, Kind, Run, Sheet, Statement, Thing, facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree import ElementTree as ET

    from generator.statement.model import Value

USUAL_SIZE = 9.0
_S = f"{{{NS['s']}}}"
_YES = frozenset({"1", "true"})
_NAMES = {"_xlnm.Print_Area": "print-area", "_xlnm.Print_Titles": "print-titles"}
_FILTER = "_xlnm._FilterDatabase"
_SHEET_NAME = re.compile(r"(?:'(?:[^']|'')*'|[^!',]+)!")
_STRANGE = {
    "mergeCell": "merged", "conditionalFormatting": "conditional", "dataValidation": "validation", "hyperlink": "link",
    "sheetProtection": "protection", "drawing": "drawing", "legacyDrawing": "comment", "oleObject": "object", "filterColumn": "filtered",
}  # fmt: skip
"""What of a sheet nobody states, by its element: what it is called, and where its own attribute says more."""
_BUILT_IN = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%", "49": "@"}
"""Number formats that have a number and no code (18.8.30)."""
KNOWN_PARTS = (
    "[Content_Types].xml", "_rels/", "docProps/", "xl/_rels/", "xl/worksheets/", "xl/workbook.xml", "xl/theme/", "xl/sharedStrings.xml",
    STYLES,
)  # fmt: skip


class _Style(NamedTuple):
    """A cell's style: its number format, and the look of its letters."""

    format: str
    look: Facts


def read_statement(package: Package) -> Statement:
    """Return what a workbook says and shows. Raises UnreadableError."""
    root, relations = package.part(MAIN), package.relations(MAIN)
    shared, styles = shared_strings(package), tuple(_styles(package))
    sheets = []
    for number, one in enumerate(root.findall("s:sheets/s:sheet", NS), 1):
        part = relations[one.get(RELATIONSHIP_ID, "")][1]
        hidden = 1 if one.get("state", "visible") != "visible" else None
        name = one.get("name", "")
        told = (*_cells(package.part(part), name, shared, styles), *_entries(root, package.part(part), number - 1))
        sheets.append(Sheet(number, facts(name=name, hidden=hidden), told))
    return Statement(FIGURES, tuple(_itself(package, root)), tuple(sheets))


def _itself(package: Package, root: ET.Element) -> Iterator[Thing]:
    """Yield what the workbook says of itself, names that it defines, and parts that nobody here can read."""
    core = package.part("docProps/core.xml") if package.has("docProps/core.xml") else ()
    told = {one.tag.rsplit("}", 1)[-1]: one.text or "" for one in core}
    yield from (_entry(name, told[name]) for name in ("title", "description", "subject", "creator", "keywords") if told.get(name))
    yield from (_entry(name, text) for name, text in package.custom_properties())
    for one in root.findall("s:definedNames/s:definedName", NS):
        if one.get("name", "") not in {*_NAMES, _FILTER}:
            yield _entry("defined-name", f"{one.get('name', '')} {one.text or ''}")
    if root.find("s:workbookProtection", NS) is not None:
        yield _entry("protection", "")
    yield from (_entry("part", name) for name in package.names if not name.startswith(KNOWN_PARTS))


def _entry(name: str, text: str) -> Thing:
    return Thing(Kind.ENTRY, (Run(text),), (), name)


def _cells(root: ET.Element, sheet: str, shared: Sequence[str], styles: Sequence[_Style]) -> Iterator[Thing]:
    for cell in root.iter(_S + "c"):
        text, formula = cell_text(cell, shared), cell.find(_S + "f")
        if not text and formula is None:
            continue
        style = styles[int(cell.get("s", "0"))] if styles else _Style("General", ())
        kind = cell.get("t", "n")
        number = _number(text) if kind == "n" else None
        code = style.format if number is not None or style.format not in {"General", "@"} else None
        told = facts(
            format=code, formula=(formula.text or "?") if formula is not None else None,
            type=kind if kind not in {"n", "s", "inlineStr"} else None,
        )  # fmt: skip
        yield Thing(Kind.CELL, (Run(number or text, style.look),), told, f"{sheet} {cell.get('r', '')}")


def _number(text: str) -> str | None:
    try:
        return f"{float(Decimal(text)):.15g}"
    except InvalidOperation:
        return None


def _styles(package: Package) -> Iterator[_Style]:
    """Yield the cell styles in their order (18.8.10)."""
    if not package.has(STYLES):
        return
    root = package.part(STYLES)
    codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.findall("s:numFmts/s:numFmt", NS)}
    fonts, fills = root.findall("s:fonts/s:font", NS), root.findall("s:fills/s:fill", NS)
    for one in root.findall("s:cellXfs/s:xf", NS):
        number = one.get("numFmtId", "0")
        font, fill = fonts[int(one.get("fontId", "0"))], fills[int(one.get("fillId", "0"))]
        yield _Style(codes.get(number) or _BUILT_IN.get(number, number), _look(font, fill))


def _look(font: ET.Element, fill: ET.Element) -> Facts:
    size = float(attribute(font, "s:sz", usual="11"))
    ground = (
        attribute(fill, "s:patternFill/s:fgColor", "rgb") if attribute(fill, "s:patternFill", "patternType") != "none" else ""
    )
    told: dict[str, Value | None] = {
        "bold": 1 if font.find(_S + "b") is not None else None, "struck": 1 if font.find(_S + "strike") is not None else None,
        "size": size if size != USUAL_SIZE else None, "colour": attribute(font, "s:color", "rgb")[-6:] or None,
        "marker": ground[-6:] or None, "shift": {"superscript": "super", "subscript": "sub"}.get(attribute(font, "s:vertAlign")),
    }  # fmt: skip
    return facts(**told)


def _entries(book: ET.Element, root: ET.Element, index: int) -> Iterator[Thing]:
    """Yield what is printed of a sheet, what stands above and below, and what hides, merges or changes cells."""
    for one in book.findall("s:definedNames/s:definedName", NS):
        if one.get("localSheetId") == str(index) and one.get("name", "") in _NAMES:
            yield _entry(_NAMES[one.get("name", "")], _SHEET_NAME.sub("", one.text or "").replace("$", ""))
    filtered = root.find("s:autoFilter", NS)
    if filtered is not None:
        yield _entry("filter", filtered.get("ref", ""))
    for one in root.iterfind("s:headerFooter/*", NS):
        if one.text:
            yield _entry("footer" if one.tag.endswith("Footer") else "header", one.text)
    yield from _hidden(root)
    for tag, name in _STRANGE.items():
        for one in root.iter(_S + tag):
            yield _entry(name, one.get("ref") or one.get("sqref") or one.get("colId") or "")


def _hidden(root: ET.Element) -> Iterator[Thing]:
    for tag, key, size in (("row", "r", "ht"), ("col", "min", "width")):
        for one in root.iter(_S + tag):
            if one.get("hidden") in _YES or one.get(size) in {"0", "0.0"}:
                yield _entry("hidden", f"{tag} {one.get(key, '')}")
