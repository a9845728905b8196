"""The proof of figures.xlsx: what will be signed off is what the ledger lists, row by row, and no other number stands beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO
from generator.inspection.deck_charts import as_number, read_cells, rows
from generator.inspection.numerals import mask, unexplained
from generator.inspection.package_reader import NS, RELATIONSHIP_ID, Package, UnreadableError
from generator.inspection.verdict import DECK, FIGURES, FILES, REPORT, Charge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.document.ledger import Entry, Line

FIGURE, PERIOD, PRINTED, AMOUNT, TEXT, NUMBER, PLACE, OUTPUT = "数据", "时期", "印作", "数额", "印出文字", "编号", "页码", "成品"
PLACE_LISTS = {"报告页": REPORT, "幻灯片": DECK}
_WHERE = re.compile(r"第\d+行第\d+列")

Row = dict[str, str]


def prove_ledger(path: Path, charge: Charge) -> int:
    """Prove the workbook; return the rows that stand as the ledger has them. Faults go to the charge's sink."""
    try:
        package = Package.open(path)
        sheets = dict(_sheets(package))
    except (UnreadableError, OSError, KeyError, IndexError) as reason:
        charge.fault("unreadable", f"the file cannot be read: {reason}", FILES[FIGURES], None)
        return 0
    if package.custom_property("ContentDigest") != charge.ledger.digest:
        hint = "run `jianbao build`, so that all files are of one content"
        charge.fault("stale-output", "the file was built from another content", FILES[FIGURES], None, hint)
        return 0
    for name, cells in sheets.items():
        _prove_numerals(name, cells, charge)
    tables = [_table(cells) for cells in sheets.values()]
    found = sum(_prove_rows([row for table in tables for row in table if PRINTED in row], charge))
    _prove_uses([row for table in tables for row in table if TEXT in row], charge)
    return found


def _sheets(package: Package) -> Iterator[tuple[str, dict[str, str]]]:
    main = "xl/workbook.xml"
    for sheet in package.part(main).findall("s:sheets/s:sheet", NS):
        part = package.relations(main)[sheet.get(RELATIONSHIP_ID, "")][1]
        yield sheet.get("name", ""), read_cells(package, part)


def _table(cells: Mapping[str, str]) -> list[Row]:
    """Return the rows below the header, each by the header's words. The header is the first row with three cells or more."""
    lines = rows(dict(cells))
    header: dict[str, str] = {}
    found = []
    for _number, line in sorted(lines.items()):
        if not header and len([one for one in line.values() if one]) > 2:  # noqa: PLR2004 - titles above have one cell
            header = line
        elif header:
            found.append({header[column]: text for column, text in line.items() if column in header})
    return found


def _prove_rows(table: list[Row], charge: Charge) -> Iterator[bool]:
    """Compare each value of each figure with its row."""
    by_key = {(row.get(FIGURE, ""), row.get(PERIOD, "")): row for row in table}
    for entry in charge.ledger.entries:
        for line in entry.lines:
            row = by_key.get((entry.figure, line.period))
            message = _fault(entry, line, row, charge)
            if message:
                charge.sink.error("wrong-figure", message, entry.span, place=FILES[FIGURES])
            yield not message
    listed = {(entry.figure, line.period) for entry in charge.ledger.entries for line in entry.lines}
    for figure, period in sorted(set(by_key) - listed):
        message = f"a row for `{figure}` ({period}) stands there, which the content does not have"
        charge.sink.error("unexplained-numeral", message, place=FILES[FIGURES])


def _fault(entry: Entry, line: Line, row: Row | None, charge: Charge) -> str:
    if row is None:
        return f"`{entry.figure}` ({line.period}) has no row"
    if row[PRINTED] != line.printed:
        return f"`{entry.figure}` is {line.printed} in the content and reads {row[PRINTED]}"
    shown = row.get(AMOUNT, "")
    if line.amount is not None and as_number(shown) != line.amount:
        return f"the amount of `{entry.figure}` is {line.amount:f} in the content and reads {shown or 'nothing'}"
    for header, output in PLACE_LISTS.items():
        told = {int(one) for one in re.findall(r"\d+", row.get(header, ""))}
        if told != (stands := _places(entry.figure, line.period, output, charge)):
            return f"`{entry.figure}` stands on {output} {sorted(stands)}, the row says {sorted(told)}"
    return ""


def _places(figure: str, period: str, output: str, charge: Charge) -> set[int]:
    return {
        one.place
        for one in charge.placements
        if one.output == output and one.use in charge.uses
        and (charge.uses[one.use].figure, charge.uses[one.use].period) == (figure, period)
    }  # fmt: skip


def _prove_uses(table: list[Row], charge: Charge) -> None:
    """Compare the list of placements with the placements, one by one."""
    told: dict[tuple[str, str, str], int] = defaultdict(int)
    for row in table:
        if NUMBER in row:
            told[row[NUMBER], row[PLACE], row[TEXT]] += 1
    for one in charge.placements:
        if one.use and one.use != FOLIO:
            told[one.use, str(one.place), one.text] -= 1
    for (use, place, text), count in sorted(told.items()):
        if count:
            which = "lists" if count > 0 else "does not list"
            charge.sink.error("wrong-figure", f"the workbook {which} `{text}` ({use}) on {place}", place=FILES[FIGURES])


def _prove_numerals(name: str, cells: Mapping[str, str], charge: Charge) -> None:
    """Explain every numeral of every cell: numbers of the ledger's own, places, and words that the ledger holds."""
    known, numbers, place_columns = _known_words(charge), _known_numbers(charge), _place_columns(cells)
    for address, text in cells.items():
        is_place = address.rstrip("0123456789") in place_columns and re.fullmatch(r"[\d、]+", text)
        if as_number(text) in numbers or text in known or _WHERE.fullmatch(text) or is_place:
            continue
        for numeral in unexplained(mask(text, [charge.ledger.digest, "SHA-256"]), charge.names):
            message = f"the numeral `{numeral.text}` in cell {address} of `{name}` is no listed use"
            charge.sink.error("unexplained-numeral", message, place=FILES[FIGURES])


def _place_columns(cells: Mapping[str, str]) -> frozenset[str]:
    headers = {*PLACE_LISTS, PLACE}
    return frozenset(address.rstrip("0123456789") for address, text in cells.items() if text in headers)


def _known_words(charge: Charge) -> frozenset[str]:
    entries = [
        word
        for entry in charge.ledger.entries
        for word in (entry.figure, entry.means, entry.scope, entry.owner, entry.formula, entry.theme)
    ]
    lines = [
        word
        for entry in charge.ledger.entries
        for line in entry.lines
        for word in (line.period, line.printed, line.unit, line.source, line.scope, line.status, line.was, line.because)
    ]
    uses = [word for use in charge.ledger.uses for word in (use.id, use.text, use.reason, use.figure, use.period)]
    names = [word for pair in charge.ledger.names for word in pair]
    items = [one.item for one in charge.placements]
    return frozenset([*entries, *lines, *uses, *names, *items])


def _known_numbers(charge: Charge) -> frozenset[object]:
    return frozenset(line.amount for entry in charge.ledger.entries for line in entry.lines if line.amount is not None)
