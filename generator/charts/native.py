"""The deck's own chart of a kind, in the words of DrawingML (ECMA-376 Part 1, 21.2): what the writer reads instead of a kind's name."""

from dataclasses import dataclass
from enum import StrEnum


class Marks(StrEnum):
    """What stands for a value: bars and slices are areas, points are markers on an axis of categories."""

    BARS = "bars"
    POINTS = "points"
    SLICES = "slices"


class Over(StrEnum):
    """How a row is drawn over the marks of others, in a chart of its own type on the same names."""

    LINE = "line"
    TARGET = "target"
    ARROW = "arrow"


class Option(StrEnum):
    """What a chart may have beside its marks, by the author's key."""

    RESULT = "result"
    TARGET = "target"
    CHANGE = "change"
    TABLE = "table"
    LINES = "kind: line"


@dataclass(frozen=True, slots=True)
class NativeForm:
    """A native chart: `type` is a chart type of python-pptx, `label` where a value is told (ST_DLblPos), "" at its mark's usual place.

    Bars that are `lying` begin with the first on top; `overlap` of 100 per cent lays parts end to end (ST_Overlap), which a `legend`,
    a row of names, may tell apart. Points are `joined` by a line, or hang on threads. `hole` is a ring's, in per cent (ST_HoleSize).
    """

    type: str
    marks: Marks
    label: str = "outEnd"
    lying: bool = False
    overlap: int = 0
    joined: bool = False
    hole: int = 0
    legend: bool = False

    @property
    def has_axes(self) -> bool:
        """Whether values and categories have an axis each."""
        return self.marks is not Marks.SLICES
