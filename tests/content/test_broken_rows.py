"""A row that YAML cannot read is told on that row, whichever row it is, and costs no other row its check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from yaml_slips import KINDS

from generator.content.reader import read
from generator.content.slips.rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = (Path(__file__).parents[2] / "content.yaml").read_text("utf-8").split("\n")
ROWS = tuple(where.row for where in rows(LINES))


@pytest.mark.parametrize(("spoil", "key"), KINDS.values(), ids=KINDS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_spoilt_row_is_told_on_its_own_line(
    spoil: Callable[[str], str | None], key: str, data: st.DataObject, tmp_path: Path
) -> None:
    row = data.draw(st.sampled_from([row for row in ROWS if spoil(LINES[row])]))
    spoilt = list(LINES)
    spoilt[row] = str(spoil(LINES[row]))
    file = tmp_path / "content.yaml"
    file.write_text("\n".join(spoilt), "utf-8")
    found = read(file).diagnostics
    assert any(key in one.says.key for one in found)
    assert {one.span.line for one in found if one.span} == {row + 1}


def test_two_spoilt_rows_are_both_told(tmp_path: Path) -> None:
    spoilt = list(LINES)
    chosen = [row for row in ROWS if LINES[row].startswith("    means: ")][:12]
    for row in chosen:
        spoilt[row] = LINES[row].replace("means: ", 'means: "')
    file = tmp_path / "content.yaml"
    file.write_text("\n".join(spoilt), "utf-8")
    assert [(one.span.line, one.says.key) for one in read(file).diagnostics if one.span] == [
        (row + 1, "bad-yaml.open-quote") for row in chosen
    ]
