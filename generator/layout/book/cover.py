"""The first page and the last: the brand's field, the rings of a tree whose heart lies in the spine, the title; and the colophon.

Front and back show the two halves of one trunk, as large as the title leaves it, so that the opened cover is one picture.
"""

from dataclasses import replace

from generator.design.grid import Columns
from generator.diagnostics import said
from generator.drawing import Group, Item, Role, TextRun
from generator.fonts.face import PER_EM
from generator.ink import Ink
from generator.layout.book.compositor import Compositor, Room, flush_right, placed
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.ornaments import field, part, rule
from generator.layout.book.sign import sign
from generator.layout.motifs.tree_rings import rings, trunk_under
from generator.typeset.model import Composed
from generator.units import Length, pt

WEIGHTS = (pt(0.8), pt(3.2))
TITLE = 8 / 49
"""Where on the page's height the title begins."""
SUBTITLE_RISE, RULE_DROP = 10 / 17, 10 / 17
"""Lines by which the subtitle comes closer to the title, and from the masthead down to its rule."""
COLOPHON_COLUMNS = 6
TITLE_ROOM = Room(3, said("part.title"), said("room.cover"))
ORGANIZATION_ROOM = Room(2, said("part.organization"), said("room.masthead"))
SUBTITLE_ROOM = Room(2, said("part.subtitle"), said("room.cover"))
COLOPHON_ROOM = Room(12, said("part.colophon"), said("room.back-cover"))


STOPS = tuple("，、；：。！？")
DASH = "—"
"""In Chinese form as thin in bold type as in any: beside bold digits the face's other form stands for it."""


def _words(compositor: Compositor, ink: Ink) -> tuple[Composed, Composed, Length]:
    """Return title and document's name, and the baseline of the name."""
    imprint, grid, voices, measure = compositor.report.imprint, compositor.grid, compositor.voices, compositor.grid.measure
    title = _title(compositor, ink)
    name = compositor.set(imprint.subtitle.text, voices.document.inked(ink), measure, imprint.subtitle.origin)
    title = compositor.fitted(title, TITLE_ROOM, imprint.title.origin)
    name = compositor.fitted(name, SUBTITLE_ROOM, imprint.subtitle.origin)
    return title, name, grid.over(grid.y(grid.line(TITLE)) + title.height, SUBTITLE_RISE)


def _title(compositor: Compositor, ink: Ink) -> Composed:
    """Return the title, a size smaller where its lines end at its stops in that and not in the larger."""
    title, voices = compositor.report.imprint.title, compositor.voices
    tries = [
        compositor.set(title.text, voice.inked(ink), compositor.grid.measure, title.origin, Role.TITLE)
        for voice in (voices.title, voices.message)
    ]
    return next((one for one in tries if one.lines[1:] and all(line.text.endswith(STOPS) for line in one.lines[:-1])), tries[0])


def _trunk(compositor: Compositor, ink: Ink, spine: Length) -> Group:
    """Return the rings round a heart in the spine, on front and back as large as leaves them under the words of the front."""
    _, name, baseline = _words(compositor, ink)
    tree = trunk_under(compositor.grid, spine, baseline + name.height)
    return rings(tree, compositor.look.marks.rings, WEIGHTS)


def cover(compositor: Compositor) -> PageDraft:
    """Return the front cover."""
    imprint, grid, look = compositor.report.imprint, compositor.grid, compositor.look
    ink, columns = look.reading(look.brand), grid.columns(1)
    title, name, baseline = _words(compositor, ink)
    items = (
        field(grid, look.brand),
        _trunk(compositor, ink, 0),
        part(
            "cover",
            *_masthead(compositor, ink, columns),
            placed(title, columns.left, grid.y(grid.line(TITLE))),
            _firm(compositor, placed(name, columns.left, baseline)),
            *sign(compositor, 1),
        ),
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
        _firm(compositor, flush_right(edition, columns.left + columns.width, baseline)),
        rule(columns.left, grid.over(baseline, -RULE_DROP), columns.width, ink, pt(0.75)),
    )


def _firm(compositor: Compositor, line: Group) -> Group:
    """Return a line of bold type with its dashes as thick as its letters, each in the middle of its place."""
    return replace(line, items=tuple(_thick(compositor, run) if isinstance(run, TextRun) else run for run in line.items))


def _thick(compositor: Compositor, run: TextRun) -> TextRun:
    face = compositor.library.face(run.face)
    firm = face.own(DASH)
    glyphs = (
        glyph._replace(id=firm, x=glyph.x + round((face.advance(glyph.id) - face.advance(firm)) * run.size / PER_EM / 2))
        if glyph.text == DASH
        else glyph
        for glyph in run.glyphs
    )
    return replace(run, glyphs=tuple(glyphs))


def back_cover(compositor: Compositor, number: int) -> PageDraft:
    """Return the back cover with the colophon at its head."""
    grid, look = compositor.grid, compositor.look
    ink, columns, baseline = look.reading(look.brand), grid.columns(number), grid.y(grid.first + 1)
    voice, measure = compositor.voices.colophon.inked(ink), columns.span(COLOPHON_COLUMNS)
    items: list[Item] = [*_masthead(compositor, ink, columns)]
    for paragraph in compositor.report.imprint.colophon:
        words = compositor.set(paragraph.text, voice, measure, paragraph.origin)
        items.append(placed(compositor.fitted(words, COLOPHON_ROOM, paragraph.origin), columns.left, baseline))
        baseline += words.height + grid.baseline // 2
    ground = field(grid, look.brand), _trunk(compositor, ink, grid.size.width)
    return PageDraft(number, (*ground, part("back-cover", *items)), bare=True)
