"""The kinds of charts by the word that an author writes: a new kind is one file and one row."""

from __future__ import annotations

from generator.charts import bars, lines, pies, stacked
from generator.charts.shapes import before_after, cards, change, coverage, panels, share, then_and_now, timeline

KINDS = {
    "bar": bars.BAR,
    "column": bars.COLUMN,
    "stacked": stacked.KIND,
    "line": lines.LINE,
    "dot": lines.DOT,
    "pie": pies.PIE,
    "doughnut": pies.DOUGHNUT,
    "share": share.KIND,
    "panels": panels.KIND,
    "cards": cards.KIND,
    "coverage": coverage.KIND,
    "before-after": before_after.KIND,
    "then-and-now": then_and_now.KIND,
    "change": change.KIND,
    "timeline": timeline.KIND,
}
