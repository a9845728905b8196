"""The sample's next year as its departments send it in: rolled on, asked for, filled in and brought back, by the command alone."""

from __future__ import annotations

import json

import openpyxl
import pytest

from generator.content.figures.forms import OPEN
from generator.diagnostics import Exit
from tests.end_to_end.command import desk, jianbao

FIRST, BEFORE, VALUE, REMARK = 5, "G", "H", "P"
"""The first row of a form, and the columns of last year's value, this year's and the remark."""


@pytest.fixture(scope="module")
def rolled(tmp_path_factory):
    """A folder with the sample rolled on and the form of it, which every department filled in with last year's value (made up)."""
    folder = desk(tmp_path_factory.mktemp("year"))
    made = jianbao("roll", "--edition", "2021-2022", "--out", "next.yaml", cwd=folder)
    assert made.returncode == Exit.DONE, made.stderr
    made = jianbao("collect", "next.yaml", "--out", "figures-2022.xlsx", "--lang", "zh", cwd=folder)
    assert (made.returncode, made.stderr) == (Exit.DONE, "")
    assert "未分派" in made.stdout
    book = openpyxl.load_workbook(folder / "figures-2022.xlsx")
    for sheet in book.worksheets[1:]:
        for at in range(FIRST, sheet.max_row + 1):
            sheet[f"{VALUE}{at}"] = sheet[f"{BEFORE}{at}"].value
    book.worksheets[1][f"{REMARK}{FIRST}"] = "编的数"
    book.save(folder / "figures-2022.xlsx")
    return folder


def test_a_year_s_values_come_home_and_nothing_else_changes(rolled) -> None:
    path = rolled / "next.yaml"
    before = path.read_text("utf-8")
    shown = jianbao("fill", "figures-2022.xlsx", "next.yaml", cwd=rolled)
    assert shown.returncode == Exit.DONE, shown.stderr
    assert path.read_text("utf-8") == before
    waiting = sum(line.strip().endswith(OPEN) and not line.strip().startswith("decision:") for line in before.splitlines())
    assert sum(line.startswith("-") for line in shown.stdout.splitlines()) == waiting + 1  # the file's name is one
    assert "编的数" in shown.stderr

    done = jianbao("fill", "figures-2022.xlsx", "next.yaml", "--write", cwd=rolled)
    assert done.returncode == Exit.DONE, done.stderr
    after = path.read_text("utf-8")
    pairs = list(zip(before.splitlines(), after.splitlines(), strict=True))
    changed = [(old, new) for old, new in pairs if old != new]
    assert len(changed) == waiting
    assert all(OPEN in old and OPEN not in new and new.startswith(old.partition(OPEN)[0]) for old, new in changed)

    again = jianbao("fill", "figures-2022.xlsx", "next.yaml", "--write", cwd=rolled)
    assert (again.returncode, path.read_text("utf-8")) == (Exit.DONE, after)
    assert jianbao("collect", "next.yaml", cwd=rolled).returncode == Exit.CONTENT


def test_a_refusal_names_sheet_cell_and_cure_and_writes_nothing(tmp_path) -> None:
    folder = desk(tmp_path)
    made = jianbao("collect", "--all", "--out", "all.xlsx", cwd=folder)
    assert made.returncode == Exit.DONE, made.stderr
    book = openpyxl.load_workbook(folder / "all.xlsx")
    book.worksheets[1][f"{VALUE}{FIRST}"] = "第15,000年"
    book.save(folder / "all.xlsx")
    before = (folder / "content.yaml").read_bytes()
    shown = jianbao("fill", "all.xlsx", "--write", "--lang", "zh", cwd=folder)
    assert shown.returncode == Exit.CONTENT
    assert shown.stderr.splitlines() == [
        "`未分派` 表的 `H5` 格: 错误：`第15,000年` 里有千分位的逗号 [bad-cell]",
        "    建议：写成文字 `第15000年`",
        "1 处错误：什么都没有写",
    ]
    assert (folder / "content.yaml").read_bytes() == before


def test_programs_are_told_the_same_as_facts(tmp_path) -> None:
    folder = desk(tmp_path)

    def run(*arguments: str):
        done = jianbao(*arguments, "--format", "json", cwd=folder)
        told = json.loads(done.stdout)
        assert (done.returncode, done.stderr, told["exit"]) == (Exit.DONE, "", Exit.DONE)
        (facts,) = told["files"]
        return facts, told["diagnostics"]

    (shown, listed), (made, _) = (
        run("roll", "--edition", "2021-2022"),
        run("roll", "--edition", "2021-2022", "--out", "next.yaml"),
    )
    assert (shown["old"], shown["new"], shown["waiting"], shown["staying"]) == ("2020—2021", "2021—2022", 46, 7)
    assert (shown["written"], made["written"]) == (False, True)
    assert {one["code"] for one in listed} == {"to-decide", "ageing-words"}
    assert shown["diff"].count("\n+") == made["diff"].count("\n+")
    asked, _ = run("collect", "next.yaml", "--out", "form.xlsx")
    assert asked == {"file": "form.xlsx", "waiting": 46, "sheets": [{"sheet": "未分派", "figures": 46}]}
    book = openpyxl.load_workbook(folder / "form.xlsx")
    book["未分派"][f"{VALUE}{FIRST}"] = "第16年"
    book.save(folder / "form.xlsx")
    brought, told = run("fill", "form.xlsx", "next.yaml")
    assert brought["diff"].splitlines()[-5:-3] == ["-      2022年: 待更新", "+      2022年: 第16年"]
    assert {**brought, "diff": ""} == {"taken": 1, "untouched": 45, "refused": 0, "written": False, "diff": ""}
    assert [one["code"] for one in told] == ["no-source"]


def test_a_form_that_cannot_be_written_is_told(tmp_path) -> None:
    folder = desk(tmp_path)
    (folder / "form.xlsx").mkdir()
    assert jianbao("collect", "--all", "--out", "form.xlsx", cwd=folder).returncode == Exit.WRITE
