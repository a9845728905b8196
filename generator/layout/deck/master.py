"""The deck's master: theme fonts and colours, and three named layouts with their placeholders (ECMA-376 Part 1, 19.3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.palette import GREY, GROUND, INK, PAPER, THEMES
from generator.design.type_scale import DECK, Step
from generator.fonts.library import SANS, SERIF
from generator.layout.deck import styles, words
from generator.layout.deck.slide import Anchor, LayoutSpec, Master, PlaceholderSpec, TextStyle
from generator.units import Rect, pt

if TYPE_CHECKING:
    from generator.ink import Ink

THEME_ACCENTS = 5


def _spec(name: str, kind: str, rect: Rect, look: tuple[str, Step, Ink], prompt: str = "") -> PlaceholderSpec:
    face, step, ink = look
    anchor = Anchor.BOTTOM if name == "source" else Anchor.TOP
    return PlaceholderSpec(name, kind, rect, TextStyle(face, step.size, ink), step.leading, anchor, prompt)


def _furniture(ink: Ink) -> tuple[PlaceholderSpec, ...]:
    top, foot = grid.FOOTER_TOP, grid.FOOTER_TOP + DECK.note.leading
    return (
        _spec("footer", "ftr", grid.between(top, foot, 0, 9), (styles.REGULAR, DECK.note, ink)),
        _spec("number", "sldNum", grid.between(top, foot, 11, 1), (styles.BOLD, DECK.note, ink)),
    )


def _message() -> LayoutSpec:
    title = grid.between(grid.TITLE_TOP, grid.TITLE_TOP + grid.TITLE_LINES * DECK.heading_1.leading)
    subtitle = grid.between(title.bottom + pt(8), title.bottom + pt(8) + DECK.body.leading)
    body = grid.between(subtitle.bottom + pt(14), grid.CONTENT_FOOT)
    source = grid.between(grid.SOURCE_FOOT - 2 * DECK.note.leading, grid.SOURCE_FOOT)
    return LayoutSpec(
        words.MESSAGE,
        (),
        (
            _spec("title", "title", title, (styles.SERIF, DECK.heading_1, INK), "一句话说出这一张的意思"),
            _spec("subtitle", "body", subtitle, (styles.REGULAR, DECK.body, GREY), "指标、单位和时期"),
            _spec("body", "body", body, (styles.REGULAR, DECK.body, INK), "正文"),
            _spec("source", "body", source, (styles.REGULAR, DECK.note, GREY), "来源"),
            *_furniture(GREY),
        ),
    )


def _cover(text: Ink, field: Ink) -> LayoutSpec:
    title = grid.between(pt(170), pt(170) + 2 * DECK.cover.leading)
    subtitle = grid.between(title.bottom + pt(16), title.bottom + pt(16) + 2 * DECK.lead.leading)
    return LayoutSpec(
        words.COVER,
        (),
        (
            _spec("title", "ctrTitle", title, (styles.SERIF, DECK.cover, text), "书名"),
            _spec("subtitle", "subTitle", subtitle, (styles.REGULAR, DECK.lead, text), "副题"),
        ),
        field,
    )


def _field() -> LayoutSpec:
    title = grid.between(pt(316), pt(316) + 2 * DECK.title.leading)
    subtitle = grid.between(pt(270), pt(270) + DECK.heading_2.leading)
    return LayoutSpec(
        words.FIELD,
        (),
        (
            _spec("title", "title", title, (styles.SERIF, DECK.title, PAPER), "一句话说出这一部分的意思"),
            _spec("subtitle", "body", subtitle, (styles.BOLD, DECK.heading_2, PAPER), "名称"),
            *_furniture(PAPER),
        ),
        INK,
    )


def master(name: str, brand: Ink, on_brand: Ink) -> Master:
    """Return the master; accents are the theme colours in the palette's order and the organization's."""
    mains = [one.main for one in THEMES.values()][:THEME_ACCENTS]
    colors = (INK, PAPER, GREY, GROUND, *mains, brand, THEMES["靛蓝"].main, THEMES["紫檀"].main)
    return Master(name, SERIF, SANS, colors, (_cover(on_brand, brand), _field(), _message()))
