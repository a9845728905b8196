"""The ledger as a workbook to sign off: figures.xlsx (ECMA-376, by xlsxwriter).

The ledger and where its uses came to stand in; four sheets out: every figure, every placement, quotes and exemptions, signatures.
All text is written as text (nothing of an author's can become a formula); the only date is the report's own, so that the same
ledger gives the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from generator.diagnostics import Span
from generator.document.ledger import FOLIO, Entry, Ledger, Line, Placement, Use, UseKind

FONT = {"font_name": "Noto Sans SC", "font_family": 2, "font_charset": 134, "font_size": 9}
"""Charset 134 (GB2312) tells a machine without the font to choose a Chinese one."""

INK, GREY, RULE, GROUND = "#1F1D1B", "#5C5854", "#C4BEB6", "#F6F3EE"
WIDEST = 190
"""Columns of 150 characters of 9 pt fill A4 across; more of them are made smaller, and these come to 7.1 pt."""
A4 = 9
"""The paper's number in ST_PaperSize."""
HEADER_ROW = 3
"""Three lines of title stand above the header."""
UNDATED = date(2000, 1, 1)
"""A report without a date still gives the same bytes on every day."""

KINDS = {
    UseKind.FIGURE: "数据",
    UseKind.DERIVED: "计算值",
    UseKind.PERIOD: "时期",
    UseKind.QUOTE: "来源原文",
    UseKind.EXEMPT: "豁免",
    UseKind.TYPED: "直接写出",
    UseKind.KNOWN: "常规用数",
    UseKind.LABEL: "程序标号",
}
EXPLAINED_KINDS = frozenset({UseKind.EXEMPT, UseKind.QUOTE, UseKind.KNOWN})
OUTPUTS = {"report": "报告", "deck": "幻灯片"}
ITEMS = {"notes": "备注", "": "正文"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, its width in characters, and how its cells look ("text", "number", "centre", "strong")."""

    header: str
    width: float
    look: str = "text"


FIGURES = (
    Column("数据", 13, "strong"),
    Column("主题", 11),
    Column("含义", 22),
    Column("类别", 6, "centre"),
    Column("时期", 12),
    Column("印作", 13, "strong"),
    Column("数额", 17, "number"),
    Column("单位", 8),
    Column("口径", 11),
    Column("负责", 6),
    Column("来源", 10),
    Column("状态", 6, "centre"),
    Column("原值", 8),
    Column("修订原因", 10),
    Column("算式", 14),
    Column("报告页", 9, "centre"),
    Column("幻灯片", 9, "centre"),
)
"""Together within WIDEST, so that nothing falls under 7 pt when the sheet is fitted to the paper."""
PLACEMENTS = (
    Column("编号", 8, "centre"),
    Column("数据", 18, "strong"),
    Column("时期", 20),
    Column("性质", 10, "centre"),
    Column("印出文字", 22, "strong"),
    Column("成品", 10, "centre"),
    Column("页码", 8, "centre"),
    Column("所在", 26),
    Column("内容文件", 20),
)
EXPLAINED = (
    Column("性质", 10, "centre"),
    Column("文字", 24, "strong"),
    Column("理由", 44),
    Column("报告页", 12, "centre"),
    Column("幻灯片", 12, "centre"),
    Column("内容文件", 20),
)
SIGNATURES = (Column("角色", 20, "strong"), Column("姓名", 22), Column("日期", 18), Column("签字", 34), Column("意见", 40))
ROLES = ("内容编写", "数据核对", "口径与来源复核", "传播与品牌", "批准发布")


def write(ledger: Ledger, placements: Sequence[Placement], target: Path) -> None:
    """Write the ledger to a file; raises OSError when that cannot be written."""
    book = xlsxwriter.Workbook(
        str(target), {"strings_to_formulas": False, "strings_to_urls": False, "default_format_properties": dict(FONT)}
    )
    book.set_properties({"title": "数据底表", "comments": ledger.digest, "created": _created(ledger.date)})
    book.set_custom_property("ContentDigest", ledger.digest)
    workbook = _Workbook(book, ledger)
    stands = _Stands(placements)
    workbook.sheet("数据总表", "每个数据、每个时期一行", FIGURES, _figures(ledger, stands))
    workbook.sheet("使用位置", "每个数据在成品中的每一处", PLACEMENTS, _placements(ledger, placements))
    workbook.sheet("差异与豁免", "不是本报告数据的数，以及为什么可以出现", EXPLAINED, _explained(ledger, stands))
    workbook.sheet("签核", "核对无误后逐项签字", SIGNATURES, (((role, "", "", "", "")) for role in ROLES), height=34)
    _close(book)


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


class _Stands:
    """On which pages and slides each use stands."""

    def __init__(self, placements: Iterable[Placement]) -> None:
        self._places: dict[tuple[str, str], set[int]] = {}
        for placement in placements:
            self._places.setdefault((placement.use, placement.output), set()).add(placement.place)

    def of(self, uses: Iterable[str], output: str) -> str:
        """Return the pages or slides of these uses: 4、5、12."""
        numbers = set().union(*(self._places.get((use, output), ()) for use in uses))
        return "、".join(map(str, sorted(numbers)))


Row = tuple["str | Decimal | None", ...]


def _figures(ledger: Ledger, stands: _Stands) -> Iterator[Row]:
    uses: dict[tuple[str, str], list[str]] = {}
    for use in ledger.uses:
        uses.setdefault((use.figure, use.period), []).append(use.id)
    for entry in ledger.entries:
        for line in entry.lines:
            placed = uses.get((entry.figure, line.period), [])
            yield (*_figure(entry, line), stands.of(placed, "report"), stands.of(placed, "deck"))


def _figure(entry: Entry, line: Line) -> Row:
    return (
        entry.figure, entry.theme, entry.means, entry.kind, line.period, line.printed, line.amount, line.unit,
        line.scope or entry.scope, entry.owner, line.source, line.status, line.was, line.because, entry.formula,
    )  # fmt: skip


def _placements(ledger: Ledger, placements: Iterable[Placement]) -> Iterator[Row]:
    uses, numbers = {use.id: use for use in ledger.uses}, ledger.numbers()
    standing = [placement for placement in placements if placement.use != FOLIO and placement.use in uses]
    for one in sorted(standing, key=lambda one: (list(OUTPUTS).index(one.output), one.place)):
        use = uses[one.use]
        output, item = OUTPUTS[one.output], ITEMS.get(one.item, one.item)
        yield numbers[use.id], use.figure, use.period, KINDS[use.kind], one.text, output, str(one.place), item, _where(use.span)


def _explained(ledger: Ledger, stands: _Stands) -> Iterator[Row]:
    for words, reason in ledger.names:
        yield "名称", words, reason, "", "", ""
    for use in ledger.uses:
        if use.kind in EXPLAINED_KINDS:
            yield _told(use, stands)


def _told(use: Use, stands: _Stands) -> Row:
    return KINDS[use.kind], use.text, use.reason, stands.of([use.id], "report"), stands.of([use.id], "deck"), _where(use.span)


def _where(span: Span) -> str:
    return f"第{span.line}行第{span.column}列"


class _Workbook:
    """Sheets of one look: title, digest, header, rows; for paper A4 landscape, as wide as the sheet."""

    def __init__(self, book: Any, ledger: Ledger) -> None:  # noqa: ANN401  # xlsxwriter has no types
        self._book, self._ledger = book, ledger
        cell = {**FONT, "font_color": INK, "valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": RULE}
        self._looks = {
            "text": self._format(cell),
            "strong": self._format({**cell, "bold": True}),
            "centre": self._format({**cell, "align": "center"}),
            "header": self._format(
                {**FONT, "bold": True, "font_color": "#FFFFFF", "bg_color": INK, "valign": "vcenter", "text_wrap": True}
            ),
            "title": self._format({**FONT, "bold": True, "font_size": 16, "font_color": INK}),
            "subtitle": self._format({**FONT, "font_color": GREY}),
        }
        self._number = {**cell, "align": "right"}
        self._numbers: dict[int, Any] = {}

    def _format(self, look: dict[str, object]) -> Any:  # noqa: ANN401
        return self._book.add_format(look)

    def sheet(self, name: str, told: str, columns: tuple[Column, ...], rows: Iterable[Row], height: float = 0) -> None:
        """Write a sheet; `height` in points gives every row the same height, 0 lets the text say."""
        sheet = self._book.add_worksheet(name)
        self._head(sheet, name, told, columns)
        last = HEADER_ROW
        for last, row in enumerate(rows, HEADER_ROW + 1):
            self._row(sheet, last, columns, row)
            if height:
                sheet.set_row(last, height)
        sheet.autofilter(HEADER_ROW, 0, last, len(columns) - 1)
        self._print(sheet, last, len(columns))

    def _head(self, sheet: Any, name: str, told: str, columns: tuple[Column, ...]) -> None:  # noqa: ANN401
        sheet.hide_gridlines(2)
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, name, self._looks["title"])
        sheet.write_string(1, 0, f"{told}　报告日期 {self._ledger.date or '未填'}", self._looks["subtitle"])
        sheet.write_string(2, 0, f"内容摘要值（SHA-256）{self._ledger.digest}", self._looks["subtitle"])
        sheet.set_row(HEADER_ROW, 22)
        for index, column in enumerate(columns):
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
        """Return the number format that shows every digit of an amount."""
        exponent = amount.normalize().as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        if places not in self._numbers:
            self._numbers[places] = self._format({**self._number, "num_format": "#,##0" + ("." + "0" * places if places else "")})
        return self._numbers[places]

    @staticmethod
    def _print(sheet: Any, last: int, columns: int) -> None:  # noqa: ANN401
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.repeat_rows(HEADER_ROW)
        sheet.print_area(0, 0, last, columns - 1)
        sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
