"""What a setting and a span may ask for: hanging marks, rows of cells, emphasis dots, small letters, Western marks and kerning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.typeset.model import Align, Setting, Span, Stop, Tab
from generator.typeset.paragraph import compose, natural_width
from generator.units import em, pt

if TYPE_CHECKING:
    from generator.typeset.model import Line

SIZE = pt(10)
LEADING = pt(17)


@pytest.fixture
def set_with(library, sans):
    """Set spans, or a text, with these options of the setting."""

    def composed(text, ems, **options):
        spans = [Span(text, sans)] if isinstance(text, str) else text
        return compose(spans, Setting(em(SIZE, ems), LEADING, **options), library)

    return composed


def places(line: Line) -> dict[str, float]:
    """Where the glyph of each character begins, in ems."""
    return {glyph.text: (run.origin_point.x + glyph.x) / SIZE for run in line.runs for glyph in run.glyphs if glyph.text}


# hanging punctuation (CLREQ, hanging punctuation marks at line end; T24)


def test_nothing_hangs_unless_it_is_asked_for(set_with) -> None:
    assert [line.text for line in set_with("一二三四五，六七八", 5).lines] == ["一二三四", "五，六七八"]


@pytest.mark.parametrize("mark", "，、。；：")
@pytest.mark.parametrize("align", [Align.JUSTIFY, Align.LEFT])
def test_a_small_mark_hangs_outside_the_measure(set_with, mark: str, align: Align) -> None:
    first, second = set_with(f"一二三四五{mark}六七八", 5, align=align, hanging=True).lines
    assert (first.text, second.text) == (f"一二三四五{mark}", "六七八")
    assert first.width == em(SIZE, 5)
    assert places(first)[mark] == pytest.approx(5)


@pytest.mark.parametrize("mark", "？！”）》")
def test_a_tall_mark_does_not_hang(set_with, mark: str) -> None:
    assert set_with(f"一二三四五{mark}六七八", 5, align=Align.LEFT, hanging=True).lines[0].text == "一二三四"


# tabs and decimal alignment (T33)

ROWS = "天猫\t4982亿元\n碳排放\t17.6%\n树\t7.6万棵\n名\t1,234.5"


def test_a_typed_tab_goes_to_its_stop(set_with) -> None:
    tabs = (Tab(em(SIZE, 6)), Tab(em(SIZE, 12)))
    (line,) = set_with("甲\t乙\t丙", 20, tabs=tabs).lines
    assert places(line)["乙"] == pytest.approx(6)
    assert places(line)["丙"] == pytest.approx(12)
    assert line.text == "甲\t乙\t丙"


def test_numbers_end_their_whole_part_on_one_axis(set_with) -> None:
    lines = set_with(ROWS, 20, tabs=(Tab(em(SIZE, 10), Stop.DECIMAL),)).lines
    axis = [places(lines[0])["亿"] - 0.25, places(lines[1])["."], places(lines[2])["."], places(lines[3])["."]]
    assert axis == pytest.approx([10] * 4, abs=0.002)


@pytest.mark.parametrize(("stop", "left"), [(Stop.LEFT, 10), (Stop.CENTRE, 9), (Stop.RIGHT, 8), (Stop.DECIMAL, 8)])
def test_words_stand_at_a_stop_as_it_says(set_with, stop: Stop, left: float) -> None:
    (line,) = set_with("甲\t乙丙", 20, tabs=(Tab(em(SIZE, 10), stop),)).lines
    assert places(line)["乙"] == pytest.approx(left)


def test_a_cell_that_finds_no_stop_follows_at_an_em_and_is_counted(set_with) -> None:
    composed = set_with("甲\t乙\t丙", 20, tabs=(Tab(em(SIZE, 6)),))
    assert places(composed.lines[0])["丙"] == pytest.approx(8)
    assert composed.shortfall.tabs == 1


def test_cells_never_stand_on_one_another(set_with) -> None:
    (line,) = set_with("一二三四五六七八\t乙", 20, tabs=(Tab(em(SIZE, 6)),)).lines
    assert places(line)["乙"] >= 8


def test_without_stops_a_tab_is_a_space(set_with) -> None:
    assert [line.text for line in set_with("甲\t乙", 20).lines] == ["甲\t乙"]


# emphasis dots (CLREQ, emphasis dots)


def test_each_character_has_a_dot_under_its_middle_and_marks_have_none(set_with, library, sans) -> None:
    (line,) = set_with([Span("不宜相加，", sans, dots=True), Span("记住", sans)], 20).lines
    dotted, plain = line.runs
    dots = [glyph for glyph in dotted.glyphs if glyph.y < 0]
    assert len(dots) == 4
    assert {glyph.text for glyph in dots} == {""}
    left, _, right, _ = library.face("sans-regular").box(dots[0].id)
    middles = [glyph.x / SIZE + (left + right) / 2000 for glyph in dots]
    assert middles == pytest.approx([0.5, 1.5, 2.5, 3.5], abs=0.01)
    assert dotted.text == "不宜相加，"
    assert not any(glyph.y for glyph in plain.glyphs)


def test_dots_take_no_room(library, sans) -> None:
    text = "不宜相加，34亿元"
    assert natural_width([Span(text, sans, dots=True)], library) == natural_width([Span(text, sans)], library)


# small letters and digits that a face does not have are drawn, and copied as typed


@pytest.mark.parametrize(("text", "small", "low"), [("CO₂", "₂", True), ("10⁻⁶", "⁻⁶", False), ("m⁴", "⁴", False)])
def test_typed_subscripts_and_superscripts_are_drawn(set_with, text: str, small: str, *, low: bool) -> None:
    (line,) = set_with(f"减少{text}", 20).lines
    last = line.runs[-1]
    assert line.text == f"减少{text}"
    assert (last.text, "".join(glyph.text for glyph in last.glyphs)) == (small, small)
    assert all((glyph.y < 0) is low for glyph in last.glyphs)
    assert last.size < SIZE
    assert 0 not in {glyph.id for glyph in last.glyphs}


# Western marks and kerning (T30)


def test_western_dashes_and_dots_are_those_of_the_latin_part(library, sans) -> None:
    def ems(text: str) -> float:
        return natural_width([Span(text, sans)], library) / SIZE

    assert ems("plan—and") - ems("planand") == pytest.approx(0.894, abs=0.03)
    assert ems("他——好") == pytest.approx(4, abs=0.001)
    low = compose([Span("wait… what", sans)], Setting(em(SIZE, 20), LEADING), library).lines[0].runs[0].glyphs[4]
    face = library.face("sans-regular")
    assert face.box(low.id)[3] < 200 < face.box(face.glyph("…"))[3]


def test_latin_letters_are_kerned(library, sans) -> None:
    face = library.face("sans-regular")
    apart = sum(face.advance(face.glyph(char)) for char in "AVATo")
    assert natural_width([Span("AVATo", sans)], library) < em(SIZE, apart / 1000)


# what could not be had is counted


def test_a_paragraph_that_has_all_has_no_shortfall(set_with) -> None:
    assert not set_with("截至二〇二一年春天实际支援抗疫的投入近34亿元", 12).shortfall


@pytest.mark.parametrize(
    ("text", "ems", "name"),
    [
        ("投入了近34亿元", 3, "torn"),
        ("好。”，。！", 1, "edges"),
        ("1234567890Power", 0.3, "wide"),
        ("我Power了", 4, "uneven"),
        ("一二三四Power", 5.2, "loose"),
        ("一二三四五", 2, "short_ends"),
    ],
)
def test_what_a_paragraph_goes_without_is_counted(set_with, text: str, ems: float, name: str) -> None:
    assert getattr(set_with(text, ems).shortfall, name) > 0
