"""What a workbook's file says and shows, sheet by sheet: read by its own means, to stand beside what was stated of it.

In: a package. Out: its statement: every cell with its number format and look, whatever hides, merges, filters or computes, and what is
printed (ECMA-376 Part 1, 18).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.colour import SIGNS, is_faint, rgb
from generator.inspection.package import NS, RELATIONSHIP_ID, Package, attribute
from generator.inspection.workbook.cells import KNOWN_PARTS, MAIN, SHARED, STYLES, cell_text, shared_strings
from generator.inspection.xstring import decoded
from generator.outputs import FIGURES
from generator.statement.model import Facts, Kind, Run, Sheet, Statement, Thing, cell_number, entry, facts, merged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree import ElementTree as ET

    from generator.statement.model import Value

USUAL_SIZE, USUAL_FACE = 9.0, "Noto Sans SC"
SMALLEST = 4.0
"""Points below which print is no text any more."""
PAPER = "FFFFFF"
_MARKS = {"bold": "b", "slanted": "i", "struck": "strike", "underlined": "u"}
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


class _Style(NamedTuple):
    """A cell's style: its number format, and the look of its letters."""

    format: str
    look: Facts


class _Shared:
    """The strings that cells share, and the runs of those that have several looks (18.4.4)."""

    def __init__(self, package: Package) -> None:
        self.texts = shared_strings(package)
        items = package.part(SHARED).findall("s:si", NS) if package.has(SHARED) else []
        self.rich = {at: tuple(_rich(one)) for at, one in enumerate(items) if one.find(_S + "r") is not None}

    def runs(self, cell: ET.Element) -> tuple[Run, ...]:
        """Return the runs of a cell whose text has looks of its own, none for any other."""
        if cell.get("t") == "inlineStr":
            return tuple(_rich(holder)) if (holder := cell.find(_S + "is")) is not None else ()
        text = cell.findtext(_S + "v", "")
        return self.rich.get(int(text), ()) if cell.get("t") == "s" and text else ()


def _rich(holder: ET.Element) -> Iterator[Run]:
    for run in holder.findall(_S + "r"):
        look = run.find(_S + "rPr")
        yield Run(decoded(run.findtext("s:t", "", NS)), _letters(look) if look is not None else ())


def read_statement(package: Package) -> Statement:
    """Return what a workbook says and shows. Raises UnreadableError."""
    root, relations = package.part(MAIN), package.relations(MAIN)
    shared, styles = _Shared(package), tuple(_styles(package))
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
    yield from (entry(name, told[name]) for name in ("title", "description", "subject", "creator", "keywords") if told.get(name))
    yield from (entry(name, text) for name, text in package.custom_properties())
    for one in root.findall("s:definedNames/s:definedName", NS):
        if one.get("name", "") not in {*_NAMES, _FILTER}:
            yield entry("defined-name", f"{one.get('name', '')} {one.text or ''}")
    if root.find("s:workbookProtection", NS) is not None:
        yield entry("protection", "")
    yield from (entry("part", name) for name in package.names if not name.startswith(KNOWN_PARTS))


def _cells(root: ET.Element, sheet: str, shared: _Shared, styles: Sequence[_Style]) -> Iterator[Thing]:
    for cell in root.iter(_S + "c"):
        if not len(cell):
            continue
        text, formula = cell_text(cell, shared.texts), cell.find(_S + "f")
        if not text and formula is None:
            continue
        style = styles[int(cell.get("s", "0"))] if styles else _Style("General", ())
        kind = cell.get("t", "n")
        number = _number(text) if kind == "n" else None
        code = style.format if number is not None or style.format not in {"General", "@"} else None
        strange = kind if kind not in {"n", "s", "inlineStr"} else None
        told: Facts = ()
        if code or strange or formula is not None:
            told = facts(format=code, formula=(formula.text or "?") if formula is not None else None, type=strange)
        rich = shared.runs(cell)
        runs = merged(Run(one.text, one.facts or style.look) for one in rich) if rich else (Run(number or text, style.look),)
        yield Thing(Kind.CELL, runs, told, f"{sheet} {cell.get('r', '')}")


def _number(text: str) -> str | None:
    try:
        return cell_number(Decimal(text))
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
        yield _Style(codes.get(number) or _BUILT_IN.get(number, number), _look(font, fill, one))


def _look(font: ET.Element, fill: ET.Element, cell: ET.Element) -> Facts:
    """Return how a cell shows its letters; those that cannot be told from its ground, or are too small to be read, are faint."""
    kind = attribute(fill, "s:patternFill", "patternType", "none")
    ground = attribute(fill, "s:patternFill/s:fgColor", "rgb")[-6:] if kind != "none" else ""
    told: dict[str, Value | None] = {
        **dict(_letters(font)), "marker": ground or None, "turned": attribute(cell, "s:alignment", "textRotation") or None,
        "indent": attribute(cell, "s:alignment", "indent") or None,
    }  # fmt: skip
    size, ink = float(str(told.get("size") or USUAL_SIZE)), str(told.get("colour") or "000000")
    if size < SMALLEST or is_faint(rgb(ink), rgb(ground or PAPER)):
        told["faint"] = 1
    return facts(**told)


def _letters(font: ET.Element) -> Facts:
    size, name = float(attribute(font, "s:sz", usual="11")), attribute(font, "s:name") or attribute(font, "s:rFont")
    shift = {"superscript": "super", "subscript": "sub"}.get(attribute(font, "s:vertAlign"))
    told: dict[str, Value | None] = {
        **{fact: 1 for fact, tag in _MARKS.items() if font.find(_S + tag) is not None}, "shift": shift,
        "size": size if size != USUAL_SIZE else None, "colour": attribute(font, "s:color", "rgb")[-6:] or None,
        "face": name if name not in {"", USUAL_FACE} else None, "signs": 1 if name in SIGNS else None,
    }  # fmt: skip
    return facts(**told)


def _entries(book: ET.Element, root: ET.Element, index: int) -> Iterator[Thing]:
    """Yield what is printed of a sheet, what stands above and below, and what hides, merges or changes cells."""
    for one in book.findall("s:definedNames/s:definedName", NS):
        if one.get("localSheetId") == str(index) and one.get("name", "") in _NAMES:
            yield entry(_NAMES[one.get("name", "")], _SHEET_NAME.sub("", one.text or "").replace("$", ""))
    filtered = root.find("s:autoFilter", NS)
    if filtered is not None:
        yield entry("filter", filtered.get("ref", ""))
    for one in root.iterfind("s:headerFooter/*", NS):
        if one.text:
            yield entry("footer" if one.tag.endswith("Footer") else "header", one.text)
    yield from _hidden(root)
    yield from _views(root)
    for tag, name in _STRANGE.items():
        for one in root.iter(_S + tag):
            words = [
                one.get(key, "") for key in ("ref", "sqref", "colId", "promptTitle", "prompt", "errorTitle", "error", "tooltip")
            ]
            yield entry(name, " ".join(filter(None, words)))


def _hidden(root: ET.Element) -> Iterator[Thing]:
    """Yield the rows and columns that are hidden, or too low or narrow to be seen, and views that show other than the values."""
    for tag, key, size, least in (("row", "r", "ht", LOWEST), ("col", "min", "width", NARROWEST)):
        for one in root.iter(_S + tag):
            if one.get("hidden") in _YES or float(one.get(size, least)) < least:
                yield entry("hidden", f"{tag} {one.get(key, '')}")
    for one in root.iter(_S + "sheetView"):
        if one.get("showZeros") in {"0", "false"} or one.get("showFormulas") in _YES:
            yield entry("hidden", "view")


LOWEST, NARROWEST = 5.0, 1.0
"""Points and characters below which a row or a column shows nothing of its cells."""
_VIEWS = ("rightToLeft", "zoomScale", "showRowColHeaders", "view")


def _views(root: ET.Element) -> Iterator[Thing]:
    """Yield how a sheet is shown and printed: paper, panes, the widths of columns, and what is unusual."""
    paper, pane = root.find("s:pageSetup", NS), root.find("s:sheetViews/s:sheetView/s:pane", NS)
    if paper is not None:
        yield entry("setup", f"{paper.get('orientation', 'portrait')} {paper.get('paperSize', '')}")
    if pane is not None:
        yield entry("panes", pane.get("topLeftCell", ""))
    widths = [
        f"{float(one.get('width', '0')):.2f}"
        for one in root.iter(_S + "col")
        for _ in range(int(one.get("min", "1")), min(int(one.get("max", "1")), MOST_COLUMNS) + 1)
    ]
    yield entry("columns", " ".join(widths))
    for one in root.iter(_S + "sheetView"):
        yield from (entry("view", f"{key} {one.get(key)}") for key in _VIEWS if one.get(key) not in {None, "100", "normal"})
    for tag in ("tabColor", "brk"):
        yield from (entry("view", tag) for _ in root.iter(_S + tag))


MOST_COLUMNS = 200
"""Columns of a sheet that are told one by one."""
