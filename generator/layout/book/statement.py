"""What a finished book says and shows, page by page: the statement that the written report is compared with.

In: a book on which nothing is left to decide, and the library of its faces. Out: its statement (`generator.statement`), in the order
of painting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.drawing import NOWHERE, Box, Close, CurveTo, Disc, Group, Image, LineTo, Link, MoveTo, Path, Role, TextRun
from generator.layout.book.copying import parts, stretches
from generator.layout.book.entries import entries
from generator.layout.book.guides import address
from generator.layout.book.inking import INKINGS, SCREEN, Inking
from generator.layout.book.outlines import outline
from generator.layout.book.tags import Tags, tags
from generator.outputs import REPORT
from generator.statement.lines import INVISIBLE, Painted, Shown, in_lines
from generator.statement.model import TAGGED, Kind, Run, Sheet, Statement, Thing, facts
from generator.units import EMU_PER_POINT, to_pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.drawing import Item, Segment
    from generator.fonts.library import Library
    from generator.layout.book.page import Book, Page
    from generator.statement.model import Facts, Value
    from generator.units import Length, Point

PER_EM = 1000
PLACES, IN_POINT = 2, 100
"""Places are told to a hundredth of a point."""

STEPS = {MoveTo: "m", LineTo: "l", CurveTo: "c", Close: "h"}
HYPHEN = "-"
DIGITS = 16
"""Digits of a digest that tell one picture from another."""


def of_book(book: Book, library: Library, output: str = REPORT, more: Iterable[Thing] = ()) -> Statement:
    """Return what a book says and shows; `output` is which of the PDFs it is, `more` what else its purpose has it say of itself."""
    hand = _Hand(library, INKINGS.get(output, SCREEN))
    for page in book.pages:
        hand.learn(page.items)
    hand.settle()
    faces = {library.face(key).postscript_name for key, _ in hand.meanings}
    told = tags(book.pages) if output in TAGGED else Tags()
    sheets = tuple(_sheet(page, hand, told.by_page.get(page.number, ())) for page in book.pages)
    return Statement(output, (*entries(book, faces), *more, *told.order), sheets)


def _sheet(page: Page, hand: _Hand, elements: Iterable[Thing]) -> Sheet:
    size = facts(width=_points(page.size.width), height=_points(page.size.height), **_boxes(page))
    painted = in_lines(hand.painted(page.items, NOWHERE, figure=False))
    return Sheet(page.number, size, (*painted, *_links(page.items, NOWHERE), *elements))


def _boxes(page: Page) -> dict[str, Value | None]:
    """Return where a sheet is cut and how far colour goes beyond, y upwards as a file has it (ISO 32000-1, 14.11.2).

    A bleed that is the sheet itself is what a reader takes for it anyway.
    """
    if page.boxes is None:
        return {}
    named = {"trim": page.boxes.trim, "bleed": page.boxes.bleed}
    return {
        name: tuple(map(_points, (box.x, page.size.height - box.bottom, box.right, page.size.height - box.y)))
        for name, box in named.items()
        if (box.width, box.height) != (page.size.width, page.size.height)
    }


def _links(items: Iterable[Item], at: Point) -> Iterator[Thing]:
    """Yield the links among items: they lie over all that is painted."""
    for item in items:
        if isinstance(item, Group):
            yield from _links(item.items, at.moved(item.at.x, item.at.y))
        elif isinstance(item, Link):
            area, target = item.rect, address(item.uri) if item.uri else f"#{item.destination}"
            found = facts(
                x=_place(at.x + area.x), y=_place(at.y + area.y), width=_place(area.width), height=_place(area.height),
            )  # fmt: skip
            yield Thing(Kind.LINK, (Run(target),), found)
            if item.alt:
                yield Thing(Kind.ALT, (Run(item.alt),), name="link")


@dataclass(slots=True)
class _Hand:
    """Glyphs as a reader meets them in the file: what each reads as, how wide it is, and the look of a run."""

    library: Library
    inking: Inking
    texts: dict[tuple[str, int], dict[str, None]] = field(default_factory=dict)
    meanings: dict[tuple[str, int], str] = field(default_factory=dict)
    looks: dict[tuple[object, ...], Facts] = field(default_factory=dict)
    variants: set[tuple[str, int]] = field(default_factory=set)

    def learn(self, items: Iterable[Item]) -> None:
        """Take note of what glyphs stand for: one without a text of its own reads as the first that its like is met with."""
        for item in items:
            if isinstance(item, Group):
                self.learn(item.items)
            elif isinstance(item, TextRun):
                for glyph in item.glyphs:
                    texts = self.texts.setdefault((item.face, glyph.id), {})
                    if glyph.text:
                        texts[glyph.text] = None

    def settle(self) -> None:
        """Give what stands for no text a meaning, and take note of the glyphs that a face's character map has not for their text."""
        for (key, glyph), texts in self.texts.items():
            face = self.library.face(key)
            told = [*texts] or [HYPHEN if glyph == face.glyph(HYPHEN) else INVISIBLE]
            self.meanings[key, glyph] = told[0]
            if any(face.own(text) != glyph for text in told):
                self.variants.add((key, glyph))

    def painted(self, items: Sequence[Item], at: Point, *, figure: bool) -> Iterator[Painted]:
        """Yield what items paint, in their order."""
        for part in parts(items):
            if isinstance(part, list):
                yield from self._line(part, at)
            elif isinstance(part, Group):
                yield from self._group(part, at, figure=figure)
            elif isinstance(part, Image):
                yield _picture(part, at, figure=figure)
            elif not isinstance(part, Link) and (mark := _mark(part, at, self.inking, figure=figure)):
                yield mark

    def _group(self, group: Group, at: Point, *, figure: bool) -> Iterator[Painted]:
        spoken = bool(group.alt) and group.role is Role.FIGURE
        inside = self.painted(group.items, at.moved(group.at.x, group.at.y), figure=figure or spoken)
        first = next(inside, None)
        if first is not None:
            if spoken:
                yield Thing(Kind.ALT, (Run(group.alt),), origin=group.origin)
            yield first
            yield from inside

    def _line(self, line: Sequence[TextRun], at: Point) -> Iterator[Shown]:
        for stretch in stretches(line):
            copied = "".join([run.text for run in stretch])
            for run in stretch:
                yield from self._run(run, at, copied)
                copied = "" if run.glyphs else copied

    def _run(self, run: TextRun, at: Point, copied: str) -> Iterator[Shown]:
        left, baseline = at.x + run.origin_point.x, to_pt(at.y + run.origin_point.y)
        for rise, group in groupby(run.glyphs, key=attrgetter("y")):
            glyphs = list(group)
            lefts = tuple([(left + glyph.x) / EMU_PER_POINT for glyph in glyphs])
            texts = tuple([glyph.text or self.meanings[run.face, glyph.id] for glyph in glyphs])
            advance = self.library.face(run.face).advance(glyphs[-1].id) * to_pt(run.size) / PER_EM
            variants = tuple([glyph.id for glyph in glyphs if (run.face, glyph.id) in self.variants])
            yield Shown(texts, lefts, variants, lefts[-1] + advance, baseline, self._look(run, rise), copied, run.origin)
            copied = ""

    def _look(self, run: TextRun, rise: Length) -> Facts:
        colour, over = self.inking.name(run.ink), self.inking.over(run)
        key = run.face, run.size, colour, over, rise
        if key not in self.looks:
            face = self.library.face(run.face).postscript_name
            up, shift = (_points(rise), "super" if rise > 0 else "sub") if rise else (None, None)
            self.looks[key] = facts(face=face, size=_points(run.size), colour=colour, overprint=over, rise=up, shift=shift)
        return self.looks[key]


def _picture(item: Image, at: Point, *, figure: bool) -> Thing:
    """Return what a picture shows, and where."""
    pixels = item.pixels
    found = facts(
        x=_place(at.x + item.rect.x), y=_place(at.y + item.rect.y), width=_place(item.rect.width), height=_place(item.rect.height),
        dots=(pixels.across, pixels.down), colours=pixels.space, picture=pixels.digest[:DIGITS], chart=1 if figure else None,
    )  # fmt: skip
    return Thing(Kind.PICTURE, (), found, origin=item.origin)


def _mark(item: Path | Box | Disc, at: Point, inking: Inking, *, figure: bool) -> Thing | None:
    """Return what a shape shows: its outline with the box round it, its inks and line; None where it is neither filled nor stroked."""
    stroke = item.stroke if item.stroke_width > 0 else None
    segments = outline(item)
    points, left, top = [point for segment in segments for point in _points_of(segment)], at.x, at.y
    xs = tuple([round((left + point.x) * IN_POINT / EMU_PER_POINT) / IN_POINT for point in points])
    ys = tuple([round((top + point.y) * IN_POINT / EMU_PER_POINT) / IN_POINT for point in points])
    if not (item.fill or stroke) or not xs:
        return None
    over = inking.over(item)
    found = facts(
        x=min(xs), y=min(ys), width=round(max(xs) - min(xs), PLACES), height=round(max(ys) - min(ys), PLACES),
        outline=("".join([STEPS[type(segment)] for segment in segments]), xs, ys),
        fill=inking.name(item.fill) if item.fill else None,
        rule="evenodd" if item.fill and isinstance(item, Path) and item.evenodd else None,
        overprint=over if item.fill else None,
        stroke=inking.name(stroke) if stroke else None,
        stroke_overprint=over if stroke else None,
        weight=_place(item.stroke_width) if stroke else None,
        dash=tuple(map(_place, item.dash)) or None if stroke and isinstance(item, Path) else None,
        cap=1 if stroke and isinstance(item, Path) and item.rounded else None,
        join=1 if stroke and isinstance(item, Path) and item.rounded else None,
        chart=1 if figure else None,
    )  # fmt: skip
    return Thing(Kind.MARK, (), found, origin=item.origin)


def _points_of(segment: Segment) -> tuple[Point, ...]:
    if isinstance(segment, CurveTo):
        return segment.control_1, segment.control_2, segment.to
    return () if isinstance(segment, Close) else (segment.to,)


def _place(length: Length) -> float:
    return round(length * IN_POINT / EMU_PER_POINT) / IN_POINT


def _points(length: Length) -> float:
    return round(to_pt(length), 3)
