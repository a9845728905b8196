"""The gallery: every kind of chart, read in PDF, deck, cache and workbook by other means than ours, and compared with the content."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pikepdf
import pptx
import pypdfium2
import pytest
import yaml
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from generator import pipeline
from generator.content.schema import CHART_KINDS
from tests.end_to_end.command import command, environment

PLAIN = {"bar", "column", "stacked", "line", "dot", "pie", "doughnut"}
HELPED = {
    "change": (("100", "76.5", "=MAX(B2-B3,0)"), ("100", "76.5", "23.5%")),
    "share": (("690", "=2000-B2"), ("690亩",)),
}
"""Kinds with a part that no figure has, its cell a formula: all cells, and the labels that are shown."""
NATIVE = PLAIN | HELPED.keys()
TABLES = {"then-and-now"}
NATIVE_CHARTS = 22
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
GROUP = MSO_SHAPE_TYPE.GROUP
ONCE = {"column": 1, "bar": 1, "line": 2}
"""Kinds that say their unit once where they have more rows than so many, or a row of more than eight values."""
IN_WAN = {"1.2亿元": "12000"}
"""What stands in 亿 beside 万, as its cell has it."""
DIGITS = re.compile(r"[−-]?\d+(?:\.\d+)?")
CODE = re.compile(r'"([^"]*)"|(General|0(?:\\?\.0+)?)#*(,?)|(;)')


class Written(NamedTuple):
    """A chart as the author wrote it: every value as text, in order."""

    kind: str
    message: str
    values: tuple[str, ...]
    because: str
    labels: tuple[str, ...]
    rows: int
    over: tuple[str, ...] = ()
    target: tuple[str, ...] = ()

    @property
    def is_native(self) -> bool:
        """No series of a native chart lies across level bars."""
        return self.kind in NATIVE and not (self.kind == "bar" and "target" in self.over)


class Shown(NamedTuple):
    """A native chart: each point's cell, cached number and label in order, categories and row names, and its frame's description."""

    cells: tuple[object, ...]
    cached: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    book: tuple[object, ...]
    alt: str


@pytest.fixture(scope="module")
def folder(gallery_folder):
    return gallery_folder


def test_the_gallery_is_built_without_a_warning(gallery) -> None:
    assert gallery.layouts.warnings == ()
    assert gallery.proof.charts == NATIVE_CHARTS


@pytest.fixture(scope="module")
def written() -> list[Written]:
    content = yaml.safe_load(pipeline.GALLERY.read_text("utf-8"))

    def value(name: str) -> str:
        figure, _, period = name.partition("@")
        values = content["figures"].get(figure, {}).get("values", {})
        return values.get(period) or values.get("2020年") or next(iter(values.values()), "")

    def said(text: str) -> str:
        return re.sub("【(.*?)】", lambda found: value(found[1]) or "\0", text)

    charts = [chart for theme in content["themes"] for chart in theme["charts"]]

    def labels(chart: dict, values: tuple[str, ...]) -> tuple[str, ...]:
        rows = _rows(chart)
        crowded = chart["kind"] == "column" and (len(chart.get("series", ())) > 1 or "target" in chart)
        one_unit = len({DIGITS.sub("", one) for one in values}) == 1
        once = rows > ONCE.get(chart["kind"], 9) or (chart["kind"] == "line" and len(values) > 8 * rows) or (crowded and one_unit)
        return tuple(DIGITS.search(one)[0] for one in values) if once else values

    told = [tuple(filter(None, map(value, _named(chart)))) for chart in charts]
    return [
        Written(
            chart["kind"],
            said(chart["message"]),
            values,
            chart.get("because", ""),
            labels(chart, values),
            _rows(chart),
            tuple(_over(chart)),
            (value(chart["target"]),) if "target" in chart else (),
        )
        for chart, values in zip(charts, told, strict=True)
    ]


def _over(chart):
    """What lies over the marks."""
    yield from ("line" for one in chart.get("series", ()) if one.get("kind") == "line")
    yield from (one for one in ("target", "change") if one in chart)


def _rows(chart) -> int:
    return len([one for one in chart.get("series", ()) if one.get("kind") != "line"]) or 1


def _named(chart) -> list[str]:
    names = [*chart.get("figures", ()), *(name for series in chart.get("series", ()) for name in series["figures"])]
    names += [pair[side] for pair in chart.get("pairs", ()) for side in ("then", "now")]
    return names + [name for event in chart.get("events", ()) for name in re.findall("【(.*?)】", event["text"])]


@pytest.fixture(scope="module")
def deck(folder):
    return pptx.Presentation(folder / "deck.pptx")


@pytest.fixture(scope="module")
def native(deck) -> list[Shown]:
    return [_shown(shape) for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def _shown(shape) -> Shown:
    space = shape.chart._chartSpace
    sheet = openpyxl.load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active
    cells, cached, labels, names = [], [], [], []
    for series in space.iter(f"{C}ser"):
        formula = series.findtext(f"{C}val/{C}numRef/{C}f").split("!")[1].replace("$", "")
        cells += [cell.value for row in sheet[formula] for cell in row if cell.value is not None]
        values = {point.get("idx"): point.findtext(f"{C}v") for point in series.find(f"{C}val").iter(f"{C}pt")}
        codes = {
            label.find(f"{C}idx").get("val"): label.find(f"{C}numFmt").get("formatCode")
            for label in series.iter(f"{C}dLbl")
            if label.find(f"{C}delete") is None and label.find(f"{C}showVal").get("val") == "1"
        }
        assert values.keys() >= codes.keys()
        cached += values.values()
        labels += [_rendered(code, Decimal(values[place])) for place, code in codes.items()]
        names += [text.text for part in ("tx", "cat") for text in series.find(f"{C}{part}").iter(f"{C}v")]
    book = tuple(cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return Shown(
        tuple(cells), tuple(cached), tuple(labels), tuple(names), book, shape._element._nvXxPr.cNvPr.get("descr")
    )  # fmt: skip


def _rendered(code: str, number: Decimal) -> str:
    """Return what a spreadsheet shows: of two sections the second for a number below zero."""
    sections = [""]
    value = abs(number)
    for literal, digits, thousands, semicolon in CODE.findall(code):
        if semicolon:
            sections.append("")
        elif thousands:
            sections[-1] += f"{value / 10_000:.{len(digits) - 3}f}"
        else:
            sections[-1] += literal or (f"{value:.{len(digits) - 2}f}" if "." in digits else f"{value.normalize():f}")
    return sections[1] if number < 0 and len(sections) > 1 else sections[0]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0\ufffe]+", "", text)


def test_the_gallery_has_every_kind(written) -> None:
    assert {chart.kind for chart in written} == set(CHART_KINDS)


def test_cells_cache_labels_and_content_say_the_same(native, written) -> None:
    charts = [chart for chart in written if chart.is_native]
    assert len(native) == len(charts) == NATIVE_CHARTS
    for shown, chart in zip(native, charts, strict=True):
        if chart.kind in HELPED:
            continue
        numbers = [Decimal(IN_WAN.get(value) or DIGITS.search(value)[0].replace("−", "-")) for value in chart.values]
        own = len(numbers)
        assert [Decimal(str(cell)) for cell in shown.cells[:own]] == numbers, chart
        assert [Decimal(text) for text in shown.cached[:own]] == numbers, chart
        assert shown.labels == chart.labels + chart.target, chart
        assert len(shown.cells) == own * (1 + ("target" in chart.over) + ("change" in chart.over)), chart


def test_a_part_that_no_figure_has_follows_the_others_by_a_formula(native, written) -> None:
    told = zip(native, (chart.kind for chart in written if chart.is_native), strict=True)
    found = {kind: (tuple(map(str, shown.cells)), shown.labels) for shown, kind in told if kind in HELPED}
    assert found == HELPED


def test_then_and_now_is_a_table_with_every_value(deck, written) -> None:
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    texts = [squeezed("".join(cell.text for row in table.rows for cell in row.cells)) for table in tables]
    charts = [chart for chart in written if chart.kind in TABLES]
    assert charts
    for chart in charts:
        assert any(all(squeezed(value) in text for value in chart.values) for text in texts), chart


def test_a_workbook_holds_what_is_shown_and_no_more(native) -> None:
    for shown in native:
        known = {*shown.names, *map(str, shown.cells)}
        worded = {str(cell) for cell in shown.book if str(cell).startswith("=IF(")}
        assert {str(cell) for cell in shown.book} <= known | worded
        assert len(worded) == any(name.startswith(("增长", "下降")) for name in shown.names)


def test_each_chart_of_the_deck_says_what_it_shows(native, written, deck) -> None:
    for shown, chart in zip(native, [chart for chart in written if chart.is_native], strict=True):
        assert all(value in shown.alt for value in chart.values), chart
        assert chart.message.replace("\0", "") in shown.alt
    groups = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == GROUP]
    drawn = [chart for chart in written if not chart.is_native and chart.kind not in TABLES]
    alts = [alt for group in groups if (alt := group._element._nvXxPr.cNvPr.get("descr"))]
    for chart in drawn:
        assert any(all(value in alt for value in chart.values) for alt in alts), chart


def test_charts_that_are_not_native_are_shapes_and_text_with_every_value(deck, written) -> None:
    groups = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == GROUP]
    texts = [squeezed("".join(one.text_frame.text for one in group.shapes if one.has_text_frame)) for group in groups]
    for chart in (chart for chart in written if not chart.is_native and chart.kind not in TABLES):
        assert any(all(squeezed(value) in text for value in chart.values) for text in texts), chart


def test_no_slide_holds_a_picture(deck) -> None:
    kinds = {shape.shape_type for slide in deck.slides for shape in slide.shapes}
    assert MSO_SHAPE_TYPE.PICTURE not in kinds


def test_native_charts_have_asian_faces_positive_axes_and_no_legend_where_labels_can_stand(deck, written) -> None:
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    for chart, author in zip(charts, [chart for chart in written if chart.is_native], strict=True):
        space = chart._chartSpace
        assert all(one.find(f"{A}ea") is not None for one in space.iter(f"{A}defRPr"))
        assert all(int(one.get("val")) > 0 for one in space.iter(f"{C}axId"))
        grouped = author.kind in {"column", "bar"} and author.rows > 1
        assert bool(list(space.iter(f"{C}legend"))) == (author.kind == "stacked" or grouped or "line" in author.over)
        if author.kind in {"bar", "column", "stacked", "change"}:
            least = float(space.find(f".//{C}valAx/{C}scaling/{C}min").get("val"))
            assert (least < 0) == any("−" in value for value in author.values)
            assert least <= 0


def test_frames_lie_within_the_slide(deck) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                assert 0 <= shape.left < shape.left + shape.width <= Emu(deck.slide_width)
                assert 0 <= shape.top < shape.top + shape.height <= Emu(deck.slide_height)


@pytest.fixture(scope="module")
def pages(folder) -> list[str]:
    document = pypdfium2.PdfDocument(folder / "report.pdf")
    found = [squeezed(page.get_textpage().get_text_bounded()) for page in document]
    document.close()
    return found


def test_the_page_of_a_chart_says_every_value_and_reason(pages, written) -> None:
    for chart in written:
        wanted = [squeezed(text) for text in (*chart.labels, *filter(None, [chart.because]))]
        assert any(all(text in page for text in wanted) for page in pages), chart


def test_the_reason_stands_on_the_slide_too(deck, written) -> None:
    slides = ["".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in deck.slides]
    for chart in written:
        assert any(chart.because in slide for slide in slides)


def alternatives(path: Path) -> list[str]:
    """Every Alt of a marked content sequence, read from the file's content streams."""
    with pikepdf.open(path) as document:
        steps = [one for page in document.pages for one in pikepdf.parse_content_stream(page)]
        marks = [one.operands[1] for one in steps if str(one.operator) == "BDC"]
        return [str(mark["/Alt"]) for mark in marks if isinstance(mark, pikepdf.Dictionary) and "/Alt" in mark]


def test_each_chart_of_the_report_says_what_it_shows(folder, written) -> None:
    alts = alternatives(folder / "report.pdf")
    for chart in written:
        assert any(all(value in alt for value in chart.values) and chart.message.split("\0")[0] in alt for alt in alts), chart


def test_the_report_holds_no_raster_image_and_each_font_once(folder) -> None:
    with pikepdf.open(folder / "report.pdf") as document:
        named = [one for one in document.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)]
        assert [one for one in named if one.get("/Subtype") == "/Image"] == []
        files = [str(one.FontName) for one in named if one.get("/Type") == "/FontDescriptor"]
    assert files
    families = [name.partition("+")[2] or name for name in files]
    assert len(families) == len(set(families))


def test_the_kept_drawings_change_no_byte(folder, tmp_path) -> None:
    shutil.copytree(folder / ".drawings", tmp_path / ".drawings")
    assert list((tmp_path / ".drawings").iterdir())
    pipeline.build(pipeline.GALLERY, tmp_path, frozenset({"report", "deck"}), lambda _stage: None)
    for name in ("report.pdf", "deck.pptx"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_the_command_builds_the_gallery_and_tells_what_it_proved(folder, tmp_path) -> None:
    done = subprocess.run(
        command("gallery", "--out", "图集"), cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"{NATIVE_CHARTS} native charts equal to the workbook" in done.stdout
    assert sorted(path.name for path in (tmp_path / "图集").iterdir() if path.is_file()) == ["deck.pptx", "report.pdf"]
    for name in ("report.pdf", "deck.pptx"):
        assert (tmp_path / "图集" / name).read_bytes() == (folder / name).read_bytes()
