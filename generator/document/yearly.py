"""Year on year: by how much a value differs from that of the same period a year before, exactly, or why nobody may say.

A value and its figure in; a change, or a refusal, out. What may not be compared is data (`KINDS`, `_HURDLES`): no change is told across
two definitions, of what happens once, or from a base that has no percentage. The words for a change are chosen in `numbers.of_change`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.content.figures.forms import Form
from generator.content.figures.units import PER_CENT
from generator.diagnostics import Words, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.content.figures.quantity import Quantity
    from generator.content.figures.units import Unit
    from generator.content.model import Figure, Value

RELATIVE, ABSOLUTE = FORMS = ("同比", "同比差")
"""The forms of a reference: the change as a percentage or a multiple (of shares in 百分点), and the change itself.

Both say which way it went: a verb that the author typed would stay when next year's value goes the other way.
"""
YEAR = range(364, 368)
"""Days from a day to the same a year later; the last day of a February may be a day off."""
KINDS = {"event": "kind-event", "ordinal": "kind-ordinal", "target": "kind-target"}
"""Kinds of figures that have no year before, by the wording that says so."""
SHARES = ("%", "‰")
OTHERWISE = re.compile(
    "口径|定义|统计|标准|方法|算法|规则|规定|范围|净额|全额|改[为按用]|剔除|合并|并入|拆分|剥离|重分类|不再含|不再包括|不可比"
)
"""Words of a reason (`because`) that tell of another definition rather than of what happened."""


class Told(Enum):
    """As what a change is told."""

    PART = "of what it was: 12.3%, 2.1倍"
    POINTS = "as the difference of two shares: 2.3个百分点"
    AMOUNT = "as the difference of two amounts: 1.2亿元"
    NOT_YET = "one of the values is still to come: 待更新"


@dataclass(frozen=True, slots=True)
class Change:
    """A change from one value to the next: `size` is signed; of PART it is a part of the base, else in `unit`.

    `exact` tells that neither value is an approximate one.
    """

    before: Value
    now: Value
    told: Told
    size: Fraction
    unit: Unit
    exact: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a change may not be told, and what would help."""

    says: Words
    hints: tuple[Words, ...] = ()


def compared(figure: Figure, value: Value, form: str) -> Change | Refused:
    """Return the change of a value against the same period a year before, computed exactly, or why there is none to tell."""
    if refusal := _has_none(figure, value):
        return refusal
    before = year_before(figure, value)
    if before is None:
        hint = said("hint.it-has-on-line", values=_values(figure), line=figure.span.line)
        return Refused(said("no-year-on-year.none", figure=figure.id, period=str(value.period)), (hint,))
    if any(one.quantity.form is Form.OPEN for one in (before, value)):
        return Change(before, value, Told.NOT_YET, Fraction(0), value.quantity.measure, exact=True)
    for hurdle in _HURDLES:
        if refusal := hurdle(figure, before, value):
            return refusal
    return _change(figure, before, value, form)


def between(figure: Figure, before: Value, now: Value) -> Change | Refused:
    """Return the change from one value to a later one, computed exactly, or why there is none to tell, a break in between among it."""
    if refusal := _has_none(figure, now):
        return refusal
    first, last = figure.values.index(before), figure.values.index(now)
    breaks = (_definition(figure, before, one) for one in figure.values[min(first, last) : max(first, last)] if one is not before)
    hurdles = (hurdle(figure, before, now) for hurdle in _HURDLES)
    refusal = next((one for one in (*hurdles, *breaks) if one), None)
    return refusal or _change(figure, before, now, RELATIVE)


def year_before(figure: Figure, value: Value) -> Value | None:
    """Return the value of the same period a year before: begun and ended a year earlier; of a cumulative figure only ended."""
    return next((one for one in figure.values if _is_before(figure, one, value)), None)


def _is_before(figure: Figure, one: Value, other: Value) -> bool:
    then, now = one.period, other.period
    if not _a_year(then.end, now.end):
        return False
    if figure.kind == "cumulative":
        return True
    return (then.start is None) == (now.start is None) and (then.start is None or _a_year(then.start, now.start))


def _a_year(then: date | None, now: date | None) -> bool:
    return then is not None and now is not None and (now - then).days in YEAR


def _has_none(figure: Figure, value: Value) -> Refused | None:
    """Return why a value has no year before, whatever the figure holds."""
    if figure.kind in KINDS:
        return Refused(said(f"no-year-on-year.{KINDS[figure.kind]}", figure=figure.id))
    if value.period.end is None:
        return Refused(said("no-year-on-year.undated", figure=figure.id, period=str(value.period)))
    return None


def _scope(figure: Figure, before: Value, now: Value) -> Refused | None:
    then, own = before.scope or figure.scope, now.scope or figure.scope
    if then == own:
        return None
    scopes = {"before": then or figure.means, "now": own or figure.means}
    return Refused(said("no-year-on-year.scope", figure=figure.id, line=before.span.line, **scopes))


def _definition(figure: Figure, before: Value, now: Value) -> Refused | None:
    """Refuse where the author's reason tells of another definition, unless the value before has been restated to be like it.

    Any other reason explains what happened (新厂投产), or mends a slip, and leaves the two values alike.
    """
    if not OTHERWISE.search(now.because) or before.was:
        return None
    says = said("no-year-on-year.because", figure=figure.id, value=str(now.quantity), because=now.because, line=now.span.line)
    return Refused(says, (said("hint.restate-before", period=str(before.period)),))


def _start(figure: Figure, before: Value, now: Value) -> Refused | None:
    if figure.kind != "cumulative" or before.period.start == now.period.start:
        return None
    told = {"before": str(before.period), "now": str(now.period)}
    return Refused(said("no-year-on-year.start", figure=figure.id, line=before.span.line, **told))


def _number(figure: Figure, before: Value, now: Value) -> Refused | None:
    vague = next((one for one in (now, before) if one.quantity.amount is None), None)
    if vague is None:
        return None
    value, period = str(vague.quantity), str(vague.period)
    return Refused(said("no-year-on-year.vague", figure=figure.id, value=value, period=period, line=vague.span.line))


def _unit(figure: Figure, before: Value, now: Value) -> Refused | None:
    one, other = before.quantity, now.quantity
    nouns = not one.noun or not other.noun or one.noun == other.noun
    if one.measure.dimension == other.measure.dimension and nouns:
        return None
    return Refused(said("no-year-on-year.unit", figure=figure.id, before=str(one), now=str(other), line=before.span.line))


_HURDLES: tuple[Callable[[Figure, Value, Value], Refused | None], ...] = (_scope, _definition, _start, _number, _unit)
"""What may stand between two values, the most telling first."""


def _change(figure: Figure, before: Value, now: Value, form: str) -> Change | Refused:
    unit, exact = now.quantity.measure, before.quantity.exact and now.quantity.exact
    then, own = _amount(before.quantity) / unit.factor, _amount(now.quantity) / unit.factor
    if unit.dimension == PER_CENT and unit.word in SHARES:
        return Change(before, now, Told.POINTS, own - then, unit, exact)
    if form == ABSOLUTE:
        return Change(before, now, Told.AMOUNT, own - then, unit, exact)
    if then <= 0 or own < 0:
        values = {"before": str(before.quantity), "now": str(now.quantity)}
        cure = said("hint.write", cure=f"【{figure.id}@{now.period}:{ABSOLUTE}】")
        return Refused(said("no-year-on-year.base", figure=figure.id, line=before.span.line, **values), (cure,))
    return Change(before, now, Told.PART, own / then - 1, unit, exact)


def _amount(quantity: Quantity) -> Fraction:
    return Fraction(quantity.amount or 0) * quantity.measure.factor


def _values(figure: Figure) -> tuple[Words, ...]:
    return tuple(said("value.in-period", value=str(one.quantity), period=str(one.period)) for one in figure.values)
