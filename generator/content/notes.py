"""The notes of a text, `[^1]: …`: its lines in; what each mark leads to out. Each note has one mark, and each mark one note."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.content.inline import inline
from generator.content.model import Phrase
from generator.content.nodes import Passage
from generator.content.slip import Slip
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.proofreader import Proofreader
    from generator.diagnostics import Span

_DEFINITION = re.compile(r" {0,3}\[\^(?P<name>[^\[\]\s^]{1,20})\][:：][ \t]*(?P<text>.*)")
_ENDS = re.compile(r"\s*$| {0,3}(?:\[\^|#{1,6} |[-*+>] |[0-9]{1,9}[.)] |\||!\[|表[：:])")
"""What ends a note that is written on several lines."""
_INDENT = 2
"""Spaces before a paragraph that would go on with the note before it."""


@dataclass(frozen=True, slots=True)
class _Nowhere:
    """What is there to be noted of a note: nothing; a mark in one is told."""

    reader: Proofreader

    def led(self, name: str, span: Span) -> None:
        """Tell the mark."""
        self.reader.tell(Slip(said("bad-note.not-here", name=name), said("bad-note.goes-into-text")), span)


@dataclass(slots=True)
class Notes:
    """The notes of one text; `rest` is the text without them, its lines where they were."""

    reader: Proofreader
    rest: str = ""
    _defined: dict[str, Phrase] = field(default_factory=dict)
    _marked: dict[str, Span] = field(default_factory=dict)

    @classmethod
    def of(cls, whole: Passage, reader: Proofreader) -> Notes:
        """Read the notes of a text; one that is defined twice is told."""
        notes = cls(reader)
        lines = whole.text.split("\n")
        starts = [*accumulate((len(line) + 1 for line in lines), initial=0)]
        for first, last in _definitions(lines):
            notes._define(whole, starts[first], starts[last] - 1)
            if last + 1 < len(lines) and lines[last + 1].startswith(" " * _INDENT) and not lines[last].strip():
                reader.tell(Slip(said("bad-note.paragraphs"), said("bad-note.one-paragraph")), whole.span(starts[last + 1]))
            lines[first:last] = [" " * len(line) for line in lines[first:last]]
        notes.rest = "\n".join(lines)
        return notes

    def _define(self, whole: Passage, start: int, end: int) -> None:
        found = _DEFINITION.match(whole.text, start)
        assert found, "a definition is one by its first line"
        name, span = found["name"], whole.span(found.start("name") - 2)
        if name in self._defined:
            cure = said("bad-note.first", line=self._defined[name].span.line)
            self.reader.tell(Slip(said("bad-note.defined-twice", name=name), cure), span)
            return
        part = whole.part(found.start("text"), end)
        if not part.text.strip():
            self.reader.tell(Slip(said("bad-note.empty", name=name), said("bad-note.write-it", name=name)), span)
        self._defined[name] = Phrase(inline(part, self.reader, notes=_Nowhere(self.reader)), span)

    def led(self, name: str, span: Span) -> Phrase | None:
        """Return the note that a mark leads to; None, and told, where there is none or another mark leads to it."""
        if name not in self._defined:
            self.reader.tell(Slip(said("bad-note.undefined", name=name), said("bad-note.write-it", name=name)), span)
            return None
        first = self._marked.setdefault(name, span)
        if first is not span:
            self.reader.tell(Slip(said("bad-note.marked-twice", name=name), said("bad-note.first", line=first.line)), span)
            return None
        return self._defined[name]

    def tell_unused(self) -> None:
        """Tell the notes to which no mark leads."""
        for name, phrase in self._defined.items():
            if name not in self._marked:
                self.reader.tell(Slip(said("bad-note.unused", name=name), said("bad-note.mark-it", name=name)), phrase.span)


def _definitions(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first line of each definition, and the line after its last."""
    at = 0
    while at < len(lines):
        first = at
        at += 1
        if _DEFINITION.match(lines[first]):
            while at < len(lines) and not _ENDS.match(lines[at]):
                at += 1
            yield first, at
