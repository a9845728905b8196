"""Which figures are not approved, and when that is told: as a warning or as a refusal, a list for each owner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.document.approvals import told, unapproved
from tests.document import author

if TYPE_CHECKING:
    from generator.content import model

VALUES = {"2020年": "10个", "2021年": "12个"}


def figure(name: str, owner: str = "", values: dict[str, str] | None = None, **statuses: str) -> model.Figure:
    """A figure with statuses of its values: `then` of the first, `now` of the last."""
    made = author.figure(name, {"owner": owner, "values": values or VALUES})
    first, *others = made.values
    changed = [replace(first, status=statuses.get("then", "")), *others]
    changed[-1] = replace(changed[-1], status=statuses.get("now", ""))
    return replace(made, values=tuple(changed))


def report(*figures: model.Figure) -> model.Report:
    return replace(author.report({}), figures=figures)


@pytest.mark.parametrize(
    ("statuses", "periods"),
    [
        ({"now": "approved"}, []),
        ({"now": "reviewed"}, ["2021年"]),
        ({"now": "draft"}, ["2021年"]),
        ({}, ["2021年"]),
        ({"then": "draft", "now": "approved"}, ["2020年"]),
        ({"then": "approved"}, ["2021年"]),
        ({"then": "reviewed"}, ["2020年", "2021年"]),
    ],
)
def test_the_latest_value_counts_and_what_has_a_status_below_approved(statuses: dict[str, str], periods: list[str]) -> None:
    assert [str(value.period) for value in unapproved(figure("甲", **statuses))] == periods


def test_what_is_still_to_come_is_told_elsewhere() -> None:
    assert unapproved(figure("甲", values={"2020年": "10个", "2021年": "待更新"})) == ()


def test_a_report_without_any_status_has_nothing_to_tell_unless_asked() -> None:
    made = report(figure("甲"), figure("乙"))
    assert told(made, only=False, draft=False) == ()
    (found,) = told(made, only=True, draft=False)
    assert (found.severity.value, len(found.details)) == ("error", 2)


def test_a_draft_has_nothing_to_tell_unless_asked() -> None:
    made = report(figure("甲", now="reviewed"))
    assert told(made, only=False, draft=True) == ()
    assert len(told(made, only=True, draft=True)) == 1


@pytest.mark.parametrize(("only", "severity"), [(False, "warning"), (True, "error")])
def test_each_owner_has_a_list_and_nobody_s_comes_last(only, severity) -> None:
    made = report(figure("甲"), figure("乙", "质量部", now="draft"), figure("丙", "运营部"), figure("丁", "质量部"))
    found = told(made, only=only, draft=False)
    assert [
        (
            dict(one.says.values).get("owner"),
            dict(one.says.values)["count"],
            [dict(each.values)["figure"] for each in one.details],
        )
        for one in found
    ] == [("质量部", 2, ["乙", "丁"]), ("运营部", 1, ["丙"]), (None, 1, ["甲"])]
    assert {one.severity.value for one in found} == {severity}


def test_an_item_names_figure_line_value_and_status() -> None:
    (found,) = told(report(figure("甲", "质量部", now="reviewed"), figure("乙", now="approved")), only=True, draft=False)
    assert found.says.key == "not-approved.of-owner"
    assert found.span is not None
    (item,) = found.details
    values = dict(item.values)
    assert (values["figure"], values["line"]) == ("甲", found.span.line)
    assert [str(one) for one in values["values"]] == ["not-approved.reviewed period=2021年 value=12个"]
