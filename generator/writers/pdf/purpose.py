"""What a PDF is made for: how inks are named, what a reader is led by, the condition that its colours are meant for, what it claims.

In: nothing. Out: values handed to the writer with a book, which decide everything in which two files of one book differ.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.press import SRGB
from generator.layout.book.metadata import FOR_THE_PRESS, FOR_THE_SCREEN, Schema
from generator.profiles import icc
from generator.writers.pdf.colour import Colour, gray, press, screen

if TYPE_CHECKING:
    from generator.design.press import Condition

PDF_A, CHANNELS = "GTS_PDFA1", 3
PDF_X, PLATES = "GTS_PDFX", 4


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
    standards: tuple[Schema, ...] = ()


def _screen() -> Purpose:
    intent = OutputIntent(PDF_A, SRGB.name, SRGB.registry, icc.screen().data, CHANNELS, SRGB.info)
    return Purpose(screen, tagged=True, intent=intent, standards=FOR_THE_SCREEN)


SCREEN = _screen()
"""For the screen: PDF/UA-1 and PDF/A-2a in one, colours in RGB."""


GRAYSCALE = replace(SCREEN, colour=gray)
"""The same in one ink."""
OFFICE = Purpose(screen)
"""For an office printer: pages in no order that anybody would read, and so without structure."""


def for_press(condition: Condition, profile: bytes) -> Purpose:
    """Return the purpose of a file for the press: PDF/X-4 (ISO 15930-7), inks by their plates, no links."""
    intent = OutputIntent(PDF_X, condition.name, condition.registry, profile, PLATES, condition.info)
    return Purpose(press, version=(1, 6), links=False, intent=intent, overprints=True, standards=FOR_THE_PRESS)
