"""Read a PDF as a stranger: every glyph that its content streams paint, with its own text, place, colour and clip.

In: a PDF file. Out: characters with boxes in points, origin at the page's top left, and the ActualText that claims to stand for them.
Nothing here is taken from the writer: operators, fonts and maps are read as ISO 32000-1 (8.4, 9.4, 9.10, 14.9.4) defines them.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.diagnostics import Words, said
from generator.inspection.damage import UnreadableError
from generator.inspection.pdf.fonts import FontReader, read_font
from generator.inspection.pdf.geometry import (
    IDENTITY,
    Bounds,
    Matrix,
    as_rgb,
    bounds,
    holds,
    intersection,
    matrix,
    named,
    product,
)
from generator.inspection.pdf.model import Char, Document, PageText, Stroke
from generator.inspection.pdf.sayings import sayings, stamps
from generator.statement.model import facts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.inspection.colour import RGB
    from generator.statement.model import Facts, Thing

INVISIBLE_MODES = frozenset({3, 7})
SPACE = 32
"""The one-byte code that word spacing widens (ISO 32000-1, 9.3.3)."""

DECIMALS = 3
ABOVE, BELOW = 0.88, 0.12
"""An em box is drawn from this far above the baseline to this far below: where Chinese glyphs have their ink."""


def read_pdf(path: Path) -> Document:
    """Read a file. Raises UnreadableError, or one of DAMAGE for a file that is none."""
    try:
        with pikepdf.open(path) as pdf:
            fonts: dict[tuple[int, int], FontReader] = {}
            looks: dict[tuple[object, ...], Facts] = {}
            pages = tuple(_read_page(page, number, fonts, looks) for number, page in enumerate(pdf.pages, 1))
            return Document(pages, str(pdf.docinfo.get("/ContentDigest", "")), tuple(sayings(pdf)), tuple(fonts.values()))
    except pikepdf.PdfError as fault:
        raise UnreadableError(said("damage.no-pdf")) from fault


def _read_page(
    page: pikepdf.Page, number: int, fonts: dict[tuple[int, int], FontReader], looks: dict[tuple[object, ...], Facts]
) -> PageText:
    box = [float(value) for value in page.cropbox]
    reader = _Reader(fonts, (box[0], box[1], box[2], box[3]), looks)
    reader.run(page, page.resources)
    width, height, unread = box[2] - box[0], box[3] - box[1], (*reader.unread, *stamps(page))
    return PageText(
        number, width, height, tuple(reader.chars), tuple(reader.actual), tuple(reader.alts), unread, tuple(reader.painted)
    )


@dataclass(slots=True)
class _State:
    """The graphics and text state that decides where a glyph lies and whether it shows."""

    matrix: Matrix = IDENTITY
    clip: Bounds | None = None
    fill: RGB | None = (0, 0, 0)
    font: FontReader | None = None
    size: float = 0
    spacing: float = 0
    word: float = 0
    scale: float = 1
    leading: float = 0
    rise: float = 0
    mode: float = 0
    alpha: float = 1


@dataclass(slots=True)
class _Reader:
    fonts: dict[tuple[int, int], FontReader]
    page: Bounds
    looks: dict[tuple[object, ...], Facts]
    chars: list[Char] = field(default_factory=list)
    painted: list[Stroke | Thing] = field(default_factory=list)
    actual: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    unread: list[Words] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    spans: list[int] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)
    clipping: bool = False
    resources: Any = None

    def run(self, stream: Any, resources: Any) -> None:  # noqa: ANN401 - pikepdf's page or object
        """Carry out the operators of a content stream."""
        outer, self.resources = self.resources, resources
        for instruction in pikepdf.parse_content_stream(stream):
            if method := _OPERATORS.get(str(instruction.operator)):
                method(self, instruction.operands)
        self.resources = outer

    def save(self, _operands: Sequence[Any]) -> None:
        self.stack.append(copy(self.state))

    def restore(self, _operands: Sequence[Any]) -> None:
        self.state = self.stack.pop()

    def concat(self, operands: Sequence[Any]) -> None:
        self.state.matrix = product(matrix(operands), self.state.matrix)

    def settings(self, operands: Sequence[Any]) -> None:
        self.state.alpha = float(self.resources["/ExtGState"][str(operands[0])].get("/ca", self.state.alpha))

    def rectangle(self, operands: Sequence[Any]) -> None:
        x, y, width, height = map(float, operands)
        self.path += [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]

    def points(self, operands: Sequence[Any]) -> None:
        values = list(map(float, operands))
        self.path += list(zip(values[::2], values[1::2], strict=True))

    def clip(self, _operands: Sequence[Any]) -> None:
        self.clipping = True

    def end_path(self, _operands: Sequence[Any]) -> None:
        if self.clipping and self.path:
            self.state.clip = intersection(self.state.clip, bounds(self.path, self.state.matrix))
        self.clipping, self.path = False, []

    def paint_in(self, operands: Sequence[Any]) -> None:
        self.state.fill = as_rgb([float(one) for one in operands if not isinstance(one, pikepdf.Name)])

    def begin_text(self, _operands: Sequence[Any]) -> None:
        self.text = self.line = IDENTITY

    def set_font(self, operands: Sequence[Any]) -> None:
        font = self.resources["/Font"][str(operands[0])]
        key = font.objgen if font.is_indirect else (0, id(font))
        if key not in self.fonts:
            self.fonts[key] = read_font(font)
        self.state.font, self.state.size = self.fonts[key], float(operands[1])

    def move(self, operands: Sequence[Any]) -> None:
        self.line = self.text = product((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)

    def move_leading(self, operands: Sequence[Any]) -> None:
        self.state.leading = -float(operands[1])
        self.move(operands)

    def next_line(self, _operands: Sequence[Any]) -> None:
        self.move((0, -self.state.leading))

    def text_matrix(self, operands: Sequence[Any]) -> None:
        self.line = self.text = matrix(operands)

    def show(self, operands: Sequence[Any]) -> None:
        self._paint(bytes(operands[-1]))

    def show_on_next_line(self, operands: Sequence[Any]) -> None:
        if len(operands) > 1:
            self.state.word, self.state.spacing = float(operands[0]), float(operands[1])
        self.next_line(operands)
        self.show(operands)

    def show_array(self, operands: Sequence[Any]) -> None:
        for piece in operands[0]:
            if isinstance(piece, pikepdf.String):
                self._paint(bytes(piece))
            else:
                self._advance(-float(piece) / 1000 * self.state.size * self.state.scale)

    def begin_marked(self, operands: Sequence[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = self.resources.get("/Properties", {}).get(str(properties))
        if isinstance(properties, pikepdf.Dictionary) and "/Alt" in properties:
            self.alts.append(str(properties["/Alt"]))
        if isinstance(properties, pikepdf.Dictionary) and "/ActualText" in properties:
            self.actual.append(str(properties["/ActualText"]))
            self.spans.append(len(self.actual) - 1)
        else:
            self.spans.append(self.spans[-1] if self.spans else -1)

    def end_marked(self, _operands: Sequence[Any]) -> None:
        self.spans.pop()

    def picture(self, _operands: Sequence[Any]) -> None:
        self.unread.append(said("unread.picture"))

    def paint_object(self, operands: Sequence[Any]) -> None:
        form = self.resources["/XObject"][str(operands[0])]
        if form.get("/Subtype") != "/Form":
            self.picture(operands)
            return
        before = copy(self.state)
        self.state.matrix = product(matrix(form.get("/Matrix", IDENTITY)), before.matrix)
        self.run(form, form.get("/Resources", self.resources))
        self.state = before

    def _advance(self, shift: float) -> None:
        a, b, c, d, e, f = self.text
        self.text = (a, b, c, d, e + shift * a, f + shift * b)

    def _paint(self, string: bytes) -> None:
        state, font = self.state, self.state.font
        if font is None or not string:
            return
        x0, _, _, y1 = self.page
        span = self.spans[-1] if self.spans else -1
        a, b, c, d, e, f = product(self.text, state.matrix)
        em, size, total, start = state.size * state.scale, state.size * abs(d or b), 0.0, len(self.chars)
        e, f, up, down = e + state.rise * c, f + state.rise * d, ABOVE * size, BELOW * size
        gap, word, hidden, fill, name = (
            state.spacing,
            state.word if font.length == 1 else 0,
            self._hidden(),
            state.fill,
            font.name,
        )
        for code, glyph, text, width in font.codes(string):
            left, baseline = e + total * a, f + total * b
            right = left + width * em * a
            flaw = hidden or self._clipped((left, baseline - down, right, baseline + up))
            char = (
                text,
                left - x0,
                y1 - baseline - up,
                right - x0,
                y1 - baseline + down,
                y1 - baseline,
                size,
                fill,
                glyph,
                name,
                span,
                flaw,
            )
            self.chars.append(Char._make(char))
            total += width * em + (gap + (word if code == SPACE else 0)) * state.scale
        baseline = y1 - (f - state.rise * d)
        self.painted.append(Stroke(start, len(self.chars), baseline, self._look(font.name, size, (a, b, c, d))))
        self._advance(total)

    def _hidden(self) -> str:
        if self.state.mode in INVISIBLE_MODES:
            return "not-visible.unpainted"
        return "not-visible.transparent" if self.state.alpha < 1 else ""

    def _clipped(self, box: Bounds) -> str:
        clip = self.state.clip
        return "not-visible.clipped" if clip is not None and not holds(clip, box) else ""

    def _look(self, font: str, size: float, turn: tuple[float, float, float, float]) -> Facts:
        """Return the look of glyphs, what is usual left out: each look once, since most follow one of their own."""
        state = self.state
        key = font, size, state.fill, state.rise, state.mode, state.alpha, state.scale, turn
        if key not in self.looks:
            self.looks[key] = facts(
                face=font.partition("+")[2] or font,
                size=round(size, DECIMALS),
                colour=named(state.fill),
                rise=round(state.rise, DECIMALS) or None,
                mode=state.mode or None,
                alpha=state.alpha if state.alpha < 1 else None,
                stretch=None if state.scale == 1 else state.scale,
                turn=None if _is_upright(turn) else turn,
            )
        return self.looks[key]


def _is_upright(turn: tuple[float, float, float, float]) -> bool:
    a, b, c, d = turn
    return b == c == 0 and a == d > 0


def _setter(name: str, factor: float = 1) -> Callable[[_Reader, Sequence[Any]], None]:
    """Return the method of an operator that sets one number of the text state."""

    def set_number(reader: _Reader, operands: Sequence[Any]) -> None:
        setattr(reader.state, name, float(operands[0]) * factor)

    return set_number


_OPERATORS: dict[str, Any] = {
    "q": _Reader.save, "Q": _Reader.restore, "cm": _Reader.concat, "gs": _Reader.settings,
    "re": _Reader.rectangle, "m": _Reader.points, "l": _Reader.points, "c": _Reader.points, "v": _Reader.points,
    "y": _Reader.points, "W": _Reader.clip, "W*": _Reader.clip, "n": _Reader.end_path, "f": _Reader.end_path,
    "f*": _Reader.end_path, "F": _Reader.end_path, "S": _Reader.end_path, "s": _Reader.end_path, "B": _Reader.end_path,
    "B*": _Reader.end_path, "b": _Reader.end_path, "b*": _Reader.end_path,
    "g": _Reader.paint_in, "rg": _Reader.paint_in, "k": _Reader.paint_in, "sc": _Reader.paint_in, "scn": _Reader.paint_in,
    "BT": _Reader.begin_text, "Tf": _Reader.set_font, "Td": _Reader.move, "TD": _Reader.move_leading, "T*": _Reader.next_line,
    "Tm": _Reader.text_matrix, "Tj": _Reader.show, "TJ": _Reader.show_array, "'": _Reader.show_on_next_line,
    '"': _Reader.show_on_next_line,
    "Tc": _setter("spacing"), "Tw": _setter("word"), "Tz": _setter("scale", 0.01), "TL": _setter("leading"),
    "Ts": _setter("rise"), "Tr": _setter("mode"),
    "BMC": _Reader.begin_marked, "BDC": _Reader.begin_marked, "EMC": _Reader.end_marked, "Do": _Reader.paint_object,
    "INLINE IMAGE": _Reader.picture,
}  # fmt: skip
