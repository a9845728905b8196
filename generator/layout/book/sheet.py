"""A page while it is being made: items in reading order, the marks that lead to it, and the few shapes that every page is made of.

Parts of the book return `Sheet`s; `pages.lay_out` adds running heads and folios and turns them into `Page`s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import A4, BLEED, HAIRLINE
from generator.design.palette import GREY, RULE
from generator.drawing import Box, Group, Role
from generator.units import Length, Rect, em, mm, pt

if TYPE_CHECKING:
    from generator.document.model import RichText
    from generator.drawing import Item
    from generator.ink import Ink

ACCENT_WIDTH, ACCENT_HEIGHT = mm(9), pt(2.25)
"""The short rule: under hero numbers and over headings, the book's one ornament."""


OVER_SMALL, OVER_LARGE, OVER_STATEMENT = 1.5, 2.5, 3.0
"""Lines from the baseline of a small heading, a large one or a statement up to its short rule."""

GROUND_RISE = 0.7
"""Lines from a band's first baseline up to the edge of its ground."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that contents and outline lead to: an ASCII name, the title as read, its outline level, and where on the page."""

    name: str
    title: str
    level: int = 1
    y: Length = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page without head and folio. `bare` pages show neither; `head` is the running head, in `ink`."""

    number: int
    items: tuple[Item, ...]
    head: RichText = ()
    ink: Ink = GREY
    bare: bool = False
    marks: tuple[Mark, ...] = ()


def artifact(*items: Item) -> Group:
    """Return items that only decorate."""
    return Group(items, role=Role.ARTIFACT)


def field(ink: Ink) -> Group:
    """Return a field over the whole page and its bleed."""
    return artifact(Box(A4.bleed, fill=ink))


def foot_field(baseline: Length, ink: Ink) -> Group:
    """Return a field from over a baseline to the foot of the page, with its bleed."""
    bleed, top = A4.bleed, over(baseline, GROUND_RISE)
    return artifact(Box(Rect(bleed.x, top, bleed.width, A4.size.height + BLEED - top), fill=ink))


def rule(x: Length, y: Length, width: Length, ink: Ink = RULE, weight: Length = HAIRLINE) -> Group:
    """Return a horizontal rule with its upper edge at y."""
    return artifact(Box(Rect(x, y, width, weight), fill=ink))


def over(baseline: Length, lines: float) -> Length:
    """Return the height of a short rule so many lines over a baseline."""
    return baseline - em(A4.baseline, lines)


def accent(x: Length, y: Length, ink: Ink) -> Group:
    """Return the short rule with its upper edge at y."""
    return rule(x, y, ACCENT_WIDTH, ink, ACCENT_HEIGHT)
