"""The claim itself: report, deck and ledger say the same, each asked by a reader of its own and compared with the content by yaml."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import NamedTuple

import openpyxl
import pypdfium2
import pytest

from tests.end_to_end import author, shown

SCALES = {None: 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
QUALIFIERS = "接近|超过|近|超|约"
AMOUNT = re.compile(r"(?P<digits>\d+(?:\.\d+)?)(?:多|余)?(?P<scale>万亿|万|亿)?")


class Row(NamedTuple):
    """One row of the ledger's first sheet."""

    name: str
    period: str
    text: str
    amount: float | None
    pages: tuple[int, ...]
    slides: tuple[int, ...]


@pytest.fixture(scope="module")
def pages(sample_folder):
    document = pypdfium2.PdfDocument(sample_folder / "report.pdf")
    yield [author.squeezed(page.get_textpage().get_text_bounded()) for page in document]
    document.close()


@pytest.fixture(scope="module")
def slides(sample_folder):
    """What each slide and its notes say."""
    return [author.squeezed(f"{slide.words}\n{slide.notes}") for slide in shown.slides(sample_folder / "deck.pptx")]


@pytest.fixture(scope="module")
def book(sample_folder):
    opened = openpyxl.load_workbook(sample_folder / "figures.xlsx")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def rows(book):
    return [_row(cells) for cells in _table(book.worksheets[0])]


def _table(sheet) -> list[dict[str, object]]:
    """The rows under the sheet's headings: those stand in its first row with more than one cell filled."""
    told = [row for row in sheet.iter_rows(values_only=True) if sum(cell is not None for cell in row) > 1]
    return [dict(zip(told[0], row, strict=True)) for row in told[1:]]


def _row(cells: dict[str, object]) -> Row:
    pages, slides = (_numbers(cells[key]) for key in ("报告页", "幻灯片"))
    return Row(cells["数据"], cells["时期"], cells["印作"], cells["数额"], pages, slides)


def _numbers(cell: object) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", str(cell or ""))))


def test_all_three_say_every_figure_as_its_author_wrote_it(pages, slides, rows) -> None:
    ledger = {(row.name, row.period): row.text for row in rows}
    for value in author.values():
        assert ledger[value.name, value.period] == value.text
        assert any(author.says(page, value.text) for page in pages), f"{value} is not in the report"
        assert any(author.says(slide, value.text) for slide in slides), f"{value} is not in the deck"


def test_the_ledger_lists_each_value_once_and_the_derived_figures_besides(rows) -> None:
    written = [(value.name, value.period) for value in author.values()]
    listed = [(row.name, row.period) for row in rows]
    assert max(Counter(listed).values()) == 1
    derived = author.document()["derived"]
    assert sorted(name for name, period in listed if (name, period) not in written) == sorted(derived)
    assert {row.name: row.text for row in rows if row.name in derived} == author.COMPUTED


def test_the_ledgers_amounts_are_exact(rows) -> None:
    for row in rows:
        if found := AMOUNT.search(row.text):
            exact = Decimal(found["digits"]) * SCALES[found["scale"]]
            assert Decimal(str(row.amount)) == exact, row
        else:
            assert row.amount is None, row


def test_every_page_and_slide_that_the_ledger_names_says_the_figure(rows, pages, slides) -> None:
    for row in rows:
        assert row.pages, f"{row} is on no page"
        assert row.slides, f"{row} is on no slide"
        assert [page for page in row.pages if author.squeezed(row.text) not in pages[page - 1]] == [], row
        assert [slide for slide in row.slides if author.squeezed(row.text) not in slides[slide - 1]] == [], row


def test_every_use_in_the_ledger_is_where_it_says(book, pages, slides) -> None:
    uses = [use for use in _table(book.worksheets[1]) if use["数据"]]
    assert len(uses) > 300
    missing = []
    for use in uses:
        place = {"报告": pages, "幻灯片": slides}[_output(use["成品"])]
        if author.squeezed(str(use["印出文字"])) not in place[int(use["页码"]) - 1]:
            missing.append(use)
    assert missing == []


def _output(told: object) -> str:
    return "报告" if "报告" in str(told) else "幻灯片"


def test_no_number_in_a_unit_of_the_content_stands_in_one_output_only(sample_folder) -> None:
    units = {_unit(value.text) for value in author.values()} - {"年", ""}
    assert {"元", "个国家", "千瓦时", "人次"} <= units
    document = pypdfium2.PdfDocument(sample_folder / "report.pdf")
    report = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    deck = [f"{slide.words}\n{slide.notes}" for slide in shown.slides(sample_folder / "deck.pptx")]
    in_report, in_deck = (_said("\n".join(texts), units) for texts in (report, deck))
    assert in_report == in_deck
    assert len(in_report) > 50


def _unit(text: str) -> str:
    found = AMOUNT.search(text)
    return text[found.end() :] if found else ""


def _said(text: str, units: set[str]) -> set[str]:
    unit = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    return {found[0] for found in re.finditer(rf"(?<![\d.第])(?:{QUALIFIERS})?{AMOUNT.pattern}(?:{unit})", text)}


def test_no_file_says_a_figure_with_another_qualifier_but_where_a_discrepancy_is_quoted(pages, slides) -> None:
    """近34亿元 is nowhere 超34亿元, nor bare, unless that is another figure or stands in the notes on discrepancy."""
    notes = "".join(map(str, author.document()["discrepancies"]))
    known = {author.squeezed(value.text) for value in author.values()}
    strange = set()
    for value in known:
        bare = re.sub(f"^(?:{QUALIFIERS})", "", value)
        said = {found[0] for text in (*pages, *slides) for found in re.finditer(rf"(?:(?:{QUALIFIERS})|(?<![\d.])){bare}", text)}
        assert value in said
        strange |= {form for form in said - known if form not in notes}
    assert strange == set()
