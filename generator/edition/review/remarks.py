"""What those who revise say beside the text of a review copy: its comments and notes by their ids. A package in; remarks out.

ECMA-376 Part 1, 17.11 (footnotes, endnotes) and 17.13.4 (comments).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.edition.wordprocessing import Listener, hear, local

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.inspection.package import Package

COMMENT = "comment"
PARTS = {COMMENT: "word/comments.xml", "footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
"""Where the remarks of each kind stand; the element of one, and that of its mark in the text, are named after the kind."""
REFERENCES = {f"{kind}Reference": kind for kind in PARTS}


class Key(NamedTuple):
    """Of which kind a remark is, and its id among these."""

    kind: str
    id: str


class Remark(NamedTuple):
    """What a comment or a note says; notes have no author."""

    kind: str
    author: str
    text: str


def remarks(package: Package) -> Mapping[Key, Remark]:
    """Return the comments and notes of a document that say something. Raises UnreadableError."""
    found: dict[Key, Remark] = {}
    for kind, part in PARTS.items():
        if package.has(part):
            heard = _Remarks(kind)
            hear(package, part, heard)
            found |= heard.found
    return found


class _Remarks(Listener):
    """Gathers the remarks of one kind."""

    def __init__(self, kind: str) -> None:
        self.found: dict[Key, Remark] = {}
        self._kind, self._key, self._author = kind, Key(kind, ""), ""
        self._words: list[str] = []
        self._text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name == self._kind:
            own = {local(key): value for key, value in attributes.items()}
            self._key, self._author = Key(self._kind, own.get("id", "")), own.get("author", "")
            self._words = []
        self._text = name == "t"

    def end(self, tag: str) -> None:
        self._text = False
        if local(tag) == "p":
            self._words.append(" ")
        elif local(tag) == self._kind and (text := " ".join("".join(self._words).split())):
            self.found[self._key] = Remark(self._kind, self._author, text)

    def words(self, data: str) -> None:
        if self._text:
            self._words.append(data)
