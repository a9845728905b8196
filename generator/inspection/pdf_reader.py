"""Read a PDF as a stranger: every glyph that its content streams paint, with its own text, place, colour and clip.

In: a PDF file. Out: characters with boxes in points, origin at the page's top left, and the ActualText that claims to stand for them.
Nothing here is taken from the writer: operators, fonts and maps are read as ISO 32000-1 (8.4, 9.4, 9.10, 14.9.4) defines them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import pikepdf

from generator.inspection.pdf_fonts import FontReader, read_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Bounds: TypeAlias = tuple[float, float, float, float]
RGB: TypeAlias = tuple[int, int, int]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
INVISIBLE_MODES = frozenset({3, 7})
# An em box is drawn from this far above the baseline to this far below: where Chinese glyphs have their ink.
ABOVE, BELOW = 0.88, 0.12


class Char(NamedTuple):
    """A painted glyph: its own text (ToUnicode), box from the top left in points, fill, size, and the span of ActualText it is in."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    fill: RGB
    glyph: int
    font: str
    span: int
    clipped: bool
    invisible: bool


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's size in points, its glyphs in the order painted, and its ActualTexts."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    actual: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF as read: pages, what its properties say, and the fonts that are not embedded."""

    pages: tuple[PageText, ...]
    properties: dict[str, str]
    not_embedded: tuple[str, ...]


def read_pdf(path: Path) -> Document:
    """Read a file. Raises pikepdf.PdfError when it is none."""
    with pikepdf.open(path) as pdf:
        fonts: dict[tuple[int, int], FontReader] = {}
        pages = tuple(_read_page(page, number, fonts) for number, page in enumerate(pdf.pages, 1))
        properties = {str(key): str(value) for key, value in pdf.docinfo.items()}
        missing = tuple(sorted({font.name for font in fonts.values() if not font.embedded}))
    return Document(pages, properties, missing)


def _read_page(page: pikepdf.Page, number: int, fonts: dict[tuple[int, int], FontReader]) -> PageText:
    box = [float(value) for value in page.cropbox]
    reader = _Reader(fonts, (box[0], box[1], box[2], box[3]))
    reader.run(page, page.resources)
    return PageText(number, box[2] - box[0], box[3] - box[1], tuple(reader.chars), tuple(reader.actual))


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics and text state that decides where a glyph lies and whether it shows."""

    matrix: Matrix = IDENTITY
    clip: Bounds | None = None
    fill: RGB = (0, 0, 0)
    font: FontReader | None = None
    size: float = 0
    spacing: float = 0
    word: float = 0
    scale: float = 1
    leading: float = 0
    rise: float = 0
    mode: int = 0


@dataclass(slots=True)
class _Reader:
    fonts: dict[tuple[int, int], FontReader]
    page: Bounds
    chars: list[Char] = field(default_factory=list)
    actual: list[str] = field(default_factory=list)
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
        self.stack.append(self.state)

    def restore(self, _operands: Sequence[Any]) -> None:
        self.state = self.stack.pop()

    def concat(self, operands: Sequence[Any]) -> None:
        self.state = replace(self.state, matrix=_product(_matrix(operands), self.state.matrix))

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
            self.state = replace(self.state, clip=_intersection(self.state.clip, _bounds(self.path, self.state.matrix)))
        self.clipping, self.path = False, []

    def rgb(self, operands: Sequence[Any]) -> None:
        self.state = replace(self.state, fill=_rgb([float(one) for one in operands if not isinstance(one, pikepdf.Name)]))

    def begin_text(self, _operands: Sequence[Any]) -> None:
        self.text = self.line = IDENTITY

    def set_font(self, operands: Sequence[Any]) -> None:
        font = self.resources["/Font"][str(operands[0])]
        key = font.objgen if font.is_indirect else (id(font), 0)
        if key not in self.fonts:
            self.fonts[key] = read_font(font)
        self.state = replace(self.state, font=self.fonts[key], size=float(operands[1]))

    def move(self, operands: Sequence[Any]) -> None:
        self.line = self.text = _product((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)

    def move_leading(self, operands: Sequence[Any]) -> None:
        self.state = replace(self.state, leading=-float(operands[1]))
        self.move(operands)

    def next_line(self, _operands: Sequence[Any]) -> None:
        self.move((0, -self.state.leading))

    def text_matrix(self, operands: Sequence[Any]) -> None:
        self.line = self.text = _matrix(operands)

    def show(self, operands: Sequence[Any]) -> None:
        self._paint(bytes(operands[0]))

    def show_array(self, operands: Sequence[Any]) -> None:
        for piece in operands[0]:
            if isinstance(piece, pikepdf.String):
                self._paint(bytes(piece))
            else:
                shift = -float(piece) / 1000 * self.state.size * self.state.scale
                self.text = _product((1, 0, 0, 1, shift, 0), self.text)

    def begin_marked(self, operands: Sequence[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = self.resources.get("/Properties", {}).get(str(properties))
        if isinstance(properties, pikepdf.Dictionary) and "/ActualText" in properties:
            self.actual.append(str(properties["/ActualText"]))
            self.spans.append(len(self.actual) - 1)
        else:
            self.spans.append(-1)

    def end_marked(self, _operands: Sequence[Any]) -> None:
        self.spans.pop()

    def paint_object(self, operands: Sequence[Any]) -> None:
        form = self.resources["/XObject"][str(operands[0])]
        if form.get("/Subtype") != "/Form":
            return
        before = self.state
        self.state = replace(before, matrix=_product(_matrix(form.get("/Matrix", IDENTITY)), before.matrix))
        self.run(form, form.get("/Resources", self.resources))
        self.state = before

    def _paint(self, string: bytes) -> None:
        state, font = self.state, self.state.font
        if font is None:
            return
        for code, glyph, text, width in font.codes(string):
            trm = _product(self.text, state.matrix)
            self.chars.append(self._char(text, glyph, width, trm))
            advance = (width * state.size + state.spacing + (state.word if code == ord(" ") else 0)) * state.scale
            self.text = _product((1, 0, 0, 1, advance, 0), self.text)

    def _char(self, text: str, glyph: int, width: float, trm: Matrix) -> Char:
        state = self.state
        size = state.size * abs(trm[3] or trm[1])
        left, baseline = trm[4], trm[5] + state.rise * trm[3]
        right = left + width * state.size * state.scale * trm[0]
        box = (left, baseline - BELOW * size, right, baseline + ABOVE * size)
        x0, _, _, y1 = self.page
        font = state.font.name if state.font else ""
        span = next((one for one in reversed(self.spans) if one >= 0), -1)
        clipped = state.clip is not None and not _holds(state.clip, box)
        return Char(
            text, left - x0, y1 - box[3], right - x0, y1 - box[1], y1 - baseline, size, state.fill, glyph, font, span, clipped,
            state.mode in INVISIBLE_MODES,
        )  # fmt: skip


def _setter(name: str, factor: float = 1) -> Callable[[_Reader, Sequence[Any]], None]:
    """Return the method of an operator that sets one number of the text state."""

    def set_number(reader: _Reader, operands: Sequence[Any]) -> None:
        changes: dict[str, Any] = {name: float(operands[0]) * factor}
        reader.state = replace(reader.state, **changes)

    return set_number


_OPERATORS: dict[str, Any] = {
    "q": _Reader.save, "Q": _Reader.restore, "cm": _Reader.concat,
    "re": _Reader.rectangle, "m": _Reader.points, "l": _Reader.points, "c": _Reader.points, "v": _Reader.points,
    "y": _Reader.points, "W": _Reader.clip, "W*": _Reader.clip, "n": _Reader.end_path, "f": _Reader.end_path,
    "f*": _Reader.end_path, "F": _Reader.end_path, "S": _Reader.end_path, "s": _Reader.end_path, "B": _Reader.end_path,
    "B*": _Reader.end_path, "b": _Reader.end_path, "b*": _Reader.end_path,
    "g": _Reader.rgb, "rg": _Reader.rgb, "k": _Reader.rgb, "sc": _Reader.rgb, "scn": _Reader.rgb,
    "BT": _Reader.begin_text, "Tf": _Reader.set_font, "Td": _Reader.move, "TD": _Reader.move_leading, "T*": _Reader.next_line,
    "Tm": _Reader.text_matrix, "Tj": _Reader.show, "TJ": _Reader.show_array,
    "Tc": _setter("spacing"), "Tw": _setter("word"), "Tz": _setter("scale", 0.01), "TL": _setter("leading"),
    "Ts": _setter("rise"), "Tr": _setter("mode"),
    "BMC": _Reader.begin_marked, "BDC": _Reader.begin_marked, "EMC": _Reader.end_marked, "Do": _Reader.paint_object,
}  # fmt: skip


def lines(page: PageText) -> Iterator[tuple[Char, ...]]:
    """Yield the glyphs of a page in pieces that read on without a break: along a line, and from a line to the next below it."""
    piece: list[Char] = []
    for char in page.chars:
        if piece and not _reads_on(piece[-1], char):
            yield tuple(piece)
            piece = []
        piece.append(char)
    if piece:
        yield tuple(piece)


def _reads_on(before: Char, after: Char) -> bool:
    em = max(before.size, after.size)
    if abs(after.baseline - before.baseline) < em / 2:
        return -em / 2 <= after.left - before.right <= em
    below = after.baseline - before.baseline
    return after.left < before.left and 0 < below < 2.2 * em and abs(after.size - before.size) < em / 20


def _matrix(operands: Any) -> Matrix:  # noqa: ANN401 - six numbers in any of pikepdf's clothes
    a, b, c, d, e, f = (float(one) for one in operands)
    return (a, b, c, d, e, f)


def _product(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _bounds(points: Sequence[tuple[float, float]], matrix: Matrix) -> Bounds:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _intersection(one: Bounds | None, other: Bounds) -> Bounds:
    if one is None:
        return other
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def _holds(outer: Bounds, inner: Bounds) -> bool:
    slack = 0.5
    return (
        outer[0] - slack <= inner[0]
        and outer[1] - slack <= inner[1]
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def _rgb(values: list[float]) -> RGB:
    """Return a fill as RGB: gray, RGB, or CMYK by the plain complement, which is enough to tell light from dark."""
    if len(values) == 1:
        values *= 3
    if len(values) == 4:  # noqa: PLR2004 - the four inks
        black = values[3]
        values = [(1 - one) * (1 - black) for one in values[:3]]
    red, green, blue = (round(255 * one) for one in values[:3])
    return (red, green, blue)
