"""The ledger as a workbook to sign off: figures.xlsx (ECMA-376, by xlsxwriter).

The ledger and where its uses came to stand in; four sheets out: every figure, every placement, quotes and exemptions, signatures.
All text is written as text (nothing of an author's can become a formula); the only date is the report's own, so that the same
ledger gives the same bytes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import xlsxwriter

from generator.layout.worksheets import FONT_NAME, FONT_SIZE, HEADER_ROW, INKS, TITLE, Look, headings, number_format

if TYPE_CHECKING:
    from pathlib import Path

    from generator.layout.worksheets import Column, Row, Workbook, Worksheet

FONT = {"font_name": FONT_NAME, "font_family": 2, "font_charset": 134, "font_size": FONT_SIZE}
"""Charset 134 (GB2312) tells a machine without the font to choose a Chinese one."""

RULE = "#C4BEB6"
A4 = 9
"""The paper's number in ST_PaperSize."""
UNDATED = date(2000, 1, 1)
"""A report without a date still gives the same bytes on every day."""


def write(book: Workbook, target: Path) -> None:
    """Write a workbook to a file; raises OSError when that cannot be written."""
    made = xlsxwriter.Workbook(
        str(target), {"strings_to_formulas": False, "strings_to_urls": False, "default_format_properties": dict(FONT)}
    )
    made.set_properties({"title": TITLE, "comments": book.digest, "created": _created(book.date)})
    made.set_custom_property("ContentDigest", book.digest)
    if book.status:
        made.set_custom_property("Status", book.status)
    scribe = _Scribe(made, book)
    for sheet in book.sheets:
        scribe.write(sheet)
    _close(made)


def _close(book: Any) -> None:  # noqa: ANN401  # xlsxwriter has no types
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as failure:
        raise failure.args[0] from None  # the system's own error, with its number


def _created(iso: str) -> datetime:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        day = UNDATED
    return datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)


def _colour(digits: str) -> str:
    return f"#{digits}"


def _font(look: Look) -> dict[str, object]:
    told: dict[str, object] = {**FONT, "font_color": _colour(look.colour), "font_size": look.size, "bold": look.bold}
    return told | ({"bg_color": _colour(look.fill)} if look.fill else {})


class _Scribe:
    """Writes sheets of one look: title, digest, header, rows; for paper A4 landscape, as wide as the sheet."""

    def __init__(self, made: Any, book: Workbook) -> None:  # noqa: ANN401  # xlsxwriter has no types
        self._made, self._book = made, book
        rule = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": RULE}
        cell = {**FONT, "font_color": _colour(INKS["text"].colour), **rule}
        self._looks = {
            "text": self._format(cell),
            "strong": self._format({**cell, "bold": True}),
            "centre": self._format({**cell, "align": "center"}),
            "header": self._format({**_font(INKS["header"]), "valign": "vcenter", "text_wrap": True}),
            "title": self._format(_font(INKS["title"])),
            "subtitle": self._format(_font(INKS["subtitle"])),
        }
        self._number = {**cell, "align": "right"}
        self._numbers: dict[str, Any] = {}

    def _format(self, look: dict[str, object]) -> Any:  # noqa: ANN401
        return self._made.add_format(look)

    def write(self, told: Worksheet) -> None:
        """Write a sheet."""
        sheet = self._made.add_worksheet(told.name)
        self._head(sheet, told)
        for at, row in enumerate(told.rows, HEADER_ROW + 1):
            self._row(sheet, at, told.columns, row)
            if told.height:
                sheet.set_row(at, told.height)
        last = HEADER_ROW + len(told.rows)
        sheet.autofilter(HEADER_ROW, 0, last, len(told.columns) - 1)
        self._print(sheet, last, len(told.columns))

    def _head(self, sheet: Any, told: Worksheet) -> None:  # noqa: ANN401
        sheet.hide_gridlines(2)
        sheet.set_row(0, 26)
        for at, (words, look) in enumerate(zip(headings(told, self._book), ("title", "subtitle", "subtitle"), strict=True)):
            sheet.write_string(at, 0, words, self._looks[look])
        sheet.set_row(HEADER_ROW, 22)
        for index, column in enumerate(told.columns):
            sheet.set_column(index, index, column.width)
            sheet.write_string(HEADER_ROW, index, column.header, self._looks["header"])
        sheet.freeze_panes(HEADER_ROW + 1, 1)

    def _row(self, sheet: Any, at: int, columns: tuple[Column, ...], row: Row) -> None:  # noqa: ANN401
        for index, (column, cell) in enumerate(zip(columns, row, strict=True)):
            look = self._looks["text" if column.look == "number" else column.look]
            if cell is None or cell == "":
                sheet.write_blank(at, index, None, look)
            elif isinstance(cell, str):
                sheet.write_string(at, index, cell, look)
            else:
                sheet.write_number(at, index, float(cell), self._decimals(cell))

    def _decimals(self, amount: Decimal) -> Any:  # noqa: ANN401
        """Return the look of a number, every digit of it shown."""
        code = number_format(amount)
        if code not in self._numbers:
            self._numbers[code] = self._format({**self._number, "num_format": code})
        return self._numbers[code]

    def _print(self, sheet: Any, last: int, columns: int) -> None:  # noqa: ANN401
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.repeat_rows(HEADER_ROW)
        sheet.print_area(0, 0, last, columns - 1)
        sheet.set_footer(self._book.footer)
