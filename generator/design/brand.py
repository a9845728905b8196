"""The organization's colour at work: what reads and shows on it, and where it would vanish, a tone of it that does not.

In: an author's colour, for screen and press apart, whatever it is: red, black, the palest yellow. Out: inks by their role, chosen by
contrast (WCAG 2.2, 1.4.3 and 1.4.11): marks at least 2:1 with their ground, text 4.5:1. Each is measured twice, as the screen shows
it and as a coated sheet would (Neugebauer's mixture of what the plates print over one another), and the worse of the two counts.

Theme inks keep apart from it, by CIE 1976 ΔE*ab on the screen: one that comes too near goes towards the ink of text or towards
paper, by as little as it takes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import prod

from generator.design.palette import INK, LARGE, MOST_INK, PAPER, TEXT, ThemeInks
from generator.ink import LEAST_PLATE, Colour, Ink, contrast, lab

MARK = 2.0
"""The least contrast of rings, rules and fields with what is under them."""
APART = 22.0
"""The least ΔE*ab of a theme's ink and the organization's: a reader sees two colours, not two prints of one."""
BLACK = Ink("black", (0, 0, 0), (0, 0, 0, 100))
"""Where neither ink nor paper reads at 4.5:1: one of black and paper always does."""
MIXES = 20
"""The steps in which a theme's ink is mixed with that of text."""
STRONGER, COATS = 1.15, 60
"""By how much each try lays a colour on more thickly, and how many there are; the last would be the other colour alone."""
ROUNDED = 2
"""What four plates may gain by being rounded."""
OVERPRINTS = {
    (0, 0, 0): (255, 255, 255), (1, 0, 0): (0, 158, 224), (0, 1, 0): (230, 0, 126), (0, 0, 1): (255, 237, 0),
    (1, 1, 0): (49, 39, 131), (1, 0, 1): (0, 150, 64), (0, 1, 1): (227, 6, 19), (1, 1, 1): (54, 47, 45),
}  # fmt: skip
"""What cyan, magenta and yellow look like alone and over one another (ISO 12647-2, coated paper, in round sRGB values)."""
SOLID = (29, 29, 27)
"""What black looks like."""


@dataclass(frozen=True, slots=True)
class Brand:
    """The colour as a `field`, the ink of `words` on it, and marks: `rings` on it, `accent` on paper, `bright` on the ink of text."""

    field: Ink
    words: Ink
    rings: Ink
    accent: Ink
    bright: Ink


def brand_of(colour: Colour) -> Brand:
    """Return the inks of an organization's colour."""
    field = Ink("brand", colour.rgb, colour.cmyk)
    rings = PAPER if seen(PAPER, field) >= MARK else shown("brand rings", field, field, INK)
    accent, bright = shown("brand accent", field, PAPER, INK), shown("brand bright", field, INK, PAPER)
    return Brand(field, reading(field), rings, accent, bright)


def reading(field: Ink) -> Ink:
    """Return the ink that reads on a field: of those of text and paper, or else of black and paper, the one that is seen best."""
    for found in ((INK, PAPER), (BLACK, PAPER)):
        if legible := [one for one in found if contrast(one, field) >= TEXT]:
            return max(legible, key=lambda one: seen(one, field))
    return BLACK


def shown(name: str, ink: Ink, ground: Ink, towards: Ink) -> Ink:
    """Return an ink where it shows on a ground, else laid on more thickly, or thinly, with a little of another, until it does."""
    power = STRONGER if towards == INK else 1 / STRONGER
    coats = (replace(mixed(_laid(ink, power**step), towards, step / COATS), name=name) for step in range(1, COATS))
    return next((one for one in chain((ink,), coats) if seen(one, ground) >= MARK), towards)


def apart(inks: ThemeInks, brand: Ink) -> ThemeInks:
    """Return a theme's inks, deeper or lighter by as little as it takes to be told from the organization's colour."""
    if difference(inks.main, brand) >= APART:
        return inks
    tried = (_turned(inks, towards, part / MIXES) for towards in (INK, PAPER) for part in range(MIXES))
    legible = [one for one in tried if _legible(one)]
    far = [one for one in legible if difference(one.main, brand) >= APART]
    if not far:
        return max(legible, key=lambda one: difference(one.main, brand))
    return min(far, key=lambda one: difference(one.main, inks.main))


def _legible(inks: ThemeInks) -> bool:
    grounds = ((PAPER, TEXT), (inks.tint, TEXT), (inks.pale, LARGE))
    return all(contrast(inks.main, ground) >= least for ground, least in grounds)


def difference(one: Ink, other: Ink) -> float:
    """Return how far two inks are apart on the screen (CIE 1976 ΔE*ab)."""
    return float(sum((here - there) ** 2 for here, there in zip(lab(one.rgb), lab(other.rgb), strict=True)) ** 0.5)


def seen(one: Ink, other: Ink) -> float:
    """Return the contrast of two inks where it is worse: on the screen or in print."""
    return min(contrast(one, other), contrast(_pressed(one), _pressed(other)))


def _pressed(ink: Ink) -> Ink:
    """Return an ink as its plates look on a sheet: each overprint by the share of the sheet that it covers, under black."""
    *colours, black = (plate / 100 for plate in ink.cmyk)
    shares = {
        printed: prod(cover if on else 1 - cover for on, cover in zip(printed, colours, strict=True)) for printed in OVERPRINTS
    }
    mean = (sum(share * OVERPRINTS[printed][channel] for printed, share in shares.items()) for channel in range(3))
    red, green, blue = (
        round(value * (1 - black) + solid * value / 255 * black) for value, solid in zip(mean, SOLID, strict=True)
    )
    return replace(ink, rgb=(red, green, blue))


def _turned(inks: ThemeInks, towards: Ink, part: float) -> ThemeInks:
    return replace(inks, main=mixed(inks.main, towards, part), line=mixed(inks.line, towards, part))


def _laid(ink: Ink, power: float) -> Ink:
    """Return an ink in so many coats: what each lets through is taken so often (Lambert and Beer), and a pale yellow becomes amber."""
    red, green, blue = (round(255 * (channel / 255) ** power) for channel in ink.rgb)
    cyan, magenta, yellow, black = map(_held, _dry([100 * (1 - (1 - plate / 100) ** power) for plate in ink.cmyk]))
    return Ink(ink.name, (red, green, blue), (cyan, magenta, yellow, black))


def _dry(plates: Sequence[float]) -> tuple[float, ...]:
    """Return plates that dry: the colours so much thinner that all together are no more ink than paper takes."""
    *colours, black = plates
    room, wet = MOST_INK - ROUNDED - black, sum(colours)
    return (*(plate * min(1, room / wet) for plate in colours), black) if wet else tuple(plates)


def _held(plate: float) -> int:
    """Return what a plate bears in whole per cent, nothing where a press may not hold it."""
    return round(plate) if round(plate) >= LEAST_PLATE else 0


def mixed(one: Ink, other: Ink, part: float) -> Ink:
    """Return an ink with this part of another in it, on the screen and on each plate, none bearing what a press may not hold."""
    red, green, blue = (round(here + (there - here) * part) for here, there in zip(one.rgb, other.rgb, strict=True))
    plates = (here + (there - here) * part for here, there in zip(one.cmyk, other.cmyk, strict=True))
    cyan, magenta, yellow, black = map(_held, plates)
    return Ink(one.name, (red, green, blue), (cyan, magenta, yellow, black))
