"""The operators that set the graphics state: places, colours, lines, and what dims or hides (ISO 32000-1, 8.4.4, 8.4.5 and 8.6.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from generator.inspection.pdf.geometry import matrix, product
from generator.inspection.pdf.tones import PLAIN, space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.inspection.pdf.canvas import Canvas, Operator
    from generator.statement.model import Value

HARMLESS = {
    "/ca": frozenset({"1", "1.0"}),
    "/CA": frozenset({"1", "1.0"}),
    "/BM": frozenset({"/Normal", "/Compatible"}),
    "/SMask": frozenset({"/None"}),
    "/TR": frozenset({"/Identity"}),
    "/TR2": frozenset({"/Identity", "/Default"}),
}
"""What dims, mixes, masks or turns colours round, and its usual values."""

VEILS = {"/ca": "alpha", "/CA": "stroke_alpha", "/BM": "blend", "/SMask": "mask", "/TR": "transfer", "/TR2": "transfer"}
NUMBERS = {"/LW": "line", "/LC": "cap", "/LJ": "join"}


def save(canvas: Canvas, _operands: Sequence[Any]) -> None:
    """Put the state aside."""
    canvas.save()


def restore(canvas: Canvas, _operands: Sequence[Any]) -> None:
    """Take the state back."""
    canvas.state = canvas.stack.pop()


def concat(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Move, turn or scale what follows."""
    canvas.state.matrix = product(matrix(operands), canvas.state.matrix)


def settings(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set what a dictionary of the resources says; one that is not there sets nothing."""
    state, given = canvas.state, canvas.resources.get("/ExtGState", {}).get(operands[0], {})
    state.alpha = float(given.get("/ca", state.alpha))
    for key, name in NUMBERS.items():
        if key in given:
            setattr(state, name, float(given[key]))
    if "/D" in given:
        state.dash = tuple(map(float, given["/D"][0]))
    if "/Font" in given:
        state.font, state.size = canvas.font_of(given["/Font"][0]), float(given["/Font"][1])
    if "/OPM" in given:
        state.overprint_mode = int(given["/OPM"])
    if "/OP" in given:
        state.stroke_over = bool(given["/OP"])
    if "/op" in given or "/OP" in given:
        state.fill_over = bool(given.get("/op", given.get("/OP")))
    state.veil = _veiled(dict(state.veil), given)


def _veiled(veil: dict[str, Value], given: Any) -> tuple[tuple[str, Value], ...]:  # noqa: ANN401 - a dictionary
    for key, name in VEILS.items():
        if key in given:
            value = given[key]
            said = str(value) if isinstance(value, pikepdf.Name) else _number(value)
            if str(said) in HARMLESS[key]:
                veil.pop(name, None)
            else:
                veil[name] = said
    return tuple(sorted(veil.items()))


def _number(value: Any) -> Value:  # noqa: ANN401 - a number or any pikepdf object
    return "set" if isinstance(value, pikepdf.Object) else float(value)


def fill(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set the colour of fields and text in a space of its operator's own."""
    canvas.state.fill_space, canvas.state.fill = PLAIN, PLAIN.tone(operands)


def stroke(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set the colour of lines in a space of its operator's own."""
    canvas.state.stroke_space, canvas.state.stroke = PLAIN, PLAIN.tone(operands)


def fill_space(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set the space of the colours of fields and text."""
    canvas.state.fill_space = found = space(canvas.resources, operands[0])
    canvas.state.fill = found.first(operands[0])


def stroke_space(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set the space of the colours of lines."""
    canvas.state.stroke_space = found = space(canvas.resources, operands[0])
    canvas.state.stroke = found.first(operands[0])


def fill_in_space(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set the colour of fields and text in the space that is set."""
    canvas.state.fill = canvas.state.fill_space.tone(operands)


def stroke_in_space(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set the colour of lines in the space that is set."""
    canvas.state.stroke = canvas.state.stroke_space.tone(operands)


def line(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set the width of lines."""
    canvas.state.line = float(operands[0])


def dash(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set the dashes of lines."""
    canvas.state.dash = tuple(map(float, operands[0]))


def cap(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set how lines end."""
    canvas.state.cap = int(operands[0])


def join(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set how lines meet."""
    canvas.state.join = int(operands[0])


SETTINGS: Mapping[str, Operator] = {
    "q": save, "Q": restore, "cm": concat, "gs": settings, "w": line, "d": dash, "J": cap, "j": join,
    "g": fill, "rg": fill, "k": fill, "cs": fill_space, "sc": fill_in_space, "scn": fill_in_space,
    "G": stroke, "RG": stroke, "K": stroke, "CS": stroke_space, "SC": stroke_in_space, "SCN": stroke_in_space,
}  # fmt: skip
