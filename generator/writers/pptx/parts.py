"""The package: parts and their relationships by python-pptx, part names chosen here, zip entries in fixed order with a fixed time.

Open Packaging Conventions (ECMA-376 Part 2). python-pptx looks for a free part name by walking the whole package, which makes each
slide dearer than the last, and its saving stamps the hour; both are therefore done here.
"""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TARGET_MODE
from pptx.opc.package import Part, _Relationship
from pptx.opc.packuri import PackURI
from pptx.package import Package

from generator.template.model import Part as BroughtPart
from generator.writers.pptx.markup import Markup, document, element

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip entry can bear: the deck's date stands in its properties."""
_UNIX = 3
_READABLE = 0o644 << 16
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKED = (".xlsx", ".jpg", ".png")
_DEFAULTS = {
    "fntdata": CONTENT_TYPE.X_FONTDATA,
    "jpg": CONTENT_TYPE.JPEG,
    "png": CONTENT_TYPE.PNG,
    "rels": CONTENT_TYPE.OPC_RELATIONSHIPS,
    "xlsx": CONTENT_TYPE.SML_SHEET,
    "xml": CONTENT_TYPE.XML,
}


class _DeckPart(Part):
    """A part whose relationships are each made once."""

    def relate_to(self, target: Part | str, reltype: str, is_external: bool = False) -> str:  # noqa: FBT001, FBT002 - python-pptx's
        """Return a new relationship, without comparing it with every earlier one: a thousand slides are one part's."""
        return self._rels._add_relationship(reltype, target, is_external)  # noqa: SLF001 - its only way round the comparison

    def keep(self, relation: str, reltype: str, target: Part | str, *, outside: bool) -> None:
        """Relate the part under an id that its bytes know already."""
        mode = RELATIONSHIP_TARGET_MODE.EXTERNAL if outside else RELATIONSHIP_TARGET_MODE.INTERNAL
        self.rels._rels[relation] = _Relationship(self.partname.baseURI, relation, reltype, mode, target)  # noqa: SLF001 - likewise


class DeckPackage(Package):
    """A package under construction: every part is known by its name, none is looked for."""

    def __init__(self) -> None:
        super().__init__("")

    def bring(self, parts: Sequence[BroughtPart]) -> dict[str, Part]:
        """Return the parts of another package by their names there: the same bytes under the same names and relationships."""
        made = {one.name: self.add(f"/{one.name}", one.content_type, one.blob) for one in parts}
        for one in parts:
            for id_, kind, target, outside in one.relations:
                made[one.name].keep(id_, kind, target if outside else made[target], outside=outside)
        return dict(made)

    def add(self, name: str, content_type: str, blob: bytes = b"") -> _DeckPart:
        """Return a new part; its bytes may follow once its relationships are known."""
        return _DeckPart(PackURI(name), content_type, self, blob)

    def entries(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and bytes of every zip entry, content types first, then by relationship from the root."""
        parts = list(self.iter_parts())
        yield "[Content_Types].xml", _content_types(parts)
        yield "_rels/.rels", bytes(self._rels.xml)
        for part in parts:
            yield part.partname.membername, part.blob
            if len(part.rels):
                yield part.partname.rels_uri.membername, bytes(part.rels.xml)

    def write(self, target: Path) -> None:
        """Write the package to a file: the same parts are the same bytes, on any day and system."""
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, blob in self.entries():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.create_system, entry.external_attr = _UNIX, _READABLE
                stored = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
                archive.writestr(entry, blob, stored)


def _content_types(parts: list[Part]) -> bytes:
    defaults = [
        element("Default", {"Extension": extension, "ContentType": kind})
        for extension, kind in _DEFAULTS.items()
        if extension in {"rels", "xml"} or any(part.partname.ext == extension for part in parts)
    ]
    overrides = [
        element("Override", {"PartName": part.partname, "ContentType": part.content_type})
        for part in sorted(parts, key=lambda part: part.partname)
        if _DEFAULTS.get(part.partname.ext) != part.content_type
    ]
    return document(element("Types", {"xmlns": _CONTENT_TYPES}, *defaults, *overrides))


def filled(part: Part, markup: Markup) -> Part:
    """Return the part with its content."""
    part.blob = document(markup)
    return part
