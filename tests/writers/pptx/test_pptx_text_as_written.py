"""What an author writes stays text in a native chart and in its workbook, whatever a spreadsheet would take it for."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from generator.document.model import Run, plain
from generator.inspection.deck.charts import read_chart
from generator.inspection.package import Package
from generator.layout.deck.slide import DeckSection
from generator.writers.pptx.package import write
from tests.writers.pptx.handmade_deck import chart_slide, made_deck

TEXTS = (
    "=同比",
    "{=甲}",
    "=甲+乙",
    "external:某",
    "internal:某",
    "mailto:某",
    "http://某",
    "+1",
    "-1",
    "@甲",
    "_x0041_",
    "_x005F_",
    "1",
    " ",
)
CHART, SHEET = "ppt/charts/chart1.xml", "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"


def deck_of(text: str):
    """A deck of one chart, whose header, last category and units are this text."""
    slide = chart_slide(1, "column")
    title, box, *others = slide.items
    names = (*box.plan.categories[:-1], (Run(text),))
    rows = tuple(replace(row, format=f'0"{text}"') for row in box.plan.rows)
    plan = replace(box.plan, categories=names, series=text, rows=rows)
    one = replace(slide, items=(title, replace(box, plan=plan), *others))
    return replace(made_deck(), slides=(one,), sections=(DeckSection("开篇", (1,)),))


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_a_text_in_the_cells_and_as_a_stranger_reads_it(text: str, library, tmp_path) -> None:
    made = deck_of(text)
    write(made, library, tmp_path / "deck.pptx")
    with zipfile.ZipFile(tmp_path / "deck.pptx") as archive:
        workbook = archive.read(SHEET)
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet
    read = read_chart(Package.open(tmp_path / "deck.pptx"), CHART)
    assert (read.cells["B1"], read.cells["A4"]) == (text, text)
    [series] = read.series
    assert (series.name.texts, series.categories.texts[-1]) == ((text,), text)


def test_a_cell_shows_what_its_label_shows(written, deck) -> None:
    plan = deck.slides[3].items[1].plan
    with zipfile.ZipFile(written) as archive:
        sheet = openpyxl.load_workbook(io.BytesIO(archive.read(SHEET))).active
    assert {sheet.cell(line, 2).number_format for line in (2, 3, 4)} == {plan.rows[0].format}
    assert [sheet.cell(line, 1).value for line in (2, 3, 4)] == [plain(name) for name in plan.categories]
