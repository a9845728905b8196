"""In three situations no text of a deck leaves its box, runs into another, or is clipped: the faces there, only Noto CJK, another face."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.inspection.deck.reader import read_deck
from generator.layout.deck import widths
from tests.conftest import CONTENT
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
