"""How a document writes its numbers: one way of grouping thousands (T51), ranges with scale and % on both ends and one mark (T52).

A report in; a warning for each way of writing that fewer of its values have, and for each range that says its scale once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.content.figures.forms import NUMBER, Form
from generator.diagnostics import Diagnostic, Severity, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.content.figures.quantity import Quantity
    from generator.content.model import Report, Value

_ENDS = re.compile(f"(?P<low>{NUMBER})(?P<mark>[—～至])(?P<high>{NUMBER})")
_LONG = re.compile(r"[0-9]{4,}|[0-9],[0-9]")
"""Digits that may be grouped."""
SHARED = ("%", "‰")
"""Units that both ends of a range say, as they say 万 and 亿."""


def values(report: Report) -> Iterator[Diagnostic]:
    """Yield what there is to tell of how a report's values are written."""
    written = [value for figure in report.figures for value in figure.values]
    yield from (told for value in written if (told := _one_sided(value)))
    yield from _unlike(written, _grouping, "style.grouping", "T51")
    yield from _unlike(written, _mark, "style.range-mark", "T52")


def _one_sided(value: Value) -> Diagnostic | None:
    quantity = value.quantity
    found = _ENDS.fullmatch(quantity.digits) if quantity.form is Form.RANGE else None
    shared = quantity.scale or (quantity.unit if quantity.unit in SHARED else "")
    if not found or not shared:
        return None
    cure = f"{quantity.qualifier}{found['low']}{shared}{found['mark']}{found['high']}{quantity.tail}"
    says = said("style.range-end", around=str(quantity), rule="T52")
    return Diagnostic(Severity.WARNING, says, value.span, hints=(said("hint.write", cure=cure),))


def _grouping(quantity: Quantity) -> str:
    """Return a sample of how a number of four digits and more is grouped, "" of a shorter one."""
    found = _LONG.search(quantity.digits)
    return "" if not found else "1,000" if "," in found[0] else "1000"


def _mark(quantity: Quantity) -> str:
    """Return the mark of a range, "" of what is none."""
    found = re.search("[—～至]", quantity.text) if quantity.form is Form.RANGE else None
    return found[0] if found else ""


def _unlike(written: list[Value], way: Callable[[Quantity], str], key: str, rule: str) -> Iterator[Diagnostic]:
    """Yield a warning for each way of writing that is not the document's, that is of most of its values."""
    ways: dict[str, list[Value]] = defaultdict(list)
    for value in written:
        ways[way(value.quantity)].append(value)
    ways.pop("", None)
    usual = max(ways, key=lambda one: len(ways[one]), default="")
    for own, held in ways.items():
        if own != usual:
            says = said(key, value=str(held[0].quantity), usual=usual, rule=rule)
            lines = said("hint.values-on-lines", lines=tuple(dict.fromkeys(one.span.line for one in held)))
            yield Diagnostic(Severity.WARNING, says, held[0].span, hints=(lines,))
