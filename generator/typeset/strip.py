"""A paragraph as one endless line: atoms with the joints between them, before anybody asks where lines end."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from generator.typeset.breaks import Rank
from generator.typeset.joints import Joint
from generator.typeset.spacing import Turn

if TYPE_CHECKING:
    from generator.typeset.shaping import Atom
    from generator.units import Length


@dataclass(slots=True)
class Strip:
    """Atoms in order; `joints[k]` lies before atom k (the first is never looked at); `owners[k]` is the index of its span.

    `em` is the largest type size; `hyphens` are the atoms before which a hyphen would be printed at a line's end; `later_spaces`
    those spaces that follow a space.
    """

    atoms: list[Atom]
    joints: list[Joint]
    owners: list[int]
    em: Length
    hyphens: tuple[int, ...] = ()
    later_spaces: tuple[int, ...] = ()


NO_JOINT = Joint(0, 0, 0, even=False, turn=Turn.NEVER, rank=Rank.TORN, cost=inf)
