"""Charts of a draft whose values have not all come: they stand as cards, 待更新 in its place, and say that they wait.

In: the author's chart. Out: the chart as far as a draft can show it, and the words under it, "" where it waits for nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.content.model import Chart, FigureName
    from generator.document.copydesk import CopyDesk

TOLD = ("cards", "then-and-now", "timeline")
"""The kinds that tell values and plot none."""
MOST_CARDS = 8
"""So many values stand as cards; of more only those that are still to come."""
WAITS = "草稿：有数待更新，先列数字，数齐后画图"


_PLAIN: dict[str, Any] = {
    "result": None, "series": (), "whole": None, "target": None, "emphasis": (), "change": False, "table": False, "axis": ""
}  # fmt: skip
"""What cards do not have."""


def told(desk: CopyDesk, chart: Chart) -> tuple[Chart, str]:
    """Return a chart without what is still to come, and what is said of that."""
    plotted = (
        *chart.figures,
        *(one for series in chart.series for one in series.figures),
        *filter(None, (chart.whole, chart.target)),
    )
    named = (*plotted, *filter(None, (chart.result,)))
    if chart.kind in TOLD or not any(is_open(desk, one) for one in named):
        return chart, ""
    shown = plotted if len(plotted) <= MOST_CARDS else tuple(one for one in plotted if is_open(desk, one))[:MOST_CARDS]
    shown = tuple({(one.name, one.period): one for one in shown or plotted[:MOST_CARDS]}.values())
    desk.catalogue.used.update(one.name for one in named)
    labels = tuple(label for label in chart.labels if label[0].name in {one.name for one in shown})
    return replace(chart, kind="cards", figures=shown, labels=labels, **_PLAIN), WAITS


def is_open(desk: CopyDesk, name: FigureName) -> bool:
    """Tell whether the value that a name means is still to come."""
    reading = desk.catalogue.meant(name.name, name.period)
    return reading is not None and reading.number.is_open
