"""Read an OOXML package as a stranger: parts by zip, relationships and XML by the standard library alone (ECMA-376 Part 2).

In: a .pptx or .xlsx file, or its bytes. Out: parsed parts, and the targets of their relationships.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from generator.diagnostics import Words, said
from generator.inspection.damage import UnreadableError

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "cust": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
}
RELATIONSHIP_ID = f"{{{NS['r']}}}id"

MOST_BYTES = 64_000_000
"""A part that unpacks to more is a bomb, not a slide."""

MOST_PARSED = 100
"""So many parts are kept parsed, those asked for last; all of a thousand slides would take half a gigabyte."""

SAYINGS = frozenset({
    "title", "subject", "creator", "keywords", "description", "lastModifiedBy", "category", "contentStatus", "Company", "Manager",
})  # fmt: skip
"""Properties that are words; dates, counts and names of parts are not (ECMA-376 Part 2, 11, and Part 1, 22.2)."""


@cache
def spelt(path: str) -> str:
    """Return a path with its prefixes written out: what is looked for ten thousand times is written once."""
    return _PREFIX.sub(lambda found: f"{{{NS[found[1]]}}}", path)


_PREFIX = re.compile(r"\b([A-Za-z][A-Za-z0-9]*):(?=[A-Za-z*])")


def attribute(holder: ET.Element | None, path: str, key: str = "val", usual: str = "") -> str:
    """Return an attribute of the first element at a path, and what is usual where there is none."""
    found = holder.find(spelt(path)) if holder is not None else None
    return usual if found is None else found.get(key, usual)


COMPOUND, ENCRYPTED = b"\xd0\xcf\x11\xe0", 0x1
"""How a document with a password begins, or one of the old formats (MS-CFB, 2.2); what a packed part's flag says of one."""


def _head(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source[: len(COMPOUND)]
    with source.open("rb") as file:
        return file.read(len(COMPOUND))


@dataclass(slots=True)
class Package:
    """A package: `part` parses one part, `related` follows a relationship."""

    archive: zipfile.ZipFile
    _parsed: dict[str, ET.Element] = field(default_factory=dict)
    _relations: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def open(cls, source: Path | bytes) -> Package:
        """Open a file or bytes. Raises UnreadableError for what is no package, or has a password."""
        try:
            archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        except zipfile.BadZipFile as fault:
            locked = _head(source).startswith(COMPOUND)
            raise UnreadableError(said("damage.has-password" if locked else "damage.no-package")) from fault
        if any(part.flag_bits & ENCRYPTED for part in archive.infolist()):
            raise UnreadableError(said("damage.has-password"))
        return cls(archive)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part. Raises UnreadableError when it is missing, damaged or a bomb."""
        try:
            if self.archive.getinfo(name).file_size > MOST_BYTES:
                raise UnreadableError(said("damage.too-large", part=name))
            return self.archive.read(name)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as fault:
            raise UnreadableError(said("damage.part", part=name)) from fault

    def part(self, name: str) -> ET.Element:
        """Return the root element of a part. Raises UnreadableError."""
        root = self._parsed.pop(name, None)
        if root is None:
            try:
                # The files are our own a moment ago, or an author's: expat refuses entity bombs since 2.4.1.
                root = ET.fromstring(self.read(name))  # noqa: S314
            except ET.ParseError as fault:
                raise UnreadableError(said("damage.no-xml", part=name)) from fault
        self._parsed[name] = root
        if len(self._parsed) > MOST_PARSED:
            del self._parsed[next(iter(self._parsed))]
        return root

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self.archive.namelist())

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name in self.archive.NameToInfo

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the type's last word and the target of each relationship of a part, by id: another part, or an address outside."""
        if name not in self._relations:
            folder, base = posixpath.split(name)
            path = f"{folder}/_rels/{base}.rels"
            rows = self.part(path).findall("rel:Relationship", NS) if self.has(path) else []
            self._relations[name] = {
                row.get("Id", ""): (
                    row.get("Type", "").rsplit("/", 1)[-1],
                    _target(folder, row.get("Target", ""), outside=row.get("TargetMode") == "External"),
                )
                for row in rows
            }
        return self._relations[name]

    def related(self, name: str, kind: str) -> str | None:
        """Return the first part that a part is related to in a way (slideLayout, notesSlide, theme …), or None."""
        return next((target for word, target in self.relations(name).values() if word == kind), None)

    def sayings(self) -> Iterator[tuple[Words, str]]:
        """Yield what the document says of itself in words: each property with its name."""
        for part in ("docProps/core.xml", "docProps/app.xml"):
            for one in self.part(part) if self.has(part) else ():
                kind = one.tag.rsplit("}", 1)[-1]
                if one.text and kind in SAYINGS:
                    yield said("saying.property", name=kind), one.text

    def custom_properties(self) -> Iterator[tuple[str, str]]:
        """Yield the custom properties of the document (ECMA-376 Part 1, 22.3)."""
        for one in self.part("docProps/custom.xml").findall("cust:property", NS) if self.has("docProps/custom.xml") else ():
            yield one.get("name", ""), "".join(one.itertext())

    def custom_property(self, key: str) -> str:
        """Return a custom property of the document, or ""."""
        return next((text for name, text in self.custom_properties() if name == key), "")


def _target(folder: str, written: str, *, outside: bool) -> str:
    """Return what a relationship leads to: a part by its name in the package, what lies outside as it is written."""
    return written if outside else posixpath.normpath(posixpath.join("/" + folder, written)).lstrip("/")
