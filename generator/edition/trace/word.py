"""A Word document as paragraphs: its main part by zip and expat. Path in; blocks out.

What an accepted revision leaves is read: inserted words are, deleted ones (w:delText) are not (ECMA-376 Part 1, 17.13.5). A document type,
and so every entity, is refused, as Part 2, 9.1.4 of the standard does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from generator.diagnostics import said
from generator.inspection.damage import UnreadableError
from generator.inspection.package import Package

if TYPE_CHECKING:
    from pathlib import Path

    from generator.edition.trace.plain import Block

PART = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_HEADING = re.compile("Title|Subtitle|[Hh]eading ?[1-9]|标题.*|[1-6]")
"""Names and numbers of heading styles as Word and WPS write them."""
_SPACES = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


class _Body:
    """Gathers paragraphs; one within another (a text box) stands before it."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._open: list[list[str]] = []
        self._heading: list[bool] = []
        self._text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _name(tag)
        if name == "p":
            self._open.append([])
            self._heading.append(False)
        elif name == "pStyle" and self._open:
            style = next((value for key, value in attributes.items() if _name(key) == "val"), "")
            self._heading[-1] = _HEADING.fullmatch(style) is not None
        elif name in _SPACES and self._open:
            self._open[-1].append(_SPACES[name])
        self._text = name == "t"

    def end(self, tag: str) -> None:
        self._text = False
        if _name(tag) == "p" and self._open:
            self.found.append(("".join(self._open.pop()), self._heading.pop()))

    def words(self, data: str) -> None:
        if self._text and self._open:
            self._open[-1].append(data)


def document(path: Path) -> list[Block]:
    """Return the paragraphs of a document, headings marked. Raises UnreadableError for what is none."""
    data, body = Package.open(path).read(PART), _Body()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = body.start, body.end, body.words
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own
    except expat.ExpatError as fault:
        raise UnreadableError(said("damage.no-xml", part=PART)) from fault
    return body.found


def _refuse(*_declared: object) -> None:
    raise UnreadableError(said("damage.no-xml", part=PART))


def _name(tag: str) -> str:
    """Return the local name of an element of WordprocessingML, "" for any other's."""
    space, _, name = tag.rpartition(" ")
    return name if space in (_W, _STRICT) else ""
