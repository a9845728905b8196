"""A face answers in thousandths of the em, shapes as simplified Chinese, and gives small subsets whose glyph ids are the old ones."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from generator.fonts.library import Library

if TYPE_CHECKING:
    from generator.fonts.face import Face

KEYS = ["sans-regular", "sans-bold", "serif-bold"]


@pytest.fixture(scope="module", params=KEYS)
def face(request: pytest.FixtureRequest) -> Face:
    return Library.open().face(request.param)


def test_nothing_is_opened_before_a_face_is_asked(tmp_path) -> None:
    library = Library.open(tmp_path / "no such folder")
    assert library.face("sans-regular").family == "Noto Sans SC"


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(KeyError):
        Library.open().face("sans-thin")


def test_the_same_face_is_given_each_time() -> None:
    library = Library.open()
    assert library.face("serif-bold") is library.face("serif-bold")


def test_the_em_box_is_full(face: Face) -> None:
    assert face.ascent - face.descent == 1000
    assert 700 < face.cap_height < 750


def test_han_is_one_em_wide(face: Face) -> None:
    assert {face.advance(face.glyph(char)) for char in "简报一𬜬"} == {1000}


def test_sans_digits_are_tabular() -> None:
    sans = Library.open().face("sans-regular")
    assert {sans.advance(sans.glyph(digit)) for digit in "0123456789"} == {555}


def test_a_dash_of_two_is_two_ems_in_chinese(face: Face) -> None:
    assert sum(one.advance for one in face.shape("——")) == 2000
    assert sum(one.advance for one in face.shape("—")) == 1000


def test_a_feature_can_be_switched_on_and_off(face: Face) -> None:
    assert face.shape("“", ("pwid",))[0].advance < 700 < face.shape("“")[0].advance
    assert face.shape("AV", ("-kern",))[0].advance > face.shape("AV")[0].advance


def test_clusters_tell_the_characters_of_a_ligature(face: Face) -> None:
    assert [one.cluster for one in face.shape("a——b")] == [0, 1, 3]


def test_no_text_has_no_glyphs(face: Face) -> None:
    assert face.shape("") == ()


def test_a_face_tells_which_half_of_a_mark_is_empty(face: Face) -> None:
    assert {sum(one.advance for one in face.shape(mark, ("halt",))) for mark in "，。、；：？！“”‘’（）《》〈〉【】"} == {500}


def test_month_numbers_are_not_made_one_glyph(face: Face) -> None:
    assert len(face.shape("3月")) == 2


def test_coverage(face: Face) -> None:
    assert face.covers("中")
    assert face.covers("𬜬")
    assert not face.covers("𠮷")
    assert not face.covers("₂")
    assert face.glyph("𠮷") == 0


def test_every_han_character_of_gb_2312_is_covered(face: Face) -> None:
    rows = (bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    assert not [char for char in rows if char and not face.covers(char)]


def test_the_box_is_that_of_the_ink(face: Face) -> None:
    x_min, y_min, x_max, y_max = face.box(face.glyph("（"))
    assert 500 < x_min < x_max <= 1000
    assert y_min < 0 < y_max
    assert face.box(face.glyph(" ")) == (0, 0, 0, 0)


def test_a_subset_retains_glyph_ids_and_outlines(face: Face) -> None:
    gid = face.glyph("简")
    part = TTFont(io.BytesIO(face.subset([gid])))
    name = part.getGlyphName(gid)
    with TTFont(face.path, lazy=True) as whole:
        assert part["glyf"][name].numberOfContours == whole["glyf"][whole.getGlyphName(gid)].numberOfContours > 0
    assert part["hmtx"][name][0] == 1000


def test_a_subset_has_what_a_pdf_needs_and_no_more(face: Face) -> None:
    part = TTFont(io.BytesIO(face.subset(face.glyph(char) for char in "简报")))
    assert set(part.keys()) - {"GlyphOrder"} == {"glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}


def test_a_subset_leaves_out_the_glyphs_that_nobody_asked_for(face: Face) -> None:
    part = TTFont(io.BytesIO(face.subset([face.glyph("简")])))
    drawn = [name for name in part.getGlyphOrder() if part["glyf"][name].numberOfContours]
    assert len(drawn) <= 2  # the one, and .notdef


def test_the_same_subset_twice_is_the_same_bytes(face: Face) -> None:
    assert face.subset([9, 5, 700]) == face.subset([700, 9, 5, 9])


def test_an_excerpt_can_be_installed(face: Face) -> None:
    font = TTFont(io.BytesIO(face.excerpt("简报，34")))
    assert set(font.getBestCmap()) == set(map(ord, "简报，34"))
    assert font["name"].getDebugName(1) == face.family
    assert font["OS/2"].fsType == 0
