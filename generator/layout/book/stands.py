"""No number stands three times on a page: which figures text, story and charts of a theme tell so often that no margin repeats them.

A message and what stands under it are one stand: the account says what its title claims, the picture shows it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.document.ledger import Use
    from generator.document.model import Chart, Datum, ResolvedReport, RichText, Theme

MOST = 2
"""So often a number may stand on a page."""


def told_enough(report: ResolvedReport, theme: Theme) -> frozenset[str]:
    """Return the values (the paths of their places in the list of figures) that margins and ribbons of a theme leave out.

    Those are the values that a chart shows, and those that text and story both tell.
    """
    uses = {use.id: use for use in report.ledger.uses}
    stands: Counter[tuple[str, str]] = Counter()
    for told in _parts(theme, uses):
        stands.update(told)
    shown = {value for chart in theme.charts for value in _charted(chart, uses)}
    return frozenset(datum.origin for datum in theme.figures if (value := _value(datum, uses)) in shown or stands[value] >= MOST)


def _parts(theme: Theme, uses: Mapping[str, Use]) -> Iterator[set[tuple[str, str]]]:
    """Yield what each part of the theme's pages tells: its text, its statement and its story."""
    yield _said((part.text for part in theme.text), uses)
    if theme.statement:
        yield _said((theme.statement.text.text,), uses)
    if theme.story:
        yield _said((theme.story.message.text, *(part.text for part in theme.story.text)), uses)


def _said(texts: Iterable[RichText], uses: Mapping[str, Use]) -> set[tuple[str, str]]:
    found = (uses.get(run.use) for text in texts for run in text)
    return {(use.figure, use.period) for use in found if use and use.figure}


def _charted(chart: Chart, uses: Mapping[str, Use]) -> set[tuple[str, str]]:
    pairs = (datum for pair in chart.pairs for datum in (pair.then, pair.now))
    return {_value(datum, uses) for datum in (*chart.data, *pairs)}


def _value(datum: Datum, uses: Mapping[str, Use]) -> tuple[str, str]:
    use = uses[datum.number.use]
    return use.figure, use.period
