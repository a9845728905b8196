"""The kinds of charts by the word that an author writes: a new kind is one file and one row."""

from generator.charts.kinds import (
    bar,
    before_after,
    cards,
    change,
    column,
    coverage,
    dot,
    doughnut,
    line,
    panels,
    pie,
    share,
    stacked,
    then_and_now,
    timeline,
)

KINDS = {
    "bar": bar.KIND,
    "column": column.KIND,
    "stacked": stacked.KIND,
    "line": line.KIND,
    "dot": dot.KIND,
    "pie": pie.KIND,
    "doughnut": doughnut.KIND,
    "share": share.KIND,
    "panels": panels.KIND,
    "cards": cards.KIND,
    "coverage": coverage.KIND,
    "before-after": before_after.KIND,
    "then-and-now": then_and_now.KIND,
    "change": change.KIND,
    "timeline": timeline.KIND,
}
