"""A report of any number of themes and any length of text is built and proved; what does not fit is a title, told at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import composition, pipeline
from generator.charts.drawings import Drawings
from generator.diagnostics import BuildError, Exit
from generator.layout.deck import words
from generator.layout.deck.slide import TextBox
from tests.conftest import ROOT
from tests.end_to_end.lengths import NAMES, Lengths, content
from tests.layout.book.holes import gaping

if TYPE_CHECKING:
    from pathlib import Path

    from generator.layout.deck.slide import Deck, Slide

REPORT, DECK = frozenset({"report"}), frozenset({"deck"})
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
    layouts = composition.lay_out(ROOT / "generator" / "samples" / "gallery.yaml", Drawings(), lambda _stage: None, REPORT)
    assert gaping(layouts.book) == []


def test_what_does_not_fit_is_a_title_told_at_its_line(tmp_path: Path) -> None:
    source = tmp_path / "content.yaml"
    source.write_text(
        content(Lengths(themes=2)).replace("name: 急诊服务", "name: 急诊服务与所有与之有关的各项工作的全部说明和附注"), "utf-8"
    )
    with pytest.raises(BuildError) as refusal:
        composition.lay_out(source, Drawings(), lambda _stage: None, REPORT)
    assert refusal.value.stage == Exit.FIT
    assert {one.code for one in refusal.value.diagnostics} >= {"does-not-fit"}
    assert all(one.span for one in refusal.value.diagnostics if one.code == "does-not-fit")


@pytest.mark.parametrize(
    "lengths", [Lengths(themes=1), Lengths(themes=4, history=3000), Lengths(themes=13), Lengths(themes=30, title=30)], ids=str
)
def test_a_deck_of_any_length_names_every_theme_in_its_agenda_once_and_shows_a_number_beside_its_message(
    lengths: Lengths, tmp_path: Path
) -> None:
    source = tmp_path / "content.yaml"
    source.write_text(content(lengths), "utf-8")
    deck = composition.lay_out(source, Drawings(), lambda _stage: None, DECK).deck
    texts = [(slide, one, "".join(run.text for line in one.paragraphs for run in line.runs)) for slide, one in boxes(deck)]
    names = [f"{name}服务" for name in NAMES[: lengths.themes]]
    agenda = [said for slide, one, said in texts if slide.layout == words.CONTENTS and one.name.startswith("主题")]
    assert [one for one in agenda if one in names] == names
    summary = [slide for slide in deck.slides if any(one.name.startswith("要旨") for one in slide.items)]
    for slide in summary:
        told = [said for at, one, said in texts if at is slide and one.name.startswith("要旨")]
        shown = [said for at, one, said in texts if at is slide and one.name.startswith("关键数字")]
        assert all(number in message for number, message in zip(shown, told, strict=True))
    for slide, one, said in texts:
        assert 0 <= one.rect.x <= one.rect.right <= deck.size.width, (slide.number, said)
        assert 0 <= one.rect.y <= one.rect.bottom <= deck.size.height, (slide.number, said)


def boxes(deck: Deck) -> list[tuple[Slide, TextBox]]:
    return [(slide, one) for slide in deck.slides for one in slide.items if isinstance(one, TextBox)]
