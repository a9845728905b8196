"""The proof of figures.xlsx: what will be signed off is what the ledger lists, row by row, and no other number stands beside it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO, UseKind
from generator.inspection.numerals import mask, unexplained
from generator.inspection.package import DAMAGE, Package, reason
from generator.inspection.verdict import DECK, FIGURES, FILES, REPORT, Charge
from generator.inspection.workbook.reader import (
    format_literals,
    hidden_parts,
    read_cells,
    rows,
    same_number,
    sheet_parts,
    unknown_parts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal
    from pathlib import Path

    from generator.diagnostics import Span
    from generator.document.ledger import Entry, Line

FIGURE, PERIOD, PRINTED, AMOUNT, TEXT, NUMBER, PLACE, OUTPUT = "数据", "时期", "印作", "数额", "印出文字", "编号", "页码", "成品"
WORDS, REASON = "文字", "理由"
PLACE_LISTS = {"报告页": REPORT, "幻灯片": DECK}
OUTPUT_NAMES = {REPORT: "报告", DECK: "幻灯片"}
MAXIMUM_TITLE = 2
"""Titles stand alone in their rows; a row with more cells than this is the header."""

_WHERE = re.compile(r"第\d+行第\d+列")
_PLACES = re.compile(r"[\d、]+")
_COLUMN = re.compile(r"\d+\Z")

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    cells: Mapping[str, str]
    hidden: tuple[str, ...]


def prove_ledger(path: Path, charge: Charge) -> int:
    """Prove the workbook; return the rows that stand as the ledger has them. Faults go to the charge's sink."""
    try:
        package = Package.open(path)
        sheets = [_read(package, *one) for one in sheet_parts(package)]
        digest = package.custom_property("ContentDigest")
        sayings = (*package.sayings(), *(("a number format", words) for words in format_literals(package)))
        unread = unknown_parts(package)
    except DAMAGE as fault:
        charge.unreadable(FIGURES, reason(fault))
        return 0
    if not charge.is_current(FIGURES, digest):
        return 0
    _prove_beside(sayings, unread, charge)
    known = _Known.of(charge)
    for sheet in sheets:
        for words in sheet.hidden:
            _tell("not-visible", f"{words} of `{sheet.name}` is hidden", charge)
        _prove_numerals(sheet, known, charge)
    tables = [row for sheet in sheets for row in _table(sheet.cells)]
    found = sum(_prove_rows([row for row in tables if PRINTED in row], charge))
    _prove_uses([row for row in tables if TEXT in row or NUMBER in row], charge)
    _prove_explained([row for row in tables if WORDS in row], charge)
    return found


def _read(package: Package, name: str, part: str, hidden: bool) -> _Sheet:  # noqa: FBT001 - the fields of a Sheet in order
    parts = hidden_parts(package, part)
    return _Sheet(name, read_cells(package, part), ("the whole", *parts) if hidden else parts)


def _prove_beside(sayings: Iterable[tuple[str, str]], unread: Iterable[str], charge: Charge) -> None:
    """Explain the numerals of properties and number formats, and tell parts that nobody here reads."""
    for what, words in sayings:
        for numeral in unexplained(mask(words, [charge.ledger.digest]), charge.names):
            _tell("unexplained-numeral", f"{what} says `{numeral.text}`, which is no listed use", charge)
    for name in unread:
        _tell("unread-content", f"there is the part `{name}`, which no reader of numbers can see into", charge)


def _tell(code: str, message: str, charge: Charge, span: Span | None = None) -> None:
    where = (f"it comes from {span}",) if span else ()
    charge.sink.error(code, message, span, charge.edited, *where, place=FILES[FIGURES])


def _table(cells: Mapping[str, str]) -> list[Row]:
    """Return the rows below the header, each by the header's words."""
    header: dict[str, str] = {}
    found = []
    for _number, line in sorted(rows(dict(cells)).items()):
        if not header and len([one for one in line.values() if one]) > MAXIMUM_TITLE:
            header = line
        elif header:
            found.append({header[column]: text for column, text in line.items() if column in header})
    return found


def _prove_rows(table: list[Row], charge: Charge) -> Iterator[bool]:
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
                _tell("wrong-figure", message, charge, entry.span)
            yield not message
    for figure, period in sorted(by_key):
        _tell("unexplained-numeral", f"a row for `{figure}` ({period}) stands there, which the content does not have", charge)


def _fault(entry: Entry, line: Line, found: list[Row], places: Mapping[tuple[str, str, str], set[int]]) -> str:
    if len(found) != 1:
        return f"`{entry.figure}` ({line.period}) has {len(found)} rows"
    (row,) = found
    for header, due in _columns(entry, line).items():
        if row.get(header, "") != due:
            return f"`{entry.figure}` has {due or 'nothing'} as {header} in the content and reads {row.get(header) or 'nothing'}"
    shown = row.get(AMOUNT, "")
    if not _is_amount(shown, line.amount):
        return f"the amount of `{entry.figure}` is {_amount(line.amount)} in the content and reads {shown or 'nothing'}"
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


def _is_amount(shown: str, amount: Decimal | None) -> bool:
    return shown == "" if amount is None else same_number(shown, amount)


def _amount(amount: Decimal | None) -> str:
    return "nothing" if amount is None else f"{amount:f}"


def _places(charge: Charge) -> dict[tuple[str, str, str], set[int]]:
    """Return the pages and slides of each value of each figure."""
    found: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for one in charge.placements:
        if use := charge.uses.get(one.use):
            found[use.figure, use.period, one.output].add(one.place)
    return found


def _prove_uses(table: list[Row], charge: Charge) -> None:
    """Compare the list of placements with the placements, one by one."""
    told = Counter(tuple(row.get(key, "") for key in (NUMBER, FIGURE, PERIOD, OUTPUT, PLACE, TEXT)) for row in table)
    for one in charge.placements:
        if one.use != FOLIO and (use := charge.uses.get(one.use)):
            told[use.id, use.figure, use.period, OUTPUT_NAMES[one.output], str(one.place), one.text] -= 1
    for (use_id, _, _, output, place, text), count in sorted(told.items()):
        if count:
            which, use = "lists" if count > 0 else "does not list", charge.uses.get(use_id)
            message = f"the workbook {which} `{text}` ({use_id}) on {output} {place}"
            _tell("wrong-figure", message, charge, use.span if use else None)


def _prove_explained(table: list[Row], charge: Charge) -> None:
    """Compare the list of names, quotes and exemptions with the ledger's."""
    told = Counter((row.get(WORDS, ""), row.get(REASON, "")) for row in table)
    told.subtract((words, why) for words, why in charge.ledger.names)
    told.subtract((use.text, use.reason) for use in charge.ledger.uses if use.kind in {UseKind.EXEMPT, UseKind.QUOTE})
    for (words, why), count in sorted(told.items()):
        if count:
            which = "lists" if count > 0 else "does not list"
            _tell("wrong-figure", f"the workbook {which} `{words}` with the reason `{why}`", charge)


@dataclass(frozen=True, slots=True)
class _Known:
    """All words of the ledger, its amounts, and its digest: what a cell may say."""

    words: frozenset[str]
    amounts: frozenset[float]

    @classmethod
    def of(cls, charge: Charge) -> _Known:
        ledger = charge.ledger
        entries = [
            word for one in ledger.entries for word in (one.figure, one.means, one.scope, one.owner, one.formula, one.theme)
        ]
        lines = [line for entry in ledger.entries for line in entry.lines]
        said = [
            word
            for line in lines
            for word in (line.period, line.printed, line.unit, line.source, line.scope, line.status, line.was, line.because)
        ]
        uses = [word for use in ledger.uses for word in (use.id, use.text, use.reason, use.figure, use.period)]
        names = [word for pair in ledger.names for word in pair]
        items = [one.item for one in charge.placements]
        amounts = frozenset(float(line.amount) for line in lines if line.amount is not None)
        return cls(frozenset([*entries, *said, *uses, *names, *items]), amounts)

    def explains(self, text: str) -> bool:
        return text in self.words or bool(_WHERE.fullmatch(text)) or self._is_amount(text)

    def _is_amount(self, text: str) -> bool:
        try:
            return float(text) in self.amounts
        except ValueError:
            return False


def _prove_numerals(sheet: _Sheet, known: _Known, charge: Charge) -> None:
    """Explain every numeral of every cell: numbers of the ledger's own, places, and words that the ledger holds."""
    columns = _place_columns(sheet.cells)
    own = [charge.ledger.digest, "SHA-256"]
    explained = set[str]()
    for address, text in sheet.cells.items():
        if text in explained or (_COLUMN.sub("", address) in columns and _PLACES.fullmatch(text)):
            continue
        strays = () if known.explains(text) else unexplained(mask(text, own), charge.names)
        if not strays:
            explained.add(text)
        for numeral in strays:
            message = f"the numeral `{numeral.text}` in cell {address} of `{sheet.name}` is no listed use"
            _tell("unexplained-numeral", message, charge)


def _place_columns(cells: Mapping[str, str]) -> frozenset[str]:
    headers: Iterable[str] = {*PLACE_LISTS, PLACE}
    return frozenset(_COLUMN.sub("", address) for address, text in cells.items() if text in headers)
