"""What a paragraph had to go without: a fallback always sets something, and here it says what it cost.

In: the set lines of a paragraph with what they were set of. Out: counts, all 0 when every rule was kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.typeset.breaks import Rank
from generator.typeset.last_line import short_from
from generator.typeset.model import NOTHING_SHORT, Align, Shortfall
from generator.typeset.tabs import Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.typeset.lines import Part
    from generator.typeset.model import Line, Setting

LOOSE_EMS = 0.15
"""A line opened further at each joint looks as if its characters were letterspaced."""
ROUNDING = 100
"""EMU by which a width may differ: a hundredth of a point."""


def shortfall(made: Iterable[tuple[Part, Line]], setting: Setting) -> Shortfall:
    """Return what the lines of a paragraph had to go without."""
    found = NOTHING_SHORT
    for part, line in made:
        one = _row(part, line, setting) if isinstance(part, Row) else _line(part, line, setting)
        found = found + one if one else found
    return found


def _row(row: Row, line: Line, setting: Setting) -> Shortfall:
    return Shortfall(wide=line.width > setting.measure + ROUNDING, tabs=row.missed(setting.tabs))


def _line(part: Part, line: Line, setting: Setting) -> Shortfall:
    room = setting.measure - part.indent
    wide = line.width > room + ROUNDING
    if part.ends_strip:
        return Shortfall(wide=wide, short_ends=_is_short(part)) if wide or part.start else NOTHING_SHORT
    rank = part.strip.joints[part.end].rank
    flush = setting.align is not Align.JUSTIFY or abs(line.width - room) <= ROUNDING
    loose = line.opened > LOOSE_EMS * part.strip.atoms[part.start].size
    if rank is Rank.FREE and flush and not wide and not loose:
        return NOTHING_SHORT
    return Shortfall(rank is Rank.EDGE, Rank.HELD <= rank < Rank.EDGE, wide, not flush, loose)


def _is_short(part: Part) -> bool:
    """Tell whether a last line of several has fewer than two characters of text (T15)."""
    return part.start > short_from(part.strip)
