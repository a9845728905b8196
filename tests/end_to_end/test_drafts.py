"""A draft: every page and slide says so, 待更新 stands in its place, what is missing is listed; and as final it is refused."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest
from pptx import Presentation

from generator.diagnostics import Exit
from generator.inspection.status import is_draft
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


def test_every_sheet_of_the_ledger_says_that_it_is_a_draft(draft) -> None:
    book = openpyxl.load_workbook(draft[1] / "figures.xlsx")
    assert {sheet["A1"].value.endswith("（草稿）") for sheet in book} == {True}
    assert {sheet.oddFooter.center.text for sheet in book} == {"草稿"}


def test_every_file_says_so_of_itself(draft) -> None:
    assert {
        path.name: is_draft(path) for path in draft[1].iterdir() if path.suffix in {".pdf", ".pptx", ".xlsx"}
    } == dict.fromkeys(("report.pdf", "report-print.pdf", "deck.pptx", "figures.xlsx"), True)


@pytest.mark.usefixtures("draft")
def test_its_files_are_proved_as_a_draft_without_being_told(opened) -> None:
    run = jianbao("check", "--format", "json", cwd=opened)
    told = json.loads(run.stdout)
    assert run.returncode == Exit.DONE
    assert [one["as_built"] for one in told["files"]] == [True] * 4
    assert [one["code"] for one in told["diagnostics"]].count("standing-draft") == 1
    assert "standing-draft" not in jianbao("check", "--draft", cwd=opened).stderr


def test_what_is_drawn_from_its_deck_is_a_draft_too_and_its_wording_comes_back(draft, tmp_path) -> None:
    folder = shutil.copytree(draft[1].parent, tmp_path / "desk")
    for command in (("build", "--only", "slides"), ("notes",)):
        assert jianbao(*command, cwd=folder).returncode == Exit.DONE
    for name in ("deck.pdf", "notes.pdf"):
        pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(folder / "build" / name)]
        assert [number for number, text in enumerate(pages, 1) if "草稿" not in text] == []
    deck = Presentation(folder / "build" / "deck.pptx")
    runs = (run for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
            for line in shape.text_frame.paragraphs for run in line.runs)  # fmt: skip
    run = next(run for run in runs if "把工位搬到县里" in run.text)
    run.text = run.text.replace("搬到", "搬进")
    deck.save(folder / "hand.pptx")
    taken = jianbao("take", "hand.pptx", "--write", cwd=folder)
    assert taken.returncode == Exit.DONE, taken.stderr
    before = (draft[1].parent / "content.yaml").read_text("utf-8")
    assert (folder / "content.yaml").read_text("utf-8") == before.replace("title: 把工位搬到县里", "title: 把工位搬进县里")


def test_drafts_and_final_files_in_one_folder_are_told(small_desk) -> None:
    assert jianbao("build", cwd=small_desk).returncode == Exit.DONE
    assert jianbao("build", "--draft", "--only", "deck", cwd=small_desk).returncode == Exit.DONE
    run = jianbao("check", "--format", "json", cwd=small_desk)
    assert run.returncode == Exit.INSPECTION
    (told,) = json.loads(run.stdout)["diagnostics"]
    assert told["code"] == "drafts-apart"
    assert told["message"].index("deck.pptx") < told["message"].index("report.pdf")


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
