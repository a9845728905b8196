"""What the composer takes and gives: spans of styled text and a setting in; lines of placed glyph runs out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.drawing import TextRun

if TYPE_CHECKING:
    from generator.ink import Ink
    from generator.units import Length, Point


class Align(Enum):
    """How the lines of a paragraph lie in the measure (CLREQ, ways of alignment)."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Level(Enum):
    """How strictly line starts and ends are kept (GB/T 15834-2011, 5.1; CLREQ, prohibition rules)."""

    BASIC = "basic"
    GB = "gb"
    STRICT = "strict"


@dataclass(frozen=True, slots=True)
class Style:
    """A face (a key of the font library), a size and an ink."""

    face: str
    size: Length
    ink: Ink


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one style. `use` marks a printed number, which is never parted; `shift` is "sub", "super" or ""."""

    text: str
    style: Style
    use: str = ""
    shift: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """How to set a paragraph: measure, line pitch, alignment, first-line indent, break level; `balanced` evens short headings."""

    measure: Length
    leading: Length
    align: Align = Align.JUSTIFY
    indent: Length = 0
    level: Level = Level.GB
    balanced: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: runs on baseline y = 0 with x from the left edge of the measure, and the width they take."""

    runs: tuple[TextRun, ...]
    width: Length

    @property
    def text(self) -> str:
        """The author's characters of the line."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Composed:
    """A set paragraph."""

    lines: tuple[Line, ...]
    setting: Setting

    @property
    def height(self) -> Length:
        """Lines times leading."""
        return len(self.lines) * self.setting.leading

    @property
    def width(self) -> Length:
        """The widest line."""
        return max((line.width for line in self.lines), default=0)

    def placed(self, first_baseline: Point, start: int = 0, end: int | None = None) -> tuple[TextRun, ...]:
        """Return the runs of lines `start` to `end`, the first of them on this baseline at this left edge."""
        return tuple(
            _moved(run, first_baseline.x, first_baseline.y + row * self.setting.leading)
            for row, line in enumerate(self.lines[start:end])
            for run in line.runs
        )


def _moved(run: TextRun, dx: Length, dy: Length) -> TextRun:
    """Return a run so far to the right and down; spelt out, for `replace` takes three times as long and every run is placed."""
    at = run.origin_point.moved(dx, dy)
    return TextRun(at, run.face, run.size, run.ink, run.glyphs, run.text, run.width, run.use, run.origin, run.role, run.language)
