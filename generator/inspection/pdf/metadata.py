"""What a PDF says of itself as XMP (ISO 16684-1): each property by its name, its words joined; so that no second title goes unseen.

In: the catalog. Out: entries of a statement. A packet that is no XML, or says more than properties, is told as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pikepdf

from generator.statement.model import entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.statement.model import Thing

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://www.aiim.org/pdfa/ns/extension/": "pdfaExtension",
}
"""The usual prefixes of the namespaces that files of ours have; any other goes by its address."""

ABOUT = f"{RDF}about"


def metadata(catalog: Any) -> Iterator[Thing]:  # noqa: ANN401 - a pikepdf dictionary
    """Yield a file's XMP properties."""
    found = catalog.get("/Metadata")
    if found is None:
        return
    if not isinstance(found, pikepdf.Stream):
        yield entry("part", "Metadata")
        return
    try:
        tree = ET.fromstring(found.read_bytes())  # noqa: S314 - expat bounds what entities grow to; a file of ours has none
    except (ET.ParseError, pikepdf.PdfError):
        yield entry("part", "Metadata")
        return
    for about in tree.iter(f"{RDF}Description"):
        yield from (entry("metadata", text, key=_name(name)) for name, text in about.attrib.items() if name != ABOUT)
        yield from (entry("metadata", _words(one), key=_name(one.tag)) for one in about)


def _name(tag: str) -> str:
    space, _, name = tag.removeprefix("{").rpartition("}")
    return f"{SPACES.get(space, space)}:{name}"


def _words(node: ET.Element) -> str:
    return " ".join(" ".join(text.split()) for text in node.itertext() if text.strip())
