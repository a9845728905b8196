"""Lines of placed glyph runs, from a strip and the atoms of each line.

In: a strip, its spans, ranges of atoms. Out: lines, each with a run for every change of style or use.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, groupby, takewhile
from typing import TYPE_CHECKING

from generator.drawing import Glyph, Role, TextRun
from generator.typeset.classes import Class
from generator.typeset.copies import goes_on
from generator.typeset.emphasis import dots
from generator.typeset.justify import opening, rooms
from generator.typeset.model import Align, Level, Line
from generator.typeset.scale import tail
from generator.typeset.shaping import SMALL, drawer
from generator.units import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.fonts.library import Library
    from generator.typeset.model import Setting, Span
    from generator.typeset.shaping import Atom, Joint
    from generator.typeset.strip import Strip
    from generator.units import Length

HYPHEN = "-"
"""Printed at a line's end and outside the copied text."""

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

    def set_by(self, press: Press) -> Line:
        """Return the line."""
        return press.line(self)


@dataclass(frozen=True, slots=True)
class Press:
    """What all lines of a paragraph share: its spans and setting, the fonts, and what its runs are to be signed with."""

    spans: Sequence[Span]
    setting: Setting
    library: Library
    origin: str
    role: Role

    def hyphen(self, owner: int) -> Atom:
        """Return the hyphen in the type of a span."""
        span = self.spans[owner]
        return drawer(self.library.face(span.style.face), span.style.size, span.shift, self.setting.level)[HYPHEN]

    def line(self, part: Part) -> Line:
        """Return a part of a strip as a line; the last of a strip is set to its natural width."""
        strip, end, indent = part.strip, part.end, part.indent
        atoms, joints = part.atoms, part.joints
        room = self.setting.measure - indent
        full = sum(atom.width for atom in atoms) + sum(joint.desired for joint in joints) - atoms[0].head
        added = self.hyphen(strip.owners[end - 1]) if end < len(strip.atoms) and strip.joints[end].hyphen else None
        trail = self._trail(atoms, full - room) - (added.width if added else 0)
        slack = room - full + trail
        last = end == len(strip.atoms)
        flush = self.setting.align is Align.JUSTIFY and (slack < 0 or not last)
        spaces = rooms(joints, slack if flush else 0)
        left = indent + OFFSETS.get(self.setting.align, 0) * slack
        steps = [atom.width + space for atom, space in zip(atoms, spaces, strict=False)]
        places = list(accumulate(steps, initial=left - atoms[0].head))
        right = round(places[-1] + atoms[-1].width - trail)
        runs = self.runs(part, places, right)
        opened = round(opening(joints, slack)) if flush else 0
        return Line(tuple(_hyphened(runs, added) if added else runs), round(right - left), opened, part.goes_on)

    def _trail(self, atoms: Sequence[Atom], excess: Length) -> Length:
        """Return what the end of a line gives up: typed spaces always, half a mark, under BASIC only at need."""
        blank = sum(atom.width for atom in takewhile(lambda atom: atom.left is Class.SPACE, reversed(atoms)))
        if blank:
            return blank
        spared = self.setting.level is Level.BASIC and not self.setting.hanging and excess <= 0
        return 0 if spared else tail(atoms[-1], self.setting)

    def runs(self, part: Part, places: Sequence[float], right: Length) -> list[TextRun]:
        """Return a run for each owner; the first begins where its mark's ink may begin, the last ends at the line's right edge."""
        atoms, owners = part.atoms, part.strip.owners[part.start : part.end]
        runs: list[TextRun] = []
        start = 0
        for owner, group in groupby(owners):
            end = start + len(list(group))
            x = round(places[start]) + (0 if start else atoms[0].head)
            edge = right if end == len(atoms) else round(places[end - 1]) + atoms[end - 1].width
            run = self._run(self.spans[owner], atoms[start:end], places[start:end], (x, max(edge, x)))
            runs.append(replace(run, follows=True) if start else run)
            start = end
        return runs

    def _run(self, span: Span, atoms: Sequence[Atom], places: Sequence[float], edges: tuple[Length, Length]) -> TextRun:
        x, right = edges
        glyphs = [
            Glyph(gid, at + dx, meant, dy)
            for atom, place in zip(atoms, places, strict=True)
            for at in (round(place) - x,)
            for gid, dx, dy, meant in atom.glyphs
        ]
        style = span.style
        if span.dots:
            glyphs += dots(self.library.face(style.face), style.size, atoms, [place - x for place in places])
        size = round(style.size * SMALL) if span.shift else style.size
        text = "".join([atom.text for atom in atoms])
        return TextRun(Point(x, 0), style.face, size, style.ink, tuple(glyphs), text, right - x, span.use, self.origin, self.role)


def _hyphened(runs: list[TextRun], hyphen: Atom) -> list[TextRun]:
    """Return the runs with a hyphen at the end of the last, within its width."""
    last = runs[-1]
    printed = tuple(Glyph(gid, last.width - hyphen.width + dx, "", dy) for gid, dx, dy, _ in hyphen.glyphs)
    return [*runs[:-1], replace(last, glyphs=last.glyphs + printed)]
