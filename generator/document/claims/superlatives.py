"""Superlatives beside a name of a chart: 东部最多 must be the largest of what is drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.model import Words
from generator.diagnostics import said
from generator.document.claims.case import lines
from generator.document.claims.series import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.model import Chart, Report, Section, Theme
    from generator.document.references import Catalogue, Reading

MOST, LEAST = "最多|最高|最大|居首|领先|排第一|位居第一|位列第一", "最少|最低|最小|垫底"
_SHORT = 6
"""Characters between a name and what is said of it."""


def check(report: Report, catalogue: Catalogue) -> None:
    """Tell the superlatives of charts' messages that their values belie."""
    parts: tuple[Theme | Section, ...] = (*report.themes, *report.parts)
    for chart in (chart for part in parts for chart in part.charts):
        drawn = dict(_drawn(chart, catalogue))
        values = list(drawn.values())
        if len(values) > 1 and all(alike(values[0].number, one.number) for one in values):
            _tell(chart, drawn, catalogue)


def _drawn(chart: Chart, catalogue: Catalogue) -> Iterator[tuple[str, Reading]]:
    """Yield the values of a chart, each with the name under which it is drawn."""
    labels = {(name.name, name.period): label for name, label in chart.labels}
    for name in chart.figures:
        reading = catalogue.meant(name.name, name.period)
        if reading:
            given = labels.get((name.name, name.period)) or labels.get((name.name, None))
            yield given or reading.label, reading


def _tell(chart: Chart, drawn: dict[str, Reading], catalogue: Catalogue) -> None:
    text = "".join(node.text if isinstance(node, Words) else "" for node in chart.message.nodes)
    for name, reading in drawn.items():
        found = re.search(f"{re.escape(name)}[^，。；、]{{0,{_SHORT}}}?(?P<said>{MOST}|{LEAST})", text) if name else None
        if not found:
            continue
        best = _best(list(drawn.values()), most=re.fullmatch(MOST, found["said"]) is not None)
        if best.number.amount_in(reading.number) != reading.number.amount:
            says = said(
                "contradicted-claim.highest", words=found["said"], figure=name, other=best.name, value=str(best.number),
                own=str(reading.number),
            )  # fmt: skip
            catalogue.sink.warn(says, chart.message.span, lines(best, reading))


def _best(values: list[Reading], *, most: bool) -> Reading:
    choose = max if most else min
    return choose(values, key=lambda one: one.number.amount_in(values[0].number) or 0)
