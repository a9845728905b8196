"""How a chart looks, on a page and on a slide: sizes, inks and faces, and the few constants that both outputs share.

In: a chart's inks, the output's type scale and its gutter. Out: a frozen look. Colour is for what the message is about; everything
else is grey, told apart by its lightness too, so that a greyscale print says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.type_scale import stepped
from generator.typeset.model import Style
from generator.units import Length, mm, pt

if TYPE_CHECKING:
    from generator.charts.inks import ChartInks
    from generator.design.type_scale import Scale
    from generator.ink import Ink

LEADING = 1.4
"""Line pitch of labels in sizes."""

SIDE_BY_DIGITS = 1.6
"""Between these sizes in labels, digits are no longer big: qualifier and unit then take the size of the digits."""

LABEL_GAP = 0.5
"""From a bar's end to its label, in label sizes."""

DROPS = range(5)
"""The steps of the scale that a look's type goes down, one after another, until the picture fits."""

LARGE = 2
"""The step of the slide's heroes at which a picture's big digits stand."""

PAGE_DOTS, SLIDE_DOTS = (mm(2.2),), (mm(3.8), mm(3.2), mm(2.7), mm(2.2))
"""A dot that counts: on a page always of one size, on a slide, where a picture stands alone, of the first that has room."""

SLIDE_GUTTER = mm(12)
"""Columns of a picture stand wider apart on a slide than the slide's own: they are seen from afar."""
COLOURED = pt(8)
"""Type of several plates is no smaller: they never register to a tenth of a millimetre."""


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Type sizes, inks and faces. `label` names things and values, `axis` tells periods and scopes, `number` is for big digits.

    All are of the scale's `sizes`, none under `least`. `gutter` parts columns; `hairline` and `stroke` are the thin and the strong
    rule; `bar` is the thickest bar; `dots` are the sizes of dots that count, whatever the size of the type: one on a page; `above` is
    the share of spare height left above the picture.
    """

    sizes: tuple[Length, ...]
    label: Length
    axis: Length
    number: Length
    least: Length
    gutter: Length
    hairline: Length
    stroke: Length
    bar: Length
    dots: tuple[Length, ...]
    above: float
    inks: ChartInks
    face: str = "sans-regular"
    bold: str = "sans-bold"
    digits: str = "sans-bold"

    def stepped(self, size: Length, steps: int) -> Length:
        """Return the size so many steps of the scale from another, none under `least`."""
        return max(stepped(self.sizes, size, steps), self.least)

    def lowered(self, drop: int) -> ChartLook:
        """Return the look with its type so many steps smaller, its gutter as its labels."""
        label, axis, number = (self.stepped(size, -drop) for size in (self.label, self.axis, self.number))
        gutter = self.gutter * label // self.label
        return replace(self, label=label, axis=axis, number=max(number, label), gutter=gutter)

    def name(self, ink: Ink | None = None) -> Style:
        """Return the style of a label."""
        return Style(self.face, self.label, ink or self.inks.ink)

    def strong(self, ink: Ink | None = None) -> Style:
        """Return the style of a label that is to be looked at; small type of a theme's ink is in that of one plate instead."""
        wanted = ink or self.inks.main
        return Style(self.bold, self.label, self.inks.ink if wanted == self.inks.main and self.label < COLOURED else wanted)

    def small(self, ink: Ink | None = None) -> Style:
        """Return the style of periods, scopes and remarks."""
        return Style(self.face, self.axis, ink or self.inks.grey)


def page_look(inks: ChartInks, scale: Scale, gutter: Length) -> ChartLook:
    """Return the look of a picture on a page of this scale, whose columns are a gutter apart."""
    return ChartLook(
        sizes=scale.sizes, label=scale.label.size, axis=scale.caption.size, number=scale.figures[0], least=scale.note.size,
        gutter=gutter, hairline=pt(0.5), stroke=pt(1.5), bar=mm(7), dots=PAGE_DOTS, above=0.0, inks=inks,
    )  # fmt: skip


def slide_look(inks: ChartInks, scale: Scale) -> ChartLook:
    """Return the look of a picture on a slide of this scale."""
    return ChartLook(
        sizes=scale.sizes, label=scale.heading_3.size, axis=scale.label.size, number=scale.heroes[LARGE],
        least=scale.caption.size, gutter=SLIDE_GUTTER, hairline=pt(1), stroke=pt(3), bar=mm(22), dots=SLIDE_DOTS, above=0.4,
        inks=inks,
    )  # fmt: skip
