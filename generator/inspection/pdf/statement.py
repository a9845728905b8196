"""What a PDF says and shows, as its reader found it: the statement that is compared with the one made before it was written.

In: a document that is read, and the house's faces. Out: its statement (`generator.statement`), each page's things in the order of
painting. A glyph that looks otherwise than its face has it reads as U+FFFD, whatever the file says that it stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.pdf.fonts import MISSING
from generator.inspection.pdf.model import Stroke
from generator.inspection.pdf.outlines import likenesses
from generator.inspection.pdf.tags import untagged
from generator.outputs import REPORT
from generator.statement.lines import Shown, in_lines
from generator.statement.model import Kind, Run, Sheet, Statement, Thing, facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.inspection.faces import Faces
    from generator.inspection.pdf.model import Char, Document, PageText
    from generator.inspection.pdf.outlines import Likeness
    from generator.statement.lines import Painted

DECIMALS = 3


def stated(document: Document, faces: Faces, output: str = REPORT) -> Statement:
    """Return what a document says and shows; `output` is which of the PDFs it is."""
    likeness = likenesses(document.fonts, faces)
    return Statement(output, document.entries, tuple(_sheet(page, likeness) for page in document.pages))


def _sheet(page: PageText, likeness: Mapping[str, Likeness]) -> Sheet:
    bare = untagged(page) if page.elements else 0
    size = facts(
        width=round(page.width, DECIMALS), height=round(page.height, DECIMALS), untagged=bare or None, **dict(page.facts)
    )
    return Sheet(page.number, size, (*in_lines(_painted(page, likeness)), *page.over, *_unshown(page), *page.elements))


def _painted(page: PageText, likeness: Mapping[str, Likeness]) -> Iterator[Painted]:
    told = {-1}
    for one in page.painted:
        if isinstance(one, Stroke):
            chars = page.chars[one.start : one.end]
            span = chars[0].span
            copied = None if span < 0 else "" if span in told else page.actual[span]
            told.add(span)
            yield _shown(one, chars, copied, likeness[chars[0].font])
        else:
            yield one


def _unshown(page: PageText) -> Iterator[Thing]:
    """Yield the texts that copying gives though no glyph stands for them."""
    shown = {char.span for char in page.chars}
    for span, text in enumerate(page.actual):
        if span not in shown:
            yield Thing(Kind.ENTRY, (Run(text),), (), "copied")


def _shown(stroke: Stroke, chars: Sequence[Char], copied: str | None, font: Likeness) -> Shown:
    return Shown(
        tuple([MISSING if font.unlike and char.glyph in font.unlike else char.text for char in chars]),
        tuple([char.left for char in chars]),
        tuple([char.glyph for char in chars if char.glyph in font.variants]),
        chars[-1].right,
        stroke.baseline,
        stroke.look,
        copied,
    )
