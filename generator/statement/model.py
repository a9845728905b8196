"""What an output says and shows, sheet by sheet: stated by layout before it is written, read by inspection after, and compared.

A statement holds no way of writing: a line of a page and a paragraph of a slide are both a thing with runs of characters and facts
about it. Lengths are points from the top left of the sheet, angles degrees, colours six upper-case hexadecimal digits. What both
sides leave out is at its usual value, so that a fact that is found and not stated is a difference, as is one stated and not found.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple, SupportsFloat, TypeAlias

from generator.outputs import GRAY, HANDOUT, REPORT, SLIDES

Value: TypeAlias = "str | int | float | tuple[Value, ...]"
Facts: TypeAlias = tuple[tuple[str, Value], ...]

TAGGED = frozenset({REPORT, SLIDES, HANDOUT, GRAY})
"""The outputs whose structure is told to a reader who does not see them."""


class Kind(Enum):
    """What a thing is."""

    TEXT = "text"
    """A line of a page, a paragraph of a slide."""
    NOTE = "note"
    """A paragraph of a speaker's notes."""
    CELL = "cell"
    """A cell of a worksheet, or of a chart's own workbook."""
    MARK = "mark"
    """A shape that is drawn: filled, stroked or both."""
    PICTURE = "picture"
    """A picture of dots: how many there are, in which colours, and their digest."""
    CHART = "chart"
    """A native chart: its type, axes and scale."""
    SERIES = "series"
    """A series of a native chart."""
    POINT = "point"
    """A point of a series: its category, value, number format and label."""
    LINK = "link"
    """An area that leads somewhere."""
    ALT = "alt"
    """What a figure says to a reader who cannot see it."""
    TAG = "tag"
    """An element of what is read to somebody who does not see the pages: its role, its text, the words in place of a figure."""
    ENTRY = "entry"
    """A line of what leads through an output or tells of it: outline, page label, section, property, attachment, action."""


class Run(NamedTuple):
    """Characters of one look."""

    text: str
    facts: Facts = ()


class Thing(NamedTuple):
    """A thing on a sheet: what it says, run by run, and the facts of its place and look.

    `name` tells like things apart in words (a shape's name, a cell's address, a property's); `origin` is the way back to the
    content, which only the side that states it knows.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    facts: Facts = ()
    name: str = ""
    origin: str = ""

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join([run.text for run in self.runs])

    def fact(self, name: str, usual: Value = "") -> Value:
        """Return a fact by its name."""
        return next((value for key, value in self.facts if key == name), usual)

    def number(self, name: str) -> float:
        """Return a fact that is a number, 0 for one that is none or is left out."""
        value = self.fact(name, 0)
        return float(value) if isinstance(value, int | float) else 0.0


class Sheet(NamedTuple):
    """A page, a slide or a worksheet: its number from 1, facts of its own (size, ground, visibility), and its things in order."""

    number: int
    facts: Facts
    things: tuple[Thing, ...]


class Statement(NamedTuple):
    """An output whole: the things that are said of all of it, and its sheets."""

    output: str
    itself: tuple[Thing, ...]
    sheets: tuple[Sheet, ...]


def facts(**named: Value | None) -> Facts:
    """Return facts in order of their names; None is one left out."""
    return tuple(sorted([(name, value) for name, value in named.items() if value is not None]))


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with neighbours of one look made one, and empty ones gone."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].facts == run.facts:
            found[-1] = Run(found[-1].text + run.text, run.facts)
        elif run.text:
            found.append(run)
    return tuple(found)


def entry(name: str, text: str = "", **more: Value | None) -> Thing:
    """Return an entry of what leads through an output or tells of it."""
    return Thing(Kind.ENTRY, (Run(text),) if text else (), facts(**more), name)


def cell_number(value: SupportsFloat) -> str:
    """Return a number as a spreadsheet knows it: to fifteen digits."""
    return f"{float(value):.15g}"
