"""Editions read from a content file, or from the ledger of a built set: a path in; an edition out.

The ledger is read as the inspector reads it, by what the file itself says; a content is resolved, so that both have the same facts.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from generator.content import reader
from generator.content.figures.quantity import QUALIFIERS, Quantity, read
from generator.content.figures.units import STANDARD, Unit
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, Sink, said
from generator.document.resolve import resolve
from generator.edition import workbooks
from generator.edition.compare.model import Aspect, Edition, Figure, Value
from generator.edition.compare.texts import parts
from generator.inspection.damage import DAMAGE, reason
from generator.inspection.workbook.reader import read_ledger, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.diagnostics import Words
    from generator.document.ledger import Entry, Line
    from generator.inspection.workbook.reader import Sheet

LEDGER = "figures.xlsx"
WORKBOOK = ".xlsx"
SHEET, HEADER = "数据总表", "数据"
PERIOD, PRINTED, AMOUNT, UNIT = "时期", "印作", "数额", "单位"
OF_FIGURE = {
    Aspect.DEFINITION: "含义",
    Aspect.KIND: "类别",
    Aspect.OWNER: "负责",
    Aspect.THEME: "主题",
    Aspect.FORMULA: "算式",
}
OF_VALUE = {Aspect.SCOPE: "口径", Aspect.SOURCE: "来源", Aspect.STATUS: "状态", Aspect.WAS: "原值"}
"""The columns of the ledger that tell what is known of a figure, and of one of its values."""
REASON = "修订原因"
COMPUTED = ":"
"""In a name that no figure can have: what is computed of a figure itself (善款:同比) changes with it, and is no news of its own."""


def edition(path: Path) -> Edition:
    """Return the edition that stands at a path: a content file, a ledger, or a folder with one.

    What does not hold together yet (a formula, a reference) is compared as it is. Raises BuildError (Exit.CONTENT) for a content that
    cannot be read whole, and for a ledger that is missing, damaged or none.
    """
    path = path / LEDGER if path.is_dir() else path
    return _of_ledger(path) if path.suffix.lower() == WORKBOOK else _of_content(path)


def _of_content(path: Path) -> Edition:
    author = reader.read(path)
    Sink([one for one in author.diagnostics if one.severity is Severity.ERROR]).raise_errors(Exit.CONTENT)
    assert author.value is not None
    entries = resolve(author.value, whole=False).value.ledger.entries
    figures = tuple(_figure(one) for one in entries if COMPUTED not in one.figure)
    return Edition(path.name, author.value.digest, figures, tuple(parts(author.value)))


def _figure(entry: Entry) -> Figure:
    known = {"含义": entry.means, "类别": entry.kind, "负责": entry.owner, "主题": entry.theme, "算式": entry.formula}
    values = tuple(_value(_as_row(line, entry)) for line in entry.lines)
    return Figure(entry.figure, {one.value: known[header] for one, header in OF_FIGURE.items()}, values)


def _as_row(line: Line, entry: Entry) -> dict[str, str]:
    """Return a value as the ledger's row has it."""
    amount = "" if line.amount is None else f"{line.amount:f}"
    return {
        PERIOD: line.period, PRINTED: line.printed, AMOUNT: amount, UNIT: line.unit, "口径": line.scope or entry.scope,
        "来源": line.source, "状态": line.status, "原值": line.was, REASON: line.because,
    }  # fmt: skip


def _of_ledger(path: Path) -> Edition:
    try:
        workbooks.opened(path)
        book = read_ledger(path)
    except DAMAGE as fault:
        missing = said("bad-compare.missing", file=str(path)) if isinstance(fault, FileNotFoundError) else None
        raise _refusal(missing or said("bad-compare.unreadable", file=str(path), why=reason(fault))) from fault
    table = [row for sheet in book.sheets if sheet.name == SHEET for row in _table(sheet)]
    if not table:
        raise _refusal(said("bad-compare.no-ledger", file=str(path), sheet=SHEET))
    return Edition(path.name, book.digest, tuple(_figures(table)), None)


def _refusal(says: Words) -> BuildError:
    return BuildError(Exit.CONTENT, (Diagnostic(Severity.ERROR, says),))


def _table(sheet: Sheet) -> Iterator[dict[str, str]]:
    """Yield the rows under the header, each by the header's words: what a ledger of another version has no column for is not in them."""
    header: dict[str, str] = {}
    for _, line in sorted(rows(sheet.cells).items()):
        if HEADER in line.values() and PRINTED in line.values():
            header = line
        elif header and any(line.values()):
            yield {word: line.get(column, "") for column, word in header.items()}


def _figures(table: list[dict[str, str]]) -> Iterator[Figure]:
    by_name: dict[str, list[dict[str, str]]] = {}
    for row in table:
        if COMPUTED not in row.get(HEADER, ""):
            by_name.setdefault(row.get(HEADER, ""), []).append(row)
    for name, found in by_name.items():
        known = {one.value: found[0][header] for one, header in OF_FIGURE.items() if header in found[0]}
        yield Figure(name, known, tuple(map(_value, found)))


def _value(row: Mapping[str, str]) -> Value:
    """Return the value of a row; its amount, where there is no column for it, is that which is printed."""
    printed = row.get(PRINTED, "")
    quantity = _quantity(printed, row.get(UNIT, ""))
    known = {one.value: row[header] for one, header in OF_VALUE.items() if header in row}
    if because := row.get(REASON, ""):
        known[Aspect.WAS.value] = "：".join(filter(None, (known.get(Aspect.WAS.value, ""), because)))
    amount = _amount(row.get(AMOUNT, str(quantity.amount or "") if quantity else ""))
    return Value(row.get(PERIOD, ""), printed, _qualifier(printed, quantity), amount, row.get(UNIT, ""), known)


def _amount(text: str) -> Decimal | None:
    """Return an amount; a workbook may hold any decimal writing of its double."""
    try:
        return Decimal(repr(float(text))).normalize() if text else None
    except (ValueError, InvalidOperation):
        return None


def _quantity(printed: str, unit: str) -> Quantity | None:
    """Return what a printed value says; `unit` may be the author's own."""
    units = STANDARD.extended([Unit(unit, unit)]) if unit and STANDARD.get(unit) is None else STANDARD
    quantity = read(printed, units)
    return quantity if isinstance(quantity, Quantity) else None


def _qualifier(printed: str, quantity: Quantity | None) -> str:
    """Return what qualifies a printed value (近, 多, 左右)."""
    if quantity:
        return quantity.qualifier + quantity.approx
    return next((one for one in QUALIFIERS if printed.startswith(one)), "")
