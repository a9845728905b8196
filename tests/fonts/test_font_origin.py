"""fonts/README.md tells the truth about every font file: where it comes from and that nobody has changed it since."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from generator.fonts.library import Library

FONTS = Path(__file__).parent.parent.parent / "fonts"
ROW = re.compile(
    r"^\| `(?P<file>[^`]+\.ttf)` \| (?P<name>[^|]+) \| (?P<version>[^|]+) \| `(?:@[^`]+` \| [\d.]+|docs/make_supplements\.py`) "
    r"\| `(?P<digest>[0-9a-f]{64})` \| OFL 1\.1, `(?P<licence>[^`]+)` \|$",
    re.MULTILINE,
)
ROWS = [match.groupdict() for match in ROW.finditer((FONTS / "README.md").read_text("utf-8"))]


def test_every_font_file_has_a_row_and_every_row_a_file() -> None:
    assert sorted(row["file"] for row in ROWS) == sorted(path.name for path in FONTS.glob("*.ttf"))


def test_the_library_holds_these_files_and_no_others() -> None:
    assert {face.path.name for face in Library.open().with_supplements().faces.values()} == {row["file"] for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_a_font_is_the_one_that_was_published(row: dict[str, str]) -> None:
    assert hashlib.sha256((FONTS / row["file"]).read_bytes()).hexdigest() == row["digest"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_a_font_calls_itself_what_the_table_calls_it(row: dict[str, str]) -> None:
    face = next(face for face in Library.open().with_supplements().faces.values() if face.path.name == row["file"])
    weight = "Bold" if face.bold else "Regular"
    assert f"{face.family} {weight}" == row["name"]
    assert face.postscript_name == f"{face.family}-{weight}".replace(" ", "")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_the_licence_lies_beside_the_font(row: dict[str, str]) -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / row["licence"]).read_text("utf-8")
