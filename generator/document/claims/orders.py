"""Claims about two numbers, or about a share: 【甲】超过【乙】, 过半, 近半; and two approximators about one number."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.content.figures.units import PER_CENT
from generator.diagnostics import said
from generator.document.claims.case import Contradiction, lines
from generator.document.claims.rules import APPROXIMATORS, NUMBER, count_of
from generator.document.claims.series import alike, is_about

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.claims.case import Case
    from generator.document.claims.sentences import Spot
    from generator.document.model import Number

HALF, SHORT_OF_HALF = Decimal(50), Decimal(40)
"""In %: 近半 is from 40 to 50."""
TENTH = Decimal(10)
_OVER, _UNDER = (Decimal(0), TENTH), (-TENTH, Decimal(0))
_ABOUT = {"近": _UNDER, "不足": _UNDER, "不到": _UNDER, "超": _OVER, "超过": _OVER, "逾": _OVER}
"""How far, in %, a share may be from the tenths that stand behind each word."""
COMPARED = ("超过", "不足", "不到")
BOTH = 2


def ordered(case: Case, sign: int) -> Contradiction | None:
    """Judge 超过 (sign 1) and 低于 (-1) between two numbers."""
    first, second = (case.spot.clause.mention(at) for at in (case.found.start(), case.found.end() - 1))
    if first is None or second is None or not alike(first.reading.number, second.reading.number):
        return None
    one, other = first.reading.number.amount, second.reading.number.amount_in(first.reading.number)
    if one is None or other is None or (one - other) * sign > 0:
        return None
    says = said(
        "contradicted-claim.order", words=case.words, first=first.reading.name, value=str(first.reading.number),
        second=second.reading.name, other=str(second.reading.number),
    )  # fmt: skip
    return Contradiction(says, (*case.instead, lines(first.reading, second.reading)), first.span)


def halved(case: Case, low: Decimal, high: Decimal) -> Contradiction | None:
    """Judge 过半 and its like of a share in %."""
    share = _share(case.reading.number)
    if share is None or low < share < high or (share == HALF and low == SHORT_OF_HALF):
        return None
    return _otherwise(case)


def tenths(case: Case) -> Contradiction | None:
    """Judge 三成 of a share in %: 近三成 is a little under 30 %, 超三成 a little over, 三成 about so much."""
    share = _share(case.reading.number)
    told = Decimal(count_of(case.part("count"))) * TENTH
    low, high = _ABOUT.get(case.part("about"), (-TENTH / 2, TENTH / 2))
    return None if share is None or told + low <= share <= told + high else _otherwise(case)


def _share(number: Number) -> Decimal | None:
    """Return a share in %; None for what is none."""
    if number.measures[0] != PER_CENT or number.amount is None:
        return None
    return number.amount * Decimal(number.factor.numerator) / Decimal(number.factor.denominator)


def _otherwise(case: Case) -> Contradiction:
    number = case.reading.number
    says = said("contradicted-claim.share", words=case.words, figure=case.reading.name, value=str(number))
    return Contradiction(says, (lines(case.reading),), case.mention.span)


def doubled_approximators(spot: Spot) -> Iterator[Contradiction]:
    """Yield where a number has two approximators (T53), its own and one before or after it, or one on either side: 超过近34亿元."""
    clause = spot.clause
    for found in APPROXIMATORS.finditer(clause.text):
        mention = clause.mention(found.start() + found[0].index(NUMBER))
        if mention is None or mention.digits:
            continue
        compares = found["before"] in COMPARED and any(one.at < mention.at for one in clause.mentions)
        words = [word for word in ("" if compares else found["before"], found["after"]) if word]
        number = mention.reading.number
        if len(words) + is_about(number) < BOTH or not words:
            continue
        says = said("contradicted-claim.approximators", words="……".join(words), figure=mention.reading.name, value=str(number))
        yield Contradiction(says, (said("hint.one-approximator"), lines(mention.reading)), mention.span)
