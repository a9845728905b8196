"""The left page of a theme: its colour over all, number and name at the head, the message, and one to three heroes at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import PAPER, theme_inks
from generator.design.type_scale import REPORT
from generator.drawing import Role
from generator.layout.book.bands import HANG
from generator.layout.book.compositor import SANS, SERIF, Room, Voice, placed
from generator.layout.book.numerals import Tone, label_of, sized
from generator.layout.book.rings import Tree, marked
from generator.layout.book.sheet import Mark, Sheet, accent, field, over
from generator.units import Point, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.design.grid import Columns
    from generator.design.palette import ThemeInks
    from generator.document.model import Datum, Theme
    from generator.drawing import Group, Item
    from generator.layout.desk import Desk
    from generator.units import Length

MESSAGE = Voice(REPORT.title, SERIF, PAPER, balanced=True)
MESSAGE_ROOM = Room(4, "the message", "the opening page of a theme")
MESSAGE_COLUMNS, MESSAGE_LINE = 11, HANG
LABEL_ROOM = Room(2, "the label", "a hero number")
NAME_ROOM = Room(1, "the name of the theme", "its opening page")
HERO_LINE = 33
"""The first hero's baseline; those after it share the one on SECOND_LINE."""
SECOND_LINE = 42
FULL, HALF = 12, 6
"""Columns of the first hero and of those after it."""
RULE_DROP, LABEL_DROP = 0.75, 2.1
"""Lines from a hero down to its short rule and its label."""
RINGS_A_THEME = 3
"""Fifteen rings for five themes: the years of each theme are marked, from the heart outwards."""
FEW_THEMES = 5
HEART = Point(A4.size.width + mm(4), mm(8))
INNERMOST, OUTERMOST = mm(6), mm(80)
RING, MARKED_RING = pt(0.6), pt(1.6)


def opener(desk: Desk, theme: Theme, number: int, age: int) -> Sheet:
    """Return a theme's left page; `age` counts the themes up to this one."""
    inks, columns = theme_inks(theme.color), A4.columns(number)
    compositor = desk.compositor
    label = compositor.line((theme.number,), Voice(REPORT.statement, SERIF, inks.pale), theme.origin)
    name = compositor.set(
        theme.name.text, Voice(REPORT.heading_2, SERIF, PAPER), columns.span(8), theme.name.origin, Role.HEADING_1
    )
    message = compositor.phrased(theme.message.text, MESSAGE, columns.span(MESSAGE_COLUMNS), theme.message.origin)
    items = (
        field(inks.main),
        _growth(inks, age, len(desk.report.themes)),
        placed(label, columns.left, A4.y(6)),
        placed(compositor.fitted(name, NAME_ROOM, theme.name.origin), columns.x(2), A4.y(6)),
        placed(compositor.fitted(message, MESSAGE_ROOM, theme.message.origin), columns.left, A4.y(MESSAGE_LINE)),
        *_heroes(desk, theme.heroes, number, inks),
    )
    return Sheet(number, items, bare=True, marks=(Mark(theme.id, str(theme.name)),))


def _growth(inks: ThemeInks, age: int, themes: int) -> Group:
    """Return the tree of the cover, its heart just beyond the spine, the rings of this age marked; it stays clear of the message."""
    count = RINGS_A_THEME * max(themes, FEW_THEMES)
    tree = Tree(HEART, count, INNERMOST, (OUTERMOST - INNERMOST) // (count - 1), growth=1)
    years = range(RINGS_A_THEME * (age - 1), RINGS_A_THEME * age)
    return marked(tree, years, (inks.line, inks.pale), (RING, MARKED_RING))


def _heroes(desk: Desk, heroes: Sequence[Datum], number: int, inks: ThemeInks) -> Iterator[Item]:
    """Yield the first hero large over the full width, the others side by side under it; a hero alone stands lower."""
    columns = A4.columns(number)
    if len(heroes) == 1:
        yield from _row(desk, heroes, SECOND_LINE, (columns, FULL), inks)
        return
    yield from _row(desk, heroes[:1], HERO_LINE, (columns, FULL), inks)
    yield from _row(desk, heroes[1:], SECOND_LINE, (columns, HALF), inks)


def _row(desk: Desk, heroes: Sequence[Datum], line: int, place: tuple[Columns, int], inks: ThemeInks) -> Iterator[Item]:
    """Yield heroes side by side, their labels in line: numbers stand higher where a noun stands under one of them."""
    columns, span = place
    sizes = REPORT.heroes if span == FULL else REPORT.heroes[-1:] + REPORT.figures
    made = [sized(desk.compositor, hero, sizes, columns.span(span), Tone(PAPER, PAPER)) for hero in heroes]
    higher = line - max((one.lines for one in made), default=0)
    for index, (hero, one) in enumerate(zip(heroes, made, strict=True)):
        x = columns.x(span * (index % (FULL // span)))
        yield one.at(x, A4.y(higher))
        yield from _label(desk, hero, (x, A4.y(line)), columns.span(span), inks)


def _label(desk: Desk, hero: Datum, at: tuple[Length, Length], measure: Length, inks: ThemeInks) -> tuple[Item, ...]:
    x, baseline = at
    label = desk.compositor.set(label_of(hero), Voice(REPORT.body, SANS, PAPER), measure, hero.origin)
    return (
        accent(x, over(baseline, -RULE_DROP), inks.pale),
        placed(desk.compositor.fitted(label, LABEL_ROOM, hero.named_at), x, over(baseline, -LABEL_DROP)),
    )
