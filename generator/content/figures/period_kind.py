"""What a period may be, and what is found of one in a text: its kind, first and last day."""

from datetime import date
from enum import Enum
from typing import NamedTuple


class PeriodKind(Enum):
    """What a period is: a stretch with both ends, or a point in time, or words.

    AS_OF has an end only; OPEN (2019年起) has a start only; AROUND (2020年初, 2020年中) stands on the one day that it is put in order
    by; VAGUE (过去一年, 2020年双11) is its words, and lies anywhere in its days, where it has any.
    """

    CENTURY = "century"
    DECADE = "decade"
    PLAN = "plan"
    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    SCHOOL_YEAR = "school_year"
    TERM = "term"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    PART = "part"
    WEEK = "week"
    DAY = "day"
    RANGE = "range"
    OPEN = "open"
    AROUND = "around"
    AS_OF = "as_of"
    VAGUE = "vague"


class Found(NamedTuple):
    """A period found in a text."""

    kind: PeriodKind
    start: date | None
    end: date | None
