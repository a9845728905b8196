"""The blocks of a text, as they are meant: paragraphs, tables and pictures of the author's in; the same with every number printed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content import model as content
from generator.document import model, restatements
from generator.document.register import Piece

if TYPE_CHECKING:
    from generator.document.copydesk import CopyDesk
    from generator.document.model import RichText

ALIGNS = {"": "left"}
"""How a column is set of which its author says nothing."""
NUMBERS = (("", "."), ("（", "）"))
"""What stands round the number of an item, by its depth."""
IN_LIST = "列表序号"
VALUES = ("", "数")
"""The forms of a reference that print its value."""


def prose(desk: CopyDesk, written: content.Prose, path: str) -> tuple[model.Paragraph, ...]:
    """Return paragraphs, each with an origin of its own."""
    return tuple(_paragraph(desk, one, f"{path}[{index}]") for index, one in enumerate(written))


def blocks(desk: CopyDesk, written: content.Blocks, path: str) -> tuple[model.Block, ...]:
    """Return blocks, each with an origin of its own."""
    return tuple(_block(desk, one, f"{path}[{index}]") for index, one in enumerate(written))


def _block(desk: CopyDesk, one: content.Block, path: str) -> model.Block:
    if isinstance(one, content.Paragraph):
        return _paragraph(desk, one, path)
    return _table(desk, one, path) if isinstance(one, content.TextTable) else picture_of(desk, one, path)


def _paragraph(desk: CopyDesk, one: content.Paragraph, path: str) -> model.Paragraph:
    origin = desk.register.place(path, one.phrase.span)
    number = _number(desk, one, path) if one.number else ()
    text = desk.rich(one.phrase, path)
    return model.Paragraph(one.kind, text, origin, one.depth, number, desk.notes.taken())


def _number(desk: CopyDesk, one: content.Paragraph, path: str) -> RichText:
    before, after = NUMBERS[one.depth]
    own = desk.register.label(str(one.number), IN_LIST, Piece(f"{path}.number", one.phrase.span))
    return tuple(run for run in (model.Run(before), own, model.Run(after)) if run.text)


def _table(desk: CopyDesk, table: content.TextTable, path: str) -> model.TextTable:
    title = desk.phrase(table.title, f"{path}.title") if table.title else None
    head = tuple(desk.rich(cell, f"{path}.head[{at}]") for at, cell in enumerate(table.head))
    rows = tuple(
        tuple(_cell(desk, cell, Piece(f"{path}.rows[{row}][{at}]", cell.span)) for at, cell in enumerate(cells))
        for row, cells in enumerate(table.rows)
    )
    aligns = tuple(ALIGNS.get(one, one) for one in table.aligns)
    return model.TextTable(title, head, rows, aligns, desk.notes.taken(), desk.register.place(path, table.span))


def _cell(desk: CopyDesk, cell: content.Phrase, piece: Piece) -> RichText:
    """Return a cell; each restated value in it leads to a note with what was printed before, as in every other table."""
    text = desk.rich(cell, piece.path)
    named = (node for node in cell.nodes if isinstance(node, content.Reference) and node.form in VALUES)
    readings = (desk.catalogue.find(node.name, node.period, node.span) for node in named)
    restated = {(one.name, one.period): one for one in readings if one and one.restated}
    return (*text, *(desk.note(restatements.of_reading(desk, one), piece) for one in restated.values()))


def picture_of(desk: CopyDesk, picture: content.Picture, path: str) -> model.Picture:
    """Return a picture; its words are origins of their own."""
    alt, caption = desk.rich(picture.alt, f"{path}.alt"), desk.rich(picture.caption, f"{path}.caption")
    credit, says = desk.rich(picture.credit, f"{path}.credit"), desk.rich(picture.says, f"{path}.says")
    return model.Picture(
        picture.file, alt, caption, credit, picture.place, says, desk.register.place(path, picture.span), picture.crop
    )
