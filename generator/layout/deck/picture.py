"""A slide as a drawing: what PowerPoint shows of it, set and painted by our own means, for `deck.pdf` and for the handout.

In: a finished deck, its slides, and the desk that it was laid out on. Out: a drawing of a slide's size. Text stands where its box,
anchor and line pitch put it; a native chart is drawn from its plan, as on the page of the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.charts.look import slide_look
from generator.drawing import Box, Disc, Drawing, Group, Image, LineTo, Link, MoveTo, Path, Role
from generator.layout.book.compositor import close_names, leading
from generator.layout.deck.drawn import BASELINE, Stand
from generator.layout.deck.miniature import scaled
from generator.layout.deck.slide import NO_INSETS, Anchor, ChartBox, DrawingBox, PictureBox, Shape, TableBox, TextBox
from generator.layout.deck.window import within
from generator.typeset.model import Align, Setting
from generator.typeset.paragraph import UNBOUNDED, compose
from generator.units import Insets, Length, Point, Rect, Size, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.drawing import Item
    from generator.layout.deck.slide import Deck, LayoutSpec, Slide, SlideItem, SlideParagraph
    from generator.layout.desk import Desk
    from generator.typeset.model import Composed

HEAD_RULE, ROW_RULE = pt(1), pt(0.5)
"""The rule under a table's head, and those under its rows."""
ROUND = 0.16667
"""The radius of a rounded rectangle's corner in parts of its shorter side (ECMA-376 Part 1, presetShapeDefinitions: roundRect)."""


ROLES = {"title": Role.HEADING_1, "source": Role.NOTE, "footer": Role.ARTIFACT, "number": Role.ARTIFACT}
"""What a placeholder's text is to a reader, where it is not words among others."""


def page_name(number: int) -> str:
    """Return the name of a slide's page, to which links and the outline lead."""
    return f"slide-{number}"


@dataclass(frozen=True, slots=True)
class Painter:
    """Draws the slides of one deck."""

    deck: Deck
    desk: Desk
    layouts: dict[str, LayoutSpec] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    live: bool = False

    @classmethod
    def of(cls, deck: Deck, desk: Desk, *, live: bool = False) -> Painter:
        """Return the painter of a deck, the links of its slides `live` or not."""
        layouts, titles = {one.name: one for one in deck.master.layouts}, {one.number: one.title for one in deck.slides}
        return cls(deck, desk, layouts, titles, close_names(desk.report), live)

    def picture(self, slide: Slide) -> Drawing:
        """Return a slide as a drawing; it says nothing that its texts do not say."""
        size, layout = self.deck.size, self.layouts[slide.layout]
        whole = Rect(0, 0, size.width, size.height)
        ground = Box(whole, slide.background or layout.background or self.desk.look.paper)
        behind = (item for one in (*layout.shapes, *layout.pictures) for item in self._item(one, whole))
        items = (item for one in slide.items for item in self._item(one, whole))
        return Drawing(size, (ground, *behind, *items), "", slide.origin)

    def _link(self, one: TextBox | Shape) -> tuple[Link, ...]:
        """Return where an item leads: to another slide, by the name of its page, said by its title where nothing else says it."""
        alt = one.alt if isinstance(one, Shape) else ""
        return (Link(one.rect, page_name(one.link), alt=alt or self.titles[one.link]),) if self.live and one.link else ()

    def _item(self, item: SlideItem, whole: Rect) -> Iterator[Item]:
        match item:
            case TextBox():
                if item.fill:
                    yield Box(item.rect, item.fill)
                told = tuple(self._text(item.paragraphs, item.rect, item.insets, item.anchor, item.origin, wrap=item.wrap))
                role = ROLES.get(item.placeholder, Role.PARAGRAPH if self.live and item.link else Role.BOX)
                yield Group((*told, *self._link(item)), role=role, origin=item.origin)
            case Shape():
                yield from _shape(item, whole)
                yield from self._link(item)
            case TableBox():
                yield Group(tuple(self._table(item)), role=Role.TABLE, alt=item.alt, origin=item.origin)
            case ChartBox():
                look = slide_look(item.plan.inks, self.desk.look.slide)
                size = Size(item.rect.width, item.rect.height)
                drawing = self.desk.drawings.picture(item.plan, size, look, self.desk.library)
                yield _figure(DrawingBox(item.name, item.rect, drawing, item.alt, item.origin))
            case DrawingBox():
                yield _figure(item)
            case PictureBox():
                role = Role.FIGURE if item.alt else Role.ARTIFACT
                yield Group((Image(item.rect, item.pixels, item.origin),), role=role, alt=item.alt, origin=item.origin)

    def _text(
        self,
        paragraphs: Sequence[SlideParagraph],
        rect: Rect,
        insets: Insets,
        anchor: Anchor,
        origin: str,
        *,
        wrap: bool = True,
    ) -> Iterator[Item]:
        room = rect.inset(insets) if insets != NO_INSETS else rect
        made = [
            (one, self._set(one, room.width if wrap else UNBOUNDED, origin))
            for one in paragraphs
            if any(run.text for run in one.runs)
        ]
        height = sum(set_.height for _, set_ in made) + sum(one.space_before for one, _ in made[1:])
        y = room.y + {Anchor.TOP: 0, Anchor.MIDDLE: 1, Anchor.BOTTOM: 2}[anchor] * (room.height - height) // 2
        for index, (one, set_) in enumerate(made):
            y += one.space_before if index else 0
            base = y + round(one.leading * BASELINE)
            yield self._paragraph(one, set_, Point(room.x, base), origin)
            y += set_.height

    def _paragraph(self, one: SlideParagraph, set_: Composed, at: Point, origin: str) -> Group:
        """Return a paragraph where it stands; one with a mark before it is an item of a list."""
        set_runs = set_.placed(at.moved(one.indent, 0))
        words: tuple[Item, ...] = tuple(leading(set_runs)) if self.live and any(run.link for run in set_runs) else set_runs
        if not one.bullet and not one.number:
            return Group(words, role=Role.PARAGRAPH, origin=origin)
        mark = one.number or (replace(one.runs[0], text=one.bullet, use="", shift="", link=""),)
        setting = Setting(UNBOUNDED, one.leading, Align.LEFT)
        bullet = compose(mark, setting, self.desk.library).placed(at.moved(one.outer, 0))
        return Group((Group(bullet, role=Role.LABEL), Group(words, role=Role.BODY)), role=Role.LIST_ITEM, origin=origin)

    def _set(self, one: SlideParagraph, width: Length, origin: str) -> Composed:
        """Return a paragraph as it is set in a room so wide."""
        align = one.align if width < UNBOUNDED else Align.LEFT
        setting = Setting(max(1, width - one.indent), one.leading, align, display=self._is_display(one), names=self.names)
        return compose([run for run in one.runs if run.text], setting, self.desk.library, origin=origin)

    def _is_display(self, one: SlideParagraph) -> bool:
        """Tell whether a paragraph is seen before it is read: a title, or a number that stands by itself."""
        uses = {run.use for run in one.runs if run.text}
        return one.runs[0].style.face == self.desk.look.faces.title or (len(uses) == 1 and "" not in uses)

    def _table(self, box: TableBox) -> Iterator[Item]:
        y = box.rect.y
        for number, (row, height) in enumerate(zip(box.rows, box.heights, strict=True)):
            x = box.rect.x
            cells: list[Item] = []
            for cell, width in zip(row, box.columns, strict=True):
                rect = Rect(x, y, width, height)
                ground = (Box(rect, cell.fill),) if cell.fill else ()
                told = self._text(cell.paragraphs, rect, cell.insets or box.insets, cell.anchor, box.origin)
                cells.append(Group((*ground, *told), role=Role.CELL if number and cells else Role.HEADER_CELL))
                x += width
            yield Group(tuple(cells), role=Role.ROW)
            y += height
            if box.rule:
                thick = ROW_RULE if number else HEAD_RULE
                yield Box(Rect(box.rect.x, y - thick // 2, box.rect.width, thick), box.rule)


def _figure(box: DrawingBox) -> Item:
    """Return a drawing where it stands on its slide."""
    part = Stand.of(box).scale
    items = box.drawing.items if part == 1 else tuple(scaled(one, part) for one in box.drawing.items)
    at, alt = Point(box.rect.x, box.rect.y), box.alt or box.drawing.alt
    return Group(items, at, Role.FIGURE, alt, box.origin, spoken=box.drawing.spoken)


def _shape(shape: Shape, whole: Rect) -> Iterator[Item]:
    """Yield what of a shape is seen on the slide; one that is clear is there to be pressed."""
    if shape.clear:
        return
    rect, paint = shape.rect, (shape.fill, shape.stroke, shape.stroke_width)
    if shape.geometry == "line":
        yield Path((MoveTo(Point(rect.x, rect.y)), LineTo(Point(rect.right, rect.bottom))), None, *paint[1:])
        return
    radius = round(min(rect.width, rect.height) * ROUND) if shape.geometry == "roundRect" else 0
    seen = within(Disc(rect, *paint) if shape.geometry == "ellipse" else Box(rect, *paint, radius), whole)
    if seen:
        yield seen
