"""One line made flush: the room of its joints, changed in order (CLREQ, reduction and expansion of spacing).

In: the joints inside a line and what is missing (or too much). Out: the room of each joint in EMU; fractions are kept, so
that the line's end is exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.typeset.spacing import Turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.typeset.shaping import Joint


def rooms(joints: Sequence[Joint], missing: float) -> list[float]:
    """Return the room of each joint when the line is to be longer by `missing`, or shorter when it is negative."""
    if missing < 0:
        return _squeezed(joints, -missing)
    return _stretched(joints, missing) if missing else [joint.desired for joint in joints]


def _squeezed(joints: Sequence[Joint], excess: float) -> list[float]:
    """Squeeze turn by turn: the next begins only when the one before it has nothing left."""
    room: list[float] = [joint.desired for joint in joints]
    for turn in Turn:
        taking = [index for index, joint in enumerate(joints) if joint.turn is turn]
        give = sum(joints[index].shrink for index in taking)
        share = min(1.0, excess / give) if give else 0.0
        for index in taking:
            room[index] -= joints[index].shrink * share
        excess -= give * share
        if excess <= 0:
            break
    return room


def _stretched(joints: Sequence[Joint], missing: float) -> list[float]:
    """Stretch word spaces first, then the gaps between Han and Western, then every joint that may, evenly."""
    room: list[float] = [joint.desired for joint in joints]
    for turn in (Turn.WORD_SPACE, Turn.MIXED):
        taking = [index for index, joint in enumerate(joints) if joint.turn is turn]
        give = sum(joints[index].stretch for index in taking)
        share = min(1.0, missing / give) if give else 0.0
        for index in taking:
            room[index] += joints[index].stretch * share
        missing -= give * share
    count = sum(joint.even for joint in joints)
    share = missing / count if count else 0.0
    return [space + share if joint.even else space for space, joint in zip(room, joints, strict=True)]
