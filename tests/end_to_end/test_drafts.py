"""A draft: every page and slide says so, 待更新 stands in its place, what is missing is listed; and as final it is refused."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from generator.diagnostics import Exit
from tests.end_to_end.command import desk, jianbao
from tests.end_to_end.shown import slides

if TYPE_CHECKING:
    from pathlib import Path

OPENED = {
    "2020年: 5425个": "2020年: 待更新",
    "2021财年: 超20亿元": "2021财年: 待更新",
    "2021财年: 10万名乡村学童": "2021财年: 待更新",
    "    scope: 淘宝、支付宝平台": "    scope: 淘宝、支付宝平台\n    owner: 公益部",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Path:
    """A folder with the sample, three of its values still to come."""
    folder = desk(tmp_path_factory.mktemp("drafts"))
    text = (folder / "content.yaml").read_text("utf-8")
    for old, new in OPENED.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "content.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def draft(opened):
    return jianbao("build", "--draft", "--format", "json", cwd=opened), opened / "build"


def notices(run):
    found = (one for one in json.loads(run.stdout)["diagnostics"] if one["code"] == "open-values")
    return ["\n".join((one["message"], *one["details"])) for one in found]


def test_it_is_built_and_lists_what_is_missing_by_owner(draft) -> None:
    run, _ = draft
    assert run.returncode == Exit.DONE, run.stderr
    others, owned = notices(run)  # by their first lines
    assert "公益部" in owned
    assert "善款" in owned
    assert "淘宝村" in others
    assert "音乐教室" in others


@pytest.mark.parametrize("name", ["report.pdf", "report-print.pdf"])
def test_every_page_says_that_it_is_a_draft(draft, name) -> None:
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(draft[1] / name)]
    assert [number for number, text in enumerate(pages, 1) if "草稿" not in text] == []
    assert any("待更新" in text for text in pages)


def test_every_slide_says_that_it_is_a_draft(draft) -> None:
    all_slides = slides(draft[1] / "deck.pptx")
    assert [slide.number for slide in all_slides if "草稿" not in slide.words] == []
    assert any("待更新" in slide.words for slide in all_slides)


@pytest.mark.usefixtures("draft")
def test_its_files_are_proved_as_a_draft_and_not_as_final_ones(opened) -> None:
    assert jianbao("check", "--draft", cwd=opened).returncode == Exit.DONE
    assert jianbao("check", cwd=opened).returncode == Exit.CONTENT


def test_the_same_content_is_refused_as_final_with_the_same_list(draft, opened) -> None:
    run = jianbao("build", "--out", "final", "--format", "json", cwd=opened)
    assert run.returncode == Exit.CONTENT
    lines = enumerate((opened / "content.yaml").read_text("utf-8").splitlines(), 1)
    listed = re.findall(r"第 (\d+) 行|line (\d+)", "\n".join(notices(run)))
    assert sorted(int("".join(one)) for one in listed) == [number for number, line in lines if "待更新" in line]
    assert notices(run) == notices(draft[0])
    assert not (opened / "final").exists()


def test_a_whole_content_may_be_built_as_a_draft_too(small_desk) -> None:
    run = jianbao("build", "--draft", "--only", "report", cwd=small_desk)
    assert run.returncode == Exit.DONE, run.stderr
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(small_desk / "build" / "report.pdf")]
    assert all("草稿" in text for text in pages)
