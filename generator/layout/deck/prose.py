"""Slides of words: a theme's points, a story with its numbers beside it, the outlook. Text steps down to 18 pt and no further."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.palette import INK, RULE
from generator.design.type_scale import DECK
from generator.layout.deck import heroes, styles
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.sheet import Sheet, counted
from generator.layout.deck.slide import SlideParagraph, TextBox, TextStyle
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Paragraph, Phrase, RichText, Section, Story, Theme
    from generator.layout.deck.sheet import Desk, Livery
    from generator.layout.deck.slide import Slide
    from generator.units import Length

PANEL_AIR = pt(26)
PANEL_TOP = pt(84)
FIELD_X = grid.columns(8, 4)[0] + pt(12)
FIELD = Rect(FIELD_X, 0, grid.SLIDE.width - FIELD_X, grid.SLIDE.height)
"""The tinted field of a story's numbers: it bleeds to three edges."""
TOP_GAP = pt(30)
POINTS_GAP = pt(20)
"""From a title to the first hairline of points."""
NUMBER_PART = 1.5
"""A number in a point, in parts of its words."""
POINT_PITCH = 1.35
LEAST_GAP, MOST_GAP, MOST_DOWN = pt(14), pt(72), pt(84)
BULLET = "•"
INDENT = 1.2
"""How far a bullet's text hangs, in ems."""


def body(text: Sequence[Paragraph], step: Step) -> tuple[SlideParagraph, ...]:
    """Return blocks of text as paragraphs of one size, half a line apart."""
    return tuple(_block(one, step, step.leading // 2 if index else 0) for index, one in enumerate(text))


def _block(one: Paragraph, step: Step, before: int) -> SlideParagraph:
    face = {"heading": styles.BOLD, "quote": styles.SERIF}.get(one.kind, styles.REGULAR)
    runs = styles.runs(one.text, TextStyle(face, step.size, INK))
    hang = round(step.size * INDENT) if one.kind == "item" else 0
    return SlideParagraph(runs, step.leading, space_before=before, bullet=BULLET if hang else "", indent=hang)


def fill(sheet: Sheet, text: Sequence[Paragraph], room: Rect, name: str, origin: str) -> None:
    """Set text in the body placeholder at the largest step that fits its height; too much at the least is an error.

    A short text stands a little lower, where the eye rests.
    """
    gauge = sheet.desk.gauge
    tries = [body(text, step) for step in grid.BODIES]
    fitting = next((one for one in tries if gauge.height(one, room.width) <= room.height), tries[-1])
    down = min(MOST_DOWN, round(max(0, room.height - gauge.height(fitting, room.width)) * heroes.OPTICAL))
    lower = Rect(room.x, room.y + down, room.width, room.height - down)
    sheet.fitted(TextBox(name, lower, fitting, "body", origin=origin))


def listed(sheet: Sheet, points: Sequence[Phrase], room: Rect, origin: str) -> None:
    """Set points in the body placeholder, spread over the height, their numbers large in the theme's ink.

    Hairlines part points of one line each; with longer ones, where another renderer may break otherwise, space alone does.
    """
    gauge, lines = sheet.desk.gauge, [one.text for one in points]
    tries = [tuple(_point(line, step, sheet.stress) for line in lines) for step in grid.POINTS]
    fitting = [one for one in tries if gauge.height(one, room.width) + LEAST_GAP * (len(lines) - 1) <= room.height]
    single = next((one for one in fitting if all(len(gauge.lines(point, room.width)) == 1 for point in one)), None)
    made = single or next(iter(fitting), tries[-1])
    spare = room.height - gauge.height(made, room.width)
    gap = min(MOST_GAP, max(LEAST_GAP, spare // max(1, len(made))))
    first = min(gap // 2, spare // 2) if spare > 0 else 0
    if single:
        _hairlines(sheet, made, room, gap)
    spread = tuple(styles.spaced(one, gap if index else 0) for index, one in enumerate(made))
    lower = Rect(room.x, room.y + first, room.width, room.height - first)
    _tell_excess(sheet, points, spread, lower)
    sheet.put(TextBox("要点", lower, spread, "body", origin=origin))


def _tell_excess(sheet: Sheet, points: Sequence[Phrase], made: Sequence[SlideParagraph], room: Rect) -> None:
    """Refuse points that take more than their room, at the first that does not fit."""
    gauge = sheet.desk.gauge
    over = gauge.overflow(made, room.width, room.height)
    if over is None:
        return
    fitting = sum(gauge.height(made[:count], room.width) <= room.height for count in range(1, len(made) + 1))
    said = f"the points take {counted(over.lines)}, slide {sheet.number} has room for {over.room}"
    hint = f"this point is the first without room: from here on, {over.excess} character{'s' * (over.excess > 1)} are too many"
    sheet.refuse(said, points[fitting].origin, hint)


def _hairlines(sheet: Sheet, points: Sequence[SlideParagraph], room: Rect, gap: Length) -> None:
    """Rule a line over every point, and one under the last."""
    y = room.y
    for point in points:
        sheet.rule("细线", Rect(room.x, y, grid.RIGHT - room.x, grid.HAIRLINE), RULE)
        y += point.leading + gap
    sheet.rule("细线", Rect(room.x, y, grid.RIGHT - room.x, grid.HAIRLINE), RULE)


def _point(text: RichText, step: Step, stress: styles.Stress) -> SlideParagraph:
    large = round(step.size * NUMBER_PART)
    made = styles.runs(styles.led(text), TextStyle(styles.REGULAR, step.size, INK), stress)
    loud = tuple(replace(run, style=TextStyle(styles.BOLD, large, stress.ink)) if run.use in stress.uses else run for run in made)
    return SlideParagraph(loud, max(step.leading, round(large * POINT_PITCH)))


def points(desk: Desk, number: int, theme: Theme, livery: Livery) -> Slide:
    """Return the slide of a theme's points: the first is its message, the others stand below it."""
    sheet = Sheet(desk, number, livery, theme.origin)
    first, *others = theme.points
    sheet.title(first.text, first.origin)
    foot = sheet.source(theme.source, (), theme.origin)
    below = tuple(others) or (first,)
    listed(sheet, below, grid.between(sheet.top + POINTS_GAP, foot), theme.origin)
    return sheet.finish(notes(SILENT, Spare(tuple(one.text for one in theme.points), (theme.source,))))


def story(desk: Desk, number: int, told: Story, livery: Livery) -> Slide:
    """Return the slide of a story: its text, and on a tinted field at the right its numbers, or its name where it has none."""
    sheet = Sheet(desk, number, livery, told.origin, ground=FIELD, width=FIELD.x - PANEL_AIR - grid.LEFT)
    sheet.title(told.message.text, told.message.origin)
    room = Rect(FIELD.x + PANEL_AIR, PANEL_TOP, grid.RIGHT - FIELD.x - PANEL_AIR, grid.CONTENT_FOOT - PANEL_TOP)
    if told.figures:
        sheet.subtitle(told.title.text, told.title.origin)
    else:
        sheet.top += TOP_GAP
    fill(sheet, told.text, Rect(grid.LEFT, sheet.top, sheet.width, grid.CONTENT_FOOT - sheet.top), "故事", told.origin)
    if told.figures:
        heroes.hero_column(sheet, told.figures, room)
    else:
        name = styles.paragraph(told.title.text, styles.SERIF, DECK.title, livery.inks.main)
        sheet.text("故事名", room, (name,), told.title.origin)
    return sheet.finish(notes(told.talk, Spare(tuple(one.text for one in told.text), cite(told.figures))))


def section(desk: Desk, number: int, part: Section, livery: Livery) -> Slide:
    """Return the slide of a part without charts: its points, or its text where it has none."""
    sheet = Sheet(desk, number, livery, part.origin)
    sheet.title(part.message.text, part.message.origin)
    room = grid.between(sheet.top + (POINTS_GAP if part.points else TOP_GAP), sheet.source(part.source, (), part.origin))
    if part.points:
        listed(sheet, part.points, room, part.origin)
    else:
        fill(sheet, part.text, room, "正文", part.origin)
    spare = Spare(tuple(one.text for one in part.text), cite(part.figures))
    return sheet.finish(notes(part.talk, spare))
