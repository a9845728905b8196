"""One plan for both outputs, made of a chart's content; or a refusal that names the cure.

In: a resolved chart and its inks. Out: a plan. `check` returns the refusals of a chart as diagnostics before any layout.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.charts import overlay, overlay_rules
from generator.charts.alt_text import alt_text, part_text
from generator.charts.faults import ChartError
from generator.charts.kinds.table import KINDS
from generator.charts.native import Option
from generator.charts.plan import Plan
from generator.diagnostics import Diagnostic, Span, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.charts.inks import ChartInks
    from generator.charts.kind import Kind, Rule
    from generator.document.model import Chart


def faults(chart: Chart) -> Iterator[ChartError]:
    """Yield all that speaks against a chart."""
    if kind := KINDS.get(chart.kind):
        arranged = _arranged(chart, kind)
        if chart.result is not None and not kind.result:
            yield _unused_result(chart)
        yield from _unused_options(chart, kind)
        for part, rules in _judged(arranged, kind):
            for rule in rules:
                yield from rule(part)
    else:
        yield ChartError(said("unknown-kind.chart", kind=chart.kind), said("hint.kinds", kinds=tuple(KINDS)), chart.origin)


def _unused_result(chart: Chart) -> ChartError:
    kinds = tuple(name for name, kind in KINDS.items() if kind.result)
    return ChartError(
        said("unused-result.kind", kind=chart.kind), said("hint.kinds-with-result", kinds=kinds), f"{chart.origin}.result"
    )


def _unused_options(chart: Chart, kind: Kind) -> Iterator[ChartError]:
    """Refuse what the author asks for beside the marks of a kind that has no place for it."""
    asked = {
        Option.TARGET: chart.target is not None, Option.CHANGE: chart.growth is not None, Option.TABLE: bool(chart.table),
        Option.LINES: any(one.line for one in chart.series),
    }  # fmt: skip
    for option, wanted in asked.items():
        if wanted and option not in kind.options:
            kinds = tuple(name for name, one in KINDS.items() if option in one.options)
            says = said("unused-option.kind", kind=chart.kind, option=option.value)
            yield ChartError(says, said("hint.kinds-with-option", kinds=kinds, option=option.value), chart.origin)


def _judged(chart: Chart, kind: Kind) -> Iterator[tuple[Chart, tuple[Rule, ...]]]:
    """Yield the parts of a chart with the rules of each: its marks by their kind's, lines over them by those of lines."""
    yield overlay_rules.marks_of(chart), kind.rules
    if Option.TARGET in kind.options:
        yield chart, (overlay_rules.sound_target,)
    if Option.LINES in kind.options:
        yield chart, (overlay_rules.sound_lines,)
        for part in overlay_rules.lines_of(chart):
            yield part, KINDS[part.kind].rules


def _arranged(chart: Chart, kind: Kind) -> Chart:
    return kind.arrange(chart) if kind.arrange else chart


def check(chart: Chart, places: Mapping[str, Span]) -> tuple[Diagnostic, ...]:
    """Return all that speaks against a chart, each at its line of the content: errors, and warnings that a reason would silence."""
    return tuple(fault.told(places, chart.origin) for fault in faults(chart))


def plan(chart: Chart, inks: ChartInks) -> Plan:
    """Return the plan of a chart in its inks; raises ChartError with the first of its faults that forbids it."""
    for fault in faults(chart):
        if not fault.warning:
            raise fault
    kind = KINDS[chart.kind]
    chart = _arranged(chart, kind)
    alt = alt_text(chart, kind.name, kind.describe(chart))
    if kind.native is None:
        return Plan(chart, None, inks, alt)
    made = kind.native.fill(Plan(overlay_rules.marks_of(chart), kind.native.form, inks, alt))
    return overlay.overlaid(replace(made, chart=chart))


def alternative(chart: Chart, *, first: bool) -> str:
    """Return the text alternative of a part of a chart that is drawn in parts, on several pages; the first part has the message."""
    kind = KINDS[chart.kind]
    told = kind.describe(_arranged(chart, kind))
    return alt_text(chart, kind.name, told) if first else part_text(kind.name, told)
