"""Read a deck as a stranger: each slide's text where it stands, with the look that a viewer gives it, its notes and its charts.

In: a .pptx file. Out: slides with pieces of text in order of painting (z-order), each with its rectangle on the slide in EMU, its fill,
and the paragraphs in it; groups are taken apart with their transforms (ECMA-376 Part 1, 19.3.1 and 20.1.7).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.deck_charts import ChartText, read_chart
from generator.inspection.deck_theme import Look, Theme, defaults, look, read_theme
from generator.inspection.package_reader import NS, RELATIONSHIP_ID, Package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree import ElementTree as ET

    from generator.inspection.colour import RGB

DEFAULT_INSETS = (91_440, 45_720, 91_440, 45_720)
"""Left, top, right, bottom of a text body that says nothing (ECMA-376 Part 1, 21.1.2.1.1)."""

CELL_INSETS = DEFAULT_INSETS
SINGLE = 1.2
"""Line pitch of single spacing, in ems, where no exact one is given."""


class Area(NamedTuple):
    """A rectangle on a slide, in EMU."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """Runs that wrap together; `pitch` is the exact line pitch in points or 0, `before` the space above in points, indent in EMU."""

    runs: tuple[TextRun, ...]
    pitch: float
    before: float
    indent: float
    align: str

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Piece:
    """A shape, cell or frame: the name of the top-level shape that it is in, where it is, its fill, and its text if it has any."""

    name: str
    area: Area | None
    fill: RGB | None
    paragraphs: tuple[TextParagraph, ...] = ()
    insets: tuple[float, float, float, float] = DEFAULT_INSETS
    wrap: bool = True
    anchor: str = "t"
    cell: bool = False
    hidden: bool = False

    @property
    def text(self) -> str:
        """The characters, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class SlideText:
    """A slide: pieces in z-order (the layout's decoration first), notes, charts by the name of their frame, and alternative texts."""

    number: int
    background: RGB
    pieces: tuple[Piece, ...]
    notes: str
    charts: tuple[tuple[str, ChartText], ...]
    alts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DeckText:
    """A deck as read: size in EMU, slides, and the content's digest that it carries."""

    width: int
    height: int
    slides: tuple[SlideText, ...]
    digest: str


def read_deck(path: Path) -> DeckText:
    """Read a file. Raises UnreadableError."""
    package = Package.open(path)
    main = "ppt/presentation.xml"
    root = package.part(main)
    size = root.find("p:sldSz", NS)
    relations = package.relations(main)
    names = [relations[one.get(RELATIONSHIP_ID, "")][1] for one in root.findall("p:sldIdLst/p:sldId", NS)]
    slides = tuple(_SlideReader(package, name).read(number) for number, name in enumerate(names, 1))
    width, height = (int(size.get("cx", "0")), int(size.get("cy", "0"))) if size is not None else (0, 0)
    return DeckText(width, height, slides, package.custom_property("ContentDigest"))


@dataclass(frozen=True, slots=True)
class _Transform:
    """From a group's own coordinates to the slide's."""

    x: float = 0
    y: float = 0
    across: float = 1
    down: float = 1

    def area(self, x: float, y: float, width: float, height: float) -> Area:
        return Area(self.x + x * self.across, self.y + y * self.down, width * self.across, height * self.down)

    def into(self, group: ET.Element) -> _Transform:
        own = group.find("p:grpSpPr/a:xfrm", NS)
        if own is None:
            return self
        off, ext, child, size = (own.find(f"a:{tag}", NS) for tag in ("off", "ext", "chOff", "chExt"))
        if off is None or ext is None or child is None or size is None:
            return self
        area = self.area(*_pair(off, "x", "y"), *_pair(ext, "cx", "cy"))
        wide, high = _pair(size, "cx", "cy")
        across, down = area.width / wide if wide else self.across, area.height / high if high else self.down
        left, top = _pair(child, "x", "y")
        return _Transform(area.x - left * across, area.y - top * down, across, down)


class _SlideReader:
    """One slide with the layout and master behind it."""

    def __init__(self, package: Package, name: str) -> None:
        self.package, self.name = package, name
        self.layout = package.related(name, "slideLayout") or ""
        self.master = package.related(self.layout, "slideMaster") or "" if self.layout else ""
        self.theme = read_theme(package, self.master) if self.master else Theme({}, {})

    def read(self, number: int) -> SlideText:
        tree = self._tree(self.name)
        layout = list(self._decoration(self.master)) + list(self._decoration(self.layout))
        own = list(self._walk(tree, _Transform(), "", hidden=False))
        return SlideText(
            number, self._background(), (*layout, *own), self._notes(), tuple(self._charts(tree)), tuple(self._alts(tree))
        )

    def _tree(self, part: str) -> ET.Element:
        tree = self.package.part(part).find("p:cSld/p:spTree", NS)
        assert tree is not None
        return tree

    def _background(self) -> RGB:
        for part in (self.name, self.layout, self.master):
            if part:
                found = self.theme.colour(self.package.part(part).find("p:cSld/p:bg", NS))
                if found:
                    return found
        return (255, 255, 255)

    def _decoration(self, part: str) -> Iterator[Piece]:
        """Yield what a layout or master itself paints: everything but its placeholders."""
        if part:
            for shape in self._tree(part):
                if shape.find(".//p:nvPr/p:ph", NS) is None:
                    yield from self._shape(shape, _Transform(), "", hidden=False)

    def _walk(self, tree: ET.Element, at: _Transform, name: str, *, hidden: bool) -> Iterator[Piece]:
        for shape in tree:
            yield from self._shape(shape, at, name, hidden=hidden)

    def _shape(self, shape: ET.Element, at: _Transform, name: str, *, hidden: bool) -> Iterator[Piece]:
        kind = shape.tag.rsplit("}", 1)[-1]
        properties = shape.find("./*/p:cNvPr", NS)
        if properties is None:
            return
        hidden = hidden or properties.get("hidden") in {"1", "true"}
        own = name or properties.get("name", "")
        if kind == "grpSp":
            yield from self._walk(shape, at.into(shape), own, hidden=hidden)
        elif kind == "graphicFrame":
            yield from self._frame(shape, at, own)
        else:
            yield self._box(shape, at, own, hidden=hidden)

    def _box(self, shape: ET.Element, at: _Transform, name: str, *, hidden: bool) -> Piece:
        holder = self._placeholder(shape)
        xfrm = shape.find("p:spPr/a:xfrm", NS)
        if xfrm is None and holder is not None:
            xfrm = holder.find("p:spPr/a:xfrm", NS)
        properties = shape.find("p:spPr", NS)
        fill = self._fill(properties)
        body = shape.find("p:txBody", NS)
        area = _xfrm_area(xfrm, at)
        if body is None:
            return Piece(name, area, fill, hidden=hidden)
        styles = [body.find("a:lstStyle", NS), *self._inherited(shape, holder)]
        own = body.find("a:bodyPr", NS)
        settings = [one for one in (own, holder.find("p:txBody/a:bodyPr", NS) if holder is not None else None) if one is not None]
        return Piece(
            name, area, fill, tuple(self._paragraphs(body, styles)), _insets(settings), _first(settings, "wrap") != "none",
            _first(settings, "anchor") or "t", hidden=hidden,
        )  # fmt: skip

    def _fill(self, properties: ET.Element | None) -> RGB | None:
        return self.theme.colour(properties.find("a:solidFill", NS)) if properties is not None else None

    def _placeholder(self, shape: ET.Element) -> ET.Element | None:
        """Return the layout's placeholder that a slide's shape fills, by idx, else by type."""
        mark = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        if mark is None or not self.layout:
            return None
        index, kind = mark.get("idx"), mark.get("type", "obj")
        for part in (self.layout, self.master):
            for other in self._tree(part):
                found = other.find("p:nvSpPr/p:nvPr/p:ph", NS)
                if found is None:
                    continue
                if (index is not None and part == self.layout and found.get("idx") == index) or (
                    index is None and found.get("type", "obj") == kind
                ):
                    return other
        return None

    def _inherited(self, shape: ET.Element, holder: ET.Element | None) -> Iterator[ET.Element | None]:
        if holder is not None:
            yield holder.find("p:txBody/a:lstStyle", NS)
        mark = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        kind = mark.get("type", "") if mark is not None else None
        name = "titleStyle" if kind in {"title", "ctrTitle"} else "bodyStyle" if kind is not None else "otherStyle"
        if self.master:
            yield self.package.part(self.master).find(f"p:txStyles/p:{name}", NS)
        yield self.package.part("ppt/presentation.xml").find("p:defaultTextStyle", NS)

    def _paragraphs(self, body: ET.Element, styles: list[ET.Element | None]) -> Iterator[TextParagraph]:
        for paragraph in body.findall("a:p", NS):
            properties = paragraph.find("a:pPr", NS)
            level = int(properties.get("lvl", "0")) if properties is not None else 0
            chain = defaults(styles, level)
            runs = tuple(self._runs(paragraph, chain))
            yield TextParagraph(runs, *_spacing(properties))

    def _runs(self, paragraph: ET.Element, chain: list[ET.Element]) -> Iterator[TextRun]:
        for one in paragraph:
            kind = one.tag.rsplit("}", 1)[-1]
            if kind in {"r", "fld"}:
                words = one.find("a:t", NS)
                yield TextRun((words.text or "") if words is not None else "", look(one.find("a:rPr", NS), chain, self.theme))
            elif kind == "br":
                yield TextRun("\n", look(one.find("a:rPr", NS), chain, self.theme))

    def _frame(self, frame: ET.Element, at: _Transform, name: str) -> Iterator[Piece]:
        xfrm = frame.find("p:xfrm", NS)
        area = _xfrm_area(xfrm, at)
        table = frame.find("a:graphic/a:graphicData/a:tbl", NS)
        if table is None or area is None:
            yield Piece(name, area, None)
            return
        columns = [int(one.get("w", "0")) for one in table.findall("a:tblGrid/a:gridCol", NS)]
        y = area.y
        for row in table.findall("a:tr", NS):
            height = int(row.get("h", "0"))
            x = area.x
            for width, cell in zip(columns, row.findall("a:tc", NS), strict=False):
                yield self._cell(cell, Area(x, y, width, height), name)
                x += width
            y += height

    def _cell(self, cell: ET.Element, area: Area, name: str) -> Piece:
        properties = cell.find("a:tcPr", NS)
        names = zip(("marL", "marT", "marR", "marB"), CELL_INSETS, strict=True)
        left, top, right, bottom = (
            float(properties.get(key, value) if properties is not None else value) for key, value in names
        )
        body = cell.find("a:txBody", NS)
        styles = [self.package.part("ppt/presentation.xml").find("p:defaultTextStyle", NS)]
        paragraphs = tuple(self._paragraphs(body, styles)) if body is not None else ()
        return Piece(name, area, self._fill(properties), paragraphs, (left, top, right, bottom), cell=True)

    def _notes(self) -> str:
        part = self.package.related(self.name, "notesSlide")
        if part is None:
            return ""
        bodies = [
            shape.findall("p:txBody/a:p", NS)
            for shape in self._tree(part)
            if (mark := shape.find("p:nvSpPr/p:nvPr/p:ph", NS)) is not None and mark.get("type") == "body"
        ]
        return "\n".join("".join(one.text or "" for one in line.iter(f"{{{NS['a']}}}t")) for body in bodies for line in body)

    def _charts(self, tree: ET.Element) -> Iterator[tuple[str, ChartText]]:
        for frame in tree.iter(f"{{{NS['p']}}}graphicFrame"):
            mark = frame.find("a:graphic/a:graphicData/c:chart", NS)
            if mark is not None:
                part = self.package.relations(self.name)[mark.get(RELATIONSHIP_ID, "")][1]
                properties = frame.find("p:nvGraphicFramePr/p:cNvPr", NS)
                yield (properties.get("name", "") if properties is not None else ""), read_chart(self.package, part)

    @staticmethod
    def _alts(tree: ET.Element) -> Iterator[tuple[str, str]]:
        for one in tree.iter(f"{{{NS['p']}}}cNvPr"):
            for key in ("descr", "title"):
                if one.get(key):
                    yield one.get("name", ""), one.get(key, "")


def _xfrm_area(xfrm: ET.Element | None, at: _Transform) -> Area | None:
    if xfrm is None:
        return None
    off, ext = xfrm.find("a:off", NS), xfrm.find("a:ext", NS)
    return at.area(*_pair(off, "x", "y"), *_pair(ext, "cx", "cy")) if off is not None and ext is not None else None


def _pair(element: ET.Element, one: str, other: str) -> tuple[float, float]:
    return float(element.get(one, "0")), float(element.get(other, "0"))


def _first(settings: list[ET.Element], key: str) -> str | None:
    return next((one.get(key) for one in settings if one.get(key) is not None), None)


def _insets(settings: list[ET.Element]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (
        float(_first(settings, key) or value) if _first(settings, key) != "0" else 0.0
        for key, value in zip(("lIns", "tIns", "rIns", "bIns"), DEFAULT_INSETS, strict=True)
    )
    return (left, top, right, bottom)


def _spacing(properties: ET.Element | None) -> tuple[float, float, float, str]:
    """Return line pitch and space before in points, the left margin in EMU and the alignment of a paragraph."""
    if properties is None:
        return 0.0, 0.0, 0.0, "l"
    pitch, before = (properties.find(f"a:{tag}/a:spcPts", NS) for tag in ("lnSpc", "spcBef"))
    return (
        int(pitch.get("val", "0")) / 100 if pitch is not None else 0.0,
        int(before.get("val", "0")) / 100 if before is not None else 0.0,
        float(properties.get("marL", "0")),
        properties.get("algn", "l"),
    )
