"""On which side of its point a line's label stands, for page and slide alike: where the line does not run through it.

In: the rows of a line chart. Out: the rows, each point told whether its label stands below.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts.scales import LOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.charts.plan import PlanPoint, PlanRow


APART = 0.25
"""Above a point in this lowest part of the height its label stays, for the names stand below, unless another is so near over it.

Under values below zero the axis leaves room for labels.
"""


def sided(rows: tuple[PlanRow, ...], height: Callable[[Decimal], float]) -> tuple[PlanRow, ...]:
    """Return the rows with labels placed: of two lines the upper's above and the lower's below, of one on the side of the bend.

    `height` tells how high a value lies, 0 to 1.
    """
    return tuple(
        replace(row, points=tuple(_placed(rows, number, place, height) for place in range(len(row.points))))
        for number, row in enumerate(rows)
    )


def _placed(rows: tuple[PlanRow, ...], number: int, place: int, height: Callable[[Decimal], float]) -> PlanPoint | None:
    point = rows[number].points[place]
    if point is None:
        return None
    low = point.value >= 0 and height(point.value) < LOW
    others = [other.value for at, row in enumerate(rows) if at != number and (other := row.points[place]) is not None]
    if not others:
        return replace(point, below=_is_dip(rows[number], place) and not low)
    under = point.value < max(others) or (point.value == max(others) and number > 0)
    free = low and height(max(others)) - height(point.value) > APART
    return replace(point, below=under and not free)


def _is_dip(row: PlanRow, place: int) -> bool:
    """Tell whether the line leaves the point upwards more than downwards."""
    here = row.points[place]
    assert here is not None
    near = [row.points[at] for at in (place - 1, place + 1) if 0 <= at < len(row.points)]
    rises = [one.value - here.value for one in near if one]
    up, down = (sum((max(sign * rise, Decimal(0)) for rise in rises), Decimal(0)) for sign in (1, -1))
    return up > down
