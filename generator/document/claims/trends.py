"""Claims about the values of one figure: 增至, 连降三年, 创新高, 首次突破, 翻番, 持平, 扭亏为盈."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.document.claims.rules import count_of
from generator.document.claims.series import alike, earlier, stretch

if TYPE_CHECKING:
    from generator.document.claims.case import Case, Contradiction
    from generator.document.references import Reading

TWO = Decimal(2)
SAME = Decimal("0.03")
"""Within so much of each other two values are 持平."""
NEARLY = Decimal("0.95")
"""How much of twice as many is still 翻番."""
RANKS = ("位", "名", "名次")


def rise(before: Reading, now: Reading) -> Decimal | None:
    """Return by how much a value is more than another; of two ranks the first is the higher."""
    amount, was = now.number.amount, before.number.amount_in(now.number)
    if amount is None or was is None:
        return None
    return was - amount if now.number.unit in RANKS and now.kind == "ordinal" else amount - was


def moved(case: Case, sign: int) -> Contradiction | None:
    """Judge 增至 (sign 1) and 降至 (-1)."""
    before = case.base()
    return case.against(before) if before and _not(before, case.reading, sign) else None


def _not(before: Reading, now: Reading, sign: int) -> bool:
    """Tell whether a value did not move as its sign says."""
    by = rise(before, now)
    return by is not None and by * sign <= 0


def stepped(case: Case, sign: int) -> Contradiction | None:
    """Judge 连升三年 and 逐年下降: each of the last steps."""
    steps = list(pairwise([*earlier(case.reading, case.catalogue), case.reading]))
    last = steps[-count_of(case.part("count")) :] if case.part("count") else steps
    return next((case.against(before, now) for before, now in last if _not(before, now, sign)), None)


def topped(case: Case, sign: int) -> Contradiction | None:
    """Judge 创新高 (sign 1) and 创新低 (-1): no value before is as high, or as low."""
    values = earlier(case.reading, case.catalogue)
    return next((case.against(before) for before in values if _not(before, case.reading, sign)), None)


def first(case: Case) -> Contradiction | None:
    """Judge 首次突破: of a figure's own value, none before is as high; of another number, the value is over it and none before is."""
    subject = case.spot.behind(case.found.start())
    limit = case.spot.clause.mention(case.found.end() - 1)
    if subject is None or limit is None or not alike(subject.reading.number, limit.reading.number):
        return topped(case, 1)
    over = [one for one in earlier(subject.reading, case.catalogue) if not _not(limit.reading, one, 1)]
    if over:
        return case.against(over[0], subject.reading)
    return case.against(limit.reading, subject.reading) if _not(limit.reading, subject.reading, 1) else None


def steady(case: Case) -> Contradiction | None:
    """Judge 持平."""
    before = case.base()
    by = rise(before, case.reading) if before else None
    was = before.number.amount_in(case.reading.number) if before else None
    return case.against(before) if before and by is not None and was and abs(by) > abs(was) * SAME else None


def turned(case: Case, sign: int) -> Contradiction | None:
    """Judge 扭亏为盈 (sign 1) and 由盈转亏 (-1)."""
    before, amount = case.base(), case.reading.number.amount
    if before is None or before.number.amount is None or amount is None:
        return None
    return None if before.number.amount * sign < 0 < amount * sign else case.against(before)


def doubled(case: Case) -> Contradiction | None:
    """Judge 翻番 and 翻两番: at least about so many times, and less than the next."""
    before = case.base()
    now, was = stretch(case.reading.number), stretch(before.number, case.reading.number) if before else None
    ratio = now.over(was) if now and was else None
    if before is None or ratio is None:
        return None
    times = TWO ** count_of(case.part("twice") or "一")
    return None if ratio.high >= times * NEARLY and ratio.low < times * TWO else case.against(before)
