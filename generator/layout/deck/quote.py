"""What somebody said, on a slide of its own: the words large on the part's tint, who said them under a short rule, where at the foot.

The words are the slide's title, so that its outline has them. The program adds no quotation marks: they report, they do not quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.slide_grid import COLUMNS as COLUMNS_OF_SLIDE
from generator.design.slide_grid import EDGE, SHORT_RULE, TITLE_LINES
from generator.document.model import Run, plain
from generator.layout.deck import words
from generator.layout.deck.draft import Draft
from generator.layout.deck.headings import broken
from generator.layout.deck.heroes import OPTICAL
from generator.layout.deck.notes import SILENT, Spare, notes
from generator.layout.deck.pictured import pictured
from generator.pictures.crop import WHOLE
from generator.pictures.model import ratio
from generator.units import Rect, pt

if TYPE_CHECKING:
    from generator.document.model import Footnote, Picture, Statement, Talk
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide, SlideParagraph
    from generator.units import Length

COLUMNS, WHO_COLUMNS = 10, 8
BESIDE, BESIDE_GAP = 8, pt(12)
"""Columns of words beside a portrait, and the white between."""
SHORT = 3
"""Words of so many lines at the most are set as large as a divider's message; longer ones a step smaller, and another."""
STOPS = tuple("，。；：！？、")
AIR, UNDER_RULE, OVER_SOURCE = pt(26), pt(14), pt(20)


def quote(
    bench: Bench,
    turn: Turn,
    told: Statement,
    part: Part,
    remarks: tuple[Footnote, ...] = (),
    portrait: Picture | None = None,
    talk: Talk = SILENT,
) -> Slide:
    """Return the slide of a statement, its words and its speaker together a little above the middle; `remarks` are its notes.

    A `portrait` of the speaker stands at the right.
    """
    columns = BESIDE if portrait and portrait.shown in bench.pictures else COLUMNS
    grid, letters, gauge = bench.grid, bench.letters, bench.gauge
    draft = Draft(bench, turn, part, told.origin, words.QUOTE)
    draft.ground = Rect(EDGE, 0, grid.size.width - EDGE, grid.size.height)
    who = letters.strong(told.who.text, bench.scale.heading_3, part.inks.main)
    high = gauge.height((who,), grid.columns(0, min(columns, WHO_COLUMNS))[1])
    below, top = AIR + SHORT_RULE.height + UNDER_RULE + high, grid.title
    room = grid.between(top, grid.source_foot - 2 * bench.scale.note.leading - OVER_SOURCE - below, 0, columns)
    line = _largest(draft, told, room)
    rows = min(len(gauge.lines(line, room.width)), most := max(1, room.height // line.leading))
    down = round(max(0, room.height - rows * line.leading) * OPTICAL)
    said = draft.heading(line, Rect(room.x, top + down, room.width, 0), told.text.origin, most=most)
    draft.furnish()
    rule = Rect(room.x, said.bottom + AIR, SHORT_RULE.width, SHORT_RULE.height)
    draft.rule("短线", rule, part.inks.main)
    at = grid.between(rule.bottom + UNDER_RULE, rule.bottom + UNDER_RULE + high, 0, min(columns, WHO_COLUMNS))
    draft.text("说话人", at, (who,), told.who.origin, placeholder="body")
    if portrait and columns == BESIDE:
        _portray(draft, portrait)
    draft.source(told.source, (), told.origin)
    before, after = words.HEAR
    script = ((Run(before), *told.who.text, Run(after)),)
    return draft.finish(notes(talk, Spare(script, (told.source,), otherwise=(Run(words.HEAR_AGAIN),), remarks=remarks)))


def _portray(draft: Draft, portrait: Picture) -> None:
    """Set a portrait whole in the columns at the right."""
    seen, grid = draft.bench.pictures[portrait.shown], draft.bench.grid
    room = grid.between(grid.title, grid.source_foot - draft.bench.scale.note.leading, BESIDE, COLUMNS_OF_SLIDE - BESIDE)
    x = room.x + BESIDE_GAP
    width = min(room.right - x, round(room.height * ratio(seen)))
    height = round(width / ratio(seen))
    at = Rect(room.right - width, room.y + (room.height - height) // 2, width, height)
    draft.put(pictured(seen, "肖像", at, plain(portrait.alt), portrait.origin, WHOLE))


def _largest(draft: Draft, told: Statement, room: Rect) -> SlideParagraph:
    """Return the words in the largest step in which they are short, two lines parted by sense, else in the largest that fits their room."""
    bench, claimed = draft.bench, draft.claim(told.text.text)
    made = [bench.letters.title(claimed, step, stress=draft.stress) for step in bench.ladders.quotes]

    def rows(line: SlideParagraph) -> Length:
        return len(bench.gauge.lines(line, room.width))

    def is_parted(line: SlideParagraph) -> bool:
        last = broken(line, bench.gauge, room.width)[0].runs[-1]
        return rows(line) != TITLE_LINES or last.pause or last.text.endswith(STOPS)

    fitting = [one for one in made if rows(one) * one.leading <= room.height]
    short = [one for one in fitting if rows(one) <= SHORT]
    return next((one for one in short if is_parted(one)), next(iter((*short, *fitting)), made[-1]))
