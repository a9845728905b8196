"""The ways to compose a theme's pages, in order of what each gives up: how figures, charts, headline and story may stand.

Words and charts are arranged first: figures beside the words, the whole side down, or in rows; charts beside or under their words. The
story closes the last page or has pages of its own; the headline may stand among the words, or alone where the count asks for a page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from generator.document.model import Paragraph, Picture, TextTable
from generator.layout.book.composition import Float, Way
from generator.layout.book.headline import headline_band
from generator.layout.book.picture_band import picture_band

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.document.model import Block, Chart, Run
    from generator.layout.book.bands import Band
    from generator.layout.book.chapter import Chapter

STEP = 2
"""What an arrangement is the worse for standing after another in the order of preference."""
RETOLD = 9
"""What figures give up that stand beside the text though the story alone tells them."""
AMONG, APART, ALONE, AGAIN = 8, 14, 30, 30
"""What is given up by a headline among the text, a story on pages of its own, a headline alone, and one that says the message again."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a theme ends: whether the story closes the last page, whether the headline stands among the text, the pages that follow."""

    toll: int
    closes: bool
    among: bool
    after: tuple[str, ...]


def ways(chapter: Chapter, story_pages: int) -> Iterator[Way]:
    """Yield the ways to compose a theme, those that give up least first; its story alone takes so many pages."""
    tries = list(_tries(chapter, story_pages, 0))
    if chapter.told:
        tries += _tries(chapter.untold(), story_pages, RETOLD)
    for _, made in sorted(tries, key=lambda one: one[0]):
        if way := made():
            yield way


def _tries(chapter: Chapter, story_pages: int, toll: int) -> Iterator[tuple[int, Callable[[], Way | None]]]:
    """Yield every arrangement with every ending, by what both give up."""
    for index, arrange in enumerate(chapter.arrangements()):
        for ending in _endings(chapter):
            given = toll + STEP * index + ending.toll
            yield given, partial(_way, chapter, arrange, replace(ending, toll=given), story_pages)


def _endings(chapter: Chapter) -> Iterator[Ending]:
    story, again = chapter.theme.story is not None, 0 if chapter.theme.headline.text else AGAIN
    yield Ending(0, story, among=False, after=())
    yield Ending(ALONE + again, story, among=False, after=("headline",))
    if not again:
        yield Ending(AMONG, story, among=True, after=())
    if story and not chapter.told:
        yield Ending(APART, closes=False, among=False, after=("story",))
        yield Ending(APART + ALONE + again, closes=False, among=False, after=("headline", "story"))
    if story and not (chapter.told or again):
        yield Ending(APART + AMONG, closes=False, among=True, after=("story",))


def _way(
    chapter: Chapter,
    arrange: Callable[[], tuple[tuple[Band, ...], tuple[Band, ...]] | None],
    ending: Ending,
    story_pages: int,
) -> Way | None:
    arranged = arrange()
    if not arranged:
        return None
    lead, charts = arranged
    told = tuple(Float(band, cited(chapter, chart)) for band, chart in zip(charts, chapter.theme.charts, strict=False))
    floats = _with_pictures(chapter, told)
    headline = headline_band(chapter.compositor, chapter.theme, chapter.inks.main) if ending.among else None
    floats = (*floats, *((Float(headline),) if headline else ()))
    tail = chapter.story() if ending.closes else ()
    pages = sum(story_pages if one == "story" else 1 for one in ending.after)
    return Way(lead, floats, tail, ending.toll, ending.after, pages) if lead or floats or tail else None


def _with_pictures(chapter: Chapter, charts: tuple[Float, ...]) -> tuple[Float, ...]:
    """Return charts and pictures in the order in which the words lead to them: a picture follows the block before it."""
    floats, blocks = list(charts), chapter.theme.blocks
    for at, block in enumerate(blocks):
        if isinstance(block, Picture):
            left = _line_after(chapter, blocks[:at])
            place = next((index for index, one in enumerate(floats) if one.cited is not None and one.cited < left), len(floats))
            floats.insert(place, Float(picture_band(chapter.compositor, block), left))
    return tuple(floats)


def _line_after(chapter: Chapter, blocks: Sequence[Block]) -> int:
    """Return the last line of the last of some blocks that the text has, counted from its end."""
    before = {one.origin for one in blocks}
    later = [one for one in chapter.text.flow if one.origin not in before]
    return sum(one.lines + one.before for one in later) + sum(band.running for band in chapter.more)


def cited(chapter: Chapter, chart: Chart) -> int | None:
    """Return the line of the text, counted from its end, of the first paragraph that says a number of a chart."""
    figures = {use.id: use.figure for use in chapter.compositor.report.ledger.uses}
    shown = {datum.figure for datum in chart.data}
    says = {one.origin: {figures.get(run.use, "") for run in _runs(one)} for one in chapter.theme.blocks}
    left = chapter.text.running + sum(band.running for band in chapter.more)
    for index, passage in enumerate(chapter.text.flow):
        left -= passage.before if index else 0
        if says.get(passage.origin, frozenset()) & shown:
            return left
        left -= passage.lines
    return None


def _runs(block: Block) -> Iterator[Run]:
    """Yield what a block says in its words or its cells."""
    if isinstance(block, Paragraph):
        yield from block.text
    elif isinstance(block, TextTable):
        yield from (run for row in block.rows for cell in row for run in cell)
