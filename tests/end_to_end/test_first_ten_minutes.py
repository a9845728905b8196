"""What a user does in the first ten minutes, with the command, on the real content."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest
from pptx import Presentation

from tests.conftest import CONTENT, ROOT

if TYPE_CHECKING:
    from pathlib import Path

REPORT, PRINT, DECK, FIGURES = "report.pdf", "report-print.pdf", "deck.pptx", "figures.xlsx"


def jianbao(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "--lang", "en", *map(str, arguments)]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PATH": ""}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A user's folder, with a space and Chinese in its name."""
    folder = tmp_path / "我的 简报"
    folder.mkdir()
    (folder / "content.yaml").write_text(CONTENT.read_text("utf-8"), encoding="utf-8")
    return folder


def change(desk: Path, old: str, new: str, count: int = 1) -> None:
    path = desk / "content.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def line_of(desk: Path, words: str) -> int:
    lines = (desk / "content.yaml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def pages(folder: Path) -> list[str]:
    document = pypdfium2.PdfDocument(folder / REPORT)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def slides(folder: Path) -> list[tuple[str, str]]:
    """The text and the notes of each slide, as python-pptx alone reads them; charts by their categories and labels' formats."""
    return [
        ("\n".join(words(shape) for shape in slide.shapes), slide.notes_slide.notes_text_frame.text)
        for slide in Presentation(folder / DECK).slides
    ]


def words(shape) -> str:
    if shape.has_text_frame:
        return shape.text_frame.text
    if getattr(shape, "has_table", False) and shape.has_table:
        return "\n".join(cell.text for row in shape.table.rows for cell in row.cells)
    if hasattr(shape, "shapes"):
        return "\n".join(words(inner) for inner in shape.shapes)
    return ""


@pytest.fixture
def built_desk(desk: Path, built: Path) -> Path:
    """The user's folder after the first build."""
    shutil.copytree(built / "build", desk / "build")
    return desk


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first")
    (folder / "content.yaml").write_text(CONTENT.read_text("utf-8"), encoding="utf-8")
    result = jianbao("build", cwd=folder)
    assert result.returncode == 0, result.stderr
    return folder


def test_build_alone_yields_the_four_files_and_says_what_was_proved(built: Path) -> None:
    result = jianbao("build", cwd=built)
    assert sorted(path.name for path in (built / "build").iterdir() if path.is_file()) == [DECK, FIGURES, PRINT, REPORT]
    assert re.search(r"report\.pdf +\d+ pages, \d\.\d MB: \d+ uses of \d+ figures proved, no numeral unexplained", result.stdout)
    assert re.search(r"report-print\.pdf +\d+ pages, \d\.\d MB: \d+ uses of \d+ figures proved, no numeral", result.stdout)
    assert re.search(r"deck\.pptx +\d+ slides, \d\.\d MB: \d+ uses of \d+ figures proved", result.stdout)
    assert re.search(r"done in \d+\.\d s", result.stdout)
    assert result.stderr == ""


def test_a_changed_figure_changes_everywhere_and_the_stale_quotation_is_pointed_out(desk: Path) -> None:
    change(desk, "截至2021年3月: 近34亿元", "截至2021年3月: 近35亿元")
    result = jianbao("build", cwd=desk)
    assert result.returncode == 0, result.stderr
    assert "[stale-discrepancy]" in result.stderr
    assert f"content.yaml:{line_of(desk, 'found: “近34亿元”')}" in result.stderr
    build = desk / "build"
    report = pages(build)
    assert sum("近35亿元" in page for page in report) >= 4  # at a glance, opener, text, key figures
    quoting = [page for page in report if "34亿元" in page]
    assert len(quoting) == 1
    assert "第2段" in quoting[0]
    shown = slides(build)
    assert sum("近35亿元" in text for text, _notes in shown) >= 3
    assert any("近35亿元" in notes for _text, notes in shown)
    assert all("近34亿元" not in notes for _text, notes in shown)
    ledger = openpyxl.load_workbook(build / FIGURES)
    cells = [cell.value for row in ledger.worksheets[0].iter_rows() for cell in row]
    assert "近35亿元" in cells
    assert 3_500_000_000 in cells


def test_a_misspelt_name_is_told_with_its_line_and_the_right_one(built_desk: Path) -> None:
    desk = built_desk
    stamps = {path.name: path.read_bytes() for path in (desk / "build").iterdir() if path.is_file()}
    change(desk, "淘宝村从【淘宝村@2013年】到", "淘宝村从【淘宝存@2013年】到")
    result = jianbao("build", cwd=desk)
    assert result.returncode == 3
    line = line_of(desk, "淘宝存")
    assert re.search(rf"content\.yaml:{line}:\d+: error: no figure is called `淘宝存` \[unknown-figure\]", result.stderr)
    assert f"did you mean `淘宝村`, defined on line {line_of(desk, '  淘宝村:')}?" in result.stderr
    assert "1 error: nothing was written, build/ is as it was" in result.stderr
    assert {path.name: path.read_bytes() for path in (desk / "build").iterdir() if path.is_file()} == stamps


def test_one_value_that_cannot_be_read_is_one_fault_wherever_it_is_used(built_desk: Path) -> None:
    change(built_desk, "2020年: 5425个", "2020年: 5425远")
    result = jianbao("build", cwd=built_desk)
    line = line_of(built_desk, "2020年: 5425远")
    assert result.returncode == 3
    assert re.findall(r"content.yaml:(\d+):", result.stderr) == [str(line)]


def test_a_message_too_long_is_told_by_how_much(desk: Path) -> None:
    change(desk, "先护住生命，再接住生意", "先护住生命，再接住生意，" + "还要说上许多许多别的话，" * 6)
    result = jianbao("build", cwd=desk)
    assert result.returncode == 4
    line = line_of(desk, "还要说上许多许多别的话")
    assert re.search(rf"content\.yaml:{line}:\d+: error: .*\[does-not-fit\]", result.stderr)
    assert re.search(r"hint: it is \d+ characters too long", result.stderr)
    assert not (desk / "build").exists() or not list((desk / "build").iterdir())


def test_without_a_theme_the_pages_are_still_a_multiple_of_four_and_the_agenda_has_four_steps(desk: Path, built: Path) -> None:
    path = desk / "content.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("  - name: 科技普惠"), text.index("  - name: 平台公益")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    change(desk, "云客服就业, 无障碍应用, 善款", "善款")
    result = jianbao("build", cwd=desk)
    assert result.returncode == 0, result.stderr
    assert "[unused-figure]" in result.stderr
    assert len(pages(desk / "build")) % 4 == 0
    before, after = agenda(built / "build"), agenda(desk / "build")
    assert before == ["抗疫与复工复产", "乡村振兴", "绿色低碳", "科技普惠", "平台公益"]
    assert after == ["抗疫与复工复产", "乡村振兴", "绿色低碳", "平台公益"]


def agenda(folder: Path) -> list[str]:
    """The themes named on the third slide, in order."""
    names = ["抗疫与复工复产", "乡村振兴", "绿色低碳", "科技普惠", "平台公益"]
    text = slides(folder)[2][0]
    return sorted((name for name in names if name in text), key=text.rindex)  # the title names the first and the last as well


def test_a_number_edited_by_hand_is_found_by_check(built_desk: Path) -> None:
    desk = built_desk
    deck = Presentation(desk / "build" / DECK)
    run = next(
        run
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.text == "超20亿元"
    )
    run.text = "超2亿元"
    deck.save(desk / "build" / DECK)
    result = jianbao("check", cwd=desk)
    assert result.returncode == 5
    assert re.search(
        r"deck\.pptx, slide \d+, `标题`: error: `.*超20亿元.*` now reads `.*超2亿元.*` \[number-changed\]", result.stderr
    )
    assert "hint: the figure `善款` should print `超20亿元`" in result.stderr
    assert re.search(r"content\.yaml:\d+", result.stderr)


def test_files_of_two_contents_are_told_apart(built_desk: Path) -> None:
    desk = built_desk
    change(desk, "截至2021年3月: 2亿件", "截至2021年3月: 3亿件")
    result = jianbao("build", "--only", "report,figures", cwd=desk)
    assert result.returncode == 0, result.stderr
    assert "deck.pptx: left as it was, from an earlier build" in result.stdout
    result = jianbao("check", cwd=desk)
    assert result.returncode == 5
    assert "deck.pptx: error: the file was built from another content [stale-output]" in result.stderr
