"""A workbook from outside, opened with care: what no form and no ledger of ours has in it is refused before any of it is read.

A file in; its package out (ECMA-376 Part 2). Refused are what is no workbook, passwords, macros, links to other files, embedded
objects, parts that unpack to more than these can hold or are packed too tightly, and document types, which entities would need.
"""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from generator.diagnostics import said
from generator.inspection.damage import UnreadableError
from generator.inspection.package import Package

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipInfo

LARGEST = 20_000_000
"""Bytes of the file: a form of a thousand figures takes a hundredth of it."""
MOST_UNPACKED = 64_000_000
"""Bytes of all parts together."""
MOST_PARTS = 1000
TIGHTEST = 200
"""So many times its packed size a part may unpack to, once it is large; a sheet as office programs save it comes to fifty."""
SMALL = 1_000_000
"""Bytes below which a part may be packed as tightly as it likes."""
MAIN = "xl/workbook.xml"

MOST_ROWS = 100_000
"""Rows of a sheet: the uses of a thousand slides take a third of them."""

_SHEETS, _ROW = re.compile(r"xl/worksheets/[^/]+\.xml"), re.compile(rb"<(?:[A-Za-z0-9]+:)?row\b")
_CARRIED = {
    "macros": re.compile(r"vbaProject|xl/macrosheets/", re.IGNORECASE),
    "links": re.compile(r"^xl/externalLinks/|^xl/connections\.xml|^xl/queryTables/", re.IGNORECASE),
    "objects": re.compile(r"^xl/(?:embeddings|activeX|ctrlProps)/", re.IGNORECASE),
}
"""What a workbook may carry that a form never does, by the names of its parts."""


def opened(file: Path) -> Package:
    """Return the package of a workbook; raises UnreadableError for what is none, or is not safe to read, OSError for no file."""
    if file.exists() and not file.is_file():
        raise OSError(errno.EISDIR if file.is_dir() else errno.ENXIO, "no file")
    if file.stat().st_size > LARGEST:
        raise UnreadableError(said("form-damage.too-large", most=str(LARGEST // 1_000_000)))
    package = Package.open(file.read_bytes())
    parts = package.archive.infolist()
    _refuse_bombs(parts)
    _refuse_carried(parts)
    if not package.has(MAIN):
        raise UnreadableError(said("form-damage.no-workbook"))
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _refuse_document_types(package.read(part.filename), part.filename)
        if _SHEETS.fullmatch(part.filename) and sum(1 for _ in _ROW.finditer(package.read(part.filename))) > MOST_ROWS:
            raise UnreadableError(said("form-damage.bomb"))
    if b"macroEnabled" in package.read("[Content_Types].xml"):
        raise UnreadableError(said("form-damage.macros"))
    return package


def _refuse_bombs(parts: list[ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableError(said("form-damage.bomb"))
    if any(part.file_size > max(SMALL, TIGHTEST * part.compress_size) for part in parts):
        raise UnreadableError(said("form-damage.bomb"))


def _refuse_carried(parts: list[ZipInfo]) -> None:
    for what, pattern in _CARRIED.items():
        if any(pattern.search(part.filename) for part in parts):
            raise UnreadableError(said(f"form-damage.{what}"))


def _refuse_document_types(data: bytes, name: str) -> None:
    """Raise UnreadableError where XML declares a document type: no office program writes one, and entities need it."""
    parser = expat.ParserCreate()

    def refuse(*_told: object) -> None:
        raise UnreadableError(said("form-damage.entities", part=name))

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError as fault:
        raise UnreadableError(said("damage.no-xml", part=name)) from fault
