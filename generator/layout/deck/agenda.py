"""The agenda: a panel a theme with the slide where it starts, and under them what comes after; many themes go on over slides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from generator.design.palette import ThemeInks
from generator.design.slide_grid import HAIRLINE, TITLE_LINES
from generator.design.type_scale import Step
from generator.document.ledger import FOLIO
from generator.document.model import THEMES, Phrase, ResolvedReport, RichText, Run, Section, listed
from generator.layout.deck import words
from generator.layout.deck.bench import Bench, Part, Turn
from generator.layout.deck.draft import UNDER_TITLE, Draft
from generator.layout.deck.letters import right, spaced
from generator.layout.deck.notes import SILENT, Spare, notes
from generator.layout.deck.slide import Slide, SlideParagraph
from generator.typeset.model import Span, Style
from generator.units import Length, Rect, pt

TOP_GAP = pt(28)
BAR, GAP, AIR = pt(6), pt(8), pt(12)
"""The bar of colour over a panel, the gap between panels, and the air within."""
UNDER_NUMBER, UNDER_NAME = pt(4), pt(14)
AFTER, AFTER_RULE, AFTER_AIR, AFTER_GAP = pt(62), pt(40), pt(12), pt(24)
"""What comes after the themes: the height left to it, where its rule lies from the foot, its air, and what parts one from the next."""
LEAST = pt(158)
"""A panel is no narrower, so that its number stands on a line; themes that have no room side by side go on in a second row.

There a name has a single line, and panels are as wide as it takes, up to WIDEST of the slide's width.
"""
MOST_ROWS = 2
WIDEST = 0.5
WIDE = pt(250)
"""A panel so wide has room for its theme's message."""
PAIR = 0.5
"""The part of a low panel that its number has; the slide where the theme starts stands beside it."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of the agenda: a theme, or what comes after a single one."""

    number: RichText
    name: Phrase
    message: Phrase
    inks: ThemeInks
    start: int | None


def has_agenda(report: ResolvedReport) -> bool:
    """Tell whether there is an order to tell: a single theme with nothing after it has been told by the summary."""
    return len(report.themes) != 1 or bool(_rest(report))


def _rest(report: ResolvedReport) -> tuple[Section, ...]:
    """Return what comes after the themes of the parts that an agenda names; the author's own sections speak for themselves."""
    after = dropwhile(lambda one: one != THEMES, report.ordered)
    return tuple(one for one in after if isinstance(one, Section) and one in (report.history, report.outlook, report.closing))


def _stops(bench: Bench, starts: Mapping[str, int]) -> tuple[Stop, ...]:
    """Return the steps: the themes; a single theme and what comes after it."""
    report, look = bench.report, bench.look
    themes = (Stop((one.number,), one.name, one.message, look.theme(one.color), starts.get(one.id)) for one in report.themes)
    later = _rest(report) if len(report.themes) == 1 else ()
    return (*themes, *(Stop((), one.name, one.message, look.plain, starts.get(one.name.origin)) for one in later))


def shares(bench: Bench) -> tuple[range, ...]:
    """Return the steps of each slide of the agenda, as evenly as they come."""
    count = len(_stops(bench, {}))
    slides = max(1, -(-count // (_rows(bench) * _across(bench, _stops(bench, {})))))
    each = max(1, -(-count // slides))
    return tuple(range(start, min(count, start + each)) for start in range(0, max(1, count), each))


def agenda(bench: Bench, turn: Turn, share: range) -> Slide:
    """Return a slide of the agenda: some of the steps, each with the slide where it starts, and under the last what comes after."""
    report, grid = bench.report, bench.grid
    draft = Draft(bench, turn, Part(bench.look.plain, (Run(words.AGENDA_KICKER),)), report.about.origin, words.CONTENTS)
    draft.title(_title(bench), report.about.origin)
    starts = turn.starts
    stops = _stops(bench, starts)
    rest = tuple(part.name for part in _rest(report)) if len(stops) == len(report.themes) == share.stop else ()
    room = grid.between(draft.top + TOP_GAP, grid.content_foot - (AFTER if rest else 0))
    _panels(draft, stops[share.start : share.stop], room, _across(bench, stops))
    if rest:
        _after(draft, [*((name.text, starts.get(name.origin, 0)) for name in rest), *_backup(starts)])
    names = listed(tuple(stop.name.text for stop in stops[share.start : share.stop]), "、")
    return draft.finish(notes(SILENT, Spare(((Run(words.LED_ON if share.start else words.LED_BY), *names, Run("。")),))))


def _backup(starts: Mapping[str, int]) -> tuple[tuple[RichText, int], ...]:
    """Return the backup and where it begins, if there is one."""
    return tuple(((Run(words.BACKUP_NAME),), start) for start in [starts.get(words.APPENDIX, 0)] if start)


def _rows(bench: Bench) -> int:
    """Return how many rows of low panels a slide holds under a title of two lines: a template may leave it little height."""
    grid, number, name = bench.grid, bench.scale.heading_1, bench.ladders.points[0]
    top = grid.title + TITLE_LINES * number.leading + UNDER_TITLE + TOP_GAP
    low = BAR + 2 * AIR + number.leading + UNDER_NUMBER + name.leading
    return min(MOST_ROWS, max(1, (grid.content_foot - AFTER - top + GAP) // (low + GAP)))


def _across(bench: Bench, stops: Sequence[Stop]) -> int:
    """Return how many panels have room side by side."""
    whole, least = bench.grid.measure, bench.ladders.points[-1]
    one_row = (whole + GAP) // (LEAST + GAP)
    if len(stops) <= one_row:
        return max(1, one_row)
    names = (bench.gauge.width(bench.letters.title(stop.name.text, least).runs) for stop in stops)
    wide = min(max(LEAST, *names), round(WIDEST * whole) - 2 * AIR - GAP) + 2 * AIR
    return max(1, (whole + GAP) // (wide + GAP))


def _panels(draft: Draft, stops: Sequence[Stop], room: Rect, across: int) -> None:
    """Set the steps side by side, in two rows where they are many."""
    bench, rows = draft.bench, max(1, -(-len(stops) // across))
    many = max(1, -(-len(stops) // rows))
    width, height = (room.width + GAP) // many - GAP, (room.height + GAP) // rows - GAP
    number = bench.ladders.agenda_number if rows == 1 else bench.scale.heading_1
    steps = (number, _name_step(bench, stops, width - 2 * AIR))
    for index, stop in enumerate(stops):
        row, column = divmod(index, many)
        _panel(draft, stop, Rect(room.x + column * (width + GAP), room.y + row * (height + GAP), width, height), steps)


def _title(bench: Bench) -> RichText:
    """Return what the agenda is about, in the names of the first and the last theme where those are short."""
    told = _told(bench.report)
    lines = bench.gauge.lines(bench.letters.title(told, bench.scale.heading_1), bench.grid.measure)
    return told if len(lines) <= TITLE_LINES else (Run(words.AGENDA_KICKER),)


def _told(report: ResolvedReport) -> RichText:
    if not report.themes:
        return (Run(words.AGENDA_KICKER),)
    first, last, after = report.themes[0].name.text, report.themes[-1].name.text, _what_follows(report)
    if len(report.themes) == 1:
        return (Run(words.AGENDA_FIRST if after else words.AGENDA_ONLY), *first, Run(after))
    return (Run(words.AGENDA_BOTH[0]), *first, Run(words.AGENDA_BOTH[1]), *last, Run(words.AGENDA_BOTH[2] + after))


def _what_follows(report: ResolvedReport) -> str:
    """Return the end of the agenda's title: history and outlook where there are any, else questions, else nothing."""
    rest = _rest(report)
    later = [name for name, part in ((words.HISTORY, report.history), (words.OUTLOOK, report.outlook)) if part in rest]
    return words.AGENDA_AFTER + "与".join(later) if later else words.QUESTIONS if report.closing in rest else ""


def _name_step(bench: Bench, stops: Sequence[Stop], width: Length) -> Step:
    """Return the largest size at which every name stands on one line."""
    steps = bench.ladders.points

    def fits(step: Step) -> bool:
        return all(bench.gauge.width(bench.letters.title(stop.name.text, step).runs) <= width for stop in stops)

    return next((step for step in steps if fits(step)), steps[-1])


def _panel(draft: Draft, stop: Stop, cell: Rect, steps: tuple[Step, Step]) -> None:
    bench, inks, caption = draft.bench, stop.inks, draft.bench.scale.caption
    draft.rule("浅底", cell, inks.tint, stop.start or 0)
    draft.rule("色条", Rect(cell.x, cell.y, cell.width, BAR), inks.main)
    number, link = bench.letters.title(stop.number, steps[0], inks.main), stop.start or 0
    inside = Rect(cell.x + AIR, cell.y + AIR + BAR, cell.width - 2 * AIR, cell.height - 2 * AIR - BAR)
    low = steps[0] != bench.ladders.agenda_number
    width = round(inside.width * PAIR) if low else inside.width
    if stop.number:
        draft.text("议程", Rect(inside.x, inside.y, width, number.leading), (number,), stop.name.origin)
        draft.lead(link)
    top, foot = inside.y + number.leading + UNDER_NUMBER, inside.bottom if low else inside.bottom - caption.leading
    below = Rect(inside.x, top, inside.width, foot - top)
    draft.text("主题", below, _named(bench, stop, below, steps[1]), stop.name.origin)
    draft.lead(link)
    if stop.start:
        folio = _folio(bench, stop.start)
        side = Rect(inside.x + width, inside.y, inside.width - width, number.leading)
        end = Rect(inside.x, foot, inside.width, caption.leading)
        draft.text("起始页", side if low else end, (right(folio) if low else folio,), stop.name.origin)
        draft.lead(link)


def _named(bench: Bench, stop: Stop, room: Rect, step: Step) -> tuple[SlideParagraph, ...]:
    """Return a stop's name, and on a wide panel its message under it."""
    name = bench.letters.title(stop.name.text, step)
    message = spaced(bench.letters.words(stop.message.text, bench.scale.body), UNDER_NAME)
    wide = room.width >= WIDE and bench.gauge.height((name, message), room.width) <= room.height
    return (name, message) if wide else (name,)


def _folio(bench: Bench, start: int) -> SlideParagraph:
    caption, look = bench.scale.caption, bench.look
    style = Style(look.faces.words, caption.size, look.ink)
    pieces = (Span(words.FROM_SLIDE[0], style), Span(str(start), style, FOLIO), Span(words.FROM_SLIDE[1], style))
    return SlideParagraph(pieces, caption.leading)


def _after(draft: Draft, parts: Sequence[tuple[RichText, int]]) -> None:
    """Set what comes after the themes side by side, each leading to its first slide."""
    bench, grid, faces, ink = draft.bench, draft.bench.grid, draft.bench.look.faces, draft.bench.look.ink
    top, body = grid.content_foot - AFTER_RULE, bench.scale.body
    draft.rule("细线", Rect(grid.left, top, grid.measure, HAIRLINE), bench.look.rule)
    style, small = Style(faces.strong, body.size, ink), Style(faces.words, bench.scale.caption.size, ink)
    x = grid.left
    for text, start in parts:
        folio = (Span(" ", small), Span(str(start), small, FOLIO)) if start else ()
        line = SlideParagraph((*bench.letters.runs(text, style), *folio), body.leading)
        width = min(bench.gauge.width(line.runs) + body.size, grid.right - x)
        draft.text("之后", Rect(x, top + AFTER_AIR, width, body.leading), (line,), draft.origin)
        draft.lead(start)
        x += width + AFTER_GAP
