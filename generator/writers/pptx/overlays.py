"""What lies over a native chart's marks: a line with its points, a target, an arrow, each a series of a line chart on the same names.

In: the chart's markup as python-pptx writes it, all rows of one type, and a ChartBox. Out: the rows that lie over others moved to a line
chart in the same plot (ECMA-376 Part 1, 21.2.2.97 lineChart), on an axis of its own where the plan has one (21.2.2.226 valAx).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.charts.native import Marks, Over
from generator.layout.deck.laid_over import half_pitch, half_rise, shift_of
from generator.units import pt, to_pt
from generator.writers.pptx.markup import NAMESPACES, NONE, Markup, element, escaped, xstring
from generator.writers.pptx.plots import cached, filled, form_of, letters, parsed, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from generator.charts.plan import PlanPoint, PlanRow
    from generator.layout.deck.slide import ChartBox
    from generator.writers.pptx.scheme import Scheme

_AXES, _SECOND = ("500000001", "500000002"), ("500000003", "500000004")
_RIM = pt(1.5)
"""Paper round a line's points, which may lie on columns as dark as they are."""
_MARK_PART, _LINE_PART, _TARGET_PART, _ARROW_PART = 0.6, 0.16, 0.12, 0.1
"""A marker's diameter, and the weights of a line, a target and an arrow, in sizes of the labels, as on the page."""


def put(space: _Element, box: ChartBox, scheme: Scheme) -> None:
    """Dress the rows that lie over others, and move them to a line chart of their own where the marks are of another type."""
    plan = box.plan
    if not plan.over:
        return
    plot = next(one for one in space.iterfind("c:chart/c:plotArea/*", NAMESPACES) if one.tag.endswith("Chart"))
    found = plot.findall("c:ser", NAMESPACES)[len(plan.rows) :]
    for one, row in zip(found, plan.over, strict=True):
        _dress(one, row, box, scheme)
    if form_of(box).marks is not Marks.BARS:
        return
    last = plot
    for axes, rows in _by_axes(box):
        ids = [value("axId", one) for one in axes]
        lines = parsed(
            element("c:lineChart", {}, value("grouping", "standard"), value("varyColors", 0), value("marker", 1), *ids)
        )
        for row in rows:
            lines[1 + rows.index(row)].addnext(found[plan.over.index(row)])
        last.addnext(lines)
        last = lines


def _by_axes(box: ChartBox) -> list[tuple[tuple[str, str], list[PlanRow]]]:
    """Return the rows by the axes that they are on."""
    second = [row for row in box.plan.over if box.plan.second and row.over is Over.LINE]
    first = [row for row in box.plan.over if row not in second]
    return [(axes, rows) for axes, rows in ((_AXES, first), (_SECOND, second)) if rows]


def second_axis(space: _Element, box: ChartBox) -> None:
    """Give lines an axis of their own, from zero, unseen like the first: each point bears its number."""
    area = space.find("c:chart/c:plotArea", NAMESPACES)
    assert area is not None
    names, values = _SECOND
    unseen = element("c:spPr", {}, element("a:ln", {}, element("a:noFill")))
    end = [value("orientation", "minMax"), value("max", str(float(box.plan.second))), value("min", 0)]
    for made in (
        element(
            "c:valAx", {}, value("axId", values), element("c:scaling", {}, *end), value("delete", 0), value("axPos", "r"),
            value("majorTickMark", "none"), value("minorTickMark", "none"), value("tickLblPos", "none"), unseen, value("crossAx", names),
            value("crosses", "max"), value("crossBetween", "between"),
        ),
        element(
            "c:catAx", {}, value("axId", names), element("c:scaling", {}, value("orientation", "minMax")), value("delete", 1),
            value("axPos", "b"), value("majorTickMark", "none"), value("minorTickMark", "none"), value("tickLblPos", "nextTo"),
            value("crossAx", values), value("crosses", "autoZero"), value("auto", 1), value("lblAlgn", "ctr"),
            value("lblOffset", 100), value("noMultiLvlLbl", 0),
        ),
    ):  # fmt: skip
        area.findall("c:valAx", NAMESPACES)[-1].addnext(parsed(made))


def _dress(found: _Element, row: PlanRow, box: ChartBox, scheme: Scheme) -> None:
    """Give a row its line, its marks and its labels."""
    for unwanted in ("spPr", "marker", "invertIfNegative", "smooth"):
        for old in found.findall(f"c:{unwanted}", NAMESPACES):
            found.remove(old)
    cached(found, row)
    categories, name = found.find("c:cat", NAMESPACES), found.find("c:tx", NAMESPACES)
    assert categories is not None
    assert name is not None
    for made in (_marker(row, box, scheme), element("c:spPr", {}, _line(row, box, scheme))):
        name.addnext(parsed(made))
    labels = [_label(at, point, row, box, scheme) for at, point in enumerate(row.points) if point]
    if row.over is Over.ARROW:
        start = element("c:marker", {}, value("symbol", "circle"), value("size", 5), filled(row.ink, scheme))
        categories.addprevious(parsed(element("c:dPt", {}, value("idx", 0), start, value("bubble3D", 0))))
    categories.addprevious(parsed(element("c:dLbls", {}, *labels, *(_shows(value_shown=False, name_shown=False)))))
    found.append(parsed(value("smooth", 0)))


def _line(row: PlanRow, box: ChartBox, scheme: Scheme) -> Markup:
    """Return how a row is joined: firmly, dashed or with a head."""
    size = box.label.size
    if row.over is Over.LINE:
        return scheme.line(row.ink, round(_LINE_PART * size))
    if row.over is Over.ARROW:
        head = element("a:tailEnd", {"type": "triangle", "w": "med", "len": "med"})
        return scheme.line(row.ink, round(_ARROW_PART * size), head)
    dash = element("a:prstDash", {"val": "dash"})
    return scheme.line(row.ink, round(_TARGET_PART * size), dash)


def _marker(row: PlanRow, box: ChartBox, scheme: Scheme) -> Markup:
    """Return the mark of a row's points: discs on a line, nothing on what has no values of its own."""
    if row.over is Over.LINE:
        size = round(_MARK_PART * to_pt(box.label.size))
        paint = filled(row.ink, scheme, box.plan.inks.paper, _RIM)
        return element("c:marker", {}, value("symbol", "circle"), value("size", size), paint)
    return element("c:marker", {}, value("symbol", "none"))


def _label(at: int, point: PlanPoint, row: PlanRow, box: ChartBox, scheme: Scheme) -> Markup:
    """Return a point's label: its value; at the last the row's name over it; on an arrow's middle the change alone."""
    head, end = value("idx", at), at == len(row.points) - 1
    middle = row.over is Over.ARROW and point.emphasis
    if not point.is_told and not middle:
        return element("c:dLbl", {}, head, value("delete", 1))
    shift = NONE
    if end and not middle:
        x, y = shift_of(box)
        shift = element("c:layout", {}, element("c:manualLayout", {}, value("x", f"{x:.4f}"), value("y", f"{y:.4f}")))
    if middle and len(row.points) == 2:  # noqa: PLR2004 - the middle of two columns is no point of either
        x, y = half_pitch(box), half_rise(box, row)
        shift = element("c:layout", {}, element("c:manualLayout", {}, value("x", f"{x:.4f}"), value("y", f"{y:.4f}")))
    place = "ctr" if middle else "r" if end else "b" if point.below else "t"
    return element(
        "c:dLbl", {}, head, shift, element("c:numFmt", {"formatCode": xstring(point.format), "sourceLinked": 0}),
        filled(None if end and not middle else box.plan.inks.paper, scheme),
        letters(replace(box.label, ink=point.letters), scheme, "none"), value("dLblPos", place),
        *_shows(value_shown=not middle, name_shown=end or middle),
    )  # fmt: skip


def _shows(*, value_shown: bool, name_shown: bool) -> list[Markup]:
    """Return what a label shows."""
    shows = {"LegendKey": 0, "Val": int(value_shown), "CatName": 0, "SerName": int(name_shown), "Percent": 0, "BubbleSize": 0}
    flags = [value(f"show{what}", one) for what, one in shows.items()]
    return [*flags, element("c:separator", {}, escaped("\n"))] if name_shown and value_shown else flags
