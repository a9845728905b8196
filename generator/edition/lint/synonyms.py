"""T56: one quantity, one unit in one document. A report in; a warning for each figure whose unit another names otherwise (度, 千瓦时)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from generator.content.model import Figure, Report


def synonyms(report: Report) -> Iterator[Diagnostic]:
    """Yield a warning for the first figure of each further word for one unit; a discrepancy about both has decided it."""
    first: dict[tuple[str, Fraction], dict[str, Figure]] = {}
    for figure in report.figures:
        for value in figure.values:
            measure, unit = value.quantity.measure, value.quantity.unit
            if not measure.dimension or not unit:
                continue
            words = first.setdefault((measure.dimension, measure.factor), {})
            other = next((one for word, one in words.items() if word != unit), None)
            if unit not in words and other and not _decided(report, figure, other):
                says = said("style.two-units", figure=figure.id, unit=unit, other=other.id, rule="T56")
                yield Diagnostic(Severity.WARNING, says, value.span, hints=(said("style-cure.two-units"),))
            words.setdefault(unit, figure)


def _decided(report: Report, one: Figure, other: Figure) -> bool:
    return any({one.id, other.id} <= {name.name for name in disputed.about} for disputed in report.discrepancies)
