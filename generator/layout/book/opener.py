"""The left page of a theme: its colour over all, its picture, number and name at the head, the message, one to three heroes at the foot."""

from collections.abc import Iterator, Sequence

from generator.design.palette import ThemeInks
from generator.diagnostics import said
from generator.document.model import Datum, Picture, Theme, listed, plain
from generator.drawing import Group, Item, Role
from generator.layout.book.compositor import Compositor, Room, headed, placed, unseen
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.numerals import Tone, alike, label_of
from generator.layout.book.ornaments import accent, artifact, field
from generator.layout.book.placements import box_of, placed_runs
from generator.layout.coarse import coarse, crowded_out
from generator.layout.motifs.motif import Sheet, is_small, picture
from generator.layout.motifs.stage import room_at_right
from generator.pictures.placing import figure, focused
from generator.units import Point, Rect, Size, mm, pt

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
STROKE, OWN_STROKE = pt(0.9), pt(2.2)
AIR = mm(9)
"""What the picture keeps from texts."""
PICTURE_COLUMN = 4
"""The picture begins in no earlier column."""


def opener(compositor: Compositor, theme: Theme, number: int, age: int) -> PageDraft:
    """Return a theme's left page; `age` counts the themes up to this one."""
    grid, voices, paper = compositor.grid, compositor.voices, compositor.look.paper
    inks, columns, head = compositor.inks(theme), grid.columns(number), grid.y(grid.first + 1)
    label = compositor.line((theme.number,), voices.statement.inked(inks.pale), theme.origin)
    heading, message = voices.heading.inked(paper), voices.message.inked(paper)
    name = compositor.set(theme.name.text, heading, columns.span(NAME_COLUMNS), theme.name.origin, Role.HEADING_1)
    words = compositor.set(theme.message.text, message, columns.span(MESSAGE_COLUMNS), theme.message.origin)
    texts = (
        headed(
            placed(label, columns.left, head),
            placed(compositor.fitted(name, NAME_ROOM, theme.name.origin), columns.x(NUMBER_COLUMNS), head),
        ),
        placed(compositor.fitted(words, MESSAGE_ROOM, theme.message.origin), columns.left, grid.y(grid.hang)),
        Group(tuple(_heroes(compositor, theme.heroes, number, inks)), role=Role.LIST),
    )
    edge = grid.bleed
    room = room_at_right(edge, [box_of(run, at) for run, at in placed_runs(texts)], AIR, columns.x(PICTURE_COLUMN))
    if theme.opener:
        shown = (*texts, *_own(compositor, theme.opener, room))
    else:
        shown = (artifact(*picture(compositor.report.themes, age, Sheet(room, edge, inks, (STROKE, OWN_STROKE)))), *texts)
    return PageDraft(number, (field(grid, inks.main), *shown), (Mark(theme.id, str(theme.name)),), bare=True)


def _own(compositor: Compositor, told: Picture, room: Rect) -> tuple[Item, ...]:
    """Return the author's picture, as much of it as fills the room at the spine."""
    shown, places = compositor.pictures.get(told.shown), compositor.report.places
    if is_small(room, compositor.grid.bleed):
        return unseen((crowded_out(told, places),))
    faults = coarse(told, shown, Size(room.width, room.height), places)
    alt = plain(listed((told.alt, told.says), "；"))
    drawn = (figure(shown, room, alt, told.origin, focused(told.crop)),) if shown else ()
    return *drawn, *unseen(faults)


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
        told = (one.at(x, grid.y(higher)), *_label(compositor, hero, Point(x, grid.y(line)), span, inks))
        yield Group(told, role=Role.LIST_ITEM, origin=hero.origin)


def _label(compositor: Compositor, hero: Datum, at: Point, span: int, inks: ThemeInks) -> tuple[Item, ...]:
    grid, voice = compositor.grid, compositor.voices.words.inked(compositor.look.paper)
    label = compositor.set(label_of(hero), voice, compositor.span(span), hero.origin)
    return (
        accent(at.x, grid.over(at.y, -RULE_DROP), inks.pale),
        placed(compositor.fitted(label, LABEL_ROOM, hero.named_at), at.x, grid.over(at.y, -LABEL_DROP)),
    )
