"""A content file as nodes that know their place: scalars with their own characters, sequences and mappings; and where a character is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Ordered

    from generator.content.file_text import FileText
    from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written; `begin` and `end` are its characters in the file, quotes and block header included."""

    text: str
    file: FileText
    begin: int
    end: int
    style: str

    @property
    def span(self) -> Span:
        """Where it begins."""
        return self.file.span(self.begin)

    def places(self) -> Ordered[int]:
        """Return the file's index of each character of the text, and of its end."""
        raw = self.file.text
        quote = 1 if self.style in ('"', "'") else 0
        if raw.startswith(self.text, self.begin + quote):
            return range(self.begin + quote, self.begin + quote + len(self.text) + 1)
        return _aligned(self.text, raw, self._content(), self.end)

    def passage(self) -> Passage:
        """Return the text with the place of each character."""
        return Passage(self.text, self.places(), self.file)

    def _content(self) -> int:
        """Return where the characters start: after the quote, or on the line after a block's header."""
        if self.style in ("|", ">"):
            return self.file.text.find("\n", self.begin) + 1
        return self.begin + (1 if self.style in ('"', "'") else 0)


def _aligned(text: str, raw: str, start: int, end: int) -> list[int]:
    """Match each character with the next like it in the file: what YAML dropped (indents, escapes) is passed over."""
    places: list[int] = []
    at = start
    for char in text:
        found = _blank_at(raw, at) if char.isspace() else raw.find(char, at, end)
        at = at if found < 0 else found
        places.append(at)
        at += found >= 0
    return [*places, at]


def _blank_at(raw: str, at: int) -> int:
    """Return the place of a folded line's space, which is the line end itself: it must not be looked for further on."""
    return at if raw[at : at + 1].isspace() else -1


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters with the place of each in the file."""

    text: str
    places: Ordered[int]
    file: FileText

    def part(self, start: int, end: int) -> Passage:
        """Return the characters from start to end."""
        return Passage(self.text[start:end], self.places[start : end + 1], self.file)

    def span(self, at: int = 0) -> Span:
        """Return the place of a character."""
        return self.file.span(self.places[at])


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order written, each key once."""

    by_key: dict[str, Entry]
    span: Span

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The keys with their values."""
        return tuple(self.by_key.values())

    def get(self, key: str) -> Node | None:
        """Return the value under a key, or None."""
        entry = self.by_key.get(key)
        return entry.value if entry else None

    def key(self, key: str) -> Scalar | None:
        """Return the key itself, with its place, or None."""
        entry = self.by_key.get(key)
        return entry.key if entry else None


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Written:
    """The texts of a content file that may be printed; comments and reasons are not among them."""

    scalars: tuple[Scalar, ...] = ()

    def places(self, char: str) -> tuple[Span, ...]:
        """Return where a character stands, in the order of the file."""
        return tuple(span for scalar in self.scalars if char in scalar.text for span in _places(scalar, char))


def _places(scalar: Scalar, char: str) -> Iterator[Span]:
    return (scalar.file.span(place) for one, place in zip(scalar.text, scalar.places(), strict=False) if one == char)
