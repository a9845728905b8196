"""The slides of the blocks of a text: tables, pictures, quotations. A block with its part in, makers of slides out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.document.model import TextTable
from generator.layout.deck.blocks import Quotation, nearest, portrayed
from generator.layout.deck.picture_slides import Shot, picture_slide
from generator.layout.deck.quote import quote
from generator.layout.deck.story import story
from generator.layout.deck.text_table import leaves, text_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.model import RichText, Section, Story, Theme
    from generator.layout.deck.appendix import Make
    from generator.layout.deck.bench import Bench, Part
    from generator.layout.deck.blocks import Shown


def story_slide(bench: Bench, told: Story, part: Part, source: RichText) -> Make:
    """Return what makes the slide of a story: with its picture where it has one and no number."""
    one = portrayed(told)
    if one is None or one.shown not in bench.pictures:
        return partial(story, bench, told=told, part=part)
    shot = Shot(one, bench.pictures[one.shown], told.message, source, story=told)
    return partial(picture_slide, bench, shot=shot, part=part)


def block_slides(bench: Bench, shown: Shown, part: Part, whole: Theme | Section) -> Iterator[Make]:
    """Yield what makes the slides of a block of a part."""
    if isinstance(shown, TextTable):
        for leaf in leaves(bench, shown, part, whole.message, whole.source):
            yield partial(text_table, bench, leaf=leaf, part=part)
    elif isinstance(shown, Quotation):
        yield partial(quote, bench, told=shown.said, part=part, remarks=shown.notes)
    elif shown.shown in bench.pictures:
        shot = Shot(shown, bench.pictures[shown.shown], whole.message, whole.source, nearest(whole, shown))
        yield partial(picture_slide, bench, shot=shot, part=part)
