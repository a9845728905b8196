"""The structure tree as a stranger reads it: elements, what each says, what it holds, and what is painted outside of it."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from generator.inspection.pdf.model import ARTIFACT, BARE
from generator.inspection.pdf.reader import read_pdf
from generator.inspection.pdf.tags import Element, Held, read_tree, standard, texts, untagged

MAP = b"1 beginbfrange <41> <5A> <0041> endbfrange"


def made(path: Path, *streams: str) -> Pdf:
    """Return an open file with a page for each stream, and a tree with nothing but its root."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Plain,
            FirstChar=65,
            Widths=Array([500] * 26),
            ToUnicode=Stream(pdf, MAP),
        )
    )
    for number, stream in enumerate(streams):
        page = pdf.add_blank_page(page_size=(100, 100))
        page.Contents = Stream(pdf, stream.encode())
        page.Resources = Dictionary(Font=Dictionary(F=font))
        page.StructParents = number
    root = Dictionary(Type=Name.StructTreeRoot, ParentTree=Dictionary(Nums=Array([])))
    pdf.Root.StructTreeRoot = pdf.make_indirect(root)
    pdf.save(path)
    return pikepdf.open(path, allow_overwriting_input=True)


def grown(pdf: Pdf, parent: object, role: str, **entries: object) -> Dictionary:
    """Return a new element at the end of another, or of the tree."""
    one = pdf.make_indirect(Dictionary(S=Name(f"/{role}"), P=parent, **entries))
    parent.K = Array([*parent.get("/K", Array([])), one])
    return one


def shown(tag: str, text: str) -> str:
    return f"{tag} BT /F 10 Tf 10 50 Td ({text}) Tj ET EMC"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.pdf"


def test_elements_stand_in_their_order_with_what_they_hold(path: Path) -> None:
    with made(path, shown("/P <</MCID 0>> BDC", "A"), shown("/P <</MCID 0>> BDC", "B")) as pdf:
        tree = pdf.Root.StructTreeRoot
        document = grown(pdf, tree, "Document")
        one = grown(pdf, document, "P", Pg=pdf.pages[0].obj)
        one.K = Array([0, Dictionary(Type=Name.MCR, Pg=pdf.pages[1].obj, MCID=0)])
        grown(
            pdf, document, "Figure", Alt=String("图"), Pg=pdf.pages[1].obj, A=Dictionary(O=Name.Layout, BBox=Array([1, 2, 3, 4]))
        )
        tree.ParentTree.Nums = Array([0, Array([one]), 1, Array([one])])
        read = read_tree(pdf)
    top = read.tops[0]
    paragraph, figure = top.elements
    assert [(each.role, each.rooted) for each in read.walk()] == [("Document", True), ("P", True), ("Figure", True)]
    assert paragraph.held == (Held(1, 0), Held(2, 0))
    assert [read.holder(held) for held in paragraph.held] == [paragraph, paragraph]
    assert (figure.words, figure.attributes) == ({"alt": "图"}, {"BBox": "1 2 3 4"})


def test_content_that_leads_elsewhere_has_no_holder(path: Path) -> None:
    with made(path, shown("/P <</MCID 0>> BDC", "A")) as pdf:
        tree = pdf.Root.StructTreeRoot
        grown(pdf, tree, "P", Pg=pdf.pages[0].obj, K=0)
        other = grown(pdf, tree, "P")
        tree.ParentTree.Nums = Array([0, Array([other])])
        read = read_tree(pdf)
    assert read.holder(Held(1, 0)) is None


def test_a_link_is_held_by_its_number(path: Path) -> None:
    with made(path, "") as pdf:
        note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), StructParent=7))
        pdf.pages[0].Annots = Array([note])
        tree = pdf.Root.StructTreeRoot
        link = grown(pdf, tree, "Link", K=Dictionary(Type=Name.OBJR, Obj=note, Pg=pdf.pages[0].obj))
        tree.ParentTree.Nums = Array([7, link])
        read, number = read_tree(pdf), note.objgen
    assert read.holder(Held(1, annotation=number)) == read.tops[0]


def test_a_tree_that_goes_round_is_read_once(path: Path) -> None:
    with made(path, "") as pdf:
        one = grown(pdf, pdf.Root.StructTreeRoot, "Sect")
        inner = grown(pdf, one, "Sect")
        inner.K = Array([one])
        assert [each.role for each in read_tree(pdf).walk()] == ["Sect", "Sect"]


def test_a_file_without_a_tree_has_none(path: Path) -> None:
    with made(path, "") as pdf:
        del pdf.Root["/StructTreeRoot"]
        assert read_tree(pdf).there is False


@pytest.mark.parametrize(
    ("role", "roles", "kind"),
    [
        ("P", {}, "P"),
        ("P", {"P": "Div"}, "P"),
        ("Title", {"Title": "P"}, "P"),
        ("Title", {"Title": "Kopf", "Kopf": "H1"}, "H1"),
        ("Title", {}, ""),
        ("A", {"A": "B", "B": "A"}, ""),
    ],
)
def test_a_role_stands_for_a_standard_type(role: str, roles: dict[str, str], kind: str) -> None:
    assert standard(role, roles) == kind


@pytest.mark.parametrize(
    ("stream", "found"),
    [
        (shown("/P <</MCID 3>> BDC", "AB"), {3: "AB"}),
        (shown("/P <</MCID 0 /ActualText (X)>> BDC", "AB"), {0: "X"}),
        ("/P <</MCID 0>> BDC " + shown("/Span <</ActualText (X)>> BDC", "A") + shown("/Span BMC", "B") + " EMC", {0: "XB"}),
        (
            shown("/P <</MCID 0>> BDC", "A") + shown("/Artifact BMC", "B") + " BT /F 10 Tf (C) Tj ET",
            {0: "A", ARTIFACT: "B", BARE: "C"},
        ),
        (shown("/P <</MCID 0>> BDC", "A") + shown("/P <</MCID 1>> BDC", "B"), {0: "A", 1: "B"}),
    ],
)
def test_content_reads_as_copying_gives_it(path: Path, stream: str, found: dict[int, str]) -> None:
    made(path, stream).close()
    assert texts(read_pdf(path).pages[0]) == found


@pytest.mark.parametrize(
    ("stream", "count"),
    [
        ("0 0 9 9 re f", 1),
        ("/Artifact BMC 0 0 9 9 re f EMC", 0),
        ("/P <</MCID 0>> BDC 0 0 9 9 re f EMC 1 1 2 2 re S", 1),
        ("/Span <</Alt (A)>> BDC EMC", 0),
        ("/Artifact BMC EMC BT /F 10 Tf (A) Tj ET", 1),
        ("/Artifact BMC q EMC Q 0 0 9 9 re f", 1),
    ],
)
def test_what_is_neither_content_nor_artifact_is_counted(path: Path, stream: str, count: int) -> None:
    made(path, stream).close()
    assert untagged(read_pdf(path).pages[0]) == count


@pytest.mark.parametrize(
    ("stream", "nested"),
    [
        ("/P <</MCID 0>> BDC /Artifact BMC EMC EMC", [ARTIFACT]),
        ("/Artifact BMC /P <</MCID 4>> BDC EMC EMC", [4]),
        ("/P <</MCID 0>> BDC /Span <</MCID 1>> BDC EMC EMC", []),
        ("/Artifact BMC /Artifact BMC EMC EMC", []),
    ],
)
def test_one_sort_within_the_other_is_told(path: Path, stream: str, nested: list[int]) -> None:
    made(path, stream).close()
    assert [tag.content for tag in read_pdf(path).pages[0].nested] == nested


def test_an_element_knows_its_language(path: Path) -> None:
    with made(path, "") as pdf:
        section = grown(pdf, pdf.Root.StructTreeRoot, "Sect", Lang=String("en"))
        grown(pdf, section, "P")
        grown(pdf, section, "P", Lang=String("fr"))
        read = read_tree(pdf)
    elements: list[Element] = [*read.walk()]
    assert [read.language(one) for one in elements] == ["en", "en", "fr"]
