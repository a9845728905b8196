"""Lines of placed glyph runs, from a strip and the atoms of each line.

In: a strip, its spans, ranges of atoms. Out: lines, each with a run for every change of style or use.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from generator.drawing import Glyph, TextRun
from generator.typeset.classes import Class
from generator.typeset.copies import goes_on
from generator.typeset.emphasis import dots
from generator.typeset.justify import opening, places
from generator.typeset.model import Align, Level, Line
from generator.typeset.shaping import SMALL, drawer
from generator.units import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.fonts.library import Library
    from generator.typeset.joints import Joint
    from generator.typeset.model import Setting, Span
    from generator.typeset.scale import Scale
    from generator.typeset.shaping import Atom
    from generator.typeset.strip import Strip
    from generator.units import Length

HYPHEN = "-"
"""Printed at a line's end and outside the copied text."""

_NEW = tuple.__new__
"""A page has thousands of glyphs, and a named tuple's own `__new__` takes twice as long."""

OFFSETS = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}
"""How much of an open line's slack lies on its left."""


@dataclass(frozen=True, slots=True)
class Part:
    """The atoms `start` to `end` of a strip, which become one line with this indent."""

    strip: Strip
    start: int
    end: int
    indent: Length

    @property
    def atoms(self) -> Sequence[Atom]:
        """Its atoms."""
        return self.strip.atoms[self.start : self.end]

    @property
    def joints(self) -> Sequence[Joint]:
        """The joints between its atoms."""
        return self.strip.joints[self.start + 1 : self.end]

    @property
    def ends_strip(self) -> bool:
        """Tell whether nothing follows up to a typed line end."""
        return self.end == len(self.strip.atoms)

    @property
    def goes_on(self) -> bool:
        """Tell whether its last word goes on in the next line."""
        return not self.ends_strip and goes_on(self.strip.atoms[self.end - 1].text[-1], self.strip.atoms[self.end].text[0])


@dataclass(frozen=True, slots=True)
class Stretch(Part):
    """A part of a strip with its scale, to be set to the measure."""

    scale: Scale

    def set_by(self, press: Press) -> Line:
        """Return the line."""
        return press.line(self)


@dataclass(frozen=True, slots=True)
class Press:
    """What all lines of a paragraph share: its spans and setting, and the fonts."""

    spans: Sequence[Span]
    setting: Setting
    library: Library

    def hyphen(self, owner: int, face: str = "") -> Atom:
        """Return the hyphen in the type of a span, by another face where one is named."""
        span = self.spans[owner]
        return drawer(self.library.face(face or span.style.face), span.style.size, span.shift, self.setting.level)[HYPHEN]

    def line(self, part: Stretch) -> Line:
        """Return a part of a strip as a line; the last of a strip is set to its natural width."""
        strip, scale, start, end, indent = part.strip, part.scale, part.start, part.end, part.indent
        slack = self.setting.measure - indent - (scale.ends[end - 1] - scale.start(start))
        kept = self._kept(strip.atoms[end - 1], slack)
        slack -= kept
        flush = slack if self.setting.align is Align.JUSTIFY and (slack < 0 or not part.ends_strip) else 0
        left = indent + (round(OFFSETS[align] * slack) if (align := self.setting.align) in OFFSETS else 0)
        at = places(scale, strip.joints, (start, end), left, flush)
        right = at[-1] + scale.ends[end - 1] - scale.lefts[end - 1] + kept
        runs = self.runs(part, at, right)
        if not part.ends_strip and strip.joints[end].hyphen:
            runs = _hyphened(runs, self.hyphen(strip.owners[end - 1], strip.atoms[end - 1].face))
        return Line(tuple(runs), right - left, round(opening(scale, start, end, flush)), part.goes_on)

    def _kept(self, last: Atom, slack: Length) -> Length:
        """Return what the mark at a line's end does not give up: under BASIC its half, where there is room for it."""
        if self.setting.level is not Level.BASIC or self.setting.hanging or last.left is Class.SPACE:
            return 0
        return last.tail if last.tail <= slack else 0

    def runs(self, part: Part, places: Sequence[Length], right: Length) -> list[TextRun]:
        """Return a run for each owner, and for each face that draws its atoms.

        The first begins where its mark's ink may begin, the last ends at the line's right edge.
        """
        atoms, owners = part.atoms, part.strip.owners[part.start : part.end]
        runs: list[TextRun] = []
        start = 0
        for owner, end in _stints(owners, [atom.face for atom in atoms] if self.library.supplemented else None):
            x = places[start] + (0 if start else atoms[0].head)
            edge = right if end == len(atoms) else places[end - 1] + atoms[end - 1].width
            runs.append(self._run(self.spans[owner], atoms[start:end], places[start:end], (x, max(edge, x)), follows=start > 0))
            start = end
        return runs

    def _run(
        self, span: Span, atoms: Sequence[Atom], places: Sequence[Length], edges: tuple[Length, Length], *, follows: bool
    ) -> TextRun:
        x, right = edges
        at = [place - x for place in places] if x else places
        glyphs = [
            _NEW(Glyph, (gid, place + dx, meant, dy))
            for atom, place in zip(atoms, at, strict=True)
            for gid, dx, dy, meant in atom.glyphs
        ]
        style, face = span.style, atoms[0].face or span.style.face
        if span.dots:
            glyphs += dots(self.library.face(face), style.size, atoms, at)
        size = round(style.size * SMALL) if span.shift else style.size
        text = "".join([atom.text for atom in atoms])
        return TextRun(
            Point(x, 0), face, size, style.ink, tuple(glyphs), text, right - x, span.use, follows=follows, link=span.link
        )


def _stints(owners: Sequence[int], faces: Sequence[str] | None) -> list[tuple[int, int]]:
    """Return each owner with the index after its last atom, or its last of one face; they stand in order."""
    if owners[0] == owners[-1] and not (faces and any(faces)):
        return [(owners[0], len(owners))]
    kinds = groupby(zip(owners, faces, strict=True) if faces else ((owner, "") for owner in owners))
    lengths = [(owner, len(list(group))) for (owner, _), group in kinds]
    return list(zip((owner for owner, _ in lengths), accumulate(length for _, length in lengths), strict=True))


def _hyphened(runs: list[TextRun], hyphen: Atom) -> list[TextRun]:
    """Return the runs with a hyphen at the end of the last, within its width."""
    last = runs[-1]
    printed = tuple(Glyph(gid, last.width - hyphen.width + dx, "", dy) for gid, dx, dy, _ in hyphen.glyphs)
    return [*runs[:-1], replace(last, glyphs=last.glyphs + printed)]
