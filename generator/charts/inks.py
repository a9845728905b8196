"""The inks of a chart: its theme's for what the message is about, greys for the rest, and those that tell rows and parts apart.

In: a theme's inks. Out: an ink for each use, for each row, for each part. Rows differ by lightness first, so that greyscale and
colour-blind readers see as many; hues are the theme's own and grey: no rainbow.
"""

from dataclasses import dataclass

from generator.design.palette import GREY, INK, PAPER, RULE, ThemeInks
from generator.ink import Ink, contrast

QUIET = Ink("quiet", (158, 152, 145), (0, 0, 8, 45))
"""The bars that the message is not about: between text grey and rule grey, lighter than every theme's ink."""

DEEP, FAINT = Ink("deep", (116, 111, 106), (0, 0, 8, 62)), Ink("faint", (230, 226, 220), (0, 0, 8, 12))
"""Two greys more, for wholes of many parts."""


@dataclass(frozen=True, slots=True)
class ChartInks:
    """What a chart is painted with: `main` and `pale` are its theme's; `ink` and `grey` letter it, `rule` and `quiet` are its greys."""

    main: Ink
    pale: Ink
    ink: Ink
    grey: Ink
    rule: Ink
    quiet: Ink
    paper: Ink

    def on(self, field: Ink) -> Ink:
        """Return what reads better on a field: ink or paper."""
        return max((self.ink, self.paper), key=lambda ink: contrast(ink, field))

    def rows(self, count: int) -> tuple[Ink, ...]:
        """Return the inks of so many rows, at most four, the darkest first."""
        tones = {1: (self.main,), 2: (self.main, self.pale), 3: (self.main, self.quiet, self.pale)}
        return tones.get(count, (self.ink, self.main, self.quiet, self.pale))

    def side_by_side(self, count: int, loud: int) -> tuple[Ink, ...]:
        """Return the inks of so many rows of bars side by side, at most four: the theme's for the loud one, greys for the rest.

        The nearer to the loud row, the darker the grey; a fourth row is the text's own black.
        """
        greys = (self.quiet, self.rule, self.ink)
        others = sorted((place for place in range(count) if place != loud), key=lambda place: (abs(place - loud), place))
        given = dict(zip(others, greys, strict=False)) | {loud: self.main}
        return tuple(given[place] for place in range(count))

    def lines(self, count: int) -> tuple[Ink, ...]:
        """Return the inks of one or two lines, both dark enough for the letters of their labels."""
        return (self.main, self.ink)[:count]

    def parts(self, said: frozenset[str], uses: tuple[str, ...]) -> tuple[Ink, ...]:
        """Return an ink for each part of a whole: the theme's for what the message is about, a grey each for the rest."""
        rest = [use for use in uses if use not in said]
        return tuple(self.main if use in said else self.greys[rest.index(use) % len(self.greys)] for use in uses)

    @property
    def greys(self) -> tuple[Ink, ...]:
        """The greys of parts side by side, each told from all others."""
        return (self.quiet, self.rule, DEEP, FAINT)


def chart_inks(theme: ThemeInks) -> ChartInks:
    """Return the inks of a theme's charts."""
    return ChartInks(theme.main, theme.pale, INK, GREY, RULE, QUIET, PAPER)
