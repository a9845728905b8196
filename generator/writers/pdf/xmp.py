"""What a file says of itself, as XMP in RDF (ISO 16684-1; ISO 19005-2, 6.6.2).

In: a book and the standards of its purpose. Out: the packet of the catalog's metadata stream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generator.layout.book.metadata import CATEGORY, DESCRIBED, described, schemas, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.layout.book.metadata import Claim, Schema
    from generator.layout.book.page import Book

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
LISTS = {"dc:language": "Bag", "dc:title": "Alt", "dc:creator": "Seq", "dc:description": "Alt"}
"""Properties that are lists: of any order, of languages, of an order that counts."""

BEGIN, END = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>', '<?xpacket end="r"?>'


def packet(book: Book, standards: Iterable[Schema]) -> bytes:
    """Return the packet, read-only and in UTF-8."""
    keeps = tuple(standards)
    spaces = SPACES | {one.prefix: one.address for one in schemas(book, keeps)}
    names = "".join(f'\n xmlns:{prefix}="{address}"' for prefix, address in spaces.items())
    own = [_property(name, value) for name, value in told(book, keeps).items() if name != DESCRIBED]
    about = "".join(map(_described, described(book, keeps)))
    lines = [
        BEGIN,
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        f"<rdf:RDF{names}>",
        '<rdf:Description rdf:about="">',
        *own,
        *([f"<{DESCRIBED}><rdf:Bag>{about}</rdf:Bag></{DESCRIBED}>"] if about else ()),
        "</rdf:Description>",
        "</rdf:RDF>",
        "</x:xmpmeta>",
        END,
    ]
    return "\n".join(lines).encode()


def _property(name: str, value: str) -> str:
    """Return a property; one that is a list has one member, the default where it may be in several languages."""
    kind = LISTS.get(name)
    if kind is None:
        return f"<{name}>{escape(value)}</{name}>"
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    return f"<{name}><rdf:{kind}><rdf:li{language}>{escape(value)}</rdf:li></rdf:{kind}></{name}>"


def _described(schema: Schema) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{schema.name}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{schema.address}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{schema.prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{''.join(map(_claimed, schema.claims))}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _claimed(claim: Claim) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{claim.name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{claim.type}</pdfaProperty:valueType><pdfaProperty:category>{CATEGORY}</pdfaProperty:category>"
        f"<pdfaProperty:description>{claim.means}</pdfaProperty:description></rdf:li>"
    )
