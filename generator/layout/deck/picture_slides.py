"""The author's pictures on slides: one beside its text, or filling the slide, its title then on a field of the part's colour.

A picture beside text is shown whole. One that fills the slide is cut where it must be, and stands at the side or over the field,
whichever cuts less of it. A drawing of shapes has no ground of its own, and parts that all count: it stands on paper, whole and as large as
the slide has room for. Its caption is the title, or what it shows where it has none; a long one is text under the part's message.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.slide_grid import COLUMNS, TITLE_LINES
from generator.document.model import Paragraph, Phrase, Picture, RichText, Run, listed, plain
from generator.layout.deck import words
from generator.layout.deck.draft import Draft
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.pictured import pictured
from generator.layout.deck.slide import Anchor
from generator.layout.deck.story import sentences
from generator.pictures.crop import WHOLE
from generator.pictures.model import Vectors, ratio
from generator.units import Length, Rect, pt

if TYPE_CHECKING:
    from generator.design.type_scale import Step
    from generator.document.model import Story
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide
    from generator.pictures.model import Picture as Seen

FILLS = frozenset({"full", "bleed"})
"""Places that ask for the whole slide."""
TOP_GAP, GAP = pt(24), pt(28)
LEAST_TEXT = 4
"""So many columns has the text beside a picture at the least."""
LINES = 7
"""What stands beside a picture in words takes so many lines at the most."""
PANEL = 5
"""So many columns has the field beside a picture that fills the slide."""
FIELD_LINES, PANEL_LINES = 2, 6
"""Lines of a title on the field under a picture, and beside it."""
AIR, UNDER_TITLE = pt(24), pt(12)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to be shown: what the author says of it, what was read, and the words beside which it stands in the text.

    One that stands on a `story`'s own slide has its words.
    """

    told: Picture
    seen: Seen
    message: Phrase
    source: RichText
    beside: Paragraph | None = None
    story: Story | None = None

    @property
    def alt(self) -> str:
        """What it shows, and the numbers in it, for those who do not see it."""
        return plain(listed((self.told.alt, (Run(words.IN_PICTURE), *self.told.says) if self.told.says else ()), "；"))

    @property
    def under(self) -> RichText:
        """What stands small under it: who made it, and the numbers in it; on a story's slide its caption first."""
        caption = self.told.caption if self.story else ()
        return listed((caption, self.told.credit, (Run(words.IN_PICTURE), *self.told.says) if self.told.says else ()), "；")


def picture_slide(bench: Bench, turn: Turn, shot: Shot, part: Part) -> Slide:
    """Return the slide of a picture."""
    if shot.told.place in FILLS and not (bench.template or shot.story or isinstance(shot.seen, Vectors)):
        return _filling(bench, turn, shot, part)
    return _beside(bench, turn, shot, part)


def _beside(bench: Bench, turn: Turn, shot: Shot, part: Part) -> Slide:
    draft = Draft(bench, turn, part, shot.told.origin, words.TEXT)
    title, text = _title(draft, shot)
    if shot.told.place in FILLS and isinstance(shot.seen, Vectors) and text != shot.told.caption:
        text = ()
    draft.title(title.text, title.origin)
    foot = draft.source(shot.source, shot.under, shot.told.origin)
    room = bench.grid.between(draft.top + TOP_GAP, foot)
    wide = bench.grid.columns(LEAST_TEXT, COLUMNS - LEAST_TEXT)[1] if text else room.width
    width = min(wide, round(room.height * ratio(shot.seen)))
    height = min(room.height, round(width / ratio(shot.seen)))
    x = room.right - width if text else room.x + (room.width - width) // 2
    if text:
        _words(draft, text, Rect(room.x, room.y, x - GAP - room.x, height), shot)
    _put(draft, shot, Rect(x, room.y, width, height))
    return draft.finish(notes(shot.story.talk if shot.story else SILENT, _spare(shot)))


def _title(draft: Draft, shot: Shot) -> tuple[Phrase, RichText]:
    """Return a slide's title, and the text beside its picture: the first sentences of what it stands beside, or a long caption."""
    if story := shot.story:
        return story.message, story.brief.text if story.brief else tuple(run for one in story.text for run in one.text)
    caption, beside = shot.told.caption, shot.beside.text if shot.beside else ()
    title = caption or shot.told.alt
    line = draft.bench.letters.title(title, draft.bench.scale.heading_1)
    if len(draft.bench.gauge.lines(line, draft.width)) <= TITLE_LINES:
        return Phrase(title, shot.told.origin), beside
    return shot.message, caption or beside


def _words(draft: Draft, text: RichText, room: Rect, shot: Shot) -> None:
    """Set as many sentences as a few lines hold, in the largest size in which all have room."""
    bench = draft.bench
    told = shot.story.origin if shot.story else shot.beside.origin if shot.beside else shot.told.origin
    tries = [bench.letters.words(_few(bench, text, step, room.width), step) for step in bench.ladders.bodies]
    made = next((one for one in tries if bench.gauge.height((one,), room.width) <= room.height), tries[-1])
    height = max(room.height, min(LINES * made.leading, bench.gauge.height((made,), room.width)))
    draft.text("正文", Rect(room.x, room.y, room.width, height), (made,), told, Anchor.MIDDLE, "body")


def _few(bench: Bench, text: RichText, step: Step, width: Length) -> RichText:
    """Return the first sentences of a text that take few lines, one at the least."""
    said: RichText = ()
    for sentence in sentences(Paragraph("text", text, "")):
        more = (*said, *sentence)
        if said and len(bench.gauge.lines(bench.letters.words(more, step), width)) > LINES:
            break
        said = more
    return said


def _filling(bench: Bench, turn: Turn, shot: Shot, part: Part) -> Slide:
    """Return the slide that a picture fills, but for a field with its title under it or at its left."""
    draft = Draft(bench, turn, part, shot.told.origin, words.TEXT, part.inks.main)
    grid, whole, paper = bench.grid, bench.grid.size, bench.look.paper
    title, text = _title(draft, shot)
    step = bench.scale.heading_1
    line = bench.letters.title(draft.claim(title.text), step, paper)
    panel = Rect(grid.left, 0, grid.columns(0, PANEL)[1], 0)
    lines = min(len(bench.gauge.lines(line, grid.measure)), FIELD_LINES)
    small = [
        bench.letters.words(one, bench.scale.caption, paper)
        for one in (text if text == shot.told.caption else (), shot.under)
        if one
    ]
    top = grid.footer - AIR - lines * step.leading - sum(bench.gauge.height((one,), grid.measure) for one in small)
    under = Rect(0, 0, whole.width, top - AIR)
    side = Rect(panel.right + GAP, 0, whole.width - panel.right - GAP, grid.footer - AIR)
    at = min((under, side), key=lambda rect: _lost(shot.seen, rect))
    room = grid.between(top, grid.footer) if at == under else panel
    tall = bench.gauge.height(small, room.width) if small else 0
    foot = grid.footer - AIR - tall - (UNDER_TITLE if small else 0)
    place = Rect(room.x, room.y, room.width, 0 if at == under else foot)
    set_ = draft.heading(line, place, title.origin, most=FIELD_LINES if at == under else PANEL_LINES)
    _put(draft, shot, at)
    if small:
        y = set_.bottom + (0 if at == under else UNDER_TITLE)
        draft.text("图注", Rect(room.x, y, room.width, tall), small, shot.told.origin)
    draft.foot = paper
    return draft.finish(notes(SILENT, _spare(shot)))


def _lost(seen: Seen, rect: Rect) -> float:
    """Return how much of a picture is cut away so that it fills a rectangle."""
    shape, own = rect.width / rect.height, ratio(seen)
    return 1 - min(shape / own, own / shape)


def _put(draft: Draft, shot: Shot, at: Rect) -> None:
    """Set a picture: its dots, or its shapes as native ones."""
    focus = WHOLE._replace(across=shot.told.crop.across, down=shot.told.crop.down)
    draft.put(pictured(shot.seen, "图片", at, shot.alt, shot.told.origin, focus))


def _spare(shot: Shot) -> Spare:
    """Return what is said to a picture: what it shows, and what stands beside it in the text; to a story its text."""
    if story := shot.story:
        remarks = tuple(note for one in story.text for note in one.notes)
        return Spare(tuple(one.text for one in story.text), cite(story.figures), remarks=remarks)
    said = ((Run(words.SEE_PICTURE), *shot.told.alt), *((shot.beside.text,) if shot.beside else ()))
    return Spare(said, (), otherwise=(Run(words.SEE_PICTURE), *shot.told.alt), remarks=shot.beside.notes if shot.beside else ())
