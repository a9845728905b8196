"""The blocks of a text, as they are meant: paragraphs, tables and pictures of the author's in; the same with every number printed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content import model as content
from generator.document import model

if TYPE_CHECKING:
    from generator.document.copydesk import CopyDesk

ALIGNS = {"": "left"}
"""How a column is set of which its author says nothing."""


def blocks(desk: CopyDesk, written: content.Blocks, path: str) -> tuple[model.Block, ...]:
    """Return blocks, each with an origin of its own."""
    return tuple(_block(desk, one, f"{path}[{index}]") for index, one in enumerate(written))


def _block(desk: CopyDesk, one: content.Block, path: str) -> model.Block:
    if isinstance(one, content.Paragraph):
        return desk.paragraph(one, path)
    return _table(desk, one, path) if isinstance(one, content.TextTable) else _picture(desk, one, path)


def _table(desk: CopyDesk, table: content.TextTable, path: str) -> model.TextTable:
    title = desk.phrase(table.title, f"{path}.title") if table.title else None
    head = tuple(desk.rich(cell, f"{path}.head[{at}]") for at, cell in enumerate(table.head))
    rows = tuple(
        tuple(desk.rich(cell, f"{path}.rows[{row}][{at}]") for at, cell in enumerate(cells))
        for row, cells in enumerate(table.rows)
    )
    aligns = tuple(ALIGNS.get(one, one) for one in table.aligns)
    return model.TextTable(title, head, rows, aligns, (), desk.register.place(path, table.span))


def _picture(desk: CopyDesk, picture: content.Picture, path: str) -> model.Picture:
    alt, caption = desk.rich(picture.alt, f"{path}.alt"), desk.rich(picture.caption, f"{path}.caption")
    credit, says = desk.rich(picture.credit, f"{path}.credit"), desk.rich(picture.says, f"{path}.says")
    return model.Picture(picture.file, alt, caption, credit, picture.place, says, desk.register.place(path, picture.span))
