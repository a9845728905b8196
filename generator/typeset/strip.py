"""A paragraph as one endless line: atoms with the joints between them, before anybody asks where lines end.

In: spans, the library, a setting. Out: strips, one for each stretch of text between typed line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from generator.typeset.breaks import Rank
from generator.typeset.display import eased
from generator.typeset.model import Level
from generator.typeset.numerals import date_joints, numerals
from generator.typeset.phrases import NUMBER_COST, PARTICLE_COST, PAUSE_COST, line_end_costs
from generator.typeset.punctuation import western_marks
from generator.typeset.shaping import INVISIBLE, Atom, Drawer, Joint, drawer, parted
from generator.typeset.spacing import Turn
from generator.typeset.tokens import hyphen_points, plain_points, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.fonts.library import Library
    from generator.typeset.model import Setting, Span

PRINTED_COST = 60.0
"""A printed figure parted outside its numeral, before its noun (18个|欠发达县域): allowed, but better not."""

WIDE_WORD = 8
"""A Western word is parted when it takes more than one part in so many of the measure: moved whole it would leave a hole."""

HYPHEN_COST = 60.0
"""A hyphen is worth a line a good deal too loose."""
OWN_HYPHEN_COST = 15.0
"""A word's own hyphen costs less: nothing is added."""

LINE_ENDS = INVISIBLE
"""A typed line end: what follows begins a line (Unicode UAX #14, LB 4 and 5)."""

DATE_COST = 100.0
"""A date parted between year and month: worth a line somewhat too tight or loose."""

PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "…": "."})
"""What Western marks behave like, in words and at line ends."""

RAISED = "⁰ⁱ⁴-ⁿ"
LOWERED = "₀-ₜ"
SHIFTED = re.compile(f"(?P<super>[¹²³]*[{RAISED}][{RAISED}¹²³]*)|(?P<sub>[{LOWERED}]+)")
"""Small letters and digits that the faces do not have and that are drawn (¹²³ they have)."""


@dataclass(slots=True)
class Strip:
    """Atoms in order; `joints[k]` lies before atom k (the first is never looked at); `owners[k]` is the index of its span."""

    atoms: list[Atom]
    joints: list[Joint]
    owners: list[int]


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans without empty ones, neighbours of one kind as one: a run for each change of style or use."""
    parts = [part for span in spans if span.text for part in _unshifted(span)]
    pauses = accumulate((part.pause for part in parts), initial=0)
    groups = groupby(
        zip(parts, pauses, strict=False), lambda pair: (pair[0].style, pair[0].use, pair[0].shift, pair[0].dots, pair[1])
    )
    return [_joined([span for span, _ in group]) for _, group in groups]


def _unshifted(span: Span) -> Iterator[Span]:
    """Yield a span in parts, its small letters and digits (₂) shifted; they stay what the author typed."""
    at = 0
    for match in SHIFTED.finditer(span.text) if not span.shift else ():
        if at < match.start():
            yield replace(span, text=span.text[at : match.start()], pause=False)
        yield replace(span, text=match.group(), shift=str(match.lastgroup), pause=span.pause and match.end() == len(span.text))
        at = match.end()
    if at < len(span.text):
        yield replace(span, text=span.text[at:]) if at else span


def _joined(spans: list[Span]) -> Span:
    return spans[0] if len(spans) == 1 else replace(spans[-1], text="".join(span.text for span in spans))


def strips(spans: Sequence[Span], setting: Setting, library: Library) -> list[Strip]:
    """Return the atoms of merged spans, in one strip for each stretch between typed line ends."""
    text = "".join(span.text for span in spans)
    shadow = _shadow(text)
    atoms: list[Atom] = []
    owners: list[int] = []
    at = 0
    for index, span in enumerate(spans):
        box = drawer(library.face(span.style.face), span.style.size, span.shift, setting.level, display=setting.display)
        made = _atoms(span.text, shadow[at : at + len(span.text)], box)
        atoms += made
        owners += [index] * len(made)
        at += len(span.text)
    joints = _joints(atoms)
    strip = _part_wide(Strip(atoms, eased(atoms, joints) if setting.display and atoms else joints, owners), setting)
    _discourage(strip, _printed(spans), PRINTED_COST)
    if held := numerals(text):
        _hold(strip, held)
        _discourage(strip, ((place - 1, place + 1) for place in date_joints(text)), DATE_COST)
    if setting.balanced:
        _phrase(strip, spans)
    return _split(strip)


NO_JOINT = Joint(0, 0, 0, even=False, turn=Turn.NEVER, rank=Rank.TORN)


def _shadow(text: str) -> str:
    western = western_marks(text)
    if not western:
        return text
    return "".join(char.translate(PLAIN) if index in western else char for index, char in enumerate(text))


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


def _printed(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of printed figures."""
    starts = accumulate((len(span.text) for span in spans), initial=0)
    for span, start in zip(spans, starts, strict=False):
        if span.use:
            yield start, start + len(span.text)


def _offsets(strip: Strip) -> list[int]:
    """Return the index of each atom's first character."""
    return list(accumulate([len(atom.text) for atom in strip.atoms], initial=0))


def _hold(strip: Strip, ranges: Iterable[tuple[int, int]]) -> None:
    """Make the joints inside these ranges of characters rigid and no line's end."""
    for index in _inside(strip, ranges):
        strip.joints[index] = strip.joints[index].held()


def _discourage(strip: Strip, ranges: Iterable[tuple[int, int]], cost: float) -> None:
    """Put a price on line ends inside these ranges of characters."""
    for index in _inside(strip, ranges):
        strip.joints[index] = replace(strip.joints[index], cost=cost)


def _phrase(strip: Strip, spans: Sequence[Span]) -> None:
    """Add to the price of each line end what it costs by sense: by the words, the printed numbers and the author's marks."""
    costs = list(line_end_costs("".join(span.text for span in spans)))
    ends = accumulate(len(span.text) for span in spans)
    for span, end in zip(spans, ends, strict=True):
        if end < len(costs) and (span.pause or (span.use and costs[end] < PARTICLE_COST)):
            costs[end] = PAUSE_COST if span.pause else min(costs[end], NUMBER_COST)
    for index, at in enumerate(_offsets(strip)[1:-1], start=1):
        strip.joints[index] = replace(strip.joints[index], cost=strip.joints[index].cost + costs[at])


def _inside(strip: Strip, ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield the joints inside ranges of characters."""
    found = list(ranges)
    offsets = _offsets(strip) if found else []
    for start, end in found:
        yield from range(bisect_right(offsets, start), bisect_left(offsets, end))


def _part_wide(strip: Strip, setting: Setting) -> Strip:
    """Return the strip with wide Western pieces parted: at good places, and anywhere if one is wider than the measure."""
    limit = setting.measure // WIDE_WORD
    if not any(atom.width > limit and len(atom.glyphs) > 1 for atom in strip.atoms):
        return strip
    wide = Strip([], [], [])
    for atom, joint, owner in zip(strip.atoms, strip.joints, strip.owners, strict=True):
        parts, joints = _parts(atom, setting) if atom.width > limit and len(atom.glyphs) > 1 else ((atom,), [])
        wide.atoms += parts
        wide.joints += [joint, *joints]
        wide.owners += [owner] * len(parts)
    return wide


def _parts(atom: Atom, setting: Setting) -> tuple[tuple[Atom, ...], list[Joint]]:
    plain, hyphens = plain_points(atom.text, slashed=setting.level is Level.BASIC), hyphen_points(atom.text)
    points = range(1, len(atom.text)) if atom.width > setting.measure else sorted({*plain, *hyphens})
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
    texts = [atom.text for atom in strip.atoms]
    if LINE_ENDS.isdisjoint(texts):
        return [strip] if texts else []
    ends = [index + 1 for index, text in enumerate(texts) if text in LINE_ENDS and texts[index : index + 2] != ["\r", "\n"]]
    edges = sorted({0, *ends, len(strip.atoms)})
    return [Strip(strip.atoms[start:end], strip.joints[start:end], strip.owners[start:end]) for start, end in pairwise(edges)]
