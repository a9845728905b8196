"""What a PDF says and shows, as its reader found it: the statement that is compared with the one made before it was written.

In: a document that is read. Out: its statement (`generator.statement`), each page's things in the order of painting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.pdf.model import Stroke
from generator.statement.lines import Shown, in_lines
from generator.statement.model import REPORT, Kind, Run, Sheet, Statement, Thing, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.pdf.model import Document, PageText
    from generator.statement.lines import Painted

DECIMALS = 3


def stated(document: Document) -> Statement:
    """Return what a document says and shows."""
    return Statement(REPORT, document.entries, tuple(map(_sheet, document.pages)))


def _sheet(page: PageText) -> Sheet:
    size = facts(width=round(page.width, DECIMALS), height=round(page.height, DECIMALS), **dict(page.facts))
    return Sheet(page.number, size, (*in_lines(_painted(page)), *page.over, *_unshown(page)))


def _painted(page: PageText) -> Iterator[Painted]:
    told = {-1}
    for one in page.painted:
        if isinstance(one, Stroke):
            span = page.chars[one.start].span
            copied = None if span < 0 else "" if span in told else page.actual[span]
            told.add(span)
            yield _shown(one, page, copied)
        else:
            yield one


def _unshown(page: PageText) -> Iterator[Thing]:
    """Yield the texts that copying gives though no glyph stands for them."""
    shown = {char.span for char in page.chars}
    for span, text in enumerate(page.actual):
        if span not in shown:
            yield Thing(Kind.ENTRY, (Run(text),), (), "copied")


def _shown(stroke: Stroke, page: PageText, copied: str | None) -> Shown:
    chars = page.chars[stroke.start : stroke.end]
    return Shown(
        tuple([char.text for char in chars]),
        tuple([char.left for char in chars]),
        tuple([char.glyph for char in chars]),
        chars[-1].right,
        stroke.baseline,
        stroke.look,
        copied,
    )
