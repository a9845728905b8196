"""A page while its content is carried out: the graphics state, what has been painted, and what stands around it (ISO 32000-1, 8.4).

In: a content stream and its resources, and the operators by name. Out: glyphs and marks in the order of painting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from generator.inspection.pdf.fonts import FontReader, read_font
from generator.inspection.pdf.geometry import IDENTITY, Bounds, Matrix
from generator.inspection.pdf.model import UNTAGGED
from generator.inspection.pdf.syntax import instructions
from generator.inspection.pdf.tones import BLACK, PLAIN, Space, Tone

if TYPE_CHECKING:
    from generator.diagnostics import Words
    from generator.inspection.pdf.model import Char, Stroke, Tag
    from generator.statement.model import Facts, Thing, Value


@dataclass(slots=True)
class State:
    """The graphics and text state that decides where something lies and how it shows; `veil` is what dims it, None where usual.

    What is filled or stroked `over` others leaves their inks standing on the plates that it does not use, with `overprint_mode` 1 on
    those too where it has none (ISO 32000-1, 8.6.7).
    """

    matrix: Matrix = IDENTITY
    clip: Bounds | None = None
    shaped: bool = False
    fill: Tone = BLACK
    stroke: Tone = BLACK
    fill_space: Space = PLAIN
    stroke_space: Space = PLAIN
    fill_over: bool = False
    stroke_over: bool = False
    overprint_mode: int = 0
    line: float = 1
    dash: tuple[float, ...] = ()
    cap: int = 0
    join: int = 0
    veil: tuple[tuple[str, Value], ...] = ()
    alpha: float = 1
    font: FontReader | None = None
    size: float = 0
    spacing: float = 0
    word: float = 0
    scale: float = 1
    leading: float = 0
    rise: float = 0
    mode: float = 0

    @property
    def filled_over(self) -> int | None:
        """How what is filled prints over what lies beneath: the mode, or None where it takes its place."""
        return self.overprint_mode if self.fill_over else None

    @property
    def stroked_over(self) -> int | None:
        """How what is stroked does."""
        return self.overprint_mode if self.stroke_over else None


class Marked(NamedTuple):
    """What is around: the number of the ActualText, whether a figure's words are said, a layer's name, whether that is off, the tag."""

    span: int = -1
    figure: bool = False
    layer: str | None = None
    hidden: bool = False
    tag: Tag = UNTAGGED


@dataclass(slots=True)
class Faces:
    """What the pages of one file share: fonts as they are read, looks as they are met, and which layers are off."""

    off: frozenset[tuple[int, int]] = frozenset()
    fonts: dict[tuple[int, int], FontReader] = field(default_factory=dict)
    looks: dict[tuple[object, ...], Facts] = field(default_factory=dict)


@dataclass(slots=True)
class Canvas:
    """A page as far as it is painted; `page` is its box, y upwards. A path is its `steps` (m, l, c, h) and its `points`, x and y.

    `tags` are those of what is `painted`, one by one, `spoken` those of its words to be read out, and `nested` those of the one sort
    (content, artifact) that begin within the other.
    """

    page: Bounds
    faces: Faces
    operators: Mapping[bytes, Operator]
    chars: list[Char] = field(default_factory=list)
    painted: list[Stroke | Thing] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    spoken: list[Tag] = field(default_factory=list)
    nested: list[Tag] = field(default_factory=list)
    actual: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    unread: list[Words] = field(default_factory=list)
    state: State = field(default_factory=State)
    stack: list[State] = field(default_factory=list)
    text: Matrix = IDENTITY
    start: Matrix = IDENTITY
    marked: list[Marked] = field(default_factory=lambda: [Marked()])
    steps: list[str] = field(default_factory=list)
    points: list[float] = field(default_factory=list)
    clipping: bool = False
    resources: Any = None
    named: dict[str, FontReader] = field(default_factory=dict)

    def run(self, stream: bytes, resources: Any) -> None:  # noqa: ANN401 - a pikepdf dictionary
        """Carry out the operators of a content stream."""
        outer, self.resources, self.named = (self.resources, self.named), resources, {}
        known = self.operators.get
        for name, operands in instructions(stream):
            if operator := known(name):
                operator(self, operands)
        self.resources, self.named = outer

    def font(self, name: str) -> FontReader:
        """Return the font of a name among the resources."""
        if name not in self.named:
            self.named[name] = self.font_of(self.resources["/Font"][name])
        return self.named[name]

    def font_of(self, font: Any) -> FontReader:  # noqa: ANN401 - a pikepdf dictionary
        """Return the reader of a font, read once a file."""
        key = font.objgen if font.is_indirect else (0, id(font))
        if key not in self.faces.fonts:
            self.faces.fonts[key] = read_font(font)
        return self.faces.fonts[key]

    def paint(self, one: Stroke | Thing) -> None:
        """Paint something, within whatever tag is around."""
        self.painted.append(one)
        self.tags.append(self.marked[-1].tag)

    def save(self) -> None:
        """Put the state aside."""
        self.stack.append(copy(self.state))


Operator: TypeAlias = Callable[[Canvas, Any], None]
"""Carries out an operator with its operands."""
