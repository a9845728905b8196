"""How much room text takes on a slide: paragraphs in, lines and heights out, by the metrics that set the report.

Another program breaks the lines of a slide, so every measure is taken with a margin: 3 % of the width, a quarter of an em
where narrow characters and Han meet (CLREQ, mixed text composition: the gap is the renderer's), and half an em for marks at line ends
and between each two that meet, which the report squeezes and a slide does not (CLREQ, compression of punctuation marks).

The faces may be missing as well: digits and Latin are measured as wide as in the widest face that stands in (`widths`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.ink import Ink
from generator.layout.deck import widths
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import broken, natural_width
from generator.units import Length, pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.fonts.library import Library
    from generator.layout.deck.slide import SlideParagraph

SLACK = 0.03
MARK_MARGIN = 0.5
SHIFTED = 2 / 3
"""The size at which a program shows what is raised or lowered, in parts of its own."""
MEASURED = pt(100)
"""The size at which a run is measured: so large that rounding does not matter."""
_MARK = "[，。、；：！？“”‘’（）《》〈〉【】]"
MARKS = re.compile(_MARK)
MEETING_MARKS = re.compile(f"{_MARK}(?={_MARK})")


Measured: TypeAlias = "tuple[tuple[str, str, Length, str, str], ...]"
"""What of runs takes room: of each its text, face, size, use and shift."""
INKLESS = Ink("", (0, 0, 0), (0, 0, 0, 0))


def characters(runs: Iterable[Span]) -> str:
    """Return the characters of runs."""
    return "".join([run.text for run in runs])


def _squeezed(row: str) -> float:
    """Return by how much the marks of a line may be squeezed in setting it, in ems."""
    return MARK_MARGIN * (bool(MARKS.search(row)) + len(MEETING_MARKS.findall(row)))


def _measured(runs: Iterable[Span]) -> Measured:
    return tuple([(run.text, run.style.face, run.style.size, run.use, run.shift) for run in runs])


def _inkless(measured: Measured) -> tuple[Span, ...]:
    return tuple([Span(text, Style(face, size, INKLESS), use, shift) for text, face, size, use, shift in measured])


@dataclass(frozen=True, slots=True)
class Excess:
    """What is too much for a box: the lines taken, the lines that there is room for, the characters too many."""

    lines: int
    room: int
    characters: int


@dataclass(frozen=True, slots=True)
class Gauge:
    """Measures with the faces of a library; what it has measured it knows, whatever the ink, the pitch and the place.

    `naturals` are the widths of texts as their face sets them, `ems` those that they may need, `broken` the lines of runs in a room.
    """

    library: Library
    naturals: dict[tuple[str, str], float] = field(default_factory=dict, compare=False)
    ems: dict[tuple[str, str], float] = field(default_factory=dict, compare=False)
    broken: dict[tuple[Measured, Length], tuple[str, ...]] = field(default_factory=dict, compare=False)

    def width(self, runs: Sequence[Span]) -> Length:
        """Return the width that runs need on one line, margins included."""
        margin = widths.gaps(characters(runs)) * widths.largest(runs)
        return round((sum([self._ems(run) * run.style.size for run in runs if run.text]) + margin) / (1 - SLACK))

    def natural(self, runs: Sequence[Span]) -> Length:
        """Return the width of runs on one line without any margin, by which things are aligned; what is raised or lowered is smaller."""
        return round(sum(self._natural(run) * run.style.size * (SHIFTED if run.shift else 1) for run in runs if run.text))

    def _natural(self, run: Span) -> float:
        """Return the width of a run in ems as its own face sets it, measured once for all sizes."""
        key = run.text, run.style.face
        ems = self.naturals.get(key)
        if ems is None:
            style = Style(run.style.face, MEASURED, run.style.ink)
            ems = self.naturals[key] = natural_width((Span(run.text, style),), self.library) / MEASURED
        return ems

    def _ems(self, run: Span) -> float:
        """Return the width that a run may need in ems."""
        key = run.text, run.style.face
        ems = self.ems.get(key)
        if ems is None:
            wider = widths.wider(run.text, run.style.face, self.library)
            ems = self.ems[key] = max(self._natural(run), self._least(run)) + wider
        return ems

    def _least(self, run: Span) -> float:
        """Return the width of a run in ems, its marks not squeezed and no room between its characters."""
        return self.library.face(run.style.face).extent(run.text) / widths.PER_MILLE

    def _stretched(self, run: Span) -> Iterator[Span]:
        """Yield the pieces of a run, those of narrow characters set so large that they are as wide as they may be."""
        style, at = run.style, 0
        large = Style(style.face, round(style.size * widths.stretch(style.face, self.library)), style.ink)
        for found in widths.NARROW.finditer(run.text):
            if found.start() > at:
                yield replace(run, text=run.text[at : found.start()])
            yield replace(run, text=found.group(), style=large)
            at = found.end()
        if at < len(run.text):
            yield replace(run, text=run.text[at:])

    def lines(self, paragraph: SlideParagraph, width: Length) -> tuple[str, ...]:
        """Return the characters of each line of a paragraph in a box so wide; at least one line, which may be empty."""
        key = _measured(paragraph.runs), width - paragraph.indent
        lines = self.broken.get(key)
        if lines is None:
            lines = self.broken[key] = self._lines(*key)
        return lines

    def _lines(self, measured: Measured, room: Length) -> tuple[str, ...]:
        runs = _inkless(measured)
        if self.width(runs) <= room:
            return (characters(runs),)
        measure, stretched = round(room * (1 - SLACK)), [piece for run in runs for piece in self._stretched(run)]
        rows = self._set(stretched, measure)
        crowded = max(widths.gaps(row) + _squeezed(row) for row in rows)
        return self._set(stretched, round(measure - crowded * widths.largest(runs))) if crowded else rows

    def height(self, paragraphs: Sequence[SlideParagraph], width: Length) -> Length:
        """Return the height that paragraphs take in a box so wide, space before the first left out."""
        lines = sum(len(self.lines(one, width)) * one.leading for one in paragraphs)
        return lines + sum(one.space_before for one in paragraphs[1:])

    def narrowest(self, paragraph: SlideParagraph, width: Length) -> Length:
        """Return a width for a heading at which its lines are even, and no more of them than in the full width."""
        count = len(self.lines(paragraph, width))
        if count == 1:
            return width
        low, high = width // count, width
        step = widths.largest(paragraph.runs) // 2
        while high - low > step:
            middle = (low + high) // 2
            low, high = (low, middle) if len(self.lines(paragraph, middle)) <= count else (middle, high)
        return high

    def excess(self, paragraphs: Sequence[SlideParagraph], width: Length, height: Length) -> Excess | None:
        """Return what is too much for a box, or None when all of it fits."""
        y, lines, room, over = 0, 0, 0, 0
        for index, paragraph in enumerate(paragraphs):
            y += paragraph.space_before if index else 0
            for row in self.lines(paragraph, width):
                y, lines = y + paragraph.leading, lines + 1
                room, over = (room + 1, over) if y <= height else (room, over + len(row))
        return Excess(lines, room, over) if over else None

    def _set(self, runs: Sequence[Span], measure: Length) -> tuple[str, ...]:
        how = Setting(max(measure, widths.largest(runs)), 0, Align.LEFT)
        return broken([run for run in runs if run.text], how, self.library) or ("",)
