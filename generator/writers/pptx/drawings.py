"""A drawing as one group of native shapes and text boxes, each where the drawing has it (ECMA-376 Part 1, 19.3.1.22 grpSp)."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.drawing import Box, Close, CurveTo, Disc, LineTo, MoveTo, Path
from generator.ink import Ink
from generator.layout.deck.drawn import Lettering, Mark, Stand, enclosing, parts, points, straight
from generator.layout.deck.slide import DrawingBox
from generator.units import Length, Point, Rect
from generator.writers.pptx.markup import NONE, Markup, element, joined
from generator.writers.pptx.scheme import Scheme
from generator.writers.pptx.shapes import Names, connector, geometry, placed, preset, text_shape
from generator.writers.pptx.text import body_properties, line_spacing, run, text_body

TEXT, SHAPE, LINE = "文字", "图形", "线"
"""What the parts of a group are called in PowerPoint's selection pane."""

_WHOLE = 100_000
_HALF = 50_000


@dataclass(frozen=True, slots=True)
class _Easel:
    """Where a drawing stands on its slide, and what it is painted with."""

    stand: Stand
    names: Names
    scheme: Scheme

    def paint(self, fill: Ink | None, stroke: Ink | None, width: Length, dash: Sequence[Length] = ()) -> Markup:
        return joined([self.scheme.fill(fill), self.line(stroke, width, dash)])

    def line(self, stroke: Ink | None, width: Length, dash: Sequence[Length] = ()) -> Markup:
        return self.scheme.line(stroke, self.stand.length(width), _dash(dash, width))


def drawing_group(box: DrawingBox, names: Names, scheme: Scheme) -> Markup:
    """Return a drawing as a group with its text alternative, at the size of its rectangle."""
    tag = names.tag(box.name, box.alt or box.drawing.alt)
    easel = _Easel(Stand.of(box), names, scheme)
    extent = element("a:chExt", {"cx": box.rect.width, "cy": box.rect.height})
    within = joined([element("a:chOff", {"x": box.rect.x, "y": box.rect.y}), extent])
    return element(
        "p:grpSp",
        {},
        element("p:nvGrpSpPr", {}, tag, element("p:cNvGrpSpPr"), element("p:nvPr")),
        element("p:grpSpPr", {}, placed(box.rect, within=within)),
        *[_text(one, easel) if isinstance(one, Lettering) else _mark(*one, easel) for one in parts(box, scheme.library)],
    )


def _text(one: Lettering, easel: _Easel) -> Markup:
    pitch = line_spacing(one.rect.height)
    aligned = {"algn": "r"} if one.at_right else {}
    own = element("a:pPr", aligned, pitch)
    paragraph = element("a:p", {}, own, *[run(span, easel.scheme, easel.scheme.usual) for span in one.runs])
    body = text_body(body_properties(wrap="none"), paragraph)
    return text_shape(easel.names.tag(TEXT), one.rect, body, easel.scheme.fill(None))


def _mark(item: Mark, at: Point, easel: _Easel) -> Markup:
    match item:
        case Box():
            return _box(item, at, easel)
        case Disc():
            return _round(item, at, easel)
        case Path():
            return _path(item, at, easel)


def _box(item: Box, at: Point, easel: _Easel) -> Markup:
    shorter = min(item.rect.width, item.rect.height)
    corner = min(_HALF, round(item.radius / shorter * _WHOLE)) if item.radius and shorter else None
    outline = preset("rect") if corner is None else preset("roundRect", corner)
    frame = placed(easel.stand.rect(item.rect, at))
    return geometry(easel.names.tag(SHAPE), frame, outline, easel.paint(item.fill, item.stroke, item.stroke_width))


def _round(item: Disc, at: Point, easel: _Easel) -> Markup:
    frame = placed(easel.stand.rect(item.rect, at))
    return geometry(easel.names.tag(SHAPE), frame, preset("ellipse"), easel.paint(item.fill, item.stroke, item.stroke_width))


def _path(item: Path, at: Point, easel: _Easel) -> Markup:
    ends = straight(item)
    if ends:
        start, end = (easel.stand.point(place, at) for place in ends)
        return _straight(item, start, end, easel)
    return _freeform(item, at, easel)


def _straight(item: Path, start: Point, end: Point, easel: _Easel) -> Markup:
    rect = Rect(min(start.x, end.x), min(start.y, end.y), abs(end.x - start.x), abs(end.y - start.y))
    flips: dict[str, str | int] = {}
    if end.x < start.x:
        flips["flipH"] = 1
    if end.y < start.y:
        flips["flipV"] = 1
    line = easel.line(item.stroke, item.stroke_width, item.dash)
    return connector(easel.names.tag(LINE), placed(rect, flips=flips), line)


_SEGMENTS = {MoveTo: "a:moveTo", LineTo: "a:lnTo", CurveTo: "a:cubicBezTo", Close: "a:close"}


def _freeform(item: Path, at: Point, easel: _Easel) -> Markup:
    drawn = [(segment, [easel.stand.point(place, at) for place in points(segment)]) for segment in item.segments]
    rect = enclosing([place for _, places in drawn for place in places])
    left, top = rect.x, rect.y
    steps = [
        element(_SEGMENTS[type(segment)], {}, *[element("a:pt", {"x": to.x - left, "y": to.y - top}) for to in places])
        for segment, places in drawn
    ]
    outline = element(
        "a:custGeom",
        {},
        *[element(f"a:{name}Lst") for name in ("av", "gd", "ah", "cxn")],
        element("a:rect", {"l": 0, "t": 0, "r": "r", "b": "b"}),
        element("a:pathLst", {}, element("a:path", {"w": rect.width, "h": rect.height}, *steps)),
    )
    paint = easel.paint(item.fill, item.stroke, item.stroke_width, item.dash)
    return geometry(easel.names.tag(SHAPE), placed(rect), outline, paint)


def _dash(dash: Sequence[Length], width: Length) -> Markup:
    """Return dashes and gaps in shares of the line's width, in thousandths of a per cent (20.1.8.21 custDash)."""
    if not dash or not width:
        return NONE
    pairs = list(dash) if len(dash) % 2 == 0 else [*dash, *dash]
    shares = [round(length / width * _WHOLE) for length in pairs]
    strokes = zip(shares[::2], shares[1::2], strict=True)
    return element("a:custDash", {}, *[element("a:ds", {"d": on, "sp": off}) for on, off in strokes])
