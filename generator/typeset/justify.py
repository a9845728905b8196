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


HALF = 0.5
"""What a joint gives in the first round."""


def rooms(joints: Sequence[Joint], missing: float) -> list[float]:
    """Return the room of each joint when the line is to be longer by `missing`, or shorter when it is negative."""
    if missing < 0:
        return _squeezed(joints, -missing)
    return _stretched(joints, missing) if missing else [joint.desired for joint in joints]


def _squeezed(joints: Sequence[Joint], excess: float) -> list[float]:
    """Squeeze turn by turn, in two rounds: in the first each gives half of what it has before the next is asked.

    So a line's marks stay of a kind: no bracket is flat beside a comma with all its room.
    """
    room: list[float] = [joint.desired for joint in joints]
    turns = [[index for index, joint in enumerate(joints) if joint.turn is turn and joint.shrink] for turn in Turn]
    for taking in (*turns, *turns):
        give = sum(joints[index].shrink for index in taking) * HALF
        share = min(1.0, excess / give) * HALF if give else 0.0
        for index in taking:
            room[index] -= joints[index].shrink * share
        excess -= give * share / HALF
        if excess <= 0:
            break
    return room


def opening(joints: Sequence[Joint], missing: float) -> float:
    """Return by how much each joint opens in a line to be longer by `missing`, word spaces and gaps being full."""
    count = sum(joint.even for joint in joints)
    fill = sum(joint.stretch for joint in joints)
    return max(0.0, missing - fill) / count if count else 0.0


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
