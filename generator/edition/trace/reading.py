"""Sources read as paragraphs, whatever their format: a file in; a document out, or why it cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity, said, why
from generator.edition.trace import plain, portable, web, word
from generator.edition.trace.cleaning import cleaned
from generator.edition.trace.model import Document, Paragraph
from generator.edition.trace.tables import Block, Tables
from generator.inspection.damage import DAMAGE, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MOST_BYTES = 64_000_000
"""A larger file is no source to read."""

_TEXTS: dict[str, Callable[[bytes], Iterable[Block]]] = {
    ".txt": plain.lines,
    ".md": plain.markdown,
    ".markdown": plain.markdown,
    ".html": web.page,
    ".htm": web.page,
}
SUFFIXES = (*_TEXTS, ".pdf", ".docx")
"""The formats that are read."""


def read(source: str, path: Path) -> Document | Diagnostic:
    """Return a source as paragraphs under the name by which the content cites it, or why it cannot be read."""
    kind = path.suffix.lower()
    if kind not in SUFFIXES:
        return _refusal(path, "kind", kinds=tuple(one.removeprefix(".") for one in SUFFIXES))
    try:
        if path.stat().st_size > MOST_BYTES:
            return _refusal(path, "large")
        paragraphs = tuple(_numbered(_blocks(path, kind)))
    except OSError as fault:
        return Diagnostic(Severity.ERROR, said("bad-trace.unreadable", file=str(path), why=why(fault)))
    except DAMAGE as fault:
        return Diagnostic(Severity.ERROR, said("bad-trace.unreadable", file=str(path), why=reason(fault)))
    return Document(source, path.name, paragraphs) if paragraphs else _refusal(path, "empty")


def _refusal(path: Path, why_not: str, **values: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(Severity.ERROR, said(f"bad-trace.{why_not}", file=str(path), **values))


def _blocks(path: Path, kind: str) -> Iterator[tuple[Block, int]]:
    """Yield the blocks of a file with their pages, 0 where it has none."""
    if kind == ".pdf":
        yield from _parts(path)
    else:
        blocks = word.document(path) if kind == ".docx" else _TEXTS[kind](path.read_bytes())
        yield from ((block, 0) for block in blocks)


def _parts(path: Path) -> Iterator[tuple[Block, int]]:
    """Yield the paragraphs of a PDF and the rows of its tables, each of which is one cell."""
    tables = Tables()
    for part in portable.document(path):
        if not part.row:
            tables.end()
        elif not tables.inside:
            tables.begin()
        tables.row()
        yield tables.block(part.text), part.page
        tables.end_cell()


def _numbered(blocks: Iterable[tuple[Block, int]]) -> Iterator[Paragraph]:
    """Yield what says something under its number; a heading is none of the paragraphs that people count."""
    number = 0
    for block, page in blocks:
        if words := cleaned(block.text):
            number += not block.heading
            yield Paragraph(number, words, page, block.heading, tuple(map(cleaned, block.heads)))
