"""The PDF reader against the standard: fonts, widths, maps and places, on objects made by hand."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from generator.inspection.pdf.fonts import _to_unicode, _widths, read_font
from generator.inspection.pdf.geometry import IDENTITY, bounds, holds, intersection, product
from generator.inspection.pdf.model import Char, lines
from generator.inspection.pdf.reader import read_pdf


class TestMaps:
    def test_single_characters_and_more_than_one_to_a_code(self) -> None:
        assert _to_unicode(b"2 beginbfchar <0001> <4EBF> <0002> <00660069> endbfchar") == {1: "亿", 2: "fi"}

    def test_ranges_count_up_or_list(self) -> None:
        cmap = b"2 beginbfrange <0010> <0012> <0031> <0020> <0021> [<4E07> <4EBF>] endbfrange"
        assert _to_unicode(cmap) == {16: "1", 17: "2", 18: "3", 32: "万", 33: "亿"}

    def test_characters_beyond_the_basic_plane(self) -> None:
        assert _to_unicode(b"1 beginbfchar <0003> <D862DF2C> endbfchar") == {3: "\U00028b2c"}

    def test_several_sections(self) -> None:
        assert _to_unicode(b"beginbfchar <01> <0041> endbfchar x beginbfchar <02> <0042> endbfchar") == {1: "A", 2: "B"}


class TestWidths:
    def test_a_list_of_widths_from_a_first_code(self) -> None:
        assert _widths(pikepdf.Array([5, pikepdf.Array([500, 250])])) == {5: 0.5, 6: 0.25}

    def test_one_width_for_a_range(self) -> None:
        assert _widths(pikepdf.Array([7, 9, 555])) == {7: 0.555, 8: 0.555, 9: 0.555}

    def test_both_mixed(self) -> None:
        assert _widths(pikepdf.Array([1, 2, 300, 5, pikepdf.Array([400]), 8, 8, 100])) == {1: 0.3, 2: 0.3, 5: 0.4, 8: 0.1}


def composite(pdf: pikepdf.Pdf, **more: object) -> pikepdf.Dictionary:
    descendant = pikepdf.Dictionary(
        Subtype=pikepdf.Name.CIDFontType2, DW=1000, W=pikepdf.Array([1, pikepdf.Array([500])]), **more
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=pikepdf.Name("/Fang"), Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=pikepdf.Array([descendant]),
            ToUnicode=pdf.make_stream(b"3 beginbfchar <0001> <0033> <0002> <4EBF> <0003> <0034> endbfchar"),
        )
    )  # fmt: skip


def test_a_composite_font_reads_two_bytes_a_code() -> None:
    pdf = pikepdf.new()
    font = read_font(composite(pdf))
    assert list(font.codes(b"\0\1\0\2\0\7")) == [(1, 1, "3", 0.5), (2, 2, "亿", 1.0), (7, 7, "\ufffd", 1.0)]
    assert font.program is None


def test_a_map_from_codes_to_glyphs_is_followed() -> None:
    pdf = pikepdf.new()
    font = read_font(composite(pdf, CIDToGIDMap=pdf.make_stream(b"\0\0\0\x09\0\0")))
    assert [glyph for _, glyph, _, _ in font.codes(b"\0\1\0\2")] == [9, 0]


def chars_of(tmp_path: Path, content: str, **resources: object) -> tuple[Char, ...]:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 100))
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=composite(pdf)), **resources)
    page.obj.Contents = pdf.make_stream(content.encode("ascii"))
    pdf.save(tmp_path / "page.pdf")
    (found,) = read_pdf(tmp_path / "page.pdf").pages
    return found.chars


def test_places_count_from_the_top_left(tmp_path: Path) -> None:
    three, hundred_million = chars_of(tmp_path, "BT /F 10 Tf 20 30 Td <00010002> Tj ET")
    assert (three.text, three.left, three.right, three.baseline) == ("3", 20, 25, 70)
    assert (hundred_million.left, hundred_million.right, hundred_million.size) == (25, 35, 10)
    assert hundred_million.top == pytest.approx(70 - 8.8)


@pytest.mark.parametrize(
    ("content", "left", "baseline"),
    [
        ("BT /F 10 Tf 1 0 0 1 40 50 Tm <0001> Tj ET", 40, 50),
        ("2 0 0 2 10 10 cm BT /F 10 Tf 5 5 Td <0001> Tj ET", 20, 80),
        ("q 1 0 0 1 99 99 cm Q BT /F 10 Tf 5 5 Td <0001> Tj ET", 5, 95),
        ("BT /F 10 Tf 12 TL 5 50 Td T* <0001> Tj ET", 5, 62),
        ("BT /F 10 Tf 5 50 Td 0 -20 TD T* <0001> Tj ET", 5, 90),
        ("BT /F 10 Tf 5 50 Td [-1000 <0001>] TJ ET", 15, 50),
        ("BT /F 10 Tf 5 50 Td 3 Ts <0001> Tj ET", 5, 47),
    ],
)
def test_every_way_to_move(tmp_path: Path, content: str, left: float, baseline: float) -> None:
    (char,) = chars_of(tmp_path, content)
    assert (char.left, char.baseline) == (pytest.approx(left), pytest.approx(baseline))


def test_spacing_and_scale_widen_a_line(tmp_path: Path) -> None:
    _, second = chars_of(tmp_path, "BT /F 10 Tf 2 Tc 200 Tz 0 50 Td <00010001> Tj ET")
    assert second.left == pytest.approx((5 + 2) * 2)


@pytest.mark.parametrize(
    ("before", "flaw"),
    [("3 Tr", "unpainted"), ("0 0 5 5 re W n", "clipped"), ("/G gs", "transparent"), ("0 0 200 100 re W n", ""), ("2 Tr", "")],
)
def test_what_hides_a_glyph(tmp_path: Path, before: str, flaw: str) -> None:
    states = pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.3))
    (char,) = chars_of(tmp_path, f"{before} BT /F 10 Tf 20 30 Td <0001> Tj ET", ExtGState=states)
    assert flaw in char.flaw
    assert bool(flaw) == bool(char.flaw)


@pytest.mark.parametrize(
    ("operator", "fill"),
    [
        ("1 0 0 rg", (255, 0, 0)),
        ("0.5 g", (128, 128, 128)),
        ("0 0 0 1 k", (0, 0, 0)),
        ("0 0 0 0 k", (255, 255, 255)),
        ("/P scn", None),
    ],
)
def test_fills(tmp_path: Path, operator: str, fill: tuple[int, int, int] | None) -> None:
    (char,) = chars_of(tmp_path, f"{operator} BT /F 10 Tf 20 30 Td <0001> Tj ET")
    assert char.fill == fill


def test_text_in_a_form_is_read_where_it_is_placed(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    form = pdf.make_stream(b"BT /F 10 Tf 1 1 Td <0003> Tj ET")
    form.update(
        pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, Matrix=pikepdf.Array([1, 0, 0, 1, 7, 0]))
    )
    page = pdf.add_blank_page(page_size=(200, 100))
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=composite(pdf)), XObject=pikepdf.Dictionary(X=form))
    page.obj.Contents = pdf.make_stream(b"q 1 0 0 1 10 0 cm /X Do Q")
    pdf.save(tmp_path / "form.pdf")
    (char,) = read_pdf(tmp_path / "form.pdf").pages[0].chars
    assert (char.text, char.left) == ("4", 18)


def test_spans_of_actual_text(tmp_path: Path) -> None:
    chars = chars_of(tmp_path, "BT /F 10 Tf /Span <</ActualText <FEFF0033>>> BDC /P BMC <0001> Tj EMC EMC <0002> Tj ET")
    assert [char.span for char in chars] == [0, -1]


def test_glyphs_read_on_along_a_line_and_down_a_column(tmp_path: Path) -> None:
    first, second = "BT /F 10 Tf 20 60 Td <00010002> Tj ET", "BT /F 10 Tf 20 45 Td <0003> Tj ET"
    chars = chars_of(tmp_path, f"{first} {second} BT /F 10 Tf 150 45 Td <0003> Tj ET")

    class Page:
        pass

    page = Page()
    page.chars = chars
    assert ["".join(char.text for char in piece) for piece in lines(page)] == ["3亿4", "4"]


def test_matrices_and_rectangles() -> None:
    assert product((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 6)) == (2, 0, 0, 2, 5, 6)
    assert product((1, 0, 0, 1, 5, 6), (2, 0, 0, 2, 0, 0)) == (2, 0, 0, 2, 10, 12)
    assert bounds([(0, 0), (2, 1)], (0, 1, -1, 0, 0, 0)) == (-1, 0, 0, 2)
    assert intersection(None, (0, 0, 1, 1)) == (0, 0, 1, 1)
    assert intersection((0, 0, 4, 4), (2, 1, 9, 3)) == (2, 1, 4, 3)
    assert holds((0, 0, 4, 4), (-0.4, 0, 4.4, 4))
    assert not holds((0, 0, 4, 4), (-0.6, 0, 4, 4))
    assert product(IDENTITY, IDENTITY) == IDENTITY
