"""In three situations no text of a deck leaves its box, runs into another, or is clipped: the faces there, only Noto CJK, another face."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.dml.color import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from generator import pipeline
from generator.inspection.deck.reader import read_deck
from generator.layout.deck import widths
from tests.conftest import CONTENT, ROOT
from tests.end_to_end.lengths import Lengths, content
from tests.rendering import office
from tests.rendering.detector import flaws


def _built(content: Path, folder: Path) -> Path:
    pipeline.build(content, folder, frozenset({"deck"}), lambda _stage: None)
    return folder / "deck.pptx"


@pytest.fixture(scope="module")
def thirteen(tmp_path_factory) -> Path:
    """A deck of thirteen themes, part of it hidden."""
    folder = tmp_path_factory.mktemp("thirteen")
    (folder / "content.yaml").write_text(content(Lengths(themes=13, text=60, story=0)), encoding="utf-8")
    deck = _built(folder / "content.yaml", folder)
    assert any(one.hidden for one in read_deck(deck).slides)
    return deck


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    return _built(ROOT / "tests" / "inspection" / "content.yaml", tmp_path_factory.mktemp("small"))


@pytest.mark.parametrize("situation", office.FACES)
def test_thirteen_themes_hold_their_text_on_hidden_slides_too(thirteen, situation, tool, tmp_path):
    assert flaws(thirteen, office.shown(thirteen, situation, tmp_path, tool)) == []


@pytest.mark.parametrize("situation", office.FACES)
def test_the_sample_s_slides_hold_their_text(sample_folder, situation, tool, tmp_path):
    deck = sample_folder / "deck.pptx"
    assert flaws(deck, office.shown(deck, situation, tmp_path, tool)) == []


@pytest.mark.parametrize("situation", office.FACES)
def test_the_gallery_s_slides_hold_their_text(gallery_folder, situation, tool, tmp_path):
    deck = gallery_folder / "deck.pptx"
    assert flaws(deck, office.shown(deck, situation, tmp_path, tool)) == []


def test_the_detector_finds_what_a_deck_without_the_margin_does(monkeypatch, tool, tmp_path):
    """Measured by its own face alone, a deck runs over where that face is missing."""
    monkeypatch.setattr(widths, "WIDEST_DIGIT", 0.0)
    deck = _built(CONTENT, tmp_path)
    found = flaws(deck, office.shown(deck, office.WENQUANYI, tmp_path, tool))
    assert any("leaves its box" in one for one in found)


def _hidden(deck: Path):
    whole = Presentation(deck)
    return whole, next(one for one in whole.slides if one._element.get("show") == "0")


def _into_another(slide) -> None:
    title, footer = (next(one for one in slide.placeholders if one.name == name) for name in ("标题", "页脚"))
    footer.left, footer.top, footer.width, footer.height = title.left, title.top, title.width, title.height
    for one in (title, footer):
        one.text_frame.vertical_anchor = MSO_ANCHOR.TOP


def _off_the_slide(slide) -> None:
    slide.shapes.title.left = Pt(-20)


def _in_its_ground_s_colour(slide) -> None:
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1


@pytest.mark.parametrize(
    ("plant", "told"),
    [(_into_another, "runs into"), (_off_the_slide, "clipped by the slide's edge"), (_in_its_ground_s_colour, "is not seen")],
)
def test_the_detector_finds_what_is_planted_on_a_hidden_slide(small, plant, told, tool, tmp_path):
    whole, slide = _hidden(small)
    plant(slide)
    whole.save(tmp_path / "deck.pptx")
    number = whole.slides.index(slide) + 1
    found = flaws(tmp_path / "deck.pptx", office.shown(tmp_path / "deck.pptx", office.THERE, tmp_path, tool))
    assert [one for one in found if told in one and one.startswith(f"slide {number}:")]
