"""A Word document as paragraphs: its main part by zip and expat, then its notes. Path in; blocks out.

What an accepted revision leaves is read: inserted words are, deleted ones and those that were moved away are not (ECMA-376 Part 1,
17.13.5).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.edition.trace.tables import Tables
from generator.edition.wordprocessing import BODY, Listener, hear, local
from generator.inspection.package import Package

if TYPE_CHECKING:
    from pathlib import Path

    from generator.edition.trace.tables import Block

_HEADING = re.compile("Title|Subtitle|[Hh]eading ?[1-9]|标题.*|[1-6]")
"""Names and numbers of heading styles as Word and WPS write them."""
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
GONE = frozenset({"del", "moveFrom"})
"""What an accepted revision takes out."""
MOST_COLUMNS = 200
_SPACES = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


class _Body(Listener):
    """Gathers paragraphs; one within another (a text box) stands before it."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._open: list[list[str]] = []
        self._heading: list[bool] = []
        self._text = False
        self._gone = 0
        self._tables, self._span = Tables(), 1

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        self._gone += name in GONE
        self._begin_part(name, attributes)
        if name == "p":
            self._open.append([])
            self._heading.append(False)
        elif name == "pStyle" and self._open:
            self._heading[-1] = _HEADING.fullmatch(_value(attributes)) is not None
        elif name in _SPACES and self._open:
            self._open[-1].append(_SPACES[name])
        self._text = name == "t" and not self._gone

    def _begin_part(self, name: str, attributes: dict[str, str]) -> None:
        if name == "tbl":
            self._tables.begin()
        elif name == "tr":
            self._tables.row()
        elif name == "tc":
            self._span = 1
        elif name == "gridSpan" and (wide := _value(attributes)).isdecimal():
            self._span = min(int(wide), MOST_COLUMNS)

    def end(self, tag: str) -> None:
        name = local(tag)
        self._text = False
        self._gone -= name in GONE
        if name == "p" and self._open:
            self.found.append(self._tables.block("".join(self._open.pop()), heading=self._heading.pop()))
        elif name == "tc":
            self._tables.end_cell(self._span)
        elif name == "tbl":
            self._tables.end()

    def words(self, data: str) -> None:
        if self._text and self._open:
            self._open[-1].append(data)


def _value(attributes: dict[str, str]) -> str:
    return next((value for key, value in attributes.items() if local(key) == "val"), "")


def document(path: Path) -> list[Block]:
    """Return the paragraphs of a document and of its notes, headings marked. Raises UnreadableError for what is none."""
    package = Package.open(path)
    found: list[Block] = []
    for part in (BODY, *(one for one in NOTES if one in package.names)):
        body = _Body()
        hear(package, part, body)
        found += body.found
    return found
