"""Pages that are quiet on purpose: a story or a headline alone on its ground, a page for notes, a page that parts the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import GROUND, RULE, theme_inks
from generator.document.model import Phrase, Run
from generator.drawing import Role
from generator.layout.book.bands import HANG
from generator.layout.book.compositor import Room, placed
from generator.layout.book.flow import height
from generator.layout.book.prose import passages, set_down
from generator.layout.book.rings import Tree, rings
from generator.layout.book.sheet import OVER_STATEMENT, Sheet, accent, field, over, rule
from generator.layout.book.text_band import MAIN, SIDE
from generator.layout.desk import LARGE_HEADING, LEAD, SMALL_HEADING, STATEMENT
from generator.units import Point, mm, pt

if TYPE_CHECKING:
    from generator.document.model import Story, Theme
    from generator.layout.desk import Desk

HEADLINE_ROOM = Room(8, "the headline", "a page of its own")
STORY_TITLE_ROOM = Room(3, "the story's title", "a page of its own")
QUIET_LINE = HANG
STORY_FIRST = A4.first + 3
"""Where a quiet page begins to speak."""
NOTES = (Run("笔记"),)
NOTES_FIRST, NOTES_PITCH = 9, 2


def headline_page(desk: Desk, theme: Theme, number: int) -> Sheet:
    """Return a page with a theme's headline and nothing else."""
    inks, columns = theme_inks(theme.color), A4.columns(number)
    headline = theme.headline if theme.headline.text else _first_figure(theme)
    words = desk.compositor.phrased(headline.text, STATEMENT.inked(inks.main), columns.span(10), headline.origin)
    words = desk.compositor.fitted(words, HEADLINE_ROOM, headline.origin)
    items = (
        field(inks.tint),
        accent(columns.left, over(A4.y(QUIET_LINE), OVER_STATEMENT), inks.main),
        placed(words, columns.left, A4.y(QUIET_LINE)),
    )
    return Sheet(number, items, theme.name.text, inks.main)


def _first_figure(theme: Theme) -> Phrase:
    """Return what stands for a headline where there is none: the first figure, or the message."""
    first = next(iter(theme.heroes), None)
    return Phrase((*first.label, first.number.run), first.origin) if first else theme.message


def story_page(desk: Desk, theme: Theme, story: Story, number: int) -> Sheet:
    """Return a page with a story alone: its title large, its message, its account."""
    inks, columns, compositor = theme_inks(theme.color), A4.columns(number), desk.compositor
    title = compositor.phrased(
        story.title.text, LARGE_HEADING.inked(inks.main), columns.span(10), story.title.origin, Role.HEADING_2
    )
    title = compositor.fitted(title, STORY_TITLE_ROOM, story.title.origin)
    message = compositor.set(story.message.text, LEAD, columns.span(MAIN), story.message.origin)
    flow = passages(compositor, story.text, columns.span(MAIN), inks.main)
    tall = 2 * len(title.lines) + 1 + -(-message.height // A4.baseline) + 1 + height(flow)
    first = min(QUIET_LINE, A4.last + 1 - tall)
    if first < STORY_FIRST:
        lines = STORY_FIRST - first
        what = f"the story `{story.title}` takes {tall} lines of the grid, a page of its own has {tall - lines}"
        compositor.does_not_fit(what, story.origin, f"it is {lines} line{'s' * (lines > 1)} too long")
    x, under = columns.x(SIDE), first + tall - height(flow)
    items = (
        field(inks.tint),
        accent(columns.left, over(A4.y(first), OVER_STATEMENT), inks.main),
        placed(title, columns.left, A4.y(first)),
        placed(message, x, A4.y(first + 2 * len(title.lines) + 1)),
        *set_down(flow, x, under, inks.main),
    )
    return Sheet(number, items, theme.name.text, inks.main)


def notes_page(desk: Desk, number: int) -> Sheet:
    """Return a page for the reader's own notes: ruled at twice the grid."""
    columns = A4.columns(number)
    lines = range(NOTES_FIRST, A4.last + 1, NOTES_PITCH)
    title = desk.compositor.line(NOTES, SMALL_HEADING, role=Role.HEADING_1)
    ruled = (rule(columns.left, A4.y(line), columns.width, RULE, pt(0.5)) for line in lines)
    return Sheet(number, (placed(title, columns.left, A4.y(A4.first)), *ruled))


def divider(desk: Desk, number: int, name: str) -> Sheet:
    """Return a page that parts the back matter from what was told: a ground, a word, the trunk's heart."""
    columns = A4.columns(number)
    x = columns.left
    word = desk.compositor.line((Run(name),), LARGE_HEADING, role=Role.HEADING_1)
    tree = Tree(Point(A4.size.width if number % 2 else 0, A4.y(44)), 15, mm(4), mm(4.4), growth=1.08)
    return Sheet(
        number,
        (
            field(GROUND),
            rings(tree, RULE, (pt(0.5), pt(1.2))),
            accent(x, over(A4.y(QUIET_LINE), OVER_STATEMENT), desk.brand),
            placed(word, x, A4.y(QUIET_LINE)),
        ),
        bare=True,
    )
