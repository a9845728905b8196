"""The specimen: pages that show every rule of the Chinese paragraph at work, each text on a ground as wide as its measure, and the icons.

In: the library. Out: a book, and the same as plain text, a line of it for each set line: what the eye sees on the page, a test reads here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.format import A4
from generator.design.palette import GREY, GROUND, INK
from generator.design.type_scale import REPORT
from generator.document.model import Imprint, Phrase, Run
from generator.drawing import Box, Group, Item, Role
from generator.ink import Colour
from generator.layout.book.page import Book, Page
from generator.samples.entries import ENTRIES, Entry
from generator.samples.icon_page import icon_page
from generator.typeset.model import Align, Composed, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Length, Point, Rect, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.fonts.library import Library

MARGIN, GUTTER = mm(20), mm(10)
COLUMNS = 2
COLUMN = (A4.size.width - 2 * MARGIN - GUTTER) // 2
FOOT = A4.size.height - MARGIN

NUMBER = Style("sans-bold", REPORT.caption.size, INK)
RULE = Style("sans-regular", REPORT.caption.size, GREY)
TITLE = "版式样张"
SUBTITLE = "汉字段落的每一条规则"
DATE = "2021-08-05"
"""The day of the sample report; no clock is asked."""

ASCENT = 0.88
"""Of the em, over the baseline."""
HEAD_GAP, AFTER = pt(3), pt(14)
ONE_LINE = mm(500)


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry, set: its heading on one line or more and its text."""

    entry: Entry
    heading: Composed
    text: Composed

    @property
    def height(self) -> Length:
        """Heading, text and the white after them."""
        return self.heading.height + HEAD_GAP + self.text.height + AFTER

    def at(self, x: Length, top: Length) -> Group:
        """Return it with its top left corner here, the ground of its measure under the text."""
        ground = top + self.heading.height + HEAD_GAP
        measure = Rect(x, ground, self.text.setting.measure, self.text.height)
        first = ground + (self.text.setting.leading - self.entry.size) // 2 + round(self.entry.size * ASCENT)
        return Group(
            (
                Group(self.heading.placed(Point(x, top + round(NUMBER.size * ASCENT))), role=Role.HEADING_2),
                Group((Box(measure, fill=GROUND),), role=Role.ARTIFACT),
                Group(self.text.placed(Point(x, first)), role=Role.PARAGRAPH),
            )
        )


def shown(entry: Entry, place: int, library: Library) -> Shown:
    """Set an entry; its place among all is its origin, so that no line is copied with another's."""
    setting = Setting(COLUMN, REPORT.caption.leading, Align.LEFT)
    words = [Span(entry.number, NUMBER), Span(f"　{entry.rule}（{entry.source}）", RULE)]
    heading = compose(words, setting, library, origin=f"specimen.{place}.heading", role=Role.HEADING_2)
    return Shown(entry, heading, compose(entry.spans, entry.setting, library, origin=f"specimen.{place}"))


def book(library: Library) -> Book:
    """Return the specimen as a book of A4 pages in two columns, and after them the page of icons."""
    made = (*_pages(shown_entries(library), library), list(icon_page(library)))
    pages = tuple(Page(number, str(number), A4.size, tuple(items)) for number, items in enumerate(made, 1))
    return Book(_imprint(), pages, (), ())


def as_text(library: Library) -> str:
    """Return the specimen as text: each entry's number, rule and measure, and under it its lines between bars."""
    blocks = (
        "\n".join(
            [
                f"{one.entry.number} {one.entry.rule} {one.entry.ems:g}",
                *(f"|{line.text.rstrip()}|" for line in one.text.lines),
            ]
        )
        for one in shown_entries(library)
    )
    return "\n\n".join(blocks) + "\n"


def shown_entries(library: Library) -> list[Shown]:
    """Set all entries, in order."""
    return [shown(entry, place, library) for place, entry in enumerate(ENTRIES)]


def _pages(entries: list[Shown], library: Library) -> Iterator[list[Item]]:
    """Yield the items of each page; the first page's columns begin under the title."""
    items: list[Item] = [_title(library)]
    head = MARGIN + 2 * REPORT.heading_1.leading
    column, top = 0, head
    for one in entries:
        if top + one.height - AFTER > FOOT:
            column, top = column + 1, head
        if column == COLUMNS:
            yield items
            items, head = [], MARGIN
            column, top = 0, head
        items.append(one.at(MARGIN + column * (COLUMN + GUTTER), top))
        top += one.height
    yield items


def _title(library: Library) -> Group:
    large = Style("serif-bold", REPORT.heading_1.size, INK)
    setting = Setting(ONE_LINE, REPORT.heading_1.leading, Align.LEFT)
    title = compose([Span(TITLE, large)], setting, library, origin="specimen.title", role=Role.HEADING_1)
    under = compose([Span(SUBTITLE, RULE)], setting, library, origin="specimen.subtitle")
    base = MARGIN + round(REPORT.heading_1.size * ASCENT)
    heading = Group(title.placed(Point(MARGIN, base)), role=Role.HEADING_1)
    return Group((heading, Group(under.placed(Point(MARGIN, base + REPORT.body.leading)), role=Role.PARAGRAPH)))


def _imprint() -> Imprint:
    title, subtitle = Phrase((Run(TITLE),), ""), Phrase((Run(SUBTITLE),), "")
    return Imprint(title, subtitle, (), (), DATE, Colour(INK.rgb, INK.cmyk), (), "")
