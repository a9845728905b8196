"""Where the outputs go when nobody says: beside their content, each content's set in a folder of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.publication.home import home_of
from tests.end_to_end.command import FILES, jianbao
from tests.end_to_end.ends import FAULTY, SMALL


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "桌面 一"
    folder.mkdir()
    return folder


def write(folder, name="content.yaml", title="林间小报"):
    text = SMALL.replace("title: 林间小报", f"title: {title}")
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def outputs(folder):
    """Return every output under a folder, by its path from there."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name in FILES)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def built(*arguments, cwd):
    result = jianbao("build", *arguments, "--only", "figures", cwd=cwd)
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("content", "folder"),
    [
        ("content.yaml", "build"),
        ("2022.yaml", "build/2022"),
        ("年报/content.yaml", "年报/build"),
        ("年报/二〇二二 年.yaml", "年报/build/二〇二二 年"),
        ("../content.yaml", "../build"),
        ("/data/v1.2.yaml", "/data/build/v1.2"),
        ("2022.yml", "build/2022.yml"),
        (".yaml", "build/.yaml"),
    ],
)
def test_a_content_s_own_folder_is_beside_it_by_its_name(content, folder) -> None:
    assert home_of(Path(content)) == Path(folder)


def test_sets_of_two_contents_stand_side_by_side(desk) -> None:
    write(desk)
    write(desk, "二〇二二.yaml", "来年的小报")
    assert built(cwd=desk).endswith(": build/")
    before = outputs(desk)
    assert built("二〇二二.yaml", cwd=desk).endswith(": build/二〇二二/")
    after = outputs(desk)
    assert set(after) == {"build/figures.xlsx", "build/二〇二二/figures.xlsx"}
    assert before.items() <= after.items()
    assert after["build/figures.xlsx"] != after["build/二〇二二/figures.xlsx"]


@pytest.mark.parametrize("absolute", [False, True], ids=["relative", "absolute"])
@pytest.mark.parametrize(("name", "folder"), [("content.yaml", "build"), ("年报 稿.yaml", "build/年报 稿")])
def test_from_another_folder_the_set_still_stands_beside_its_content(desk, tmp_path, absolute, name, folder) -> None:
    path = write(desk, name)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    built(path if absolute else Path("..") / desk.name / name, cwd=elsewhere)
    assert set(outputs(tmp_path)) == {f"{desk.name}/{folder}/figures.xlsx"}
    assert list(elsewhere.iterdir()) == []


def test_a_named_folder_is_taken_from_where_the_command_is_typed(desk, tmp_path) -> None:
    write(desk)
    assert built(f"{desk.name}/content.yaml", "--out", "成品", cwd=tmp_path).endswith(": 成品/")
    assert set(outputs(tmp_path)) == {"成品/figures.xlsx"}


def test_check_looks_where_build_wrote_and_at_no_other_content_s_set(desk, tmp_path) -> None:
    write(desk)
    write(desk, "二〇二二.yaml", "来年的小报")
    assert jianbao("build", f"{desk.name}/二〇二二.yaml", cwd=tmp_path).returncode == 0
    assert jianbao("check", f"{desk.name}/二〇二二.yaml", cwd=tmp_path).returncode == 0
    result = jianbao("check", desk / "content.yaml", "--format", "json", cwd=tmp_path)
    told = json.loads(result.stdout)
    assert (result.returncode, told["folder"]) == (5, str(desk / "build"))


def test_what_is_refused_names_the_folder_that_stays_as_it_was(desk) -> None:
    path = write(desk, "二〇二二.yaml")
    path.write_text(FAULTY, encoding="utf-8")
    result = jianbao("build", path.name, cwd=desk)
    assert "nothing was written, build/二〇二二/ is as it was" in result.stderr
    assert not (desk / "build").exists()
