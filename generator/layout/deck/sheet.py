"""A slide under way: text goes in measured, what does not fit goes to the sink with its place, a finished slide comes out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.palette import GREY, INK, RULE
from generator.design.type_scale import DECK
from generator.document.ledger import FOLIO
from generator.document.model import Run, plain
from generator.layout.deck import headings, styles, words
from generator.layout.deck.slide import Align, Anchor, Shape, Slide, SlideParagraph, SlideRun, TextBox, TextStyle
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.palette import ThemeInks
    from generator.diagnostics import Sink
    from generator.document.model import Phrase, ResolvedReport, RichText
    from generator.ink import Ink
    from generator.layout.deck.gauge import Gauge
    from generator.layout.deck.slide import SlideItem
    from generator.units import Length


@dataclass(frozen=True, slots=True)
class Desk:
    """What every slide is made with; `titles` are those already given, for no two slides share one; `figures` the uses that are figures."""

    report: ResolvedReport
    gauge: Gauge
    sink: Sink
    titles: set[str] = field(default_factory=set)
    figures: frozenset[str] = frozenset()

    @property
    def footer(self) -> RichText:
        """Organization and edition."""
        return (*self.report.imprint.organization, Run("　"), *self.report.imprint.edition)


@dataclass(frozen=True, slots=True)
class Livery:
    """How the slides of one part look: their inks, the line over the title, and the step reached of the themes (0 is none)."""

    inks: ThemeInks
    kicker: RichText
    step: int = 0
    steps: int = 0


@dataclass(slots=True)
class Sheet:
    """Gathers the items of one slide; `top` is where content may begin, `width` its measure.

    `ground` is a field of the part's tint behind some of it.
    """

    desk: Desk
    number: int
    livery: Livery
    origin: str
    layout: str = words.MESSAGE
    background: Ink | None = None
    ground: Rect | None = None
    claimed: str = ""
    top: Length = grid.TITLE_TOP
    width: Length = grid.RIGHT - grid.LEFT
    items: list[SlideItem] = field(default_factory=list)

    @property
    def stress(self) -> styles.Stress:
        """How figures stand out in a text of the slide."""
        return styles.Stress(self.livery.inks.main, self.desk.figures)

    def put(self, item: SlideItem) -> None:
        """Add an item, its name made unique on the slide."""
        taken = {one.name for one in self.items}
        name, count = item.name, 1
        while name in taken:
            count += 1
            name = f"{item.name} {count}"
        self.items.append(replace(item, name=name))

    def rule(self, name: str, rect: Rect, fill: Ink) -> None:
        """Add a filled rectangle as decoration."""
        self.put(Shape(name, rect, "rect", fill))

    def text(self, name: str, rect: Rect, paragraphs: Sequence[SlideParagraph], origin: str, anchor: Anchor = Anchor.TOP) -> None:
        """Add text in a box; what does not fit is an error at its origin."""
        self.fitted(TextBox(name, rect, tuple(paragraphs), anchor=anchor, origin=origin))

    def fitted(self, box: TextBox, what: str = "text") -> None:
        """Add a text box after measuring it; the error names what, the slide's box and the excess."""
        inside = box.rect.inset(box.insets)
        over = self.desk.gauge.overflow(box.paragraphs, inside.width, inside.height)
        if over:
            self.refuse(
                f"the {what} takes {counted(over.lines)}, the {box.name} of slide {self.number} has room for {over.room}",
                box.origin,
                too_long(over.excess),
            )
        self.put(box)

    def refuse(self, message: str, origin: str, hint: str) -> None:
        """Record that something does not fit, at the author's line."""
        span = self.desk.report.places.get(origin)
        self.desk.sink.error("does-not-fit", message, span, hint, place="" if span else f"deck.pptx, slide {self.number}")

    def claim(self, wanted: RichText) -> RichText:
        """Return a title that no other slide has: the wanted one, or the same after the name of its part."""
        kicker = tuple(Run(run.text) for run in self.livery.kicker if not run.use and run.text.strip())
        named = [] if any(run.text.strip() in plain(wanted) for run in kicker) else [(*kicker, Run("："), *wanted)]
        tries = [wanted, *named, *((*wanted, Run(f"（{mark}）")) for mark in words.CONTINUED[1:])]
        chosen = next((one for one in tries if plain(one) not in self.desk.titles), wanted)
        self.desk.titles.add(plain(chosen))
        self.claimed = plain(chosen)
        return chosen

    def title(self, message: RichText, origin: str) -> None:
        """Set the message title in its placeholder, and the furniture of the slide round it."""
        line = styles.paragraph(self.claim(message), styles.SERIF, DECK.heading_1, INK, self.stress)
        height = self.heading(line, Rect(grid.LEFT, grid.TITLE_TOP, self.width, 0), origin).height
        self.top = grid.TITLE_TOP + height + pt(8)
        self._furnish()

    def heading(self, line: SlideParagraph, at: Rect, origin: str, *, parted: bool = False, most: int = grid.TITLE_LINES) -> Rect:
        """Set a title at most so many lines high from the top of a place, or up from its foot where the place has a height."""
        gauge = self.desk.gauge
        lines = headings.broken(line, gauge, at.width, always=parted)
        rows = [row for one in lines for row in gauge.lines(one, at.width)]
        if len(rows) > most:
            said = f"the message takes {counted(len(rows))}, the title of slide {self.number} has room for {most}"
            self.refuse(said, origin, too_long(len("".join(rows[most:]))))
        height, width = len(rows) * line.leading, max(gauge.narrowest(one, at.width) for one in lines)
        rect = Rect(at.x, at.bottom - height if at.height else at.y, width, height)
        self.put(TextBox("标题", rect, lines, "title", origin=origin))
        return rect

    def subtitle(self, text: RichText, origin: str) -> None:
        """Set the line under the title: what is measured, in which unit and period."""
        if plain(text):
            line = styles.paragraph(text, styles.REGULAR, DECK.body, GREY)
            height = self.desk.gauge.height((line,), self.width)
            self.fitted(TextBox("副题", Rect(grid.LEFT, self.top, self.width, height), (line,), "subtitle", origin=origin))
            self.top += height
        self.top += pt(14)

    def source(self, source: RichText, note: RichText, origin: str) -> Length:
        """Set source and note at the foot, and return where the content must end."""
        named = source if plain(source).startswith(words.SOURCE) or not plain(source) else (Run(words.SOURCE), *source)
        lines = tuple(styles.note(one) for one in (note, named) if plain(one))
        if not lines:
            return grid.SOURCE_FOOT
        rect = grid.between(grid.SOURCE_FOOT - self.desk.gauge.height(lines, grid.RIGHT - grid.LEFT), grid.SOURCE_FOOT)
        self.fitted(TextBox("来源与说明", rect, lines, "source", Anchor.BOTTOM, origin=origin))
        return rect.y - pt(18)

    def footer(self, ink: Ink = GREY) -> None:
        """Set footer and slide number."""
        step, baseline = DECK.note, grid.FOOTER_TOP
        left = styles.paragraph(self.desk.footer, styles.REGULAR, step, ink)
        self.put(TextBox("页脚", grid.between(baseline, baseline + step.leading, 0, 9), (left,), "footer", origin=self.origin))
        folio = SlideRun(str(self.number), TextStyle(styles.BOLD, step.size, ink), FOLIO)
        rect = grid.between(baseline, baseline + step.leading, 11, 1)
        self.put(TextBox("页码", rect, (SlideParagraph((folio,), step.leading, Align.RIGHT),), "number", origin=self.origin))

    def progress(self, reached: Ink, ahead: Ink) -> None:
        """Draw the progress mark: a step a theme, those reached in one ink and the present one higher."""
        pitch = min(grid.MARK.width + grid.MARK_GAP, grid.MARKS // max(1, self.livery.steps))
        x = grid.RIGHT - self.livery.steps * pitch + grid.MARK_GAP
        for step in range(1, self.livery.steps + 1):
            height = grid.MARK.height * (3 if step == self.livery.step else 1)
            foot = grid.KICKER_TOP + pt(15)
            fill = reached if step <= self.livery.step else ahead
            self.rule("进度", Rect(x + (step - 1) * pitch, foot - height, pitch - grid.MARK_GAP, height), fill)

    def finish(self, notes: tuple[SlideParagraph, ...]) -> Slide:
        """Return the finished slide."""
        return Slide(self.number, self.layout, self.claimed, tuple(self.items), notes, self.background, self.origin)

    def _furnish(self) -> None:
        inks = self.livery.inks
        if self.ground:
            self.rule("浅底", self.ground, inks.tint)
        self.rule("色边", Rect(0, 0, grid.EDGE, grid.SLIDE.height), inks.main)
        kicker = styles.paragraph(self.livery.kicker, styles.BOLD, grid.KICKER, inks.main)
        self.fitted(
            TextBox(
                "栏目", grid.between(grid.KICKER_TOP, grid.KICKER_TOP + grid.KICKER.leading, 0, 8), (kicker,), origin=self.origin
            )
        )
        if self.livery.step:
            self.progress(inks.main, RULE)
        self.footer()


def phrase_of(wanted: Phrase, other: Phrase) -> Phrase:
    """Return the wanted phrase, or the other where the author left it empty."""
    return wanted if str(wanted) else other


def counted(lines: int) -> str:
    """Return a count of lines in words."""
    return f"{lines} line{'s' if lines > 1 else ''}"


def too_long(characters: int) -> str:
    """Return the hint that tells by how much a text is too long."""
    return f"it is {characters} character{'s' if characters > 1 else ''} too long"
