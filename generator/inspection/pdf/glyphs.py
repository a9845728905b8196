"""The operators that show text: every glyph with its own text, place, colour and what hides it (ISO 32000-1, 9.3, 9.4 and 9.10)."""

from __future__ import annotations

from math import atan2, degrees, hypot, isclose
from typing import TYPE_CHECKING, Any

from generator.inspection.pdf.geometry import IDENTITY, holds, matrix, product
from generator.inspection.pdf.model import Char, Stroke
from generator.statement.model import facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.inspection.pdf.canvas import Canvas, Operator, State
    from generator.inspection.pdf.fonts import FontReader
    from generator.inspection.pdf.geometry import Bounds, Matrix
    from generator.statement.model import Facts, Value

INVISIBLE_MODES = frozenset({3, 7})
STROKING_MODES = frozenset({1, 2, 5, 6})
HOLLOW_MODES = frozenset({1, 5})
CLIPPING = 4
"""Text rendering modes (ISO 32000-1, table 106); from 4 on what follows is clipped by the glyphs."""
FAINT = 0.5
"""An alpha below which a glyph is as good as not there: black letters on white then have a contrast of less than 4:1."""

SPACE = 32
"""The one-byte code that word spacing widens (ISO 32000-1, 9.3.3)."""

DECIMALS = 3
SLANT = 1e-6
"""What of a slant is rounding."""

ABOVE, BELOW = 0.88, 0.12
"""An em box is drawn from this far above the baseline to this far below: where Chinese glyphs have their ink."""


def begin(canvas: Canvas, _operands: Sequence[Any]) -> None:
    """Begin a text object."""
    canvas.text = canvas.start = IDENTITY


def set_font(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Set font and size."""
    canvas.state.font, canvas.state.size = canvas.font(str(operands[0])), float(operands[1])


def move(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Begin a line so far from the one before it."""
    a, b, c, d, e, f = canvas.start
    x, y = operands[0], operands[1]
    canvas.start = canvas.text = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)


def move_leading(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Begin a line so far from the one before it, and the next as far below."""
    canvas.state.leading = -float(operands[1])
    move(canvas, operands)


def next_line(canvas: Canvas, _operands: Sequence[Any]) -> None:
    """Begin the next line."""
    move(canvas, (0, -canvas.state.leading))


def place(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Begin a line at a place of its own."""
    canvas.start = canvas.text = matrix(operands)


def show(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Show a string."""
    _paint(canvas, [operands[-1]])


def show_on_next_line(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Show a string on the next line, by spacings of its own where it gives them."""
    if len(operands) > 1:
        canvas.state.word, canvas.state.spacing = float(operands[0]), float(operands[1])
    next_line(canvas, operands)
    show(canvas, operands)


def show_array(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Show strings with gaps between them."""
    _paint(canvas, operands[0])


def _paint(canvas: Canvas, pieces: Sequence[bytes | float]) -> None:
    """Paint strings, parted by gaps in thousandths of the em."""
    if canvas.state.font is None:
        return
    first, turn = len(canvas.chars), product(canvas.text, canvas.state.matrix)
    shift = _set(canvas, canvas.state.font, turn, pieces)
    a, b, c, d, e, f = canvas.text
    canvas.text = (a, b, c, d, e + shift * a, f + shift * b)
    if chars := canvas.chars[first:]:
        look = _look(canvas, chars[0].size, turn, _cut(canvas, chars))
        canvas.paint(Stroke(first, len(canvas.chars), _baseline(turn, canvas.page), look))


def _set(canvas: Canvas, font: FontReader, turn: Matrix, pieces: Sequence[bytes | float]) -> float:
    """Set the glyphs of strings, and return how far the last ends from the first in text space."""
    state, page, (a, b, c, d, e, f) = canvas.state, canvas.page, turn
    size, em, shift = state.size * abs(d or b), state.size * state.scale, 0.0
    left, base = e + state.rise * c - page[0], page[3] - f - state.rise * d
    gap, word, up, down = state.spacing * state.scale, _word(state), ABOVE * size, BELOW * size
    fill, name, span, hidden, clip = state.fill.rgb, font.name, canvas.marked[-1].span, _hidden(state), state.clip
    for piece in pieces:
        if isinstance(piece, float):
            shift -= piece / 1000 * em
            continue
        for code, glyph, text, width in font.codes(piece):
            x, y = left + shift * a, base - shift * b
            right, top, foot = x + width * em * a, y - up, y + down
            flaw = hidden or (clip and _clipped(clip, page, (x, top, right, foot)))
            canvas.chars.append(Char(text, x, top, right, foot, y, size, fill, glyph, name, span, flaw or ""))
            shift += width * em + gap + (word if code == SPACE else 0)
    return shift


def _cut(canvas: Canvas, chars: Sequence[Char]) -> str | None:
    """Return how glyphs are cut off: by a clip, or as a whole by the page's edge; None where they are not."""
    state, page = canvas.state, canvas.page
    if state.shaped:
        return "shaped"
    if state.clip is not None and any(char.flaw for char in chars):
        return "cut"
    first, last, height = chars[0], chars[-1], page[3] - page[1]
    beside = first.right < 0 > last.right or first.left > page[2] - page[0] < last.left
    return "off" if beside or not 0 < first.baseline - first.size / 2 < height else None


def _baseline(turn: Matrix, page: Bounds) -> float:
    """Return how far down a baseline lies, as its glyphs stand; one that is turned has them on one line all the same."""
    a, b, _, _, e, f = turn
    return (page[3] - f) if not b and a > 0 else (a * (page[3] - f) + b * (e - page[0])) / (hypot(a, b) or 1)


def _word(state: State) -> float:
    return state.word * state.scale if state.font is not None and state.font.length == 1 else 0


def _hidden(state: State) -> str:
    if state.mode in INVISIBLE_MODES:
        return "not-visible.unpainted"
    return "not-visible.transparent" if state.alpha < 1 else ""


def _clipped(clip: Bounds, page: Bounds, box: Bounds) -> str:
    """Tell whether a box, from the top left, reaches out of the clip."""
    x0, _, _, y1 = page
    return "" if holds(clip, (box[0] + x0, y1 - box[3], box[2] + x0, y1 - box[1])) else "not-visible.clipped"


def _look(canvas: Canvas, size: float, turn: Matrix, cut: str | None) -> Facts:
    """Return the look of glyphs, what is usual left out: each look is made once, since most glyphs share a few."""
    state, around = canvas.state, canvas.marked[-1]
    assert state.font is not None
    over = state.filled_over
    key = state.font.name, size, state.fill, over, state.rise, state.mode, cut, state.veil, around[2:4], turn[:4], state.scale
    if (found := canvas.faces.looks.get(key)) is None:
        found = canvas.faces.looks[key] = facts(
            face=state.font.family, size=round(size, DECIMALS), colour=state.fill.name, overprint=over, clipped=cut,
            rise=round(state.rise, DECIMALS) or None, shift="super" if state.rise > 0 else "sub" if state.rise else None,
            layer=around.layer, hidden=1 if around.hidden else None,
            **_rendering(state), **_turn(turn, state.scale), **dict(state.veil),
        )  # fmt: skip
    return found


def _rendering(state: State) -> dict[str, Value]:
    """Return how glyphs are painted where they are not plainly filled (ISO 32000-1, 9.3.6)."""
    found: dict[str, Value] = {}
    if state.mode in STROKING_MODES:
        found["edge"] = state.stroke.name
    if state.mode in HOLLOW_MODES:
        found["hollow"] = 1
    if state.mode in INVISIBLE_MODES:
        found["unseen"] = 1
    if state.alpha < FAINT:
        found["faint"] = 1
    if state.mode >= CLIPPING:
        found["mode"] = state.mode
    return found


def _turn(turn: Matrix, scale: float) -> dict[str, Value]:
    """Return how glyphs are turned, mirrored and stretched, as far as they are."""
    a, b, c, d = turn[:4]
    found: dict[str, Value] = {}
    if b or a < 0:
        found["turn"] = round(degrees(atan2(b, a)), 1)
    if a * d - b * c < 0:
        found["mirrored"] = 1
    if not (isclose(scale, 1) and isclose(hypot(a, b), hypot(c, d)) and abs(a * c + b * d) < SLANT):
        found["stretched"] = (round(scale * a, DECIMALS), round(b, DECIMALS), round(c, DECIMALS), round(d, DECIMALS))
    return found


def _setter(name: str, factor: float = 1) -> Operator:
    """Return the operator that sets one number of the text state."""

    def set_number(canvas: Canvas, operands: Sequence[Any]) -> None:
        setattr(canvas.state, name, float(operands[0]) * factor)

    return set_number


GLYPHS: Mapping[str, Operator] = {
    "BT": begin, "Tf": set_font, "Td": move, "TD": move_leading, "T*": next_line, "Tm": place,
    "Tj": show, "TJ": show_array, "'": show_on_next_line, '"': show_on_next_line,
    "Tc": _setter("spacing"), "Tw": _setter("word"), "Tz": _setter("scale", 0.01), "TL": _setter("leading"),
    "Ts": _setter("rise"), "Tr": _setter("mode"),
}  # fmt: skip
