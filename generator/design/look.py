"""The look: every ink by its role, the themes' inks, the faces and the scales, as one value that is handed along.

In: the organization's colour. Out: a frozen look; what paints or measures takes its inks and sizes from there and searches nothing.
Marks in that colour are `marks`, which show whatever it is; `brand` itself is for fields.
"""

from dataclasses import dataclass

from generator.design import palette, type_scale
from generator.design.brand import Brand, apart, brand_of, reading
from generator.design.palette import ThemeInks
from generator.design.type_scale import Scale
from generator.ink import Colour, Ink


@dataclass(frozen=True, slots=True)
class Faces:
    """Which face of the library has which part: words, words that stand out, and titles."""

    words: str = "sans-regular"
    strong: str = "sans-bold"
    title: str = "serif-bold"


@dataclass(frozen=True, slots=True)
class Look:
    """Inks by role, theme inks by name, faces, and the type scales of page and slide."""

    brand: Ink
    marks: Brand
    paper: Ink = palette.PAPER
    ink: Ink = palette.INK
    grey: Ink = palette.GREY
    rule: Ink = palette.RULE
    ground: Ink = palette.GROUND
    link: Ink = palette.LINK
    plain: ThemeInks = palette.PLAIN
    themes: tuple[tuple[str, ThemeInks], ...] = tuple(palette.THEMES.items())
    faces: Faces = Faces()
    page: Scale = type_scale.REPORT
    slide: Scale = type_scale.DECK

    def theme(self, color: str | Colour) -> ThemeInks:
        """Return the inks of a theme: by the name of one of ours, made of the colour that an author gives, plain for none ("").

        Raises KeyError for a name that is none of ours: the content stage has refused it before.
        """
        if isinstance(color, Colour):
            return palette.own_inks("own", color)
        return dict(self.themes)[color] if color else self.plain

    def reading(self, field: Ink) -> Ink:
        """Return the ink that reads best on a field."""
        return reading(field)


def look_for(brand: Colour) -> Look:
    """Return the house's look in an organization's colour, the themes' inks apart from it."""
    marks = brand_of(brand)
    return Look(marks.field, marks, themes=tuple((name, apart(inks, marks.field)) for name, inks in palette.THEMES.items()))
