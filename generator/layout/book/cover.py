"""The first page and the last: the brand's field, the rings of a tree whose heart lies in the spine, the title; and the colophon.

Front and back show the two halves of one trunk, so that the opened cover is one picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import PAPER, reading_ink
from generator.design.type_scale import REPORT
from generator.drawing import Group, Role
from generator.layout.book.compositor import BOLD, SANS, SERIF, Room, Voice, flush_right, placed
from generator.layout.book.rings import Tree, rings
from generator.layout.book.sheet import Mark, Sheet, field, rule
from generator.units import Point, mm, pt

if TYPE_CHECKING:
    from generator.design.grid import Columns
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.desk import Desk
    from generator.units import Length

RINGS = 15
HEART = A4.y(44)
"""The height of the trunk's heart in the spine."""
WEIGHTS = (pt(0.8), pt(3.2))
TITLE_LINE = 8
TITLE_ROOM = Room(3, "the title", "the cover")
ORGANIZATION_ROOM = Room(2, "the organization", "the masthead of the cover")
REACH = A4.baseline * 26
"""How high the rings reach over their heart; lower under a title that reaches further down."""
CLEAR = A4.baseline * 2
SUBTITLE_ROOM = Room(2, "the subtitle", "the cover")
COLOPHON_LINE, COLOPHON_COLUMNS = 6, 6
COLOPHON_ROOM = Room(12, "the colophon paragraph", "the back cover")


def _trunk(x: Length, under: Length = 0) -> Group:
    """Return the rings round a heart in the spine, as large as leaves them under a height."""
    part = min(1.0, (HEART - under - CLEAR) / REACH)
    tree = Tree(Point(x, HEART), RINGS, round(mm(8) * part), round(mm(6.4) * part), growth=1.08)
    return rings(tree, PAPER, WEIGHTS)


def cover(desk: Desk) -> Sheet:
    """Return the front cover."""
    imprint, ink, columns = desk.report.imprint, reading_ink(desk.brand), A4.columns(1)
    voice = Voice(REPORT.cover, SERIF, ink, balanced=True)
    title = desk.compositor.phrased(imprint.title.text, voice, columns.width, imprint.title.origin, Role.TITLE)
    under = A4.y(TITLE_LINE) + title.height
    subtitle = desk.compositor.set(imprint.subtitle.text, Voice(REPORT.lead, SANS, ink), columns.width, imprint.subtitle.origin)
    items = (
        field(desk.brand),
        _trunk(0, under - pt(10) + subtitle.height),
        *_masthead(desk, ink, columns),
        placed(desk.compositor.fitted(title, TITLE_ROOM, imprint.title.origin), columns.left, A4.y(TITLE_LINE)),
        placed(desk.compositor.fitted(subtitle, SUBTITLE_ROOM, imprint.subtitle.origin), columns.left, under - pt(10)),
    )
    return Sheet(1, items, bare=True, marks=(Mark("cover", str(imprint.title)),))


def _masthead(desk: Desk, ink: Ink, columns: Columns) -> tuple[Group, ...]:
    """Who and which year, on one line over a rule."""
    imprint, voice, baseline = desk.report.imprint, Voice(REPORT.lead, BOLD, ink), A4.y(A4.head)
    edition = desk.compositor.line(imprint.edition, voice)
    organization = desk.compositor.set(imprint.organization, voice, columns.width - edition.width - 2 * A4.baseline)
    organization = desk.compositor.fitted(organization, ORGANIZATION_ROOM, imprint.title.origin)
    return (
        placed(organization, columns.left, baseline - organization.height + organization.setting.leading),
        flush_right(edition, columns.left + columns.width, baseline),
        rule(columns.left, baseline + pt(10), columns.width, ink, pt(0.75)),
    )


def back_cover(desk: Desk, number: int) -> Sheet:
    """Return the back cover with the colophon at its foot."""
    imprint, ink, columns = desk.report.imprint, reading_ink(desk.brand), A4.columns(number)
    voice = Voice(REPORT.caption, SANS, ink, balanced=True)
    parts = [
        desk.compositor.set(paragraph.text, voice, columns.span(COLOPHON_COLUMNS), paragraph.origin)
        for paragraph in imprint.colophon
    ]
    baseline = A4.y(COLOPHON_LINE)
    items: list[Item] = [field(desk.brand), _trunk(A4.size.width), *_masthead(desk, ink, columns)]
    for part, paragraph in zip(parts, imprint.colophon, strict=True):
        items.append(placed(desk.compositor.fitted(part, COLOPHON_ROOM, paragraph.origin), columns.left, baseline))
        baseline += part.height + A4.baseline // 2
    return Sheet(number, tuple(items), bare=True)
