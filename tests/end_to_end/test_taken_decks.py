"""A deck edited by hand gives its wording back to the content, and no number."""

from __future__ import annotations

import pytest
from pptx import Presentation

from generator.diagnostics import Exit
from tests.conftest import ROOT
from tests.end_to_end.command import jianbao

SAMPLE = (ROOT / "content.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the sample and its deck."""
    made = tmp_path_factory.mktemp("deck")
    (made / "content.yaml").write_text(SAMPLE, "utf-8")
    assert jianbao("build", "--only", "deck", cwd=made).returncode == Exit.DONE
    return made


def edited(folder, old: str, new: str):
    """Save a deck in which the first text that holds some words, or a speaker's note, says others."""
    deck = Presentation(folder / "build" / "deck.pptx")
    frames = [shape.text_frame for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    frames += [slide.notes_slide.notes_text_frame for slide in deck.slides if slide.has_notes_slide]
    run = next(run for frame in frames for line in frame.paragraphs for run in line.runs if old in run.text)
    run.text = run.text.replace(old, new)
    deck.save(folder / "hand.pptx")
    return jianbao("--lang", "zh", "take", "hand.pptx", "--write", cwd=folder)


@pytest.mark.parametrize(
    ("old", "new", "own", "mine"),
    [
        ("把工位搬到县里", "把工位搬进县里", "title: 把工位搬到县里", "title: 把工位搬进县里"),
        ("讲完投入，再讲复工", "先讲投入，再讲复工", "讲完投入，再讲复工。“春雷计划”", "先讲投入，再讲复工。“春雷计划”"),
        (
            "从资金到技术：",
            "有资金有技术：",
            "- 从资金到技术：防疫系统覆盖【数字防疫系统】",
            "- 有资金有技术：防疫系统覆盖【数字防疫系统】",
        ),
        ("淘宝村是怎样认定的", "淘宝村怎样认定", "question: 淘宝村是怎样认定的？", "question: 淘宝村怎样认定？"),
    ],
    ids=["title", "notes", "point", "question"],
)
def test_wording_comes_back(folder, old, new, own, mine) -> None:
    (folder / "content.yaml").write_text(SAMPLE, "utf-8")
    told = edited(folder, old, new)
    assert told.returncode == Exit.DONE, told.stderr
    assert (folder / "content.yaml").read_text("utf-8") == SAMPLE.replace(own, mine)


@pytest.mark.parametrize(
    ("old", "new"),
    [("11年", "12年"), ("5425个", "5452个")],
    ids=["title", "chart"],
)
def test_a_number_is_told_with_its_figure_and_stays(folder, old, new) -> None:
    (folder / "content.yaml").write_text(SAMPLE, "utf-8")
    told = edited(folder, old, new)
    assert (folder / "content.yaml").read_text("utf-8") == SAMPLE
    assert "的数改了" in told.stderr


TEMPLATE = ROOT / "tests" / "template" / "decks" / "libreoffice.potx"


@pytest.mark.parametrize("options", [("--format", "4:3"), ("--template", str(TEMPLATE))], ids=["4:3", "template"])
def test_a_deck_of_another_shape_gives_its_wording_back(tmp_path, options) -> None:
    (tmp_path / "content.yaml").write_text(SAMPLE, "utf-8")
    assert jianbao("build", "--only", "deck", *options, cwd=tmp_path).returncode == Exit.DONE
    needed = edited(tmp_path, "把工位搬到县里", "把工位搬进县里")
    if options[0] == "--template":
        assert (needed.returncode, "[template-needed]" in needed.stderr) == (Exit.USAGE, True)
        assert jianbao("take", "hand.pptx", *options, "--write", cwd=tmp_path).returncode == Exit.DONE
    assert (tmp_path / "content.yaml").read_text("utf-8") == SAMPLE.replace("title: 把工位搬到县里", "title: 把工位搬进县里")


def test_a_file_that_is_no_deck_is_refused(folder) -> None:
    (folder / "no.pptx").write_bytes(b"PK\x03\x04")
    told = jianbao("--lang", "zh", "take", "no.pptx", cwd=folder)
    assert (told.returncode, "Traceback" in told.stderr) == (Exit.CONTENT, False)
