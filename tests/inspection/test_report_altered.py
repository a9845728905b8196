"""Whatever is altered in a report's file changes what a stranger reads there: one alteration, and what of the statement tells of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from generator.diagnostics import said
from generator.inspection.damage import UnreadableError
from generator.inspection.faces import Faces
from generator.inspection.pdf.reader import read_pdf
from generator.inspection.pdf.statement import stated
from generator.statement.model import Kind, Statement, Thing
from tests.inspection.conftest import Desk
from tests.inspection.planting import Paper, pdf_of


@dataclass(frozen=True)
class Told:
    """The facts and texts of a page or of the file itself that are new after an alteration, and those that are gone."""

    new: list[Thing]
    gone: list[Thing]

    @property
    def facts(self) -> dict[str, object]:
        """What a new thing says of itself and of its runs that none of those gone said."""
        said = {fact for one in self.gone for fact in told_of(one)}
        return dict(fact for one in self.new for fact in told_of(one) if fact not in said)


def told_of(one: Thing) -> list[tuple[str, object]]:
    return [*one.facts, *(fact for run in one.runs for fact in run.facts)]


def read(path: Path, desk: Desk) -> Statement:
    return stated(read_pdf(path), Faces(desk.layouts.library.files()))


def everything(statement: Statement) -> list[Thing]:
    sheets = [Thing(Kind.ENTRY, (), sheet.facts, f"sheet {sheet.number}") for sheet in statement.sheets]
    return [*statement.itself, *sheets, *(one for sheet in statement.sheets for one in sheet.things)]


def change(before: Statement, after: Statement) -> Told:
    old, new = everything(before), everything(after)
    return Told([one for one in new if one not in old], [one for one in old if one not in new])


PAGE = 5


def painted(operators: str) -> Callable[[pikepdf.Pdf], None]:
    """Paint on a page, after all else."""

    def alter(pdf: pikepdf.Pdf) -> None:
        Paper(pdf.pages[PAGE]).paint(operators)

    return alter


def within(before: str, after: str = "", **resources: Dictionary) -> Callable[[pikepdf.Pdf], None]:
    """Put operators round all that a page paints."""

    def alter(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[PAGE]
        for name, one in resources.items():
            page.resources[f"/{name}"] = one
        Paper(page).wrap(before, after)

    return alter


def replaced(old: str, new: str) -> Callable[[pikepdf.Pdf], None]:
    """Change operators where they are first met."""

    def alter(pdf: pikepdf.Pdf) -> None:
        paper = next(paper for paper in map(Paper, pdf.pages) if old in paper.stream)
        paper.stream = paper.stream.replace(old, new, 1)

    return alter


def of_root(**keys: object) -> Callable[[pikepdf.Pdf], None]:
    def alter(pdf: pikepdf.Pdf) -> None:
        for key, value in keys.items():
            pdf.Root[f"/{key}"] = value

    return alter


def of_page(**keys: object) -> Callable[[pikepdf.Pdf], None]:
    def alter(pdf: pikepdf.Pdf) -> None:
        for key, value in keys.items():
            pdf.pages[PAGE][f"/{key}"] = value

    return alter


def noted(kind: str, **more: object) -> Callable[[pikepdf.Pdf], None]:
    """Put an annotation on a page."""

    def alter(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([10, 10, 20, 20]), **more)
        pdf.pages[PAGE]["/Annots"] = Array([*pdf.pages[PAGE].get("/Annots", []), note])

    return alter


def link_of(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(one for page in pdf.pages for one in page.get("/Annots", []))


GREY = Dictionary(G=Dictionary(ca=0.4, CA=0.4))
MASKED = Dictionary(G=Dictionary(SMask=Dictionary(S=Name.Alpha)))
MIXED = Dictionary(G=Dictionary(BM=Name.Difference))
LAYER = Dictionary(L=Dictionary(Type=Name.OCG, Name=String("批注")))


@pytest.mark.parametrize(
    ("alter", "facts"),
    [
        (painted("1 0 0 rg 100 100 50 1 re f"), {"fill": "FF0000", "x": 100.0, "width": 50.0, "height": 1.0}),
        (painted("2 w 1 0 0 RG [3 1] 0 d 100 100 m 150 100 l S"), {"stroke": "FF0000", "weight": 2.0, "dash": (3.0, 1.0)}),
        (painted("1 J 2 j 0 0 1 RG 100 100 m 150 100 l S"), {"cap": 1, "join": 2}),
        (painted("0 1 0 rg 100 100 m 150 100 l 150 150 l f*"), {"rule": "evenodd"}),
        (painted("0 1 0 rg 1 0 0 rg 100 100 m 150 100 180 120 150 150 v b"), {"outline": None}),
        (painted("BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI"), {"width": 1.0}),
        (within("/G gs", ExtGState=GREY), {"alpha": 0.4, "stroke_alpha": 0.4, "faint": 1}),
        (within("/G gs", ExtGState=MASKED), {"mask": "set"}),
        (within("/G gs", ExtGState=MIXED), {"blend": "/Difference"}),
        (within("3 Tr"), {"unseen": 1}),
        (within("2 Tr 1 0 0 RG"), {"edge": "FF0000"}),
        (within("1 Tr"), {"edge": "gray 0", "hollow": 1}),
        (within("7 Tr"), {"mode": 7, "unseen": 1}),
        (within("5 Ts"), {"rise": 5, "shift": "super"}),
        (within("90 Tz"), {"stretched": None}),
        (within("-1 0 0 1 500 0 cm"), {"mirrored": 1}),
        (within("0 1 -1 0 500 0 cm"), {"turn": 90.0}),
        (within("1 0 .2 1 0 0 cm"), {"stretched": None}),
        (within("0 0 300 300 re W n"), {"clipped": "cut"}),
        (within("1 0 0 1 900 0 cm"), {"clipped": "off"}),
        (within("1 0 0 1 0 -900 cm"), {"clipped": "off"}),
        (within("0 0 m 900 0 l 0 900 l h W n"), {"clipped": "shaped"}),
        (within("/OC /L BDC", "EMC", Properties=LAYER), {"layer": "批注"}),
        (within("/Span <</Alt (x)>> BDC", "EMC"), {"chart": 1}),
        (of_page(Rotate=180), {"turn": 180}),
        (of_page(TrimBox=Array([9, 9, 300, 300])), {"trim": (9.0, 9.0, 300.0, 300.0)}),
        (of_page(UserUnit=2), {"unit": 2.0}),
        (of_page(CropBox=Array([0, 0, 300, 300])), {"width": 300.0, "media": None}),
        (of_page(AA=Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("x")))), {"more": "/AA"}),
        (lambda pdf: link_of(pdf).__setitem__("/F", 2), {"flags": "2"}),
        (lambda pdf: link_of(pdf).__setitem__("/Border", Array([0, 0, 1])), {"border": "0 0 1"}),
        (lambda pdf: link_of(pdf).__setitem__("/AP", Dictionary()), {"more": "/AP"}),
        (lambda pdf: pdf.Root.Outlines.First.__setitem__("/F", 2), {"more": "/F"}),
    ],
)  # fmt: skip
def test_how_things_look(desk: Desk, alter: Callable[[pikepdf.Pdf], None], facts: dict[str, object]) -> None:
    before = read(desk.report, desk)
    with pdf_of(desk.report) as pdf:
        alter(pdf)
    found = change(before, read(desk.report, desk)).facts
    assert facts.keys() <= found.keys()
    assert {name: found[name] for name, value in facts.items() if value is not None} == {
        name: value for name, value in facts.items() if value is not None
    }


def with_script(pdf: pikepdf.Pdf) -> None:
    tree = Dictionary(Names=Array([String("s"), Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))]))
    pdf.Root.Names["/JavaScript"] = pdf.make_indirect(tree)


def with_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["b.txt"] = pikepdf.AttachedFileSpec(pdf, b"31", filename="b.txt")


def with_metadata(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:source"] = "31"


def renamed(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Title = String("累计98个")


def elsewhere(pdf: pikepdf.Pdf) -> None:
    link_of(pdf)["/Dest"] = Array([pdf.pages[1].obj, Name.XYZ, 0, 100, 0])


def launching(pdf: pikepdf.Pdf) -> None:
    one = link_of(pdf)
    del one["/Dest"]
    one["/A"] = Dictionary(S=Name.Launch, F=String("a.exe"))


def relabelled(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/PageLabels"] = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))


def moved_destination(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names.Dests.Names[1][3] = 1


@pytest.mark.parametrize(
    ("alter", "name", "text"),
    [
        (noted("FreeText", Contents=String("98个")), "annotation", "98个"),
        (noted("Stamp", Name=Name.Draft), "annotation", "Draft"),
        (noted("Redact", OverlayText=String("31")), "annotation", "31"),
        (noted("FileAttachment", FS=Dictionary(F=String("b.txt"))), "annotation", "b.txt"),
        (noted("Highlight", Contents=String("98个")), "annotation", "98个"),
        (with_script, "javascript", "app.alert"),
        (with_file, "attachment", "b.txt"),
        (with_metadata, "metadata", "31"),
        (of_root(OpenAction=Dictionary(S=Name.URI, URI=String("http://x"))), "action", "http://x"),
        (of_root(AcroForm=Dictionary(Fields=Array([]))), "form", "AcroForm"),
        (of_root(Lang=String("en")), "language", "en"),
        (of_root(PageMode=Name.FullScreen), "opening", "FullScreen"),
        (lambda pdf: pdf.docinfo.__setitem__("/Title", "31亿元"), "title", "31亿元"),
        (lambda pdf: pdf.docinfo.__setitem__("/Remark", "31亿元"), "property", "Remark 31亿元"),
        (renamed, "outline", "累计98个"),
        (relabelled, "label", "1"),
        (elsewhere, "", "2 "),
        (launching, "", "Launch a.exe"),
        (within("/Span <</ActualText (31)>> BDC EMC"), "copied", "31"),
        (within("/Span <</E (31)>> BDC", "EMC"), "expansion", "31"),
        (moved_destination, "destination", ""),
    ],
)
def test_what_a_file_carries(desk: Desk, alter: Callable[[pikepdf.Pdf], None], name: str, text: str) -> None:
    before = read(desk.report, desk)
    with pdf_of(desk.report) as pdf:
        alter(pdf)
    new = change(before, read(desk.report, desk)).new
    assert [one for one in new if one.name == name and text in one.text]


def test_a_second_revision_and_what_follows_the_end(desk: Desk) -> None:
    before = read(desk.report, desk)
    desk.report.write_bytes(desk.report.read_bytes() + b"\n% 31\n%%EOF\nmore")
    new = change(before, read(desk.report, desk)).new
    assert [(one.name, one.text) for one in new] == [("revision", "2"), ("part", "after the end 4")]


def test_a_file_with_a_password_is_not_read(desk: Desk) -> None:
    with pikepdf.open(desk.report, allow_overwriting_input=True) as pdf:
        pdf.save(desk.report, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(UnreadableError) as caught:
        read(desk.report, desk)
    assert caught.value.says == said("damage.locked")


def test_a_layer_that_is_off_hides_what_is_in_it(desk: Desk) -> None:
    before = read(desk.report, desk)
    with pdf_of(desk.report) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("批注")))
        pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        within("/OC /L BDC", "EMC", Properties=Dictionary(L=layer))(pdf)
    told = change(before, read(desk.report, desk))
    assert told.facts["hidden"] == 1
    assert [one for one in told.new if one.name == "part" and "批注" in one.text]


def test_glyphs_that_are_painted_in_another_order_than_they_are_seen_in(desk: Desk) -> None:
    """Two lines of digits say 5420 in their order of painting; one of them shows 2054."""
    before = read(desk.report, desk)
    with pdf_of(desk.report) as pdf:
        paper = Paper(pdf.pages[PAGE])
        name, codes = next((name, codes) for name, codes in paper.fonts.items() if set("5420") <= set(codes))
        first, last = ("".join(codes[one] for one in text) for text in ("54", "20"))
        paper.paint(f"BT {name} 10 Tf 50 50 Td <{first}{last}> Tj ET")
        paper.paint(f"BT {name} 10 Tf 90 40 Td <{first}> Tj -20 0 Td <{last}> Tj ET")
    new = change(before, read(desk.report, desk)).new
    assert [(one.text, one.fact("seen")) for one in new if one.kind is Kind.TEXT] == [("5420", ""), ("5420", "2054")]


def test_a_text_that_is_copied_instead(desk: Desk) -> None:
    before = read(desk.report, desk)
    with pdf_of(desk.report) as pdf:
        paper = next(paper for paper in map(Paper, pdf.pages) if "ActualText" in paper.stream)
        paper.stream = paper.stream.replace("/ActualText <FEFF", "/ActualText <FEFF0033", 1)
    told = change(before, read(desk.report, desk))
    lines, tags = ([one for one in told.new if one.kind is kind] for kind in (Kind.TEXT, Kind.TAG))
    assert [one.fact("actual")[:1] for one in lines] == ["3"]
    assert [one.text for one in lines] == [one.text for one in told.gone if one.kind is Kind.TEXT]
    assert ["3" in one.text for one in tags] == [True]


def test_a_glyph_that_is_drawn_otherwise_is_not_what_it_reads_as(desk: Desk) -> None:
    """A glyph has the outline of another: the text of the file is untouched, and what it shows is another."""
    before = read(desk.report, desk)
    with pdf_of(desk.report) as pdf:
        fonts = pdf.pages[PAGE].resources["/Font"]
        name, codes = next((name, codes) for name, codes in Paper(pdf.pages[PAGE]).fonts.items() if {"村", "林"} <= set(codes))
        file = fonts[name]["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]
        file.write(drawn_as(bytes(file.read_bytes()), int(codes["村"], 16), int(codes["林"], 16)))
    told = change(before, read(desk.report, desk))
    assert told.new
    assert all("\ufffd" in one.text for one in told.new)
    assert all("村" in one.text for one in told.gone)


def drawn_as(program: bytes, glyph: int, other: int) -> bytes:
    """A font in which a glyph has the outline of another."""
    font, written = TTFont(io.BytesIO(program)), io.BytesIO()
    names = font.getGlyphOrder()
    font["glyf"][names[glyph]] = font["glyf"][names[other]]
    font.save(written)
    return written.getvalue()
