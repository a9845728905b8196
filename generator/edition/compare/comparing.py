"""The comparison of two editions: figures by name, their values by period, their texts by part. Two editions in; what changed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.edition.compare.model import Aspect, Change, Comparison
from generator.edition.compare.wording import rewordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.edition.compare.model import Edition, Figure, Value

WHOLE = (Aspect.DEFINITION, Aspect.KIND, Aspect.FORMULA, Aspect.OWNER, Aspect.THEME)
EACH = (Aspect.SCOPE, Aspect.SOURCE, Aspect.STATUS, Aspect.WAS)
"""What is known of a figure as a whole, and of each of its values."""


def compare(old: Edition, new: Edition) -> Comparison:
    """Return what changed from one edition to the other."""
    texts = old.parts is not None and new.parts is not None
    reworded = tuple(rewordings(old.parts or (), new.parts or ())) if texts else ()
    return Comparison(old, new, tuple(_figures(old.figures, new.figures)), reworded, texts)


def _figures(old: Sequence[Figure], new: Sequence[Figure]) -> Iterator[Change]:
    before = {one.name: one for one in old}
    for figure in new:
        known = before.pop(figure.name, None)
        yield from _figure(known, figure) if known else _all_of(figure, Aspect.ADDED)
    for figure in before.values():
        yield from _all_of(figure, Aspect.GONE)


def _all_of(figure: Figure, aspect: Aspect) -> Iterator[Change]:
    for one in figure.values:
        words = (one.printed, "") if aspect is Aspect.GONE else ("", one.printed)
        yield Change(figure.name, one.period, aspect, *words)
    if not figure.values:
        yield Change(figure.name, "", aspect, "", "")


def _figure(old: Figure, new: Figure) -> Iterator[Change]:
    yield from _known(new.name, "", WHOLE, old.known, new.known)
    before, after = ({one.period: one for one in figure.values} for figure in (old, new))
    lost = [one for one in old.values if one.period not in after]
    gained = [one for one in new.values if one.period not in before]
    if len(lost) == len(gained) == 1:
        yield Change(new.name, gained[0].period, Aspect.PERIOD, lost[0].period, gained[0].period)
        yield from _value(new.name, lost[0], gained[0])
    else:
        yield from (Change(new.name, one.period, Aspect.LOST_PERIOD, one.printed, "") for one in lost)
        last = f"{old.values[-1].period} {old.values[-1].printed}" if old.values else ""
        yield from (Change(new.name, one.period, Aspect.NEW_PERIOD, last, one.printed) for one in gained)
    for one in new.values:
        if one.period in before:
            yield from _value(new.name, before[one.period], one)


def _value(figure: str, old: Value, new: Value) -> Iterator[Change]:
    aspect = _aspect(old, new)
    if aspect:
        yield Change(figure, new.period, aspect, old.printed, new.printed)
    yield from _known(figure, new.period, EACH, old.known, new.known)


def _aspect(old: Value, new: Value) -> Aspect | None:
    """Return the gravest way in which two printed values differ; a unit or an amount that one of them does not tell is no difference."""
    units, amounts = {old.unit, new.unit} - {""}, {old.amount, new.amount} - {None}
    if old.printed == new.printed and len(units) <= 1 and len(amounts) <= 1:
        return None
    if old.amount != new.amount or (old.amount is None and old.printed != new.printed):
        return Aspect.VALUE
    if old.unit != new.unit:
        return Aspect.UNIT
    return Aspect.QUALIFIER if old.qualifier != new.qualifier else Aspect.WRITING


def _known(
    figure: str, period: str, aspects: Sequence[Aspect], old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[Change]:
    """Yield what is known otherwise; what one of two ledgers of different versions does not tell has not changed."""
    for one in aspects:
        if one.value in old and one.value in new and old[one.value] != new[one.value]:
            yield Change(figure, period, one, old[one.value], new[one.value])
