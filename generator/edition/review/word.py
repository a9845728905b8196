"""A revised Word document as a stranger reads it: file in; the words of each block out, all tracked changes accepted.

Read by zip and expat (ECMA-376 Part 1, 17.13.5): what was inserted or moved to counts, what was deleted or moved from does not, and a
paragraph whose mark was deleted goes on in the next. Macros, document types and with them every entity, and parts that unpack to
more than a text ever takes are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import said
from generator.edition.review.remarks import REFERENCES, Key, Remark, remarks
from generator.edition.review.writing import MARK, NAME, NUMBER
from generator.edition.wordprocessing import BODY, Listener, hear, local
from generator.inspection.damage import UnreadableError
from generator.inspection.package import Package

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

STYLES = "word/styles.xml"
FRAME = frozenset({"title", "heading 1", "jbhow", "jblabel"})
"""Styles, in small letters, of what the copy says itself."""
MOST_BYTES, MOST_PARTS = 30_000_000, 2000
"""A file that is larger, or has more parts, is no text to revise."""

FALLBACK = "Fallback"
_GONE = frozenset({"del", "moveFrom", "instrText", FALLBACK})
_NO_ROW = -1
_MARK_GONE = frozenset({"del", "moveFrom"})
"""On the mark of a paragraph: what goes on in the next (ECMA-376 Part 1, 17.13.5.15 and 17.13.5.21)."""
_MARK = re.compile(rf"{MARK}(?P<id>[0-9a-f]{{10}})_(?P<state>[0-9a-f]{{10}})")
_MACROS = re.compile(r"vba(?:Project|Data)|\.bin$|macroEnabled", re.IGNORECASE)
_BLANKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Token(NamedTuple):
    """Words, or a number with its figure as it was named behind it."""

    text: str
    figure: str = ""
    is_number: bool = False


@dataclass(slots=True)
class Revised:
    """What came back of a block: how it read when it went out, and its paragraphs; `joined` where another runs on in it.

    `remarks` are the comments and notes whose marks stand in it.
    """

    state: str
    paragraphs: list[list[Token]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    joined: bool = False
    open: bool = False
    """Whether the line that it begins in is still being read."""

    @property
    def words(self) -> str:
        """All that it says."""
        return "\n".join("".join(token.text for token in one) for one in self.paragraphs)


def revised(path: Path) -> dict[str, Revised]:
    """Return the blocks of a review copy by their ids, in the order in which they came back. Raises UnreadableError, and OSError."""
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableError(said("damage.too-large", part=path.name))
    package = Package.open(path)
    if len(package.names) > MOST_PARTS:
        raise UnreadableError(said("damage.too-large", part=path.name))
    if any(_MACROS.search(name) for name in package.names) or b"macroEnabled" in package.read("[Content_Types].xml"):
        raise UnreadableError(said("review.macros"))
    body = _Body(_styles(package), remarks(package))
    hear(package, BODY, body)
    return body.blocks


def _styles(package: Package) -> dict[str, str]:
    """Return the names of styles by their ids: programs that save a document anew number the ids as they like."""
    sheet = _Styles()
    if package.has(STYLES):
        hear(package, STYLES, sheet)
    return sheet.names


class _Styles(Listener):
    """Gathers the names of styles."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._id = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        own = _own(attributes)
        if _name(tag) == "style":
            self._id = own.get("styleId", "")
        elif _name(tag) == "name" and self._id:
            self.names.setdefault(self._id, own.get("val", ""))


class _Body(Listener):
    """Gathers the blocks as the document is read from its first element to its last.

    What follows a block belongs to it, up to the next: who types a paragraph after it stands behind its bookmark. The copy's own
    headings and labels belong to none.
    """

    def __init__(self, styles: dict[str, str], remarked: Mapping[Key, Remark]) -> None:
        self.blocks: dict[str, Revised] = {}
        self._styles, self._remarks = styles, remarked
        self._block: Revised | None = None
        self._way: list[str] = []
        self._gone, self._row = 0, _NO_ROW
        self._style = ""
        self._line: list[Token] = []
        self._goes_on = self._is_frame = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name, own = _name(tag), _own(attributes)
        if name in _MARK_GONE and self._way[-2:] == ["pPr", "rPr"]:
            self._goes_on = True
        if name == "del" and self._way[-1:] == ["trPr"]:
            self._gone, self._row = self._gone + 1, len(self._way) - len(("tr", "trPr"))
        self._gone += name in _GONE
        if name == "r":
            self._style = ""
        elif name == "rStyle":
            self._style = self._named(own)
        elif name == "pStyle":
            self._is_frame = self._named(own).lower() in FRAME
        elif name == "bookmarkStart" and (found := _MARK.fullmatch(own.get("name", ""))):
            self._mark(found)
        elif name in REFERENCES and self._block and not self._gone:
            self._remark(Key(REFERENCES[name], own.get("id", "")), self._block)
        elif name in _BLANKS and self._way[-1:] == ["r"]:
            self._add(_BLANKS[name])
        self._way.append(name)

    def end(self, tag: str) -> None:
        name = _name(tag)
        self._way.pop()
        self._gone -= name in _GONE
        if len(self._way) == self._row:
            self._gone, self._row = self._gone - 1, _NO_ROW
        if name == "p" and "p" not in self._way and not self._goes_on:
            self._close()
            self._is_frame = False
        if name == "p":
            self._goes_on = False

    def words(self, data: str) -> None:
        if self._way[-1:] == ["t"]:
            self._add(data)

    def _named(self, own: dict[str, str]) -> str:
        return self._styles.get(own.get("val", ""), own.get("val", ""))

    def _mark(self, found: re.Match[str]) -> None:
        """Begin a block; what of the line stands before it is its own where nothing of another block is in it."""
        if self._gone or found["id"] in self.blocks:
            return
        before, self._block = self._block, Revised(found["state"])
        self.blocks[found["id"]] = self._block
        if before and before.open:
            if any(token.text.strip() for token in self._line):
                before.joined = self._block.joined = True
            before.paragraphs.append(self._line)
            before.open, self._line = False, []
        self._block.open = True

    def _remark(self, key: Key, block: Revised) -> None:
        if key in self._remarks:
            block.remarks.append(self._remarks[key])

    def _close(self) -> None:
        """End a line."""
        if self._block and not self._is_frame and any(token.text.strip() for token in self._line):
            self._block.paragraphs.append(self._line)
        if self._block:
            self._block.open = False
        self._line = []

    def _add(self, text: str) -> None:
        if self._gone:
            return
        line = self._line
        last = line[-1] if line else Token("")
        if self._style == NAME:
            if last.is_number:
                line[-1] = last._replace(figure=last.figure + text)
        elif self._style == NUMBER and not (last.is_number and not last.figure):
            line.append(Token(text, "", is_number=True))
        elif line and (self._style == NUMBER) == last.is_number:
            line[-1] = last._replace(text=last.text + text)
        else:
            line.append(Token(text))


def _own(attributes: dict[str, str]) -> dict[str, str]:
    return {_name(key): value for key, value in attributes.items()}


def _name(tag: str) -> str:
    """Return the local name of what is of WordprocessingML, and of an alternative for older programs, whose words are told twice."""
    return local(tag) or (FALLBACK if tag.rpartition(" ")[2] == FALLBACK else "")
