"""`jianbao new`: each start builds as it is written, explains itself, shows what may be written, and never goes over what is there."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from generator.content.schema import CHART_KINDS, KINDS
from generator.diagnostics import Exit
from generator.starting import CONTENT, SCHEMA, SKELETONS, STARTER, STARTS
from tests.end_to_end.command import jianbao

STARTED = {STARTER: ("new", "desk"), **{name: ("new", "desk", "--from", name) for name in SKELETONS}}
POSTED = re.compile(r"^# yaml-language-server: \$schema=jianbao\.schema\.json$", re.MULTILINE)
SHOWN = {
    "heading": r"^ +## ", "subheading": r"^ +### ", "bullets": r"^ +- 走得到", "nested": r"^ +- 有", "numbers": r"^ +1\. ",
    "quotation": r"^ +> —— ", "table": r"\|:--\|", "title of a table": r"表：",
    "picture in a text": r"!\[", "mark of a note": r"】\[\^率\]",
    "note": r"\[\^率\]: ", "link": r"\]\(https", "emphasis": r"\*\*", "lowered": r"~2~", "raised": r"\^2\^", "pause": r"走到 / 每",
    "period": r"@2022年】", "growth": r":同比】", "its period": r":时期】", "restated": r"was: ",
    "target": r"target: ", "series": r"series: ",
    "line of figures": r"axis: cut", "data table": r"table: 有", "looked at": r"emphasis: ",
    "own colour": r"color: \{rgb", "icon": r"^      icon: ",
}  # fmt: skip
"""What the starter shows, each once, by what it is written with."""


@pytest.fixture(scope="module", params=STARTED)
def desk(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    done = jianbao(*STARTED[request.param], cwd=folder)
    assert done.returncode == Exit.DONE, done.stderr
    return request.param, folder / "desk"


def test_what_begins_builds_at_once_and_without_a_warning(desk) -> None:
    name, folder = desk
    done = jianbao(
        "build", "desk/content.yaml", "--format", "json", *(["--draft"] if name in SKELETONS else []), cwd=folder.parent
    )
    assert done.returncode == Exit.DONE, done.stdout + done.stderr
    assert [one for one in json.loads(done.stdout)["diagnostics"] if one["severity"] != "notice"] == []


def test_a_skeleton_s_values_are_all_to_come(desk) -> None:
    name, folder = desk
    figures = yaml.safe_load((folder / CONTENT).read_text("utf-8"))["figures"]
    open_values = [value == "待更新" for figure in figures.values() for value in figure["values"].values()]
    assert all(open_values) if name in SKELETONS else not any(open_values)


def test_its_first_line_names_the_schema_that_stands_beside_it(desk) -> None:
    _, folder = desk
    assert POSTED.match((folder / CONTENT).read_text("utf-8"))
    schema = json.loads((folder / SCHEMA).read_text("utf-8"))
    assert set(yaml.safe_load((folder / CONTENT).read_text("utf-8"))) <= set(schema["properties"])


def test_a_starter_says_that_all_is_made_up() -> None:
    text = (STARTS / f"{STARTER}.yaml").read_text("utf-8")
    assert "机构、人物与数字都是编的" in text.partition("report:")[0]
    assert "编的" in yaml.safe_load(text)["report"]["colophon"]


@pytest.mark.parametrize("shown", SHOWN)
def test_the_starter_shows_each_way_of_writing(shown) -> None:
    assert re.search(SHOWN[shown], (STARTS / f"{STARTER}.yaml").read_text("utf-8"), re.MULTILINE)


def test_the_starter_has_a_figure_of_every_kind_and_kinds_of_charts() -> None:
    content = yaml.safe_load((STARTS / f"{STARTER}.yaml").read_text("utf-8"))
    assert {one["kind"] for one in content["figures"].values()} == {*KINDS}
    charts = [chart for part in (*content["themes"], content["history"]) for chart in part["charts"]]
    assert {one["kind"] for one in charts} <= {*CHART_KINDS}
    assert len(charts) == 5


def test_every_key_is_explained_where_it_stands_first() -> None:
    text = (STARTS / f"{STARTER}.yaml").read_text("utf-8")
    first: dict[str, str] = {}
    for line in text.splitlines():
        for key in re.findall(r"^ *(?:- )?([a-z_]+):", line):
            first.setdefault(key, line)
    plain = {"title", "themes"}
    assert [key for key, line in first.items() if "#" not in line.replace('"#', "") and key not in plain] == []


@pytest.mark.parametrize("name", STARTED)
def test_a_start_has_the_sections_that_such_reports_have(name) -> None:
    sections = yaml.safe_load((STARTS / f"{name}.yaml").read_text("utf-8"))["sections"]
    kinds = [one["kind"] for one in sections]
    own = {"quotations"} if name == STARTER else set()
    assert len(kinds) == len({*kinds})
    assert {*kinds} == {"letter", "chronicle", "awards", "index", "feedback"} | own


@pytest.mark.parametrize("there", ["content.yaml", ".git", "笔记.txt"])
def test_a_folder_that_holds_anything_is_left_as_it_is(tmp_path, there) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / there).write_text("我的", "utf-8")
    done = jianbao("new", "desk", cwd=tmp_path)
    assert done.returncode == Exit.WRITE
    assert "desk" in done.stderr
    assert [one.name for one in (tmp_path / "desk").iterdir()] == [there]
    assert (tmp_path / "desk" / there).read_text("utf-8") == "我的"


def test_a_file_of_that_name_is_left_as_it_is(tmp_path) -> None:
    (tmp_path / "desk").write_text("我的", "utf-8")
    assert jianbao("new", "desk", cwd=tmp_path).returncode == Exit.WRITE
    assert (tmp_path / "desk").read_text("utf-8") == "我的"


def test_an_empty_folder_is_taken(tmp_path) -> None:
    (tmp_path / "desk").mkdir()
    assert jianbao("new", "desk", cwd=tmp_path).returncode == Exit.DONE
    assert (tmp_path / "desk" / CONTENT).is_file()


def test_another_start_is_refused_with_those_that_are_there(tmp_path) -> None:
    done = jianbao("new", "desk", "--from", "school", cwd=tmp_path)
    assert done.returncode == Exit.USAGE
    assert all(name in done.stderr for name in SKELETONS)
    assert not (tmp_path / "desk").exists()
