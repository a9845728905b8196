"""In three situations no text of a deck leaves its box, runs into another, or is clipped: the faces there, only Noto CJK, another face."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.layout.deck import widths
from tests.conftest import CONTENT
from tests.rendering import office
from tests.rendering.detector import flaws


def _built(content: Path, folder: Path) -> Path:
    pipeline.build(content, folder, frozenset({"deck"}), lambda _stage: None)
    return folder / "deck.pptx"


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
