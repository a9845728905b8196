"""Words and numbers of a picture, set and measured before they are placed.

In: rich text or a printed number. Out: a block that knows its width and height and can be put anywhere; put down, it is one group of
text runs, which a deck can make one text box of. A number is never parted, and each of its runs carries its use.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.charts.look import LEADING, SIDE_BY_DIGITS, ChartLook
from generator.design.type_scale import BESIDE, MAGNITUDE
from generator.document.model import Datum, Number, RichText, Run
from generator.document.pieces import Rank, gap_before, pieces
from generator.drawing import Group, TextRun
from generator.typeset.model import Align, Composed, Line, Setting, Span, Style
from generator.typeset.paragraph import compose, natural_width
from generator.units import Length, Point, Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.charts.plan import PlanPoint
    from generator.fonts.library import Library

HAN_ASCENT, HAN_DESCENT = 0.88, 0.12
"""The ideographic em box about the baseline (sTypoAscender and sTypoDescender of both families)."""

DIGIT_ASCENT, DIGIT_DESCENT = 0.76, 0.03
"""Digits with their overshoot about the baseline, in their size."""

SLACK = 1.01
"""A line that fits by measure is given this much more room, so that rounding never breaks it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A set text: `ascent` from its top to the first baseline, `descent` from the last baseline to its foot."""

    composed: Composed
    ascent: Length
    descent: Length
    origin: str

    @property
    def width(self) -> Length:
        """The widest line."""
        return self.composed.width

    @property
    def height(self) -> Length:
        """From top to foot."""
        return self.ascent + (len(self.composed.lines) - 1) * self.composed.setting.leading + self.descent

    def on(self, x: Length, baseline: Length) -> Group:
        """Return the text with the measure's left edge at x and its first line on this baseline."""
        return Group(self.composed.placed(Point(x, baseline)), origin=self.origin)

    def at(self, x: Length, top: Length) -> Group:
        """Return the text with the measure's left edge at x and its top here."""
        return self.on(x, top + self.ascent)


@dataclass(frozen=True, slots=True)
class Named:
    """A name over its value, a gap apart."""

    name: Block
    value: Block
    gap: Length

    @property
    def width(self) -> Length:
        """The wider of the two."""
        return max(self.name.width, self.value.width)

    @property
    def height(self) -> Length:
        """Both, one under the other."""
        return self.name.height + self.gap + self.value.height


@dataclass(frozen=True, slots=True)
class Easel:
    """What a picture is drawn on and with: its size, its look and the faces."""

    size: Size
    look: ChartLook
    library: Library

    def em(self, part: float) -> Length:
        """Return a length in label sizes."""
        return round(part * self.look.label)

    def words(self, text: RichText, style: Style, measure: Length, align: Align = Align.LEFT, *, origin: str = "") -> Block:
        """Return words set to a measure in lines of like length, emphasis in bold."""
        return self._set(text, style, Setting(measure, round(style.size * LEADING), align, balanced=True), origin)

    def small(self, text: RichText, measure: Length, *, origin: str = "") -> Block:
        """Return a period, a scope or a remark, set to a measure."""
        style = self.look.small()
        return self._set(text, style, Setting(measure, round(style.size * LEADING), Align.LEFT), origin)

    def _set(self, text: RichText, style: Style, setting: Setting, origin: str) -> Block:
        bold = Style(self.look.bold, style.size, style.ink)
        spans = tuple(Span(run.text, bold if run.emphasis else style, run.use, run.shift, pause=run.pause) for run in text)
        composed = compose(spans, setting, self.library, origin=origin)
        return Block(composed, round(HAN_ASCENT * style.size), round(HAN_DESCENT * style.size), origin)

    def number(self, number: Number, digits: Style, *, origin: str = "") -> Block:
        """Return a number on one line, its qualifier and unit small beside its digits when those are big."""
        spans = self._spans(number, digits)
        line = self._line(spans, Setting(self.number_width(number, digits), digits.size, Align.LEFT))
        composed = replace(line, origin=origin)
        words = max((span.style.size for span, _ in spans if span.text != number.digits), default=0)
        ascent, descent = (DIGIT_ASCENT, DIGIT_DESCENT) if number.digits else (0, 0)
        return Block(
            composed,
            round(max(ascent * digits.size, HAN_ASCENT * words)),
            round(max(descent * digits.size, HAN_DESCENT * words)),
            origin,
        )

    def value(self, point: PlanPoint) -> Block:
        """Return the label of a value: bold, and coloured where it is to be looked at."""
        return self.number(point.number, self.look.strong(point.letters), origin=point.origin)

    def when(self, datum: Datum, measure: Length) -> Block:
        """Return a figure's period and scope, set to a measure with a label's size to spare."""
        return self.small(joined(datum.period, datum.scope), measure - self.look.label, origin=datum.origin)

    def number_width(self, number: Number, digits: Style) -> Length:
        """Return the width of a number at this size of its digits."""
        spans = self._spans(number, digits)
        return round(sum(natural_width((span,), self.library) + gap for span, gap in spans) * SLACK)

    def digits_that_fit(self, numbers: Iterable[Number], measure: Length, steps: int = 0) -> Style | None:
        """Return the largest style of digits, from so many steps over the look's down to its label's, in which all fit; or None."""
        all_numbers = tuple(numbers)
        styles = self.digits(max(self.look.stepped(self.look.number, steps), self.look.label))
        return next((one for one in styles if all(self.number_width(number, one) <= measure for number in all_numbers)), None)

    def digits(self, size: Length) -> Iterator[Style]:
        """Yield styles of digits from a size down to the label's."""
        for one in reversed(self.look.sizes):
            if self.look.label <= one <= size:
                yield Style(self.look.digits, one, self.look.inks.main)

    def _line(self, spans: Sequence[tuple[Span, Length]], setting: Setting) -> Composed:
        """Return spans in one line, each its own gap after the one before it, whatever gap their characters would have in a text."""
        runs: list[TextRun] = []
        x: Length = 0
        for span, gap in spans:
            (line,), x = compose((span,), setting, self.library).lines, x + gap
            runs += (
                replace(run, origin_point=run.origin_point.moved(x, 0), follows=run.follows or bool(runs)) for run in line.runs
            )
            x += line.width
        return Composed((Line(tuple(runs), x),), setting)

    def _spans(self, number: Number, digits: Style) -> tuple[tuple[Span, Length], ...]:
        """Return the texts of a number, each with the space before it."""
        if digits.size <= SIDE_BY_DIGITS * self.look.label:
            return tuple((Span(text, digits, number.use), 0) for text in (str(number),) if text)
        styles = {
            Rank.DIGITS: digits,
            Rank.WORDS: self._under(digits, MAGNITUDE, digits.face),
            Rank.MAGNITUDE: self._under(digits, MAGNITUDE, digits.face),
            Rank.BESIDE: self._under(digits, BESIDE, self.look.face),
        }
        gaps = (gap_before(piece, digits.size) if place else 0 for place, piece in enumerate(pieces(number)))
        spans = (Span(piece.text, styles[piece.rank], number.use) for piece in pieces(number))
        return tuple(zip(spans, gaps, strict=True))

    def _under(self, digits: Style, steps: int, face: str) -> Style:
        """Return a style so many steps under digits, none under the label's."""
        return Style(face, max(self.look.stepped(digits.size, -steps), self.look.label), digits.ink)


def empty(text: RichText) -> bool:
    """Tell whether a rich text prints nothing."""
    return not any(run.text.strip() for run in text)


def joined(*texts: RichText) -> RichText:
    """Return those of the texts that print something, with commas between."""
    kept = [text for text in texts if not empty(text)]
    return tuple(run for place, text in enumerate(kept) for run in ((Run("，"),) if place else ()) + text)
