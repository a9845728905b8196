"""A drawing as one group of native shapes and text boxes, each where the drawing has it (ECMA-376 Part 1, 19.3.1.22 grpSp).

Runs that follow one another on one baseline are one text box, so that 近34亿元 stays one text at three sizes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.drawing import Box, Close, CurveTo, Disc, Group, LineTo, MoveTo, Path, TextRun
from generator.typeset.model import Span, Style
from generator.units import Point, Rect
from generator.writers.pptx.markup import NONE, Markup, element, joined
from generator.writers.pptx.scheme import natural_width
from generator.writers.pptx.shapes import connector, geometry, placed, preset, text_shape
from generator.writers.pptx.text import LINE_RULES, body_properties, line_spacing, run, text_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.drawing import Drawing, Item, Segment
    from generator.ink import Ink
    from generator.layout.deck.slide import DrawingBox
    from generator.units import Length
    from generator.writers.pptx.scheme import Scheme
    from generator.writers.pptx.shapes import Names

TEXT, SHAPE, LINE = "文字", "图形", "线"
"""What the parts of a group are called in PowerPoint's selection pane."""

_NEAR = 0.6
"""Runs of one text lie no farther apart than a Han–Latin gap stretched to half an em (CLREQ), in ems, and a little."""
_BASELINE = 0.8
"""Where the baseline lies in a line of exact pitch, in parts of the pitch: what office programs share, whatever the face says of itself.

At a pitch of one size LibreOffice (a fifth of the size below the baseline) and the eighty-twenty rule agree.
"""
_SUB_PART = 2 / 3
"""The size at which PowerPoint shows a subscript or superscript of a size."""
_WHOLE = 100_000
_HALF = 50_000


@dataclass(frozen=True, slots=True)
class _Run:
    """A run at its place on the slide, scaled."""

    at: Point
    width: Length
    run: Span
    origin: str


@dataclass(frozen=True, slots=True)
class _Easel:
    """Where a drawing stands on its slide, and at which part of its size."""

    corner: Point
    scale: float
    names: Names
    scheme: Scheme

    def length(self, value: Length) -> Length:
        return round(value * self.scale)

    def point(self, place: Point, at: Point) -> Point:
        return self.corner.moved(self.length(place.x + at.x), self.length(place.y + at.y))

    def rect(self, rect: Rect, at: Point) -> Rect:
        corner = self.point(Point(rect.x, rect.y), at)
        return Rect(corner.x, corner.y, self.length(rect.width), self.length(rect.height))

    def paint(self, fill: Ink | None, stroke: Ink | None, width: Length, dash: Sequence[Length] = ()) -> Markup:
        return joined([self.scheme.fill(fill), self.line(stroke, width, dash)])

    def line(self, stroke: Ink | None, width: Length, dash: Sequence[Length] = ()) -> Markup:
        return self.scheme.line(stroke, self.length(width), _dash(dash, width))


def drawing_group(box: DrawingBox, names: Names, scheme: Scheme) -> Markup:
    """Return a drawing as a group with its text alternative, at the size of its rectangle."""
    tag = names.tag(box.name, box.alt or box.drawing.alt)
    scale = min(box.rect.width / box.drawing.size.width, box.rect.height / box.drawing.size.height)
    easel = _Easel(Point(box.rect.x, box.rect.y), scale, names, scheme)
    extent = element("a:chExt", {"cx": box.rect.width, "cy": box.rect.height})
    within = joined([element("a:chOff", {"x": box.rect.x, "y": box.rect.y}), extent])
    return element(
        "p:grpSp",
        {},
        element("p:nvGrpSpPr", {}, tag, element("p:cNvGrpSpPr"), element("p:nvPr")),
        element("p:grpSpPr", {}, placed(box.rect, within=within)),
        *_children(box.drawing, easel),
    )


def texts(drawing: Drawing) -> Iterator[TextRun]:
    """Yield the runs of a drawing in order."""
    return (item for item, _ in _flat(drawing.items, Point(0, 0)) if isinstance(item, TextRun))


def _flat(items: Iterable[Item], at: Point) -> Iterator[tuple[Item, Point]]:
    for item in items:
        if isinstance(item, Group):
            yield from _flat(item.items, at.moved(item.at.x, item.at.y))
        else:
            yield item, at


def _children(drawing: Drawing, easel: _Easel) -> list[Markup]:
    made: list[Markup] = []
    line: list[_Run] = []
    for item, at in _flat(drawing.items, Point(0, 0)):
        if not isinstance(item, TextRun):
            made += [*_text(line, easel), *_mark(item, at, easel)]
            line = []
            continue
        one = _placed_run(item, at, easel)
        if line and not _follows(one, line[-1]):
            made += _text(line, easel)
            line = []
        line.append(one)
    return [*made, *_text(line, easel)]


def _placed_run(item: TextRun, at: Point, easel: _Easel) -> _Run:
    rise = item.glyphs[0].y if item.glyphs else 0
    shift = "super" if rise > 0 else "sub" if rise < 0 else ""
    size = item.size / _SUB_PART if shift else item.size
    style = Style(item.face, easel.length(round(size)), item.ink)
    return _Run(
        easel.point(item.origin_point, at), easel.length(item.width), Span(item.text, style, item.use, shift), item.origin
    )


def _follows(one: _Run, last: _Run) -> bool:
    """Tell whether a run goes on with the text of the last: same baseline, hardly a gap."""
    gap = one.at.x - last.at.x - last.width
    near = _NEAR * max(one.run.style.size, last.run.style.size)
    return one.at.y == last.at.y and one.origin == last.origin and abs(gap) <= near


def _text(line: Sequence[_Run], easel: _Easel) -> list[Markup]:
    """Return a text box as wide as its text in a program that does not trim punctuation."""
    if not line:
        return []
    size = max(one.run.style.size for one in line)
    start, end = line[0].at, line[-1].at.x + line[-1].width
    untrimmed = sum(natural_width(one.run.text, one.run.style, easel.scheme.library) for one in line)
    rect = Rect(start.x, start.y - round(size * _BASELINE), max(untrimmed, end - start.x), size)
    own = element("a:pPr", {"marL": 0, "indent": 0, "algn": "l", **LINE_RULES}, line_spacing(size), element("a:buNone"))
    paragraph = element("a:p", {}, own, *[run(one.run, easel.scheme) for one in line])
    body = text_body(body_properties(wrap="none"), paragraph)
    return [text_shape(easel.names.tag(TEXT), rect, body, easel.scheme.fill(None))]


def _mark(item: Item, at: Point, easel: _Easel) -> list[Markup]:
    match item:
        case Box():
            return [_box(item, at, easel)]
        case Disc():
            return [_round(item, at, easel)]
        case Path() if item.segments:
            return [_path(item, at, easel)]
    return []


def _box(item: Box, at: Point, easel: _Easel) -> Markup:
    shorter = min(item.rect.width, item.rect.height)
    corner = min(_HALF, round(item.radius / shorter * _WHOLE)) if item.radius and shorter else None
    outline = preset("rect") if corner is None else preset("roundRect", corner)
    frame = placed(easel.rect(item.rect, at))
    return geometry(easel.names.tag(SHAPE), frame, outline, easel.paint(item.fill, item.stroke, item.stroke_width))


def _round(item: Disc, at: Point, easel: _Easel) -> Markup:
    frame = placed(easel.rect(item.rect, at))
    return geometry(easel.names.tag(SHAPE), frame, preset("ellipse"), easel.paint(item.fill, item.stroke, item.stroke_width))


def _path(item: Path, at: Point, easel: _Easel) -> Markup:
    match item:
        case Path(segments=(MoveTo(start), LineTo(end)), fill=None):
            return _straight(item, easel.point(start, at), easel.point(end, at), easel)
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


def _points(segment: Segment) -> tuple[Point, ...]:
    match segment:
        case MoveTo(to) | LineTo(to):
            return (to,)
        case CurveTo(first, second, to):
            return (first, second, to)
    return ()


_SEGMENTS = {MoveTo: "a:moveTo", LineTo: "a:lnTo", CurveTo: "a:cubicBezTo", Close: "a:close"}


def _freeform(item: Path, at: Point, easel: _Easel) -> Markup:
    drawn = [(segment, [easel.point(place, at) for place in _points(segment)]) for segment in item.segments]
    every = [place for _, places in drawn for place in places]
    left, top = min(place.x for place in every), min(place.y for place in every)
    rect = Rect(left, top, max(place.x for place in every) - left, max(place.y for place in every) - top)
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
