"""Plain text and Markdown as paragraphs: bytes in; blocks out.

A line of plain text is a paragraph, as articles are pasted; in Markdown lines are one paragraph up to a blank one (CommonMark 0.31, 4.8).
"""

import codecs
import re
from collections.abc import Iterator

from generator.edition.trace.tables import Block, Tables

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_ALONE = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s|\s*>")
"""What begins a paragraph without a blank line before it: an item, a quotation."""
_ROW, _RULE, _CELLS = re.compile(r"\s*\|.*"), re.compile(r"[\s|:-]+"), re.compile(r"(?<!\\)\|")
_NOTE = re.compile(r"^\[\^[^\]]*\]:\s*")
"""What begins a note at the foot."""
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*")
_MARKUP = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__|\*|`|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"^\s*(?:#{1,6}|[-*+>]|\d{1,9}[.)])\s+|\s#+\s*$"), ""),
    (_NOTE, ""),
)


def decoded(data: bytes) -> str:
    """Return the characters of a file: by its byte order mark, else UTF-8, else GB 18030 (which holds GBK and GB 2312)."""
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if marked:
        return data.decode(marked, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def lines(data: bytes) -> Iterator[Block]:
    """Yield the lines of a plain text."""
    yield from (Block(line) for line in decoded(data).splitlines())


def markdown(data: bytes) -> Iterator[Block]:
    """Yield the blocks of a Markdown text, without its marks; of a table its cells."""
    block: list[str] = []
    tables = Tables()
    for line in [*decoded(data).splitlines(), ""]:
        heads, row = _HEADING.match(line) is not None, _ROW.fullmatch(line) is not None
        if block and _UNDERLINE.fullmatch(line):
            yield tables.block(_bare(block), heading=True)
            block = []
            continue
        if block and (heads or row or not line.strip() or _ALONE.match(line)):
            yield tables.block(_bare(block))
            block = []
        if heads:
            yield tables.block(_bare([line]), heading=True)
        elif row:
            yield from _row(line, tables)
        elif line.strip():
            block.append(line)
        if not row:
            tables.end()


def _row(line: str, tables: Tables) -> Iterator[Block]:
    """Yield the cells of a row; the rule under the head of a table is none."""
    if _RULE.fullmatch(line):
        return
    if not tables.inside:
        tables.begin()
    tables.row()
    for cell in _CELLS.split(line.strip().strip("|")):
        yield tables.block(_without_marks(cell.strip()))
        tables.end_cell()


def _bare(block: list[str]) -> str:
    return " ".join(_without_marks(line) for line in block)


def _without_marks(line: str) -> str:
    for pattern, kept in _MARKUP:
        line = pattern.sub(kept, line)
    return line
