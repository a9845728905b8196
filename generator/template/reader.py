"""Reads a company's template (.pptx or .potx): a file and the author's names of its layouts in, a template or its faults out.

A layout is found by the name that the author maps, else by ours, else by those that programs ship (`model.LAYOUTS`). What is lacking is
told with the names that are there, all in one run; nothing else is taken instead.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from generator.diagnostics import Exit, Sink, Span, Told, said, why
from generator.template.model import COVER, LAYOUTS, Layout, Part, Place, Template
from generator.template.package import NS, RELATIONSHIP_ID, UNREADABLE, Package
from generator.units import Rect, Size, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from xml.etree import ElementTree as ET

    from generator.template.model import RGB

_SLOTS = {
    "tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2", **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hlink": "hlink", "folHlink": "folHlink",
}  # fmt: skip
_TITLES = ("title", "ctrTitle")
_LIGHT = 150
"""The least brightness of a ground, 0 to 255, that dark letters are read on."""
_WEIGHTS = (0.299, 0.587, 0.114)
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_UNKEPT = ("slide", "notesSlide", "notesMaster", "handoutMaster")
FIRST_ID = 2_147_483_648
"""The id of a master that bears none (ST_SlideMasterId)."""
_WITH_TEXT = ("图文", "关键数据")
"""Layouts on which text stands in the body."""
LEAST_WIDTH, LEAST_HEIGHT = pt(560), pt(340)
"""A title narrower than this, or less from its head to the body's foot, leaves a chart or a table no room."""
_CALLED = {
    "title": "template.place-title", "subtitle": "template.place-subtitle", "body": "template.place-body",
}  # fmt: skip
"""What a fault calls each placeholder, by its key in the catalogs."""
_BODIES = ("body", "obj")


def read_template(path: Path, named: Mapping[str, tuple[str, Span | None]]) -> Told[Template]:
    """Return a template, and what of it is only pointed out; `named` are the author's names of its layouts by ours, with their lines.

    Raises BuildError (Exit.CONTENT) with every fault: a file that is no template, a layout or a placeholder that it lacks.
    """
    sink = Sink()
    try:
        made = _Reader(Package.open(path), path.name, sink).template(named)
    except OSError as fault:
        sink.error(said("template.unreadable", file=path.name, why=why(fault)))
    except UNREADABLE:
        sink.error(said("template.no-deck", file=path.name), None, said("hint.save-as-pptx"))
    sink.raise_errors(Exit.CONTENT)
    return Told(made, tuple(sink.found))


class _Reader:
    """Reads one package."""

    def __init__(self, package: Package, file: str, sink: Sink) -> None:
        self.package, self.file, self.sink = package, file, sink
        self.main = package.related("", "officeDocument")
        listed = package.root(self.main).find("p:sldMasterIdLst/p:sldMasterId", NS)
        first, self.master_id = (listed.get(RELATIONSHIP_ID), listed.get("id", "")) if listed is not None else (None, "")
        self.master = next(one.target for one in package.relations(self.main) if one.id == first) if first else ""
        if not self.master:
            raise ValueError(file)
        self.theme = package.root(package.related(self.master, "theme"))
        self.colors = self._colors()

    def template(self, named: Mapping[str, tuple[str, Span | None]]) -> Template:
        """Return the template; what is lacking is told."""
        size = self.package.root(self.main).find("p:sldSz", NS)
        cx, cy = (int(size.get(key, "0")) if size is not None else 0 for key in ("cx", "cy"))
        there = tuple(self._layouts())
        if _brightness(self.colors["bg1"]) < _LIGHT:
            self.sink.error(said("template.dark", file=self.file), None, said("hint.light-master"))
        layouts = {ours: found for ours in LAYOUTS if (found := self._layout(ours, there, named)) is not None}
        parts = tuple(self._parts())
        digest = sha256(b"".join(one.name.encode() + one.blob for one in sorted(parts, key=lambda one: one.name))).hexdigest()
        made = self.colors, self._fonts(), layouts, parts, digest, self._scheme(), int(self.master_id or FIRST_ID)
        return Template(self.file, Size(cx, cy), *made)

    def _scheme(self) -> str:
        scheme = self.theme.find(".//a:clrScheme", NS)
        return (
            " ".join(one[0].get("lastClr") or one[0].get("val") or "" for one in scheme if len(one)) if scheme is not None else ""
        )

    def _colors(self) -> dict[str, RGB]:
        """Return the theme's colours under the names by which the master's slides call them (19.3.1.6 clrMap)."""
        scheme, mapped = self.theme.find(".//a:clrScheme", NS), self.package.root(self.master).find("p:clrMap", NS)
        own = {one.tag.rpartition("}")[2]: _rgb(one[0]) for one in scheme if len(one)} if scheme is not None else {}
        names = {slot: (mapped.get(slot) if mapped is not None else None) or usual for slot, usual in _SLOTS.items()}
        return {slot: own.get(name, _BLACK) for slot, name in names.items()}

    def _fonts(self) -> tuple[tuple[str, str], tuple[str, str]]:
        def face(tag: str, script: str) -> str:
            one = self.theme.find(f".//a:{tag}/a:{script}", NS)
            return one.get("typeface", "") if one is not None else ""

        major, minor = ((face(tag, "latin"), face(tag, "ea")) for tag in ("majorFont", "minorFont"))
        return major, minor

    def _layouts(self) -> Iterator[Layout]:
        """Yield the master's layouts in its order."""
        ids = self.package.root(self.master).findall("p:sldLayoutIdLst/p:sldLayoutId", NS)
        targets = {one.id: one.target for one in self.package.relations(self.master)}
        root = self.package.root(self.master)
        behind = {one.kind: one._replace(align=_style_align(root, one.kind)) for one in _places(root)}
        for one in ids:
            part = targets[one.get(RELATIONSHIP_ID, "")]
            root = self.package.root(part)
            held = root.find("p:cSld", NS)
            name = held.get("name", "") if held is not None else ""
            places = tuple(place for place in _places(root, behind) if place.rect.width and place.rect.height)
            yield Layout(name, part, self._ground(root) or self._ground(self.package.root(self.master)) or _WHITE, places)

    def _ground(self, root: ET.Element) -> RGB | None:
        """Return the ground that a part gives itself where it is of one colour."""
        found = root.find("p:cSld/p:bg", NS)
        for one in found.iter() if found is not None else ():
            if one.tag.endswith("}schemeClr"):
                return self.colors.get(one.get("val", ""), _WHITE)
            if one.tag.endswith(("}srgbClr", "}sysClr")):
                return _rgb(one)
        return None

    def _layout(self, ours: str, there: tuple[Layout, ...], named: Mapping[str, tuple[str, Span | None]]) -> Layout | None:
        """Return the layout for one of ours, or tell that there is none."""
        given, span = named.get(ours, ("", None))
        tried = (given,) if given else (ours, *LAYOUTS[ours])
        found = next((one for name in tried for one in there if one.name.strip() == name), None)
        listed = tuple(one.name for one in there)
        if found is None:
            key = "missing-layout.mapped" if given else "missing-layout.none"
            self.sink.error(
                said(key, layout=ours, name=given, file=self.file), span, said("hint.map-layout", layout=ours, names=listed)
            )
            return None
        self._check(ours, found, span)
        return found

    def _check(self, ours: str, found: Layout, span: Span | None) -> None:
        """Tell the placeholders that a layout lacks: a title everywhere, text where we set some."""
        needed: dict[str, tuple[str, ...]] = {"title": _TITLES}
        if ours == "图文":
            self._measure(found, span)
        needed |= {"subtitle": ("subTitle", *_BODIES)} if ours == COVER else {"body": _BODIES} if ours in _WITH_TEXT else {}
        for name, kinds in needed.items():
            if found.of_kind(*kinds) is None:
                what = said(_CALLED[name])
                cure = said("hint.add-placeholder", place=what, layout=found.name)
                self.sink.error(said("missing-placeholder", layout=found.name, place=what, file=self.file, ours=ours), span, cure)

    def _measure(self, found: Layout, span: Span | None) -> None:
        """Tell a layout for text whose title and body leave content too little room."""
        title, body = found.of_kind(*_TITLES), found.of_kind(*_BODIES)
        if title and body and (title.rect.width < LEAST_WIDTH or body.rect.bottom - title.rect.y < LEAST_HEIGHT):
            cure = said("hint.larger-body", layout=found.name)
            self.sink.error(said("template.no-room", layout=found.name, file=self.file), span, cure)

    def _parts(self) -> Iterator[Part]:
        """Yield the master and all that it is related to, but slides and notes, each once."""
        waiting, seen = [self.master], set[str]()
        while waiting:
            name = waiting.pop(0)
            if name in seen:
                continue
            seen.add(name)
            whole = self.package.part(name)
            kept = tuple(one for one in whole.relations if not one.kind.endswith(tuple(f"/{kind}" for kind in _UNKEPT)))
            yield Part(name, whole.content_type, whole.blob, kept)
            waiting += [one.target for one in kept if not one.outside]


def _places(root: ET.Element, behind: Mapping[str, Place] | None = None) -> Iterator[Place]:
    """Yield the placeholders of a master or layout; one that has no place of its own stands where the master's of its type does."""
    for shape in root.findall("p:cSld/p:spTree/p:sp", NS):
        mark, named = shape.find("p:nvSpPr/p:nvPr/p:ph", NS), shape.find("p:nvSpPr/p:cNvPr", NS)
        if mark is None or named is None:
            continue
        kind, offset, extent = mark.get("type", "obj"), shape.find(".//a:xfrm/a:off", NS), shape.find(".//a:xfrm/a:ext", NS)
        general = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}.get(kind, kind)
        inherited = behind.get(general) if behind else None
        rect = inherited.rect if inherited else Rect(0, 0, 0, 0)
        if offset is not None and extent is not None:
            x, y, width, height = (
                int(one.get(key, "0")) for one, key in ((offset, "x"), (offset, "y"), (extent, "cx"), (extent, "cy"))
            )
            rect = Rect(x, y, width, height)
        made = Place(kind, mark.get("idx", "0"), named.get("name", ""), rect)
        usual = (inherited.align, inherited.anchor, inherited.sides) if inherited else (made.align, made.anchor, made.sides)
        yield _lying(made, shape, *usual)


def _lying(place: Place, shape: ET.Element, align: str, anchor: str, sides: tuple[int, int]) -> Place:
    """Return a placeholder with how text lies in it: by itself, or else as it inherits."""
    level, body = shape.find("p:txBody/a:lstStyle/a:lvl1pPr", NS), shape.find("p:txBody/a:bodyPr", NS)
    own = dict(body.items()) if body is not None else {}
    left, right = (int(own.get(key, usual)) for key, usual in zip(("lIns", "rIns"), sides, strict=True))
    given = level.get("algn") if level is not None else None
    return place._replace(align=given or align, anchor=own.get("anchor", anchor), sides=(left, right))


def _style_align(master: ET.Element, kind: str) -> str:
    """Return how a master aligns the text of its placeholders of a type (19.3.1.52 txStyles)."""
    level = master.find(f"p:txStyles/p:{'titleStyle' if kind == 'title' else 'bodyStyle'}/a:lvl1pPr", NS)
    return (level.get("algn") if level is not None else None) or "l"


def _rgb(one: ET.Element) -> RGB:
    """Return the colour of an element that gives it by value; black for any other."""
    digits = one.get("lastClr") or one.get("val") or ""
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        return _BLACK
    return (red, green, blue)


def _brightness(colour: RGB) -> float:
    return sum(weight * channel for weight, channel in zip(_WEIGHTS, colour, strict=True))
