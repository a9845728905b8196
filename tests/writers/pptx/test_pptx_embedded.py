"""Embedded fonts: every character that the deck shows is in a face that it carries."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import replace

import pytest

from generator.fonts.offer import Fonts
from generator.writers.pptx.package import write
from tests.writers.pptx.handmade_deck import parsed

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module")
def parts(written):
    with zipfile.ZipFile(written) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def fonts(parts):
    """Return (family, weight) and the EOT file of each embedded font."""
    targets = {one.get("Id"): one.get("Target") for one in parsed(parts["ppt/_rels/presentation.xml.rels"])}
    for one in parsed(parts["ppt/presentation.xml"]).iter(f"{P}embeddedFont"):
        for weight in one[1:]:
            yield (one[0].get("typeface"), weight.tag.removeprefix(P)), parts["ppt/" + targets[weight.get(f"{R}id")]]


def test_each_face_of_the_deck_is_embedded_under_its_family(parts):
    assert [name for name, _ in fonts(parts)] == [
        ("Noto Sans SC", "regular"), ("Noto Sans SC", "bold"), ("Noto Serif SC", "bold"),
    ]  # fmt: skip
    assert parsed(parts["ppt/presentation.xml"]).get("embedTrueTypeFonts") == "1"


def test_an_embedded_font_says_its_own_size_and_holds_a_truetype_font(parts):
    for _, data in fonts(parts):
        size, font_size, version = struct.unpack_from("<III", data)
        assert (size, version) == (len(data), 0x0002_0001)
        assert data[34:36] == b"LP"
        assert data[-font_size:][:4] == b"\0\1\0\0"


def test_the_family_name_in_the_header_is_the_typeface(parts):
    for (family, _), data in fonts(parts):
        (length,) = struct.unpack_from("<H", data, 82)
        assert data[84 : 84 + length].decode("utf-16-le") == family


def test_the_deck_s_characters_are_in_the_face_that_shows_them(parts):
    tt_font = pytest.importorskip("fontTools.ttLib").TTFont
    covered = {}
    for name, data in fonts(parts):
        (font_size,) = struct.unpack_from("<I", data, 4)
        covered[name] = set(tt_font(io.BytesIO(data[-font_size:])).getBestCmap())
    assert set(map(ord, "淘宝村从20个长到近5425个")) <= covered["Noto Serif SC", "bold"]
    assert set(map(ord, "送出物资超过1000万件，公益消费者先说数字。·")) <= covered["Noto Sans SC", "regular"]
    assert set(map(ord, "近34亿元另一段组内5425.5个")) <= covered["Noto Sans SC", "bold"]


# ── what is carried, and what it says of itself ──

SUBSET = 1
TYPED = "0123456789 AZaz%-.,/()，。、；：？！（）《》“”‘’—…·％万亿元近超约"


def made(deck, library, fonts, target):
    write(replace(deck, fonts=fonts), library, target)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def flags(data):
    return struct.unpack_from("<I", data, 12)[0]


@pytest.mark.parametrize(("fonts_are", "flag", "saved"), [(Fonts.EMBEDDED, SUBSET, "1"), (Fonts.WHOLE, 0, None)])
def test_a_subset_says_that_it_is_one_and_a_whole_font_does_not(deck, library, tmp_path, fonts_are, flag, saved):
    parts = made(deck, library, fonts_are, tmp_path / "deck.pptx")
    found = list(fonts(parts))
    assert found
    assert {flags(data) & SUBSET for _, data in found} == {flag}
    assert parsed(parts["ppt/presentation.xml"]).get("saveSubsetFonts") == saved


def test_a_whole_font_is_its_file(deck, library, tmp_path):
    own = {(face.family, "bold" if face.bold else "regular"): face.program for face in library.faces.values()}
    for name, data in fonts(made(deck, library, Fonts.WHOLE, tmp_path / "deck.pptx")):
        assert data.endswith(own[name])


@pytest.mark.parametrize("fonts_are", [Fonts.NONE, Fonts.SYSTEM])
def test_a_deck_may_carry_nothing(deck, library, tmp_path, fonts_are):
    parts = made(deck, library, fonts_are, tmp_path / "deck.pptx")
    assert list(fonts(parts)) == []
    assert not [name for name in parts if name.endswith(".fntdata")]
    assert parsed(parts["ppt/presentation.xml"]).get("embedTrueTypeFonts") is None


def test_the_system_s_faces_take_the_place_of_all_others(deck, library, tmp_path):
    parts = made(deck, library, Fonts.SYSTEM, tmp_path / "deck.pptx")
    whole = b"".join(data for name, data in parts.items() if name.startswith("ppt/slides/slide"))
    assert "微软雅黑".encode() in whole
    assert b"Noto" not in whole


def test_whoever_presents_can_type_a_number_into_any_text(parts):
    tt_font = pytest.importorskip("fontTools.ttLib").TTFont
    for name, data in fonts(parts):
        (font_size,) = struct.unpack_from("<I", data, 4)
        assert set(map(ord, TYPED)) <= set(tt_font(io.BytesIO(data[-font_size:])).getBestCmap()), name
