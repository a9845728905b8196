"""Each row that came back, held against the row that went out: what may be taken of it, or why it may not.

In: the sheets as filled in, and the content as it stands. Out: what to take, and every refusal with its sheet, its cell and its cure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.content.slips.spelling import did_you_mean
from generator.diagnostics import Diagnostic, Severity, Sink, Words, said
from generator.edition.collect.form import (
    ASKED,
    BY,
    HEADER_ROW,
    HEADERS,
    MARK,
    QUALIFIER,
    REMARK,
    SOURCE,
    TOLD,
    UNIT,
    VALUE,
    before,
    is_open,
    row,
)
from generator.edition.fill import saying, signing
from generator.edition.fill.saying import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.content.model import Figure, Report, Value
    from generator.edition.collect.form import Row
    from generator.edition.fill.cells import Cell, Filled

NAME, PERIOD = TOLD[0], TOLD[4]
FILLED = tuple(header for header in ASKED if header not in {QUALIFIER, UNIT})
"""What is empty in a row that nobody filled in."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken of a row: the value that it changes, and what of it by the content's keys (value, source, status, by, on).

    What becomes "" is dropped. `lacking` are the cells that should say more, by header: a new value's source, a signature.
    """

    figure: Figure
    value: Value
    changes: Mapping[str, str]
    lacking: Mapping[str, Words] = field(default_factory=dict)


@dataclass(slots=True)
class Judged:
    """What came of all rows: how many are known, those to take, how many stay as they went out, how many refused; and what is told."""

    known: int = 0
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

    def as_marked(self, mark: str) -> Row:
        return self.as_open if mark == self.as_open.mark else self.now

    @property
    def words(self) -> dict[str, str]:
        return {"figure": self.figure.id, "period": str(self.value.period)}


@dataclass(frozen=True, slots=True)
class _Back:
    """A row that came back: its sheet, and its cells by header."""

    sheet: str
    cells: Mapping[str, Cell]

    @property
    def is_empty(self) -> bool:
        return not any(self.cells[header].text for header in FILLED)

    def place(self, header: str) -> Words:
        return said("place.form-cell", sheet=self.sheet, cell=self.cells[header].address)


def judged(sheets: tuple[Filled, ...], report: Report, digest: str) -> Judged:
    """Return what came of all rows; `digest` is that of the content that the form was made of."""
    judge = _Judge(report, is_current=digest == report.digest)
    for sheet in sheets:
        for back in _rows(sheet, judge.made.sink):
            judge.take(back)
    return judge.made


def is_of_the_form(sheet: Filled) -> bool:
    """Tell whether a sheet has any of the form's headers in its place."""
    return any(sheet.cell(HEADER_ROW, column).text == header for column, header in enumerate(HEADERS))


def _rows(sheet: Filled, sink: Sink) -> Iterator[_Back]:
    """Yield the rows of a sheet that is of the form; none, and each told, where its headers are not as they were."""
    heads = {header: sheet.cell(HEADER_ROW, column) for column, header in enumerate(HEADERS)}
    head = _Back(sheet.name, heads)
    wrong = [header for header, cell in heads.items() if cell.text != header] if is_of_the_form(sheet) else []
    for header in wrong:
        says = said("locked-cell.header", was=header, text=heads[header].text)
        sink.error(says, None, said("locked-cell.put-back", was=header), place=head.place(header))
    if is_of_the_form(sheet) and not wrong:
        for at in sheet.rows:
            if at > HEADER_ROW:
                yield _Back(sheet.name, {header: sheet.cell(at, column) for column, header in enumerate(HEADERS)})


class _Judge:
    """Holds rows against a content."""

    def __init__(self, report: Report, *, is_current: bool) -> None:
        self._report, self._is_current, self.made = report, is_current, Judged()
        units = report.units
        outs = [
            _Out(one, value, row(one, value, units), row(one, value, units, as_open=True))
            for one in report.figures
            for value in one.values
        ]
        self._by_mark = {mark: out for out in outs for mark in (out.as_open.mark, out.now.mark)}
        self._by_name = {(out.figure.id, str(out.value.period)): out for out in outs}
        self._seen: dict[tuple[str, str], Words] = {}

    def take(self, back: _Back) -> None:
        """Take a row, leave it as it went out, or refuse it."""
        out = self._by_mark.get(back.cells[MARK].text) or self._by_name.get((back.cells[NAME].text, back.cells[PERIOD].text))
        self.made.known += out is not None
        told = tuple(self._strange(out, back)) or (self._twice(out, back) if out else ())
        if out is None or told:
            self._count(back, told)
            return
        went = out.as_marked(back.cells[MARK].text)
        changes, told = self._said(out, went, back)
        told = (*_locked(went, back), *told)
        now = saying.held(out.value)
        changed = {
            key: text for key, text in changes.items() if text != now[key] and (text or signing.is_dropped(key, changes, now))
        }
        if remark := back.cells[REMARK].text:
            self.made.sink.note(said("form-remark.row", figure=out.figure.id, remark=remark), place=back.place(REMARK))
        if told or not changed:
            self._count(back, told)
        else:
            lacking = {header: back.place(header) for header in _lacking(changed, now)}
            self.made.taken.append(Taken(out.figure, out.value, changed, lacking))

    def _count(self, back: _Back, told: tuple[Refusal, ...]) -> None:
        for one in told:
            self.made.sink.error(one.says, None, *(cure for cure in one.cures if cure), place=back.place(one.header))
        self.made.refused += bool(told)
        self.made.untouched += not told

    def _strange(self, out: _Out | None, back: _Back) -> Iterator[Refusal]:
        """Yield why a row is not one that goes out now; of one that nobody filled in nothing is asked."""
        if back.is_empty:
            return
        if out is None:
            yield self._unknown(back.cells[NAME].text, back.cells[PERIOD].text)
        elif back.cells[MARK].text not in {out.as_open.mark, out.now.mark} and not self._is_current:
            yield Refusal(NAME, said("stale-form.row", **out.words, line=out.figure.span.line), (said("hint.collect-anew"),))

    def _unknown(self, name: str, period: str) -> Refusal:
        figures = [one.id for one in self._report.figures]
        if not name:
            return Refusal(NAME, said("unknown-figure.none"), (said("hint.collect-anew"),))
        if name in figures:
            return Refusal(NAME, said("unknown-figure.period", figure=name, period=period), (said("hint.collect-anew"),))
        near = did_you_mean(name, figures)
        cure = said("hint.did-you-mean", cure=near) if near else said("hint.collect-anew")
        return Refusal(NAME, said("unknown-figure.row", figure=name), (cure,))

    def _twice(self, out: _Out, back: _Back) -> tuple[Refusal, ...]:
        """Return the refusal of a second row for one value; of the first nothing is taken either."""
        key = (out.figure.id, str(out.value.period))
        first = self._seen.setdefault(key, back.place(NAME))
        if first == back.place(NAME):
            return ()
        kept = [one for one in self.made.taken if (one.figure.id, str(one.value.period)) != key]
        self.made.refused += len(self.made.taken) - len(kept)
        self.made.taken = kept
        return (Refusal(NAME, said("duplicate-row.again", **out.words, first=first), (said("duplicate-row.delete-one"),)),)

    def _said(self, out: _Out, went: Row, back: _Back) -> tuple[Mapping[str, str], tuple[Refusal, ...]]:
        """Return what a row says by the content's keys, and what of it is refused."""
        if {header: back.cells[header].text for header in ASKED} == dict(went.given):
            return {}, ()
        told = (
            *saying.unfit(back.cells, out.figure, out.value),
            *saying.lacking(back.cells, out.figure),
            *signing.unsigned(back.cells),
        )
        if told or not back.cells[VALUE].text:
            return {}, told
        value = saying.quantity(back.cells, went, self._report)
        cited, status = saying.source(back.cells, self._report), saying.status(back.cells)
        read = {"value": value, "source": cited, "status": status, "by": back.cells[BY].text, "on": signing.day(back.cells)}
        told = tuple(one for one in read.values() if isinstance(one, Refusal))
        if not isinstance(value, Refusal):
            told = (
                *saying.unlike(value, before(out.figure, out.value), back.cells, self._report),
                *told,
                *_filled(out, went, str(value)),
                *signing.of_the_old(out.value, {key: str(one) for key, one in read.items()}),
            )
        return {key: str(one) for key, one in read.items()}, told


def _filled(out: _Out, went: Row, value: str) -> Iterator[Refusal]:
    """Yield the refusal of a value that has come meanwhile from elsewhere, and is another."""
    if went is not out.now and not is_open(out.value) and value != str(out.value.quantity):
        now, line = str(out.value.quantity), out.value.span.line
        says = said("stale-form.filled", figure=out.figure.id, value=now, line=line, text=value)
        yield Refusal(VALUE, says, (said("stale-form.by-hand"),))


def _lacking(changed: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Yield the headers of what a row should say as well: a new value's source, and a signature."""
    after = {**now, **changed}
    if "value" in changed and not after["source"]:
        yield SOURCE
    if "status" in changed:
        yield from signing.lacking(after)


def _locked(went: Row, back: _Back) -> Iterator[Refusal]:
    """Yield a refusal for each cell that was changed though it is locked."""
    for header, was in zip((*TOLD, MARK), (*went.told, went.mark), strict=True):
        if (text := back.cells[header].text) != was:
            yield Refusal(header, _changed(header, text, was), (_back(was), said("locked-cell.tell-the-editor")))


def _changed(header: str, text: str, was: str) -> Words:
    if not was:
        return said("locked-cell.written", header=header, text=text)
    return (
        said("locked-cell.changed", header=header, text=text, was=was)
        if text
        else said("locked-cell.emptied", header=header, was=was)
    )


def _back(was: str) -> Words:
    return said("locked-cell.put-back", was=was) if was else said("locked-cell.clear")


def lacking(taken: Iterable[Taken]) -> Iterator[Diagnostic]:
    """Yield a warning for each new value that will be told as from the source of the old ones, and for each without a signature."""
    for one in taken:
        cited = f"{one.figure.citation.source} {one.figure.citation.place}".strip()
        for header, place in one.lacking.items():
            says, cure = (
                (said("no-source.row", figure=one.figure.id, source=cited), said("no-source.fill-in"))
                if header == SOURCE
                else (said("unsigned-cell.lacking", figure=one.figure.id, header=header), said("unsigned-cell.sign"))
            )
            yield Diagnostic(Severity.WARNING, says, place=place, hints=(cure,))
