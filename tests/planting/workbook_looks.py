"""Alterations of how the ledger's workbook shows its cells: formats, faces and what is hidden."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.cells import BOOK, STYLES, Cells
from tests.planting.model import ANY, APPEARANCE, FIGURES, NUMBER, WORDING, Table, shuffled
from tests.planting.slides import S, clone, xml

planted = Table(FIGURES)


def element(text: str) -> Any:
    """Return an element of the workbook's own names, which have no prefix."""
    return xml(re.sub(r"<(/?)(?!/)([a-zA-Z]+)(?=[ />])", r"<\1s:\2", text))


# Formats of numbers

FORMATS = (
    ("a format divides by a thousand", r"0$", "0,", "a format shows thousandths"),
    ("a format of per cent", r"$", "%", "a format multiplies by a hundred"),
    ("a format with a point", r"0$", "0.0", "a format shows a decimal more"),
    ("a format that rounds", r"0\.0$", "0", "a format rounds"),
    ("a format with another number", r"$", '"88"', "a format writes digits behind"),
    ("a format with a minus", r"^", '"−"', "a format writes a minus before"),
    ("a format with a scale", r"$", '"万"', "a format writes a scale behind"),
    ("a format of nothing", r"^.*$", ";;;", "a format shows nothing"),
    ("a format of words", r"^.*$", '"不详"', "a format shows words instead"),
    ("a format of dates", r"^.*$", "yyyy-mm-dd", "a format shows a date"),
    ("a format of powers", r"^.*$", "0E+00", "a format shows a power of ten"),
)  # fmt: skip


def formatted(old: str, new: str) -> Callable[[Random, Any], bool]:
    def alter(_rng: Random, book: Cells) -> bool:
        found = [one for one in book.tree(STYLES).iter(f"{S}numFmt") if re.search(old, one.get("formatCode"))]
        for one in found:
            one.set("formatCode", re.sub(old, new, one.get("formatCode"), count=1))
        return bool(found)

    return alter


for _name, _old, _new, _says in FORMATS:
    planted.add(_name, NUMBER, formatted(_old, _new), _says)

# Faces of cells


def styled(pick: Callable[[Cells], list[Any]], change: Callable[[Cells, Any], None]) -> Callable[[Random, Any], bool]:
    """Return the alteration that gives one cell a style of its own, changed from the one that it has."""

    def alter(rng: Random, book: Cells) -> bool:
        styles = book.tree(STYLES)
        formats = styles.find(f"{S}cellXfs")
        for cell in shuffled(rng, pick(book)):
            own = clone(formats[int(cell.get("s", "0"))])
            formats.append(own)
            formats.set("count", str(len(formats)))
            change(book, own)
            cell.set("s", str(len(formats) - 1))
            return True
        return False

    return alter


def number_cells(book: Cells) -> list[Any]:
    return [one.getparent() for one in book.numbers(book.sheets[0])]


def printed_cells(book: Cells) -> list[Any]:
    wanted = {one.get("r") for one in book.column("印作")}
    return [one.element for one in book.texts(book.sheets[0]) if one.element.get("r") in wanted]


def worded_cells(book: Cells) -> list[Any]:
    return [one.element for one in book.texts(book.sheets[0]) if not re.search(r"\d", one.text)]


def faced(more: str, *, drop: str = "") -> Callable[[Cells, Any], None]:
    """Return the change that adds to the face of a style."""

    def change(book: Cells, own: Any) -> None:
        fonts = book.tree(STYLES).find(f"{S}fonts")
        font = clone(fonts[int(own.get("fontId"))])
        for old in font.findall(f"{S}{drop}") if drop else ():
            font.remove(old)
        font.insert(0, element(more))
        fonts.append(font)
        fonts.set("count", str(len(fonts)))
        own.set("fontId", str(len(fonts) - 1))
        own.set("applyFont", "1")

    return change


def filled(colour: str) -> Callable[[Cells, Any], None]:
    def change(book: Cells, own: Any) -> None:
        fills = book.tree(STYLES).find(f"{S}fills")
        fills.append(element(f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/></patternFill></fill>'))
        own.set("fillId", str(len(fills) - 1))
        own.set("applyFill", "1")

    return change


def aligned(**values: str) -> Callable[[Cells, Any], None]:
    def change(_book: Cells, own: Any) -> None:
        found = own.find(f"{S}alignment")
        found.attrib.update(values)

    return change


def formatted_as(number: str) -> Callable[[Cells, Any], None]:
    def change(_book: Cells, own: Any) -> None:
        own.set("numFmtId", number)
        own.set("applyNumberFormat", "1")

    return change


STYLED = (
    ("a value struck", NUMBER, number_cells, faced("<strike/>"), "a value is struck through"),
    ("a printed number struck", NUMBER, printed_cells, faced("<strike/>"), "a printed number is struck through"),
    ("a value in white", NUMBER, number_cells, faced('<color rgb="FFFFFFFF"/>', drop="color"), "a value is white on white"),
    ("a printed number in white", NUMBER, printed_cells, faced('<color rgb="FFFFFFFF"/>', drop="color"), "a printed number is white on white"),
    ("a value shrunk", NUMBER, number_cells, faced('<sz val="1"/>', drop="sz"), "a value is set at 1 pt"),
    ("a value raised", ANY, number_cells, faced('<vertAlign val="superscript"/>'), "a value is set as an exponent"),
    ("a value in a face of signs", NUMBER, number_cells, faced('<name val="Wingdings"/>', drop="name"), "a value's digits are pictures"),
    ("words struck", WORDING, worded_cells, faced("<strike/>"), "words are struck through"),
    ("words slanted", APPEARANCE, worded_cells, faced("<i/>"), "words are slanted"),
    ("a value blacked out", NUMBER, number_cells, filled("FF1F1D1B"), "a value's cell takes its colour"),
    ("a value on yellow", APPEARANCE, number_cells, filled("FFFFFF00"), "a value's cell is yellow"),
    ("a value turned", APPEARANCE, number_cells, aligned(textRotation="90"), "a value stands upright"),
    ("a value indented away", APPEARANCE, number_cells, aligned(horizontal="left", indent="60"), "a value is pushed out of its cell"),
    ("a value as a share", NUMBER, number_cells, formatted_as("9"), "a value shows as per cent"),
    ("a value as a date", NUMBER, number_cells, formatted_as("14"), "a value shows as a date"),
    ("a value as a fraction", ANY, number_cells, formatted_as("12"), "a value shows as a fraction"),
)  # fmt: skip
"""Styles given to one cell."""

for _name, _due, _pick, _change, _says in STYLED:
    planted.add(_name, _due, styled(_pick, _change), _says)

# What is hidden


def attributed(pick: Callable[[Cells], list[Any]], **values: str) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, book: Cells) -> bool:
        for one in shuffled(rng, pick(book)):
            one.attrib.update(values)
            return True
        return False

    return alter


def columns(book: Cells) -> list[Any]:
    return [one for sheet in book.sheets for one in sheet.iter(f"{S}col")]


def sheets(book: Cells) -> list[Any]:
    return list(book.tree(BOOK).find(f"{S}sheets"))


HIDDEN = (
    ("a row hidden", NUMBER, Cells.rows, {"hidden": "1"}, "a row is hidden"),
    ("a row of uses hidden", NUMBER, lambda book: book.rows(1), {"hidden": "1"}, "a row of the second sheet is hidden"),
    ("a row flattened", NUMBER, Cells.rows, {"ht": "0.5", "customHeight": "1"}, "a row has no height"),
    ("a row folded away", NUMBER, Cells.rows, {"hidden": "1", "outlineLevel": "1", "collapsed": "1"}, "a row is folded away"),
    ("a column hidden", NUMBER, columns, {"hidden": "1"}, "a column is hidden"),
    ("a column narrowed", NUMBER, columns, {"width": "0.1", "customWidth": "1"}, "a column has no width"),
    ("a column widened", APPEARANCE, columns, {"width": "60"}, "a column is wider"),
    ("a sheet hidden", NUMBER, sheets, {"state": "hidden"}, "a sheet is hidden"),
    ("a sheet hidden well", NUMBER, sheets, {"state": "veryHidden"}, "a sheet is hidden, and not listed"),
)  # fmt: skip
"""Attributes that hide or show."""

for _name, _due, _pick, _values, _says in HIDDEN:
    planted.add(_name, _due, attributed(_pick, **_values), _says)

AFTER = (
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "drawing",
)
"""What may stand behind the rows of a sheet, in the schema's order."""


def added(text: str, *before: str, sheet: int = 0) -> Callable[[Random, Any], bool]:
    return lambda _rng, book: book.add(sheet, element(text), *before)


ADDED = (
    ("cells merged across", NUMBER, '<mergeCells count="1"><mergeCell ref="E6:G6"/></mergeCells>', AFTER, "cells are merged over a value"),
    ("cells merged down", NUMBER, '<mergeCells count="1"><mergeCell ref="F6:F8"/></mergeCells>', AFTER, "cells are merged over those below"),
    ("values hidden by a rule", NUMBER, '<conditionalFormatting sqref="F5:G99"><cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>', AFTER[2:], "a rule turns values white"),
    ("a rule with bars", ANY, '<conditionalFormatting sqref="G5:G99"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>', AFTER[2:], "a rule draws bars"),
    ("a hint at a cell", NUMBER, '<dataValidations count="1"><dataValidation type="none" showInputMessage="1" promptTitle="更正" prompt="应为88万元" sqref="G6"/></dataValidations>', AFTER[3:], "a cell says another number when it is entered"),
    ("a choice at a cell", ANY, '<dataValidations count="1"><dataValidation type="list" sqref="D6"><formula1>"是,否"</formula1></dataValidation></dataValidations>', AFTER[3:], "a cell offers a choice"),
    ("breaks between pages", APPEARANCE, '<rowBreaks count="1" manualBreakCount="1"><brk id="6" man="1"/></rowBreaks>', AFTER[8:], "a page breaks elsewhere"),
)  # fmt: skip
"""Elements added to the first sheet."""

for _name, _due, _text, _before, _says in ADDED:
    planted.add(_name, _due, added(_text, *_before), _says)

hidden_by_rule = planted.kinds[[one.name for one in planted.kinds].index("figures: values hidden by a rule")]


def with_rule(rng: Random, book: Cells) -> bool:
    """Add the look that the rule refers to as well."""
    looks = book.tree(STYLES).find(f"{S}dxfs")
    looks.append(element('<dxf><font><color rgb="FFFFFFFF"/></font></dxf>'))
    looks.set("count", str(len(looks)))
    return bool(hidden_by_rule.alter(rng, book))


planted.kinds[planted.kinds.index(hidden_by_rule)] = hidden_by_rule._replace(alter=with_rule)


@planted(NUMBER, "a filter takes rows out of sight")
def a_filter(rng: Random, book: Cells) -> bool:
    own = book.child(0, "autoFilter")
    if own is None:
        return False
    own.append(element('<filterColumn colId="0"><filters><filter val="无"/></filters></filterColumn>'))
    for row in rng.sample(book.rows(), 3):
        row.set("hidden", "1")
    return True


@planted(APPEARANCE, "a sheet is protected")
def a_sheet_protected(_rng: Random, book: Cells) -> bool:
    own = book.child(0, "sheetData")
    own.addnext(element('<sheetProtection sheet="1" objects="1" scenarios="1"/>'))
    return True


KINDS = tuple(planted.kinds)
