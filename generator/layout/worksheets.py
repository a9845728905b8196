"""The ledger laid out in worksheets to sign off: every figure, every placement, what explains other numbers, signatures.

In: the ledger and where its uses came to stand. Out: worksheets on which nothing is left to decide, and what they are to say and show.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from generator.document.ledger import FOLIO, UseKind
from generator.outputs import FIGURES as OUTPUT
from generator.statement.model import Kind, Run, Sheet, Statement, Thing, cell_number, entry, facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.diagnostics import Span
    from generator.document.ledger import Entry, Ledger, Line, Placement, Use
    from generator.statement.model import Facts

Row: TypeAlias = tuple["str | Decimal | None", ...]

TITLE = "数据底表"
FONT_NAME, FONT_SIZE = "Noto Sans SC", 9.0
FOOTER = "&L&A{status}&R第 &P 页，共 &N 页"
PAPER = "landscape 9"
"""A4 across: 9 is its number in ST_PaperSize."""
PADDING = 0.7109375
"""What a column of a width in characters takes more: 5 pixels of a digit's 7 (ECMA-376 Part 1, 18.3.1.13)."""
HEADER_ROW = 3
"""Three lines of title stand above the header."""
WIDEST = 190
"""Columns of 150 characters of 9 pt fill A4 across; more of them are made smaller, and these come to 7.1 pt."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: the colours of its letters and its ground as six hexadecimal digits, "" for no ground."""

    colour: str
    bold: bool = False
    size: float = FONT_SIZE
    fill: str = ""


_INK, _GREY, _PAPER = "1F1D1B", "5C5854", "FFFFFF"
INKS = {
    "text": Look(_INK),
    "centre": Look(_INK),
    "number": Look(_INK),
    "strong": Look(_INK, bold=True),
    "header": Look(_PAPER, bold=True, fill=_INK),
    "title": Look(_INK, bold=True, size=16.0),
    "subtitle": Look(_GREY),
}
"""The looks that cells have."""

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
    Column("含义", 20),
    Column("类别", 6, "centre"),
    Column("时期", 12),
    Column("印作", 13, "strong"),
    Column("数额", 17, "number"),
    Column("单位", 8),
    Column("口径", 11),
    Column("负责", 6),
    Column("来源", 10),
    Column("状态", 6, "centre"),
    Column("签核", 7),
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


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet: its name, a line that tells of it, its columns and rows; `height` in points is every row's, 0 where the text says."""

    name: str
    told: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    height: float = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets, with the digest of the content, the report's date and its status, "" or 草稿, which every sheet repeats."""

    sheets: tuple[Worksheet, ...]
    digest: str
    date: str
    status: str = ""

    @property
    def footer(self) -> str:
        """What stands at the foot of each printed page, its status in the middle (ECMA-376 Part 1, 18.3.1.39)."""
        return FOOTER.format(status=f"&C{self.status}" if self.status else "")


def lay_out(ledger: Ledger, placements: Sequence[Placement], status: str = "") -> Workbook:
    """Return the ledger's worksheets."""
    stands = _Stands(placements)
    signatures = tuple((role, "", "", "", "") for role in ROLES)
    sheets = (
        Worksheet("数据总表", "每个数据、每个时期一行", FIGURES, tuple(_figures(ledger, stands))),
        Worksheet("使用位置", "每个数据在成品中的每一处", PLACEMENTS, tuple(_placements(ledger, placements))),
        Worksheet("差异与豁免", "不是本报告数据的数，以及为什么可以出现", EXPLAINED, tuple(_explained(ledger, stands))),
        Worksheet("签核", "核对无误后逐项签字", SIGNATURES, signatures, height=34),
    )
    return Workbook(sheets, ledger.digest, ledger.date, status)


def headings(sheet: Worksheet, book: Workbook) -> tuple[str, str, str]:
    """Return the lines above a sheet's header."""
    name = f"{sheet.name}（{book.status}）" if book.status else sheet.name
    return name, f"{sheet.told}　报告日期 {book.date or '未填'}", f"内容摘要值（SHA-256）{book.digest}"


def number_format(amount: Decimal) -> str:
    """Return the number format that shows every digit of an amount (ECMA-376 Part 1, 18.8.31)."""
    exponent = amount.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return "#,##0" + ("." + "0" * places if places else "")


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


def _figures(ledger: Ledger, stands: _Stands) -> Iterator[Row]:
    uses: dict[tuple[str, str], list[str]] = {}
    for use in ledger.uses:
        uses.setdefault((use.figure, use.period), []).append(use.id)
    for figure in ledger.entries:
        for line in figure.lines:
            placed = uses.get((figure.figure, line.period), [])
            yield (*_figure(figure, line), stands.of(placed, "report"), stands.of(placed, "deck"))


def _figure(entry: Entry, line: Line) -> Row:
    return (
        entry.figure, entry.theme, entry.means, entry.kind, line.period, line.printed, line.amount, line.unit,
        line.scope or entry.scope, entry.owner, line.source, line.status, line.signed, line.was, line.because, entry.formula,
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


def of_workbook(book: Workbook) -> Statement:
    """Return what a workbook is to say and show."""
    entries = (("title", TITLE), ("description", book.digest), ("ContentDigest", book.digest), ("Status", book.status))
    itself = tuple(entry(name, text) for name, text in entries if text)
    return Statement(OUTPUT, itself, tuple(_sheet(number, one, book) for number, one in enumerate(book.sheets, 1)))


def _sheet(number: int, sheet: Worksheet, book: Workbook) -> Sheet:
    lines: list[tuple[tuple[str | Decimal | None, ...], tuple[str, ...]]] = [
        ((words,), (look,)) for words, look in zip(headings(sheet, book), ("title", "subtitle", "subtitle"), strict=True)
    ]
    lines.append((tuple(column.header for column in sheet.columns), ("header",) * len(sheet.columns)))
    lines += [(row, tuple(column.look for column in sheet.columns)) for row in sheet.rows]
    letters = [_letters(column) for column in range(len(sheet.columns))]
    cells = (
        _cell(f"{letter}{line}", value, look, sheet.name)
        for line, (row, looks) in enumerate(lines, 1)
        for letter, value, look in zip(letters, row, looks, strict=False)
        if value not in {None, ""}
    )
    last = f"{letters[-1]}{HEADER_ROW + 1 + len(sheet.rows)}"
    print_area, filtered = f"A1:{last}", f"A{HEADER_ROW + 1}:{last}"
    widths = " ".join(f"{column.width + PADDING:.2f}" for column in sheet.columns)
    told = (
        ("print-area", print_area), ("print-titles", f"{HEADER_ROW + 1}:{HEADER_ROW + 1}"), ("filter", filtered), ("footer", book.footer),
        ("setup", PAPER), ("panes", f"B{HEADER_ROW + 2}"), ("columns", widths),
    )  # fmt: skip
    entries = (entry(name, text) for name, text in told)
    return Sheet(number, facts(name=sheet.name), (*cells, *entries))


def _cell(address: str, value: str | Decimal | None, look: str, sheet: str) -> Thing:
    if isinstance(value, Decimal):
        return Thing(
            Kind.CELL, (Run(cell_number(value), _SHOWN["number"]),), facts(format=number_format(value)), f"{sheet} {address}"
        )
    return Thing(Kind.CELL, (Run(str(value), _SHOWN["text" if look == "number" else look]),), (), f"{sheet} {address}")


def _shown(look: Look) -> Facts:
    size = look.size if look.size != FONT_SIZE else None
    return facts(colour=look.colour, bold=1 if look.bold else None, size=size, marker=look.fill or None)


_SHOWN = {name: _shown(look) for name, look in INKS.items()}
"""What is stated of each look."""


def _letters(column: int) -> str:
    """Return a column's letters: A for the first."""
    more, last = divmod(column, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)
