"""Where things stand in the author's own file: nodes of the content in; offsets of its characters, and edits that put in a line, out.

The content's nodes know their places in a text without BOM, with LF line ends and in NFC, in which slips may have been mended. A place
told by line and column is the same in both, so that each goes over by its span.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.content.nodes import Mapping, Node, Scalar
from generator.edition.edits import BOM, LINE_END, Edit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from generator.content.nodes import Entry
    from generator.diagnostics import Span

_CLOSING = re.compile(r"[\]}]")


def characters(path: Path) -> str:
    """Return the characters of a file as they are, BOM and line ends included."""
    return path.read_bytes().decode("utf-8")


def data(text: str) -> bytes:
    """Return the bytes of a file's characters."""
    return text.encode("utf-8")


@dataclass(frozen=True)
class Places:
    """The places of one file, `text` being its characters as they are."""

    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line begins."""
        head = len(BOM) if self.text.startswith(BOM) else 0
        return (head, *(found.end() for found in LINE_END.finditer(self.text)))

    def offset(self, span: Span) -> int:
        """Return where the character of a span stands."""
        start, column = self.starts[span.line - 1], span.column - 1
        line = self.text[start : self.line_end(start)]
        if unicodedata.is_normalized("NFC", line):
            return start + min(column, len(line))
        composed = (len(unicodedata.normalize("NFC", line[:at])) for at in range(len(line) + 1))
        return start + max((at for at, count in enumerate(composed) if count <= column), default=0)

    def line_end(self, at: int) -> int:
        """Return where the line of a character ends, before its line end."""
        found = LINE_END.search(self.text, at)
        return found.start() if found else len(self.text)

    def line_start(self, at: int) -> int:
        """Return where the line of a character begins."""
        return max(start for start in self.starts if start <= at)

    def scalar(self, node: Scalar) -> tuple[int, int]:
        """Return where a scalar begins and ends, its quotes or block header included."""
        return self.offset(node.span), self.offset(node.file.span(node.end))

    def part(self, node: Scalar, start: int, end: int) -> tuple[int, int]:
        """Return where characters of a scalar's text begin and end."""
        places = node.places()
        if start == end:
            at = self.offset(node.file.span(places[start]))
            return at, at
        return self.offset(node.file.span(places[start])), self.offset(node.file.span(places[end - 1])) + 1

    def indent(self, at: int) -> str:
        """Return the white space before the first character of a line."""
        line = self.text[self.line_start(at) : self.line_end(at)]
        return line[: len(line) - len(line.lstrip(" "))]

    def last(self, node: Node) -> int:
        """Return where the last character of a node ends; a line's comment is not its own."""
        while not isinstance(node, Scalar):
            held = [entry.value for entry in node.entries] if isinstance(node, Mapping) else list(node.items)
            if not held:
                return self._closed(self.offset(node.span))
            node, above = held[-1], node
            if self.is_flow(above):
                return self._closed(self.last(node))
        start, end = self.scalar(node)
        return start + len(self.text[start:end].rstrip())

    def is_flow(self, node: Node) -> bool:
        """Tell whether a node is written in brackets or braces."""
        return not isinstance(node, Scalar) and self.text[self.offset(node.span)] in "[{"

    def after(self, entry: Entry, mapping: Mapping, line: str) -> Edit:
        """Return the edit that puts a key with its value (`2021年: 待更新`) after an entry of a mapping, indented as it is.

        In braces it comes after a comma; in lines below the entry's last one, its comment included.
        """
        end = self.last(entry.value)
        if self.is_flow(mapping):
            return Edit(end, end, f", {line}")
        begin = self.offset(entry.key.span)
        place = self.line_end(end)
        return Edit(place, place, f"\n{self.indent(begin)}{line}")

    def without(self, keys: Collection[str], mapping: Mapping) -> Iterator[Edit]:
        """Yield the edits that take keys with their values out of a mapping which keeps another; their comments stay."""
        is_head, entries = True, mapping.entries
        for at, entry in enumerate(entries):
            is_head = is_head and entry.key.text in keys
            if entry.key.text in keys:
                begin, end = self.offset(entry.key.span), self.last(entry.value)
                if not self.is_flow(mapping):
                    yield self._line(begin, end)
                elif is_head:
                    yield from self._out(begin, end, end, self.offset(entries[at + 1].key.span))
                else:
                    yield from self._out(begin, end, self.last(entries[at - 1].value), begin)

    def _line(self, begin: int, end: int) -> Edit:
        """Return the edit that takes out a line, or of one with a comment all but that."""
        close = self.line_end(end)
        if self.text[end:close].strip():
            return Edit(begin, end, "")
        after = LINE_END.match(self.text, close)
        start = self.line_start(begin)
        return Edit(start, after.end(), "") if after else Edit(self._before(start), close, "")

    def _before(self, start: int) -> int:
        """Return where the line before one ends."""
        line = self.text[:start]
        return len(line.removesuffix("\n").removesuffix("\r"))

    def _out(self, begin: int, end: int, left: int, right: int) -> Iterator[Edit]:
        """Yield the edits that take out what stands in braces, with the comma between `left` and `right`."""
        between = self.text[left:right]
        if LINE_END.search(between):
            comma = left + between.index(",")
            yield from sorted((Edit(begin, end, ""), Edit(comma, comma + 1, "")), key=lambda one: one.start)
        else:
            yield Edit(min(begin, left), max(end, right), "")

    def _closed(self, at: int) -> int:
        """Return the end of the bracket that closes next."""
        found = _CLOSING.search(self.text, at)
        return found.end() if found else at
