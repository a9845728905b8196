"""The rows of a native chart: bars, parts, lines, markers and slices in the plan's inks, each point with a label of its own.

In: the chart's markup as python-pptx writes it, and a ChartBox. Out: the same with points, labels and, for stacked bars, the row that
names the parts (ECMA-376 Part 1, 21.2.2.52 dPt, 21.2.2.47 dLbl, 21.2.2.93 legend). A label is its point's number format.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pptx.oxml import parse_xml

from generator.charts.native import Marks, NativeForm
from generator.document.model import plain
from generator.layout.deck.chart_room import Room
from generator.layout.deck.widths import untrimmed
from generator.typeset.model import Span
from generator.units import Length, pt, to_pt
from generator.writers.pptx.markup import NAMESPACES, NONE, Markup, declared, element, escaped, joined, xstring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from pptx.chart.axis import _BaseAxis

    from generator.charts.plan import PlanPoint, PlanRow
    from generator.ink import Ink
    from generator.layout.deck.slide import ChartBox
    from generator.typeset.model import Style
    from generator.writers.pptx.scheme import Scheme

_BORDER, _OUTLINE = pt(2), pt(1.5)
"""What parts touching areas, and what is drawn round a part that is missing."""
_LINE_PART, _MARK_PART = 0.16, 0.6
"""A line's weight and a marker's diameter in sizes of the labels, as on the page."""
_NEW_LINE = "\n"
_ANY_TURN = -60_000_000
"""What PowerPoint writes where it finds the turn itself, a thousand degrees back (20.1.10.3 ST_Angle)."""
_SWATCH, _WIDE_SWATCH, _KEY_LINE = 2.2, 4.5, 1.9
"""What a legend takes beside each name, more in a chart with lines too, and its line's height, in sizes."""


def form_of(box: ChartBox) -> NativeForm:
    """Return the form of a box's chart, which is native or would not be in it."""
    assert box.plan.native is not None
    return box.plan.native


def dress(space: _Element, box: ChartBox, scheme: Scheme) -> None:
    """Give every row its inks and labels, and the plot what its kind needs."""
    plot = next(_plots(space))
    for name in ("dLbls", "varyColors", "gapWidth", "overlap", "firstSliceAng", "holeSize"):
        for old in plot.findall(f"c:{name}", NAMESPACES):
            plot.remove(old)
    for found, row in zip(plot.findall("c:ser", NAMESPACES), box.plan.rows, strict=False):
        _dress_row(found, row, box, scheme)
    first = plot.find("c:ser", NAMESPACES)
    assert first is not None
    first.addprevious(parsed(value("varyColors", 0)))
    for made in _settings(box, scheme):
        _last(plot).addnext(parsed(made))


def _plots(space: _Element) -> Iterator[_Element]:
    area = space.find("c:chart/c:plotArea", NAMESPACES)
    assert area is not None
    return (child for child in area if child.tag.endswith("Chart"))


def _last(plot: _Element) -> _Element:
    return plot.findall("c:ser", NAMESPACES)[-1]


def _settings(box: ChartBox, scheme: Scheme) -> tuple[Markup, ...]:
    """Return what stands after the rows, the last first."""
    plan, form = box.plan, form_of(box)
    if form.marks is Marks.SLICES:
        turn = value("firstSliceAng", plan.turn)
        return (value("holeSize", form.hole), turn) if form.hole else (turn,)
    if form.marks is Marks.BARS:
        gap = value("gapWidth", plan.gap)
        return (value("overlap", form.overlap), gap) if form.overlap else (gap,)
    threads = element("c:spPr", {}, scheme.line(plan.inks.rule, pt(1)))
    return () if form.joined else (element("c:dropLines", {}, threads),)


def _dress_row(found: _Element, row: PlanRow, box: ChartBox, scheme: Scheme) -> None:
    for unwanted in ("spPr", "marker", "invertIfNegative"):
        for old in found.findall(f"c:{unwanted}", NAMESPACES):
            found.remove(old)
    categories, name = found.find("c:cat", NAMESPACES), found.find("c:tx", NAMESPACES)
    assert categories is not None
    assert name is not None
    cached(found, row)
    for made in reversed(_row_paint(row, box, scheme)):
        name.addnext(parsed(made))
    points = [(index, point) for index, point in enumerate(row.points) if point]
    marks = [] if form_of(box).joined else [_mark(index, point, box, scheme) for index, point in points]
    labels = [_label(index, point, box, scheme) for index, point in points]
    usual = element("c:numFmt", {"formatCode": xstring(row.format), "sourceLinked": 0})
    rest = joined(
        [usual, filled(None, scheme), letters(box.label, scheme, "none", western=box.western), _shown(box, _place(box))]
    )
    leaders = value("showLeaderLines", 0) if form_of(box).marks is Marks.SLICES else NONE
    for made in (*marks, element("c:dLbls", {}, *labels, rest, leaders)):
        categories.addprevious(parsed(made))


def cached(found: _Element, row: PlanRow) -> None:
    """Set the cells' number format, and the texts as strings that decode to themselves."""
    for code in found.iterfind("c:val//c:formatCode", NAMESPACES):
        code.text = xstring(row.format)
    for text in (one for path in ("c:tx//c:v", "c:cat//c:strCache//c:v") for one in found.iterfind(path, NAMESPACES)):
        text.text = xstring(text.text or "")


def _row_paint(row: PlanRow, box: ChartBox, scheme: Scheme) -> list[Markup]:
    """Return how a row is painted as a whole: a line with its markers, markers alone, parts of bars."""
    form = form_of(box)
    if form.marks is Marks.POINTS:
        line = scheme.line(row.ink, round(_LINE_PART * box.label.size)) if form.joined else scheme.line(None, 0)
        return [element("c:spPr", {}, line), _marker(row.ink, box, scheme)]
    if form.overlap:
        return [filled(row.ink, scheme, box.plan.inks.paper, _BORDER), value("invertIfNegative", 0)]
    return [filled(row.ink, scheme), value("invertIfNegative", 0)] if form.legend else []


def _marker(ink: Ink, box: ChartBox, scheme: Scheme) -> Markup:
    size = round(_MARK_PART * to_pt(box.label.size))
    return element("c:marker", {}, value("symbol", "circle"), value("size", size), filled(ink, scheme))


def _mark(index: int, point: PlanPoint, box: ChartBox, scheme: Scheme) -> Markup:
    """Return how one point is painted; parts that touch have a border of paper between them."""
    form, own = form_of(box), NONE
    if form.marks is Marks.POINTS:
        own = _marker(point.ink, box, scheme)
    elif form.marks is Marks.BARS:
        own = value("invertIfNegative", 0)
    if point.is_missing:
        line = scheme.line(point.ink, _OUTLINE, element("a:prstDash", {"val": "dash"}))
        return element(
            "c:dPt", {}, value("idx", index), own, value("bubble3D", 0), element("c:spPr", {}, scheme.fill(None), line)
        )
    touching = form.overlap or form.marks is Marks.SLICES
    paint = filled(point.ink, scheme, box.plan.inks.paper, _BORDER) if touching else filled(point.ink, scheme)
    return element("c:dPt", {}, value("idx", index), own, value("bubble3D", 0), paint)


def _label(index: int, point: PlanPoint, box: ChartBox, scheme: Scheme) -> Markup:
    """Return a point's label; the one to look at has its mark's colour, and no line runs through it, as on the page."""
    if not point.is_told and form_of(box).has_axes:
        return element("c:dLbl", {}, value("idx", index), value("delete", 1))
    has_line = form_of(box).joined or (bool(box.plan.over) and not point.inside)
    end = form_of(box).joined and len(box.plan.rows) > 1 and index == len(box.plan.categories) - 1
    shift = NONE
    if box.shifts:
        x, y = box.shifts[index]
        shift = element("c:layout", {}, element("c:manualLayout", {}, value("x", f"{x:.4f}"), value("y", f"{y:.4f}")))
    return element(
        "c:dLbl",
        {},
        value("idx", index),
        shift,
        element("c:numFmt", {"formatCode": xstring(point.format), "sourceLinked": 0}),
        filled(box.plan.inks.paper if has_line and not end else None, scheme),
        letters(
            replace(box.label, ink=point.letters, size=round(box.label.size * point.larger)), scheme, "none", western=box.western
        ),
        _shown(box, "r" if end else _place(box, point), end=end, told=point.is_told),
    )


def _place(box: ChartBox, point: PlanPoint | None = None) -> str:
    """Return where a label stands: over or under a point, in a column under its end, else where the form has it."""
    form = form_of(box)
    if form.marks is not Marks.POINTS:
        return "inEnd" if point and point.inside else form.label
    return "b" if point and point.below else "t"


def _shown(box: ChartBox, place: str, *, end: bool = False, told: bool = True) -> Markup:
    """Return what a label shows and where: the value, of a slice its name too, at the end of one of several lines the line's."""
    named = form_of(box).marks is Marks.SLICES
    shows = {"LegendKey": 0, "Val": int(told), "CatName": int(named), "SerName": int(end), "Percent": 0, "BubbleSize": 0}
    flags = [value(f"show{what}", one) for what, one in shows.items()]
    separator = [element("c:separator", {}, escaped(_NEW_LINE))] if named or end else []
    return joined([*([value("dLblPos", place)] if place else []), *flags, *separator])


def name_rows(space: _Element, box: ChartBox, scheme: Scheme) -> None:
    """Name the rows in one line over the bars, in their order, from the bars' foot on."""
    area = space.find("c:chart/c:plotArea", NAMESPACES)
    assert area is not None
    assert box.plot is not None
    style = replace(box.axis, ink=box.label.ink)
    swatch = _WIDE_SWATCH if box.plan.over else _SWATCH
    wide = sum(untrimmed((Span(plain(row.name), style),), scheme.library) + round(swatch * style.size) for row in box.plan.rows)
    left = max(0, min(box.plot.x, box.rect.width - wide)) / box.rect.width
    high = min(box.plot.y, round(_KEY_LINE * style.size))
    room = Room(left, 0, min(1 - left, wide / box.rect.width), high / box.rect.height)
    area.addnext(
        parsed(
            element(
                "c:legend",
                {},
                value("legendPos", "t"),
                hidden_in_key(box),
                layout(room),
                value("overlay", 0),
                filled(None, scheme),
                letters(style, scheme, western=box.western),
            )
        )
    )


def hidden_in_key(box: ChartBox) -> Markup:
    """Return what keeps rows that lie over others out of the key: their names stand at their ends."""
    first = len(box.plan.rows)
    entries = ((value("idx", first + at), value("delete", 1)) for at in range(len(box.plan.over)))
    return joined(element("c:legendEntry", {}, *one) for one in entries)


def layout(room: Room, *, inner: bool = False) -> Markup:
    """Return a place within the chart by hand (21.2.2.95 manualLayout)."""
    target = [value("layoutTarget", "inner")] if inner else []
    modes = [value("xMode", "edge"), value("yMode", "edge")]
    shares = {"x": room.x, "y": room.y, "w": room.width, "h": room.height}
    sizes = [value(name, f"{share:.4f}") for name, share in shares.items()]
    return element("c:layout", {}, element("c:manualLayout", {}, *target, *modes, *sizes))


def letters(style: Style, scheme: Scheme, wrap: str = "square", *, level: bool = True, western: bool = False) -> Markup:
    """Return how a chart's text is set: with an Asian face, and level, or as the program turns it.

    Names of which some are left out have room to be level; a program that shows all nevertheless may turn them. `western` has the
    letters of the face's supplement.
    """
    properties = element("a:pPr", {}, scheme.run(style, tag="a:defRPr", western=western))
    paragraph = element("a:p", {}, properties, element("a:endParaRPr", {"lang": "zh-CN", "altLang": "en-US"}))
    return element(
        "c:txPr",
        {},
        element("a:bodyPr", {"rot": 0 if level else _ANY_TURN, "vert": "horz", "wrap": wrap}),
        element("a:lstStyle"),
        paragraph,
    )


def value(name: str, val: str | int) -> Markup:
    """Return an element of a chart that holds one value."""
    return element(f"c:{name}", {"val": val})


def filled(ink: Ink | None, scheme: Scheme, border: Ink | None = None, width: Length = 0) -> Markup:
    """Return an area's paint: an ink, and a border or none."""
    return element("c:spPr", {}, scheme.fill(ink), scheme.line(border, width))


def find(axis: _BaseAxis, name: str) -> _Element:
    """Return a child of an axis, which python-pptx does not wrap."""
    found: _Element | None = axis._element.find(f"c:{name}", NAMESPACES)  # noqa: SLF001 - python-pptx wraps no such child
    assert found is not None
    return found


def parsed(markup: Markup) -> _Element:
    """Return markup as an element of python-pptx's own kind, its namespaces declared."""
    holder: _Element = parse_xml(element("c:chartSpace", declared("a", "c", "r"), markup))
    return holder[0]
