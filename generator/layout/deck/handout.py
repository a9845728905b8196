"""The speaker's handout: every slide in small with its numbers, its script and its time, and at the end what to turn to when asked.

In: a finished deck and the desk, and when the talk begins. Out: a book of pages. A script is read at a lectern, so it is set in the
page's lead size; it flows over as many pages as it takes, and a slide's picture never parts from the first lines of its script.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO
from generator.document.model import RichText, Run
from generator.drawing import Box, Group, Role
from generator.layout.book.compositor import compositor_at, leading
from generator.layout.book.page import Book, Destination, OutlineEntry, Page
from generator.layout.book.stamp import stamp
from generator.layout.deck import words
from generator.layout.deck.letters import Letters
from generator.layout.deck.miniature import scaled
from generator.layout.deck.picture import Painter, page_name
from generator.layout.deck.slide import TextBox
from generator.layout.deck.speech import MINUTE, duration
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Length, Point, Rect, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.design.type_scale import Step
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.deck.slide import Deck, Slide
    from generator.layout.desk import Desk
    from generator.typeset.model import Composed

SIDE, HEAD, FOOT = mm(20), mm(20), mm(22)
"""The margins of a page; its folio stands in the lower one."""
GUTTER, AIR, GAP, BETWEEN = mm(6), pt(10), pt(5), pt(2.5)
"""Between picture and numbers, round a slide's block, between its paragraphs, and between its numbers."""
PICTURE, LEAST = 1 / 3, pt(4)
"""A picture is a third as large as its slide, so that the slide's least type, 12 pt, has the least size that is type at all."""
HAIRLINE = pt(0.5)
ASCENT = 0.88
"""Where the baseline of a line lies below the top of its em box."""
HOURS, MINUTES_AN_HOUR = 24, 60
TOGETHER = 2
"""So many lines of a paragraph stand together at a page's foot and at its head."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands on one page: its height, its items from its own top left, and the slide that begins with it (0: none)."""

    height: Length
    items: tuple[Item, ...]
    slide: int = 0


def in_pages(deck: Deck, desk: Desk, begins: int | None = None) -> Book:
    """Return the handout; `begins` is when the talk begins, in minutes of the day, None where the clock counts from nought."""
    hand = _Hand(desk, Painter.of(deck, desk), begins)
    units = [*hand.opening(deck), *(unit for one in deck.slides if not one.speech.aside for unit in hand.block(one))]
    units += hand.aside([one for one in deck.slides if one.speech.aside])
    sheets = _sheets(units, desk.page.size.height - HEAD - FOOT)
    pages = tuple(hand.page(number, sheet, deck) for number, sheet in enumerate(sheets, 1))
    titles = {one.number: one.title for one in deck.slides}
    places = [(unit.slide, number, y) for number, sheet in enumerate(sheets, 1) for y, unit in sheet if unit.slide]
    marks = tuple(Destination(page_name(slide), number, HEAD + y) for slide, number, y in places)
    outline = tuple(OutlineEntry(titles[slide], 1, page_name(slide)) for slide, _, _ in places)
    return Book(deck.imprint, pages, marks, outline)


def clock(begins: int | None, seconds: int) -> str:
    """Return what the clock shows so long after the beginning: 14:03, or 3分20秒 where it counts from nought."""
    if begins is None:
        return duration(seconds)
    hours, minutes = divmod(begins + seconds // MINUTE, MINUTES_AN_HOUR)
    return f"{hours % HOURS}:{minutes:02}"


def _sheets(units: Iterable[Unit], room: Length) -> list[list[tuple[Length, Unit]]]:
    """Return the units of each page with how far from its head each begins."""
    sheets: list[list[tuple[Length, Unit]]] = [[]]
    y = 0
    for unit in units:
        if sheets[-1] and y + unit.height > room:
            sheets.append([])
            y = 0
        sheets[-1].append((y, unit))
        y += unit.height
    return sheets


@dataclass(frozen=True, slots=True)
class _Hand:
    """Sets the units of a handout."""

    desk: Desk
    painter: Painter
    begins: int | None
    letters: Letters = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "letters", Letters(self.desk.look))

    @property
    def measure(self) -> Length:
        return self.desk.page.size.width - 2 * SIDE

    # What a page holds

    def page(self, number: int, sheet: Sequence[tuple[Length, Unit]], deck: Deck) -> Page:
        """Return a page: its units, then its foot."""
        size, scale = self.desk.page.size, self.desk.look.page
        foot = size.height - FOOT + pt(18)
        left = self._line((*deck.imprint.title.text, Run("　"), Run(words.HANDOUT)), scale.note, self.desk.look.grey)
        right = self._line((Run(str(number), FOLIO),), scale.note, self.desk.look.grey)
        runs = (
            *left.placed(Point(SIDE, foot + self._rise(scale.note))),
            *right.placed(Point(SIDE + self.measure - right.width, foot + self._rise(scale.note))),
        )
        units = (Group(unit.items, Point(SIDE, HEAD + y)) for y, unit in sheet)
        stamps = (stamp(compositor_at(self.desk)),) if self.desk.report.draft else ()
        return Page(number, str(number), size, (*units, Group(runs, role=Role.ARTIFACT), *stamps))

    def opening(self, deck: Deck) -> Iterator[Unit]:
        """Yield the head of the first page: the title, who speaks, how many slides there are, and how long all of it takes."""
        imprint, scale, look = deck.imprint, self.desk.look.page, self.desk.look
        spoken = [one for one in deck.slides if not one.speech.aside]
        whole = sum(one.speech.seconds for one in spoken)
        yield from self._text(imprint.title.text, scale.heading_1, look.faces.title, role=Role.HEADING_1)
        yield from self._text((*imprint.organization, Run("　"), *imprint.edition), scale.body, ink=look.grey)
        told = (
            Run(words.TO_SHOW[0]), Run(str(len(spoken)), FOLIO), Run(words.TO_SHOW[1]), Run(duration(whole), FOLIO),
            *(self._from_to(whole) if self.begins is not None else ()),
        )  # fmt: skip
        yield from self._text(told, scale.body)
        yield Unit(AIR, ())

    def _from_to(self, whole: int) -> RichText:
        first, last = clock(self.begins, 0), clock(self.begins, whole + MINUTE - 1)
        return Run("，"), Run(first, FOLIO), Run("—"), Run(last, FOLIO)

    def block(self, slide: Slide) -> Iterator[Unit]:
        """Yield what is told of a slide: picture and numbers with the first lines of the script, and the rest."""
        scale, speech = self.desk.look.page, slide.speech
        beside, below = self._numbers(slide)
        rest = [unit for line in speech.script for unit in self._paragraph(line, scale.lead, slide.origin)]
        rest += below
        rest += [unit for line in _asked(slide) for unit in self._paragraph(line, scale.body, slide.origin, self.desk.look.grey)]
        head = self._stacked((self._head(slide), self._shown(slide, beside), *rest[:1]))
        yield replace(head, slide=slide.number)
        yield from rest[1:]
        yield Unit(AIR, ())

    def aside(self, slides: Sequence[Slide]) -> Iterator[Unit]:
        """Yield the slides to turn to when asked, by number and title: on one page where they take half of it at the most."""
        if not slides:
            return
        scale = self.desk.look.page
        heads = [*self._text((Run(words.TURN_TO),), scale.heading_3, self.desk.look.faces.strong, role=Role.HEADING_2)]
        style = Style(self.desk.look.faces.words, scale.body.size, self.desk.look.ink)
        lines = [self._titled(one, style, scale.body) for one in slides]
        first = (Unit(AIR, (self._rule(),)), *heads)
        whole = self._stacked((*first, *lines))
        if whole.height <= (self.desk.page.size.height - HEAD - FOOT) // 2:
            yield whole
            return
        yield self._stacked((*first, *lines[:TOGETHER]))
        yield from lines[TOGETHER:]

    def _titled(self, slide: Slide, style: Style, step: Step) -> Unit:
        """Return a line with a slide's number and title."""
        titles = (one for one in slide.items if isinstance(one, TextBox) and one.placeholder == "title")
        runs = [run for box in titles for one in box.paragraphs for run in one.runs if run.text]
        number = Span(str(slide.number), replace(style, face=self.desk.look.faces.strong), FOLIO)
        spans = (number, Span("　", style), *(Span(run.text, style, run.use, run.shift) for run in runs))
        made = compose(spans, Setting(self.measure, step.leading, Align.LEFT), self.desk.library, origin=slide.origin)
        line = Group(made.placed(Point(0, self._rise(step))), role=Role.LIST_ITEM, origin=slide.origin)
        return Unit(made.height, (line,))

    # The parts of a block

    def _head(self, slide: Slide) -> Unit:
        """Return a rule, the slide's number, and when it begins and how long it takes."""
        scale, look, speech = self.desk.look.page, self.desk.look, slide.speech
        number = self._line((Run(str(slide.number), FOLIO),), scale.heading_3, look.ink, look.faces.strong)
        shown = Run(clock(self.begins, speech.start), FOLIO)
        when: RichText = (shown, Run("　"))
        if self.begins is None:
            when = (Run(words.BEGINS[0]), shown, Run(words.BEGINS[1])) if speech.start else ()
        time = self._line((*when, Run(words.ABOUT), Run(duration(speech.seconds), FOLIO)), scale.body, look.grey)
        base = GAP + self._rise(scale.heading_3)
        runs = (*number.placed(Point(0, base)), *time.placed(Point(self.measure - time.width, base)))
        head = Group(runs, role=Role.HEADING_2, origin=page_name(slide.number))
        return Unit(GAP + scale.heading_3.leading + GAP, (self._rule(), head))

    def _shown(self, slide: Slide, beside: Sequence[Unit]) -> Unit:
        """Return the slide in small with its numbers beside it."""
        picture, look = self.painter.picture(slide), self.desk.look
        frame = Rect(0, 0, self._width, round(picture.size.height * PICTURE))
        shown = tuple(scaled(one, PICTURE, LEAST) for one in picture.items)
        small = Group(shown, role=Role.FIGURE, alt=slide.title, origin=slide.origin)
        numbers = Group(self._stacked(beside).items, Point(self._width + GUTTER, 0))
        border = Box(frame, None, look.rule, HAIRLINE)
        return Unit(frame.height + 2 * GAP, (small, border, *((numbers,) if beside else ())))

    @property
    def _width(self) -> Length:
        return round(self.painter.deck.size.width * PICTURE)

    def _numbers(self, slide: Slide) -> tuple[list[Unit], list[Unit]]:
        """Return a slide's notes and the lines of its numbers: those with room beside its picture, and the rest, as wide as the page."""
        scale, size = self.desk.look.page, self.painter.deck.size
        room, taken = round(size.height * PICTURE), 0
        beside: list[Unit] = []
        lines = [*slide.speech.remarks, *slide.speech.sources]
        while lines:
            narrow = self.measure - self._width - GUTTER
            unit = self._stacked((*self._text(lines[0], scale.caption, width=narrow), Unit(BETWEEN, ())))
            taken += unit.height
            if taken > room:
                break
            beside.append(unit)
            del lines[0]
        below = [unit for line in lines for unit in self._text(line, scale.caption)]
        return beside, [*below, Unit(GAP, ())] if below else []

    # Lines and rules

    def _rule(self) -> Box:
        return Box(Rect(0, 0, self.measure, HAIRLINE), self.desk.look.rule)

    def _paragraph(self, text: RichText, step: Step, origin: str, ink: Ink | None = None) -> Iterator[Unit]:
        yield from self._text(text, step, ink=ink, origin=origin)
        yield Unit(GAP, ())

    def _text(
        self,
        text: RichText,
        step: Step,
        face: str = "",
        ink: Ink | None = None,
        width: Length = 0,
        origin: str = "",
        role: Role = Role.PARAGRAPH,
    ) -> Iterator[Unit]:
        """Yield the lines of a paragraph: the first two and the last two stand together."""
        style = Style(face or self.desk.look.faces.words, step.size, ink or self.desk.look.ink)
        setting = Setting(width or self.measure, step.leading, Align.LEFT)
        made = compose(self.letters.runs(text, style), setting, self.desk.library, origin=origin)
        count = len(made.lines)
        ends = [*range(TOGETHER, count - TOGETHER + 1), count] if count >= 2 * TOGETHER else [count] if count else []
        for start, end in zip([0, *ends], ends, strict=False):
            lines = tuple(leading(made.placed(Point(0, self._rise(step)), start, end)))
            yield Unit((end - start) * step.leading, (Group(lines, role=role, origin=origin, continues=start > 0),))

    def _line(self, text: RichText, step: Step, ink: Ink, face: str = "") -> Composed:
        style = Style(face or self.desk.look.faces.words, step.size, ink)
        return compose(self.letters.runs(text, style), Setting(self.measure, step.leading, Align.LEFT), self.desk.library)

    def _rise(self, step: Step) -> Length:
        """Return how far below the top of a line its baseline lies."""
        return (step.leading - step.size) // 2 + round(ASCENT * step.size)

    def _stacked(self, units: Sequence[Unit]) -> Unit:
        """Return units one under the other as one, which stays on one page."""
        items: list[Item] = []
        y = 0
        for unit in units:
            items.append(Group(unit.items, Point(0, y)))
            y += unit.height
        return Unit(y, tuple(items))


def _asked(slide: Slide) -> Iterator[RichText]:
    """Yield the likely question and its answer."""
    speech = slide.speech
    if speech.question:
        yield Run(words.QUESTION, emphasis=True), *speech.question
    if speech.answer:
        yield Run(words.ANSWER, emphasis=True), *speech.answer
