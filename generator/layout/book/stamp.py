"""The stamp of a draft: a small dark tag at the head of every page, over all that is set there."""

from generator.document.model import DRAFT, Run
from generator.drawing import Box, Group, Role
from generator.layout.book.compositor import Compositor, placed
from generator.layout.book.ornaments import artifact
from generator.units import Rect, mm

TOP, HEIGHT, PAD, BASELINE = mm(5), mm(5.2), mm(2.6), mm(3.7)
"""From the trim to the tag; the tag's height, what it has left and right of the word, and from its top to the word's baseline."""


def stamp(compositor: Compositor) -> Group:
    """Return the tag, in the middle of the page's width."""
    look = compositor.look
    word = compositor.line((Run(DRAFT),), compositor.voices.label.inked(look.paper), role=Role.ARTIFACT)
    width = word.width + 2 * PAD
    left = (compositor.grid.size.width - width) // 2
    return artifact(Box(Rect(left, TOP, width, HEIGHT), fill=look.ink), placed(word, left + PAD, TOP + BASELINE))
