"""The kinds of charts by the word that an author writes: a new kind is one file and one row."""

from __future__ import annotations

from generator.charts import bars
from generator.charts.shapes import before_after, cards, change, coverage, then_and_now, timeline

KINDS = {
    "bar": bars.BAR,
    "column": bars.COLUMN,
    "cards": cards.KIND,
    "coverage": coverage.KIND,
    "before-after": before_after.KIND,
    "then-and-now": then_and_now.KIND,
    "change": change.KIND,
    "timeline": timeline.KIND,
}
