"""Read a native chart as a stranger: what its cache shows, what its workbook holds, and what its labels say of both.

In: a chart part of a package. Out: categories, values, label formats, and the cells of the embedded workbook that the series refer to
(ECMA-376 Part 1, 21.2 and 18.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from generator.diagnostics import Words, said
from generator.inspection.deck.number_format import render
from generator.inspection.package import NS, Package, attribute, spelt
from generator.inspection.workbook.reader import read_book
from generator.inspection.xstring import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree import ElementTree as ET

_MOST_POINTS = 10_000
"""No chart has more: a damaged count fills no memory."""

_RANGE = re.compile(r"(?:.*!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")


@dataclass(frozen=True, slots=True)
class Range:
    """What a chart caches of a range of cells: the texts, each with the address that it stands for."""

    texts: tuple[str, ...]
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A series as the chart caches it: name, categories, values as text, and each point's label: None where none is shown."""

    name: Range
    categories: Range
    values: Range
    formats: tuple[str | None, ...]

    @property
    def shown(self) -> Iterator[str]:
        """What a viewer reads: the name, and point by point category and label."""
        yield from self.name.texts
        for at, value in enumerate(self.values.texts):
            if at < len(self.categories.texts):
                yield self.categories.texts[at]
            code = self.formats[at]
            if code is not None and value:
                number = as_number(value)
                yield value if number is None else render(code, number)


@dataclass(frozen=True, slots=True)
class ChartText:
    """A chart: its series, the workbook's cells by address, other texts in it, its value axis' ends, and what of it is not read.

    `bars` tells whether lengths from the axis' foot are what it shows, `stacked` whether they add up; a disc has no axis. Those of
    the series that this axis has are `measured` on it.
    """

    series: tuple[Series, ...]
    cells: Mapping[str, str]
    texts: tuple[str, ...]
    least: Decimal | None
    most: Decimal | None
    unread: tuple[Words, ...]
    bars: bool = True
    stacked: bool = False
    measured: tuple[Series, ...] = ()

    @property
    def text(self) -> str:
        """All that a viewer reads of it, a line a piece."""
        return "\n".join([*(line for series in self.series for line in series.shown), *self.texts])


def as_number(text: str) -> Decimal | None:
    """Return a number, or None for what is none."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def read_chart(package: Package, part: str) -> ChartText:
    """Read a chart part with its workbook. Raises UnreadableError."""
    root = package.part(part)
    found = list(root.iter(f"{{{NS['c']}}}ser"))
    series = tuple(_series(one) for one in found)
    workbook = package.related(part, "package")
    unread = [said("unread.chart-part", kind=kind) for kind, _ in package.relations(part).values() if kind != "package"]
    cells: Mapping[str, str] = {}
    if workbook:
        first, *others = read_book(package.read(workbook)).sheets
        cells = first.cells
        unread += [said("unread.chart-sheet", name=one.name) for one in others]
    texts = tuple(one.text for one in root.iter(f"{{{NS['a']}}}t") if one.text)
    least, most = (as_number(attribute(root, f".//c:valAx/c:scaling/c:{tag}")) for tag in ("min", "max"))
    bars = root.find(spelt(".//c:barChart")) is not None
    stacked = root.find(spelt(".//c:barChart/c:grouping[@val='stacked']")) is not None
    own = _on_first_axis(root)
    measured = tuple(one for one, element in zip(series, found, strict=True) if element in own)
    return ChartText(series, cells, texts, least, most, tuple(unread), bars, stacked, measured)


def _on_first_axis(root: ET.Element) -> list[ET.Element]:
    """Return the series that are drawn on the first axis of values, or on none."""
    axis = attribute(root, ".//c:valAx/c:axId")
    plots = [one for one in root.iterfind(spelt("c:chart/c:plotArea/*")) if one.tag.endswith("Chart")]
    own = [plot for plot in plots if axis in {"", *(one.get("val") for one in plot.iterfind(spelt("c:axId")))}]
    return [series for plot in own for series in plot.iterfind(spelt("c:ser"))]


def _series(element: ET.Element) -> Series:
    found = _range(element.find(spelt("c:val")))
    general = decoded(element.findtext(spelt("c:val//c:formatCode"), "")) or "General"
    usual = _label_format(element.find(spelt("c:dLbls")), general)
    labels = element.iterfind(spelt("c:dLbls/c:dLbl"))
    own = {int(attribute(one, "c:idx", usual="0")): _label_format(one, general) for one in labels}
    formats = tuple(own.get(at, usual) for at in range(len(found.texts)))
    return Series(_range(element.find(spelt("c:tx"))), _range(element.find(spelt("c:cat"))), found, formats)


def _label_format(label: ET.Element | None, general: str) -> str | None:
    """Return the number format of a label, None where it is deleted or does not show the value."""
    if label is None or label.find(spelt("c:showVal")) is None or label.find(spelt("c:delete[@val='1']")) is not None:
        return None
    if attribute(label, "c:showVal") in {"0", "false"}:
        return None
    linked = attribute(label, "c:numFmt", "sourceLinked", "0") in {"1", "true"}
    return general if linked else decoded(attribute(label, "c:numFmt", "formatCode", general))


def _range(holder: ET.Element | None) -> Range:
    if holder is None:
        return Range((), ())
    points = {int(point.get("idx", "0")): decoded(point.findtext(spelt("c:v"), "")) for point in holder.iter(f"{{{NS['c']}}}pt")}
    counts = [int(attribute(holder, ".//c:ptCount", usual="0")), *(place + 1 for place in points)]
    texts = tuple(points.get(place, "") for place in range(min(max(counts), _MOST_POINTS)))
    return Range(texts, tuple(_addresses(holder.findtext(spelt(".//c:f"), ""))))


def _addresses(formula: str) -> Iterator[str]:
    """Yield the cells of a range within one column."""
    if match := _RANGE.fullmatch(formula):
        column, first, _, last = match.groups()
        yield from (f"{column}{row}" for row in range(int(first), int(last or first) + 1))
