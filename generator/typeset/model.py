"""What the composer takes and gives: spans of styled text and a setting in; lines of placed glyph runs out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.drawing import Role, TextRun
from generator.typeset.copies import copied_whole

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
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
    """Characters of one style.

    `use` marks a printed number, whose digits keep qualifier and unit; `shift` is "sub", "super" or ""; `dots` puts an
    emphasis dot under each character (CLREQ, emphasis dots); `pause` tells that a title is best broken after it; `link` is the address
    to which it leads.
    """

    text: str
    style: Style
    use: str = ""
    shift: str = ""
    dots: bool = False
    pause: bool = False
    link: str = ""


class Stop(Enum):
    """What of a cell stands at its tab stop; DECIMAL is the end of its first number's whole part (GB/T 15835-2011, tables)."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop: its distance from the left edge of the measure, and what stands there."""

    at: Length
    stop: Stop = Stop.LEFT


@dataclass(frozen=True, slots=True)
class Setting:
    """How to set a paragraph: measure, line pitch, alignment, first-line indent, break level.

    `balanced` breaks titles by sense and evens their lines; `display` tightens marks and kerns digits at large sizes; `hanging` lets
    stops and commas hang outside the measure (CLREQ, hanging punctuation marks at line end); with `tabs`, a line with typed tabs is a
    row of cells, one a stop; `names` are set close, without the gap between Han and Western (双11 is one word).
    """

    measure: Length
    leading: Length
    align: Align = Align.JUSTIFY
    indent: Length = 0
    level: Level = Level.GB
    balanced: bool = False
    hanging: bool = False
    tabs: tuple[Tab, ...] = ()
    display: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: runs on baseline y = 0 with x from the left edge of the measure, and the width they take.

    `opened` is by how much each joint was opened to make the line flush, once word spaces and gaps were full; `goes_on` tells whether
    its last word or number goes on in the next line.
    """

    runs: tuple[TextRun, ...]
    width: Length
    opened: Length = 0
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The author's characters of the line."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What a paragraph had to go without, in lines; all 0 when every rule was kept.

    `edges`: a mark at an edge where it may not stand; `torn`: a number, a word or a dash parted; `wide`: wider than the measure;
    `uneven`: not flush though justified; `loose`: opened so far that it looks pale; `short_ends`: a last line of fewer than two
    characters (CLREQ, adjustments of orphans and widows); `tabs`: cells that found no stop to the right of those before them.
    """

    edges: int = 0
    torn: int = 0
    wide: int = 0
    uneven: int = 0
    loose: int = 0
    short_ends: int = 0
    tabs: int = 0

    def __bool__(self) -> bool:
        return bool(self.edges or self.torn or self.wide or self.uneven or self.loose or self.short_ends or self.tabs)

    def __add__(self, other: Shortfall) -> Shortfall:
        return Shortfall(
            self.edges + other.edges,
            self.torn + other.torn,
            self.wide + other.wide,
            self.uneven + other.uneven,
            self.loose + other.loose,
            self.short_ends + other.short_ends,
            self.tabs + other.tabs,
        )


NOTHING_SHORT = Shortfall()


@dataclass(frozen=True, slots=True)
class Composed:
    """A set paragraph, and what it had to go without; `faults` is what layout has to tell of it.

    Its lines are the same wherever such words stand: only as they are placed are runs signed with the `origin` and the `role`.
    """

    lines: tuple[Line, ...]
    setting: Setting
    shortfall: Shortfall = NOTHING_SHORT
    faults: tuple[Diagnostic, ...] = ()
    origin: str = ""
    role: Role = Role.PARAGRAPH

    @property
    def height(self) -> Length:
        """Lines times leading."""
        return len(self.lines) * self.setting.leading

    @property
    def width(self) -> Length:
        """The widest line."""
        return max((line.width for line in self.lines), default=0)

    def placed(self, first_baseline: Point, start: int = 0, end: int | None = None) -> tuple[TextRun, ...]:
        """Return the runs of lines `start` to `end`, the first of them on this baseline at this left edge.

        A word that goes on from one of these lines into the next is copied whole where it begins.
        """
        lines = self.lines[start:end]
        rows = copied_whole([line.runs for line in lines], [line.goes_on for line in lines])
        x, y = first_baseline.x, first_baseline.y
        return tuple(
            _again(run, run.origin_point.moved(x, y + row * self.setting.leading), self.origin, self.role)
            for row, runs in enumerate(rows)
            for run in runs
        )


def _again(run: TextRun, at: Point, origin: str, role: Role) -> TextRun:
    """Return a run in another place; spelt out, for `replace` takes three times as long and every run is placed."""
    more = (run.use, origin, role, run.language, run.copied, run.follows, run.link)
    return TextRun(at, run.face, run.size, run.ink, run.glyphs, run.text, run.width, *more)
