"""A paragraph as one endless line: atoms with the joints between them, before anybody asks where lines end.

In: spans, the library, a setting. Out: strips, one for each stretch of text between typed line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from itertools import accumulate, groupby, pairwise
from math import inf
from typing import TYPE_CHECKING

from generator.typeset.breaks import Rank, inner_rank, is_held_over_spaces
from generator.typeset.classes import Class, classify
from generator.typeset.display import eased
from generator.typeset.model import Align, Level
from generator.typeset.parting import Point, points
from generator.typeset.phrases import NUMBER_COST, PARTICLE_COST, PAUSE_COST, line_end_costs
from generator.typeset.pieces import NARROW_EMS, pieces
from generator.typeset.punctuation import western_marks
from generator.typeset.shaping import INVISIBLE, Atom, Drawer, Joint, drawer, parted
from generator.typeset.spacing import Turn
from generator.typeset.tokens import tokens
from generator.typeset.unicode_classes import COMBINING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.fonts.library import Library
    from generator.typeset.model import Setting, Span
    from generator.units import Length

PRINTED_COST = 60.0
"""A printed figure parted outside its numeral, before its noun (18个|欠发达县域): allowed, but better not."""

WIDE_WORD = 8
"""A Western word is parted when it takes more than one part in so many of the measure: moved whole it would leave a hole."""

LINE_ENDS = INVISIBLE
"""A typed line end: what follows begins a line (Unicode UAX #14, LB 4 and 5)."""
BLANK_RUN = re.compile(r"\s{2}")
LINE_END = re.compile(f"[{''.join(sorted(LINE_ENDS))}]")

CACHED_JOINTS = 4096
"""Joints of a report by classes and sizes, held or priced: a few hundred."""

SPACED = re.compile(f"[^\\s0-9A-Za-z\u4e00-\u9fff{COMBINING}][{COMBINING}]*(?=(\\s+\\S))")
"""A mark, typed spaces, and what follows."""

PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "…": "."})
"""What Western marks behave like, in words and at line ends."""

RAISED = "⁰ⁱ⁴-ⁿ"
LOWERED = "₀-ₜ"
SHIFTED = re.compile(f"(?P<super>[¹²³]*[{RAISED}][{RAISED}¹²³]*)|(?P<sub>[{LOWERED}]+)")
"""Small letters and digits that the faces do not have and that are drawn (¹²³ they have)."""


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


def strips(spans: Sequence[Span], setting: Setting, library: Library, room: Length = 0) -> list[Strip]:
    """Return the atoms of merged spans, in one strip for each stretch between typed line ends.

    Of what fits a line of so much room, nobody asks where it may be parted: nothing is said of that then.
    """
    text = "".join([span.text for span in spans])
    shadow = _shadow(text)
    atoms: list[Atom] = []
    owners: list[int] = []
    at = 0
    for index, span in enumerate(spans):
        box = drawer(library.face(span.style.face), span.style.size, span.shift, setting.level, display=setting.display)
        end = at + len(span.text)
        made = _atoms(span.text, span.text if shadow is text else shadow[at:end], box)
        atoms += made
        owners += [index] * len(made)
        at = end
    if not atoms:
        return []
    sizes = {span.style.size for span in spans}
    joints = _joints(atoms, sized=len(sizes) > 1)
    strip = Strip(atoms, eased(atoms, joints) if setting.display else joints, owners, max(sizes))
    ended = bool(LINE_END.search(text))
    if ended or _natural(strip) > room:
        _keep_together(strip, text, spans, narrow=setting.measure < NARROW_EMS * strip.em)
        strip = _part_wide(strip, setting)
        if setting.balanced:
            _phrase(strip, spans)
    if BLANK_RUN.search(text):
        spaces = [index for index, atom in enumerate(strip.atoms) if atom.left is Class.SPACE]
        strip.later_spaces = tuple(second for first, second in pairwise(spaces) if second == first + 1)
    return _split(strip) if ended else [strip]


def _natural(strip: Strip) -> Length:
    """Return the width of a strip that nothing is trimmed from."""
    return sum([atom.width for atom in strip.atoms]) + sum([joint.desired for joint in strip.joints])


def _keep_together(strip: Strip, text: str, spans: Sequence[Span], *, narrow: bool) -> None:
    """Hold what belongs together, and put their prices on the places where it may be parted."""
    figures = _printed(spans)
    found = pieces(text, figures, narrow=narrow)
    spaced = _over_spaces(text)
    if not (figures or found.held or found.whole or spaced):
        return
    offsets = list(accumulate([len(atom.text) for atom in strip.atoms], initial=0))
    _change(strip, _inside(offsets, figures), partial(_priced, cost=PRINTED_COST))
    _change(strip, _inside(offsets, [*found.held, *spaced]), _held)
    _change(strip, _inside(offsets, found.whole), _whole)
    for place, cost in found.priced.items():
        _change(strip, _inside(offsets, [(place - 1, place + 1)]), partial(_offered, cost=cost))


NO_JOINT = Joint(0, 0, 0, even=False, turn=Turn.NEVER, rank=Rank.TORN, cost=inf)


def _shadow(text: str) -> str:
    western = western_marks(text)
    if not western:
        return text
    return "".join(char.translate(PLAIN) if index in western else char for index, char in enumerate(text))


def _atoms(text: str, shadow: str, box: Drawer) -> list[Atom]:
    if text == shadow:
        return list(map(box.__getitem__, tokens(text)))
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


def _joints(atoms: list[Atom], *, sized: bool) -> list[Joint]:
    """Return the joint before each atom; `sized` tells whether there is more than one type size."""
    if not sized:
        return [NO_JOINT, *[second.joints[first.right] for first, second in pairwise(atoms)]]
    pairs = pairwise(atoms)
    return [
        NO_JOINT,
        *(second.joints[first.right] if first.size == second.size else _between(first, second) for first, second in pairs),
    ]


def _printed(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the ranges of printed figures."""
    ends = list(accumulate([len(span.text) for span in spans]))
    return [(end - len(span.text), end) for span, end in zip(spans, ends, strict=True) if span.use]


def _over_spaces(text: str) -> list[tuple[int, int]]:
    """Return the ranges of two characters and the typed spaces between them that hold over these."""
    pairs = ((match.start(), match.end(1)) for match in SPACED.finditer(text))
    return [(start, end) for start, end in pairs if is_held_over_spaces(classify(text[start]), classify(text[end - 1]))]


@lru_cache(maxsize=CACHED_JOINTS)
def _held(joint: Joint) -> Joint:
    return joint.held()


@lru_cache(maxsize=CACHED_JOINTS)
def _whole(joint: Joint) -> Joint:
    """Return the joint inside a word, or beside a note mark: a number is parted from its unit sooner."""
    return replace(joint.held(), rank=max(joint.rank, Rank.TORN))


@lru_cache(maxsize=CACHED_JOINTS)
def _priced(joint: Joint, cost: float) -> Joint:
    return replace(joint, cost=cost) if joint.cost < inf else joint


@lru_cache(maxsize=CACHED_JOINTS)
def _offered(joint: Joint, cost: float) -> Joint:
    """Return the joint where a line may end at a price, unless a mark would stand at the wrong edge."""
    return replace(joint, rank=Rank.FREE, cost=cost) if joint.rank < Rank.EDGE else joint


def _change(strip: Strip, places: Iterable[int], change: Callable[[Joint], Joint]) -> None:
    joints = strip.joints
    for index in places:
        joints[index] = change(joints[index])


def _phrase(strip: Strip, spans: Sequence[Span]) -> None:
    """Add to the price of each line end what it costs by sense: by the words, the printed numbers and the author's marks."""
    costs = list(line_end_costs("".join(span.text for span in spans)))
    ends = accumulate(len(span.text) for span in spans)
    for span, end in zip(spans, ends, strict=True):
        if end < len(costs) and (span.pause or (span.use and costs[end] < PARTICLE_COST)):
            costs[end] = PAUSE_COST if span.pause else min(costs[end], NUMBER_COST)
    starts = accumulate([len(atom.text) for atom in strip.atoms[:-1]])
    for index, at in enumerate(starts, start=1):
        strip.joints[index] = replace(strip.joints[index], cost=strip.joints[index].cost + costs[at])


def _inside(offsets: Sequence[int], ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield the joints inside ranges of characters; `offsets` are the indices of the atoms' first characters."""
    for start, end in ranges:
        yield from range(bisect_right(offsets, start), bisect_left(offsets, end))


def _part_wide(strip: Strip, setting: Setting) -> Strip:
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
    return parts, [_inner(atom.text, end, offered.get(end), setting.level) for end in ends]


def _inner(text: str, place: int, point: Point | None, level: Level) -> Joint:
    return _point(point) if point else _torn(inner_rank(text[place - 1], text[place], level))


@cache
def _point(point: Point) -> Joint:
    return replace(NO_JOINT, rank=Rank.FREE, cost=point.cost, hyphen=point.hyphen)


@cache
def _torn(rank: Rank) -> Joint:
    return replace(NO_JOINT, rank=rank)


def _split(strip: Strip) -> list[Strip]:
    texts = [atom.text for atom in strip.atoms]
    ends = [index + 1 for index, text in enumerate(texts) if text in LINE_ENDS and texts[index : index + 2] != ["\r", "\n"]]
    edges = sorted({0, *ends, len(strip.atoms)})
    return [_cut(strip, start, end) for start, end in pairwise(edges)]


def _cut(strip: Strip, start: int, end: int) -> Strip:
    hyphens, spaces = (tuple(at - start for at in places if start < at < end) for places in (strip.hyphens, strip.later_spaces))
    return Strip(strip.atoms[start:end], strip.joints[start:end], strip.owners[start:end], strip.em, hyphens, spaces)
