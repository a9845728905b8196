"""Charts as they are meant: the author's chart in; its figures, what is measured, its source line and notes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document import growths, model, restatements, unit_once, waiting
from generator.document.copydesk import CopyDesk, joined, labelled
from generator.document.register import Piece, elements
from generator.document.talks import figures_told, talk
from generator.document.timing import in_time, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.content import model as content
    from generator.document.growths import Growth
    from generator.document.model import Datum, RichText


def charts(desk: CopyDesk, written: Iterable[content.Chart], key: str) -> tuple[model.Chart, ...]:
    """Return the charts of the part whose path is `key`."""
    return tuple(_chart(desk, chart, f"{key}.charts[{index}]") for index, chart in enumerate(written))


def _chart(desk: CopyDesk, chart: content.Chart, key: str) -> model.Chart:
    chart, waits = waiting.told(desk, chart)
    mark = desk.register.mark()
    message = desk.phrase(chart.message, f"{key}.message")
    rows = zip(chart.series, elements(f"{key}.series", (one.name for one in chart.series)), strict=True)
    series = tuple(_series(desk, one, path, chart) for one, path in rows)
    data = in_time(desk.data(chart.figures, f"{key}.figures", labelled(chart)))
    data = (*data, *(datum for one in series for datum in one.data))
    _tell_unused_labels(desk, chart, data)
    whole = desk.datum(chart.whole, f"{key}.whole") if chart.whole else None
    target = desk.datum(chart.target, f"{key}.target") if chart.target else None
    unit = unit_once.unit_of(chart.kind, data, series, target)
    result = desk.number(chart.result, f"{key}.result") if chart.result else None
    growth = growths.growth(desk, chart, data, f"{key}.change") if chart.change else None
    compared = zip(chart.pairs, elements(f"{key}.pairs", (one.name for one in chart.pairs)), strict=True)
    pairs = tuple(pair for one, path in compared if (pair := _pair(desk, one, path)))
    events = _events(desk, chart, key)
    table = _table(desk, chart, f"{key}.table")
    uses = desk.register.since(mark)
    shown = (*data, *(one for pair in pairs for one in (pair.then, pair.now)), *filter(None, (whole,)))
    data, series = unit_once.without_unit(desk.register, data, series) if unit else (data, series)
    made_of = (message.text, figures_told(data), *(figures_told((pair.then, pair.now)) for pair in pairs))
    return model.Chart(
        chart.kind, message, _measure(desk, chart, f"{key}.measure", data, whole, unit), data, result, pairs, events,
        desk.citations.line(uses), _note(desk, chart, f"{key}.note", waits, shown, growth),
        talk(desk, chart.talk, key, made_of, uses, chart.span),
        desk.register.place(key, chart.span), series, whole, chart.axis, (model.Run(chart.because),) if chart.because else (),
        target, growths.stressed(desk, chart, data, series), growth.number if growth else None, table,
    )  # fmt: skip


def _series(desk: CopyDesk, series: content.Series, key: str, chart: content.Chart) -> model.Series:
    data = in_time(desk.data(series.figures, f"{key}.figures", labelled(chart)))
    name, origin = desk.words(series.name, Piece(f"{key}.name", series.span)), desk.register.place(key, series.span)
    return model.Series(name, data, origin, series.line)


def _table(desk: CopyDesk, chart: content.Chart, key: str) -> tuple[model.Series, ...]:
    """Return the values of a chart once more, each a use of its own, row by row; nothing unless its author asks for them."""
    if not chart.table:
        return ()
    if not chart.series:
        data = in_time(desk.data(chart.figures, f"{key}.figures", labelled(chart)))
        return (model.Series(desk.words(chart.measure, Piece(key, chart.span)), data, desk.register.place(key, chart.span)),)
    rows = zip(chart.series, elements(f"{key}.series", (one.name for one in chart.series)), strict=True)
    return tuple(_series(desk, one, path, chart) for one, path in rows)


def _tell_unused_labels(desk: CopyDesk, chart: content.Chart, data: tuple[Datum, ...]) -> None:
    """Warn of a label for a figure, or for a period of it, that the chart does not show."""
    shown = {(datum.figure, period) for datum in data for period in (None, *datum.when)}
    for name, _ in chart.labels:
        if data and (name.name, name.period) not in shown:
            label = f"{name.name}@{name.period}" if name.period else name.name
            known = tuple(f"{datum.figure}@{datum.when[0]}" for datum in data if datum.figure == name.name and datum.when)
            hint = said("hint.it-has", names=known) if known else said("unused-label.list")
            desk.sink.warn(said("unused-label.chart", label=label), name.span, hint)


def _pair(desk: CopyDesk, pair: content.Pair, key: str) -> model.Pair | None:
    then, now = desk.datum(pair.then, f"{key}.then"), desk.datum(pair.now, f"{key}.now")
    if then is None or now is None:
        return None
    due = pair.multiple and not waiting.is_open(desk, pair.multiple)
    multiple = desk.number(pair.multiple, f"{key}.multiple") if pair.multiple and due else None
    name, remark = desk.words(pair.name, Piece(f"{key}.name", pair.span)), desk.rich(pair.remark, f"{key}.remark")
    return model.Pair(name, then, now, multiple, remark, desk.register.place(key, pair.span), pair.theme)


def _events(desk: CopyDesk, chart: content.Chart, key: str) -> tuple[model.Event, ...]:
    """Return the events in order of time; those of one day stay as the author has them."""
    paths = list(elements(f"{key}.events", (str(event.period) for event in chart.events)))
    order = sorted(range(len(paths)), key=lambda index: chart.events[index].period.order)
    for event in chart.events:
        if _day(event) is None:
            desk.sink.error(said("undated-event.period", period=str(event.period)), event.span, said("hint.write-a-year"))
    return tuple(
        model.Event(
            desk.dated(str(event.period), Piece(paths[index], event.span)), day.year,
            desk.rich(event.text, f"{paths[index]}.text"), desk.register.place(paths[index], event.span), day.toordinal(),
        )
        for index in order if (day := _day(event := chart.events[index]))
    )  # fmt: skip


def _day(event: content.Event) -> date | None:
    return event.period.start or event.period.end


UNIT = "单位"
AXES = {"log": "对数坐标", "cut": "数轴不从零开始"}
"""What is said of an axis on which lengths are no measure."""


def _measure(
    desk: CopyDesk, chart: content.Chart, path: str, data: tuple[Datum, ...], whole: Datum | None, once: str
) -> RichText:
    """Return what is measured, in which unit and period: the author's words, what the figures have in common, and their whole.

    A unit that the chart says but `once` is said here.
    """
    named = chart.measure or _common(model.plain(datum.label) for datum in data)
    unit = once or (_unit(datum.number for datum in data if datum.number.digits) if named else "")
    piece = Piece(path, chart.span)
    when = in_words(period for datum in data for period in datum.when)
    told = () if "".join(when) in named else joined(run for part in when for run in desk.dated(part, piece))
    parts = [
        desk.words(named, piece),
        desk.accounted(f"{UNIT}：{once}" if once else unit if unit not in named else "", piece, UNIT),
        told,
        (model.Run(AXES[chart.axis]),) if chart.axis else (),
    ]
    measured = joined(model.listed(parts, " · "))
    return measured if whole is None else (*measured, model.Run(" · 合计"), whole.number.run)


def _unit(numbers: Iterable[model.Number]) -> str:
    """Return the scale and unit that all have, the first's word for it (度, 千瓦时), else nothing."""
    words = {(number.scale, *number.measures): number.scale + number.unit for number in reversed(tuple(numbers))}
    return next(iter(words.values())) if len(words) == 1 else ""


def _common(words: Iterable[str]) -> str:
    """Return the word if all are the same, else nothing."""
    different = set(words)
    return different.pop() if len(different) == 1 else ""


def _note(desk: CopyDesk, chart: content.Chart, path: str, waits: str, shown: Iterable[Datum], growth: Growth | None) -> RichText:
    """Return the author's reason, how the result and the change were computed, what was printed before, and for what the chart waits."""
    piece, reading = Piece(path, chart.span), desk.catalogue.computed.get(chart.result.name) if chart.result else None
    computed = desk.formula(reading.formula, piece) if reading else ()
    grown = desk.formula(growth.formula, Piece(f"{path}.change", chart.span)) if growth else ()
    restated = restatements.of_shown(desk, shown)
    return model.listed(
        [desk.words(chart.because, piece), computed, grown, *restated, (model.Run(waits),) if waits else ()], "；"
    )
