"""The shape for editors: closed, complete, and described in Chinese."""

from __future__ import annotations

import re

import pytest

from generator.content.schema import json_schema

WHOLE = json_schema()
OBJECTS = {"content": WHOLE, **WHOLE["$defs"]}


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_every_part_is_closed(name) -> None:
    assert OBJECTS[name]["additionalProperties"] is False


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, one in sorted(OBJECTS.items()) for key in one["properties"]])
def test_every_key_is_described_in_chinese(name, key) -> None:
    assert re.search("[\u4e00-\u9fff]", OBJECTS[name]["properties"][key]["description"])


def test_no_part_speaks_of_null_or_of_python() -> None:
    assert "null" not in str(WHOLE)
    assert "Any" not in str(WHOLE)
