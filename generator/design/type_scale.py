"""The type scale: every size and line pitch that page and slide may use, in one place.

Nothing comes in; `REPORT` and `DECK` go out. Print steps by about 1.25 from a 10 pt body on a 17 pt grid (CLREQ, line gap of 0.5 to
1 em of the body); line pitches are quarters of the grid, so that blocks of lines fall back onto it. Slides step by larger strides.
What does not fit goes down by a step, never by a factor: every size of a finished page or slide is one of `sizes`.
"""

from bisect import bisect_left
from dataclasses import dataclass

from generator.units import Length, pt

MAGNITUDE, BESIDE = 1, 5
"""Han fills its square where digits do not: a step under the digits it is as high as they are. Five steps are about a third."""


@dataclass(frozen=True, slots=True)
class Step:
    """A size with its line pitch, both in EMU."""

    size: Length
    leading: Length


@dataclass(frozen=True, slots=True)
class Scale:
    """An output's steps, by what they are for, smallest first; `heroes` are the sizes of hero digits, largest first.

    `sizes` are all of them, smallest first. A number's magnitude (万, 亿) stands MAGNITUDE steps under its digits, its qualifier and
    unit BESIDE steps, never under the caption's size.
    """

    sizes: tuple[Length, ...]
    note: Step
    caption: Step
    label: Step
    table: Step
    body: Step
    lead: Step
    heading_3: Step
    heading_2: Step
    heading_1: Step
    statement: Step
    title: Step
    cover: Step
    heroes: tuple[Length, ...]
    figures: tuple[Length, ...]
    display: Step

    def stepped(self, size: Length, steps: int) -> Length:
        """Return the size so many steps over one of the scale's, or under it where they are negative; the scale's last at most."""
        return stepped(self.sizes, size, steps)

    def magnitude(self, digits: Length) -> Length:
        """Return the size of 万 and 亿 after digits of this size."""
        return max(self.caption.size, self.stepped(digits, -MAGNITUDE))

    def beside(self, digits: Length, steps: int = BESIDE) -> Length:
        """Return the size of the qualifier and unit beside digits of this size."""
        return max(self.caption.size, self.stepped(digits, -steps))


def stepped(sizes: tuple[Length, ...], size: Length, steps: int) -> Length:
    """Return the size so many steps from one in a scale of them; from a size between two, the one over it counts as its own."""
    return sizes[min(max(0, bisect_left(sizes, size) + steps), len(sizes) - 1)]


def _points(*sizes: float) -> tuple[Length, ...]:
    return tuple(map(pt, sizes))


def _step(size: float, leading: float) -> Step:
    return Step(pt(size), pt(leading))


REPORT = Scale(
    sizes=_points(7.5, 8, 9, 10, 12.5, 15.5, 19.5, 24.5, 30.5, 38, 48, 60),
    note=_step(7.5, 11),
    caption=_step(8, 12.75),
    label=_step(9, 12.75),
    table=_step(7.5, 12.75),
    body=_step(10, 17),
    lead=_step(12.5, 21.25),
    heading_3=_step(12.5, 17),
    heading_2=_step(15.5, 21.25),
    heading_1=_step(24.5, 34),
    statement=_step(30.5, 42.5),
    title=_step(38, 51),
    cover=_step(48, 68),
    heroes=_points(60, 48),
    figures=_points(38, 30.5, 24.5, 19.5, 15.5),
    display=_step(60, 68),
)
"""The printed report, A4."""

DECK = Scale(
    sizes=_points(12, 14, 16, 18, 20, 22, 24, 30, 36, 44, 54, 66, 80, 96, 176),
    note=_step(12, 16),
    caption=_step(14, 20),
    label=_step(16, 22),
    table=_step(14, 20),
    body=_step(18, 27),
    lead=_step(22, 32),
    heading_3=_step(20, 28),
    heading_2=_step(24, 34),
    heading_1=_step(30, 40),
    statement=_step(36, 48),
    title=_step(44, 58),
    cover=_step(54, 72),
    heroes=_points(96, 80, 66, 54),
    figures=_points(54, 44, 36, 30, 24),
    display=_step(176, 176),
)
"""The slides, 13.333 by 7.5 inches: body at least 18 pt, tables 14, notes to a number 12; `heading_1` is a slide's title."""
