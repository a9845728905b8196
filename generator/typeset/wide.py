"""Pieces that are wide for their measure, parted: an address at its signs, a word at its hyphens, and anywhere what does not fit at all.

In: a strip and a setting. Out: the strip with such pieces cut, and the joints inside them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

from generator.typeset.breaks import Rank, inner_rank
from generator.typeset.model import Align, Level
from generator.typeset.parting import Point, points
from generator.typeset.shaping import parted
from generator.typeset.strip import NO_JOINT, Strip

if TYPE_CHECKING:
    from generator.typeset.joints import Joint
    from generator.typeset.model import Setting
    from generator.typeset.shaping import Atom
    from generator.units import Length

WIDE_WORD = 8
"""A Western word is parted when it takes more than one part in so many of the measure: moved whole it would leave a hole."""


def part_wide(strip: Strip, setting: Setting) -> Strip:
    """Return the strip with wide Western pieces parted: at good places, and anywhere if one is wider than the measure."""
    if not is_parted(strip, setting):
        return strip
    long = set(_long(strip, setting))
    torn = {index for index in long if _overflows(strip, index, setting)}
    wide = Strip([], [], [], strip.em)
    for index, (atom, joint, owner) in enumerate(zip(strip.atoms, strip.joints, strip.owners, strict=True)):
        parts, joints = _parts(atom, setting, torn=index in torn) if index in long else ((atom,), [])
        wide.atoms += parts
        wide.joints += [replace(joint, rank=Rank.TORN, cost=inf) if index in torn and joint.rank is Rank.HELD else joint, *joints]
        wide.owners += [owner] * len(parts)
    wide.hyphens = tuple(index for index, joint in enumerate(wide.joints) if joint.hyphen)
    return wide


def is_parted(strip: Strip, setting: Setting) -> bool:
    """Tell whether a piece of a strip is so wide for the measure that it is parted somewhere."""
    return any(_places(strip.atoms[index], setting) or _overflows(strip, index, setting) for index in _long(strip, setting))


def _long(strip: Strip, setting: Setting) -> list[int]:
    """Return the pieces that would leave a hole if they were moved whole."""
    limit = setting.measure // WIDE_WORD
    return [index for index, atom in enumerate(strip.atoms) if atom.width > limit and len(atom.glyphs) > 1]


def _places(atom: Atom, setting: Setting) -> dict[int, Point]:
    """Return where a long piece may be parted."""
    return points(atom.text, setting.measure * len(atom.text) // atom.width, slashed=setting.level is Level.BASIC)


def _overflows(strip: Strip, index: int, setting: Setting) -> bool:
    """Tell whether an atom is wider than the measure together with the marks that cling to it."""
    joints = strip.joints
    start, end = index, index + 1
    while start and joints[start].rank > Rank.HELD:
        start -= 1
    while end < len(joints) and joints[end].rank > Rank.HELD:
        end += 1
    atoms, inside = strip.atoms[start:end], joints[start + 1 : end]
    give = sum(joint.shrink for joint in inside) if setting.align is Align.JUSTIFY else 0
    width = sum(atom.width for atom in atoms) + sum(joint.desired for joint in inside) - atoms[0].head - atoms[-1].tail
    return width - give > setting.measure - (0 if start else setting.indent)


def _parts(atom: Atom, setting: Setting, *, torn: bool) -> tuple[tuple[Atom, ...], list[Joint]]:
    offered = _places(atom, setting)
    parts = parted(atom, tuple(range(1, len(atom.text)) if torn else sorted(offered)))
    ends = accumulate(len(part.text) for part in parts[:-1])
    kerns = (part.kerns[-1] if part.kerns else 0 for part in parts[:-1])
    return parts, [_inner(atom.text, end, offered.get(end), setting.level, kern) for end, kern in zip(ends, kerns, strict=True)]


def _inner(text: str, place: int, point: Point | None, level: Level, kern: Length) -> Joint:
    """Return the joint inside a parted piece, its kern kept where no line ends."""
    joint = _point(point) if point else _torn(inner_rank(text[place - 1], text[place], level))
    return replace(joint, desired=kern) if kern else joint


@cache
def _point(point: Point) -> Joint:
    return replace(NO_JOINT, rank=Rank.FREE, cost=point.cost, hyphen=point.hyphen)


@cache
def _torn(rank: Rank) -> Joint:
    return replace(NO_JOINT, rank=rank)
