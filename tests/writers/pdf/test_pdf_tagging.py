"""A tagged file: every line and figure belongs to one element, all else decorates, and from every page and link a way leads back."""

from __future__ import annotations

import re

import page as validation
import pikepdf
import pytest
from pdf_sample import LEFT, LIBRARY, Written, book, run

from generator.design.palette import INK
from generator.drawing import Box, Group, Link, Role
from generator.layout.book.page import Destination
from generator.units import Point, Rect, mm
from generator.writers.pdf.document import rendered
from generator.writers.pdf.objects import stream
from generator.writers.pdf.purpose import SCREEN

AREA = Rect(LEFT, mm(30), mm(60), mm(6))
RULE = Group((Box(Rect(LEFT, mm(20), mm(60), mm(0.2)), fill=INK),), role=Role.ARTIFACT)
FOLIO = Group((run("7", y=mm(280), role=Role.ARTIFACT),), role=Role.ARTIFACT)


def group(role, *items, **how):
    return Group(items, role=role, **how)


def told(role, text, y=40, **how):
    return group(role, run(text, y=mm(y), role=role), origin=text, **how)


def cells(role, *texts):
    return group(Role.ROW, RULE, *(group(role, *((run(text, y=mm(100)),) if text else ())) for text in texts))


CONTENTS = group(
    Role.CONTENTS,
    group(Role.CONTENTS_ITEM, RULE, run("01"), run("乡村", x=mm(60)), Link(AREA, destination="here", alt="乡村，第3页")),
)
PAGES = (
    (
        told(Role.HEADING_1, "目录"),
        CONTENTS,
        told(Role.HEADING_1, "乡村振兴"),
        RULE,
        told(Role.PARAGRAPH, "一句话说到页底，"),
        told(Role.NOTE, "来源：报道"),
        FOLIO,
    ),
    (
        group(Role.PARAGRAPH, run("到下一页才说完。"), origin="一句话说到页底，", continues=True),
        told(Role.LIST_ITEM, "第一件事"),
        told(Role.LIST_ITEM, "第二件事"),
        group(Role.TABLE, cells(Role.HEADER_CELL, "指标", "数值"), cells(Role.CELL, "淘宝村", ""), alt="乡村振兴"),
        group(Role.FIGURE, Box(AREA, fill=INK), run("5425个", y=mm(200)), alt="柱形图：5425个", at=Point(mm(5), 0)),
        told(Role.NOTE, "来源：另一篇"),
    ),
)
TREE = """\
Document
  Sect
    H1 [0]
    TOC
      TOCI
        Reference
          Link [1 2] →
  Sect
    H1 [3]
    P [4 2:0]
    Note [5] note00001
    L
      LI
        LBody [1]
      LI
        LBody [2]
    Table
      TR
        TH [3] Column
        TH [4] Column
      TR
        TD [5]
        TD
    Figure [6 7] 柱形图：5425个
    Note [8] note00002"""


@pytest.fixture
def written(tmp_path):
    return Written(tmp_path, book(*PAGES, destinations=(Destination("here", 2, 0),)))


def outline(element, pages, depth=0):
    """Yield an element and those in it: its marks (of another page as page:mark), whether a link is in it, what it says."""
    found = element.get("/K", pikepdf.Array())
    kids = list(found) if isinstance(found, pikepdf.Array) else [found]
    nodes = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
    marks = [str(int(kid)) for kid in kids if not isinstance(kid, pikepdf.Dictionary)]
    marks += [f"{pages[node.Pg.objgen]}:{node.MCID}" for node in nodes if node.get("/Type") == "/MCR"]
    leads = "→" if any(node.get("/Type") == "/OBJR" for node in nodes) else ""
    says = str(element.get("/A", {}).get("/Scope", ""))[1:], str(element.get("/ID", "")), str(element.get("/Alt", ""))
    told = (str(element.S)[1:], f"[{' '.join(marks)}]" if marks else "", leads, *says)
    yield "  " * depth + " ".join(filter(None, told))
    for node in nodes:
        if "/S" in node:
            assert node.P.objgen == element.objgen
            yield from outline(node, pages, depth + 1)


def test_the_tree_is_what_layout_says(written) -> None:
    pages = {one.objgen: number for number, one in enumerate(written.objects.pages, 1)}
    assert "\n".join(outline(written.objects.Root.StructTreeRoot.K, pages)) == TREE
    assert bool(written.objects.Root.MarkInfo.Marked)


def test_every_mark_leads_back_to_the_element_that_names_it(written) -> None:
    root = written.objects.Root.StructTreeRoot
    numbers = list(root.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert root.ParentTreeNextKey == len(owners) == 3
    for one in written.objects.pages:
        marks = [int(found) for found in re.findall(r"/MCID (\d+)", one.Contents.read_bytes().decode("ascii"))]
        assert marks == list(range(len(owners[int(one.StructParents)])))
    (link,) = written.objects.pages[0].Annots
    assert owners[int(link.StructParent)].S == "/Link"
    assert written.objects.pages[0].Tabs == "/S"
    assert "/Tabs" not in written.objects.pages[1]


def test_what_only_decorates_is_an_artifact_and_a_folio_furniture(written) -> None:
    content = written.content()
    assert content.count("/Artifact BMC") == 2
    assert content.count("/Artifact <</Type /Pagination>> BDC") == 1
    assert content.count("BDC") + content.count("BMC") == content.count("EMC")


def test_a_figure_says_where_it_stands(written) -> None:
    *_, figure, _note = written.objects.Root.StructTreeRoot.K.K[1].K
    assert (figure.A.O, figure.A.Placement) == ("/Layout", "/Block")
    box = [float(edge) for edge in figure.A.BBox]
    assert box == pytest.approx([(20 + 5) / 25.4 * 72, 273.75, (80 + 5) / 25.4 * 72, 756.85], abs=0.1)


def test_notes_are_found_by_their_names(written) -> None:
    names = list(written.objects.Root.StructTreeRoot.IDTree.Names)
    assert [str(name) for name in names[::2]] == ["note00001", "note00002"]
    assert [one.S for one in names[1::2]] == ["/Note", "/Note"]


def test_a_line_that_stands_for_another_text_has_both_in_one_sequence(tmp_path) -> None:
    spread = Written(tmp_path, book((told(Role.PARAGRAPH, "一"), group(Role.PARAGRAPH, run("隔开", gaps={1: 0.5})))))
    assert re.search(r"/Span <</ActualText <FEFF96945F00> /MCID 1>> BDC", spread.content())


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_keeps_the_standards_that_it_claims(written, profile) -> None:
    report = validation.validate_pdf(str(written.path), profile=profile)
    assert report.is_compliant, str(report)


def test_a_book_without_words_is_tagged_too() -> None:
    assert b"/StructTreeRoot" in rendered(book([]), LIBRARY, SCREEN)


@pytest.mark.parametrize(("content", "last", "end"), [(b"\x0c", b"\r", b"\r\n"), (b"\t", b"\n", b"\n"), (b"0", b"1", b"\n")])
def test_a_stream_that_ends_like_a_line_keeps_its_length(content, last, end) -> None:
    made = stream(content)
    length = int(re.search(rb"/Length (\d+)", made)[1])
    data = made.split(b"stream\n", 1)[1].removesuffix(b"endstream\n")
    assert (data[length - 1 : length], data[length:]) == (last, end)
