"""Slides of words: a theme's points, the outlook, the history.

Text steps down to 18 pt and no further; what then has no room is said, not shown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from generator.design.slide_grid import COLUMNS, HAIRLINE
from generator.document.model import Run
from generator.layout.deck import pitch, words
from generator.layout.deck.draft import Draft
from generator.layout.deck.heroes import OPTICAL
from generator.layout.deck.letters import Stress, led, spaced
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.slide import Anchor, Slide, SlideParagraph, TextBox
from generator.layout.deck.story import sentences
from generator.typeset.model import Style
from generator.units import Length, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.type_scale import Step
    from generator.document.model import Paragraph, Phrase, RichText, Section, Theme
    from generator.layout.deck.bench import Bench, Part, Turn

TOP_GAP = pt(30)
POINTS_GAP = pt(20)
"""From a title to the first hairline of points."""
LOUDER = 2
"""The steps from the words of a point to its numbers."""
POINT_PITCH = 1.35
LEAST_GAP, MOST_GAP, MOST_DOWN = pt(14), pt(72), pt(84)
BULLETS = ("•", "–")
"""The marks of an item, by how deep its list lies in another."""
INDENT, NUMBERED = 1.2, 1.7
"""How far an item's text hangs behind a bullet and behind a number, in ems."""
HEADINGS = frozenset({"heading", "subheading"})
MANY, SHORT = 6, 2
"""A text of so many blocks, none of more lines, stands in two columns."""
Half: TypeAlias = "tuple[tuple[SlideParagraph, ...], Rect]"
"""A column of a text and its place."""
_NARROW = str.maketrans("（）", "()")
"""A number in a list within another as a program that counts by itself has it."""


def body(bench: Bench, text: Sequence[Paragraph], step: Step) -> tuple[SlideParagraph, ...]:
    """Return blocks of text as paragraphs of one size, half a line apart."""
    befores = ["", *(one.kind for one in text)]
    return tuple(
        _block(bench, one, step, _space(one, before) * step.leading // 4) for one, before in zip(text, befores, strict=False)
    )


def _space(one: Paragraph, before: str) -> int:
    """Return what stands before a block, in quarters of its line pitch."""
    near = one.kind == "speaker" or (one.kind == before == "item")
    return 0 if not before else 1 if near else 2


def _block(bench: Bench, one: Paragraph, step: Step, before: Length) -> SlideParagraph:
    faces, letters = bench.look.faces, bench.letters
    face = {"heading": faces.strong, "subheading": faces.strong, "quote": faces.title, "speaker": faces.strong}.get(
        one.kind, faces.words
    )
    style = Style(face, step.size, bench.look.ink)
    text = (Run(words.SPEAKER), *one.text) if one.kind == "speaker" else one.text
    made = SlideParagraph(letters.runs(text, style), step.leading, space_before=before)
    if one.kind != "item":
        return made
    number = letters.runs(tuple(replace(run, text=run.text.translate(_NARROW)) for run in one.number), style)
    outer = round(step.size * INDENT) * one.depth
    indent = outer + round(step.size * (NUMBERED if number else INDENT))
    bullet = "" if number else BULLETS[one.depth]
    return replace(made, bullet=bullet, number=number, outer=outer, indent=indent, level=one.depth)


def fill(draft: Draft, text: Sequence[Paragraph], room: Rect, name: str, origin: str) -> None:
    """Set text in the body placeholder at the largest step that fits its height; too much at the least is a fault.

    A short text stands a little lower, where the eye rests.
    """
    gauge = draft.bench.gauge
    tries = [body(draft.bench, text, step) for step in draft.bench.ladders.bodies]
    fitting = next((one for one in tries if gauge.height(one, room.width) <= room.height), tries[-1])
    down = min(MOST_DOWN, round(max(0, room.height - gauge.height(fitting, room.width)) * OPTICAL))
    lower = Rect(room.x, room.y + down, room.width, room.height - down)
    draft.text(name, lower, fitting, origin, placeholder="body")


def shortened(bench: Bench, text: Sequence[Paragraph], room: Rect) -> tuple[Paragraph, ...]:
    """Return as many sentences of a text as a room holds in the least size, all where that is enough: the whole is for the speaker.

    Where not one sentence has room, all are returned, to be refused. No heading ends it.
    """
    step, height = bench.ladders.bodies[-1], bench.gauge.height
    kept: list[Paragraph] = []
    for one in text:
        said: RichText = ()
        for sentence in sentences(one):
            longer = replace(one, text=(*said, *sentence))
            if height(body(bench, (*kept, longer), step), room.width) > room.height:
                return _ended([*kept, replace(one, text=said)] if said else kept) or tuple(text)
            said = longer.text
        kept.append(one)
    return tuple(text)


def _halves(bench: Bench, text: Sequence[Paragraph], room: Rect) -> tuple[Half, ...]:
    """Return a text of many short blocks as two columns, each with its place, in the largest size in which they fit; none for another.

    A list within another, a speaker and what a heading is of are not parted from what stands before them.
    """
    if len(text) < MANY:
        return ()
    left, right = (bench.grid.between(room.y, room.bottom, first, COLUMNS // 2) for first in (0, COLUMNS // 2))
    for step in bench.ladders.bodies:
        made = body(bench, text, step)
        if any(len(bench.gauge.lines(one, left.width)) > SHORT for one in made):
            continue
        parted = [(made[:at], (spaced(made[at], 0), *made[at + 1 :])) for at in range(1, len(made)) if _may_part(text, at)]
        tall = {at: max(bench.gauge.height(half, left.width) for half in one) for at, one in enumerate(parted)}
        best = min(tall, key=lambda at: tall[at], default=None)
        if best is not None and tall[best] <= room.height:
            return tuple(zip(parted[best], (left, right), strict=True))
    return ()


def _may_part(text: Sequence[Paragraph], at: int) -> bool:
    """Tell whether a column may end before a block."""
    before, one = text[at - 1], text[at]
    return not (one.depth or one.kind == "speaker" or before.kind in HEADINGS or (one.kind == "item" and before.kind == "text"))


def _ended(kept: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Return paragraphs without headings that nothing follows."""
    while kept and kept[-1].kind in HEADINGS:
        kept = kept[:-1]
    return tuple(kept)


def listed(draft: Draft, points: Sequence[Phrase], room: Rect, origin: str) -> None:
    """Set points in the body placeholder, spread over the height, their numbers large in the theme's ink.

    Hairlines part points of one line each; with longer ones, where another renderer may break otherwise, space alone does.
    """
    bench, gauge, lines = draft.bench, draft.bench.gauge, [one.text for one in points]
    tries = [tuple(_point(bench, line, step, draft.stress) for line in lines) for step in bench.ladders.points]
    fitting = [one for one in tries if gauge.height(one, room.width) + LEAST_GAP * (len(lines) - 1) <= room.height]
    single = next((one for one in fitting if all(len(gauge.lines(point, room.width)) == 1 for point in one)), None)
    made = single or next(iter(fitting), tries[-1])
    spread, place = _rows(draft, single, room) if single else _spread(draft, made, room)
    _tell_excess(draft, points, spread, place)
    draft.put(TextBox("要点", place, spread, "body", Anchor.MIDDLE if single else Anchor.TOP, origin=origin))


def _spread(draft: Draft, made: Sequence[SlideParagraph], room: Rect) -> tuple[tuple[SlideParagraph, ...], Rect]:
    """Return points with even space between them, and their place."""
    spare = room.height - draft.bench.gauge.height(made, room.width)
    gap = min(MOST_GAP, max(LEAST_GAP, spare // max(1, len(made))))
    first = min(gap // 2, spare // 2) if spare > 0 else 0
    spread = tuple(spaced(one, gap if index else 0) for index, one in enumerate(made))
    return spread, Rect(room.x, room.y + first, room.width, room.height - first)


def _rows(draft: Draft, made: Sequence[SlideParagraph], room: Rect) -> tuple[tuple[SlideParagraph, ...], Rect]:
    """Return points of a line each, in the middle of rows of one height between hairlines, and their place; a few stand lower.

    All are in the middle of their place together: programs differ in the height of a line, which so comes to half at either end.
    """
    library = draft.bench.gauge.library
    lines = [replace(one, leading=pitch.single((run.style for run in one.runs), library)) for one in made]
    row = min(room.height // len(lines), max(one.leading for one in lines) + MOST_GAP)
    top = room.y + min(MOST_DOWN, round((room.height - row * len(lines)) * OPTICAL))
    _hairlines(draft, [Rect(room.x, top + row * at, room.width, row) for at in range(len(lines))])
    halves = [max(0, row - one.leading) // 2 for one in lines]
    spread = tuple(spaced(one, sum(halves[at - 1 : at + 1]) if at else 0) for at, one in enumerate(lines))
    return spread, Rect(room.x, top, room.width, row * len(lines))


def _tell_excess(draft: Draft, points: Sequence[Phrase], made: Sequence[SlideParagraph], room: Rect) -> None:
    """Refuse points that take more than their room, at the first that does not fit."""
    gauge = draft.bench.gauge
    over = gauge.excess(made, room.width, room.height)
    if over is None:
        return
    fitting = sum(gauge.height(made[:count], room.width) <= room.height for count in range(1, len(made) + 1))
    origin = points[fitting].origin
    draft.refuse("points", over.lines, over.room, origin, excess=over.characters, cure="first-without-room")


def _hairlines(draft: Draft, rows: Sequence[Rect]) -> None:
    """Rule a line over every row, and one under the last."""
    width = draft.bench.grid.right - rows[0].x
    for y in (*(row.y for row in rows), rows[-1].bottom):
        draft.rule("细线", Rect(rows[0].x, y, width, HAIRLINE), draft.bench.look.rule)


def _point(bench: Bench, text: RichText, step: Step, stress: Stress) -> SlideParagraph:
    large, faces = bench.scale.stepped(step.size, LOUDER), bench.look.faces
    made = bench.letters.runs(led(text), Style(faces.words, step.size, bench.look.ink), stress)
    loud = Style(faces.strong, large, stress.ink)
    runs = tuple(replace(run, style=loud) if run.use in stress.uses else run for run in made)
    return SlideParagraph(runs, max(step.leading, round(large * POINT_PITCH)))


def points(bench: Bench, turn: Turn, theme: Theme, part: Part) -> Slide:
    """Return the slide of a theme's points: the first is its message, the others stand below it."""
    draft = Draft(bench, turn, part, theme.origin, words.FIGURES)
    first, *others = theme.points
    draft.title(first.text, first.origin)
    foot = draft.source(theme.source, (), theme.origin)
    listed(draft, tuple(others), bench.grid.between(draft.top + POINTS_GAP, foot), theme.origin)
    return draft.finish(notes(SILENT, Spare(tuple(one.text for one in theme.points), (theme.source,))))


def section(bench: Bench, turn: Turn, section: Section, part: Part) -> Slide:
    """Return the slide of a part without charts: its points, or its text where it has none."""
    draft = Draft(bench, turn, part, section.origin)
    draft.title(section.message.text, section.message.origin)
    top, foot = draft.top + (POINTS_GAP if section.points else TOP_GAP), draft.source(section.source, (), section.origin)
    room = bench.grid.between(top, foot)
    if section.points:
        listed(draft, section.points, room, section.origin)
    elif halves := _halves(bench, section.text, room):
        for at, (made, place) in enumerate(halves):
            draft.text("正文", place, made, section.origin, placeholder="" if at else "body")
    else:
        fill(draft, shortened(bench, section.text, room), room, "正文", section.origin)
    remarks = tuple(note for one in section.text for note in one.notes)
    spare = Spare(tuple(one.text for one in section.text), cite(section.figures), remarks=remarks)
    return draft.finish(notes(section.talk, spare))
