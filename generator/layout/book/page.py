"""A finished page: what `layout.pages` makes and `writers.pdf` paints. Nothing in it is left to decide."""

from dataclasses import dataclass

from generator.document.model import Imprint
from generator.drawing import Item
from generator.units import Length, Rect, Size


@dataclass(frozen=True, slots=True)
class Destination:
    """A named place to jump to; the name is ASCII."""

    name: str
    page: int
    y: Length


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the outline (bookmarks); `level` from 1."""

    title: str
    level: int
    destination: str


@dataclass(frozen=True, slots=True)
class Boxes:
    """Where a sheet is cut to the page, and the bleed round it."""

    trim: Rect
    bleed: Rect


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `number` from 1 in the file, `folio` as printed or as a page label ("" where none is printed), items in reading order.

    Odd numbers are recto. Colour fields are drawn to the trim; where they reach it they go on beyond as far as the bleed, for the press.
    White on a `quiet` page is meant; on any other more than 60 mm of it is a hole. A page whose sheet is not cut has no `boxes`.
    """

    number: int
    folio: str
    size: Size
    items: tuple[Item, ...]
    quiet: bool = False
    boxes: Boxes | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """All pages with what leads through them."""

    imprint: Imprint
    pages: tuple[Page, ...]
    destinations: tuple[Destination, ...]
    outline: tuple[OutlineEntry, ...]
