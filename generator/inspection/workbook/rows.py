"""The rows of figures.xlsx beside what the ledger has: each value of each figure, each place of each use, each reason."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.diagnostics import Span, Words, said
from generator.document.ledger import FOLIO, Entry, Line, UseKind
from generator.inspection.verdict import whole
from generator.inspection.workbook.reader import same_number
from generator.outputs import DECK, FIGURES, REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.inspection.charge import Charge

FIGURE, PERIOD, PRINTED, AMOUNT, TEXT, NUMBER, PLACE, OUTPUT = "数据", "时期", "印作", "数额", "印出文字", "编号", "页码", "成品"
WORDS, REASON = "文字", "理由"
PLACE_LISTS = {"报告页": REPORT, "幻灯片": DECK}
OUTPUT_NAMES = {REPORT: "报告", DECK: "幻灯片"}

Row = dict[str, str]


def _tell(says: Words, charge: Charge, span: Span | None = None) -> None:
    charge.fault(says, whole(FIGURES), span, charge.edited)


def prove_rows(table: list[Row], charge: Charge) -> Iterator[bool]:
    """Compare each value of each figure with its row, and tell rows that nobody asked for."""
    by_key: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in table:
        by_key[row.get(FIGURE, ""), row.get(PERIOD, "")].append(row)
    places = _places(charge)
    for entry in charge.ledger.entries:
        for line in entry.lines:
            found = by_key.pop((entry.figure, line.period), [])
            says = _fault(entry, line, found, places)
            if says:
                _tell(says, charge, entry.span)
            yield says is None
    for figure, period in sorted(by_key):
        _tell(said("unexplained-numeral.row", figure=figure, period=period), charge)


def _fault(entry: Entry, line: Line, found: list[Row], places: Mapping[tuple[str, str, str], set[int]]) -> Words | None:
    if len(found) != 1:
        return said("wrong-figure.rows", figure=entry.figure, period=line.period, count=len(found))
    (row,) = found
    for header, due in _columns(entry, line).items():
        if row.get(header, "") != due:
            return _cell(entry, header, due, row)
    shown = row.get(AMOUNT, "")
    if not (same_number(shown, line.amount) if line.amount is not None else shown == ""):
        return _cell(entry, AMOUNT, "" if line.amount is None else f"{line.amount:f}", row)
    for header, output in PLACE_LISTS.items():
        told = {int(one) for one in re.findall(r"\d+", row.get(header, ""))}
        if told != (stands := places.get((entry.figure, line.period, output), set())):
            return _cell(entry, header, "、".join(map(str, sorted(stands))), row)
    return None


def _cell(entry: Entry, header: str, due: str, row: Row) -> Words:
    """Return in words what should stand in a cell, and what stands there."""
    should, reads = (said("cell.text", text=text) if text else said("cell.empty") for text in (due, row.get(header, "")))
    return said("wrong-figure.cell", figure=entry.figure, header=header, due=should, reads=reads)


def _columns(entry: Entry, line: Line) -> dict[str, str]:
    """Return what a row must say under each header of words."""
    return {
        PRINTED: line.printed, "主题": entry.theme, "含义": entry.means, "类别": entry.kind, "单位": line.unit,
        "口径": line.scope or entry.scope, "负责": entry.owner, "来源": line.source, "状态": line.status, "签核": line.signed,
        "原值": line.was, "修订原因": line.because, "算式": entry.formula,
    }  # fmt: skip


def _places(charge: Charge) -> dict[tuple[str, str, str], set[int]]:
    """Return the pages and slides of each value of each figure."""
    found: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for one in charge.placements:
        if use := charge.uses.get(one.use):
            found[use.figure, use.period, one.output].add(one.place)
    return found


def prove_uses(table: list[Row], charge: Charge) -> None:
    """Compare the list of placements with the placements, one by one."""
    told = Counter(tuple(row.get(key, "") for key in (NUMBER, FIGURE, PERIOD, OUTPUT, PLACE, TEXT)) for row in table)
    numbers = charge.ledger.numbers()
    for one in charge.placements:
        if one.output in OUTPUT_NAMES and one.use != FOLIO and (use := charge.uses.get(one.use)):
            told[numbers[use.id], use.figure, use.period, OUTPUT_NAMES[one.output], str(one.place), one.text] -= 1
    uses = {number: charge.uses[name] for name, number in numbers.items()}
    for (number, _, _, output, place, text), count in sorted(told.items()):
        if count:
            key, use = "wrong-figure.use-too-many" if count > 0 else "wrong-figure.use-lacking", uses.get(number)
            _tell(said(key, text=text, number=number, output=output, place=place), charge, use.span if use else None)


def prove_explained(table: list[Row], charge: Charge) -> None:
    """Compare the list of names, quotes and exemptions with the ledger's."""
    told = Counter((row.get(WORDS, ""), row.get(REASON, "")) for row in table)
    told.subtract((words, why) for words, why in charge.ledger.names)
    told.subtract(
        (use.text, use.reason) for use in charge.ledger.uses if use.kind in {UseKind.EXEMPT, UseKind.QUOTE, UseKind.KNOWN}
    )
    for (words, why), count in sorted(told.items()):
        if count:
            key = "wrong-figure.reason-too-many" if count > 0 else "wrong-figure.reason-lacking"
            _tell(said(key, words=words, why=why), charge)
