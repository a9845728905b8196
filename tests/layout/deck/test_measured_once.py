"""A deck measures no text twice: counts of what the composer is asked for, which no machine makes slower or faster."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.layout.deck import gauge
from generator.layout.deck.table import Laid
from tests.layout.deck.deck_making import deck_of, sample_report


@pytest.fixture
def asked(monkeypatch):
    """How often the composer was asked for each text by the deck's gauge: its width, and its lines in a measure."""
    found: Counter[object] = Counter()

    def counted(name):
        ask = getattr(gauge, name)

        def counting(spans, *rest):
            found[name, tuple(spans), rest] += 1
            return ask(spans, *rest)

        return counting

    for name in ("natural_width", "broken"):
        monkeypatch.setattr(gauge, name, counted(name))
    return found


def test_no_text_is_measured_or_broken_twice(asked):
    deck_of(sample_report())
    assert asked
    assert set(asked.values()) == {1}


def test_a_text_is_measured_once_for_all_sizes_and_inks(asked):
    deck_of(sample_report())
    widths = Counter((span.text, span.style.face) for (name, (span, *_), _) in asked if name == "natural_width")
    assert set(widths.values()) == {1}


def test_twice_as_many_themes_ask_for_no_more_than_twice_as_much(asked):
    deck_of(sample_report(themes=2))
    few = len(asked)
    asked.clear()
    deck_of(sample_report(themes=4))
    assert len(asked) <= 2 * few


def test_the_slides_of_a_long_table_hold_words_that_were_set_once(monkeypatch):
    pieces = []
    cut = Laid.piece

    def kept(whole, start, end):
        pieces.append((whole, cut(whole, start, end)))
        return pieces[-1][1]

    monkeypatch.setattr(Laid, "piece", kept)
    deck_of(sample_report())
    assert pieces
    assert all(any(line is one for one in whole.lines) for whole, piece in pieces for line in piece.lines)
