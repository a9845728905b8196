"""A story's slide: its message, one figure very large on a band of the theme's tint with its icon, and what happened in two lines under it.

The figure is the last that the message tells, for the point of a sentence is at its end. The two lines are the author's `brief`, else
the first sentences of the text that repeat no number of the message; the whole of it is for the speaker.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.design.slide_grid import COLUMNS, EDGE, TITLE_LINES
from generator.drawing import NOWHERE, Drawing
from generator.layout.deck.draft import Draft
from generator.layout.deck.exhibits import story_figure
from generator.layout.deck.headings import broken
from generator.layout.deck.heroes import Numbers, heroes_alone, single_size
from generator.layout.deck.notes import Spare, cite, notes
from generator.layout.deck.slide import Anchor, DrawingBox
from generator.layout.motifs.icon import icon
from generator.layout.motifs.signs import story_icon
from generator.layout.sentences import END
from generator.units import Rect, Size, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.design.type_scale import Step
    from generator.document.model import Paragraph, RichText, Run, Story
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide, SlideParagraph
    from generator.units import Length

BAND_AIR, TEXT_GAP = pt(12), pt(24)
FOOT = 484
"""Where the two lines end, in 540ths of the slide's height."""
LINES, MOST_LINES = 2, 4
"""What a story takes on its slide; more only in the least size."""
TEXT_COLUMNS = 11
SIGN_COLUMNS, SIGN_PART, SIGN_INSET = 3, 0.72, 2 / 24
"""The last columns of the band, where the icon stands; its side in parts of the band's height; how far in its square a sign begins."""


def story(bench: Bench, turn: Turn, told: Story, part: Part) -> Slide:
    """Return the slide of a story: its number on a band, or its name where it has none, and its two lines."""
    grid, datum = bench.grid, story_figure(bench, told)
    draft = Draft(bench, turn, part, told.origin)
    draft.title(told.message.text, told.message.origin)
    draft.subtitle(told.title.text if datum else (), told.title.origin)
    width, foot = grid.columns(0, TEXT_COLUMNS)[1], grid.y(FOOT)
    made = broken(_lines(bench, told), bench.gauge, width)
    top = foot - min(bench.gauge.height(made, width), MOST_LINES * made[0].leading)
    band = Rect(EDGE, draft.top, grid.size.width - EDGE, max(0, top - TEXT_GAP - draft.top))
    draft.rule("浅底", band, part.inks.tint)
    numbers = Numbers(bench, (datum,)) if datum else None
    room = _beside_sign(draft, told, numbers, Rect(grid.left, band.y, grid.measure, band.height))
    if numbers:
        heroes_alone(draft, numbers, room)
    else:
        _name(draft, told, room)
    draft.text(
        "故事",
        grid.between(top, foot, 0, TEXT_COLUMNS),
        made,
        told.brief.origin if told.brief else told.origin,
        placeholder="body",
    )
    remarks = tuple(note for one in told.text for note in one.notes)
    return draft.finish(notes(told.talk, Spare(tuple(one.text for one in told.text), cite(told.figures), remarks=remarks)))


def _beside_sign(draft: Draft, told: Story, numbers: Numbers | None, band: Rect) -> Rect:
    """Draw a story's icon at the end of its band, and return the room that is left; none where its number would be smaller for it."""
    grid, sign = draft.bench.grid, story_icon(told)
    whole = Rect(band.x, band.y + BAND_AIR, band.width, max(0, band.height - 2 * BAND_AIR))
    left, width = grid.columns(COLUMNS - SIGN_COLUMNS, SIGN_COLUMNS)
    side = min(width, round(band.height * SIGN_PART))
    room = replace(whole, width=left - grid.gutter - whole.x)
    if not sign or side <= 0 or (numbers and single_size(numbers, room) < single_size(numbers, whole)):
        return whole
    at = Rect(grid.right - side + round(side * SIGN_INSET), band.y + (band.height - side) // 2, side, side)
    drawing = Drawing(Size(side, side), (icon(sign, NOWHERE, side, draft.part.inks.main),), "")
    draft.put(DrawingBox("图标", at, drawing, ""))
    return room


def _name(draft: Draft, told: Story, room: Rect) -> None:
    """Set the name of a story without numbers in the middle of its band."""
    bench = draft.bench
    names = [bench.letters.title(told.title.text, step, draft.part.inks.main) for step in bench.ladders.statements]
    short = (name for name in names if len(bench.gauge.lines(name, room.width)) <= TITLE_LINES)
    draft.text("故事名", room, (next(short, names[-1]),), told.title.origin, Anchor.MIDDLE)


def _lines(bench: Bench, told: Story) -> SlideParagraph:
    """Return what a story says in two lines of the largest size that holds it."""
    width = bench.grid.columns(0, TEXT_COLUMNS)[1]
    tries = [_said(bench, told, one, width) for one in bench.ladders.briefs]
    return next((one for one in tries if len(bench.gauge.lines(one, width)) <= LINES), tries[-1])


def _said(bench: Bench, told: Story, step: Step, width: Length) -> SlideParagraph:
    """Return the brief in a size, or as many sentences of the text as two lines of it hold, one at the least."""
    if told.brief:
        return bench.letters.words(told.brief.text, step)
    tries = [made for start in _starts(bench, told) if (made := _filled(bench, start, step, width))]
    short = (one for one in tries if len(bench.gauge.lines(one, width)) <= LINES)
    tries = tries or [bench.letters.words(told.title.text, step)]
    return next(short, min(tries, key=lambda one: len(bench.gauge.lines(one, width))))


def _filled(bench: Bench, said: tuple[RichText, ...], step: Step, width: Length) -> SlideParagraph:
    made = bench.letters.words(said[0], step)
    for count in range(2, len(said) + 1):
        more = bench.letters.words(tuple(run for one in said[:count] for run in one), step)
        if len(bench.gauge.lines(more, width)) > LINES:
            break
        made = more
    return made


def _starts(bench: Bench, told: Story) -> Iterator[tuple[RichText, ...]]:
    """Yield the sentences from each on to the end of its paragraph: first those that repeat no number of the message."""
    known = bench.told(told.message.text)
    prose = [one for one in told.text if one.kind == "text"] or told.text
    found = [said[start:] for one in prose for said in (tuple(sentences(one)),) for start in range(len(said))]
    yield from (one for one in found if not bench.told(one[0]) & known)
    yield from (one for one in found if bench.told(one[0]) & known)


def sentences(paragraph: Paragraph) -> Iterator[RichText]:
    """Yield the sentences of a paragraph, each with its stop and the marks of notes behind it; a number is never parted."""
    gathered: list[Run] = []
    ended = False
    for run in (piece for one in paragraph.text for piece in _cut(one)):
        if ended and not run.note:
            yield tuple(gathered)
            gathered = []
        gathered.append(run)
        ended = bool(run.note and ended) or (not run.use and bool(END.search(run.text)))
    if gathered:
        yield tuple(gathered)


def _cut(run: Run) -> Iterator[Run]:
    """Yield a run cut after each stop; a number whole."""
    at = 0
    for end in END.finditer("" if run.use else run.text):
        yield replace(run, text=run.text[at : end.end()])
        at = end.end()
    if run.text[at:]:
        yield replace(run, text=run.text[at:])
