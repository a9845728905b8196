"""The booklet: which page stands beside which, cut to its edges and as large as the sheet allows; read back by folios from the file."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator import composition, making
from generator.charts.drawings import Drawings
from generator.design.palette import GREY, INK
from generator.drawing import Box, Close, CurveTo, Disc, Group, LineTo, MoveTo
from generator.drawing import Path as Outline
from generator.layout.booklet.cut import cut
from generator.layout.booklet.edition import imposed
from generator.outputs import BOOKLET, REPORT
from generator.units import Point, Rect, Size, mm

PAGE = Size(mm(100), mm(200))


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (4, [(4, 1), (2, 3)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (20, [(20, 1), (2, 19), (18, 3), (4, 17), (16, 5), (6, 15), (14, 7), (8, 13), (12, 9), (10, 11)]),
    ],
)
def test_pages_are_imposed_for_saddle_stitching(pages: int, sides: list[tuple[int, int]]) -> None:
    assert list(imposed(pages)) == sides


@pytest.mark.parametrize("pages", range(4, 84, 4))
def test_folded_and_nested_sheets_read_in_order(pages: int) -> None:
    """A sheet's leaf has the front's left on the back's right: folding gives first halves outwards in, second halves inwards out."""
    sides = list(imposed(pages))
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first = [page for front, back in sheets for page in (front[1], back[0])]
    last = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    assert [*first, *last] == list(range(1, pages + 1))


def places(items: tuple[object, ...]) -> list[Point]:
    found = []
    for item in items:
        if isinstance(item, Group):
            found += [point.moved(item.at.x, item.at.y) for point in places(item.items)]
        elif isinstance(item, Box):
            found += [Point(item.rect.x, item.rect.y), Point(item.rect.right, item.rect.bottom)]
        elif isinstance(item, Outline):
            found += [one.to for one in item.segments if isinstance(one, MoveTo | LineTo | CurveTo)]
    return found


BLEED = mm(3)


@pytest.mark.parametrize(
    "item",
    [
        Box(Rect(-BLEED, -BLEED, PAGE.width + 2 * BLEED, mm(50)), fill=INK),
        Disc(Rect(mm(80), mm(80), mm(40), mm(40)), fill=GREY, stroke=INK, stroke_width=mm(1)),
        Outline(
            (MoveTo(Point(mm(50), mm(50))), LineTo(Point(mm(150), mm(90))), LineTo(Point(mm(50), mm(120)))),
            stroke=INK,
            stroke_width=mm(1),
        ),
        Outline(
            (MoveTo(Point(mm(50), mm(-9))), LineTo(Point(mm(150), mm(90))), LineTo(Point(mm(50), mm(250))), Close()), fill=INK
        ),
    ],
)
def test_what_reaches_beyond_the_page_is_cut_at_its_edge(item: Box | Disc | Outline) -> None:
    moved = Group((item,), at=Point(mm(1), 0))
    for made in (cut((item,), PAGE), cut((moved,), PAGE)):
        found = places(made)
        assert found
        assert all(0 <= point.x <= PAGE.width and 0 <= point.y <= PAGE.height for point in found)
        assert max(point.x for point in found) == PAGE.width


def test_what_lies_within_is_left_as_it_is_and_what_lies_beyond_is_gone() -> None:
    inside, beyond = Box(Rect(0, 0, mm(100), mm(10)), fill=INK), Box(Rect(mm(101), 0, mm(3), mm(10)), fill=INK)
    assert cut((inside, beyond), PAGE) == (inside,)


def test_the_file_has_on_each_side_the_two_pages_of_the_report(tmp_path: Path) -> None:
    """Read by pdfium: the words of each half of a side are those of the report's page, and the folios say which."""
    outputs = frozenset({REPORT, BOOKLET})
    layouts = composition.lay_out(
        Path(__file__).parent.parent / "inspection" / "content.yaml", Drawings(), lambda _stage: None, outputs
    )
    making.write(layouts, tmp_path, outputs, lambda _stage: None)
    with (
        pypdfium2.PdfDocument(tmp_path / "report.pdf") as report,
        pypdfium2.PdfDocument(tmp_path / "report-booklet.pdf") as sheets,
    ):
        assert len(sheets) * 2 == len(report)
        for side, pair in zip(sheets, imposed(len(report)), strict=True):
            width, height = side.get_size()
            assert (round(width), round(height)) == (1191, 842)
            for half, number in enumerate(pair):
                box = {"left": half * width / 2, "right": (half + 1) * width / 2, "bottom": 23, "top": height}
                words = "".join(side.get_textpage().get_text_bounded(**box).split())
                assert words == "".join(report[number - 1].get_textpage().get_text_bounded().split())
    with pikepdf.open(tmp_path / "report-booklet.pdf") as pdf:
        assert not any("/Annots" in page for page in pdf.pages)
