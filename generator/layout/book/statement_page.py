"""What somebody said, on a page of its own (拉页): a quiet template, in which the white is meant.

In: a statement and the page to stand on. Out: one page on a ground with the heart of the tree in its spine; or, within a theme, a spread
in the theme's colour: the words on the left, who said them on the right, one drawing of rings across both. The program adds no
quotation marks: the words report, they do not quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.drawing import Role
from generator.layout.book.compositor import Room, placed, stacked
from generator.layout.book.draft import PageDraft
from generator.layout.book.ornaments import OVER_STATEMENT, accent, field
from generator.layout.motifs.tree_rings import rings, trunk_under
from generator.units import pt

if TYPE_CHECKING:
    from generator.document.model import Section, Statement, Theme
    from generator.drawing import Group
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.voices import Voice
    from generator.typeset.model import Composed
    from generator.units import Length

COLUMNS, WHO_COLUMNS = 11, 8
SHORT = 4
"""Words of so many lines at the most are set as large as a theme's message; longer ones a step smaller, and another."""
ROOM = Room(9, said("part.statement"), said("room.own-page"))
WHO_ROOM = Room(3, said("part.who"), said("room.own-page"))
UNDER = 2
"""Lines between the words and who said them."""
WEIGHTS = pt(0.6), pt(1.6)


def statement_page(compositor: Compositor, section: Section, statement: Statement, number: int) -> PageDraft:
    """Return a statement of a section as one page."""
    grid, look, left = compositor.grid, compositor.look, compositor.grid.columns(number).left
    words, baseline = _words(compositor, statement, look.ink), grid.y(grid.hang)
    under = grid.hang + grid.holding(words.height) + UNDER - 1
    who = _who(compositor, statement, look.ink, compositor.voices.note)
    end = grid.y(under) + sum(part.height for part in who)
    items = (
        field(grid, look.ground),
        _rings(compositor, number, end, look.rule),
        accent(left, grid.over(baseline, OVER_STATEMENT), look.marks.accent),
        placed(words, left, baseline),
        *stacked(who, left, grid.y(under)),
    )
    return PageDraft(number, items, (), section.name.text, quiet=True)


def statement_spread(compositor: Compositor, theme: Theme, statement: Statement, number: int) -> tuple[PageDraft, PageDraft]:
    """Return a statement of a theme as a spread, from a left page on."""
    grid, inks, paper = compositor.grid, compositor.inks(theme), compositor.look.paper
    words, baseline = _words(compositor, statement, paper), grid.y(grid.hang)
    who, end = _who(compositor, statement, paper, compositor.voices.label.inked(inks.pale)), baseline + words.height
    left, right = grid.columns(number).left, grid.columns(number + 1).left
    said_on = (
        field(grid, inks.main),
        _rings(compositor, number, end, inks.line),
        accent(left, grid.over(baseline, OVER_STATEMENT), inks.pale),
        placed(words, left, baseline),
    )
    said_by = (field(grid, inks.main), _rings(compositor, number + 1, end, inks.line), *stacked(who, right, baseline))
    return PageDraft(number, said_on, bare=True), PageDraft(number + 1, said_by, bare=True)


def _words(compositor: Compositor, statement: Statement, ink: Ink) -> Composed:
    """Return the words in the largest voice in which they are short."""
    voices, measure = compositor.voices, compositor.span(COLUMNS)
    tries = (
        compositor.set(statement.text.text, voice.inked(ink), measure, statement.text.origin, Role.HEADING_2)
        for voice in (voices.message, voices.statement, voices.large_heading)
    )
    made = next((one for one in tries if len(one.lines) <= SHORT), None)
    voice = voices.large_heading.inked(ink)
    words = made or compositor.set(statement.text.text, voice, measure, statement.text.origin, Role.HEADING_2)
    return compositor.fitted(words, ROOM, statement.text.origin)


def _who(compositor: Compositor, statement: Statement, ink: Ink, voice: Voice) -> tuple[Composed, Composed]:
    """Return who said it, and the line of its source, in a voice that a press holds: white type on a field is no smaller than a label."""
    voices, measure = compositor.voices, compositor.span(WHO_COLUMNS)
    who = compositor.set(statement.who.text, voices.masthead.inked(ink), measure, statement.who.origin)
    source = compositor.set(statement.source, voice, measure, statement.origin, Role.NOTE)
    return compositor.fitted(who, WHO_ROOM, statement.who.origin), source


def _rings(compositor: Compositor, page: int, under: Length, ink: Ink) -> Group:
    """Return the half of the rings on a page, clear of what ends at a height."""
    grid = compositor.grid
    return rings(trunk_under(grid, 0 if page % 2 else grid.size.width, under), ink, WEIGHTS)
