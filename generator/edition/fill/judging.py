"""Each row that came back, held against the row that went out: what may be taken of it, or why it may not.

In: the sheets as filled in, and the content as it stands. Out: what to take, and every refusal with its sheet, its cell and its cure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.content.figures.quantity import Quantity
from generator.content.slips.spelling import did_you_mean
from generator.content.unlike_values import LEAPS
from generator.diagnostics import Sink, Words, said
from generator.edition.collect.form import (
    ASKED, HEADER_ROW, HEADERS, MARK, PLACE, QUALIFIER, REMARK, SOURCE, STATUS, STATUSES, TOLD, UNIT, VALUE, before, is_open, row,
)  # fmt: skip
from generator.edition.fill.cells import Nature, percent
from generator.edition.fill.worded import PLAIN, worded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.content.model import Figure, Report, Value
    from generator.edition.collect.form import Row
    from generator.edition.fill.cells import Cell, Filled

LEAP = LEAPS[0][1]
"""So many times last year's, a value is off by a scale (万 for 亿) rather than grown."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken of a row: the value that it changes, and what of it by the content's keys (value, source, status)."""

    figure: str
    value: Value
    changes: Mapping[str, str]


@dataclass(slots=True)
class Judged:
    """What came of all rows: those to take, how many were left as they went out, how many refused; and what is told."""

    taken: list[Taken] = field(default_factory=list)
    untouched: int = 0
    refused: int = 0
    sink: Sink = field(default_factory=Sink)


@dataclass(frozen=True, slots=True)
class _Out:
    """A row as it goes out now, and as it did before its value came."""

    figure: Figure
    value: Value
    now: Row
    as_open: Row


def judged(sheets: tuple[Filled, ...], report: Report, digest: str) -> Judged:
    """Return what came of all rows; `digest` is that of the content that the form was made of."""
    return _Judge(report, digest == report.digest).judge(sheets)


class _Judge:
    """Holds rows against a content."""

    def __init__(self, report: Report, is_current: bool) -> None:  # noqa: FBT001
        self._report, self._is_current, self._made = report, is_current, Judged()
        units = report.units
        outs = [
            _Out(one, value, row(one, value, units), row(one, value, units, as_open=True))
            for one in report.figures
            for value in one.values
        ]
        self._by_mark = {mark: out for out in outs for mark in (out.as_open.mark, out.now.mark)}
        self._by_name = {(out.figure.id, str(out.value.period)): out for out in outs}
        self._seen: dict[tuple[str, str], tuple[Words, bool]] = {}

    def judge(self, sheets: tuple[Filled, ...]) -> Judged:
        """Judge every row of every sheet that is of the form."""
        for sheet in sheets:
            heads = [sheet.cell(HEADER_ROW, column) for column in range(len(HEADERS))]
            wrong = [(cell, header) for cell, header in zip(heads, HEADERS, strict=True) if cell.text != header]
            if len(wrong) == len(HEADERS):
                continue
            for cell, header in wrong:
                self._refuse(
                    said("locked-cell.header", was=header, text=cell.text), sheet, cell, said("locked-cell.put-back", was=header)
                )
            if not wrong:
                for at in (one for one in sheet.rows if one > HEADER_ROW):
                    self._row(sheet, {header: sheet.cell(at, column) for column, header in enumerate(HEADERS)})
        return self._made

    def _refuse(self, says: Words, sheet: Filled, cell: Cell, *cures: Words | None) -> None:
        place = said("place.form-cell", sheet=sheet.name, cell=cell.address)
        self._made.sink.error(says, None, *(cure for cure in cures if cure), place=place)

    def _row(self, sheet: Filled, cells: dict[str, Cell]) -> None:
        told = len(self._made.sink.found)
        out = self._out(sheet, cells)
        if out is None:
            self._made.refused += 1
            return
        taken = self._taken(out, sheet, cells)
        if any(one in self._made.sink.errors for one in self._made.sink.found[told:]):
            self._made.refused += 1
        elif taken is None:
            self._made.untouched += 1
        else:
            self._made.taken.append(taken)
            if cells[REMARK].text:
                place = said("place.form-cell", sheet=sheet.name, cell=cells[REMARK].address)
                self._made.sink.note(said("form-remark.row", figure=out.figure.id, remark=cells[REMARK].text), place=place)

    # ── which row it is ──

    def _out(self, sheet: Filled, cells: dict[str, Cell]) -> _Out | None:
        """Return the row that went out, None where it is not known, not the same any more, changed or there twice."""
        name, period = cells[TOLD[0]], cells[TOLD[4]]
        out = self._by_mark.get(cells[MARK].text) or self._by_name.get((name.text, period.text))
        if out is None:
            near = did_you_mean(name.text, [one.id for one in self._report.figures])
            known = any(one.id == name.text for one in self._report.figures)
            says = said("unknown-figure.period" if known else "unknown-figure.row", figure=name.text, period=period.text)
            self._refuse(
                says, sheet, name, said("hint.did-you-mean", cure=near) if near and not known else said("hint.collect-anew")
            )
            return None
        went = out.as_open if cells[MARK].text == out.as_open.mark else out.now
        if cells[MARK].text != went.mark and not self._is_current:
            says = said("stale-form.row", figure=out.figure.id, period=str(out.value.period), line=out.figure.span.line)
            self._refuse(says, sheet, name, said("hint.collect-anew"))
            return None
        return out if self._is_alone(out, sheet, cells) and self._is_as_it_went(went, sheet, cells) else None

    def _is_as_it_went(self, went: Row, sheet: Filled, cells: dict[str, Cell]) -> bool:
        same = True
        for header, was in zip((*TOLD, MARK), (*went.told, went.mark), strict=True):
            if cells[header].text != was:
                says = said("locked-cell.changed", header=header, text=cells[header].text, was=was)
                self._refuse(
                    says, sheet, cells[header], said("locked-cell.put-back", was=was), said("locked-cell.tell-the-editor")
                )
                same = False
        return same

    def _is_alone(self, out: _Out, sheet: Filled, cells: dict[str, Cell]) -> bool:
        key = out.figure.id, str(out.value.period)
        if key not in self._seen:
            self._seen[key] = said("place.form-cell", sheet=sheet.name, cell=cells[TOLD[0]].address), True
            return True
        first, counted = self._seen[key]
        says = said("duplicate-row.again", figure=key[0], period=key[1], first=first)
        self._refuse(says, sheet, cells[TOLD[0]], said("duplicate-row.delete-one"))
        kept = [one for one in self._made.taken if (one.figure, str(one.value.period)) != key]
        self._made.refused += counted and len(kept) < len(self._made.taken)
        self._made.taken, self._seen[key] = kept, (first, False)
        return False

    # ── what it says ──

    def _taken(self, out: _Out, sheet: Filled, cells: dict[str, Cell]) -> Taken | None:
        """Return what a row changes, None where it changes nothing; what is wrong with it is told."""
        went = out.as_open if cells[MARK].text == out.as_open.mark else out.now
        texts = {header: cells[header].text for header in ASKED}
        if texts == dict(went.given):
            return None
        if self._is_unfit(sheet, cells, out):
            return None
        if not texts[VALUE]:
            if any(texts[one] for one in (SOURCE, PLACE, STATUS)):
                self._refuse(said("value-missing.row", figure=out.figure.id), sheet, cells[VALUE], said("value-missing.cure"))
            return None
        changes = {
            "value": self._value(out, went, sheet, cells),
            "source": self._source(sheet, cells, texts),
            "status": self._status(sheet, cells[STATUS]),
        }
        held = {"value": str(out.value.quantity), "source": _cited(out.value), "status": out.value.status}
        if went is not out.now and not is_open(out.value) and changes["value"] != held["value"]:
            says = said(
                "stale-form.filled", figure=out.figure.id, value=held["value"], line=out.value.span.line, text=changes["value"]
            )
            self._refuse(says, sheet, cells[VALUE], said("stale-form.by-hand"))
        changed = {key: text for key, text in changes.items() if text and text != held[key]}
        return Taken(out.figure.id, out.value, changed) if changed else None

    def _is_unfit(self, sheet: Filled, cells: dict[str, Cell], out: _Out) -> bool:
        """Tell every cell that holds what is no text, or would not be read as it was meant."""
        wrong = False
        for header in ASKED:
            cell, unfit = cells[header], None
            if cell.nature not in {Nature.TEXT, Nature.NUMBER}:
                unfit = said(f"bad-cell.{cell.nature.value}", text=cell.text)
            elif header == VALUE and ("," in cell.text or "，" in cell.text) and "," not in _last(out):
                unfit = said("bad-cell.thousands", text=cell.text)
            if unfit:
                self._refuse(unfit, sheet, cell, _cure(cell, unfit))
                wrong = True
        return wrong

    def _value(self, out: _Out, went: Row, sheet: Filled, cells: dict[str, Cell]) -> str:
        found = worded(cells[VALUE].text, cells[QUALIFIER].text, cells[UNIT].text, went.given[UNIT], self._report.units)
        if not isinstance(found, Quantity):
            self._refuse(found.says, sheet, cells[VALUE], found.cure, found.otherwise)
            return ""
        last = before(out.figure, out.value)
        if last is None or last.quantity.form not in PLAIN or found.form not in PLAIN:
            return str(found)
        old = last.quantity
        if not self._report.units.comparable(found.unit, old.unit) or found.noun != old.noun:
            at = cells[UNIT] if found.text.endswith(cells[UNIT].text or "\0") else cells[VALUE]
            words = {"unit": f"{found.unit}{found.noun}", "was": f"{old.unit}{old.noun}", "before": f"{last.period} {old}"}
            self._refuse(
                said("unit-changed.row" if words["unit"] else "unit-changed.none", **words),
                sheet,
                at,
                said("unit-changed.by-hand", was=words["was"]),
            )
        elif times := leap(found, old):
            says = said("leap.row", value=str(found), before=f"{last.period} {old}", times=times)
            self._refuse(says, sheet, cells[VALUE], said("leap.look-at-scale"), said("leap.by-hand"))
        return str(found)

    def _source(self, sheet: Filled, cells: dict[str, Cell], texts: dict[str, str]) -> str:
        name, known = texts[SOURCE], [one.id for one in self._report.sources]
        if name and name not in known:
            near = did_you_mean(name, known)
            cure = said("hint.did-you-mean", cure=near) if near else said("unknown-source.register")
            self._refuse(said("unknown-source.name", name=name), sheet, cells[SOURCE], cure)
        elif texts[PLACE] and not name:
            self._refuse(
                said("source-missing.row", place=texts[PLACE]),
                sheet,
                cells[SOURCE],
                said("source-missing.choose", known=tuple(known)),
            )
        return f"{name} {texts[PLACE]}".strip() if name else ""

    def _status(self, sheet: Filled, cell: Cell) -> str:
        if cell.text and cell.text not in {*STATUSES, *STATUSES.values()}:
            says = said("unknown-status.word", text=cell.text)
            self._refuse(says, sheet, cell, said("unknown-status.three", known=tuple(STATUSES)))
        return STATUSES.get(cell.text, cell.text)


def _cure(cell: Cell, unfit: Words) -> Words:
    if cell.nature is Nature.PERCENT:
        return said("bad-cell.write-text", cure=percent(cell.text))
    if unfit.key == "bad-cell.thousands":
        return said("bad-cell.write-text", cure=cell.text.replace(",", "").replace("，", ""))
    return said("bad-cell.type-anew")


def _cited(value: Value) -> str:
    return f"{value.citation.source} {value.citation.place}".strip() if value.citation else ""


def _last(out: _Out) -> str:
    last = before(out.figure, out.value)
    return f"{last.quantity if last else ''}{out.value.quantity}"


def leap(new: Quantity, old: Quantity) -> str:
    """Return how many times one quantity is the other, in words of digits, where that is more than growth explains; else ""."""
    if not new.amount or not old.amount:
        return ""
    small, large = sorted(abs(Fraction(one.amount or 0) * one.measure.factor) for one in (new, old))
    return f"{round(large / small)}" if large >= LEAP * small else ""
