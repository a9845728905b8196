"""A finished slide: what `layout.deck` makes and `writers.pptx` paints. Text has been measured to fit before it comes here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from generator.charts.plan import Plan
from generator.diagnostics import Diagnostic
from generator.document.model import Imprint, RichText
from generator.drawing import Drawing, Pixels
from generator.fonts.offer import Fonts
from generator.ink import Ink
from generator.template.model import Template
from generator.typeset.model import Align, Span, Style
from generator.units import Insets, Length, Rect, Size

NO_INSETS = Insets(0, 0, 0, 0)
NUMBERINGS = ("arabicPeriod", "arabicParenBoth")
"""How a program numbers the items of a list by itself, by the level: 1. and (1) (ST_TextAutonumberScheme, 20.1.10.61)."""


class Anchor(Enum):
    """Vertical alignment of text in its box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class SlideParagraph:
    """Runs that wrap together. `leading` is the exact line pitch; `bullet` a mark to hang before it, or "".

    An item of a numbered list has its `number` as it is printed in place of a bullet. The mark stands `outer` from the left, the words
    `indent`; `level` is how deep its list lies in another.
    """

    runs: tuple[Span, ...]
    leading: Length
    align: Align = Align.LEFT
    space_before: Length = 0
    bullet: str = ""
    indent: Length = 0
    number: tuple[Span, ...] = ()
    outer: Length = 0
    level: int = 0

    @property
    def hanging(self) -> Length:
        """How far its mark stands before its words; 0 where it has none."""
        return self.indent - self.outer if self.bullet or self.number else 0


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text in a box. `placeholder` names a placeholder of the slide's layout ("title", "body", "subtitle", "source", "number"), or "".

    `link` is the number of the slide to which it leads; 0 is none.
    What does not `wrap` stands on one line whatever face sets it.
    """

    name: str
    rect: Rect
    paragraphs: tuple[SlideParagraph, ...]
    placeholder: str = ""
    anchor: Anchor = Anchor.TOP
    insets: Insets = field(default=NO_INSETS)
    fill: Ink | None = None
    origin: str = ""
    link: int = 0
    wrap: bool = True


@dataclass(frozen=True, slots=True)
class Shape:
    """A native shape without text: geometry is a preset name of DrawingML ("rect", "ellipse", "roundRect", "line").

    It is decoration, unless `alt` says what it is for: a `link` to a slide by number. A `clear` one is not seen, and can be pressed:
    one without fill could not.
    """

    name: str
    rect: Rect
    geometry: str = "rect"
    fill: Ink | None = None
    stroke: Ink | None = None
    stroke_width: Length = 0
    link: int = 0
    alt: str = ""
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `fill` None is transparent, `insets` None are its table's."""

    paragraphs: tuple[SlideParagraph, ...]
    anchor: Anchor = Anchor.MIDDLE
    fill: Ink | None = None
    insets: Insets | None = None


@dataclass(frozen=True, slots=True)
class TableBox:
    """A native table, its first row the header; column widths and row heights add up to the rectangle.

    `placeholder` as of a TextBox; of the same type in the layout.
    """

    name: str
    rect: Rect
    columns: tuple[Length, ...]
    heights: tuple[Length, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str
    insets: Insets
    rule: Ink | None = None
    origin: str = ""
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class ChartBox:
    """A native chart of a plan; the plan's values fill workbook and cache.

    `plot` is where its marks lie within the rectangle, None where the writer finds room for bars itself; `shifts` are how far each
    label of a ring lies from the middle of its part, in shares of the rectangle. One with `western` letters that its faces lack has all
    its Western words and digits in their supplements: its texts have one Western and one Asian face each.
    """

    name: str
    rect: Rect
    plan: Plan
    label: Style
    axis: Style
    alt: str
    origin: str = ""
    plot: Rect | None = None
    shifts: tuple[tuple[float, float], ...] = ()
    placeholder: str = ""
    western: bool = False


@dataclass(frozen=True, slots=True)
class DrawingBox:
    """A drawing as a group of native shapes and text boxes, drawn at the size of its rectangle."""

    name: str
    rect: Rect
    drawing: Drawing
    alt: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture of dots that fills its rectangle; decoration where it has no `alt`."""

    name: str
    rect: Rect
    pixels: Pixels
    alt: str
    origin: str = ""


SlideItem: TypeAlias = TextBox | Shape | TableBox | ChartBox | DrawingBox | PictureBox


def told(items: Iterable[SlideItem]) -> Iterator[SlideParagraph]:
    """Yield the paragraphs of text boxes and tables, in order."""
    for item in items:
        if isinstance(item, TextBox):
            yield from item.paragraphs
        elif isinstance(item, TableBox):
            yield from (one for row in item.rows for cell in row for one in cell.paragraphs)


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said to a slide, in words: script, a line for each number with period and source, a question with its answer.

    `minutes` are the author's, in digits, or ""; `written` is whether the script is, `otherwise` what
    is said where nothing of the script is new; `remarks` are the author's notes, each after its mark. `seconds` it takes from `start`
    on, both 0 until all slides are made. One that is `aside` is turned to when asked, and takes none.
    """

    script: tuple[RichText, ...] = ()
    sources: tuple[RichText, ...] = ()
    question: RichText = ()
    answer: RichText = ()
    minutes: str = ""
    aside: bool = False
    written: bool = False
    otherwise: RichText = ()
    remarks: tuple[RichText, ...] = ()
    start: int = 0
    seconds: int = 0


Exhibit: TypeAlias = tuple[str, str | int]
"""An exhibit of a part: the part's id, and its name, a chart's its place."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the part that a slide belongs to gives its layout: name and ink, and the decoration behind all slides of the kind."""

    name: str
    ink: Ink
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: `layout` names a layout of the master, `title` is plain and unique; items in reading order, the title first.

    `setting` and `background` are its layout's; `faults` is what layout has to tell of it: what does not fit. `notes` are its `speech`
    as the notes page has it. A `hidden` slide is passed over in a show and reached by links. It shows all of an `exhibit`, or a part.
    """

    number: int
    layout: str
    title: str
    items: tuple[SlideItem, ...]
    notes: tuple[SlideParagraph, ...]
    background: Ink | None = None
    origin: str = ""
    faults: tuple[Diagnostic, ...] = ()
    speech: Speech = Speech()
    setting: Setting | None = None
    hidden: bool = False
    exhibit: Exhibit | None = None


@dataclass(frozen=True, slots=True)
class DeckSection:
    """A named run of slides."""

    name: str
    slides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlaceholderSpec:
    """A placeholder of a layout: its name, OOXML type (ST_PlaceholderType), place and default style.

    `index` is the one that it has in a master that is not ours.
    """

    name: str
    type: str
    rect: Rect
    style: Style
    leading: Length
    anchor: Anchor = Anchor.TOP
    prompt: str = ""
    align: Align = Align.LEFT
    index: int | None = None


@dataclass(frozen=True, slots=True)
class LayoutSpec:
    """A named layout of the master: fixed decoration, pictures over it, and placeholders."""

    name: str
    shapes: tuple[Shape, ...]
    placeholders: tuple[PlaceholderSpec, ...]
    background: Ink | None = None
    pictures: tuple[PictureBox | DrawingBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Master:
    """The deck's look: theme fonts (Latin and Asian alike), the twelve theme colours in OOXML's order, and the layouts.

    `colors` are dk1 lt1 dk2 lt2 accent1–accent6 hlink folHlink; `parts` the inks of each theme of the report, the main one first.
    `template` is the company's deck whose master, layouts and theme stand in place of ours.
    """

    name: str
    major_font: str
    minor_font: str
    colors: tuple[Ink, ...]
    layouts: tuple[LayoutSpec, ...]
    parts: tuple[tuple[Ink, ...], ...] = ()
    template: Template | None = None

    @property
    def lent(self) -> dict[str, str]:
        """The template's families, each with ours that it is measured by."""
        if self.template is None:
            return {}
        ours = (self.major_font, self.minor_font)
        return {name: family for names, family in zip(self.template.fonts, ours, strict=True) for name in names}


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides with their master and sections, and how they come by their faces."""

    imprint: Imprint
    size: Size
    master: Master
    slides: tuple[Slide, ...]
    sections: tuple[DeckSection, ...]
    fonts: Fonts = Fonts.EMBEDDED
