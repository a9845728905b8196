"""A native chart as a statement has it: type and scale, each series, each point with its label, and the cells of its workbook.

In: a chart part of a package. Out: things (ECMA-376 Part 1, 21.2). What a reader can be misled by is told: a scale cut, turned or
logarithmic, labels that do not follow their cells, points taken away, display units, a second axis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.colour import hexed, is_faint, rgb
from generator.inspection.deck.charts import as_number, read_chart
from generator.inspection.deck.lettering import Eye, run_facts
from generator.inspection.deck.number_format import render
from generator.inspection.deck.visibility import LEAST_SIZE
from generator.inspection.package import NS, Package, attribute, spelt
from generator.inspection.workbook.statement import read_statement
from generator.statement.model import Facts, Kind, Run, Thing, Value, cell_number, entry, facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from generator.inspection.colour import RGB
    from generator.inspection.deck.charts import ChartText, Series
    from generator.inspection.deck.theme import Theme

_C, _A = f"{{{NS['c']}}}", f"{{{NS['a']}}}"
_OFF = frozenset({"0", "false"})


def plotted(package: Package, part: str, name: str, theme: Theme, ground: RGB) -> Iterator[Thing]:
    """Yield what a chart part on a ground says and shows. Raises UnreadableError."""
    root, chart = package.part(part), read_chart(package, part)
    area = root.find(spelt("c:chart/c:plotArea"))
    yield Thing(Kind.CHART, (), _form(root, area), name)
    for text in _titles(root):
        yield Thing(Kind.TEXT, (Run(text),), facts(chart=1), name)
    for number, (series, element) in enumerate(zip(chart.series, root.iter(_C + "ser"), strict=True), 1):
        told = facts(row=number, **_series(element), **_laid_over(area, element))
        yield Thing(Kind.SERIES, tuple(map(Run, series.name.texts)), told, name)
        pens = _Pens(element, theme, ground)
        yield from _points(series, chart, pens, number, name)
    yield from _cells(package, part, name)


def _form(root: ET.Element, area: ET.Element | None) -> Facts:
    """Return type, grouping and scale; what is usual is left out."""
    plots = [one for one in area or () if one.tag.endswith("Chart")]
    plot = plots[0] if plots else None
    values, names = (area.findall(_C + tag) if area is not None else [] for tag in ("valAx", "catAx"))
    value = values[0] if values else None
    kind = plot.tag.removeprefix(_C).removesuffix("Chart") if plot is not None else "none"
    lying = attribute(plot, "c:barDir") == "bar"
    order = attribute(names[0], "c:scaling/c:orientation", usual="minMax") if names else "minMax"
    told: dict[str, Value | None] = {
        "type": kind, "lying": 1 if lying else None,
        "grouping": attribute(plot, "c:grouping") if kind == "bar" else None,
        "backwards": 1 if (order == "maxMin") != lying else None,
        "turned": int(attribute(plot, "c:firstSliceAng", usual="0")) or None,
        "plots": len(plots) if len(plots) != 1 else None, "axes": len(values) if len(values) > 1 else None,
        "legend": 1 if root.find(spelt("c:chart/c:legend")) is not None else None,
        "gap": int(attribute(plot, "c:gapWidth", usual="150")) if kind == "bar" else None,
        "overlap": int(attribute(plot, "c:overlap", usual="0")) or None, "hole": int(attribute(plot, "c:holeSize", usual="0")) or None,
        "unnamed": 1 if names and _is_unnamed(names[0]) else None, "every": _every(names[0]) if names else None, "room": _room(area),
        "crossing": _crossing(names[0]) if names else None,
        "in-depth": 1 if root.find(spelt("c:chart/c:view3D")) is not None else None,
    }  # fmt: skip
    return facts(**told, **_scale(value))


def _is_unnamed(axis: ET.Element) -> bool:
    """Tell whether the names along an axis are not shown."""
    return attribute(axis, "c:delete", usual="0") not in _OFF or attribute(axis, "c:tickLblPos") == "none"


def _every(axis: ET.Element) -> Value | None:
    """Return which names along an axis are shown, each so-manieth, unless all are."""
    every = attribute(axis, "c:tickLblSkip", usual="1")
    return None if every == "1" else every


def _crossing(axis: ET.Element) -> Value | None:
    """Return where the names' axis, from which bars begin, crosses that of the values, unless it is at zero."""
    at = as_number(attribute(axis, "c:crossesAt"))
    where = attribute(axis, "c:crosses", usual="autoZero")
    return float(at) if at else where if where != "autoZero" else None


def _room(area: ET.Element | None) -> Value | None:
    """Return where the marks lie, in shares of the chart."""
    layout = area.find(spelt("c:layout/c:manualLayout")) if area is not None else None
    if layout is None:
        return None
    return tuple(round(float(attribute(layout, f"c:{key}", usual="0")), 3) for key in "xywh")


def _scale(axis: ET.Element | None) -> dict[str, Value | None]:
    least, most = (as_number(attribute(axis, f"c:scaling/c:{tag}")) for tag in ("min", "max"))
    log, units = attribute(axis, "c:scaling/c:logBase"), axis.find(spelt("c:dispUnits")) if axis is not None else None
    shown = axis is not None and attribute(axis, "c:delete") in _OFF
    return {
        "least": float(least) if least is not None else None, "most": float(most) if most is not None else None,
        "log": float(log) if log else None, "upside-down": 1 if attribute(axis, "c:scaling/c:orientation") == "maxMin" else None,
        "units": 1 if units is not None else None, "axis": 1 if shown else None,
    }  # fmt: skip


def _titles(root: ET.Element) -> Iterator[str]:
    """Yield the texts that stand in a chart beside names and labels: titles, texts typed over labels."""
    for paragraph in root.iter(_A + "p"):
        text = "".join(one.text or "" for one in paragraph.iter(_A + "t"))
        if text:
            yield text


def _series(element: ET.Element) -> dict[str, Value | None]:
    """Return what of a series misleads, a trend or error bars, and whether its points are marked."""
    strange = [tag for tag in ("trendline", "errBars") if element.find(_C + tag) is not None]
    return {"extras": tuple(strange) or None, "unmarked": 1 if attribute(element, "c:marker/c:symbol") == "none" else None}


def _laid_over(area: ET.Element | None, series: ET.Element) -> dict[str, Value | None]:
    """Return how a series is drawn that is of another type than the first, or on another axis, and what its line is like."""
    plots = [one for one in area or () if one.tag.endswith("Chart")]
    own = next((one for one in plots if series in list(one)), None)
    line = series.find(spelt("c:spPr/a:ln"))
    told: dict[str, Value | None] = {
        "dashed": 1 if line is not None and line.find(spelt("a:prstDash")) is not None and line.find(spelt("a:noFill")) is None else None,
        "headed": 1 if attribute(line, "a:tailEnd", "type", "none") != "none" else None,
    }  # fmt: skip
    if own is None or own is plots[0]:
        return told
    axes = [one.get("val") for one in own.iterfind(_C + "axId")]
    other = axes != [one.get("val") for one in plots[0].iterfind(_C + "axId")]
    values = area.findall(_C + "valAx") if area is not None else []
    axis = next((one for one in values if attribute(one, "c:axId") in axes), None)
    end, start = (as_number(attribute(axis, f"c:scaling/c:{tag}")) for tag in ("max", "min"))
    return told | {
        "drawn": own.tag.removeprefix(_C).removesuffix("Chart"), "second": float(end or 0) if other else None,
        "from": float(start) if other and start else None,
    }  # fmt: skip


class _Pens:
    """What the points of a series are drawn and labelled with."""

    def __init__(self, series: ET.Element, theme: Theme, ground: RGB) -> None:
        self.series, self.theme, self.ground = series, theme, ground
        self.paints = {attribute(one, "c:idx"): one for one in series.iterfind(_C + "dPt")}
        self.labels = {attribute(one, "c:idx"): one for one in series.iterfind(spelt("c:dLbls/c:dLbl"))}
        self.usual = series.find(_C + "dLbls")

    def mark(self, at: int) -> dict[str, Value | None]:
        """Return how a point is drawn."""
        paint = self.paints.get(str(at))
        symbols = [attribute(one, "c:marker/c:symbol") for one in (paint, self.series) if one is not None]
        shown = next((one for one in symbols if one), "")
        apart = attribute(paint, "c:explosion") or attribute(self.series, "c:explosion", usual="0")
        return {
            "colour": _fill(paint, self.theme) or (None if _is_empty(paint) else _fill(self.series, self.theme)),
            "hollow": 1 if _is_hollow(paint) else None, "unmarked": 1 if shown == "none" else None,
            "apart": apart if apart != "0" else None,
        }  # fmt: skip

    def label(self, at: int) -> tuple[Facts, dict[str, Value | None]]:
        """Return the look of a point's label, and what it shows beside its value."""
        own = self.labels.get(str(at))
        label = own if own is not None else self.usual
        letters = label.find(spelt("c:txPr/a:p/a:pPr/a:defRPr")) if label is not None else None
        look = run_facts(letters, [], Eye(self.theme, 0, {}, {}))
        place = attribute(own, "c:dLblPos") or attribute(self.usual, "c:dLblPos")
        told = dict(look)
        colour = told.get("colour")
        lost = place in _OUTSIDE and isinstance(colour, str) and is_faint(rgb(colour), self.ground)
        if lost or float(str(told.get("size", 0))) < LEAST_SIZE:
            look = tuple(sorted((*look, ("faint", 1))))
        shown = ("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize")
        more = tuple(tag for tag in shown if attribute(label, f"c:{tag}", usual="0") not in _OFF)
        linked = attribute(label, "c:numFmt", "sourceLinked", "0") not in _OFF
        return look, {"beside": more or None, "linked": 1 if linked else None}


_OUTSIDE = frozenset({"outEnd", "t", "b", "l", "r"})
"""Places of a label on the ground of the slide (ST_DLblPos)."""


def _is_empty(paint: ET.Element | None) -> bool:
    """Tell whether a point is drawn with nothing."""
    return paint is not None and paint.find(spelt("c:spPr/a:noFill")) is not None and paint.find(spelt("c:marker")) is None


def _is_hollow(paint: ET.Element | None) -> bool:
    """Tell whether a point is drawn by its outline alone."""
    return _is_empty(paint) and paint is not None and paint.find(spelt("c:spPr/a:ln/a:solidFill")) is not None


def _points(series: Series, chart: ChartText, pens: _Pens, number: int, name: str) -> Iterator[Thing]:
    for at, category in enumerate(series.categories.texts):
        value = series.values.texts[at] if at < len(series.values.texts) else ""
        amount = as_number(value)
        told: dict[str, Value | None] = {"value": cell_number(amount) if amount is not None else value or None}
        code = series.formats[at] if at < len(series.formats) else None
        look, beside = pens.label(at)
        label: tuple[Run, ...] = ()
        if code is not None and amount is not None:
            told["format"], label = code, (Run(render(code, amount), look),)
        told |= pens.mark(at) | beside | {"mismatch": _mismatch(series, chart, at)}
        yield Thing(Kind.POINT, (Run(category), *label), facts(row=number, **(told if value else {})), name)


def _mismatch(series: Series, chart: ChartText, at: int) -> Value | None:
    """Return the cells that a point refers to and that hold another thing than it shows."""
    apart = [
        address
        for one in (series.categories, series.values)
        if chart.cells and at < len(one.addresses) and not _same(chart.cells.get(address := one.addresses[at], ""), one.texts[at])
    ]
    return tuple(apart) or None


def _same(cell: str, shown: str) -> bool:
    one, other = as_number(cell), as_number(shown)
    return cell == shown or (one is not None and other is not None and cell_number(one) == cell_number(other))


def _fill(holder: ET.Element | None, theme: Theme) -> str | None:
    """Return the colour of a bar, a slice, a marker, or a line."""
    if holder is None:
        return None
    for path in ("c:marker/c:spPr/a:solidFill", "c:spPr/a:solidFill", "c:spPr/a:ln/a:solidFill"):
        colour = theme.colour(holder.find(path, NS))
        if colour:
            return hexed(colour)
    return None


def _cells(package: Package, part: str, name: str) -> Iterator[Thing]:
    """Yield the cells of the chart's own workbook, and whatever else is in it."""
    workbook = package.related(part, "package")
    if not workbook:
        return
    first, *others = read_statement(Package.open(package.read(workbook))).sheets
    for one in first.things:
        if one.kind is Kind.CELL:
            address = one.name.rpartition(" ")[2]
            yield Thing(Kind.CELL, (Run(one.text),), _without_general(one.facts), f"{name} {address}")
        elif one.name in _HIDING:
            yield Thing(Kind.ENTRY, one.runs, (), one.name)
    yield from (entry("part", str(one.number)) for one in others)


_HIDING = frozenset({"hidden", "filtered", "merged", "conditional"})


def _without_general(told: Facts) -> Facts:
    return tuple(fact for fact in told if fact != ("format", "General"))
