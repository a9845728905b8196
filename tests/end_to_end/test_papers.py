"""The slides as a PDF and the handout, asked for by command: built, proved, and checked where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from tests.end_to_end.command import jianbao
from tests.end_to_end.ends import SMALL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> Path:
    """A folder with a small content, and all five outputs of it."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "content.yaml").write_text(SMALL, encoding="utf-8")
    for command in (("build",), ("build", "--only", "slides"), ("notes", "--at", "14:00")):
        assert jianbao(*command, cwd=folder).returncode == 0
    return folder


def texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def test_nothing_but_report_deck_and_ledger_is_built_unless_asked_for(tmp_path) -> None:
    (tmp_path / "content.yaml").write_text(SMALL, encoding="utf-8")
    jianbao("build", cwd=tmp_path)
    assert {one.name for one in (tmp_path / "build").iterdir() if not one.name.startswith(".")} == {
        "report.pdf", "deck.pptx", "figures.xlsx",
    }  # fmt: skip


def test_the_slides_are_pages_of_their_own_format(papers) -> None:
    with pikepdf.open(papers / "build" / "deck.pdf") as pdf:
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {(0, 0, 960, 540)}
        assert pdf.Root.Outlines.Count > len(pdf.pages)


def test_the_handout_tells_the_time_by_the_clock(papers) -> None:
    pages = texts(papers / "build" / "notes.pdf")
    assert re.search(r"14:00\s?—\s?14:\d\d", pages[0])
    assert len(re.findall(r"14:\d\d", "".join(pages))) > len(pages)


def test_check_proves_them_where_they_stand(papers) -> None:
    result = jianbao("check", cwd=papers)
    assert result.returncode == 0, result.stderr
    assert re.findall(r"(\S+): byte for byte", result.stdout) == [
        "report.pdf", "deck.pptx", "figures.xlsx", "deck.pdf", "notes.pdf",
    ]  # fmt: skip


def test_a_handout_with_another_clock_than_follows_from_its_beginning_is_found(papers, tmp_path) -> None:
    for one in (papers / "build").iterdir():
        if one.is_file():
            (tmp_path / one.name).write_bytes(one.read_bytes())
    assert jianbao("notes", "--at", "9:00", "--out", str(tmp_path / "other"), cwd=papers).returncode == 0
    with pikepdf.open(tmp_path / "notes.pdf") as late, pikepdf.open(tmp_path / "other" / "notes.pdf") as early:
        late.pages[-1].Contents = late.copy_foreign(early.pages[-2 if len(early.pages) > 1 else -1].Contents)
        late.save(tmp_path / "altered.pdf")
    (tmp_path / "altered.pdf").replace(tmp_path / "notes.pdf")
    result = jianbao("check", "--out", str(tmp_path), cwd=papers)
    assert result.returncode == 5
    assert "notes.pdf" in result.stderr
