"""Paragraphs as the author wrote them (text, heading, item, quote) into passages of set lines, and passages onto a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.type_scale import REPORT
from generator.drawing import Box, Role
from generator.layout.book.compositor import BOLD, Voice, placed
from generator.layout.book.flow import Passage, whole
from generator.layout.book.sheet import artifact
from generator.layout.desk import BODY, ITEM
from generator.units import Rect, em, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document.model import Paragraph
    from generator.drawing import Group
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.units import Length

INSET = mm(5)
"""How far items and quotes stand in; their mark hangs in the space."""

SUBHEADING = Voice(REPORT.body, BOLD)
ROLES = {"text": Role.PARAGRAPH, "heading": Role.HEADING_3, "item": Role.LIST_ITEM, "quote": Role.PARAGRAPH}
BULLET = pt(3.5)


def passages(compositor: Compositor, text: Iterable[Paragraph], measure: Length, ink: Ink) -> tuple[Passage, ...]:
    """Set the paragraphs of a text; headings take the ink."""
    made: list[Passage] = []
    for paragraph in text:
        inset = INSET if paragraph.kind in {"item", "quote"} else 0
        voice = {"text": BODY, "heading": SUBHEADING.inked(ink)}.get(paragraph.kind, ITEM)
        role = ROLES.get(paragraph.kind, Role.PARAGRAPH)
        composed = compositor.set(paragraph.text, voice, measure - inset, paragraph.origin, role)
        before = 1 if paragraph.kind in {"heading", "quote"} or (made and made[-1].kind == "quote") else 0
        made.append(whole(composed, paragraph.kind, paragraph.origin, before, inset))
    return tuple(made)


def set_down(flow: Iterable[Passage], x: Length, line: int, ink: Ink) -> tuple[Group, ...]:
    """Return passages placed from a line of the grid on; marks of items and quotes take the ink."""
    items: list[Group] = []
    for index, passage in enumerate(flow):
        line += passage.before if index else 0
        items += [
            placed(passage.composed, x + passage.inset, A4.y(line), passage.start, passage.end),
            *_mark(passage, x, line, ink),
        ]
        line += passage.lines
    return tuple(items)


def _mark(passage: Passage, x: Length, line: int, ink: Ink) -> tuple[Group, ...]:
    baseline = A4.y(line)
    if passage.kind == "item" and passage.start == 0:
        top = baseline - em(REPORT.body.size, 0.36) - BULLET // 2
        return (artifact(Box(Rect(x, top, BULLET, BULLET), fill=ink)),)
    if passage.kind == "quote":
        top = baseline - em(REPORT.body.size, 0.88)
        tall = (passage.lines - 1) * A4.baseline + REPORT.body.size
        return (artifact(Box(Rect(x, top, pt(1.5), tall), fill=ink)),)
    return ()
