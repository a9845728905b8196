"""The graphics state, remembered, so that a content stream says only what changes (ISO 32000-1, 8.4).

In: inks, lines and fonts as items ask for them. Out: the operators that are needed to have them, often none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.drawing import Box, Disc, Path
from generator.writers.pdf.colour import prints_over
from generator.writers.pdf.operators import number, numbers, steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.ink import Ink
    from generator.units import Length
    from generator.writers.pdf.colour import Colour
    from generator.writers.pdf.fonts import Typeface

OVERPRINTS, KNOCKS_OUT = "Over", "Knock"
"""The graphics states of a file for the press, by their resource names; a page begins with the second."""
SOLID, BUTT, ROUND = "[] 0 d", "0 J 0 j", "1 J 1 j"
"""The dash pattern and the ends and corners that every page begins with, and round ones."""


@dataclass(slots=True)
class Pen:
    """The graphics state of one page as far as it is set: what is set already is not said again."""

    colour: Colour
    overprints: bool = False
    state: dict[str, str] = field(default_factory=lambda: {"dash": SOLID, "ends": BUTT, "over": f"/{KNOCKS_OUT} gs"})

    def font(self, face: Typeface, size: Length) -> list[str]:
        """Return what sets the font of text; it outlives a text object."""
        return self.set("font", f"/{face.resource} {number(steps(size))} Tf")

    def set(self, parameter: str, operator: str) -> list[str]:
        """Return the operator where it changes the state, else nothing."""
        if self.state.get(parameter) == operator:
            return []
        self.state[parameter] = operator
        return [operator]

    def over(self, inks: Iterable[Ink], *, thin: bool) -> list[str]:
        """Return what lets thin black print over what is under it, and everything else knock it out: white above all."""
        over = thin and all(map(prints_over, inks))
        return self.set("over", f"/{OVERPRINTS if over else KNOCKS_OUT} gs") if self.overprints else []

    def fill(self, ink: Ink) -> list[str]:
        """Return what sets the ink of fields and of text."""
        return self.set("fill", self.colour(ink, False))  # noqa: FBT003 - see Colour

    def stroke(self, item: Path | Box | Disc) -> list[str]:
        """Return what sets ink, width, dash, ends and corners of a line."""
        assert item.stroke is not None
        dash = item.dash if isinstance(item, Path) else ()
        return [
            *self.set("stroke", self.colour(item.stroke, True)),  # noqa: FBT003 - see Colour
            *self.set("width", f"{number(steps(item.stroke_width))} w"),
            *self.set("dash", f"[{numbers(dash)}] 0 d"),
            *self.set("ends", ROUND if isinstance(item, Path) and item.rounded else BUTT),
        ]
