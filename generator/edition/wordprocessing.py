"""A part of a Word document, heard element by element: a package in, calls out.

Read by expat, names without their namespace. A document type, and with it every entity, is refused, as ECMA-376 Part 2, 9.1.4 does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from generator.diagnostics import said
from generator.inspection.damage import UnreadableError

if TYPE_CHECKING:
    from generator.inspection.package import Package

BODY = "word/document.xml"
_SPACES = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
"""WordprocessingML, transitional and strict (ECMA-376 Part 1, annex A; Part 4)."""


class Listener:
    """What hears the elements of a part; it passes over what its kind has no ear for."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear an element begin."""

    def end(self, tag: str) -> None:
        """Hear an element end."""

    def words(self, data: str) -> None:
        """Hear characters."""


def hear(package: Package, part: str, listener: Listener) -> None:
    """Let a listener hear a part from its first element to its last. Raises UnreadableError for what is no XML or declares a type."""

    def refuse(*_declared: object) -> None:
        raise UnreadableError(said("damage.no-xml", part=part))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = listener.start, listener.end
    parser.CharacterDataHandler = listener.words
    try:
        parser.Parse(package.read(part), True)  # noqa: FBT003 - expat's own
    except expat.ExpatError as fault:
        raise UnreadableError(said("damage.no-xml", part=part)) from fault


def local(tag: str) -> str:
    """Return the local name of an element or attribute of WordprocessingML, "" for any other's."""
    space, _, name = tag.rpartition(" ")
    return name if space in _SPACES else ""
