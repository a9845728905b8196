"""Display sizes: what full-width marks keep beside them, digits kerned by their outlines, and text that stays as it was."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.optical import CLEAR, DIGITS, KERNED, kern, share
from generator.typeset.paragraph import compose
from generator.units import em, pt

LIBRARY = Library.open()
INK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))
FACES = ["sans-regular", "sans-bold", "serif-bold"]


def glyphs_of(text: str, size: float, face: str = "serif-bold", *, display: bool = True):
    """Each glyph of a text on one line: its characters, and the left and right edge of its ink in ems."""
    style = Style(face, pt(size), INK)
    setting = Setting(em(pt(size), 40), pt(size), Align.LEFT, balanced=True, display=display)
    (line,) = compose([Span(text, style)], setting, LIBRARY).lines
    made = []
    for run in line.runs:
        for glyph in run.glyphs:
            left, _, right, _ = LIBRARY.face(face).box(glyph.id)
            at = (run.origin_point.x + glyph.x) / run.size
            made.append((glyph.text, at + left / 1000, at + right / 1000))
    return made


def white(text: str, size: float, face: str = "serif-bold", *, display: bool = True) -> float:
    """The white between the inks of the last two characters of a text, in ems."""
    *_, (_, _, right), (_, left, _) = glyphs_of(text, size, face, display=display)
    return left - right


def width_of(text: str, size: float, face: str, *, display: bool = True) -> float:
    setting = Setting(em(pt(size), 40), pt(size), Align.LEFT, display=display)
    return compose([Span(text, Style(face, pt(size), INK))], setting, LIBRARY).width / pt(size)


@pytest.mark.parametrize(("size", "part"), [(8, 0), (12.5, 0), (14, 0), (19, 0.5), (24, 1), (38, 1), (96, 1)])
def test_how_far_a_size_is_display(size, part) -> None:
    assert share(pt(size)) == part


BEARING = 0.09
"""The white inside the boxes of 国 and 回, on either side, at the most."""

ROOMS = [
    ("回，国", 0.34),
    ("回、国", 0.34),
    ("回：国", 0.34),
    ("回；国", 0.34),
    ("回。国", 0.4),
    ("回！国", 0.4),
    ("回？国", 0.4),
]
HUGS = ["（回）国", "“回”国", "《回》国", "回（", "国“", "国《", "（回", "“回", "《回"]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("text", "room"), ROOMS)
def test_a_stop_keeps_a_breath_and_no_square(text, room, face) -> None:
    assert room <= white(text, 38, face) <= room + BEARING
    assert white(text, 38, face) < white(text, 10, face) - 0.1


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("text", HUGS)
def test_brackets_and_quotation_marks_hug(text, face) -> None:
    assert 0.02 < white(text, 38, face) <= 0.31
    assert white(text, 38, face) < white(text, 10, face) - 0.2 or text[0] in "（“《"


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("pair", ["，“", "：“", "”，", "）。", "》《", "”（", "、《", "。”", "“‘", "》（"])
def test_two_marks_stay_apart_and_no_further_than_in_text(pair, face) -> None:
    assert 0.03 < white(f"回{pair}", 38, face) <= white(f"回{pair}", 10, face) + 0.001


@pytest.mark.parametrize("text", ["回，国", "（回）国", "回：“国”"])
def test_between_text_and_display_marks_give_by_degrees(text) -> None:
    widths = [width_of(text, size, "serif-bold") for size in (10, 14, 16, 18, 20, 22, 24, 38)]
    assert widths[0] == pytest.approx(widths[1], abs=1e-3)
    assert widths[-2] == pytest.approx(widths[-1], abs=1e-3)
    assert all(after < before - 0.01 for before, after in pairwise(widths[1:-1]))


@pytest.mark.parametrize("text", ["十五年，", "十五年。", "（十五年", "“十五年”"])
def test_the_edges_of_a_line_are_where_they_are_in_text(text) -> None:
    assert width_of(text, 38, "serif-bold") - width_of(text, 38, "serif-bold", display=False) == pytest.approx(
        width_of(text[:-1], 38, "serif-bold") - width_of(text[:-1], 38, "serif-bold", display=False), abs=1e-3
    )


@pytest.mark.parametrize("text", ["投入近34亿元", "用AliOS的人"])
def test_the_gap_beside_latin_is_narrower_and_no_less_than_an_eighth(text) -> None:
    less = width_of(text, 38, "sans-regular", display=False) - width_of(text, 38, "sans-regular")
    assert 0.1 < less <= 0.25


CLOSER = ["11", "17", "71", "74", "7.", ".4", "14", "47"]


@pytest.mark.parametrize("face", ["sans-regular", "sans-bold"])
@pytest.mark.parametrize("pair", CLOSER)
def test_pairs_that_gape_are_kerned(pair, face) -> None:
    assert kern(LIBRARY.face(face), *pair) <= -10


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("pair", ["00", "88", "06", "60", "80", "98", "5A", "AV", ",."])
def test_round_digits_and_what_the_face_kerns_are_left(pair, face) -> None:
    assert kern(LIBRARY.face(face), *pair) == 0


@pytest.mark.parametrize("face", FACES)
def test_no_kerned_pair_comes_nearer_than_round_digits_are(face) -> None:
    for left, right in product(sorted(KERNED), repeat=2):
        moved = kern(LIBRARY.face(face), left, right)
        if moved:
            one, other = (
                LIBRARY.face(face).profile(LIBRARY.face(face).glyph(left)),
                LIBRARY.face(face).profile(LIBRARY.face(face).glyph(right)),
            )
            rows = zip(one.right, other.left, strict=True)
            assert min(first + second for first, second in rows if first is not None and second is not None) + moved >= CLEAR - 1
            assert moved > -150


@pytest.mark.parametrize(("text", "closer"), [("1997", True), ("11", True), ("17.4", True), ("2000", False), ("80", False)])
def test_numbers_at_hero_size(text, closer) -> None:
    less = width_of(text, 64, "sans-bold", display=False) - width_of(text, 64, "sans-bold")
    assert (less > 0.03) if closer else (less == pytest.approx(0, abs=0.001))


@pytest.mark.parametrize("size", [7.5, 10, 14])
@pytest.mark.parametrize("display", [False, True])
def test_digits_of_text_and_tables_are_tabular(size, display) -> None:
    widths = {width_of(left + right, size, "sans-regular", display=display) for left, right in product(DIGITS, repeat=2)}
    assert max(widths) - min(widths) < 0.001


@pytest.mark.parametrize(("pair", "least"), [("AV", 0.02), ("To", 0.05), ("VA", 0.02), ("AT", 0.03)])
@pytest.mark.parametrize("size", [10, 38])
def test_latin_is_kerned_by_the_face_at_every_size(pair, least, size) -> None:
    face = LIBRARY.face("sans-bold")
    alone = sum(face.advance(face.glyph(char)) for char in pair) / 1000
    assert alone - width_of(pair, size, "sans-bold") > least


@pytest.mark.parametrize("text", ["近34亿元，先护住生命", "“春雷计划”：17.4%（同比）", "AliOS、11个"])
def test_what_is_copied_is_the_authors_text(text) -> None:
    assert "".join(meant for meant, *_ in glyphs_of(text, 38)) == text
