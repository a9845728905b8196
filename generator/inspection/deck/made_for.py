"""What a deck was made for, as it says itself: how wide its slides are, how it comes by its faces, its template, and whether as a draft.

In: a deck. Out: what stands in no content, and was chosen when the deck was built. What is read here is only what the deck is compared
by: one that says otherwise than it is differs from what is built by its word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.damage import DAMAGE
from generator.inspection.deck.brought import MAIN, PROPERTY
from generator.inspection.package import Package, spelt
from generator.inspection.status import DRAFT, STATUS

if TYPE_CHECKING:
    from pathlib import Path

FONTS, TEMPLATE = "Fonts", "Template"


class MadeFor(NamedTuple):
    """How wide slides are for their height, 0 where that is not known; the name of a way to come by faces, and of a template, or "".

    `draft` tells that it says of itself to be one.
    """

    ratio: float = 0
    fonts: str = ""
    template: str = ""
    draft: bool = False


def made_for(path: Path) -> MadeFor:
    """Return what a deck was made for; nothing where it cannot be read."""
    try:
        package = Package.open(path)
        size = package.part(MAIN).find(spelt("p:sldSz"))
        ratio = int(size.get("cx", "")) / int(size.get("cy", "")) if size is not None else 0
        told = dict(package.custom_properties())
    except DAMAGE:
        return MadeFor()
    return MadeFor(ratio, told.get(FONTS, ""), told.get(TEMPLATE, "") if told.get(PROPERTY) else "", told.get(STATUS) == DRAFT)
