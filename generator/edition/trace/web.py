"""A page of the web as paragraphs, by the standard library's parser: nothing is fetched and no script is run. Bytes in; blocks out."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from generator.edition.trace.plain import decoded
from generator.edition.trace.tables import Block, Tables

BLOCKS = frozenset(
    """address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul""".split()  # noqa: SIM905  # words read better than a list
)
"""Elements that begin and end a block of text (HTML Living Standard, 15.3)."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "title"})
UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea", "del", "s", "strike"}
)
CELLS = frozenset({"td", "th"})
MOST_COLUMNS = 200
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_HEAD = 4096


class _Blocks(HTMLParser):
    """Gathers blocks of text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self._words: list[str] = []
        self._unseen: list[str] = []
        self._heading = False
        self._tables, self._span, self._cell = Tables(), 1, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen.append(tag)
        elif tag in BLOCKS:
            self._end_block()
            self._heading = tag in HEADINGS
            if tag == "body":
                self._unseen.clear()
            self._begin_part(tag, dict(attrs))

    def _begin_part(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Begin a part of a table; a cell and a row end where the next begins, for their end tags may be left out."""
        if tag == "table":
            self._tables.begin()
        elif tag in CELLS or tag == "tr":
            self._end_cell()
        if tag == "tr":
            self._tables.row()
        elif tag in CELLS:
            wide = attributes.get("colspan") or ""
            self._cell, self._span = True, min(int(wide), MOST_COLUMNS) if wide.isdecimal() else 1

    def _end_cell(self) -> None:
        if self._cell:
            self._tables.end_cell(self._span)
        self._cell = False

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN and tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        elif tag in BLOCKS:
            self._end_block()
            self._heading = False
            if tag in CELLS or tag in {"tr", "table"}:
                self._end_cell()
            if tag == "table":
                self._tables.end()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> None:
        self.found.append(self._tables.block("".join(self._words), heading=self._heading))
        self._words.clear()


def page(data: bytes) -> Iterator[Block]:
    """Yield the blocks of a page's body, headings marked."""
    named = _CHARSET.search(data[:_HEAD])
    try:
        text = data.decode(named[1].decode("ascii")) if named else decoded(data)
    except (LookupError, UnicodeDecodeError):
        text = decoded(data)
    parser = _Blocks()
    parser.feed(text)
    parser.close()
    yield from parser.found
