"""Blocks of every kind in any order: all that is written is on the pages once and in order, built and proved, without holes.

`python -m tests.end_to_end.test_arranged_blocks 0 200` builds more of them by hand, with their decks, and counts their holes.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import composition, making, outputs
from generator.charts.drawings import Drawings
from generator.diagnostics import BuildError, Exit, Severity
from generator.drawing import Group, Role, TextRun
from tests.end_to_end.arranged_blocks import arranged
from tests.layout.book.holes import gaping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.drawing import Item
    from generator.layout.book.page import Book

ALLOWED = {0, int(Exit.CONTENT), int(Exit.FIT)}
SEEDS = range(12)
MOST_HOLES = 0.05
"""Of all pages so many may have more than 60 mm of white that nobody meant."""
MADE = frozenset({outputs.REPORT})
BY_HAND = frozenset({outputs.REPORT, outputs.DECK})


class Built(NamedTuple):
    """What came of a content: the exit code, what was told, the book, its pages and those with holes, what was written."""

    code: int
    told: list[str]
    book: Book | None
    words: list[str]
    aside: list[str]
    written: str


def built(seed: int, folder: Path, wanted: frozenset[str] = MADE) -> Built:
    """Build a content with its pictures."""
    content = folder / "content.yaml"
    text, maker = arranged(seed)
    content.write_text(text, "utf-8")
    for name, dots in maker.drawn().items():
        (folder / name).write_bytes(dots)
    book = None
    try:
        layouts = composition.lay_out(content, Drawings(), lambda _stage: None, wanted)
        book = layouts.book
        making.write(layouts, folder, wanted, lambda _stage: None)
        making.prove(layouts, folder, wanted, lambda _stage: None, built_now=True)
    except BuildError as refusal:
        told = [str(one) for one in refusal.diagnostics if one.severity is Severity.ERROR]
        return Built(int(refusal.stage), told, book, maker.told, maker.aside, text)
    return Built(0, [], book, maker.told, maker.aside, text)


def printed(items: Iterable[Item]) -> Iterator[str]:
    """Yield the words of items in the order of reading, without what only furnishes a page."""
    for item in items:
        if isinstance(item, TextRun):
            yield item.text
        elif isinstance(item, Group) and item.role is not Role.ARTIFACT:
            yield from printed(item.items)


def out_of_order(made: Built) -> list[str]:
    """Return the names that are not on the pages, or more often than they were written, or not after what was written before them.

    Words are made by chance: some hold a name by chance, too, and then nothing tells of the two which is which.
    """
    assert made.book
    text = "".join(word for page in made.book.pages for word in printed(page.items))
    astray = [name for name in (*made.words, *made.aside) if not 0 < text.count(name) <= made.written.count(name)]
    alone = [name for name in made.words if text.count(name) == 1]
    return astray or [two for one, two in pairwise(alone) if text.index(one) > text.index(two)]


@pytest.fixture(scope="module")
def all_built(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Built]:
    return {seed: built(seed, tmp_path_factory.mktemp(str(seed))) for seed in SEEDS}


def test_blocks_in_any_order_are_built_or_their_author_told(all_built: dict[int, Built]) -> None:
    assert {seed: made.told for seed, made in all_built.items() if made.code not in ALLOWED} == {}
    assert sum(made.code == 0 for made in all_built.values()) >= len(SEEDS) * 3 // 4


def test_what_is_written_is_on_the_pages_once_and_in_order(all_built: dict[int, Built]) -> None:
    assert {seed: astray for seed, made in all_built.items() if not made.code and (astray := out_of_order(made))} == {}


def test_few_pages_have_a_hole(all_built: dict[int, Built]) -> None:
    books = [made.book for made in all_built.values() if made.book and not made.code]
    holes, pages = sum(len(gaping(book)) for book in books), sum(len(book.pages) for book in books)
    assert holes <= MOST_HOLES * pages


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(1000, 1_000_000))
def test_whatever_is_written_comes_out(seed: int) -> None:
    with TemporaryDirectory() as folder:
        made = built(seed, Path(folder))
    assert made.code in ALLOWED, made.told
    assert made.code or out_of_order(made) == []


def _by_hand(first: int, last: int) -> None:
    codes: Counter[int] = Counter()
    pages = holes = 0
    for seed in range(first, last):
        with TemporaryDirectory() as folder:
            made = built(seed, Path(folder), BY_HAND)
        codes[made.code] += 1
        if made.code:
            sys.stdout.write(f"{seed}: exit {made.code}: {'; '.join(made.told[:2])}\n")
            continue
        assert made.book
        pages += len(made.book.pages)
        if found := gaping(made.book):
            holes += len(found)
            sys.stdout.write(f"{seed}: holes {found}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{dict(sorted(codes.items()))}, {holes} holes on {pages} pages\n")


if __name__ == "__main__":
    _by_hand(int(sys.argv[1]), int(sys.argv[2]))
