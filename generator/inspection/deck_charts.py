"""Read a native chart as a stranger: what its cache shows, what its workbook holds, and what its labels say of both.

In: a chart part of a package. Out: categories, values, label formats, and the same from the embedded workbook's first sheet
(ECMA-376 Part 1, 21.2 and 18.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from generator.inspection.number_format import render
from generator.inspection.package_reader import NS, Package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

_CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True)
class Series:
    """A series as the chart caches it: name, categories, values as text, and the format of each point's label."""

    name: str
    categories: tuple[str, ...]
    values: tuple[str, ...]
    formats: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """What the labels show."""
        return tuple(
            render(code, number) if (number := as_number(value)) is not None else value
            for code, value in zip(self.formats, self.values, strict=True)
        )


@dataclass(frozen=True, slots=True)
class ChartText:
    """A chart: its series, the workbook's cells by address, other texts in it (titles), and what of its text names no Asian face."""

    series: tuple[Series, ...]
    cells: dict[str, str]
    texts: tuple[str, ...]


def as_number(text: str) -> Decimal | None:
    """Return a number, or None for what is none."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def read_chart(package: Package, part: str) -> ChartText:
    """Read a chart part with its workbook. Raises UnreadableError."""
    root = package.part(part)
    series = tuple(_series(one) for one in root.iter(f"{{{NS['c']}}}ser"))
    workbook = package.related(part, "package")
    cells = read_cells(Package.open(package.read(workbook))) if workbook else {}
    return ChartText(series, cells, tuple(one.text or "" for one in root.iter(f"{{{NS['a']}}}t")))


def read_cells(workbook: Package, sheet: str = "xl/worksheets/sheet1.xml") -> dict[str, str]:
    """Return the text of every cell of a sheet by its address."""
    shared: list[str] = []
    if workbook.has("xl/sharedStrings.xml"):
        items = workbook.part("xl/sharedStrings.xml").findall("s:si", NS)
        shared = ["".join(one.text or "" for one in item.iter(f"{{{NS['s']}}}t")) for item in items]
    return {cell.get("r", ""): _cell_text(cell, shared) for cell in workbook.part(sheet).iter(f"{{{NS['s']}}}c")}


def rows(cells: dict[str, str]) -> dict[int, dict[str, str]]:
    """Return cells by row number and column letters."""
    found: dict[int, dict[str, str]] = {}
    for address, text in cells.items():
        if match := _CELL.fullmatch(address):
            found.setdefault(int(match[2]), {})[match[1]] = text
    return found


def _cell_text(cell: ET.Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(one.text or "" for one in cell.iter(f"{{{NS['s']}}}t"))
    value = cell.find("s:v", NS)
    text = (value.text or "") if value is not None else ""
    return shared[int(text)] if cell.get("t") == "s" and text else text


def _series(element: ET.Element) -> Series:
    categories = tuple(_points(element.find("c:cat", NS)))
    values = tuple(_points(element.find("c:val", NS)))
    name = "".join(_points(element.find("c:tx", NS)))
    default = element.find("c:dLbls/c:numFmt", NS)
    general = default.get("formatCode", "General") if default is not None else "General"
    formats = dict(_formats(element))
    return Series(name, categories, values, tuple(formats.get(at, general) for at in range(len(values))))


def _points(holder: ET.Element | None) -> Iterator[str]:
    if holder is not None:
        points = sorted(holder.iter(f"{{{NS['c']}}}pt"), key=lambda point: int(point.get("idx", "0")))
        for point in points:
            value = point.find("c:v", NS)
            yield (value.text or "") if value is not None else ""


def _formats(element: ET.Element) -> Iterator[tuple[int, str]]:
    for label in element.findall("c:dLbls/c:dLbl", NS):
        index, code = label.find("c:idx", NS), label.find("c:numFmt", NS)
        if index is not None and code is not None:
            yield int(index.get("val", "0")), code.get("formatCode", "General")
