"""One embedded font a face, holding the glyphs used and no others, each with its width and what it stands for."""

import io
import re

import pytest
from fontTools.ttLib import TTFont
from pdf_sample import LIBRARY, book, run

from generator.units import mm
from generator.writers.pdf.fonts import Typefaces, widths
from generator.writers.pdf.tounicode import map_of


@pytest.fixture
def three_faces(written):
    return written(
        run("常规体", y=mm(20)),
        run("粗体", y=mm(30), face="sans-bold"),
        run("宋体", y=mm(40), face="serif-bold"),
        run("又是常规体A1", y=mm(50)),
    )


def fonts(written):
    return dict(written.objects.pages[0].Resources.Font.items())


def test_each_face_is_embedded_once_with_a_unicode_map(three_faces):
    rows = [re.split(r"\s{2,}|\s(?=yes|no|\d)", row) for row in three_faces.poppler("pdffonts").splitlines()[2:]]
    names = [row[0] for row in rows]
    assert [name.split("+")[1] for name in names] == ["NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSerifSC-Bold"]
    assert all("yes yes yes" in " ".join(row) for row in rows)
    assert all(re.fullmatch(r"[A-Z]{6}\+.*", name) for name in names)


def test_no_other_font_slips_in(three_faces):
    assert b"Helvetica" not in three_faces.bytes
    assert len(fonts(three_faces)) == 3


def test_pages_share_the_fonts(written):
    page = written(of=book([run("一")], [run("二")]))
    first, second = (one.Resources.Font.F1.objgen for one in page.objects.pages)
    assert first == second


def test_a_font_holds_the_glyphs_used_and_no_others(three_faces):
    descendant = fonts(three_faces)["/F2"].DescendantFonts[0]
    font = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    drawn = {gid for gid in range(len(font.getGlyphOrder())) if font["loca"][gid + 1] > font["loca"][gid]}
    assert drawn == {0, *(LIBRARY.face("sans-bold").glyph(char) for char in "粗体")}


def test_codes_are_glyph_ids_and_carry_their_widths(three_faces):
    descendant = fonts(three_faces)["/F1"].DescendantFonts[0]
    face = LIBRARY.face("sans-regular")
    assert descendant.CIDToGIDMap == "/Identity"
    assert descendant.DW == 1000
    assert [descendant.W[0], *descendant.W[1]] == [face.glyph("1"), face.advance(face.glyph("1"))]
    assert descendant.FontDescriptor.Flags == 4
    assert fonts(three_faces)["/F3"].DescendantFonts[0].FontDescriptor.Flags == 6


def test_neighbouring_widths_share_a_row():
    class Document:
        encrypt = None

    assert widths({5: 500, 6: 600, 8: 1000, 9: 900}).format(Document()) == b"[ 5 [500 600] 9 [900] ]"


def test_the_tag_follows_from_the_glyphs():
    one, same, other = (Typefaces.of([run(text)], LIBRARY)["sans-regular"].name for text in ("一二", "二一", "一三"))
    assert one == same != other


def test_the_unicode_map_writes_surrogates_and_strings():
    program = map_of({7: "𬜬", 3: "fi"}).decode()
    assert "2 beginbfchar\n<0003> <00660069>\n<0007> <D871DF2C>\nendbfchar" in program


def test_a_block_of_the_unicode_map_holds_a_hundred_lines():
    program = map_of(dict.fromkeys(range(1, 251), "一")).decode()
    assert re.findall(r"(\d+) beginbfchar", program) == ["100", "100", "50"]


def test_characters_that_share_a_glyph_have_codes_of_their_own(written):
    page = written(run("甲…乙⋯丙-丁‑"))
    descendant = fonts(page)["/F1"].DescendantFonts[0]
    glyphs = descendant.CIDToGIDMap.read_bytes()
    face = LIBRARY.face("sans-regular")
    assert glyphs.count(face.glyph("-").to_bytes(2, "big")) == 2
    assert page.poppler("pdftotext", "-raw").strip() == "甲…乙⋯丙-丁‑"
