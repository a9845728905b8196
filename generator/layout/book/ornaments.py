"""The few shapes that every page is made of: fields of colour, rules, and the short rule that is the book's one ornament."""

from generator.design.grid import HAIRLINE, PageGrid
from generator.drawing import Box, Group, Item, Role
from generator.ink import Ink
from generator.units import Length, Rect, mm, pt

ACCENT_WIDTH, ACCENT_HEIGHT = mm(9), pt(2.25)
"""The short rule: under hero numbers and over headings."""

OVER_SMALL, OVER_LARGE, OVER_STATEMENT = 1.5, 2.5, 3.0
"""Lines from the baseline of a small heading, a large one or a statement up to its short rule."""

GROUND_RISE = 0.7
"""Lines from a band's first baseline up to the edge of its ground."""


def artifact(*items: Item) -> Group:
    """Return items that only decorate."""
    return Group(items, role=Role.ARTIFACT)


def part(name: str, *items: Item) -> Group:
    """Return items that are a part of the whole by themselves."""
    return Group(items, role=Role.PART, origin=name)


def field(grid: PageGrid, ink: Ink) -> Group:
    """Return a field over the whole page and its bleed."""
    return artifact(Box(grid.bleed, fill=ink))


def foot_field(grid: PageGrid, baseline: Length, ink: Ink) -> Group:
    """Return a field from over a baseline to the foot of the page, with its bleed."""
    bleed, top = grid.bleed, grid.over(baseline, GROUND_RISE)
    return artifact(Box(Rect(bleed.x, top, bleed.width, bleed.bottom - top), fill=ink))


def rule(x: Length, y: Length, width: Length, ink: Ink, weight: Length = HAIRLINE) -> Group:
    """Return a horizontal rule with its upper edge at y."""
    return artifact(Box(Rect(x, y, width, weight), fill=ink))


def accent(x: Length, y: Length, ink: Ink) -> Group:
    """Return the short rule with its upper edge at y."""
    return rule(x, y, ACCENT_WIDTH, ink, ACCENT_HEIGHT)
