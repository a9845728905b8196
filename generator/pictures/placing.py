"""A picture placed: cut to the shape of its rectangle, with as many dots as print can use, and judged by how many it has.

In: a picture as read, a rectangle, which part of it the author wants. Out: a figure of `drawing` items; and dots an inch, as print asks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.drawing import Close, CurveTo, Group, Image, LineTo, MoveTo, Path, Pixels, Role
from generator.pictures.crop import WHOLE, Crop
from generator.pictures.model import Picture, Vectors, ratio
from generator.pictures.packing import Window, cut, reduced
from generator.units import EMU_PER_MILLIMETRE, Length, Point, Rect, Size

if TYPE_CHECKING:
    from generator.drawing import Segment

GOOD, POOR = 300, 150
"""Dots an inch that print asks for, and below which they are seen."""
MOST = 450
"""Dots an inch beyond which none is seen any more: a picture that has more is brought down to what print asks for."""
INCH = 914_400


def focused(crop: tuple[float, ...]) -> Crop:
    """Return the crop of a picture that was cut already: all of it, with what matters where it was."""
    *_, across, down = crop
    return WHOLE._replace(across=across, down=down)


def cropped(picture: Pixels, crop: Crop) -> Pixels:
    """Return the part of a picture that its author wants."""
    shape = crop.shape or ratio(picture) * (crop.right - crop.left) / (crop.bottom - crop.top)
    return cut(picture, window_of(picture, shape, crop))


def figure(picture: Picture, rect: Rect, alt: str, origin: str = "", crop: Crop = WHOLE) -> Group:
    """Return a picture in its rectangle: dots fill it, cut where they are of another shape; shapes stand whole in the middle of it.

    One without `alt` is decoration.
    """
    items: tuple[Image | Path, ...]
    if isinstance(picture, Pixels):
        items = (Image(rect, prepared(picture, Size(rect.width, rect.height), crop), origin),)
    else:
        items = drawn(picture, rect, origin)
    return Group(items, role=Role.FIGURE if alt else Role.ARTIFACT, alt=alt, origin=origin)


def window_of(pixels: Pixels, shape: float, crop: Crop = WHOLE) -> Window:
    """Return the dots that are shown in a rectangle so many times as wide as high: the largest such part of what is to be shown."""
    left, right = crop.left * pixels.across, crop.right * pixels.across
    top, bottom = crop.top * pixels.down, crop.bottom * pixels.down
    width, height = min(right - left, (bottom - top) * shape), min(bottom - top, (right - left) / shape)
    across = min(max(left + crop.across * (right - left) - width / 2, left), right - width)
    down = min(max(top + crop.down * (bottom - top) - height / 2, top), bottom - height)
    first, above = min(round(across), pixels.across - 1), min(round(down), pixels.down - 1)
    return Window(first, above, max(first + 1, round(across + width)), max(above + 1, round(down + height)))


def prepared(pixels: Pixels, size: Size, crop: Crop = WHOLE) -> Pixels:
    """Return the dots that a rectangle of a size shows: cut to its shape, and no more of them than print can use."""
    shown = cut(pixels, window_of(pixels, size.width / size.height, crop))
    if dots(shown.across, size.width) <= MOST and dots(shown.down, size.height) <= MOST:
        return shown
    across, down = (max(1, round(GOOD * side / INCH)) for side in (size.width, size.height))
    return reduced(shown, min(across, shown.across), min(down, shown.down))


def dots(count: int, length: Length) -> float:
    """Return how many dots an inch so many are on a length."""
    return count * INCH / length


def resolution(picture: Picture, size: Size, crop: Crop = WHOLE) -> float | None:
    """Return how many dots an inch a picture has at a size, the way that has fewer; None for shapes, which have no dots."""
    if isinstance(picture, Vectors):
        return None
    left, top, right, bottom = window_of(picture, size.width / size.height, crop)
    return min(dots(right - left, size.width), dots(bottom - top, size.height))


def bears(picture: Pixels, shape: float, crop: Crop = WHOLE, least: int = GOOD) -> Size:
    """Return how large a picture may be shown in a rectangle of a shape so that it has so many dots an inch, in whole millimetres."""
    left, top, right, bottom = window_of(picture, shape, crop)
    width, height = ((many * INCH // least) // EMU_PER_MILLIMETRE * EMU_PER_MILLIMETRE for many in (right - left, bottom - top))
    return Size(width, height)


def drawn(picture: Vectors, rect: Rect, origin: str = "") -> tuple[Path, ...]:
    """Return the shapes of a picture as large as its rectangle holds them, in the middle of it."""
    size = picture.size
    by = min(rect.width / size.width, rect.height / size.height)
    at = Point(rect.x + round((rect.width - size.width * by) / 2), rect.y + round((rect.height - size.height * by) / 2))
    return tuple(_scaled(path, by, at, origin) for path in picture.paths)


def _scaled(path: Path, by: float, at: Point, origin: str) -> Path:
    segments = tuple(_segment(one, by, at) for one in path.segments)
    dash = tuple(round(one * by) for one in path.dash)
    return replace(path, segments=segments, stroke_width=round(path.stroke_width * by), dash=dash, origin=origin)


def _segment(one: Segment, by: float, at: Point) -> Segment:
    def placed(point: Point) -> Point:
        return Point(at.x + round(point.x * by), at.y + round(point.y * by))

    match one:
        case CurveTo():
            return CurveTo(placed(one.control_1), placed(one.control_2), placed(one.to))
        case Close():
            return one
        case MoveTo():
            return MoveTo(placed(one.to))
        case LineTo():
            return LineTo(placed(one.to))
