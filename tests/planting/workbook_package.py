"""Alterations of the ledger's workbook as a whole: sheets, views, print, names, properties and parts."""

from __future__ import annotations

from random import Random

from tests.planting.cells import BOOK, Cells
from tests.planting.deck_package import CORE, CUSTOM, property_
from tests.planting.model import ANY, APPEARANCE, FIGURES, NUMBER, WORDING, Table
from tests.planting.slides import R, S, clone, xml
from tests.planting.workbook_looks import AFTER, attributed, element, sheets

planted = Table(FIGURES)


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
    planted.add(_name, ANY, attributed(lambda book: [next(book.sheets[0].iter(f"{S}sheetView"))], **{_key: _value}), _says)

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
