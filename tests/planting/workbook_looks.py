"""Alterations of how the ledger's workbook shows and is about its cells: formats, faces, what is hidden, sheets, print, parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.cells import BOOK, STYLES, Cells
from tests.planting.deck_package import CORE, CUSTOM, property_
from tests.planting.model import ANY, APPEARANCE, FIGURES, NUMBER, WORDING, Table, shuffled
from tests.planting.slides import R, S, clone, xml

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
    ("a choice at a cell", WORDING, '<dataValidations count="1"><dataValidation type="list" sqref="D6"><formula1>"是,否"</formula1></dataValidation></dataValidations>', AFTER[3:], "a cell offers a choice"),
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


# Sheets


@planted(WORDING, "a sheet takes another name")
def a_sheet_renamed(rng: Random, book: Cells) -> bool:
    one = rng.choice(sheets(book))
    one.set("name", f"{one.get('name')}（旧）")
    return True


@planted(WORDING, "two sheets take each other's name")
def two_sheets_renamed(rng: Random, book: Cells) -> bool:
    one, two = rng.sample(sheets(book), 2)
    mine, theirs = one.get("name"), two.get("name")
    one.set("name", theirs)
    two.set("name", mine)
    return True


@planted(ANY, "two sheets change places")
def two_sheets_exchanged(_rng: Random, book: Cells) -> bool:
    found = sheets(book)
    found[2].addnext(found[1])
    return True


@planted(NUMBER, "a sheet is deleted")
def a_sheet_deleted(rng: Random, book: Cells) -> bool:
    one = rng.choice(sheets(book)[:3])
    one.getparent().remove(one)
    return True


@planted(ANY, "a sheet is added")
def a_sheet_added(_rng: Random, book: Cells) -> bool:
    names, relations = book.named(r"xl/worksheets/sheet\d+\.xml"), book.tree("xl/_rels/workbook.xml.rels")
    book.bytes["xl/worksheets/sheet9.xml"] = book.bytes[names[3]]
    kin = clone(next(one for one in relations if one.get("Target").endswith("sheet4.xml")))
    kin.set("Id", "rId90")
    kin.set("Target", "worksheets/sheet9.xml")
    relations.append(kin)
    types = book.tree("[Content_Types].xml")
    override = clone(next(one for one in types if (one.get("PartName") or "").endswith("sheet4.xml")))
    override.set("PartName", "/xl/worksheets/sheet9.xml")
    types.append(override)
    book.tree(BOOK).find(f"{S}sheets").append(xml('<s:sheet name="另册" sheetId="9" r:id="rId90"/>'))
    return True


VIEWS = (
    ("a view from the right", "rightToLeft", "1", "a sheet runs from right to left"),
    ("a view of formulas", "showFormulas", "1", "a sheet shows formulas"),
    ("a view without noughts", "showZeros", "0", "a sheet does not show 0"),
    ("a view without heads", "showRowColHeaders", "0", "a sheet does not show its letters and numbers"),
    ("a view from afar", "zoomScale", "10", "a sheet is shown at a tenth"),
)  # fmt: skip

for _name, _key, _value, _says in VIEWS:
    planted.add(_name, APPEARANCE, attributed(lambda book: [next(book.sheets[0].iter(f"{S}sheetView"))], **{_key: _value}), _says)

# Print and names

NAMES = (
    ("a print area cut", ANY, r"(Print_Area[^>]*>[^<]*\$A\$1:)\$[A-Z]+\$\d+", r"\1$C$9", "only a part of a sheet is printed"),
    ("print titles changed", APPEARANCE, r"(Print_Titles[^>]*>[^<]*!)\$4:\$4", r"\1$1:$1", "another row is repeated in print"),
    ("a name put in", ANY, r"(</definedNames>)", r'<definedName name="总额">88000</definedName>\1', "a name stands for a number"),
)  # fmt: skip

for _name, _due, _old, _new, _says in NAMES:
    planted.add(_name, _due, property_(BOOK, _old, _new), _says)

SHEET = "xl/worksheets/sheet1.xml"
PRINTED = (
    ("a foot of the page changed", WORDING, r"&amp;A", "另一份", "the foot of printed pages says other words"),
    ("a number in the foot of the page", NUMBER, r"&amp;A", "共88万元", "the foot of printed pages says a number"),
    ("a head of the page", WORDING, r"<oddFooter>", "<oddHeader>&amp;C作废</oddHeader><oddFooter>", "printed pages get a head"),
    ("a page upright", APPEARANCE, r'orientation="landscape"', 'orientation="portrait"', "pages are printed upright"),
    ("a page of another paper", APPEARANCE, r'paperSize="9"', 'paperSize="11"', "pages are printed smaller"),
    ("panes thawed", APPEARANCE, r"<pane [^>]*/>", "", "the head does not stay in sight"),
    ("a filter lost", APPEARANCE, r"<autoFilter [^>]*/>", "", "the head has no arrows"),
)  # fmt: skip

for _name, _due, _old, _new, _says in PRINTED:
    planted.add(_name, _due, property_(SHEET, _old, _new), _says)

PROPERTIES = (
    ("a title of the file changed", WORDING, CORE, r"(<dc:title>)[^<]*", r"\1另一份底表", "the file's title says other words"),
    ("a number in the title of the file", NUMBER, CORE, r"(<dc:title>)[^<]*", r"\1增长88%", "the file's title says a number"),
    ("a subject put in", WORDING, CORE, r"(<dc:creator>)", r"<dc:subject>作废</dc:subject>\1", "the file gets a subject"),
    ("the digest of another content", ANY, CUSTOM, r"[0-9a-f]{64}", "0" * 64, "the file says that it is of another content"),
    ("the digest lost", ANY, CUSTOM, r"<property .*</property>", "", "the file does not say of which content it is"),
)  # fmt: skip

for _name, _due, _part, _old, _new, _says in PROPERTIES:
    planted.add(_name, _due, property_(_part, _old, _new), _says)

# Parts


def related(book: Cells, kind: str, target: str) -> str:
    """Relate the first sheet to something more, and return the name of the relation."""
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    if name not in book.bytes:
        book.bytes[name] = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    relations = book.tree(name)
    mark = f"rId{len(relations) + 1}"
    relations.append(
        relations.makeelement(
            relations.tag.replace("Relationships", "Relationship"), {"Id": mark, "Type": f"{R[1:-1]}/{kind}", "Target": target}
        )
    )
    return mark


@planted(ANY, "a comment says another number")
def a_comment(_rng: Random, book: Cells) -> bool:
    book.bytes["xl/comments1.xml"] = (
        f'<comments xmlns="{S[1:-1]}"><authors><author>审</author></authors><commentList><comment ref="G6" authorId="0"><text><t>应为88万元</t>'
        "</text></comment></commentList></comments>"
    ).encode()
    related(book, "comments", "../comments1.xml")
    return True


@planted(WORDING, "a cell becomes a link to another address")
def a_link(_rng: Random, book: Cells) -> bool:
    mark = related(book, "hyperlink", "https://example.com/other")
    book.tree("xl/worksheets/_rels/sheet1.xml.rels")[-1].set("TargetMode", "External")
    return book.add(0, xml(f'<s:hyperlinks><s:hyperlink ref="A6" r:id="{mark}"/></s:hyperlinks>'), *AFTER[4:])


@planted(NUMBER, "a drawn box covers a value with another")
def a_box_over_a_value(_rng: Random, book: Cells) -> bool:
    book.bytes["xl/drawings/drawing1.xml"] = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:absoluteAnchor><xdr:pos x="4000000" y="900000"/>'
        '<xdr:ext cx="900000" cy="200000"/><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="框"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/>'
        "<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>88万元</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>"
    ).encode()
    mark = related(book, "drawing", "../drawings/drawing1.xml")
    return book.add(0, xml(f'<s:drawing r:id="{mark}"/>'))


@planted(ANY, "a program is put in")
def a_program(_rng: Random, book: Cells) -> bool:
    book.bytes["xl/vbaProject.bin"] = bytes(64)
    return True


@planted(ANY, "a part of foreign data is put in")
def foreign_data(_rng: Random, book: Cells) -> bool:
    book.bytes["customXml/item1.xml"] = "<revision>数字改为88%</revision>".encode()
    return True


@planted(APPEARANCE, "a sheet's tab is red")
def a_tab_coloured(_rng: Random, book: Cells) -> bool:
    book.child(0, "sheetPr").insert(0, element('<tabColor rgb="FFFF0000"/>'))
    return True


KINDS = tuple(planted.kinds)
