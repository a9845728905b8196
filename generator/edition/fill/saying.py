"""What the cells of one row say: value, source and status as the content would write them, or why a cell says none of it.

The row's cells in, with the row that went out and the value before; changes by the content's keys and refusals by header out.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.content.figures.quantity import Quantity
from generator.content.slips.spelling import did_you_mean
from generator.content.unlike_values import LEAPS
from generator.diagnostics import Words, said
from generator.edition.collect.form import (
    ASKED,
    BY,
    ON,
    PLACE,
    PLAIN,
    QUALIFIER,
    SOURCE,
    STATUS,
    STATUSES,
    UNIT,
    VALUE,
    before,
)
from generator.edition.fill.cells import Nature, percent
from generator.edition.fill.worded import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.content.model import Figure, Report, Value
    from generator.edition.collect.form import Row
    from generator.edition.fill.cells import Cell

    Cells = Mapping[str, Cell]

LEAP = LEAPS[0][1]
"""So many times last year's, a value is off by a scale (万 for 亿) rather than grown."""
_TOLD = (SOURCE, PLACE, STATUS, BY, ON)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a cell is refused, by its header, and the cures."""

    header: str
    says: Words
    cures: tuple[Words | None, ...]


def unfit(cells: Cells, figure: Figure, value: Value) -> Iterator[Refusal]:
    """Yield a refusal for each cell that holds what is no text, or would not be read as it was meant."""
    last = before(figure, value)
    commas = "," in f"{last.quantity if last else ''}{value.quantity}"
    for header in ASKED:
        cell = cells[header]
        if cell.nature is Nature.PERCENT:
            yield Refusal(
                header, said("bad-cell.percent", text=cell.text), (said("bad-cell.write-text", cure=percent(cell.text)),)
            )
        elif cell.nature not in {Nature.TEXT, Nature.NUMBER} and (header, cell.nature) != (ON, Nature.DATE):
            yield Refusal(header, said(f"bad-cell.{cell.nature.value}", text=cell.text), (said("bad-cell.type-anew"),))
        elif header == VALUE and not commas and (bare := cell.text.replace(",", "").replace("，", "")) != cell.text:
            yield Refusal(header, said("bad-cell.thousands", text=cell.text), (said("bad-cell.write-text", cure=bare),))


def lacking(cells: Cells, figure: Figure) -> Iterator[Refusal]:
    """Yield a refusal where a source or a status stands beside no value."""
    if not cells[VALUE].text and any(cells[one].text for one in _TOLD):
        yield Refusal(VALUE, said("value-missing.row", figure=figure.id), (said("value-missing.cure"),))


def quantity(cells: Cells, went: Row, report: Report) -> Quantity | Refusal:
    """Return the quantity that a row says."""
    found = worded(cells[VALUE].text, cells[QUALIFIER].text, cells[UNIT].text, went.given[UNIT], report.units)
    return found if isinstance(found, Quantity) else Refusal(VALUE, found.says, (found.cure, found.otherwise))


def unlike(new: Quantity, last: Value | None, cells: Cells, report: Report) -> Iterator[Refusal]:
    """Yield a refusal where a quantity has another unit than the last one, or is off by a scale."""
    if last is None or last.quantity.form not in PLAIN or new.form not in PLAIN:
        return
    old, told = last.quantity, f"{last.period} {last.quantity}"
    if not report.units.comparable(new.unit, old.unit) or new.noun != old.noun:
        unit, was = f"{new.unit}{new.noun}", f"{old.unit}{old.noun}"
        header = UNIT if cells[UNIT].text and new.text.endswith(cells[UNIT].text) else VALUE
        says = (
            said("unit-changed.row", unit=unit, was=was, before=told) if unit else said("unit-changed.none", was=was, before=told)
        )
        yield Refusal(header, says, (said("unit-changed.by-hand", was=was),))
    elif times := leap(new, old):
        cures = (said("leap.look-at-scale"), said("leap.by-hand"))
        yield Refusal(VALUE, said("leap.row", value=str(new), before=told, times=times), cures)


def leap(new: Quantity, old: Quantity) -> str:
    """Return how many times one quantity is the other in digits, where that is more than growth explains, else ""."""
    if not new.amount or not old.amount:
        return ""
    small, large = sorted(abs(Fraction(one.amount or 0) * one.measure.factor) for one in (new, old))
    return f"{round(large / small)}" if large >= LEAP * small else ""


def source(cells: Cells, report: Report) -> str | Refusal:
    """Return the source and the place in it that a row names, "" for none."""
    name, place, known = cells[SOURCE].text, cells[PLACE].text, tuple(one.id for one in report.sources)
    if name in known:
        return f"{name} {place}".strip()
    if name:
        near = did_you_mean(name, known)
        cure = said("hint.did-you-mean", cure=near) if near else said("unknown-source.register")
        return Refusal(SOURCE, said("unknown-source.name", name=name), (cure,))
    return (
        Refusal(SOURCE, said("source-missing.row", place=place), (said("source-missing.choose", known=known),)) if place else ""
    )


def status(cells: Cells) -> str | Refusal:
    """Return the status that a row names, as the content calls it, "" for none."""
    text = cells[STATUS].text
    if not text or text in STATUSES or text in STATUSES.values():
        return STATUSES.get(text, text)
    return Refusal(STATUS, said("unknown-status.word", text=text), (said("unknown-status.three", known=tuple(STATUSES)),))


def held(value: Value) -> dict[str, str]:
    """Return what the content has of a value by now."""
    cited = f"{value.citation.source} {value.citation.place}".strip() if value.citation else ""
    return {"value": str(value.quantity), "source": cited, "status": value.status, "by": value.by, "on": value.on}
