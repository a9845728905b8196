"""The eleven layouts of the deck's master, each a name with its placeholders (ECMA-376 Part 1, 19.3.1.39 and 19.3.1.36).

In: the desk, and the setting of a part: the ink and the decoration behind its slides. Out: a layout. Whatever a part is about, a layout's
placeholders are the same, so that a slide keeps its text when a presenter gives it another layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design import slide_grid
from generator.design.ladders import ladders
from generator.design.slide_grid import TITLE_LINES
from generator.layout.deck import words
from generator.layout.deck.draft import UNDER_SUBTITLE, UNDER_TITLE
from generator.layout.deck.sign import on_paper
from generator.layout.deck.slide import Anchor, LayoutSpec, PlaceholderSpec, Setting, Shape
from generator.typeset.model import Align, Style
from generator.units import Length, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.design.type_scale import Step
    from generator.ink import Ink
    from generator.layout.desk import Desk

COVER_TITLE, FIELD_TITLE, FIELD_NAME, FIELD_NUMBER = 170, 316, 270, 40
"""Where an empty cover's title begins, an empty field's, its name, and its number, in 540ths of the slide's height."""
ORGANIZATION, EDITION, CLOSING_TITLE, QUOTE = 52, 462, 184, 150
QUOTE_LINES, QUOTE_COLUMNS = 3, 10
"""What somebody said has so many lines and columns."""
MIDDLE = 6
"""So many columns has each half of a slide."""


class _Places:
    """Makes the placeholders of one layout, each in a look of the desk."""

    def __init__(self, desk: Desk, ink: Ink) -> None:
        self.grid, self.look, self.scale, self.ink = desk.slide, desk.look, desk.look.slide, ink

    def spec(self, name: str, kind: str, rect: Rect, look: tuple[str, Step, Ink], prompt: str = "") -> PlaceholderSpec:
        face, step, ink = look
        anchor = Anchor.BOTTOM if name == "source" else Anchor.TOP
        align = Align.RIGHT if name == "number" else Align.LEFT
        return PlaceholderSpec(name, kind, rect, Style(face, step.size, ink), step.leading, anchor, prompt, align)

    def lines(self, top: Length, step: Step, count: int = 1) -> Rect:
        """Return the place of so many lines from a height down."""
        return self.grid.between(top, top + count * step.leading)

    def furniture(self, ink: Ink) -> Iterator[PlaceholderSpec]:
        """Yield footer and number, which come last."""
        grid, faces, step = self.grid, self.look.faces, self.scale.note
        top, foot = grid.footer, grid.footer + step.leading
        yield self.spec("footer", "ftr", grid.between(top, foot, 0, 9), (faces.words, step, ink))
        yield self.spec("number", "sldNum", grid.between(top, foot, 11, 1), (faces.strong, step, ink))

    def content(self, *own: PlaceholderSpec) -> tuple[PlaceholderSpec, ...]:
        """Return the placeholders of a slide on paper: its message and what stands round the content, with its own between."""
        look, faces, scale, grid = self.look, self.look.faces, self.scale, self.grid
        over = ladders(scale).kicker
        kicker = grid.between(grid.kicker, grid.kicker + over.leading, 0, 8)
        title = self.lines(grid.title, scale.heading_1, TITLE_LINES)
        source = grid.between(grid.source_foot - 2 * scale.note.leading, grid.source_foot)
        return (
            self.spec("title", "title", title, (faces.title, scale.heading_1, look.ink), "一句话说出这一张的意思"),
            self.spec("kicker", "body", kicker, (faces.strong, over, self.ink), "栏目"),
            self.spec("subtitle", "body", self.under(title), (faces.words, scale.body, look.grey), "指标、单位和时期"),
            *own,
            self.spec("source", "body", source, (faces.words, scale.note, look.grey), "来源"),
            *self.furniture(look.grey),
        )

    def under(self, title: Rect) -> Rect:
        """Return the place of the line under a title."""
        return self.lines(title.bottom + UNDER_TITLE, self.scale.body)

    def room(self, first: int = 0, count: int = slide_grid.COLUMNS) -> Rect:
        """Return the room for content over so many columns."""
        title = self.lines(self.grid.title, self.scale.heading_1, TITLE_LINES)
        return self.grid.between(self.under(title).bottom + UNDER_SUBTITLE, self.grid.content_foot, first, count)

    def body(self, name: str, rect: Rect, prompt: str) -> PlaceholderSpec:
        return self.spec(name, "body", rect, (self.look.faces.words, self.scale.body, self.look.ink), prompt)

    def object(self, name: str, kind: str, prompt: str) -> PlaceholderSpec:
        """Return a placeholder for a chart or a table over the whole room."""
        return self.spec(name, kind, self.room(), (self.look.faces.words, self.scale.body, self.look.ink), prompt)


def _cover(at: _Places) -> tuple[PlaceholderSpec, ...]:
    grid, scale, faces, ink = at.grid, at.scale, at.look.faces, at.look.reading(at.look.brand)
    title = at.lines(grid.y(COVER_TITLE), scale.cover, TITLE_LINES)
    subtitle = at.lines(title.bottom + pt(16), scale.lead, TITLE_LINES)
    return (
        at.spec("title", "ctrTitle", title, (faces.title, scale.cover, ink), "书名"),
        at.spec("subtitle", "subTitle", subtitle, (faces.words, scale.lead, ink), "副题"),
        at.spec(
            "organization", "body", at.lines(grid.y(ORGANIZATION), scale.heading_3), (faces.strong, scale.heading_3, ink), "机构"
        ),
        at.spec("edition", "body", at.lines(grid.y(EDITION), scale.heading_3), (faces.strong, scale.heading_3, ink), "年度"),
    )


def _field(at: _Places, top: int, *more: PlaceholderSpec) -> tuple[PlaceholderSpec, ...]:
    """Return the placeholders of a full-bleed field: message and name in paper, and more."""
    grid, scale, faces, paper = at.grid, at.scale, at.look.faces, at.look.paper
    title = at.lines(grid.y(top), scale.title, TITLE_LINES)
    name = at.lines(grid.y(top - FIELD_TITLE + FIELD_NAME), scale.heading_2)
    return (
        at.spec("title", "title", title, (faces.title, scale.title, paper), "一句话说出这一部分的意思"),
        at.spec("subtitle", "body", name, (faces.strong, scale.heading_2, paper), "名称"),
        *more,
        *at.furniture(paper),
    )


def _part(at: _Places) -> tuple[PlaceholderSpec, ...]:
    number = at.lines(at.grid.y(FIELD_NUMBER), at.scale.cover)
    return _field(at, FIELD_TITLE, at.spec("part", "body", number, (at.look.faces.strong, at.scale.cover, at.look.paper), "编号"))


def _closing(at: _Places) -> tuple[PlaceholderSpec, ...]:
    below = at.lines(at.grid.y(CLOSING_TITLE), at.scale.title, TITLE_LINES).bottom + pt(20)
    room = at.grid.between(below, at.grid.content_foot, 0, 8)
    look = (at.look.faces.words, at.scale.heading_3, at.look.paper)
    return _field(at, CLOSING_TITLE, at.spec("body", "body", room, look, "要点"))


def _contrast(at: _Places) -> tuple[PlaceholderSpec, ...]:
    left, right = at.room(0, MIDDLE), at.room(MIDDLE, MIDDLE)
    return at.content(at.body("body", left, "从前"), at.body("other", right, "现在"))


def _text(at: _Places) -> tuple[PlaceholderSpec, ...]:
    picture = at.spec("picture", "pic", at.room(MIDDLE, MIDDLE), (at.look.faces.words, at.scale.body, at.look.ink), "图片")
    return at.content(at.body("body", at.room(0, MIDDLE), "正文"), picture)


def _quote(at: _Places) -> tuple[PlaceholderSpec, ...]:
    """Return the placeholders of what somebody said: the words, who said them, where that stands."""
    scale, faces = at.scale, at.look.faces
    title, kicker, _, source, *furniture = at.content()
    said = at.grid.between(at.grid.y(QUOTE), at.grid.y(QUOTE) + QUOTE_LINES * scale.title.leading, 0, QUOTE_COLUMNS)
    who = at.grid.between(said.bottom + pt(40), said.bottom + pt(40) + scale.heading_3.leading, 0, QUOTE_COLUMNS)
    return (
        at.spec("title", title.type, said, (faces.title, scale.title, at.look.ink), "一句话"),
        kicker,
        at.spec("body", "body", who, (faces.strong, scale.heading_3, at.ink), "谁说的"),
        source,
        *furniture,
    )


_MADE: dict[str, Callable[[_Places], tuple[PlaceholderSpec, ...]]] = {
    words.COVER: _cover,
    words.CONTENTS: lambda at: at.content(at.body("body", at.room(), "目录")),
    words.PART: _part,
    words.FIGURES: lambda at: at.content(at.body("body", at.room(), "数字与说明")),
    words.CHART: lambda at: at.content(at.object("chart", "chart", "图表")),
    words.TEXT: _text,
    words.CONTRAST: _contrast,
    words.TABLE: lambda at: at.content(at.object("table", "tbl", "表格")),
    words.QUOTE: _quote,
    words.CLOSING: _closing,
    words.ANNEX: lambda at: at.content(at.object("table", "tbl", "表格")),
}
FIELDS = frozenset({words.COVER, words.PART, words.CLOSING})
"""Layouts that are a field of colour."""
NAMES = tuple(_MADE)
"""The layouts' names in the order in which a program offers them."""


def layout(desk: Desk, kind: str, name: str, setting: Setting, ground: Ink | None) -> LayoutSpec:
    """Return a layout of a kind under a name, in the setting of a part, on a ground of its own or on paper."""
    shown = () if kind in FIELDS else on_paper(desk)
    return LayoutSpec(name, setting.shapes, _MADE[kind](_Places(desk, setting.ink)), ground, shown)


def usual(desk: Desk, kind: str) -> tuple[Setting, Ink | None]:
    """Return the setting and the ground of a layout that belongs to no part: the strip along the edge, or a field."""
    look = desk.look
    ground = {words.COVER: look.brand, words.PART: look.ink, words.CLOSING: look.ink}.get(kind)
    edge = Shape("色边", Rect(0, 0, slide_grid.EDGE, desk.slide.size.height), fill=look.plain.main)
    return Setting("", look.plain.main, () if ground else (edge,)), ground
