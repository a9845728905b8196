"""The stamp of a draft: a small dark tag at the head of every slide, over all that is set there."""

from dataclasses import replace

from generator.document.model import DRAFT, Run
from generator.layout.deck.letters import Letters
from generator.layout.deck.slide import Anchor, Slide, TextBox
from generator.layout.desk import Desk
from generator.typeset.model import Align
from generator.units import Rect, pt

TOP, WIDTH, HEIGHT = pt(6), pt(48), pt(19)
FURNITURE = ("footer", "number")
"""What is read last, after the tag."""


def stamped(slide: Slide, desk: Desk) -> Slide:
    """Return a slide with the tag in the middle of its width."""
    word = replace(Letters(desk.look).strong((Run(DRAFT),), desk.look.slide.note, desk.look.paper), align=Align.CENTRE)
    place = Rect((desk.slide.size.width - WIDTH) // 2, TOP, WIDTH, HEIGHT)
    tag = TextBox(DRAFT, place, (word,), anchor=Anchor.MIDDLE, fill=desk.look.ink, origin=slide.origin)
    last = [one for one in slide.items if getattr(one, "placeholder", "") in FURNITURE]
    others = [one for one in slide.items if one not in last]
    return replace(slide, items=(*others, tag, *last))
