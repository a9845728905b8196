"""The outlines of SVG's shapes as steps in the picture's own space (SVG 1.1, 8 and 9), and where a transform puts them (7.6).

In: an element, a transform. Out: steps of points. A path's grammar is read by fontTools.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import cos, hypot, radians, sin, tan
from typing import TYPE_CHECKING, NamedTuple

from fontTools.svgLib.path import parse_path

from generator.pictures.svg.tree import unsupported

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.pictures.svg.tree import Element

Place = tuple[float, float]
Step = tuple[str, tuple[Place, ...]]
"""A move (m), line (l), curve (c) or close (h), with its points."""

KAPPA = 0.5522847498307936
"""Of the radius: how long the handles of a quarter of a circle are."""
_UNITS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_LENGTH = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|pc|mm|cm|in)?")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PATH = re.compile(r"[MmZzLlHhVvCcSsQqTtAa0-9eE+\-., ]*")
_TRANSFORM = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)")


class Matrix(NamedTuple):
    """An affine map, as SVG writes it."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def over(self, inner: Matrix) -> Matrix:
        """Return the map that carries out another first."""
        return Matrix(
            self.a * inner.a + self.c * inner.b, self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d, self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e, self.b * inner.e + self.d * inner.f + self.f,
        )  # fmt: skip

    def place(self, point: Place) -> Place:
        """Return where a point lies."""
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def scale(self) -> float | None:
        """By how much lengths grow, None where it is not the same each way."""
        across, down = hypot(self.a, self.b), hypot(self.c, self.d)
        even = abs(across - down) <= EVEN * max(across, down) and abs(self.a * self.c + self.b * self.d) <= EVEN * across * down
        return across if even else None


EVEN = 1e-3


def numbers(text: str) -> list[float]:
    """Return the numbers of a list."""
    return [float(one) for one in _NUMBER.findall(text)]


def length(text: str, line: int, usual: float = 0) -> float:
    """Return a length in the picture's units. Raises PictureError for a share of something."""
    if not text:
        return usual
    found = _LENGTH.fullmatch(text)
    if found is None:
        unsupported(text, line)
    return float(found[1]) * _UNITS[found[2] or ""]


def transform(text: str, line: int) -> Matrix:
    """Return the map that a list of transforms makes. Raises PictureError."""
    made, at = Matrix(), 0
    while at < len(text.rstrip()):
        found = _TRANSFORM.match(text, at)
        one = _one(found[1], numbers(found[2])) if found else None
        if found is None or one is None:
            unsupported(text, line)
        made, at = made.over(one), found.end()
    return made


def _one(name: str, given: Sequence[float]) -> Matrix | None:
    made = _TRANSFORMS.get((name, len(given)))
    return made(*given) if made else None


def _turned(turn: float, x: float = 0, y: float = 0) -> Matrix:
    c, s = cos(radians(turn)), sin(radians(turn))
    return Matrix(e=x, f=y).over(Matrix(c, s, -s, c)).over(Matrix(e=-x, f=-y))


_TRANSFORMS: dict[tuple[str, int], Callable[..., Matrix]] = {
    ("matrix", 6): Matrix,
    ("translate", 1): lambda x: Matrix(e=x),
    ("translate", 2): lambda x, y: Matrix(e=x, f=y),
    ("scale", 1): lambda by: Matrix(by, d=by),
    ("scale", 2): lambda x, y: Matrix(x, d=y),
    ("rotate", 1): _turned,
    ("rotate", 3): _turned,
    ("skewX", 1): lambda turn: Matrix(c=tan(radians(turn))),
    ("skewY", 1): lambda turn: Matrix(b=tan(radians(turn))),
}
"""Transforms by their names and how many numbers they have."""


class _Pen:
    """Takes down what fontTools reads."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.first: Place = (0, 0)
        self.last: Place = (0, 0)

    def _step(self, kind: str, *points: Place) -> None:
        self.steps.append((kind, points))
        self.last = points[-1] if points else self.last

    def moveTo(self, to: Place) -> None:  # noqa: N802 - fontTools' own name, as are the next
        self.first = to
        self._step("m", to)

    def lineTo(self, to: Place) -> None:  # noqa: N802
        self._step("l", to)

    def curveTo(self, one: Place, other: Place, to: Place) -> None:  # noqa: N802
        self._step("c", one, other, to)

    def qCurveTo(self, handle: Place, to: Place) -> None:  # noqa: N802
        first, last = (tuple(end[at] + 2 / 3 * (handle[at] - end[at]) for at in (0, 1)) for end in (self.last, to))
        self._step("c", (first[0], first[1]), (last[0], last[1]), to)

    def closePath(self) -> None:  # noqa: N802
        if self.steps and self.steps[-1] == ("l", (self.first,)):
            self.steps.pop()  # fontTools draws the line that closing draws
        self._step("h")

    def endPath(self) -> None:  # noqa: N802
        """End a contour that stays open."""


def outline(element: Element) -> tuple[Step, ...]:
    """Return the outline of a shape. Raises PictureError."""
    return tuple(_SHAPES[element.tag](element))


def _path(element: Element) -> Iterable[Step]:
    text = " ".join(element.get("d").split())
    if not _PATH.fullmatch(text):
        unsupported(f"d={text[:20]}…", element.line)
    pen = _Pen()
    try:
        parse_path(text, pen)
    except (ValueError, IndexError, TypeError, ZeroDivisionError, AttributeError):
        unsupported(f"d={text[:20]}…", element.line)
    return pen.steps


def _rect(element: Element) -> Iterable[Step]:
    x, y, width, height = (length(element.get(name), element.line) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return ()
    across, down = element.get("rx"), element.get("ry")
    rx, ry = (length(one or other, element.line) for one, other in ((across, down), (down, across)))
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return _polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    return _rounded((x, y, x + width, y + height), rx, ry)


def _round(element: Element) -> Iterable[Step]:
    x, y, r = (length(element.get(name), element.line) for name in ("cx", "cy", "r"))
    rx, ry = (r, r) if element.tag == "circle" else (length(element.get(name), element.line) for name in ("rx", "ry"))
    return _rounded((x - rx, y - ry, x + rx, y + ry), rx, ry) if rx > 0 and ry > 0 else ()


def _rounded(box: tuple[float, float, float, float], rx: float, ry: float) -> Iterable[Step]:
    left, top, right, bottom = box
    hx, hy = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return (
        ("m", ((left + rx, top),)), ("l", ((right - rx, top),)),
        ("c", ((right - hx, top), (right, top + hy), (right, top + ry))), ("l", ((right, bottom - ry),)),
        ("c", ((right, bottom - hy), (right - hx, bottom), (right - rx, bottom))), ("l", ((left + rx, bottom),)),
        ("c", ((left + hx, bottom), (left, bottom - hy), (left, bottom - ry))), ("l", ((left, top + ry),)),
        ("c", ((left, top + hy), (left + hx, top), (left + rx, top))), ("h", ()),
    )  # fmt: skip


def _line(element: Element) -> Iterable[Step]:
    x1, y1, x2, y2 = (length(element.get(name), element.line) for name in ("x1", "y1", "x2", "y2"))
    return ("m", ((x1, y1),)), ("l", ((x2, y2),))


def _points(element: Element) -> Iterable[Step]:
    given = numbers(element.get("points"))
    corners = list(zip(given[::2], given[1::2], strict=False))
    made = tuple(_polygon(corners)) if corners else ()
    return made if element.tag == "polygon" else made[:-1]


def _polygon(corners: Sequence[Place]) -> Iterable[Step]:
    yield "m", (corners[0],)
    yield from (("l", (one,)) for one in corners[1:])
    yield "h", ()


_SHAPES = {
    "path": _path, "rect": _rect, "circle": _round, "ellipse": _round, "line": _line, "polyline": _points, "polygon": _points,
}  # fmt: skip
SHAPES = frozenset(_SHAPES)
