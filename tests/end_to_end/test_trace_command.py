"""`jianbao trace`: exit codes, what is printed, and the same for programs."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.conftest import ROOT
from tests.end_to_end.command import jianbao

LINHAI = ROOT / "tests" / "edition"


@pytest.fixture
def folder(tmp_path):
    shutil.copy(LINHAI / "linhai.yaml", tmp_path / "content.yaml")
    shutil.copy(LINHAI / "letter.txt", tmp_path / "通讯.txt")
    return tmp_path


def test_all_is_found(folder) -> None:
    result = jianbao("trace", "通讯.txt", "--lang", "zh", cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    assert "找到  投入 近12亿元：通讯 第2段" in result.stdout
    assert "未查  成活率 90%：没有给出来源“公报”" in result.stdout
    assert "未收  通讯 第5段：88公里（…，数万人来过。这一年修路88公里。）" in result.stdout
    assert {path.name for path in folder.iterdir()} == {"content.yaml", "通讯.txt"}


def test_a_slip_ends_with_the_code_of_a_content_with_faults(folder) -> None:
    content = folder / "content.yaml"
    content.write_text(content.read_text("utf-8").replace("近12亿元", "近12万元"), encoding="utf-8")
    result = jianbao("trace", "通讯=通讯.txt", "--quiet", cwd=folder)
    assert result.returncode == 3
    assert result.stderr.startswith(
        "content.yaml:15:24: error: `投入` has `近12万元`, the source `接近12亿元 (通讯 paragraph 2)`"
    )
    assert "found 8 of 10" in result.stdout


def test_programs_get_it_as_facts(folder) -> None:
    result = jianbao("trace", "通讯.txt", "--content", "content.yaml", "--format", "json", cwd=folder)
    [facts] = json.loads(result.stdout)["files"]
    assert facts["figures"][0] == {
        "figure": "投入", "period": "截至2020年底", "value": "近12亿元", "verdict": "found", "cited": "通讯 第2段", "line": 15,
        "seen": [{"text": "接近12亿元", "file": "通讯.txt", "paragraph": 2}],
    }  # fmt: skip
    assert [one["text"] for one in facts["lacking"]] == ["第3次", "88公里"]


@pytest.mark.parametrize(
    ("arguments", "code"), [((), 2), (("none.txt",), 3), (("x=通讯.txt",), 2), (("通讯.txt", "--content", "none.yaml"), 3)]
)
def test_what_cannot_be_looked_up_has_its_code(folder, arguments, code) -> None:
    assert jianbao("trace", *arguments, cwd=folder).returncode == code
