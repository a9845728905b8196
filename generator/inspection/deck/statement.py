"""What a deck's file says and shows, slide by slide: read by its own means, to stand beside what layout stated.

In: a package. Out: its statement. Every shape is told that is on a slide or behind it, whatever its kind: what nobody stated is a
difference, so nothing is passed over (ECMA-376 Part 1, 19.3.1, 20.1 and 21.1).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from generator.inspection.colour import hexed
from generator.inspection.deck.backdrop import Backdrop, background, tree_of
from generator.inspection.deck.brought import brought
from generator.inspection.deck.lettering import Eye, chain_of, lettered, paragraph_facts, target
from generator.inspection.deck.model import Area
from generator.inspection.deck.pictures import media, picture_facts
from generator.inspection.deck.places import Place, area_of, degrees, flips, properties
from generator.inspection.deck.plotted import plotted
from generator.inspection.deck.text import INSETS, MARGINS, setting
from generator.inspection.package import NS, RELATIONSHIP_ID, Package, attribute, spelt
from generator.outputs import DECK
from generator.statement.model import Facts, Kind, Run, Sheet, Statement, Thing, Value, entry, facts, merged
from generator.units import EMU_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
    from xml.etree import ElementTree as ET

    from generator.inspection.deck.theme import Theme

MAIN = "ppt/presentation.xml"
PROPERTIES = ("title", "subject", "creator", "lastModifiedBy", "Company", "language")
"""What a document says of itself in words; others nobody states, and are told (ECMA-376 Part 2, 11, and Part 1, 22.2)."""
MORE_PROPERTIES = ("description", "keywords", "category", "contentStatus", "Manager", "HyperlinkBase")
KNOWN_PARTS = (
    "[Content_Types].xml", "_rels/", "docProps/", "ppt/presentation.xml", "ppt/presProps.xml", "ppt/viewProps.xml",
    "ppt/tableStyles.xml", "ppt/_rels/", "ppt/slides/", "ppt/notesSlides/", "ppt/slideLayouts/", "ppt/slideMasters/",
    "ppt/notesMasters/", "ppt/theme/", "ppt/charts/", "ppt/embeddings/", "ppt/fonts/", "ppt/media/",
)  # fmt: skip
"""Where a part may lie that is read, or that shows nothing. Comments and macros lie elsewhere; of media the slides tell which they show."""

_A, _P, _C = (f"{{{NS[name]}}}" for name in ("a", "p", "c"))
_SHAPE, _FRAME, _GROUP, _LINE, _PICTURE = (_P + one for one in ("sp", "graphicFrame", "grpSp", "cxnSp", "pic"))
_PLAIN = frozenset({_P + "nvGrpSpPr", _P + "grpSpPr", _P + "extLst"})
_YES = frozenset({"1", "true"})
_LINES = {"straightConnector1": "line"}
"""Two names of one geometry."""
_UPSIDE_DOWN = (135, 225)
"""Degrees between which a text stands on its head."""
_SOLID = frozenset({"", "solid"})


def read_statement(package: Package, sheets: tuple[Sheet, ...]) -> Statement:
    """Return what a deck says and shows, of itself and on its slides. Raises UnreadableError."""
    root = package.part(MAIN)
    ids = [one.get("id", "") for one in root.findall(spelt("p:sldIdLst/p:sldId"))]
    return Statement(DECK, tuple(_itself(package, root, ids)), sheets)


def read_sheets(package: Package, names: Sequence[str], backdrops: Mapping[str, Backdrop]) -> Iterator[Sheet]:
    """Yield what each slide says and shows; `backdrops` are the layouts by the name of their parts. Raises UnreadableError."""
    looks: dict[Hashable, Facts] = {}
    numbers = {name: number for number, name in enumerate(names, 1)}
    for name in names:
        yield _Slide(package, name, backdrops[package.related(name, "slideLayout") or ""], numbers, looks).sheet()


def _itself(package: Package, root: ET.Element, ids: Sequence[str]) -> Iterator[Thing]:
    """Yield what the deck says of itself: properties, sections, faces, and parts that nobody here can read."""
    told = dict(_properties(package))
    yield from (entry(name, told[name]) for name in (*PROPERTIES, *MORE_PROPERTIES) if told.get(name))
    yield from (entry(name, text) for name, text in package.custom_properties() if text)
    for one in root.iter(f"{{{NS['p14']}}}section"):
        held = [ids.index(each.get("id", "")) + 1 for each in one.iter(f"{{{NS['p14']}}}sldId") if each.get("id", "") in ids]
        yield entry("section", one.get("name", ""), slides=tuple(held))
    if root.get("firstSlideNum", "1") != "1":
        yield entry("first-number", root.get("firstSlideNum", ""))
    yield from _theme(package)
    own = brought(package)
    if own.digest:
        yield entry("template", own.digest)
    yield from _faces(root)
    yield from (entry("part", name) for name in package.names if not name.startswith(KNOWN_PARTS) and name not in own.names)


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    for part in ("docProps/core.xml", "docProps/app.xml"):
        for one in package.part(part) if package.has(part) else ():
            yield one.tag.rsplit("}", 1)[-1], one.text or ""


def _theme(package: Package) -> Iterator[Thing]:
    """Yield the twelve colours of the slides' theme (20.1.6.2)."""
    master = package.related(MAIN, "slideMaster")
    theme = package.related(master, "theme") if master else None
    scheme = package.part(theme).find(spelt(".//a:clrScheme")) if theme else None
    if scheme is not None:
        yield entry("theme", " ".join(one[0].get("lastClr") or one[0].get("val") or "" for one in scheme if len(one)))


def _faces(root: ET.Element) -> Iterator[Thing]:
    for one in root.findall(spelt("p:embeddedFontLst/p:embeddedFont")):
        for tag in ("regular", "bold"):
            if one.find(_P + tag) is not None:
                yield entry("font", attribute(one, "p:font", "typeface"), bold=1 if tag == "bold" else None)


class _Slide:
    """One slide with the layout and master behind it."""

    def __init__(
        self, package: Package, name: str, behind: Backdrop, numbers: dict[str, int], looks: dict[Hashable, Facts]
    ) -> None:
        self.package, self.name, self.behind, self.number = package, name, behind, numbers[name]
        self.theme = behind.theme.mapped(package.part(name).find(spelt("p:clrMapOvr/a:overrideClrMapping")))
        self.addresses, self.jumps = _targets(package, name), _jumps(package, name, numbers)
        self.media = {**behind.media, **dict(media(package, name, tree_of(package, name)))}
        known = looks if self.theme is behind.theme and not self.addresses else {}
        self.eye = Eye(self.theme, self.number, self.addresses, known)
        self.ground = background(package, name, self.theme) or behind.background

    def sheet(self) -> Sheet:
        root, tree = self.package.part(self.name), tree_of(self.package, self.name)
        shown = root.get("showMasterSp") not in {"0", "false"}
        shapes = chain(self.behind.decoration if shown and not self.behind.brought else (), tree)
        motion = [tag for tag in ("timing", "transition") if root.find(_P + tag) is not None]
        told = facts(
            ground=hexed(self.ground), hidden=1 if root.get("show") in {"0", "false"} else None, motion=tuple(motion) or None
        )
        return Sheet(self.number, told, (*self._walk(shapes, Place()), *self._notes()))

    def _walk(self, shapes: Iterable[ET.Element], at: Place) -> Iterator[Thing]:
        for shape in shapes:
            if shape.tag not in _PLAIN:
                yield from self._shape(shape, at)

    def _shape(self, shape: ET.Element, at: Place) -> Iterator[Thing]:
        named = properties(shape)
        if named is None:
            yield from self._strange(shape, at, {})
            return
        hidden = at.hidden or named.get("hidden") in _YES
        at = replace(at, name=at.name or named.get("name", ""), hidden=hidden)
        yield from self._said(named, at.name)
        if shape.tag == _GROUP:
            yield from self._walk(shape, at.into(shape))
        elif shape.tag == _FRAME:
            yield from self._frame(shape, at)
        elif shape.tag in {_SHAPE, _LINE}:
            yield from self._box(shape, at)
        elif shape.tag == _PICTURE:
            yield self._picture(shape, at)
        else:
            yield from self._strange(shape, at, _place(area_of(shape.find(spelt("p:spPr/a:xfrm")), at)))

    def _picture(self, shape: ET.Element, at: Place) -> Thing:
        """Return a picture where it is shown."""
        xfrm, look, blip = shape.find(spelt("p:spPr/a:xfrm")), shape.find(_P + "spPr"), shape.find(spelt("p:blipFill/a:blip"))
        part = self.media.get(blip, "") if blip is not None else ""
        paint = _paint(look, shape.find(_P + "style"), self.theme)
        frame = {**_place(area_of(xfrm, at)), **_turned(xfrm, at), **paint, **picture_facts(shape, self.package, part)}
        return Thing(Kind.PICTURE, (), facts(**frame, chart=1 if at.grouped else None), at.name)

    def _strange(self, shape: ET.Element, at: Place, place: dict[str, Value | None]) -> Iterator[Thing]:
        """Yield a shape of a kind that no deck of ours has, and all text in it."""
        yield Thing(Kind.MARK, (), facts(**place, geometry=shape.tag.rsplit("}", 1)[-1]), at.name)
        for paragraph in shape.iter(_A + "p"):
            runs = lettered(paragraph, [], self.eye)
            yield from (Thing(Kind.TEXT, runs, (), at.name) for _ in runs[:1])

    def _said(self, named: ET.Element, name: str) -> Iterator[Thing]:
        """Yield a shape's alternative texts, and where it leads; one that is marked as decoration is not read out."""
        silent = any(one.tag.endswith("}decorative") and one.get("val") in _YES for one in named.iter())
        for key in ("descr", "title"):
            if named.get(key):
                yield Thing(
                    Kind.ALT,
                    (Run(named.get(key, "")),),
                    facts(title=1 if key == "title" else None, silent=1 if silent else None),
                    name,
                )
        for tag in ("hlinkClick", "hlinkHover"):
            one = named.find(_A + tag)
            if one is not None:
                where = target(one, self.addresses)
                page = self.jumps.get(one.get(RELATIONSHIP_ID, ""))
                yield Thing(Kind.LINK, (Run("slide" if page else where),), facts(page=page), name)

    def _box(self, shape: ET.Element, at: Place) -> Iterator[Thing]:
        holder, look, body = self.behind.placeholder(shape), shape.find(_P + "spPr"), shape.find(_P + "txBody")
        xfrm = look.find(_A + "xfrm") if look is not None else None
        if xfrm is None:
            xfrm = self.behind.frame(shape)
        area = area_of(xfrm, at)
        styles = [body.find(_A + "lstStyle") if body is not None else None, *self.behind.inherited(shape, holder)]
        settings = [body.find(_A + "bodyPr") if body is not None else None, _body_of(holder)]
        turned = degrees(xfrm) + at.turn + int(setting(settings, "rot") or "0") / 60_000 + (180 if "v" in flips(xfrm) else 0)
        over = facts(
            **{"upside-down": 1 if _UPSIDE_DOWN[0] < turned % 360 < _UPSIDE_DOWN[1] else None, "shrunk": _shrunk(settings)}
        )
        texts = list(self._paragraphs(body, styles, area, at, over)) if body is not None else []
        paint = _paint(look, shape.find(_P + "style"), self.theme)
        laid = _body(settings, INSETS) if texts else {}
        frame = facts(
            **_place(area), **paint, **_outline(look, area), **_turned(xfrm, at), **laid, chart=1 if at.grouped else None
        )
        yield Thing(Kind.MARK, (), frame, at.name)
        yield from texts

    def _paragraphs(
        self, body: ET.Element, styles: Sequence[ET.Element | None], area: Area | None, at: Place, over: Facts = ()
    ) -> Iterator[Thing]:
        place = {key: value for key, value in _place(area).items() if key in {"x", "y"}}
        for row, paragraph in enumerate(body.iterfind(_A + "p")):
            runs = lettered(paragraph, chain_of(paragraph, styles), self.eye)
            if runs:
                size = max(float(str(dict(run.facts).get("size", 0))) for run in runs)
                told = place | {"row": row or None} | _around(at) | paragraph_facts(paragraph, styles, size) | dict(over)
                yield Thing(Kind.TEXT, runs, facts(**told), at.name)

    def _frame(self, frame: ET.Element, at: Place) -> Iterator[Thing]:
        area = area_of(frame.find(_P + "xfrm"), at)
        data = frame.find(spelt("a:graphic/a:graphicData"))
        table, chart = (data.find(path, NS) if data is not None else None for path in ("a:tbl", "c:chart"))
        strange = 1 if table is None and chart is None else None
        hidden = 1 if at.hidden else None
        yield Thing(Kind.MARK, (), facts(**_place(area), geometry="frame" if strange else None, hidden=hidden), at.name)
        if chart is not None:
            yield from plotted(self.package, self._target(chart), at.name, self.theme, self.ground)
        if table is not None and area is not None:
            yield from self._table(table, area, at)

    def _target(self, chart: ET.Element) -> str:
        return self.package.relations(self.name)[chart.get(RELATIONSHIP_ID, "")][1]

    def _table(self, table: ET.Element, area: Area, at: Place) -> Iterator[Thing]:
        columns = [int(one.get("w", "0")) for one in table.findall(spelt("a:tblGrid/a:gridCol"))]
        y = area.y
        for number, row in enumerate(table.iterfind(_A + "tr"), 1):
            height, x = int(row.get("h", "0")), area.x
            for column, (width, cell) in enumerate(zip(columns, row.findall(_A + "tc"), strict=False), 1):
                name = replace(at, name=f"{at.name} {number}.{column}")
                yield from self._cell(cell, Area(x, y, width, height), name)
                x += width
            y += height

    def _cell(self, cell: ET.Element, area: Area, at: Place) -> Iterator[Thing]:
        look, body = cell.find(_A + "tcPr"), cell.find(_A + "txBody")
        styles = [body.find(_A + "lstStyle") if body is not None else None, self.behind.usual]
        gone = any(cell.get(key) in _YES for key in ("hMerge", "vMerge"))
        crossed = any(self._rule(look, line) for line in ("lnTlToBr", "lnBlToTr"))
        over = facts(hidden=1 if gone else None, crossed=1 if crossed else None)
        texts = list(self._paragraphs(body, styles, area, at, over)) if body is not None else []
        fills = self.theme.fills(look)
        told: dict[str, Value | None] = {
            "fill": hexed(fills[0]) if fills else None, "above": self._rule(look, "lnT"), "below": self._rule(look, "lnB"),
            "left": self._rule(look, "lnL"), "right": self._rule(look, "lnR"),
        }  # fmt: skip
        for key in ("gridSpan", "rowSpan", "hMerge", "vMerge"):
            told[key] = cell.get(key) if cell.get(key) not in {None, "0", "1", "false"} or key.endswith("Merge") else None
        body_facts = _body([look], MARGINS) if texts else {}
        yield Thing(Kind.MARK, (), facts(**_place(area), **told, **body_facts), at.name)
        yield from texts

    def _rule(self, look: ET.Element | None, side: str) -> str | None:
        line = look.find(_A + side) if look is not None else None
        if line is None or line.find(_A + "noFill") is not None:
            return None
        colour = self.theme.colour(line)
        return hexed(colour) if colour else None

    def _notes(self) -> Iterator[Thing]:
        """Yield all text of the page of notes, wherever it stands there."""
        part = self.package.related(self.name, "notesSlide")
        addresses = _targets(self.package, part) if part else {}
        eye = self.eye._replace(links=addresses, looks={}) if addresses or self.addresses else self.eye
        for paragraph in self.package.part(part).iter(_A + "p") if part else ():
            runs = merged(Run(one.text, _unusual(one.facts)) for one in lettered(paragraph, [], eye))
            if runs:
                yield Thing(Kind.NOTE, runs, (), "notes")


_UNUSUAL = frozenset({"struck", "unseen", "shift", "link", "marker"})


def _unusual(look: Facts) -> Facts:
    """Return of a note's look what changes its meaning: faces and sizes are the notes' own."""
    return tuple(fact for fact in look if fact[0] in _UNUSUAL)


def _targets(package: Package, part: str) -> dict[str, str]:
    return {key: where for key, (kind, where) in package.relations(part).items() if kind == "hyperlink"}


def _jumps(package: Package, part: str, numbers: Mapping[str, int]) -> dict[str, int]:
    """Return to which slides the relationships of a slide lead, by number (20.1.2.2.8)."""
    return {key: numbers[where] for key, (kind, where) in package.relations(part).items() if kind == "slide" and where in numbers}


def _body_of(holder: ET.Element | None) -> ET.Element | None:
    return holder.find(spelt("p:txBody/a:bodyPr")) if holder is not None else None


def _body(settings: Sequence[ET.Element | None], keys: Sequence[str]) -> dict[str, Value | None]:
    """Return how text lies in its frame."""
    anchor, wrap, way = setting(settings, "anchor"), setting(settings, "wrap"), setting(settings, "vert")
    usual = ("91440", "45720", "91440", "45720")
    edges = tuple(round(float(setting(settings, key) or one) / EMU_PER_POINT, 2) for key, one in zip(keys, usual, strict=True))
    columns, turn = setting(settings, "numCol"), setting(settings, "rot")
    return {
        "anchor": None if anchor in {None, "t"} else anchor, "insets": edges if any(edges) else None,
        "wrap": 0 if wrap == "none" else None, "vertical": None if way in {None, "horz"} else way,
        "columns": None if columns in {None, "0", "1"} else columns, "body-turn": None if turn in {None, "0"} else turn,
        "bent": 1 if any(each is not None and each.find(_A + "prstTxWarp") is not None for each in settings[:1]) else None,
    }  # fmt: skip


def _shrunk(settings: Sequence[ET.Element | None]) -> str | None:
    """Return to which share a body shrinks its text, in thousandths of a per cent."""
    found = next((one for each in settings if each is not None and (one := each.find(_A + "normAutofit")) is not None), None)
    return found.get("fontScale") if found is not None else None


def _place(area: Area | None) -> dict[str, Value | None]:
    if area is None:
        return {"nowhere": 1}
    x, y, width, height = (round(one / EMU_PER_POINT, 2) for one in area)
    return {"x": x, "y": y, "width": width, "height": height}


def _turned(xfrm: ET.Element | None, at: Place) -> dict[str, Value | None]:
    turn, flip = degrees(xfrm) + at.turn, flips(xfrm)
    return {
        "turn": turn or None,
        "flip": flip or None,
        "mirrored": 1 if at.mirrored else None,
        "hidden": 1 if at.hidden else None,
    }


def _paint(look: ET.Element | None, style: ET.Element | None, theme: Theme) -> dict[str, Value | None]:
    """Return fill and line of a shape, and what makes either strange: gradients, pictures, transparency, effects."""
    fills = theme.fills(look, style)
    line = look.find(_A + "ln") if look is not None else None
    stroke = _stroke(line, style, theme)
    dashes = line is not None and (line.find(_A + "custDash") is not None or attribute(line, "a:prstDash") not in _SOLID)
    arrows = [end for end in ("headEnd", "tailEnd") if attribute(line, f"a:{end}", "type", "none") != "none"]
    clear = [one.get("val") for one in look.iter(_A + "alpha")] if look is not None else []
    effects = look is not None and any(len(one) for one in look.iterfind(_A + "effectLst"))
    return {
        "fill": hexed(fills[0]) if fills else None, "shaded": tuple(map(hexed, fills)) if len(fills) > 1 else None,
        "stroke": stroke, "weight": round(int(line.get("w", "9525")) / EMU_PER_POINT, 2) if stroke and line is not None else None,
        "dash": 1 if stroke and dashes else None, "arrow": tuple(arrows) or None,
        "clear": tuple(str(one) for one in clear) or None, "effects": 1 if effects else None,
    }  # fmt: skip


def _stroke(line: ET.Element | None, style: ET.Element | None, theme: Theme) -> str | None:
    if line is not None and line.find(_A + "noFill") is not None:
        return None
    colour = theme.colour(line)
    if colour is None and style is not None and attribute(style, "a:lnRef", "idx", "0") != "0":
        colour = theme.colour(style.find(_A + "lnRef"))
    return hexed(colour) if colour else None


def _outline(look: ET.Element | None, area: Area | None) -> dict[str, Value | None]:
    """Return a shape's geometry: a preset's name, or the points of a path from its own corner, at its size on the slide."""
    own = look.find(_A + "custGeom") if look is not None else None
    if own is None:
        name = attribute(look, "a:prstGeom", "prst", "rect")
        return {"geometry": None if name == "rect" else _LINES.get(name, name)}
    path = own.find(spelt("a:pathLst/a:path"))
    if path is None or area is None:
        return {"geometry": "path"}
    wide, high = (float(path.get(key, "0")) or 1.0 for key in ("w", "h"))
    across, down = area.width / wide / EMU_PER_POINT, area.height / high / EMU_PER_POINT
    points = [float(one.get(key, "0")) * scale for one in path.iter(_A + "pt") for key, scale in (("x", across), ("y", down))]
    return {"geometry": "path", "outline": tuple(round(one, 2) for one in points)}


def _around(at: Place) -> dict[str, Value | None]:
    return {"hidden": 1 if at.hidden else None, "chart": 1 if at.grouped else None}
