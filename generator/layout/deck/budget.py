"""A talk within the author's minutes: where the scripts need more, exhibits go to the backup until they fit, and each is told.

In: the desk. Out: the deck, and what there is to tell of it. It is as if the author had written `deck:` without them: what gives way first
is what a talk misses least (`GIVES_WAY`), and of those the one that takes longest, so that few go. What an author chose by a `deck:`
stays, and so do a theme's key figures, to which its script is spoken, its last exhibit, the first of history and outlook, and all
that is no exhibit.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity, Told, said
from generator.document.model import BUDGET, FIGURES, PICTURE, POINTS, QUOTE, STATEMENT, STORY, TABLE
from generator.layout.deck import order
from generator.layout.deck.bench import bench_for
from generator.layout.deck.blocks import kind_of
from generator.layout.deck.draft import FILE
from generator.layout.deck.exhibits import of_section, of_theme
from generator.layout.deck.slide import Exhibit
from generator.layout.deck.speech import MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Words
    from generator.document.model import ResolvedReport, Section, Theme
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.exhibits import Name
    from generator.layout.deck.slide import Deck
    from generator.layout.desk import Desk

GIVES_WAY: tuple[Name, ...] = (POINTS, QUOTE, STATEMENT, PICTURE, STORY, TABLE, "further charts", 0)
"""What a talk that is too long does without, the least missed first; 0 is a part's first chart."""


def lay_out(desk: Desk) -> Told[Deck]:
    """Return the deck of a report, within the minutes of its talk if there are any, and what there is to tell, each fault once."""
    made, moved, whole = order.lay_out(desk), dict[Exhibit, str](), 0
    budget = round(float(desk.report.minutes) * MINUTE) if desk.report.minutes else 0
    parts: tuple[Theme | Section, ...] = (*desk.report.themes, *_sections(desk.report))
    chosen = frozenset(one.id for one in parts if one.deck is not None)
    while budget and (needed := _needed(made.value)) > budget:
        whole = whole or needed
        gone = dict(_giving_way(_free(bench_for(desk), chosen), made.value, needed - budget))
        if not gone:
            break
        moved |= gone
        desk = replace(desk, report=_without(bench_for(desk), frozenset(gone)))
        made = order.lay_out(desk)
    return Told(made.value, (*made.diagnostics, *_told(desk.report, made.value, (budget, whole), tuple(moved.values()))))


def _needed(deck: Deck) -> int:
    return sum(slide.speech.seconds for slide in deck.slides)


def _giving_way(free: Iterable[Exhibit], deck: Deck, excess: int) -> Iterator[tuple[Exhibit, str]]:
    """Yield the exhibits that go, each with the title of its first slide, until they have taken so many seconds with them."""
    seconds, titles = Counter[Exhibit](), dict[Exhibit, str]()
    for slide in deck.slides:
        if slide.exhibit:
            seconds[slide.exhibit] += slide.speech.seconds
            titles.setdefault(slide.exhibit, slide.title)
    for one in sorted((one for one in free if one in seconds), key=lambda exhibit: (_weight(exhibit), -seconds[exhibit])):
        if excess <= 0:
            return
        excess -= seconds[one]
        yield one, titles[one]


def _free(bench: Bench, chosen: frozenset[str]) -> Iterator[Exhibit]:
    """Yield the exhibits that may go, none of a part that the author chose."""
    for theme in bench.report.themes:
        main = [(theme.id, name) for name in of_theme(bench, theme).main]
        stays = max(main, key=_weight, default=None)  # its key figures, where it has them
        yield from (one for one in main if theme.id not in chosen and one != stays)
    for section in _sections(bench.report):
        yield from ((section.id, name) for name in of_section(section).main[1:] if section.id not in chosen)


def _weight(exhibit: Exhibit) -> int:
    """Return how much a talk would miss an exhibit."""
    order_of, name = (*GIVES_WAY, FIGURES), exhibit[1]
    kind = kind_of(name) if isinstance(name, str) else name
    return order_of.index(kind if kind in order_of else "further charts")


def _sections(report: ResolvedReport) -> tuple[Section, ...]:
    return tuple(one for one in (report.history, report.outlook, *report.own) if one)


def _without(bench: Bench, gone: frozenset[Exhibit]) -> ResolvedReport:
    """Return the report as if its author had left these exhibits to the backup."""
    report = bench.report

    def chosen(part: Theme | Section, main: tuple[Name, ...]) -> tuple[Name, ...] | None:
        kept = tuple(name for name in main if (part.id, name) not in gone)
        return part.deck if kept == main else kept

    themes = tuple(replace(one, deck=chosen(one, of_theme(bench, one).main)) for one in report.themes)
    history, outlook = (
        replace(one, deck=chosen(one, of_section(one).main)) if one else None for one in (report.history, report.outlook)
    )
    own = tuple(replace(one, deck=chosen(one, of_section(one).main)) for one in report.own)
    return replace(report, themes=themes, history=history, outlook=outlook, own=own)


def _told(report: ResolvedReport, deck: Deck, times: tuple[int, int], moved: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield which slides went to the backup and how long the talk is; and that it is too long still."""
    (budget, whole), needed, span = times, _needed(deck), report.places.get(BUDGET)
    place = said("place.file", file=FILE)
    if moved:
        says = said("talk-shortened.moved", budget=_length(budget), whole=_length(whole), now=_length(needed), titles=moved)
        yield Diagnostic(Severity.NOTICE, says, span, place, (said("hint.choose-by-deck"),))
    if budget and needed > budget:
        cure = said("hint.talk-minutes", cure=f"minutes: {ceil(needed / MINUTE)}")
        yield Diagnostic(
            Severity.WARNING, said("talk-too-long.budget", budget=_length(budget), now=_length(needed)), span, place, (cure,)
        )


def _length(seconds: int) -> Words:
    minutes, rest = divmod(seconds, MINUTE)
    return said("length.both", minutes=minutes, seconds=rest) if rest else said("length.minutes", minutes=minutes)
