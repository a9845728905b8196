"""Where lines may not begin or end (GB/T 15834-2011, 5.1; GB/T 15835-2011; W3C CLREQ): the bad line, and the good one that is set."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.typeset import paragraph
from generator.typeset.cutting import strips
from generator.typeset.model import Align, Level, Setting, Span
from generator.units import em, pt

CASES = {
    "a comma begins no line (5.1.1)": (
        "全国淘宝村共有5425个，比上年增加近三成。",
        10,
        ["全国淘宝村共有", "5425个，比上年增加", "近三成。"],
    ),
    "an exclamation mark begins no line (5.1.2)": (
        "它在一年里做到了！真的做到了吗？是的",
        8,
        ["它在一年里做到", "了！真的做到了", "吗？是的"],
    ),
    "a closing mark begins no line (5.1.3)": ("他说“先护住生命”，再接住生意", 6, ["他说“先护住", "生命”，再接", "住生意"]),
    "an opening mark ends no line (5.1.3)": (
        "这是阿里巴巴发布的《2020年报告》第十五年",
        9,
        ["这是阿里巴巴发", "布的《2020年报告》", "第十五年"],
    ),
    "a range's dash begins no line (5.1.6)": ("从2017年—2020年一共四年", 6, ["从2017年—", "2020年一共", "四年"]),
    "an interpunct begins no line (5.1.7)": ("微软创始人比尔·盖茨先生说", 8, ["微软创始人比尔·", "盖茨先生说"]),
    "a slash stands at neither edge (5.1.9)": ("每吨的价格是三元/吨不变的", 8, ["每吨的价格是三", "元/吨不变的"]),
    "a dash of two is one piece (5.1.4)": ("十五年——从一棵树到一片林", 4, ["十五年", "——从一", "棵树到一", "片林"]),
    "dots are one piece (5.1.5)": ("先护住生命……再接住生意的人", 6, ["先护住生命", "……再接住生", "意的人"]),
    "digits are never split, nor is their grouping": (
        "一共有1,234,567.89个单位的",
        8,
        ["一共有", "1,234,567.89个单", "位的"],
    ),
    "number, scale and unit stay together": (
        "投入抗疫的资金增加了3037亿元人民币左右",
        9,
        ["投入抗疫的资金增加", "了3037亿元人民币", "左右"],
    ),
    "a qualifier stays with its number": (
        "支援抗疫的实际投入近34亿元，再到一亿",
        11,
        ["支援抗疫的实际投入", "近34亿元，再到一亿"],
    ),
    "an approximator after the number too": ("约200余所学校和20多个省", 6, ["约200余所学", "校和20多个", "省"]),
    "a per cent sign stays with its number": ("第一次的降幅是20%以上的", 8, ["第一次的降幅是", "20%以上的"]),
    "a full-width currency sign does": ("一共卖出了￥3000元的东西", 6, ["一共卖出了", "￥3000元的", "东西"]),
    "a degree sign does": ("温度只有36.5℃左右的天气", 6, ["温度只有", "36.5℃左右的", "天气"]),
    "第 stays with Chinese digits": ("他是全校第十五名的好学生", 6, ["他是全校", "第十五名的好", "学生"]),
}


@pytest.mark.parametrize(("text", "ems", "expected"), CASES.values(), ids=CASES)
def test_lines_end_where_they_may(lines, text: str, ems: float, expected: list[str]) -> None:
    assert lines(text, ems) == expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (Level.BASIC, ["先护住生命", "——再接住生", "意的人"]),
        (Level.GB, ["先护住生命", "——再接住生", "意的人"]),
        (Level.STRICT, ["先护住生", "命——再接住", "生意的人"]),
    ],
)
def test_a_dash_begins_no_line_when_kept_strictly(lines, level: Level, expected: list[str]) -> None:
    assert lines("先护住生命——再接住生意的人", 6, level=level) == expected


@pytest.mark.parametrize(
    ("level", "expected"), [(Level.BASIC, ["三元人民币/", "吨的价格"]), (Level.GB, ["三元人民", "币/吨的价格"])]
)
def test_a_slash_may_end_a_line_only_at_the_basic_level(lines, level: Level, expected: list[str]) -> None:
    assert lines("三元人民币/吨的价格", 5.5, Align.LEFT, level=level) == expected


def test_a_note_mark_stays_with_its_text(lines, sans) -> None:
    spans = [Span("投入是近34亿元", sans), Span("①", sans, shift="super"), Span("之多", sans)]
    assert lines([spans[0]], 7.65, Align.LEFT) == ["投入是近34亿元"]
    assert lines(spans, 7.65, Align.LEFT) == ["投入是", "近34亿元①之多"]


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("mark", "。．，、；：？！～·’”）］｝》〉】〗〕」』％‰℃/–—")
def test_a_mark_that_begins_no_line_takes_its_neighbour_along(lines, mark: str, level: Level) -> None:
    assert lines(f"一二三四{mark}五六七", 4, Align.LEFT, level=level)[0] == "一二三"


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("mark", "‘“（［｛《〈【〖〔「『￥＄№")
def test_a_mark_that_ends_no_line_goes_to_the_next(lines, mark: str, level: Level) -> None:
    assert lines(f"一二三{mark}四五六", 4.5, Align.LEFT, level=level)[0] == "一二三"


def test_a_number_in_vague_words_keeps_its_unit(lines) -> None:
    assert lines("送出抗疫的数亿件消费品给大家", 7, Align.LEFT) == ["送出抗疫的", "数亿件消费品给", "大家"]


def test_a_printed_figure_may_be_parted_before_its_noun_and_only_at_a_price(lines, library, sans) -> None:
    spans = [Span("驻扎在", sans), Span("18个欠发达县域", sans, "use"), Span("的特派员正准备出发", sans)]
    assert lines(spans, 9) == ["驻扎在18个欠发达", "县域的特派员正准备", "出发"]
    (strip,) = strips(spans, Setting(em(sans.size, 9), pt(17)), library)
    priced = {atom.text: joint.cost for atom, joint in zip(strip.atoms, strip.joints, strict=True)}
    assert priced["欠"] > 0 == priced["的"]


def test_a_long_printed_phrase_is_held_only_round_its_numerals(lines, sans) -> None:
    spans = [Span("截至二〇二一年春天实际支援抗疫的投入近34亿元", sans, "use")]
    assert lines(spans, 10) == ["截至二〇二一年春天", "实际支援抗疫的投入", "近34亿元"]


def test_a_piece_wider_than_the_measure_is_torn_at_its_least_bad_place(lines) -> None:
    assert lines("投入了近34亿元", 3, Align.LEFT) == ["投入了", "近34", "亿元"]


def test_a_number_wider_than_the_measure_is_still_set(lines) -> None:
    assert "".join(lines("1234567890", 2)) == "1234567890"


def test_a_short_latin_word_is_moved_whole(lines) -> None:
    assert lines("我们使用Power这个词语的时候", 6.5) == ["我们使用", "Power这个词", "语的时候"]


def test_a_long_latin_word_is_hyphenated_and_the_hyphen_is_not_the_authors(stick) -> None:
    first, second, third = stick("我们一起去看internationalization的结果", 8).lines
    assert [first.text, second.text, third.text] == ["我们一起去", "看international", "ization的结果"]
    assert second.runs[-1].glyphs[-1].text == ""
    assert second.width == stick("十", 8).setting.measure


LADDER = (
    "the responsibilities of internationalization and communication, the understanding among representatives of telecommunication,"
    " and the administration of international organizations in neighbouring municipalities"
)


@pytest.mark.parametrize("ems", [23, 23.4, 28, 28.6])
def test_hyphens_make_no_ladder_where_anything_else_is_to_be_had(stick, ems: float, monkeypatch) -> None:
    def ladder() -> bool:
        hyphened = [line.runs[-1].glyphs[-1].text == "" for line in stick(LADDER, ems).lines]
        assert any(hyphened)
        return any(first and second for first, second in pairwise(hyphened))

    assert not ladder()
    monkeypatch.setattr("generator.typeset.flush.LADDER_COST", 0.0)
    paragraph._composed.cache_clear()
    assert ladder()
    paragraph._composed.cache_clear()


@pytest.mark.parametrize("align", [Align.LEFT, Align.JUSTIFY])
def test_the_hyphen_has_its_room_within_the_measure(stick, align: Align) -> None:
    for tenths in range(45, 100):
        composed = stick("看internationalization的结果", tenths / 10, align)
        assert composed.width <= composed.setting.measure + 1


def test_a_word_breaks_after_its_own_hyphen(lines) -> None:
    assert lines("state-of-the-art", 4, Align.LEFT) == ["state-of-", "the-art"]


def test_a_word_breaks_after_its_slash_only_at_the_basic_level(lines) -> None:
    assert lines("hardware/software", 5, Align.LEFT, level=Level.BASIC) == ["hardware/", "software"]
    assert lines("hardware/software", 5, Align.LEFT)[0] != "hardware/"


def test_an_address_is_broken_before_its_signs_and_never_beside_a_slash(lines) -> None:
    address = "https://www.example.com/reports/2020.html"
    assert lines(address, 12, Align.LEFT) == ["https://www.example", ".com/reports/2020.html"]


def test_spaces_end_their_line_and_begin_none(lines) -> None:
    assert lines("Hello World and you all ok", 6, Align.LEFT) == ["Hello World ", "and you all ", "ok"]


def test_a_typed_line_end_begins_a_line(lines) -> None:
    assert lines("十五年\n从一棵树到一片林", 6) == ["十五年\n", "从一棵树到一", "片林"]


def test_a_last_line_has_two_characters_at_least(lines) -> None:
    assert lines("你好，世界你好，世界你好。完", 6) == ["你好，世界", "你好，世界你", "好。完"]


def test_lines_are_chosen_over_the_whole_paragraph(lines) -> None:
    text = "截至二〇二一年春天实际支援抗疫的投入近34亿元"
    filled_one_by_one = ["截至二〇二一年春天实", "际支援抗疫的投入", "近34亿元"]  # the second line would be pale
    assert lines(text, 10) != filled_one_by_one
    assert lines(text, 10) == ["截至二〇二一年春天", "实际支援抗疫的投入", "近34亿元"]


def test_a_date_is_kept_together_where_that_costs_little(lines) -> None:
    text = "前国家级贫困县，2017年12月至2020年12月"
    assert lines(text, 19, Align.LEFT) == ["前国家级贫困县，2017年12月至", "2020年12月"]
    assert lines("2020年12月", 4, Align.LEFT) == ["2020年", "12月"]


def test_a_hyphen_between_dates_is_a_connector_and_begins_no_line(lines) -> None:
    assert lines("从2017年-2020年一共四年", 6, Align.LEFT) == ["从2017年-", "2020年一共", "四年"]
    assert lines("气温下降到-5℃", 5, Align.LEFT) == ["气温下降到", "-5℃"]


@pytest.mark.parametrize("glue", "\u00a0\u202f\u2060")
def test_glue_holds_both_its_neighbours(lines, glue: str) -> None:
    assert lines(f"一二三四{glue}五六七", 4, Align.LEFT)[0] == "一二三"


def test_a_line_may_end_after_a_zero_width_space(lines) -> None:
    assert lines("一二三四Power\u200bShell", 8, Align.LEFT) == ["一二三四Power\u200b", "Shell"]


def test_headings_are_of_like_length_and_end_lines_with_phrases(lines) -> None:
    text = "先护住生命，再接住生意，十五年走到今天"
    assert lines(text, 14, Align.LEFT, balanced=True) == ["先护住生命，再接住生意，", "十五年走到今天"]


def test_headings_begin_no_line_with_a_particle(lines) -> None:
    assert lines("从一棵树到一片林的十五年", 8, Align.LEFT) == ["从一棵树到一片林", "的十五年"]
    assert lines("从一棵树到一片林的十五年", 8, Align.LEFT, balanced=True) == ["从一棵树", "到一片林的十五年"]


def test_ragged_lines_are_as_few_as_they_can_be(lines) -> None:
    assert len(lines("一" * 40, 10, Align.LEFT)) == 4
    assert len(lines("一" * 41, 10, Align.LEFT)) == 5


def test_text_without_characters_has_no_lines(lines) -> None:
    assert lines("", 10) == []
