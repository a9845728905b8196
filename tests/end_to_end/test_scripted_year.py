"""A year from last year's file to next year's proved set, by the commands that the README shows: each step's output, and what it leaves.

The numbers are made up, and say so; what people write between the commands is in `next_year`.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest
from pptx import Presentation

from generator.diagnostics import Exit
from tests.conftest import ROOT
from tests.end_to_end import next_year
from tests.end_to_end.command import desk, jianbao
from tests.end_to_end.shown import slides

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text("utf-8")
[EXAMPLE] = re.findall(r"^```\n(\$ jianbao --lang en roll .+?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = re.findall(r"^\$ jianbao (.+)$", EXAMPLE, re.MULTILINE)
ROLL, COLLECT, FILL, DRAFT, COMPARE = COMMANDS
NEXT, FORM = "next.yaml", "figures-2022.xlsx"
OPEN = "待更新"
RESTATED = ("淘宝村", "2020年")


@dataclass
class Year:
    """The folder of a year; how each step ended, and the content as it was after it."""

    folder: Path
    runs: dict[str, subprocess.CompletedProcess[str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def run(self, name: str, arguments: str) -> None:
        self.runs[name] = jianbao(*shlex.split(arguments), cwd=self.folder)
        self.keep(name)

    def keep(self, name: str) -> None:
        path = self.folder / NEXT
        self.texts[name] = path.read_bytes().decode() if path.exists() else ""

    def edit(self, name: str, change) -> None:
        (self.folder / NEXT).write_bytes(change(self.texts[next(reversed(self.texts))]).encode())
        self.keep(name)

    def diagnostics(self, name: str) -> list[dict[str, object]]:
        return json.loads(self.runs[name].stdout)["diagnostics"]


@pytest.fixture(scope="module")
def year(tmp_path_factory) -> Year:
    """The whole year, step by step; what each test asks of it is read from what the steps left."""
    made = Year(desk(tmp_path_factory.mktemp("scripted")))
    form = made.folder / FORM
    made.run("roll", ROLL)
    made.edit("edited", next_year.edited)
    made.run("collect", COLLECT)
    next_year.filled(form, late=next_year.LATE)
    shutil.copy(form, made.folder / "half.xlsx")
    made.run("shown", f"fill {FORM} {NEXT}")
    made.run("fill", FILL)
    made.run("draft", DRAFT)
    shutil.copytree(made.folder / "build" / "next", made.folder / "draft")
    made.run("compare", COMPARE)
    made.edit("decided", next_year.decided)
    made.run("too early", f"build {NEXT} --format json")
    next_year.filled(form)
    made.run("filled", f"fill {FORM} {NEXT} --write --format json")
    made.run("unsigned", f"build {NEXT} --approved-only --format json")
    next_year.signed(form)
    made.run("signed", f"fill {FORM} {NEXT} --write --format json")
    made.run("final", f"build {NEXT} --approved-only --format json")
    made.run("facts", f"compare content.yaml {NEXT} --format json")
    made.run("check", f"check {NEXT} --format json")
    return made


def lines(text: str) -> list[str]:
    return text.splitlines()


def replaced(old: str, new: str) -> list[tuple[list[str], list[str]]]:
    """Return the lines that became others, each run of them with what it became."""
    before, after = lines(old), lines(new)
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(before[a:b], after[c:d]) for kind, a, b, c, d in found if kind != "equal"]


# ── how each step ended ──


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("roll", Exit.DONE), ("collect", Exit.DONE), ("shown", Exit.DONE), ("fill", Exit.DONE), ("draft", Exit.DONE),
        ("compare", Exit.DONE), ("too early", Exit.CONTENT), ("filled", Exit.DONE), ("unsigned", Exit.CONTENT),
        ("signed", Exit.DONE), ("final", Exit.DONE), ("facts", Exit.DONE), ("check", Exit.DONE),
    ],
)  # fmt: skip
def test_a_step_ends_as_it_should(year, name, code) -> None:
    run = year.runs[name]
    assert run.returncode == code, run.stdout + run.stderr
    assert "Traceback" not in run.stderr


def test_the_readme_s_five_commands_say_what_it_shows(year) -> None:
    blocks = re.split(r"^\$ jianbao .+\n", EXAMPLE, flags=re.MULTILINE)[1:]
    for name, block in zip(("roll", "collect", "fill", "draft", "compare"), blocks, strict=True):
        said = year.runs[name].stdout + year.runs[name].stderr
        for line in lines(block):
            if line and line != "…":
                assert line in lines(said), f"{name}: {line}"


def test_the_hand_edits_are_new_facts_alone(year) -> None:
    """To the draft: a source, a restated value, a sentence with a change. To the final set: the old differences are none any more."""
    assert [len(new) - len(old) for old, new in replaced(year.texts["roll"], year.texts["edited"])] == [3, 0, 0]
    [(gone, come)] = replaced(year.texts["fill"], year.texts["decided"])
    assert come == []
    assert gone[0] == "discrepancies:"


# ── what became of the author's file ──


def test_rolling_changes_what_it_should_and_no_comment(year) -> None:
    old = (year.folder / "content.yaml").read_text("utf-8")
    for before, after in replaced(old, year.texts["roll"]):
        if not before:
            assert all(line.endswith(f": {OPEN}") for line in after)
            continue
        assert len(before) == len(after)
        for was, now in zip(before, after, strict=True):
            assert now.startswith(re.match(" *", was)[0])
            assert re.search("2021|2022", now) or f"decision: {OPEN}  # " in now, now


def test_no_comment_is_lost_all_year(year) -> None:
    def comments(text: str) -> list[str]:
        return re.findall(r"(?:^|\s)#(?![0-9A-F]{6}).*", text, re.MULTILINE)

    assert comments((year.folder / "content.yaml").read_text("utf-8")) == comments(year.texts["final"])


@pytest.mark.parametrize(("before", "after"), [("edited", "fill"), ("decided", "filled")])
def test_filling_changes_a_line_a_value_and_no_other_byte(year, before, after) -> None:
    late = len(next_year.LATE) if before == "edited" else 0
    waiting = sum(OPEN in line and "decision" not in line for line in lines(year.texts[before])) - late
    pairs = [pair for pair in zip(lines(year.texts[before]), lines(year.texts[after]), strict=True) if pair[0] != pair[1]]
    assert len(pairs) == waiting > 0
    for old, new in pairs:
        key = old.partition(OPEN)[0]
        assert re.fullmatch(rf'{re.escape(key)}{{value: [^,"]+, source: {next_year.SOURCE} 第\d+行}}', new)


def test_a_filled_form_is_shown_first(year) -> None:
    assert year.texts["shown"] == year.texts["edited"]
    shown = [line for line in lines(year.runs["shown"].stdout) if re.match(r"[-+] ", line)]
    assert shown == [line for line in lines(year.runs["fill"].stdout) if re.match(r"[-+] ", line)]
    assert len(shown) == 2 * (46 - len(next_year.LATE))
    assert year.runs["shown"].stderr.count("编造的数") == 46 - len(next_year.LATE)


def test_a_signature_comes_with_its_value_and_changes_nothing_else(year) -> None:
    signature = ", status: approved, by: 林青, on: 2022年7月1日}"
    pairs = [pair for pair in zip(lines(year.texts["filled"]), lines(year.texts["signed"]), strict=True) if pair[0] != pair[1]]
    assert len(pairs) == 53
    for old, new in pairs:
        assert new.endswith(signature)
        kept = new.removesuffix(signature).replace("{value: ", "")
        assert kept == old.rstrip("}").replace("{value: ", "")
    assert year.diagnostics("signed") == [one for one in year.diagnostics("signed") if one["code"] == "form-remark"]


# ── what was told ──


def test_a_draft_lists_whose_figures_are_late_and_a_final_build_refuses_them(year) -> None:
    for name in next_year.LATE:
        assert re.search(rf"    line \d+ `{name}` \(`2022财年`\)", year.runs["draft"].stderr)
    (late,) = (one for one in year.diagnostics("too early") if one["severity"] == "error")
    assert late["code"] == "open-values"
    assert [re.search("`(.+?)`", one)[1] for one in late["details"]] == list(next_year.LATE)


def test_nothing_is_built_until_all_is_approved(year) -> None:
    (told,) = (one for one in year.diagnostics("unsigned") if one["code"] == "not-approved")
    assert told["severity"] == "error"
    assert len(told["details"]) == 53
    assert [one["severity"] for one in year.diagnostics("final") if one["severity"] != "notice"] == []


def test_the_comparison_tells_each_figure_and_the_texts_by_part(year) -> None:
    (facts,) = json.loads(year.runs["facts"].stdout)["files"]
    later = {one["figure"]: (one["old"], one["new"]) for one in facts["changes"] if one["what"] == "new-period"}
    assert len(later) == 46
    assert later["农产品销售额"][0].endswith("3037亿元")
    assert later["农产品销售额"][1].startswith("3290亿元")
    changed = {one["what"]: (one["old"], one["new"]) for one in facts["changes"] if (one["figure"], one["period"]) == RESTATED}
    assert changed["value"] == ("5425个", "5430个")
    assert changed["was"][1].startswith("5425个")
    assert {"乡村振兴"} <= {one["part"] for one in facts["texts"]}


def test_the_approver_s_page_has_the_same(year) -> None:
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(year.folder / "changes.pdf"))
    plain = re.sub(r"\s+", "", text)
    for words in ("农产品销售额", "3037亿元", "3290亿元", "淘宝村", "5425个", "5430个", "补计一个县晚报的五个（编造的例子）"):
        assert words in plain, words


# ── report, deck and ledger, read by other means ──


def pages(path: Path) -> list[str]:
    return [re.sub(r"\s+", "", page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(path)]


NOTE = "淘宝村（2020年）此前印作5425个：补计一个县晚报的五个（编造的例子）"
"""What stands under the tables that show the restated value; its label is the figure's own."""


def test_the_report_has_the_years_the_note_and_the_change(year) -> None:
    report = pages(year.folder / "build" / "next" / "report.pdf")
    (table,) = [text for text in report if "5430个①5882个增长8.3%" in text]
    assert re.search(rf"①{re.escape(NOTE)}(?=其他数据)", table), "the note stands under the years, on their page"
    assert any("农产品销售额为3290亿元，同比增长8.3%" in text for text in report)
    assert any("编造的示例数据，供检验用，不是事实" in text for text in report)
    assert not any(OPEN in text or "草稿" in text for text in report)


def test_the_deck_has_them_too_and_its_chart_the_new_values(year) -> None:
    deck = year.folder / "build" / "next" / "deck.pptx"
    (table,) = [slide for slide in slides(deck) if f"① {NOTE}" in slide.words]
    assert "5430个①" in table.words
    assert "增长8.3%" in table.words
    charts = {
        slide.shapes.title.text: [list(plot.categories) for plot in shape.chart.plots]
        + [list(series.values) for plot in shape.chart.plots for series in plot.series]
        for slide in Presentation(deck).slides
        for shape in slide.shapes
        if shape.has_chart
    }
    (shown,) = [values for title, values in charts.items() if "童伴之家" in title]
    assert sorted(shown[1]) == [11, 13, 18]  # 万


def test_the_draft_had_cards_in_place_of_that_chart(year) -> None:
    shown = [slide for slide in slides(year.folder / "draft" / "deck.pptx") if "童伴之家" in slide.title]
    assert any("草稿：有数待更新" in slide.words and OPEN in slide.words for slide in shown)
    charts = [shape for slide in Presentation(year.folder / "draft" / "deck.pptx").slides for shape in slide.shapes]
    assert sum(shape.has_chart for shape in charts) == 1


def test_the_ledger_has_who_signed_and_what_was_printed(year) -> None:
    (sheet, *_) = openpyxl.load_workbook(year.folder / "build" / "next" / "figures.xlsx")
    head = [cell.value for cell in sheet[4]]
    rows = [dict(zip(head, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=5)]
    assert sum((row["状态"], row["签核"]) == ("已批", "林青，2022年7月1日") for row in rows) == 53
    (restated,) = [row for row in rows if row["原值"]]
    assert (restated["数据"], restated["时期"], restated["印作"], restated["原值"]) == ("淘宝村", "2020年", "5430个", "5425个")


def test_the_set_is_what_the_content_builds(year) -> None:
    assert [one["as_built"] for one in json.loads(year.runs["check"].stdout)["files"]] == [True] * 4


# ── as another office program saves it ──


def test_a_form_saved_by_libreoffice_brings_the_same(year, tool, tmp_path) -> None:
    office, home = tool("soffice"), tmp_path / "office"
    arguments = ["--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path), str(year.folder / "half.xlsx")]
    subprocess.run([office, f"-env:UserInstallation=file://{home}", *arguments], check=True, capture_output=True, timeout=180)
    saved = tmp_path / "half.xlsx"
    if not saved.exists():
        pytest.skip("this LibreOffice has no spreadsheets")
    (tmp_path / NEXT).write_bytes(year.texts["edited"].encode())
    run = jianbao("fill", saved, NEXT, "--write", cwd=tmp_path)
    assert run.returncode == Exit.DONE, run.stderr
    assert (tmp_path / NEXT).read_bytes().decode() == year.texts["fill"]
