"""The file for the press is proved like the report, and against it: each plate, box and profile, and page for page the same items."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array

from generator import composition, making
from generator.charts.drawings import Drawings
from generator.diagnostics import Diagnostic, Severity
from generator.inspection import checks
from generator.outputs import PRINT, REPORT
from tests.inspection.conftest import CONTENT, Desk
from tests.inspection.planting import Paper, pdf_of

BOTH = frozenset({REPORT, PRINT})
PAGE = 4
"""Index of a page with black text, lines and a theme's colour."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("printed")
    layouts = composition.lay_out(CONTENT, Drawings(), lambda _stage: None, BOTH)
    making.write(layouts, folder, BOTH, lambda _stage: None)
    return Desk(folder, layouts)


def proved(desk: Desk, folder: Path, outputs: frozenset[str] = BOTH) -> list[Diagnostic]:
    expected = making.expected(desk.layouts, outputs)
    return list(checks.inspect(folder, outputs, expected, built_now=True).diagnostics)


def test_both_files_of_a_fresh_build_are_proved(printed: Desk) -> None:
    told = checks.inspect(printed.folder, BOTH, making.expected(printed.layouts, BOTH), built_now=True)
    assert told.diagnostics == ()
    assert told.value.papers[PRINT][0] == told.value.pages


def replaced(old: str, new: str) -> Callable[[pikepdf.Pdf], None]:
    def alter(pdf: pikepdf.Pdf) -> None:
        paper = Paper(pdf.pages[PAGE])
        assert old in paper.stream
        paper.stream = paper.stream.replace(old, new, 1)

    return alter


def boxed(key: str, by: float) -> Callable[[pikepdf.Pdf], None]:
    def alter(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[PAGE].obj
        left, low, right, high = map(float, page[key])
        page[key] = Array([left + by, low, right + by, high])

    return alter


def profile_exchanged(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:-1] + b"!")


def condition_exchanged(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = pikepdf.String("FOGRA51")


def painted(operators: str) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: Paper(pdf.pages[PAGE]).paint(operators)


@pytest.mark.parametrize(
    ("alter", "keys"),
    [
        (replaced("0 0 0 1 k", "0.6 0.5 0.5 1 k"), {"looks-changed"}),
        (replaced("0 0 0 1 k", "0 g"), {"looks-changed"}),
        (replaced("0 0 0 1 k", "0.12 0.11 0.11 rg"), {"looks-changed"}),
        (replaced("/Over gs", "/Knock gs"), {"looks-changed"}),
        (boxed("/TrimBox", 1), {"looks-changed", "editions-differ"}),
        (boxed("/BleedBox", 1), {"looks-changed"}),
        (profile_exchanged, {"looks-changed"}),
        (condition_exchanged, {"looks-changed"}),
        (painted("/All CS 1 SCN 0.25 w 40 20 m 60 20 l S"), {"looks-changed"}),
        (painted("/All CS 1 SCN 0.25 w 240 320 m 260 320 l S"), {"looks-changed", "editions-differ"}),
        (painted("0 0 0 0.5 k 200 300 20 20 re f"), {"looks-changed", "editions-differ"}),
    ],
)
def test_what_is_altered_in_the_file_for_the_press_is_told(
    printed: Desk, tmp_path: Path, alter: Callable[[pikepdf.Pdf], None], keys: set[str]
) -> None:
    for name in ("report.pdf", "report-print.pdf"):
        shutil.copy(printed.folder / name, tmp_path / name)
    with pdf_of(tmp_path / "report-print.pdf") as pdf:
        alter(pdf)
    told = proved(printed, tmp_path)
    assert {one.says.key.partition(".")[0] for one in told} - {"number-changed", "not-visible"} == keys


def printed_otherwise(desk: Desk, folder: Path, alter: Callable[[pikepdf.Pdf], None]) -> list[tuple[Severity, str]]:
    """Return what `check` tells of an altered file for the press: how grave, and in what it lies."""
    shutil.copy(desk.folder / "report-print.pdf", folder / "report-print.pdf")
    with pdf_of(folder / "report-print.pdf") as pdf:
        alter(pdf)
    told = checks.examine(folder, frozenset({PRINT}), making.expected(desk.layouts, frozenset({PRINT}))).diagnostics
    return [(one.severity, str(dict(one.says.values)["facts"])) for one in told if one.code == "looks-changed"]


@pytest.mark.parametrize(
    ("alter", "lies_in"),
    [
        (replaced("0 0 0 1 k", "0.6 0.5 0.5 1 k"), "fact.colour"),
        (replaced("0 0 0 1 k", "0 g"), "fact.colour"),
        (replaced("/Over gs", "/Knock gs"), "fact.overprint"),
        (boxed("/TrimBox", 1), "fact.size"),
        (boxed("/BleedBox", 1), "fact.size"),
        (profile_exchanged, "fact.condition"),
        (condition_exchanged, "fact.condition"),
        (painted("/All CS 1 SCN 0.25 w 40 20 m 60 20 l S"), "fact.drawn"),
    ],
)
def test_what_a_press_prints_otherwise_is_an_error_of_a_check(
    printed: Desk, tmp_path: Path, alter: Callable[[pikepdf.Pdf], None], lies_in: str
) -> None:
    [(severity, facts)] = printed_otherwise(printed, tmp_path, alter)
    assert (severity, lies_in in facts) == (Severity.ERROR, True)


def test_what_another_program_writes_of_itself_is_none(printed: Desk, tmp_path: Path) -> None:
    def saved_again(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Producer"] = pikepdf.String("another program")

    assert [one for one, _ in printed_otherwise(printed, tmp_path, saved_again)] == [Severity.NOTICE]
