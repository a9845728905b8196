"""Last year's content rolled on: what gets a new period, what stays, which references go on, and what an editor is left with."""

from __future__ import annotations

import pytest

from generator.content.reader import read_text
from generator.diagnostics import BuildError, Exit, Severity
from generator.document.resolve import resolve
from generator.edition import rolling
from generator.edition.periods import moved
from tests.conftest import CONTENT, ROOT
from tests.end_to_end.odd_contents import odd_content

HEAD = """\
# 说明写在这里
report:   {title: 年报, organization: 甲, edition: EDITION, date: 2021年8月5日, fiscal_year_ends: 3月31日,
  brand: {rgb: "#FF6A00", cmyk: 0 70 100 0}}
sources: {报道: {title: 报道}}
"""
FIGURE = """\
figures:
  某数:   # 见年报
    means: 某个数
    kind: KIND
    values:
      PERIOD: 5个     # 别动
    source: 报道 第4段
  别数: {means: 别的数, kind: flow, values: {2020年: 7个}, source: 报道 第4段}
"""
TAIL = """\
about: {text: TEXT}
overview: {text: 甲}
themes: [{name: 甲, color: 朱砂, message: 甲, heroes: [某数], figures: [别数]}]
"""


def content(text: str = "甲", kind: str = "flow", period: str = "2020年", edition: str = "2020—2021", tail: str = "") -> str:
    figure = FIGURE.replace("KIND", kind).replace("PERIOD", period)
    return HEAD.replace("EDITION", edition) + figure + tail + TAIL.replace("TEXT", text)


@pytest.fixture
def roll(tmp_path):
    """Roll a text on, by its name; the result has been read and resolved without an error."""

    def rolled(text, edition="2021-2022", name="next.yaml"):
        file = tmp_path / "content.yaml"
        file.write_bytes(text.encode())
        return rolling.roll(file, edition, name)

    return rolled


def new_lines(made) -> list[str]:
    return [line.strip() for line in made.new.splitlines() if line not in made.old.splitlines()]


def told(made, code: str) -> list[dict]:
    return [dict(one.says.values) | {"key": one.says.key} for one in made.told if one.says.key.startswith(code)]


@pytest.mark.parametrize(
    ("kind", "period", "later"),
    [
        ("flow", "2020年", "2021年"),
        ("rate", "2021财年", "2022财年"),
        ("stock", "截至2021年3月", "截至2022年3月"),
        ("stock", "2020年底", "2021年底"),
        ("change", "2020年第三季度", "2021年第三季度"),
        ("equivalent", "2020年1—9月", "2021年1—9月"),
        ("flow", "2020年11月1日至11日", "2021年11月1日至11日"),
        ("flow", "2018年至2020年", "2019年至2021年"),
        ("cumulative", "2017年12月至2020年12月", "2017年12月至2021年12月"),
        ("stock", "2017年12月至2020年12月", "2017年12月至2021年12月"),
        ("flow", "2020—2021学年", "2021—2022学年"),
        ("flow", "2020年双11", "2021年双11"),
        ("ordinal", "2021年", "2022年"),
        ("stock", "截至2020年2月29日", "截至2021年2月28日"),
    ],
)
def test_what_a_report_gives_anew_each_year_gets_the_next_period(roll, kind, period, later) -> None:
    made = roll(content(kind=kind, period=period))
    assert f"{later}: 待更新" in new_lines(made)
    assert f"      {period}: 5个     # 别动\n      {later}: 待更新\n" in made.new


@pytest.mark.parametrize(
    ("kind", "period", "why"),
    [
        ("event", "2020年", "to-decide.kind"),
        ("target", "2021年", "to-decide.kind"),
        ("duration", "2020年", "to-decide.kind"),
        ("flow", "2013年", "to-decide.history"),
        ("stock", "疫情期间", "to-decide.period"),
        ("flow", "过去一年", "to-decide.period"),
        ("cumulative", "2019年起", "to-decide.history"),
        ("stock", "“十三五”时期", "to-decide.history"),
    ],
)
def test_what_is_told_once_stays_and_is_listed(roll, kind, period, why) -> None:
    made = roll(content(kind=kind, period=period))
    assert made.new.count("待更新") == 1, "the other figure alone goes on"
    assert ("某数", why) in [(one.get("figure"), one["key"]) for one in told(made, "to-decide")]


SERIES = "{2013年: 1个, 2018年: 3个, 2019年: 4个, 2020年: 5个}"


@pytest.mark.parametrize(
    ("values", "edition", "before", "after"),
    [
        (SERIES, "2020", "【别数】", "【别数】"),
        (SERIES, "2020", "【别数@2020年】", "【别数@2021年】"),
        (SERIES, "2020", "【别数 ＠ 2020年：时期】", "【别数 ＠ 2021年：时期】"),
        (SERIES, "2020", "【别数@2018年】【别数@2019年】【别数@2020年】", "【别数@2019年】【别数@2020年】【别数@2021年】"),
        (SERIES, "2020", "【别数@2013年】", "【别数@2013年】"),
        (SERIES, "2020", r"\【别数\】【别数@2020年】", r"\【别数\】【别数@2021年】"),
        ("{2021年: 5个}", "2020—2021", "【别数】【别数:数】", "【别数@2022年】【别数@2022年:数】"),
        ("{2021财年: 5个}", "2020—2021", "【别数】", "【别数】"),
        ("{截至2021年3月: 5个}", "2020—2021", "【别数】", "【别数】"),
    ],
)
def test_references_go_on_with_their_figure(roll, values, edition, before, after) -> None:
    text = content(text=before, edition=edition).replace("values: {2020年: 7个}", f"values: {values}")
    after_edition = "2021" if edition == "2020" else "2021-2022"
    assert f"about: {{text: {after}}}" in roll(text, after_edition).new


QUARTERS = "{2020年第一季度: 1个, 2020年第二季度: 2个, 2020年第三季度: 3个, 2020年第四季度: 4个}"


def test_every_part_of_the_year_goes_on(roll) -> None:
    text = (
        content(text="【别数@2020年Q1】【别数@2020年第四季度】", edition="2020")
        .replace("{2020年: 7个}", QUARTERS)
        .replace(", figures: [别数]", "")
    )
    made = roll(text, "2021")
    added = "".join(f", 2021年第{one}季度: 待更新" for one in "一二三四")
    assert QUARTERS.replace("}", f"{added}}}") in made.new
    assert "【别数@2021年第一季度】【别数@2021年第四季度】" in made.new
    assert told(made, "to-decide.reference") == []


SCHOOL = "{2019—2020学年: 6个, 2020—2021学年: 7个}"


def test_the_edition_s_own_words_go_on_and_periods_that_say_the_same_are_periods(roll) -> None:
    text = content(text="这是2020—2021报告【别数@2020—2021学年】").replace("{2020年: 7个}", SCHOOL)
    text = text.replace(", figures: [别数]", "")
    assert "text: 这是2021—2022报告【别数@2021—2022学年】" in roll(text).new


def test_a_base_year_is_listed_and_a_window_that_moved_is_not(roll) -> None:
    text = content(text="【别数@2013年】【别数@2019年】", edition="2020").replace("{2020年: 7个}", SERIES)
    assert [one["reference"] for one in told(roll(text, "2021"), "to-decide.reference")] == ["别数@2013年"]


DERIVED = """\
derived:
  倍数: {means: 倍数, formula: 别数@2020年 / 别数@2013年, form: multiple}
  倍数之差: {means: 差, formula: 倍数 - 1, form: number}
"""


def test_formulas_go_on_and_names_within_names_are_left_alone(roll) -> None:
    text = content(text="【倍数】【倍数之差】", edition="2020", tail=DERIVED).replace("{2020年: 7个}", SERIES)
    lines = new_lines(roll(text, "2021"))
    assert "倍数: {means: 倍数, formula: 别数@2021年 / 别数@2013年, form: multiple}" in lines
    assert not any("倍数之差" in line for line in lines)


HISTORY = """\
history:
  name: 历程
  text: 【别数】
  charts:
    - kind: timeline
      message: 甲
      events:
        - {when: 2020年, text: 有了【别数】}
        - {when: 2019年, text: 有了甲}
"""


def test_a_timeline_keeps_the_values_that_it_told(roll) -> None:
    made = roll(content(edition="2020", tail=HISTORY), "2021")
    assert "- {when: 2020年, text: 有了【别数@2020年】}" in new_lines(made)
    assert "  text: 【别数】\n" in made.new


DISPUTED = """\
discrepancies:
  - about: 别数
    found: “7个”（第4段）、“6个”（第5段）
    decision: 7个
    because: 第4段是详述
"""


def test_decisions_are_taken_anew_and_the_old_one_stays_beside(roll) -> None:
    made = roll(content(tail=DISPUTED))
    assert "    decision: 待更新  # 7个\n" in made.new
    assert [one["figures"] for one in told(made, "to-decide.discrepancy")] == [("别数",)]


@pytest.mark.parametrize("status", ["reviewed", "approved"])
def test_what_was_approved_and_stays_is_a_draft_again(roll, status) -> None:
    value = f"values: {{2020年: {{value: 7个, status: {status}, by: 林青, on: 2021年3月1日}}}}"
    stays = content().replace("kind: flow, values: {2020年: 7个}", f"kind: target, {value}")
    assert "values: {2020年: {value: 7个, status: draft}}" in roll(stays).new
    goes = content().replace("values: {2020年: 7个}", value)
    assert f"{value[:-1]}, 2021年: 待更新}}" in roll(goes).new


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("连续第15年发布", "连续第15年"),
        ("第四批即将出发", "即将"),
        ("第四批即将出发", "第四批"),
        ("最新一期榜单", "最新一期"),
        ("首次发布", "首次"),
        ("今年起", "今年"),
        ("2020年上线", "2020年"),
        ("三年卖出", "三年"),
        ("七年前的事", "七年前"),
    ],
)
def test_wording_that_ages_is_listed_with_its_lines(roll, text, words) -> None:
    body = content().replace("about: {text: 甲}", f"about:\n  text: |\n    甲\n\n    {text}")
    made = roll(body.replace("sources:", "exempt: {连续第15年: 次序}\nsources:", 1) if "15" in text else body)
    line = made.new.splitlines().index(f"    {text}") + 1
    assert (words, (line,)) in [(one["words"], one["lines"]) for one in told(made, "ageing-words")]


def test_references_lists_and_values_are_no_wording(roll) -> None:
    text = content(text="【别数@2020年】甲", edition="2020").replace("{2020年: 7个}", SERIES)
    assert told(roll(text, "2021"), "ageing-words") == []


@pytest.mark.parametrize("saved", ["\ufeff{}", "{}"], ids=["bom", "plain"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_all_else_stays_byte_for_byte(roll, saved, end) -> None:
    text = saved.format(content("甲【别数】").rstrip("\n").replace("\n", end))
    made = roll(text)
    kept = made.new.replace("2021—2022", "2020—2021").replace("2022年8月5日", "2021年8月5日")
    for added in (f"{end}      2021年: 待更新", ", 2021年: 待更新"):
        assert kept.count(added) == 1
        kept = kept.replace(added, "")
    assert kept == text


def test_rolled_again_to_the_same_edition_nothing_changes(roll) -> None:
    once = roll(content("【别数】"))
    again = roll(once.new)
    assert again.new == once.new
    assert again.step.years == 0


@pytest.mark.parametrize(
    ("edition", "key"), [("下一年", "no-edition.year"), ("2019-2020", "no-edition.earlier"), ("2020", "no-edition.earlier")]
)
def test_an_edition_that_is_none_or_earlier_is_refused(roll, edition, key) -> None:
    with pytest.raises(BuildError) as refusal:
        roll(content(), edition)
    assert refusal.value.stage is Exit.USAGE
    assert [one.says.key for one in refusal.value.diagnostics] == [key]


def test_a_content_with_faults_is_not_rolled(roll) -> None:
    with pytest.raises(BuildError) as refusal:
        roll(content("【没有的】"))
    assert refusal.value.stage is Exit.CONTENT


@pytest.mark.parametrize(
    ("text", "years", "alone", "later"),
    [
        ("2020—2021", 1, False, "2021—2022"),
        ("2017年12月至2020年12月", 2, True, "2017年12月至2022年12月"),
        ("12020年", 1, False, "12020年"),
    ],
)
def test_years_of_four_digits_are_moved(text, years, alone, later) -> None:
    assert moved(text, years, end_alone=alone) == later


CHARTED = """\
    charts:
      - {kind: column, message: 甲, measure: 乙, figures: [别数@2019年, 别数@2020年], emphasis: EMPHASIS}
"""


@pytest.mark.parametrize(
    ("emphasis", "later"),
    [
        ("2020年", "2021年"),
        ("[2019年, 2020年]", "[2020年, 2021年]"),
        ("别数@2020年", "别数@2021年"),
        ("别数", "别数"),
    ],
)
def test_a_period_that_a_chart_emphasizes_goes_on_with_its_values(roll, emphasis, later) -> None:
    text = content().replace("{2020年: 7个}", "{2018年: 5个, 2019年: 6个, 2020年: 7个}")
    head = text.partition("themes: [")[0]
    theme = "themes:\n  - name: 甲\n    color: 朱砂\n    message: 甲\n    heroes: [某数]\n    figures: [别数]\n"
    made = roll(f"{head}{theme}{CHARTED.replace('EMPHASIS', emphasis)}")
    [chart] = [line for line in made.new.splitlines() if "emphasis" in line]
    assert chart.endswith(f"figures: [别数@2020年, 别数@2021年], emphasis: {later}}}")


@pytest.mark.parametrize("sample", [CONTENT, ROOT / "generator" / "samples" / "gallery.yaml"], ids=["sample", "gallery"])
def test_no_comment_of_the_samples_is_lost_and_all_earlier_values_stay(sample) -> None:
    made = rolling.roll(sample, "2021-2022", "next.yaml")
    old, new = (read_text(text, "content.yaml").value for text in (made.old, made.new))
    assert old
    assert new
    assert [line.partition("#")[2] for line in made.old.splitlines() if "  #" in line] == [
        line.partition("#")[2] for line in made.new.splitlines() if "  #" in line and "待更新  #" not in line
    ]
    after = {figure.id: {str(value.period): str(value.quantity) for value in figure.values} for figure in new.report.figures}
    for figure in old.report.figures:
        kept = {str(value.period): str(value.quantity) for value in figure.values}
        assert kept.items() <= after[figure.id].items()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_a_content_holds_it_loads_when_it_is_rolled(roll, seed) -> None:
    text = odd_content(seed)
    opened = read_text(text, "content.yaml")
    found = (*opened.diagnostics, *(resolve(opened.value.report, draft=True).diagnostics if opened.value else ()))
    if not opened.value or any(one.severity is Severity.ERROR for one in found):
        with pytest.raises(BuildError):
            roll(text)
        return
    once = roll(text, "2055")
    assert roll(once.new, "2055").new == once.new
