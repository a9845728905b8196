"""What a print file is to its buyer: sheets with their boxes, and all that is painted on them in its order.

Places are points of the page's own space, origin at the lower left, as the file has them (ISO 32000-1, 8.3.2.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from generator.inspection.audit.press.colours import Colour
    from generator.inspection.pdf.geometry import Bounds
    from generator.inspection.pdf.model import Char

Contour: TypeAlias = tuple[tuple[float, float], ...]
"""The corners of a closed shape."""

MM = 72 / 25.4
"""Points in a millimetre."""


class Kind(Enum):
    """What is painted."""

    FIELD = "field"
    LINE = "line"
    TEXT = "text"
    PICTURE = "picture"
    SHADING = "shading"


class Picture(NamedTuple):
    """A picture of dots: how many across and down (0 where the file does not tell), its family of colours, its most inked dot."""

    across: int
    down: int
    family: str
    masked: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One act of painting: what of it can be seen lies in `box`. `over` is the overprint mode, None where it takes the ground's place.

    A field and a line have contours, a line its weight in points and its open ends, text its glyphs and size, a picture its dots and
    how large they are shown (points across and down).
    """

    kind: Kind
    box: Bounds
    colour: Colour
    over: int | None = None
    contours: tuple[Contour, ...] = ()
    evenodd: bool = False
    clip: Bounds | None = None
    weight: float = 0
    ends: Contour = ()
    glyphs: tuple[Char, ...] = ()
    size: float = 0
    picture: Picture | None = None
    shown: tuple[float, float] = (0, 0)
    veil: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What its glyphs say."""
        return "".join([one.text for one in self.glyphs]).strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its boxes (None where the file has none), all its marks, and its dictionary."""

    number: int
    media: Bounds
    trim: Bounds | None
    bleed: Bounds | None
    art: Bounds | None
    marks: tuple[Mark, ...]
    page: Any

    @property
    def cut(self) -> Bounds:
        """Where it is cut."""
        return self.trim or self.art or self.media

    @property
    def edge(self) -> Bounds:
        """Up to where it is printed to be cut."""
        return self.bleed or self.cut

    def printed(self, *kinds: Kind) -> list[Mark]:
        """Return the marks of some kinds that lie within the bleed, if only in part; all kinds where none is named."""
        return [one for one in self.marks if (not kinds or one.kind in kinds) and touches(one.box, self.edge)]

    def beside(self) -> list[Mark]:
        """Return the marks that lie outside the bleed: those for the press."""
        return [one for one in self.marks if not touches(one.box, self.edge)]


SLACK = 0.01
"""Points that are rounding."""


def touches(box: Bounds, frame: Bounds) -> bool:
    """Tell whether a box reaches into a frame by more than rounding; a box without height or width may be a line's."""
    return box[0] < frame[2] - SLACK and box[2] > frame[0] + SLACK and box[1] < frame[3] - SLACK and box[3] > frame[1] + SLACK


def encloses(outer: Bounds, inner: Bounds) -> bool:
    """Tell whether a box lies within another, but for rounding."""
    return min(inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]) >= -SLACK
