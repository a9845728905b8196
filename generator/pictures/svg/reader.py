"""SVG as shapes of our own drawing: bytes in, paths in their inks out, at the size of the picture's own view.

A strict reader of what logos and drawings are made of: shapes, groups, uses, flat colours. What it does not draw is told with its line and
a way out, never left out: text (whose face may not be there), gradients, veils, clips, masks, filters, pictures within pictures.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.drawing import Close, CurveTo, LineTo, MoveTo, Path
from generator.pictures.fault import PictureError
from generator.pictures.inks import ink_of
from generator.pictures.model import Vectors
from generator.pictures.svg.outlines import SHAPES, Matrix, length, numbers, outline, transform
from generator.pictures.svg.style import INHERITED, clear, colour_of, sheet_of, styled
from generator.pictures.svg.tree import DEEPEST, MOST_ELEMENTS, external, read_tree, unsupported
from generator.units import Point, Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.drawing import Segment
    from generator.pictures.svg.outlines import Step
    from generator.pictures.svg.style import Sheet
    from generator.pictures.svg.tree import Element

LONGER_SIDE = 10_000_000
"""EMU of the picture's longer side: fine enough for any size that it is shown at."""
MOST_STEPS = 50_000
MOST_BEYOND = 0.01
"""Of the longer side: how far a shape may reach beyond the view, which cuts it off elsewhere."""
HOLDERS = frozenset({"g", "a", "svg"})
SILENT = frozenset(
    "title desc metadata style defs symbol clipPath mask filter marker linearGradient radialGradient pattern".split()  # noqa: SIM905
)
"""Elements that paint nothing where they stand; those that paint elsewhere are refused where they are asked for."""
TEXT = frozenset({"text", "tspan", "textPath", "flowRoot"})
LIVE = frozenset({"script", "animate", "animateTransform", "animateMotion", "set", "foreignObject", "handler"})


def read_svg(data: bytes) -> Vectors:
    """Return the shapes of a picture. Raises PictureError."""
    root = read_tree(data)
    left, top, width, height = _view(root)
    by = LONGER_SIDE / max(width, height)
    size = Size(max(1, round(width * by)), max(1, round(height * by)))
    reader = _Reader(sheet_of(root), _named(root), size)
    reader.children(root, Matrix(by, 0, 0, by, -left * by, -top * by), styled(root, reader.sheet, INHERITED), 0)
    if not reader.paths:
        raise PictureError(said("bad-picture.svg-empty"), said("bad-picture.cure-export-again"))
    return Vectors(size, tuple(reader.paths))


def _view(root: Element) -> tuple[float, float, float, float]:
    """Return what of its space a picture shows: left, top, width and height."""
    box = numbers(root.get("viewBox"))
    if len(box) == 4:  # noqa: PLR2004 - the four numbers of a box
        left, top, width, height = box
    else:
        left, top = 0.0, 0.0
        width, height = (0.0 if root.get(one).endswith("%") else length(root.get(one), root.line) for one in ("width", "height"))
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        raise PictureError(said("bad-picture.svg-size"), said("bad-picture.cure-view"))
    return left, top, width, height


def _named(root: Element) -> dict[str, Element]:
    found: dict[str, Element] = {}
    waiting = [root]
    while waiting:
        one = waiting.pop()
        waiting += one.children
        if one.get("id"):
            found[one.get("id")] = one
    return found


@dataclass(slots=True)
class _Reader:
    """Walks the elements and gathers the paths that they paint."""

    sheet: Sheet
    named: Mapping[str, Element]
    size: Size
    paths: list[Path] = field(default_factory=list)
    visits: int = 0
    steps: int = 0

    def children(self, element: Element, at: Matrix, style: Mapping[str, str], depth: int) -> None:
        """Read what is inside an element."""
        for one in element.children:
            self._element(one, at, style, depth + 1)

    def _element(self, element: Element, at: Matrix, around: Mapping[str, str], depth: int) -> None:
        self._count(depth)
        tag, line = element.tag, element.line
        if tag in SILENT:
            return
        _refuse(element)
        style = styled(element, self.sheet, around)
        if style["display"] == "none" or clear(style, "opacity", line):
            return
        at = at.over(transform(element.get("transform"), line))
        if tag in HOLDERS and tag != "svg":
            self.children(element, at, style, depth)
        elif tag == "use":
            self._use(element, at, style, depth)
        elif tag in SHAPES:
            self._shape(element, at, style)
        else:
            unsupported(f"<{tag}>", line)

    def _count(self, depth: int) -> None:
        self.visits += 1
        if self.visits > MOST_ELEMENTS or depth > DEEPEST or self.steps > MOST_STEPS:
            raise PictureError(said("bad-picture.svg-many"), said("bad-picture.cure-simpler"))

    def _use(self, element: Element, at: Matrix, style: Mapping[str, str], depth: int) -> None:
        """Read what is shown again; what shows itself ends at the deepest level."""
        name = element.get("href")
        if not name.startswith("#"):
            external(name, element.line)
        target = self.named.get(name[1:])
        if target is None:
            unsupported(f"<use href={name}>", element.line)
        x, y = (length(element.get(one), element.line) for one in ("x", "y"))
        at = at.over(Matrix(e=x, f=y))
        if target.tag == "symbol":
            if target.get("viewBox"):
                unsupported("<symbol viewBox>", target.line)
            self.children(target, at, styled(target, self.sheet, style), depth)
        else:
            self._element(target, at, style, depth + 1)

    def _shape(self, element: Element, at: Matrix, style: Mapping[str, str]) -> None:
        line = element.line
        steps = outline(element)
        self.steps += len(steps)
        fill = None if clear(style, "fill-opacity", line) else colour_of(style["fill"], style, line)
        stroke = None if clear(style, "stroke-opacity", line) else colour_of(style["stroke"], style, line)
        width = length(style["stroke-width"], line) if stroke else 0
        fill, stroke = None if element.tag == "line" else fill, stroke if width > 0 else None
        if not steps or style["visibility"] != "visible" or not (fill or stroke):
            return
        scale, dash = 0.0, tuple[float, ...]()
        if stroke:
            scale, dash = _scaled(at, line), tuple(numbers(style["stroke-dasharray"]))
        path = Path(
            tuple(_segments(steps, at)),
            ink_of(fill) if fill else None,
            ink_of(stroke) if stroke else None,
            round(width * scale),
            tuple(round(one * scale) for one in (dash if any(dash) else ())),
            rounded=bool(stroke) and _rounded(steps, style, line),
            evenodd=style["fill-rule"] == "evenodd",
        )
        self._bounded(path, line)
        self.paths.append(path)

    def _bounded(self, path: Path, line: int) -> None:
        """Tell a shape that reaches beyond the view, where a viewer would cut it."""
        slack, half = MOST_BEYOND * LONGER_SIDE, path.stroke_width / 2
        for point in (point for one in path.segments for point in _points(one)):
            across = -slack <= point.x - half and point.x + half <= self.size.width + slack
            down = -slack <= point.y - half and point.y + half <= self.size.height + slack
            if not (across and down):
                raise PictureError(said("bad-picture.svg-beyond", line=str(line)), said("bad-picture.cure-page"))


def _refuse(element: Element) -> None:
    """Tell what is not drawn, and what would run or be fetched."""
    tag, line = element.tag, element.line
    if tag in LIVE or any(name.startswith("on") for name in element.attributes):
        raise PictureError(said("bad-picture.svg-live", line=str(line)), said("bad-picture.cure-live"))
    if tag in TEXT:
        raise PictureError(said("bad-picture.svg-text", line=str(line)), said("bad-picture.cure-outline-text"))
    if tag in {"image", "feImage"}:
        name = element.get("href")
        if name.startswith("data:"):
            unsupported("<image>", line)
        external(name or tag, line)


def _scaled(at: Matrix, line: int) -> float:
    if at.scale is None:
        unsupported("stroke", line, "bad-picture.cure-outline-strokes")
    return at.scale


def _rounded(steps: Sequence[Step], style: Mapping[str, str], line: int) -> bool:
    """Tell whether a line's ends and corners are round: both are or neither, as far as it has them."""
    contours = "".join(kind for kind, _ in steps).split("m")[1:]
    ends = {style["stroke-linecap"]} if any("h" not in one for one in contours) else set[str]()
    corners = {style["stroke-linejoin"]} if any(len(one) > 1 for one in contours) else set[str]()
    if ends | corners <= {"round"}:
        return bool(ends | corners)
    if ends - {"butt"} or corners - {"miter"}:
        unsupported("stroke-linecap, stroke-linejoin", line, "bad-picture.cure-outline-strokes")
    return False


def _segments(steps: Iterable[Step], at: Matrix) -> Iterable[Segment]:
    for kind, places in steps:
        points = [Point(round(x), round(y)) for x, y in map(at.place, places)]
        if kind == "c":
            yield CurveTo(*points)
        elif kind == "h":
            yield Close()
        else:
            yield (MoveTo if kind == "m" else LineTo)(points[0])


def _points(segment: Segment) -> tuple[Point, ...]:
    if isinstance(segment, CurveTo):
        return segment.control_1, segment.control_2, segment.to
    return () if isinstance(segment, Close) else (segment.to,)
