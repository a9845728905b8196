"""A line of the author's file while its slips are mended: characters in; the line as it was meant out, each place still the author's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content.file_text import FileText
    from generator.diagnostics import Sink

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'[^']*+'")


@dataclass(slots=True)
class Line:
    """A line and its first character's index in the file; `added` holds the columns after which mending put one more character."""

    file: FileText
    sink: Sink
    text: str
    start: int
    added: list[int] = field(default_factory=list)

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    def masked(self) -> str:
        """Return the line with what stands in straight quotes blotted out."""
        return _QUOTED.sub(lambda found: "x" * len(found[0]), self.text)

    def tell(self, code: str, message: str, at: int, hint: str) -> None:
        """Record an error at a character."""
        place = self.file.span(self.start + at - sum(one <= at for one in self.added))
        self.sink.error(code, message, place, hint)

    def replace(self, at: int, mark: str) -> None:
        """Put one character in place of another."""
        self.text = self.text[:at] + mark + self.text[at + 1 :]

    def insert(self, at: int, mark: str) -> None:
        """Put a character before another."""
        self.text = self.text[:at] + mark + self.text[at:]
        self.added = [*(one + (one > at) for one in self.added), at + 1]
