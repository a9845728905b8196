"""The deck's master: theme fonts and colours, and three named layouts with their placeholders (ECMA-376 Part 1, 19.3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.slide_grid import TITLE_LINES, SlideGrid
from generator.document.model import plain
from generator.layout.deck import words
from generator.layout.deck.draft import UNDER_SUBTITLE, UNDER_TITLE
from generator.layout.deck.slide import Anchor, LayoutSpec, Master, PlaceholderSpec
from generator.typeset.model import Style
from generator.units import Length, Rect, pt

if TYPE_CHECKING:
    from generator.design.type_scale import Step
    from generator.ink import Ink
    from generator.layout.desk import Desk

THEME_ACCENTS = 5
"""Of OOXML's six accents so many are themes' inks; the sixth is the organization's."""
COVER_TITLE, FIELD_TITLE, FIELD_NAME = 170, 316, 270
"""Where an empty cover's title begins, an empty field's, and its name, in 540ths of the slide's height."""


def _spec(name: str, kind: str, rect: Rect, look: tuple[str, Step, Ink], prompt: str = "") -> PlaceholderSpec:
    face, step, ink = look
    anchor = Anchor.BOTTOM if name == "source" else Anchor.TOP
    return PlaceholderSpec(name, kind, rect, Style(face, step.size, ink), step.leading, anchor, prompt)


def _lines(grid: SlideGrid, top: Length, step: Step, count: int = 1) -> Rect:
    """Return the place of so many lines from a height down."""
    return grid.between(top, top + count * step.leading)


def _furniture(desk: Desk, ink: Ink) -> tuple[PlaceholderSpec, ...]:
    grid, faces, step = desk.slide, desk.look.faces, desk.look.slide.note
    top, foot = grid.footer, grid.footer + step.leading
    return (
        _spec("footer", "ftr", grid.between(top, foot, 0, 9), (faces.words, step, ink)),
        _spec("number", "sldNum", grid.between(top, foot, 11, 1), (faces.strong, step, ink)),
    )


def _message(desk: Desk) -> LayoutSpec:
    grid, look, faces, scale = desk.slide, desk.look, desk.look.faces, desk.look.slide
    title = _lines(grid, grid.title, scale.heading_1, TITLE_LINES)
    subtitle = _lines(grid, title.bottom + UNDER_TITLE, scale.body)
    body = grid.between(subtitle.bottom + UNDER_SUBTITLE, grid.content_foot)
    source = grid.between(grid.source_foot - 2 * scale.note.leading, grid.source_foot)
    return LayoutSpec(
        words.MESSAGE,
        (),
        (
            _spec("title", "title", title, (faces.title, scale.heading_1, look.ink), "一句话说出这一张的意思"),
            _spec("subtitle", "body", subtitle, (faces.words, scale.body, look.grey), "指标、单位和时期"),
            _spec("body", "body", body, (faces.words, scale.body, look.ink), "正文"),
            _spec("source", "body", source, (faces.words, scale.note, look.grey), "来源"),
            *_furniture(desk, look.grey),
        ),
    )


def _cover(desk: Desk) -> LayoutSpec:
    grid, look, scale = desk.slide, desk.look, desk.look.slide
    ink = look.reading(look.brand)
    title = _lines(grid, grid.y(COVER_TITLE), scale.cover, TITLE_LINES)
    subtitle = _lines(grid, title.bottom + pt(16), scale.lead, TITLE_LINES)
    places = (
        _spec("title", "ctrTitle", title, (look.faces.title, scale.cover, ink), "书名"),
        _spec("subtitle", "subTitle", subtitle, (look.faces.words, scale.lead, ink), "副题"),
    )
    return LayoutSpec(words.COVER, (), places, look.brand)


def _field(desk: Desk) -> LayoutSpec:
    grid, look, scale = desk.slide, desk.look, desk.look.slide
    title = _lines(grid, grid.y(FIELD_TITLE), scale.title, TITLE_LINES)
    subtitle = _lines(grid, grid.y(FIELD_NAME), scale.heading_2)
    places = (
        _spec("title", "title", title, (look.faces.title, scale.title, look.paper), "一句话说出这一部分的意思"),
        _spec("subtitle", "body", subtitle, (look.faces.strong, scale.heading_2, look.paper), "名称"),
    )
    return LayoutSpec(words.FIELD, (), (*places, *_furniture(desk, look.paper)), look.ink)


def master(desk: Desk) -> Master:
    """Return the master; accents are the look's first theme inks in their order and the organization's, links its last two."""
    look, faces = desk.look, desk.look.faces
    mains = [inks.main for _, inks in look.themes][:THEME_ACCENTS]
    colors = (look.ink, look.paper, look.grey, look.ground, *mains, look.brand, *mains[-2:])
    library = desk.library.offered(desk.fonts)
    major, minor = (library.face(face).family for face in (faces.title, faces.words))
    name = plain(desk.report.imprint.organization)
    return Master(name, major, minor, colors, (_cover(desk), _field(desk), _message(desk)))
