"""Room between characters: marks squeezed and trimmed, gaps round numbers, flush lines (W3C CLREQ; GB/T 15834-2011, 5.1)."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from generator.typeset import justify
from generator.typeset.classes import Class
from generator.typeset.cutting import merged, strips
from generator.typeset.model import Align, Level, Setting, Span, Style
from generator.typeset.paragraph import compose, natural_width
from generator.typeset.scale import measured
from generator.typeset.spacing import space_table
from generator.units import Point, em, pt, to_pt

if TYPE_CHECKING:
    from generator.drawing import TextRun

SIZE = pt(10)
DIGIT = 0.555  # a digit of Sans Regular
FLUSH = 0.3  # points


@pytest.fixture(scope="session")
def ems(library, style):
    """The natural width of a text in ems."""
    return lambda text: natural_width([Span(text, style)], library) / SIZE


@pytest.fixture(scope="session")
def sans_ems(library, sans):
    return lambda text: natural_width([Span(text, sans)], library) / SIZE


def places(runs: tuple[TextRun, ...]) -> list[tuple[str, float]]:
    """Each glyph with what it stands for and where its origin is, in ems."""
    return [(glyph.text, (run.origin_point.x + glyph.x) / SIZE) for run in runs for glyph in run.glyphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("简报简", 3),
        ("简，报", 3),
        ("简——报", 4),  # 5.1.4
        ("简……报", 4),  # 5.1.5
        ("简·报", 2.5),  # 5.1.7: half an em in every face
        ("元/吨", 2.5),  # 5.1.9
        ("简》（报", 3.5),  # neighbours: two ems become one and a half
        ("简。”报", 3.5),
        ("简“《报", 3.5),
        ("简）。", 2),  # and the mark at the end gives up its empty half
        ("“简", 1.5),  # as does one at the start
        ("简。", 1.5),
    ],
)
def test_marks_take_the_room_of_the_standard(ems, text: str, expected: float) -> None:
    assert ems(text) == pytest.approx(expected, abs=0.001)


def test_a_gap_stands_on_both_sides_of_digits_inside_a_number(sans_ems) -> None:
    assert sans_ems("近34亿元") == pytest.approx(3 + 2 * DIGIT + 2 * 0.25, abs=0.001)


def test_no_gap_before_a_per_cent_sign_nor_beside_a_mark_nor_at_an_edge(sans_ems) -> None:
    assert sans_ems("34％") == pytest.approx(2 * DIGIT + 1, abs=0.001)
    assert sans_ems("，34，") == pytest.approx(1 + 2 * DIGIT + 0.5, abs=0.001)
    assert sans_ems("34") == pytest.approx(2 * DIGIT, abs=0.001)


def test_no_gap_round_the_dash_of_a_range(sans_ems) -> None:
    assert sans_ems("2020—2021") == pytest.approx(8 * DIGIT + 1, abs=0.001)


def test_a_gap_is_never_a_character(stick) -> None:
    (line,) = stick("投入近34亿元", 20).lines
    assert line.text == "投入近34亿元"
    assert [text for text, _ in places(line.runs)] == list("投入近34亿元")


def test_the_gap_inside_a_number_is_not_stretched_when_the_line_is(stick) -> None:
    line = stick("投入抗疫近34亿元以后一二三四五六七八九十", 11).lines[0]
    assert line.text == "投入抗疫近34亿元以后"
    where = dict(places(line.runs))
    assert where["3"] - where["近"] == pytest.approx(1.25, abs=0.001)
    assert where["元"] - where["亿"] == pytest.approx(1, abs=0.001)
    assert where["入"] - where["投"] > 1.01


def test_nothing_is_stretched_round_a_slash(stick) -> None:
    line = stick("全体的价格是三元/吨一直都是不变的一二三四", 9.8).lines[0]
    assert line.text == "全体的价格是三元/吨"
    where = dict(places(line.runs))
    assert where["价"] - where["的"] > 1.01
    assert where["吨"] - where["元"] == pytest.approx(1.5, abs=0.001)


def test_a_mark_clings_to_what_it_follows_or_opens_however_loose_the_line(stick) -> None:
    line = stick("他说（先护住）生命，Power生意一二三四五六", 11).lines[0]
    assert line.text == "他说（先护住）生命，"
    where = dict(places(line.runs))
    assert where["说"] - where["他"] > 1.05
    assert [where["，"] - where["命"], where["）"] - where["住"], where["先"] - where["（"]] == pytest.approx(
        [1, 1, 1], abs=0.001
    )


FACING = "他说：“先护”（生命）、“再接”生意"


def joints_of(library, sans, missing: float) -> dict[str, float]:
    """How far the origins of neighbours stand apart, in ems, in a line to be longer by so many ems; the first of each pair."""
    setting = Setting(em(SIZE, 60), SIZE)
    (strip,) = strips(merged([Span(FACING, sans)]), setting, library)
    at = justify.places(measured(strip, setting, {}), strip.joints, (0, len(strip.atoms)), 0, em(SIZE, missing))
    pairs = zip(itertools.pairwise(strip.atoms), itertools.pairwise(at), strict=True)
    return {one.text + other.text: (second - first) / SIZE for (one, other), (first, second) in reversed(list(pairs))}


def test_neighbouring_marks_give_their_room_back_before_characters_are_spaced_out(library, sans) -> None:
    natural, looser = joints_of(library, sans, 0), joints_of(library, sans, 0.8)
    assert [natural[pair] for pair in ("：“", "”（", "）、", "、“", "先护")] == pytest.approx([0.5, 0.5, 0.5, 0.5, 1], abs=0.001)
    assert [looser[pair] for pair in ("：“", "”（", "）、", "、“", "先护")] == pytest.approx([0.7, 0.7, 0.7, 0.7, 1], abs=0.001)


def test_when_they_have_given_half_of_it_they_open_with_the_line(library, sans) -> None:
    loose = joints_of(library, sans, 2.5)
    apart = loose["先护"] - 1
    assert apart > 0.05
    assert [loose[pair] for pair in ("：“", "”（", "）、", "、“")] == pytest.approx([0.75 + apart] * 4, abs=0.001)


def test_two_empty_halves_that_face_each_other_can_give_a_quarter_more_after_all_else(library, sans) -> None:
    tight, tightest = joints_of(library, sans, -1), joints_of(library, sans, -2)
    assert tight["”生"] < 1
    assert tightest["”（"] < 0.5 == pytest.approx(tightest["）、"], abs=0.001)
    assert min(tightest.values()) >= 0.25 - 0.001


def test_squeeze_takes_brackets_before_commas_and_commas_before_stops(stick) -> None:
    text = "（一）二，三四。五六"
    whole = stick(text, 20).lines[0].width / SIZE
    natural = dict(places(stick(text, 20).lines[0].runs))
    tight = dict(places(stick(text, whole - 0.2).lines[0].runs))
    assert tight["二"] - tight["）"] == pytest.approx(0.8, abs=0.001)
    assert tight["三"] - tight["，"] == pytest.approx(natural["三"] - natural["，"], abs=0.001)
    tighter = dict(places(stick(text, whole - 0.4).lines[0].runs))
    assert tighter["三"] - tighter["，"] == pytest.approx(0.85, abs=0.001)
    assert tighter["五"] - tighter["。"] == pytest.approx(1, abs=0.001)


def test_each_mark_gives_half_of_its_room_before_any_gives_the_rest(stick) -> None:
    text = "（一）二，三四。五六"
    whole = stick(text, 20).lines[0].width / SIZE
    half = dict(places(stick(text, whole - 0.25 - 0.25 - 0.125).lines[0].runs))
    assert [half["二"] - half["）"], half["三"] - half["，"], half["五"] - half["。"]] == pytest.approx(
        [0.75, 0.75, 0.875], abs=0.001
    )
    more = dict(places(stick(text, whole - 0.625 - 0.2).lines[0].runs))
    assert more["二"] - more["）"] == pytest.approx(0.55, abs=0.001)
    assert more["三"] - more["，"] == pytest.approx(0.75, abs=0.001)


def test_stretch_takes_the_gaps_beside_digits_first(stick) -> None:
    first = stick("我们在家里看了150新电视剧一二三四五六七", 12.8).lines[0]
    where = dict(places(first.runs))
    assert where["1"] - where["了"] > 1.25
    assert where["们"] - where["我"] <= 1.05


def test_an_opening_mark_at_a_lines_start_hangs_its_empty_half_outside(stick) -> None:
    line = stick("“简报”", 10).lines[0]
    assert line.runs[0].origin_point.x == 0
    assert places(line.runs)[0] == ("“", -0.5)


def test_a_closing_mark_at_a_lines_end_gives_up_its_empty_half(stick) -> None:
    line = stick("一二三四五，六七八", 5.5).lines[0]
    assert line.text == "一二三四五，"
    assert line.width == em(SIZE, 5.5)


def test_at_the_basic_level_it_gives_it_up_only_when_it_must(stick) -> None:
    assert stick("一二三，", 10, level=Level.BASIC).lines[0].width == em(SIZE, 4)
    assert stick("一二三，", 3.5, level=Level.BASIC).lines[0].width == em(SIZE, 3.5)


REPORT = (
    "2020年，全国淘宝村增加到5425个；从2013年的20个算起，约为271倍。支援抗疫的实际投入近34亿元，向全国和另外150个国家（地区）"
    "送出物资超过2亿件，《2020—2021社会责任报告》说：“先护住生命，再接住生意。”Alipay与比尔·盖茨……都在其中——是的。"
) * 3


@pytest.mark.parametrize("measure", [8, 12.5, 20, 33, 42])
def test_justified_lines_are_flush_but_the_last(stick, measure: float) -> None:
    composed = stick(REPORT, measure, indent=2)
    edges = {line.runs[-1].origin_point.x + line.runs[-1].width for line in composed.lines[:-1]}
    assert all(abs(to_pt(edge - em(SIZE, measure))) <= FLUSH for edge in edges)
    assert composed.lines[-1].runs[0].origin_point.x == 0


def test_a_justified_paragraph_has_no_pale_line_at_a_books_measure(stick) -> None:
    gaps = [
        later - earlier
        for line in stick(REPORT, 42, indent=2).lines
        for (one, earlier), (other, later) in itertools.pairwise(places(line.runs))
        if one + other in "全国淘宝村增加抗疫投入生命生意社会责任报告"
    ]
    assert gaps
    assert max(gaps) <= 1.1


def test_the_first_line_is_indented_by_two_ems(stick) -> None:
    assert stick(REPORT, 20, indent=2).lines[0].runs[0].origin_point.x == em(SIZE, 2)


@pytest.mark.parametrize(("align", "left"), [(Align.LEFT, 0), (Align.CENTRE, 3.5), (Align.RIGHT, 7)])
def test_open_lines_lie_where_they_are_told_to(stick, align: Align, left: float) -> None:
    (line,) = stick("一二三", 10, align).lines
    assert line.runs[0].origin_point.x == em(SIZE, left)


def test_subscripts_are_drawn_small_and_low(stick, sans) -> None:
    (line,) = stick([Span("CO", sans), Span("2", sans, shift="sub"), Span("排放", sans)], 20).lines
    letters, two, _ = line.runs
    assert two.size < letters.size
    assert two.glyphs[0].y < 0
    assert two.origin_point.x == letters.width


def test_letters_and_their_subscript_are_not_spaced_out(stick, sans) -> None:
    spans = [Span("减少的CO", sans), Span("2", sans, shift="sub"), Span("总量一二三四五六七八", sans)]
    line = stick(spans, 7.2).lines[0]
    assert line.text == "减少的CO2总"[:0] or len(line.runs) == 3
    letters, two, _ = line.runs
    where = dict(places(line.runs))
    assert where["少"] - where["减"] > 1.01
    assert two.origin_point.x == pytest.approx(letters.origin_point.x + letters.width, abs=2)


def test_digits_are_not_kerned_so_that_columns_align(sans_ems) -> None:
    assert sans_ems("7.4") == sans_ems("1.1") == sans_ems("0.0")


def test_western_quotes_are_proportional_and_chinese_ones_full(sans_ems) -> None:
    assert sans_ems("Alibaba’s") == pytest.approx(sans_ems("Alibabas") + 0.279, abs=0.03)
    assert sans_ems("他说“Power”吗") == pytest.approx(sans_ems("他说“”吗") + sans_ems("Power"), abs=0.001)


def test_a_number_is_no_nearer_to_a_small_unit_than_to_a_large_one(library, sans) -> None:
    large = Style(sans.face, 4 * SIZE, sans.ink)
    width = natural_width([Span("近", sans), Span("34", large), Span("亿元", sans)], library)
    assert width / SIZE == pytest.approx(3 + 8 * DIGIT + 2 * 0.25, abs=0.001)


def test_a_run_for_each_change_of_style_or_use(library, sans) -> None:
    bold = Style("sans-bold", SIZE, sans.ink)
    spans = [Span("投", sans), Span("入", sans), Span("34亿元", sans, "u7"), Span("。", sans), Span("好", bold)]
    composed = compose(spans, Setting(em(SIZE, 20), SIZE), library, origin="here")
    (line,) = composed.lines
    assert [(run.text, run.use, run.face) for run in line.runs] == [
        ("投入", "", "sans-regular"),
        ("34亿元", "u7", "sans-regular"),
        ("。", "", "sans-regular"),
        ("好", "", "sans-bold"),
    ]
    assert {run.origin for run in composed.placed(Point(0, 0))} == {"here"}
    assert line.runs[1].width == round((2 * DIGIT + 2.25) * SIZE)


def test_every_pair_of_classes_has_room_between_least_and_most() -> None:
    table = space_table()
    assert len(table) == len(Class) ** 2
    assert all(space.least <= space.desired <= space.most for space in table.values())
