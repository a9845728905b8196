"""What a page's operators put on the plates: the reader's own operators, with every colour kept as its inks and every mark recorded.

In: the operators of `inspection.pdf`. Out: the same, on a canvas that keeps marks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.inspection.audit.press.colours import CMYK, GRAY, LEAST, PLAIN, RGB, Colour, Space, space_of
from generator.inspection.audit.press.pictures import read_picture
from generator.inspection.audit.press.shapes import box_of, contours, outlines, scale_of
from generator.inspection.audit.press.sheet import Kind, Mark
from generator.inspection.pdf.canvas import Canvas, State
from generator.inspection.pdf.contents import CONTENTS
from generator.inspection.pdf.geometry import bounds, intersection
from generator.inspection.pdf.glyphs import GLYPHS, HOLLOW_MODES, INVISIBLE_MODES, STROKING_MODES
from generator.inspection.pdf.settings import SETTINGS
from generator.inspection.pdf.shapes import SHAPES, close, end

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.inspection.audit.press.sheet import Contour
    from generator.inspection.pdf.canvas import Operator
    from generator.inspection.pdf.geometry import Bounds

BLACK = PLAIN[GRAY].colour((0,))
UNIT = ((0, 0), (1, 0), (0, 1), (1, 1))


@dataclass(slots=True)
class PlateState(State):
    """The graphics state with the colours as inks."""

    fill_plates: Space = PLAIN[GRAY]
    line_plates: Space = PLAIN[GRAY]
    fill_inks: Colour = BLACK
    line_inks: Colour = BLACK


@dataclass(slots=True)
class PlateCanvas(Canvas):
    """A canvas that keeps what each act of painting puts on the plates."""

    state: State = field(default_factory=PlateState)
    marks: list[Mark] = field(default_factory=list)


def _plates(canvas: Canvas) -> tuple[PlateCanvas, PlateState]:
    assert isinstance(canvas, PlateCanvas)
    assert isinstance(canvas.state, PlateState)
    return canvas, canvas.state


def _numbers(operands: Sequence[Any]) -> list[float]:
    return [float(one) for one in operands if not isinstance(one, str)]


def _in_family(family: str, name: str, base: Operator) -> Operator:
    """Return the operator that sets a colour of the device's own."""

    def set_colour(canvas: Canvas, operands: Sequence[Any]) -> None:
        base(canvas, operands)
        state, space = _plates(canvas)[1], space_of(canvas.resources, f"/{family}")
        setattr(state, f"{name}_plates", space)
        setattr(state, f"{name}_inks", space.colour(_numbers(operands)))

    return set_colour


def _in_space(name: str, base: Operator) -> Operator:
    """Return the operator that sets a space."""

    def set_space(canvas: Canvas, operands: Sequence[Any]) -> None:
        base(canvas, operands)
        state, space = _plates(canvas)[1], space_of(canvas.resources, str(operands[0]))
        setattr(state, f"{name}_plates", space)
        setattr(state, f"{name}_inks", space.first)

    return set_space


def _tinted(name: str, base: Operator) -> Operator:
    """Return the operator that sets a colour in the space that is set."""

    def set_tint(canvas: Canvas, operands: Sequence[Any]) -> None:
        base(canvas, operands)
        state = _plates(canvas)[1]
        setattr(state, f"{name}_inks", getattr(state, f"{name}_plates").colour(_numbers(operands)))

    return set_tint


def _painter(*, fill: bool = False, stroke: bool = False, closing: bool = False, evenodd: bool = False) -> Operator:
    """Return the operator that paints a path in such a way."""

    def paint(canvas: Canvas, operands: Sequence[Any]) -> None:
        if closing:
            close(canvas, operands)
        if canvas.points:
            shapes = contours(canvas.steps, canvas.points, canvas.state.matrix)
            if fill:
                _fill(canvas, shapes, evenodd=evenodd)
            if stroke:
                _stroke(canvas, shapes)
        end(canvas, operands)

    return paint


def _fill(canvas: Canvas, shapes: tuple[Contour, ...], *, evenodd: bool) -> None:
    _, state = _plates(canvas)
    _keep(canvas, Kind.FIELD, box_of(shapes), state.fill_inks, state.filled_over, contours=shapes, evenodd=evenodd)


def _stroke(canvas: Canvas, shapes: tuple[Contour, ...]) -> None:
    _, state = _plates(canvas)
    weight = state.line * scale_of(state.matrix)
    ends = tuple(end for one in shapes if one[0] != one[-1] for end in (one[0], one[-1]))
    if bars := outlines(shapes, max(weight, LEAST)):
        _keep(canvas, Kind.LINE, box_of(bars), state.line_inks, state.stroked_over, contours=bars, weight=weight, ends=ends)


def _keep(canvas: Canvas, kind: Kind, box: Bounds, colour: Colour, over: int | None, **more: Any) -> None:  # noqa: ANN401
    """Keep a mark with what of it lies within the clip; one that is clipped away is none."""
    found, state = _plates(canvas)
    seen = intersection(state.clip, box)
    if seen[0] <= seen[2] and seen[1] <= seen[3]:
        veil = tuple(name for name, _ in state.veil)
        found.marks.append(Mark(kind, seen, colour, over, clip=state.clip, veil=veil, **more))


def _shown(base: Operator) -> Operator:
    """Return the operator that shows text."""

    def show(canvas: Canvas, operands: Sequence[Any]) -> None:
        first = len(canvas.chars)
        base(canvas, operands)
        left, _, _, top = canvas.page
        found, state = _plates(canvas)
        glyphs = tuple(
            one._replace(
                left=left + one.left, right=left + one.right, top=top - one.top, bottom=top - one.bottom,
                baseline=top - one.baseline,
            )
            for one in found.chars[first:]
        )  # fmt: skip
        if not glyphs or state.mode in INVISIBLE_MODES:
            return
        box = (
            min(one.left for one in glyphs), min(one.bottom for one in glyphs),
            max(one.right for one in glyphs), max(one.top for one in glyphs),
        )  # fmt: skip
        if state.mode not in HOLLOW_MODES:
            _keep(canvas, Kind.TEXT, box, state.fill_inks, state.filled_over, glyphs=glyphs, size=glyphs[0].size)
        if state.mode in STROKING_MODES:
            weight = state.line * scale_of(state.matrix)
            _keep(canvas, Kind.TEXT, box, state.line_inks, state.stroked_over, glyphs=glyphs, size=glyphs[0].size, weight=weight)

    return show


def _object(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Paint a form as it is, a picture as what it puts on the plates."""
    form = canvas.resources.get("/XObject", {}).get(operands[0])
    if form is not None and form.get("/Subtype") == "/Image":
        _picture(canvas, form)
    else:
        CONTENTS["Do"](canvas, operands)


def _picture(canvas: Canvas, form: Any) -> None:  # noqa: ANN401 - a pikepdf stream, or what an inline picture has
    _, state = _plates(canvas)
    a, b, c, d = state.matrix[:4]
    picture, colour = read_picture(form, canvas.resources, state.fill_inks)
    shown = ((a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5)
    corners = tuple(_corner(state, at) for at in ((0, 0), (1, 0), (1, 1), (0, 1)))
    over = None if state.filled_over is None else 0
    _keep(canvas, Kind.PICTURE, bounds(UNIT, state.matrix), colour, over, contours=(corners,), picture=picture, shown=shown)


def _corner(state: State, at: tuple[float, float]) -> tuple[float, float]:
    a, b, c, d, e, f = state.matrix
    return a * at[0] + c * at[1] + e, b * at[0] + d * at[1] + f


def _inline(canvas: Canvas, _operands: Sequence[Any]) -> None:
    _picture(canvas, {})


def _shading(canvas: Canvas, operands: Sequence[Any]) -> None:
    shading = canvas.resources.get("/Shading", {}).get(operands[0], {})
    family = space_of({"/ColorSpace": {"/Own": shading["/ColorSpace"]}}, "/Own").family if shading else ""
    box = canvas.state.clip or canvas.page
    _keep(canvas, Kind.SHADING, box, Colour(family, ()), canvas.state.filled_over)


PLATES: Mapping[str, Operator] = {
    **{name: _in_family(family, "fill", SETTINGS[name]) for name, family in {"g": GRAY, "rg": RGB, "k": CMYK}.items()},
    **{name: _in_family(family, "line", SETTINGS[name]) for name, family in {"G": GRAY, "RG": RGB, "K": CMYK}.items()},
    "cs": _in_space("fill", SETTINGS["cs"]), "CS": _in_space("line", SETTINGS["CS"]),
    "sc": _tinted("fill", SETTINGS["sc"]), "scn": _tinted("fill", SETTINGS["scn"]),
    "SC": _tinted("line", SETTINGS["SC"]), "SCN": _tinted("line", SETTINGS["SCN"]),
    "f": _painter(fill=True), "F": _painter(fill=True), "f*": _painter(fill=True, evenodd=True),
    "S": _painter(stroke=True), "s": _painter(stroke=True, closing=True),
    "B": _painter(fill=True, stroke=True), "B*": _painter(fill=True, stroke=True, evenodd=True),
    "b": _painter(fill=True, stroke=True, closing=True), "b*": _painter(fill=True, stroke=True, closing=True, evenodd=True),
    **{name: _shown(GLYPHS[name]) for name in ("Tj", "TJ", "'", '"')},
    "Do": _object, "BI": _inline, "sh": _shading,
}  # fmt: skip
"""The operators that bear on the plates; all others are the reader's."""

OPERATORS = {name.encode("ascii"): one for name, one in {**SETTINGS, **GLYPHS, **SHAPES, **CONTENTS, **PLATES}.items()}
