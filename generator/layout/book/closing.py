"""A section of words alone (展望): on a ground at the foot of the last page told, or as a statement on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import GROUND
from generator.drawing import Role
from generator.layout.book import bands
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Room, placed
from generator.layout.book.section import HeadBand, head_band, section_bands, section_sheets, text_band
from generator.layout.book.sheet import OVER_LARGE, Mark, Sheet, accent, field, foot_field, over
from generator.layout.desk import HEADING, LARGE_HEADING, STATEMENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Section
    from generator.drawing import Item
    from generator.layout.book.text_band import TextBand
    from generator.layout.desk import Desk

PAD = 2
STATEMENT_ROOM = Room(4, "the message", "a page of its own")


@dataclass(frozen=True, slots=True)
class ClosingBand(Band):
    """Head and text on a ground that runs off the foot of the page."""

    id: str
    title: str
    head: HeadBand
    text: TextBand

    @property
    def least(self) -> int:
        """Ground, head, text."""
        return PAD + self.head.least + 1 + self.text.least

    @property
    def at_foot(self) -> bool:
        """Its ground runs off the foot of the page."""
        return True

    @property
    def follows(self) -> bool:
        """It takes all the white over it."""
        return False

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return ground, head and text."""
        under = line + lines - self.text.least
        return (
            foot_field(A4.y(line), GROUND),
            *self.head.draw(page, line + PAD, self.head.least),
            *self.text.draw(page, under, self.text.least),
        )


def closing_band(desk: Desk, section: Section) -> ClosingBand | None:
    """Return a section as a closing band, its message louder than its name, or None where it has more than words."""
    if section.figures or section.charts:
        return None
    return ClosingBand(
        section.id, str(section.name), head_band(desk, section, (HEADING, LARGE_HEADING)), text_band(desk, section)
    )


def closing_fits(before: Sequence[Band], closing: ClosingBand) -> bool:
    """Tell whether the last page of the bands before has room for it."""
    last = bands.pages(before)[-1]
    return bands.height([*(stratum.band for stratum in last), closing]) <= A4.lines


def statement_sheets(desk: Desk, section: Section, number: int) -> tuple[Sheet, ...]:
    """Return a section of its own: its message as a statement and the text under it, on a ground; or plainly, when it holds more."""
    columns = A4.columns(number)
    message = desk.compositor.phrased(section.message.text, STATEMENT, columns.span(10), section.message.origin)
    text = text_band(desk, section)
    under = bands.HANG + -(-message.height // A4.baseline) + 1
    if section.figures or section.charts or under + text.least > A4.last + 1:
        return section_sheets(section, section_bands(desk, section), number)
    name = desk.compositor.line(section.name.text, HEADING, section.name.origin, Role.HEADING_1)
    items = (
        field(GROUND),
        accent(columns.left, over(A4.y(A4.first + 2), OVER_LARGE), desk.brand),
        placed(name, columns.left, A4.y(A4.first + 2)),
        placed(desk.compositor.fitted(message, STATEMENT_ROOM, section.message.origin), columns.left, A4.y(bands.HANG)),
        *text.draw(number, under, text.least),
    )
    return (Sheet(number, items, section.name.text, marks=(Mark(section.id, str(section.name)),)),)
