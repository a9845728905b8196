"""Which figures are not approved, and when that is told: as warnings by owner, or as a refusal of each."""

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
    assert [one.severity.value for one in told(made, only=True, draft=False)] == ["error", "error"]


def test_a_draft_has_nothing_to_tell_unless_asked() -> None:
    made = report(figure("甲", now="reviewed"))
    assert told(made, only=False, draft=True) == ()
    assert len(told(made, only=True, draft=True)) == 1


def test_warnings_stand_by_owner_and_those_of_nobody_last() -> None:
    made = report(figure("甲"), figure("乙", "质量部", now="draft"), figure("丙", "运营部"), figure("丁", "质量部"))
    found = told(made, only=False, draft=False)
    assert [(one.says.key, dict(one.says.values).get("owner")) for one in found] == [
        ("not-approved.all-of-owner", "质量部"),
        ("not-approved.all-of-owner", "运营部"),
        ("not-approved.all-of-nobody", None),
    ]
    assert {one.severity.value for one in found} == {"warning"}
    assert dict(found[0].says.values)["count"] == len(["乙", "丁"])


def test_a_refusal_names_figure_value_status_and_owner() -> None:
    (found,) = told(report(figure("甲", "质量部", now="reviewed"), figure("乙", now="approved")), only=True, draft=False)
    assert found.says.key == "not-approved.of-owner"
    assert str(found.says).count("甲") == 1
    assert "not-approved.reviewed" in str(found.says)
    assert "12个" in str(found.says)
    assert found.span is not None
