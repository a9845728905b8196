"""The package of a template: its parts and relationships, read by zip and XML alone (Open Packaging Conventions, ECMA-376 Part 2)."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.template.model import Part, Relation

if TYPE_CHECKING:
    from pathlib import Path

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
RELATIONSHIP_ID = f"{{{NS['r']}}}id"
MOST_BYTES = 200_000_000
"""A part that unpacks to more is no part of a template."""
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ET.ParseError, NotImplementedError, UnicodeError, ValueError)
"""What reading a file raises that is no package, or a damaged one."""


@dataclass(slots=True)
class Package:
    """An open package; parts are parsed once."""

    archive: zipfile.ZipFile
    types: dict[str, str]
    _parsed: dict[str, ET.Element] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path) -> Package:
        """Open a file. Raises OSError, or one of UNREADABLE."""
        archive = zipfile.ZipFile(path)
        root = ET.fromstring(archive.read("[Content_Types].xml"))  # noqa: S314 - expat refuses entity bombs since 2.4.1
        types = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in root.findall("ct:Override", NS)}
        usual = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in root.findall("ct:Default", NS)}
        named = {name: types.get(name) or usual.get(name.rpartition(".")[2].lower(), "") for name in archive.namelist()}
        return cls(archive, named)

    def root(self, name: str) -> ET.Element:
        """Return the root element of a part. Raises one of UNREADABLE."""
        if name not in self._parsed:
            self._parsed[name] = ET.fromstring(self.read(name))  # noqa: S314 - as above
        return self._parsed[name]

    def read(self, name: str) -> bytes:
        """Return the bytes of a part. Raises one of UNREADABLE."""
        if self.archive.getinfo(name).file_size > MOST_BYTES:
            raise ValueError(name)
        return self.archive.read(name)

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return the relationships of a part, "" the package's own."""
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self.archive.NameToInfo:
            return ()
        return tuple(_relation(one, folder) for one in self.root(path).findall("rel:Relationship", NS))

    def related(self, name: str, kind: str) -> str:
        """Return the first part that a part is related to in a way, or "" where there is none."""
        return next((one.target for one in self.relations(name) if one.kind.endswith(f"/{kind}")), "")

    def part(self, name: str) -> Part:
        """Return a part with what it is related to."""
        return Part(name, self.types.get(name, ""), self.read(name), self.relations(name))


def _relation(one: ET.Element, folder: str) -> Relation:
    outside, target = one.get("TargetMode") == "External", one.get("Target", "")
    inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(one.get("Id", ""), one.get("Type", ""), target if outside else inside, outside)
