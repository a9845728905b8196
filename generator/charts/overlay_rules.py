"""What may lie over a chart's marks: a target that measures them, and one line over columns, on an axis of its own with a reason alone.

In: a chart's content. Out: faults; and its marks and lines as charts of their own, which keep the rules of their kinds.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.charts import honesty, series
from generator.charts.amounts import ZEROS
from generator.charts.faults import ChartError
from generator.diagnostics import said
from generator.document.copydesk import KINDS
from generator.document.model import Chart, Series, plain


def marks_of(chart: Chart) -> Chart:
    """Return a chart without the rows that are lines over its columns."""
    lines = [one for one in chart.series if one.line]
    if not lines:
        return chart
    laid = {id(datum) for one in lines for datum in one.data}
    rows = tuple(one for one in chart.series if not one.line)
    return replace(chart, series=rows, data=tuple(datum for datum in chart.data if id(datum) not in laid))


def lines_of(chart: Chart) -> Iterator[Chart]:
    """Yield the rows that are lines over columns, each as a chart of its own."""
    for one in chart.series:
        if one.line:
            yield replace(chart, kind="line", series=(), data=one.data, origin=one.origin)


def sound_target(chart: Chart) -> Iterator[ChartError]:
    """Refuse a target that is none, or that the values cannot be measured by."""
    target = chart.target
    if target is None or not chart.data:
        return
    if target.kind != KINDS["target"]:
        yield ChartError(said("no-target.kind", figure=target.figure), said("hint.kind-target"), target.origin)
        return
    both = replace(chart, data=(chart.data[0], target), series=(), origin=target.origin)
    for rule in (honesty.exact_values, honesty.one_unit, honesty.one_size, known_scales, honesty.comparable_sizes):
        yield from rule(both)


def known_scales(chart: Chart) -> Iterator[ChartError]:
    """Refuse several scales of which one is no power of ten that cells can be told in."""
    if not {datum.number.scale for datum in chart.data} <= ZEROS.keys():
        yield from honesty.one_scale(chart)


def sound_lines(chart: Chart) -> Iterator[ChartError]:
    """Refuse lines over nothing, several of them, at other names than the columns', or on an axis of their own without a reason."""
    lines = [one for one in chart.series if one.line]
    if not lines or not all(one.data for one in chart.series):
        return
    base = marks_of(chart)
    if not base.data:
        yield ChartError(said("line-over.nothing"), said("hint.choose", kind="line"), chart.origin)
    elif len(lines) > 1:
        yield ChartError(said("line-over.several", found=len(lines)), said("hint.one-line"), lines[1].origin)
    elif stray := _stray(base, chart, lines[0]):
        yield ChartError(
            said("line-over.names", name=plain(lines[0].name), missing=stray), said("hint.same-names"), lines[0].origin
        )
    elif needs_second(chart):
        if not chart.reason:
            units = (base.data[0].number.unit, lines[0].data[0].number.unit)
            yield ChartError(said("second-axis.missing", units=units), said("hint.second-axis"), lines[0].origin)
        yield from honesty.one_scale(next(lines_of(chart)))
    else:
        yield from honesty.one_size(chart)
        yield from known_scales(chart)


def _stray(base: Chart, chart: Chart, line: Series) -> tuple[str, ...]:
    """Return the names that the columns have and the line has not, or the other way round."""
    columns = {plain(name) for name in series.categories(base)}
    own = {plain(name) for name in series.called(chart)[chart.series.index(line)]}
    return tuple(sorted(columns ^ own))


def needs_second(chart: Chart) -> bool:
    """Tell whether a line is in another unit than the columns under it."""
    lines = [one for one in chart.series if one.line]
    base = marks_of(chart).data
    return bool(lines and base) and lines[0].data[0].number.measures[0] != base[0].number.measures[0]
