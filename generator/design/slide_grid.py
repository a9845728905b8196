"""The slide's skeleton: margins, twelve columns, and the heights at which title, content, source and footer stand.

In: a format. Out: places in EMU. Margins are parts of the width and heights parts of the height; what goes with the type (gutter, rules,
the strip along the edge) is the same on every slide.
"""

from dataclasses import dataclass

from generator.design.format import Format
from generator.units import Length, Rect, Size, pt

PARTS = 540
"""Heights are given in so many parts of a slide's own: points at both usual formats."""
LEFT, RIGHT = 60 / 960, 48 / 960
"""The margins in parts of the width: the left one holds the strip of the theme's colour too."""
MARKS = 204 / 852
"""All steps of the progress mark together are at most so much of the measure."""

COLUMNS = 12
GUTTER = pt(20)
TITLE_LINES = 2
EDGE = pt(14)
"""The strip of the theme's colour along the left edge."""
MARK = Size(pt(28), pt(3))
"""One step of the progress mark; the step reached is three times as high, so that it is not told by colour alone."""
MARK_GAP = pt(6)
HAIRLINE = pt(0.75)
SHORT_RULE = Size(pt(36), pt(3))


@dataclass(frozen=True, slots=True)
class Stands:
    """The heights at which things stand on a master of another's, and the places that it gives footer and number, if any."""

    kicker: Length
    title: Length
    content_foot: Length
    source_foot: Length
    footer: Length
    footer_place: Rect | None = None
    number_place: Rect | None = None


@dataclass(frozen=True, slots=True)
class SlideGrid:
    """A slide by its size and margins; heights count from its top, by the house's own parts unless a master has others (`stands`)."""

    size: Size
    left: Length
    right: Length
    gutter: Length = GUTTER
    stands: Stands | None = None

    @property
    def measure(self) -> Length:
        """The width between the margins."""
        return self.right - self.left

    @property
    def marks(self) -> Length:
        """The most that the progress mark takes of the measure."""
        return round(self.measure * MARKS)

    @property
    def kicker(self) -> Length:
        """Where the line over the title begins."""
        return self.stands.kicker if self.stands else self.y(32)

    @property
    def title(self) -> Length:
        """Where the title begins."""
        return self.stands.title if self.stands else self.y(58)

    @property
    def content_foot(self) -> Length:
        """Where content ends that has a line of its own under it."""
        return self.stands.content_foot if self.stands else self.y(466)

    @property
    def source_foot(self) -> Length:
        """Where source and note end, and content that has none."""
        return self.stands.source_foot if self.stands else self.y(498)

    @property
    def footer(self) -> Length:
        """Where footer and slide number begin."""
        return self.stands.footer if self.stands else self.y(508)

    def y(self, parts: float) -> Length:
        """Return a height in 540ths of the slide's own."""
        return round(self.size.height * parts / PARTS)

    def columns(self, first: int, count: int) -> tuple[Length, Length]:
        """Return the x and the width of so many of the twelve columns, counted from 0."""
        pitch = (self.measure + self.gutter) / COLUMNS
        return self.left + round(first * pitch), round(count * pitch) - self.gutter

    def footer_at(self, leading: Length) -> Rect:
        """Return the place of the footer, a line so high."""
        place = self.stands.footer_place if self.stands else None
        return place or self.between(self.footer, self.footer + leading, 0, 9)

    def number_at(self, leading: Length) -> Rect:
        """Return the place of the slide's number, a line so high."""
        place = self.stands.number_place if self.stands else None
        return place or self.between(self.footer, self.footer + leading, 11, 1)

    def between(self, top: Length, foot: Length, first: int = 0, count: int = COLUMNS) -> Rect:
        """Return the rectangle between two heights over so many columns."""
        x, width = self.columns(first, count)
        return Rect(x, top, width, max(0, foot - top))


def slide_grid(sheet: Format) -> SlideGrid:
    """Return the grid of a slide."""
    width = sheet.size.width
    return SlideGrid(sheet.size, round(width * LEFT), width - round(width * RIGHT))
