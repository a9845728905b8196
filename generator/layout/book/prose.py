"""Paragraphs as the author wrote them (text, heading, item, quote) into passages of set lines, and passages onto a page."""

from collections.abc import Iterable

from generator.design.grid import PageGrid
from generator.document.model import Paragraph
from generator.drawing import Box, Group, Role
from generator.ink import Ink
from generator.layout.book.compositor import Compositor, placed
from generator.layout.book.flow import Passage, whole
from generator.layout.book.ornaments import artifact
from generator.units import Length, Point, Rect, em, mm, pt

INSET = mm(5)
"""How far items and quotes stand in; their mark hangs in the space."""

ROLES = {"text": Role.PARAGRAPH, "item": Role.LIST_ITEM, "quote": Role.PARAGRAPH}
BULLET = pt(3.5)
SIZE = 10 / 17
"""The body's size in its line."""
MIDDLE, HEAD = 0.36 * SIZE, 0.88 * SIZE
"""Lines from a baseline up to the middle of Han and to their heads."""


def passages(
    compositor: Compositor, text: Iterable[Paragraph], measure: Length, ink: Ink, heading: Role = Role.HEADING_2
) -> tuple[Passage, ...]:
    """Set the paragraphs of a text; headings take the ink, and their level under that of what the text belongs to."""
    voices, made = compositor.voices, list[Passage]()
    for paragraph in text:
        inset = INSET if paragraph.kind in {"item", "quote"} else 0
        voice = {"text": voices.body, "heading": voices.strong.inked(ink)}.get(paragraph.kind, voices.item)
        role = ROLES.get(paragraph.kind, heading)
        composed = compositor.set(paragraph.text, voice, measure - inset, paragraph.origin, role)
        before = 1 if paragraph.kind in {"heading", "quote"} or (made and made[-1].kind == "quote") else 0
        made.append(whole(composed, paragraph.kind, paragraph.origin, before, inset))
    return tuple(made)


def set_down(grid: PageGrid, flow: Iterable[Passage], x: Length, line: int, ink: Ink) -> tuple[Group, ...]:
    """Return passages placed from a line of the grid on; marks of items and quotes take the ink."""
    items: list[Group] = []
    for index, passage in enumerate(flow):
        line += passage.before if index else 0
        words = placed(passage.composed, x + passage.inset, grid.y(line), passage.start, passage.end)
        items += [_quoted(words) if passage.kind == "quote" else words, *_mark(grid, passage, Point(x, grid.y(line)), ink)]
        line += passage.lines
    return tuple(items)


def _quoted(words: Group) -> Group:
    return Group((words,), role=Role.QUOTE, origin=words.origin, continues=words.continues)


def _mark(grid: PageGrid, passage: Passage, at: Point, ink: Ink) -> tuple[Group, ...]:
    if passage.kind == "item" and passage.start == 0:
        return (artifact(Box(Rect(at.x, grid.over(at.y, MIDDLE) - BULLET // 2, BULLET, BULLET), fill=ink)),)
    if passage.kind == "quote":
        top = grid.over(at.y, HEAD)
        tall = (passage.lines - 1) * grid.baseline + em(grid.baseline, SIZE)
        return (artifact(Box(Rect(at.x, top, pt(1.5), tall), fill=ink)),)
    return ()
