"""`jianbao check --press` and `--access`: exit codes, what is told and written, and what is left alone."""

from __future__ import annotations

import hashlib
import json
import shutil

import pikepdf
import pypdfium2
import pytest

from generator import auditing, composition, making, outputs
from generator.auditing import in_runs
from generator.charts.drawings import Drawings
from generator.inspection.audit.press.rules import RULES
from tests.conftest import CONTENT
from tests.end_to_end.command import jianbao

PAIR = {"report.pdf", "report-print.pdf"}


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """A folder with the sample's report for the screen and for the press."""
    folder = tmp_path_factory.mktemp("pair")
    only = frozenset({outputs.REPORT, outputs.PRINT})
    layouts = composition.lay_out(CONTENT, Drawings.open(folder), lambda _stage: None, only)
    making.write(layouts, folder, only, lambda _stage: None)
    return folder


@pytest.fixture
def build(pair, tmp_path):
    """A copy of them where a build would be."""
    (tmp_path / "build").mkdir()
    for name in PAIR:
        shutil.copy(pair / name, tmp_path / "build" / name)
    return tmp_path / "build"


def files(folder) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


def spoil(path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[2].contents_add(b"q 1 0 0 rg 200 200 100 100 re f 0 0 0 1 K .1 w 200 400 m 300 400 l S Q", prepend=False)
        pdf.save(path, force_version="1.6")


def test_a_file_that_keeps_all_rules_ends_with_0_and_its_record_stands_beside_it(build) -> None:
    before = (build / "report-print.pdf").read_bytes()
    result = jianbao("check", "--press", "--lang", "zh", cwd=build.parent)
    first, *rules, written, _done = result.stdout.splitlines()
    assert (result.returncode, result.stderr) == (0, "")
    assert first.startswith("report-print.pdf：印前检查合格（")
    assert len(rules) == len(RULES)
    assert written == "  press-check.pdf：检查单，可签字存档"
    assert files(build) == PAIR | {"press-check.pdf"}
    assert (build / "report-print.pdf").read_bytes() == before


def test_a_broken_rule_ends_with_5_is_told_first_and_stands_on_the_record(build) -> None:
    spoil(build / "report-print.pdf")
    result = jianbao("check", "--press", "--lang", "zh", "--quiet", cwd=build.parent)
    lines = result.stdout.splitlines()
    assert result.returncode == 5
    assert lines[0].startswith("report-print.pdf：印前检查不合格（")
    assert lines[1] == "  不合格  颜色全部按四色网点值给出，没有 RGB：色块用了 DeviceRGB 颜色（第 3 页）"
    assert lines[2] == "  不合格  线条不细于 0.25 磅：线只有 0.1 磅粗（第 3 页）"
    text = "".join(pypdfium2.PdfDocument(build / "press-check.pdf")[0].get_textpage().get_text_range().split())
    assert "不合格颜色全部按四色网点值给出，没有RGB色块用了DeviceRGB颜色3" in text
    assert hashlib.sha256((build / "report-print.pdf").read_bytes()).hexdigest() in text


def test_a_trim_and_a_bleed_that_are_asked_for_are_checked(build) -> None:
    asked = jianbao("check", "--press", "--trim", "a4", "--bleed", "3mm", cwd=build.parent)
    assert asked.returncode == 0, asked.stdout
    other = jianbao("check", "--press", "--trim", "daliu", "--bleed", "5mm", cwd=build.parent)
    assert other.returncode == 5
    assert other.stdout.splitlines()[1:3] == [
        "  broken  all pages are cut to one size: A4 210×297 mm, large 16mo 210×285 mm is asked for (page 1–20)",
        "  broken  a bleed of at least 3 mm on all sides: the bleed is only 3 mm, 5 mm are due (page 1–20)",
    ]


def test_quiet_says_nothing_when_all_is_well(build) -> None:
    result = jianbao("check", "--press", "--quiet", cwd=build.parent)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_json_tells_every_rule_with_its_clause(build) -> None:
    spoil(build / "report-print.pdf")
    result = jianbao("check", "--press", "--format", "json", cwd=build.parent)
    told = json.loads(result.stdout)
    (file,) = told["files"]
    assert (result.returncode, told["exit"], file["file"], file["audit"], file["verdict"]) == (
        5,
        5,
        "report-print.pdf",
        "press",
        "broken",
    )
    assert file["record"] == "press-check.pdf"
    assert file["sha256"] == hashlib.sha256((build / "report-print.pdf").read_bytes()).hexdigest()
    assert [one["rule"] for one in file["rules"]] == [f"press.{rule.name}" for rule in RULES]
    (lines,) = (one for one in file["rules"] if one["rule"] == "press.hairlines")
    assert lines == {
        "rule": "press.hairlines",
        "clause": "GWG2015 4.17",
        "verdict": "broken",
        "asks": "no line thinner than 0.25 pt",
        "found": "a line is only 0.1 pt thick",
        "pages": [3],
    }


def test_both_may_be_asked_for_and_no_content_is_needed(build) -> None:
    result = jianbao("check", "--press", "--access", "--out", build, cwd=build)
    assert result.returncode == 0, result.stdout + result.stderr
    assert [line for line in result.stdout.splitlines() if "check passed" in line] == [
        line for line in result.stdout.splitlines() if line.startswith("report")
    ]
    assert files(build) == PAIR | set(auditing.RECORDS.values())


@pytest.mark.parametrize(
    ("option", "file", "cure"),
    [("--press", "report-print.pdf", "jianbao build --only print"), ("--access", "report.pdf", "jianbao build")],
)
def test_a_file_that_is_missing_is_told_with_how_to_make_it(option, file, cure, tmp_path) -> None:
    result = jianbao("check", option, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (5, "")
    assert result.stderr.startswith(f"{file}: error: ")
    assert f"make it first: `{cure}`" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--press", "--access"])
@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.6\n1 0 obj\n<<"])
def test_a_file_that_is_none_is_told(option, data, build) -> None:
    for name in PAIR:
        (build / name).write_bytes(data)
    result = jianbao("check", option, cwd=build.parent)
    assert (result.returncode, result.stdout) == (5, "")
    assert "cannot be read" in result.stderr or "cannot be opened" in result.stderr
    assert files(build) == PAIR


@pytest.mark.parametrize(
    ("pages", "runs"),
    [((), ()), ((3,), ("3",)), ((3, 4), ("3", "4")), ((1, 2, 3, 7, 8, 10, 11, 12, 13), ("1–3", "7", "8", "10–13"))],
)
def test_runs_of_pages_are_drawn_together(pages, runs) -> None:
    assert in_runs(pages) == runs
