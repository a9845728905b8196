"""What a PDF is made for: how inks are named, what a reader is led by, and the condition that its colours are meant for.

In: nothing. Out: values handed to the writer with a book, which decide everything in which two files of one book differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.writers.pdf.colour import Colour, screen


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """The condition that a file's colours are meant for (ISO 32000-1, 14.11.5): `subtype` says whose rule asks for it.

    `condition` is its name as its registry has it, `components` the channels of the ICC profile.
    """

    subtype: str
    condition: str
    registry: str
    profile: bytes
    components: int


@dataclass(frozen=True, slots=True)
class Purpose:
    """One destination of a book; `links` tells whether its links are live, `tagged` whether a reader finds its structure."""

    colour: Colour
    version: tuple[int, int] = (1, 7)
    tagged: bool = False
    links: bool = True
    intent: OutputIntent | None = None


SCREEN = Purpose(screen)
