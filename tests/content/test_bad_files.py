"""Each bad file with its diagnostics beside the bad lines: what an author sees is what is written there, to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from annotated import CASES, annotated, faults, plain

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_bad_file_is_told_to_the_letter(case: Path, line_end: str, tmp_path: Path) -> None:
    text = case.read_text("utf-8")
    file = tmp_path / "content.yaml"
    file.write_text(plain(text), "utf-8", newline=line_end)
    assert annotated(text, faults(file)) == text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_case_has_a_fault(case: Path) -> None:
    assert plain(case.read_text("utf-8")) != case.read_text("utf-8")
