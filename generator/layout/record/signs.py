"""The signs of a record: a tick, a bang, a cross and a dash, told apart by shape as well as by colour.

In: a mood and a place. Out: an artifact: the word beside it says the same.
"""

from generator.design.palette import GREY, THEMES
from generator.drawing import Group, LineTo, MoveTo, Path, Role
from generator.ink import Ink
from generator.layout.record.model import Mood
from generator.units import Length, Point, pt

INKS: dict[Mood, Ink] = {
    Mood.GOOD: THEMES["松绿"].main,
    Mood.DOUBT: THEMES["赭"].main,
    Mood.BAD: THEMES["朱砂"].main,
    Mood.IDLE: GREY,
}
SQUARE, PEN = 10, 1.5
"""The square that signs are drawn in, and the thickness of the line, in its parts."""
STROKES: dict[Mood, tuple[tuple[tuple[float, float], ...], ...]] = {
    Mood.GOOD: (((1, 5.5), (4, 8.5), (9, 2)),),
    Mood.DOUBT: (((5, 1), (5, 6)), ((5, 8.9), (5, 9.1))),
    Mood.BAD: (((2, 2), (8, 8)), ((8, 2), (2, 8))),
    Mood.IDLE: (((2, 5), (8, 5)),),
}


def sign(mood: Mood, at: Point, size: Length) -> Group:
    """Return a sign with its square's top left corner here."""
    return Group(tuple(_stroke(one, mood, at, size) for one in STROKES[mood]), role=Role.ARTIFACT)


def _stroke(corners: tuple[tuple[float, float], ...], mood: Mood, at: Point, size: Length) -> Path:
    first, *rest = (at.moved(round(x * size / SQUARE), round(y * size / SQUARE)) for x, y in corners)
    weight = max(pt(0.75), round(PEN * size / SQUARE))
    return Path((MoveTo(first), *map(LineTo, rest)), stroke=INKS[mood], stroke_width=weight, rounded=True)
