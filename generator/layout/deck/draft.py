"""A slide in the making: text goes in measured, a finished slide comes out, with what does not fit as faults at their lines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from generator.design import slide_grid
from generator.design.slide_grid import TITLE_LINES
from generator.diagnostics import Diagnostic, said
from generator.document.ledger import FOLIO
from generator.document.model import RichText, Run, plain
from generator.layout.deck import headings, words
from generator.layout.deck.letters import Stress
from generator.layout.deck.slide import Anchor, Setting, Shape, Slide, SlideItem, SlideParagraph, Speech, TextBox
from generator.layout.overflow import Overflow
from generator.typeset.model import Align, Span, Style
from generator.units import Length, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ink import Ink
    from generator.layout.deck.bench import Bench, Part, Turn

FILE = "deck.pptx"
UNDER_TITLE, UNDER_SUBTITLE, OVER_SOURCE = pt(8), pt(14), pt(18)
SUBTITLE_LINES, SOURCE_LINES = 3, 7
"""What a line under a title and a source take at the most."""
LONGEST_MESSAGE = 34
"""So many characters a message may have: in a narrow measure it takes more lines than a title's two."""
MARKS_DOWN = pt(15)
"""From the top of the kicker to the foot of the progress mark."""


@dataclass(slots=True)
class Draft:
    """Gathers the items of one slide; `top` is where content may begin, `width` its measure (0: all there is).

    `ground` is a field of the part's tint behind some of it; `foot` the ink of footer and number, which are read last.
    """

    bench: Bench
    turn: Turn
    part: Part
    origin: str
    layout: str = words.TEXT
    background: Ink | None = None
    ground: Rect | None = None
    width: Length = 0
    claimed: str = ""
    top: Length = 0
    foot: Ink | None = None
    items: list[SlideItem] = field(default_factory=list)
    backs: list[Shape] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.width, self.top = self.width or self.bench.grid.measure, self.bench.grid.title

    @property
    def stress(self) -> Stress:
        """How figures stand out in a text of the slide."""
        return Stress(self.part.inks.main, self.bench.figures)

    def put(self, item: SlideItem) -> None:
        """Add an item, its name made unique on the slide."""
        taken = {one.name for one in self.items}
        name, count = item.name, 1
        while name in taken:
            count += 1
            name = f"{item.name} {count}"
        self.items.append(replace(item, name=name))

    def behind(self, shape: Shape) -> None:
        """Add decoration that every slide of its kind and part has: the layout bears it."""
        self.backs.append(shape)

    def rule(self, name: str, rect: Rect, fill: Ink, link: int = 0) -> None:
        """Add a filled rectangle as decoration."""
        self.put(Shape(name, rect, "rect", fill, link=link))

    def door(self, rect: Rect, link: int, alt: str) -> None:
        """Add a clear field that leads to a slide when it is pressed."""
        self.put(Shape("去向", rect, "rect", self.bench.look.paper, link=link, alt=alt, clear=True))

    def text(
        self,
        name: str,
        rect: Rect,
        paragraphs: Sequence[SlideParagraph],
        origin: str,
        anchor: Anchor = Anchor.TOP,
        placeholder: str = "",
        *,
        wrap: bool = True,
    ) -> None:
        """Add text in a box after measuring it; what does not fit is a fault that names the box by its key in `words.BOXES`."""
        over = self.bench.gauge.excess(paragraphs, rect.width, rect.height)
        if over:
            self.refuse(words.BOXES[name], over.lines, over.room, origin, excess=over.characters)
        self.put(TextBox(name, rect, tuple(paragraphs), placeholder, anchor, origin=origin, wrap=wrap))

    def lead(self, link: int) -> None:
        """Let the text set last lead to a slide when it is pressed; 0 is none."""
        if isinstance(text := self.items[-1], TextBox):
            self.items[-1] = replace(text, link=link)

    def refuse(
        self, what: str, taken: int, room: int, origin: str, *, unit: str = "lines", excess: int = 0, cure: str = ""
    ) -> None:
        """Record that something does not fit the slide, at the author's line; what and cure are keys of the catalogs."""
        number, way_out = self.turn.number, said(f"hint.{cure}") if cure else None
        over = Overflow(said(f"slide.{what}"), said("slide.room", number=number), taken, room, origin, unit, way_out, excess)
        self.faults.append(over.told(self.bench.report.places, said("place.slide", file=FILE, number=number)))

    def claim(self, wanted: RichText) -> RichText:
        """Return a title that no slide before has: the wanted one, or the same after the name of its part where that is short."""
        kicker = tuple(Run(run.text) for run in self.part.kicker if not run.use and run.text.strip())
        named = [] if any(run.text.strip() in plain(wanted) for run in kicker) else [(*kicker, Run("："), *wanted)]
        short = (one for one in named if self._short(one))
        tries = chain((wanted,), short, ((*wanted, Run(f"（{mark}）")) for mark in words.apart()))
        chosen = next(one for one in tries if plain(one) not in self.turn.titles)
        self.claimed = plain(chosen)
        return chosen

    def _short(self, title: RichText) -> bool:
        """Tell whether a title has room in its lines."""
        line = self.bench.letters.title(title, self.bench.scale.heading_1, stress=self.stress)
        return len(self.bench.gauge.lines(line, self.width)) <= TITLE_LINES

    def title(self, message: RichText, origin: str) -> None:
        """Set the message title in its placeholder, and the furniture of the slide round it.

        In a measure so narrow that a message may take a third line, two lines of a smaller size are better.
        """
        gauge, letters, scale, claimed = self.bench.gauge, self.bench.letters, self.bench.scale, self.claim(message)
        most = max(TITLE_LINES, -(-LONGEST_MESSAGE * scale.heading_1.size // self.width))
        lines = [letters.title(claimed, step, stress=self.stress) for step in (scale.heading_1, scale.heading_2)]
        short = (line for line in lines if most > TITLE_LINES and len(gauge.lines(line, self.width)) <= TITLE_LINES)
        at = Rect(self.bench.grid.left, self.top, self.width, 0)
        self.top = self.heading(next(short, lines[0]), at, origin, most=most).bottom + UNDER_TITLE
        self.furnish()

    def heading(self, line: SlideParagraph, at: Rect, origin: str, *, parted: bool = False, most: int = TITLE_LINES) -> Rect:
        """Set a title at most so many lines high from the top of a place, or up from its foot where the place has a height.

        One that is higher is told, and takes no more, so that what else stands there has its room.
        """
        gauge = self.bench.gauge
        lines = headings.broken(line, gauge, at.width, always=parted)
        rows = [row for one in lines for row in gauge.lines(one, at.width)]
        if len(rows) > most:
            self.refuse("title", len(rows), most, origin, excess=len("".join(rows[most:])))
        height, width = min(len(rows), most) * line.leading, max(gauge.narrowest(one, at.width) for one in lines)
        rect = Rect(at.x, at.bottom - height if at.height else at.y, width, height)
        self.put(TextBox("标题", rect, lines, "title", origin=origin))
        return rect

    def subtitle(self, text: RichText, origin: str) -> None:
        """Set the line under the title: what is measured, in which unit and period."""
        if plain(text):
            line = self.bench.letters.words(text, self.bench.scale.body, self.bench.look.grey)
            height = min(self.bench.gauge.height((line,), self.width), SUBTITLE_LINES * line.leading)
            rect = Rect(self.bench.grid.left, self.top, self.width, height)
            self.text("副题", rect, (line,), origin, placeholder="subtitle")
            self.top += height
        self.top += UNDER_SUBTITLE

    def source(self, source: RichText, note: RichText, origin: str) -> Length:
        """Set source and note at the foot, leading to where the sources are listed, and return where the content must end."""
        grid = self.bench.grid
        named = source if plain(source).startswith(words.SOURCE) or not plain(source) else (Run(words.SOURCE), *source)
        lines = tuple(self.bench.letters.note(one) for one in (note, named) if plain(one))
        if not lines:
            return grid.source_foot
        height = min(self.bench.gauge.height(lines, grid.measure), SOURCE_LINES * lines[0].leading)
        rect = grid.between(grid.source_foot - height, grid.source_foot)
        self.text("来源与说明", rect, lines, origin, Anchor.BOTTOM, "source")
        self.lead(self._backup())
        return rect.y - OVER_SOURCE

    def _backup(self) -> int:
        """Return the slide of the backup where the numbers of the part have their sources, or all sources; 0 is none."""
        found = (self.turn.starts.get(key, 0) for key in (words.TABLE_KEY + plain(self.part.name), words.SOURCES))
        return next((number for number in found if number and number != self.turn.number), 0)

    def _footer(self, shade: Ink) -> None:
        """Set footer and slide number; an organization whose name has no line there stands on the cover alone."""
        grid, look, step = self.bench.grid, self.bench.look, self.bench.scale.note
        imprint, rect = self.bench.report.imprint, grid.footer_at(step.leading)
        texts = ((*imprint.organization, Run("　"), *imprint.edition), imprint.organization, imprint.edition)
        lines = [self.bench.letters.words(text, step, shade) for text in texts]
        left = next((one for one in lines if self.bench.gauge.width(one.runs) <= rect.width), lines[-1])
        self.put(TextBox("页脚", rect, (left,), "footer", origin=self.origin))
        folio = Span(str(self.turn.number), Style(look.faces.strong, step.size, shade), FOLIO)
        line = SlideParagraph((folio,), step.leading, Align.RIGHT)
        self.put(TextBox("页码", grid.number_at(step.leading), (line,), "number", origin=self.origin))

    def progress(self, reached: Ink, ahead: Ink) -> None:
        """Draw the progress mark: a step a theme, those reached in one ink and the present one higher."""
        grid, mark, gap, part = self.bench.grid, slide_grid.MARK, slide_grid.MARK_GAP, self.part
        pitch = min(mark.width + gap, grid.marks // max(1, part.steps))
        if pitch < 2 * gap:
            self._bar(reached, ahead)
            return
        x, foot = grid.right - part.steps * pitch + gap, grid.kicker + MARKS_DOWN
        for step in range(1, part.steps + 1):
            height = mark.height * (3 if step == part.step else 1)
            fill = reached if step <= part.step else ahead
            self.behind(Shape("进度", Rect(x + (step - 1) * pitch, foot - height, pitch - gap, height), fill=fill))
        for step, theme in enumerate(() if self.bench.template else self.bench.report.themes[: part.steps]):
            at = Rect(x + step * pitch, grid.kicker, pitch - gap, MARKS_DOWN)
            if link := self.turn.starts.get(theme.id, 0):
                self.door(at, link, f"{words.GO_TO}{plain(theme.name.text)}")

    def _bar(self, reached: Ink, ahead: Ink) -> None:
        """Draw the progress mark of so many themes that steps would be narrower than their gaps: a bar, the present part higher."""
        grid, mark, part = self.bench.grid, slide_grid.MARK, self.part
        left, foot = grid.right - grid.marks, grid.kicker + MARKS_DOWN
        pieces = ((0, part.step - 1, reached, 1), (part.step - 1, part.step, reached, 3), (part.step, part.steps, ahead, 1))
        for first, last, fill, higher in pieces:
            start, end = (grid.marks * step // part.steps for step in (first, last))
            if start < end:
                height = mark.height * higher
                self.behind(Shape("进度", Rect(left + start, foot - height, end - start, height), fill=fill))

    def finish(self, speech: Speech) -> Slide:
        """Return the finished slide; its notes are set when all slides are made."""
        if self.foot:
            self._footer(self.foot)
        setting = Setting(plain(self.part.kicker), self.part.inks.main, tuple(self.backs))
        made = tuple(self.items), (), self.background, self.origin, tuple(self.faults), speech, setting
        return Slide(self.turn.number, self.layout, self.claimed, *made)

    def furnish(self) -> None:
        """Set what stands round a slide's content: strip, line over the title, progress mark, the way back."""
        grid, inks, step = self.bench.grid, self.part.inks, self.bench.ladders.kicker
        if self.ground:
            self.behind(Shape("浅底", self.ground, fill=inks.tint))
        self.behind(Shape("色边", Rect(0, 0, slide_grid.EDGE, grid.size.height), fill=inks.main))
        kicker = self.bench.letters.strong(self.part.kicker, step, inks.main)
        self.text(
            "栏目", grid.between(grid.kicker, grid.kicker + step.leading, 0, 8), (kicker,), self.origin, placeholder="kicker"
        )
        if self.part.step:
            self.progress(inks.main, self.bench.look.rule)
        if link := self.turn.starts.get(self.part.back, 0):
            self._back(link)
        self.foot = self.bench.look.grey

    def _back(self, link: int) -> None:
        """Say at the head of a slide of the backup from where it is reached, and lead back there."""
        step, look = self.bench.ladders.kicker, self.bench.look
        style = Style(look.faces.words, step.size, look.grey)
        pieces = (Span(words.BACK[0], style), Span(str(link), style, FOLIO), Span(words.BACK[1], style))
        line = SlideParagraph(pieces, step.leading, Align.RIGHT)
        at = self.bench.grid.between(self.bench.grid.kicker, self.bench.grid.kicker + step.leading, 9, 3)
        self.text("返回", at, (line,), self.origin)
        self.lead(link)
