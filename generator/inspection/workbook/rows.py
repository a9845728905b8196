"""The rows of figures.xlsx beside what the ledger has: each value of each figure, each place of each use, each reason."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO, UseKind
from generator.inspection.verdict import DECK, FIGURES, FILES, REPORT
from generator.inspection.workbook.reader import same_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.diagnostics import Span
    from generator.document.ledger import Entry, Line
    from generator.inspection.charge import Charge

FIGURE, PERIOD, PRINTED, AMOUNT, TEXT, NUMBER, PLACE, OUTPUT = "数据", "时期", "印作", "数额", "印出文字", "编号", "页码", "成品"
WORDS, REASON = "文字", "理由"
PLACE_LISTS = {"报告页": REPORT, "幻灯片": DECK}
OUTPUT_NAMES = {REPORT: "报告", DECK: "幻灯片"}

Row = dict[str, str]


def _tell(message: str, charge: Charge, span: Span | None = None, code: str = "wrong-figure") -> None:
    charge.fault(code, message, FILES[FIGURES], span, charge.edited)


def prove_rows(table: list[Row], charge: Charge) -> Iterator[bool]:
    """Compare each value of each figure with its row, and tell rows that nobody asked for."""
    by_key: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in table:
        by_key[row.get(FIGURE, ""), row.get(PERIOD, "")].append(row)
    places = _places(charge)
    for entry in charge.ledger.entries:
        for line in entry.lines:
            found = by_key.pop((entry.figure, line.period), [])
            message = _fault(entry, line, found, places)
            if message:
                _tell(message, charge, entry.span)
            yield not message
    for figure, period in sorted(by_key):
        message = f"a row for `{figure}` ({period}) stands there, which the content does not have"
        _tell(message, charge, code="unexplained-numeral")


def _fault(entry: Entry, line: Line, found: list[Row], places: Mapping[tuple[str, str, str], set[int]]) -> str:
    if len(found) != 1:
        return f"`{entry.figure}` ({line.period}) has {len(found)} rows"
    (row,) = found
    for header, due in _columns(entry, line).items():
        if row.get(header, "") != due:
            return f"`{entry.figure}` has {due or 'nothing'} as {header} in the content and reads {row.get(header) or 'nothing'}"
    shown = row.get(AMOUNT, "")
    if not (same_number(shown, line.amount) if line.amount is not None else shown == ""):
        due = "nothing" if line.amount is None else f"{line.amount:f}"
        return f"the amount of `{entry.figure}` is {due} in the content and reads {shown or 'nothing'}"
    for header, output in PLACE_LISTS.items():
        told = {int(one) for one in re.findall(r"\d+", row.get(header, ""))}
        if told != (stands := places.get((entry.figure, line.period, output), set())):
            return f"`{entry.figure}` stands on {output} {sorted(stands)}, the row says {sorted(told)}"
    return ""


def _columns(entry: Entry, line: Line) -> dict[str, str]:
    """Return what a row must say under each header of words."""
    return {
        PRINTED: line.printed, "主题": entry.theme, "含义": entry.means, "类别": entry.kind, "单位": line.unit,
        "口径": line.scope or entry.scope, "负责": entry.owner, "来源": line.source, "状态": line.status, "原值": line.was,
        "修订原因": line.because, "算式": entry.formula,
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
        if one.use != FOLIO and (use := charge.uses.get(one.use)):
            told[numbers[use.id], use.figure, use.period, OUTPUT_NAMES[one.output], str(one.place), one.text] -= 1
    uses = {number: charge.uses[name] for name, number in numbers.items()}
    for (number, _, _, output, place, text), count in sorted(told.items()):
        if count:
            which, use = "lists" if count > 0 else "does not list", uses.get(number)
            message = f"the workbook {which} `{text}` ({number}) on {output} {place}"
            _tell(message, charge, use.span if use else None)


def prove_explained(table: list[Row], charge: Charge) -> None:
    """Compare the list of names, quotes and exemptions with the ledger's."""
    told = Counter((row.get(WORDS, ""), row.get(REASON, "")) for row in table)
    told.subtract((words, why) for words, why in charge.ledger.names)
    told.subtract((use.text, use.reason) for use in charge.ledger.uses if use.kind in {UseKind.EXEMPT, UseKind.QUOTE})
    for (words, why), count in sorted(told.items()):
        if count:
            which = "lists" if count > 0 else "does not list"
            _tell(f"the workbook {which} `{words}` with the reason `{why}`", charge)
