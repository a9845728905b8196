"""Computes the derived figures of a report, each after those that it rests on.

Formulas in; readings in the catalogue, or diagnostics (cycle, vague operand, different units, unknown names) out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.figures import period as periods
from generator.content.figures.forms import Form
from generator.content.figures.unit_table import MEASURES
from generator.content.figures.units import HUNDRED, IN_HUNDREDTHS, Unit
from generator.diagnostics import said
from generator.document.derived import FormulaFault, Operand, compute, normal, operand, refuse
from generator.document.numbers import NOT_YET, of_result
from generator.document.references import Catalogue, Reading, of_value
from generator.document.timing import different

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from generator.content.figures.quantity import Quantity
    from generator.content.figures.units import Units
    from generator.content.model import Derived, Figure, Value
    from generator.document.model import Number


def compute_all(derived: Iterable[Derived], catalogue: Catalogue, units: Units, fiscal_year_ends: str) -> None:
    """Settle every derived figure in the catalogue; what cannot be computed stays unknown, with one diagnostic."""
    written = tuple(derived)
    catalogue.declare(written)
    office = _Office({one.id: one for one in written}, catalogue, units, fiscal_year_ends)
    for one in written:
        try:
            office.settle(one.id)
        except FormulaFault as fault:
            if fault.says:
                catalogue.sink.error(fault.says, one.span, *fault.hints)


class _NotYet(FormulaFault):
    """An operand is still to come (待更新), and so is the result."""


class _Office:
    """Settles derived figures one by one, following their operands."""

    def __init__(self, derived: dict[str, Derived], catalogue: Catalogue, units: Units, fiscal_year_ends: str) -> None:
        self._derived, self._catalogue, self._units, self._ends = derived, catalogue, units, fiscal_year_ends
        self._open: list[str] = []
        self._failed: set[str] = set()
        self._operands: list[list[Reading]] = []
        self._results: dict[str, Operand] = {}
        self._known = [*derived, *catalogue.figures]
        self._known += [f"{one.id}@{value.period}" for one in catalogue.figures.values() for value in one.values]

    def settle(self, name: str) -> Reading:
        """Return the reading of a derived figure, computing it and what it rests on if need be."""
        if name in self._catalogue.computed:
            return self._catalogue.computed[name]
        if name in self._failed:
            refuse(None)
        if name in self._open:
            circle = " → ".join([*self._open[self._open.index(name) :], name])
            refuse(said("derived-cycle.circle", name=name, circle=circle))
        return self._settled(self._derived[name])

    def _settled(self, one: Derived) -> Reading:
        self._open.append(one.id)
        self._operands.append([])
        try:
            result = compute(one.formula, self._known, self._operand)
            reading = self._reading(one, result)
            self._results[one.id] = result
        except _NotYet:
            reading = self._told(one, NOT_YET)
        except FormulaFault:
            self._failed.add(one.id)
            raise
        finally:
            self._open.pop()
            self._operands.pop()
        self._catalogue.settle(one.id, reading)
        return reading

    def _reading(self, one: Derived, result: Operand) -> Reading:
        if one.form in {"multiple", "percent"} and not result.pure:
            refuse(said(f"different-units.{one.form}", formula=one.formula, unit=str(result)), said("hint.division"))
        if result.points and one.form == "percent" and not one.unit:
            says, cure = said("different-units.points", formula=one.formula), said("hint.percent-or-points")
            self._catalogue.sink.warn(says, one.span, cure)
        value, unit = self._printed(one, result)
        return self._told(one, of_result(value, one, unit, exact=result.exact))

    def _told(self, one: Derived, number: Number) -> Reading:
        """Return the reading of a derived figure with the operands met so far."""
        operands = tuple(dict.fromkeys(self._operands[-1]))
        when = different(period for operand in operands for period in operand.when)
        label, period = one.label or one.id, "与".join(map(str, when))
        return Reading(one.id, label, one.means, "derived", "", period, "", number, None, one.formula, one.span, operands, when)

    def _printed(self, one: Derived, result: Operand) -> tuple[Fraction, Unit]:
        """Return the value and the unit that it is printed in: converted into the author's unit where both are of one dimension.

        A counter may be called by another word (个, 座); a measure may not (元, 吨). Percentages make percentages, or 百分点.
        """
        own = Unit(str(result), result.unit.dimension, result.unit.factor)
        if not one.unit:
            return result.value, own
        if one.unit.startswith(("万", "亿")):
            refuse(said("bad-formula.scale-in-unit", unit=one.unit), said("hint.unit-alone"))
        unit = self._units.get(one.unit) or Unit(one.unit, one.unit)
        if result.percent and unit.dimension in IN_HUNDREDTHS and one.form == "number":
            return result.value * HUNDRED / unit.factor, unit
        if unit.dimension == own.dimension:
            return result.value_in(Operand(result.value, unit)), unit
        if own.dimension in MEASURES and unit.dimension in MEASURES:
            refuse(said("different-units.named", formula=one.formula, own=own.word, unit=unit.word), said("hint.unit-alone"))
        return result.value, unit

    def _operand(self, text: str) -> Operand:
        name, _, period = (part.strip() for part in text.partition("@"))
        if name in self._derived and not period:
            return self._of_derived(name)
        figure = self._catalogue.figures.get(name)
        if figure is None:
            self._catalogue.miss(name, self._derived[self._open[-1]].span)
            refuse(None)
        self._catalogue.used.add(name)
        value = self._value(figure, period)
        self._operands[-1].append(of_value(figure, value))
        return _of_quantity(value.quantity, name)

    def _of_derived(self, name: str) -> Operand:
        """Return the exact result of another derived figure, before its rounding."""
        self._catalogue.used.add(name)
        reading = self.settle(name)
        self._operands[-1].extend(reading.operands)
        if reading.number.is_open:
            raise _NotYet(None)
        return self._results[name]

    def _value(self, figure: Figure, period: str) -> Value:
        values = _at(figure, period, self._ends) if period else self._catalogue.candidates(figure.id, None)
        if len(values) == 1:
            return values[0]
        if not figure.values or figure.unread:  # its own fault has been told
            refuse(None)
        names = tuple(f"{figure.id}@{value.period}" for value in figure.values)
        if period:
            refuse(said("unknown-period.figure", figure=figure.id, period=period), said("hint.it-has", names=names))
        return refuse(said("ambiguous-reference.formula", figure=figure.id), said("hint.write-one-of", names=names))


def _at(figure: Figure, text: str, ends: str) -> tuple[Value, ...]:
    period = periods.read(text, ends)
    return tuple(one for one in figure.values if normal(str(one.period)) == text or one.period == period)[:1]


def _of_quantity(quantity: Quantity, name: str) -> Operand:
    if quantity.form is Form.OPEN:
        raise _NotYet(None)
    exact = quantity.exact
    if quantity.value is not None:
        return Operand(quantity.value, exact=exact, percent=True)
    if quantity.amount is None:
        form = quantity.form.name.lower()
        refuse(said(f"vague-operand.{form}", figure=name, value=str(quantity)), said("hint.vague-value"))
    return operand(quantity.amount, quantity.measure, quantity.noun, exact=exact)


def in_words(formula: str) -> str:
    """Return a formula as a reader is shown it: 淘宝村（2020年）÷ 淘宝村（2013年）."""
    text = re.sub(r"\s*@\s*([^-+*/()@]+?)\s*(?=[-+*/()]|$)", r"（\1）", normal(formula))
    return re.sub(r"\s*([-+*/])\s*", lambda found: f" {_PRINTED[found[1]]} ", text).strip().replace("） ", "）")


_PRINTED = {"+": "+", "-": "−", "*": "×", "/": "÷"}
