"""The grays that stand for colours in an edition of one ink: each as light as its colour, so that every contrast is what it was.

In: an ink. Out: the ink of its luminance, RGB and the black plate alike. The themes' own inks are told apart by more than that: those
that would look alike go darker, the paler one keeps its tone (1.15:1 from one to the next; WCAG 2.2 has the ratio).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.ink import LINEAR_BELOW, Ink, luminance

APART = 1.15
"""The least contrast of one theme's gray with the next: what an eye tells apart in two fields beside one another."""
FLARE = 0.05
"""What a ratio of contrasts adds to both (WCAG 2.2)."""
MOST, ROUNDING = 255, 1e-6


@dataclass(frozen=True, slots=True)
class Grays:
    """The grays of a book's inks; `darker` has the light of each theme's own ink by its RGB, less than its own where it went darker."""

    darker: dict[tuple[int, int, int], float] = field(default_factory=dict)

    def __call__(self, ink: Ink) -> Ink:
        """Return the gray of an ink."""
        return of_light(ink.name, self.darker.get(ink.rgb, luminance(ink.rgb)))


def grays_of(themes: Iterable[Ink]) -> Grays:
    """Return the grays of a book with these themes: from the palest on, each at least a step darker than the one before it.

    Where black is reached no step is left, and the darkest stay as they are: names and numbers tell them.
    """
    darker: dict[tuple[int, int, int], float] = {}
    before: float | None = None
    for ink in sorted({one.rgb: one for one in themes}.values(), key=lambda one: -luminance(one.rgb)):
        light = luminance(ink.rgb)
        due = (before + FLARE) / APART - FLARE if before is not None else light
        before = min(light, max(due, 0.0))
        darker[ink.rgb] = before
    return Grays(darker)


def of_light(name: str, light: float) -> Ink:
    """Return the gray of a luminance from 0 to 1 (IEC 61966-2-1), rounded to the darker of two steps."""
    level = int(MOST * _encoded(light) + ROUNDING)
    return Ink(f"{name} gray", (level, level, level), (0, 0, 0, round(100 - 100 * level / MOST)))


def _encoded(light: float) -> float:
    return 12.92 * light if light <= LINEAR_BELOW / 12.92 else 1.055 * light ** (1 / 2.4) - 0.055
