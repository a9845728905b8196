"""The table of standard characters is Unihan's own: made anew from the files of the same version, it is the same to the byte."""

from __future__ import annotations

import pytest

from generator.edition.lint.standard_characters import INSTEAD, OTHERS, STANDARD
from tests.conftest import REQUIRED
from tests.edition.character_table import MAPPINGS, TABLE, VERSION, source, version

COUNT = 8105
"""Characters of 通用规范汉字表."""


def test_the_table_is_what_unihan_says() -> None:
    if not MAPPINGS.is_file():
        if REQUIRED:
            pytest.fail("the package unicode-data is not installed, and JIANBAO_REQUIRE_TOOLS=1 asks for it")
        pytest.skip("the package unicode-data is not installed")
    if version() != VERSION:
        pytest.skip(f"the table is of Unihan {VERSION}, the package of {version()}")
    assert TABLE.read_text("utf-8") == source()


def test_each_character_stands_once_and_for_one_of_the_table() -> None:
    assert len(set(STANDARD)) == len(STANDARD) == COUNT
    assert len(OTHERS) == len(set(OTHERS)) == len(INSTEAD)
    assert set(INSTEAD) <= set(STANDARD)
    assert not set(OTHERS) & set(STANDARD)
