"""Native charts: python-pptx writes series, cache and workbook of a plan; labels, axes, colours and faces are set here.

In: a ChartBox. Out: a chart part with its embedded workbook, and the frame that shows it. The workbook's cells hold the printed
number; each label is its point's number format, so that it follows the cell (ECMA-376 Part 1, 21.2.2.47 dLbl, 21.2.2.121 numFmt).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_MARK
from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from generator.document.model import plain
from generator.units import pt
from generator.writers.pptx.chart_room import lying_room, standing_room
from generator.writers.pptx.markup import NAMESPACES, Markup, declared, element, joined
from generator.writers.pptx.shapes import placed
from generator.writers.pptx.tables import frame

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from lxml.etree import _Element
    from pptx.chart.axis import _BaseAxis
    from pptx.chart.chart import Chart

    from generator.charts.plan import PlanPoint
    from generator.ink import Ink
    from generator.layout.slide import ChartBox, TextStyle
    from generator.writers.pptx.chart_room import Room
    from generator.writers.pptx.parts import DeckPackage
    from generator.writers.pptx.scheme import Scheme
    from generator.writers.pptx.shapes import Names

_BASELINE = pt(0.75)
_AXIS_IDS = {"-2068027336": "500000001", "-2113994440": "500000002"}
"""python-pptx's axis ids are negative, which Microsoft's validator refuses (ST_UnsignedInt): from, to."""
_HORIZONTAL = "bar"


class _Workbook(CategoryWorkbookWriter):
    """The embedded workbook, dated by the content and wide enough to be read."""

    def __init__(self, data: CategoryChartData, date: datetime) -> None:
        super().__init__(data)  # type: ignore[no-untyped-call]  # python-pptx's charts bear no types
        self._date = date

    def _populate_worksheet(self, workbook, worksheet) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        workbook.set_properties({"created": self._date})
        super()._populate_worksheet(workbook, worksheet)  # type: ignore[no-untyped-call]


def chart_frame(box: ChartBox, relationship: str, names: Names) -> Markup:
    """Return the frame that shows a chart, with its text alternative."""
    content = element("c:chart", declared("c") | {"r:id": relationship})
    return frame(names.tag(box.name, box.alt), placed(box.rect, "p:xfrm"), NAMESPACES["c"], content)


def chart_part(package: DeckPackage, number: int, box: ChartBox, scheme: Scheme, date: datetime) -> ChartPart:
    """Return the chart part of a plan, the deck's so-manieth, with its workbook."""
    data = _data(box)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if _lies(box) else XL_CHART_TYPE.COLUMN_CLUSTERED
    xml = str(ChartXmlWriter(kind, data).xml)  # type: ignore[no-untyped-call]
    for negative, positive in _AXIS_IDS.items():
        xml = xml.replace(negative, positive)
    name = PackURI(f"/ppt/charts/chart{number}.xml")
    part: ChartPart = ChartPart.load(name, CONTENT_TYPE.DML_CHART, package, xml.encode("utf-8"))
    sheet = PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    workbook = EmbeddedXlsxPart(sheet, CONTENT_TYPE.SML_SHEET, package, _Workbook(data, date).xlsx_blob)
    _dress(part, box, scheme)
    part.chart_workbook.xlsx_part = workbook
    return part


def _lies(box: ChartBox) -> bool:
    return box.plan.chart.kind == _HORIZONTAL


def _cell(value: Decimal) -> float:
    """Return the printed number as a cell holds it; whole numbers without a point, so that cell and cache read alike."""
    return int(value) if value == value.to_integral_value() else float(value)


def _data(box: ChartBox) -> CategoryChartData:
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [plain(point.category) for point in box.plan.points]
    values = [_cell(point.value) for point in box.plan.points]
    data.add_series(box.plan.series, values)  # type: ignore[no-untyped-call]
    return data


def _dress(part: ChartPart, box: ChartBox, scheme: Scheme) -> None:
    """Take off what a chart does not need, and put on what the plan says."""
    chart, space = part.chart, part.chart_workbook._chartSpace  # noqa: SLF001 - python-pptx has no public way to the root
    chart.has_legend = chart.has_title = False
    plot = chart.plots[0]
    plot.vary_by_categories, plot.gap_width = False, box.plan.gap
    _measure(chart, float(box.plan.maximum))
    _name(chart, box, scheme)
    _points(space, box, scheme)
    _place(space, lying_room(box, scheme.library) if _lies(box) else standing_room(box, scheme.library))
    _whole(space, box, scheme)


def _measure(chart: Chart, maximum: float) -> None:
    """Run the values from zero to the plan's end, on an axis unseen, for each bar bears its number."""
    axis = chart.value_axis
    axis.has_major_gridlines = axis.visible = False
    _find(axis, "delete").set("val", "1")  # python-pptx leaves a value out where it is the schema's default
    axis.minimum_scale, axis.maximum_scale = 0, maximum
    crosses = _find(axis, "crosses")
    crosses.addnext(_parsed(element("c:crossBetween", {"val": "between"})))


def _name(chart: Chart, box: ChartBox, scheme: Scheme) -> None:
    """Set the categories along a thin line, the first on top where bars lie."""
    axis = chart.category_axis
    axis.major_tick_mark = XL_TICK_MARK.NONE
    if _lies(box):
        axis.reverse_order = True
    line = element("c:spPr", {}, scheme.line(box.axis.ink, _BASELINE))
    for made in (_letters(box.axis, scheme), line):
        _find(axis, "tickLblPos").addnext(_parsed(made))


def _points(space: _Element, box: ChartBox, scheme: Scheme) -> None:
    categories = space.find(".//c:ser/c:cat", NAMESPACES)
    assert categories is not None
    bars = [_bar(index, point.ink, scheme) for index, point in enumerate(box.plan.points)]
    labels = [_label(index, point, box, scheme) for index, point in enumerate(box.plan.points)]
    shown = joined([_filled(None, scheme), _letters(box.label, scheme, "none"), _shown()])
    for made in (*bars, element("c:dLbls", {}, *labels, shown)):
        categories.addprevious(_parsed(made))


def _bar(index: int, ink: Ink, scheme: Scheme) -> Markup:
    settings = (_value("idx", index), _value("invertIfNegative", 0), _value("bubble3D", 0))
    return element("c:dPt", {}, *settings, _filled(ink, scheme))


def _filled(ink: Ink | None, scheme: Scheme) -> Markup:
    return element("c:spPr", {}, scheme.fill(ink), scheme.line(None, 0))


def _label(index: int, point: PlanPoint, box: ChartBox, scheme: Scheme) -> Markup:
    """Return a point's label; the one to look at has its bar's colour, as on the page."""
    style = replace(box.label, ink=point.ink) if point.emphasis else box.label
    return element(
        "c:dLbl",
        {},
        _value("idx", index),
        element("c:numFmt", {"formatCode": point.format, "sourceLinked": 0}),
        _filled(None, scheme),
        _letters(style, scheme, "none"),
        _shown(),
    )


def _shown() -> Markup:
    """Return that a label shows the value alone, beyond the end of the bar."""
    shows = {"LegendKey": 0, "Val": 1, "CatName": 0, "SerName": 0, "Percent": 0, "BubbleSize": 0}
    return joined([_value("dLblPos", "outEnd"), *[_value(f"show{what}", value) for what, value in shows.items()]])


def _place(space: _Element, room: Room) -> None:
    """Give the bars their part of the chart."""
    area = space.find("c:chart/c:plotArea", NAMESPACES)
    assert area is not None
    modes = [_value("layoutTarget", "inner"), _value("xMode", "edge"), _value("yMode", "edge")]
    shares = {"x": room.x, "y": room.y, "w": room.width, "h": room.height}
    sizes = [_value(name, f"{share:.4f}") for name, share in shares.items()]
    area.insert(0, _parsed(element("c:layout", {}, element("c:manualLayout", {}, *modes, *sizes))))


def _whole(space: _Element, box: ChartBox, scheme: Scheme) -> None:
    """Set the chart's language, plain ground and default letters."""
    dated = space.find("c:date1904", NAMESPACES)
    assert dated is not None
    for made in (_value("roundedCorners", 0), _value("lang", "zh-CN")):
        dated.addnext(_parsed(made))
    letters = space.find("c:txPr", NAMESPACES)
    assert letters is not None
    letters.addprevious(_parsed(_filled(None, scheme)))
    space.replace(letters, _parsed(_letters(box.axis, scheme)))
    area = space.find("c:chart/c:plotArea", NAMESPACES)
    blanks = space.find("c:chart/c:dispBlanksAs", NAMESPACES)
    assert area is not None
    assert blanks is not None
    area.append(_parsed(_filled(None, scheme)))
    blanks.addprevious(_parsed(_value("plotVisOnly", 1)))


def _letters(style: TextStyle, scheme: Scheme, wrap: str = "square") -> Markup:
    """Return how a chart's text is set: level, with an Asian face."""
    properties = element("a:pPr", {}, scheme.run(style, tag="a:defRPr"))
    paragraph = element("a:p", {}, properties, element("a:endParaRPr", {"lang": "zh-CN", "altLang": "en-US"}))
    return element("c:txPr", {}, element("a:bodyPr", {"rot": 0, "vert": "horz", "wrap": wrap}), element("a:lstStyle"), paragraph)


def _value(name: str, value: str | int) -> Markup:
    return element(f"c:{name}", {"val": value})


def _find(axis: _BaseAxis, name: str) -> _Element:
    found: _Element | None = axis._element.find(f"c:{name}", NAMESPACES)  # noqa: SLF001 - python-pptx wraps no such child
    assert found is not None
    return found


def _parsed(markup: Markup) -> _Element:
    """Return markup as an element of python-pptx's own kind, its namespaces declared."""
    holder: _Element = parse_xml(element("c:chartSpace", declared("a", "c", "r"), markup))
    return holder[0]
