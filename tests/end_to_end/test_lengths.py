"""A report of any number of themes and any length of text is built and proved; what does not fit is a title, told at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.charts.drawings import Drawings
from generator.diagnostics import BuildError, Exit
from tests.conftest import ROOT
from tests.end_to_end.lengths import Lengths, content
from tests.layout.book.holes import gaping

if TYPE_CHECKING:
    from pathlib import Path

REPORT = frozenset({"report"})
BUILT = (
    Lengths(themes=1),
    Lengths(themes=3, text=3),
    Lengths(themes=6, story=0),
    Lengths(themes=7, charts=0),
    Lengths(themes=13, title=8),
    Lengths(themes=30, title=30),
    Lengths(themes=3, text=3000, charts=5),
    Lengths(themes=2, text=1200, charts=0, story=0),
    Lengths(themes=3, story=2500, about=3000, history=3000),
)


@pytest.mark.parametrize("lengths", BUILT, ids=str)
def test_a_report_of_any_length_is_built_and_proved(lengths: Lengths, tmp_path: Path) -> None:
    source = tmp_path / "content.yaml"
    source.write_text(content(lengths), "utf-8")
    outcome = pipeline.build(source, tmp_path, REPORT, lambda _stage: None)
    book = outcome.layouts.book
    assert outcome.proof.pages == len(book.pages)
    assert len(book.pages) % 4 == 0
    assert gaping(book) == []


def test_the_gallery_has_no_hole() -> None:
    layouts = pipeline.lay_out(ROOT / "generator" / "samples" / "gallery.yaml", Drawings(), lambda _stage: None, REPORT)
    assert gaping(layouts.book) == []


def test_what_does_not_fit_is_a_title_told_at_its_line(tmp_path: Path) -> None:
    source = tmp_path / "content.yaml"
    source.write_text(
        content(Lengths(themes=2)).replace("name: 急诊服务", "name: 急诊服务与所有与之有关的各项工作的全部说明和附注"), "utf-8"
    )
    with pytest.raises(BuildError) as refusal:
        pipeline.lay_out(source, Drawings(), lambda _stage: None, REPORT)
    assert refusal.value.stage == Exit.FIT
    assert {one.code for one in refusal.value.diagnostics} >= {"does-not-fit"}
    assert all(one.span for one in refusal.value.diagnostics if one.code == "does-not-fit")
