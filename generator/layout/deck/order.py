"""The deck: a resolved report in, slides in their order with sections and master out.

Order (deck standard, Slides): cover, summary, agenda, key numbers; per theme a divider and its exhibits; history; outlook; questions,
or as the author has them, with sections of the author's own among them;
and, hidden, the backup in a section of its own. Numbers are known before the first slide is made, so that the agenda can name them,
links can lead to them, and a fault can say on which slide it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.diagnostics import Told
from generator.document.model import FIGURES, POINTS, STATEMENT, Chart, ResolvedReport, Run, Section, Theme
from generator.layout.deck import charts, colour_fields, prose, words
from generator.layout.deck.agenda import agenda, has_agenda
from generator.layout.deck.agenda import shares as steps
from generator.layout.deck.appendix import Make, appendix
from generator.layout.deck.bench import Bench, Part, Turn, bench_for
from generator.layout.deck.block_slides import block_slides, story_slide
from generator.layout.deck.blocks import named
from generator.layout.deck.company import company_master
from generator.layout.deck.exhibits import of_section, of_theme, unshown
from generator.layout.deck.key_figures import key_figures
from generator.layout.deck.letter import letter
from generator.layout.deck.master import master
from generator.layout.deck.overview import overviews
from generator.layout.deck.quote import quote
from generator.layout.deck.slide import Deck, DeckSection, Slide
from generator.layout.deck.speech import spoken
from generator.layout.deck.stamp import stamped
from generator.layout.deck.summary import shares, summary
from generator.layout.faults import each_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.layout.deck.exhibits import Name
    from generator.layout.deck.slide import Exhibit
    from generator.layout.desk import Desk


OF_PAPER = frozenset({"index", "feedback"})
"""Kinds of sections that no deck has: page numbers lead nowhere from a slide, and nobody writes on one."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section to be: its name, the key under which others look for its first slide, and what makes each slide.

    `marks` are keys of slides within it, by their place; a `hidden` one is passed over in a show.
    """

    name: str
    key: str
    makers: tuple[Make, ...]
    marks: tuple[tuple[str, int], ...] = ()
    hidden: bool = False


def lay_out(desk: Desk) -> Told[Deck]:
    """Return the deck of a report, and what does not fit it, slide by slide, each fault once."""
    bench = bench_for(desk)
    stretches = tuple(one for one in _stretches(bench) if one.makers)
    starts = dict(_starts(stretches))
    slides = spoken(bench, _slides(stretches, starts))
    whole, dressed = company_master(desk, slides, desk.template) if desk.template else master(desk, slides)
    dressed = tuple(stamped(one, desk) for one in dressed) if desk.report.draft else dressed
    deck = Deck(desk.report.imprint, desk.slide.size, whole, dressed, _sections(stretches, starts), desk.fonts)
    return Told(deck, each_once(fault for slide in slides for fault in slide.faults))


def _starts(stretches: Iterable[Stretch]) -> Iterator[tuple[str, int]]:
    """Yield the number of each part's first slide, and of those within it that are led to."""
    first = 1
    for one in stretches:
        yield one.key, first
        yield from ((key, first + place) for key, place in one.marks)
        first += len(one.makers)


def _slides(stretches: Iterable[Stretch], starts: dict[str, int]) -> tuple[Slide, ...]:
    """Return the slides, each told the titles of those before it."""
    made: list[Slide] = []
    titles: set[str] = set()
    for make, hidden in ((make, one.hidden) for one in stretches for make in one.makers):
        slide = make(Turn(len(made) + 1, frozenset(titles), starts))
        titles.add(slide.title)
        made.append(replace(slide, hidden=hidden))
    return tuple(made)


def _sections(stretches: tuple[Stretch, ...], starts: dict[str, int]) -> tuple[DeckSection, ...]:
    names: list[str] = []
    for one in stretches:
        mark = next(mark for mark in chain(("",), words.apart()) if one.name + mark not in names)
        names.append(one.name + mark)
    ranges = (tuple(range(starts[one.key], starts[one.key] + len(one.makers))) for one in stretches)
    return tuple(DeckSection(name, slides) for name, slides in zip(names, ranges, strict=True))


def _stretches(bench: Bench) -> Iterator[Stretch]:
    report = bench.report
    told = (partial(summary, bench, themes=themes) for themes in shares(report.themes))
    led = (partial(agenda, bench, share=one) for one in steps(bench)) if has_agenda(report) else ()
    about = tuple(_shown(bench, report.about, _part(bench, report.about), _own_blocks(report.about)))
    yield Stretch(words.OPENING, words.OPENING, (partial(colour_fields.cover, bench), *told, *about, *led))
    for one in report.ordered:
        yield from _stretch(bench, one) if isinstance(one, Section) else _themes(bench)
    yield _backup(bench)


def _themes(bench: Bench) -> Iterator[Stretch]:
    for step, theme in enumerate(bench.report.themes, start=1):
        yield Stretch(str(theme.name), theme.id, tuple(_theme(bench, theme, step)))


def _stretch(bench: Bench, section: Section) -> Iterator[Stretch]:
    """Yield the part of a section, where it has one of its own: what this summary is opens the deck, and paper alone has some."""
    report = bench.report
    if section is report.overview:
        if section.figures and not _told_before(report):
            yield Stretch(str(section.name), section.name.origin, tuple(_overview(bench, section)))
    elif section in _after(report):
        yield Stretch(str(section.name), section.name.origin, tuple(_section(bench, section)))


def _own_blocks(section: Section) -> Iterator[Name]:
    """Yield the blocks of a section's main part."""
    yield from (name for name in of_section(section).main if name in named(section))


def _after(report: ResolvedReport) -> tuple[Section, ...]:
    """Return the sections with parts of their own, the glance apart; an index and a form are of paper."""
    sections = (one for one in report.ordered if isinstance(one, Section) and one.kind not in OF_PAPER)
    return tuple(one for one in sections if one not in (report.about, report.overview))


def _told_before(report: ResolvedReport) -> bool:
    """Tell whether the overview would only say what the key figures of a single theme will show."""
    part = report.overview
    if len(report.themes) != 1 or part.points or part.charts or named(part):
        return False
    return {datum.figure for datum in part.figures} <= {datum.figure for datum in report.themes[0].heroes}


def _section(bench: Bench, section: Section) -> Iterator[Make]:
    part, choice = _part(bench, section), of_section(section)
    if section is bench.report.closing:
        yield from _shown(bench, section, part, (one for one in choice.main if one not in (POINTS, STATEMENT)))
        yield partial(colour_fields.closing, bench, section=section, part=part)
        return
    yield from _shown(bench, section, part, choice.main)


def _shown(bench: Bench, section: Section, part: Part, names: Iterable[Name]) -> Iterator[Make]:
    """Yield a section's exhibits: its message over its points or its text, and its charts."""
    for one in names:
        yield from _marked((section.id, one), _section_exhibit(bench, section, part, one))


def _section_exhibit(bench: Bench, section: Section, part: Part, name: Name) -> Iterator[Make]:
    if isinstance(name, int):
        yield from _charts(bench, section.charts, part, (name,))
    elif name == STATEMENT and section.letter:
        yield letter(bench, section, section.letter, part)
    elif name == STATEMENT and section.statement:
        yield partial(quote, bench, told=section.statement, part=part)
    elif shown := named(section).get(name):
        yield from block_slides(bench, shown, part, section)
    else:
        yield partial(prose.section, bench, section=section, part=part)


def _marked(exhibit: Exhibit, makes: Iterable[Make]) -> Iterator[Make]:
    """Yield makers whose slides know which exhibit they show."""

    def make(turn: Turn, made: Make) -> Slide:
        return replace(made(turn), exhibit=exhibit)

    yield from (partial(make, made=one) for one in makes)


def _overview(bench: Bench, section: Section) -> Iterator[Make]:
    yield from overviews(bench, section, _part(bench, section))
    if section.points or section.charts or named(section):
        yield from _section(bench, section)


def _part(bench: Bench, section: Section) -> Part:
    return Part(bench.look.plain, section.name.text)


def _part_of(bench: Bench, theme: Theme, step: int) -> Part:
    kicker = (theme.number, Run("　"), *theme.name.text)
    return Part(bench.look.theme(theme.color), kicker, step, len(bench.report.themes), theme.name.text)


def _theme(bench: Bench, theme: Theme, step: int) -> Iterator[Make]:
    choice, part = of_theme(bench, theme), _part_of(bench, theme, step)
    aside, silent = unshown(bench, theme), FIGURES in choice.main
    yield partial(colour_fields.divider, bench, theme=theme, part=part, aside=aside, silent=silent)
    yield from _exhibits(bench, theme, part, choice.main)


def _exhibits(bench: Bench, theme: Theme, part: Part, names: Iterable[Name]) -> Iterator[Make]:
    for one in names:
        yield from _marked((theme.id, one), _exhibit(bench, theme, part, one))


def _exhibit(bench: Bench, theme: Theme, part: Part, name: Name) -> Iterator[Make]:
    if isinstance(name, int):
        yield from _charts(bench, theme.charts, part, (name,))
    elif name == FIGURES:
        yield partial(key_figures, bench, theme=theme, part=part)
    elif name == POINTS:
        yield partial(prose.points, bench, theme=theme, part=part)
    elif name == STATEMENT and theme.statement:
        yield partial(quote, bench, told=theme.statement, part=part)
    elif shown := named(theme).get(name):
        yield from block_slides(bench, shown, part, theme)
    elif theme.story:
        yield story_slide(bench, theme.story, part, theme.source)


def _charts(bench: Bench, shown: tuple[Chart, ...], part: Part, places: Iterable[Name]) -> Iterator[Make]:
    for whole in (shown[place] for place in places if isinstance(place, int)):
        for title, chart in charts.parts(bench, whole, part):
            yield partial(charts.chart, bench, title=title, shown=chart, part=part)


def _backup(bench: Bench) -> Stretch:
    """Return the backup: what the author left to it, each part's own under its name, and the tables."""
    report = bench.report
    left = [
        make
        for theme in report.themes
        for make in _exhibits(bench, theme, _left(_part_of(bench, theme, 0), theme.id), of_theme(bench, theme).backup)
    ]
    parts = (one for one in (report.about, report.overview, *_after(report)) if one.name.text)
    for one in parts:
        part, blocks = _left(_part(bench, one), one.name.origin), named(one)
        names = of_section(one).backup
        own = (name for name in names if name in blocks) if one is report.about else names
        left += _shown(bench, one, part, (name for name in own if name != POINTS or one.points))
    tables, marks = appendix(bench)
    moved = tuple((key, len(left) + place) for key, place in marks)
    return Stretch(words.APPENDIX, words.APPENDIX, (*left, *tables), moved, hidden=True)


def _left(part: Part, key: str) -> Part:
    """Return a part of the backup: it has no step, and leads back to where the part begins."""
    return replace(part, kicker=(Run(words.BACKUP_NAME), Run("　"), *part.kicker), back=key)
