"""generator/profiles/README.md tells the truth about every profile: where it comes from, and that nobody has changed it."""

from __future__ import annotations

import hashlib
import re

import pytest

from generator.profiles import icc

ROW = re.compile(
    r"^\| `(?P<file>[^`]+\.icc)` \| [^|]+ \| [^|]+ \| (?P<licence>[^|]+) \| `(?P<digest>[0-9a-f]{64})` \|$", re.MULTILINE
)
TOLD = (icc.FOLDER / "README.md").read_text("utf-8")
ROWS = [match.groupdict() for match in ROW.finditer(TOLD)]


def test_every_profile_has_a_row_and_every_row_a_profile() -> None:
    assert sorted(row["file"] for row in ROWS) == sorted(path.name for path in icc.FOLDER.glob("*.icc"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_a_profile_is_the_one_that_was_published_and_its_licence_stands_below(row: dict[str, str]) -> None:
    assert hashlib.sha256((icc.FOLDER / row["file"]).read_bytes()).hexdigest() == row["digest"]
    assert f"\n## {row['file']}\n" in TOLD
