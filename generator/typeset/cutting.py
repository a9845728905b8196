"""Spans cut into strips: atoms of their faces with the joints between them, one strip for each stretch between typed line ends.

In: spans, the library, a setting. Out: strips, what belongs together held and what is too wide parted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from generator.typeset.classes import Class
from generator.typeset.display import eased
from generator.typeset.holding import keep_together, price_by_sense
from generator.typeset.pieces import NARROW_EMS
from generator.typeset.punctuation import western_marks
from generator.typeset.shaping import INVISIBLE, Atom, Drawer, drawer
from generator.typeset.strip import NO_JOINT, Strip
from generator.typeset.tokens import tokens
from generator.typeset.wide import part_wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.fonts.library import Library
    from generator.typeset.joints import Joint
    from generator.typeset.model import Setting, Span
    from generator.units import Length

LINE_ENDS = INVISIBLE
"""A typed line end: what follows begins a line (Unicode UAX #14, LB 4 and 5)."""
BLANK_RUN = re.compile(r"\s{2}")
LINE_END = re.compile(f"[{''.join(sorted(LINE_ENDS))}]")

PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "…": "."})
"""What Western marks behave like, in words and at line ends."""

RAISED = "⁰ⁱ⁴-ⁿ"
LOWERED = "₀-ₜ"
SHIFTED = re.compile(f"(?P<super>[¹²³]*[{RAISED}][{RAISED}¹²³]*)|(?P<sub>[{LOWERED}]+)")
"""Small letters and digits that the faces do not have and that are drawn (¹²³ they have)."""


def merged(spans: Sequence[Span]) -> list[Span]:
    """Return the spans without empty ones, neighbours of one kind as one: a run for each change of style or use."""
    if len(spans) == 1 and not SHIFTED.search(spans[0].text):
        return list(spans) if spans[0].text else []
    parts = [part for span in spans if span.text for part in _unshifted(span)]
    pauses = accumulate((part.pause for part in parts), initial=0)
    groups = groupby(zip(parts, pauses, strict=False), lambda pair: (*_kind(pair[0]), pair[1]))
    return [_joined([span for span, _ in group]) for _, group in groups]


def _kind(span: Span) -> tuple[object, ...]:
    return span.style, span.use, span.shift, span.dots, span.link


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
    for index in _inside(atoms, text, setting.names):
        joints[index] = joints[index].closed()
    strip = Strip(atoms, eased(atoms, joints) if setting.display else joints, owners, max(sizes))
    ended = bool(LINE_END.search(text))
    if ended or _natural(strip) > room:
        keep_together(strip, text, spans, narrow=setting.measure < NARROW_EMS * strip.em)
        strip = part_wide(strip, setting)
        if setting.balanced:
            price_by_sense(strip, spans)
    if BLANK_RUN.search(text):
        spaces = [index for index, atom in enumerate(strip.atoms) if atom.left is Class.SPACE]
        strip.later_spaces = tuple(second for first, second in pairwise(spaces) if second == first + 1)
    return _split(strip) if ended else [strip]


def _inside(atoms: Sequence[Atom], text: str, names: Sequence[str]) -> Iterator[int]:
    """Yield the atoms that stand in a name, but its first."""
    spots = [(found.start(), found.end()) for name in names if name in text for found in re.finditer(re.escape(name), text)]
    ends = list(accumulate(len(atom.text) for atom in atoms)) if spots else ()
    for start, end in spots:
        yield from (index + 1 for index, at in enumerate(ends[:-1]) if start < at < end)


def _natural(strip: Strip) -> Length:
    """Return the width of a strip that nothing is trimmed from."""
    return sum([atom.width for atom in strip.atoms]) + sum([joint.desired for joint in strip.joints])


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


def _split(strip: Strip) -> list[Strip]:
    texts = [atom.text for atom in strip.atoms]
    ends = [index + 1 for index, text in enumerate(texts) if text in LINE_ENDS and texts[index : index + 2] != ["\r", "\n"]]
    edges = sorted({0, *ends, len(strip.atoms)})
    return [_cut(strip, start, end) for start, end in pairwise(edges)]


def _cut(strip: Strip, start: int, end: int) -> Strip:
    hyphens, spaces = (tuple(at - start for at in places if start < at < end) for places in (strip.hyphens, strip.later_spaces))
    return Strip(strip.atoms[start:end], strip.joints[start:end], strip.owners[start:end], strip.em, hyphens, spaces)
