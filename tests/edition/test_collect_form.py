"""The form for departments: what it asks of whom, what is locked, and that nothing in it can become a formula."""

from __future__ import annotations

import openpyxl
import pytest

from generator.content.figures import quantity
from generator.content.figures.units import STANDARD
from generator.diagnostics import BuildError, Exit
from generator.edition.collect import painter
from generator.edition.collect.collecting import collect
from generator.edition.collect.form import ASKED, HEADER_ROW, HEADERS, MARK, TOLD, Form, Row, Sheet, usual_unit
from tests.edition.forms import CONTENT, content, form_of

FIRST = HEADER_ROW + 2


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return openpyxl.load_workbook(form_of(content(tmp_path_factory.mktemp("form"))))


def rows(sheet):
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=FIRST)]


def test_each_owner_has_a_sheet_after_the_one_that_explains_and_nobody_s_come_last(book) -> None:
    assert book.sheetnames == ["说明", "看护部", "财务部", "未分派"]
    assert [row[0] for row in rows(book["看护部"])] == ["灯塔", "守灯率"]
    assert [row[0] for row in rows(book["未分派"])] == ["访客"]


def test_a_row_tells_what_is_asked_and_what_it_was_last_year(book) -> None:
    [row] = rows(book["财务部"])
    assert dict(zip(HEADERS, row, strict=True)) | {MARK: ""} == {
        "数据": "募款", "含义": "当年募集的善款", "口径": "境内", "类别": "流量", "填报时期": "2021年",
        "上期时期": "2020年", "上期数": "近34亿元",
        "数值": "", "限定词": "", "单位": "亿元", "来源文件": "", "段落": "", "状态": "", "审核人": "", "日期": "", "备注": "",
        MARK: "",
    }  # fmt: skip


def test_a_value_s_own_scope_is_told(book) -> None:
    assert rows(book["看护部"])[1][HEADERS.index("口径")] == "沿海"


def test_what_is_told_is_locked_and_what_is_asked_is_not(book) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for row in sheet.iter_rows(min_row=FIRST):
            assert {HEADERS[at]: cell.protection.locked for at, cell in enumerate(row)} == {
                **dict.fromkeys((*TOLD, MARK), True),
                **dict.fromkeys(ASKED, False),
            }


def test_cells_keep_text_as_it_is_typed(book) -> None:
    assert {cell.number_format for sheet in book.worksheets[1:] for row in sheet.iter_rows(min_row=FIRST) for cell in row} == {
        "@"
    }


def test_qualifier_unit_status_and_source_are_chosen_and_a_day_is_written_in_words(book) -> None:
    rules = {str(one.sqref): one.formula1 for one in book["财务部"].data_validations.dataValidation}
    assert rules == {
        "I5": '"约,近,超,逾,超过,不足,不少于,不超过,第,每"', "J5": '"亿元,元,万元,万亿元"',
        "K5": "说明!$A$13:$A$14", "M5": '"草稿,已核,已批"',
        "O5": 'AND(MID(O5,5,1)="年",ISNUMBER(FIND("月",O5)),RIGHT(O5,1)="日")',
    }  # fmt: skip
    assert [book["说明"][f"A{at}"].value for at in (13, 14)] == ["台账", "年报"]


def test_who_has_signed_before_may_be_chosen_and_others_written(tmp_path) -> None:
    signed = CONTENT.replace("120座灯塔 ", "{value: 120座灯塔, status: approved, by: 林青, on: 2021年3月1日} ")
    book = openpyxl.load_workbook(form_of(content(tmp_path, signed)))
    [rule] = [one for one in book["财务部"].data_validations.dataValidation if str(one.sqref) == "N5"]
    assert (rule.formula1, rule.errorStyle) == ('"林青"', "warning")


def test_it_is_ready_to_print_and_its_head_stays(book) -> None:
    sheet = book["看护部"]
    assert sheet.freeze_panes == "B5"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (
        "landscape",
        0,
        True,
    )
    assert sheet.print_title_rows == "$4:$4"


def test_the_same_content_gives_the_same_bytes(tmp_path) -> None:
    path = content(tmp_path)
    assert form_of(path).read_bytes() == form_of(path).read_bytes()


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "http://", "{="])
def test_nothing_of_anybody_s_becomes_a_formula_or_a_link(tmp_path, sign) -> None:
    words = f'{sign}HYPERLINK("x")'
    row = Row(words, words, (words,) * len(TOLD), dict.fromkeys(ASKED, words), ())
    painter.write(Form(words, words, (Sheet(words, (row,)),), (), ""), tmp_path / "form.xlsx")
    made = openpyxl.load_workbook(tmp_path / "form.xlsx")
    kinds = {(one.data_type, one.hyperlink) for sheet in made for line in sheet.iter_rows() for one in line if one.value}
    assert kinds == {("s", None)}
    assert [one.value for one in made.worksheets[1][FIRST]][: len(TOLD)] == [words] * len(TOLD)


def test_a_content_that_waits_for_nothing_asks_nothing_unless_all_is_asked(tmp_path) -> None:
    path = content(tmp_path, CONTENT.replace("待更新 ", "3座灯塔 ", 1).replace("待更新", "未披露"))
    with pytest.raises(BuildError) as refusal:
        form_of(path)
    assert refusal.value.stage is Exit.CONTENT
    assert [one.code for one in refusal.value.diagnostics] == ["nothing-to-collect"]
    assert rows(openpyxl.load_workbook(form_of(path, everything=True))["看护部"])[0][HEADERS.index("数值")] == "3座灯塔"


def test_a_form_that_is_there_may_be_filled_in_and_is_not_written_over(tmp_path) -> None:
    path = content(tmp_path)
    form = form_of(path)
    form.write_bytes(b"filled in")
    with pytest.raises(BuildError) as refusal:
        collect(path, form)
    assert refusal.value.stage is Exit.WRITE
    assert form.read_bytes() == b"filled in"


def test_a_content_with_faults_is_refused(tmp_path) -> None:
    with pytest.raises(BuildError) as refusal:
        form_of(content(tmp_path, CONTENT.replace("kind: stock", "kind: stack")))
    assert refusal.value.stage is Exit.CONTENT


@pytest.mark.parametrize(
    ("owners", "names"),
    [
        (["说明"], ["说明 (2)"]),
        (["数据/统计组", "数据:统计组"], ["数据 统计组", "数据 统计组 (2)"]),
        (["'", ""], ["未分派", "未分派 (2)"]),
        (["长" * 40, "长" * 41], ["长" * 31, "长" * 27 + " (2)"]),
        (["History", "Ab", "aB"], ["History (2)", "Ab", "aB (2)"]),
    ],
)
def test_sheets_have_names_that_office_programs_take(owners, names) -> None:
    made = Form("", "", tuple(Sheet(owner, ()) for owner in owners), (), "")
    assert painter.sheet_names(made) == tuple(names)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("近34亿元", "亿元"), ("2000多个产业带", "个产业带"), ("17.6%", "%"), ("200余所", "所"), ("第15年", "年"), ("5000左右", ""),
        ("15—20分钟", "分钟"), ("未披露", ""), ("数亿", ""), ("2个多小时", "个小时"), ("三分之一", ""),
    ],
)  # fmt: skip
def test_the_unit_that_is_given_is_what_follows_the_number(text, unit) -> None:
    read_as = quantity.read(text, STANDARD)
    assert isinstance(read_as, quantity.Quantity)
    assert usual_unit(read_as, STANDARD) == unit
