"""What a page is made of: placed text, paths and groups, as plain frozen data that a writer paints without a question.

Every item carries the id of what it came from in the content (`origin`, a key of `ResolvedReport.places`), so that a fault in the
last byte points at a line of the author's file. Text carries the author's own characters beside the glyphs, for copying (PDF
32000-1, 14.9.4 ActualText), and the ledger's id of the number that it prints (`use`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Diagnostic
from generator.ink import Ink
from generator.units import Length, Point, Rect, Size


class Role(Enum):
    """What an item is to a reader: the structure types of PDF 32000-1, 14.8.4, and `Artifact`."""

    TITLE = "Title"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    HEADING_4 = "H4"
    DOCUMENT = "Document"
    PART = "Part"
    SECTION = "Sect"
    PARAGRAPH = "P"
    QUOTE = "BlockQuote"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    CAPTION = "Caption"
    FIGURE = "Figure"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    REFERENCE = "Reference"
    LINK = "Link"
    NOTE = "Note"
    BOX = "Div"
    ARTIFACT = "Artifact"


class Glyph(NamedTuple):
    """A glyph of a face at an offset from its run's origin (y positive upwards, as fonts have it); `text` is what it stands for.

    `text` is empty for the later glyphs of a cluster. A glyph that only the page shows (a hyphen at a line's end) has `text` "" too.
    A named tuple: a page has thousands, and a frozen dataclass takes three times as long to make.
    """

    id: int
    x: Length
    text: str
    y: Length = 0


@dataclass(frozen=True, slots=True)
class TextRun:
    """Glyphs of one face, size and ink on one baseline. `text` is the author's text; `width` the advance, trimmed edges excluded.

    `copied` is what copying gives instead of `text` where a word goes on in the next line; None where it gives `text`. `follows` says
    that it was set in one line with the run before it, however far apart they stand. `link` is the address to which it leads.
    """

    origin_point: Point
    face: str
    size: Length
    ink: Ink
    glyphs: tuple[Glyph, ...]
    text: str
    width: Length
    use: str = ""
    origin: str = ""
    role: Role = Role.PARAGRAPH
    language: str = "zh-CN"
    copied: str | None = None
    follows: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Begin a contour."""

    to: Point


@dataclass(frozen=True, slots=True)
class LineTo:
    """A straight line."""

    to: Point


@dataclass(frozen=True, slots=True)
class CurveTo:
    """A cubic Bézier curve."""

    control_1: Point
    control_2: Point
    to: Point


@dataclass(frozen=True, slots=True)
class Close:
    """Close the contour."""


Segment: TypeAlias = MoveTo | LineTo | CurveTo | Close


@dataclass(frozen=True, slots=True)
class Path:
    """A shape filled, stroked or both, its line's ends and corners `rounded` or not; decoration unless a group around it says otherwise.

    Contours within contours are holes where it is `evenodd`, else where they run the other way round.
    """

    segments: tuple[Segment, ...]
    fill: Ink | None = None
    stroke: Ink | None = None
    stroke_width: Length = 0
    dash: tuple[Length, ...] = ()
    origin: str = ""
    rounded: bool = False
    evenodd: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, the commonest path, kept as one so that a deck can make it a native shape; `radius` rounds its corners."""

    rect: Rect
    fill: Ink | None = None
    stroke: Ink | None = None
    stroke_width: Length = 0
    radius: Length = 0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle or ellipse in its bounding rectangle."""

    rect: Rect
    fill: Ink | None = None
    stroke: Ink | None = None
    stroke_width: Length = 0
    origin: str = ""


RGB, GRAY, CMYK = "RGB", "Gray", "CMYK"
"""Colour spaces of dots: sRGB, its gray, and the plates of a press (255 is full ink)."""


@dataclass(frozen=True)
class Pixels:
    """The dots of a picture, row by row from the top left, a byte a channel; `space` is what their numbers mean.

    `jpeg` is the same picture packed by JPEG, where it was or may be: the dots are then those that a reader unpacks from it.
    """

    across: int
    down: int
    data: bytes = field(repr=False)
    space: str = RGB
    jpeg: bytes = field(default=b"", repr=False)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the dots, in hexadecimal."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of dots that fills its rectangle; decoration unless a figure around it says what it shows."""

    rect: Rect
    pixels: Pixels
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An area that leads to a named destination of the same document, or to an address."""

    rect: Rect
    destination: str = ""
    uri: str = ""
    alt: str = ""


NOWHERE = Point(0, 0)


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together, moved by `at`; `alt` is what a figure says to a reader who cannot see it.

    One that `continues` goes on with what a group of its role and origin began before it: a paragraph over the page, a table.
    `spoken` are uses that no item prints and `alt` alone says, each with its words.
    `faults` is what layout has to tell of them: that they do not fit their place. They travel with what is at fault, so that a page
    tells what is wrong with it and nothing else has to remember it.
    """

    items: tuple[Item, ...]
    at: Point = NOWHERE
    role: Role = Role.BOX
    alt: str = ""
    origin: str = ""
    faults: tuple[Diagnostic, ...] = ()
    continues: bool = False
    spoken: tuple[tuple[str, str], ...] = ()


Item: TypeAlias = TextRun | Path | Box | Disc | Image | Link | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of its own size, with its origin at the top left: a chart or a card, for page and slide alike.

    `spoken` are uses that no item prints and `alt` alone says, each with its words.
    """

    size: Size
    items: tuple[Item, ...]
    alt: str
    origin: str = ""
    spoken: tuple[tuple[str, str], ...] = ()
