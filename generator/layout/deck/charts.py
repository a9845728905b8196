"""A chart's slide: message, measure, the chart large, note and source at the foot; native where the plan says so, else shapes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.charts.faults import ChartError
from generator.charts.inks import chart_inks
from generator.charts.look import slide_look
from generator.charts.picture import picture, stand
from generator.charts.planner import plan
from generator.design import slide_grid as grid
from generator.design.palette import GREY, INK
from generator.design.type_scale import DECK
from generator.diagnostics import Sink, said
from generator.document.model import Phrase, Run
from generator.layout.deck import styles, words
from generator.layout.deck.notes import Spare, cite, notes
from generator.layout.deck.sheet import Sheet
from generator.layout.deck.slide import ChartBox, DrawingBox, TextStyle
from generator.units import Size

DOES_NOT_FIT = "does-not-fit"
"""The code of a refusal for want of room (`charts.picture`)."""
if TYPE_CHECKING:
    from generator.charts.plan import Plan
    from generator.document.model import Chart, Pair
    from generator.layout.deck.sheet import Desk, Livery
    from generator.layout.deck.slide import Slide
    from generator.units import Rect


def chart(desk: Desk, number: int, title: Phrase, shown: Chart, livery: Livery) -> Slide:
    """Return the slide of one chart; a chart that cannot be drawn is an error at its line."""
    sheet = Sheet(desk, number, livery, shown.origin)
    room = _frame(sheet, title, shown)
    try:
        _draw(sheet, plan(shown, chart_inks(livery.inks)), room)
    except ChartError as fault:
        told = fault.told(desk.report.places, shown.origin)
        on_slide = said("does-not-fit.on-slide", what=told.says, number=number)
        desk.sink.found.append(replace(told, says=on_slide) if fault.code == DOES_NOT_FIT else told)
    return sheet.finish(notes(shown.talk, Spare((title.text, shown.measure), cite(shown.data))))


def parts(desk: Desk, shown: Chart, livery: Livery) -> tuple[tuple[Phrase, Chart], ...]:
    """Return a chart's slides by title: one of many pairs that a slide cannot hold in legible sizes is parted over several.

    The first has the author's message; each picture is told by the names of its pairs, for the message may be of one only.
    """
    if _fits(desk, shown, livery):
        return ((shown.message, shown),)
    for count in range(2, len(shown.pairs)):
        each = -(-len(shown.pairs) // count)
        made = [_part(shown, shown.pairs[start : start + each]) for start in range(0, len(shown.pairs), each)]
        if all(_fits(desk, part, livery) for part in made):
            return ((shown.message, made[0]), *((part.message, part) for part in made[1:]))
    return ((shown.message, shown),)


def _part(shown: Chart, pairs: tuple[Pair, ...]) -> Chart:
    names = tuple(run for pair in pairs for run in (Run("、"), *pair.name))[1:]
    return replace(shown, pairs=pairs, message=Phrase((*names, Run(words.THEN_AND_NOW)), shown.message.origin))


def _fits(desk: Desk, shown: Chart, livery: Livery) -> bool:
    """Tell whether a chart of pairs fits under a title, a measure and over a source of the lines that they take."""
    if not shown.pairs:
        return True
    trial = Sheet(replace(desk, sink=Sink(), titles=set()), 0, livery, shown.origin)
    room = _frame(trial, shown.message, shown)
    try:
        made = plan(shown, chart_inks(livery.inks))
        picture(made, Size(room.width, room.height), slide_look(made.inks, DECK), desk.gauge.library)
    except ChartError as fault:
        return fault.code != DOES_NOT_FIT
    return True


def _frame(sheet: Sheet, title: Phrase, shown: Chart) -> Rect:
    """Set what stands round a chart, and return the room for it."""
    sheet.title(title.text, title.origin)
    sheet.subtitle(shown.measure, shown.origin)
    return grid.between(sheet.top, sheet.source(shown.source, shown.note, shown.origin))


def _draw(sheet: Sheet, made: Plan, room: Rect) -> None:
    look = slide_look(made.inks, DECK)
    if made.native:
        placed = stand(made, Size(room.width, room.height), look, sheet.desk.gauge.library)
        size = placed.look.label
        label, axis = TextStyle(styles.BOLD, size, INK), TextStyle(styles.REGULAR, size, GREY)
        sheet.put(ChartBox("图表", room, made, label, axis, made.alt, made.chart.origin, placed.plot, placed.shifts))
        return
    drawing = picture(made, Size(room.width, room.height), look, sheet.desk.gauge.library)
    sheet.put(DrawingBox("图示", room, drawing, made.alt, made.chart.origin))
