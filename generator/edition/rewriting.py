"""Texts of a content written anew in the author's own file: changes of characters in; edits by span out that read as they are meant.

Whatever an author's quotes, escapes and indents make of a change, it is read again before it counts: the whole file must say what it
said, but for the texts that were changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.content.nodes import Mapping, Node, Scalar, Sequence
from generator.content.reader import read_text
from generator.diagnostics import Diagnostic, Severity
from generator.edition.edits import BOM, Edit, apply
from generator.edition.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition.texts import Path


_LINE = re.compile("\n(?!\n)")
"""Ends a line before one with words; a blank line has no indent."""
LITERAL = "|"
"""The style of a block whose lines stand as they are."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A text of the file that is to read otherwise."""

    path: Path
    scalar: Scalar
    text: str


def edits(own: str, root: Mapping, rewrites: Iterable[Rewrite]) -> tuple[tuple[Edit, ...], tuple[Rewrite, ...]]:
    """Return the edits of a file's own characters that rewrite its texts, and the texts that cannot be: none is written halfway."""
    wanted, places = tuple(rewrites), Places(own)
    by_characters = [tuple(_parts(one, places)) for one in wanted]
    if _reads(own, root, wanted, by_characters):
        return tuple(edit for one in by_characters for edit in one), ()
    made, left = list[Edit](), list[Rewrite]()
    for one, parts in zip(wanted, by_characters, strict=True):
        ways = (parts, *(((_lines(one, places),),) if one.scalar.style == LITERAL else ()), (_quoted(one, places),))
        way = next((way for way in ways if _reads(own, root, (one,), [way])), None)
        made += way or ()
        left += () if way else (one,)
    return tuple(made), tuple(left)


def _parts(one: Rewrite, places: Places) -> Iterator[Edit]:
    """Yield the fewest characters that make one text of another."""
    old = one.scalar.text
    newline = f"\n{_indent(one.scalar, places)}"
    for kind, start, end, first, last in SequenceMatcher(None, old, one.text, autojunk=False).get_opcodes():
        if kind != "equal":
            begin, close = places.part(one.scalar, start, end)
            yield Edit(begin, close, _LINE.sub(newline, one.text[first:last]))


def _indent(scalar: Scalar, places: Places) -> str:
    """Return the indent of a block's lines."""
    return places.indent(places.offset(scalar.file.span(scalar.places()[0])))


def _lines(one: Rewrite, places: Places) -> Edit:
    """Return the whole text as the lines of its literal block (YAML 1.1, 9.2), under the header that it has."""
    begin, end = places.scalar(one.scalar)
    own, indent = places.text[begin:end], _indent(one.scalar, places)
    start = begin + len(own.splitlines()[0])
    lines = (f"{indent}{line}" if line else "" for line in one.text.rstrip("\n").split("\n"))
    return Edit(start, begin + len(own.rstrip()), "\n" + "\n".join(lines))


def _quoted(one: Rewrite, places: Places) -> Edit:
    """Return the whole text in double quotes, on one line, as YAML 1.1 escapes it (5.7)."""
    begin, end = places.scalar(one.scalar)
    own = places.text[begin:end]
    said = one.text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return Edit(begin, begin + len(own.rstrip()), f'"{said}"')


def _reads(own: str, root: Mapping, wanted: Iterable[Rewrite], made: Iterable[Iterable[Edit]]) -> bool:
    """Tell whether a file with its edits says what is wanted, and else what it said; a file that has to be guessed at does not."""
    read = read_text(apply(own, (edit for one in made for edit in one)).removeprefix(BOM), "")
    if read.value is None or _errors(read.diagnostics) > _errors(read_text(own.removeprefix(BOM), "").diagnostics):
        return False
    texts = {one.path: one.text for one in wanted}
    return _says(read.value.root, (), {}) == _says(root, (), texts)


def _errors(told: Iterable[Diagnostic]) -> int:
    return sum(one.severity is Severity.ERROR for one in told)


def _says(node: Node, path: Path, texts: dict[Path, str]) -> object:
    if isinstance(node, Scalar):
        return texts.get(path, node.text)
    if isinstance(node, Sequence):
        return [_says(item, (*path, at), texts) for at, item in enumerate(node.items)]
    return {entry.key.text: _says(entry.value, (*path, entry.key.text), texts) for entry in node.entries}
