"""Tables in a text, by the rules of GitHub Flavored Markdown (4.10): their lines in; a `TextTable` out. A row is as long as the head.

What such a parser would mend in silence (a row too short or too long) is told instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.inline import inline
from generator.content.model import Phrase, TextTable
from generator.content.slip import Slip
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.content.inline import Notes
    from generator.content.nodes import Passage
    from generator.content.proofreader import Proofreader

FEWEST, MOST = 2, 8
"""Columns that a table may have."""
_BAR = re.compile(r"(?<!\\)\|")
_ALIGNS = {(False, False): "", (True, False): "left", (False, True): "right", (True, True): "center"}


def text_table(title: Phrase | None, lines: Sequence[Passage], reader: Proofreader, notes: Notes | None) -> TextTable | None:
    """Return a table of its lines, the second of which says how its columns are set; None, and told, where it is none."""
    head, rule, *rows = (_cells(line) for line in lines)
    if not FEWEST <= len(head) <= MOST:
        says = said("bad-table.columns", count=len(head), fewest=FEWEST, most=MOST)
        reader.tell(Slip(says, said("bad-table.narrow" if len(head) > MOST else "bad-table.list")), _begin(lines[0]).span())
        return None
    if not rows:
        reader.tell(Slip(said("bad-table.no-rows"), said("bad-table.write-rows")), _begin(lines[0]).span())
    for line, cells in zip(lines, (head, rule, *rows), strict=True):
        if not _is_barred(line.text.strip()):
            reader.tell(Slip(said("bad-table.bars"), said("bad-table.write-bars")), _begin(line).span())
        elif len(cells) != len(head):
            says = said("bad-table.row", count=len(cells), columns=len(head))
            reader.tell(Slip(says, said("bad-table.even")), _begin(line).span())
    aligns = tuple(_ALIGNS[one.text.startswith(":"), one.text.endswith(":")] for one in rule)
    whole = [row for row in rows if len(row) == len(head)]
    read = [_read(cells, reader, notes) for cells in (head, *whole)]
    return TextTable(title, read[0], tuple(read[1:]), aligns, _begin(lines[0]).span())


def _read(cells: Iterable[Passage], reader: Proofreader, notes: Notes | None) -> tuple[Phrase, ...]:
    return tuple(Phrase(inline(cell, reader, notes=notes), cell.span()) for cell in cells)


def _cells(line: Passage) -> list[Passage]:
    """Return the cells of a line: what stands between its bars, without the blanks."""
    text = line.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    start += text.startswith("|", start)
    end -= end > start and bool(_BAR.match(text, end - 1))
    edges = [start, *(edge for found in _BAR.finditer(text, start, end) for edge in found.span()), end]
    return [_trimmed(line, *edges[at : at + 2]) for at in range(0, len(edges), 2)]


def _is_barred(text: str) -> bool:
    return len(text) > 1 and text.startswith("|") and bool(_BAR.match(text, len(text) - 1))


def _trimmed(line: Passage, start: int, end: int) -> Passage:
    own = line.text[start:end]
    bare = own.strip()
    first = start + (len(own) - len(own.lstrip()) if bare else 0)
    return line.part(first, first + len(bare))


def _begin(line: Passage) -> Passage:
    return line.part(len(line.text) - len(line.text.lstrip()), len(line.text))
