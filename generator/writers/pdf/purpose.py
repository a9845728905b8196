"""What a PDF is made for: how inks are named, what a reader is led by, the condition that its colours are meant for, what it claims.

In: nothing. Out: values handed to the writer with a book, which decide everything in which two files of one book differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.writers.pdf.colour import Colour, press, screen
from generator.writers.pdf.xmp import Claim, Standard

if TYPE_CHECKING:
    from generator.design.press import Condition

PDF_X, PLATES = "GTS_PDFX", 4
PROFILES = Path(__file__).parents[2] / "profiles"
"""The colour profiles that are passed on."""

ARCHIVE = Standard(
    "pdfaid",
    "http://www.aiim.org/pdfa/ns/id/",
    "PDF/A Universal",
    (
        Claim("part", "2", "Integer", "Part of ISO 19005"),
        Claim("conformance", "A", "Text", "Conformance level of ISO 19005"),
    ),
    known=True,
)
ACCESS = Standard(
    "pdfuaid",
    "http://www.aiim.org/pdfua/ns/id/",
    "PDF/UA Universal Accessibility",
    (Claim("part", "1", "Integer", "Part of ISO 14289"),),
)
PRESS = Standard(
    "pdfxid",
    "http://www.npes.org/pdfx/ns/id/",
    "PDF/X",
    (Claim("GTS_PDFXVersion", "PDF/X-4", "Text", "Part of ISO 15930"),),
    managed=True,
)


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """The condition that a file's colours are meant for (ISO 32000-1, 14.11.5): `subtype` says whose rule asks for it.

    `condition` is its name as its `registry` has it ("" where none has), `components` the channels of the ICC profile, `info` what people
    call it.
    """

    subtype: str
    condition: str
    registry: str
    profile: bytes
    components: int
    info: str = ""


@dataclass(frozen=True, slots=True)
class Purpose:
    """One destination of a book; `links` tells whether its links are live, `tagged` whether a reader finds its structure.

    Where black `overprints`, small type and thin lines in it do, and nothing else does.
    """

    colour: Colour
    version: tuple[int, int] = (1, 7)
    tagged: bool = False
    links: bool = True
    intent: OutputIntent | None = None
    overprints: bool = False
    standards: tuple[Standard, ...] = ()


SCREEN = Purpose(
    screen,
    tagged=True,
    intent=OutputIntent("GTS_PDFA1", "sRGB IEC61966-2.1", "http://www.color.org", (PROFILES / "sRGB.icc").read_bytes(), 3),
    standards=(ARCHIVE, ACCESS),
)


def for_press(condition: Condition, profile: bytes) -> Purpose:
    """Return the purpose of a file for the press: PDF/X-4 (ISO 15930-7), inks by their plates, no links."""
    intent = OutputIntent(PDF_X, condition.name, condition.registry, profile, PLATES, condition.info)
    return Purpose(press, version=(1, 6), links=False, intent=intent, overprints=True, standards=(PRESS,))
