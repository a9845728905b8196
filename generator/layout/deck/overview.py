"""The key numbers at a glance: a few stand large, more two in a row, a row a theme as on the page, or over several slides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from generator.design.slide_grid import HAIRLINE, SHORT_RULE
from generator.layout.deck import heroes
from generator.layout.deck.draft import Draft
from generator.layout.deck.heroes import AIR, Numbers, largest
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.slide import Anchor
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Datum, ResolvedReport, Section, Theme
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide
    from generator.units import Length

ACROSS, DOWN = 2, 5
TOP_GAP, HEROES_GAP = pt(14), pt(24)
NAME, NUMBER, SAID = (0, 0.135), ((0.145, 0.22), (0.575, 0.22)), ((0.37, 0.19), (0.8, 0.2))
"""Where a row has its theme's name, its numbers and what is said beside them: each begin and width in parts of the measure."""
WIDE_NUMBER, WIDE_SAID = ((0, 0.27), (0.51, 0.27)), ((0.28, 0.21), (0.79, 0.21))
"""The same where rows have no theme of their own."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The numbers of one slide, row by row, and the theme of each row, if each has one."""

    data: tuple[Datum, ...]
    themes: tuple[Theme, ...] = ()


def overviews(bench: Bench, section: Section, part: Part) -> Iterator[Callable[[Turn], Slide]]:
    """Yield what makes the slides of key numbers."""
    if len(section.figures) <= heroes.MOST_ACROSS:
        yield partial(_few, bench, section=section, part=part)
        return
    for index, shown in enumerate(_glances(bench.report, section.figures)):
        yield partial(_many, bench, section=section, part=part, shown=shown, index=index)


def theme_of(report: ResolvedReport, datum: Datum) -> Theme | None:
    """Return the theme whose figure a datum is: that which has it among its heroes, else among its figures, else in its words."""
    ranks = (lambda theme: theme.heroes, lambda theme: theme.figures, lambda theme: _others(theme))
    found = (theme for rank in ranks for theme in report.themes if datum.figure in {one.figure for one in rank(theme)})
    return next(found, None)


def _others(theme: Theme) -> tuple[Datum, ...]:
    charted = (datum for chart in theme.charts for datum in chart.data)
    return (*charted, *(theme.story.figures if theme.story else ()))


def _glances(report: ResolvedReport, data: Sequence[Datum]) -> Iterator[Glance]:
    """Yield what stands on each slide: a row a theme where each has a row's numbers, else as evenly as they come."""
    rows = [(theme, tuple(group)) for theme, group in groupby(data, lambda one: theme_of(report, one))]
    themes = tuple(theme for theme, _ in rows if theme)
    if {len(group) for _, group in rows} == {ACROSS} and len({theme.id for theme in themes}) == len(rows) <= DOWN:
        yield Glance(tuple(data), themes)
        return
    count = -(-len(data) // (ACROSS * DOWN))
    each = -(-len(data) // count)
    yield from (Glance(tuple(data[start : start + each])) for start in range(0, len(data), each))


def _few(bench: Bench, turn: Turn, section: Section, part: Part) -> Slide:
    draft = Draft(bench, turn, part, section.origin)
    draft.title(section.message.text, section.message.origin)
    foot = draft.source(section.source, (), section.origin)
    heroes.heroes_alone(draft, Numbers(bench, section.figures), bench.grid.between(draft.top + HEROES_GAP, foot))
    return draft.finish(notes(bench, section.talk, Spare((section.message.text,), cite(section.figures))))


def _many(bench: Bench, turn: Turn, section: Section, part: Part, shown: Glance, index: int) -> Slide:
    draft = Draft(bench, turn, part, section.origin)
    draft.title(section.message.text, section.message.origin)
    _grid(draft, shown, bench.grid.between(draft.top + TOP_GAP, draft.source(section.source, (), section.origin)))
    talk = SILENT if index else section.talk
    return draft.finish(notes(bench, talk, Spare((section.message.text,), cite(shown.data))))


def _grid(draft: Draft, shown: Glance, room: Rect) -> None:
    """Set numbers two in a row, all in one size, what each is beside it, after the name of the row's theme where it has one."""
    bench = draft.bench
    numbers, beside = (NUMBER, SAID) if shown.themes else (WIDE_NUMBER, WIDE_SAID)
    height = room.height // max(1, -(-len(shown.data) // ACROSS))
    size = _sizes(Numbers(bench, shown.data), _part(room, *numbers[0]), _part(room, *beside[0]), height)
    for index, datum in enumerate(shown.data):
        line, column = divmod(index, ACROSS)
        row = Rect(room.x, room.y + line * height, room.width, height)
        if not column:
            _begin(draft, shown.themes[line] if shown.themes else None, row)
        _number(draft, datum, (_part(row, *numbers[column]), _part(row, *beside[column])), size)


def _part(row: Rect, begin: float, width: float) -> Rect:
    return Rect(row.x + round(row.width * begin), row.y, round(row.width * width), row.height)


def _sizes(row: Numbers, number: Rect, said: Rect, height: Length) -> tuple[Length, float, Step]:
    """Return the sizes of digits, of what stands beside them in parts of these, and of labels, the largest that a row holds."""
    ladders = row.bench.ladders
    inside, part = Rect(0, 0, number.width, height - AIR), ladders.hero_parts[0]
    digits = largest(row, inside, ladders.glances, part) or ladders.glances[-1]
    step = next((one for one in ladders.labels if row.label_height(said.width, one) <= height), ladders.labels[-1])
    return digits, part, step


def _begin(draft: Draft, theme: Theme | None, row: Rect) -> None:
    """Rule a line over a row, and set its theme's name, which leads to the theme."""
    bench = draft.bench
    inks = bench.look.theme(theme.color) if theme else draft.part.inks
    draft.rule("细线", Rect(row.x, row.y, row.width, HAIRLINE), bench.look.rule)
    draft.rule("短线", Rect(row.x, row.y, SHORT_RULE.width, SHORT_RULE.height), inks.main)
    if theme:
        line = bench.letters.strong(theme.name.text, bench.ladders.kicker, inks.main)
        link = draft.turn.starts.get(theme.id, 0)
        draft.text("主题", _part(row, *NAME), (line,), theme.name.origin, Anchor.MIDDLE, link=link)


def _number(draft: Draft, datum: Datum, at: tuple[Rect, Rect], size: tuple[Length, float, Step]) -> None:
    (digits, part, step), bench = size, draft.bench
    theme = theme_of(bench.report, datum)
    inks = bench.look.theme(theme.color) if theme else draft.part.inks
    number = bench.letters.figure(datum.number, digits, inks.main, part)
    draft.text("关键数字", at[0], (number,), datum.valued_at, Anchor.MIDDLE)
    heroes.refuse_wide(draft, datum, number, at[0].width)
    draft.text("数字说明", at[1], heroes.label(bench, datum, step), datum.named_at, Anchor.MIDDLE)
