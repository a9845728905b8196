"""What goes to the press: the command line has the last word, the content the next, and what neither says is as usual."""

from __future__ import annotations

import shutil

import pytest

from generator.content.model import Press
from generator.design.format import A4, A5, DALIU
from generator.design.press import COATED, CONDITIONS
from generator.diagnostics import BuildError, Span
from generator.press_order import Asked, order
from generator.profiles import icc
from generator.units import mm

HERE = Span("content.yaml", 7, 8)
NOTHING = Press("", "", None, None, marks=True, icc_span=HERE)
ALL = Press("FOGRA51", "own.icc", DALIU, mm(5), marks=False, icc_span=HERE)


@pytest.fixture
def folder(tmp_path):
    shutil.copy(icc.FOLDER / icc.COATED_FILE, tmp_path / "own.icc")
    return tmp_path


@pytest.mark.parametrize("written", [None, NOTHING])
def test_what_nobody_says_is_as_usual(written, folder) -> None:
    made = order(written, None, Asked(), folder)
    assert (made.trim, made.job.bleed, made.job.marks, made.job.condition) == (A4, mm(3), True, COATED)
    assert made.profile == icc.coated()


def test_the_content_is_followed(folder) -> None:
    made = order(ALL, None, Asked(), folder)
    assert (made.trim, made.job.bleed, made.job.marks, made.job.condition) == (DALIU, mm(5), False, CONDITIONS["FOGRA51"])


def test_the_command_line_has_the_last_word(folder) -> None:
    made = order(ALL, A5, Asked(bleed=mm(4), marks=True, icc=folder / "own.icc"), folder)
    assert (made.trim, made.job.bleed, made.job.marks) == (A5, mm(4), True)
    assert (made.job.condition.name, made.job.condition.registry) == ("FOGRA39L Coated", "")


def test_a_condition_that_no_registry_has_is_called_as_the_author_calls_it(folder) -> None:
    own = Press("华北 128", "own.icc", None, None, marks=True, icc_span=HERE)
    condition = order(own, None, Asked(), folder).job.condition
    assert (condition.name, condition.info, condition.registry) == ("华北 128", "FOGRA39L Coated", "")


def test_a_profile_that_is_not_there_is_told_at_its_line(tmp_path) -> None:
    with pytest.raises(BuildError) as fault:
        order(ALL, None, Asked(), tmp_path)
    assert fault.value.diagnostics[0].span == HERE
