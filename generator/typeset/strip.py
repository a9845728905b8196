"""A paragraph as one endless line: atoms with the joints between them, before anybody asks where lines end.

In: spans, the library, a setting. Out: strips, one for each stretch of text between typed line ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from generator.typeset.breaks import Rank
from generator.typeset.numerals import date_joints, numerals
from generator.typeset.punctuation import western_quotes
from generator.typeset.shaping import Atom, Drawer, Joint, drawer, parted
from generator.typeset.spacing import Turn
from generator.typeset.tokens import hyphen_points, plain_points, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.fonts.library import Library
    from generator.typeset.model import Setting, Span
    from generator.units import Length

LONGEST_HELD = 10
"""Ems up to which a printed number is one piece; a longer use is a phrase, held together only around its numerals."""

WIDE_WORD = 8
"""A Western word is parted when it takes more than one part in so many of the measure: moved whole it would leave a hole."""

HYPHEN_COST = 60.0
"""A hyphen is worth a line a good deal too loose."""
OWN_HYPHEN_COST = 15.0
"""A word's own hyphen costs less: nothing is added."""

LINE_ENDS = frozenset("\n")
"""A typed line end: what follows begins a line."""

DATE_COST = 100.0
"""A date parted between year and month: worth a line somewhat too tight or loose."""

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(slots=True)
class Strip:
    """Atoms in order; `joints[k]` lies before atom k (the first is never looked at); `owners[k]` is the index of its span."""

    atoms: list[Atom]
    joints: list[Joint]
    owners: list[int]


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans without empty ones, neighbours of one kind as one: a run for each change of style or use."""
    groups = groupby((span for span in spans if span.text), lambda span: (span.style, span.use, span.shift))
    return [_joined(list(group)) for _, group in groups]


def _joined(spans: list[Span]) -> Span:
    return spans[0] if len(spans) == 1 else replace(spans[0], text="".join(span.text for span in spans))


def strips(spans: Sequence[Span], setting: Setting, library: Library) -> list[Strip]:
    """Return the atoms of merged spans, in one strip for each stretch between typed line ends."""
    text = "".join(span.text for span in spans)
    shadow = _shadow(text)
    atoms: list[Atom] = []
    owners: list[int] = []
    at = 0
    for index, span in enumerate(spans):
        box = drawer(library.face(span.style.face), span.style.size, span.shift, setting.level)
        made = _atoms(span.text, shadow[at : at + len(span.text)], box)
        atoms += made
        owners += [index] * len(made)
        at += len(span.text)
    strip = _part_wide(Strip(atoms, _joints(atoms), owners), setting.measure)
    if held := [*numerals(text), *_printed(spans, strip)]:
        _hold(strip, held)
        _discourage(strip, date_joints(text))
    return _split(strip)


NO_JOINT = Joint(0, 0, 0, even=False, turn=Turn.NEVER, rank=Rank.TORN)


def _shadow(text: str) -> str:
    western = western_quotes(text)
    if not western:
        return text
    return "".join(char.translate(STRAIGHT) if index in western else char for index, char in enumerate(text))


def _atoms(text: str, shadow: str, box: Drawer) -> list[Atom]:
    if text == shadow:
        return [box[token] for token in tokens(text)]
    pieces = tokens(shadow)
    starts = accumulate(map(len, pieces), initial=0)
    return [
        box[piece] if text[at : at + len(piece)] == piece else box.quoted(text[at : at + len(piece)], piece)
        for piece, at in zip(pieces, starts, strict=False)
    ]


def _between(first: Atom, second: Atom) -> Joint:
    """Return the joint between two sizes: that of the smaller, so that a hero number is not pushed from its unit."""
    joint = second.joints[first.right]
    if first.size > second.size:
        return joint
    ratio = first.size / second.size
    desired, shrink, stretch = (round(measure * ratio) for measure in (joint.desired, joint.shrink, joint.stretch))
    return replace(joint, desired=desired, shrink=shrink, stretch=stretch)


def _joints(atoms: list[Atom]) -> list[Joint]:
    pairs = pairwise(atoms)
    return [
        NO_JOINT,
        *(second.joints[first.right] if first.size == second.size else _between(first, second) for first, second in pairs),
    ]


def _printed(spans: Sequence[Span], strip: Strip) -> Iterator[tuple[int, int]]:
    """Yield the ranges of printed numbers that are short enough to be one piece."""
    widths = [0] * len(spans)
    for atom, owner in zip(strip.atoms, strip.owners, strict=True):
        widths[owner] += atom.width
    starts = accumulate((len(span.text) for span in spans), initial=0)
    for span, start, width in zip(spans, starts, widths, strict=False):
        if span.use and width <= LONGEST_HELD * span.style.size:
            yield start, start + len(span.text)


def _offsets(strip: Strip) -> list[int]:
    """Return the index of each atom's first character."""
    return list(accumulate([len(atom.text) for atom in strip.atoms], initial=0))


def _hold(strip: Strip, ranges: Iterable[tuple[int, int]]) -> None:
    """Make the joints inside these ranges of characters rigid and no line's end."""
    offsets = _offsets(strip)
    for start, end in ranges:
        for index in range(bisect_right(offsets, start), bisect_left(offsets, end)):
            strip.joints[index] = strip.joints[index].held()


def _discourage(strip: Strip, places: Iterable[int]) -> None:
    """Put a price on line ends before these characters."""
    offsets = _offsets(strip)
    for place in places:
        index = bisect_left(offsets, place)
        strip.joints[index] = replace(strip.joints[index], cost=DATE_COST)


def _part_wide(strip: Strip, measure: Length) -> Strip:
    """Return the strip with wide Western pieces parted: at good places, and anywhere if one is wider than the measure."""
    limit = measure // WIDE_WORD
    if not any(atom.width > limit and len(atom.glyphs) > 1 for atom in strip.atoms):
        return strip
    wide = Strip([], [], [])
    for atom, joint, owner in zip(strip.atoms, strip.joints, strip.owners, strict=True):
        parts, joints = _parts(atom, measure) if atom.width > limit and len(atom.glyphs) > 1 else ((atom,), [])
        wide.atoms += parts
        wide.joints += [joint, *joints]
        wide.owners += [owner] * len(parts)
    return wide


def _parts(atom: Atom, measure: Length) -> tuple[tuple[Atom, ...], list[Joint]]:
    plain, hyphens = plain_points(atom.text), hyphen_points(atom.text)
    points = range(1, len(atom.text)) if atom.width > measure else sorted({*plain, *hyphens})
    parts = parted(atom, tuple(points))
    ends = accumulate(len(part.text) for part in parts[:-1])
    return parts, [_inner(end, plain, hyphens) for end in ends]


def _inner(point: int, plain: tuple[int, ...], hyphens: tuple[int, ...]) -> Joint:
    if point in plain:
        return replace(NO_JOINT, rank=Rank.FREE, cost=OWN_HYPHEN_COST)
    if point in hyphens:
        return replace(NO_JOINT, rank=Rank.FREE, cost=HYPHEN_COST, hyphen=True)
    return NO_JOINT


def _split(strip: Strip) -> list[Strip]:
    ends = [index + 1 for index, atom in enumerate(strip.atoms) if atom.text in LINE_ENDS]
    if not ends:
        return [strip] if strip.atoms else []
    edges = sorted({0, *ends, len(strip.atoms)})
    return [Strip(strip.atoms[start:end], strip.joints[start:end], strip.owners[start:end]) for start, end in pairwise(edges)]
