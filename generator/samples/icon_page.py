"""The specimen's page of icons: each sign large on its grid's square, small as a ribbon has it, its name and its lasting key under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.format import A4
from generator.design.icons import ICONS
from generator.design.palette import GREY, GROUND, INK
from generator.design.type_scale import REPORT
from generator.drawing import Box, Group, Role
from generator.layout.motifs.icon import icon
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Length, Point, Rect, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.drawing import Item
    from generator.fonts.library import Library

TITLE, SUBTITLE = "图标", "一套线宽，圆头圆角；写名字即可取用"
MARGIN, ACROSS = mm(20), 4
PITCH = Point((A4.size.width - 2 * MARGIN) // ACROSS, mm(39))
LARGE, SMALL = mm(24), mm(6)
TOP = MARGIN + 2 * REPORT.heading_1.leading
ASCENT = 0.88
NAME, KEY = Style("sans-bold", REPORT.body.size, INK), Style("sans-regular", REPORT.caption.size, GREY)


def icon_page(library: Library) -> Iterator[Item]:
    """Yield the items of the page."""
    large = Style("serif-bold", REPORT.heading_1.size, INK)
    base = MARGIN + round(large.size * ASCENT)
    yield _line(TITLE, large, Point(MARGIN, base), library, "title", Role.HEADING_1)
    yield _line(SUBTITLE, KEY, Point(MARGIN, base + REPORT.body.leading), library, "subtitle")
    for place, name in enumerate(ICONS):
        row, column = divmod(place, ACROSS)
        yield _shown(name, Point(MARGIN + column * PITCH.x, TOP + row * PITCH.y), library)


def _shown(name: str, at: Point, library: Library) -> Group:
    square = Group((Box(Rect(at.x, at.y, LARGE, LARGE), fill=GROUND),), role=Role.ARTIFACT)
    words = at.y + LARGE + REPORT.body.leading
    beside = Point(at.x + LARGE + pt(4), at.y + LARGE - SMALL)
    return Group(
        (
            square,
            icon(name, at, LARGE, INK),
            icon(name, beside, SMALL, INK),
            _line(name, NAME, Point(at.x, words), library, f"{name}.name", Role.HEADING_2),
            _line(ICONS[name].key, KEY, Point(at.x, words + REPORT.caption.leading), library, f"{name}.key"),
        )
    )


def _line(text: str, style: Style, at: Point, library: Library, place: str, role: Role = Role.PARAGRAPH) -> Group:
    set_text = compose(
        [Span(text, style)], Setting(_width(), style.size, Align.LEFT), library, origin=f"icons.{place}", role=role
    )
    return Group(set_text.placed(at), role=role)


def _width() -> Length:
    return A4.size.width - 2 * MARGIN
