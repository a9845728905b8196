"""What a print shop asks for: bleed, marks, the condition that a report is printed under; and the inks of the marks.

Nothing comes in; values go out. A condition goes by the name that the ICC's registry of characterization data has for it.
"""

from dataclasses import dataclass

from generator.design.grid import BLEED
from generator.ink import Ink
from generator.units import Length, mm, pt

REGISTRATION = Ink("registration", (0, 0, 0), (100, 100, 100, 100))
"""Every plate at once: for the marks beside the sheet, never for anything on it."""

SMALL_TYPE, THIN_LINE = pt(24.5), pt(1)
"""Black type and black lines up to these print over what is under them, so that no plate that slips leaves a white seam round them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a report is printed under: its name in a registry, that registry, and what people call it."""

    name: str
    info: str
    registry: str = "http://www.color.org"


COATED = Condition("FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004/Amd 1)")
"""Offset on coated paper: the condition whose profile is shipped."""
CONDITIONS = {
    one.name: one
    for one in (
        COATED,
        Condition("FOGRA47", "PSO Uncoated ISO12647 (ISO 12647-2:2004/Amd 1)"),
        Condition("FOGRA51", "PSO Coated v3 (ISO 12647-2:2013)"),
        Condition("FOGRA52", "PSO Uncoated v3 (ISO 12647-2:2013)"),
        Condition("JC200103", "Japan Color 2001 Coated"),
        Condition("CGATS TR 006", "GRACoL 2006 Coated"),
    )
}
"""Conditions by the names that the registry has for them."""
LEAST_BLEED, MOST_BLEED = mm(2), mm(10)

SRGB = Condition("sRGB IEC61966-2.1", "sRGB IEC61966-2.1")
"""A screen."""

CLEAR = mm(3)
"""What marks keep from the bleed."""
MARK = mm(5)
"""How long a crop mark is, and how wide a registration mark and the colour bar are."""
SLUG = mm(4)
"""The strip under the marks that bears the slug."""
MARK_WEIGHT = pt(0.25)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is asked for: how far colour goes on beyond the trim, whether marks stand round it, and the condition."""

    bleed: Length = BLEED
    marks: bool = True
    condition: Condition = COATED

    @property
    def margin(self) -> Length:
        """What the sheet has round the trim on every side."""
        return self.bleed + (CLEAR + MARK + SLUG if self.marks else 0)


def plates(cyan: int = 0, magenta: int = 0, yellow: int = 0, black: int = 0) -> Ink:
    """Return the ink of a patch of the colour bar; what it looks like on a screen is of no account."""
    return Ink(f"bar {cyan}/{magenta}/{yellow}/{black}", (0, 0, 0), (cyan, magenta, yellow, black))


BAR = (
    plates(100), plates(0, 100), plates(0, 0, 100), plates(0, 0, 0, 100),
    plates(100, 100), plates(100, 0, 100), plates(0, 100, 100), plates(50, 40, 40),
    plates(50), plates(0, 50), plates(0, 0, 50), plates(0, 0, 0, 50),
    plates(0, 0, 0, 25), plates(0, 0, 0, 75),
)  # fmt: skip
"""The colour bar: solids, overprints of two, the grey of three, halftones of 50 per cent, and greys of black alone."""
