"""What a record says, worded and ready to be set: a page to sign, to file and to hand on. An audit's, or a comparison's.

In: nothing. Out: plain values; no rule is known here, and no file.
"""

from dataclasses import dataclass
from enum import Enum

from generator.units import Length


class Mood(Enum):
    """How a rule came off, as its sign and colour show it beside its word."""

    GOOD = "good"
    DOUBT = "doubt"
    BAD = "bad"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Line:
    """A rule: how it came off in a word, what it asks, what was found, on which pages, and where it is written."""

    mood: Mood
    verdict: str
    rule: str
    found: str
    pages: str
    clause: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its title, the verdict with its mood and how many rules it counts, facts of the file by name, the rules under their heads.

    `heads` head verdict, rule, found, pages and clause; `fields` are to be filled in by hand.
    """

    title: str
    verdict: str
    mood: Mood
    counts: str
    facts: tuple[tuple[str, str], ...]
    heads: tuple[str, str, str, str, str]
    lines: tuple[Line, ...]
    fields: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look: bold or not, in grey or in the colour of a mood."""

    text: str
    bold: bool = False
    grey: bool = False
    mood: Mood | None = None


Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a sheet: the mood that its sign shows, its cells, and whether a ground sets it off."""

    mood: Mood
    cells: tuple[Cell, ...]
    set_off: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A table of a sheet: its name, the heads and the widths of its columns, its rows; the last column takes what room is left."""

    name: str
    heads: tuple[str, ...]
    widths: tuple[Length, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every record is set as: title, verdict and counts, facts by name, tables, and what is filled in by hand."""

    title: str
    verdict: str
    mood: Mood
    counts: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    fields: tuple[str, ...]
    language: str
