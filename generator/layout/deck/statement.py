"""What a finished deck says and shows, slide by slide: stated before it is written, so that what is read from the file has its like.

In: a deck and the library of its faces. Out: its statement: every shape, paragraph, cell, mark, chart and note in order of painting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.native import Marks, Over
from generator.charts.number_format import GENERAL
from generator.document.model import plain
from generator.drawing import Box, Disc
from generator.fonts.library import MORE
from generator.layout.book.statement import DIGITS
from generator.layout.deck.chart_room import room_of
from generator.layout.deck.drawn import Lettering, Mark, Stand, enclosing, parts, points, straight, texts
from generator.layout.deck.pitch import share
from generator.layout.deck.slide import NUMBERINGS, Anchor, ChartBox, DrawingBox, PictureBox, Shape, TableBox, TextBox
from generator.layout.deck.typefaces import by_face, faces_of
from generator.outputs import DECK
from generator.statement.model import Facts, Kind, Run, Sheet, Statement, Thing, cell_number, entry, facts, merged
from generator.typeset.model import Align, Style
from generator.typeset.model import Span as TypeSpan
from generator.units import EMU_PER_POINT, Insets, Length, Point, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.charts.plan import Plan, PlanPoint, PlanRow
    from generator.document.model import Imprint
    from generator.fonts.library import Library
    from generator.ink import Ink
    from generator.layout.deck.slide import Deck, Slide, SlideItem, SlideParagraph
    from generator.statement.model import Value
    from generator.typeset.model import Span

SINGLE = 100_000
"""Single spacing, in thousandths of a per cent."""
IN_POINT = 100
"""Lengths are stated to a hundredth of a point."""
_ALIGN = {Align.LEFT: None, Align.CENTRE: "ctr", Align.RIGHT: "r", Align.JUSTIFY: "just"}
_ANCHOR = {Anchor.TOP: None, Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
_SHIFT = {"sub": "sub", "super": "super"}


def of_deck(deck: Deck, library: Library) -> Statement:
    """Return what a deck says and shows."""
    library = library.offered(deck.fonts)
    teller = _Teller(deck, library)
    return Statement(DECK, tuple(_itself(deck, library)), tuple(teller.sheet(slide) for slide in deck.slides))


def _itself(deck: Deck, library: Library) -> Iterator[Thing]:
    """Yield what the deck says of itself: its properties, its sections, and the faces that it carries."""
    template = deck.master.template
    yield from (entry(name, text) for name, text in (*_properties(deck.imprint), *_made_for(deck)) if text)
    for section in deck.sections:
        yield entry("section", section.name, slides=tuple(section.slides))
    yield entry("theme", template.scheme if template else " ".join(ink.hex for ink in deck.master.colors))
    if template:
        yield entry("template", template.digest)
    if not deck.fonts.are_carried:
        return
    faces = {face for slide in deck.slides for one in slide.items for face in _faces(one, library)}
    noted = by_face((run for slide in deck.slides for one in slide.notes for run in one.runs), library)
    faces |= {run.style.face for run in noted if run.style.face.endswith(MORE)} if library.supplemented else set()
    for family, bold in sorted({(library.face(face).family, library.face(face).bold) for face in faces}):
        yield entry("font", family, bold=1 if bold else None)


def _properties(imprint: Imprint) -> tuple[tuple[str, str], ...]:
    author = plain(imprint.organization)
    return (
        ("title", str(imprint.title)), ("subject", str(imprint.subtitle)), ("creator", author), ("lastModifiedBy", author),
        ("Company", author), ("language", imprint.language), ("ContentDigest", imprint.digest),
    )  # fmt: skip


def _made_for(deck: Deck) -> tuple[tuple[str, str], ...]:
    """Return what was chosen when the deck was built: the way to come by faces, the template with the hash of its parts, a draft."""
    template = deck.master.template
    into = (("TemplateDigest", template.digest), ("Template", template.file)) if template else ()
    return (("Fonts", deck.fonts.value), *into, ("Status", deck.imprint.status))


def family_names(deck: Deck) -> dict[str, tuple[str, str]]:
    """Return the Latin and the Asian face that stand for a family of ours in a deck that is built into a template."""
    template = deck.master.template
    return dict(zip((deck.master.major_font, deck.master.minor_font), template.fonts, strict=True)) if template else {}


def _faces(item: SlideItem, library: Library) -> Iterator[str]:
    """Yield the faces in which an item shows its texts; drawings and charts have no other than their slides, but for supplements."""
    if isinstance(item, TextBox):
        yield from (run.style.face for one in item.paragraphs for run in by_face(one.runs, library))
    elif isinstance(item, TableBox):
        paragraphs = (one for row in item.rows for cell in row for one in cell.paragraphs)
        yield from (run.style.face for one in paragraphs for run in by_face(one.runs, library))
    elif isinstance(item, DrawingBox):
        yield from (run.face for run in texts(item.drawing) if run.face.endswith(MORE))
    elif isinstance(item, ChartBox):
        yield from (face for face in faces_of(item) if face.endswith(MORE))


class _Teller:
    """Tells the things of a deck's slides."""

    def __init__(self, deck: Deck, library: Library) -> None:
        self.library = library
        self.layouts = {one.name: one for one in deck.master.layouts}
        self.paper = deck.master.colors[1]
        self.looks: dict[tuple[object, ...], Facts] = {}
        self.names = family_names(deck)

    def sheet(self, slide: Slide) -> Sheet:
        layout = self.layouts[slide.layout]
        behind = [thing for one in (*layout.shapes, *layout.pictures) for thing in self._item(one)]
        own = [thing for item in slide.items for thing in self._item(item)]
        notes = [thing for one in slide.notes for thing in self._note(one, slide.origin)]
        ground = slide.background or layout.background or self.paper
        return Sheet(slide.number, facts(ground=ground.hex, hidden=1 if slide.hidden else None), (*behind, *own, *notes))

    def _item(self, item: SlideItem) -> Iterator[Thing]:
        match item:
            case TextBox():
                yield from self._text_box(item)
            case Shape():
                yield from self._shape(item)
            case TableBox():
                yield from self._table(item)
            case ChartBox():
                yield from self._chart(item)
            case DrawingBox():
                yield from self._drawing(item)
            case PictureBox():
                yield from _picture(item)

    def _text_box(self, box: TextBox) -> Iterator[Thing]:
        yield from _link(box)
        more = facts(fill=_hex(box.fill), **_body(box.paragraphs, box.anchor, box.insets), wrap=None if box.wrap else 0)
        yield Thing(Kind.MARK, (), _joined(_place(box.rect), more), box.name, box.origin)
        yield from self._paragraphs(box.paragraphs, box.rect, box.name, box.origin)

    def _shape(self, shape: Shape) -> Iterator[Thing]:
        yield from _alt(shape.name, shape.alt, "")
        yield from _link(shape)
        geometry = None if shape.geometry == "rect" else shape.geometry
        paint = _paint(shape.fill, shape.stroke, shape.stroke_width)
        clear = facts(clear=("0",) if shape.clear else None)
        yield Thing(Kind.MARK, (), _joined(_place(shape.rect), paint, facts(geometry=geometry), clear), shape.name)

    def _table(self, box: TableBox) -> Iterator[Thing]:
        yield from _alt(box.name, box.alt, box.origin)
        yield Thing(Kind.MARK, (), _place(box.rect), box.name, box.origin)
        y = box.rect.y
        for number, (row, height) in enumerate(zip(box.rows, box.heights, strict=True)):
            x = box.rect.x
            for column, (cell, width) in enumerate(zip(row, box.columns, strict=True)):
                rect, name = Rect(x, y, width, height), f"{box.name} {number + 1}.{column + 1}"
                body = _body(cell.paragraphs, cell.anchor, cell.insets or box.insets)
                look = facts(fill=_hex(cell.fill), **body, **_rules(box, number))
                yield Thing(Kind.MARK, (), _joined(_place(rect), look), name, box.origin)
                yield from self._paragraphs(cell.paragraphs, rect, name, box.origin)
                x += width
            y += height

    def _drawing(self, box: DrawingBox) -> Iterator[Thing]:
        yield from _alt(box.name, box.alt or box.drawing.alt, box.origin)
        stand = Stand.of(box)
        for part in parts(box, self.library):
            if isinstance(part, Lettering):
                yield Thing(Kind.MARK, (), _joined(_place(part.rect), facts(chart=1, wrap=0)), box.name, part.origin)
                align, rect = "r" if part.at_right else None, part.rect
                pitch = facts(x=_pt(rect.x), y=_pt(rect.y), pitch=_pt(rect.height), chart=1, align=align)
                yield Thing(Kind.TEXT, self._spans(part.runs), pitch, box.name, part.origin)
            else:
                yield _drawn(*part, stand, box.name)

    def _paragraphs(self, paragraphs: Iterable[SlideParagraph], rect: Rect, name: str, origin: str) -> Iterator[Thing]:
        for row, one in enumerate(paragraphs):
            if not any(run.text for run in one.runs):
                continue
            look = facts(
                x=_pt(rect.x), y=_pt(rect.y), row=row or None, align=_ALIGN[one.align],
                pitch=self._pitch(one),
                before=_pt(one.space_before) or None, margin=_pt(one.indent) or None,
                hanging=-_pt(one.hanging) or None, bullet=one.bullet or (NUMBERINGS[one.level] if one.number else None),
                level=one.level or None,
            )  # fmt: skip
            yield Thing(Kind.TEXT, self._spans(one.runs), look, name, origin)

    def _pitch(self, one: SlideParagraph) -> str | None:
        part = share((run.style for run in one.runs), one.leading, self.library)
        return f"{part}%" if part not in {0, SINGLE} else None

    def _spans(self, runs: Iterable[Span]) -> tuple[Run, ...]:
        return merged(Run(one.text, self._look(one)) for one in by_face(runs, self.library))

    def _look(self, span: Span, *, western: bool = False) -> Facts:
        style, key = span.style, (span.style.face, span.style.size, span.style.ink.rgb, span.shift, span.link, western)
        if key not in self.looks:
            face = self.library.face(style.face)
            latin, asian = self.names.get(face.family, (face.family, face.family))
            latin = face.supplement.family if western and face.supplement else latin
            self.looks[key] = facts(
                face=latin, asian=asian if asian != latin else None, size=_pt(style.size), bold=1 if face.bold else None,
                colour=style.ink.hex, shift=_SHIFT.get(span.shift), link=span.link or None, underlined="sng" if span.link else None,
            )  # fmt: skip
        return self.looks[key]

    def _note(self, one: SlideParagraph, origin: str) -> Iterator[Thing]:
        if any(run.text for run in one.runs):
            runs = (Run(run.text, facts(shift=_SHIFT.get(run.shift), link=run.link or None)) for run in one.runs)
            yield Thing(Kind.NOTE, merged(runs), (), "notes", origin)

    def _chart(self, box: ChartBox) -> Iterator[Thing]:
        yield from _alt(box.name, box.alt, box.origin)
        yield Thing(Kind.MARK, (), _place(box.rect), box.name, box.origin)
        room = room_of(box, self.library)
        shares = facts(room=tuple(round(one, 3) for one in (room.x, room.y, room.width, room.height)))
        yield Thing(Kind.CHART, (), _joined(_form(box.plan), shares), box.name, box.origin)
        for number, row in enumerate(box.plan.columns, 1):
            told = _joined(facts(row=number), _over(row, box.plan))
            yield Thing(Kind.SERIES, (Run(box.plan.header(row)),), told, box.name, box.origin)
            yield from self._points(row, box, number)
        yield from _cells(box)

    def _points(self, row: PlanRow, box: ChartBox, number: int) -> Iterator[Thing]:
        for category, point in zip(box.plan.categories, row.points, strict=True):
            told: Facts = ()
            label: tuple[Run, ...] = ()
            if point:
                told = _joined(_point(point, row, box.plan), _beside(point, row, box.plan))
                letters = Style(box.label.face, round(box.label.size * point.larger), point.letters)
                look = self._look(TypeSpan("", letters), western=box.western)
                label = (Run(str(point.number), look),) if point.is_told else ()
            origin = point.origin if point else box.origin
            yield Thing(Kind.POINT, (Run(plain(category)), *label), _joined(told, facts(row=number)), box.name, origin)


def _form(plan: Plan) -> Facts:
    """Return type, grouping and scale of a native chart."""
    form = plan.native
    assert form is not None
    kind = {Marks.BARS: "bar", Marks.POINTS: "line", Marks.SLICES: "doughnut" if form.hole else "pie"}[form.marks]
    bars = form.marks is Marks.BARS
    stacked = "stacked" if form.overlap else "clustered"
    return facts(
        type=kind, lying=1 if form.lying else None, grouping=stacked if bars else None,
        log=10.0 if plan.chart.axis == "log" else None, turned=plan.turn or None, legend=1 if form.legend else None,
        gap=plan.gap if bars else None, overlap=form.overlap or None, hole=form.hole or None,
        least=float(plan.minimum) if form.has_axes else None,
        every=str(plan.every) if plan.every > 1 else None, crossing="max" if plan.down else None,
        plots=_plots(plan) if bars else None, axes=2 if plan.second else None,
        most=float(plan.maximum) if plan.second else None, **({"upside-down": 1} if plan.down else {}),
    )  # fmt: skip


def _plots(plan: Plan) -> int | None:
    """Return of how many charts one of bars is made, where it is more than one: lines over them are of another type, or on other axes."""
    second = any(plan.second and row.over is Over.LINE for row in plan.over)
    first = any(not (plan.second and row.over is Over.LINE) for row in plan.over)
    return 1 + second + first if plan.over else None


def _over(row: PlanRow, plan: Plan) -> Facts:
    """Return how a row is drawn that lies over others."""
    if row.over is None:
        return ()
    second = bool(plan.second) and row.over is Over.LINE
    return facts(
        drawn="line" if plan.native and plan.native.marks is Marks.BARS else None,
        second=float(plan.second) if second else None, unmarked=1 if row.over is not Over.LINE else None,
        dashed=1 if row.over is Over.TARGET else None, headed=1 if row.over is Over.ARROW else None,
    )  # fmt: skip


def _point(point: PlanPoint, row: PlanRow, plan: Plan) -> Facts:
    ink = row.ink if plan.native and plan.native.joined else point.ink
    bare = row.over is Over.TARGET or (row.over is Over.ARROW and point is not row.points[0])
    return facts(
        value=cell_number(point.value),
        format=point.format if point.is_told else None,
        colour=ink.hex,
        hollow=1 if point.is_missing else None,
        unmarked=1 if bare else None,
    )


def _beside(point: PlanPoint, row: PlanRow, plan: Plan) -> Facts:
    """Return what a label says beside its value: a slice its name, the last point of one of several lines the line's."""
    assert plan.native is not None
    if plan.native.marks is Marks.SLICES:
        return facts(beside=("showCatName",))
    last = len(row.points) - 1
    if row.over is Over.ARROW:
        return facts(beside=("showSerName",) if point.emphasis else None)
    end = (row.over or (plan.native.joined and len(plan.rows) > 1)) and point is row.points[last]
    return facts(beside=("showSerName",) if end else None)


def _cells(box: ChartBox) -> Iterator[Thing]:
    """Yield the cells of a chart's own workbook: the header row, then a row a category."""
    plan = box.plan
    for column, row in enumerate(plan.columns, 1):
        yield _grid_cell(box, column, 1, plan.header(row), facts(formula=row.formula, type="str") if row.formula else ())
    for line, category in enumerate(plan.categories):
        yield _grid_cell(box, 0, line + 2, plain(category))
        for column, row in enumerate(plan.columns, 1):
            point = row.points[line]
            if point:
                code = row.format if row.format != GENERAL else None
                told = facts(format=code, formula=point.formula or None)
                yield _grid_cell(box, column, line + 2, cell_number(point.value), told)


def _grid_cell(box: ChartBox, column: int, line: int, text: str, told: Facts = ()) -> Thing:
    return Thing(Kind.CELL, (Run(text),), told, f"{box.name} {chr(ord('A') + column)}{line}", box.origin)


def _drawn(item: Mark, at: Point, stand: Stand, name: str) -> Thing:
    """Return a mark of a drawing on its slide."""
    width = stand.length(item.stroke_width)
    paint = _paint(item.fill, item.stroke, width)
    if isinstance(item, Box | Disc):
        geometry = "ellipse" if isinstance(item, Disc) else "roundRect" if _is_round(item) else None
        place = _place(stand.rect(item.rect, at))
        return Thing(Kind.MARK, (), _joined(place, paint, facts(geometry=geometry, chart=1)), name, item.origin)
    ends = straight(item)
    drawn = [stand.point(place, at) for segment in item.segments for place in points(segment)]
    rect = enclosing(drawn)
    outline = facts(geometry="line" if ends else "path", outline=None if ends else _outline(drawn, rect))
    turned = facts(flip=_flip(drawn) if ends else None, dash=1 if item.dash else None)
    return Thing(Kind.MARK, (), _joined(_place(rect), paint, outline, turned, facts(chart=1)), name, item.origin)


def _is_round(box: Box) -> bool:
    return bool(box.radius and min(box.rect.width, box.rect.height))


def _flip(ends: Sequence[Point]) -> str | None:
    """Return how a straight stroke is mirrored in its rectangle: h, v, both or not."""
    start, end = ends
    return ("h" if end.x < start.x else "") + ("v" if end.y < start.y else "") or None


def _outline(drawn: Sequence[Point], rect: Rect) -> tuple[Value, ...]:
    """Return the points of a path from its own corner."""
    x, y = rect.x, rect.y
    return tuple([round(way * IN_POINT / EMU_PER_POINT) / IN_POINT for place in drawn for way in (place.x - x, place.y - y)])


def _link(item: TextBox | Shape) -> Iterator[Thing]:
    if item.link:
        yield Thing(Kind.LINK, (Run("slide"),), facts(page=item.link), item.name, getattr(item, "origin", ""))


def _alt(name: str, alt: str, origin: str) -> Iterator[Thing]:
    if alt:
        yield Thing(Kind.ALT, (Run(alt),), (), name, origin)


def _body(paragraphs: Iterable[SlideParagraph], anchor: Anchor, insets: Insets) -> dict[str, Value | None]:
    """Return how text lies in its frame; a frame without text has nothing to lay."""
    if not any(run.text for one in paragraphs for run in one.runs):
        return {}
    return {"anchor": _ANCHOR[anchor], "insets": _insets(insets)}


def _picture(box: PictureBox) -> Iterator[Thing]:
    yield from _alt(box.name, box.alt, box.origin)
    pixels = box.pixels
    shown = facts(dots=(pixels.across, pixels.down), colours=pixels.space, picture=pixels.digest[:DIGITS])
    yield Thing(Kind.PICTURE, (), _joined(_place(box.rect), shown), box.name, box.origin)


def _rules(table: TableBox, row: int) -> dict[str, Value | None]:
    """Return the colours of the rules above and below a row; there is none above the header."""
    rule = _hex(table.rule)
    return {"above": rule if row else None, "below": rule}


def _paint(fill: Ink | None, stroke: Ink | None, width: Length) -> Facts:
    line = _hex(stroke) if width else None
    return facts(fill=_hex(fill), stroke=line, weight=_pt(width) if line else None)


def _place(rect: Rect) -> Facts:
    return facts(x=_pt(rect.x), y=_pt(rect.y), width=_pt(rect.width), height=_pt(rect.height))


def _insets(insets: Insets) -> tuple[float, ...] | None:
    told = tuple(_pt(one) for one in (insets.left, insets.top, insets.right, insets.bottom))
    return told if any(told) else None


def _joined(*parts_of: Facts) -> Facts:
    return tuple(sorted(fact for part in parts_of for fact in part))


def _hex(ink: Ink | None) -> str | None:
    return ink.hex if ink else None


def _pt(length: Length) -> float:
    return round(length * IN_POINT / EMU_PER_POINT) / IN_POINT
