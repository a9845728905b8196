"""The hands of a year: an editor's few lines, the departments' cells, an approver's signature. All numbers are made up.

In: the sample rolled on, or its form. Out: the same with what people write into it; what they wrote says that it is made up.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl

from generator.edition.collect.form import HEADER_ROW, HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

SOURCE = "示例"
REGISTERED = f"""\
sources:
  {SOURCE}:
    title: 编造的示例数据，供检验用，不是事实
    date: 2022年6月
"""
"""What every new value is told to come from, in the report's list of sources too."""
RESTATED = "{value: 5430个, was: 5425个, because: 补计一个县晚报的五个（编造的例子）}"
EDITS = {
    "sources:\n": REGISTERED,
    "      2020年: 5425个\n": f"      2020年: {RESTATED}\n",
    "平台农产品销售额为【农产品销售额】": "平台农产品销售额为【农产品销售额】，同比【农产品销售额:同比】",
}
"""The editor's own: a source, a restated value, a change against the year before."""
LATE = ("善款", "音乐教室")
"""Figures whose departments are late."""
SIGNATURE = {"状态": "已批", "审核人": "林青", "日期": "2022年7月1日"}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNTED = 20
"""Whole numbers below it grow by one, all others by a twelfth."""


def edited(text: str) -> str:
    """Return the rolled content with the editor's new facts."""
    for old, new in EDITS.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def decided(text: str) -> str:
    """Return it without the sources' old differences: the new one has none."""
    start = text.index("discrepancies:\n")
    end = re.compile(r"^(?=\S)", re.MULTILINE).search(text, start + 1)
    assert end is not None
    return text[:start] + text[end.start() :]


def made_up(before: str) -> str:
    """Return a made-up value after last year's, in the same words."""
    found = _NUMBER.search(before)
    if found is None:
        return before
    old = Decimal(found[0])
    whole = old == old.to_integral_value()
    new = old + 1 if whole and old < _COUNTED else (old * 13 / 12).quantize(Decimal(1) if whole else Decimal("0.1"))
    return f"{before[: found.start()]}{new}{before[found.end() :]}"


def filled(form: Path, *, late: tuple[str, ...] = ()) -> int:
    """Fill in what is asked but for those who are late; return how many values."""
    book, count = openpyxl.load_workbook(form), 0
    for number, row in enumerate(_rows(book.worksheets[1:]), HEADER_ROW + 2):
        if not row["数值"].value and row["数据"].value not in late:
            row["数值"].value = made_up(row["上期数"].value)
            row["来源文件"].value, row["段落"].value = SOURCE, f"第{number}行"
            row["备注"].value = "编造的数"
            count += 1
    book.save(form)
    return count


def signed(form: Path) -> None:
    """Approve every value of a form."""
    book = openpyxl.load_workbook(form)
    for row in _rows(book.worksheets[1:]):
        for header, text in SIGNATURE.items():
            row[header].value = text
    book.save(form)


def _rows(sheets: list[Worksheet]) -> Iterator[dict[str, Cell]]:
    for sheet in sheets:
        for row in sheet.iter_rows(min_row=HEADER_ROW + 2, max_col=len(HEADERS)):
            yield dict(zip(HEADERS, row, strict=True))
