"""The operators that build paths, paint them and clip by them (ISO 32000-1, 8.5), and what each painted path is to a statement."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any

from generator.inspection.pdf.geometry import bounds, holds, intersection, product
from generator.statement.model import Kind, Thing, facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.inspection.pdf.canvas import Canvas, Operator
    from generator.inspection.pdf.geometry import Bounds
    from generator.statement.model import Value

DECIMALS, IN_POINT = 2, 100
"""Places are told to a hundredth of a point."""
BOX = "mlllh"
"""The steps of a rectangle."""


def start(canvas: Canvas, operands: Sequence[float]) -> None:
    """Begin a contour."""
    canvas.steps.append("m")
    canvas.points += operands


def line(canvas: Canvas, operands: Sequence[float]) -> None:
    """Draw a straight line."""
    canvas.steps.append("l")
    canvas.points += operands


def curve(canvas: Canvas, operands: Sequence[float]) -> None:
    """Draw a curve."""
    canvas.steps.append("c")
    canvas.points += operands


def curve_from_here(canvas: Canvas, operands: Sequence[float]) -> None:
    """Draw a curve whose first handle is where it begins."""
    curve(canvas, [*canvas.points[-2:], *operands])


def curve_to_there(canvas: Canvas, operands: Sequence[float]) -> None:
    """Draw a curve whose second handle is where it ends."""
    curve(canvas, [*operands, *operands[-2:]])


def close(canvas: Canvas, _operands: Sequence[float]) -> None:
    """Close the contour."""
    canvas.steps.append("h")


def rectangle(canvas: Canvas, operands: Sequence[float]) -> None:
    """Add a rectangle."""
    x, y, width, height = operands
    canvas.steps += BOX
    canvas.points += (x, y, x + width, y, x + width, y + height, x, y + height)


def clip(canvas: Canvas, _operands: Sequence[Any]) -> None:
    """Clip by the path when it ends."""
    canvas.clipping = True


def end(canvas: Canvas, _operands: Sequence[float]) -> None:
    """End the path, clipping by it where that was asked."""
    state = canvas.state
    if canvas.clipping and canvas.points:
        corners = list(zip(canvas.points[::2], canvas.points[1::2], strict=True))
        state.clip = intersection(state.clip, bounds(corners, state.matrix))
        state.shaped = state.shaped or not _is_box(canvas) or any(state.matrix[1:3])
    canvas.clipping, canvas.steps, canvas.points = False, [], []


def _is_box(canvas: Canvas) -> bool:
    """Tell whether a path is an upright rectangle."""
    sides = len(set(canvas.points[::2])), len(set(canvas.points[1::2]))
    return "".join(canvas.steps) == BOX and sides == (2, 2)


def _painter(*, fill: bool = False, stroke: bool = False, closing: bool = False, evenodd: bool = False) -> Operator:
    """Return the operator that paints a path in such a way."""

    def paint(canvas: Canvas, operands: Sequence[Any]) -> None:
        if closing:
            close(canvas, operands)
        if canvas.points:
            own = {**(_filled(canvas, evenodd=evenodd) if fill else {}), **(_stroked(canvas) if stroke else {})}
            canvas.paint(_mark(canvas, own))
        end(canvas, operands)

    return paint


def _filled(canvas: Canvas, *, evenodd: bool) -> dict[str, Value | None]:
    state = canvas.state
    return {"fill": state.fill.name, "overprint": state.filled_over, "rule": "evenodd" if evenodd else None}


def _stroked(canvas: Canvas) -> dict[str, Value | None]:
    state = canvas.state
    a, b, c, d = state.matrix[:4]
    scale = sqrt(abs(a * d - b * c))
    dash = tuple([round(one * scale, DECIMALS) for one in state.dash]) or None
    weight = round(state.line * scale, DECIMALS)
    return {
        "stroke": state.stroke.name, "stroke_overprint": state.stroked_over, "weight": weight, "dash": dash,
        "cap": state.cap or None, "join": state.join or None,
    }  # fmt: skip


def _mark(canvas: Canvas, own: dict[str, Value | None]) -> Thing:
    x0, _, _, y1 = canvas.page
    a, b, c, d, e, f = product(canvas.state.matrix, (1, 0, 0, -1, -x0, y1))
    corners = list(zip(canvas.points[::2], canvas.points[1::2], strict=True))
    xs = tuple([round((a * x + c * y + e) * IN_POINT) / IN_POINT for x, y in corners])
    ys = tuple([round((b * x + d * y + f) * IN_POINT) / IN_POINT for x, y in corners])
    return _thing(canvas, (min(xs), min(ys), max(xs), max(ys)), {**own, "outline": ("".join(canvas.steps), xs, ys)})


def placed(canvas: Canvas, own: Mapping[str, Value | None]) -> Thing:
    """Return a picture, which fills the unit square of its own space, with what its file tells of it."""
    x0, _, _, y1 = canvas.page
    place = product(canvas.state.matrix, (1, 0, 0, -1, -x0, y1))
    upright = place[0] > 0 and place[3] < 0 and not any(place[1:3])
    turned = None if upright else tuple(round(one, DECIMALS) for one in place[:4])
    mark = _thing(canvas, bounds([(0, 0), (1, 0), (0, 1), (1, 1)], place), {**own, "turned": turned})
    return mark._replace(kind=Kind.PICTURE)


def shading(canvas: Canvas, _operands: Sequence[Any]) -> None:
    """Paint a shading over all that the clip leaves."""
    x0, y0, x1, y1 = canvas.page
    left, low, right, high = canvas.state.clip or canvas.page
    del y0, x1
    canvas.paint(_thing(canvas, (left - x0, y1 - high, right - x0, y1 - low), {}, "shading"))


def _thing(canvas: Canvas, box: Bounds, own: Mapping[str, Value | None], name: str = "") -> Thing:
    """Return a mark in a box from the top left, with what dims or hides it."""
    state, around = canvas.state, canvas.marked[-1]
    left, top, right, bottom = box
    found = facts(
        x=round(left, DECIMALS), y=round(top, DECIMALS), width=round(right - left, DECIMALS), height=round(bottom - top, DECIMALS),
        chart=1 if around.figure else None, layer=around.layer, hidden=1 if around.hidden else None, clipped=_clip(canvas, box),
        **own, **dict(state.veil),
    )  # fmt: skip
    return Thing(Kind.MARK, (), found, name)


def _clip(canvas: Canvas, box: Bounds) -> Value | None:
    """Return how a box is clipped; None where nothing of it is."""
    state, (x0, _, _, y1) = canvas.state, canvas.page
    if state.clip is None:
        return None
    left, low, right, high = state.clip
    clip = (left - x0, y1 - high, right - x0, y1 - low)
    return "shaped" if state.shaped else None if holds(clip, box) else clip


SHAPES: Mapping[str, Operator] = {
    "m": start, "l": line, "c": curve, "v": curve_from_here, "y": curve_to_there, "h": close, "re": rectangle,
    "W": clip, "W*": clip, "n": end, "sh": shading,
    "f": _painter(fill=True), "F": _painter(fill=True), "f*": _painter(fill=True, evenodd=True),
    "S": _painter(stroke=True), "s": _painter(stroke=True, closing=True),
    "B": _painter(fill=True, stroke=True), "B*": _painter(fill=True, stroke=True, evenodd=True),
    "b": _painter(fill=True, stroke=True, closing=True), "b*": _painter(fill=True, stroke=True, closing=True, evenodd=True),
}  # fmt: skip
