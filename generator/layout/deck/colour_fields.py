"""Slides that are a field of colour: cover, divider and the closing question; they echo the fields of the paper."""

from dataclasses import replace

from generator.design.slide_grid import SHORT_RULE, TITLE_LINES, SlideGrid
from generator.design.type_scale import Step
from generator.document.model import Paragraph, Phrase, RichText, Run, Section, Theme, listed, plain
from generator.document.talks import ended
from generator.drawing import Drawing, Group, Role
from generator.ink import Ink
from generator.layout.deck import company_fields, words
from generator.layout.deck.bench import Bench, Part, Turn
from generator.layout.deck.draft import MARKS_DOWN, Draft
from generator.layout.deck.headings import broken
from generator.layout.deck.notes import SILENT, Spare, cite, greeting, leading_over, notes
from generator.layout.deck.pictured import pictured
from generator.layout.deck.sign import on_cover
from generator.layout.deck.slide import DrawingBox, Shape, Slide, TextBox
from generator.layout.motifs.motif import Sheet, is_small, picture
from generator.layout.motifs.stage import room_at_right
from generator.pictures.placing import focused
from generator.units import Length, Point, Rect, Size, pt

RINGS = 15
RING_FIRST, RING_GAP, RING_GROWTH = 13 / 960, 11.6 / 960, 1.09
"""The innermost ring and its distance to the next in parts of the slide's width, and how much each grows: all clear of eight columns."""
RING_WEIGHTS = (pt(0.8), pt(3.2))
CLEAR = 9
"""So many columns are nearly clear of the rings: a title keeps within them where it can."""
COVER_LINES = 3
"""A long title of the cover takes so many lines."""
HEART, HIGH_HEART = 330, 120
"""Where the heart of the trunk lies in the right edge, as on the paper in the spine; a high one keeps bright rings clear of the number."""
ORGANIZATION, COVER_FOOT, EDITION = 52, 340, 462
"""Heights on the cover, in 540ths of the slide's."""
NUMBER, CLOSING_FOOT = 40, 300
"""Where a divider's number begins, and where the last question ends."""
NUMBER_COLUMNS = 6
PICTURE_COLUMN, AIR, STROKES = 4, pt(30), (pt(1.25), pt(3.5))
"""The column in which a divider's picture begins at the earliest, what it keeps from texts, and its quiet and its bright strokes."""


def _heading(draft: Draft, phrase: Phrase, foot: Length, step: Step, ink: Ink, most: int = TITLE_LINES) -> Rect:
    """Set a title whose last line ends at a height, clear of the rings where it can be."""
    grid, line = draft.bench.grid, draft.bench.letters.title(draft.claim(phrase.text), step, ink)
    clear = grid.between(0, foot, 0, CLEAR)
    room = clear if len(draft.bench.gauge.lines(line, clear.width)) <= most else grid.between(0, foot)
    return draft.heading(line, room, phrase.origin, parted=True, most=most)


def rings(grid: SlideGrid, ink: Ink, heart: int = HEART) -> tuple[Shape, ...]:
    """Return year rings that run off the field at the right, thin at the heart and thick at the bark."""
    middle, width = Point(grid.size.width, grid.y(heart)), grid.size.width
    made, radius, gap = [], round(width * RING_FIRST), round(width * RING_GAP)
    for ring in range(RINGS):
        weight = RING_WEIGHTS[0] + (RING_WEIGHTS[1] - RING_WEIGHTS[0]) * ring // (RINGS - 1)
        rect = Rect(middle.x - radius, middle.y - radius, 2 * radius, 2 * radius)
        made.append(Shape("年轮", rect, "ellipse", None, ink, weight))
        radius += round(gap * RING_GROWTH**ring)
    return tuple(made)


def cover(bench: Bench, turn: Turn) -> Slide:
    """Return the cover: title, subtitle, organization and edition on the organization's colour."""
    if bench.template:
        return company_fields.cover(bench, turn, bench.template.layouts[words.COVER], Part(bench.look.plain, ()))
    imprint, look, grid, step = bench.report.imprint, bench.look, bench.grid, bench.scale.heading_3
    ink = look.reading(look.brand)
    draft = Draft(bench, turn, Part(look.plain, imprint.organization), imprint.title.origin, words.COVER, look.brand)
    title = _heading(draft, imprint.title, grid.y(COVER_FOOT), _cover_step(bench, imprint.title), ink, COVER_LINES)
    for ring in rings(grid, look.marks.rings):
        draft.behind(ring)
    subtitle = bench.letters.words(imprint.subtitle.text, bench.scale.lead, ink)
    top, tall = title.bottom + pt(14), 2 * bench.scale.lead.leading
    below = Rect(grid.left, top, bench.gauge.narrowest(subtitle, grid.columns(0, CLEAR)[1]), tall)
    draft.text("副题", below, (subtitle,), imprint.subtitle.origin, placeholder="subtitle")
    head, foot = grid.y(ORGANIZATION), grid.y(EDITION)
    name, edition = (bench.letters.strong(text, step, ink) for text in (imprint.organization, imprint.edition))
    draft.text(
        "机构", grid.between(head, head + 2 * step.leading, 0, CLEAR), (name,), imprint.title.origin, placeholder="organization"
    )
    draft.text("年度", grid.between(foot, foot + step.leading, 0, 8), (edition,), imprint.title.origin, placeholder="edition")
    for item in on_cover(bench):
        draft.put(item)
    return draft.finish(notes(SILENT, Spare((greeting(imprint.organization),))))


def _cover_step(bench: Bench, title: Phrase) -> Step:
    """Return the largest size at which the cover's title takes two lines, or three that keep clear of the rings.

    A title that can be parted at a stop is set so small that both halves keep well clear.
    """
    clear, well, sizes, gauge = bench.grid.columns(0, CLEAR)[1], bench.grid.columns(0, CLEAR - 1)[1], bench.ladders, bench.gauge
    lines = {step: bench.letters.title(title.text, step) for step in (*sizes.covers, *sizes.statements)}
    rows = {step: len(gauge.lines(line, clear)) for step, line in lines.items()}
    parted = [step for step in sizes.covers if len(broken(lines[step], gauge, well, always=True)) > 1]
    fitting = [step for step in lines if rows[step] <= (COVER_LINES if step in sizes.statements else TITLE_LINES)]
    return next((step for step in (*parted, *fitting) if step in fitting), sizes.statements[-1])


def divider(
    bench: Bench, turn: Turn, theme: Theme, part: Part, aside: tuple[RichText, ...] = (), *, silent: bool = True
) -> Slide:
    """Return a theme's divider: its number, name and message on a full-bleed field of its colour, and its opener's picture.

    It is `silent` where the theme's script is spoken to its key figures; `aside` is for the speaker too.
    """
    more = tuple(Paragraph("text", ended(one), theme.origin) for one in aside)
    talk = SILENT if silent else theme.talk
    told = replace(talk, script=(*talk.script, *more))
    if bench.template:
        return company_fields.divider(bench, turn, bench.template.layouts[words.PART], (theme, part, told))
    inks, grid, paper, step = part.inks, bench.grid, bench.look.paper, bench.ladders.divider_number
    draft = Draft(bench, turn, part, theme.origin, words.PART, inks.main)
    title = _heading(draft, theme.message, grid.content_foot, bench.scale.title, paper)
    digits, top = bench.letters.title((theme.number,), step, inks.pale), grid.y(NUMBER)
    width = bench.gauge.width(digits.runs)
    number = Rect(grid.left, top, width, step.leading)
    _picture(draft, part, (_lettered(draft, title), _named(draft, theme.name, title.y - pt(32)), number))
    draft.rule("短线", Rect(grid.left, title.y - pt(22), SHORT_RULE.width, SHORT_RULE.height), inks.pale)
    _name(draft, theme.name, title.y - pt(32), inks.pale)
    wide = max(grid.columns(0, NUMBER_COLUMNS)[1], width)
    draft.text("编号", Rect(grid.left, top, wide, step.leading), (digits,), theme.origin, placeholder="part")
    draft.progress(paper, inks.pale)
    draft.foot = paper
    return draft.finish(notes(told, Spare((leading_over(theme, part),), cite(theme.heroes[:1]))))


def _picture(draft: Draft, part: Part, texts: tuple[Rect, ...]) -> None:
    """Draw the opener's picture of a part in the largest room at the right edge that texts, progress and footer leave."""
    bench, grid = draft.bench, draft.bench.grid
    sheet = Rect(0, 0, grid.size.width, grid.size.height)
    furniture = (grid.between(grid.kicker, grid.kicker + MARKS_DOWN), grid.between(grid.footer, grid.size.height))
    room = room_at_right(sheet, (*texts, *furniture), AIR, grid.columns(PICTURE_COLUMN, 1)[0])
    own = draft.bench.report.themes[part.step - 1].opener if part.step else None
    if own and (seen := bench.pictures.get(own.shown)) and not is_small(room, sheet):
        draft.put(pictured(seen, "图片", room, plain(listed((own.alt, own.says), "；")), own.origin, focused(own.crop)))
        return
    items = picture(bench.report.themes, part.step, Sheet(room, sheet, part.inks, STROKES))
    if items:
        whole = Group(items, at=Point(-room.x, -room.y), role=Role.ARTIFACT)
        draft.put(DrawingBox("图案", room, Drawing(Size(room.width, room.height), (whole,), ""), ""))


def _lettered(draft: Draft, title: Rect) -> Rect:
    """Return where the letters of the title stand in its box."""
    widths = (draft.bench.gauge.width(one.runs) for box in draft.items if isinstance(box, TextBox) for one in box.paragraphs)
    return Rect(title.x, title.y, min(title.width, max(widths)), title.height)


def _named(draft: Draft, name: Phrase, foot: Length) -> Rect:
    """Return where the name of a part stands."""
    step = draft.bench.scale.heading_2
    width = draft.bench.gauge.width(draft.bench.letters.strong(name.text, step).runs)
    return Rect(draft.bench.grid.left, foot - step.leading, width, step.leading)


def _name(draft: Draft, name: Phrase, foot: Length, ink: Ink) -> None:
    """Set the name of a part over its message."""
    step = draft.bench.scale.heading_2
    line = draft.bench.letters.strong(name.text, step, ink)
    above = draft.bench.grid.between(foot - step.leading, foot, 0, CLEAR)
    draft.text("名称", above, (line,), name.origin, placeholder="subtitle")


def closing(bench: Bench, turn: Turn, section: Section, part: Part) -> Slide:
    """Return the last slide before the appendix: the question put to the room."""
    if bench.template:
        return company_fields.closing(bench, turn, bench.template.layouts[words.CLOSING], section, part)
    look, grid = bench.look, bench.grid
    draft = Draft(bench, turn, part, section.origin, words.CLOSING, look.ink)
    title = _heading(draft, section.message, grid.y(CLOSING_FOOT), bench.scale.title, look.paper)
    for ring in rings(grid, look.marks.bright, HIGH_HEART):
        draft.behind(ring)
    _name(draft, section.name, title.y - pt(24), look.paper)
    said = section.points or section.text
    lines = tuple(bench.letters.words(one.text, bench.scale.heading_3, look.paper) for one in said)
    if lines:
        top, width = title.bottom + pt(20), max(bench.gauge.narrowest(one, grid.columns(0, 8)[1]) for one in lines)
        draft.text("要点", Rect(grid.left, top, width, grid.content_foot - top), lines, section.origin, placeholder="body")
    draft.foot = look.paper
    spare = Spare(
        tuple(one.text for one in section.text) or (section.message.text,), cite(section.figures), otherwise=(Run(words.THANKS),)
    )
    return draft.finish(notes(section.talk, spare))
