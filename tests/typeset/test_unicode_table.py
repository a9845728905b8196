"""The table of classes is Unicode's own: made anew from the files of the same version, it is the same to the byte."""

from __future__ import annotations

import pytest

from generator.typeset.unicode_classes import RUNS, VERSION
from tests.conftest import REQUIRED
from tests.typeset.unicode_table import CODES, TABLE, UNICODE, source, version_of


def test_the_table_is_what_unicode_s_files_say() -> None:
    if not (UNICODE / "LineBreak.txt").is_file():
        if REQUIRED:
            pytest.fail("the package unicode-data is not installed, and JIANBAO_REQUIRE_TOOLS=1 asks for it")
        pytest.skip("the package unicode-data is not installed")
    if version_of(UNICODE) != VERSION:
        pytest.skip(f"the table is of Unicode {VERSION}, the package of {version_of(UNICODE)}")
    assert TABLE.read_text("utf-8") == source(UNICODE)


def test_every_code_has_its_classes() -> None:
    assert sum(int(run.partition(":")[0], 16) for run in RUNS.split()) == CODES
