"""What a slide costs as slides grow many: the sample's deck written so many times over, its time a slide and its memory.

    python benchmarks/many_slides.py [--content content.yaml] [--times 1 5 20 28]

In: a content file. Out: for each number of copies the slides, milliseconds of CPU a slide to write and to read as a stranger, and the
process's peak memory. Each is measured in a process of its own, for a peak never falls.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from generator import composition, outputs
from generator.charts.drawings import Drawings
from generator.inspection.deck.reader import read_deck
from generator.layout.deck.slide import Deck, DeckSection
from generator.writers.pptx.package import write

ROOT = Path(__file__).parent.parent
PER_MB = 2**20 if sys.platform == "darwin" else 2**10
"""`ru_maxrss` counts kilobytes, on macOS bytes."""
MOST_GROWTH = 1.5
"""A slide of twenty decks in one may cost so many times what one of a single deck does."""
MOST_MEMORY = 600
"""Megabytes that a thousand slides may take."""


def multiplied(deck: Deck, times: int) -> Deck:
    """Return a deck of so many copies of its slides, numbered through."""
    count = len(deck.slides)
    slides = tuple(replace(one, number=one.number + count * copy) for copy in range(times) for one in deck.slides)
    sections = tuple(
        DeckSection(f"{one.name} {copy}", tuple(number + count * copy for number in one.slides))
        for copy in range(times)
        for one in deck.sections
    )
    return replace(deck, slides=slides, sections=sections)


def once(content: Path, times: int) -> str:
    """Measure one size and return its row."""
    layouts = composition.lay_out(content, Drawings(), lambda _stage: None, frozenset({outputs.DECK}))
    assert layouts.deck is not None
    deck = multiplied(layouts.deck, times)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "deck.pptx"
        start = time.process_time()
        write(deck, layouts.library, target)
        written = time.process_time()
        read_deck(target)
        read = time.process_time()
    slides = len(deck.slides)
    costs = ((written - start) / slides, (read - written) / slides)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PER_MB
    return f"{times:>5}{slides:>8}" + "".join(f"{1000 * one:>9.2f} ms" for one in costs) + f"{memory:>8.0f} MB"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a slide costs as slides grow many.")
    parser.add_argument("--content", type=Path, default=ROOT / "content.yaml")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 5, 20, 28])
    parser.add_argument("--alone", type=int, default=0, help="measure this size in this process")
    given = parser.parse_args()
    if given.alone:
        sys.stdout.write(once(given.content, given.alone) + "\n")
        return
    sys.stdout.write(f"{'times':>5}{'slides':>8}{'write':>12}{'read':>12}{'memory':>11}\n")
    for times in given.times:
        command = [sys.executable, __file__, "--content", str(given.content), "--alone", str(times)]
        sys.stdout.write(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)  # noqa: S603 - ourselves
        sys.stdout.flush()


if __name__ == "__main__":
    main()
