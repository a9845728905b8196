"""What stands round a printed page for the people at the press: crop and registration marks and the colour bar.

In: the trim on its sheet, and what the print shop asks for. Out: groups of artifacts, all outside the bleed. Crop and registration marks
are in the registration ink, which every plate has (ISO 15930-7 lets it stand beside the bleed only).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.press import BAR, CLEAR, MARK, MARK_WEIGHT, REGISTRATION
from generator.drawing import Box, Disc, Group, LineTo, MoveTo, Path, Role
from generator.units import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.design.press import PrintJob
    from generator.drawing import Item
    from generator.units import Length

TARGET_PART = 0.6
"""A registration mark's circle, in parts of its cross."""
BESIDE = 2
"""What the colour bar keeps from crop and registration marks, in widths of a mark."""


def marks(trim: Rect, job: PrintJob) -> tuple[Group, ...]:
    """Return the marks round a trim."""
    begin = job.bleed + CLEAR
    drawn = (*_crops(trim, begin), *(part for at in _middles(trim, begin + MARK // 2) for part in _target(at)))
    return Group(drawn, role=Role.ARTIFACT), Group(tuple(_bar(trim, begin)), role=Role.ARTIFACT)


def _line(start: Point, end: Point) -> Path:
    return Path((MoveTo(start), LineTo(end)), stroke=REGISTRATION, stroke_width=MARK_WEIGHT)


def _crops(trim: Rect, begin: Length) -> Iterator[Item]:
    """Yield two lines at each corner, in line with its edges, `begin` away from them."""
    for x, across in ((trim.x, -1), (trim.right, 1)):
        for y, down in ((trim.y, -1), (trim.bottom, 1)):
            yield _line(Point(x + across * begin, y), Point(x + across * (begin + MARK), y))
            yield _line(Point(x, y + down * begin), Point(x, y + down * (begin + MARK)))


def _middles(trim: Rect, out: Length) -> Iterator[Point]:
    x, y = trim.x + trim.width // 2, trim.y + trim.height // 2
    yield from (Point(x, trim.y - out), Point(x, trim.bottom + out), Point(trim.x - out, y), Point(trim.right + out, y))


def _target(at: Point) -> Iterator[Item]:
    """Yield a registration mark: a cross through a circle."""
    reach, size = MARK // 2, round(MARK * TARGET_PART)
    yield _line(Point(at.x - reach, at.y), Point(at.x + reach, at.y))
    yield _line(Point(at.x, at.y - reach), Point(at.x, at.y + reach))
    yield Disc(Rect(at.x - size // 2, at.y - size // 2, size, size), stroke=REGISTRATION, stroke_width=MARK_WEIGHT)


def _bar(trim: Rect, begin: Length) -> Iterator[Item]:
    """Yield the patches over the head's left half, each as wide as a mark or as there is room."""
    left = trim.x + BESIDE * MARK
    room = trim.width // 2 - 2 * BESIDE * MARK
    width = min(MARK, room // len(BAR))
    for place, ink in enumerate(BAR):
        yield Box(Rect(left + place * width, trim.y - begin - MARK, width, MARK), fill=ink)
