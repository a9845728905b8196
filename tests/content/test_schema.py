"""The shape for editors: closed, complete, and described in the reader's language; every key is, and nothing else."""

from __future__ import annotations

import re

import polib
import pytest

from generator.content.schema import COLORS, json_schema
from generator.design.palette import THEMES
from generator.diagnostics import Words
from generator.messages.catalog import FOLDER, catalog

WHOLE = json_schema(catalog("zh").word)
OBJECTS = {"content": WHOLE, **WHOLE["$defs"]}


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_every_part_is_closed(name) -> None:
    assert OBJECTS[name]["additionalProperties"] is False


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, one in sorted(OBJECTS.items()) for key in one["properties"]])
def test_every_key_is_described_in_chinese(name, key) -> None:
    assert re.search("[\u4e00-\u9fff]", OBJECTS[name]["properties"][key]["description"])


def test_a_reader_of_english_is_spoken_to_in_english() -> None:
    values = json_schema(catalog("en").word)["$defs"]["Figure"]["properties"]["values"]
    assert values["description"] == "values by period, such as `2020年: 5425个`"


def test_the_catalogs_describe_every_key_and_no_other() -> None:
    spoken: set[str] = set()

    def word(words: Words) -> str:
        spoken.add(words.key)
        return ""

    json_schema(word)
    assert spoken == {entry.msgid for entry in polib.pofile(str(FOLDER / "zh" / "schema.po"), encoding="utf-8")}


def test_the_colours_by_name_are_those_of_the_house() -> None:
    assert tuple(THEMES) == COLORS


def test_no_part_speaks_of_null_or_of_python() -> None:
    assert "null" not in str(WHOLE)
    assert "Any" not in str(WHOLE)
