"""Pages with one thing on them: a story or a headline alone on its ground, a page for notes, a page that parts the book."""

from generator.design.grid import MAIN, SIDE
from generator.diagnostics import said
from generator.document.model import Phrase, Run, Story, Theme
from generator.drawing import Role
from generator.layout.book.compositor import Compositor, Room, placed
from generator.layout.book.draft import PageDraft
from generator.layout.book.flow import evenly, height
from generator.layout.book.ornaments import OVER_STATEMENT, accent, field, rule
from generator.layout.book.prose import passages, set_down, under_words
from generator.layout.motifs.tree_rings import rings, trunk
from generator.units import pt

HEADLINE_ROOM = Room(8, said("part.headline"), said("room.own-page"))
STORY_TITLE_ROOM = Room(3, said("part.story-title"), said("room.own-page"))
COLUMNS = 10
"""What a headline or a title takes of the columns."""
LEAST_RISE = 3
"""A story alone begins so many lines under the head, or lower."""
NOTES = (Run("笔记"),)
NOTES_DROP, NOTES_PITCH = 4, 2
"""Lines from the word at the head down to the first rule, and from rule to rule."""
INNERMOST, GAP = 4 / 297, 4.4 / 297
"""The trunk on the page that parts the book, slimmer than the covers'."""


def headline_page(compositor: Compositor, theme: Theme, number: int) -> PageDraft:
    """Return a page with a theme's headline and nothing else."""
    grid, inks, left = compositor.grid, compositor.inks(theme), compositor.grid.columns(number).left
    headline, voice = theme.headline if theme.headline.text else _first_figure(theme), compositor.voices.statement
    words = compositor.set(headline.text, voice.inked(inks.main), compositor.span(COLUMNS), headline.origin)
    words, baseline = compositor.fitted(words, HEADLINE_ROOM, headline.origin), grid.y(grid.hang)
    rise = grid.over(baseline, OVER_STATEMENT)
    items = (field(grid, inks.tint), accent(left, rise, inks.main), placed(words, left, baseline))
    return PageDraft(number, items, (), theme.name.text, inks.main, quiet=True)


def _first_figure(theme: Theme) -> Phrase:
    """Return what stands for a headline where there is none: the first figure, or the message."""
    first = next(iter(theme.heroes), None)
    return Phrase((*first.label, first.number.run), first.origin) if first else theme.message


def story_pages(compositor: Compositor, theme: Theme, story: Story, number: int) -> tuple[PageDraft, ...]:
    """Return the pages of a story alone: its title large, its message, and its account over as many pages as it takes."""
    grid, inks, voices = compositor.grid, compositor.inks(theme), compositor.voices
    columns, loud = grid.columns(number), voices.large_heading.inked(inks.main)
    title = compositor.set(story.title.text, loud, columns.span(COLUMNS), story.title.origin, Role.HEADING_2)
    title = compositor.fitted(title, STORY_TITLE_ROOM, story.title.origin)
    message = compositor.set(story.message.text, voices.lead, columns.span(MAIN), story.message.origin)
    under_title = 2 * len(title.lines) + 1
    under = under_title + grid.holding(message.height) + 1
    flow = under_words(grid, passages(compositor, story.blocks, columns.span(MAIN), inks.main, Role.HEADING_3))
    first = max(grid.first + LEAST_RISE, min(grid.hang, grid.last + 1 - under - height(flow)))
    flows = evenly(flow, grid.last + 1 - first - under, grid.lines)
    baseline = grid.y(first)
    head = (
        accent(columns.left, grid.over(baseline, OVER_STATEMENT), inks.main),
        placed(title, columns.left, baseline),
        placed(message, columns.x(SIDE), grid.y(first + under_title)),
    )
    return tuple(
        PageDraft(
            at,
            (
                field(grid, inks.tint),
                *(head if at == number else ()),
                *set_down(grid, words, grid.columns(at).x(SIDE), first + under if at == number else grid.first, inks.main),
            ),
            (),
            theme.name.text,
            inks.main,
            quiet=True,
        )
        for at, words in enumerate(flows, number)
    )


def notes_page(compositor: Compositor, number: int) -> PageDraft:
    """Return a page for the reader's own notes: ruled at twice the grid."""
    grid, columns = compositor.grid, compositor.grid.columns(number)
    lines = range(grid.first + NOTES_DROP, grid.last + 1, NOTES_PITCH)
    title = compositor.line(NOTES, compositor.voices.small_heading, role=Role.HEADING_1)
    ruled = (rule(columns.left, grid.y(line), columns.width, compositor.look.rule, pt(0.5)) for line in lines)
    return PageDraft(number, (placed(title, columns.left, grid.y(grid.first)), *ruled))


def divider(compositor: Compositor, number: int, name: str) -> PageDraft:
    """Return a page that parts the back matter from what was told: a ground, a word, the trunk's heart."""
    grid, look, left = compositor.grid, compositor.look, compositor.grid.columns(number).left
    word = compositor.line((Run(name),), compositor.voices.large_heading, role=Role.HEADING_1)
    tree, baseline = trunk(grid, grid.size.width if number % 2 else 0, INNERMOST, GAP), grid.y(grid.hang)
    items = (
        field(grid, look.ground),
        rings(tree, look.rule, (pt(0.5), pt(1.2))),
        accent(left, grid.over(baseline, OVER_STATEMENT), look.marks.accent),
        placed(word, left, baseline),
    )
    return PageDraft(number, items, bare=True)
