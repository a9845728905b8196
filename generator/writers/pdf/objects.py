"""PDF objects as the engine takes them: dictionaries, arrays, text strings and compressed streams (ISO 32000-1, 7.3).

In: Python values; a text that begins with `/`, `(`, `<` or `[` is PDF already. Out: objects for a `pdfdoc.PDFDocument`.
"""

import zlib
from collections.abc import Iterable

from reportlab.pdfbase import pdfdoc

from generator.writers.pdf.operators import hexadecimal

SMALLEST = 9
"""The level of compression: on fonts 2 % smaller than the usual 6."""


def dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    """Return a dictionary, its keys in alphabetical order when written."""
    return pdfdoc.PDFDictionary(entries)


def array(values: Iterable[object]) -> pdfdoc.PDFArray:
    """Return an array."""
    return pdfdoc.PDFArray(values)


def text(value: str) -> str:
    """Return a text string: as it stands where it is plain ASCII, else as UTF-16BE."""
    if value.isascii() and value.isprintable() and not set(value) & set("()\\"):
        return f"({value})"
    return hexadecimal(value)


def byte_string(value: str) -> str:
    """Return an ASCII name as a byte string, the key of a name tree (ISO 32000-1, 7.9.6)."""
    return f"<{value.encode('ascii').hex().upper()}>"


def stream(content: bytes, **entries: int) -> bytes:
    """Return a compressed stream, to be put into a document under a name of its own; a line end precedes `endstream` (PDF/A)."""
    packed = zlib.compress(content, SMALLEST)
    items = " ".join(f"/{key} {value}" for key, value in sorted({**entries, "Length": len(packed)}.items()))
    # One that ends with a carriage return needs another: with a line feed alone, readers take both for the line end.
    end = b"\r\n" if packed.endswith(b"\r") else b"\n"
    return f"<< /Filter /FlateDecode {items} >>\nstream\n".encode("ascii") + packed + end + b"endstream\n"


def metadata(packet: bytes, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObject:
    """Put an XMP packet into a document, plain, so that any program finds it, and return the reference (ISO 32000-1, 14.3.2)."""
    head = f"<< /Length {len(packet)} /Subtype /XML /Type /Metadata >>\nstream\n".encode("ascii")
    return document.Reference(head + packet + b"\nendstream\n", "Metadata")
