"""A page while it is being made: items in reading order, the marks that lead to it, and the few shapes that every page is made of.

Parts of the book return `Sheet`s; `pages.lay_out` adds running heads and folios and turns them into `Page`s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import A4, BLEED, HAIRLINE
from generator.design.palette import GREY, RULE
from generator.drawing import Box, Group, Role
from generator.units import Length, Rect, mm, pt

if TYPE_CHECKING:
    from generator.document.model import RichText
    from generator.drawing import Item
    from generator.ink import Ink

ACCENT_WIDTH, ACCENT_HEIGHT = mm(9), pt(2.25)
"""The short rule: under hero numbers and over headings, the book's one ornament."""


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


def foot_field(top: Length, ink: Ink) -> Group:
    """Return a field from a height to the foot of the page, with its bleed."""
    bleed = A4.bleed
    return artifact(Box(Rect(bleed.x, top, bleed.width, A4.size.height + BLEED - top), fill=ink))


def rule(x: Length, y: Length, width: Length, ink: Ink = RULE, weight: Length = HAIRLINE) -> Group:
    """Return a horizontal rule with its upper edge at y."""
    return artifact(Box(Rect(x, y, width, weight), fill=ink))


def accent(x: Length, y: Length, ink: Ink) -> Group:
    """Return the short rule with its upper edge at y."""
    return rule(x, y, ACCENT_WIDTH, ink, ACCENT_HEIGHT)
