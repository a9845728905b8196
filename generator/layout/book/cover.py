"""The first page and the last: the brand's field, the rings of a tree whose heart lies in the spine, the title; and the colophon.

Front and back show the two halves of one trunk, so that the opened cover is one picture.
"""

from generator.design.grid import Columns
from generator.diagnostics import said
from generator.drawing import Group, Item, Role
from generator.ink import Ink
from generator.layout.book.compositor import Compositor, Room, flush_right, placed
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.ornaments import field, rule
from generator.layout.book.tree_rings import HEART, rings, trunk
from generator.units import Length, pt

REACH = 26 / 49
"""How high the rings reach over their heart, in parts of the page's height; lower under a title that reaches further down."""
INNERMOST, GAP = 8 / 297, 6.4 / 297
WEIGHTS = (pt(0.8), pt(3.2))
CLEAR = 2
"""Lines between the words and the rings."""
TITLE = 8 / 49
"""Where on the page's height the title begins."""
SUBTITLE_RISE, RULE_DROP = 10 / 17, 10 / 17
"""Lines by which the subtitle comes closer to the title, and from the masthead down to its rule."""
COLOPHON_COLUMNS = 6
TITLE_ROOM = Room(3, said("part.title"), said("room.cover"))
ORGANIZATION_ROOM = Room(2, said("part.organization"), said("room.masthead"))
SUBTITLE_ROOM = Room(2, said("part.subtitle"), said("room.cover"))
COLOPHON_ROOM = Room(12, said("part.colophon"), said("room.back-cover"))


def _trunk(compositor: Compositor, x: Length, under: Length = 0) -> Group:
    """Return the rings round a heart in the spine, as large as leaves them under a height."""
    grid = compositor.grid
    room = grid.y(grid.line(HEART)) - under - CLEAR * grid.baseline
    part = min(1.0, room / grid.y(grid.line(REACH)))
    return rings(trunk(grid, x, INNERMOST * part, GAP * part), compositor.look.marks.rings, WEIGHTS)


def cover(compositor: Compositor) -> PageDraft:
    """Return the front cover."""
    imprint, grid, look, voices = compositor.report.imprint, compositor.grid, compositor.look, compositor.voices
    ink, columns, top = look.reading(look.brand), grid.columns(1), grid.y(grid.line(TITLE))
    title = compositor.set(imprint.title.text, voices.title.inked(ink), columns.width, imprint.title.origin, Role.TITLE)
    subtitle = compositor.set(imprint.subtitle.text, voices.lead.inked(ink), columns.width, imprint.subtitle.origin)
    under = grid.over(top + title.height, SUBTITLE_RISE)
    items = (
        field(grid, look.brand),
        _trunk(compositor, 0, under + subtitle.height),
        *_masthead(compositor, ink, columns),
        placed(compositor.fitted(title, TITLE_ROOM, imprint.title.origin), columns.left, top),
        placed(compositor.fitted(subtitle, SUBTITLE_ROOM, imprint.subtitle.origin), columns.left, under),
    )
    return PageDraft(1, items, (Mark("cover", str(imprint.title)),), bare=True)


def _masthead(compositor: Compositor, ink: Ink, columns: Columns) -> tuple[Group, ...]:
    """Who and which year, on one line over a rule."""
    imprint, grid, voice = compositor.report.imprint, compositor.grid, compositor.voices.masthead.inked(ink)
    baseline, edition = grid.y(grid.head), compositor.line(imprint.edition, voice)
    organization = compositor.set(imprint.organization, voice, columns.width - edition.width - 2 * grid.baseline)
    organization = compositor.fitted(organization, ORGANIZATION_ROOM, imprint.title.origin)
    return (
        placed(organization, columns.left, baseline - organization.height + organization.setting.leading),
        flush_right(edition, columns.left + columns.width, baseline),
        rule(columns.left, grid.over(baseline, -RULE_DROP), columns.width, ink, pt(0.75)),
    )


def back_cover(compositor: Compositor, number: int) -> PageDraft:
    """Return the back cover with the colophon at its head."""
    grid, look = compositor.grid, compositor.look
    ink, columns, baseline = look.reading(look.brand), grid.columns(number), grid.y(grid.first + 1)
    voice, measure = compositor.voices.colophon.inked(ink), columns.span(COLOPHON_COLUMNS)
    items: list[Item] = [field(grid, look.brand), _trunk(compositor, grid.size.width)]
    items += _masthead(compositor, ink, columns)
    for paragraph in compositor.report.imprint.colophon:
        part = compositor.set(paragraph.text, voice, measure, paragraph.origin)
        items.append(placed(compositor.fitted(part, COLOPHON_ROOM, paragraph.origin), columns.left, baseline))
        baseline += part.height + grid.baseline // 2
    return PageDraft(number, tuple(items), bare=True)
