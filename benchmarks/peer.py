"""The yardstick of `build`: the same content by ReportLab and python-pptx as they come, for a price that anybody can read off.

In: a content file and a folder. Out: a report and a deck with the same words, figures and tables, set with `wordWrap="CJK"`. There is
no typesetting of ours in it, no page with a design, no embedded font in the deck, no check of the content and no proof of the files.

    python benchmarks/peer.py content.yaml folder
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt
from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS = Path(__file__).parent.parent / "fonts"
REFERENCE = re.compile(r"【([^】@＠:：]+)[^】]*】")
DIGITS = re.compile(r"[\d.]+")
BODY = ParagraphStyle("body", fontName="Sans", fontSize=10, leading=17, wordWrap="CJK", spaceAfter=6)
HEADING = ParagraphStyle("heading", BODY, fontName="Bold", fontSize=20, leading=30, spaceBefore=12)
CELL = ParagraphStyle("cell", BODY, fontSize=8, leading=12, spaceAfter=0)
WIDTHS = (120, 90, 90, 160)
ROWS_A_SLIDE = 7
PROSE = ("message", "text", "because", "question", "answer")

Row = tuple[str, str, str, str]


class Content:
    """The file as plain data, references replaced by the last value of their figure."""

    def __init__(self, path: Path) -> None:
        self.data: dict[str, Any] = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        self.values = {name: [*map(_value, one["values"].values())] for name, one in self.data["figures"].items()}
        self.sections = [self.data[key] for key in ("about", "overview")] + self.data["themes"]
        self.sections += [self.data[key] for key in ("history", "outlook", "closing") if key in self.data]

    def said(self, text: object) -> str:
        """Return a text with its references replaced."""
        return REFERENCE.sub(lambda found: self.values.get(found[1], [found[1]])[-1], str(text or ""))

    def rows(self, section: dict[str, Any]) -> list[Row]:
        """Return the figures that a section names as rows of a table."""
        names = dict.fromkeys(name.partition("@")[0] for key in ("heroes", "figures") for name in section.get(key) or ())
        return [row for name in names if name in self.values for row in self.register(name)]

    def register(self, name: str) -> list[Row]:
        """Return a row for each value of a figure."""
        one = self.data["figures"][name]
        label, means = one.get("label", name), one["means"]
        return [(label, self.said(_value(value)), str(when), means) for when, value in one["values"].items()]

    def bars(self, chart: dict[str, Any]) -> tuple[list[str], list[float]]:
        """Return names and numbers of a chart's figures."""
        names = [name.partition("@")[0] for name in chart.get("figures") or ()]
        found = [(name, DIGITS.search(self.values[name][-1])) for name in names if name in self.values]
        return [name for name, number in found if number], [float(number[0]) for _, number in found if number]


def _value(value: object) -> str:
    return str(value["value"] if isinstance(value, dict) else value)


def write_report(content: Content, path: Path) -> None:
    """Write all sections, each on a new page, and the register of figures."""
    for name, file in (("Sans", "NotoSansSC_400Regular.ttf"), ("Bold", "NotoSansSC_700Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    cover = content.data["report"]
    story = [Paragraph(content.said(cover[key]), HEADING) for key in ("title", "subtitle", "organization", "date")]
    for section in content.sections:
        story += [PageBreak(), *_flowables(content, section)]
    every = [row for name in content.values for row in content.register(name)]
    story += [PageBreak(), _table(every)]
    for one in content.data.get("discrepancies") or ():
        story += [Paragraph(content.said(one[key]), BODY) for key in ("found", "decision", "because")]
    SimpleDocTemplate(str(path), pagesize=A4).build(story)


def _flowables(content: Content, section: dict[str, Any]) -> Iterator[Any]:
    yield Paragraph(content.said(section.get("name") or section.get("title")), HEADING)
    for text in (content.said(section.get(key)) for key in PROSE):
        yield from (Paragraph(part, BODY) for part in text.split("\n\n") if part.strip())
    if rows := content.rows(section):
        yield from (_table(rows), Spacer(0, 12))
    for chart in section.get("charts") or ():
        yield Paragraph(content.said(chart["message"]), BODY)
        yield from _chart(*content.bars(chart))
    if "story" in section:
        yield from _flowables(content, section["story"])


def _table(rows: list[Row]) -> Table:
    return Table([[Paragraph(cell, CELL) for cell in row] for row in rows], colWidths=WIDTHS)


def _chart(names: list[str], numbers: list[float]) -> Iterator[Drawing]:
    if numbers:
        chart = HorizontalBarChart()
        chart.x, chart.width, chart.height, chart.data = 120, 300, 100, [numbers]
        chart.categoryAxis.categoryNames = names
        chart.categoryAxis.labels.fontName = chart.valueAxis.labels.fontName = "Sans"
        yield Drawing(440, 120, chart)


def write_deck(content: Content, path: Path) -> None:
    """Write a slide of prose, one for each chart and some of figures for each section."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    for section in content.sections:
        for part in (section, section.get("story")):
            if part:
                points = map(content.said, part.get("points") or [part.get("text")])
                _slide(deck, content, part).placeholders[1].text = "\n".join(points)
        for chart in section.get("charts") or ():
            _chart_slide(deck, content, chart)
    _register(deck, content, [row for name in content.values for row in content.register(name)])
    deck.save(str(path))


def _slide(deck: Any, content: Content, part: dict[str, Any]) -> Any:  # noqa: ANN401 - python-pptx has no types
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = content.said(part.get("message") or part.get("title") or part.get("name"))
    slide.notes_slide.notes_text_frame.text = content.said(part.get("notes"))
    return slide


def _chart_slide(deck: Any, content: Content, chart: dict[str, Any]) -> None:  # noqa: ANN401 - likewise
    slide, (names, numbers) = _slide(deck, content, chart), content.bars(chart)
    if numbers:
        data = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = names
        data.add_series("", numbers)  # type: ignore[no-untyped-call]
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Inches(1), Inches(2), Inches(11), Inches(5), data)


def _register(deck: Any, content: Content, rows: list[Row]) -> None:  # noqa: ANN401 - likewise
    for start in range(0, len(rows), ROWS_A_SLIDE):
        page = rows[start : start + ROWS_A_SLIDE]
        slide = _slide(deck, content, {"title": "关键数字"})
        table = slide.shapes.add_table(len(page), len(WIDTHS), Inches(1), Inches(2), Inches(11), Inches(5)).table
        for line, row in enumerate(page):
            for column, words in enumerate(row):
                table.cell(line, column).text = words
                table.cell(line, column).text_frame.paragraphs[0].runs[0].font.size = Pt(14)


if __name__ == "__main__":
    text, folder = Content(Path(sys.argv[1])), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    write_report(text, folder / "report.pdf")
    write_deck(text, folder / "deck.pptx")
