"""A drawing taken apart as a deck shows it: texts in boxes and marks, each where it stands on its slide.

Runs that follow one another on one baseline are one text box, so that 近34亿元 stays one text at three sizes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.drawing import Box, CurveTo, Disc, Drawing, Group, Item, LineTo, MoveTo, Path, Segment, TextRun
from generator.layout.deck import widths
from generator.layout.deck.slide import DrawingBox
from generator.typeset.model import Span, Style
from generator.units import Length, Point, Rect

if TYPE_CHECKING:
    from generator.fonts.library import Library

_NEAR = 0.6
"""Runs of one text lie no farther apart than a Han–Latin gap stretched to half an em (CLREQ), in ems, and a little."""
_BASELINE = 0.8
"""Where the baseline lies in a line of exact pitch, in parts of the pitch: what office programs share, whatever the face says of itself.

At a pitch of one size LibreOffice (a fifth of the size below the baseline) and the eighty-twenty rule agree.
"""
_EDGE = 0.25
"""A text that ends so near the drawing's right edge, in sizes, stands at it."""
_SUB_PART = 2 / 3
"""The size at which PowerPoint shows a subscript or superscript of a size."""
Mark: TypeAlias = Box | Disc | Path


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text of a drawing in its box on the slide; its line pitch is the box's height.

    The box is as wide as the text may be in another face; one `at_right` begins there and grows to the left.
    """

    rect: Rect
    runs: tuple[Span, ...]
    origin: str
    at_right: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a drawing stands on its slide, and at which part of its size."""

    corner: Point
    scale: float

    @classmethod
    def of(cls, box: DrawingBox) -> Stand:
        """Return the stand of a box's drawing: at its corner, as large as it fits."""
        size = box.drawing.size
        return cls(Point(box.rect.x, box.rect.y), min(box.rect.width / size.width, box.rect.height / size.height))

    def length(self, value: Length) -> Length:
        """Return a length of the drawing on the slide."""
        return round(value * self.scale)

    def point(self, place: Point, at: Point) -> Point:
        """Return a place of the drawing, in a group that lies there, on the slide."""
        corner, scale = self.corner, self.scale
        return Point(corner.x + round((place.x + at.x) * scale), corner.y + round((place.y + at.y) * scale))

    def rect(self, rect: Rect, at: Point) -> Rect:
        """Return a rectangle of the drawing, in a group that lies there, on the slide."""
        corner = self.point(Point(rect.x, rect.y), at)
        return Rect(corner.x, corner.y, self.length(rect.width), self.length(rect.height))


def texts(drawing: Drawing) -> Iterator[TextRun]:
    """Yield the runs of a drawing in order."""
    return (item for item, _ in _flat(drawing.items, Point(0, 0)) if isinstance(item, TextRun))


def parts(box: DrawingBox, library: Library) -> Iterator[Lettering | tuple[Mark, Point]]:
    """Yield the texts and marks of a drawing in order of painting, a mark with the place of the group that it is in."""
    stand = Stand.of(box)
    line: list[_Run] = []
    for item, at in _flat(box.drawing.items, Point(0, 0)):
        if isinstance(item, TextRun):
            one = _placed_run(item, at, stand)
            if line and not _follows(one, line[-1]):
                yield _lettering(line, box.rect, library)
                line = []
            line.append(one)
            continue
        if line:
            yield _lettering(line, box.rect, library)
            line = []
        if isinstance(item, Box | Disc) or (isinstance(item, Path) and item.segments):
            yield item, at
    if line:
        yield _lettering(line, box.rect, library)


def straight(path: Path) -> tuple[Point, Point] | None:
    """Return the ends of a path that is one straight stroke, None for any other."""
    match path:
        case Path(segments=(MoveTo(start), LineTo(end)), fill=None):
            return start, end
    return None


def points(segment: Segment) -> tuple[Point, ...]:
    """Return the points of a segment, in order."""
    if isinstance(segment, CurveTo):
        return (segment.control_1, segment.control_2, segment.to)
    return (segment.to,) if isinstance(segment, MoveTo | LineTo) else ()


def enclosing(places: Sequence[Point]) -> Rect:
    """Return the rectangle around places, a curve's handles among them."""
    xs, ys = [place.x for place in places], [place.y for place in places]
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run at its place on the slide, scaled."""

    at: Point
    width: Length
    run: Span
    origin: str


def _flat(items: Iterable[Item], at: Point) -> Iterator[tuple[Item, Point]]:
    for item in items:
        if isinstance(item, Group):
            yield from _flat(item.items, at.moved(item.at.x, item.at.y))
        else:
            yield item, at


def _placed_run(item: TextRun, at: Point, stand: Stand) -> _Run:
    rise = item.glyphs[0].y if item.glyphs else 0
    shift = "super" if rise > 0 else "sub" if rise < 0 else ""
    size = item.size / _SUB_PART if shift else item.size
    style = Style(item.face, stand.length(round(size)), item.ink)
    place, width = stand.point(item.origin_point, at), stand.length(item.width)
    return _Run(place, width, Span(item.text, style, item.use, shift), item.origin)


def _follows(one: _Run, last: _Run) -> bool:
    """Tell whether a run goes on with the text of the last: same baseline, hardly a gap."""
    gap = one.at.x - last.at.x - last.width
    near = _NEAR * max(one.run.style.size, last.run.style.size)
    return one.at.y == last.at.y and one.origin == last.origin and abs(gap) <= near


def _lettering(line: Sequence[_Run], whole: Rect, library: Library) -> Lettering:
    """Return a text in a box that holds it in a program that trims no punctuation.

    At the drawing's right edge, or where it might outgrow that in another face, it keeps its right end.
    """
    runs = tuple(one.run for one in line)
    start, end, size = line[0].at, line[-1].at.x + line[-1].width, widths.largest(runs)
    width = min(max(widths.untrimmed(runs, library), end - start.x), max(whole.width, end - start.x))
    at_right = max(end + _EDGE * size, start.x + width) > whole.right and start.x > whole.x + _EDGE * size
    left = max(end - width, whole.x) if at_right else start.x
    rect = Rect(left, start.y - round(size * _BASELINE), end - left if at_right else width, size)
    return Lettering(rect, runs, line[0].origin, at_right)
