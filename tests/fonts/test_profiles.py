"""Side profiles: the white beside a glyph's ink row by row, which its box knows only at the narrowest."""

from __future__ import annotations

import pytest

from generator.fonts.library import Library
from generator.fonts.profile import ROWS


@pytest.fixture(scope="module", params=["sans-regular", "sans-bold", "serif-bold"])
def face(request: pytest.FixtureRequest):
    return Library.open().face(request.param)


@pytest.mark.parametrize("char", "0123456789HAVn")
def test_the_narrowest_row_is_the_boxs_side(face, char) -> None:
    gid = face.glyph(char)
    left, _, right, _ = face.box(gid)
    sides = face.profile(gid)
    assert min(one for one in sides.left if one is not None) == pytest.approx(left, abs=8)
    assert min(one for one in sides.right if one is not None) == pytest.approx(face.advance(gid) - right, abs=8)


def test_a_row_without_ink_has_no_white_of_its_own(face) -> None:
    sides = face.profile(face.glyph("."))
    inked = [one is not None for one in sides.left]
    assert inked[0]
    assert not any(inked[len(ROWS) // 2 :])
    assert set(face.profile(face.glyph(" ")).left) == {None}


def test_the_shapes_of_letters_are_seen(face) -> None:
    slope = face.profile(face.glyph("A")).left
    assert slope[1] < slope[len(ROWS) // 2] < slope[-3]
    under = face.profile(face.glyph("7")).right
    assert under[2] > under[-2] + 100
    middle = len(ROWS) // 2
    assert face.profile(face.glyph("H")).left[middle] == pytest.approx(face.profile(face.glyph("H")).left[middle - 5], abs=1)
