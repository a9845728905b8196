"""How a chart looks, on a page and on a slide: sizes, inks and faces, and the few constants that both outputs share.

In: a theme's inks. Out: a frozen look. Colour is for what the message is about; everything else is grey, told apart by its lightness
too, so that a greyscale print says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.grid import GUTTER
from generator.design.palette import GREY, INK, RULE
from generator.ink import Ink
from generator.typeset.model import Style
from generator.units import Length, mm, pt

if TYPE_CHECKING:
    from generator.design.palette import ThemeInks

QUIET = Ink("quiet", (158, 152, 145), (0, 3, 6, 45))
"""The bars that the message is not about: between text grey and rule grey, lighter than every theme's ink."""

LEADING = 1.4
"""Line pitch of labels in sizes."""

SIDE_PART = 0.36
"""A big number's qualifier and unit stand at this part of its digits (the deck's and nearly the page's `hero_part`)."""

PER_CENT_PART = 0.6
"""A per cent sign is part of its number: it stands at this part of the digits."""

WORDS_PART = 0.8
"""Words in place of digits (数亿) are not as loud as digits: they stand at this part of them."""

SIDE_BY_DIGITS = 1.6
"""Between these sizes in labels, digits are no longer big: qualifier and unit then take the size of the digits."""

LABEL_GAP = 0.5
"""From a bar's end to its label, in label sizes."""

STEPS = (1.0, 0.9, 0.8, 0.7, 0.6)
"""The parts of its own sizes that a look is tried at until the picture fits."""


@dataclass(frozen=True, slots=True)
class Look:
    """Type sizes, inks and faces. `label` names things and values, `axis` tells periods and scopes, `number` is for big digits.

    `least` is the smallest size that the output allows; `gutter` parts columns; `hairline` and `stroke` are the thin and the strong
    rule; `bar` is the thickest bar; `above` is the share of spare height left above the picture.
    """

    label: Length
    axis: Length
    number: Length
    least: Length
    gutter: Length
    hairline: Length
    stroke: Length
    bar: Length
    above: float
    main: Ink
    tint: Ink
    pale: Ink
    ink: Ink = INK
    grey: Ink = GREY
    rule: Ink = RULE
    quiet: Ink = QUIET
    face: str = "sans-regular"
    bold: str = "sans-bold"
    digits: str = "sans-bold"

    def scaled(self, part: float) -> Look:
        """Return the look with its type at a part of its size, none of it under `least`."""
        label, axis = (max(round(size * part), self.least) for size in (self.label, self.axis))
        return replace(
            self, label=label, axis=axis, number=max(round(self.number * part), label), gutter=round(self.gutter * part)
        )

    def name(self, ink: Ink | None = None) -> Style:
        """Return the style of a label."""
        return Style(self.face, self.label, ink or self.ink)

    def strong(self, ink: Ink | None = None) -> Style:
        """Return the style of a label that is to be looked at."""
        return Style(self.bold, self.label, ink or self.main)

    def small(self, ink: Ink | None = None) -> Style:
        """Return the style of periods, scopes and remarks."""
        return Style(self.face, self.axis, ink or self.grey)


def page_look(inks: ThemeInks) -> Look:
    """Return the look of a picture on an A4 page."""
    return Look(
        label=pt(9), axis=pt(8), number=pt(34), least=pt(7), gutter=GUTTER, hairline=pt(0.5), stroke=pt(1.5), bar=mm(7),
        above=0.0, main=inks.main, tint=inks.tint, pale=inks.pale,
    )  # fmt: skip


def slide_look(inks: ThemeInks) -> Look:
    """Return the look of a picture on a 16:9 slide."""
    return Look(
        label=pt(20), axis=pt(16), number=pt(72), least=pt(14), gutter=mm(12), hairline=pt(1), stroke=pt(3), bar=mm(22),
        above=0.4, main=inks.main, tint=inks.tint, pale=inks.pale,
    )  # fmt: skip
