"""The two slides after the cover: the summary on one page (a message and a number a theme), and the agenda with its slide numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.palette import INK, PLAIN, RULE, theme_inks
from generator.design.type_scale import DECK
from generator.document.ledger import FOLIO
from generator.document.model import Run
from generator.layout.deck import headings, styles, words
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.sheet import Livery, Sheet
from generator.layout.deck.slide import Anchor, SlideParagraph, SlideRun, TextStyle
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.design.palette import ThemeInks
    from generator.design.type_scale import Step
    from generator.document.model import Datum, Phrase, ResolvedReport, RichText, Section, Theme
    from generator.layout.deck.sheet import Desk
    from generator.layout.deck.slide import Slide
    from generator.units import Length

NAME, MESSAGE, NUMBER = (0, 2), (2, 7), (9, 3)
"""The columns of a summary's row."""
ALONE_MESSAGE, ALONE_NUMBER = (2, 6), (8, 4)
"""The same where a theme stands alone."""
WIDE_MESSAGE = (2, 10)
"""And where its message has told its number."""
MOST_ROWS = 5
ROW_AIR = pt(7)
SUMMARY_STEPS = (DECK.lead, DECK.heading_3, DECK.body)
SUMMARY_FEW, SUMMARY_LARGE = 2, (DECK.heading_1, DECK.heading_2)
"""So few messages are set large."""
SUMMARY_ALONE = (DECK.title, DECK.statement)
"""And a single one larger still."""
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


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of the agenda: a theme, or what comes after a single one."""

    number: RichText
    name: Phrase
    message: Phrase
    inks: ThemeInks
    start: int | None


@dataclass(frozen=True, slots=True)
class Form:
    """The columns of message and number in a summary, and the sizes that each may have."""

    message: tuple[int, int]
    number: tuple[int, int]
    steps: tuple[Step, ...]
    digits: tuple[Length, ...]
    part: float = styles.CARD_PART


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
    told = [_shown(report, theme, alone=len(themes) == 1) for theme in themes]
    form = _form(len(themes), numbers=any(told))
    digits = _digits(sheet, [datum for datum in told if datum], height - 2 * ROW_AIR, form)
    step = _message_step(sheet, themes, height - 2 * ROW_AIR, form)
    edge = max((_hang(sheet, _figure(datum, digits, form), datum) for datum in told if datum), default=0)
    for index, (theme, datum) in enumerate(zip(themes, told, strict=True)):
        row = Rect(room.x, room.y + index * height, room.width, height)
        _row(sheet, theme, row, (step, form))
        if datum:
            at = grid.between(row.y + ROW_AIR, row.bottom - ROW_AIR, *form.number)
            _number(sheet, datum, Rect(at.x + edge, at.y, at.width - edge, at.height), _figure(datum, digits, form, theme))
    spare = Spare(tuple(theme.message.text for theme in themes), cite(datum for datum in told if datum))
    return sheet.finish(notes(report.about.talk, spare))


def _shown(report: ResolvedReport, theme: Theme, *, alone: bool) -> Datum | None:
    """Return the number beside a theme's message: beside a single one none that it tells itself."""
    used = {run.use for run in theme.message.text if run.use}
    told = {use.figure for use in report.ledger.uses if use.id in used}
    found = leading_figure(report, theme)
    return None if alone and found and found.figure in told else found


def _form(themes: int, *, numbers: bool) -> Form:
    if themes == 1:
        steps = (*SUMMARY_ALONE, *SUMMARY_LARGE, *SUMMARY_STEPS)
        return Form(ALONE_MESSAGE if numbers else WIDE_MESSAGE, ALONE_NUMBER, steps, grid.HEROES, DECK.hero_part)
    return Form(MESSAGE, NUMBER, (*SUMMARY_LARGE, *SUMMARY_STEPS) if themes <= SUMMARY_FEW else SUMMARY_STEPS, grid.CARDS)


def _digits(sheet: Sheet, data: Sequence[Datum], height: Length, form: Form) -> Length:
    width, gauge = grid.columns(*form.number)[1], sheet.desk.gauge
    below = max((gauge.height((_label(datum),), width) for datum in data), default=0)

    def fits(size: Length) -> bool:
        made = [(_figure(datum, size, form), datum) for datum in data]
        edge = max((_hang(sheet, one, datum) for one, datum in made), default=0)
        return all(one.leading + below <= height and gauge.width(one.runs) + edge <= width for one, _ in made)

    return next((size for size in form.digits if fits(size)), form.digits[-1])


def _label(datum: Datum) -> SlideParagraph:
    return styles.paragraph(datum.label, styles.REGULAR, DECK.caption)


def _figure(datum: Datum, digits: Length, form: Form, theme: Theme | None = None) -> SlideParagraph:
    return styles.figure(datum.number, digits, theme_inks(theme.color).main if theme else INK, form.part)


def _hang(sheet: Sheet, number: SlideParagraph, datum: Datum) -> Length:
    """Return how far a qualifier stands out before the digits."""
    return sheet.desk.gauge.natural(number.runs[:1]) if datum.number.qualifier and datum.number.digits else 0


def _message_step(sheet: Sheet, themes: Sequence[Theme], height: Length, form: Form) -> Step:
    """Return the largest size at which every message fits its row."""
    width, gauge = grid.columns(*form.message)[1], sheet.desk.gauge

    def fits(step: Step) -> bool:
        lines = (styles.paragraph(theme.message.text, styles.SERIF, step) for theme in themes)
        return all(gauge.height((line,), width) <= min(height, grid.TITLE_LINES * step.leading) for line in lines)

    return next((step for step in form.steps if fits(step)), form.steps[-1])


def _row(sheet: Sheet, theme: Theme, room: Rect, look: tuple[Step, Form]) -> None:
    step, form = look
    inks, gauge = theme_inks(theme.color), sheet.desk.gauge
    sheet.rule("细线", Rect(room.x, room.y, room.width, grid.HAIRLINE), RULE)
    top, foot = room.y + ROW_AIR, room.bottom - ROW_AIR
    name = styles.paragraph(theme.name.text, styles.BOLD, grid.KICKER, inks.main)
    sheet.text("主题", grid.between(top, foot, *NAME), (name,), theme.name.origin, Anchor.MIDDLE)
    at = grid.between(top, foot, *form.message)
    line = styles.paragraph(theme.message.text, styles.SERIF, step)
    sheet.text("要旨", at, headings.broken(line, gauge, at.width), theme.message.origin, Anchor.MIDDLE)


def _number(sheet: Sheet, datum: Datum, at: Rect, number: SlideParagraph) -> None:
    """Set a number over its label, its digits at the column's edge: a qualifier hangs before it; a very wide one takes two lines."""
    hang, label = _hang(sheet, number, datum), _label(datum)
    tall = sheet.desk.gauge.height((number,), at.width + hang)
    top = at.y + max(0, at.height - tall - sheet.desk.gauge.height((label,), at.width)) // 2
    sheet.text("关键数字", Rect(at.x - hang, top, at.width + hang, tall), (number,), datum.valued_at)
    below = Rect(at.x, top + tall, at.width, max(0, at.bottom - top - tall))
    sheet.text("数字说明", below, (label,), datum.named_at)


def has_agenda(report: ResolvedReport) -> bool:
    """Tell whether there is an order to tell: a single theme with nothing after it has been told by the summary."""
    return len(report.themes) != 1 or bool(_rest(report))


def _rest(report: ResolvedReport) -> tuple[Section, ...]:
    return tuple(part for part in (report.history, report.outlook, report.closing) if part)


def _stops(report: ResolvedReport, starts: Mapping[str, int]) -> tuple[Stop, ...]:
    """Return the steps: the themes; a single theme and what comes after it."""
    themes = (Stop((one.number,), one.name, one.message, theme_inks(one.color), starts.get(one.id)) for one in report.themes)
    later = _rest(report) if len(report.themes) == 1 else ()
    return (*themes, *(Stop((), one.name, one.message, PLAIN, starts.get(one.name.origin)) for one in later))


def agenda(desk: Desk, number: int, starts: Mapping[str, int]) -> Slide:
    """Return the agenda: a step a theme with the slide where it starts, and what comes after them."""
    report = desk.report
    sheet = Sheet(desk, number, Livery(PLAIN, (Run(words.AGENDA_KICKER),)), report.about.origin)
    sheet.title(_title(report), report.about.origin)
    stops = _stops(report, starts)
    rest = tuple(part.name for part in _rest(report)) if len(stops) == len(report.themes) else ()
    rows = max(1, -(-len(stops) // AGENDA_MOST))
    many = max(1, -(-len(stops) // rows))
    room = grid.between(sheet.top + pt(28), grid.CONTENT_FOOT - (AFTER if rest else 0))
    width, height = (room.width + AGENDA_GAP) // many - AGENDA_GAP, (room.height + AGENDA_GAP) // rows - AGENDA_GAP
    steps = (grid.AGENDA_NUMBER if rows == 1 else DECK.heading_1, _name_step(sheet, stops, width - 2 * PANEL))
    for index, stop in enumerate(stops):
        row, column = divmod(index, many)
        cell = Rect(room.x + column * (width + AGENDA_GAP), room.y + row * (height + AGENDA_GAP), width, height)
        _step(sheet, stop, cell, steps)
    if rest:
        _after(sheet, [(name.text, starts.get(name.origin)) for name in rest])
    spoken = tuple((theme.number, Run("　"), *theme.name.text) for theme in report.themes)
    return sheet.finish(notes(SILENT, Spare(spoken)))


def _title(report: ResolvedReport) -> RichText:
    if not report.themes:
        return (Run(words.AGENDA_KICKER),)
    first, last, after = report.themes[0].name.text, report.themes[-1].name.text, _what_follows(report)
    if len(report.themes) == 1:
        return (Run(words.AGENDA_FIRST if after else words.AGENDA_ONLY), *first, Run(after))
    return (Run(words.AGENDA_BOTH[0]), *first, Run(words.AGENDA_BOTH[1]), *last, Run(words.AGENDA_BOTH[2] + after))


def _what_follows(report: ResolvedReport) -> str:
    """Return the end of the agenda's title: history and outlook where there are any, else questions, else nothing."""
    later = [name for name, part in ((words.HISTORY, report.history), (words.OUTLOOK, report.outlook)) if part]
    return words.AGENDA_AFTER + "与".join(later) if later else words.QUESTIONS if report.closing else ""


def _name_step(sheet: Sheet, stops: Sequence[Stop], width: Length) -> Step:
    """Return the largest size at which every name stands on one line."""

    def fits(step: Step) -> bool:
        return all(sheet.desk.gauge.width(styles.paragraph(stop.name.text, styles.SERIF, step).runs) <= width for stop in stops)

    return next((step for step in grid.POINTS if fits(step)), grid.POINTS[-1])


def _step(sheet: Sheet, stop: Stop, cell: Rect, steps: tuple[Step, Step]) -> None:
    inks = stop.inks
    sheet.rule("浅底", cell, inks.tint)
    sheet.rule("色条", Rect(cell.x, cell.y, cell.width, AGENDA_BAR), inks.main)
    number = styles.paragraph(stop.number, styles.BOLD, steps[0], inks.main)
    inside = Rect(cell.x + PANEL, cell.y + PANEL + AGENDA_BAR, cell.width - 2 * PANEL, cell.height - 2 * PANEL - AGENDA_BAR)
    low = steps[0] != grid.AGENDA_NUMBER
    width = round(inside.width * AGENDA_PAIR) if low else inside.width
    if stop.number:
        sheet.text("议程", Rect(inside.x, inside.y, width, number.leading), (number,), stop.name.origin)
    foot = inside.bottom if low else inside.bottom - DECK.caption.leading
    below = Rect(inside.x, inside.y + number.leading + pt(4), inside.width, foot - inside.y - number.leading - pt(4))
    sheet.text("主题", below, _named(sheet, stop, below, steps[1]), stop.name.origin)
    if not stop.start:
        return
    folio = _folio(stop.start)
    side = Rect(inside.x + width, inside.y, inside.width - width, number.leading)
    end = Rect(inside.x, foot, inside.width, DECK.caption.leading)
    sheet.text("起始页", side if low else end, (styles.right(folio) if low else folio,), stop.name.origin)


def _named(sheet: Sheet, stop: Stop, room: Rect, step: Step) -> tuple[SlideParagraph, ...]:
    """Return a stop's name, and on a wide panel its message under it."""
    name = styles.paragraph(stop.name.text, styles.SERIF, step)
    message = styles.spaced(styles.paragraph(stop.message.text, styles.REGULAR, DECK.body), pt(14))
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
