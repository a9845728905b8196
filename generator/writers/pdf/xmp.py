"""What a file says of itself, once more as XMP (ISO 16684-1): the information dictionary's words, and the standards that it keeps.

In: a book and the standards of its purpose. Out: the packet of the catalog's metadata stream. Where a file is an archive's, properties
of schemas that PDF/A does not know are described in the packet itself (ISO 19005-2, 6.6.2.3.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_OID, uuid5
from xml.sax.saxutils import escape

from generator.layout.book.properties import properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.layout.book.page import Book


class Claim(NamedTuple):
    """A property by which a file claims a standard: its name, its value, its type, what it is."""

    name: str
    value: str
    type: str
    means: str


class Standard(NamedTuple):
    """A standard as XMP names it: the prefix, address and name of its schema, its claims; whether PDF/A knows that schema.

    One that is `managed` asks for ids of the document and of this instance of it as well (ISO 15930-7, 6.9.2).
    """

    prefix: str
    address: str
    schema: str
    claims: tuple[Claim, ...]
    known: bool = False
    managed: bool = False


SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

MIDNIGHT_IN_CHINA = "T00:00:00+08:00"
"""A report is dated by the day: its day begins in Beijing."""

NOT_TRAPPED = "False"
BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
END = '<?xpacket end="r"?>'


def packet(book: Book, standards: Iterable[Standard]) -> bytes:
    """Return the packet, read-only and in UTF-8."""
    named = tuple(standards)
    told = (_digest(book), *named, *((_managed(book),) if any(one.managed for one in named) else ()))
    spaces = SPACES | {one.prefix: one.address for one in told}
    names = "\n".join(f' xmlns:{prefix}="{address}"' for prefix, address in spaces.items())
    lines = (BEGIN, '<x:xmpmeta xmlns:x="adobe:ns:meta/">', f"<rdf:RDF{names}>", '<rdf:Description rdf:about="">')
    inside = (*_own(book), *(f"<{one.prefix}:{claim.name}>{escape(claim.value)}</{one.prefix}:{claim.name}>"
              for one in told for claim in one.claims), *_described(one for one in told if not one.known))  # fmt: skip
    return "\n".join([*lines, *inside, "</rdf:Description>", "</rdf:RDF>", "</x:xmpmeta>", END]).encode()


def _digest(book: Book) -> Standard:
    """Return the content's digest as the schema for entries of the information dictionary has it."""
    claim = Claim("ContentDigest", book.imprint.digest, "Text", "SHA-256 of the content that the file was made from")
    return Standard("pdfx", "http://ns.adobe.com/pdfx/1.3/", "Document information", (claim,) if claim.value else ())


def _managed(book: Book) -> Standard:
    """Return the ids of a document and of this instance: they follow from the content, and from what its pages are set on."""
    digest, sheets = book.imprint.digest, [(page.size, page.boxes) for page in book.pages]
    claims = (
        Claim("DocumentID", f"uuid:{uuid5(NAMESPACE_OID, digest)}", "URI", "Id of the document"),
        Claim("InstanceID", f"uuid:{uuid5(NAMESPACE_OID, f'{digest} {sheets}')}", "URI", "Id of this instance"),
        Claim("VersionID", "1", "Text", "Version"),
        Claim("RenditionClass", "default", "RenditionClass", "Rendition"),
    )
    return Standard("xmpMM", "http://ns.adobe.com/xap/1.0/mm/", "XMP Media Management", claims, known=True)


def _own(book: Book) -> Iterator[str]:
    """Yield what the information dictionary says, and the language."""
    own, date = properties(book), book.imprint.date and f"{book.imprint.date}{MIDNIGHT_IN_CHINA}"
    yield "<dc:format>application/pdf</dc:format>"
    yield _listed("dc:language", "Bag", book.imprint.language)
    for name, kind, value in (
        ("dc:title", "Alt", own["title"]), ("dc:creator", "Seq", own["creator"]), ("dc:description", "Alt", own["subject"]),
    ):  # fmt: skip
        if value:
            yield _listed(name, kind, value)
    for name, value in (
        ("pdf:Keywords", own["keywords"]), ("pdf:Producer", own["producer"]), ("pdf:Trapped", NOT_TRAPPED),
        ("xmp:CreatorTool", own["application"]), ("xmp:CreateDate", date), ("xmp:ModifyDate", date), ("xmp:MetadataDate", date),
    ):  # fmt: skip
        if value:
            yield f"<{name}>{escape(value)}</{name}>"


def _listed(name: str, kind: str, value: str) -> str:
    """Return a property that is a list of one; one in several languages has its only one as the default."""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    return f"<{name}><rdf:{kind}><rdf:li{language}>{escape(value)}</rdf:li></rdf:{kind}></{name}>"


def _described(standards: Iterable[Standard]) -> Iterator[str]:
    """Yield the description of schemas."""
    schemas = [
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{one.schema}</pdfaSchema:schema><pdfaSchema:namespaceURI>{one.address}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{one.prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
        f"{''.join(map(_property, one.claims))}</rdf:Seq></pdfaSchema:property></rdf:li>"
        for one in standards
        if one.claims
    ]
    if schemas:
        yield f"<pdfaExtension:schemas><rdf:Bag>{''.join(schemas)}</rdf:Bag></pdfaExtension:schemas>"


def _property(claim: Claim) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{claim.name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{claim.type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{claim.means}</pdfaProperty:description></rdf:li>"
    )
