"""The deck's words as two readers find them: python-pptx for slides, tables and notes; zipfile and ElementTree for the parts.

In: the PPTX. Out: what a slide shows, its charts by their labels (the cached value in the label's number format), and the parts.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/package/2006/relationships",
    "t": "http://schemas.openxmlformats.org/package/2006/content-types",
}
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff，。、；：？！“”‘’（）《》—…]")


class Slide(NamedTuple):
    """What one slide says: its title, every word on it (charts' labels too), and its notes."""

    number: int
    title: str
    words: str
    notes: str


def slides(path: Path) -> list[Slide]:
    return [
        Slide(number, _title(slide), "\n".join(_words(slide.shapes)), slide.notes_slide.notes_text_frame.text)
        for number, slide in enumerate(Presentation(path).slides, 1)
    ]


def parts(path: Path) -> dict[str, bytes]:
    """Return every part of the package by its name."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        assert len(names) == len(set(names)), "a part is there twice"
        return {name: package.read(name) for name in names}


def trees(path: Path, pattern: str) -> dict[str, ET.Element]:
    """Return the XML of the parts whose names match a pattern."""
    return {name: ET.fromstring(data) for name, data in parts(path).items() if re.fullmatch(pattern, name)}  # noqa: S314 - ours


def targets(name: str, all_parts: dict[str, bytes]) -> dict[str, str]:
    """Return the parts that a part refers to inside the package, by relationship id; the package itself is ``""``."""
    folder, _, base = name.rpartition("/")
    relations = all_parts.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    if relations is None:
        return {}
    return {
        one.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, unquote(one.get("Target", "")))).lstrip("/")
        for one in ET.fromstring(relations)  # noqa: S314 - as above
        if one.get("TargetMode") != "External"
    }


def labels(chart: ET.Element) -> list[str]:
    """Return the labels that a native chart shows: each cached value in its label's number format."""
    return [label for series in chart.iterfind(".//c:ser", NS) for label in _series_labels(series)]


def cached(series: ET.Element) -> tuple[str, list[str], list[str | None]]:
    """Return a series' name, categories and values as the chart has them cached, None where a category has no value."""
    name, categories = ([one.text or "" for one in series.iterfind(f"{tag}//c:pt/c:v", NS)] for tag in ("c:tx", "c:cat"))
    found = {int(one.get("idx")): one.findtext("c:v", "", NS) for one in series.iterfind("c:val//c:pt", NS)}
    return "".join(name), categories, [found.get(place) for place in range(len(categories))]


def _series_labels(series: ET.Element) -> Iterator[str]:
    _name, _categories, numbers = cached(series)
    for label in series.iterfind("c:dLbls/c:dLbl", NS):
        form = label.find("c:numFmt", NS)
        if form is None:
            continue
        index = int(label.find("c:idx", NS).get("val"))
        yield _formatted(float(numbers[index]), form.get("formatCode"))


def _formatted(value: float, form: str) -> str:
    """Write a value in a number format of sections of the shape `"text"0.0"text"`; the second is for what is below zero."""
    above, *others = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', form)
    section = others[0] if value < 0 and others else above
    pieces = re.findall(r'"([^"]*)"|\\(.)|(General|[0#.,]+%?)', section)
    return "".join(quoted or escaped or _digits(abs(value), digits) for quoted, escaped, digits in pieces)


def _digits(value: float, form: str) -> str:
    if form == "General":
        return f"{value:.10g}"
    decimals = form.rstrip("%").partition(".")[2].count("0")
    return f"{value * 100:.{decimals}f}%" if form.endswith("%") else f"{value:.{decimals}f}"


def _title(slide) -> str:
    return slide.shapes.title.text_frame.text if slide.shapes.title is not None else ""


def _words(shapes) -> Iterator[str]:
    for shape in shapes:
        if getattr(shape, "has_table", False) and shape.has_table:
            yield "\n".join(cell.text_frame.text for row in shape.table.rows for cell in row.cells)
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            chart = ET.fromstring(shape.chart.part.blob)  # noqa: S314 - as above
            yield "\n".join([*labels(chart), *(text.text or "" for text in chart.iter(f"{{{NS['a']}}}t"))])
        elif hasattr(shape, "shapes"):
            yield from _words(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text
