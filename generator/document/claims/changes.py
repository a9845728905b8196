"""Claims of a change beside the value that changed: 同比增长21.3%, 提高2个百分点, 增长两倍, 是上年的3倍."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.content.figures.units import PER_CENT
from generator.diagnostics import said
from generator.document.claims.case import Contradiction, lines
from generator.document.claims.rules import TIMES, Claim, count_of
from generator.document.claims.series import Stretch, alike, is_about, rounded, stretch

if TYPE_CHECKING:
    from generator.document.claims.case import Case
    from generator.document.claims.sentences import Mention
    from generator.document.model import Number
    from generator.document.references import Reading

ONE, WHOLE = Decimal(1), Decimal(100)
TWO = 2
ROUGHLY = Decimal("0.1")
"""How far two times in words may be from twice."""
PER, POINTS = ("%", "％"), ("百分点", "个百分点")

_DIVISION = re.compile("[^-+*/×÷()（）]+[/÷][^-+*/×÷()（）]+")


@dataclass(frozen=True, slots=True)
class _Told:
    """A change as it is told: what it may stand for, its unit, how it is written, its decimals, and whether it is about so much.

    `size` is how much one of its unit is.
    """

    stated: Stretch
    unit: str
    text: str
    decimals: int = 0
    about: bool = False
    size: Decimal = ONE
    number: Number | None = None

    @classmethod
    def of_number(cls, number: Number) -> _Told | None:
        """Return a change that is a number printed by reference."""
        stated = stretch(number)
        if stated is None or number.value is None or number.amount is None:
            return None
        size = number.amount / number.value if number.value else ONE
        unit, about = number.scale + number.unit, is_about(number)
        return cls(stated.times(ONE / size), unit, str(number), _decimals(number.value), about, size, number)

    @classmethod
    def of_typed(cls, digits: str) -> _Told:
        """Return a percentage that is typed."""
        number = Decimal(digits)
        return cls(rounded(number), PER[0], f"{digits}%", _decimals(number))

    @classmethod
    def of_words(cls, times: int) -> _Told:
        """Return so many times, said in words."""
        number = Decimal(times)
        return cls(Stretch(number * (ONE - ROUGHLY), number, number * (ONE + ROUGHLY)), TIMES, "", about=True)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def changed(case: Case, sign: int) -> Contradiction | None:
    """Judge a change by a number: against the sign of that number, and against the values of what it is about."""
    change = case.spot.clause.mention(case.found.end() - 1)
    if change and (change.reading.number.amount or 0) < 0:
        says = said("contradicted-claim.sign", words=case.words, figure=change.reading.name, value=str(change.reading.number))
        return Contradiction(says, (*case.instead, lines(change.reading)), change.span)
    told = _Told.of_number(change.reading.number) if change else _Told.of_typed(case.part("typed"))
    subject, base = _compared(case)
    if subject is None and change and told:
        return _ratio(case, change.reading, told)
    if subject is None or base is None or told is None or not (case.part("ago") or _ends(case)):
        return None
    if one := _in_points(case, (base, subject.reading), told, sign):
        return one
    computed = _computed(subject.reading.number, base.number, told, compared=bool(case.part("ago")))
    return _judged(case, (base, subject.reading), told, computed.times(Decimal(sign))) if computed else None


def _in_points(case: Case, values: tuple[Reading, Reading], told: _Told, sign: int) -> Contradiction | None:
    """Judge a change of a share in %: where that is what one is more than the other, and not a part of it, it is in 百分点 (T54)."""
    was, now = (stretch(one.number) for one in values)
    if told.unit not in PER or was is None or now is None or values[1].number.measures[0] != PER_CENT:
        return None
    ratio, stated = now.over(was), told.stated.times(Decimal(sign))
    if not now.minus(was).meets(stated) or (ratio and ratio.times(WHOLE, -WHOLE).meets(stated)):
        return None
    before, later = values
    says = said(
        "contradicted-claim.points", words=case.words + told.text, figure=later.name, before=str(before.number),
        now=str(later.number),
    )  # fmt: skip
    cure = said("hint.say-instead", cure=f"{case.words}{told.text[:-1]}{POINTS[1]}")
    return Contradiction(says, (cure, lines(before, later)), case.mention.span)


def _ratio(case: Case, change: Reading, told: _Told) -> Contradiction | None:
    """Judge a growth by so many times that is itself computed as now by then: 271 times as much is a growth by 270 times."""
    if told.unit != TIMES or len(change.operands) != TWO or not _DIVISION.fullmatch(change.formula):
        return None
    now, before = change.operands
    later, was = stretch(now.number), stretch(before.number, now.number)
    ratio = later.over(was) if later and was else None
    return _judged(case, (before, now), told, ratio.times(ONE, -ONE)) if ratio else None


def multiplied(case: Case) -> Contradiction | None:
    """Judge so many times, by a number or a word: 增长两倍 is three times as much as before, 增长到两倍 twice as much."""
    change = None if case.part("count") else case.spot.clause.mention(case.found.end() - 1)
    if change and change.reading.number.unit != TIMES:
        return None
    told = _Told.of_number(change.reading.number) if change else _Told.of_words(count_of(case.part("count")))
    subject, base = _compared(case)
    if subject is None or base is None or told is None:
        return None
    now, was = stretch(subject.reading.number), stretch(base.number, subject.reading.number)
    ratio = now.over(was) if now and was else None
    grown = ONE if case.rule.claim is Claim.GREW_TIMES else Decimal(0)
    return _judged(case, (base, subject.reading), told, ratio.times(ONE, -grown)) if ratio else None


def _compared(case: Case) -> tuple[Mention | None, Reading | None]:
    """Return what a change is about, and the value from which it is counted."""
    subject = case.spot.behind(case.found.start()) or case.spot.ahead(case.found.end())
    words = case.part("ago") or case.part("base")
    return subject, case.before(subject.reading, f"比{words}" if words[:1].isdecimal() else words) if subject else None


def _ends(case: Case) -> bool:
    """Tell whether the clause ends with the change, so that it is told of the number before and of nothing after it."""
    return not case.spot.clause.text[case.found.end() :].strip(" ）)")


def _computed(now: Number, before: Number, told: _Told, *, compared: bool) -> Stretch | None:
    """Return the change that two values give, in the unit in which it is told; None where that unit cannot tell it.

    A difference is judged only where the words say from what it is counted.
    """
    later, was = stretch(now), stretch(before, now)
    if later is None or was is None:
        return None
    ratio, rate = later.over(was), now.measures[0] == PER_CENT
    if told.unit in POINTS:
        return later.minus(was) if rate else None
    if told.unit in PER:
        return ratio.times(WHOLE, -WHOLE) if ratio and not rate else None
    if told.unit == TIMES:
        return ratio.times(ONE, -ONE) if ratio else None
    same = told.number is not None and alike(told.number, now) and told.number.measures == now.measures
    return later.minus(was).times(ONE / told.size) if compared and same else None


def _judged(case: Case, values: tuple[Reading, Reading], told: _Told, computed: Stretch) -> Contradiction | None:
    """Return an error where no rounding brings both together, a warning where only rounding does, and nothing where they are one."""
    before, now = values
    apart = not computed.meets(told.stated)
    about = told.about or any(is_about(one.number) for one in values)
    if not apart and (about or round(computed.middle, told.decimals) == told.stated.middle):
        return None
    shown = f"{round(computed.middle, max(told.decimals, 1)):f}{told.unit}"
    key = "contradicted-claim.contrary" if computed.middle < 0 else "contradicted-claim.change"
    says = said(
        key, words=case.words + told.text, figure=now.name, before=str(before.number), earlier=before.period,
        now=str(now.number), later=now.period, computed=shown,
    )  # fmt: skip
    hints = () if apart else (said("hint.rounded-values"),)
    return Contradiction(says, (*hints, lines(before, now)), case.mention.span, grave=apart and not about)
