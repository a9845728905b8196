"""What a line costs a reader: how far it is squeezed or opened, how ragged it is.

In: the measures of a line. Out: a number, the less the better, comparable over a paragraph. Squeeze first, stretch second (CLREQ,
reduction and expansion): costs, not vetoes. Each grows with what a reader sees of it, and faster than that: two lines a little pale
are better than one that is seen to be. The numbers were set on the paragraphs of `benchmarks/typeset.py` and tried on others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.units import Length

SQUEEZE_COST = 130.0
"""A line squeezed to its limit, all its commas half as wide, is seen to be dark; cubes in between."""
FILL_COST = 10.0
"""A line whose word spaces, gaps and neighbouring marks are stretched to their limit."""
OPEN_COST = 200.0
"""A line opened by OPEN_EMS at every joint, which a reader sees as pale; cubes in between and beyond."""
OPEN_EMS = 0.1
UNLIKE_COST = 3000.0
"""Two neighbouring lines, one opened by an em more than the other, as a reader sees one dark and one pale; squares in between."""
RIVER_COST = 60.0
"""A white under a white in open lines, weighed in a second search, made only when the first ended with three in a row."""
TOLERANCE = 40.0
"""Lines that cost more are weighed only when there are fewer than ENOUGH better ones from the same start."""
ENOUGH = 3
ENOUGH_AGAIN = 12
"""The same in a second search, made only when the first could not but end with a short line, or found nothing but poor ones."""
POOR_COST = 40.0
"""Lines that cost more than this on the average are poor: a narrow measure with long pieces, worth a second, wider search."""
GAPING_EMS = 1.0
"""A line opened further at each joint is a row of lone characters: from here its emptiness counts, not its joints."""
HOLE_COST = 100_000.0
"""A line that cannot be filled, or only so far apart that it is a hole; and for each em of the hole HOLE_EM_COST more."""
HOLE_EM_COST = 10_000.0
HOPELESS_COST = 200.0
"""A way that costs so much more than another to a place shortly before it is not followed: a line seen to be pale."""
HOPELESS_AGAIN_COST = 3000.0
"""The same in the second search, where such lines are what there is."""
SHORT_END_COST = 40_000.0
"""A last line of one character: worth a pale line or two, not a line that cannot be filled (`last_line`)."""
RAGGED_COST = 1000.0
"""A ragged line as empty as it can be; squares in between."""
LADDER_COST = 30_000.0
"""A hyphen under a hyphen: one may stand alone, a ladder of them is seen at once."""
LINE_COST = 3000.0
"""A ragged paragraph takes no line more than it must."""
RAGGED_ENOUGH = 6
"""Line ends weighed from one start when lines are ragged."""
EMERGENCY_COST = 10_000_000.0
"""A piece wider than the measure, torn; times the rank of the place."""


def flush_cost(slack: Length, give: Length, fill: Length, joints_ems: float, em: Length) -> tuple[float, float]:
    """Return the cost of a line made flush, and by how many ems its joints are opened; less than 0 where it is squeezed.

    `slack` is what is missing, negative when the line is too long (never by more than `give`); `fill` what word spaces, gaps and
    neighbouring marks take first; `joints_ems` how far the line would grow, in EMU, if every joint opened by an em.
    """
    if slack < 0:
        squeezed = slack / give
        return -SQUEEZE_COST * squeezed * squeezed * squeezed, slack / joints_ems if joints_ems else 0.0
    if slack <= fill:
        filled = slack / fill if fill else 0.0
        return FILL_COST * filled * filled, 0.0
    missing = slack - fill
    if missing >= joints_ems * GAPING_EMS:
        return HOLE_COST + HOLE_EM_COST * missing / em, GAPING_EMS
    opened = missing / joints_ems
    pale = opened / OPEN_EMS
    return (FILL_COST if fill else 0.0) + OPEN_COST * pale * pale * pale, opened


def ragged_cost(empty: float) -> float:
    """Return the cost of a ragged line of which this part is empty."""
    return RAGGED_COST * empty**2
