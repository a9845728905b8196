"""A chart's slide: message, measure, the chart large, note and source at the foot; native where the plan says so, else shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.faults import ChartError
from generator.charts.look import slide_look
from generator.charts.picture import picture
from generator.charts.planner import plan
from generator.design import slide_grid as grid
from generator.design.palette import GREY, INK
from generator.layout.slide import ChartBox, DrawingBox, TextStyle
from generator.layout.slides import styles
from generator.layout.slides.notes import Spare, cite, notes
from generator.layout.slides.sheet import Sheet
from generator.units import Size

if TYPE_CHECKING:
    from generator.charts.plan import Plan
    from generator.document.model import Chart
    from generator.layout.slide import Slide
    from generator.layout.slides.sheet import Desk, Livery
    from generator.units import Rect


def chart(desk: Desk, number: int, shown: Chart, livery: Livery) -> Slide:
    """Return the slide of one chart; a chart that cannot be drawn is an error at its line."""
    sheet = Sheet(desk, number, livery, shown.origin)
    sheet.title(shown.message.text, shown.message.origin)
    sheet.subtitle(shown.measure, shown.origin)
    foot = sheet.source(shown.source, shown.note, shown.origin)
    try:
        _draw(sheet, plan(shown, livery.inks.main), grid.between(sheet.top, foot))
    except ChartError as fault:
        span = desk.report.places.get(fault.origin) or desk.report.places.get(shown.origin)
        desk.sink.error(fault.code, f"{fault.message} on slide {number}", span, fault.hint)
    return sheet.finish(notes(shown.talk, Spare((shown.message.text, shown.measure), cite(shown.data))))


def _draw(sheet: Sheet, made: Plan, room: Rect) -> None:
    if made.native:
        look = slide_look(sheet.livery.inks)
        label, axis = TextStyle(styles.BOLD, look.label, INK), TextStyle(styles.REGULAR, look.label, GREY)
        sheet.put(ChartBox("图表", room, made, label, axis, made.alt, made.chart.origin))
        return
    drawing = picture(made, Size(room.width, room.height), slide_look(sheet.livery.inks), sheet.desk.gauge.library)
    sheet.put(DrawingBox("图示", room, drawing, made.alt, made.chart.origin))
