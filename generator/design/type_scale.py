"""The type scale: every size and line pitch that page and slide may use, in one place.

Nothing comes in; `REPORT` and `DECK` go out. Print steps by about 1.25 from a 10 pt body on a 17 pt grid (CLREQ, line gap of 0.5 to
1 em of the body); line pitches are quarters of the grid, so that blocks of lines fall back onto it. Slides step by larger strides.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.units import Length, pt


@dataclass(frozen=True, slots=True)
class Step:
    """A size with its line pitch, both in EMU."""

    size: Length
    leading: Length


@dataclass(frozen=True, slots=True)
class Scale:
    """An output's steps, by what they are for, smallest first; `heroes` are the sizes of hero digits, largest first.

    A hero's qualifier and unit stand at `hero_part` of its digits, never under the caption's size.
    """

    note: Step
    caption: Step
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
    hero_part: float

    def hero_side(self, digits: Length) -> Length:
        """Return the size of the qualifier and unit beside hero digits of this size."""
        return max(self.caption.size, round(digits * self.hero_part))


def _step(size: float, leading: float) -> Step:
    return Step(pt(size), pt(leading))


REPORT = Scale(
    note=_step(7.5, 11),
    caption=_step(8, 12.75),
    table=_step(7.5, 12.75),
    body=_step(10, 17),
    lead=_step(12.5, 21.25),
    heading_3=_step(12.5, 17),
    heading_2=_step(15.5, 21.25),
    heading_1=_step(24.5, 34),
    statement=_step(30.5, 42.5),
    title=_step(38, 51),
    cover=_step(48, 68),
    heroes=(pt(64), pt(56), pt(50), pt(44)),
    figures=(pt(38), pt(30.5), pt(24.5), pt(19.5), pt(15.5)),
    hero_part=1 / 3,
)
"""The printed report, A4."""

DECK = Scale(
    note=_step(12, 16),
    caption=_step(14, 20),
    table=_step(14, 20),
    body=_step(18, 27),
    lead=_step(22, 32),
    heading_3=_step(20, 28),
    heading_2=_step(24, 34),
    heading_1=_step(30, 40),
    statement=_step(36, 48),
    title=_step(44, 58),
    cover=_step(54, 72),
    heroes=(pt(96), pt(80), pt(66), pt(54)),
    figures=(pt(54), pt(44), pt(36), pt(30), pt(24)),
    hero_part=0.36,
)
"""The slides, 13.333 by 7.5 inches: body at least 18 pt, tables 14, notes to a number 12; `heading_1` is a slide's title."""
