"""Where lines end, chosen over the whole paragraph by the search for its kind.

In: a strip, its scale and a setting. Out: the atoms of each line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.typeset.flush import Flush
from generator.typeset.model import Align
from generator.typeset.ragged import Ragged, Title

if TYPE_CHECKING:
    from generator.typeset.model import Setting
    from generator.typeset.scale import Scale
    from generator.typeset.strip import Strip
    from generator.units import Length


def fitted(strip: Strip, scale: Scale, setting: Setting, indent: Length) -> list[tuple[int, int]]:
    """Return the lines of a strip as ranges of atoms."""
    if scale.ends[-1] - scale.start(0) <= setting.measure - indent:
        return [(0, len(strip.atoms))]
    if setting.align is Align.JUSTIFY:
        kind: type[Flush | Ragged] = Flush
    else:
        kind = Title if setting.balanced else Ragged
    return [(line.start, line.end) for line in kind(strip, scale, setting, indent).lines()]
