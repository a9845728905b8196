"""What layout states of the report and what a stranger reads in the file are one, for the sample and for a chart of every kind."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest

from generator.inspection.faces import Faces
from generator.inspection.pdf.reader import read_pdf
from generator.inspection.pdf.statement import stated
from generator.layout.book.entries import for_the_screen
from generator.layout.book.statement import of_book
from generator.statement.model import Statement, Thing
from generator.writers.pdf.purpose import SCREEN

REPORT = frozenset({"report"})
NEAR = 0.05
"""Points between a place as stated and as read: rounding in the file."""


@dataclass(frozen=True)
class Pair:
    """A report as stated and as read."""

    due: Statement
    found: Statement


@pytest.fixture(scope="module", params=["sample", "gallery"])
def pair(request: pytest.FixtureRequest) -> Pair:
    layouts, folder = request.getfixturevalue(request.param).layouts, request.getfixturevalue(f"{request.param}_folder")
    return Pair(
        of_book(layouts.book, layouts.library, more=for_the_screen(layouts.book, SCREEN.intent.profile)),
        stated(read_pdf(Path(folder) / "report.pdf"), Faces(layouts.library.files())),
    )


def near(one: object, other: object) -> bool:
    """Tell whether two values are one, lengths but for rounding."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(near, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= NEAR
    return one == other


def said_alike(one: Thing, other: Thing) -> bool:
    return (one.kind, one.name) == (other.kind, other.name) and near(one.runs, other.runs) and near(one.facts, other.facts)


def test_the_file_says_and_shows_what_was_stated(pair: Pair) -> None:
    assert [(one, other) for one, other in zip_longest(pair.due.itself, pair.found.itself) if not said_alike(one, other)] == []
    assert len(pair.due.sheets) == len(pair.found.sheets)
    for due, found in zip(pair.due.sheets, pair.found.sheets, strict=True):
        assert due.number == found.number
        assert near(due.facts, found.facts)
        assert [one.text for one in due.things] == [one.text for one in found.things]
        assert [(one, other) for one, other in zip(due.things, found.things, strict=True) if not said_alike(one, other)] == []
