"""What a record of an audit says, worded and ready to be set: a page to sign, to file and to hand on.

In: nothing. Out: plain values; no rule is known here, and no file.
"""

from dataclasses import dataclass
from enum import Enum


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
