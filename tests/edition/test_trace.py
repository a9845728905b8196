"""Tracing: each figure of the content in its source, by paragraph and in the same words; what a slip of the author makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content.figures.quantity import Quantity, read
from generator.content.figures.units import STANDARD
from generator.diagnostics import BuildError, Exit
from generator.edition.trace.likeness import likeness
from generator.edition.trace.mentions import Reader, as_mention
from generator.edition.trace.model import Likeness, Verdict
from generator.edition.trace.places import places
from generator.edition.trace.run import traced

HERE = Path(__file__).parent
CONTENT, LETTER = HERE / "linhai.yaml", HERE / "letter.txt"


@pytest.fixture
def looked_up(tmp_path):
    """Look up the content in the letter after changes of either; return the trace and the faults as an author sees them."""

    def look(change=("", ""), source=("", "")):
        paths = []
        for path, (old, new) in ((CONTENT, change), (LETTER, source)):
            text = path.read_text("utf-8")
            assert old in text
            paths.append(tmp_path / path.name)
            paths[-1].write_text(text.replace(old, new, 1), encoding="utf-8")
        told = traced(paths[0], [f"通讯={paths[1]}"], lambda _stage: None)
        return told.value, [str(one).replace(f"{tmp_path}/", "") for one in told.diagnostics]

    return look


def test_a_folio_is_no_figure_and_a_number_of_a_table_is(looked_up) -> None:
    """18 alone counts nothing; 5425 alone may have its unit in the head of its column."""
    _, faults = looked_up(source=("三批队伍", "3\n队伍"))
    assert any("figure=批次 value=3批" in one for one in faults)
    trace, _ = looked_up(source=("，450名护林员守着", "，450\n守着"))
    [finding] = [one for one in trace.findings if one.figure == "护林员" and one.seen]
    assert finding.seen[0].mention.text == "450"


def line_of(words: str, text: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_every_figure_is_found_at_its_paragraph(looked_up) -> None:
    trace, faults = looked_up()
    assert faults == []
    seen = {
        (one.figure, one.value.quantity.text): (one.verdict, [each.paragraph.number for each in one.seen])
        for one in trace.findings
    }
    assert seen == {
        ("投入", "近12亿元"): (Verdict.FOUND, [2]),
        ("苗木", "7.6万棵"): (Verdict.FOUND, [3]),
        ("苗木", "超300万棵"): (Verdict.FOUND, [3]),
        ("护林员", "450名护林员"): (Verdict.FOUND, [2]),
        ("节电", "20万度"): (Verdict.FOUND, [4]),
        ("批次", "3批"): (Verdict.FOUND, [4]),
        ("巡护", "15—20分钟"): (Verdict.FOUND, [5]),
        ("访客", "数万访客"): (Verdict.FOUND, [5]),
        ("成活率", "81.5%"): (Verdict.FOUND, [3]),
        ("成活率", "90%"): (Verdict.UNREAD, []),
    }


@pytest.mark.parametrize("word", ["待更新", "未披露"])
def test_a_value_that_is_not_told_is_not_looked_up(looked_up, word) -> None:
    trace, faults = looked_up(("{2020年: 20万度}", f"{{2020年: 20万度, 2021年: {word}}}"))
    assert faults == []
    assert [one.value.quantity.text for one in trace.findings if one.figure == "节电"] == ["20万度"]


def test_a_discrepancy_is_matched_to_what_it_records(looked_up) -> None:
    trace, _ = looked_up()
    assert [(one.text, [each.paragraph.number for each in one.seen]) for one in trace.quotes] == [
        ("450名", [2]),
        ("约450名", [4]),
    ]
    assert trace.others == ()


def test_what_the_sources_give_and_the_content_lacks_is_listed_without_dates_and_names(looked_up) -> None:
    trace, _ = looked_up()
    assert [(one.paragraph.number, one.mention.text) for one in trace.lacking] == [(1, "第3次"), (5, "88公里")]


def test_another_wording_that_no_discrepancy_records_is_told(looked_up) -> None:
    trace, faults = looked_up(("（第2段）、“约450名”（第4段）", "（第2段）"))
    assert faults == []
    assert [(one.figure, one.sighting.mention.text) for one in trace.others] == [("护林员", "约450名")]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("超300万棵", "超360万棵"), "untraced.absent figure=苗木 value=超360万棵"),
        (("近12亿元", "近12万元"), "untraced.scale figure=投入 value=近12万元"),
        (("20万度", "20万吨"), "untraced.scale figure=节电 value=20万吨"),
        (("近12亿元", "12亿元"), "untraced.qualifier figure=投入 value=12亿元"),
        (("超300万棵", "约300万棵"), "untraced.qualifier figure=苗木 value=约300万棵"),
        (("15—20分钟", "15—25分钟"), "untraced.absent figure=巡护 value=15—25分钟"),
        (("3批", "第3批"), "untraced.qualifier figure=批次 value=第3批"),
    ],
)
def test_a_planted_slip_is_an_error_with_its_line(looked_up, change, fault) -> None:
    _, faults = looked_up(change)
    [told] = faults
    line = line_of(change[0], CONTENT.read_text("utf-8"))
    assert re.match(rf"linhai\.yaml:{line}:\d+: error: {re.escape(fault)}", told)


@pytest.mark.parametrize(
    ("place", "seen"),
    [("source: 通讯 第5段\n  访客", "第5段"), ("source: 通讯 第2、4段", "第2、4段"), ("source: 通讯 第3段", "第3段")],
)
def test_a_paragraph_that_does_not_hold_the_figure_is_an_error_at_its_citation(looked_up, place, seen) -> None:
    _, faults = looked_up((place, place.replace(seen, "第1段")))
    assert faults
    assert all("untraced.place" in one and "cited=通讯 第1段" in one for one in faults)
    assert faults[0].startswith(f"linhai.yaml:{line_of(place, CONTENT.read_text('utf-8'))}:")


def test_one_paragraph_of_several_that_is_empty_of_it_is_told_alone(looked_up) -> None:
    _, faults = looked_up(("第2、4段", "第2、4、5段"))
    [told] = faults
    assert "untraced.place figure=护林员 value=450名护林员 cited=通讯 第5段" in told


def test_a_quote_that_the_source_has_not_is_an_error(looked_up) -> None:
    _, faults = looked_up(("“约450名”（第4段）", "“约540名”（第4段）"))
    assert any("untraced.quote text=约540名 place=第4段" in one for one in faults)


def test_a_wording_that_a_discrepancy_records_is_no_fault(looked_up) -> None:
    trace, faults = looked_up(
        ("values: {2020年: 450名护林员}\n    source: 通讯 第2、4段", "values: {2020年: 450名护林员}\n    source: 通讯 第4段")
    )
    [finding] = [one for one in trace.findings if one.figure == "护林员"]
    assert (finding.verdict, faults) == (Verdict.RECORDED, [])


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ("超20亿元", "超过20亿元", Likeness.SAME),
        ("2000多个产业带", "逾2000个", Likeness.SAME),
        ("20亿元", "2000000000元", Likeness.SAME),
        ("5吨", "5000公斤", Likeness.SAME),
        ("-3.5亿元", "3.5亿元", Likeness.NONE),
        ("12万名师生", "12万", Likeness.SAME),
        ("300名学生", "300人", Likeness.SAME),
        ("17.6%", "17.6%", Likeness.SAME),
        ("约20亿元", "超过20亿元", Likeness.QUALIFIER),
        ("20亿元", "近20亿元", Likeness.QUALIFIER),
        ("第15年", "15年", Likeness.QUALIFIER),
        ("20亿元", "20万元", Likeness.SCALE),
        ("17.6%", "17.6", Likeness.SCALE),
        ("20家", "20元", Likeness.SCALE),
        ("20亿元", "21亿元", Likeness.NONE),
        ("数亿消费者", "数亿人", Likeness.SAME),
        ("数亿元", "数亿人", Likeness.SCALE),
        ("近3/5", "3/5", Likeness.QUALIFIER),
        ("数亿消费者", "数亿", Likeness.SAME),
    ],
)
def test_how_far_two_numbers_are_one(own, other, expected) -> None:
    one, two = (read(text, STANDARD) for text in (own, other))
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    assert likeness(as_mention(0, one), as_mention(0, two)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长到2000多个产业带", ["2000多个"]),
        ("投入5亿元左右，用时2个多小时", ["5亿元左右", "2个多小时"]),
        ("15年来种树", ["15年"]),
        ("负3亿元，零下5℃", ["负3亿元", "零下5℃"]),
        ("降到-3.5亿元，约15~20分钟", ["-3.5亿元", "约15~20分钟"]),
        ("从20个到5425个", ["20个", "5425个"]),
        ("03，007号", ["03", "007号"]),
        ("百分之五的人", ["百分之五"]),
        ("由三分之二的村子", ["三分之二"]),
        ("2020年8月5日，24小时热线", []),
        ("三批人，第四批将行", ["三批", "第四批"]),
        ("比例为1∶3，15-20分钟", ["1∶3", "15-20分钟"]),
    ],
)
def test_the_numbers_of_a_running_text(text, expected) -> None:
    assert [one.text for one in Reader((), STANDARD).mentions(text)] == expected


def test_a_loss_in_words_is_a_negative_amount() -> None:
    [found] = Reader((), STANDARD).mentions("全年亏损，净额负3.5亿元。")
    own = read("-3.5亿元", STANDARD)
    assert isinstance(own, Quantity)
    assert likeness(as_mention(0, own), found) is Likeness.SAME


@given(
    st.integers(1, 10**7),
    st.sampled_from(["", "近", "超", "约"]),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "吨", "个"]),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_quantity_is_read_back_from_a_running_text(number, qualifier, scale, unit) -> None:
    text = f"{qualifier}{number}{scale}{unit}"
    quantity = read(text, STANDARD)
    assert isinstance(quantity, Quantity)
    [found] = [one for one in Reader((), STANDARD).mentions(f"全年投放{text}，其余不计。") if not one.lone]
    assert (found.text, likeness(as_mention(0, quantity), found)) == (text, Likeness.SAME)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第6段", [("段", {6})]),
        ("第4、21段", [("段", {4, 21})]),
        ("第3—5段", [("段", {3, 4, 5})]),
        ("第12页", [("页", {12})]),
        ("第2页第3段", [("页", {2}), ("段", {3})]),
        ("表2", []),
        ("", []),
    ],
)
def test_places_in_a_source(text, expected) -> None:
    assert [(one.what, set(one.numbers)) for one in places(text)] == expected


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        ([f"通信={LETTER}"], "usage.source-unknown name=通信"),
        ([f"通讯={LETTER}", f"通讯={LETTER}"], "usage.source-twice name=通讯"),
    ],
)
def test_a_name_of_no_source_is_misuse(arguments, key) -> None:
    with pytest.raises(BuildError, match=re.escape(key)) as refused:
        traced(CONTENT, arguments, lambda _stage: None)
    assert refused.value.stage is Exit.USAGE


def test_a_file_called_like_a_source_is_it(tmp_path) -> None:
    named = tmp_path / "通讯.txt"
    named.write_bytes(LETTER.read_bytes())
    trace = traced(CONTENT, [str(named)], lambda _stage: None).value
    assert [one.source for one in trace.documents] == ["通讯"]
