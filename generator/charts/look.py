"""How a chart looks, on a page and on a slide: sizes, inks and faces, and the few constants that both outputs share.

In: a chart's inks, the output's type scale and its gutter. Out: a frozen look. Colour is for what the message is about; everything
else is grey, told apart by its lightness too, so that a greyscale print says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.typeset.model import Style
from generator.units import Length, mm, pt

if TYPE_CHECKING:
    from generator.charts.inks import ChartInks
    from generator.design.type_scale import Scale
    from generator.ink import Ink

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


PAGE_LABEL, PAGE_NUMBER, PAGE_LEAST = 0.9, 3.4, 0.7
"""A page's labels, its big digits and its smallest type, in sizes of its body."""

SLIDE_AXIS, SLIDE_NUMBER = 8 / 9, 4
"""A slide's periods and its big digits, in sizes of its body."""

PAGE_DOTS, SLIDE_DOTS = (mm(2.2),), (mm(3.8), mm(3.2), mm(2.7), mm(2.2))
"""A dot that counts: on a page always of one size, on a slide, where a picture stands alone, of the first that has room."""

SLIDE_GUTTER = mm(12)
"""Columns of a picture stand wider apart on a slide than the slide's own: they are seen from afar."""


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Type sizes, inks and faces. `label` names things and values, `axis` tells periods and scopes, `number` is for big digits.

    `least` is the smallest size that the output allows; `gutter` parts columns; `hairline` and `stroke` are the thin and the strong
    rule; `bar` is the thickest bar; `dots` are the sizes of dots that count, whatever the size of the type: one on a page; `above` is the
    share of spare height left above the picture.
    """

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

    def scaled(self, part: float) -> ChartLook:
        """Return the look with its type at a part of its size, none of it under `least`."""
        label, axis = (max(round(size * part), self.least) for size in (self.label, self.axis))
        return replace(
            self, label=label, axis=axis, number=max(round(self.number * part), label), gutter=round(self.gutter * part)
        )

    def name(self, ink: Ink | None = None) -> Style:
        """Return the style of a label."""
        return Style(self.face, self.label, ink or self.inks.ink)

    def strong(self, ink: Ink | None = None) -> Style:
        """Return the style of a label that is to be looked at."""
        return Style(self.bold, self.label, ink or self.inks.main)

    def small(self, ink: Ink | None = None) -> Style:
        """Return the style of periods, scopes and remarks."""
        return Style(self.face, self.axis, ink or self.inks.grey)


def page_look(inks: ChartInks, scale: Scale, gutter: Length) -> ChartLook:
    """Return the look of a picture on a page of this scale, whose columns are a gutter apart."""
    body = scale.body.size
    label, number, least = (round(part * body) for part in (PAGE_LABEL, PAGE_NUMBER, PAGE_LEAST))
    return ChartLook(
        label=label, axis=scale.caption.size, number=number, least=least, gutter=gutter, hairline=pt(0.5), stroke=pt(1.5),
        bar=mm(7), dots=PAGE_DOTS, above=0.0, inks=inks,
    )  # fmt: skip


def slide_look(inks: ChartInks, scale: Scale) -> ChartLook:
    """Return the look of a picture on a slide of this scale."""
    axis, number = (round(part * scale.body.size) for part in (SLIDE_AXIS, SLIDE_NUMBER))
    return ChartLook(
        label=scale.heading_3.size, axis=axis, number=number, least=scale.caption.size, gutter=SLIDE_GUTTER, hairline=pt(1),
        stroke=pt(3), bar=mm(22), dots=SLIDE_DOTS, above=0.4, inks=inks,
    )  # fmt: skip
