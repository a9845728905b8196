"""Read a deck as a stranger: each slide's text where it stands, with the look that a viewer gives it, its notes and its charts.

In: a .pptx file. Out: slides with pieces of text in order of painting (z-order), each with its rectangle on the slide in EMU, its fill,
and the paragraphs in it; groups are taken apart with their transforms (ECMA-376 Part 1, 19.3.1 and 20.1.7). What stands on a
slide and cannot be read is told, not passed over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import Words, said
from generator.inspection.deck.backdrop import Backdrop, background, read_backdrop, tree_of
from generator.inspection.deck.brought import brought
from generator.inspection.deck.charts import ChartText, read_chart
from generator.inspection.deck.model import Area, DeckText, Piece, SlideText
from generator.inspection.deck.places import Place, area_of, properties
from generator.inspection.deck.statement import KNOWN_PARTS, MAIN, read_sheets, read_statement
from generator.inspection.deck.text import MARGINS, insets, paragraphs, setting
from generator.inspection.deck.theme import PICTURE
from generator.inspection.package import NS, RELATIONSHIP_ID, Package, attribute, spelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from xml.etree import ElementTree as ET

KNOWN_RELATIONS = frozenset({"slideLayout", "notesSlide", "chart", "hyperlink", "image", "slide"})
_A, _P = f"{{{NS['a']}}}", f"{{{NS['p']}}}"
_TEXT, _SHAPE, _FRAME, _GROUP, _LINE, _PICTURE = _A + "t", *(_P + one for one in ("sp", "graphicFrame", "grpSp", "cxnSp", "pic"))
_PLAIN = frozenset({_P + "nvGrpSpPr", _P + "grpSpPr", _P + "extLst"})
_MOTION = (("p:timing", said("unread.animation")), ("p:transition", said("unread.transition")))


def read_deck(path: Path) -> DeckText:
    """Read a file. Raises UnreadableError, or one of DAMAGE for a file that is none."""
    package = Package.open(path)
    root = package.part(MAIN)
    relations = package.relations(MAIN)
    names = [relations[one.get(RELATIONSHIP_ID, "")][1] for one in root.findall(spelt("p:sldIdLst/p:sldId"))]
    backdrops: dict[str, Backdrop] = {}
    read = (_SlideReader(package, name, backdrops).read(number) for number, name in enumerate(names, 1))
    # A slide is read and stated before the next, so that of a thousand few are held as trees.
    both = tuple(zip(read, read_sheets(package, names, backdrops), strict=True))
    slides, sheets = tuple(one for one, _ in both), tuple(one for _, one in both)
    width, height = (int(attribute(root, "p:sldSz", key, "0")) for key in ("cx", "cy"))
    own = brought(package)
    unread = tuple(
        said("unread.part", name=name) for name in package.names if not name.startswith(KNOWN_PARTS) and name not in own.names
    )
    digest, fonts = package.custom_property("ContentDigest"), tuple(_fonts(package, root))
    statement = read_statement(package, sheets)
    return DeckText(width, height, slides, digest, tuple(_sayings(package, root)), unread, fonts, statement)


def _fonts(package: Package, root: ET.Element) -> Iterator[tuple[str, bool, bytes]]:
    """Yield family, weight and file of each embedded font (19.2.1.9)."""
    for one in root.findall(spelt("p:embeddedFontLst/p:embeddedFont")):
        face = one.find(spelt("p:font"))
        for tag in ("regular", "bold"):
            mark = one.find(_P + tag)
            if mark is not None and face is not None:
                part = package.relations(MAIN)[mark.get(RELATIONSHIP_ID, "")][1]
                yield face.get("typeface", ""), tag == "bold", package.read(part)


def _sayings(package: Package, root: ET.Element) -> Iterator[tuple[Words, str]]:
    """Yield what the deck says of itself: its properties, and the names of its sections."""
    yield from package.sayings()
    for one in root.iter(f"{{{NS['p14']}}}section"):
        yield said("saying.section"), one.get("name", "")


class _SlideReader:
    """One slide with the layout and master behind it."""

    def __init__(self, package: Package, name: str, backdrops: dict[str, Backdrop]) -> None:
        self.package, self.name = package, name
        layout = package.related(name, "slideLayout") or ""
        if layout not in backdrops:
            backdrops[layout] = read_backdrop(package, layout)
        self.behind = backdrops[layout]
        self.theme = self.behind.theme.mapped(package.part(name).find(spelt("p:clrMapOvr/a:overrideClrMapping")))
        self.unread: list[Words] = []

    def read(self, number: int) -> SlideText:
        root, tree = self.package.part(self.name), tree_of(self.package, self.name)
        layout = self._layout()
        own = tuple(self._walk(tree, Place()))
        ground = background(self.package, self.name, self.theme) or self.behind.background
        charts = tuple(self._charts(tree))
        self._find_unread(root, own)
        return SlideText(
            number, ground, (*layout, *own), self._notes(), charts, tuple(_alts(tree)), root.get("show") in {"0", "false"},
            tuple(self.unread),
        )  # fmt: skip

    def _layout(self) -> tuple[Piece, ...]:
        """Return what the layout shows: of one that a company's template brought along the colours alone."""
        found = tuple(self._walk(self.behind.decoration, Place()))
        if not self.behind.brought:
            return found
        self.unread.clear()
        return tuple(replace(one, paragraphs=()) for one in found)

    def _find_unread(self, root: ET.Element, own: tuple[Piece, ...]) -> None:
        """Tell what the walk did not reach: text in unknown places, motion, and parts of unknown kinds."""
        there = sum(len((one.text or "").replace("\n", "")) for one in root.iter(_TEXT))
        if there != sum(len(piece.text.replace("\n", "")) for piece in own):
            self.unread.append(said("unread.text"))
        self.unread += [what for path, what in _MOTION if root.find(path, NS) is not None]
        kinds = {kind for kind, _ in self.package.relations(self.name).values()}
        self.unread += [said("unread.kind", kind=kind) for kind in sorted(kinds - KNOWN_RELATIONS)]

    def _walk(self, shapes: Iterable[ET.Element], at: Place) -> Iterator[Piece]:
        for shape in shapes:
            if shape.tag not in _PLAIN:
                yield from self._shape(shape, at)

    def _shape(self, shape: ET.Element, at: Place) -> Iterator[Piece]:
        named = properties(shape)
        if named is None:
            self.unread.append(said("unread.element", name=shape.tag.rsplit("}", 1)[-1]))
            return
        hidden = at.hidden or named.get("hidden") in {"1", "true"}
        at = replace(at, name=at.name or named.get("name", ""), hidden=hidden)
        if shape.tag == _GROUP:
            yield from self._walk(shape, at.into(shape))
        elif shape.tag == _FRAME:
            yield from self._frame(shape, at)
        elif shape.tag in {_SHAPE, _LINE}:
            yield self._box(shape, at)
        else:
            if shape.tag != _PICTURE:
                self.unread.append(said("unread.picture-called", name=at.name))
            yield Piece(at.name, area_of(shape.find(spelt("p:spPr/a:xfrm")), at), PICTURE)

    def _box(self, shape: ET.Element, at: Place) -> Piece:
        holder, look = self.behind.placeholder(shape), shape.find(_P + "spPr")
        xfrm = look.find(_A + "xfrm") if look is not None else None
        if xfrm is None:
            xfrm = self.behind.frame(shape)
        fills = self.theme.fills(look, shape.find(_P + "style"))
        body, area = shape.find(_P + "txBody"), area_of(xfrm, at)
        if body is None:
            return Piece(at.name, area, fills, hidden=at.hidden)
        styles = [body.find(_A + "lstStyle"), *self.behind.inherited(shape, holder)]
        settings = [body.find(_A + "bodyPr"), holder.find(spelt("p:txBody/a:bodyPr")) if holder is not None else None]
        return Piece(
            at.name, area, fills, tuple(paragraphs(body, styles, self.theme)), insets(settings),
            setting(settings, "wrap") != "none", setting(settings, "anchor") or "t", at.hidden,
        )  # fmt: skip

    def _frame(self, frame: ET.Element, at: Place) -> Iterator[Piece]:
        area = area_of(frame.find(_P + "xfrm"), at)
        data = frame.find(spelt("a:graphic/a:graphicData"))
        table = data.find(_A + "tbl") if data is not None else None
        if table is None or area is None:
            if data is None or data.find(spelt("c:chart")) is None:
                self.unread.append(said("unread.frame", name=at.name))
            yield Piece(at.name, area, hidden=at.hidden)
            return
        columns = [int(one.get("w", "0")) for one in table.findall(spelt("a:tblGrid/a:gridCol"))]
        y = area.y
        for row in table.iterfind(_A + "tr"):
            height, x = int(row.get("h", "0")), area.x
            for width, cell in zip(columns, row.findall(_A + "tc"), strict=True):
                yield self._cell(cell, Area(x, y, width, height), at)
                x += width
            y += height

    def _cell(self, cell: ET.Element, area: Area, at: Place) -> Piece:
        look, body = cell.find(_A + "tcPr"), cell.find(_A + "txBody")
        text = tuple(paragraphs(body, [self.behind.usual], self.theme)) if body is not None else ()
        room, anchor = insets([look], MARGINS), attribute(cell, "a:tcPr", "anchor", "t")
        return Piece(at.name, area, self.theme.fills(look), text, room, anchor=anchor, hidden=at.hidden)

    def _notes(self) -> str:
        """Return all text of the page of notes, wherever it stands there."""
        part = self.package.related(self.name, "notesSlide")
        lines = self.package.part(part).iter(_A + "p") if part else ()
        return "\n".join("".join(one.text or "" for one in line.iter(_TEXT)) for line in lines)

    def _charts(self, tree: ET.Element) -> Iterator[tuple[str, ChartText]]:
        for frame in tree.iter(_FRAME):
            mark = frame.find(spelt("a:graphic/a:graphicData/c:chart"))
            if mark is not None:
                part = self.package.relations(self.name)[mark.get(RELATIONSHIP_ID, "")][1]
                chart = read_chart(self.package, part)
                self.unread += chart.unread
                yield attribute(frame, "*/p:cNvPr", "name"), chart


def _alts(tree: ET.Element) -> Iterator[tuple[str, str]]:
    for one in tree.iter(_P + "cNvPr"):
        for key in ("descr", "title"):
            if one.get(key):
                yield one.get("name", ""), one.get(key, "")
