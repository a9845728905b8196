"""One line made flush: the room of its joints, changed in order (CLREQ, reduction and expansion of spacing).

In: a measured strip, the atoms of a line and what is missing (or too much). Out: where each atom stands, in EMU, the last of them
exactly. What a joint is given or loses moves all that follow it, so that only those that change are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.typeset.spacing import SHRINKING, STRETCHING, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.typeset.joints import Joint
    from generator.typeset.scale import Scale
    from generator.units import Length


HALF = 0.5
"""What a joint gives in the first round."""


def opening(scale: Scale, start: int, end: int, missing: float) -> float:
    """Return by how much each joint opens in a line to be longer by `missing`, word spaces, gaps and marks being full."""
    count = scale.even[end - 1] - scale.even[start]
    fill = scale.stretch[end - 1] - scale.stretch[start]
    return max(0.0, missing - fill) / count if count else 0.0


def places(scale: Scale, joints: Sequence[Joint], line: tuple[int, int], left: Length, missing: Length) -> list[Length]:
    """Return where each atom of a line stands that begins at `left` and is to be longer by `missing`, shorter when it is negative.

    `joints` are those of the whole strip, `line` the first atom and the one after the last.
    """
    start, end = line
    base = left - scale.start(start)
    if not missing:
        return [base + at for at in scale.lefts[start:end]]
    if missing > scale.stretch[end - 1] - scale.stretch[start]:
        return _opened(scale, start, end, base, missing)
    inner = range(start + 1, end)
    if missing < 0:
        changes = _squeezed([(index, joints[index]) for index in inner if joints[index].shrink], -missing)
    else:
        changes = _stretched([(index, joints[index]) for index in inner if joints[index].stretch], missing)
    return _moved(scale.lefts, line, base, sorted(changes.items()))


def _opened(scale: Scale, start: int, end: int, base: Length, missing: Length) -> list[Length]:
    """Return the places where every joint that stretches is full, and every even one opened by an equal share."""
    filled, counted = scale.stretch[start], scale.even[start]
    missing -= scale.stretch[end - 1] - filled
    joints = scale.even[end - 1] - counted or 1
    base -= filled
    sums = zip(scale.lefts[start:end], scale.stretch[start:end], scale.even[start:end], strict=True)
    return [base + at + full + missing * (count - counted) // joints for at, full, count in sums]


def _moved(lefts: Sequence[Length], line: tuple[int, int], base: Length, changes: Iterable[tuple[int, float]]) -> list[Length]:
    """Return the places of a line's atoms, from each changed joint on moved by its change."""
    at, end = line
    found: list[Length] = []
    moved = 0.0
    for index, change in changes:
        shift = base + round(moved)
        found += [shift + left for left in lefts[at:index]]
        at, moved = index, moved + change
    shift = base + round(moved)
    return found + [shift + left for left in lefts[at:end]]


def _squeezed(giving: Sequence[tuple[int, Joint]], excess: float) -> dict[int, float]:
    """Squeeze turn by turn, in two rounds: in the first each gives half of what it has before the next is asked.

    So a line's marks stay of a kind: no bracket is flat beside a comma with all its room.
    """
    changes = dict.fromkeys((index for index, _ in giving), 0.0)
    turns: dict[Turn, list[tuple[int, Length]]] = {}
    for index, joint in giving:
        turns.setdefault(joint.turn, []).append((index, joint.shrink))
    order = [turns[turn] for turn in SHRINKING if turn in turns]
    for taking in (*order, *order):
        give = sum([shrink for _, shrink in taking]) * HALF
        share = min(1.0, excess / give) * HALF
        for index, shrink in taking:
            changes[index] -= shrink * share
        excess -= give * share / HALF
        if excess <= 0:
            break
    return changes


def _stretched(taking: Sequence[tuple[int, Joint]], missing: float) -> dict[int, float]:
    """Stretch word spaces first, then the gaps between Han and Western, then neighbouring marks."""
    changes: dict[int, float] = {}
    for turn in STRETCHING:
        members = [(index, joint.stretch) for index, joint in taking if joint.turn is turn]
        give = sum(stretch for _, stretch in members)
        if not give:
            continue
        share = min(1.0, missing / give)
        changes |= {index: stretch * share for index, stretch in members}
        missing -= give * share
        if missing <= 0:
            break
    return changes
