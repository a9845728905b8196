"""What is copied as one: runs that go on with one line, and the stretches of it that a writer may mark with one text.

In: a page's items in the order of reading. Out: lines of runs, and of a line its stretches, neighbours of one style made one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from generator.drawing import Box, Disc, Glyph, Group, Image, Link, Path, TextRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.drawing import Item

Part: TypeAlias = list[TextRun] | Path | Box | Disc | Image | Link | Group

SAME_LINE_GAP = 1.0
"""In ems of the larger type, the widest gap between two runs of one line: a loose line opens to nine tenths, a column gap is wider."""

SAME_LINE_OVERLAP = 0.6
"""In ems, how far a run may reach back over the one before it: a squeezed mark gives up half an em."""

SAME_LINE_RISE = 0.75
"""In ems of the smaller type, how far apart the baselines of one line may be: a note mark's may, the next line's never."""

BEHIND_A_HYPHEN = "\u00a0"
"""pdfium looks for a hyphen before common spaces too, but not before one that does not break."""

BEYOND = re.compile("[\U00010000-\U0010ffff]")


def parts(items: Iterable[Item]) -> Iterator[Part]:
    """Yield the items, runs that go on with one line gathered into a list."""
    line: list[TextRun] = []
    for item in items:
        if line and not (isinstance(item, TextRun) and _continues(line[-1], item)):
            yield line
            line = []
        if isinstance(item, TextRun):
            line.append(item)
        else:
            yield item
    if line:
        yield line


def stretches(line: Sequence[TextRun]) -> Iterator[list[TextRun]]:
    """Yield a line's runs in stretches that may each be marked as one.

    Characters beyond U+FFFF make stretches of their own, unmarked: pdfium loses them in an ActualText. What that costs: a reader
    may see a space beside one where a mark is squeezed, a gap is wide, or the stretch before is in several styles.
    """
    split = [part for run in _joined([_as_copied(run) for run in line]) for part in _split(run)]
    split[-1] = _kept(split[-1])
    for _, stretch in groupby(split, key=lambda part: _is_beyond(part.text)):
        runs = list(stretch)
        if any(run.glyphs for run in runs):
            yield runs


def _continues(before: TextRun, run: TextRun) -> bool:
    """Tell whether a run goes on with the line of the run before it, so that they are copied as one."""
    if (before.origin, before.role) != (run.origin, run.role):
        return False
    if run.follows:
        return True
    size = max(before.size, run.size)
    gap = run.origin_point.x - before.origin_point.x - before.width
    rise = abs(run.origin_point.y - before.origin_point.y)
    return -SAME_LINE_OVERLAP * size <= gap <= SAME_LINE_GAP * size and rise <= SAME_LINE_RISE * min(before.size, run.size)


def _joined(line: Sequence[TextRun]) -> Iterator[TextRun]:
    """Yield a line's runs, neighbours of one style made one: a number in a sentence is set like the words around it."""
    if len(line) == 1:
        yield line[0]
        return
    for _, neighbours in groupby(line, key=lambda run: (run.face, run.size, run.ink, run.origin_point.y)):
        runs = list(neighbours)
        yield _one_of(runs) if len(runs) > 1 else runs[0]


def _one_of(runs: Sequence[TextRun]) -> TextRun:
    first, last = runs[0], runs[-1]
    left = first.origin_point.x
    moved = [(glyph, glyph.x + run.origin_point.x - left) for run in runs for glyph in run.glyphs]
    glyphs = tuple(Glyph(glyph.id, x, glyph.text, glyph.y) for glyph, x in moved)
    text = "".join(run.text for run in runs)
    return replace(first, glyphs=glyphs, text=text, width=last.origin_point.x + last.width - left)


def _as_copied(run: TextRun) -> TextRun:
    return run if run.copied is None else replace(run, text=run.copied)


def _kept(run: TextRun) -> TextRun:
    """Return a line's last run so that a hyphen at its end is kept: readers drop one that ends a line, and join what is below."""
    text = run.text.rstrip(" ")
    return replace(run, text=text + BEHIND_A_HYPHEN) if text.endswith("-") else run


def _is_beyond(text: str) -> bool:
    return BEYOND.search(text) is not None


def _split(run: TextRun) -> Iterator[TextRun]:
    """Yield a run in parts, glyphs for characters beyond U+FFFF apart; places stay relative to the run's origin."""
    if not _is_beyond(run.text):
        yield run
        return
    taken = first = 0
    for index, glyph in enumerate(run.glyphs):
        if _is_beyond(glyph.text):
            at = run.text.index(glyph.text, taken)
            yield replace(run, glyphs=run.glyphs[first:index], text=run.text[taken:at])
            yield replace(run, glyphs=(glyph,), text=glyph.text)
            taken, first = at + len(glyph.text), index + 1
    yield replace(run, glyphs=run.glyphs[first:], text=run.text[taken:])
