"""What a report states of itself as a whole: its properties, faces and page labels, and what leads through it.

In: a book and the faces that it uses. Out: entries (`generator.statement`); targets within the report begin with #.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from generator.design.press import SRGB
from generator.layout.book.guides import labels
from generator.layout.book.metadata import FOR_THE_PRESS, FOR_THE_SCREEN, dated, told
from generator.layout.book.properties import properties
from generator.statement.model import Thing, entry
from generator.units import to_pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.design.press import Condition
    from generator.layout.book.page import Book

DECIMALS = 2


def entries(book: Book, faces: Iterable[str]) -> Iterator[Thing]:
    """Yield what a book says of itself; faces go by their PostScript names."""
    yield from (entry(name, text) for name, text in _properties(book).items() if text)
    yield entry("language", book.imprint.language)
    yield entry("viewer", "", DisplayDocTitle="true")
    yield entry("opening", "UseOutlines" if book.outline else "UseNone")
    yield from (entry("font", face) for face in sorted(faces))
    yield from (entry("label", str(label), row=number) for number, label in enumerate(labels(book.pages), 1))
    for place in sorted(book.destinations, key=lambda place: place.name):
        yield entry("destination", place.name, page=place.page, y=round(to_pt(place.y), DECIMALS))
    for row, line in enumerate(book.outline, 1):
        yield entry("outline", line.title, row=row, level=line.level, target=f"#{line.destination}")


def intent(kind: str, condition: Condition, profile: bytes) -> Thing:
    """Return what a file says of the condition that its colours are meant for: whose rule asks for it, and the profile's digest."""
    digest = sha256(profile).hexdigest()
    return entry("intent", condition.name, kind=kind, info=condition.info, registry=condition.registry or None, profile=digest)


def for_the_screen(book: Book, profile: bytes) -> Iterator[Thing]:
    """Yield what a file for the screen says of itself beside that: that it is tagged, its standards, what its colours are meant for."""
    yield entry("tagged", "", Marked="true")
    yield intent("GTS_PDFA1", SRGB, profile)
    yield from (entry("metadata", value, key=name) for name, value in told(book, FOR_THE_SCREEN).items())


def for_the_press(book: Book, condition: Condition, profile: bytes) -> Iterator[Thing]:
    """Yield what a file for the press says of itself beside that: its standard, and what its colours are meant for."""
    yield intent("GTS_PDFX", condition, profile)
    yield from (entry("metadata", value, key=name) for name, value in told(book, FOR_THE_PRESS).items())


def _properties(book: Book) -> dict[str, str]:
    return {**properties(book), "created": dated(book), "modified": dated(book)}
