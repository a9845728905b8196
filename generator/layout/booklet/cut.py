"""Items cut to their page, as the knife does it: two pages side by side may not run into one another by their bleed.

In: items and the page. Out: the same items, shapes that reach beyond the page cut at its edge by arithmetic, those all beyond it gone. Text
stays as it is: none reaches the edge. Curves that are cut become short straight steps.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.drawing import Box, Close, Disc, Group, Image, LineTo, MoveTo, Path
from generator.layout.book.contours import contours
from generator.layout.book.outlines import outline
from generator.pictures.packing import Window
from generator.pictures.packing import cut as cut_dots
from generator.units import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.drawing import Item, Segment
    from generator.units import Length, Size


class _Edge(NamedTuple):
    """An edge of a page: how far within it a point lies, negative beyond it."""

    within: Callable[[Point], Length]


def cut(items: Iterable[Item], size: Size) -> tuple[Item, ...]:
    """Return items cut to a page."""
    return tuple(_cut(items, Rect(0, 0, size.width, size.height)))


def _cut(items: Iterable[Item], page: Rect) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            own = page.moved(-item.at.x, -item.at.y)
            yield replace(item, items=tuple(_cut(item.items, own)))
        elif isinstance(item, Path | Box | Disc):
            yield from _shape(item, page)
        elif isinstance(item, Image):
            yield from _image(item, page)
        else:
            yield item


def _image(item: Image, page: Rect) -> Iterator[Image]:
    """Yield what of a picture lies on the page, cut between two of its dots."""
    rect, pixels = item.rect, item.pixels
    left, right = (_dot(edge - rect.x, rect.width, pixels.across) for edge in (page.x, page.right))
    top, bottom = (_dot(edge - rect.y, rect.height, pixels.down) for edge in (page.y, page.bottom))
    if left < right and top < bottom:
        x, y = rect.x + rect.width * left // pixels.across, rect.y + rect.height * top // pixels.down
        far, foot = rect.x + rect.width * right // pixels.across, rect.y + rect.height * bottom // pixels.down
        yield replace(item, rect=Rect(x, y, far - x, foot - y), pixels=cut_dots(pixels, Window(left, top, right, bottom)))


def _dot(at: Length, length: Length, count: int) -> int:
    return min(max(round(at * count / length), 0), count) if length else 0


def _shape(item: Path | Box | Disc, page: Rect) -> Iterator[Item]:
    points = [point for contour in contours(outline(item)) for point in contour.points]
    edges = _edges(page)
    if all(edge.within(point) >= 0 for point in points for edge in edges):
        yield item
        return
    if item.fill and (segments := tuple(_filled(item, edges))):
        yield Path(segments, fill=item.fill, origin=item.origin, evenodd=isinstance(item, Path) and item.evenodd)
    if item.stroke and item.stroke_width and (segments := tuple(_stroked(item, edges))):
        dash, rounded = (item.dash, item.rounded) if isinstance(item, Path) else ((), False)
        yield Path(segments, None, item.stroke, item.stroke_width, dash, item.origin, rounded)


def _edges(page: Rect) -> tuple[_Edge, ...]:
    return (
        _Edge(lambda point: point.x - page.x), _Edge(lambda point: page.right - point.x),
        _Edge(lambda point: point.y - page.y), _Edge(lambda point: page.bottom - point.y),
    )  # fmt: skip


def _filled(item: Path | Box | Disc, edges: Sequence[_Edge]) -> Iterator[Segment]:
    """Yield an outline cut at one edge after the other (Sutherland and Hodgman)."""
    for contour in contours(outline(item)):
        corners: Sequence[Point] = contour.points
        for edge in edges:
            corners = tuple(_within(corners, edge))
        if corners:
            yield MoveTo(corners[0])
            yield from map(LineTo, corners[1:])
            yield Close()


def _within(corners: Sequence[Point], edge: _Edge) -> Iterator[Point]:
    for before, point in zip([*corners[-1:], *corners[:-1]], corners, strict=True):
        if (edge.within(before) < 0) is not (edge.within(point) < 0):
            yield _crossing(before, point, edge)
        if edge.within(point) >= 0:
            yield point


def _crossing(one: Point, other: Point, edge: _Edge) -> Point:
    here, there = edge.within(one), edge.within(other)
    part = here / (here - there)
    return Point(one.x + round((other.x - one.x) * part), one.y + round((other.y - one.y) * part))


def _stroked(item: Path | Box | Disc, edges: Sequence[_Edge]) -> Iterator[Segment]:
    """Yield the stretches of a line that lie within the page, each begun anew where the line comes back."""
    for contour in contours(outline(item)):
        at: Point | None = None
        for line in pairwise([*contour.points, *(contour.points[:1] if contour.closed else ())]):
            if found := _stretch(line, edges):
                start, end = found
                if start != at:
                    yield MoveTo(start)
                yield LineTo(end)
                at = end


def _stretch(line: tuple[Point, Point], edges: Sequence[_Edge]) -> tuple[Point, Point] | None:
    start, end = line
    for edge in edges:
        if edge.within(start) < 0 and edge.within(end) < 0:
            return None
        if edge.within(start) < 0:
            start = _crossing(start, end, edge)
        elif edge.within(end) < 0:
            end = _crossing(start, end, edge)
    return start, end
