"""A native chart as a statement has it: type and scale, each series, each point with its label, and the cells of its workbook.

In: a chart part of a package. Out: things (ECMA-376 Part 1, 21.2). What a reader can be misled by is told: a scale cut, turned or
logarithmic, labels that do not follow their cells, points taken away, display units, a second axis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.deck.charts import as_number, read_chart
from generator.inspection.deck.number_format import render
from generator.inspection.package import NS, Package, attribute
from generator.statement.model import Facts, Kind, Run, Thing, Value, facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from xml.etree import ElementTree as ET

    from generator.inspection.deck.charts import ChartText, Series
    from generator.inspection.deck.theme import Theme

_C, _A = f"{{{NS['c']}}}", f"{{{NS['a']}}}"
_OFF = frozenset({"0", "false"})


def plotted(package: Package, part: str, name: str, theme: Theme) -> Iterator[Thing]:
    """Yield what a chart part says and shows. Raises UnreadableError."""
    root, chart = package.part(part), read_chart(package, part)
    area = root.find("c:chart/c:plotArea", NS)
    yield Thing(Kind.CHART, (), _form(root, area), name)
    for text in _titles(root):
        yield Thing(Kind.TEXT, (Run(text),), facts(chart=1), name)
    for number, (series, element) in enumerate(zip(chart.series, root.iter(_C + "ser"), strict=True), 1):
        yield Thing(Kind.SERIES, tuple(map(Run, series.name.texts)), facts(row=number, **_series(element)), name)
        yield from _points(series, element, number, name, theme)
    yield from _cells(chart, name)


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
        "legend": 1 if root.find("c:chart/c:legend", NS) is not None else None,
        "in-depth": 1 if root.find("c:chart/c:view3D", NS) is not None else None,
    }  # fmt: skip
    return facts(**told, **_scale(value))


def _scale(axis: ET.Element | None) -> dict[str, Value | None]:
    least, most = (as_number(attribute(axis, f"c:scaling/c:{tag}")) for tag in ("min", "max"))
    log, units = attribute(axis, "c:scaling/c:logBase"), axis.find("c:dispUnits", NS) if axis is not None else None
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
    """Return what of a series misleads: a trend, error bars, values on a second axis' order."""
    strange = [tag for tag in ("trendline", "errBars") if element.find(_C + tag) is not None]
    return {"extras": tuple(strange) or None}


def _points(series: Series, element: ET.Element, number: int, name: str, theme: Theme) -> Iterator[Thing]:
    paints = {attribute(one, "c:idx"): one for one in element.iterfind(_C + "dPt")}
    for at, category in enumerate(series.categories.texts):
        value = series.values.texts[at] if at < len(series.values.texts) else ""
        amount = as_number(value)
        told: dict[str, Value | None] = {"value": _number(amount) if amount is not None else value or None}
        code = series.formats[at] if at < len(series.formats) else None
        if code is not None and amount is not None:
            told |= {"format": code, "reads": render(code, amount)}
        label = next((one for one in element.iterfind("c:dLbls/c:dLbl", NS) if attribute(one, "c:idx") == str(at)), None)
        told |= _colours(paints.get(str(at)), element, label, theme) | _parts(label)
        yield Thing(Kind.POINT, (Run(category),), facts(row=number, **(told if value else {})), name)


def _colours(paint: ET.Element | None, series: ET.Element, label: ET.Element | None, theme: Theme) -> dict[str, Value | None]:
    """Return the colours of a point's mark and of its label's letters."""
    mark = _fill(paint, theme) or _fill(series, theme)
    ink = label.find("c:txPr/a:p/a:pPr/a:defRPr/a:solidFill", NS) if label is not None else None
    letters = theme.colour(ink)
    return {"colour": mark, "letters": "{:02X}{:02X}{:02X}".format(*letters) if letters else None}


def _fill(holder: ET.Element | None, theme: Theme) -> str | None:
    """Return the colour of a bar, a slice, a marker, or a line."""
    if holder is None:
        return None
    for path in ("c:marker/c:spPr/a:solidFill", "c:spPr/a:solidFill", "c:spPr/a:ln/a:solidFill"):
        colour = theme.colour(holder.find(path, NS))
        if colour:
            return "{:02X}{:02X}{:02X}".format(*colour)
    return None


def _parts(label: ET.Element | None) -> dict[str, Value | None]:
    """Return what a label shows beside its value."""
    shown = ("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    more = [tag for tag in shown if attribute(label, f"c:{tag}", usual="0") not in _OFF]
    return {"beside": tuple(more) or None}


def _cells(chart: ChartText, name: str) -> Iterator[Thing]:
    for address, text in chart.cells.items():
        if text:
            amount = as_number(text)
            shown = _number(amount) if amount is not None else text
            yield Thing(Kind.CELL, (Run(shown),), (), f"{name} {address}")


def _number(value: Decimal) -> str:
    """Return a number as a spreadsheet knows it: to fifteen digits."""
    return f"{float(value):.15g}"
