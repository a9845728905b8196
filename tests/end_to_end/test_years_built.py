"""A hospital group of three years, built: years as columns, changes, a restated value with its note, statuses; and what is refused."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from generator.diagnostics import Exit
from tests.conftest import ROOT
from tests.end_to_end.command import jianbao
from tests.end_to_end.shown import slides

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = (ROOT / "tests" / "contents" / "hospital.yaml").read_text("utf-8")
NOTE = "① 门急诊人次（2020年）此前印作355.9万人次：剔除同日同科重复挂号，按新规则重算"


def built(folder: Path, content: str = CONTENT, *options: str):
    (folder / "content.yaml").write_text(content, encoding="utf-8")
    return jianbao("build", "--lang", "zh", "--format", "json", *options, cwd=folder)


def messages(run, code: str) -> list[tuple[str, int]]:
    return [(one["message"], one["line"]) for one in json.loads(run.stdout)["diagnostics"] if one["code"] == code]


def owners(run) -> list[str]:
    return [message.partition("`")[2].partition("`")[0] for message, _ in messages(run, "not-approved")]


@pytest.fixture(scope="module")
def hospital(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hospital")
    return built(folder), folder / "build"


def pages(folder: Path) -> list[str]:
    read = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(folder / "report.pdf"))
    return [re.sub(r"\s+", " ", text) for text in read]


def test_it_is_proved(hospital) -> None:
    run, _ = hospital
    assert run.returncode == Exit.DONE, run.stderr


def test_the_page_of_key_figures_has_years_as_columns(hospital) -> None:
    (table,) = [text for text in pages(hospital[1]) if "其他数据" in text]
    assert "看得上病 2019年 2020年 2021年 同比 来源" in table
    assert "门急诊人次 428.6 万人次 351.2 万人次① 402.7 万人次 增长14.7%" in table
    assert "院内感染率 — 1.12 % 0.97 % 下降0.15个百分点" in table
    assert "实际开放床位 年底" in table
    assert "其他数据 数值 时期 来源 病人满意度 94.6 %" in table
    assert NOTE in table


def test_the_backup_has_them_too_with_the_note_under_them(hospital) -> None:
    (table,) = [slide for slide in slides(hospital[1] / "deck.pptx") if slide.title == "看得上病的全部数字，逐年对比"]
    assert "351.2万人次①" in table.words
    assert NOTE in table.words


def test_the_ledger_has_changes_statuses_and_who_gave_them(hospital) -> None:
    with zipfile.ZipFile(hospital[1] / "figures.xlsx") as book:
        texts = book.read("xl/sharedStrings.xml").decode()
    for text in ("门急诊人次:同比", "本期 ÷ 上年同期 − 1", "已核", "林青，2022年3月12日", "355.9万人次"):
        assert f">{text}<" in texts, text


SHOWN = """\
      - kind: then-and-now
        message: 门诊回来了
        pairs: [{name: 门急诊, then: 门急诊人次@2020年, now: 门急诊人次}, {name: 出院, then: 出院人次@2020年, now: 出院人次}]
      - kind: column
        message: 门急诊三年有起有落
        measure: 门急诊人次
        figures: [门急诊人次@2019年, 门急诊人次@2020年, 门急诊人次@2021年]
    points:
"""


def test_every_chart_and_pair_that_shows_a_restated_value_says_so(tmp_path) -> None:
    run = built(tmp_path, CONTENT.replace("    points:\n", SHOWN, 1), "--only", "report,deck")
    assert run.returncode == Exit.DONE, run.stdout
    note = NOTE.removeprefix("① ")
    (told,) = [text for text in pages(tmp_path / "build") if "门急诊三年有起有落" in text and "门诊回来了" in text]
    assert told.replace(" ", "").count(note) == len(["pairs", "columns"])
    shown = {slide.title: slide.words for slide in slides(tmp_path / "build" / "deck.pptx")}
    assert [note in shown[title] for title in ("门诊回来了", "门急诊三年有起有落")] == [True, True]


def test_what_is_not_approved_is_warned_of_by_owner(hospital) -> None:
    assert owners(hospital[0]) == ["运营部", "信息部", "质量部", "社工部"]


def test_with_approved_only_each_owner_s_are_refused_and_nothing_is_written(hospital) -> None:
    folder = hospital[1].parent
    before = (hospital[1] / "report.pdf").read_bytes()
    run = built(folder, CONTENT, "--approved-only")
    assert run.returncode == Exit.CONTENT
    assert owners(run) == owners(hospital[0])
    found = (one for one in json.loads(run.stdout)["diagnostics"] if one["code"] == "not-approved")
    assert sum(len(one["details"]) for one in found) == CONTENT.count("\n    means:") - 1
    assert (hospital[1] / "report.pdf").read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("        because: 剔除同日同科重复挂号，按新规则重算\n", "", "missing-field"),
        ("        status: reviewed\n", "", "unsigned-status"),
        ("        on: 2022年3月12日\n", "        on: 2022年13月12日\n", "bad-date"),
        ("同比【门急诊人次:同比】", "同比增长【门急诊人次:同比】", "doubled-verb"),
        ("同比【门急诊人次:同比】", "同比【义诊受益:同比】", "no-year-on-year"),
    ],
)
def test_what_is_refused_is_told_at_its_line(tmp_path, old, new, code) -> None:
    at = CONTENT[: CONTENT.index(old)].count("\n") + 1
    run = built(tmp_path, CONTENT.replace(old, new, 1))
    assert run.returncode == Exit.CONTENT
    assert [line for _, line in messages(run, code) if abs(line - at) <= 1], messages(run, code)


def test_a_status_without_its_day_is_warned_of(tmp_path) -> None:
    run = built(tmp_path, CONTENT.replace("        on: 2022年3月12日\n", ""), "--only", "report")
    assert run.returncode == Exit.DONE
    assert len(messages(run, "unsigned-status")) == 1


LONG = CONTENT.replace(
    "      2019年: 1260万元\n      2020年: 1845万元\n",
    "".join(f"      {year}年: 1{year - 2000},234,567.85元\n" for year in range(2016, 2021)),
).replace("value: 2310万元", "value: 23,104,567.85元")


@pytest.mark.parametrize("options", [(), ("--trim", "148x210mm", "4:3")])
def test_long_numbers_leave_the_oldest_years_to_rows(tmp_path, options) -> None:
    options = ("--trim", "148x210mm", "--format", "4:3") if options else ()
    run = built(tmp_path, LONG, *options)
    assert run.returncode == Exit.DONE, run.stdout
    text = " ".join(pages(tmp_path / "build"))
    for year in range(2016, 2021):
        assert f"1{year - 2000},234,567.85" in text


def test_where_no_output_has_room_for_years_there_is_no_column_of_changes_either(tmp_path) -> None:
    wide = "".join(f"      {year}年: 约121,23{year - 2015},567.85亿立方米\n" for year in range(2017, 2021))
    content = CONTENT.replace("      2019年: 1260万元\n      2020年: 1845万元\n", wide)
    content = content.replace("value: 2310万元", "value: 约123,104,567.85亿立方米").replace("heroes: [医疗救助, ", "heroes: [")
    content = content.replace("message: 为困难病人减免与资助【医疗救助】", "message: 为困难病人减免与资助")
    run = built(tmp_path, content, "--trim", "148x210mm", "--format", "4:3")
    assert run.returncode == Exit.DONE, run.stdout
    assert "看得起病 数值 时期 来源" in " ".join(pages(tmp_path / "build"))
