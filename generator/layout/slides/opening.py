"""The two slides after the cover: the summary on one page (a message and a number a theme), and the agenda with its slide numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.palette import INK, PLAIN, RULE, theme_inks
from generator.design.type_scale import DECK
from generator.document.ledger import FOLIO
from generator.document.model import Run
from generator.layout.slide import Anchor, SlideParagraph, SlideRun, TextStyle
from generator.layout.slides import headings, styles, words
from generator.layout.slides.notes import SILENT, Spare, cite, notes
from generator.layout.slides.sheet import Livery, Sheet
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Datum, ResolvedReport, RichText, Theme
    from generator.layout.slide import Slide
    from generator.layout.slides.sheet import Desk
    from generator.units import Length

NAME, MESSAGE, NUMBER = (0, 2), (2, 7), (9, 3)
"""The columns of a summary's row."""
MOST_ROWS = 5
ROW_AIR = pt(7)
SUMMARY_STEPS = (DECK.lead, DECK.heading_3, DECK.body)
SUMMARY_FEW, SUMMARY_LARGE = 2, (DECK.heading_1, DECK.heading_2)
"""So few messages are set large."""
AGENDA_BAR = pt(6)
AGENDA_GAP = pt(8)
PANEL = pt(12)
AFTER = pt(62)
AGENDA_MOST = 6
"""Themes side by side; more go on in a second row."""
AGENDA_WIDE = pt(250)
"""A panel so wide has room for its theme's message."""
AGENDA_PAIR = 0.5
"""The part of a low panel that its number has; the slide where the theme starts stands beside it."""


def leading_figure(report: ResolvedReport, theme: Theme) -> Datum | None:
    """Return the theme's first hero that its message does not already tell; the first where it tells them all."""
    used = {run.use for run in theme.message.text if run.use}
    told = {use.figure for use in report.ledger.uses if use.id in used}
    return next((hero for hero in theme.heroes if hero.figure not in told), next(iter(theme.heroes), None))


def shares(themes: Sequence[Theme]) -> tuple[Sequence[Theme], ...]:
    """Return the themes of each summary slide, as evenly as they come."""
    count = max(1, -(-len(themes) // MOST_ROWS))
    each = -(-len(themes) // count)
    return tuple(themes[start : start + each] for start in range(0, len(themes), each)) or ((),)


def summary(desk: Desk, number: int, themes: Sequence[Theme]) -> Slide:
    """Return the summary: every theme's message, and one number of each."""
    report = desk.report
    sheet = Sheet(desk, number, Livery(PLAIN, (Run(words.SUMMARY_KICKER),)), report.about.origin)
    sheet.title(report.about.message.text, report.about.message.origin)
    room = grid.between(sheet.top + pt(16), grid.SOURCE_FOOT)
    height = room.height // max(1, len(themes))
    told = [leading_figure(report, theme) for theme in themes]
    digits = _digits(sheet, [datum for datum in told if datum], height - 2 * ROW_AIR)
    step = _message_step(sheet, themes, height - 2 * ROW_AIR)
    edge = max((_hang(sheet, _figure(datum, digits), datum) for datum in told if datum), default=0)
    for index, (theme, datum) in enumerate(zip(themes, told, strict=True)):
        row = Rect(room.x, room.y + index * height, room.width, height)
        _row(sheet, theme, row, step)
        if datum:
            at = grid.between(row.y + ROW_AIR, row.bottom - ROW_AIR, *NUMBER)
            _number(sheet, datum, Rect(at.x + edge, at.y, at.width - edge, at.height), _figure(datum, digits, theme))
    spare = Spare(tuple(theme.message.text for theme in themes), cite(datum for datum in told if datum))
    return sheet.finish(notes(report.about.talk, spare))


def _digits(sheet: Sheet, data: Sequence[Datum], height: Length) -> Length:
    width = grid.columns(*NUMBER)[1]
    below = max((sheet.desk.gauge.height((_label(datum),), width) for datum in data), default=0)

    def fits(size: Length) -> bool:
        made = [(_figure(datum, size), datum) for datum in data]
        edge = max((_hang(sheet, one, datum) for one, datum in made), default=0)
        return all(one.leading + below <= height and sheet.desk.gauge.width(one.runs) + edge <= width for one, _ in made)

    return next((size for size in grid.CARDS if fits(size)), grid.CARDS[-1])


def _label(datum: Datum) -> SlideParagraph:
    return styles.paragraph(datum.label, styles.REGULAR, DECK.caption)


def _figure(datum: Datum, digits: Length, theme: Theme | None = None) -> SlideParagraph:
    return styles.figure(datum.number, digits, theme_inks(theme.color).main if theme else INK, styles.CARD_PART)


def _hang(sheet: Sheet, number: SlideParagraph, datum: Datum) -> Length:
    """Return how far a qualifier stands out before the digits."""
    return sheet.desk.gauge.natural(number.runs[:1]) if datum.number.qualifier and datum.number.digits else 0


def _message_step(sheet: Sheet, themes: Sequence[Theme], height: Length) -> Step:
    """Return the largest size at which every message fits its row."""
    steps = (*SUMMARY_LARGE, *SUMMARY_STEPS) if len(themes) <= SUMMARY_FEW else SUMMARY_STEPS
    width, gauge = grid.columns(*MESSAGE)[1], sheet.desk.gauge

    def fits(step: Step) -> bool:
        lines = (styles.paragraph(theme.message.text, styles.SERIF, step) for theme in themes)
        return all(gauge.height((line,), width) <= min(height, grid.TITLE_LINES * step.leading) for line in lines)

    return next((step for step in steps if fits(step)), steps[-1])


def _row(sheet: Sheet, theme: Theme, room: Rect, step: Step) -> None:
    inks, gauge = theme_inks(theme.color), sheet.desk.gauge
    sheet.rule("细线", Rect(room.x, room.y, room.width, grid.HAIRLINE), RULE)
    top, foot = room.y + ROW_AIR, room.bottom - ROW_AIR
    name = styles.paragraph(theme.name.text, styles.BOLD, grid.KICKER, inks.main)
    sheet.text("主题", grid.between(top, foot, *NAME), (name,), theme.name.origin, Anchor.MIDDLE)
    at = grid.between(top, foot, *MESSAGE)
    line = styles.paragraph(theme.message.text, styles.SERIF, step)
    sheet.text("要旨", at, headings.broken(line, gauge, at.width), theme.message.origin, Anchor.MIDDLE)


def _number(sheet: Sheet, datum: Datum, at: Rect, number: SlideParagraph) -> None:
    """Set a number over its label, its digits at the column's edge: a qualifier hangs before it."""
    hang, label = _hang(sheet, number, datum), _label(datum)
    top = at.y + max(0, at.height - number.leading - sheet.desk.gauge.height((label,), at.width)) // 2
    sheet.text("关键数字", Rect(at.x - hang, top, at.width + hang, number.leading), (number,), datum.origin)
    below = Rect(at.x, top + number.leading, at.width, max(0, at.bottom - top - number.leading))
    sheet.text("数字说明", below, (label,), datum.origin)


def agenda(desk: Desk, number: int, starts: Mapping[str, int]) -> Slide:
    """Return the agenda: a step a theme with the slide where it starts, and what comes after them."""
    report = desk.report
    sheet = Sheet(desk, number, Livery(PLAIN, (Run(words.AGENDA_KICKER),)), report.about.origin)
    sheet.title(_title(report), report.about.origin)
    rest = tuple(part.name for part in (report.history, report.outlook, report.closing) if part)
    rows = max(1, -(-len(report.themes) // AGENDA_MOST))
    many = max(1, -(-len(report.themes) // rows))
    room = grid.between(sheet.top + pt(28), grid.CONTENT_FOOT - (AFTER if rest else 0))
    width, height = (room.width + AGENDA_GAP) // many - AGENDA_GAP, (room.height + AGENDA_GAP) // rows - AGENDA_GAP
    steps = (grid.AGENDA_NUMBER if rows == 1 else DECK.heading_1, _name_step(sheet, report.themes, width - 2 * PANEL))
    for index, theme in enumerate(report.themes):
        row, column = divmod(index, many)
        cell = Rect(room.x + column * (width + AGENDA_GAP), room.y + row * (height + AGENDA_GAP), width, height)
        _step(sheet, theme, cell, steps, starts.get(theme.id))
    if rest:
        _after(sheet, [(name.text, starts.get(name.origin)) for name in rest])
    spoken = tuple((theme.number, Run("　"), *theme.name.text) for theme in report.themes)
    return sheet.finish(notes(SILENT, Spare(spoken)))


def _title(report: ResolvedReport) -> RichText:
    if not report.themes:
        return (Run(words.AGENDA_KICKER),)
    first, last = report.themes[0].name.text, report.themes[-1].name.text
    if len(report.themes) == 1:
        return (Run(words.AGENDA_ONLY[0]), *first, Run(words.AGENDA_ONLY[1]))
    return (Run(words.AGENDA_BOTH[0]), *first, Run(words.AGENDA_BOTH[1]), *last, Run(words.AGENDA_BOTH[2]))


def _name_step(sheet: Sheet, themes: Sequence[Theme], width: Length) -> Step:
    """Return the largest size at which every theme's name stands on one line."""

    def fits(step: Step) -> bool:
        return all(
            sheet.desk.gauge.width(styles.paragraph(theme.name.text, styles.SERIF, step).runs) <= width for theme in themes
        )

    return next((step for step in grid.POINTS if fits(step)), grid.POINTS[-1])


def _step(sheet: Sheet, theme: Theme, cell: Rect, steps: tuple[Step, Step], start: int | None) -> None:
    inks = theme_inks(theme.color)
    sheet.rule("浅底", cell, inks.tint)
    sheet.rule("色条", Rect(cell.x, cell.y, cell.width, AGENDA_BAR), inks.main)
    number = styles.paragraph((theme.number,), styles.BOLD, steps[0], inks.main)
    inside = Rect(cell.x + PANEL, cell.y + PANEL + AGENDA_BAR, cell.width - 2 * PANEL, cell.height - 2 * PANEL - AGENDA_BAR)
    low = steps[0] != grid.AGENDA_NUMBER
    width = round(inside.width * AGENDA_PAIR) if low else inside.width
    sheet.text("议程", Rect(inside.x, inside.y, width, number.leading), (number,), theme.name.origin)
    foot = inside.bottom if low else inside.bottom - DECK.caption.leading
    below = Rect(inside.x, inside.y + number.leading + pt(4), inside.width, foot - inside.y - number.leading - pt(4))
    sheet.text("主题", below, _named(sheet, theme, below, steps[1]), theme.name.origin)
    if not start:
        return
    side = Rect(inside.x + width, inside.y, inside.width - width, number.leading)
    end = Rect(inside.x, foot, inside.width, DECK.caption.leading)
    sheet.text("起始页", side if low else end, (styles.right(_folio(start)) if low else _folio(start),), theme.name.origin)


def _named(sheet: Sheet, theme: Theme, room: Rect, step: Step) -> tuple[SlideParagraph, ...]:
    """Return a theme's name, and on a wide panel its message under it."""
    name = styles.paragraph(theme.name.text, styles.SERIF, step)
    message = styles.spaced(styles.paragraph(theme.message.text, styles.REGULAR, DECK.body), pt(14))
    wide = room.width >= AGENDA_WIDE and sheet.desk.gauge.height((name, message), room.width) <= room.height
    return (name, message) if wide else (name,)


def _folio(start: int) -> SlideParagraph:
    style = TextStyle(styles.REGULAR, DECK.caption.size, PLAIN.main)
    pieces = (SlideRun(words.FROM_SLIDE[0], style), SlideRun(str(start), style, FOLIO), SlideRun(words.FROM_SLIDE[1], style))
    return SlideParagraph(pieces, DECK.caption.leading)


def _after(sheet: Sheet, parts: Sequence[tuple[RichText, int | None]]) -> None:
    top = grid.CONTENT_FOOT - pt(40)
    sheet.rule("细线", Rect(grid.LEFT, top, grid.RIGHT - grid.LEFT, grid.HAIRLINE), RULE)
    style = TextStyle(styles.BOLD, DECK.body.size, INK)
    small = TextStyle(styles.REGULAR, DECK.caption.size, INK)
    made: list[SlideRun] = []
    for text, start in parts:
        made += [SlideRun("　　", style)] if made else []
        made += styles.runs(text, style)
        if start:
            made += [SlideRun(" ", small), SlideRun(str(start), small, FOLIO)]
    line = SlideParagraph(tuple(made), DECK.body.leading)
    sheet.text("之后", grid.between(top + pt(12), top + pt(12) + DECK.body.leading), (line,), sheet.origin)
