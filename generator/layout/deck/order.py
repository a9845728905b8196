"""The deck: a resolved report in, slides in their order with sections and master out.

Order (deck standard, Slides): cover, summary, agenda; per theme divider, key figures, points, charts, story; history; key figures
table; outlook; questions; and an appendix in a section of its own. Numbers are known before the first slide is made, so that the
agenda can name them and a fault can say on which slide it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.diagnostics import Told
from generator.document.model import Chart, ResolvedReport, Run, Section, Theme
from generator.layout.deck import charts, colour_fields, key_figures, prose, words
from generator.layout.deck.agenda import agenda, has_agenda
from generator.layout.deck.agenda import shares as steps
from generator.layout.deck.appendix import Make, appendix
from generator.layout.deck.bench import Bench, Part, Turn, bench_for
from generator.layout.deck.figure_table import overviews
from generator.layout.deck.master import master
from generator.layout.deck.slide import Deck, DeckSection, Slide
from generator.layout.deck.summary import shares, summary
from generator.layout.faults import each_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.layout.desk import Desk


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section to be: its name, the key under which the agenda looks for its first slide, and what makes each slide."""

    name: str
    key: str
    makers: tuple[Make, ...]


def lay_out(desk: Desk) -> Told[Deck]:
    """Return the deck of a report, and what does not fit it, slide by slide, each fault once."""
    starts: dict[str, int] = {}
    stretches = tuple(one for one in _stretches(bench_for(desk), starts) if one.makers)
    first = 1
    for one in stretches:
        starts[one.key] = first
        first += len(one.makers)
    slides = _slides(tuple(make for one in stretches for make in one.makers))
    deck = Deck(desk.report.imprint, desk.slide.size, master(desk), slides, _sections(stretches, starts), desk.fonts)
    return Told(deck, each_once(fault for slide in slides for fault in slide.faults))


def _slides(makers: tuple[Make, ...]) -> tuple[Slide, ...]:
    """Return the slides, each told the titles of those before it."""
    made: list[Slide] = []
    for number, make in enumerate(makers, start=1):
        made.append(make(Turn(number, frozenset(slide.title for slide in made))))
    return tuple(made)


def _sections(stretches: tuple[Stretch, ...], starts: dict[str, int]) -> tuple[DeckSection, ...]:
    names: list[str] = []
    for one in stretches:
        mark = next(mark for mark in chain(("",), words.apart()) if one.name + mark not in names)
        names.append(one.name + mark)
    ranges = (tuple(range(starts[one.key], starts[one.key] + len(one.makers))) for one in stretches)
    return tuple(DeckSection(name, slides) for name, slides in zip(names, ranges, strict=True))


def _stretches(bench: Bench, starts: dict[str, int]) -> Iterator[Stretch]:
    report = bench.report
    told = (partial(summary, bench, themes=themes) for themes in shares(report.themes))
    led = (partial(agenda, bench, starts=starts, share=one) for one in steps(bench)) if has_agenda(report) else ()
    yield Stretch(words.OPENING, words.OPENING, (partial(colour_fields.cover, bench), *told, *led))
    for step, theme in enumerate(report.themes, start=1):
        yield Stretch(str(theme.name), theme.id, tuple(_theme(bench, theme, step)))
    for section, makers in _after(bench):
        yield Stretch(str(section.name), section.name.origin, tuple(makers))
    yield Stretch(words.APPENDIX, words.APPENDIX, tuple(appendix(bench)))


def _after(bench: Bench) -> Iterator[tuple[Section, Iterator[Make]]]:
    """Yield the sections after the themes, each with what makes its slides."""
    report = bench.report
    if report.history:
        yield report.history, _section(bench, report.history)
    if report.overview.figures and not _told_before(report):
        yield report.overview, _overview(bench, report.overview)
    if report.outlook:
        yield report.outlook, _section(bench, report.outlook)
    if report.closing:
        yield report.closing, _closing(bench, report.closing)


def _told_before(report: ResolvedReport) -> bool:
    """Tell whether the overview would only say again what the key figures of a single theme have shown."""
    part = report.overview
    if len(report.themes) != 1 or part.points or part.charts:
        return False
    return {datum.figure for datum in part.figures} <= {datum.figure for datum in report.themes[0].heroes}


def _section(bench: Bench, section: Section) -> Iterator[Make]:
    """Yield a section: its message over its points, or over its text where it has no charts to show it."""
    part = _part(bench, section)
    if section.points or not section.charts:
        yield partial(prose.section, bench, section=section, part=part)
    yield from _charts(bench, section.charts, part)


def _overview(bench: Bench, section: Section) -> Iterator[Make]:
    yield from overviews(bench, section, _part(bench, section))
    if section.points or section.charts:
        yield from _section(bench, section)


def _closing(bench: Bench, section: Section) -> Iterator[Make]:
    part = _part(bench, section)
    yield from _charts(bench, section.charts, part)
    yield partial(colour_fields.closing, bench, section=section, part=part)


def _part(bench: Bench, section: Section) -> Part:
    return Part(bench.look.plain, section.name.text)


def _theme(bench: Bench, theme: Theme, step: int) -> Iterator[Make]:
    kicker = (theme.number, Run("　"), *theme.name.text)
    part = Part(bench.look.theme(theme.color), kicker, step, len(bench.report.themes))
    yield partial(colour_fields.divider, bench, theme=theme, part=part)
    for share in key_figures.shares(bench, theme):
        yield partial(key_figures.key_figures, bench, theme=theme, share=share, part=part)
    if _has_points(theme):
        yield partial(prose.points, bench, theme=theme, part=part)
    yield from _charts(bench, theme.charts, part)
    if theme.story:
        yield partial(prose.story, bench, told=theme.story, part=part)


def _has_points(theme: Theme) -> bool:
    """Tell whether a theme has points of its own: those made of its heroes would only say again what the slide before has shown.

    A single point has no slide, on which it would be title and body: it is the title of the key figures where they have none.
    """
    return len(theme.points) > 1 and {one.origin for one in theme.points} != {hero.origin for hero in theme.heroes}


def _charts(bench: Bench, shown: tuple[Chart, ...], part: Part) -> Iterator[Make]:
    for whole in shown:
        for title, chart in charts.parts(bench, whole, part):
            yield partial(charts.chart, bench, title=title, shown=chart, part=part)
