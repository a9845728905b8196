"""A chart's slide: message, measure, the chart large, note and source at the foot.

It is native where the plan says so; pairs are a native table, all others a group of native shapes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.charts.data_table import table_of
from generator.charts.faults import ChartError
from generator.charts.inks import chart_inks
from generator.charts.kinds.table import KINDS
from generator.charts.look import slide_look
from generator.charts.picture import picture, stand
from generator.charts.plan import Plan
from generator.charts.planner import plan
from generator.diagnostics import said
from generator.document.model import Chart, Pair, Phrase, Run, plain
from generator.layout.deck import pairs, words
from generator.layout.deck.bench import TRIAL, Bench, Part, Turn
from generator.layout.deck.draft import Draft
from generator.layout.deck.notes import Spare, cite, notes
from generator.layout.deck.slide import ChartBox, DrawingBox, Slide
from generator.layout.deck.table import TIGHT, Column, Laid, Row, Table, laid, put
from generator.typeset.model import Style
from generator.typeset.unicode_classes import COMBINING, WORD_RANGES
from generator.units import Rect, Size, pt

TABLE_ALT, TABLE_GAP = "数据表", pt(14)
"""What a table under a chart is called where it is not seen, and what parts both."""

if TYPE_CHECKING:
    from generator.fonts.face import Face

BREAKS = frozenset("\n\v")
WESTERN = re.compile(f"[{WORD_RANGES}{COMBINING}]*")
"""Letters of words, which a native chart may have from another face than its Han; a sign, a rare Han character it may not."""
MOST_TABLE = 0.5
"""The part of a chart's room that its table may take."""

CONTRASTS = frozenset({"before-after", "then-and-now"})
"""Kinds of charts that set two states side by side."""


def chart(bench: Bench, turn: Turn, title: Phrase, shown: Chart, part: Part) -> Slide:
    """Return the slide of one chart; a chart that cannot be drawn is a fault at its line."""
    draft = Draft(bench, turn, part, shown.origin, words.CONTRAST if shown.kind in CONTRASTS else words.CHART)
    room = _frame(draft, title, shown)
    try:
        _draw(draft, plan(shown, chart_inks(part.inks)), room)
    except ChartError as fault:
        told = fault.told(bench.report.places, shown.origin)
        on_slide = said("does-not-fit.on-slide", what=told.says, number=turn.number)
        draft.faults.append(replace(told, says=on_slide) if fault.for_want_of_room else told)
    return draft.finish(notes(shown.talk, Spare((title.text, shown.measure), cite(shown.data))))


def parts(bench: Bench, shown: Chart, part: Part) -> tuple[tuple[Phrase, Chart], ...]:
    """Return a chart's slides by title: one of many pairs that a slide cannot hold in legible sizes is parted over several.

    The first has the author's message; each picture is told by the names of its pairs, for the message may be of one only.
    """
    if _fits(bench, shown, part):
        return ((shown.message, shown),)
    for count in range(2, len(shown.pairs)):
        each = -(-len(shown.pairs) // count)
        made = [_piece(shown, shown.pairs[start : start + each]) for start in range(0, len(shown.pairs), each)]
        if all(_fits(bench, piece, part) for piece in made):
            return ((shown.message, made[0]), *((piece.message, piece) for piece in made[1:]))
    return ((shown.message, shown),)


def _piece(shown: Chart, pairs: tuple[Pair, ...]) -> Chart:
    names = tuple(run for pair in pairs for run in (Run("、"), *pair.name))[1:]
    return replace(shown, pairs=pairs, message=Phrase((*names, Run(words.THEN_AND_NOW)), shown.message.origin))


def _fits(bench: Bench, shown: Chart, part: Part) -> bool:
    """Tell whether a chart of pairs fits under a title, a measure and over a source of the lines that they take."""
    if not shown.pairs:
        return True
    trial = Draft(bench, TRIAL, part, shown.origin)
    return pairs.fits(trial, shown, _frame(trial, shown.message, shown))


def _frame(draft: Draft, title: Phrase, shown: Chart) -> Rect:
    """Set what stands round a chart, and return the room for it."""
    draft.title(title.text, title.origin)
    draft.subtitle(shown.measure, shown.origin)
    return draft.bench.grid.between(draft.top, draft.source(shown.source, shown.note, shown.origin))


def _tabled(draft: Draft, made: Plan, room: Rect) -> Rect:
    """Set the values of a chart as a table at the foot of its room, where their author wants one, and return what is left.

    One so high that the chart would have no room is left out: each value stands in the chart, in its workbook and in the report.
    """
    if not made.chart.table:
        return room
    bench = draft.bench
    tries = [_laid(draft, made, room, upright=upright) for upright in (False, True)]
    found = next((one for one in tries if not one.cramped(words=False)), tries[0])
    high = sum(found.heights(bench))
    if high > MOST_TABLE * room.height:
        return room
    put(draft, found, Rect(room.x, room.bottom - high, room.width, high), f"{TABLE_ALT}：{plain(made.chart.message.text)}")
    return Rect(room.x, room.y, room.width, max(room.height - high - TABLE_GAP, 1))


def _lacked(made: Plan, face: Face) -> str:
    """Return what a face lacks of what a chart says."""
    numbers = (str(point.number) for point in made.points)
    texts = (*(plain(name) for name in made.categories), *(plain(row.name) for row in made.rows), *numbers)
    return "".join(char for text in texts for char in text if char not in BREAKS and not face.covers(char))


def _laid(draft: Draft, made: Plan, room: Rect, *, upright: bool) -> Laid:
    table = table_of(made.chart, KINDS[made.chart.kind], upright=upright)
    assert table is not None, "a chart whose author wants a table"
    columns = tuple(Column(plain(head), 0, number=bool(at), snug=int(bool(at)), quiet=True) for at, head in enumerate(table.head))
    rows = tuple(Row(row, table.origin) for row in table.rows)
    return laid(Table(columns, rows, draft.bench.ladders.tight_table, draft.part.inks, TIGHT), draft.bench, room.width)


def _draw(draft: Draft, made: Plan, room: Rect) -> None:
    if made.chart.pairs:
        pairs.put(draft, made.chart, room, made.alt)
        return
    bench, look = draft.bench, slide_look(made.inks, draft.bench.scale)
    room = _tabled(draft, made, room)
    lacked = _lacked(made, bench.gauge.library.face(bench.look.faces.strong))
    native = made.native and WESTERN.fullmatch(lacked)
    placed = stand(made, Size(room.width, room.height), look, bench.gauge.library) if native else None
    if placed:
        size, own = placed.look.label, bench.look
        label, axis = Style(own.faces.strong, size, own.ink), Style(own.faces.words, size, own.grey)
        draft.put(
            ChartBox(
                "图表",
                room,
                placed.plan,
                label,
                axis,
                made.alt,
                made.chart.origin,
                placed.plot,
                placed.shifts,
                "chart",
                bool(lacked),
            )
        )
        return
    drawing = picture(made, Size(room.width, room.height), look, bench.gauge.library)
    draft.put(DrawingBox("图示", room, drawing, made.alt, made.chart.origin))
