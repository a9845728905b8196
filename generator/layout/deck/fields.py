"""Slides that are a field of colour: cover, divider and the closing question; they echo the fields of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.palette import INK, PAPER, PLAIN, brand_ink, reading_ink
from generator.design.type_scale import DECK, Step
from generator.layout.deck import styles, words
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.sheet import Livery, Sheet
from generator.layout.deck.slide import Anchor, Shape, TextBox
from generator.units import Point, Rect, pt

if TYPE_CHECKING:
    from generator.document.model import Imprint, Phrase, Section, Theme
    from generator.ink import Ink
    from generator.layout.deck.sheet import Desk
    from generator.layout.deck.slide import Slide
    from generator.units import Length

RINGS = 15
RING_FIRST, RING_GAP, RING_GROWTH = pt(13), pt(13.6), 1.09
RING_WEIGHTS = (pt(0.8), pt(3.2))
CLEAR = 9
"""So many columns are nearly clear of the rings: a title keeps within them where it can."""
COVER_LINES, COVER_LOWER = 3, (DECK.title, DECK.statement)
"""A long title of the cover takes three lines, at these sizes."""
HEART = Point(grid.SLIDE.width, pt(330))
"""The heart of the trunk lies in the right edge, as on the paper it lies in the spine."""
HIGH_HEART = Point(grid.SLIDE.width, pt(120))
"""Where bright rings keep clear of the slide's number."""


def field_of(imprint: Imprint) -> Ink:
    """Return the organization's colour as the cover's field."""
    return brand_ink(imprint.brand.rgb, imprint.brand.cmyk)


def _heading(sheet: Sheet, phrase: Phrase, foot: Length, step: Step, ink: Ink, most: int = grid.TITLE_LINES) -> Rect:
    """Set a title whose last line ends at a height, clear of the rings where it can be."""
    line = styles.paragraph(sheet.claim(phrase.text), styles.SERIF, step, ink)
    clear = grid.between(0, foot, 0, CLEAR)
    room = clear if len(sheet.desk.gauge.lines(line, clear.width)) <= most else grid.between(0, foot)
    return sheet.heading(line, room, phrase.origin, parted=True, most=most)


def rings(ink: Ink, heart: Point = HEART) -> tuple[Shape, ...]:
    """Return year rings that run off the field at the right, thin at the heart and thick at the bark."""
    made, radius = [], RING_FIRST
    for ring in range(RINGS):
        weight = RING_WEIGHTS[0] + (RING_WEIGHTS[1] - RING_WEIGHTS[0]) * ring // (RINGS - 1)
        rect = Rect(heart.x - radius, heart.y - radius, 2 * radius, 2 * radius)
        made.append(Shape("年轮", rect, "ellipse", None, ink, weight))
        radius += round(RING_GAP * RING_GROWTH**ring)
    return tuple(made)


def cover(desk: Desk, number: int) -> Slide:
    """Return the cover: title, subtitle, organization and edition on the organization's colour."""
    imprint = desk.report.imprint
    field = field_of(imprint)
    ink = reading_ink(field)
    sheet = Sheet(desk, number, Livery(PLAIN, imprint.organization), imprint.title.origin, words.COVER, field)
    title = _heading(sheet, imprint.title, pt(340), _cover_step(sheet, imprint.title), ink, COVER_LINES)
    for ring in rings(PAPER):
        sheet.put(ring)
    subtitle = styles.paragraph(imprint.subtitle.text, styles.REGULAR, DECK.lead, ink)
    below = grid.between(title.bottom + pt(14), title.bottom + pt(14) + 2 * DECK.lead.leading, 0, 9)
    sheet.fitted(TextBox("副题", below, (subtitle,), "subtitle", origin=imprint.subtitle.origin))
    name = styles.paragraph(imprint.organization, styles.BOLD, DECK.heading_3, ink)
    sheet.text("机构", grid.between(pt(52), pt(52) + 2 * DECK.heading_3.leading, 0, CLEAR), (name,), imprint.title.origin)
    edition = styles.paragraph(imprint.edition, styles.BOLD, DECK.heading_3, ink)
    sheet.text("年度", grid.between(pt(462), pt(462) + DECK.heading_3.leading, 0, 8), (edition,), imprint.title.origin)
    return sheet.finish(notes(desk.report.about.talk, Spare((imprint.title.text, imprint.subtitle.text))))


def _cover_step(sheet: Sheet, title: Phrase) -> Step:
    """Return the largest size at which the cover's title takes two lines, or three that keep clear of the rings."""
    clear = grid.columns(0, CLEAR)[1]

    def rows(step: Step, width: Length) -> int:
        return len(sheet.desk.gauge.lines(styles.paragraph(title.text, styles.SERIF, step), width))

    def fits(step: Step) -> bool:
        short = rows(step, clear) <= grid.TITLE_LINES
        return short or (step in COVER_LOWER and rows(step, clear) <= COVER_LINES)

    return next((step for step in (*grid.COVERS, *COVER_LOWER) if fits(step)), COVER_LOWER[-1])


def divider(desk: Desk, number: int, theme: Theme, livery: Livery) -> Slide:
    """Return a theme's divider: its number, name and message on a full-bleed field of its colour."""
    inks = livery.inks
    sheet = Sheet(desk, number, livery, theme.origin, words.FIELD, inks.main)
    title = _heading(sheet, theme.message, pt(466), DECK.title, PAPER)
    for ring in rings(inks.line):
        sheet.put(ring)
    sheet.rule("短线", Rect(grid.LEFT, title.y - pt(22), grid.SHORT_RULE.width, grid.SHORT_RULE.height), inks.pale)
    name = styles.paragraph(theme.name.text, styles.BOLD, DECK.heading_2, inks.pale)
    above = grid.between(title.y - pt(32) - DECK.heading_2.leading, title.y - pt(32), 0, 9)
    sheet.fitted(TextBox("名称", above, (name,), "subtitle", origin=theme.name.origin))
    digits = styles.paragraph((theme.number,), styles.BOLD, grid.DIVIDER_NUMBER, inks.pale)
    sheet.text("编号", grid.between(pt(40), pt(40) + grid.DIVIDER_NUMBER.leading, 0, 6), (digits,), theme.origin)
    sheet.progress(PAPER, inks.pale)
    sheet.footer(PAPER)
    return sheet.finish(notes(SILENT, Spare((theme.message.text,), cite(theme.heroes[:1]))))


def closing(desk: Desk, number: int, part: Section, livery: Livery) -> Slide:
    """Return the last slide before the appendix: the question put to the room."""
    sheet = Sheet(desk, number, livery, part.origin, words.FIELD, INK)
    title = _heading(sheet, part.message, pt(300), DECK.title, PAPER)
    for ring in rings(field_of(desk.report.imprint), HIGH_HEART):
        sheet.put(ring)
    name = styles.paragraph(part.name.text, styles.BOLD, DECK.heading_2, PAPER)
    above = grid.between(title.y - pt(24) - DECK.heading_2.leading, title.y - pt(24), 0, 9)
    sheet.fitted(TextBox("名称", above, (name,), "subtitle", origin=part.name.origin))
    said = part.points or part.text
    lines = tuple(styles.paragraph(one.text, styles.REGULAR, DECK.heading_3, PAPER) for one in said)
    if lines:
        sheet.text("要点", grid.between(title.bottom + pt(20), grid.CONTENT_FOOT, 0, 8), lines, part.origin, Anchor.TOP)
    sheet.footer(PAPER)
    return sheet.finish(notes(part.talk, Spare(tuple(one.text for one in part.text) or (part.message.text,), cite(part.figures))))
