"""Where each use came to stand in the deck: slides in, placements out, by walking text boxes, tables, drawings, charts and notes.

A number set in several sizes is several runs of one use side by side: they are one placement, and read as one number.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.document.ledger import SPOKEN, Ledger, Placement
from generator.drawing import Group, Item, TextRun
from generator.layout.deck.slide import ChartBox, Deck, DrawingBox, Slide, SlideItem, SlideParagraph, TableBox, TextBox

NOTES = "notes"


def in_deck(deck: Deck, ledger: Ledger) -> tuple[Placement, ...]:
    """Return every placement of every use in a deck, slide by slide in reading order; `text` is the ledger's where it knows the use.

    Words with digits that are no use (dates, names) are placed as well, with `use` "": so nobody can change a year unseen.
    """
    printed = {use.id: use.text for use in ledger.uses}
    return tuple(
        Placement(use, "deck", slide.number, item, text if item == SPOKEN else printed.get(use, text), None, origin)
        for slide in deck.slides
        for use, text, item, origin in _on(slide)
    )


def uses_on(slide: Slide) -> set[str]:
    """Return the uses that a slide itself shows, its notes left out."""
    return {use for item in slide.items for use, _ in _uses(item) if use}


def _on(slide: Slide) -> Iterator[tuple[str, str, str, str]]:
    for item in slide.items:
        for use, text in _uses(item):
            yield use, text, item.name, getattr(item, "origin", "")
        for use, text in _spoken(item):
            yield use, text, SPOKEN, getattr(item, "origin", "")
    for use, text in _paragraphs(slide.notes):
        yield use, text, NOTES, slide.origin


def _uses(item: SlideItem) -> Iterator[tuple[str, str]]:
    if isinstance(item, TextBox):
        yield from _paragraphs(item.paragraphs)
    elif isinstance(item, TableBox):
        for row in item.rows:
            for cell in row:
                yield from _paragraphs(cell.paragraphs)
    elif isinstance(item, DrawingBox):
        yield from _joined((run.use, run.text) for run in _drawn(item.drawing.items))
    elif isinstance(item, ChartBox):
        yield from _plotted(item)


def _spoken(item: SlideItem) -> tuple[tuple[str, str], ...]:
    """Return what the alternative text of a chart or a drawing says, and no label prints."""
    if isinstance(item, ChartBox):
        return item.plan.spoken
    return item.drawing.spoken if isinstance(item, DrawingBox) else ()


def _plotted(item: ChartBox) -> Iterator[tuple[str, str]]:
    """Yield the uses of a chart row by row, each row with its name and all categories, as a reader of its cache finds them."""
    for row in item.plan.columns:
        yield from _joined((run.use, run.text) for run in row.name)
        for category, point in zip(item.plan.categories, row.points, strict=True):
            yield from _joined((run.use, run.text) for run in category)
            if point and point.is_told:
                yield point.number.use, str(point.number)


def _paragraphs(paragraphs: Iterable[SlideParagraph]) -> Iterator[tuple[str, str]]:
    for paragraph in paragraphs:
        yield from _joined((run.use, run.text) for run in paragraph.runs)


def _joined(runs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for use, group in groupby(runs, key=lambda pair: pair[0]):
        words = "".join(text for _, text in group)
        if use or any(map(str.isdecimal, words)):
            yield use, words


def _drawn(items: Iterable[Item]) -> Iterator[TextRun]:
    for item in items:
        if isinstance(item, TextRun):
            yield item
        elif isinstance(item, Group):
            yield from _drawn(item.items)
