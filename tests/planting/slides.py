"""The deck and the workbook, opened as their parts: XML that is parsed when it is asked for and written back if it was."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NAMESPACES = {name: space.strip("{}") for name, space in (("a", A), ("p", P), ("c", C), ("r", R), ("s", S))}
SHAPES = (f"{P}sp", f"{P}cxnSp", f"{P}graphicFrame", f"{P}grpSp")


class Parts:
    """A package: parts by name, as bytes, and as trees once they were asked for."""

    def __init__(self, source: Path | bytes) -> None:
        with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as package:
            self.bytes = {name: package.read(name) for name in package.namelist()}
        self.trees: dict[str, Any] = {}
        self.packing = zipfile.ZIP_DEFLATED
        self.names: frozenset[str] = frozenset()
        """The names and meanings of the content's figures."""

    def tree(self, name: str) -> Any:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.bytes[name])
        return self.trees[name]

    def named(self, pattern: str) -> list[str]:
        """Return the names of parts that match, in the order of their numbers."""
        found = [name for name in self.bytes if re.fullmatch(pattern, name)]
        return sorted(found, key=lambda name: [int(one) for one in re.findall(r"\d+", name)])

    def all(self, pattern: str) -> list[Any]:
        return [self.tree(name) for name in self.named(pattern)]

    def replace(self, name: str, old: str, new: str, count: int = 1) -> bool:
        """Change characters of a part as text."""
        text = self.data(name).decode("utf-8")
        if old not in text or old == new:
            return False
        self.trees.pop(name, None)
        self.bytes[name] = text.replace(old, new, count).encode("utf-8")
        return True

    def data(self, name: str) -> bytes:
        """Return a part's bytes as they would be written."""
        if name in self.trees:
            return bytes(etree.tostring(self.trees[name], xml_declaration=True, encoding="UTF-8", standalone=True))
        return self.bytes[name]

    def packed(self) -> bytes:
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", self.packing, compresslevel=1) as package:
            for name in self.bytes:
                package.writestr(zipfile.ZipInfo(name), self.data(name), self.packing)
        return stream.getvalue()

    def save(self, path: Path) -> None:
        path.write_bytes(self.packed())


class Paragraph:
    """A paragraph of a slide, of notes or of a cell of a table."""

    def __init__(self, element: Any, part: str) -> None:
        self.element, self.part = element, part
        self.texts = list(element.iter(f"{A}t"))

    @property
    def text(self) -> str:
        return "".join(one.text or "" for one in self.texts)

    @property
    def runs(self) -> list[Any]:
        return [one for one in self.element if one.tag == f"{A}r"]

    def put(self, start: int, end: int, new: str) -> bool:
        """Put other characters in the place of some, in the look of the first of those."""
        place, done = 0, False
        for one in self.texts:
            text = one.text or ""
            low, high = max(start - place, 0), min(end - place, len(text))
            inside = start - place < len(text) if not done else low < high
            place += len(text)
            if low > len(text) or high < 0 or not inside:
                continue
            one.text = text[:low] + ("" if done else new) + text[max(high, low) :]
            done = True
        return done

    def split(self, start: int, end: int) -> list[Any]:
        """Make runs of some characters alone, and return them."""
        found, place = [], 0
        for run in list(self.runs):
            text = "".join(one.text or "" for one in run.iter(f"{A}t"))
            low, high = max(start - place, 0), min(end - place, len(text))
            place += len(text)
            if low < high:
                found.append(_cut(run, text, low, high))
        return found


def _cut(run: Any, text: str, low: int, high: int) -> Any:
    """Cut a run in up to three, and return the middle one."""
    for words, before in ((text[:low], True), (text[high:], False)):
        if words:
            copy = clone(run)
            copy.find(f"{A}t").text = words
            (run.addprevious if before else run.addnext)(copy)
    run.find(f"{A}t").text = text[low:high]
    return run


def clone(element: Any) -> Any:
    return etree.fromstring(etree.tostring(element))


def xml(text: str) -> Any:
    """Return an element of a text in which the usual prefixes need no declaration."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in NAMESPACES.items())
    return etree.fromstring(f"<box {spaces}>{text}</box>")[0]


class Slides(Parts):
    """The deck opened: slides in the order in which they are shown, their shapes, notes and charts."""

    SLIDE, NOTES, CHART = r"ppt/slides/slide\d+\.xml", r"ppt/notesSlides/notesSlide\d+\.xml", r"ppt/charts/chart\d+\.xml"
    LIST, RELATIONS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"

    @property
    def slides(self) -> list[Any]:
        return self.all(self.SLIDE)

    def paragraphs(self, pattern: str) -> list[Paragraph]:
        return [Paragraph(one, name) for name in self.named(pattern) for one in self.tree(name).iter(f"{A}p")]

    def lines(self) -> list[Paragraph]:
        return self.paragraphs(self.SLIDE)

    def notes(self) -> list[Paragraph]:
        return [one for one in self.paragraphs(self.NOTES) if _is_body(one.element)]

    def shapes(self) -> list[Any]:
        """Return every shape of every slide, those in groups after their group."""
        return [one for slide in self.slides for one in slide.iter(*SHAPES)]

    def texted(self) -> list[Any]:
        return [one for one in self.shapes() if one.tag == f"{P}sp" and text_of(one)]

    def light(self, part: str) -> bool:
        """Tell whether neither a slide nor its layout has a ground of its own, and so a white one."""
        folder, name = part.rsplit("/", 1)
        relations = self.tree(f"{folder}/_rels/{name}.rels")
        layouts = [one.get("Target").replace("..", "ppt") for one in relations if one.get("Type").endswith("/slideLayout")]
        return all(self.tree(one).find(f"{P}cSld/{P}bg") is None for one in (part, *layouts))

    def charts(self) -> list[str]:
        return self.named(self.CHART)

    def sheet_of(self, chart: str) -> tuple[str, Parts]:
        """Return the name and the parts of a chart's own workbook."""
        relations = self.tree(chart.replace("charts/", "charts/_rels/") + ".rels")
        target = next(one.get("Target") for one in relations if one.get("Target").endswith(".xlsx"))
        name = "ppt/" + target.removeprefix("../").removeprefix("/ppt/")
        return name, Parts(self.bytes[name])


def _is_body(paragraph: Any) -> bool:
    shape = next(paragraph.iterancestors(f"{P}sp"), None)
    place = shape.find(f".//{P}ph") if shape is not None else None
    return place is not None and place.get("type") == "body"


def text_of(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(f"{A}t"))


def name_of(shape: Any) -> str:
    return str(next(shape.iter(f"{P}cNvPr")).get("name"))


def slide_of(element: Any) -> Any:
    return next(element.iterancestors(f"{P}sld"), None)


def frame_of(shape: Any) -> Any | None:
    """Return where a shape says that it stands."""
    return next((one for one in shape.iter(f"{A}xfrm", f"{P}xfrm")), None)


def box_of(shape: Any) -> tuple[int, int, int, int] | None:
    """Return a shape's left, top, width and height, in EMU."""
    frame = frame_of(shape)
    off, ext = (frame.find(f"{A}off"), frame.find(f"{A}ext")) if frame is not None else (None, None)
    return None if off is None or ext is None else (int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy")))


def top_level(shapes: list[Any]) -> Iterator[Any]:
    """Return those shapes that stand on their slide itself, in no group."""
    return (one for one in shapes if one.getparent().tag == f"{P}spTree")
