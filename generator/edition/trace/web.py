"""A page of the web as paragraphs, by the standard library's parser: nothing is fetched and no script is run. Bytes in; blocks out."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from generator.edition.trace.plain import Block, decoded

BLOCKS = frozenset(
    """address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul""".split()  # noqa: SIM905  # words read better than a list
)
"""Elements that begin and end a block of text (HTML Living Standard, 15.3)."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "title"})
UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea"})
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

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen.append(tag)
        elif tag in BLOCKS:
            self._end_block()
            self._heading = tag in HEADINGS
            if tag == "body":
                self._unseen.clear()

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN and tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        elif tag in BLOCKS:
            self._end_block()
            self._heading = False

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> None:
        self.found.append(("".join(self._words), self._heading))
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
