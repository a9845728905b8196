"""`jianbao compare`: what is printed, written and left alone."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ROOT
from tests.end_to_end.command import jianbao

LINHAI = ROOT / "tests" / "edition" / "linhai.yaml"


@pytest.fixture
def folder(tmp_path):
    text = LINHAI.read_text("utf-8")
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(
        text.replace("超300万棵", "约300万棵").replace("message: 甲", "message: 甲乙"), encoding="utf-8"
    )
    return tmp_path


def test_changes_are_told_line_by_line(folder) -> None:
    result = jianbao("compare", "old.yaml", "new.yaml", "--lang", "zh", cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    *lines, counts, last = result.stdout.splitlines()
    assert lines == ["限定词  苗木（2020年）：超300万棵 → 约300万棵", "文字  甲", "    甲", "    甲{+乙+}"]
    assert counts == "数据新增 0、删去 0、改动 1；文字改动 1 段"
    assert last.endswith("：new.yaml")
    assert {path.name for path in folder.iterdir()} == {"old.yaml", "new.yaml"}


def test_programs_get_it_as_facts_and_the_approver_a_page(folder) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = jianbao("compare", "old.yaml", "new.yaml", "--format", "json", "--out", "out/changes.pdf", cwd=folder)
    [facts] = json.loads(result.stdout)["files"]
    [change] = facts["changes"]
    assert change == {"figure": "苗木", "period": "2020年", "what": "qualifier", "old": "超300万棵", "new": "约300万棵"}
    assert facts["texts"] == [{"part": "甲", "old": [{"text": "甲", "changed": False}],
                               "new": [{"text": "甲", "changed": False}, {"text": "乙", "changed": True}]}]  # fmt: skip
    assert (folder / "out" / "changes.pdf").read_bytes().startswith(b"%PDF-")
    assert {name: (folder / name).read_bytes() for name in before} == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("old.yaml",), 2),
        (("old.yaml", "new.yaml", "--out", "new.yaml"), 2),
        (("old.yaml", "none.yaml"), 3),
        (("old.yaml", "."), 3),
        (("old.yaml", "new.yaml", "--out", "old.yaml/x.pdf"), 6),
    ],
)
def test_what_cannot_be_compared_has_its_code(folder, arguments, code) -> None:
    assert jianbao("compare", *arguments, cwd=folder).returncode == code
