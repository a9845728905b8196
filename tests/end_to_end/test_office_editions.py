"""The report in one ink and the booklet, asked for by command: built beside the others or alone, proved, checked, and altered."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pikepdf
import pytest

from tests.end_to_end.command import jianbao
from tests.end_to_end.ends import SMALL

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"report-gray.pdf", "report-booklet.pdf"}


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Path:
    """A folder with a small content, its report, and both editions for the office."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "content.yaml").write_text(SMALL, encoding="utf-8")
    result = jianbao("build", "--only", "report", "--gray", "--booklet", cwd=folder)
    assert result.returncode == 0, result.stderr
    return folder


def test_they_stand_beside_what_else_is_asked_for(office) -> None:
    assert {one.name for one in (office / "build").glob("*.pdf")} == {"report.pdf", *NAMES}


@pytest.mark.parametrize("only", ["gray", "booklet"])
def test_one_alone_may_be_asked_for(tmp_path, only) -> None:
    (tmp_path / "content.yaml").write_text(SMALL, encoding="utf-8")
    assert jianbao("build", "--only", only, cwd=tmp_path).returncode == 0
    assert [one.name for one in (tmp_path / "build").glob("*.pdf")] == [f"report-{only}.pdf"]


def test_the_gray_edition_has_one_ink(office) -> None:
    with pikepdf.open(office / "build" / "report-gray.pdf") as pdf:
        named = {str(one.operator) for page in pdf.pages for one in pikepdf.parse_content_stream(page)}
    assert {"g"} <= named
    assert not named & {"rg", "RG", "k", "K", "cs", "CS", "scn", "SCN"}


def test_they_are_sound(office, tool) -> None:
    for name in NAMES:
        checked = subprocess.run([tool("qpdf"), "--check", str(office / "build" / name)], check=False, capture_output=True)
        assert checked.returncode == 0


@pytest.mark.parametrize("name", sorted(NAMES))
def test_check_tells_a_number_that_was_covered(office, tmp_path, name) -> None:
    shutil.copytree(office, tmp_path / "desk")
    file = tmp_path / "desk" / "build" / name
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        page = pdf.pages[2]
        page.contents_add(b"q 1 g 0 0 2000 2000 re f Q")
        pdf.save(file)
    result = jianbao("check", cwd=tmp_path / "desk")
    assert result.returncode == 5
    assert re.search(rf"{name}.*(number-changed|not-visible)", result.stderr)
