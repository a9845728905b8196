"""The deck: a resolved report in, slides in their order with sections and master out.

Order (deck standard, Slides): cover, summary, agenda; per theme divider, key figures, points, charts, story; history; key figures
table; outlook; questions; and an appendix in a section of its own. Numbers are known before the first slide is made, so that the
agenda can name them and a fault can say on which slide it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.design.palette import PLAIN, reading_ink, theme_inks
from generator.design.slide_grid import SLIDE
from generator.document.ledger import UseKind
from generator.document.model import Run, plain
from generator.layout.deck import backup, charts, fields, figures, opening, prose, words
from generator.layout.deck.gauge import Gauge
from generator.layout.deck.master import master
from generator.layout.deck.sheet import Desk, Livery
from generator.layout.deck.slide import Deck, DeckSection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.diagnostics import Sink
    from generator.document.model import Chart, ResolvedReport, Section, Theme
    from generator.fonts.library import Library
    from generator.layout.deck.slide import Slide


@dataclass(frozen=True, slots=True)
class Part:
    """A section to be: its name, the key under which the agenda looks for its first slide, and what makes each slide."""

    name: str
    key: str
    makers: tuple[Callable[[int], Slide], ...]


def lay_out(report: ResolvedReport, library: Library, sink: Sink) -> Deck:
    """Return the deck of a report; what does not fit is an error in the sink, at its line of the content."""
    desk = Desk(report, Gauge(library), sink, figures=_figures(report))
    starts: dict[str, int] = {}
    parts = tuple(part for part in _parts(desk, starts) if part.makers)
    first = 1
    for part in parts:
        starts[part.key] = first
        first += len(part.makers)
    makers = [maker for part in parts for maker in part.makers]
    slides = tuple(maker(number) for number, maker in enumerate(makers, start=1))
    field = fields.field_of(report.imprint)
    look = master(plain(report.imprint.organization), field, reading_ink(field))
    return Deck(report.imprint, SLIDE, look, slides, _sections(parts, starts))


def _figures(report: ResolvedReport) -> frozenset[str]:
    return frozenset(use.id for use in report.ledger.uses if use.kind in (UseKind.FIGURE, UseKind.DERIVED))


def _sections(parts: tuple[Part, ...], starts: dict[str, int]) -> tuple[DeckSection, ...]:
    names: list[str] = []
    for part in parts:
        mark = next(mark for mark in ("", *words.CONTINUED[1:]) if part.name + mark not in names)
        names.append(part.name + mark)
    ranges = (tuple(range(starts[part.key], starts[part.key] + len(part.makers))) for part in parts)
    return tuple(DeckSection(name, slides) for name, slides in zip(names, ranges, strict=True))


def _parts(desk: Desk, starts: dict[str, int]) -> Iterator[Part]:
    report = desk.report
    told = (partial(opening.summary, desk, themes=themes) for themes in opening.shares(report.themes))
    led = (partial(opening.agenda, desk, starts=starts),) if opening.has_agenda(report) else ()
    opened = (partial(fields.cover, desk), *told, *led)
    yield Part(words.OPENING, words.OPENING, opened)
    for step, theme in enumerate(report.themes, start=1):
        yield Part(str(theme.name), theme.id, tuple(_theme(desk, theme, step)))
    for part, makers in _after(desk):
        yield Part(str(part.name), part.name.origin, tuple(makers))
    appendix = (*backup.figures(desk), *backup.definitions(desk), *backup.sources(desk), *backup.discrepancies(desk))
    yield Part(words.APPENDIX, words.APPENDIX, appendix)


def _after(desk: Desk) -> Iterator[tuple[Section, Iterator[Callable[[int], Slide]]]]:
    """Yield the sections after the themes, each with what makes its slides."""
    report = desk.report
    if report.history:
        yield report.history, _section(desk, report.history)
    if report.overview.figures and not _told_before(report):
        yield report.overview, _overview(desk, report.overview)
    if report.outlook:
        yield report.outlook, _section(desk, report.outlook)
    if report.closing:
        yield report.closing, _closing(desk, report.closing)


def _told_before(report: ResolvedReport) -> bool:
    """Tell whether the overview would only say again what the key figures of a single theme have shown."""
    part = report.overview
    if len(report.themes) != 1 or part.points or part.charts:
        return False
    return {datum.figure for datum in part.figures} <= {datum.figure for datum in report.themes[0].heroes}


def _section(desk: Desk, part: Section) -> Iterator[Callable[[int], Slide]]:
    """Yield a section: its message over its points, or over its text where it has no charts to show it."""
    livery = _livery(part)
    if part.points or not part.charts:
        yield partial(prose.section, desk, part=part, livery=livery)
    yield from _charts(desk, part.charts, livery)


def _overview(desk: Desk, part: Section) -> Iterator[Callable[[int], Slide]]:
    yield partial(backup.overview, desk, part=part, livery=_livery(part))
    if part.points or part.charts:
        yield from _section(desk, part)


def _closing(desk: Desk, part: Section) -> Iterator[Callable[[int], Slide]]:
    livery = _livery(part)
    yield from _charts(desk, part.charts, livery)
    yield partial(fields.closing, desk, part=part, livery=livery)


def _livery(part: Section) -> Livery:
    return Livery(PLAIN, part.name.text)


def _theme(desk: Desk, theme: Theme, step: int) -> Iterator[Callable[[int], Slide]]:
    kicker = (theme.number, Run("　"), *theme.name.text)
    livery = Livery(theme_inks(theme.color), kicker, step, len(desk.report.themes))
    yield partial(fields.divider, desk, theme=theme, livery=livery)
    for share in figures.shares(desk, theme, livery):
        yield partial(figures.key_figures, desk, theme=theme, share=share, livery=livery)
    if _has_points(theme):
        yield partial(prose.points, desk, theme=theme, livery=livery)
    yield from _charts(desk, theme.charts, livery)
    if theme.story:
        yield partial(prose.story, desk, told=theme.story, livery=livery)


def _has_points(theme: Theme) -> bool:
    """Tell whether a theme has points of its own: those made of its heroes would only say again what the slide before has shown."""
    return bool(theme.points) and {one.origin for one in theme.points} != {hero.origin for hero in theme.heroes}


def _charts(desk: Desk, shown: tuple[Chart, ...], livery: Livery) -> Iterator[Callable[[int], Slide]]:
    for whole in shown:
        for title, chart in charts.parts(desk, whole, livery):
            yield partial(charts.chart, desk, title=title, shown=chart, livery=livery)
