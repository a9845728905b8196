"""figures.xlsx: the whole ledger, exact amounts, nothing that a spreadsheet would run, the same bytes every time."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from generator.document.ledger import FOLIO, Entry, Ledger, Line, Placement, UseKind
from generator.layout.worksheets import EXPLAINED, FIGURES, HEADER_ROW, PLACEMENTS, SIGNATURES, WIDEST, Column, lay_out
from generator.writers import xlsx
from tests.document.sample import sample_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def write(ledger: Ledger, placements: Sequence[Placement], target: Path) -> None:
    xlsx.write(lay_out(ledger, placements), target)


LEDGER = replace(sample_report().ledger, date="2021-08-05")


def placements() -> Iterator[Placement]:
    """Each use on a page, and on two slides: as text and in the notes."""
    for index, use in enumerate(LEDGER.uses):
        yield Placement(use.id, "report", index % 16 + 1, "", use.text, None, "")
        yield Placement(use.id, "deck", index % 30 + 1, "正文框", use.text, None, "")
        yield Placement(use.id, "deck", index % 30 + 2, "notes", use.text, None, "")
    yield Placement(FOLIO, "report", 3, "", "3", None, "")


PLACED = tuple(placements())


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    target = tmp_path_factory.mktemp("xlsx") / "figures.xlsx"
    write(LEDGER, PLACED, target)
    return openpyxl.load_workbook(target)


def rows(book: Any, sheet: str) -> list[dict[str, Any]]:
    header, *body = book[sheet].iter_rows(min_row=HEADER_ROW + 1, values_only=True)
    return [dict(zip(header, row, strict=True)) for row in body]


def test_it_has_four_sheets(book: Any) -> None:
    assert book.sheetnames == ["数据总表", "使用位置", "差异与豁免", "签核"]


def test_every_value_of_every_figure_is_a_row(book: Any) -> None:
    listed = [(row["数据"], row["时期"], row["印作"]) for row in rows(book, "数据总表")]
    assert listed == [(entry.figure, line.period, line.printed) for entry in LEDGER.entries for line in entry.lines]


def test_amounts_are_numbers_in_full(book: Any) -> None:
    by_name = {row["数据"]: row for row in rows(book, "数据总表")}
    assert (by_name["抗疫投入"]["数额"], by_name["抗疫投入"]["单位"]) == (3_400_000_000, "元")
    assert by_name["618减碳"]["数额"] == 17.6
    assert by_name["公益消费者"]["数额"] is None
    assert by_name["淘宝村倍数"]["算式"] == "淘宝村@2020年 / 淘宝村@2013年"


def test_an_amount_shows_every_digit(book: Any) -> None:
    formats = {row[0].value: row[6].number_format for row in book["数据总表"].iter_rows(min_row=HEADER_ROW + 2)}
    assert formats["抗疫投入"] == "#,##0"
    assert formats["618减碳"] == "#,##0.0"


def test_a_figure_names_the_pages_and_slides_of_all_its_uses(book: Any) -> None:
    row = next(row for row in rows(book, "数据总表") if row["数据"] == "抗疫投入")
    uses = {use.id for use in LEDGER.uses if use.figure == "抗疫投入"}
    pages = sorted({one.place for one in PLACED if one.use in uses and one.output == "report"})
    slides = sorted({one.place for one in PLACED if one.use in uses and one.output == "deck"})
    assert row["报告页"] == "、".join(map(str, pages))
    assert row["幻灯片"] == "、".join(map(str, slides))


def test_every_placement_of_a_use_is_a_row_and_folios_are_none(book: Any) -> None:
    listed = rows(book, "使用位置")
    assert len(listed) == len(PLACED) - 1
    assert listed[0]["内容文件"].startswith("第")
    assert {row["成品"] for row in listed} == {"报告", "幻灯片"}
    assert {row["所在"] for row in listed} == {"正文", "正文框", "备注"}


def test_quotes_exemptions_and_names_come_with_their_reasons(book: Any) -> None:
    listed = rows(book, "差异与豁免")
    assert {(row["文字"], row["理由"]) for row in listed if row["性质"] == "名称"} == set(LEDGER.names)
    quotes = [use.text for use in LEDGER.uses if use.kind is UseKind.QUOTE]
    assert [row["文字"] for row in listed if row["性质"] == "来源原文"] == quotes
    assert all(row["理由"] for row in listed)


def test_there_is_room_to_sign(book: Any) -> None:
    sheet = book["签核"]
    assert [cell.value for cell in sheet[HEADER_ROW + 1]] == ["角色", "姓名", "日期", "签字", "意见"]
    assert sheet.row_dimensions[HEADER_ROW + 2].height > 30


def test_it_carries_the_contents_digest(book: Any) -> None:
    assert book.custom_doc_props["ContentDigest"].value == LEDGER.digest
    assert all(LEDGER.digest in sheet["A3"].value for sheet in book)
    assert book.properties.created.isoformat() == "2021-08-05T00:00:00"


def test_it_prints_on_a4_across_with_its_header_on_each_page(book: Any) -> None:
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == f"${HEADER_ROW + 1}:${HEADER_ROW + 1}"
        assert sheet.freeze_panes == f"B{HEADER_ROW + 2}"


def test_every_cell_is_in_the_reports_font(book: Any) -> None:
    assert {(font.name, font.charset) for font in book._fonts if font.name} == {("Noto Sans SC", 134)}


@pytest.mark.parametrize("columns", [FIGURES, PLACEMENTS, EXPLAINED, SIGNATURES])
def test_no_sheet_is_so_wide_that_its_print_falls_under_7_pt(columns: tuple[Column, ...]) -> None:
    assert sum(column.width for column in columns) <= WIDEST


EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "https://example.org", "0012", "{=1}"]


def test_no_text_becomes_a_formula_a_link_or_a_number(tmp_path: Path) -> None:
    span = LEDGER.entries[0].span
    entries = tuple(Entry(text, text, text, text, text, text, text, (line(text),), span) for text in EVIL)
    target = tmp_path / "figures.xlsx"
    write(Ledger(entries, (), ((EVIL[0], EVIL[1]),), "ab" * 32), (), target)
    sheet = openpyxl.load_workbook(target)["数据总表"]
    for text, row in zip(EVIL, sheet.iter_rows(min_row=HEADER_ROW + 2), strict=True):
        assert {(cell.value, cell.data_type, cell.hyperlink) for cell in row[:6]} == {(text, "s", None)}


def line(text: str) -> Line:
    return Line(text, text, Decimal("-0.125"), text, text, text, text, text, text)


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write(LEDGER, PLACED, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_it_reads_no_clock(tmp_path: Path) -> None:
    target = tmp_path / "figures.xlsx"
    write(replace(LEDGER, date=""), PLACED, target)
    with zipfile.ZipFile(target) as package:
        core = package.read("docProps/core.xml").decode()
        assert core.count("2000-01-01T00:00:00Z") == 2
        assert {info.date_time[0] for info in package.infolist()} == {1980}


def test_a_file_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(LEDGER, PLACED, tmp_path / "missing" / "figures.xlsx")
