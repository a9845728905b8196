"""What a deck is to its inspector: slides of pieces of text, each with the place and the look that a viewer gives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.diagnostics import Words
    from generator.inspection.colour import RGB
    from generator.inspection.deck.charts import ChartText
    from generator.statement.model import Statement

DEFAULT_INSETS = (91_440.0, 45_720.0, 91_440.0, 45_720.0)
"""Left, top, right, bottom of a text body or a cell that says nothing (ECMA-376 Part 1, 21.1.2.1.1 and 21.1.3.17)."""


class Area(NamedTuple):
    """A rectangle on a slide, in EMU."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def overlap(self, other: Area) -> tuple[float, float]:
        """Return width and height of what two rectangles share; a negative one is the gap between them."""
        return (
            min(self.x + self.width, other.x + other.width) - max(self.x, other.x),
            min(self.y + self.height, other.y + other.height) - max(self.y, other.y),
        )


class Look(NamedTuple):
    """How a run is shown: size in points, bold, Latin and Asian family, and its colour: None where it has none to be judged."""

    size: float
    bold: bool
    colour: RGB | None
    latin: str
    asian: str


class TextRun(NamedTuple):
    """Characters of one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """Runs that wrap together; `pitch` is the exact line pitch in points or 0, `before` the space above in points, indent in EMU.

    `share` is the line pitch in parts of single spacing where it is not exact.
    """

    runs: tuple[TextRun, ...]
    pitch: float
    before: float
    indent: float
    align: str
    share: float = 1.0

    @property
    def text(self) -> str:
        """The characters."""
        return "".join([run.text for run in self.runs])


@dataclass(frozen=True, slots=True)
class Piece:
    """A shape, cell or frame: the name of the top-level shape that it is in, its place, the colours of its fill, and its text."""

    name: str
    area: Area | None
    fills: tuple[RGB, ...] = ()
    paragraphs: tuple[TextParagraph, ...] = ()
    insets: tuple[float, float, float, float] = DEFAULT_INSETS
    wrap: bool = True
    anchor: str = "t"
    hidden: bool = False

    @property
    def text(self) -> str:
        """The characters, a line a paragraph."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])


@dataclass(frozen=True, slots=True)
class SlideText:
    """A slide as read.

    Its pieces in order of painting (the layout's own first), notes, charts by the name of their frame, alternative texts by the
    name of their shape, whether it is hidden, and what of it nobody here can read.
    """

    number: int
    background: RGB
    pieces: tuple[Piece, ...]
    notes: str
    charts: tuple[tuple[str, ChartText], ...]
    alts: tuple[tuple[str, str], ...]
    hidden: bool
    unread: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class DeckText:
    """A deck as read: size in EMU, slides, the content's digest, what it says of itself, what is not read, and its own fonts.

    `statement` is the same deck in the words that it is compared in.
    """

    width: int
    height: int
    slides: tuple[SlideText, ...]
    digest: str
    sayings: tuple[tuple[Words, str], ...]
    unread: tuple[Words, ...]
    fonts: tuple[tuple[str, bool, bytes], ...]
    statement: Statement
