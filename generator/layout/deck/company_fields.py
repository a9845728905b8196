"""Cover, dividers and closing of a deck that is built into a template: text in the placeholders of its layouts, on its own grounds.

In: the bench with its template, and what a field of ours says. Out: a slide whose title takes the largest step that fits the layout's
title, and whose lines stand in the layout's text, or under the title where it has none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.layout.deck import words
from generator.layout.deck.company import ground, place_for, within
from generator.layout.deck.draft import Draft
from generator.layout.deck.headings import broken
from generator.layout.deck.letters import spaced
from generator.layout.deck.notes import Spare, cite, notes
from generator.layout.deck.slide import Anchor, TextBox
from generator.typeset.model import Align
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Phrase, RichText, Section, Talk, Theme
    from generator.ink import Ink
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide, SlideParagraph
    from generator.template.model import Layout

ALIGN = {"ctr": Align.CENTRE, "r": Align.RIGHT}
ANCHOR = {"ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
AIR, GAP = pt(10), pt(6)
MOST_LINES = 3


def cover(bench: Bench, turn: Turn, layout: Layout, part: Part) -> Slide:
    """Return the cover: title, then subtitle, organization and edition."""
    imprint = bench.report.imprint
    draft = Draft(bench, turn, part, imprint.title.origin, words.COVER)
    ink = bench.look.reading(ground(layout))
    lines = (imprint.subtitle.text, imprint.organization, imprint.edition)
    _set(draft, layout, imprint.title, lines, ink)
    return draft.finish(notes(bench, bench.report.about.talk, Spare((imprint.title.text, imprint.subtitle.text))))


def divider(bench: Bench, turn: Turn, layout: Layout, told: tuple[Theme, Part, Talk]) -> Slide:
    """Return a theme's divider: its message, its number and name."""
    theme, part, talk = told
    draft = Draft(bench, turn, part, theme.origin, words.PART)
    ink = bench.look.reading(ground(layout))
    _set(draft, layout, theme.message, (part.kicker,), ink)
    draft.foot = ink
    return draft.finish(notes(bench, talk, Spare((theme.message.text,), cite(theme.heroes[:1]))))


def closing(bench: Bench, turn: Turn, layout: Layout, section: Section, part: Part) -> Slide:
    """Return the last slide before the appendix: the question put to the room."""
    draft = Draft(bench, turn, part, section.origin, words.CLOSING)
    ink = bench.look.reading(ground(layout))
    _set(draft, layout, section.message, tuple(one.text for one in section.points or section.text), ink)
    draft.foot = ink
    spare = Spare(tuple(one.text for one in section.text) or (section.message.text,), cite(section.figures))
    return draft.finish(notes(bench, section.talk, spare))


def _set(draft: Draft, layout: Layout, title: Phrase, lines: Sequence[RichText], ink: Ink) -> None:
    """Set a title in the layout's own, and lines in its text, else under the title."""
    held = place_for(draft.layout, "title", layout)
    assert held is not None
    room = within(held)
    made = tuple(replace(one, align=ALIGN.get(held.align, Align.LEFT)) for one in _title(draft, title, room, ink))
    draft.put(TextBox("标题", room, made, "title", ANCHOR.get(held.anchor, Anchor.TOP), origin=title.origin))
    text = place_for(draft.layout, "subtitle", layout)
    below = (
        within(text) if text else Rect(room.x, room.bottom + AIR, room.width, draft.bench.grid.source_foot - room.bottom - AIR)
    )
    if text and below.y > room.y:
        below = replace(below, height=max(below.height, draft.bench.grid.source_foot - below.y))
    said = _lines(draft, [one for one in lines if any(run.text for run in one)], below, ink)
    if said:
        lie = text or held
        lines_as = tuple(replace(one, align=ALIGN.get(lie.align, Align.LEFT)) for one in said)
        draft.text("名称", below, lines_as, title.origin, ANCHOR.get(text.anchor if text else "t", Anchor.TOP), "subtitle")


def _title(draft: Draft, title: Phrase, room: Rect, ink: Ink) -> tuple[SlideParagraph, ...]:
    """Return a title at the largest step of which it takes at most three lines in its room; one that never does is told."""
    bench, claimed, scale = draft.bench, draft.claim(title.text), draft.bench.scale
    tried: tuple[SlideParagraph, ...] = ()
    for step in (*bench.ladders.covers[1:], scale.statement, scale.heading_1, scale.heading_2):
        tried = broken(bench.letters.title(claimed, step, ink), bench.gauge, room.width, always=True)
        rows = sum(len(bench.gauge.lines(one, room.width)) for one in tried)
        if rows <= MOST_LINES and rows * step.leading <= room.height:
            return tried
    over = bench.gauge.excess(tried, room.width, room.height)
    if over:
        draft.refuse("title", over.lines, over.room, title.origin, excess=over.characters)
    return tried


def _lines(draft: Draft, lines: Sequence[RichText], room: Rect, ink: Ink) -> tuple[SlideParagraph, ...]:
    """Return lines at the largest step at which each has a line of its own in their room, else at the largest that fits it."""
    scale, gauge = draft.bench.scale, draft.bench.gauge
    made: tuple[SlideParagraph, ...] = ()
    fitting: list[tuple[SlideParagraph, ...]] = []
    steps: tuple[Step, ...] = (scale.lead, scale.heading_3, scale.body, scale.caption)
    for step in steps:
        words_at = [draft.bench.letters.words(one, step, ink) for one in lines]
        made = tuple(spaced(one, GAP) if index else one for index, one in enumerate(words_at))
        if gauge.height(made, room.width) <= room.height:
            fitting.append(made)
    single = (one for one in fitting if all(len(gauge.lines(line, room.width)) == 1 for line in one))
    return next(single, next(iter(fitting), made))
