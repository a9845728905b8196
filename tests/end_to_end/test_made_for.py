"""What was chosen when a deck was built need not be said again: `check`, the handout and the slides' PDF go by the deck that stands."""

from __future__ import annotations

import re
import shutil
from hashlib import sha256
from pathlib import Path

import pikepdf
import pptx
import pytest

from generator.inspection.deck.made_for import MadeFor, made_for
from generator.profiles import icc
from tests.end_to_end.command import jianbao
from tests.end_to_end.ends import SMALL

POWERPOINT = Path(pptx.__file__).parent / "templates" / "default.pptx"


def desk(folder: Path, *options: str) -> Path:
    """A folder with a small content and its set, built with options, and a company's template."""
    folder.mkdir(exist_ok=True)
    (folder / "content.yaml").write_text(SMALL, encoding="utf-8")
    shutil.copy(POWERPOINT, folder / "corp.pptx")
    result = jianbao("build", *options, cwd=folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.mark.parametrize(
    "options",
    [
        ("--fonts", "system"),
        ("--fonts", "none"),
        ("--fonts", "whole"),
        ("--format", "4:3"),
        ("--format", "4:3", "--fonts", "system"),
    ],
    ids=" ".join,
)
def test_plain_check_proves_what_was_built_with_options(tmp_path, options) -> None:
    result = jianbao("check", cwd=desk(tmp_path, *options))
    assert (result.returncode, result.stderr) == (0, "")
    assert len(re.findall("byte for byte", result.stdout)) == 3


def test_another_choice_can_be_named_and_is_told_from_the_deck_that_stands(tmp_path) -> None:
    result = jianbao("check", "--fonts", "embedded", cwd=desk(tmp_path, "--fonts", "system"))
    assert result.returncode == 0
    assert re.findall(r"\[(\S+)\]", result.stderr) == ["looks-changed"]


def test_a_template_that_is_not_named_is_one_fault_whose_cure_works(tmp_path) -> None:
    folder = desk(tmp_path, "--template", "corp.pptx")
    result = jianbao("check", cwd=folder)
    assert result.returncode == 2
    assert re.findall(r"\[(\S+)\]", result.stderr) == ["template-needed"]
    cure = re.search(r"`--template (\S+)`", result.stderr)[1]
    again = jianbao("check", "--template", cure, cwd=folder)
    assert (again.returncode, again.stderr) == (0, "")


def test_the_slides_pdf_and_the_handout_are_of_the_deck_that_stands(tmp_path) -> None:
    folder = desk(tmp_path, "--format", "4:3", "--fonts", "system")
    for command in (("build", "--only", "slides"), ("notes",)):
        assert jianbao(*command, cwd=folder).returncode == 0
    with pikepdf.open(folder / "build" / "deck.pdf") as pdf:
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {(0, 0, 720, 540)}
    result = jianbao("check", cwd=folder)
    assert (result.returncode, len(re.findall("byte for byte", result.stdout))) == (0, 5)


def test_a_report_alone_asks_for_no_template(tmp_path) -> None:
    folder = desk(tmp_path, "--template", "corp.pptx")
    assert jianbao("build", "--only", "report", cwd=folder).returncode == 0
    assert jianbao("notes", cwd=folder).returncode == 2


@pytest.mark.parametrize("data", [b"", b"no package", None], ids=["empty", "no package", "not there"])
def test_of_a_file_that_is_no_deck_nothing_is_known(tmp_path, data) -> None:
    if data is not None:
        (tmp_path / "deck.pptx").write_bytes(data)
    assert made_for(tmp_path / "deck.pptx") == MadeFor()


def test_after_another_program_saved_the_deck_it_is_known_still(tmp_path) -> None:
    folder = desk(tmp_path, "--format", "4:3", "--fonts", "none")
    path = folder / "build" / "deck.pptx"
    pptx.Presentation(path).save(path)
    assert made_for(path) == MadeFor(4 / 3, "none")
    assert jianbao("check", cwd=folder).returncode == 0


SAMPLE_PROFILE = icc.FOLDER / icc.COATED_FILE


def printed(folder: Path, *options: str) -> Path:
    """A folder with a small content, its report and its file for the press."""
    folder.mkdir(exist_ok=True)
    (folder / "content.yaml").write_text(SMALL, encoding="utf-8")
    result = jianbao("build", "--only", "report,deck,figures,print", *options, cwd=folder)
    assert result.returncode == 0, result.stderr
    return folder


def test_plain_check_goes_by_the_print_shop_s_own_profile_and_says_so(tmp_path) -> None:
    result = jianbao("check", cwd=printed(tmp_path, "--icc", str(SAMPLE_PROFILE)))
    assert (result.returncode, len(re.findall("byte for byte", result.stdout))) == (0, 4)
    assert re.findall(r"\[(\S+)\]", result.stderr) == ["own-profile"]
    assert sha256(SAMPLE_PROFILE.read_bytes()).hexdigest()[:16] in result.stderr


def test_another_profile_in_a_file_of_a_condition_that_goes_along_is_an_error(tmp_path) -> None:
    path = printed(tmp_path) / "build" / "report-print.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        profile.write(profile.read_bytes()[:-1] + b"!")
        pdf.save(path)
    result = jianbao("check", cwd=tmp_path)
    assert result.returncode == 5
    assert "printing condition [looks-changed]" in result.stderr


def test_a_report_and_a_file_for_the_press_of_two_trims_are_one_fault(tmp_path) -> None:
    folder = printed(tmp_path)
    assert jianbao("build", "--only", "print", "--trim", "daliu", cwd=folder).returncode == 0
    result = jianbao("check", cwd=folder)
    assert result.returncode == 5
    assert re.findall(r"\[(\S+)\]", result.stderr) == ["trims-apart"]
    assert "210×297" in result.stderr
    assert "210×285" in result.stderr
