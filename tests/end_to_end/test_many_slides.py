"""A slide costs the same however many there are, to write and to read again, and few of a thousand are held at once.

What is counted are calls of functions, which no other work on the machine makes more; `benchmarks/many_slides.py` measures time and memory.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest

from benchmarks.many_slides import MOST_GROWTH, multiplied
from generator import composition, outputs
from generator.charts.drawings import Drawings
from generator.inspection import package as packages
from generator.inspection.deck.reader import read_deck
from generator.layout.deck.slide import Deck
from generator.writers.pptx.package import write
from tests.conftest import ROOT

CONTENT = ROOT / "tests" / "inspection" / "content.yaml"
TIMES = 8


@pytest.fixture(scope="module")
def layouts() -> composition.Layouts:
    return composition.lay_out(CONTENT, Drawings(), lambda _stage: None, frozenset({outputs.DECK}))


def calls(of) -> int:
    """Return how many functions of Python are called."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(seen)
    try:
        of()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("step", ["write", "read"])
def test_a_slide_of_many_costs_no_more_than_one_of_few(layouts, tmp_path: Path, step: str) -> None:
    def cost(deck: Deck, name: str) -> float:
        def put() -> None:
            write(deck, layouts.library, tmp_path / name)

        if step == "write":
            return calls(put) / len(deck.slides)
        put()
        return calls(lambda: read_deck(tmp_path / name)) / len(deck.slides)

    cost(layouts.deck, "warm.pptx")
    one, many = cost(layouts.deck, "one.pptx"), cost(multiplied(layouts.deck, TIMES), "many.pptx")
    assert many < MOST_GROWTH * one


def test_few_parts_are_held_parsed_and_what_is_read_is_the_same(layouts, tmp_path: Path, monkeypatch) -> None:
    deck = multiplied(layouts.deck, 2)
    write(deck, layouts.library, tmp_path / "deck.pptx")
    held, whole = [], read_deck(tmp_path / "deck.pptx")
    part = packages.Package.part

    def watched(package, name):
        found = part(package, name)
        held.append(len(package._parsed))
        return found

    monkeypatch.setattr(packages.Package, "part", watched)
    monkeypatch.setattr(packages, "MOST_PARSED", 5)
    assert read_deck(tmp_path / "deck.pptx") == whole
    assert max(held) == 5
