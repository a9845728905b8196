"""A doughnut: the parts of one whole as parts of a ring; a native one has no place for labels outside it, so they are moved there."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING

from generator.charts.kind import Kind, Native
from generator.charts.native import Marks, NativeForm
from generator.charts.shapes import discs

if TYPE_CHECKING:
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan

HOLE = 0.5
"""The radius of a doughnut's hole in that of its ring: what programs take that pass over the setting."""


def _shifts(plan: Plan, easel: Easel) -> tuple[tuple[float, float], ...]:
    """Return how far each label's middle lies from the middle of its part of a ring, in shares of the picture's width and height."""
    made = discs.laid_out(plan, easel)
    radius, size = made.disc.width / 2 * (1 + HOLE) / 2, easel.size
    shifts = []
    for label, (start, stop) in zip(made.labels, made.edges, strict=True):
        angle = radians((start + stop) / 2)
        x, y = size.width / 2 + radius * sin(angle), size.height / 2 - radius * cos(angle)
        middle = (label.rect.x + label.rect.width / 2 - x, label.rect.y + label.rect.height / 2 - y)
        shifts.append((middle[0] / size.width, middle[1] / size.height))
    return tuple(shifts)


NATIVE = Native(NativeForm("DOUGHNUT", Marks.SLICES, label="", hole=round(100 * HOLE)), discs.fill, discs.plot, _shifts)
KIND = Kind("环形图", discs.RULES, discs.drawn(HOLE), NATIVE)
