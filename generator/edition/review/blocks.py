"""A report's words block by block, as a reviser reads them: nodes in; lines and paragraphs with their numbers printed out.

A block is a line of text, or a paragraph, a heading, an item or a note of one; tables and pictures are left out. Each character of it
knows the author's own that it is printed for, so that what is revised in print is changed in the source, and what is not stays as it
was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from generator.content.inline import ESCAPED
from generator.content.short_text import SHIFT
from generator.content.slips.stray_marks import ADDRESS
from generator.edition.review.printing import printed
from generator.edition.texts import Form, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.content.nodes import Scalar
    from generator.content.reader import Opened
    from generator.diagnostics import Span
    from generator.edition.texts import Path, Text

PARTS = frozenset({"report", "about", "overview", "themes", "history", "outlook", "closing", "sections"})
"""The parts that are revised as text; definitions and decisions are their owners'."""
SHORT = 10
"""Characters of a digest that tell a few hundred blocks apart."""

_LEAD = re.compile(r"[ \t]*(?:(?P<mark>#{1,6}|[-*+>]|[0-9]{1,9}[.)]|\[\^[^\[\]\s^]{1,20}\][:：])(?:[ \t]+|(?<=[:：])))?")
_KINDS = {"#": "heading", "-": "item", "*": "item", "+": "item", ">": "quote", "[": "note"}
_LEFT_OUT = re.compile(r"[ \t]*(?:\||!\[[^\[\]\n]*\]\([^\n]*\)[ \t]*$|表[：:][^\n]*\n[ \t]*\|)", re.MULTILINE)
"""How the lines of a table and of a picture begin."""
_ATOM = re.compile(
    rf"\\(?P<escaped>[{ESCAPED}（）()])|(?P<reference>【[^【】\n]*】)|(?P<strong>\*\*)|(?P<note>\[\^[^\[\]\s^]{{1,20}}\])"
    rf"|(?P<opens>\[)(?=[^\[\]\n]{{1,200}}\]\({ADDRESS}\))|(?P<closes>\]\({ADDRESS}\))"
    rf"|{SHIFT}"
    r"|(?P<blank>[ \t]*\n[ \t]*)|(?P<char>.)"
)

_UNPRINTED = frozenset({"strong", "note", "opens", "closes"})


class Atom(NamedTuple):
    """A character in print, or a whole number: what it says, the author's characters for it, and the figure, "" for none."""

    text: str
    source: str
    figure: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What two atoms are alike by: a number by its reference, a character by itself."""
        return (self.text, self.source if self.figure else "")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of words: the text that it is of, its kind, and its characters in the text's, from `start` to `end`."""

    id: str
    path: Path
    form: Form
    kind: str
    scalar: Scalar
    start: int
    end: int
    atoms: tuple[Atom, ...]

    @property
    def printed(self) -> str:
        """The block as it is read."""
        return "".join(atom.text for atom in self.atoms)

    @property
    def state(self) -> str:
        """What tells this wording from another."""
        return digest(self.printed)

    @property
    def span(self) -> Span:
        """Where it begins in the file."""
        return self.scalar.passage().span(self.start)


def digest(text: str) -> str:
    """Return a few characters that stand for a text."""
    return sha256(text.encode()).hexdigest()[:SHORT]


def blocks(opened: Opened) -> tuple[Block, ...]:
    """Return the blocks of a report's text, in the order in which it is read."""
    prints = printed(opened.report)
    return tuple(one for text in texts(opened.root) if text.path[0] in PARTS for one in _blocks(text, prints))


def _blocks(text: Text, prints: Mapping[Span, str]) -> Iterator[Block]:
    own = text.scalar.text
    ranges = _paragraphs(own) if text.form is Form.PROSE else [("line", *_trimmed(own, 0, len(own)))]
    for number, (kind, start, end) in enumerate(ranges):
        name = "/".join(map(str, (*text.path, number)))
        atoms = tuple(_atoms(text.scalar, start, end, prints))
        yield Block(digest(name), text.path, text.form, kind, text.scalar, start, end, atoms)


def _paragraphs(own: str) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of each paragraph of a prose: lines that follow one another are one, a mark begins another."""
    at, held = 0, None
    for line in own.split("\n"):
        lead = _LEAD.match(line)
        mark, first = (lead["mark"] or "", at + lead.end()) if lead else ("", at)
        out = bool(_LEFT_OUT.match(own, at))
        if held and (mark or out or not line.strip() or held[0] == "heading"):
            yield (held[0], *_trimmed(own, held[1], held[2]))
            held = None
        if line.strip() and not out:
            kind = _KINDS.get(mark[:1], "item" if mark else "text")
            held = (held[0], held[1], at + len(line)) if held else (kind, first, at + len(line))
        at += len(line) + 1
    if held:
        yield (held[0], *_trimmed(own, held[1], held[2]))


def _trimmed(own: str, start: int, end: int) -> tuple[int, int]:
    part = own[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _atoms(scalar: Scalar, start: int, end: int, prints: Mapping[Span, str]) -> Iterator[Atom]:
    """Yield the characters of a block; marks that print nothing go with the one before them, or with the first."""
    passage = scalar.passage()
    waiting = ""
    made: list[Atom] = []
    strong = False
    for found in _ATOM.finditer(scalar.text, start, end):
        source, kind = found[0], found.lastgroup or "char"
        if kind in _UNPRINTED:
            strong = strong != (kind == "strong")
            if kind == "opens" or (kind == "strong" and strong) or not made:
                waiting += source
            else:
                made[-1] = made[-1]._replace(source=made[-1].source + source)
            continue
        figure = source[1:-1] if kind == "reference" else ""
        said = prints.get(passage.span(found.start()), source) if figure else _said(kind, found, scalar.text)
        if not said:
            waiting += source
            continue
        made.append(Atom(said, waiting + source, figure if said != source else ""))
        waiting = ""
    yield from made


def _said(kind: str, found: re.Match[str], own: str) -> str:
    """Return what is printed for characters of the source: a line end between Latin words is a space, between Han nothing."""
    if kind != "blank":
        return found[kind]
    before, after = own[found.start() - 1 : found.start()], own[found.end() : found.end() + 1]
    return " " if before.isascii() and after.isascii() else ""


def characters_of(source: str) -> Iterator[str]:
    """Yield what an author's characters are read as: a reference whole, any other by itself; marks that print nothing are none."""
    for found in _ATOM.finditer(source):
        kind = found.lastgroup or "char"
        said = "" if kind in _UNPRINTED else _said(kind, found, source)
        if said:
            yield said


def marked(line: str) -> bool:
    """Tell whether a line would begin as a heading, an item or a quotation."""
    lead = _LEAD.match(line)
    return bool(lead and lead["mark"])
