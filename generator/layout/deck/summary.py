"""The summary on one page: every theme's message, and the number of it beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.design.slide_grid import HAIRLINE, TITLE_LINES
from generator.design.type_scale import Step
from generator.document.model import Datum, Run, Theme
from generator.document.pieces import caption
from generator.ink import Ink
from generator.layout.deck import headings, heroes, words
from generator.layout.deck.bench import Bench, Part, Turn
from generator.layout.deck.draft import Draft
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.slide import Anchor, Slide, SlideParagraph
from generator.units import Length, Rect, pt

NAME, MESSAGE, NUMBER = (0, 2), (2, 7), (9, 3)
"""The columns of a summary's row."""
WIDER_MESSAGE, WIDER_NUMBER = (2, 6), (8, 4)
"""The same where a theme stands alone, or the columns are so narrow that a number would have less than this width."""
LEAST = pt(160)
WIDE_MESSAGE = (2, 10)
"""And where its message has told its number."""
MOST_ROWS, FEW_ROWS = 5, 2
"""The themes of one slide; so few are set large."""
TOP_GAP, ROW_AIR = pt(16), pt(7)


@dataclass(frozen=True, slots=True)
class Form:
    """The columns of message and number in a summary, and the sizes that each may have."""

    message: tuple[int, int]
    number: tuple[int, int]
    steps: tuple[Step, ...]
    digits: tuple[Length, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The form of a summary's rows with the sizes chosen for them, and how far its digits stand in from their column's edge."""

    form: Form
    step: Step
    digits: Length
    label: Step
    edge: Length


def told_figure(bench: Bench, theme: Theme) -> Datum | None:
    """Return the figure that a theme's message tells: its first hero that stands there, else another figure that does."""
    told = bench.told(theme.message.text)
    return next((one for one in (*theme.heroes, *theme.figures) if one.figure in told), None)


def shares(themes: Sequence[Theme]) -> tuple[Sequence[Theme], ...]:
    """Return the themes of each summary slide, as evenly as they come."""
    count = max(1, -(-len(themes) // MOST_ROWS))
    each = -(-len(themes) // count)
    return tuple(themes[start : start + each] for start in range(0, len(themes), each)) or ((),)


def summary(bench: Bench, turn: Turn, themes: Sequence[Theme]) -> Slide:
    """Return the summary: every theme's message, its number, and the way to the theme."""
    about = bench.report.about
    draft = Draft(bench, turn, Part(bench.look.plain, (Run(words.SUMMARY_KICKER),)), about.origin)
    draft.title(about.message.text, about.message.origin)
    room = bench.grid.between(draft.top + TOP_GAP, bench.grid.source_foot)
    height = room.height // max(1, len(themes))
    told = [_shown(bench, theme) for theme in themes]
    rows = _rows(bench, themes, [datum for datum in told if datum], height - 2 * ROW_AIR)
    for index, (theme, datum) in enumerate(zip(themes, told, strict=True)):
        _row(draft, theme, datum, Rect(room.x, room.y + index * height, room.width, height), rows)
    spare = Spare(tuple(theme.message.text for theme in themes), cite(datum for datum in told if datum))
    return draft.finish(notes(about.talk if about.talk.written else SILENT, spare))


def _shown(bench: Bench, theme: Theme) -> Datum | None:
    """Return the number beside a theme's message: the one that it tells, or the first hero."""
    return told_figure(bench, theme) or next(iter(theme.heroes), None)


def _rows(bench: Bench, themes: Sequence[Theme], data: Sequence[Datum], height: Length) -> Rows:
    """Return the sizes at which every message and every number fits its row."""
    form = _form(bench, len(themes), numbers=bool(data))
    labels = (bench.scale.caption, bench.scale.note)
    tries = ((size, label) for label in labels for size in form.digits)
    fitting = (one for one in tries if _fits(bench, data, height, form, one))
    digits, label = next(fitting, (form.digits[-1], labels[-1]))
    return Rows(form, _message_step(bench, themes, height, form), digits, label, _edge(bench, data, digits))


def _form(bench: Bench, themes: int, *, numbers: bool) -> Form:
    sizes = bench.ladders
    if themes == 1:
        message = WIDER_MESSAGE if numbers else WIDE_MESSAGE
        return Form(message, WIDER_NUMBER, sizes.single_summary, sizes.heroes)
    narrow = bench.grid.columns(*NUMBER)[1] < LEAST
    message, number = (WIDER_MESSAGE, WIDER_NUMBER) if narrow else (MESSAGE, NUMBER)
    return Form(message, number, sizes.few_summaries if themes <= FEW_ROWS else sizes.summaries, sizes.cards)


def _fits(bench: Bench, data: Sequence[Datum], height: Length, form: Form, sizes: tuple[Length, Step]) -> bool:
    """Tell whether every number has a line at this size of its digits, and its row holds it over its label."""
    digits, label = sizes
    made = [_figure(bench, datum, digits) for datum in data]
    inside = bench.grid.columns(*form.number)[1] - _edge(bench, data, digits)
    below = max((bench.gauge.height((_label(bench, datum, label),), inside) for datum in data), default=0)
    return all(one.leading + below <= height and bench.gauge.width(one.runs) <= inside for one in made)


def _label(bench: Bench, datum: Datum, step: Step) -> SlideParagraph:
    return bench.letters.words(caption(datum), step)


def _figure(bench: Bench, datum: Datum, digits: Length, ink: Ink | None = None) -> SlideParagraph:
    return bench.letters.figure(datum.number, digits, ink or bench.look.ink)


def _edge(bench: Bench, data: Sequence[Datum], digits: Length) -> Length:
    """Return how far the digits stand in, so that the widest qualifier hangs before them."""
    return max((_hang(bench, _figure(bench, datum, digits), datum) for datum in data), default=0)


def _hang(bench: Bench, number: SlideParagraph, datum: Datum) -> Length:
    """Return how far a qualifier stands out before the digits."""
    return bench.gauge.natural(number.runs[:1]) if datum.number.qualifier and datum.number.digits else 0


def _message_step(bench: Bench, themes: Sequence[Theme], height: Length, form: Form) -> Step:
    """Return the largest size at which every message fits its row."""
    width = bench.grid.columns(*form.message)[1]

    def fits(step: Step) -> bool:
        lines = (bench.letters.title(theme.message.text, step) for theme in themes)
        return all(bench.gauge.height((line,), width) <= min(height, TITLE_LINES * step.leading) for line in lines)

    return next((step for step in form.steps if fits(step)), form.steps[-1])


def _row(draft: Draft, theme: Theme, datum: Datum | None, room: Rect, rows: Rows) -> None:
    bench, main = draft.bench, draft.bench.look.theme(theme.color).main
    draft.rule("细线", Rect(room.x, room.y, room.width, HAIRLINE), bench.look.rule)
    top, foot = room.y + ROW_AIR, room.bottom - ROW_AIR
    name, link = bench.letters.strong(theme.name.text, bench.ladders.kicker, main), draft.turn.starts.get(theme.id, 0)
    draft.text("主题", bench.grid.between(top, foot, *NAME), (name,), theme.name.origin, Anchor.MIDDLE)
    draft.lead(link)
    at = bench.grid.between(top, foot, *rows.form.message)
    line = headings.broken(bench.letters.title(theme.message.text, rows.step), bench.gauge, at.width)
    draft.text("要旨", at, line, theme.message.origin, Anchor.MIDDLE)
    draft.lead(link)
    if datum:
        at = bench.grid.between(top, foot, *rows.form.number)
        inside = Rect(at.x + rows.edge, at.y, at.width - rows.edge, at.height)
        _number(draft, datum, inside, (_figure(bench, datum, rows.digits, main), _label(bench, datum, rows.label)))


def _number(draft: Draft, datum: Datum, at: Rect, told: tuple[SlideParagraph, SlideParagraph]) -> None:
    """Set a number over its label, its digits at the column's edge: a qualifier hangs before it; a very wide one takes two lines."""
    gauge, (number, label) = draft.bench.gauge, told
    hang = _hang(draft.bench, number, datum)
    tall = gauge.height((number,), at.width + hang)
    top = at.y + max(0, at.height - tall - gauge.height((label,), at.width)) // 2
    place, single = Rect(at.x - hang, top, at.width + hang, tall), tall <= number.leading
    draft.text("关键数字", place, (number,), datum.valued_at, wrap=not single)
    heroes.refuse_wide(draft, datum, number, at.width + hang)
    below = Rect(at.x, top + tall, at.width, max(0, at.bottom - top - tall))
    draft.text("数字说明", below, (label,), datum.named_at)
