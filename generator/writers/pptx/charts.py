"""Native charts: python-pptx writes series, cache and workbook of a plan; labels, axes, colours and faces are set here.

In: a ChartBox. Out: a chart part with its embedded workbook, and the frame that shows it. The workbook's cells hold the printed
number; each label is its point's number format, so that it follows the cell (ECMA-376 Part 1, 21.2.2.47 dLbl, 21.2.2.121 numFmt).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_AXIS_CROSSES, XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from generator.document.model import plain
from generator.layout.deck.chart_room import Room, room_of
from generator.units import pt
from generator.writers.pptx import overlays, plots
from generator.writers.pptx.markup import NAMESPACES, NONE, Markup, declared, element, xstring
from generator.writers.pptx.plots import filled, find, form_of, letters, parsed, value
from generator.writers.pptx.shapes import Names, placed
from generator.writers.pptx.tables import frame

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from lxml.etree import _Element
    from pptx.chart.chart import Chart

    from generator.layout.deck.slide import ChartBox
    from generator.writers.pptx.parts import DeckPackage
    from generator.writers.pptx.scheme import Scheme

_BASELINE = pt(0.75)
_AXIS_IDS = ("500000001", "500000002")
"""python-pptx's axis ids may be negative, which Microsoft's validator refuses (ST_UnsignedInt): these instead."""
_LOG_BASE = 10


class _Workbook(CategoryWorkbookWriter):
    """The embedded workbook, dated by the content; what is text there stays text, though it look like a formula or a link.

    Only cells that the plan makes formulas are some.
    """

    def __init__(self, box: ChartBox, date: datetime) -> None:
        super().__init__(_data(box, formatted=True))  # type: ignore[no-untyped-call]  # python-pptx's charts bear no types
        self._box, self._date = box, date

    def _populate_worksheet(self, workbook, worksheet) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        workbook.set_properties({"created": self._date})
        worksheet.strings_to_formulas = worksheet.strings_to_urls = False
        super()._populate_worksheet(workbook, worksheet)  # type: ignore[no-untyped-call]
        for column, row in enumerate(self._box.plan.columns, 1):
            style = workbook.add_format({"num_format": xstring(row.format)})
            if row.formula:
                worksheet.write_formula(0, column, f"={row.formula}", None, plain(row.name))
            for line, point in enumerate(row.points, 1):
                if point and point.formula:
                    worksheet.write_formula(line, column, f"={point.formula}", style, _cell(point.value))


def chart_frame(box: ChartBox, relationship: str, names: Names, place: Markup = NONE) -> Markup:
    """Return the frame that shows a chart, with its text alternative."""
    content = element("c:chart", declared("c") | {"r:id": relationship})
    return frame(names.tag(box.name, box.alt), placed(box.rect, "p:xfrm"), NAMESPACES["c"], content, place)


def chart_part(package: DeckPackage, number: int, box: ChartBox, scheme: Scheme, date: datetime) -> ChartPart:
    """Return the chart part of a plan, the deck's so-manieth, with its workbook."""
    xml = str(ChartXmlWriter(XL_CHART_TYPE[form_of(box).type], _data(box, formatted=False)).xml)  # type: ignore[no-untyped-call]
    for old, new in zip(dict.fromkeys(re.findall(r'axId val="(-?\d+)"', xml)), _AXIS_IDS, strict=False):
        xml = xml.replace(f'val="{old}"', f'val="{new}"')
    name = PackURI(f"/ppt/charts/chart{number}.xml")
    part: ChartPart = ChartPart.load(name, CONTENT_TYPE.DML_CHART, package, xml.encode("utf-8"))
    sheet = PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    workbook = EmbeddedXlsxPart(sheet, CONTENT_TYPE.SML_SHEET, package, _Workbook(box, date).xlsx_blob)
    _dress(part, box, scheme)
    part.chart_workbook.xlsx_part = workbook
    return part


def _cell(value: Decimal) -> float:
    """Return the printed number as a cell holds it; whole numbers without a point, so that cell and cache read alike."""
    return int(value) if value == value.to_integral_value() else float(value)


def _data(box: ChartBox, *, formatted: bool) -> CategoryChartData:
    """Return the rows as python-pptx takes them: a header names scale and unit, or the row; cells show what their labels show.

    Into a chart's markup python-pptx puts number formats as they are, so that there they come later.
    """
    plan = box.plan
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [plain(category) for category in plan.categories]
    for row in plan.columns:
        values = [_cell(point.value) if point else None for point in row.points]
        data.add_series(plan.header(row), values, xstring(row.format) if formatted else None)  # type: ignore[no-untyped-call]
    return data


def _dress(part: ChartPart, box: ChartBox, scheme: Scheme) -> None:
    """Take off what a chart does not need, and put on what the plan says."""
    chart, space = part.chart, part.chart_workbook._chartSpace  # noqa: SLF001 - python-pptx has no public way to the root
    chart.has_legend = chart.has_title = False
    overlays.put(space, box, scheme)
    plots.dress(space, box, scheme)
    if form_of(box).has_axes:
        _measure(chart, box)
        _name(chart, box, scheme)
    if box.plan.second:
        chart.value_axis.maximum_scale = float(box.plan.maximum)
        overlays.second_axis(space, box)
    _place(space, room_of(box, scheme.library))
    if form_of(box).legend:
        plots.name_rows(space, box, scheme)
    _whole(space, box, scheme)


def _measure(chart: Chart, box: ChartBox) -> None:
    """Begin the axis where the plan does, unseen, for each mark bears its number.

    Its end is left to the program, for one that is set would cut off what is typed in later. Its beginning under zero is not: labels
    need room between what lies there and the names, which no program leaves.
    """
    axis, between = chart.value_axis, "between"
    axis.has_major_gridlines = axis.visible = False
    find(axis, "delete").set("val", "1")  # python-pptx leaves a value out where it is the schema's default
    axis.minimum_scale = float(box.plan.minimum)
    if box.plan.down:
        axis.reverse_order = True
        axis.crosses = XL_AXIS_CROSSES.MAXIMUM
    if box.plan.chart.axis == "log":
        find(axis, "scaling").insert(0, parsed(value("logBase", _LOG_BASE)))
    find(axis, "crosses").addnext(parsed(value("crossBetween", between)))


def _name(chart: Chart, box: ChartBox, scheme: Scheme) -> None:
    """Set the categories along a thin line, the first on top where bars lie; dashed where the line is not zero."""
    axis = chart.category_axis
    axis.major_tick_mark = XL_TICK_MARK.NONE
    if form_of(box).lying:
        axis.reverse_order = True
    if box.plan.minimum < 0:
        axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if box.plan.every > 1:
        find(axis, "lblOffset").addnext(parsed(value("tickLblSkip", box.plan.every)))
    dash = element("a:prstDash", {"val": "dash"}) if box.plan.is_dashed else NONE
    line = element("c:spPr", {}, scheme.line(box.axis.ink, _BASELINE, dash))
    for made in (letters(box.axis, scheme, level=box.plan.every == 1, western=box.western), line):
        find(axis, "tickLblPos").addnext(parsed(made))


def _place(space: _Element, room: Room) -> None:
    """Give the bars their part of the chart."""
    area = space.find("c:chart/c:plotArea", NAMESPACES)
    assert area is not None
    for empty in area.findall("c:layout", NAMESPACES):
        area.remove(empty)
    area.insert(0, parsed(plots.layout(room, inner=True)))


def _whole(space: _Element, box: ChartBox, scheme: Scheme) -> None:
    """Set the chart's language, plain ground and default letters."""
    dated = space.find("c:date1904", NAMESPACES)
    if dated is None:
        dated = parsed(value("date1904", 0))
        space.insert(0, dated)
    for rounded in space.findall("c:roundedCorners", NAMESPACES):
        space.remove(rounded)
    for made in (value("roundedCorners", 0), value("lang", "zh-CN")):
        dated.addnext(parsed(made))
    usual = space.find("c:txPr", NAMESPACES)
    assert usual is not None
    usual.addprevious(parsed(filled(None, scheme)))
    space.replace(usual, parsed(letters(box.axis, scheme, western=box.western)))
    area = space.find("c:chart/c:plotArea", NAMESPACES)
    blanks = space.find("c:chart/c:dispBlanksAs", NAMESPACES)
    assert area is not None
    assert blanks is not None
    area.append(parsed(filled(None, scheme)))
    if space.find("c:chart/c:plotVisOnly", NAMESPACES) is None:
        blanks.addprevious(parsed(value("plotVisOnly", 1)))
