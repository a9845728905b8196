"""A form that came back: what is taken into the content, byte for byte in its place, and what is refused, by cell and with its cure."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content.figures import quantity
from generator.content.figures.units import STANDARD
from generator.content.reader import read
from generator.diagnostics import BuildError, Exit
from generator.edition.edits import changes
from generator.edition.fill.filling import fill, write
from generator.edition.fill.written import quoted
from tests.edition.forms import CONTENT, at, content, filled, form_of, sent, told


def changed(filling) -> list[str]:
    """Return the lines that became others."""
    return [line[1:].strip() for line in changes(filling.old, filling.new, ("a", "b")).splitlines()[3:] if line.startswith("+")]


def refused(folder, cells, text=CONTENT, **more) -> list[tuple[str, str]]:
    with pytest.raises(BuildError) as refusal:
        sent(folder, cells, text, **more)
    assert refusal.value.stage is Exit.CONTENT
    assert all(one.hints for one in refusal.value.diagnostics)
    return [one for one in told(refusal.value.diagnostics) if one[0] != "form-rows.good"]


# ── what is taken ──


@pytest.mark.parametrize("everything", [False, True], ids=["open", "all"])
@pytest.mark.parametrize(
    "saved", [lambda text: text, lambda text: "\ufeff" + text.replace("\n", "\r\n")], ids=["lf", "bom and crlf"]
)
def test_an_untouched_form_changes_no_byte(tmp_path, saved, everything) -> None:
    path = content(tmp_path, saved(CONTENT))
    filling = fill(filled(form_of(path, everything=everything), {}), path)
    assert filling.new == filling.old
    assert (filling.taken, filling.refused, filling.told) == (0, 0, ())


@pytest.mark.parametrize(
    ("figure", "cells", "lines"),
    [
        ("灯塔", {"数值": "131"}, ["2021年: 131座灯塔        # 等看护部"]),
        ("灯塔", {"数值": 131}, ["2021年: 131座灯塔        # 等看护部"]),
        ("灯塔", {"数值": "131座灯塔"}, ["2021年: 131座灯塔        # 等看护部"]),
        ("灯塔", {"数值": "未披露"}, ["2021年: 未披露        # 等看护部"]),
        ("灯塔", {"数值": "130", "限定词": "约"}, ["2021年: 约130座灯塔        # 等看护部"]),
        ("灯塔", {"数值": "约130", "限定词": "约"}, ["2021年: 约130座灯塔        # 等看护部"]),
        ("灯塔", {"数值": "130多"}, ["2021年: 130多座灯塔        # 等看护部"]),
        ("灯塔", {"数值": "130左右"}, ["2021年: 130座灯塔左右        # 等看护部"]),
        (
            "灯塔",
            {"数值": "131", "来源文件": "台账", "段落": "表3", "状态": "已核"},
            ["2021年: {value: 131座灯塔, source: 台账 表3, status: reviewed}        # 等看护部"],
        ),
        ("灯塔", {"数值": "131", "状态": "approved"}, ["2021年: {value: 131座灯塔, status: approved}        # 等看护部"]),
        (
            "灯塔",
            {"数值": "131", "状态": "已批", "审核人": "林青", "日期": "2022年3月1日"},
            ["2021年: {value: 131座灯塔, status: approved, by: 林青, on: 2022年3月1日}        # 等看护部"],
        ),
        (
            "守灯率",
            {"数值": "98", "状态": "已核", "审核人": "林青", "日期": "2022-3-1"},
            ["value: 98%     # 分母已改", "status: reviewed", "by: 林青", "on: 2022年3月1日"],
        ),
        ("募款", {"数值": "36.5"}, ["values: {2020年: 近34亿元, 2021年: 36.5亿元}"]),
        ("募款", {"数值": 36.5, "限定词": "超"}, ["values: {2020年: 近34亿元, 2021年: 超36.5亿元}"]),
        ("募款", {"数值": "365000", "单位": "万元"}, ["values: {2020年: 近34亿元, 2021年: 365000万元}"]),
        ("募款", {"数值": "365000万元"}, ["values: {2020年: 近34亿元, 2021年: 365000万元}"]),
        ("募款", {"数值": "36亿"}, ["values: {2020年: 近34亿元, 2021年: 36亿元}"]),
        (
            "募款",
            {"数值": "36", "来源文件": "台账", "段落": "第2页, 注}"},
            ['values: {2020年: 近34亿元, 2021年: {value: 36亿元, source: "台账 第2页, 注}"}}'],
        ),
        ("守灯率", {"数值": "98.1"}, ["value: 98.1%     # 分母已改"]),
        (
            "守灯率",
            {"数值": "98.1%", "来源文件": "台账", "状态": "草稿"},
            ["value: 98.1%     # 分母已改", "source: 台账", "status: draft"],
        ),
    ],
)
def test_a_value_comes_into_its_place(tmp_path, figure, cells, lines) -> None:
    filling = sent(tmp_path, {figure: cells})
    assert changed(filling) == lines
    assert (filling.taken, filling.untouched, filling.refused) == (1, 3, 0)


def test_what_is_given_with_all_is_changed_where_it_stands(tmp_path) -> None:
    path = content(
        tmp_path,
        CONTENT.replace("120座灯塔    #", "{value: 120座灯塔, status: draft}    #").replace(
            "      2021年: 待更新        # 等看护部\n", ""
        ),
    )
    form = filled(form_of(path, everything=True), {"灯塔": {"状态": "已批"}})
    assert changed(fill(form, path)) == ["2020年: {value: 120座灯塔, status: approved}    # 见年报"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"数值": "131"}, [("no-source.row", "K5")]),
        ({"数值": "131", "来源文件": "台账"}, []),
        ({"数值": "131", "来源文件": "台账", "状态": "草稿"}, []),
        ({"数值": "131", "来源文件": "台账", "状态": "已批"}, [("unsigned-cell.lacking", "N5"), ("unsigned-cell.lacking", "O5")]),
        ({"数值": "131", "来源文件": "台账", "状态": "已核", "审核人": "林青"}, [("unsigned-cell.lacking", "O5")]),
        ({"数值": "131", "来源文件": "台账", "状态": "已批", "审核人": "林青", "日期": "2022年3月1日"}, []),
    ],
)
def test_a_new_value_without_a_source_or_a_signature_of_its_own_is_pointed_out(tmp_path, cells, expected) -> None:
    assert told(sent(tmp_path, {"灯塔": cells}).told) == expected


SIGNED = CONTENT.replace("120座灯塔    #", "{value: 120座灯塔, status: approved, by: 林青, on: 2021年3月1日}    #").replace(
    "      2021年: 待更新        # 等看护部\n", ""
)


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"数值": "121", "日期": "2021年4月1日"}, "{value: 121座灯塔, status: approved, by: 林青, on: 2021年4月1日}"),
        ({"数值": "121", "状态": "草稿", "审核人": "", "日期": ""}, "{value: 121座灯塔, status: draft}"),
        ({"状态": "草稿", "审核人": "", "日期": ""}, "{value: 120座灯塔, status: draft}"),
        ({"状态": "已核", "审核人": "苏文"}, "{value: 120座灯塔, status: reviewed, by: 苏文, on: 2021年3月1日}"),
    ],
)
def test_a_signature_goes_with_the_status_that_it_is_of(tmp_path, cells, line) -> None:
    path = content(tmp_path, SIGNED)
    assert changed(fill(filled(form_of(path, everything=True), {"灯塔": cells}), path)) == [f"2020年: {line}    # 见年报"]


@pytest.mark.parametrize("cells", [{"数值": "121"}, {"数值": "121", "来源文件": "台账"}])
def test_a_value_does_not_change_under_its_signature(tmp_path, cells) -> None:
    path = content(tmp_path, SIGNED)
    with pytest.raises(BuildError) as refusal:
        fill(filled(form_of(path, everything=True), {"灯塔": cells}), path)
    assert told(refusal.value.diagnostics) == [("signed-before.row", "M5")]


@pytest.mark.parametrize(
    ("value", "code"), [(dt.date(2022, 3, 1), "yyyy/m/d"), (44621, 'yyyy"年"m"月"d"日"'), ("2022/03/01", "@"), ("2022.3.1", "@")]
)
def test_a_day_is_a_day_however_it_was_kept(tmp_path, value, code) -> None:
    cells = {"数值": "131", "状态": "已批", "审核人": "林青", "日期": value}
    [line] = changed(sent(tmp_path, {"灯塔": cells}, formats={"日期": code}))
    assert "on: 2022年3月1日}" in line


def test_a_remark_is_told_and_never_written(tmp_path) -> None:
    filling = sent(tmp_path, {"灯塔": {"备注": "下周给"}})
    assert told(filling.told) == [("form-remark.row", "P5")]
    assert filling.new == filling.old


def test_filling_twice_is_filling_once(tmp_path) -> None:
    path = content(tmp_path)
    form = filled(form_of(path), {"灯塔": {"数值": "131", "状态": "已核"}})
    once = fill(form, path)
    write(once, path, over=True)
    assert path.read_bytes() == once.new.encode()
    assert fill(form, path).new == once.new


def test_several_departments_fill_one_content(tmp_path) -> None:
    path = content(tmp_path)
    forms = [filled(form_of(path).rename(tmp_path / name), {figure: cells}) for name, figure, cells in (
        ("a.xlsx", "灯塔", {"数值": "131"}), ("b.xlsx", "募款", {"数值": "36"}),
    )]  # fmt: skip
    for form in forms:
        write(fill(form, path), path, over=True)
    assert "131座灯塔" in path.read_text("utf-8")
    assert "36亿元" in path.read_text("utf-8")


def test_rows_may_be_sorted_and_sheets_renamed(tmp_path) -> None:
    path = content(tmp_path)
    form = filled(form_of(path), {"灯塔": {"数值": "131"}, "守灯率": {"数值": "98"}})
    book = openpyxl.load_workbook(form)
    sheet = book["看护部"]
    first, second = ([cell.value for cell in row] for row in sheet["A5:Q6"])
    for at_row, values in ((5, second), (6, first)):
        for column, value in enumerate(values, 1):
            sheet.cell(at_row, column).value = value
    sheet.title = "看护部（终稿）"
    book.save(form)
    assert changed(fill(form, path)) == ["2021年: 131座灯塔        # 等看护部", "value: 98%     # 分母已改"]


# ── what is refused ──


@pytest.mark.parametrize(
    ("figure", "cells", "expected"),
    [
        ("灯塔", {"数值": "许许多"}, [("bad-quantity.because", "H5")]),
        ("灯塔", {"数值": "131盏"}, [("unit-changed.row", "H5")]),
        ("灯塔", {"数值": "131", "单位": "盏"}, [("unit-changed.row", "J5")]),
        ("灯塔", {"数值": "131", "单位": "座"}, [("unit-changed.row", "J5")]),
        ("灯塔", {"数值": "131", "单位": ""}, [("unit-changed.none", "H5")]),
        ("募款", {"数值": "3600000000"}, [("leap.row", "H5")]),
        ("募款", {"数值": "36", "单位": "万元"}, [("leap.row", "H5")]),
        ("募款", {"数值": "36", "单位": "元"}, [("leap.row", "H5")]),
        ("募款", {"数值": "36亿元", "单位": "万元"}, [("unlike-cells.unit", "H5")]),
        ("募款", {"数值": "约36", "限定词": "超"}, [("unlike-cells.qualifier", "H5")]),
        ("募款", {"数值": "3,600"}, [("bad-cell.thousands", "H5")]),
        ("募款", {"数值": "3，600"}, [("bad-cell.thousands", "H5")]),
        ("灯塔", {"数值": "=100+31"}, [("bad-cell.formula", "H5")]),
        ("灯塔", {"数值": True}, [("bad-cell.truth", "H5")]),
        ("灯塔", {"数值": "#DIV/0!"}, [("bad-cell.error", "H5")]),
        ("灯塔", {"数值": "131", "来源文件": "台帐"}, [("unknown-source.name", "K5")]),
        ("灯塔", {"数值": "131", "段落": "表3"}, [("source-missing.row", "K5")]),
        ("灯塔", {"数值": "131", "状态": "定稿"}, [("unknown-status.word", "M5")]),
        ("灯塔", {"状态": "已核"}, [("value-missing.row", "H5")]),
        ("灯塔", {"审核人": "林青"}, [("value-missing.row", "H5")]),
        ("灯塔", {"数值": "131", "审核人": "林青"}, [("unsigned-cell.of-what", "M5")]),
        ("灯塔", {"数值": "131", "日期": "2022年3月1日"}, [("unsigned-cell.of-what", "M5")]),
        ("灯塔", {"数值": "131", "状态": "已批", "审核人": "林青", "日期": "昨天"}, [("bad-cell.day", "O5")]),
        ("灯塔", {"数值": "131", "状态": "已批", "审核人": "林青", "日期": "2022-2-30"}, [("bad-cell.day", "O5")]),
        ("灯塔", {"数值": "131盏", "来源文件": "无", "状态": "?"},
         [("unit-changed.row", "H5"), ("unknown-source.name", "K5"), ("unknown-status.word", "M5")]),
        ("灯塔", {"含义": "灯", "口径": "国内", "类别": ""},
         [("locked-cell.changed", "B5"), ("locked-cell.written", "C5"), ("locked-cell.emptied", "D5")]),
        ("灯塔", {"上期数": "130座灯塔", "数值": "131"}, [("locked-cell.changed", "G5")]),
        ("灯塔", {"填报时期": "2022年", "数值": "131"}, [("locked-cell.changed", "E5")]),
        ("灯塔", {"校验码": "0", "数值": "131"}, [("locked-cell.changed", "Q5")]),
        ("灯塔", {"数据": "灯搭", "校验码": "0", "数值": "131"}, [("unknown-figure.row", "A5")]),
        ("灯塔", {"填报时期": "2022年", "校验码": "0", "数值": "131"}, [("unknown-figure.period", "A5")]),
    ],
)  # fmt: skip
def test_a_row_is_refused_by_its_cell_with_a_cure(tmp_path, figure, cells, expected) -> None:
    assert sorted(refused(tmp_path, {figure: cells})) == sorted(expected)


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (dt.date(2021, 3, 5), "yyyy/m/d", "bad-cell.date"),
        (44260, "m月d日", "bad-cell.date"),
        (0.5, "h:mm", "bad-cell.date"),
        (44260, 'yyyy"年"m"月"', "bad-cell.date"),
        (0.981, "0.0%", "bad-cell.percent"),
    ],
)
def test_a_number_that_is_kept_as_something_else_is_refused(tmp_path, value, code, expected) -> None:
    assert refused(tmp_path, {"守灯率": {"数值": value}}, formats={"数值": code}) == [(expected, "H6")]


@pytest.mark.parametrize("code", ["General", "#,##0", "0.00", '0.0"天"', "[Red]0"])
def test_a_number_is_a_number_however_it_is_shown(tmp_path, code) -> None:
    assert sent(tmp_path, {"守灯率": {"数值": 98.1}}, formats={"数值": code}).taken == 1


def test_a_share_s_cure_is_what_was_seen(tmp_path) -> None:
    with pytest.raises(BuildError) as refusal:
        sent(tmp_path, {"守灯率": {"数值": 0.981}}, formats={"数值": "0.0%"})
    assert ("cure", "98.1%") in refusal.value.diagnostics[0].hints[0].values


def test_commas_are_taken_where_the_content_has_them(tmp_path) -> None:
    text = CONTENT.replace("2000多名", "2,000多名")
    assert changed(sent(tmp_path, {"访客": {"数值": "3,000多"}}, text)) == ['2021年: "3,000多名"']


def test_a_row_that_stands_twice_is_taken_from_neither(tmp_path) -> None:
    path = content(tmp_path)
    form = filled(form_of(path), {"灯塔": {"数值": "131"}})
    book = openpyxl.load_workbook(form)
    book["看护部"].append([cell.value for cell in book["看护部"][5]])
    book.save(form)
    with pytest.raises(BuildError) as refusal:
        fill(form, path)
    assert told(refusal.value.diagnostics) == [("duplicate-row.again", "A7")]
    filling = fill(form, path, accept_good=True)
    assert (filling.new, filling.taken, filling.refused) == (filling.old, 0, 2)


@pytest.mark.parametrize(
    ("old", "new"),
    [("means: 学会看护的灯塔", "means: 学会与志愿者看护的灯塔"), ("120座灯塔", "119座灯塔"), ("kind: stock", "kind: cumulative")],
)
def test_a_form_older_than_a_change_of_its_figure_names_it(tmp_path, old, new) -> None:
    path = content(tmp_path)
    form = filled(form_of(path), {"灯塔": {"数值": "131"}, "募款": {"数值": "36"}})
    content(tmp_path, CONTENT.replace(old, new))
    with pytest.raises(BuildError) as refusal:
        fill(form, path)
    assert told(refusal.value.diagnostics)[0] == ("stale-form.row", "A5")
    assert fill(form, path, accept_good=True).taken == 1


def test_a_change_elsewhere_does_not_make_a_form_old(tmp_path) -> None:
    path = content(tmp_path)
    form = filled(form_of(path), {"灯塔": {"数值": "131"}})
    content(tmp_path, CONTENT.replace("海上的灯", "海边的灯"))
    assert fill(form, path).taken == 1


def test_a_value_that_came_meanwhile_is_not_overwritten(tmp_path) -> None:
    path = content(tmp_path)
    form = filled(form_of(path), {"灯塔": {"数值": "131"}})
    content(tmp_path, CONTENT.replace("待更新        #", "132座灯塔        #"))
    with pytest.raises(BuildError) as refusal:
        fill(form, path)
    assert told(refusal.value.diagnostics) == [("stale-form.filled", "H5")]


def test_all_refusals_come_in_one_run_and_the_good_rows_may_be_taken(tmp_path) -> None:
    cells = {"灯塔": {"数值": "131盏"}, "募款": {"数值": "36"}, "访客": {"数值": "=1", "状态": "已核"}}
    assert refused(tmp_path, cells) == [("unit-changed.row", "H5"), ("bad-cell.formula", "H5")]
    filling = fill(tmp_path / "form.xlsx", tmp_path / "content.yaml", accept_good=True)
    assert (filling.taken, filling.untouched, filling.refused) == (1, 1, 2)
    assert changed(filling) == ["values: {2020年: 近34亿元, 2021年: 36亿元}"]


def test_a_changed_header_is_told_and_its_sheet_not_read(tmp_path) -> None:
    path = content(tmp_path)
    form = filled(form_of(path), {"灯塔": {"数值": "131"}})
    book = openpyxl.load_workbook(form)
    book["看护部"]["I4"] = "大约"
    book.save(form)
    with pytest.raises(BuildError) as refusal:
        fill(form, path)
    assert told(refusal.value.diagnostics) == [("locked-cell.header", "I4")]


def test_a_sheet_of_their_own_is_told_and_let_be(tmp_path) -> None:
    path = content(tmp_path)
    form = form_of(path)
    book = openpyxl.load_workbook(form)
    book.create_sheet("底稿")["A1"] = "=1+1"
    book.save(form)
    assert told(fill(form, path).told) == [("form-sheet.not-read", "")]


def test_a_form_of_another_content_is_refused_once(tmp_path) -> None:
    path = content(tmp_path)
    form = filled(form_of(path), {"灯塔": {"数值": "131"}, "募款": {"数值": "36"}})
    other = CONTENT
    for name in ("灯塔", "募款", "守灯率", "访客"):
        other = other.replace(name, f"新{name}")
    content(tmp_path, other)
    with pytest.raises(BuildError) as refusal:
        fill(form, path)
    assert [str(one.says) for one in refusal.value.diagnostics] == [f"bad-form.refused file={form} why=form-damage.other-content"]


def test_a_file_that_is_there_is_written_over_only_when_asked(tmp_path) -> None:
    filling = sent(tmp_path, {"灯塔": {"数值": "131"}})
    other = tmp_path / "next.yaml"
    other.write_text("甲")
    with pytest.raises(BuildError) as refusal:
        write(filling, other, over=False)
    assert refusal.value.stage is Exit.WRITE
    write(filling, other, over=True)
    assert other.read_bytes() == filling.new.encode()


# ── properties ──

NUMBERS = st.one_of(st.integers(0, 10**9).map(str), st.decimals(0, 10**6, places=2).map(lambda one: f"{one:f}"))
QUANTITIES = st.builds(
    lambda head, number, scale, unit: f"{head}{number}{scale}{unit}",
    st.sampled_from(["", "约", "近", "超", "不足"]), NUMBERS, st.sampled_from(["", "多", "万", "亿", "余万"]),
    st.sampled_from(["名", "%", "元", "公里", "名志愿者", "个百分点", "元/吨"]),
).filter(lambda text: isinstance(quantity.read(text, STANDARD), quantity.Quantity))  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUANTITIES)
def test_a_value_is_the_same_from_content_to_form_to_content(tmp_path, text) -> None:
    had, lacks = (
        CONTENT.replace("      2020年: 2000多名\n      2021年: 待更新", f"      2021年: {one}") for one in (text, "待更新")
    )
    made = read(content(tmp_path, had)).value
    assert made is not None
    given_out = openpyxl.load_workbook(form_of(tmp_path / "content.yaml", everything=True))
    path = content(tmp_path, lacks)
    filling = fill(filled(form_of(path), {"访客": {"数值": at("访客", "数值", given_out).value}}), path)
    write(filling, path, over=True)
    again = read(path).value
    assert again is not None
    assert [one.values[-1].quantity for one in again.figures] == [one.values[-1].quantity for one in made.figures]
    assert filling.new == had


@settings(max_examples=200)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
def test_whatever_is_written_is_read_back_by_yaml(text) -> None:
    import yaml  # noqa: PLC0415

    events = [one.value for one in yaml.parse(f"{{甲: {quoted(text)}, 乙: 丙}}") if isinstance(one, yaml.ScalarEvent)]
    assert events == ["甲", text, "乙", "丙"]
