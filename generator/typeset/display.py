"""The room between characters at display sizes: narrower gaps, and marks that meet without their empty halves.

In: atoms, whose marks have given up what `optical` says, and the joints that text would have. Out: the joints of display.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.fonts.face import PER_EM
from generator.typeset.classes import Class
from generator.typeset.optical import WHITES, share
from generator.typeset.spacing import Turn
from generator.units import em

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.typeset.joints import Joint
    from generator.typeset.shaping import Atom

GAP_PART = 0.7
"""What stays of the quarter em between Han and Latin or digits, which at a title's size reads as a typed space (CLREQ allows an eighth)."""


def eased(atoms: Sequence[Atom], joints: list[Joint]) -> list[Joint]:
    """Return the joints of display: gaps narrower; of two marks one white is enough, and none before a mark that closes."""
    return [joints[0], *(_eased(*pair, joint) for pair, joint in zip(pairwise(atoms), joints[1:], strict=True))]


def _eased(first: Atom, second: Atom, joint: Joint) -> Joint:
    part, desired = share(second.size), joint.desired
    if joint.turn is Turn.MIXED:
        desired = round(desired * (1 - part * (1 - GAP_PART)))
        return replace(joint, desired=desired, shrink=max(0, joint.shrink - joint.desired + desired))
    empty = (first.tail if first.right in WHITES else 0) + (second.head if second.left in WHITES else 0)
    if desired < 0:
        hugged = em(second.size, WHITES[Class.OPEN] / PER_EM) if second.left is Class.OPEN else empty
        desired = max(round(desired * (1 - part) - hugged * part), -empty)
    return replace(joint, desired=desired, shrink=min(joint.shrink, desired + empty))
