"""Line pitch as a share of what a line takes at single spacing, so that lines keep apart when somebody makes the letters larger.

In: runs, their pitch and the library. Out: thousandths of a per cent (ECMA-376 Part 1, 21.1.2.2.11 spcPct), whole per cents and none too
many: text that was measured to fit fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.fonts.library import Library
    from generator.typeset.model import Style
    from generator.units import Length

PER_EM = 1000
PERCENT, HUNDRED = 1_000, 100


def share(styles: Iterable[Style], leading: Length, library: Library) -> int:
    """Return the pitch of lines of these styles; 0 where there is none, and the line's own is meant."""
    tallest = _tallest(styles, library)
    return leading * PER_EM * HUNDRED // tallest * PERCENT if tallest and leading else 0


def single(styles: Iterable[Style], library: Library) -> Length:
    """Return the pitch of lines of these styles at single spacing."""
    return -(-_tallest(styles, library) // PER_EM)


def _tallest(styles: Iterable[Style], library: Library) -> int:
    return max((library.face(style.face).pitch * style.size for style in styles), default=0)
