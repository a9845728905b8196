"""The left page of a theme: its colour over all, number and name at the head, the message, and one to three heroes at the foot."""

from collections.abc import Iterator, Sequence

from generator.design.grid import PageGrid
from generator.design.palette import ThemeInks
from generator.diagnostics import said
from generator.document.model import Datum, Theme
from generator.drawing import Group, Item, Role
from generator.layout.book.compositor import Compositor, Room, placed
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.numerals import Tone, alike, label_of
from generator.layout.book.ornaments import accent, field
from generator.layout.book.tree_rings import Tree, marked
from generator.units import Point, pt

MESSAGE_ROOM = Room(4, said("part.message"), said("room.opener"))
LABEL_ROOM = Room(2, said("part.label"), said("room.hero"))
NAME_ROOM = Room(1, said("part.theme-name"), said("room.opener"))
NAME_COLUMNS, MESSAGE_COLUMNS = 8, 11
NUMBER_COLUMNS = 2
"""What the theme's number takes of the columns, beside its name."""
HERO, SECOND = 33 / 49, 42 / 49
"""Where on the page's height the first hero stands, and those after it; a hero alone stands where these do."""
FULL, HALF = 12, 6
"""Columns of the first hero and of those after it."""
RULE_DROP, LABEL_DROP = 0.75, 2.1
"""Lines from a hero down to its short rule and its label."""
RINGS_A_THEME = 3
"""Fifteen rings for five themes: the years of each theme are marked, from the heart outwards."""
FEW_THEMES = 5
MOST_RINGS = 60
"""More rings would run into one another: of more than twenty themes each has its share of these."""
BEYOND, DOWN = 4 / 297, 8 / 297
"""The heart of the tree stands so far beyond the spine and under the head, in parts of the page's height, as its message does."""
INNERMOST, OUTERMOST = 6 / 297, 80 / 297
RING, MARKED_RING = pt(0.6), pt(1.6)


def opener(compositor: Compositor, theme: Theme, number: int, age: int) -> PageDraft:
    """Return a theme's left page; `age` counts the themes up to this one."""
    grid, voices, paper = compositor.grid, compositor.voices, compositor.look.paper
    inks, columns, head = compositor.inks(theme), grid.columns(number), grid.y(grid.first + 1)
    label = compositor.line((theme.number,), voices.statement.inked(inks.pale), theme.origin)
    heading, message = voices.heading.inked(paper), voices.message.inked(paper)
    name = compositor.set(theme.name.text, heading, columns.span(NAME_COLUMNS), theme.name.origin, Role.HEADING_1)
    words = compositor.set(theme.message.text, message, columns.span(MESSAGE_COLUMNS), theme.message.origin)
    items = (
        field(grid, inks.main),
        _growth(grid, inks, age, len(compositor.report.themes)),
        placed(label, columns.left, head),
        placed(compositor.fitted(name, NAME_ROOM, theme.name.origin), columns.x(NUMBER_COLUMNS), head),
        placed(compositor.fitted(words, MESSAGE_ROOM, theme.message.origin), columns.left, grid.y(grid.hang)),
        *_heroes(compositor, theme.heroes, number, inks),
    )
    return PageDraft(number, items, (Mark(theme.id, str(theme.name)),), bare=True)


def _growth(grid: PageGrid, inks: ThemeInks, age: int, themes: int) -> Group:
    """Return the tree of the cover, its heart just beyond the spine, the rings of this age marked; it stays clear of the message."""
    parts = max(themes, FEW_THEMES)
    count = min(RINGS_A_THEME * parts, MOST_RINGS)
    beyond, down, innermost, outermost = (round(grid.size.height * part) for part in (BEYOND, DOWN, INNERMOST, OUTERMOST))
    heart, gap = Point(grid.size.width + beyond, down), (outermost - innermost) // (count - 1)
    tree = Tree(grid.bleed, heart, count, innermost, gap, growth=1)
    start = count * (age - 1) // parts
    years = range(start, max(start + 1, count * age // parts))
    return marked(tree, years, (inks.line, inks.pale), (RING, MARKED_RING))


def _heroes(compositor: Compositor, heroes: Sequence[Datum], number: int, inks: ThemeInks) -> Iterator[Item]:
    """Yield the first hero large over the full width, the others side by side under it; a hero alone stands lower."""
    grid = compositor.grid
    rows = ((heroes[:1], grid.line(HERO), FULL), (heroes[1:], grid.line(SECOND), HALF))
    for row, line, span in rows if len(heroes) > 1 else ((heroes, grid.line(SECOND), FULL),):
        yield from _row(compositor, row, (number, line, span), inks)


def _row(compositor: Compositor, heroes: Sequence[Datum], place: tuple[int, int, int], inks: ThemeInks) -> Iterator[Item]:
    """Yield heroes side by side on a page's line, their labels in line: numbers stand higher where a noun stands under one of them."""
    number, line, span = place
    grid, scale, paper = compositor.grid, compositor.look.page, compositor.look.paper
    columns = grid.columns(number)
    sizes = scale.heroes if span == FULL else scale.heroes[-1:] + scale.figures
    made = alike(compositor, heroes, sizes, columns.span(span), Tone(paper, paper))
    higher = line - max((one.lines for one in made), default=0)
    for index, (hero, one) in enumerate(zip(heroes, made, strict=True)):
        x = columns.x(span * (index % (FULL // span)))
        yield one.at(x, grid.y(higher))
        yield from _label(compositor, hero, Point(x, grid.y(line)), span, inks)


def _label(compositor: Compositor, hero: Datum, at: Point, span: int, inks: ThemeInks) -> tuple[Item, ...]:
    grid, voice = compositor.grid, compositor.voices.words.inked(compositor.look.paper)
    label = compositor.set(label_of(hero), voice, compositor.span(span), hero.origin)
    return (
        accent(at.x, grid.over(at.y, -RULE_DROP), inks.pale),
        placed(compositor.fitted(label, LABEL_ROOM, hero.named_at), at.x, grid.over(at.y, -LABEL_DROP)),
    )
