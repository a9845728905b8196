"""A Word document as paragraphs: its main part by zip and expat. Path in; blocks out.

What an accepted revision leaves is read: inserted words are, deleted ones (w:delText) are not (ECMA-376 Part 1, 17.13.5).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.edition.wordprocessing import BODY, Listener, hear, local
from generator.inspection.package import Package

if TYPE_CHECKING:
    from pathlib import Path

    from generator.edition.trace.plain import Block

_HEADING = re.compile("Title|Subtitle|[Hh]eading ?[1-9]|标题.*|[1-6]")
"""Names and numbers of heading styles as Word and WPS write them."""
_SPACES = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


class _Body(Listener):
    """Gathers paragraphs; one within another (a text box) stands before it."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._open: list[list[str]] = []
        self._heading: list[bool] = []
        self._text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name == "p":
            self._open.append([])
            self._heading.append(False)
        elif name == "pStyle" and self._open:
            style = next((value for key, value in attributes.items() if local(key) == "val"), "")
            self._heading[-1] = _HEADING.fullmatch(style) is not None
        elif name in _SPACES and self._open:
            self._open[-1].append(_SPACES[name])
        self._text = name == "t"

    def end(self, tag: str) -> None:
        self._text = False
        if local(tag) == "p" and self._open:
            self.found.append(("".join(self._open.pop()), self._heading.pop()))

    def words(self, data: str) -> None:
        if self._text and self._open:
            self._open[-1].append(data)


def document(path: Path) -> list[Block]:
    """Return the paragraphs of a document, headings marked. Raises UnreadableError for what is none."""
    body = _Body()
    hear(Package.open(path), BODY, body)
    return body.found
