"""The key numbers at a glance: two to four large in rows, more two in a row, a row a theme as on the page, or over several slides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from generator.design.slide_grid import HAIRLINE, SHORT_RULE
from generator.layout.deck import heroes, words
from generator.layout.deck.bench import TRIAL
from generator.layout.deck.draft import Draft
from generator.layout.deck.gauge import characters
from generator.layout.deck.headings import broken
from generator.layout.deck.hero_rows import ROWS, hero_rows
from generator.layout.deck.heroes import AIR, Numbers
from generator.layout.deck.letters import LINE
from generator.layout.deck.notes import Spare, cite, notes
from generator.layout.deck.slide import Anchor
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.design.palette import ThemeInks
    from generator.design.type_scale import Step
    from generator.document.model import Datum, ResolvedReport, Section, Theme
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide, SlideParagraph
    from generator.units import Length

ACROSS, DOWN = 2, 5
TOP_GAP, HEROES_GAP = pt(14), pt(24)
NAME = 0.16
"""The most that the themes' names take of a row, in parts of the measure."""
LEAST_SAID = 0.15
"""And what is said beside a number, at the least."""
BESIDE, APART = pt(10), pt(16)
"""From a number to what is said of it, and from there or from a name to the next number."""


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
    trial = Draft(bench, TRIAL, part, section.origin)
    trial.title(section.message.text, section.message.origin)
    room = bench.grid.between(trial.top + TOP_GAP, trial.source(section.source, (), section.origin))
    for index, shown in enumerate(_glances(bench, section.figures, room)):
        yield partial(_many, bench, section=section, part=part, shown=shown, index=index)


def theme_of(report: ResolvedReport, datum: Datum) -> Theme | None:
    """Return the theme whose figure a datum is: that which has it among its heroes, else among its figures, else in its words."""
    ranks = (lambda theme: theme.heroes, lambda theme: theme.figures, _others)
    found = (theme for rank in ranks for theme in report.themes if datum.figure in {one.figure for one in rank(theme)})
    return next(found, None)


def _others(theme: Theme) -> tuple[Datum, ...]:
    charted = (datum for chart in theme.charts for datum in chart.data)
    return (*charted, *(theme.story.figures if theme.story else ()))


def _glances(bench: Bench, data: Sequence[Datum], room: Rect) -> tuple[Glance, ...]:
    """Return what stands on each slide: a row a theme where each has a row's numbers, else as evenly as they come and fit."""
    rows = [(theme, tuple(group)) for theme, group in groupby(data, lambda one: theme_of(bench.report, one))]
    themes = tuple(theme for theme, _ in rows if theme)
    if {len(group) for _, group in rows} == {ACROSS} and len({theme.id for theme in themes}) == len(rows) <= DOWN:
        whole = Glance(tuple(data), themes)
        if _fits(bench, whole, room):
            return (whole,)
    for down in range(DOWN, 0, -1):
        count = -(-len(data) // (ACROSS * down))
        each = -(-len(data) // count)
        made = tuple(Glance(tuple(data[start : start + each])) for start in range(0, len(data), each))
        if all(_fits(bench, one, room) for one in made):
            break
    return made


def _fits(bench: Bench, shown: Glance, room: Rect) -> bool:
    """Tell whether every number has its line and what is said of it fits beside it."""
    frame = _frame(bench, shown, room)
    labels = all(one.label_height(frame.said, frame.label) <= frame.height for one in frame.columns if one.data)
    return labels and all(
        one.on_a_line(frame.digits, wide, frame.part) for one, wide in zip(frame.columns, frame.wide, strict=True)
    )


def _few(bench: Bench, turn: Turn, section: Section, part: Part) -> Slide:
    draft = Draft(bench, turn, part, section.origin, words.FIGURES)
    draft.title(section.message.text, section.message.origin)
    foot = draft.source(section.source, (), section.origin)
    room, row = bench.grid.between(draft.top + HEROES_GAP, foot), Numbers(bench, section.figures)
    if len(row.data) < ROWS[0]:
        heroes.heroes_alone(draft, row, room)
    else:
        hero_rows(draft, row, room, [_inks(draft, (datum,)).main for datum in row.data])
    return draft.finish(notes(section.talk, Spare((section.message.text,), cite(section.figures))))


def _many(bench: Bench, turn: Turn, section: Section, part: Part, shown: Glance, index: int) -> Slide:
    draft = Draft(bench, turn, part, section.origin, words.FIGURES)
    draft.title(section.message.text, section.message.origin)
    _grid(draft, shown, bench.grid.between(draft.top + TOP_GAP, draft.source(section.source, (), section.origin)))
    talk = replace(section.talk, script=()) if index else section.talk
    return draft.finish(notes(talk, Spare((section.message.text,), cite(shown.data))))


@dataclass(frozen=True, slots=True)
class Frame:
    """How a slide of numbers is laid out: the height of a row, what names take of it, the numbers' columns and sizes, and the rest."""

    height: Length
    first: Length
    columns: tuple[Numbers, ...]
    wide: tuple[Length, ...]
    digits: Length
    part: int
    said: Length
    label: Step


def _frame(bench: Bench, shown: Glance, room: Rect) -> Frame:
    """Return the frame in which digits are largest, and then what is said beside them."""
    height, first = room.height // max(1, -(-len(shown.data) // ACROSS)), _names(bench, shown.themes)
    columns = tuple(Numbers(bench, shown.data[column::ACROSS]) for column in range(ACROSS))
    digits, part, wide = _sizes(bench, columns, Rect(0, 0, room.width - first, height))
    said = (room.width - first - sum(wide) - APART) // ACROSS - BESIDE
    steps = bench.ladders.labels
    fitting = (step for step in steps if all(one.label_height(said, step) <= height for one in columns if one.data))
    return Frame(height, first, columns, wide, digits, part, said, next(fitting, steps[-1]))


def _grid(draft: Draft, shown: Glance, room: Rect) -> None:
    """Set numbers two in a row, all in one size, what each is beside it, after the name of the row's theme where it has one."""
    frame = _frame(draft.bench, shown, room)
    for line in range(-(-len(shown.data) // ACROSS)):
        row = Rect(room.x, room.y + line * frame.height, room.width, frame.height)
        told = shown.data[line * ACROSS : (line + 1) * ACROSS]
        _begin(draft, shown.themes[line] if shown.themes else None, row, frame.first - APART, _inks(draft, told))
        x = row.x + frame.first
        for datum, width in zip(told, frame.wide, strict=False):
            at = Rect(x, row.y, width, row.height), Rect(x + width + BESIDE, row.y, frame.said, row.height)
            _number(draft, datum, at, (frame.digits, frame.part, frame.label))
            x += width + BESIDE + frame.said + APART


def _names(bench: Bench, themes: Sequence[Theme]) -> Length:
    """Return what the names of themes take of a row, with the space after them."""
    wide = (bench.gauge.width(bench.letters.strong(one.name.text, bench.ladders.kicker).runs) for one in themes)
    return min(max(wide), round(bench.grid.measure * NAME)) + APART if themes else 0


def _sizes(bench: Bench, columns: Sequence[Numbers], room: Rect) -> tuple[Length, int, tuple[Length, ...]]:
    """Return the size of digits, that of what stands beside them in parts of these, and how wide the numbers of each column are."""
    most = room.width - ACROSS * (BESIDE + round(bench.grid.measure * LEAST_SAID)) - APART
    tries = [
        (digits, part, tuple(_widest(one, digits, part) for one in columns))
        for digits in bench.ladders.glances
        for part in bench.ladders.hero_drops
    ]
    fitting = (one for one in tries if sum(one[2]) <= most and round(one[0] * LINE) <= room.height - AIR)
    digits, part, _ = tries[-1]
    return next(fitting, (digits, part, (most // ACROSS,) * ACROSS))


def _widest(row: Numbers, digits: Length, part: int) -> Length:
    return max((row.bench.gauge.width(one.runs) for one in row.figures(digits, part)), default=0)


def _inks(draft: Draft, told: Sequence[Datum]) -> ThemeInks:
    """Return the inks of the one theme whose figures all of these are, else the part's own."""
    themes = [theme_of(draft.bench.report, datum) for datum in told]
    own = themes[0] if len({theme.id if theme else "" for theme in themes}) == 1 else None
    return draft.bench.look.theme(own.color) if own else draft.part.inks


def _begin(draft: Draft, theme: Theme | None, row: Rect, width: Length, inks: ThemeInks) -> None:
    """Rule a line over a row, and set its theme's name, which leads to the theme."""
    bench = draft.bench
    draft.rule("细线", Rect(row.x, row.y, row.width, HAIRLINE), bench.look.rule)
    draft.rule("短线", Rect(row.x, row.y, SHORT_RULE.width, SHORT_RULE.height), inks.main)
    if theme:
        line = bench.letters.strong(theme.name.text, bench.ladders.kicker, inks.main)
        link = draft.turn.starts.get(theme.id, 0)
        at = Rect(row.x, row.y, width, row.height)
        draft.text("主题", at, (line,), theme.name.origin, Anchor.MIDDLE)
        draft.lead(link)


def _number(draft: Draft, datum: Datum, at: tuple[Rect, Rect], size: tuple[Length, int, Step]) -> None:
    (digits, part, step), bench = size, draft.bench
    number = bench.letters.figure(datum.number, digits, _inks(draft, (datum,)).main, part)
    draft.text("关键数字", at[0], (number,), datum.valued_at, Anchor.MIDDLE, wrap=False)
    heroes.refuse_wide(draft, datum, number, at[0].width)
    said = tuple(line for one in heroes.label(bench, datum, step) for line in _parted(bench, one, at[1].width))
    draft.text("数字说明", at[1], said, datum.named_at, Anchor.MIDDLE)


def _parted(bench: Bench, line: SlideParagraph, width: Length) -> tuple[SlideParagraph, ...]:
    """Return a label of two lines parted by sense, and not before or after digits: a name may hold them."""
    parts = broken(line, bench.gauge, width)
    texts = [characters(one.runs) for one in parts]
    torn = any(before[-1:].isdigit() or after[:1].isdigit() for before, after in pairwise(texts))
    return (line,) if torn else parts
