"""A page under way: its items in reading order and the marks that lead to it; then its furniture, and the page is finished.

Parts of the book return drafts; `pages.lay_out` furnishes them with running head and folio, on the outer edge, away from the spine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO
from generator.document.model import RichText, Run
from generator.drawing import Item, Role
from generator.layout.book import costs
from generator.layout.book.compositor import Compositor, flush_right, placed
from generator.layout.book.ornaments import artifact
from generator.layout.book.page import Page
from generator.layout.book.stamp import stamp
from generator.layout.motifs.tree_rings import OVER_RINGS, rings_at_foot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ink import Ink
    from generator.layout.book.bands import Layer
    from generator.units import Length


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that contents and outline lead to: an ASCII name, the title as read, and where on the page."""

    name: str
    title: str
    y: Length = 0


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page without its furniture. `bare` pages have none; `head` is the running head, in `ink` or the look's grey.

    `quiet` pages have white that is meant: a statement, a story alone, words that hang low.
    """

    number: int
    items: tuple[Item, ...]
    marks: tuple[Mark, ...] = ()
    head: RichText = ()
    ink: Ink | None = None
    bare: bool = False
    quiet: bool = False


def drafted(layers: Sequence[Layer], number: int, head: RichText, inks: tuple[Ink | None, Ink]) -> tuple[PageDraft, ...]:
    """Return the pages of layers of bands, from a page number on: inks of the running head, and of rings where the last ends early."""
    made = [_drafted(layer, at, head, inks[0]) for at, layer in enumerate(layers, number)]
    white, grid = costs.foot(layers[-1]), layers[-1][-1].band.grid
    if white > costs.HOLE and not made[-1].quiet:
        rings = rings_at_foot(grid, made[-1].number, white - OVER_RINGS, inks[1])
        made[-1] = replace(made[-1], items=(*rings, *made[-1].items), quiet=True)
    return tuple(made)


def _drafted(layer: Layer, number: int, head: RichText, ink: Ink | None) -> PageDraft:
    marks = tuple(Mark(*one.band.begins, y=one.band.grid.y(one.line - 1)) for one in layer if one.band.begins)
    items = tuple(item for one in layer for item in one.draw(number))
    quiet = any(one.band.quiet for one in layer) or layer[0].line == layer[0].band.grid.hang
    return PageDraft(number, items, marks, head, ink, quiet=quiet)


def furnished(compositor: Compositor, draft: PageDraft) -> Page:
    """Return a finished page: the draft's items, and after them head and folio unless it is bare.

    A page that begins with its own heading has no running head over it.
    """
    grid, voices, folio = compositor.grid, compositor.voices, str(draft.number)
    if draft.bare:
        return Page(draft.number, folio, grid.size, (*draft.items, *_stamps(compositor)), quiet=True)
    ink = draft.ink or compositor.look.grey
    lines = [(compositor.line((Run(folio, FOLIO),), voices.folio.inked(ink), role=Role.ARTIFACT), grid.y(grid.foot))]
    if draft.head:
        lines.append((compositor.line(draft.head, voices.label.inked(ink), role=Role.ARTIFACT), grid.y(grid.head)))
    columns = grid.columns(draft.number)
    recto = draft.number % 2 == 1
    edge = columns.left + columns.width if recto else columns.left
    furniture = artifact(*(flush_right(line, edge, y) if recto else placed(line, edge, y) for line, y in lines))
    return Page(draft.number, folio, grid.size, (*draft.items, furniture, *_stamps(compositor)), draft.quiet)


def _stamps(compositor: Compositor) -> tuple[Item, ...]:
    """Return what says that a page is one of a draft."""
    return (stamp(compositor),) if compositor.report.draft else ()
