"""The compositor: rich text and a voice in, set paragraphs out, in the faces and on the grid of the desk.

Text that has a room of so many lines and does not fit takes a `does-not-fit` error along, at the author's line; it is never shrunk.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING

from generator.document.entries import UNIT
from generator.document.model import ResolvedReport, RichText, Run, Theme
from generator.drawing import Group, Link, Role
from generator.fonts.face import PER_EM
from generator.layout.book.placements import box_of
from generator.layout.book.voices import Voice, Voices, voices_of
from generator.layout.overflow import Overflow
from generator.typeset.model import Align, Composed, Setting, Span
from generator.typeset.paragraph import compose
from generator.units import Length, Point, Rect, em, mm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.charts.drawings import Drawings
    from generator.design.grid import PageGrid
    from generator.design.look import Look
    from generator.design.palette import ThemeInks
    from generator.diagnostics import Diagnostic, Words
    from generator.drawing import Item, TextRun
    from generator.fonts.library import Library
    from generator.layout.desk import Desk
    from generator.pictures.model import Picture

UNBROKEN = mm(5000)
"""A measure that no single line of a page reaches."""
SHORT_NAME = 8
"""A name of so many characters is seen as one word."""


@dataclass(frozen=True, slots=True)
class Room:
    """So many lines for a text, by the names that the catalogs have for the text and for its place."""

    lines: int
    what: Words
    where: Words


@dataclass(frozen=True, slots=True)
class Compositor:
    """Sets the text of a report in the voices of a look, on the grid of its pages; `drawings` has the pictures of its charts.

    `names` are set close.
    """

    report: ResolvedReport
    library: Library
    drawings: Drawings
    look: Look
    grid: PageGrid
    voices: Voices
    names: tuple[str, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    def inks(self, theme: Theme) -> ThemeInks:
        """Return a theme's inks."""
        return self.look.theme(theme.color)

    def span(self, columns: int) -> Length:
        """Return the width of so many columns of the grid, the same on every page."""
        return self.grid.columns(1).span(columns)

    def set(self, text: RichText, voice: Voice, measure: Length, origin: str = "", role: Role = Role.PARAGRAPH) -> Composed:
        """Set a rich text to a measure."""
        indent = em(voice.style.size, voice.indent)
        setting = Setting(
            measure, voice.leading, voice.align, indent, balanced=voice.balanced, display=voice.display, names=self.names
        )
        return compose([self._span(run, voice) for run in text], setting, self.library, origin=origin, role=role)

    def _span(self, run: Run, voice: Voice) -> Span:
        faces, style = self.look.faces, voice.style
        style = replace(style, face=faces.strong) if run.emphasis and style.face == faces.words else style
        style = replace(style, ink=self.look.link) if run.link else style
        return Span(run.text, style, run.use, run.shift, pause=run.pause, link=run.link)

    def width(self, text: str, face: str, size: Length) -> Length:
        """Return the width of characters of one face side by side, without setting them."""
        return em(size, self.library.face(face).extent(text) / PER_EM)

    def line(self, text: RichText, voice: Voice, origin: str = "", role: Role = Role.PARAGRAPH) -> Composed:
        """Set a rich text on one line, however long."""
        return self.set(text, replace(voice, align=Align.LEFT, indent=0, balanced=False), UNBROKEN, origin, role)

    def fitted(self, composed: Composed, room: Room, origin: str) -> Composed:
        """Return the composed text, with what there is to tell of it if it takes more lines than there is room for."""
        excess = sum(len(line.text) for line in composed.lines[room.lines :])
        overflow = Overflow(room.what, room.where, len(composed.lines), room.lines, origin, excess=excess)
        return replace(composed, faults=self.told(overflow)) if excess else composed

    def told(self, overflow: Overflow) -> tuple[Diagnostic, ...]:
        """Return what does not fit as an error at the author's line; nothing where it does."""
        return (overflow.told(self.report.places),) if overflow.taken > overflow.room else ()


def close_names(report: ResolvedReport) -> tuple[str, ...]:
    """Return the names that are set close, as words are (双11): short ones; a unit (5 m²) and a title with a year are none."""
    return tuple(name for name, reason in report.ledger.names if reason != UNIT and len(name) <= SHORT_NAME)


def compositor_at(desk: Desk) -> Compositor:
    """Return the compositor at a desk."""
    return Compositor(
        desk.report,
        desk.library,
        desk.drawings,
        desk.look,
        desk.page,
        voices_of(desk.look),
        close_names(desk.report),
        desk.pictures,
    )


def placed(composed: Composed, x: Length, baseline: Length, start: int = 0, end: int | None = None) -> Group:
    """Return lines of a set text as one group, the first of them on this baseline, with what there is to tell of the text."""
    runs = composed.placed(Point(x, baseline), start, end)
    first = next(iter(runs), None)
    role, origin = (first.role, first.origin) if first else (Role.PARAGRAPH, "")
    items = tuple(leading(runs)) if any(run.link for run in runs) else runs
    return Group(items, role=role, origin=origin, faults=composed.faults, continues=start > 0)


def leading(runs: Iterable[TextRun]) -> Iterator[Item]:
    """Yield runs; those that lead to one address, line by line, as a link with its words."""
    for (link, _), held in groupby(runs, key=lambda run: (run.link, run.origin_point.y)):
        words = tuple(held)
        if not link:
            yield from words
            continue
        area = reduce(Rect.union, (box_of(run, run.origin_point) for run in words))
        said = "".join(run.text for run in words)
        yield Group((*(replace(run, role=Role.LINK) for run in words), Link(area, uri=link, alt=said)), role=Role.LINK)


def headed(number: Group, name: Group) -> Group:
    """Return a heading with the number before it: both are read as one."""
    return Group((number, name), role=name.role, origin=name.origin)


def unseen(faults: tuple[Diagnostic, ...]) -> tuple[Group, ...]:
    """Return a group that shows nothing and tells these faults, where there are any."""
    return (Group((), faults=faults),) if faults else ()


def stacked(parts: Iterable[Composed], x: Length, baseline: Length) -> tuple[Group, ...]:
    """Return set texts one under another, the first line of all on this baseline."""
    made = []
    for part in parts:
        made.append(placed(part, x, baseline))
        baseline += part.height
    return tuple(made)


def flush_right(composed: Composed, right: Length, baseline: Length) -> Group:
    """Return a single set line that ends at a right edge."""
    return placed(composed, right - composed.width, baseline)
