"""A timeline: events on a line at their true distances in time, their labels moved apart until none meets another.

Events of different years are as far apart as these, several of one year as their days; events that all begin on one day have no
distances, and stand in even steps.

In: a chart's events. Out: on a wide picture a level line with labels over and under it by turns; on a narrow one an upright line with
labels to its right. A thin leader ties each label to its moment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.charts.faults import ChartError, too_narrow
from generator.charts.kind import Drawn, Kind
from generator.charts.lettering import SLACK, Easel, Named
from generator.charts.plan import Plan
from generator.charts.shapes.marks import line, post, rule
from generator.charts.shapes.spread import spread
from generator.diagnostics import said
from generator.document.model import Chart, Event, RichText, plain
from generator.drawing import Disc, Item
from generator.units import Length, Point, Rect

LEAST_MEASURE, MOST_MEASURE, MEASURE_STEP = 7.0, 13.0, 0.25
"""A label over or under a level line is at least and at most so wide, in label sizes; when narrower, the line stands upright."""

DOT, LEADER, PERIOD_GAP, LABEL_GAP, COLUMN_GAP, TEXT_GAP = 0.62, 1.5, 0.3, 1.1, 1.1, 0.5
"""In label sizes: a moment's diameter, line to label, period to text, and between labels (down, across, leader and text)."""

STRAIGHT, MOST_SLANT = 0.75, 4.0
"""How far a label may start after its moment, in label sizes: the first looks straight, past the second the line stands upright."""

UPRIGHT_LEADER = 2.4
"""From an upright line to its labels, in label sizes."""

MORE_LEADER = 3.0
"""By so much, in label sizes, the leaders of a level line grow where there is height to spare."""

AIRY = 1.35
"""An upright line looks best this much longer than its labels need."""


def has_events(chart: Chart) -> Iterator[ChartError]:
    """Refuse a chart without events."""
    if not chart.events:
        yield ChartError(said("bad-chart.no-events"), said("hint.name-events"), chart.origin)


def in_order(chart: Chart) -> Iterator[ChartError]:
    """Refuse events out of the order of time."""
    for event, after in zip(chart.events, chart.events[1:], strict=False):
        if after.year < event.year:
            says, hint = said("bad-chart.order", period=plain(after.period)), said("hint.move-before", period=plain(event.period))
            yield ChartError(says, hint, after.origin)


def describe(chart: Chart) -> tuple[str, ...]:
    """Return every event."""
    return tuple(f"{plain(event.period)}，{plain(event.text)}" for event in chart.events)


def _measure(chart: Chart, easel: Easel) -> Length | None:
    """Return the width of a label of a level line, the widest at which leaders are straight, or None where none is wide enough."""
    side, label = (len(chart.events) + 1) // 2, easel.look.label
    room = (easel.size.width - (side - 1) * easel.em(COLUMN_GAP)) // side
    widest = min(room, easel.em(MOST_MEASURE))
    tries = range(widest, easel.em(LEAST_MEASURE) - 1, -easel.em(MEASURE_STEP))
    late = {measure: _latest(chart, measure, easel) for measure in tries}
    return next((measure for most in (STRAIGHT, MOST_SLANT) for measure in tries if late[measure] <= most * label), None)


def _latest(chart: Chart, measure: Length, easel: Easel) -> Length:
    """Return how far the farthest of the labels starts after its moment."""
    return max(start - wish for side in _places(chart, measure, easel) for start, wish in side)


def _places(chart: Chart, measure: Length, easel: Easel) -> tuple[list[tuple[Length, Length]], ...]:
    """Return, over and under a level line, where each label starts and where it would like to."""
    radius, gap = round(DOT * easel.look.label / 2), easel.em(COLUMN_GAP)
    moments = _moments(chart.events, radius, max(easel.size.width - measure, radius))
    sides = []
    for side in (0, 1):
        wishes = [moment - radius for moment in moments[side::2]]
        sides.append(list(zip(_starts(wishes, measure, gap), wishes, strict=True)))
    return tuple(sides)


def _starts(wishes: Sequence[Length], measure: Length, gap: Length) -> list[Length]:
    """Return where labels start: at their moments, before them where the next label needs it, after them only at the left edge."""
    starts = list(wishes)
    for index in range(len(starts) - 2, -1, -1):
        starts[index] = min(starts[index], starts[index + 1] - measure - gap)
    free = 0
    for index, start in enumerate(starts):
        starts[index] = max(start, free)
        free = starts[index] + measure + gap
    return starts


def _label(event: Event, measures: tuple[Length, Length], easel: Easel) -> Named:
    """Return an event's period and, under it (level line) or beside it (upright line), what happened, each set to its measure."""
    period = easel.words(event.period, easel.look.strong(), measures[0], origin=event.origin)
    text = easel.words(_told(event), easel.look.name(), measures[1], origin=event.origin)
    return Named(period, text, easel.em(PERIOD_GAP))


def _told(event: Event) -> RichText:
    """Return what happened, its numbers in bold."""
    return tuple(replace(run, emphasis=run.emphasis or bool(run.use)) for run in event.text)


def _moments(events: Sequence[Event], start: Length, end: Length) -> list[Length]:
    """Return where each event lies between start and end."""
    times = _times(events)
    span = max(times[-1] - times[0], 1)
    return [start + round((end - start) * (time - times[0]) / span) for time in times]


def _times(events: Sequence[Event]) -> Sequence[int]:
    years, days = [event.year for event in events], [event.day for event in events]
    times = years if len(set(years)) == len(years) else days
    return times if len(set(times)) > 1 else range(len(events))


def _height(plan: Plan, easel: Easel) -> Length:
    measure = _measure(plan.chart, easel)
    return _upright_height(plan.chart, easel) if measure is None else _level_height(_level(plan.chart, measure, easel)[0], easel)


def _natural(plan: Plan, easel: Easel) -> Length:
    level = _measure(plan.chart, easel) is not None
    return round(_height(plan, easel) * (1 if level or len(plan.chart.events) == 1 else AIRY))


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    measure = _measure(plan.chart, easel)
    return _draw_upright(plan.chart, easel) if measure is None else _draw_level(plan.chart, measure, easel)


def _disc(x: Length, y: Length, easel: Easel) -> Disc:
    size = easel.em(DOT)
    return Disc(Rect(x - size // 2, y - size // 2, size, size), fill=easel.look.inks.main)


# A level line


def _level(chart: Chart, measure: Length, easel: Easel) -> tuple[list[Named], list[list[tuple[Length, Length]]]]:
    """Return the labels, and over and under the line where each starts and where it would like to."""
    sides: list[list[tuple[Length, Length]]] = []
    labels: dict[int, Named] = {}
    for side, places in enumerate(_places(chart, measure, easel)):
        events = chart.events[side::2]
        roomy = _roomy(events, places, measure, easel)
        labels |= {id(event): _label(event, (width, width), easel) for event, (_, width) in zip(events, roomy, strict=True)}
        sides.append([(start, wish) for (start, _), (_, wish) in zip(roomy, places, strict=True)])
    return [labels[id(event)] for event in chart.events], sides


def _roomy(
    events: Sequence[Event], places: Sequence[tuple[Length, Length]], measure: Length, easel: Easel
) -> list[tuple[Length, Length]]:
    """Return where the labels of a side start and how wide they may be: up to the next, and from before where that saves a line."""
    gap, most = easel.em(COLUMN_GAP), easel.em(MOST_MEASURE)
    made: list[tuple[Length, Length]] = []
    end = easel.size.width
    for index in range(len(events) - 1, -1, -1):
        start = places[index][0]
        floor = places[index - 1][0] + measure + gap if index else 0
        line = easel.words(_told(events[index]), easel.look.name(), most)
        earlier = end - round(line.width * SLACK)
        if len(line.composed.lines) == 1 and floor <= earlier < start:
            start = earlier
        made.append((start, min(most, end - start)))
        end = start - gap
    return made[::-1]


def _sides(labels: Sequence[Named]) -> tuple[Length, Length]:
    """Return the heights of the highest labels over and under the line."""
    over, under = labels[::2], labels[1::2]
    return max(label.height for label in over), max((label.height for label in under), default=0)


def _level_height(labels: Sequence[Named], easel: Easel) -> Length:
    over, under = _sides(labels)
    leader = easel.em(LEADER)
    return over + leader + easel.look.stroke + ((leader + under) if under else easel.em(DOT))


def _draw_level(chart: Chart, measure: Length, easel: Easel) -> tuple[Item, ...]:
    look, (labels, places) = easel.look, _level(chart, measure, easel)
    over, _ = _sides(labels)
    spare = easel.size.height - _level_height(labels, easel)
    leader = easel.em(LEADER) + min(spare // 2, easel.em(MORE_LEADER))
    y = round((spare - 2 * (leader - easel.em(LEADER))) * look.above) + over + leader + look.stroke // 2
    radius = round(DOT * look.label / 2)
    items: list[Item] = [rule(0, y - look.stroke // 2, easel.size.width, look.stroke, look.inks.rule)]
    for side, way in ((0, -1), (1, 1)):
        items += _level_side(labels[side::2], places[side], (y, way * leader), easel)
    moments = dict.fromkeys(wish + radius for side in places for _, wish in side)
    items += [_disc(moment, y, easel) for moment in moments]
    return tuple(items)


def _level_side(
    labels: Sequence[Named], places: Sequence[tuple[Length, Length]], level: tuple[Length, Length], easel: Easel
) -> list[Item]:
    """Return labels and leaders of one side of the line; `level` is the line's y and how far its labels are down from it."""
    look, (y, leader) = easel.look, level
    radius, gap = round(DOT * look.label / 2), easel.em(PERIOD_GAP)
    items: list[Item] = []
    for label, (x, wish) in zip(labels, places, strict=True):
        edge = y + leader
        top = edge - label.height if leader < 0 else edge
        end = edge + (gap if leader < 0 else -gap)
        foot = min(max(wish, x), max(x, x + label.width - 2 * radius)) + radius
        items.append(line((Point(wish + radius, y), Point(foot, end)), look.hairline, look.inks.grey))
        items.append(label.name.at(x, top))
        items.append(label.value.at(x, top + label.name.height + gap))
    return items


# An upright line


def _upright(chart: Chart, easel: Easel) -> tuple[list[Named], Length, Length]:
    """Return the labels, the left edge of the periods and that of the texts."""
    look = easel.look
    left = easel.em(UPRIGHT_LEADER)
    widest = max(easel.words(event.period, look.strong(), easel.size.width - left).width for event in chart.events)
    text = left + widest + easel.em(TEXT_GAP * 2)
    measure = easel.size.width - text
    if measure < LEAST_MEASURE * look.label:
        raise too_narrow(chart.origin, said("does-not-fit.timeline"))
    return [_label(event, (round(widest * 1.02), measure), easel) for event in chart.events], left, text


def _abreast(label: Named) -> Length:
    """Return the height of a label with the text beside the period."""
    return max(label.name.height, label.value.height)


def _upright_height(chart: Chart, easel: Easel) -> Length:
    labels, _, _ = _upright(chart, easel)
    return sum(map(_abreast, labels)) + (len(labels) - 1) * easel.em(LABEL_GAP)


def _draw_upright(chart: Chart, easel: Easel) -> tuple[Item, ...]:
    look, (labels, left, text) = easel.look, _upright(chart, easel)
    gap, radius = easel.em(LABEL_GAP), round(DOT * look.label / 2)
    height = min(easel.size.height, round(_upright_height(chart, easel) * AIRY))
    top = round((easel.size.height - height) * look.above)
    middle = easel.em(0.38)
    first = labels[0].name.ascent - middle
    last = height - _abreast(labels[-1]) + labels[-1].name.ascent - middle
    moments = _moments(chart.events, first, last)
    wanted = [moment - label.name.ascent + middle for moment, label in zip(moments, labels, strict=True)]
    tops = spread(wanted, [_abreast(label) + gap for label in labels], height + gap)
    items: list[Item] = [post(radius, top, height, look.stroke, look.inks.rule)]
    for label, moment, y in zip(labels, moments, tops, strict=True):
        baseline = top + y + label.name.ascent
        level = baseline - middle
        bend = left - easel.em(1.2)
        points = (Point(radius, top + moment), Point(bend, level), Point(left - easel.em(TEXT_GAP), level))
        items += [line(points, look.hairline, look.inks.grey), label.name.on(left, baseline), label.value.on(text, baseline)]
    items += [_disc(radius, top + moment, easel) for moment in dict.fromkeys(moments)]
    return tuple(items)


KIND = Kind("时间线", (has_events, in_order), Drawn(_height, _natural, _draw), describe=describe, wide=True, stretch=1.3)
