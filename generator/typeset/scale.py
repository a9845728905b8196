"""A strip measured: running sums, by which any stretch of it is weighed as a line by subtraction.

In: a strip and the widths of the hyphens that it could print. Out: where lines would begin and end, and how far each could give.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.typeset.model import Align

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.typeset.model import Setting
    from generator.typeset.shaping import Atom
    from generator.typeset.strip import Strip
    from generator.units import Length


@dataclass(frozen=True, slots=True)
class Scale:
    """Running sums over the atoms of a strip: all in EMU but `even`, which counts the joints that open with the line."""

    atoms: list[Atom]

    lefts: list[Length]
    """Where each atom stands on the endless line."""
    ends: list[Length]
    """Where a line that ends with this atom ends: its mark trimmed, typed spaces dropped, a hyphen added."""
    shrink: list[Length]
    stretch: list[Length]
    even: list[int]

    def start(self, index: int) -> Length:
        """Return where a line that begins with this atom begins: its mark trimmed (CLREQ, compression at line start and line end)."""
        return self.lefts[index] + self.atoms[index].head


HANGING = frozenset("，、。．；：")
"""Marks that may hang outside the measure (CLREQ, hanging punctuation marks at line end); they are small and stand low."""


def tail(atom: Atom, setting: Setting) -> Length:
    """Return what an atom gives up at a line's end: all of it where it hangs."""
    return atom.width if setting.hanging and atom.text in HANGING else atom.tail


def measured(strip: Strip, setting: Setting, hyphens: Mapping[int, Length]) -> Scale:
    """Return the running sums of a strip; `hyphens` are the widths of hyphens printed before these atoms if a line ends there."""
    atoms, joints = strip.atoms, strip.joints
    lefts = list(accumulate([atom.width + joint.desired for atom, joint in zip(atoms, joints[1:], strict=False)], initial=0))
    if setting.hanging:
        ends = [left + atom.width - tail(atom, setting) for left, atom in zip(lefts, atoms, strict=True)]
    else:
        ends = [left + atom.width - atom.tail for left, atom in zip(lefts, atoms, strict=True)]
    for index in strip.later_spaces:
        ends[index] = ends[index - 1]
    for index, width in hyphens.items():
        ends[index - 1] += width
    if setting.align is not Align.JUSTIFY:
        none = [0] * len(atoms)
        return Scale(atoms, lefts, ends, none, none, none)
    return Scale(
        atoms,
        lefts,
        ends,
        list(accumulate([joint.shrink for joint in joints])),
        list(accumulate([joint.stretch for joint in joints])),
        list(accumulate([joint.even for joint in joints])),
    )
