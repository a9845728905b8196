"""The sample rolled on by the command, into a file of its own: it builds as a draft at once, and is refused as final."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Exit
from tests.end_to_end.command import desk, jianbao

if TYPE_CHECKING:
    from pathlib import Path

ROLL = ("roll", "--edition", "2021-2022")


@pytest.fixture(scope="module")
def rolled(tmp_path_factory) -> Path:
    """A folder with the sample and what it was rolled on to."""
    folder = desk(tmp_path_factory.mktemp("rolled"))
    run = jianbao(*ROLL, "--out", "next.yaml", cwd=folder)
    assert run.returncode == Exit.DONE, run.stderr
    (folder / "told.txt").write_text(run.stdout + run.stderr, encoding="utf-8")
    return folder


def test_it_builds_as_a_draft_and_is_refused_as_final(rolled) -> None:
    run = jianbao("build", "next.yaml", "--draft", "--format", "json", cwd=rolled)
    assert run.returncode == Exit.DONE, run.stdout
    assert [one["severity"] for one in json.loads(run.stdout)["diagnostics"] if one["severity"] != "notice"] == []
    final = jianbao("build", "next.yaml", "--out", "final", "--format", "json", cwd=rolled)
    assert final.returncode == Exit.CONTENT
    errors = [one for one in json.loads(final.stdout)["diagnostics"] if one["severity"] == "error"]
    new = (rolled / "next.yaml").read_text("utf-8")
    (figures,) = (one for one in errors if one["code"] == "open-values")
    assert len(figures["details"]) == new.count(": 待更新\n")
    assert [one["code"] for one in errors].count("open-decision") == new.count("decision: 待更新  #")
    assert len(errors) == 1 + new.count("decision: 待更新  #")


@pytest.mark.parametrize(
    "told",
    [
        "46 figures to come, 7 figures as they were",
        "`百年目标` is told once",
        "`青川捐款` is of earlier years",
        "`疫情期间` cannot be moved on",
        "`淘宝村@2013年` still stands on line",
        "the discrepancy about `善款` is to be decided anew",
        "`最新一期` on line",
        "`即将` on line",
        "`十五年` on line",
    ],
)
def test_what_is_left_to_an_editor_is_told(rolled, told) -> None:
    assert told in (rolled / "told.txt").read_text("utf-8")


def test_the_lines_told_are_those_of_the_new_file(rolled) -> None:
    lines = (rolled / "next.yaml").read_text("utf-8").splitlines()
    for told in (rolled / "told.txt").read_text("utf-8").splitlines():
        if "is told once" in told:
            _, number, column, *_ = told.split(":")
            name = told.split("`")[1]
            assert lines[int(number) - 1][int(column) - 1 :].startswith(f"{name}:")


def test_the_sample_itself_is_as_it_was_and_no_file_is_written_over(rolled) -> None:
    before = {path.name: path.read_bytes() for path in rolled.glob("*.yaml")}
    run = jianbao(*ROLL, "--out", "next.yaml", cwd=rolled)
    assert run.returncode == Exit.WRITE
    assert "[file-there]" in run.stderr
    assert jianbao(*ROLL, "--out", "content.yaml", cwd=rolled).returncode == Exit.WRITE
    assert {path.name: path.read_bytes() for path in rolled.glob("*.yaml")} == before
    assert jianbao(*ROLL, "--out", "next.yaml", "--write", cwd=rolled).returncode == Exit.DONE
    assert {path.name: path.read_bytes() for path in rolled.glob("*.yaml")} == before
    assert list(rolled.glob(".jianbao-*")) == []


def test_rolled_again_it_says_that_nothing_changed(rolled) -> None:
    before = (rolled / "next.yaml").read_bytes()
    run = jianbao("roll", "next.yaml", "--edition", "2021-2022", "--out", "next.yaml", cwd=rolled)
    assert run.returncode == Exit.DONE
    assert "`2021—2022` already: nothing was changed" in run.stdout
    assert (rolled / "next.yaml").read_bytes() == before


def test_without_a_new_file_the_changes_are_shown_and_nothing_is_written(rolled) -> None:
    before = sorted(path.name for path in rolled.iterdir())
    run = jianbao(*ROLL, cwd=rolled)
    assert run.returncode == Exit.DONE
    shown = run.stdout.splitlines()
    assert shown[:2] == ["--- content.yaml", "+++ 2021—2022"]
    new = (rolled / "next.yaml").read_text("utf-8").splitlines()
    assert [line[1:] for line in shown[2:] if line.startswith("+")] == [line for line in new if f"+{line}" in shown]
    assert sorted(path.name for path in rolled.iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("roll", "--out", "x.yaml"), Exit.USAGE, "edition"),
        (("roll", "--edition", "next", "--out", "x.yaml"), Exit.USAGE, "[no-edition]"),
        (("roll", "--edition", "2019", "--out", "x.yaml"), Exit.USAGE, "[no-edition]"),
        (("roll", "none.yaml", "--edition", "2022", "--out", "x.yaml"), Exit.CONTENT, "[no-file]"),
    ],
)
def test_what_cannot_be_rolled_is_told(rolled, arguments, code, told) -> None:
    run = jianbao(*arguments, cwd=rolled)
    assert run.returncode == code
    assert told in run.stderr
    assert "Traceback" not in run.stderr
    assert not (rolled / "x.yaml").exists()
