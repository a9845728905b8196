"""An invented water utility, built by the command with everything that a report may hold; its files are read by other libraries."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import openpyxl
import page as validation
import pikepdf
import pptx
import pypdfium2
import pytest
import yaml

from generator import composition
from generator.charts.drawings import Drawings
from generator.diagnostics import Exit
from generator.outputs import REPORT
from tests.conftest import ROOT
from tests.contents.utility_pictures import draw_all
from tests.end_to_end.command import jianbao
from tests.layout.book.holes import gaping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTENT = ROOT / "tests" / "contents" / "utility.yaml"
AUTHOR = yaml.safe_load(CONTENT.read_text("utf-8"))
THEMES = [one["name"] for one in AUTHOR["themes"]]
ALTS = (
    "清晨的水厂，圆形沉淀池映着天光",
    "化验员在灯下比对水样",
    "制水的四步：混凝、沉淀、过滤、消毒，由左到右四个池子",
    "调度中心的大屏，蓝底上是管网的脉络",
)
CAPTIONS = ("夜班化验员在比对水样", "从原水到清水：混凝、沉淀、过滤、消毒", "调度中心的大屏")
TABLES = (
    ("指标", "浑浊度", "0.12", "0.21", "0.62", "0.28", "1.06", "1.18"),
    ("净化厂", "城东", "9", "2980", "18.6", "12", "3630", "21.4", "8", "2150", "9.8"),
)
NOTES = ("国家标准的限值是1NTU。", "小区红线以内的管道属业主共有，移交给集团后才能由集团维修。")
LINK = "https://example.org/qinglan/water"
MOST_HOLES = 0.1
POINTS_A_LINE = 17


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("utility")
    draw_all(folder)
    shutil.copy(CONTENT, folder / "content.yaml")
    done = jianbao("build", "--gray", "--format", "json", cwd=folder)
    assert done.returncode == Exit.DONE, done.stdout + done.stderr
    assert [one for one in json.loads(done.stdout)["diagnostics"] if one["severity"] == "error"] == []
    slides = jianbao("build", "--only", "slides,notes", cwd=folder)
    assert slides.returncode == Exit.DONE, slides.stdout + slides.stderr
    return folder


@pytest.fixture(scope="module")
def pages(desk):
    return texts(desk / "build" / "report.pdf")


@pytest.fixture(scope="module")
def deck(desk):
    return pptx.Presentation(str(desk / "build" / "deck.pptx"))


def texts(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as pdf:
        return [bare(one.get_textpage().get_text_bounded()) for one in pdf]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def shapes(found) -> Iterator:
    for shape in found:
        yield shape
        if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.GROUP:
            yield from shapes(shape.shapes)


def test_the_content_is_what_an_annual_report_holds() -> None:
    figures = AUTHOR["figures"]
    assert len(THEMES) == 6
    assert len(figures) >= 60
    assert sum(len(one["values"]) == 5 for one in figures.values()) >= 12
    assert "虚构" in AUTHOR["report"]["colophon"]
    assert [one for one in AUTHOR["sources"].values() if "虚构" not in one["title"]] == []


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_its_opener_and_its_slides(pages, deck, name) -> None:
    assert sum(name in text for text in pages) >= 2
    told = [bare("".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)) for slide in deck.slides]
    assert sum(name in text for text in told) >= 3


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_stands_on_the_page_of_its_picture(pages, caption) -> None:
    assert len([text for text in pages if caption in text]) >= 1


def test_a_storys_picture_keeps_off_its_message_and_has_its_caption_near(desk) -> None:
    with pypdfium2.PdfDocument(desk / "build" / "report.pdf") as pdf:
        page = next(one for one in pdf if CAPTIONS[0] in one.get_textpage().get_text_bounded())
        [image] = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        _, low, _, high = image.get_bounds()
        message, caption = (edges(page, words) for words in ("靠的是一班人轮着醒", CAPTIONS[0]))
    assert message[0] - high >= POINTS_A_LINE / 2
    assert 0 < low - caption[1] <= POINTS_A_LINE


def edges(page, words) -> tuple[float, float]:
    """Return lower and upper edge of words on a page."""
    text = page.get_textpage()
    index, _ = text.search(words).get_next()
    _, low, _, high = text.get_charbox(index)
    return low, high


def test_every_alternative_text_is_in_report_and_deck(desk, deck) -> None:
    with pikepdf.open(desk / "build" / "report.pdf") as pdf:
        told = {str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one}
    shown = {one.get("descr") for slide in deck.slides for one in slide._element.iter() if one.tag.endswith("cNvPr")}
    for alt in ALTS:
        assert any(bare(alt) in bare(one) for one in told), alt
        assert any(one and bare(alt) in bare(one) for one in shown), alt


@pytest.mark.parametrize(
    ("file", "space"), [("report.pdf", "/DeviceRGB"), ("report-print.pdf", "/DeviceCMYK"), ("report-gray.pdf", "/DeviceGray")]
)
def test_the_pictures_of_dots_are_in_the_colours_of_the_edition(desk, file, space) -> None:
    with pikepdf.open(desk / "build" / file) as pdf:
        images = [
            one for sheet in pdf.pages for one in sheet.Resources.get("/XObject", {}).values() if one.get("/Subtype") == "/Image"
        ]
        assert {str(one.ColorSpace) for one in images} == {space}
        assert len({(int(one.Width), int(one.Height)) for one in images}) == 4


def test_the_deck_has_the_dots_of_the_three_pictures(deck) -> None:
    kind = pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE
    assert len({one.image.sha1 for slide in deck.slides for one in shapes(slide.shapes) if one.shape_type == kind}) >= 3


@pytest.mark.parametrize("cells", TABLES, ids=["water", "plants"])
def test_a_table_says_its_numbers_on_one_page_and_on_one_slide(pages, deck, cells) -> None:
    assert any(all(cell in text for cell in cells) for text in pages)
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    told = [bare("".join(cell.text for row in table.rows for cell in row.cells)) for table in tables]
    assert any(all(cell in text for cell in cells) for text in told)


@pytest.mark.parametrize("note", NOTES)
def test_a_note_stands_at_the_foot_of_one_page(pages, note) -> None:
    assert sum(note in text for text in pages) == 1


def test_a_table_s_note_is_in_the_notes_to_its_slide(deck) -> None:
    assert any(NOTES[0] in bare(slide.notes_slide.notes_text_frame.text) for slide in deck.slides if slide.has_notes_slide)


def test_the_link_is_live_on_screen_and_printed_for_paper(desk, pages) -> None:
    with pikepdf.open(desk / "build" / "report.pdf") as pdf:
        addresses = {str(one.A.URI) for sheet in pdf.pages for one in sheet.get("/Annots", []) if "/A" in one and "/URI" in one.A}
    assert LINK in addresses
    assert any("example.org/qinglan/water" in text for text in pages)
    printed = texts(desk / "build" / "report-print.pdf")
    assert any("example.org/qinglan/water" in text for text in printed)
    with pikepdf.open(desk / "build" / "report-print.pdf") as pdf:
        assert [one for sheet in pdf.pages for one in sheet.get("/Annots", []) if one.get("/Subtype") == "/Link"] == []


def test_charts_are_native_but_for_those_that_no_program_has(deck) -> None:
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 11
    profits = [-860, -520, -170, 90, 310]
    assert any(list(one.plots[0].series[0].values) == profits for one in charts)
    months = [one for one in charts if len(list(one.plots[0].categories)) == 12]
    assert len(months) == 1
    assert max(months[0].plots[0].series[0].values) == 1151
    assert any(len(one.plots[0].series) == 3 for one in charts)
    assert any(len(one.plots) == 2 for one in charts)


def test_the_ledger_has_every_value(desk) -> None:
    book = openpyxl.load_workbook(desk / "build" / "figures.xlsx")
    told = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None}
    for figure in AUTHOR["figures"].values():
        for value in figure["values"].values():
            assert str(value) in told, value


def test_few_pages_have_a_hole(desk) -> None:
    laid = composition.lay_out(desk / "content.yaml", Drawings(), lambda _stage: None, frozenset({REPORT}))
    assert laid.book
    assert len(gaping(laid.book)) <= MOST_HOLES * len(laid.book.pages)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("file", ["report.pdf", "report-gray.pdf", "deck.pdf", "notes.pdf"])
def test_files_for_the_screen_keep_their_standards(desk, file, profile) -> None:
    assert list(validation.validate_pdf(str(desk / "build" / file), profile=profile).failures) == []


@pytest.mark.parametrize("subject", ["--press", "--access"])
def test_the_audits_find_no_broken_rule(desk, subject) -> None:
    done = jianbao("check", subject, "--format", "json", cwd=desk)
    assert done.returncode == Exit.DONE, done.stdout
    rules = json.loads(done.stdout)["files"][0]["rules"]
    assert [one["rule"] for one in rules if one["verdict"] == "broken"] == []


def test_what_was_built_stands_the_check(desk) -> None:
    done = jianbao("check", cwd=desk)
    assert done.returncode == Exit.DONE, done.stdout + done.stderr
